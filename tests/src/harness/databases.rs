//! A database for each test: a copy of a file on SQLite, a database made from a template on
//! PostgreSQL. The template is migrated once a run. Which engine it is, `INFITAH_TEST_BACKEND` says.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};

use infitah_core::ground::bus::{self, Bus};
use infitah_core::ground::database::DatabaseConfig;
use tokio::sync::OnceCell;

/// Whether this run is on PostgreSQL, in one process or in several.
pub(crate) fn is_postgres() -> bool {
    std::env::var("INFITAH_TEST_BACKEND").is_ok_and(|backend| backend == "postgres") || is_fleet()
}

/// Whether the stories of this run are told to several processes.
pub(crate) fn is_fleet() -> bool {
    std::env::var("INFITAH_TEST_BACKEND").is_ok_and(|backend| backend == "fleet")
}

/// The way between processes that this run has: Redis beside PostgreSQL, none beside SQLite.
pub(crate) fn bus(public_url: &str) -> Bus {
    match std::env::var("INFITAH_TEST_REDIS_URL") {
        Ok(url) if is_postgres() => Bus::redis(&[url], &bus::prefix(public_url)).unwrap(),
        _ => Bus::in_process(),
    }
}

/// A database of a primary that has a replica.
pub(crate) struct Place {
    pub(crate) name: String,
    pub(crate) url: String,
    pub(crate) replica_url: String,
}

/// A fresh, migrated database on the primary, which the replica shows at once.
pub(crate) async fn fresh_fleet() -> Place {
    let url = fresh_postgres().await;
    let name = url.rsplit('/').next().expect("a database").to_owned();
    let replica = std::env::var("INFITAH_TEST_REPLICA_URL").expect("tests/run names the replica");
    Place { replica_url: at(&replica, &name, "infitah"), name, url }
}

/// A fresh, migrated database.
pub(crate) async fn fresh(folder: &Path) -> DatabaseConfig {
    let url = if is_postgres() { fresh_postgres().await } else { fresh_sqlite(folder).await };
    DatabaseConfig { url, read_url: None, connections: 4 }
}

async fn fresh_sqlite(folder: &Path) -> String {
    static TEMPLATE: OnceCell<(tempfile::TempDir, PathBuf)> = OnceCell::const_new();
    let (_, template) = TEMPLATE
        .get_or_init(|| async {
            let folder = tempfile::tempdir().unwrap();
            let file = folder.path().join("template.db");
            infitah_migrations::run::migrate(&format!("sqlite://{}", file.display())).await.unwrap();
            (folder, file)
        })
        .await;
    let file = folder.join("infitah.db");
    std::fs::copy(template, &file).unwrap();
    format!("sqlite://{}", file.display())
}

async fn fresh_postgres() -> String {
    static TEMPLATE: OnceCell<String> = OnceCell::const_new();
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    let run = std::process::id();
    let template = TEMPLATE
        .get_or_init(|| async {
            let name = format!("infitah_template_{run}");
            psql(&admin_url(), &format!("CREATE DATABASE {name}"));
            infitah_migrations::run::migrate(&url_of(&name, "postgres")).await.unwrap();
            name
        })
        .await;
    let name = format!("infitah_test_{run}_{}", NUMBER.fetch_add(1, Ordering::Relaxed));
    let made = psql(&admin_url(), &format!("CREATE DATABASE {name} TEMPLATE {template}"));
    assert_eq!(made, "", "a database for the test");
    url_of(&name, "infitah")
}

/// Runs a statement by hand and gives what psql printed, or what it complained of.
pub(crate) fn psql(url: &str, sql: &str) -> String {
    let output =
        Command::new("psql").args([url, "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-c", sql]).output();
    let output = output.expect("psql is installed with PostgreSQL");
    if output.status.success() {
        String::from_utf8_lossy(&output.stdout).trim().to_owned()
    } else {
        format!("ERROR {}", String::from_utf8_lossy(&output.stderr).trim())
    }
}

/// The address of the server's own account.
pub(crate) fn admin_url() -> String {
    std::env::var("INFITAH_TEST_POSTGRES_URL").expect("tests/run names the PostgreSQL server")
}

/// The address of a database for an account of the same server.
pub(crate) fn url_of(database: &str, user: &str) -> String {
    at(&admin_url(), database, user)
}

/// The address of a database at the server of this address.
pub(crate) fn at(url: &str, database: &str, user: &str) -> String {
    let (_, place) = url.rsplit_once('@').expect("an account");
    let (server, _) = place.split_once('/').expect("a database");
    format!("postgres://{user}@{server}/{database}")
}
