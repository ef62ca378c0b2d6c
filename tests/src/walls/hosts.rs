//! The first wall: the host decides the tenant, and a closed site is closed everywhere.

use infitah_core::tenancy::collectivities::{archive, resume, suspend};
use infitah_core::tenancy::permission::Role;
use serde_json::json;

use crate::harness::TestApp;

#[tokio::test]
async fn unknown_host_is_a_neutral_page() {
    let app = TestApp::new().await;
    for host in
        ["nowhere.localhost", "evil.example", "127.0.0.1", "fes.localhost.", "a.fes.localhost", "@", "fes"]
    {
        let caller = app.at_host(host);
        let answer = caller.get("/ar/news").await;
        assert!(matches!(answer.status, 400 | 404), "{host}: {}", answer.status);
        assert!(!answer.text().contains("canary"), "{host}");
        assert!(answer.header("cache-control").contains("no-store"), "{host}");
    }
}

#[tokio::test]
async fn nothing_in_a_request_names_another_tenant() {
    let app = TestApp::new().await;
    let fes = app
        .anyone("fes")
        .with("x-forwarded-host", "agadir.localhost")
        .with("x-tenant-id", &app.agadir.id.to_string())
        .with("forwarded", "host=agadir.localhost");
    let page = fes.get("/fr/news?tenant=agadir&collectivity=agadir").await.must(200).text();
    assert!(page.contains("canaryfes") && !page.contains("canaryagadir"));
}

#[tokio::test]
async fn suspended_site_is_closed_and_opens_again() {
    let app = TestApp::new().await;
    let editor = app.staff("agadir", Role::Editor).await;
    app.anyone("").get("/fr/members").await.must(200);
    suspend(&app.hub, "agadir").await.unwrap();
    for path in [
        "/fr/news",
        "/ar/",
        "/fr/feed.atom",
        "/sitemap.xml",
        "/graphql?query={__typename}",
        "/office/sign-in",
    ] {
        let answer = app.anyone("agadir").get(path).await.must(503);
        assert!(!answer.text().contains("canary"), "{path}");
    }
    editor.get("/office/articles").await.must(503);
    let network = app.anyone("");
    for path in ["/fr/news", "/fr/members", "/fr/progress", "/fr/feed.atom"] {
        assert!(!network.get(path).await.must(200).text().contains("canaryagadir"), "{path}");
    }
    let members = network.gql("{ collectivities { totalCount } articles { totalCount } }", json!({})).await;
    assert_eq!(members["data"]["collectivities"]["totalCount"], 1, "{members}");
    assert_eq!(members["data"]["articles"]["totalCount"], 3);
    resume(&app.hub, "agadir").await.unwrap();
    app.anyone("agadir").get("/fr/news").await.must(200);
    assert!(network.get("/fr/news").await.must(200).text().contains("canaryagadir"));
}

#[tokio::test]
async fn archived_site_is_gone() {
    let app = TestApp::new().await;
    archive(&app.hub, "agadir").await.unwrap();
    app.anyone("agadir").get("/fr/news").await.must(410);
    assert!(archive(&app.hub, "agadir").await.is_err());
}
