//! What statements are sent through: single reads of the public role, the transaction of a
//! tenant, and the transaction of the worker.

use std::sync::atomic::AtomicU64;

use sea_orm::{
    ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbErr, SqliteTransactionMode, Statement,
    TransactionOptions, TransactionTrait,
};

use super::{Database, Engine, Server, faults};
use crate::ground::ids::{PersonId, TenantId};
use crate::ground::sql::{Handle, Source};

/// Single statements of the public role, at one of the servers.
#[derive(Debug, Clone)]
pub(crate) struct PublicReads {
    pub(super) database: Database,
    pub(super) server: Server,
    /// Another server would not do.
    pub(super) is_strict: bool,
}

impl Source for PublicReads {
    fn handle(&self) -> Handle<'_> {
        let pools = &self.database.0;
        match (self.server, &pools.replica) {
            (Server::Replica, Some(replica)) if self.is_strict => Handle::Replica(replica),
            (Server::Replica, _) => pools.following().map_or(Handle::Pool(&pools.public), Handle::Replica),
            (Server::Primary, _) => Handle::Pool(&pools.public),
        }
    }

    fn counter(&self) -> &AtomicU64 {
        &self.database.0.statements
    }

    /// A read that a broken connection swallowed is read again. The primary is never behind the
    /// replica, so it can always take over; the other way round would show the past.
    fn after(&self, tried: &Handle<'_>, error: &DbErr) -> Option<Handle<'_>> {
        let pools = &self.database.0;
        if let Handle::Replica(_) = tried {
            if faults::is_lost(error) {
                pools.health.lose_replica();
            }
            // Also what only a replica says: a conflict with what it replays, or a column that
            // has not arrived there yet.
            return (!self.is_strict && !faults::is_too_slow(error)).then_some(Handle::Pool(&pools.public));
        }
        self.database.note(error);
        faults::is_worth_a_retry(error).then_some(Handle::Pool(&pools.public))
    }
}

/// A transaction bound to one tenant. Dropped without `TenantTx::commit`, it leaves no trace.
#[derive(Debug)]
pub struct TenantTx {
    pub(super) transaction: DatabaseTransaction,
    pub(super) tenant: TenantId,
    pub(super) database: Database,
}

impl TenantTx {
    /// The tenant it is bound to.
    pub(crate) fn tenant(&self) -> TenantId {
        self.tenant
    }

    /// Lets this transaction see the account with exactly this address, and no other foreign one.
    pub(crate) async fn name_person(&self, email: &str) -> Result<(), DbErr> {
        set(&self.transaction, self.database.engine(), "infitah.person_email", email).await
    }

    /// Lets this transaction see the roles and sign-ins of the account that is signed in wherever
    /// it serves, and end the latter.
    pub(crate) async fn speak_for(&self, person: PersonId) -> Result<(), DbErr> {
        set(&self.transaction, self.database.engine(), "infitah.person_id", &person.to_string()).await
    }

    /// `FOR UPDATE` where rows are locked; SQLite locks the whole file at `BEGIN IMMEDIATE`.
    pub(crate) fn for_update(&self) -> &'static str {
        if self.database.engine() == Engine::Postgres { " FOR UPDATE" } else { "" }
    }

    pub(crate) async fn commit(self) -> Result<(), DbErr> {
        let Self { transaction, database, .. } = self;
        transaction.commit().await.inspect_err(|error| database.note(error))
    }
}

impl Source for TenantTx {
    fn handle(&self) -> Handle<'_> {
        Handle::Transaction(&self.transaction)
    }

    fn counter(&self) -> &AtomicU64 {
        &self.database.0.statements
    }

    fn after(&self, _: &Handle<'_>, error: &DbErr) -> Option<Handle<'_>> {
        self.database.note(error);
        None
    }
}

/// A transaction of the worker: the queue of all tenants.
#[derive(Debug)]
pub(crate) struct WorkerTx {
    pub(super) transaction: DatabaseTransaction,
    pub(super) database: Database,
}

impl WorkerTx {
    /// Takes the tenant of a job for what follows in this transaction.
    pub(crate) async fn enter(&self, tenant: TenantId) -> Result<(), DbErr> {
        enter(&self.transaction, self.database.engine(), tenant).await
    }

    /// `FOR UPDATE SKIP LOCKED` where several workers may claim at once.
    pub(crate) fn skip_locked(&self) -> &'static str {
        if self.database.engine() == Engine::Postgres { " FOR UPDATE SKIP LOCKED" } else { "" }
    }

    pub(crate) async fn commit(self) -> Result<(), DbErr> {
        let Self { transaction, database } = self;
        transaction.commit().await.inspect_err(|error| database.note(error))
    }
}

impl Source for WorkerTx {
    fn handle(&self) -> Handle<'_> {
        Handle::Transaction(&self.transaction)
    }

    fn counter(&self) -> &AtomicU64 {
        &self.database.0.statements
    }

    fn after(&self, _: &Handle<'_>, error: &DbErr) -> Option<Handle<'_>> {
        self.database.note(error);
        None
    }
}

/// Binds a transaction to a tenant.
pub(super) async fn enter(
    transaction: &DatabaseTransaction,
    engine: Engine,
    tenant: TenantId,
) -> Result<(), DbErr> {
    set(transaction, engine, "infitah.tenant_id", &tenant.to_string()).await
}

/// Begins a transaction; nothing is in it yet, so a broken connection is tried again once.
pub(super) async fn begin(
    database: &Database,
    pool: &DatabaseConnection,
    writes: bool,
) -> Result<DatabaseTransaction, DbErr> {
    match begin_once(pool, database.engine(), writes).await {
        Err(error) => {
            database.note(&error);
            if !faults::is_worth_a_retry(&error) {
                return Err(error);
            }
            begin_once(pool, database.engine(), writes).await
        }
        begun => begun,
    }
}

async fn begin_once(
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
