//! What went wrong, told in the reader's form and language, with the headers of every other answer.

use std::collections::BTreeSet;

use infitah_core::tenancy::permission::Role;
use reqwest::Method;
use serde_json::Value;

use crate::harness::{Answer, TestApp};

const UUID_LENGTH: usize = 36;

fn problem(answer: &Answer, status: u16) -> Value {
    assert_eq!(answer.status, status, "{}", answer.text());
    assert!(answer.header("content-type").starts_with("application/problem+json"), "{answer:?}");
    let problem: Value = serde_json::from_slice(&answer.body).unwrap_or_else(|_| panic!("{answer:?}"));
    assert_eq!(problem["status"], status, "{problem}");
    assert!(problem["type"].is_string(), "{problem}");
    assert!(problem["title"].as_str().is_some_and(|title| !title.is_empty()), "{problem}");
    assert_eq!(problem["request_id"], answer.header("x-request-id"), "{problem}");
    problem
}

#[tokio::test]
async fn clients_that_ask_for_json_get_a_problem() {
    let app = TestApp::new().await;
    let fes = app.anyone("fes").with("accept", "application/json");
    problem(&fes.get("/fr/nothing").await, 404);
    problem(&fes.get("/fr/news/nothing").await, 404);
    problem(&fes.get("/xx/news").await, 404);
    problem(&fes.get("/nothing").await, 404);
    problem(&fes.send(Method::DELETE, "/fr/news", None, Vec::new()).await, 405);
    problem(&fes.send(Method::POST, "/office/sign-in", None, vec![b'a'; 1024 * 1024 + 1]).await, 413);
    problem(&fes.clone().with("origin", "https://evil.example").post_form("/office/sign-in", &[]).await, 403);
    problem(&app.at_host("nowhere.localhost").with("accept", "application/json").get("/fr/").await, 404);
    let invalid = problem(&fes.post_form("/fr/subscribe", &[("email", "amina")]).await, 422);
    assert_eq!(invalid["errors"][0]["field"], "email", "{invalid}");
    assert!(invalid["errors"][0]["message"].as_str().is_some_and(|message| !message.is_empty()), "{invalid}");
    problem(&fes.post_form("/office/sign-in", &[("email", "x@example.org"), ("password", "y")]).await, 401);
    problem(&fes.get("/office/articles").await, 401);
    problem(&fes.get("/office/invitation/nothing").await, 404);
    let editor = app.staff("fes", Role::Editor).await.with("accept", "application/json");
    let refused = problem(&editor.post_form("/office/articles", &[("title_ar", "\u{202e}")]).await, 422);
    assert!(refused["errors"].as_array().is_some_and(|errors| !errors.is_empty()), "{refused}");
    let french = problem(&fes.get("/fr/nothing").await, 404);
    let arabic = problem(&fes.get("/ar/nothing").await, 404);
    assert_ne!(french["title"], arabic["title"]);
}

#[tokio::test]
async fn people_get_a_page_in_their_language() {
    let app = TestApp::new().await;
    for (host, path, accepted, lang, dir) in [
        ("fes", "/nothing", "ar", "ar", "rtl"),
        ("fes", "/nothing", "fr-MA, ar;q=0.5", "fr", "ltr"),
        ("fes", "/nothing", "en", "en", "ltr"),
        ("fes", "/nothing", "", "ar", "rtl"),
        ("fes", "/ar/nothing", "fr", "ar", "rtl"),
        ("fes", "/fr/nothing", "ar", "fr", "ltr"),
        ("", "/nothing", "fr", "fr", "ltr"),
        ("nowhere", "/", "fr", "fr", "ltr"),
        ("nowhere", "/", "ar", "ar", "rtl"),
        ("nowhere", "/", "zgh", "zgh", "ltr"),
    ] {
        let caller = app.anyone(host).with("accept", "text/html,*/*;q=0.8").with("accept-language", accepted);
        let answer = caller.get(path).await.must(404);
        assert!(answer.header("content-type").starts_with("text/html"), "{path} {accepted}");
        let page = answer.text();
        let start = format!("<html lang=\"{lang}\" dir=\"{dir}\"");
        assert!(page.contains(&start), "{host} {path} {accepted}: {page:.300}");
        let id = answer.header("x-request-id");
        assert_eq!(id.len(), UUID_LENGTH);
        assert!(page.contains(id), "{host} {path}: the page shows the id that people can quote");
    }
}

#[tokio::test]
async fn wrong_methods_are_named() {
    let app = TestApp::new().await;
    let fes = app.anyone("fes");
    for (method, path) in [
        (Method::DELETE, "/fr/news"),
        (Method::PUT, "/fr/"),
        (Method::POST, "/fr/news"),
        (Method::PATCH, "/office/sign-in"),
        (Method::POST, "/fr/feed.atom"),
        (Method::POST, "/healthz"),
        (Method::POST, "/robots.txt"),
        (Method::DELETE, "/fr/subscribe"),
    ] {
        let answer = fes.send(method.clone(), path, None, Vec::new()).await;
        assert_eq!(answer.status, 405, "{method} {path}");
        assert!(!answer.header("allow").is_empty(), "{method} {path}");
        assert!(
            answer.header("allow").split(',').all(|allowed| allowed.trim() != method.as_str()),
            "{method} {path}"
        );
    }
}

#[tokio::test]
async fn every_answer_has_an_id_of_its_own() {
    let app = TestApp::new().await;
    let mut ids = BTreeSet::new();
    let paths = [
        "/fr/",
        "/fr/",
        "/fr/nothing",
        "/office/sign-in",
        "/fr/feed.atom",
        "/healthz",
        "/graphql",
        "/robots.txt",
    ];
    for path in paths {
        let sent =
            app.anyone("fes").with("x-request-id", "00000000-0000-0000-0000-000000000000").get(path).await;
        let id = sent.header("x-request-id").to_owned();
        assert_eq!(id.len(), UUID_LENGTH, "{path}: {id}");
        ids.insert(id);
    }
    assert_eq!(ids.len(), paths.len(), "{ids:?}");
    assert!(!ids.contains("00000000-0000-0000-0000-000000000000"));
}

#[tokio::test]
async fn every_answer_tells_browsers_what_they_may_do() {
    let app = TestApp::new().await;
    let fes = app.anyone("fes");
    let style = fes.get("/fr/").await.must(200).text();
    let style = style
        .split("href=\"")
        .find_map(|rest| rest.split('"').next().filter(|link| link.starts_with("/assets/")));
    let answers = [
        fes.get("/fr/").await.must(200),
        fes.get("/fr/nothing").await.must(404),
        fes.get("/office/sign-in").await.must(200),
        fes.get("/office/articles").await.must(303),
        fes.get("/").await.must(302),
        fes.get("/fr/feed.atom").await.must(200),
        fes.get("/graphql?query=%7B__typename%7D").await.must(200),
        fes.get("/healthz").await.must(200),
        fes.get(style.expect("a stylesheet")).await.must(200),
        fes.send(Method::DELETE, "/fr/news", None, Vec::new()).await.must(405),
        fes.send(Method::POST, "/fr/subscribe", None, vec![b'a'; 1024 * 1024 + 1]).await.must(413),
        fes.clone().with("origin", "https://evil.example").post_form("/fr/subscribe", &[]).await.must(403),
        app.anyone("nowhere").get("/").await.must(404),
    ];
    for answer in answers {
        let policy = answer.header("content-security-policy");
        assert!(
            policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"),
            "{answer:?}"
        );
        assert!(!policy.contains("unsafe") && !policy.contains('*'), "{policy}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{answer:?}");
        assert!(!answer.header("referrer-policy").is_empty(), "{answer:?}");
        assert_eq!(answer.header("cross-origin-opener-policy"), "same-origin", "{answer:?}");
        assert!(!answer.header("cache-control").is_empty(), "{answer:?}");
        for telling in ["server", "x-powered-by", "strict-transport-security"] {
            assert_eq!(answer.header(telling), "", "{answer:?}");
        }
    }
}
