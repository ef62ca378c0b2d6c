//! Mail through a real server. `tests/run` starts one that keeps what it takes and refuses whom it
//! is told to; without it these stories say that they were left out.

use std::path::PathBuf;

use chrono::TimeDelta;
use infitah_worker::Stats;

use crate::harness::TestApp;
use crate::harness::databases::{is_postgres, psql, url_of};
use crate::harness::mails::{self, Mail};

/// The server of the run.
struct Server {
    url: String,
    folder: PathBuf,
}

fn server() -> Option<Server> {
    let url = std::env::var("INFITAH_TEST_SMTP_URL").ok();
    let folder = std::env::var("INFITAH_TEST_SMTP_DIR").ok();
    match (url, folder) {
        (Some(url), Some(folder)) => Some(Server { url, folder: folder.into() }),
        _ => {
            eprintln!("left out: INFITAH_TEST_SMTP_URL and INFITAH_TEST_SMTP_DIR name no mail server");
            None
        }
    }
}

impl Server {
    /// Lets a worker send all that is due now.
    async fn run_worker(&self, app: &TestApp) -> Stats {
        app.run_worker_by(&self.url).await
    }

    /// What arrived for an address, the oldest first.
    fn mails_to(&self, address: &str) -> Vec<Mail> {
        let all = mails::read(&self.folder).into_iter();
        all.filter(|mail| mail.header("to").contains(address)).collect()
    }
}

/// An address that no other test of this run writes to.
fn address(app: &TestApp, name: &str) -> String {
    format!("{name}-{}@example.org", app.hub.new_request_id().simple())
}

async fn subscribe(app: &TestApp, email: &str) {
    app.anyone("fes").post_form("/ar/subscribe", &[("email", email)]).await.must(200);
}

/// A column of the only delivery, asked by hand where that is possible.
fn delivery(app: &TestApp, column: &str) -> Option<String> {
    let database = app.database_url.rsplit('/').next().unwrap();
    is_postgres().then(|| psql(&url_of(database, "postgres"), &format!("SELECT {column} FROM deliveries")))
}

#[tokio::test]
async fn confirmation_arrives_by_smtp_and_works() {
    let Some(server) = server() else { return };
    let app = TestApp::new().await;
    let email = address(&app, "amina");
    subscribe(&app, &email).await;
    let stats = server.run_worker(&app).await;
    assert_eq!((stats.sent, stats.retried, stats.dead), (1, 0, 0), "{stats:?}");
    let mails = server.mails_to(&email);
    assert_eq!(mails.len(), 1);
    let text = mails[0].text();
    assert!(text.contains("dir=\"rtl\"") && text.contains("فاس"), "{text}");
    assert!(mails[0].header("message-id").ends_with("@localhost>"), "{}", mails[0].header("message-id"));
    let from = mails[0].header("from");
    assert!(from.contains("hub") && from.contains("@example.org"), "{from}");
    let link = mails[0].link("/subscribe/confirm/");
    let path = link.split_once(&app.anyone("fes").host).expect("a link to fes").1.to_owned();
    app.anyone("fes").post_form(&path, &[]).await.must(200);
    assert_eq!(server.run_worker(&app).await.sent, 0, "nothing is sent twice");
    assert_eq!(server.mails_to(&email).len(), 1);
}

#[tokio::test]
async fn refused_for_good_is_given_up_at_once_and_kept() {
    let Some(server) = server() else { return };
    let app = TestApp::new().await;
    let email = address(&app, "refuse-550");
    subscribe(&app, &email).await;
    let stats = server.run_worker(&app).await;
    assert_eq!((stats.sent, stats.retried, stats.dead), (0, 0, 1), "{stats:?}");
    app.pass(TimeDelta::hours(40));
    let later = server.run_worker(&app).await;
    assert_eq!((later.sent, later.retried, later.dead), (0, 0, 0), "{later:?}");
    if let Some(kept) = delivery(&app, "status || ' ' || attempts") {
        assert_eq!(kept, "dead 1");
    }
    assert_eq!(server.mails_to(&email).len(), 0);
}

#[tokio::test]
async fn refused_for_now_is_tried_again_under_the_same_name() {
    let Some(server) = server() else { return };
    let app = TestApp::new().await;
    let email = address(&app, "once-451");
    subscribe(&app, &email).await;
    let stats = server.run_worker(&app).await;
    assert_eq!((stats.sent, stats.retried, stats.dead), (0, 1, 0), "{stats:?}");
    let id = delivery(&app, "id");
    assert_eq!(server.mails_to(&email).len(), 0);
    app.pass(TimeDelta::seconds(7));
    let stats = server.run_worker(&app).await;
    assert_eq!((stats.sent, stats.retried, stats.dead), (1, 0, 0), "{stats:?}");
    let mails = server.mails_to(&email);
    assert_eq!(mails.len(), 1);
    if let Some(id) = id {
        assert_eq!(mails[0].header("message-id"), format!("<{id}@localhost>"));
        assert_eq!(delivery(&app, "status || ' ' || attempts").unwrap(), "sent 2");
    }
}

#[tokio::test]
async fn clock_that_stands_shows_the_shortest_wait() {
    let Some(server) = server() else { return };
    let app = TestApp::new().await;
    subscribe(&app, &address(&app, "once-451")).await;
    assert_eq!(server.run_worker(&app).await.retried, 1);
    assert_eq!(server.run_worker(&app).await, Stats::default(), "not before its time");
    app.pass(TimeDelta::seconds(3));
    assert_eq!(server.run_worker(&app).await, Stats::default(), "four seconds are the shortest wait");
    app.pass(TimeDelta::seconds(4));
    assert_eq!(server.run_worker(&app).await.sent, 1);
}

#[tokio::test]
async fn server_that_is_away_loses_nothing() {
    let Some(server) = server() else { return };
    let app = TestApp::new().await;
    app.rest_worker().await;
    let email = address(&app, "amina");
    subscribe(&app, &email).await;
    let closed = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let away = Server { url: format!("smtp://{closed}"), folder: server.folder.clone() };
    assert_eq!(away.run_worker(&app).await.retried, 1);
    app.pass(TimeDelta::seconds(7));
    assert_eq!(away.run_worker(&app).await.retried, 1);
    app.pass(TimeDelta::seconds(80));
    assert_eq!(server.run_worker(&app).await.sent, 1);
    assert_eq!(server.mails_to(&email).len(), 1);
}
