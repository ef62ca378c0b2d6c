//! A file is taken away for good once nothing uses it; while something does, it is said what.

use infitah_core::tenancy::permission::Role;

use super::desk::{kept, listed, pdf, photograph};
use crate::harness::TestApp;
use crate::stories::publishing::version_of;

#[tokio::test]
async fn a_file_goes_only_when_no_article_names_it() {
    told_of(TestApp::new().await).await;
}

/// The same wherever the files are kept.
pub(super) async fn told_of(app: TestApp) {
    let editor = app.staff("fes", Role::Editor).await;
    let id = kept(&editor, "pv.pdf", &pdf("minutes")).await;
    let spare = kept(&editor, "photo.jpg", &photograph(400, 300)).await;
    let body = format!("<p><a href=\"/media/{id}/pv.pdf\">المحضر</a></p>");
    let article = [("title_ar", "خبر فيه محضر"), ("body_ar", body.as_str())];
    let created = editor.post_form("/office/articles", &article).await.must(303);
    let written = created.header("location").split('?').next().unwrap().to_owned();

    let seen = editor.get(&format!("/office/media/{id}")).await.must(200).text();
    assert!(seen.contains(&format!("<a href=\"{written}\">خبر فيه محضر</a>")), "{seen}");
    assert!(!seen.contains(&format!("/office/media/{id}/delete")), "{seen}");
    let refused = editor.post_form(&format!("/office/media/{id}/delete"), &[]).await.must(409).text();
    assert!(refused.contains("خبر فيه محضر") && refused.contains("مستعمل"), "{refused}");
    let unused = editor.get("/office/media?unused=yes").await.must(200).text();
    assert!(listed(&unused) == [spare.as_str()], "{unused}");

    let asked = editor.get(&format!("/office/media/{spare}/delete")).await.must(200).text();
    assert!(asked.contains("photo.jpg") && asked.contains("class=\"danger\""), "{asked}");
    editor.post_form(&format!("/office/media/{spare}/delete"), &[]).await.must(303);
    editor.get(&format!("/office/media/{spare}")).await.must(404);
    editor.get(&format!("/office/media/{spare}/picture/0")).await.must(404);

    // Once the article no longer names it, it can go.
    let article = [("version", "1"), ("title_ar", "خبر"), ("body_ar", "<p>نص</p>")];
    editor.post_form(&written, &article).await.must(303);
    editor.post_form(&format!("/office/media/{id}/delete"), &[]).await.must(303);
    assert!(listed(&editor.get("/office/media").await.must(200).text()).is_empty());
}

#[tokio::test]
async fn a_file_is_public_while_its_article_is() {
    let app = TestApp::new().await;
    let editor = app.staff("fes", Role::Editor).await;
    let id = kept(&editor, "pv.pdf", &pdf("minutes")).await;
    let (anyone, address) = (app.anyone("fes"), format!("/media/{id}/pv.pdf"));
    let body = format!("<p><a href=\"{address}\">المحضر</a></p>");
    let article = [("title_ar", "خبر"), ("body_ar", body.as_str())];
    let created = editor.post_form("/office/articles", &article).await.must(303);
    let written = created.header("location").split('?').next().unwrap().to_owned();
    anyone.get(&address).await.must(404);
    editor
        .post_form(
            &format!("{written}/publish"),
            &[("version", "1"), ("title_ar", "خبر"), ("body_ar", &body)],
        )
        .await
        .must(303);
    anyone.get(&address).await.must(200);
    app.anyone("agadir").get(&address).await.must(404);
    let version = current_version(&editor.get(&format!("{written}/unpublish")).await.must(200).text());
    editor.post_form(&format!("{written}/unpublish"), &[("version", &version)]).await.must(303);
    anyone.get(&address).await.must(404);
}

pub(super) fn current_version(page: &str) -> String {
    let rest = page.split("name=\"version\" value=\"").nth(1).expect("a version");
    rest.split('"').next().expect("a value").to_owned()
}

/// A picture in the text of an event or a page is theirs like that of an article: public with it, and
/// in nobody's way once nothing names it.
#[tokio::test]
async fn a_picture_is_public_while_its_event_or_page_is_and_does_not_go_from_under_it() {
    let app = TestApp::new().await;
    let editor = app.staff("fes", Role::Editor).await;
    let anyone = app.anyone("fes");
    let event = [("kind", "workshop"), ("day", "2026-12-01"), ("starts_at", "09:30")];
    for (room, title, text, more) in [
        ("events", "titles_ar", "descriptions_ar", &event[..]),
        ("pages", "title_ar", "body_ar", &[("slug_ar", "")]),
    ] {
        let id = kept(&editor, "photo.jpg", &photograph(400, 300)).await;
        let shown = format!("<p>انظر</p><p><img src=\"/media/{id}/photo.jpg\" alt=\"الساحة\"></p>");
        let address = format!("/media/{id}/photo.jpg");
        let fields = [&[(title, "فيه صورة"), (text, shown.as_str())], more].concat();
        let created = editor.post_form(&format!("/office/{room}"), &fields).await.must(303);
        let path = created.header("location").split('?').next().unwrap().to_owned();
        anyone.get(&address).await.must(404);
        editor.post_form(&format!("/office/media/{id}/delete"), &[]).await.must(409);
        let unused = editor.get("/office/media?unused=yes").await.must(200).text();
        assert!(listed(&unused).is_empty(), "{unused}");
        let seen = editor.get(&format!("/office/media/{id}")).await.must(200).text();
        assert!(seen.contains(&format!("<a href=\"{path}\">فيه صورة</a>")), "{seen}");

        let save = async |fields: &[(&str, &str)]| {
            let version = version_of(&editor, &path).await;
            let fields = [fields, more, &[("version", version.as_str())]].concat();
            editor.post_form(&path, &fields).await.must(303);
        };
        save(&[(title, "فيه صورة"), (text, &shown), ("then", "publish")]).await;
        anyone.get(&address).await.must(200);
        app.anyone("agadir").get(&address).await.must(404);
        let version = version_of(&editor, &path).await;
        editor.post_form(&format!("{path}/take-back"), &[("version", &version)]).await.must(303);
        anyone.get(&address).await.must(404);
        save(&[(title, "بلا صورة"), (text, "<p>نص</p>")]).await;
        editor.post_form(&format!("/office/media/{id}/delete"), &[]).await.must(303);
    }
}

/// What the minutes of an event show stays when its description is written anew.
#[tokio::test]
async fn a_picture_of_the_minutes_is_kept_while_the_description_changes() {
    let app = TestApp::new().await;
    let editor = app.staff("fes", Role::Editor).await;
    let id = kept(&editor, "photo.jpg", &photograph(400, 300)).await;
    let event = [("titles_ar", "ورشة"), ("kind", "workshop"), ("day", "2026-10-01"), ("starts_at", "09:30")];
    let created = editor.post_form("/office/events", &event).await.must(303);
    let path = created.header("location").split('?').next().unwrap().to_owned();
    let minutes = format!("<p><img src=\"/media/{id}/photo.jpg\" alt=\"الحضور\"></p>");
    let version = version_of(&editor, &path).await;
    let record = [("version", version.as_str()), ("minutes_ar", &minutes)];
    editor.post_form(&format!("{path}/record"), &record).await.must(303);
    let version = version_of(&editor, &path).await;
    let changed = [&event[..], &[("descriptions_ar", "نص آخر"), ("version", version.as_str())]].concat();
    editor.post_form(&path, &changed).await.must(303);
    editor.post_form(&format!("/office/media/{id}/delete"), &[]).await.must(409);
}
