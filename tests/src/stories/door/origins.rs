//! Requests from pages of other origins: refused where they could change something, nobody's at the
//! API.

use infitah_core::tenancy::permission::Role;
use reqwest::Method;
use serde_json::{Value, json};

use crate::harness::{Caller, TestApp};

fn from_elsewhere(app: &TestApp, caller: &Caller) -> Vec<Caller> {
    let sibling = format!("http://{}", app.anyone("agadir").host);
    vec![
        caller.clone().with("origin", "https://evil.example"),
        caller.clone().with("origin", &sibling),
        caller.clone().with("origin", "null"),
        caller.clone().with("sec-fetch-site", "cross-site"),
        caller.clone().with("sec-fetch-site", "same-site"),
        caller
            .clone()
            .with("sec-fetch-site", "cross-site")
            .with("origin", &format!("http://{}", caller.host)),
    ]
}

#[tokio::test]
async fn forms_of_other_origins_are_refused() {
    let app = TestApp::new().await;
    let editor = app.staff("fes", Role::Editor).await;
    let form = [("title_ar", "خبر من الخارج"), ("body_ar", "نص")];
    for foreign in from_elsewhere(&app, &editor) {
        foreign.post_form("/office/articles", &form).await.must(403);
        foreign.post_form("/office/sign-out", &[]).await.must(403);
        foreign.post_form("/fr/subscribe", &[("email", "amina@example.org")]).await.must(403);
        foreign.send(Method::DELETE, "/office/articles", None, Vec::new()).await.must(403);
        let page = foreign.get("/fr/news").await;
        assert_eq!(page.status, 200, "reading is free");
    }
    let list = editor.get("/office/articles").await.must(200).text();
    assert!(!list.contains("خبر من الخارج"));
    app.run_worker().await;
    assert_eq!(app.mails().len(), 0);
}

#[tokio::test]
async fn forms_of_the_site_itself_work() {
    let app = TestApp::new().await;
    let editor = app.staff("fes", Role::Editor).await;
    let own = format!("http://{}", editor.host);
    let form = [("title_ar", "خبر من هنا"), ("body_ar", "نص")];
    for caller in [
        editor.clone(),
        editor.clone().with("origin", &own),
        editor.clone().with("sec-fetch-site", "same-origin").with("origin", &own),
        editor.clone().with("sec-fetch-site", "none"),
    ] {
        caller.post_form("/office/articles", &form).await.must(303);
    }
}

#[tokio::test]
async fn api_takes_requests_of_other_origins_as_nobodys() {
    let app = TestApp::new().await;
    let editor = app.staff("fes", Role::Editor).await;
    const ASK: &str = "{ viewer { email } collectivity { slug } }";
    let own = editor.gql(ASK, json!({})).await;
    assert_eq!(own["data"]["viewer"]["email"], "editor@fes.example.org", "{own}");
    for foreign in from_elsewhere(&app, &editor) {
        let body = json!({ "query": ASK }).to_string().into_bytes();
        let answer = foreign.send(Method::POST, "/graphql", Some("application/json"), body).await.must(200);
        assert_eq!(answer.header("access-control-allow-origin"), "*");
        assert_eq!(answer.header("access-control-allow-credentials"), "");
        let data: Value = serde_json::from_slice(&answer.body).unwrap();
        assert_eq!(data["data"], json!({ "viewer": null, "collectivity": { "slug": "fes" } }), "{data}");
        let write =
            "mutation { createArticle(input: { title: { ar: \"x\" }, bodyHtml: { ar: \"x\" } }) { id } }";
        let refused = foreign.gql(write, json!({})).await;
        assert_eq!(refused["errors"][0]["extensions"]["code"], "UNAUTHENTICATED", "{refused}");
        let read = foreign.get("/graphql?query=%7Bviewer%7Bemail%7D%7D").await.must(200);
        assert!(!read.text().contains("example.org"), "{}", read.text());
    }
}

#[tokio::test]
async fn api_answers_those_who_ask_first() {
    let app = TestApp::new().await;
    let asks = app
        .anyone("fes")
        .with("origin", "https://paper.example")
        .with("access-control-request-method", "POST")
        .with("access-control-request-headers", "content-type");
    let answer = asks.send(Method::OPTIONS, "/graphql", None, Vec::new()).await;
    assert!(matches!(answer.status, 200 | 204), "{answer:?}");
    assert_eq!(answer.header("access-control-allow-origin"), "*");
    assert!(answer.header("access-control-allow-methods").contains("POST"));
    assert!(answer.header("access-control-allow-headers").to_lowercase().contains("content-type"));
    assert_eq!(answer.header("access-control-allow-credentials"), "");
    for path in ["/fr/news", "/office/articles", "/office/sign-in", "/fr/subscribe"] {
        let answer = asks.send(Method::OPTIONS, path, None, Vec::new()).await;
        assert_eq!(answer.header("access-control-allow-origin"), "", "{path}");
        assert_eq!(answer.header("access-control-allow-methods"), "", "{path}");
    }
}
