//! An article on its way through the newsroom: handed in, returned, given a time, brought back from
//! an earlier version; what was typed and not saved; what may not be in a text.

use chrono::TimeDelta;
use infitah_core::tenancy::collectivities;
use infitah_core::tenancy::permission::Role;
use serde_json::{Value, json};

use super::publishing::{subscriber, version_of, write};
use crate::harness::{Caller, TestApp};

const PUBLIC: &str = "/ar/news/انقطاع-الماء";

/// Sends a form that names the version that stands, and must be led on.
async fn step(caller: &Caller, path: &str, verb: &str, more: &[(&str, &str)]) {
    let version = version_of(caller, path).await;
    let mut fields = vec![("version", version.as_str())];
    fields.extend_from_slice(more);
    caller.post_form(&format!("{path}/{verb}"), &fields).await.must(303);
}

#[tokio::test]
async fn article_is_reviewed_scheduled_and_published_by_the_clock() {
    let app = TestApp::new().await;
    subscriber(&app, "fes", "ar", "amina@example.org").await;
    let before = app.mails().len();
    let writer = app.staff("fes", Role::FocalPoint).await;
    let editor = app.staff("fes", Role::Editor).await;
    let path = write(&writer).await;
    let page = writer.get(&path).await.must(200).text();
    assert!(page.contains("/submit\"") && !page.contains("/publish\"") && !page.contains("/schedule\""));
    writer
        .post_form(&format!("{path}/schedule"), &[("version", "1"), ("publish_at", "2026-11-24T09:00")])
        .await
        .must(403);

    step(&writer, &path, "submit", &[]).await;
    let waiting = editor.get("/office/articles?status=in_review").await.must(200).text();
    assert!(waiting.contains(&path), "{waiting}");
    let version = version_of(&editor, &path).await;
    let empty = [("version", version.as_str()), ("note", "  ")];
    let refused = editor.post_form(&format!("{path}/return"), &empty).await.must(422).text();
    assert!(refused.contains("id=\"note_error\""), "{refused}");
    writer.post_form(&format!("{path}/return"), &[("version", &version), ("note", "x")]).await.must(403);
    step(&editor, &path, "return", &[("note", "أضف اسم الحي")]).await;
    let page = writer.get(&path).await.must(200).text();
    assert!(page.contains("أضف اسم الحي") && page.contains("/submit\""));
    // What is typed beside the button is saved with it.
    let typed = [("title_ar", "انقطاع الماء"), ("body_ar", "ينقطع الماء بحي الزهور.")];
    step(&writer, &path, "submit", &typed).await;

    let version = version_of(&editor, &path).await;
    for wrong in ["2026-11-23T09:00", "غدا", "2029-01-01T09:00"] {
        let fields = [("version", version.as_str()), ("publish_at", wrong)];
        let refused = editor.post_form(&format!("{path}/schedule"), &fields).await.must(422).text();
        assert!(
            refused.contains("id=\"publish_at_error\"") && refused.contains(&format!("value=\"{wrong}\"")),
            "{wrong}"
        );
    }
    step(&editor, &path, "schedule", &[("publish_at", "2026-11-24T09:00")]).await;
    let page = editor.get(&path).await.must(200).text();
    assert!(page.contains("value=\"2026-11-24T09:00\"") && page.contains("/unschedule\""), "{page}");
    // Nobody looks at it again, so its writer may not change it any more.
    let version = version_of(&editor, &path).await;
    let late = [("version", version.as_str()), ("title_ar", "آخر"), ("body_ar", "x")];
    writer.post_form(&path, &late).await.must(403);

    app.run_worker().await;
    app.anyone("fes").get(PUBLIC).await.must(404);
    app.pass(TimeDelta::hours(22));
    app.run_worker().await;
    let page = app.anyone("fes").get(PUBLIC).await.must(200).text();
    assert!(page.contains("ينقطع الماء بحي الزهور."));
    app.run_worker().await;
    let mails = app.mails().split_off(before);
    assert_eq!(mails.len(), 1, "told once");
    app.anyone("agadir").get(PUBLIC).await.must(404);
}

#[tokio::test]
async fn schedule_waits_while_a_site_is_suspended() {
    let app = TestApp::new().await;
    let editor = app.staff("fes", Role::Editor).await;
    let path = write(&editor).await;
    step(&editor, &path, "schedule", &[("publish_at", "2026-11-23T12:00")]).await;
    collectivities::suspend(&app.hub, "fes").await.unwrap();
    app.pass(TimeDelta::hours(2));
    app.run_worker().await;
    collectivities::resume(&app.hub, "fes").await.unwrap();
    app.anyone("fes").get(PUBLIC).await.must(404);
    app.run_worker().await;
    app.anyone("fes").get(PUBLIC).await.must(200);
}

#[tokio::test]
async fn cancelled_schedule_publishes_nothing() {
    let app = TestApp::new().await;
    let editor = app.staff("fes", Role::Editor).await;
    let path = write(&editor).await;
    step(&editor, &path, "schedule", &[("publish_at", "2026-11-23T12:00")]).await;
    step(&editor, &path, "unschedule", &[]).await;
    app.pass(TimeDelta::hours(2));
    app.run_worker().await;
    app.anyone("fes").get(PUBLIC).await.must(404);
}

#[tokio::test]
async fn every_version_is_kept_compared_and_brought_back() {
    let app = TestApp::new().await;
    let editor = app.staff("fes", Role::Editor).await;
    let path = write(&editor).await;
    let version = version_of(&editor, &path).await;
    let typed = [
        ("version", version.as_str()),
        ("title_ar", "عودة الماء"),
        ("body_ar", "عاد الماء."),
        ("slug_ar", "الماء"),
    ];
    editor.post_form(&path, &typed).await.must(303);
    let list = editor.get(&format!("{path}/history")).await.must(200).text();
    assert!(
        list.contains(&format!("{path}/history/1\"")) && list.contains(&format!("{path}/history/2\"")),
        "{list}"
    );
    let second = editor.get(&format!("{path}/history/2")).await.must(200).text();
    assert!(second.contains("<del>انقطاع") && second.contains("<ins>عودة"), "{second}");
    editor.get(&format!("{path}/history/9")).await.must(404);

    step(&editor, &path, "publish", &[]).await;
    app.anyone("fes").get("/ar/news/الماء").await.must(200);
    // Brought back, it is a new version; the address stays, an address that was changed leads on.
    let version = version_of(&editor, &path).await;
    editor.post_form(&format!("{path}/history/1"), &[("version", &version)]).await.must(303);
    let page = app.anyone("fes").get("/ar/news/الماء").await.must(200).text();
    assert!(page.contains("ينقطع الماء غدا صباحا."), "{page}");
    editor.post_form(&format!("{path}/history/2"), &[("version", &version)]).await.must(409);
    let version = version_of(&editor, &path).await;
    let typed = [
        ("version", version.as_str()),
        ("title_ar", "انقطاع الماء"),
        ("body_ar", "نص."),
        ("slug_ar", "ماء-فاس"),
    ];
    editor.post_form(&path, &typed).await.must(303);
    let moved = app.anyone("fes").get("/ar/news/الماء").await.must(308);
    app.anyone("fes").get(moved.header("location")).await.must(200);

    // An address that another article has is refused where it was typed, and nothing is lost.
    let other = write(&editor).await;
    let typed = [("version", "1"), ("title_ar", "آخر"), ("body_ar", "نص محفوظ"), ("slug_ar", "ماء-فاس")];
    let refused = editor.post_form(&other, &typed).await.must(422).text();
    assert!(refused.contains("id=\"slug_ar_error\"") && refused.contains("نص محفوظ"), "{refused}");

    let neighbour = app.staff("agadir", Role::Editor).await;
    neighbour.get(&format!("{path}/history")).await.must(404);
    neighbour.get(&format!("{path}/history/1")).await.must(404);
    let reader = app.staff("fes", Role::Moderator).await;
    assert!(
        !reader.get(&format!("{path}/history/1")).await.must(200).text().contains("<form method=\"post\">")
    );
    reader.post_form(&format!("{path}/history/1"), &[("version", "1")]).await.must(403);
}

#[tokio::test]
async fn translation_older_than_its_source_says_so() {
    let app = TestApp::new().await;
    let editor = app.staff("fes", Role::Editor).await;
    let path = write(&editor).await;
    let older = "أقدم من نص لغة الموقع";
    let page = editor.get(&path).await.must(200).text();
    assert!(!page.contains(older));
    app.pass(TimeDelta::hours(1));
    let mut typed =
        vec![("version", "1"), ("title_ar", "انقطاع الماء يوم الأحد"), ("body_ar", "ينقطع الماء غدا صباحا.")];
    typed.extend([("title_fr", "Coupure d'eau"), ("body_fr", "<p>L'eau sera coupée demain matin.</p>")]);
    editor.post_form(&path, &typed).await.must(303);
    let page = editor.get(&path).await.must(200).text();
    assert_eq!(page.matches(older).count(), 1, "{page}");
    app.pass(TimeDelta::hours(1));
    typed[0].1 = "2";
    typed[4].1 = "<p>L'eau sera coupée dimanche.</p>";
    editor.post_form(&path, &typed).await.must(303);
    assert!(!editor.get(&path).await.must(200).text().contains(older));
}

#[tokio::test]
async fn what_was_typed_and_not_saved_comes_back_to_its_writer_only() {
    let app = TestApp::new().await;
    let email = app.account("fes", Role::Editor).await;
    let editor = super::office_cycle::desks::signed_in(&app, &email).await;
    let path = write(&editor).await;
    let key = path.rsplit('/').next().unwrap().to_owned();
    let json = editor.clone().with("accept", "application/json");
    let typed =
        [("key", key.as_str()), ("version", "1"), ("title_ar", "عنوان لم يحفظ"), ("body_fr", "pas fini")];
    let kept = json.post_form("/office/articles/autosave", &typed).await.must(200);
    let kept: Value = serde_json::from_slice(&kept.body).unwrap();
    assert!(kept["saved_at"].is_string());
    let page = editor.get(&path).await.must(200).text();
    assert!(page.contains("value=\"عنوان لم يحفظ\"") && page.contains("/office/articles/discard"), "{page}");
    let other = app.staff("fes", Role::Admin).await;
    assert!(!other.get(&path).await.must(200).text().contains("عنوان لم يحفظ"));
    app.anyone("fes")
        .with("accept", "application/json")
        .post_form("/office/articles/autosave", &typed)
        .await
        .must(401);

    // Saved by somebody else meanwhile: told, with both texts.
    step(&other, &path, "archive", &[]).await;
    let stale = [("key", key.as_str()), ("version", "1"), ("title_ar", "عنوان لم يحفظ"), ("body_ar", "x")];
    let conflict = editor.post_form(&path, &stale).await.must(409).text();
    assert!(conflict.contains("عنوان لم يحفظ"));
    editor.post_form("/office/articles/discard", &[("key", &key), ("version", "1")]).await.must(303);
    assert!(!editor.get(&path).await.must(200).text().contains("عنوان لم يحفظ"));

    // A new article that was never saved waits in the list, and is gone when it is saved.
    let fresh = "0193a000-0000-7000-8000-000000000001";
    let typed = [("key", fresh), ("version", "0"), ("title_ar", "خبر في البال"), ("body_ar", "بداية")];
    json.post_form("/office/articles/autosave", &typed).await.must(200);
    let list = editor.get("/office/articles").await.must(200).text();
    assert!(list.contains(&format!("/office/articles/new?key={fresh}")) && list.contains("خبر في البال"));
    let page = editor.get(&format!("/office/articles/new?key={fresh}")).await.must(200).text();
    assert!(page.contains("بداية</textarea>"), "{page}");
    editor.post_form("/office/articles", &typed[..]).await.must(303);
    assert!(!editor.get("/office/articles").await.must(200).text().contains(fresh));

    let long = "x".repeat(600_000);
    json.post_form("/office/articles/autosave", &[("key", fresh), ("body_ar", &long)]).await.must(422);
    json.post_form("/office/articles/autosave", &[("key", "../x")]).await.must(422);
}

#[tokio::test]
async fn pictures_need_words_and_nothing_that_runs_is_kept() {
    let app = TestApp::new().await;
    let editor = app.staff("fes", Role::Editor).await;
    let picture = "<p>نص</p><img src=\"/media/0193/a.webp\">";
    let typed = [("title_ar", "صورة"), ("body_ar", picture)];
    let refused = editor.post_form("/office/articles", &typed).await.must(422).text();
    assert!(refused.contains("id=\"body_ar_error\"") && refused.contains("a.webp"), "{refused}");

    let pasted = "<p class=\"MsoNormal\" style=\"color:red\">نص<o:p></o:p></p><script>run()</script>\
        <img src=\"x\" onerror=\"run()\"><iframe src=\"https://video.example/7\"></iframe><a href=\"javascript:run()\">ر</a>";
    let typed = [("title_ar", "ملصق من وورد"), ("body_ar", pasted)];
    let saved = editor.post_form("/office/articles", &typed).await.must(303);
    let path = saved.header("location").split('?').next().unwrap().to_owned();
    step(&editor, &path, "publish", &[]).await;
    let page = app.anyone("fes").get("/ar/news/ملصق-من-وورد").await.must(200).text();
    let body = page.split("class=\"prose\"").nth(1).unwrap().split("</article>").next().unwrap();
    assert!(body.contains("href=\"https://video.example/7\""), "{body}");
    for bad in ["run()", "onerror", "style=", "Mso", "<iframe", "<img", "javascript"] {
        assert!(!body.contains(bad), "{bad} in {body}");
    }
}

#[tokio::test]
async fn newsroom_is_open_to_programs_too() {
    let app = TestApp::new().await;
    let writer = app.staff("fes", Role::FocalPoint).await;
    let editor = app.staff("fes", Role::Editor).await;
    let create = "mutation($i: ArticleInput!) { createArticle(input: $i) { id version status } }";
    let input = json!({ "title": { "ar": "خبر" }, "bodyHtml": { "ar": "<p>نص</p>" } });
    let made = writer.gql(create, json!({ "i": input })).await;
    let made = &made["data"]["createArticle"];
    let submit = "mutation($id: ID!, $v: Int!) { submitArticle(id: $id, version: $v) { version status } }";
    let handed = writer.gql(submit, json!({ "id": made["id"], "v": made["version"] })).await;
    assert_eq!(handed["data"]["submitArticle"]["status"], "IN_REVIEW", "{handed}");
    let schedule = "mutation($id: ID!, $v: Int!, $at: DateTime!) {
        scheduleArticle(id: $id, version: $v, publishAt: $at) { version status } }";
    let at = |at: &str| json!({ "id": made["id"], "v": 2, "at": at });
    let denied = writer.gql(schedule, at("2026-11-24T09:00:00Z")).await;
    assert_eq!(denied["errors"][0]["extensions"]["code"], "FORBIDDEN", "{denied}");
    let past = editor.gql(schedule, at("2026-11-22T09:00:00Z")).await;
    assert_eq!(past["errors"][0]["extensions"]["code"], "BAD_USER_INPUT", "{past}");
    let set = editor.gql(schedule, at("2026-11-24T09:00:00Z")).await;
    assert_eq!(set["data"]["scheduleArticle"]["status"], "SCHEDULED", "{set}");
}
