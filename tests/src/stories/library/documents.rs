//! Documents: written with a file, corrected without losing it, shown and taken back, and given new
//! versions beside which the old ones stay.

use infitah_core::tenancy::collectivities::{resume, suspend};
use infitah_core::tenancy::permission::Role;
use serde_json::json;

use super::desk::{form, listed, pdf, post};
use crate::harness::{Answer, Caller, TestApp};

const FIELDS: [(&str, &str); 4] = [
    ("item", "budget"),
    ("dated_on", "2026-01-15"),
    ("titles_ar", "ميزانية 2026"),
    ("titles_fr", "Budget 2026"),
];

async fn send(caller: &Caller, path: &str, fields: &[(&str, &str)], file: Option<&[u8]>) -> Answer {
    let files: Vec<(&str, &str, &[u8])> =
        file.map(|bytes| ("file", "ميزانية.pdf", bytes)).into_iter().collect();
    post(caller, path, form(fields, &files)).await
}

/// A new document; gives its page in the office.
async fn written(caller: &Caller, fields: &[(&str, &str)]) -> String {
    let answer = send(caller, "/office/documents", fields, Some(&pdf("first"))).await.must(303);
    answer.header("location").split('?').next().unwrap().to_owned()
}

/// The files that a public page leads to.
fn files(page: &str) -> Vec<String> {
    let links = page.split("href=\"/media/").skip(1).filter_map(|rest| rest.split('"').next());
    let mut all: Vec<String> = Vec::new();
    for link in links.map(|link| format!("/media/{link}")) {
        if !all.contains(&link) {
            all.push(link);
        }
    }
    all
}

#[tokio::test]
async fn editor_publishes_a_document_and_gives_it_a_new_version() {
    let app = TestApp::new().await;
    let (editor, anyone) = (app.staff("fes", Role::Editor).await, app.anyone("fes"));
    let empty = anyone.get("/ar/documents").await.must(200).text();
    assert!(empty.contains("لم تنشر أي وثيقة هنا بعد"), "{empty}");
    let here = written(&editor, &FIELDS).await;
    let id = here.rsplit('/').next().unwrap().to_owned();
    let public = format!("/fr/documents/{id}");
    anyone.get(&public).await.must(404);

    editor.post_form(&format!("{here}/turn/publish"), &[("version", "1")]).await.must(303);
    let list = anyone.get("/fr/documents").await.must(200).text();
    assert!(list.contains("Budget 2026") && list.contains("Budget de l’année en cours"), "{list}");
    let first = files(&anyone.get(&public).await.must(200).text());
    assert_eq!(first.len(), 1);
    let got = anyone.get(&first[0]).await.must(200);
    assert_eq!(got.body, pdf("first"));
    assert!(got.header("content-disposition").starts_with("inline"), "{got:?}");

    send(&editor, &format!("{here}/versions"), &[("version", "2")], Some(&pdf("second"))).await.must(303);
    let page = anyone.get(&public).await.must(200).text();
    let both = files(&page);
    assert!(page.contains("Versions précédentes") && both.len() == 2 && both[1] == first[0], "{page}");
    assert_eq!(anyone.get(&both[0]).await.must(200).body, pdf("second"));
    assert_eq!(anyone.get(&both[1]).await.must(200).body, pdf("first"));
    let map = anyone.get("/sitemap.xml").await.must(200).text();
    assert!(map.contains(&format!("/fr/documents/{id}</loc>")), "{map}");

    // What is public is used, so its files stay; the neighbour has none of it.
    let used = editor.get("/office/media").await.must(200).text();
    for file in listed(&used) {
        editor.post_form(&format!("/office/media/{file}/delete"), &[]).await.must(409);
    }
    app.anyone("agadir").get(&public).await.must(404);
    app.anyone("agadir").get(&both[0]).await.must(404);
    app.anyone("").get("/fr/documents").await.must(404);
    app.staff("agadir", Role::Admin).await.get(&here).await.must(404);

    // A member that is closed for now shows nothing, and all of it again afterwards.
    suspend(&app.hub, "fes").await.unwrap();
    anyone.get(&both[0]).await.must(503);
    resume(&app.hub, "fes").await.unwrap();
    anyone.get(&both[0]).await.must(200);

    editor.post_form(&format!("{here}/turn/withdraw"), &[("version", "3")]).await.must(303);
    anyone.get(&public).await.must(404);
    for file in &both {
        anyone.get(file).await.must(404);
    }
    assert!(!anyone.get("/fr/documents").await.must(200).text().contains("Budget 2026"));
}

#[tokio::test]
async fn what_is_refused_is_named_and_the_file_is_not_sent_again() {
    let app = TestApp::new().await;
    let editor = app.staff("fes", Role::Editor).await;
    let wrong = [("item", "gossip"), ("dated_on", "31/02/2026"), ("descriptions_fr", "Le budget voté")];
    let page = send(&editor, "/office/documents", &wrong, Some(&pdf("first"))).await.must(422).text();
    for said in
        ["href=\"#item\"", "href=\"#dated_on\"", "href=\"#titles_ar\"", "Le budget voté", "ميزانية.pdf"]
    {
        assert!(page.contains(said), "{said} in {page}");
    }
    let kept = page.split("name=\"kept\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    let again = [&FIELDS[..], &[("kept", kept)]].concat();
    send(&editor, "/office/documents", &again, None).await.must(303);
    assert_eq!(listed(&editor.get("/office/media").await.must(200).text()), [kept]);
    // Neither without a file, nor with one that is not taken or is the neighbour's.
    let none = send(&editor, "/office/documents", &FIELDS, None).await.must(422).text();
    assert!(none.contains("href=\"#file\""), "{none}");
    let svg = send(&editor, "/office/documents", &FIELDS, Some(b"<svg/>")).await.must(422).text();
    assert!(svg.contains("SVG") && svg.contains("ميزانية 2026"), "{svg}");
    let stolen = app.staff("agadir", Role::Editor).await;
    send(&stolen, "/office/documents", &again, None).await.must(422);
    let future = [&[("dated_on", "2027-01-01")], &FIELDS[..]].concat();
    send(&editor, "/office/documents", &future, Some(&pdf("x"))).await.must(422);
}

#[tokio::test]
async fn a_change_of_somebody_else_is_not_written_over() {
    let app = TestApp::new().await;
    let (editor, focal) = (app.staff("fes", Role::Editor).await, app.staff("fes", Role::FocalPoint).await);
    let here = written(&editor, &FIELDS).await;
    let other = [&[("version", "1"), ("titles_fr", "Budget voté")], &FIELDS[..]].concat();
    focal.post_form(&here, &other).await.must(303);
    let mine = [&[("version", "1"), ("titles_fr", "Mon budget")], &FIELDS[..]].concat();
    let stale = editor.post_form(&here, &mine).await.must(409).text();
    assert!(stale.contains("Mon budget") && stale.contains("غير شخص آخر هذه الوثيقة"), "{stale}");
    editor.post_form(&format!("{here}/turn/publish"), &[("version", "1")]).await.must(409);
    editor.post_form(&format!("{here}/turn/withdraw"), &[("version", "2")]).await.must(409);
    editor.post_form(&format!("{here}/turn/burn"), &[("version", "2")]).await.must(404);
    let moderator = app.staff("fes", Role::Moderator).await;
    let seen = moderator.get(&here).await.must(200).text();
    assert!(!seen.contains("<button class=\"danger\"") && !seen.contains("type=\"file\""), "{seen}");
    moderator.post_form(&format!("{here}/turn/publish"), &[("version", "2")]).await.must(403);
    send(&moderator, &format!("{here}/versions"), &[("version", "2")], Some(&pdf("x"))).await.must(403);
    // The language of the site has no title: it cannot be shown.
    let french = [("item", "other"), ("dated_on", "2025-05-01"), ("titles_fr", "Divers")];
    let there = written(&editor, &french).await;
    let refused =
        editor.post_form(&format!("{there}/turn/publish"), &[("version", "1")]).await.must(422).text();
    assert!(refused.contains("href=\"#titles_ar\""), "{refused}");
}

#[tokio::test]
async fn readers_find_documents_by_item_and_year() {
    let app = TestApp::new().await;
    let (editor, anyone) = (app.staff("fes", Role::Editor).await, app.anyone("fes"));
    for number in 0..23 {
        let title = format!("Document {number}.");
        let day = format!("{}-05-{:02}", if number < 2 { 2024 } else { 2025 }, number + 1);
        let item = if number % 11 == 0 { "studies" } else { "procurement" };
        let fields = [("item", item), ("dated_on", day.as_str()), ("titles_ar", title.as_str())];
        let here = written(&editor, &fields).await;
        editor.post_form(&format!("{here}/turn/publish"), &[("version", "1")]).await.must(303);
    }
    let titles = |page: &str| {
        let parts = page.split("class=\"card-title\"").skip(1);
        parts
            .filter_map(|rest| rest.split("Document ").nth(1)?.split('.').next())
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let page = anyone.get("/ar/documents").await.must(200).text();
    let first = titles(&page);
    let next = page.split("rel=\"next\" href=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    let second =
        titles(&anyone.get(&next.replace("&#38;", "&").replace("&amp;", "&")).await.must(200).text());
    let expected: Vec<String> = (0..23).rev().map(|number| number.to_string()).collect();
    assert_eq!([first, second].concat(), expected);
    let of = |query: &str| {
        let (anyone, path) = (anyone.clone(), format!("/ar/documents?{query}"));
        async move { titles(&anyone.get(&path).await.must(200).text()) }
    };
    assert_eq!(of("year=2024").await, ["1", "0"]);
    assert_eq!(of("item=studies").await, ["22", "11", "0"]);
    assert_eq!(of("item=studies&year=2025").await, ["22", "11"]);
    assert_eq!(of("item=gossip&year=1").await.len(), 20, "what is no filter filters nothing");
    assert_eq!(of("item=budget").await.len(), 0);
    anyone.get("/ar/documents?after=x").await.must(422);
}

#[tokio::test]
async fn programs_read_documents_of_one_member_or_of_all() {
    let app = TestApp::new().await;
    for (slug, title, item, day) in [
        ("fes", "ميزانية فاس", "budget", "2026-01-10"),
        ("fes", "مقرر فاس", "council_deliberations", "2025-05-20"),
        ("agadir", "ميزانية أكادير", "budget", "2026-02-01"),
        ("fes", "مسودة فاس", "budget", "2026-03-01"),
    ] {
        let editor = app.staff(slug, Role::Editor).await;
        let path = written(&editor, &[("titles_ar", title), ("item", item), ("dated_on", day)]).await;
        if !title.contains("مسودة") {
            editor.post_form(&format!("{path}/turn/publish"), &[("version", "1")]).await.must(303);
        }
    }
    let query = "query($f: DocumentFilter) { documents(first: 10, filter: $f) { totalCount nodes {
        id title item datedOn url collectivity { slug } file { number name mediaType bytes sha256 url } versions { number } } } }";
    let titles = |said: &serde_json::Value| -> Vec<String> {
        let nodes = said["data"]["documents"]["nodes"].as_array().expect("documents").clone();
        nodes.iter().map(|node| node["title"].as_str().unwrap().to_owned()).collect()
    };
    let network = app.anyone("");
    let all = network.gql(query, json!({})).await;
    assert_eq!(titles(&all), ["ميزانية أكادير", "ميزانية فاس", "مقرر فاس"], "{all}");
    for (caller, filter, expected) in [
        (&network, json!({ "item": "budget" }), vec!["ميزانية أكادير", "ميزانية فاس"]),
        (&network, json!({ "year": 2025 }), vec!["مقرر فاس"]),
        (&network, json!({ "collectivity": "agadir" }), vec!["ميزانية أكادير"]),
        (&app.anyone("fes"), json!({}), vec!["ميزانية فاس", "مقرر فاس"]),
    ] {
        let said = caller.gql(query, json!({ "f": filter })).await;
        assert_eq!(titles(&said), expected, "{filter}: {said}");
    }
    let first = &all["data"]["documents"]["nodes"][0];
    assert_eq!(first["collectivity"]["slug"], "agadir");
    assert_eq!(
        (&first["file"]["number"], &first["versions"]),
        (&json!(1), &json!([{ "number": 1 }])),
        "{first}"
    );
    let file = first["file"]["url"].as_str().expect("an address");
    let (host, rest) = file.split_once("/media/").expect("a file");
    assert!(host.starts_with("http://agadir.localhost"), "{file}");
    app.anyone("agadir").get(&format!("/media/{rest}")).await.must(200);
    let page = first["url"].as_str().expect("an address").split_once("/ar/").expect("a page").1.to_owned();
    app.anyone("agadir").get(&format!("/ar/{page}")).await.must(200);
    let node = network
        .gql(
            "query($id: ID!) { node(id: $id) { ... on Document { title } } document(id: $id) { title } }",
            json!({ "id": first["id"] }),
        )
        .await;
    assert_eq!(
        (&node["data"]["node"]["title"], &node["data"]["document"]["title"]),
        (&json!("ميزانية أكادير"), &json!("ميزانية أكادير")),
        "{node}"
    );
}
