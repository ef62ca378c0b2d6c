//! Bringing a schema up, and saying what is pending. On PostgreSQL the roles are made first and
//! the tables are made by `infitah_owner`; two runs at once wait for each other.

use std::time::Duration;

use sea_orm_migration::MigratorTrait;
use sea_orm_migration::sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbErr};

use crate::{Migrator, names, roles};

/// Why a schema was not brought up.
#[derive(Debug)]
pub enum MigrateError {
    /// The account may not create roles; this is what an administrator runs.
    Roles(roles::Missing),
    /// The database has migrations that this program does not know; their names.
    Newer(Vec<String>),
    /// The database could not be reached or refused a statement.
    Database(DbErr),
}

impl std::fmt::Display for MigrateError {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Roles(_) => formatter.write_str("this account may not create the roles of the program"),
            Self::Newer(names) => {
                write!(formatter, "the database is newer than this program (it has {})", names.join(", "))
            }
            Self::Database(_) => formatter.write_str("the database could not be migrated"),
        }
    }
}

impl std::error::Error for MigrateError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Roles(roles::Missing { error, .. }) | Self::Database(error) => Some(error),
            Self::Newer(_) => None,
        }
    }
}

/// Brings the schema up and gives the names of the migrations that were applied now.
///
/// # Errors
/// See [`MigrateError`].
pub async fn migrate(url: &str) -> Result<Vec<String>, MigrateError> {
    if is_postgres(url) {
        let account = connect(url, None).await?;
        let made = roles::ensure(&account).await;
        close(account).await;
        made.map_err(|missing| match missing {
            roles::Missing { sql, error } if sql.is_empty() => MigrateError::Database(error),
            missing => MigrateError::Roles(missing),
        })?;
    }
    let owner = connect(url, Some("infitah_owner")).await?;
    if is_postgres(url) {
        // Held by this one connection until it closes.
        owner.execute_unprepared("SELECT pg_advisory_lock(4609772)").await.map_err(MigrateError::Database)?;
    }
    let outcome = bring_up(&owner).await;
    close(owner).await;
    outcome
}

/// The names of the migrations that are not applied yet.
///
/// # Errors
/// See [`MigrateError`].
pub async fn pending(url: &str) -> Result<Vec<String>, MigrateError> {
    let owner = connect(url, Some("infitah_owner")).await?;
    let applied = applied(&owner).await;
    close(owner).await;
    let applied = applied?;
    Ok(names()
        .into_iter()
        .filter(|&name| !applied.iter().any(|one| one == name))
        .map(str::to_owned)
        .collect())
}

async fn bring_up(owner: &DatabaseConnection) -> Result<Vec<String>, MigrateError> {
    let before = applied(owner).await?;
    let unknown: Vec<String> =
        before.iter().filter(|name| !names().contains(&name.as_str())).cloned().collect();
    if !unknown.is_empty() {
        return Err(MigrateError::Newer(unknown));
    }
    Migrator::up(owner, None).await.map_err(MigrateError::Database)?;
    Ok(names().into_iter().filter(|&name| !before.iter().any(|one| one == name)).map(str::to_owned).collect())
}

async fn applied(owner: &DatabaseConnection) -> Result<Vec<String>, MigrateError> {
    Migrator::install(owner).await.map_err(MigrateError::Database)?;
    let models = Migrator::get_migration_models(owner).await.map_err(MigrateError::Database)?;
    Ok(models.into_iter().map(|model| model.version).collect())
}

async fn connect(url: &str, role: Option<&'static str>) -> Result<DatabaseConnection, MigrateError> {
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(1)
        .min_connections(1)
        .sqlx_logging(false)
        .acquire_timeout(Duration::from_secs(10));
    if let Some(role) = role.filter(|_| is_postgres(url)) {
        options.map_sqlx_postgres_opts(move |options| options.options([("role", role)]));
    }
    options.map_sqlx_sqlite_opts(|options| options.create_if_missing(true).foreign_keys(true));
    Database::connect(options).await.map_err(MigrateError::Database)
}

async fn close(connection: DatabaseConnection) {
    if let Err(error) = connection.close().await {
        tracing::debug!(%error, "closing the owner's connection");
    }
}

fn is_postgres(url: &str) -> bool {
    url.starts_with("postgres")
}
