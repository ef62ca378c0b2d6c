//! What the database says about the roles at work: none may own a table, be a superuser or pass
//! row security by. Asked by the operator's check of an installation, not by requests.

use sea_orm::{ConnectionTrait, DatabaseConnection, DbErr, FromQueryResult, Statement};

/// The lock that `infitah migrate` holds while it brings the schema up.
const MIGRATION_LOCK: i64 = 4_609_772;

/// A role that one of the pools works under.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct RoleFact {
    /// Its name.
    pub name: String,
    /// It may do everything, or may become a role that may.
    pub is_superuser: bool,
    /// Row security does not bind it, or a role that it may become.
    pub passes_row_security: bool,
    /// It owns tables or may act as the one who does.
    pub owns_tables: bool,
}

impl RoleFact {
    /// Whether row security holds for this role.
    pub fn is_safe(&self) -> bool {
        !self.is_superuser && !self.passes_row_security && !self.owns_tables
    }
}

/// A replica as it sees itself.
#[derive(Debug, Clone, PartialEq, FromQueryResult)]
pub struct Standby {
    /// It follows another server and cannot be written to.
    pub follows: bool,
    /// Seconds since the newest commit it has replayed, when it has not replayed all it was sent.
    pub behind_seconds: f64,
}

#[derive(Debug, FromQueryResult)]
struct Named {
    name: String,
}

#[derive(Debug, FromQueryResult)]
struct Held {
    is_held: bool,
}

/// The current role of a pool and the account behind it, on PostgreSQL.
pub(crate) async fn of_pool(pool: &DatabaseConnection) -> Result<Vec<RoleFact>, DbErr> {
    let sql = "
SELECT r.rolname::text AS name,
       EXISTS (SELECT 1 FROM pg_roles a WHERE a.rolsuper AND pg_has_role(r.oid, a.oid, 'MEMBER')) AS is_superuser,
       EXISTS (SELECT 1 FROM pg_roles a WHERE a.rolbypassrls AND pg_has_role(r.oid, a.oid, 'MEMBER')) AS passes_row_security,
       EXISTS (SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
               WHERE c.relkind IN ('r', 'p') AND n.nspname = 'public'
                 AND pg_has_role(r.oid, c.relowner, 'MEMBER')) AS owns_tables
FROM pg_roles r WHERE r.rolname IN (current_user, session_user) ORDER BY r.rolname";
    all(pool, sql).await
}

/// The tables that row security does not force, on PostgreSQL; two hold nothing of anybody.
pub(crate) async fn open_tables(pool: &DatabaseConnection) -> Result<Vec<String>, DbErr> {
    let sql = "
SELECT c.relname::text AS name FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p') AND n.nspname = 'public' AND c.relname NOT IN ('regions', 'seaql_migrations')
  AND NOT (c.relrowsecurity AND c.relforcerowsecurity) ORDER BY c.relname";
    let rows: Vec<Named> = all(pool, sql).await?;
    Ok(rows.into_iter().map(|row| row.name).collect())
}

/// How far a replica is behind, as it says itself.
pub(crate) async fn standby(pool: &DatabaseConnection) -> Result<Standby, DbErr> {
    let sql = "
SELECT pg_is_in_recovery() AS follows,
       CASE WHEN pg_last_wal_receive_lsn() = pg_last_wal_replay_lsn() THEN 0::float8
            ELSE COALESCE(EXTRACT(EPOCH FROM now() - pg_last_xact_replay_timestamp()), 0)::float8
       END AS behind_seconds";
    all(pool, sql).await?.pop().ok_or_else(|| DbErr::Custom("a server said nothing of itself".to_owned()))
}

/// Whether somebody holds the lock of migrations in this database.
pub(crate) async fn is_migrating(pool: &DatabaseConnection) -> Result<bool, DbErr> {
    // A lock of one 64-bit number shows its upper half as classid and its lower half as objid.
    let sql = format!(
        "SELECT EXISTS (SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND granted
         AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
         AND classid = 0 AND objid = {MIGRATION_LOCK}) AS is_held"
    );
    let rows: Vec<Held> = all(pool, &sql).await?;
    Ok(rows.iter().any(|row| row.is_held))
}

async fn all<T: FromQueryResult>(pool: &DatabaseConnection, sql: &str) -> Result<Vec<T>, DbErr> {
    let rows = pool.query_all_raw(Statement::from_string(pool.get_database_backend(), sql)).await?;
    rows.iter().map(|row| T::from_query_result(row, "")).collect()
}
