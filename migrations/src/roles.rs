//! The PostgreSQL roles of the program. They are made once for a server, outside the migration
//! files, under an advisory lock, because roles belong to the server and not to the database.

use sea_orm_migration::sea_orm::{ConnectionTrait, DatabaseConnection, DbErr, Statement};

/// What a database administrator runs when the owner's account may not create roles.
pub const SQL: &str = "\
CREATE ROLE infitah_owner NOLOGIN NOSUPERUSER NOBYPASSRLS;
CREATE ROLE infitah_public NOLOGIN NOSUPERUSER NOBYPASSRLS;
CREATE ROLE infitah_app NOLOGIN NOSUPERUSER NOBYPASSRLS;
CREATE ROLE infitah_worker NOLOGIN NOSUPERUSER NOBYPASSRLS;
CREATE ROLE infitah_backup NOLOGIN NOSUPERUSER BYPASSRLS;
CREATE ROLE infitah LOGIN NOINHERIT NOSUPERUSER NOBYPASSRLS;
GRANT infitah_public, infitah_app, infitah_worker TO infitah;
GRANT infitah_owner TO CURRENT_USER;
";

const NAMES: [&str; 6] =
    ["infitah_owner", "infitah_public", "infitah_app", "infitah_worker", "infitah_backup", "infitah"];

/// Makes the missing roles and lets the owner create tables in this database.
///
/// # Errors
/// A database error when the account lacks the right; the caller then shows [`SQL`].
pub async fn ensure(connection: &DatabaseConnection) -> Result<(), DbErr> {
    let backend = connection.get_database_backend();
    connection.execute_unprepared("SELECT pg_advisory_lock(4609771)").await?;
    let present = connection
        .query_all_raw(Statement::from_string(
            backend,
            format!("SELECT rolname::text AS name FROM pg_roles WHERE rolname IN ('{}')", NAMES.join("','")),
        ))
        .await;
    let outcome = match present {
        Ok(rows) if rows.len() == NAMES.len() => Ok(()),
        Ok(rows) => create(connection, &rows_to_names(&rows)?).await,
        Err(error) => Err(error),
    };
    let outcome = match outcome {
        Ok(()) => connection
            .execute_unprepared(
                "GRANT USAGE, CREATE ON SCHEMA public TO infitah_owner;
                 GRANT USAGE ON SCHEMA public TO infitah_public, infitah_app, infitah_worker, infitah_backup",
            )
            .await
            .map(|_| ()),
        Err(error) => Err(error),
    };
    connection.execute_unprepared("SELECT pg_advisory_unlock(4609771)").await?;
    outcome
}

fn rows_to_names(rows: &[sea_orm_migration::sea_orm::QueryResult]) -> Result<Vec<String>, DbErr> {
    rows.iter().map(|row| row.try_get::<String>("", "name")).collect()
}

async fn create(connection: &DatabaseConnection, present: &[String]) -> Result<(), DbErr> {
    for line in SQL.lines() {
        let name = line.strip_prefix("CREATE ROLE ").and_then(|rest| rest.split(' ').next());
        if name.is_some_and(|name| present.iter().any(|one| one == name)) {
            continue;
        }
        connection.execute_unprepared(line).await?;
    }
    Ok(())
}
