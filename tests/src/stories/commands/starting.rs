//! How the program starts and stops on a machine where others start and stop too: a port that the
//! system chose, migrations that run elsewhere, roles that a database administrator makes, and a
//! second signal.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::process::{Command, Stdio};

use serde_json::Value;

use super::{KEY, Running, program, run, url_in};
use crate::harness::Caller;
use crate::harness::databases::{admin_url, is_postgres, psql, url_of};
use crate::harness::fleet::until;

/// A database of its own that nobody has migrated; dropped with the test.
struct Bare {
    name: String,
    account: Option<String>,
}

impl Bare {
    fn new(word: &str) -> Self {
        let name = format!("infitah_{word}_{}", std::process::id());
        assert_eq!(psql(&admin_url(), &format!("CREATE DATABASE {name}")), "");
        Self { name, account: None }
    }
}

impl Drop for Bare {
    fn drop(&mut self) {
        psql(&admin_url(), &format!("DROP DATABASE {} WITH (FORCE)", self.name));
        if let Some(account) = &self.account {
            psql(&admin_url(), &format!("DROP ROLE {account}"));
        }
    }
}

#[test]
fn links_name_the_port_that_the_system_chose() {
    let folder = tempfile::tempdir().unwrap();
    let url = url_in(folder.path());
    let environment = [
        ("INFITAH_DATABASE_URL", url.as_str()),
        ("INFITAH_SECRET_KEY", KEY),
        ("INFITAH_LISTEN", "127.0.0.1:0"),
        ("INFITAH_OPS_LISTEN", "off"),
    ];
    let Some(mut command) = program(&environment) else { return };
    run(&mut command, &["migrate"]).good();
    let mut child = program(&environment).unwrap().arg("serve").stdout(Stdio::piped()).spawn().unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    child.kill().unwrap();
    child.wait().unwrap();
    let port = line.split("http://127.0.0.1:").nth(1).and_then(|rest| rest.split(' ').next()).unwrap();
    assert_ne!(port, "0", "{line}");
    assert!(line.trim_end().ends_with(&format!("for http://localhost:{port}")), "{line}");
}

#[cfg(unix)]
#[tokio::test]
async fn second_signal_means_now() {
    let folder = tempfile::tempdir().unwrap();
    let url = url_in(folder.path());
    let environment = [
        ("INFITAH_DATABASE_URL", url.as_str()),
        ("INFITAH_SECRET_KEY", KEY),
        ("INFITAH_LISTEN", "127.0.0.1:0"),
        ("INFITAH_OPS_LISTEN", "off"),
        ("INFITAH_DRAIN_SECONDS", "300"),
    ];
    let Some(mut command) = program(&environment) else { return };
    run(&mut command, &["migrate"]).good();
    let (running, port) = Running::start(&mut program(&environment).unwrap(), &["serve"]);
    let anyone = Caller::new(([127, 0, 0, 1], port).into(), &format!("localhost:{port}"));
    anyone.get("/readyz").await.must(200);
    running.ask_to_stop();
    until("the first signal is heard", async || anyone.get("/readyz").await.status == 503).await;
    assert_eq!(running.stop(), Some(1), "the second one does not wait for the drain");
}

#[tokio::test]
async fn start_waits_for_migrations_that_run_elsewhere() {
    if !is_postgres() {
        return;
    }
    let bare = Bare::new("waiting");
    let url = url_of(&bare.name, "infitah");
    let environment = [
        ("INFITAH_DATABASE_URL", url.as_str()),
        ("INFITAH_SECRET_KEY", KEY),
        ("INFITAH_LISTEN", "127.0.0.1:0"),
        ("INFITAH_OPS_LISTEN", "off"),
        ("INFITAH_SMTP_URL", "smtp://127.0.0.1:1"),
        ("INFITAH_MAIL_FROM", "hub@example.org"),
    ];
    let Some(mut command) = program(&environment) else { return };
    let line = run(&mut command, &["serve"]).failed_with_logs();
    assert!(line.contains("infitah migrate"), "nobody migrates: {line}");

    // Somebody holds the lock, as a migration does, until their input ends.
    let admin = url_of(&bare.name, "postgres");
    let mut holder = Command::new("psql")
        .args([admin.as_str(), "-X", "-q", "-A", "-t"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut asks = holder.stdin.take().unwrap();
    writeln!(asks, "SELECT 'held' FROM (SELECT pg_advisory_lock(4609772)) AS held;").unwrap();
    let mut held = String::new();
    BufReader::new(holder.stdout.take().unwrap()).read_line(&mut held).unwrap();
    assert_eq!(held.trim(), "held");

    let migrating = tokio::spawn({
        let admin = admin.clone();
        async move { infitah_migrations::run::migrate(&admin).await.map(|applied| applied.len()) }
    });
    let mut serving = program(&environment)
        .unwrap()
        .arg("serve")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut logs = BufReader::new(serving.stderr.take().unwrap());
    let waits = tokio::task::spawn_blocking(move || {
        let mut line = String::new();
        while logs.read_line(&mut line).unwrap() > 0 && !line.contains("waiting for migrations") {
            line.clear();
        }
        // What follows is read to its end, so that the program is not held up.
        std::thread::spawn(move || logs.read_to_end(&mut Vec::new()));
        line
    });
    assert!(waits.await.unwrap().contains("waiting for migrations"), "the start does not wait");
    drop(asks);
    holder.wait().unwrap();
    assert_eq!(migrating.await.unwrap().unwrap(), infitah_migrations::names().len());
    let mut line = String::new();
    BufReader::new(serving.stdout.take().unwrap()).read_line(&mut line).unwrap();
    serving.kill().unwrap();
    serving.wait().unwrap();
    assert!(line.starts_with("listening"), "{line}");
}

#[test]
fn account_that_may_not_make_roles_is_told_what_is_missing() {
    if !is_postgres() {
        return;
    }
    let mut bare = Bare::new("rights");
    let account = format!("Keeper-{}", std::process::id());
    bare.account = Some(format!("\"{account}\""));
    assert_eq!(psql(&admin_url(), &format!("CREATE ROLE \"{account}\" LOGIN")), "");
    let owner_url = url_of(&bare.name, &account);
    let environment = [("INFITAH_DATABASE_OWNER_URL", owner_url.as_str())];
    let Some(mut command) = program(&environment) else { return };
    let refused = run(&mut command, &["migrate"]);
    let sql = refused.out.clone();
    assert!(sql.contains(&format!("GRANT infitah_owner TO \"{account}\";")), "{sql}");
    assert!(sql.contains("GRANT USAGE, CREATE ON SCHEMA public TO infitah_owner;"), "{sql}");
    assert!(refused.failed().contains("may not create the roles"));
    let admin = url_of(&bare.name, "postgres");
    let tables = "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'";
    assert_eq!(psql(&admin, tables), "0", "nothing half done");

    assert_eq!(psql(&admin, &sql), "");
    let applied = run(&mut program(&environment).unwrap(), &["migrate"]).good();
    assert_eq!(applied.lines().count(), infitah_migrations::names().len(), "{applied}");
    assert_eq!(run(&mut program(&environment).unwrap(), &["migrate"]).good(), "nothing is pending\n");
    let owners = "SELECT DISTINCT tableowner FROM pg_tables WHERE schemaname = 'public'";
    assert_eq!(psql(&admin, owners), "infitah_owner");
}

#[tokio::test]
async fn doctor_proves_roles_and_row_security() {
    if !is_postgres() {
        return;
    }
    let bare = Bare::new("doctor");
    let admin = url_of(&bare.name, "postgres");
    infitah_migrations::run::migrate(&admin).await.unwrap();
    let walls = |user: &str| {
        let url = url_of(&bare.name, user);
        let environment = [("INFITAH_DATABASE_URL", url.as_str()), ("INFITAH_SECRET_KEY", KEY)];
        let done = run(&mut program(&environment)?, &["doctor", "--json"]);
        let findings: Value = serde_json::from_str(&done.out).unwrap();
        let finding = findings.as_array()?.iter().find(|one| one["check"] == "row security").cloned();
        Some(finding.unwrap_or_else(|| panic!("no finding: {findings}")))
    };
    let Some(good) = walls("infitah") else { return };
    assert_eq!(good["ok"], true, "{good}");
    for role in ["infitah,", "infitah_app", "infitah_public", "infitah_worker"] {
        assert!(good["detail"].as_str().unwrap().contains(role), "{good}");
    }
    let mighty = walls("postgres").unwrap();
    assert_eq!(mighty["ok"], false, "{mighty}");
    assert!(mighty["detail"].as_str().unwrap().contains("postgres"), "{mighty}");
    for table in ["articles", "hosts", "people"] {
        assert_eq!(psql(&admin, &format!("ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY")), "");
        let open = walls("infitah").unwrap();
        assert_eq!(open["ok"], false, "{open}");
        assert!(open["detail"].as_str().unwrap().contains(table), "{open}");
        assert_eq!(psql(&admin, &format!("ALTER TABLE {table} FORCE ROW LEVEL SECURITY")), "");
    }
}
