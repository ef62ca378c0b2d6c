//! Lists in pages: every item once, in both directions, whatever the length of a page; and counts
//! and cursors that are refused by name.

use infitah_core::ground::localised::Localised;
use infitah_core::news::articles::{self, ArticleInput, Cover, SeedArticle};
use serde_json::{Value, json};

use super::{code, column};
use crate::harness::members::texts;
use crate::harness::{Caller, TestApp};

const FORWARDS: &str = "query($n: Int, $at: String) { articles(first: $n, after: $at) { totalCount
    nodes { id publishedAt } edges { cursor node { id } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }";
const BACKWARDS: &str = "query($n: Int, $at: String) { articles(last: $n, before: $at) { totalCount
    nodes { id publishedAt } edges { cursor node { id } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }";

/// Walks a whole list and gives its ids in the order of the list.
async fn walk(caller: &Caller, query: &str, count: i64, total: usize) -> Vec<String> {
    let is_forwards = query == FORWARDS;
    let (more, cursor) =
        if is_forwards { ("hasNextPage", "endCursor") } else { ("hasPreviousPage", "startCursor") };
    let (mut found, mut at): (Vec<String>, Value) = (Vec::new(), Value::Null);
    for page in 0.. {
        let answer = caller.gql(query, json!({ "n": count, "at": at })).await;
        let list = &answer["data"]["articles"];
        assert_eq!(list["totalCount"], total, "{answer}");
        let ids: Vec<String> = column(list, "id").into_iter().map(str::to_owned).collect();
        let edges = list["edges"].as_array().unwrap();
        assert_eq!(edges.len(), ids.len());
        assert!(edges.iter().zip(&ids).all(|(edge, id)| edge["node"]["id"] == *id), "{answer}");
        assert_eq!(list["pageInfo"]["startCursor"], edges[0]["cursor"]);
        assert_eq!(list["pageInfo"]["endCursor"], edges[edges.len() - 1]["cursor"]);
        let behind = if is_forwards { "hasPreviousPage" } else { "hasNextPage" };
        assert_eq!(list["pageInfo"][behind], page > 0, "{answer}");
        if is_forwards {
            found.extend(ids);
        } else {
            found.splice(0..0, ids);
        }
        at = list["pageInfo"][cursor].clone();
        if list["pageInfo"][more] == false {
            break;
        }
        assert!(page < total, "the list does not end");
    }
    found
}

#[tokio::test]
async fn every_article_comes_once_in_both_directions() {
    let app = TestApp::with_articles(45).await;
    // On the network's host each time of publication occurs twice: the twins share their clock.
    for (slug, total) in [("fes", 45), ("", 90)] {
        let caller = app.anyone(slug);
        let all = walk(&caller, FORWARDS, 100, total).await;
        assert_eq!(all.len(), total);
        let mut once = all.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!(once.len(), total, "an article came twice");
        for count in [7, 20, 45] {
            assert_eq!(walk(&caller, FORWARDS, count, total).await, all, "{slug} first {count}");
            assert_eq!(walk(&caller, BACKWARDS, count, total).await, all, "{slug} last {count}");
        }
    }
}

#[tokio::test]
async fn newest_comes_first() {
    let app = TestApp::with_articles(45).await;
    let answer = app.anyone("").gql(FORWARDS, json!({ "n": 90 })).await;
    let times = column(&answer["data"]["articles"], "publishedAt");
    assert!(times.is_sorted_by(|earlier, later| earlier >= later), "{times:?}");
}

#[tokio::test]
async fn what_is_published_between_two_pages_neither_shifts_nor_repeats() {
    let app = TestApp::with_articles(6).await;
    let fes = app.anyone("fes");
    let first = fes.gql(FORWARDS, json!({ "n": 3 })).await;
    let scope = app.hub.system_scope(app.fes.clone(), "test");
    let news = ArticleInput {
        titles: texts("جديد", "Tout neuf", "canaryfes"),
        summaries: Localised::default(),
        bodies: texts("<p>نص</p>", "<p>Texte</p>", "canaryfes"),
        category: None,
        slugs: Localised::default(),
        cover: Cover::AsIs,
    };
    let seed = SeedArticle { input: news, published_at: app.hub.clock().now(), is_sample: false };
    articles::seed(&scope, vec![seed]).await.unwrap();

    let end = &first["data"]["articles"]["pageInfo"]["endCursor"];
    let second = fes.gql(FORWARDS, json!({ "n": 3, "at": end })).await;
    let seen = column(&first["data"]["articles"], "id");
    let list = &second["data"]["articles"];
    assert_eq!(list["totalCount"], 7);
    assert_eq!(list["pageInfo"]["hasNextPage"], false, "{second}");
    assert_eq!(column(list, "id").len(), 3);
    assert!(column(list, "id").iter().all(|id| !seen.contains(id)), "{second}");
}

#[tokio::test]
async fn no_items_and_a_true_count() {
    let app = TestApp::with_articles(5).await;
    let query = "{ articles(first: 0) { nodes { id } edges { cursor } totalCount pageInfo { hasNextPage endCursor } }
        commitments(first: 0) { nodes { id } totalCount } collectivities(first: 0) { nodes { id } totalCount } }";
    for (slug, articles, commitments, members) in [("fes", 5, 2, 1), ("", 10, 4, 2)] {
        let answer = app.anyone(slug).gql(query, json!({})).await;
        let data = &answer["data"];
        for (list, count) in
            [("articles", articles), ("commitments", commitments), ("collectivities", members)]
        {
            assert_eq!(data[list]["nodes"], json!([]), "{answer}");
            assert_eq!(data[list]["totalCount"], count, "{slug} {list}: {answer}");
        }
        assert_eq!(data["articles"]["edges"], json!([]));
        assert_eq!(data["articles"]["pageInfo"], json!({ "hasNextPage": true, "endCursor": null }));
    }
}

/// Every list of the graph, with a place for its arguments.
const LISTS: [&str; 6] = [
    "{ articles(ARGS) { totalCount } }",
    "{ commitments(ARGS) { totalCount } }",
    "{ collectivities(ARGS) { totalCount } }",
    "{ collectivity(slug: \"fes\") { articles(ARGS) { totalCount } } }",
    "{ network { lateCommitments(ARGS) { totalCount } } }",
    "{ network { staleMembers(ARGS) { totalCount } } }",
];

#[tokio::test]
async fn counts_out_of_bounds_are_refused_by_name() {
    let app = TestApp::new().await;
    let network = app.anyone("");
    for list in LISTS {
        for argument in ["first", "last"] {
            for count in [-1, 101, 1_000_000] {
                let query = list.replace("ARGS", &format!("{argument}: {count}"));
                let answer = network.gql(&query, json!({})).await;
                assert_eq!(code(&answer), "BAD_USER_INPUT", "{query}: {answer}");
                assert_eq!(answer["errors"][0]["extensions"]["field"], argument, "{query}: {answer}");
                assert!(answer["errors"][0]["message"].as_str().unwrap().contains("100"), "{answer}");
            }
            let beyond = list.replace("ARGS", &format!("{argument}: 99999999999"));
            assert_eq!(code(&network.gql(&beyond, json!({})).await), "BAD_USER_INPUT");
            let most = list.replace("ARGS", &format!("{argument}: 100"));
            let answer = network.gql(&most, json!({})).await;
            assert_eq!(answer["errors"], Value::Null, "{most}: {answer}");
        }
    }
}

#[tokio::test]
async fn both_directions_at_once_are_refused() {
    let app = TestApp::new().await;
    let network = app.anyone("");
    for list in LISTS {
        let query = list.replace("ARGS", "first: 2, last: 2");
        let answer = network.gql(&query, json!({})).await;
        assert_eq!(code(&answer), "BAD_USER_INPUT", "{query}: {answer}");
        assert_eq!(answer["errors"][0]["extensions"]["field"], "last", "{query}: {answer}");
    }
}

#[tokio::test]
async fn broken_cursors_are_refused_by_name() {
    let app = TestApp::new().await;
    let network = app.anyone("");
    let long = "A".repeat(2_000);
    for list in LISTS {
        for (count, argument) in [("first: 2", "after"), ("last: 2", "before")] {
            for cursor in ["", "!", "AAAA", "not a cursor", "\u{202e}", "وسم", long.as_str()] {
                let name = list.replacen('{', "query($at: String) {", 1);
                let query = name.replace("ARGS", &format!("{count}, {argument}: $at"));
                let answer = network.gql(&query, json!({ "at": cursor })).await;
                assert_eq!(code(&answer), "BAD_USER_INPUT", "{query} {cursor}: {answer}");
                assert_eq!(
                    answer["errors"][0]["extensions"]["field"], argument,
                    "{query} {cursor}: {answer}"
                );
            }
        }
    }
}

#[tokio::test]
async fn cursor_of_another_list_breaks_nothing() {
    let app = TestApp::new().await;
    let network = app.anyone("");
    let query =
        "{ articles(first: 1) { pageInfo { endCursor } } commitments(first: 1) { pageInfo { endCursor } }
        numbered: commitments(first: 1, orderBy: NUMBER) { pageInfo { endCursor } }
        collectivities(first: 1) { pageInfo { endCursor } }
        populous: collectivities(first: 1, orderBy: POPULATION) { pageInfo { endCursor } }
        network { lateCommitments(first: 1) { pageInfo { endCursor } } } }";
    let answer = network.gql(query, json!({})).await;
    let data = &answer["data"];
    let mut cursors: Vec<&Value> = ["articles", "commitments", "numbered", "collectivities", "populous"]
        .iter()
        .map(|list| &data[list]["pageInfo"]["endCursor"])
        .collect();
    cursors.push(&data["network"]["lateCommitments"]["pageInfo"]["endCursor"]);
    let orders = ["", ", orderBy: POPULATION", ", orderBy: JOINED_ON", ", orderBy: NUMBER"];
    for cursor in cursors {
        assert!(cursor.is_string(), "{answer}");
        for list in LISTS {
            for order in orders {
                for count in ["first: 2, after: $at", "last: 2, before: $at"] {
                    let query = list.replacen('{', "query($at: String) {", 1);
                    let query = query.replace("ARGS", &format!("{count}{order}"));
                    let answer = network.gql(&query, json!({ "at": cursor })).await;
                    assert!(matches!(code(&answer), "" | "BAD_USER_INPUT"), "{query} {cursor}: {answer}");
                }
            }
        }
    }
}
