//! How a pool is opened: its role, its limits of time, and what is tried out before a connection
//! is used.

use std::sync::Arc;
use std::time::Duration;

use sea_orm::sqlx::Connection as _;
use sea_orm::sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous};
use sea_orm::{ConnectOptions, DatabaseConnection, DbErr};

use super::health::Pulse;

/// What every connection of PostgreSQL starts with, beside its role. A transaction that nobody
/// goes on with must not hold its locks when a machine is cut off.
const LIMITS: [(&str, &str); 3] = [
    ("statement_timeout", "5000"),
    ("lock_timeout", "4000"),
    ("idle_in_transaction_session_timeout", "30000"),
];

/// The primary is waited for while it starts again; the replica is not, there is the primary.
const PRIMARY_PATIENCE: Duration = Duration::from_secs(5);
const REPLICA_PATIENCE: Duration = Duration::from_secs(1);

/// Connections of SQLite: many that read, or the one that writes.
pub(super) async fn sqlite(
    url: &str,
    connections: u32,
    reads_only: bool,
) -> Result<DatabaseConnection, DbErr> {
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

/// A pool of the primary under one role. Fails when there is no connection to be had.
pub(super) async fn primary(
    url: &str,
    connections: u32,
    role: &'static str,
    pulse: &Arc<Pulse>,
) -> Result<DatabaseConnection, DbErr> {
    let mut options = postgres(url, connections, role, pulse);
    options.acquire_timeout(PRIMARY_PATIENCE);
    sea_orm::Database::connect(options).await
}

/// A pool of the replica. Opens without a connection: a replica that is away stops nothing.
pub(super) async fn replica(
    url: &str,
    connections: u32,
    role: &'static str,
    pulse: &Arc<Pulse>,
) -> Result<DatabaseConnection, DbErr> {
    let mut options = postgres(url, connections, role, pulse);
    options.acquire_timeout(REPLICA_PATIENCE).connect_lazy(true);
    sea_orm::Database::connect(options).await
}

fn postgres(url: &str, connections: u32, role: &'static str, pulse: &Arc<Pulse>) -> ConnectOptions {
    let mut options = ConnectOptions::new(url);
    let pulse = pulse.clone();
    options
        .max_connections(connections)
        .min_connections(0)
        .sqlx_logging(false)
        .record_stmt_in_spans(false)
        .test_before_acquire_if_idle_for(Duration::from_secs(30))
        .map_sqlx_postgres_opts(move |options| options.options([("role", role)]).options(LIMITS))
        .map_sqlx_postgres_before_acquire(move |connection, state| {
            let is_doubtful = pulse.is_from_before(state.idle_for);
            Box::pin(async move {
                if is_doubtful {
                    connection.ping().await?;
                }
                Ok(true)
            })
        });
    options
}
