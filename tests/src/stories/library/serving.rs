//! How the public gets a file: shown or saved, kept for ever, running nothing, in the width asked for.

use infitah_core::tenancy::permission::Role;

use super::desk::{kept, pdf, photograph};
use crate::harness::{Caller, TestApp};

/// Publishes an article that names these files.
async fn show(editor: &Caller, files: &[&str]) {
    let links: String = files.iter().map(|id| format!("<p><a href=\"/media/{id}/x\">x</a></p>")).collect();
    let article = [("title_ar", "خبر"), ("body_ar", links.as_str())];
    let created = editor.post_form("/office/articles", &article).await.must(303);
    let written = created.header("location").split('?').next().unwrap().to_owned();
    let publish = [("version", "1"), ("title_ar", "خبر"), ("body_ar", links.as_str())];
    editor.post_form(&format!("{written}/publish"), &publish).await.must(303);
}

#[tokio::test]
async fn files_are_served_with_headers_that_let_them_do_nothing() {
    told_of(TestApp::new().await).await;
}

/// The same wherever the files are kept.
pub(super) async fn told_of(app: TestApp) {
    let editor = app.staff("fes", Role::Editor).await;
    let photo = kept(&editor, "ساحة.jpg", &photograph(700, 350)).await;
    let paper = kept(&editor, "pv.pdf", &pdf("x")).await;
    let table = kept(&editor, "suivi.csv", b"a,b\n").await;
    show(&editor, &[&photo, &paper, &table]).await;
    let anyone = app.anyone("fes");
    for (id, kind, shown, policy) in [
        (&photo, "image/jpeg", "inline", "sandbox"),
        (&paper, "application/pdf", "inline", "default-src 'none'"),
        (&table, "text/csv; charset=utf-8", "attachment", "sandbox"),
    ] {
        let answer = anyone.get(&format!("/media/{id}/whatever")).await.must(200);
        assert_eq!(answer.header("content-type"), kind);
        assert!(answer.header("content-disposition").starts_with(shown), "{kind}");
        assert!(answer.header("content-security-policy").contains(policy), "{kind}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff");
        assert_eq!(answer.header("cache-control"), "public, max-age=31536000, immutable");
        let tag = answer.header("etag").to_owned();
        let again = anyone.clone().with("if-none-match", &tag).get(&format!("/media/{id}/x")).await.must(304);
        assert!(again.body.is_empty());
    }
    for (width, height) in [(320, 160), (640, 320)] {
        let answer = anyone.get(&format!("/media/{photo}/{width}/picture.webp")).await.must(200);
        assert_eq!(answer.header("content-type"), "image/webp");
        let picture = image::load_from_memory(&answer.body).expect("a picture");
        assert_eq!((picture.width(), picture.height()), (width, height));
    }
    for path in [
        format!("/media/{photo}/1280/x.webp"),
        format!("/media/{paper}/320/x.webp"),
        format!("/media/{photo}/x/y"),
        "/media/x/y".into(),
    ] {
        anyone.get(&path).await.must(404);
    }
    app.anyone("agadir").get(&format!("/media/{photo}/320/picture.webp")).await.must(404);
}
