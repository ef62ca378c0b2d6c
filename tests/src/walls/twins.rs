//! Two members with the same data, each with a word of its own. Every page that can be reached,
//! every feed, every field of the graph and every mail of one is searched for the other's word.

use std::collections::BTreeSet;

use infitah_core::tenancy::permission::Role;
use serde_json::{Value, json};

use crate::harness::outcomes::UNPUBLISHED;
use crate::harness::{Caller, TestApp};

const FOREIGN: &str = "canaryagadir";

#[tokio::test]
async fn no_page_of_one_shows_the_other() {
    let app = TestApp::with_outcomes(14).await;
    let seen = crawl(&app.anyone("fes"), &["/ar/", "/fr/", "/zgh/", "/en/"], &[FOREIGN, UNPUBLISHED]).await;
    assert!(seen.len() > 60, "the crawl saw only {}", seen.len());
    for page in [
        "/fr/news",
        "/ar/programme",
        "/fr/programme/2026-2027/commitments/1",
        "/fr/documents",
        "/ar/about",
        "/ar/privacy",
        "/ar/subscribe",
        "/fr/events",
        "/fr/pages/services-canaryfes",
    ] {
        assert!(seen.contains(page), "{page} is not linked");
    }
    assert!(
        seen.iter().filter(|path| path.starts_with("/fr/events/") && path.ends_with("/event.ics")).count()
            == 2
    );
    let feeds = ["/ar/feed.atom", "/fr/feed.rss", "/en/feed.json", "/sitemap.xml", "/robots.txt"];
    for path in feeds {
        let text = app.anyone("fes").get(path).await.must(200).text();
        assert!(!text.contains(FOREIGN), "{path}");
    }
}

#[tokio::test]
async fn no_page_of_the_network_shows_what_is_unpublished() {
    let app = TestApp::with_outcomes(3).await;
    let network = app.anyone("");
    let seen = crawl(&network, &["/ar/", "/fr/", "/zgh/", "/en/"], &[UNPUBLISHED]).await;
    for page in ["/fr/news", "/fr/members", "/fr/progress", "/fr/events"] {
        assert!(seen.contains(page), "{page} is not linked: {seen:?}");
    }
    for path in ["/ar/feed.atom", "/fr/feed.rss", "/en/feed.json", "/sitemap.xml", "/fr/events.ics"] {
        assert!(!network.get(path).await.must(200).text().contains(UNPUBLISHED), "{path}");
    }
    // What was looked for is there: those who may see it do.
    let queue = app.staff("fes", Role::Admin).await.get("/office/reports/queue").await.must(200).text();
    assert!(queue.contains(UNPUBLISHED) && !queue.contains(FOREIGN), "{queue}");
}

#[tokio::test]
async fn no_office_page_of_one_shows_the_other() {
    let app = TestApp::with_outcomes(3).await;
    let admin = app.staff("fes", Role::Admin).await;
    let neighbour = app.staff("agadir", Role::Admin).await;
    let invited =
        [("email", "x@example.org"), ("displayName", FOREIGN), ("role", "editor"), ("locale", "ar")];
    neighbour.post_form("/office/people", &invited).await.must(303);
    assert!(neighbour.get("/office/people").await.must(200).text().contains(FOREIGN));
    let draft = [("title_ar", FOREIGN), ("body_ar", "نص")];
    let theirs = neighbour.post_form("/office/articles", &draft).await.must(303);
    let typed = [draft.as_slice(), &[("key", "0193a000-0000-7000-8000-000000000009")]].concat();
    neighbour.post_form("/office/articles/autosave", &typed).await.must(200);
    let theirs = theirs.header("location").split('?').next().unwrap().to_owned();
    let seen = crawl(&admin, &["/office/articles"], &[FOREIGN]).await;
    assert!(seen.len() > 5, "{seen:?}");
    for path in [
        "/office/home",
        "/office/programme/2026-2027/committee/new",
        "/office/programme/2026-2027/commitments/1/outcomes",
        "/office/reports/2026-2027",
        "/office/reports/queue",
        "/office/sessions/new",
        "/office/media",
        "/office/documents",
        "/office/people/new",
        "/office/account/second-factor",
        "/office/account/passkeys/new",
        "/office/audit",
        "/office/settings",
        "/office/settings/domain",
        "/office/personal-data",
        "/office/deliveries",
        "/office/audit.jsonl?",
        "/office/events/new",
        "/office/pages/new",
    ] {
        assert!(seen.contains(path), "{path} is not linked: {seen:?}");
    }
    for path in [theirs.clone(), format!("{theirs}/preview?locale=ar"), format!("{theirs}/unpublish")] {
        let answer = admin.get(&path).await.must(404);
        assert!(!answer.text().contains(FOREIGN), "{path}");
    }
    for verb in ["", "/publish", "/unpublish"] {
        let form = [("version", "1"), ("title_ar", "x"), ("body_ar", "x")];
        admin.post_form(&format!("{theirs}{verb}"), &form).await.must(404);
    }
    neighbour.get(&theirs).await.must(200);
}

#[tokio::test]
async fn no_letter_of_one_is_shown_to_the_other() {
    let app = TestApp::new().await;
    for (slug, email) in
        [("fes", "amina@example.org"), ("agadir", "neighbour@example.org"), ("", "press@example.org")]
    {
        app.anyone(slug).post_form("/fr/subscribe", &[("email", email)]).await.must(200);
    }
    app.run_worker().await;
    for (slug, role, own) in [
        ("fes", Role::Admin, "amina@example.org"),
        ("agadir", Role::Admin, "neighbour@example.org"),
        ("", Role::Coordinator, "press@example.org"),
    ] {
        let page = app.staff(slug, role).await.get("/office/outbox").await.must(200).text();
        for email in ["amina@example.org", "neighbour@example.org", "press@example.org"] {
            assert_eq!(page.contains(email), email == own, "{email} at {slug}: {page}");
        }
    }
}

#[tokio::test]
async fn no_field_of_the_graph_of_one_shows_the_other() {
    let app = TestApp::with_outcomes(3).await;
    let fes = app.anyone("fes");
    let schema = fes.gql(INTROSPECTION, json!({})).await;
    let types = &schema["data"]["__schema"]["types"];
    let mut asked = 0;
    for field in fields_of(types, "Query") {
        let name = field["name"].as_str().unwrap();
        for arguments in arguments_for(&app, name).await {
            // As deep as the limits on costs and on length allow.
            let mut answer = Value::Null;
            let mut query = String::new();
            for depth in (2..=5).rev() {
                query = format!("{{ {name}{arguments}{} }}", selection(types, &field["type"], depth));
                answer = fes.gql(&query, json!({})).await;
                let error = &answer["errors"][0];
                let is_too_much = error["extensions"]["code"] == "QUERY_TOO_COSTLY"
                    || error["message"].as_str().is_some_and(|text| text.starts_with("a document may have"));
                if !is_too_much {
                    break;
                }
            }
            let refused = answer["errors"][0]["extensions"]["code"].as_str().unwrap_or("");
            assert!(matches!(refused, "" | "NOT_FOUND"), "{query}\n{answer}");
            assert!(!answer.to_string().contains(UNPUBLISHED), "{query}\n{answer}");
            // The overview of the network is the same for all and names late members on purpose.
            if name != "network" {
                assert!(!answer.to_string().contains(FOREIGN), "{query}\n{answer}");
            }
            asked += 1;
        }
    }
    assert!(asked >= 10, "only {asked} root fields were asked");
}

#[tokio::test]
async fn ids_of_the_other_and_of_other_types_lead_nowhere() {
    let app = TestApp::with_outcomes(3).await;
    let query =
        "{ articles(first: 1) { nodes { id } edges { cursor } } commitments(first: 1) { nodes { id } }
        events(first: 1) { nodes { id } } documents(first: 1) { nodes { id } } collectivity { currentProgramme { id } } }";
    let theirs = app.anyone("agadir").gql(query, json!({})).await;
    let article = &theirs["data"]["articles"]["nodes"][0]["id"];
    let commitment = &theirs["data"]["commitments"]["nodes"][0]["id"];
    let programme = &theirs["data"]["collectivity"]["currentProgramme"]["id"];
    let event = &theirs["data"]["events"]["nodes"][0]["id"];
    let document = &theirs["data"]["documents"]["nodes"][0]["id"];
    assert!(event.is_string() && document.is_string(), "{theirs}");
    assert!(article.is_string() && commitment.is_string() && programme.is_string(), "{theirs}");
    let fes = app.anyone("fes");
    for (field, id) in [
        ("article", article),
        ("commitment", commitment),
        ("programme", programme),
        ("event", event),
        ("document", document),
    ] {
        let node = fes.gql("query($id: ID!) { node(id: $id) { id } }", json!({ "id": id })).await;
        assert_eq!(node["data"]["node"], Value::Null, "{field} {node}");
        let query = format!("query($id: ID!) {{ {field}(id: $id) {{ id }} }}");
        for id in [id, &json!("garbage"), &json!("")] {
            let answer = fes.gql(&query, json!({ "id": id })).await;
            assert_eq!(answer["data"][field], Value::Null, "{field} {id}: {answer}");
        }
        let own = app.anyone("agadir").gql(&query, json!({ "id": id })).await;
        assert_eq!(own["data"][field]["id"], *id, "{own}");
    }
    // The id of a commitment is not that of an article.
    let crossed = app
        .anyone("agadir")
        .gql("query($id: ID!) { article(id: $id) { id } }", json!({ "id": commitment }))
        .await;
    assert_eq!(crossed["data"]["article"], Value::Null, "{crossed}");
}

/// Follows every link of this host and fails at the first of these words or failing page.
async fn crawl(caller: &Caller, starts: &[&str], forbidden: &[&str]) -> BTreeSet<String> {
    let mut seen: BTreeSet<String> = BTreeSet::new();
    let mut waiting: Vec<String> = starts.iter().map(|&start| start.to_owned()).collect();
    while let Some(path) = waiting.pop() {
        if seen.len() > 600 || !seen.insert(path.clone()) {
            continue;
        }
        let answer = caller.get(&path).await;
        assert!(answer.status < 400, "{path} answers {}", answer.status);
        let text = answer.text();
        for word in forbidden {
            assert!(!text.contains(word), "{path} shows {word}");
        }
        if !answer.header("content-type").starts_with("text/html") {
            continue;
        }
        for link in text.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            let link = link.split('#').next().unwrap().replace("&#38;", "&").replace("&amp;", "&");
            let own = link.strip_prefix(&format!("http://{}", caller.host)).unwrap_or(&link).to_owned();
            if own.starts_with('/') && !own.starts_with("//") {
                waiting.push(own);
            }
        }
    }
    seen
}

fn fields_of<'a>(types: &'a Value, name: &str) -> Vec<&'a Value> {
    let all = types.as_array().unwrap().iter();
    let found = all.filter(|one| one["name"] == name).flat_map(|one| one["fields"].as_array()).flatten();
    found.collect()
}

/// Every field that needs no argument, to a depth.
fn selection(types: &Value, of: &Value, depth: usize) -> String {
    let mut named = of;
    while !named["ofType"].is_null() {
        named = &named["ofType"];
    }
    let name = named["name"].as_str().unwrap_or("");
    let fields = fields_of(types, name);
    if fields.is_empty() && named["kind"] != "INTERFACE" {
        return String::new();
    }
    if depth == 0 {
        return " { __typename }".to_owned();
    }
    let mut parts = vec!["__typename".to_owned()];
    for field in fields {
        let needs = field["args"]
            .as_array()
            .into_iter()
            .flatten()
            .any(|argument| argument["type"]["kind"] == "NON_NULL");
        if needs {
            continue;
        }
        let inner = selection(types, &field["type"], depth - 1);
        let takes_first =
            field["args"].as_array().into_iter().flatten().any(|argument| argument["name"] == "first");
        let first = if takes_first { "(first: 2)" } else { "" };
        parts.push(format!("{}{first}{inner}", field["name"].as_str().unwrap()));
    }
    format!(" {{ {} }}", parts.join(" "))
}

/// The arguments to try at a root field: what is asked without any, and the ids of both twins.
async fn arguments_for(app: &TestApp, field: &str) -> Vec<String> {
    let own = |slug: &'static str| async move {
        let query = "{ articles(first: 1) { nodes { id } } commitments(first: 1) { nodes { id } }
            events(first: 1) { nodes { id } } documents(first: 1) { nodes { id } } collectivity { currentProgramme { id } } }";
        app.anyone(slug).gql(query, json!({})).await["data"].clone()
    };
    let mut ids = Vec::new();
    for slug in ["fes", "agadir"] {
        let data = own(slug).await;
        let id = match field {
            "article" => &data["articles"]["nodes"][0]["id"],
            "commitment" => &data["commitments"]["nodes"][0]["id"],
            "event" => &data["events"]["nodes"][0]["id"],
            "document" => &data["documents"]["nodes"][0]["id"],
            _ => &data["collectivity"]["currentProgramme"]["id"],
        };
        ids.push(id.as_str().unwrap_or_else(|| panic!("{data}")).to_owned());
    }
    match field {
        "node" | "article" | "commitment" | "event" | "document" | "programme" => {
            ids.iter().map(|id| format!("(id: \"{id}\")")).collect()
        }
        "nodes" => vec![format!("(ids: [\"{}\", \"{}\"])", ids[0], ids[1])],
        "articles" | "commitments" | "collectivities" | "documents" | "events" | "sessions" | "calendar" => {
            vec!["(first: 2)".into()]
        }
        _ => vec![String::new()],
    }
}

const INTROSPECTION: &str = "{ __schema { types { name kind fields { name
  args { name type { kind } }
  type { name kind ofType { name kind ofType { name kind ofType { name kind } } } } } } } }";
