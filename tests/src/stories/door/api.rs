//! GraphQL over HTTP: what is accepted, by which method, and how a refusal looks.

use infitah_core::tenancy::permission::Role;
use reqwest::Method;
use serde_json::{Value, json};

use crate::harness::caller::encode;
use crate::harness::{Answer, TestApp};

fn refusal(answer: &Answer) -> Value {
    let kind = answer.header("content-type");
    assert!(kind.starts_with("application/graphql-response+json"), "{kind}");
    let body: Value = serde_json::from_slice(&answer.body).unwrap_or_else(|_| panic!("no JSON: {answer:?}"));
    assert!(body["errors"][0]["message"].is_string(), "{body}");
    assert_eq!(body["errors"][0]["extensions"]["code"], "BAD_USER_INPUT", "{body}");
    assert_eq!(body.get("data"), None, "{body}");
    body
}

const MUTATION: &str =
    "mutation { createArticle(input: { title: { ar: \"x\" }, bodyHtml: { ar: \"x\" } }) { id } }";

#[tokio::test]
async fn mutation_comes_by_post_only() {
    let app = TestApp::new().await;
    let editor = app.staff("fes", Role::Editor).await;
    for query in [
        MUTATION.to_owned(),
        format!("query A {{ __typename }} {}", MUTATION.replacen("mutation", "mutation B", 1)),
    ] {
        let path = format!(
            "/graphql?operationName={}&query={}",
            if query.contains('B') { "B" } else { "" },
            encode(&query)
        );
        let answer = editor.get(&path).await.must(405);
        assert_eq!(answer.header("allow"), "POST");
        refusal(&answer);
    }
    let list = editor.get("/office/articles").await.must(200).text();
    assert!(!list.contains(">x<"), "nothing was written");
    let written = editor.gql(MUTATION, json!({})).await;
    assert!(written["data"]["createArticle"]["id"].is_string(), "{written}");
}

#[tokio::test]
async fn query_comes_by_get_too() {
    let app = TestApp::new().await;
    let fes = app.anyone("fes");
    let query = encode("query($n: Int) { articles(first: $n) { nodes { id } } }");
    let answer =
        fes.get(&format!("/graphql?query={query}&variables={}", encode("{\"n\":2}"))).await.must(200);
    let body: Value = serde_json::from_slice(&answer.body).unwrap();
    assert_eq!(body["data"]["articles"]["nodes"].as_array().unwrap().len(), 2, "{body}");
    for path in
        ["/graphql", "/graphql?query=", "/graphql?query=%FF", "/graphql?query=%7B", "/graphql?query=%00"]
    {
        refusal(&fes.get(path).await.must(400));
    }
    let broken = format!("/graphql?query={query}&variables={}", encode("[1"));
    refusal(&fes.get(&broken).await.must(400));
}

#[tokio::test]
async fn only_json_is_read() {
    let app = TestApp::new().await;
    let fes = app.anyone("fes");
    let good = br#"{"query":"{ __typename }"}"#.to_vec();
    for media in [
        None,
        Some("text/plain"),
        Some("text/plain; charset=application/json"),
        Some("application/x-www-form-urlencoded"),
        Some("multipart/form-data; boundary=x"),
        Some("application/graphql"),
        Some("application/json; charset=utf-16"),
    ] {
        let answer = fes.send(Method::POST, "/graphql", media, good.clone()).await.must(415);
        refusal(&answer);
    }
    for body in [
        &b""[..],
        b"{",
        b"null",
        b"\"{ __typename }\"",
        b"[]",
        br#"[{"query":"{ __typename }"},{"query":"{ __typename }"}]"#,
        br#"{"query":5}"#,
        br#"{"query":"{ __typename }","variables":[]}"#,
        b"{\"query\":\"{ \xff }\"}",
        b"{\"query\":\"{ \\ud800 }\"}",
        b"\x00\x00",
    ] {
        let answer =
            fes.send(Method::POST, "/graphql", Some("application/json"), body.to_vec()).await.must(400);
        refusal(&answer);
    }
    let answer =
        fes.send(Method::POST, "/graphql", Some("application/json; charset=UTF-8"), good).await.must(200);
    assert!(answer.text().contains("\"__typename\":\"Query\""), "{}", answer.text());
}

#[tokio::test]
async fn errors_in_the_query_are_told_by_status_to_those_who_know_the_type() {
    let app = TestApp::new().await;
    let wrong = br#"{"query":"{ nothing }"}"#.to_vec();
    let fes = app.anyone("fes");
    refusal(&fes.send(Method::POST, "/graphql", Some("application/json"), wrong.clone()).await.must(400));
    let old = fes.with("accept", "application/json");
    let answer = old.send(Method::POST, "/graphql", Some("application/json"), wrong).await.must(200);
    assert!(answer.header("content-type").starts_with("application/json"), "{answer:?}");
    assert!(answer.text().contains("BAD_USER_INPUT"));
}

#[tokio::test]
async fn other_methods_are_refused() {
    let app = TestApp::new().await;
    for method in [Method::PUT, Method::DELETE, Method::PATCH] {
        let answer = app
            .anyone("fes")
            .send(method.clone(), "/graphql", Some("application/json"), b"{}".to_vec())
            .await;
        assert_eq!(answer.status, 405, "{method}");
        assert!(answer.header("allow").contains("POST"), "{method}: {}", answer.header("allow"));
    }
}
