//! What the machinery around the program learns from the ops listener: the queue, the counts, the
//! certificates that may be asked for; and what it must not learn, which is about whom.

use std::sync::OnceLock;
use std::time::{Duration, Instant};

use chrono::TimeDelta;
use infitah_core::tenancy::collectivities::{archive, suspend};
use infitah_core::tenancy::permission::Role;
use infitah_gateway::{Exposition, Ops, OpsSettings};
use serde_json::json;
use tokio::net::TcpListener;

use crate::harness::{Caller, TestApp};

/// Longer than any reading is kept.
const PATIENCE: Duration = Duration::from_secs(20);

/// The ops listener of an installation in this process. The counts are those of the whole process,
/// so other tests may add to them; the states are those of this installation alone.
async fn ops_of(app: &TestApp) -> Caller {
    static EXPOSITION: OnceLock<Exposition> = OnceLock::new();
    let settings = OpsSettings {
        migrations: infitah_migrations::names().into_iter().map(str::to_owned).collect(),
        build: "test".into(),
        exposition: EXPOSITION.get_or_init(|| Exposition::begin().unwrap()).clone(),
    };
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let ops = Ops::new(app.hub.clone(), settings);
    tokio::spawn(async move { ops.serve(listener, std::future::pending()).await });
    Caller::new(address, &address.to_string())
}

async fn scrape(ops: &Caller) -> String {
    let answer = ops.get("/metrics").await.must(200);
    assert!(answer.header("content-type").starts_with("text/plain"), "{answer:?}");
    answer.text()
}

/// The sum of the samples of a name whose labels hold all these; nothing when there is none.
fn value(text: &str, name: &str, labels: &[&str]) -> Option<f64> {
    let samples = text.lines().filter(|line| {
        let rest = line.strip_prefix(name).unwrap_or("?");
        rest.starts_with(['{', ' ']) && labels.iter().all(|label| rest.contains(label))
    });
    let values: Vec<f64> = samples.map(|line| line.rsplit(' ').next().unwrap().parse().unwrap()).collect();
    (!values.is_empty()).then(|| values.iter().sum())
}

/// Scrapes until a state is what it should be; a reading may be a second old.
async fn until(ops: &Caller, name: &str, wanted: impl Fn(f64) -> bool) -> f64 {
    let began = Instant::now();
    loop {
        let text = scrape(ops).await;
        match value(&text, name, &[]) {
            Some(found) if wanted(found) => return found,
            found => assert!(began.elapsed() < PATIENCE, "{name} is {found:?}\n{text}"),
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

async fn ask_to_be_told(app: &TestApp, slug: &str, email: &str) {
    app.anyone(slug).post_form("/fr/subscribe", &[("email", email)]).await.must(200);
}

#[tokio::test]
async fn queue_is_measured_as_it_is() {
    let app = TestApp::new().await;
    let ops = ops_of(&app).await;
    let calm = scrape(&ops).await;
    for name in [
        "infitah_outbox_pending",
        "infitah_outbox_lag_seconds",
        "infitah_deliveries_due",
        "infitah_dead_letters",
    ] {
        assert_eq!(value(&calm, name, &[]), Some(0.0), "{name}\n{calm}");
    }
    let sent = |text: &str| value(text, "infitah_deliveries_total", &["result=\"sent\""]).unwrap_or(0.0);
    let timed = |text: &str| value(text, "infitah_delivery_seconds_count", &[]).unwrap_or(0.0);

    ask_to_be_told(&app, "fes", "amina@example.org").await;
    ask_to_be_told(&app, "agadir", "louis@example.org").await;
    assert_eq!(until(&ops, "infitah_outbox_pending", |count| count > 1.0).await, 2.0);
    app.pass(TimeDelta::seconds(90));
    until(&ops, "infitah_outbox_lag_seconds", |seconds| (90.0..100.0).contains(&seconds)).await;

    app.run_worker().await;
    assert_eq!(app.mails().len(), 2);
    until(&ops, "infitah_outbox_pending", |count| count == 0.0).await;
    let after = scrape(&ops).await;
    assert_eq!(value(&after, "infitah_outbox_lag_seconds", &[]), Some(0.0));
    assert!(sent(&after) >= sent(&calm) + 2.0, "{after}");
    assert!(timed(&after) >= timed(&calm) + 2.0, "{after}");
}

#[tokio::test]
async fn requests_are_counted_by_route_and_kind() {
    let app = TestApp::new().await;
    let ops = ops_of(&app).await;
    let before = scrape(&ops).await;
    let counted = |text: &str, labels: &[&str]| {
        value(text, "infitah_http_requests_total", labels).unwrap_or(0.0)
            - value(&before, "infitah_http_requests_total", labels).unwrap_or(0.0)
    };
    for _ in 0..3 {
        app.anyone("fes").get("/fr/news").await.must(200);
    }
    app.anyone("").get("/fr/members").await.must(200);
    app.anyone("fes").get("/no/such/page").await.must(404);
    app.anyone("nowhere").get("/fr/news").await.must(404);
    app.anyone("fes").gql("{ articles(first: 5) { nodes { id } } }", json!({})).await;
    let after = scrape(&ops).await;
    for (labels, least) in [
        (&["route=\"/{locale}/news\"", "kind=\"commune\"", "status=\"200\""][..], 3.0),
        (&["route=\"/{locale}/members\"", "kind=\"network\"", "status=\"200\""], 1.0),
        (&["route=\"/{locale}/news\"", "kind=\"none\"", "status=\"404\""], 1.0),
        (&["kind=\"commune\"", "status=\"404\""], 1.0),
        (&["route=\"/graphql\"", "status=\"200\""], 1.0),
    ] {
        assert!(counted(&after, labels) >= least, "{labels:?}\n{after}");
    }
    let cache = |result: &str| value(&after, "infitah_page_cache_total", &[result]).unwrap_or(0.0);
    assert!(cache("result=\"hit\"") >= 2.0 && cache("result=\"miss\"") >= 1.0, "{after}");
    assert!(value(&after, "infitah_graphql_cost_count", &[]).unwrap() >= 1.0);
    assert!(value(&after, "infitah_statements_total", &[]).unwrap() > 0.0);
    assert!(value(&after, "infitah_pool_connections", &["pool=\"public\"", "state=\"max\""]).unwrap() > 1.0);
    assert_eq!(value(&after, "infitah_build_info", &["build=\"test\"", "version="]), Some(1.0));
    let bucket = ["route=\"/{locale}/news\"", "kind=\"commune\"", "le=\"+Inf\""];
    assert!(value(&after, "infitah_http_request_seconds_bucket", &bucket).unwrap() >= 3.0);
}

#[tokio::test]
async fn numbers_name_nobody() {
    let app = TestApp::new().await;
    let ops = ops_of(&app).await;
    let editor = app.staff("fes", Role::Editor).await;
    editor.get("/office/articles").await.must(200);
    ask_to_be_told(&app, "agadir", "amina@example.org").await;
    app.run_worker().await;
    app.anyone("agadir").get("/fr/news/secret-path?q=amina").await.must(404);
    let text = scrape(&ops).await;
    let words: Vec<&str> = text.split(|c: char| !c.is_ascii_alphanumeric()).collect();
    for word in ["fes", "agadir", "amina", "editor", "secret", "localhost", "example"] {
        assert!(!words.contains(&word), "{word} is in\n{text}");
    }
    assert!(!text.contains('@') && !text.contains("127.0.0.1"), "{text}");
    let ids = [app.fes.id, app.agadir.id, app.network.id].map(|id| id.to_string());
    assert!(ids.iter().all(|id| !text.contains(id)), "{text}");
}

#[tokio::test]
async fn certificates_are_for_hosts_of_ours() {
    let app = TestApp::new().await;
    let ops = ops_of(&app).await;
    for (domain, status) in [
        ("localhost", 200),
        ("fes.localhost", 200),
        ("FES.localhost", 200),
        ("nowhere.localhost", 404),
        ("www.fes.localhost", 404),
        ("evil.example", 404),
        ("127.0.0.1", 404),
        ("fes.localhost:443", 404),
        ("fes.localhost%00", 404),
        ("..%2Ffes.localhost", 404),
        ("", 400),
    ] {
        let answer = ops.get(&format!("/tls/ask?domain={domain}")).await;
        assert_eq!(answer.status, status, "{domain}");
    }
    assert_eq!(ops.get("/tls/ask").await.status, 400);
    suspend(&app.hub, "agadir").await.unwrap();
    ops.get("/tls/ask?domain=agadir.localhost").await.must(200);
    archive(&app.hub, "agadir").await.unwrap();
    ops.get("/tls/ask?domain=agadir.localhost").await.must(200);
}

#[tokio::test]
async fn public_door_answers_nothing_of_the_ops_listener() {
    let app = TestApp::new().await;
    for slug in ["", "fes"] {
        for path in ["/metrics", "/tls/ask?domain=fes.localhost"] {
            let answer = app.anyone(slug).get(path).await;
            assert_eq!(answer.status, 404, "{path}");
            assert!(!answer.text().contains("infitah_"), "{path}");
        }
    }
}

#[tokio::test]
async fn scrape_does_not_wait_for_a_database_that_is_away() {
    let app = TestApp::new().await;
    let ops = ops_of(&app).await;
    ops.get("/readyz").await.must(200);
    assert!(value(&scrape(&ops).await, "infitah_outbox_pending", &[]).is_some());
    app.hub.database().close().await;
    let began = Instant::now();
    // What was read within the last second may still be told.
    loop {
        let text = scrape(&ops).await;
        assert!(value(&text, "infitah_build_info", &[]).is_some(), "{text}");
        if value(&text, "infitah_outbox_pending", &[]).is_none() {
            break;
        }
        assert!(began.elapsed() < PATIENCE, "{text}");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    ops.get("/healthz").await.must(200);
    ops.get("/readyz").await.must(503);
}
