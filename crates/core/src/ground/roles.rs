//! What the database says about the roles at work: none may own a table, be a superuser or pass
//! row security by. Asked by the operator's check of an installation, not by requests.

use sea_orm::{ConnectionTrait, DatabaseConnection, DbErr, FromQueryResult, Statement};

/// A role that one of the pools works under.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct RoleFact {
    /// Its name.
    pub name: String,
    /// It may do everything.
    pub is_superuser: bool,
    /// Row security does not bind it.
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

/// Tables of tenants whose row security is not forced.
#[derive(Debug, FromQueryResult)]
pub(crate) struct OpenTable {
    pub(crate) name: String,
}

/// The current role of a pool and the account behind it, on PostgreSQL.
pub(crate) async fn of_pool(pool: &DatabaseConnection) -> Result<Vec<RoleFact>, DbErr> {
    let sql = "
SELECT r.rolname::text AS name, r.rolsuper AS is_superuser, r.rolbypassrls AS passes_row_security,
       EXISTS (SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
               WHERE c.relkind IN ('r', 'p') AND n.nspname = 'public'
                 AND pg_has_role(r.oid, c.relowner, 'MEMBER')) AS owns_tables
FROM pg_roles r WHERE r.rolname IN (current_user, session_user) ORDER BY r.rolname";
    let rows = pool.query_all_raw(Statement::from_string(pool.get_database_backend(), sql)).await?;
    rows.iter().map(|row| RoleFact::from_query_result(row, "")).collect()
}

/// The tables with a tenant's rows that row security does not force, on PostgreSQL.
pub(crate) async fn open_tables(pool: &DatabaseConnection) -> Result<Vec<String>, DbErr> {
    let sql = "
SELECT c.relname::text AS name FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id' AND NOT a.attisdropped
WHERE c.relkind IN ('r', 'p') AND n.nspname = 'public' AND c.relname <> 'hosts'
  AND NOT (c.relrowsecurity AND c.relforcerowsecurity) ORDER BY c.relname";
    let rows = pool.query_all_raw(Statement::from_string(pool.get_database_backend(), sql)).await?;
    rows.iter().map(|row| OpenTable::from_query_result(row, "").map(|table| table.name)).collect()
}
