//! The operator imports a programme with the program itself: what it would do, what it did, and every
//! mistake in a line of its own.

use std::path::Path;
use std::sync::Arc;

use infitah_core::ground::bus::Bus;
use infitah_core::ground::clock::ManualClock;
use infitah_core::ground::database::{Database, DatabaseConfig};
use infitah_core::ground::localised::Localised;
use infitah_core::ground::resolver::Resolver;
use infitah_core::ground::secret::SecretKey;
use infitah_core::programme::cycle::{self, NewProgramme};
use infitah_core::tenancy::hub::{Hub, HubConfig};
use serde_json::Value;

use super::operating::installed;
use super::{KEY, run, url_in};
use crate::stories::spreadsheets::sheet;

#[test]
fn operator_imports_a_programme() {
    let folder = tempfile::tempdir().unwrap();
    let Some(operator) = installed(folder.path()) else { return };
    let file = |name: &str, rows: &[&str]| {
        let path = folder.path().join(name);
        std::fs::write(&path, sheet(rows)).unwrap();
        path.display().to_string()
    };
    let good = file("good.csv", &["1;Axe;1;Projet;1000;1;Activité;;2", ";;;;;2;Suite;;"]);
    let bad = file("bad.csv", &["1;Axe;x;Projet;-1;1;A;hier;"]);
    let does = |arguments: &[&str]| run(&mut operator.command().unwrap(), arguments);
    let import = |file: &str, more: &[&str]| {
        does(&[&["import", "programme", file, "--collectivity", "fes"], more].concat())
    };

    // No programme is in preparation yet.
    let refused = import(&good, &[]).failed();
    assert!(refused.contains("Create it in the office first"), "{refused}");
    assert!(does(&["import", "programme", &good, "--collectivity", "rabat"]).failed().contains("rabat"));
    assert!(import("nowhere.csv", &[]).failed().contains("cannot read nowhere.csv"));
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(plan(folder.path(), &["2028-2029", "2030-2031"]));
    assert!(import(&good, &[]).failed().contains("Several programmes are in preparation"));
    let cycle = ["--cycle", "2028-2029"];

    let mistakes = import(&bad, &cycle);
    assert_eq!((mistakes.status, mistakes.out.as_str()), (Some(1), ""));
    assert_eq!(mistakes.err.lines().count(), 3, "{}", mistakes.err);
    let first = "infitah: row 2, column C (commitment_number): “x” is not a whole number.";
    assert!(mistakes.err.starts_with(first), "{}", mistakes.err);
    let mistakes = import(&bad, &["--cycle", "2028-2029", "--json"]);
    let told: Value = serde_json::from_str(&mistakes.out).unwrap();
    assert_eq!(
        (told["problems"][1]["row"].as_u64(), told["problems"][1]["column"].as_str()),
        (Some(2), Some("E"))
    );
    assert_eq!((mistakes.status, told["more"].as_u64()), (Some(1), Some(0)));

    let tried = import(&good, &["--cycle", "2028-2029", "--dry-run"]).good();
    assert_eq!(tried, "would import into 2028-2029 of fes: axes 1, commitments 1, milestones 2\n");
    let done: Value =
        serde_json::from_str(&import(&good, &["--cycle", "2028-2029", "--json"]).good()).unwrap();
    assert_eq!((done["milestones"].as_u64(), done["dryRun"].as_bool()), (Some(2), Some(false)));
    assert!(import(&good, &cycle).failed().contains("This programme has axes already"));
    assert!(does(&["audit", "verify", "--collectivity", "fes"]).good().contains("whole"));
}

/// Programmes in preparation, as the office makes them.
async fn plan(folder: &Path, cycles: &[&str]) {
    let database = DatabaseConfig { url: url_in(folder), read_url: None, connections: 2 };
    let hub = Hub::new(HubConfig {
        database: Database::connect(&database).await.unwrap(),
        clock: Arc::new(ManualClock::starting_at("2026-11-23T10:00:00Z".parse().unwrap())),
        secret: SecretKey::new(KEY.as_bytes()).unwrap(),
        domain: "localhost".into(),
        public_url: "http://localhost".into(),
        bus: Bus::in_process(),
        store: None,
        resolver: Resolver::default(),
        provider: None,
    });
    let scope = hub.system_scope(hub.member("fes").await.unwrap().unwrap(), "test");
    for cycle in cycles {
        let new = NewProgramme {
            cycle: (*cycle).to_owned(),
            notes: Localised::default(),
            starts_on: None,
            ends_on: None,
            report_every_months: 3,
        };
        cycle::create(&scope, new).await.unwrap();
    }
    hub.database().close().await;
}
