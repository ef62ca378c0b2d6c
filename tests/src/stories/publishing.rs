//! From the office to the reader: write, preview, publish, mail, take back.

use infitah_core::tenancy::permission::Role;
use serde_json::json;

use crate::harness::{Caller, TestApp};

fn path_of(link: &str) -> String {
    let rest = link.split("://").nth(1).expect("an address");
    rest[rest.find('/').expect("a path")..].to_owned()
}

pub(super) async fn subscriber(app: &TestApp, slug: &str, locale: &str, email: &str) {
    app.anyone(slug).post_form(&format!("/{locale}/subscribe"), &[("email", email)]).await.must(200);
    app.run_worker().await;
    let mail =
        app.mails().into_iter().rfind(|mail| mail.header("to").contains(email)).expect("a confirmation");
    app.anyone(slug).post_form(&path_of(&mail.link("/subscribe/confirm/")), &[]).await.must(200);
}

const FORM: [(&str, &str); 6] = [
    ("title_ar", "انقطاع الماء"),
    ("summary_ar", "يهم حي الزهور"),
    ("body_ar", "ينقطع الماء غدا صباحا."),
    ("title_fr", "Coupure d'eau"),
    ("body_fr", "L'eau sera coupée demain <script>alert(1)</script>matin."),
    ("category", "announcement"),
];

pub(super) async fn write(editor: &Caller) -> String {
    let saved = editor.post_form("/office/articles", &FORM).await.must(303);
    saved.header("location").split('?').next().unwrap().to_owned()
}

pub(super) async fn version_of(editor: &Caller, path: &str) -> String {
    let page = editor.get(path).await.must(200).text();
    let field = page.split("name=\"version\"").nth(1).expect("a version field");
    field.split("value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
}

#[tokio::test]
async fn published_article_reaches_readers_in_their_language() {
    let app = TestApp::new().await;
    subscriber(&app, "fes", "ar", "amina@example.org").await;
    subscriber(&app, "fes", "fr", "louis@example.org").await;
    subscriber(&app, "agadir", "fr", "neighbour@example.org").await;
    subscriber(&app, "", "fr", "press@example.org").await;
    let before = app.mails().len();
    let editor = app.staff("fes", Role::Editor).await;
    app.run_worker().await;
    assert_eq!(app.mails().len(), before, "an accepted invitation is not mailed");

    let path = write(&editor).await;
    app.anyone("fes").get("/ar/news/انقطاع-الماء").await.must(404);
    let preview = editor.get(&format!("{path}/preview?locale=ar")).await.must(200).text();
    assert!(preview.contains("انقطاع الماء"));
    let version = version_of(&editor, &path).await;
    editor.post_form(&format!("{path}/publish"), &[("version", &version)]).await.must(303);
    app.run_worker().await;

    let page = app.anyone("fes").get("/ar/news/انقطاع-الماء").await.must(200).text();
    assert!(page.contains("dir=\"rtl\"") && page.contains("<p>ينقطع الماء غدا صباحا.</p>"));
    let list = app.anyone("fes").get("/fr/news").await.must(200).text();
    assert!(
        list.contains("Coupure d&#39;eau") || list.contains("Coupure d&#x27;eau"),
        "the cached list is not served"
    );
    let french = app.anyone("fes").get("/fr/news/coupure-d-eau").await.must(200).text();
    assert!(!french.contains("alert(1)"));

    let mails = app.mails().split_off(before);
    let to = |email: &str| mails.iter().find(|mail| mail.header("to").contains(email)).cloned();
    assert_eq!(mails.len(), 3, "amina, louis and press, not the neighbour");
    let amina = to("amina@example.org").expect("a mail");
    assert!(amina.header("subject").contains("انقطاع الماء"), "{}", amina.header("subject"));
    assert!(!amina.header("subject").contains('\u{2068}'));
    assert!(amina.text().contains("dir=\"rtl\""));
    let louis = to("louis@example.org").expect("a mail");
    assert!(louis.header("subject").contains("Coupure d'eau"));
    assert_eq!(louis.header("list-unsubscribe-post"), "List-Unsubscribe=One-Click");
    assert!(louis.header("message-id").ends_with("@localhost>"));
    assert!(to("press@example.org").expect("a mail").link("/news/").contains("//fes.localhost"));

    // One click, without a cookie, ends it; a second time changes nothing.
    let leave = louis.header("list-unsubscribe");
    let leave = path_of(leave.trim_matches(['<', '>']));
    app.anyone("fes").get(&leave).await.must(200);
    app.anyone("fes").post_form(&leave, &[("List-Unsubscribe", "One-Click")]).await.must(200);
    app.anyone("fes").post_form(&leave, &[("List-Unsubscribe", "One-Click")]).await.must(200);
    let path = write_second(&editor).await;
    let version = version_of(&editor, &path).await;
    editor.post_form(&format!("{path}/publish"), &[("version", &version)]).await.must(303);
    app.run_worker().await;
    let told: Vec<String> = app.mails().split_off(before + 3).iter().map(|mail| mail.header("to")).collect();
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(!told.iter().any(|to| to.contains("louis")));
}

async fn write_second(editor: &Caller) -> String {
    let form = [("title_ar", "خبر ثان"), ("body_ar", "نص."), ("category", "")];
    let saved = editor.post_form("/office/articles", &form).await.must(303);
    saved.header("location").split('?').next().unwrap().to_owned()
}

#[tokio::test]
async fn article_taken_back_before_the_mail_is_not_mailed() {
    let app = TestApp::new().await;
    subscriber(&app, "fes", "ar", "amina@example.org").await;
    let before = app.mails().len();
    let editor = app.staff("fes", Role::Editor).await;
    app.rest_worker().await;
    let path = write(&editor).await;
    let version = version_of(&editor, &path).await;
    editor.post_form(&format!("{path}/publish"), &[("version", &version)]).await.must(303);
    let version = version_of(&editor, &path).await;
    editor.post_form(&format!("{path}/unpublish"), &[("version", &version)]).await.must(303);
    app.run_worker().await;
    assert_eq!(app.mails().len(), before);
    app.anyone("fes").get("/ar/news/انقطاع-الماء").await.must(404);
}

#[tokio::test]
async fn second_editor_gets_a_conflict_and_loses_nothing() {
    let app = TestApp::new().await;
    let first = app.staff("fes", Role::Editor).await;
    let second = app.staff("fes", Role::Admin).await;
    let path = write(&first).await;
    let version = version_of(&first, &path).await;
    let change = |title: &'static str| {
        let version = version.clone();
        vec![("title_ar", title.to_owned()), ("body_ar", "نص جديد".to_owned()), ("version", version)]
    };
    let post = |caller: Caller, form: Vec<(&'static str, String)>| {
        let path = path.clone();
        async move {
            let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
            caller.post_form(&path, &form).await
        }
    };
    post(first, change("صيغة أولى")).await.must(303);
    let conflict = post(second.clone(), change("صيغة ثانية")).await.must(409).text();
    assert!(conflict.contains("صيغة أولى") && conflict.contains("صيغة ثانية"));
    let stored = second.get(&path).await.must(200).text();
    assert!(stored.contains("صيغة أولى") && !stored.contains("صيغة ثانية"));
}

#[tokio::test]
async fn two_publishes_at_once_tell_readers_once() {
    let app = TestApp::new().await;
    subscriber(&app, "fes", "ar", "amina@example.org").await;
    let before = app.mails().len();
    let editor = app.staff("fes", Role::Editor).await;
    let path = format!("{}/publish", write(&editor).await);
    let version = [("version", "1")];
    let (one, two) = tokio::join!(editor.post_form(&path, &version), editor.post_form(&path, &version));
    let mut statuses = [one.status, two.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 409]);
    app.run_worker().await;
    assert_eq!(app.mails().len(), before + 1);
}

#[tokio::test]
async fn focal_point_writes_but_does_not_publish() {
    let app = TestApp::new().await;
    let focal_point = app.staff("fes", Role::FocalPoint).await;
    let path = write(&focal_point).await;
    focal_point.post_form(&format!("{path}/publish"), &[("version", "1")]).await.must(403);
    let moderator = app.staff("fes", Role::Moderator).await;
    moderator.post_form("/office/articles", &FORM).await.must(403);
}

#[tokio::test]
async fn graphql_writes_by_the_same_rules() {
    let app = TestApp::new().await;
    let input =
        json!({ "input": { "title": { "ar": "عنوان", "fr": "Titre" }, "bodyHtml": { "ar": "<p>نص</p>" } } });
    const CREATE: &str =
        "mutation($input: ArticleInput!) { createArticle(input: $input) { id version status slug } }";
    let anyone = app.anyone("fes").gql(CREATE, input.clone()).await;
    assert_eq!(anyone["errors"][0]["extensions"]["code"], "UNAUTHENTICATED", "{anyone}");

    let editor = app.staff("fes", Role::Editor).await;
    let created = editor.gql(CREATE, input).await;
    let id =
        created["data"]["createArticle"]["id"].as_str().unwrap_or_else(|| panic!("{created}")).to_owned();
    const PUBLISH: &str = "mutation($id: ID!, $version: Int!) { publishArticle(id: $id, version: $version) { version status } }";
    let incomplete = editor.gql(
        "mutation($input: ArticleInput!) { createArticle(input: $input) { id } }",
        json!({ "input": { "title": { "ar": "x".repeat(300) }, "bodyHtml": { "ar": "<p>x</p>" } } }),
    );
    let incomplete = incomplete.await;
    assert_eq!(incomplete["errors"][0]["extensions"]["code"], "BAD_USER_INPUT", "{incomplete}");
    assert!(incomplete.to_string().contains("title.ar"), "{incomplete}");
    let published = editor.gql(PUBLISH, json!({ "id": id, "version": 1 })).await;
    assert_eq!(published["data"]["publishArticle"]["status"], "PUBLISHED", "{published}");
    let stale = editor.gql(PUBLISH, json!({ "id": id, "version": 1 })).await;
    assert_eq!(stale["errors"][0]["extensions"]["code"], "CONFLICT");
    app.anyone("fes").get("/ar/news/عنوان").await.must(200);
}
