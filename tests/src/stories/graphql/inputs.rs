//! What people type into variables: nothing of it ends in a fault of ours, and what is refused is
//! named.

use infitah_core::tenancy::permission::Role;
use serde_json::{Value, json};

use super::{code, json_of, post};
use crate::harness::TestApp;

const CREATE: &str = "mutation($input: ArticleInput!) { createArticle(input: $input) { id } }";

fn article(title: &str, body: &str) -> Value {
    json!({ "input": { "title": { "ar": title }, "bodyHtml": { "ar": body } } })
}

#[tokio::test]
async fn forbidden_characters_are_refused_by_name() {
    let app = TestApp::new().await;
    let editor = app.staff("fes", Role::Editor).await;
    for bad in ["\0", "\u{202e}", "\u{2066}", "\u{200f}\u{202d}", "\u{7}", "\u{85}"] {
        for (variables, field) in [
            (article(&format!("زربية{bad}آخر"), "<p>نص</p>"), "title.ar"),
            (article("زربية", &format!("<p>نص{bad}آخر</p>")), "bodyHtml.ar"),
        ] {
            let answer = editor.gql(CREATE, variables).await;
            assert_eq!(code(&answer), "BAD_USER_INPUT", "{bad:?} {field}: {answer}");
            let named = answer["errors"][0]["extensions"]["field"].as_str().unwrap();
            assert_eq!(named.replace("body.", "bodyHtml."), field, "{bad:?}: {answer}");
            assert!(!answer["errors"][0]["message"].as_str().unwrap().contains(bad), "{answer}");
        }
    }
    let list = editor.get("/office/articles").await.must(200).text();
    assert!(!list.contains("زربية"), "nothing half done");
}

#[tokio::test]
async fn long_titles_are_refused() {
    let app = TestApp::new().await;
    let editor = app.staff("fes", Role::Editor).await;
    let long = editor.gql(CREATE, article(&"x".repeat(900_000), "<p>نص</p>")).await;
    assert_eq!(code(&long), "BAD_USER_INPUT", "{:.300}", long.to_string());
    assert_eq!(long["errors"][0]["extensions"]["field"], "title.ar");
    assert!(long.to_string().len() < 4_000, "the answer repeats the title");
    post(&editor, CREATE, article(&"x".repeat(1024 * 1024), "<p>نص</p>")).await.must(413);
}

#[tokio::test]
async fn strange_arguments_of_queries_are_no_fault_of_ours() {
    let app = TestApp::new().await;
    let queries = [
        "query($v: String) { collectivity(slug: $v) { slug } }",
        "query($v: String) { article(slug: $v) { id } }",
        "query($v: String) { article(slug: \"x\", collectivity: $v) { id } }",
        "query($v: String) { articles(filter: { category: $v }) { totalCount nodes { id } } }",
        "query($v: String) { articles(filter: { collectivity: $v }) { totalCount } }",
        "query($v: String) { collectivities(filter: { region: $v }) { totalCount } }",
        "query($v: String) { commitments(filter: { value: $v }) { totalCount } }",
        "query($v: String) { commitments(filter: { policyArea: $v }) { totalCount } }",
        "query($v: String) { commitments(filter: { region: $v }) { totalCount } }",
        "query($v: String) { commitments(filter: { collectivity: $v }) { totalCount } }",
        "query($v: String) { collectivity(slug: \"fes\") { articles(category: $v) { totalCount } } }",
        "query($v: ID!) { node(id: $v) { id } }",
        "query($v: ID!) { commitment(id: $v) { id } }",
        "query($v: ID!) { programme(id: $v) { id } }",
        "query($v: ID!) { article(id: $v) { id } }",
    ];
    let long = "ب".repeat(100_000);
    for slug in ["", "fes"] {
        let caller = app.anyone(slug);
        for query in queries {
            for value in
                ["", "\0", "a\0b", "\u{202e}", "'; DROP TABLE articles; --", "%", "\u{10ffff}", long.as_str()]
            {
                let answer = caller.gql(query, json!({ "v": value })).await;
                assert!(
                    matches!(code(&answer), "" | "BAD_USER_INPUT" | "NOT_FOUND"),
                    "{query} {value:.20?}: {answer}"
                );
            }
        }
    }
}

#[tokio::test]
async fn strange_days_are_refused() {
    let app = TestApp::new().await;
    let list = app.anyone("fes").gql("{ commitments(first: 1) { nodes { id } } }", json!({})).await;
    let id = &list["data"]["commitments"]["nodes"][0]["id"];
    const AS_OF: &str = "query($id: ID!, $day: Date) { commitment(id: $id, asOf: $day) { status } }";
    for day in ["", "2026-02-30", "yesterday", "2026-1-1T00:00", "\0", "99999-01-01", "-262145-01-01"] {
        let answer = app.anyone("fes").gql(AS_OF, json!({ "id": id, "day": day })).await;
        assert_eq!(code(&answer), "BAD_USER_INPUT", "{day}: {answer}");
    }
    for day in ["0001-01-01", "9999-12-31"] {
        let answer = app.anyone("fes").gql(AS_OF, json!({ "id": id, "day": day })).await;
        assert_eq!(answer["errors"], Value::Null, "{day}: {answer}");
    }
}

#[tokio::test]
async fn names_that_do_not_exist_are_not_guessed() {
    let app = TestApp::new().await;
    let fes = app.anyone("fes");
    for (query, hidden) in [
        ("{ articlez { totalCount } }", "articles"),
        ("{ articles { totalCoun } }", "totalCount"),
        ("{ articles(frist: 1) { totalCount } }", "first"),
        ("{ articles(filter: { categori: \"x\" }) { totalCount } }", "category"),
        ("{ node(id: \"x\") { ... on Articel { id } } }", "Article"),
        ("{ collectivities(filter: { kind: COMUNE }) { totalCount } }", "COMMUNE"),
        ("mutation { publishArtikle { id } }", "publishArticle"),
    ] {
        let answer = post(&fes, query, json!({})).await.must(400);
        let answer = json_of(&answer);
        assert_eq!(code(&answer), "BAD_USER_INPUT", "{query}: {answer}");
        let message = answer["errors"][0]["message"].as_str().unwrap();
        assert!(!message.contains("Did you mean"), "{message}");
        let words: Vec<&str> = message.split(|letter: char| !letter.is_alphanumeric()).collect();
        assert!(!words.contains(&hidden), "{query}: {message}");
    }
}

#[tokio::test]
async fn writing_needs_somebody_and_a_good_id() {
    let app = TestApp::new().await;
    let editor = app.staff("fes", Role::Editor).await;
    let list = app.anyone("agadir").gql("{ articles(first: 1) { nodes { id } } }", json!({})).await;
    let foreign = list["data"]["articles"]["nodes"][0]["id"].as_str().unwrap();
    const UPDATE: &str = "mutation($id: ID!, $input: ArticleInput!) { updateArticle(id: $id, version: 1, input: $input) { id } }";
    const PUBLISH: &str = "mutation($id: ID!) { publishArticle(id: $id, version: 1) { id } }";
    const UNPUBLISH: &str = "mutation($id: ID!) { unpublishArticle(id: $id, version: 1) { id } }";
    for id in [foreign, "", "garbage", "\0"] {
        for mutation in [UPDATE, PUBLISH, UNPUBLISH] {
            let mut variables = article("عنوان", "<p>نص</p>");
            variables["id"] = json!(id);
            let answer = editor.gql(mutation, variables).await;
            assert_eq!(code(&answer), "NOT_FOUND", "{mutation} {id}: {answer}");
        }
    }
    let nobody = app.anyone("fes").gql(PUBLISH, json!({ "id": foreign })).await;
    assert!(matches!(code(&nobody), "UNAUTHENTICATED" | "NOT_FOUND"), "{nobody}");
    let theirs = app
        .anyone("agadir")
        .gql("query($id: ID!) { article(id: $id) { version } }", json!({ "id": foreign }))
        .await;
    assert_eq!(theirs["data"]["article"]["version"], 1);
}
