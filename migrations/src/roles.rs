//! The PostgreSQL roles of the program. They are made outside the migration files, under an
//! advisory lock, because roles belong to the server and not to the database. An account that may
//! not make them is told exactly what a database administrator has to run.

use sea_orm_migration::sea_orm::{ConnectionTrait, DatabaseConnection, DbErr, QueryResult, Statement};

/// Every role with what it may and may not be.
const ROLES: [(&str, &str); 6] = [
    ("infitah_owner", "NOLOGIN NOSUPERUSER NOBYPASSRLS"),
    ("infitah_public", "NOLOGIN NOSUPERUSER NOBYPASSRLS"),
    ("infitah_app", "NOLOGIN NOSUPERUSER NOBYPASSRLS"),
    ("infitah_worker", "NOLOGIN NOSUPERUSER NOBYPASSRLS"),
    ("infitah_backup", "NOLOGIN NOSUPERUSER BYPASSRLS"),
    ("infitah", "LOGIN NOINHERIT NOSUPERUSER NOBYPASSRLS"),
];

/// The roles that the account of the running program takes.
const TAKEN: [&str; 3] = ["infitah_public", "infitah_app", "infitah_worker"];

/// The lock belongs to the database and roles to the server: somebody at another database may
/// make the same role at the same moment, and then it is there at the next look.
const TRIES: usize = 3;

/// Roles that are missing and that this account may not make.
#[derive(Debug)]
pub struct Missing {
    /// What a database administrator runs in this database, one statement a line.
    pub sql: String,
    /// What the server said.
    pub error: DbErr,
}

/// The statements that make the roles on a server that has none of them.
pub fn statements() -> Vec<String> {
    let made = ROLES.iter().map(|(name, attributes)| format!("CREATE ROLE {name} {attributes};"));
    made.chain([taking(&TAKEN)]).collect()
}

fn taking(names: &[&str]) -> String {
    format!("GRANT {} TO infitah;", names.join(", "))
}

/// Makes what is missing: the roles, and the rights of the owner to make tables here.
///
/// # Errors
/// [`Missing`] when the account lacks the right, with nothing done.
pub async fn ensure(connection: &DatabaseConnection) -> Result<(), Missing> {
    let unasked = |error| Missing { sql: String::new(), error };
    connection.execute_unprepared("SELECT pg_advisory_lock(4609771)").await.map_err(unasked)?;
    let mut outcome = Ok(());
    for _ in 0..TRIES {
        let sql = missing(connection).await.map_err(unasked)?;
        if sql.is_empty() {
            outcome = Ok(());
            break;
        }
        // Sent as one text, so all of it is done or nothing.
        let done = connection.execute_unprepared(&sql).await;
        outcome = done.map(|_| ()).map_err(|error| Missing { sql, error });
    }
    connection.execute_unprepared("SELECT pg_advisory_unlock(4609771)").await.map_err(unasked)?;
    outcome
}

/// The statements that are still to be run; empty when all is there.
async fn missing(connection: &DatabaseConnection) -> Result<String, DbErr> {
    let facts = facts(connection).await?;
    let mut lines = Vec::new();
    for (name, attributes) in ROLES {
        if !facts.roles.iter().any(|one| one == name) {
            lines.push(format!("CREATE ROLE {name} {attributes};\n"));
        }
    }
    let lacking: Vec<&str> =
        TAKEN.into_iter().filter(|name| !facts.taken.iter().any(|one| one == name)).collect();
    if !lacking.is_empty() {
        lines.push(taking(&lacking) + "\n");
    }
    if !facts.is_superuser && !has_owner(connection, &facts).await? {
        lines.push(format!("GRANT infitah_owner TO {};\n", facts.account));
    }
    if !has_schema(connection, &facts, "infitah_owner", &["USAGE", "CREATE"]).await? {
        lines.push("GRANT USAGE, CREATE ON SCHEMA public TO infitah_owner;\n".to_owned());
    }
    for name in ["infitah_public", "infitah_app", "infitah_worker", "infitah_backup"] {
        if !has_schema(connection, &facts, name, &["USAGE"]).await? {
            lines.push(format!("GRANT USAGE ON SCHEMA public TO {name};\n"));
        }
    }
    Ok(lines.concat())
}

/// What the server says of the account and of the roles.
struct Facts {
    /// As it is written in a statement.
    account: String,
    is_superuser: bool,
    version: i32,
    roles: Vec<String>,
    taken: Vec<String>,
}

async fn facts(connection: &DatabaseConnection) -> Result<Facts, DbErr> {
    let account = rows(
        connection,
        "SELECT quote_ident(session_user)::text AS account, rolsuper AS is_superuser,
                current_setting('server_version_num')::int4 AS version
         FROM pg_roles WHERE rolname = session_user",
    )
    .await?;
    let account = account.first().ok_or_else(|| DbErr::Custom("the account is no role".to_owned()))?;
    let names = ROLES.map(|(name, _)| format!("'{name}'")).join(",");
    let roles = format!("SELECT rolname::text AS name FROM pg_roles WHERE rolname IN ({names})");
    let taken = "SELECT r.rolname::text AS name FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.roleid
                 JOIN pg_roles u ON u.oid = m.member WHERE u.rolname = 'infitah'";
    Ok(Facts {
        account: account.try_get("", "account")?,
        is_superuser: account.try_get("", "is_superuser")?,
        version: account.try_get("", "version")?,
        roles: names_of(&rows(connection, &roles).await?)?,
        taken: names_of(&rows(connection, taken).await?)?,
    })
}

/// Whether the account may become the owner of the tables.
async fn has_owner(connection: &DatabaseConnection, facts: &Facts) -> Result<bool, DbErr> {
    if !facts.roles.iter().any(|name| name == "infitah_owner") {
        return Ok(false);
    }
    // Since PostgreSQL 16 a member may have been given a role without the right to become it.
    let right = if facts.version >= 160_000 { "SET" } else { "MEMBER" };
    says(connection, &format!("pg_has_role(session_user, 'infitah_owner', '{right}')")).await
}

async fn has_schema(
    connection: &DatabaseConnection,
    facts: &Facts,
    name: &str,
    rights: &[&str],
) -> Result<bool, DbErr> {
    if !facts.roles.iter().any(|one| one == name) {
        return Ok(false);
    }
    let all: Vec<String> =
        rights.iter().map(|right| format!("has_schema_privilege('{name}', 'public', '{right}')")).collect();
    says(connection, &all.join(" AND ")).await
}

async fn says(connection: &DatabaseConnection, question: &str) -> Result<bool, DbErr> {
    let rows = rows(connection, &format!("SELECT {question} AS answer")).await?;
    rows.first().map_or(Ok(false), |row| row.try_get("", "answer"))
}

async fn rows(connection: &DatabaseConnection, sql: &str) -> Result<Vec<QueryResult>, DbErr> {
    connection.query_all_raw(Statement::from_string(connection.get_database_backend(), sql)).await
}

fn names_of(rows: &[QueryResult]) -> Result<Vec<String>, DbErr> {
    rows.iter().map(|row| row.try_get("", "name")).collect()
}
