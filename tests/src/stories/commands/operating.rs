//! An installation from nothing: schema, network, members, staff, and a door that serves them.

use std::path::Path;

use serde_json::{Value, json};

use super::{KEY, Running, program, run, url_in};
use crate::harness::app::PASSWORD;
use crate::harness::caller::encode;
use crate::harness::{Caller, buckets};

/// The environment of an installation in a folder.
pub(super) struct Operator {
    url: String,
    listen: String,
}

impl Operator {
    fn new(folder: &Path) -> Self {
        // Links hold the port, so it is chosen before the door opens.
        let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        Self { url: url_in(folder), listen: free.to_string() }
    }

    pub(super) fn command(&self) -> Option<std::process::Command> {
        program(&[
            ("INFITAH_DATABASE_URL", self.url.as_str()),
            ("INFITAH_SECRET_KEY", KEY),
            ("INFITAH_LISTEN", self.listen.as_str()),
        ])
    }

    pub(super) fn does(&self, arguments: &[&str]) -> String {
        run(&mut self.command().unwrap(), arguments).good()
    }

    pub(super) fn fails(&self, arguments: &[&str]) -> String {
        run(&mut self.command().unwrap(), arguments).failed()
    }

    /// The members as a script reads them.
    fn members(&self) -> Value {
        serde_json::from_str(&self.does(&["collectivity", "list", "--json"])).unwrap()
    }
}

const FES: [&str; 12] = [
    "collectivity",
    "create",
    "fes",
    "--kind",
    "commune",
    "--name-ar",
    "فاس",
    "--name-fr",
    "Fès",
    "--cohort",
    "1",
    "--population",
];

/// A schema, the network and fes.
pub(super) fn installed(folder: &Path) -> Option<Operator> {
    let operator = Operator::new(folder);
    operator.command()?;
    let applied = operator.does(&["migrate"]);
    assert!(applied.lines().all(|line| line.starts_with("applied ")), "{applied}");
    assert_eq!(applied.lines().count(), infitah_migrations::names().len());
    operator.does(&["collectivity", "create", "network", "--kind", "network", "--name-ar", "الشبكة"]);
    operator.does(&[&FES[..], &["1256172"]].concat());
    Some(operator)
}

#[test]
fn schema_is_brought_up_once() {
    let folder = tempfile::tempdir().unwrap();
    let Some(operator) = installed(folder.path()) else { return };
    assert_eq!(operator.does(&["migrate"]), "nothing is pending\n");
    assert_eq!(operator.does(&["migrate", "status"]), "nothing is pending\n");
    let status: Value = serde_json::from_str(&operator.does(&["migrate", "status", "--json"])).unwrap();
    assert_eq!(status, json!({ "known": infitah_migrations::names(), "pending": [] }));
    let elsewhere = tempfile::tempdir().unwrap();
    let empty = Operator::new(elsewhere.path());
    assert!(empty.fails(&["migrate", "status"]).contains("no database"));
    assert!(!elsewhere.path().join("infitah.db").exists(), "asking makes nothing");
    std::fs::write(elsewhere.path().join("infitah.db"), b"").unwrap();
    let pending = empty.does(&["migrate", "status"]);
    assert_eq!(pending.lines().count(), infitah_migrations::names().len(), "{pending}");
    assert!(pending.lines().all(|line| line.starts_with("pending ")), "{pending}");
}

#[test]
fn members_live_as_the_operator_says() {
    let folder = tempfile::tempdir().unwrap();
    let Some(operator) = installed(folder.path()) else { return };
    let status = |operator: &Operator| {
        let members = operator.members();
        let fes = members.as_array().unwrap().iter().find(|one| one["slug"] == "fes").cloned().expect("fes");
        fes["status"].as_str().unwrap().to_owned()
    };
    assert_eq!(status(&operator), "active");
    assert!(operator.does(&["collectivity", "list"]).contains("fes"));
    let shown: Value =
        serde_json::from_str(&operator.does(&["collectivity", "show", "fes", "--json"])).unwrap();
    assert_eq!((&shown["kind"], &shown["population"]), (&json!("commune"), &json!(1_256_172)), "{shown}");
    assert!(operator.does(&["collectivity", "room", "fes", "--megabytes", "4096"]).contains("4096 MB"));
    operator.fails(&["collectivity", "room", "fes", "--megabytes", "4000000000"]);
    let domain = |verb: &'static str, name: &'static str| ["collectivity", "domain", verb, "fes", name];
    operator.does(&domain("add", "fes.example.ma"));
    assert!(operator.members().to_string().contains("fes.example.ma"));
    operator.fails(&domain("add", "fes.example.ma"));
    operator.fails(&domain("add", "other.localhost"));
    operator.does(&domain("remove", "fes.example.ma"));
    operator.fails(&domain("remove", "fes.example.ma"));
    for (verb, after) in [("suspend", "suspended"), ("resume", "active"), ("archive", "archived")] {
        operator.does(&["collectivity", verb, "fes"]);
        assert_eq!(status(&operator), after);
    }
    for arguments in [
        &["collectivity", "archive", "fes"][..],
        &["collectivity", "resume", "fes"],
        &["collectivity", "suspend", "nowhere"],
        &["collectivity", "show", "nowhere"],
        &["collectivity", "create", "www", "--kind", "commune", "--name-ar", "ا"],
        &["collectivity", "create", "Not A Slug", "--kind", "commune", "--name-ar", "ا"],
        &["collectivity", "create", "fes", "--kind", "commune", "--name-ar", "فاس"],
        &["collectivity", "create", "sale", "--kind", "commune", "--name-ar", " "],
        &["collectivity", "create", "sale", "--kind", "commune", "--name-ar", "سلا", "--region", "99"],
    ] {
        operator.fails(arguments);
    }
    assert_eq!(
        operator.members().as_array().unwrap().iter().filter(|one| one["slug"] != "network").count(),
        1
    );
    operator.fails(&["collectivity", "room", "nobody", "--megabytes", "1"]);
    assert!(operator.does(&["audit", "verify"]).contains("whole"));
}

#[test]
fn doctor_says_what_it_found() {
    let folder = tempfile::tempdir().unwrap();
    let Some(operator) = installed(folder.path()) else { return };
    let said = operator.does(&["doctor"]);
    assert!(said.lines().count() >= 4 && said.lines().all(|line| line.starts_with("ok")), "{said}");
    let mut command = operator.command().unwrap();
    let ill = run(command.env("INFITAH_SECRET_KEY", "short"), &["doctor", "--json"]);
    assert_eq!(ill.status, Some(1));
    let findings: Value = serde_json::from_str(&ill.out).unwrap();
    let bad: Vec<&Value> = findings.as_array().unwrap().iter().filter(|one| one["ok"] == false).collect();
    assert_eq!(bad.len(), 1, "{findings}");
    assert!(bad[0]["detail"].as_str().unwrap().contains("INFITAH_SECRET_KEY"), "{findings}");
}

#[tokio::test]
async fn doctor_tries_the_bucket_and_never_tells_its_key() {
    let folder = tempfile::tempdir().unwrap();
    let Some(operator) = installed(folder.path()) else { return };
    let server = buckets::serve(&folder.path().join("buckets")).await;
    // This server would make a bucket there is none of; others refuse it, as it does where it cannot.
    std::fs::write(folder.path().join("buckets/elsewhere"), "no folder").unwrap();
    let look = |secret: &'static str, bucket: &'static str| {
        let mut command = operator.command().unwrap();
        command
            .env("INFITAH_MEDIA_URL", format!("s3://{bucket}/media"))
            .env("INFITAH_S3_ENDPOINT", format!("http://{server}"))
            .env("INFITAH_S3_ACCESS_KEY", buckets::ACCESS_KEY)
            .env("INFITAH_S3_SECRET_KEY", secret);
        // The server answers on this test's own thread meanwhile.
        tokio::task::spawn_blocking(move || run(&mut command, &["doctor"]))
    };
    let well = look(buckets::SECRET_KEY, "files").await.unwrap().good();
    assert!(well.contains("ok     files: the bucket files at http://127.0.0.1"), "{well}");
    for (secret, bucket) in [("another secret", "files"), (buckets::SECRET_KEY, "elsewhere")] {
        let ill = look(secret, bucket).await.unwrap();
        assert_eq!(ill.status, Some(1), "{}", ill.out);
        let bad: Vec<&str> = ill.out.lines().filter(|line| line.starts_with("FAILED")).collect();
        assert!(bad.len() == 1 && bad[0].starts_with("FAILED files: the bucket"), "{}", ill.out);
        assert!(!ill.out.contains(secret) && !ill.err.contains(secret), "{} {}", ill.out, ill.err);
    }
}

#[tokio::test]
async fn invited_by_hand_signs_in_at_the_door() {
    let folder = tempfile::tempdir().unwrap();
    let Some(operator) = installed(folder.path()) else { return };
    for arguments in [
        &["staff", "invite", "not an address", "--collectivity", "fes", "--role", "editor"][..],
        &["staff", "invite", "a@example.org", "--collectivity", "nowhere", "--role", "editor"],
        &["staff", "revoke", "nobody@example.org", "--collectivity", "fes"],
    ] {
        operator.fails(arguments);
    }
    let invite = [
        "staff",
        "invite",
        "amina@example.org",
        "--collectivity",
        "fes",
        "--role",
        "editor",
        "--locale",
        "fr",
    ];
    let link = operator.does(&invite);
    assert!(link.starts_with("http://fes.localhost") && link.lines().count() == 1, "{link}");
    let path = format!("/office/{}", link.trim().split("/office/").nth(1).unwrap());

    let (running, port) = Running::start(&mut operator.command().unwrap(), &["serve"]);
    let fes = Caller::new(([127, 0, 0, 1], port).into(), &format!("fes.localhost:{port}"));
    fes.get("/readyz").await.must(200);
    let accepted = fes.post_form(&path, &[("password", PASSWORD)]).await.must(303);
    let amina = fes.clone().with("cookie", &accepted.cookie().unwrap());
    let viewer = amina.gql("{ viewer { email roles locale } }", json!({})).await;
    assert_eq!(
        viewer["data"]["viewer"],
        json!({ "email": "amina@example.org", "roles": ["EDITOR"], "locale": "FR" })
    );
    operator.does(&["staff", "revoke", "amina@example.org", "--collectivity", "fes"]);
    let after = amina.gql("{ viewer { email } }", json!({})).await;
    assert_eq!(after["data"]["viewer"], Value::Null, "{after}");
    let search = format!("/graphql?query={}", encode("{ collectivity { slug population } }"));
    assert!(fes.get(&search).await.must(200).text().contains("1256172"));
    operator.does(&["collectivity", "suspend", "fes"]);
    assert_eq!(running.stop(), Some(0));
}
