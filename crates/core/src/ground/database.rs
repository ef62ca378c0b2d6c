//! The pools and the transaction of a tenant. On PostgreSQL each pool works under a role of its
//! own, set as a start-up option of its connections; on SQLite there is one writing connection
//! (`BEGIN IMMEDIATE`) and a pool of readers, and no row security (walls 1 to 3 only).

mod uses;

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use sea_orm::sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous};
use sea_orm::{
    ConnectOptions, ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbErr, FromQueryResult,
    SqliteTransactionMode, Statement, TransactionOptions, TransactionTrait,
};

use super::error::Result;
use super::ids::TenantId;
use super::roles::{self, RoleFact};
use super::sql::{Handle, Source};

pub use uses::PoolUse;

/// The engine behind a database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// Embedded, one machine, walls 1 to 3.
    Sqlite,
    /// All four walls.
    Postgres,
}

/// Where the data is and how many connections each pool may hold.
#[derive(Debug, Clone)]
pub struct DatabaseConfig {
    /// `sqlite://PATH` or `postgres://...`.
    pub url: String,
    /// A replica for public reads.
    pub read_url: Option<String>,
    /// Connections of each pool.
    pub connections: u32,
}

/// The database of the installation.
#[derive(Debug, Clone)]
pub struct Database(Arc<Pools>);

#[derive(Debug)]
struct Pools {
    engine: Engine,
    public: DatabaseConnection,
    tenant: DatabaseConnection,
    worker: DatabaseConnection,
    statements: AtomicU64,
}

impl Database {
    /// Opens the pools.
    ///
    /// # Errors
    /// A database error when it cannot be reached or a role cannot be taken.
    pub async fn connect(config: &DatabaseConfig) -> Result<Self, DbErr> {
        let count = config.connections.max(2);
        let pools = if config.url.starts_with("sqlite:") {
            let readers = sqlite(&config.url, count, true).await?;
            let writer = sqlite(&config.url, 1, false).await?;
            Pools {
                engine: Engine::Sqlite,
                public: readers,
                tenant: writer.clone(),
                worker: writer,
                statements: AtomicU64::new(0),
            }
        } else {
            let read_url = config.read_url.as_ref().unwrap_or(&config.url);
            Pools {
                engine: Engine::Postgres,
                public: postgres(read_url, count, "infitah_public").await?,
                tenant: postgres(&config.url, count, "infitah_app").await?,
                worker: postgres(&config.url, count.min(4), "infitah_worker").await?,
                statements: AtomicU64::new(0),
            }
        };
        Ok(Self(Arc::new(pools)))
    }

    /// The engine at work.
    pub fn engine(&self) -> Engine {
        self.0.engine
    }

    /// How many statements have been sent since the start; tests compare it to find queries in loops.
    pub fn statements(&self) -> u64 {
        self.0.statements.load(Ordering::Relaxed)
    }

    /// The names of the applied migrations, oldest first.
    ///
    /// # Errors
    /// A database error when it cannot be reached or was never migrated.
    pub async fn applied_migrations(&self) -> Result<Vec<String>, DbErr> {
        #[derive(FromQueryResult)]
        struct Applied {
            version: String,
        }
        let rows: Vec<Applied> =
            super::sql::all(&self.public(), "SELECT version FROM seaql_migrations ORDER BY version", [])
                .await?;
        Ok(rows.into_iter().map(|row| row.version).collect())
    }

    /// The roles that the pools work under, and the accounts behind them; none on SQLite.
    ///
    /// # Errors
    /// A database error when it cannot be reached.
    pub async fn role_facts(&self) -> Result<Vec<RoleFact>, DbErr> {
        let mut facts = Vec::new();
        if self.engine() == Engine::Postgres {
            for pool in [&self.0.public, &self.0.tenant, &self.0.worker] {
                facts.extend(roles::of_pool(pool).await?);
            }
        }
        facts.dedup();
        Ok(facts)
    }

    /// The tables with rows of tenants whose row security is not forced; none on SQLite, which has
    /// no row security.
    ///
    /// # Errors
    /// A database error when it cannot be reached.
    pub async fn open_tables(&self) -> Result<Vec<String>, DbErr> {
        match self.engine() {
            Engine::Postgres => roles::open_tables(&self.0.tenant).await,
            Engine::Sqlite => Ok(Vec::new()),
        }
    }

    /// Closes the pools.
    pub async fn close(&self) {
        for pool in [&self.0.public, &self.0.tenant, &self.0.worker] {
            if let Err(error) = pool.close_by_ref().await {
                tracing::debug!(%error, "closing a pool");
            }
        }
    }

    pub(crate) fn public(&self) -> PublicReads {
        PublicReads(self.clone())
    }

    pub(crate) async fn begin(&self, tenant: TenantId) -> Result<TenantTx, DbErr> {
        let transaction = begin(&self.0.tenant, self.0.engine, true).await?;
        self.enter(&transaction, tenant).await?;
        Ok(TenantTx { transaction, tenant, database: self.clone() })
    }

    pub(crate) async fn begin_read(&self, tenant: TenantId) -> Result<TenantTx, DbErr> {
        let pool = if self.0.engine == Engine::Sqlite { &self.0.public } else { &self.0.tenant };
        let transaction = begin(pool, self.0.engine, false).await?;
        self.enter(&transaction, tenant).await?;
        Ok(TenantTx { transaction, tenant, database: self.clone() })
    }

    /// A transaction of the worker, without a tenant until [`WorkerTx::enter`].
    pub(crate) async fn begin_worker(&self) -> Result<WorkerTx, DbErr> {
        let transaction = begin(&self.0.worker, self.0.engine, true).await?;
        Ok(WorkerTx { transaction, database: self.clone() })
    }

    async fn enter(&self, transaction: &DatabaseTransaction, tenant: TenantId) -> Result<(), DbErr> {
        set(transaction, self.0.engine, "infitah.tenant_id", &tenant.to_string()).await
    }
}

/// Single statements of the public role.
#[derive(Debug, Clone)]
pub(crate) struct PublicReads(Database);

impl Source for PublicReads {
    fn handle(&self) -> Handle<'_> {
        Handle::Pool(&self.0.0.public)
    }
    fn counter(&self) -> &AtomicU64 {
        &self.0.0.statements
    }
}

/// A transaction bound to one tenant. Dropped without `TenantTx::commit`, it leaves no trace.
#[derive(Debug)]
pub struct TenantTx {
    transaction: DatabaseTransaction,
    tenant: TenantId,
    database: Database,
}

impl TenantTx {
    /// The tenant it is bound to.
    pub(crate) fn tenant(&self) -> TenantId {
        self.tenant
    }

    /// Lets this transaction see the account with exactly this address, and no other foreign one.
    pub(crate) async fn name_person(&self, email: &str) -> Result<(), DbErr> {
        set(&self.transaction, self.database.0.engine, "infitah.person_email", email).await
    }

    /// `FOR UPDATE` where rows are locked; SQLite locks the whole file at `BEGIN IMMEDIATE`.
    pub(crate) fn for_update(&self) -> &'static str {
        if self.database.0.engine == Engine::Postgres { " FOR UPDATE" } else { "" }
    }

    pub(crate) async fn commit(self) -> Result<(), DbErr> {
        self.transaction.commit().await
    }
}

impl Source for TenantTx {
    fn handle(&self) -> Handle<'_> {
        Handle::Transaction(&self.transaction)
    }
    fn counter(&self) -> &AtomicU64 {
        &self.database.0.statements
    }
}

/// A transaction of the worker: the queue of all tenants.
#[derive(Debug)]
pub(crate) struct WorkerTx {
    transaction: DatabaseTransaction,
    database: Database,
}

impl WorkerTx {
    /// Takes the tenant of a job for what follows in this transaction.
    pub(crate) async fn enter(&self, tenant: TenantId) -> Result<(), DbErr> {
        self.database.enter(&self.transaction, tenant).await
    }

    /// `FOR UPDATE SKIP LOCKED` where several workers may claim at once.
    pub(crate) fn skip_locked(&self) -> &'static str {
        if self.database.0.engine == Engine::Postgres { " FOR UPDATE SKIP LOCKED" } else { "" }
    }

    pub(crate) async fn commit(self) -> Result<(), DbErr> {
        self.transaction.commit().await
    }
}

impl Source for WorkerTx {
    fn handle(&self) -> Handle<'_> {
        Handle::Transaction(&self.transaction)
    }
    fn counter(&self) -> &AtomicU64 {
        &self.database.0.statements
    }
}

async fn begin(
    pool: &DatabaseConnection,
    engine: Engine,
    writes: bool,
) -> Result<DatabaseTransaction, DbErr> {
    if engine == Engine::Sqlite && writes {
        let options = TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..Default::default()
        };
        return pool.begin_with_options(options).await;
    }
    pool.begin().await
}

async fn set(
    transaction: &DatabaseTransaction,
    engine: Engine,
    name: &str,
    value: &str,
) -> Result<(), DbErr> {
    if engine == Engine::Postgres {
        let backend = ConnectionTrait::get_database_backend(transaction);
        // The third argument makes it local to the transaction; a plain SET would outlive it.
        let statement = Statement::from_sql_and_values(
            backend,
            "SELECT set_config($1, $2, true)",
            [name.into(), value.into()],
        );
        transaction.query_one_raw(statement).await?;
    }
    Ok(())
}

async fn sqlite(url: &str, connections: u32, reads_only: bool) -> Result<DatabaseConnection, DbErr> {
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(connections)
        .min_connections(1)
        .sqlx_logging(false)
        .record_stmt_in_spans(false)
        .test_before_acquire(false)
        .map_sqlx_sqlite_opts(move |options| {
            let options = options
                .create_if_missing(false)
                .foreign_keys(true)
                .busy_timeout(Duration::from_secs(5))
                .synchronous(SqliteSynchronous::Full);
            // The journal mode is a property of the file; readers must not try to change it.
            if reads_only { options.read_only(true) } else { options.journal_mode(SqliteJournalMode::Wal) }
        });
    sea_orm::Database::connect(options).await
}

async fn postgres(url: &str, connections: u32, role: &'static str) -> Result<DatabaseConnection, DbErr> {
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(connections)
        .min_connections(0)
        .acquire_timeout(Duration::from_secs(5))
        .sqlx_logging(false)
        .record_stmt_in_spans(false)
        .test_before_acquire_if_idle_for(Duration::from_secs(30))
        .map_sqlx_postgres_opts(move |options| {
            options.options([("role", role), ("statement_timeout", "5000"), ("lock_timeout", "4000")])
        });
    sea_orm::Database::connect(options).await
}
