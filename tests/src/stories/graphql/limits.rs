//! What a query costs and what is refused before anything is read: bombs of depth, aliases and
//! fragments, floods of directives, long documents.

use chrono::TimeDelta;
use infitah_core::tenancy::permission::Role;
use serde_json::{Value, json};

use super::{code, json_of, post};
use crate::harness::TestApp;

/// Ten thousand objects, on paper.
const HEAVY: &str = "{ collectivities(first: 100) { nodes { articles(first: 98) { nodes { id } } } } }";
/// A million objects, on paper.
pub(super) const TOO_HEAVY: &str =
    "{ collectivities(first: 100) { nodes { articles(first: 100) { nodes { collectivity { slug } } } } } }";

#[tokio::test]
async fn query_says_what_it_costs_and_what_is_left() {
    let app = TestApp::new().await;
    let query = "{ rateLimit { cost limit remaining resetAt } articles(first: 4) { nodes { id } } }";
    let answer = app.anyone("fes").gql(query, json!({})).await;
    // One for the list, one for each article, one for the account.
    let limit =
        json!({ "cost": 6, "limit": 200_000, "remaining": 199_994, "resetAt": "2026-11-23T10:10:00+00:00" });
    assert_eq!(answer["data"]["rateLimit"], limit, "{answer}");
    assert_eq!(answer["extensions"]["cost"], 6);
    let again = app.anyone("fes").gql(query, json!({})).await;
    assert_eq!(again["data"]["rateLimit"]["remaining"], 199_988);
}

#[tokio::test]
async fn too_costly_a_query_is_not_begun() {
    let app = TestApp::new().await;
    let answer = post(&app.anyone(""), TOO_HEAVY, json!({})).await.must(400);
    let answer = json_of(&answer);
    let extensions = &answer["errors"][0]["extensions"];
    assert_eq!(code(&answer), "QUERY_TOO_COSTLY", "{answer}");
    assert!(extensions["cost"].as_u64().unwrap() > 20_000, "{answer}");
    assert_eq!(extensions["limit"], 20_000);
    assert_eq!(extensions["path"], "collectivities.nodes.articles.nodes.collectivity");
    assert_eq!(answer.get("data"), None, "nothing was executed");
}

#[tokio::test]
async fn signed_in_people_may_ask_for_more() {
    let app = TestApp::new().await;
    let coordinator = app.staff("", Role::Coordinator).await;
    let answer = coordinator.gql(TOO_HEAVY, json!({})).await;
    assert_eq!(answer["errors"], Value::Null, "{answer}");
    let beyond = TOO_HEAVY.replace("slug", "slug articles(first: 100) { nodes { id } }");
    assert_eq!(code(&coordinator.gql(&beyond, json!({})).await), "QUERY_TOO_COSTLY");
}

#[tokio::test]
async fn quota_ends_and_comes_back() {
    let app = TestApp::new().await;
    let fes = app.anyone("fes");
    for _ in 0..19 {
        let answer = fes.gql(HEAVY, json!({})).await;
        assert_eq!(answer["errors"], Value::Null, "{answer}");
        assert!(answer["extensions"]["cost"].as_u64().unwrap() > 9_900, "{answer}");
    }
    let refused = post(&fes, HEAVY, json!({})).await.must(429);
    let answer = json_of(&refused);
    assert_eq!(code(&answer), "RATE_LIMITED", "{answer}");
    assert_eq!(answer["errors"][0]["extensions"]["resetAt"], "2026-11-23T10:10:00+00:00");
    assert!((1..=600).contains(&refused.header("retry-after").parse().unwrap()), "{:?}", refused.headers);
    assert_eq!(answer.get("data"), None);
    let small = fes.gql("{ rateLimit { remaining } }", json!({})).await;
    assert!(small["data"]["rateLimit"]["remaining"].as_u64().unwrap() < 10_300, "{small}");
    // Another member does not pay for it.
    assert_eq!(app.anyone("agadir").gql(HEAVY, json!({})).await["errors"], Value::Null);
    app.pass(TimeDelta::minutes(10));
    assert_eq!(fes.gql(HEAVY, json!({})).await["errors"], Value::Null);
}

/// Fragments that each spread the next one twice.
fn fragments(count: usize) -> String {
    let mut query = "{ ...F0 }".to_owned();
    for number in 0..count {
        query.push_str(&format!(" fragment F{number} on Query {{ ...F{0} ...F{0} }}", number + 1));
    }
    query + &format!(" fragment F{count} on Query {{ __typename }}")
}

#[tokio::test]
async fn bombs_and_floods_are_refused() {
    let app = TestApp::new().await;
    let fes = app.anyone("fes");
    let repeat = |count: usize, one: &dyn Fn(usize) -> String| (0..count).map(one).collect::<String>();
    let aliases = repeat(200, &|number| format!(" a{number}: slug"));
    let roots = repeat(60, &|number| format!(" a{number}: viewer {{ name }}"));
    let related = format!("{}id{}", "related { ".repeat(40), " }".repeat(40));
    for (what, query) in [
        ("200 aliases", format!("{{ collectivity {{{aliases} }} }}")),
        ("60 aliased roots", format!("{{{roots} }}")),
        ("depth", format!("{{ articles {{ nodes {{ {related} }} }} }}")),
        ("5000 levels", format!("{}{}", "{ a".repeat(5_000), " }".repeat(5_000))),
        ("40 fragments", fragments(40)),
        ("20 fragments", fragments(20)),
        ("fragments unused", fragments(40).replacen("{ ...F0 }", "{ __typename }", 1)),
        ("fragment of itself", "{ ...A } fragment A on Query { ...A }".to_owned()),
        ("100 directives", format!("{{ __typename{} }}", " @include(if: true)".repeat(100))),
        ("20 kB", format!("{{ __typename }}{}", " ".repeat(20_000))),
        ("20 kB of comment", format!("# {}\n{{ __typename }}", "x".repeat(20_000))),
        ("deep list", format!("{{ nodes(ids: {}\"\"{}) {{ id }} }}", "[".repeat(4_000), "]".repeat(4_000))),
        (
            "deep object",
            format!("{{ articles(filter: {}1{}) {{ totalCount }} }}", "{a:".repeat(2_000), "}".repeat(2_000)),
        ),
        ("deep type", format!("query($v: {}ID{}) {{ __typename }}", "[".repeat(4_000), "]".repeat(4_000))),
        ("3000 fields", format!("{{ collectivity {{ {} }} }}", "slug ".repeat(3_000))),
        (
            "types of types",
            format!(
                "{{ __schema {{ types {{ {}name{} }} }} }}",
                "fields { type { ".repeat(6),
                " } }".repeat(6)
            ),
        ),
    ] {
        let answer = post(&fes, &query, json!({})).await;
        assert_eq!(answer.status, 400, "{what}: {}", answer.text());
        let answer = json_of(&answer);
        assert_eq!(code(&answer), "BAD_USER_INPUT", "{what}: {answer}");
        assert_eq!(answer.get("data"), None, "{what}");
        assert!(answer.to_string().len() < 4_000, "{what}: the answer repeats the question");
    }
    let deep = format!(
        "{{\"query\":\"{{ __typename }}\",\"variables\":{{\"v\":{}{}}}}}",
        "[".repeat(50_000),
        "]".repeat(50_000)
    );
    let answer =
        fes.send(reqwest::Method::POST, "/graphql", Some("application/json"), deep.into_bytes()).await;
    assert_eq!(answer.status, 400, "{}", answer.text());
    assert_eq!(fes.gql("{ collectivity { slug } }", json!({})).await["data"]["collectivity"]["slug"], "fes");
}

#[tokio::test]
async fn introspection_of_tools_passes() {
    let app = TestApp::new().await;
    let fes = app.anyone("fes");
    let answer = post(&fes, &introspection(), json!({})).await.must(200);
    let answer = json_of(&answer);
    assert_eq!(answer["errors"], Value::Null, "{answer}");
    let types = answer["data"]["__schema"]["types"].as_array().unwrap();
    let names: Vec<&str> = types.iter().map(|one| one["name"].as_str().unwrap()).collect();
    for name in ["Query", "Mutation", "Article", "Commitment", "CollectivityConnection", "Node", "Locale"] {
        assert!(names.contains(&name), "{name}");
    }
}

#[tokio::test]
async fn sdl_is_served_as_it_is_printed() {
    let app = TestApp::new().await;
    for slug in ["fes", ""] {
        let answer = app.anyone(slug).get("/graphql/schema.graphql").await.must(200);
        assert_eq!(answer.text(), infitah_gateway::sdl());
        assert!(answer.header("content-type").starts_with("application/graphql"), "{answer:?}");
    }
}

/// What tools send to learn a schema.
fn introspection() -> String {
    let wrapped = (0..9).fold("kind name".to_owned(), |inner, _| format!("kind name ofType {{ {inner} }}"));
    format!(
        "query IntrospectionQuery {{ __schema {{ queryType {{ name }} mutationType {{ name }} subscriptionType {{ name }}
           types {{ ...FullType }}
           directives {{ name description locations args {{ ...InputValue }} }} }} }}
         fragment FullType on __Type {{ kind name description
           fields(includeDeprecated: true) {{ name description args {{ ...InputValue }} type {{ ...TypeRef }}
             isDeprecated deprecationReason }}
           inputFields {{ ...InputValue }} interfaces {{ ...TypeRef }}
           enumValues(includeDeprecated: true) {{ name description isDeprecated deprecationReason }}
           possibleTypes {{ ...TypeRef }} }}
         fragment InputValue on __InputValue {{ name description type {{ ...TypeRef }} defaultValue }}
         fragment TypeRef on __Type {{ {wrapped} }}"
    )
}
