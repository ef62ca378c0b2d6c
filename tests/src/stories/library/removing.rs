//! A file is taken away for good once nothing uses it; while something does, it is said what.

use infitah_core::tenancy::permission::Role;

use super::desk::{kept, listed, pdf, photograph};
use crate::harness::TestApp;

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

fn current_version(page: &str) -> String {
    let rest = page.split("name=\"version\" value=\"").nth(1).expect("a version");
    rest.split('"').next().expect("a value").to_owned()
}
