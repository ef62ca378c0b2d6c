//! The pools and the transaction of a tenant. On PostgreSQL each pool works under a role of its
//! own, set as a start-up option of its connections, and public reads may go to a replica; on
//! SQLite there is one writing connection (`BEGIN IMMEDIATE`) and a pool of readers, and no row
//! security (walls 1 to 3 only).

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use sea_orm::{DatabaseConnection, DbErr, FromQueryResult};

use self::health::Health;
use super::error::Result;
use super::ids::TenantId;
use super::roles::{self, RoleFact, Standby};

pub(crate) use self::faults::is_unavailable;
pub use self::transactions::TenantTx;
pub(crate) use self::transactions::{PublicReads, WorkerTx};
pub use self::uses::PoolUse;

mod faults;
mod health;
mod opening;
mod transactions;
mod uses;

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

/// Which server a thing is read from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Server {
    /// The one that is written to: it holds what was just committed.
    Primary,
    /// A replica, where there is one: a moment behind, so what is read there is never mixed with
    /// what was read from the primary before.
    Replica,
}

/// The database of the installation.
#[derive(Debug, Clone)]
pub struct Database(Arc<Pools>);

#[derive(Debug)]
struct Pools {
    engine: Engine,
    public: DatabaseConnection,
    replica: Option<DatabaseConnection>,
    tenant: DatabaseConnection,
    worker: DatabaseConnection,
    health: Arc<Health>,
    statements: AtomicU64,
    is_closed: AtomicBool,
}

impl Pools {
    fn is_closed(&self) -> bool {
        self.is_closed.load(Ordering::Relaxed)
    }

    /// Those that are open, each once, with their names.
    fn named(&self) -> impl Iterator<Item = (&'static str, &DatabaseConnection)> {
        let own = match self.engine {
            Engine::Postgres => [Some(("tenant", &self.tenant)), Some(("worker", &self.worker))],
            // Tenants and worker share the connection that writes.
            Engine::Sqlite => [Some(("writer", &self.tenant)), None],
        };
        let replica = self.replica.as_ref().map(|replica| ("replica", replica));
        [("public", &self.public)].into_iter().chain(replica).chain(own.into_iter().flatten())
    }

    /// The replica, if there is one that answers.
    fn following(&self) -> Option<&DatabaseConnection> {
        self.replica.as_ref().filter(|_| !self.health.replica.is_lost())
    }
}

impl Database {
    /// Opens the pools. A replica that does not answer is waited for later.
    ///
    /// # Errors
    /// A database error when the primary cannot be reached or a role cannot be taken.
    pub async fn connect(config: &DatabaseConfig) -> Result<Self, DbErr> {
        let count = config.connections.max(2);
        let health = Arc::new(Health::new());
        let (statements, is_closed) = (AtomicU64::new(0), AtomicBool::new(false));
        if config.url.starts_with("sqlite:") {
            let public = opening::sqlite(&config.url, count, true).await?;
            let tenant = opening::sqlite(&config.url, 1, false).await?;
            let (engine, replica, worker) = (Engine::Sqlite, None, tenant.clone());
            return Ok(Self(Arc::new(Pools {
                engine,
                public,
                replica,
                tenant,
                worker,
                health,
                statements,
                is_closed,
            })));
        }
        let (url, pulse) = (&config.url, &health.primary);
        let pools = Arc::new(Pools {
            engine: Engine::Postgres,
            public: opening::primary(url, count, "infitah_public", pulse).await?,
            tenant: opening::primary(url, count, "infitah_app", pulse).await?,
            worker: opening::primary(url, count.min(4), "infitah_worker", pulse).await?,
            replica: match &config.read_url {
                Some(url) => Some(opening::replica(url, count, "infitah_public", &health.replica).await?),
                None => None,
            },
            health: health.clone(),
            statements,
            is_closed,
        });
        // The replica is known to answer or not before the first read.
        health::ask(&pools).await;
        tokio::spawn(health::watch(Arc::downgrade(&pools), health));
        Ok(Self(pools))
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
        let rows: Vec<Applied> = super::sql::all(
            &self.public(Server::Primary),
            "SELECT version FROM seaql_migrations ORDER BY version",
            [],
        )
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
            for (_, pool) in self.0.named() {
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

    /// How far the replica is behind; nothing without a replica.
    ///
    /// # Errors
    /// A database error when the replica cannot be reached.
    pub async fn standby(&self) -> Result<Option<Standby>, DbErr> {
        match &self.0.replica {
            Some(replica) => roles::standby(replica).await.map(Some),
            None => Ok(None),
        }
    }

    /// Whether somebody brings the schema up at this moment; never on SQLite.
    ///
    /// # Errors
    /// A database error when it cannot be reached.
    pub async fn is_migrating(&self) -> Result<bool, DbErr> {
        match self.engine() {
            Engine::Postgres => roles::is_migrating(&self.0.public).await,
            Engine::Sqlite => Ok(false),
        }
    }

    /// Whether reads meant for this server are known to find none that answers.
    pub fn is_cut_off(&self, server: Server) -> bool {
        self.0.health.primary.is_lost() && self.serving(server) == Server::Primary
    }

    /// Whether there is a replica and it answers; nothing without one.
    pub fn replica_answers(&self) -> Option<bool> {
        self.0.replica.as_ref().map(|_| self.0.following().is_some())
    }

    /// The server that reads meant for this one go to at this moment.
    pub(crate) fn serving(&self, server: Server) -> Server {
        match server {
            Server::Replica if self.0.following().is_some() => Server::Replica,
            _ => Server::Primary,
        }
    }

    /// Closes the pools.
    pub async fn close(&self) {
        self.0.is_closed.store(true, Ordering::Relaxed);
        for (name, pool) in self.0.named() {
            if let Err(error) = pool.close_by_ref().await {
                tracing::debug!(%error, name, "closing a pool");
            }
        }
    }

    /// Single reads of what is published; where the replica fails, the primary is asked.
    pub(crate) fn public(&self, server: Server) -> PublicReads {
        PublicReads { database: self.clone(), server, is_strict: false }
    }

    /// The same, but at this server or not at all.
    pub(crate) fn public_only(&self, server: Server) -> PublicReads {
        PublicReads { database: self.clone(), server, is_strict: true }
    }

    pub(crate) async fn begin(&self, tenant: TenantId) -> Result<TenantTx, DbErr> {
        self.begin_in(&self.0.tenant, tenant, true).await
    }

    pub(crate) async fn begin_read(&self, tenant: TenantId) -> Result<TenantTx, DbErr> {
        let pool = if self.engine() == Engine::Sqlite { &self.0.public } else { &self.0.tenant };
        self.begin_in(pool, tenant, false).await
    }

    async fn begin_in(
        &self,
        pool: &DatabaseConnection,
        tenant: TenantId,
        writes: bool,
    ) -> Result<TenantTx, DbErr> {
        let transaction = transactions::begin(self, pool, writes).await?;
        transactions::enter(&transaction, self.engine(), tenant).await?;
        Ok(TenantTx { transaction, tenant, database: self.clone() })
    }

    /// A transaction of the worker, without a tenant until [`WorkerTx::enter`].
    pub(crate) async fn begin_worker(&self) -> Result<WorkerTx, DbErr> {
        let transaction = transactions::begin(self, &self.0.worker, true).await?;
        Ok(WorkerTx { transaction, database: self.clone() })
    }

    /// Notes that the primary broke a connection, if that is what the error says.
    fn note(&self, error: &DbErr) {
        if self.engine() == Engine::Postgres && faults::is_lost(error) {
            self.0.health.lose_primary();
        }
    }
}
