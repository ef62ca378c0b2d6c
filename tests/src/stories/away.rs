//! A database that goes away and comes back: what can be served without it is served, the rest is
//! told to come back, and no restart is needed.

use infitah_core::ground::database::DatabaseConfig;
use infitah_core::tenancy::permission::Role;
use serde_json::json;

use crate::harness::app::Door;
use crate::harness::databases::is_postgres;
use crate::harness::fleet::until;
use crate::harness::forwarder::{Forwarder, server_of};
use crate::harness::{Answer, Caller, TestApp};

/// An installation whose door reaches the database by a way that can be cut.
async fn before_a_way(app: &TestApp) -> (Door, Forwarder) {
    let way = Forwarder::to(&server_of(&app.database_url)).await;
    let config = DatabaseConfig { url: way.url(&app.database_url), read_url: None, connections: 4 };
    (app.another_door(&config, Default::default()).await, way)
}

fn must_wait(answer: &Answer) {
    assert_eq!(answer.status, 503, "{}", answer.text());
    assert_ne!(answer.header("retry-after"), "", "{answer:?}");
}

#[tokio::test]
async fn remembered_pages_outlast_the_database() {
    if !is_postgres() {
        return;
    }
    let app = TestApp::new().await;
    let (door, mut way) = before_a_way(&app).await;
    let reader = app.anyone("fes").at(door.address);
    let editor = app.staff("fes", Role::Editor).await.at(door.address);
    let page = reader.get("/fr/news").await.must(200).text();
    editor.get("/office/articles").await.must(200);

    way.cut().await;
    assert_eq!(reader.get("/fr/news").await.must(200).text(), page);
    must_wait(&reader.get("/fr/programme").await);
    must_wait(&app.anyone("agadir").at(door.address).get("/fr/news").await);
    let (office, query, ready, live) = tokio::join!(
        editor.get("/office/articles"),
        reader.send(
            reqwest::Method::POST,
            "/graphql",
            Some("application/json"),
            json!({ "query": "{ __typename }" }).to_string().into_bytes()
        ),
        reader.get("/readyz"),
        reader.get("/healthz"),
    );
    must_wait(&office);
    must_wait(&query);
    assert_eq!((ready.status, live.status), (503, 200));
    assert_eq!(reader.get("/fr/news").await.must(200).text(), page);

    way.mend().await;
    until("the database is found again", async || reader.get("/fr/programme").await.status == 200).await;
    editor.get("/office/articles").await.must(200);
    reader.get("/readyz").await.must(200);
}

#[tokio::test]
async fn suspended_member_is_not_shown_from_memory() {
    if !is_postgres() {
        return;
    }
    let app = TestApp::new().await;
    let (door, mut way) = before_a_way(&app).await;
    let reader = app.anyone("fes").at(door.address);
    reader.get("/fr/news").await.must(200);
    infitah_core::tenancy::collectivities::suspend(&door.hub, "fes").await.unwrap();
    way.cut().await;
    must_wait(&reader.get("/fr/news").await);
    way.mend().await;
}

#[tokio::test]
async fn broken_connections_cost_no_request() {
    if !is_postgres() {
        return;
    }
    let app = TestApp::new().await;
    let (door, mut way) = before_a_way(&app).await;
    let reader = app.anyone("fes").at(door.address);
    let editor = app.staff("fes", Role::Editor).await.at(door.address);
    for _ in 0..3 {
        // Several at once, so that the pools hold several connections when they all break.
        ask(&reader, &editor).await;
        way.cut().await;
        way.mend().await;
        ask(&reader, &editor).await;
    }
}

async fn ask(reader: &Caller, editor: &Caller) {
    let query = || reader.gql("{ articles(first: 3) { totalCount } }", json!({}));
    let office = || editor.get("/office/articles");
    let (one, two, three, four, five, six) =
        tokio::join!(query(), office(), query(), office(), query(), office());
    for answer in [one, three, five] {
        assert_eq!(answer["data"]["articles"]["totalCount"], 3, "{answer}");
    }
    for answer in [two, four, six] {
        answer.must(200);
    }
}
