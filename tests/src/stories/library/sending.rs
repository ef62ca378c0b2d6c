//! Files come in: several in one form, one by one with a word that makes a repeat harmless, and with
//! what each is called and shows.

use infitah_core::tenancy::permission::Role;

use super::desk::{kept, listed, pdf, photograph, png, send, send_keyed};
use crate::harness::TestApp;

#[tokio::test]
async fn editor_sends_several_files_at_once_and_says_what_a_picture_shows() {
    told_of(TestApp::new().await).await;
}

/// The same wherever the files are kept.
pub(super) async fn told_of(app: TestApp) {
    let editor = app.staff("fes", Role::Editor).await;
    let empty = editor.get("/office/media").await.must(200).text();
    assert!(empty.contains("لا توجد ملفات هنا") && empty.contains("name=\"key\""), "{empty}");
    let files: [(&str, &[u8]); 3] = [
        ("ميزانية 2026.pdf", &pdf("budget")),
        ("place.jpg", &photograph(700, 350)),
        ("suivi.csv", b"a,b\n1,2\n"),
    ];
    send(&editor, &files).await.must(303);
    let page = editor.get("/office/media?done=media-kept").await.must(200).text();
    assert!(listed(&page).len() == 3 && page.contains("editor fes"), "{page}");
    for name in ["ميزانية 2026.pdf", "place.jpg", "suivi.csv", "700 × 350", "بدون نص بديل"]
    {
        assert!(page.contains(name), "{name} in {page}");
    }
    let pictures = editor.get("/office/media?kind=picture").await.must(200).text();
    let [picture] = listed(&pictures).try_into().expect("one picture");
    let here = format!("/office/media/{picture}");
    assert!(
        pictures.contains(&format!(
            "srcset=\"{here}/picture/320 320w, {here}/picture/640 640w, {here}/picture/0 700w\""
        )),
        "{pictures}"
    );
    assert!(pictures.contains("loading=\"lazy\"") && pictures.contains("width=\"700\" height=\"350\""));
    let said = [
        ("version", "1"),
        ("titles_ar", "ساحة البلدية"),
        ("alternatives_ar", "ساحة فيها أشجار"),
        ("alternatives_fr", "Une place plantée d’arbres"),
    ];
    editor.post_form(&here, &said).await.must(303);
    let seen = editor.get(&here).await.must(200).text();
    assert!(seen.contains("alt=\"ساحة فيها أشجار\"") && seen.contains("Une place plantée"), "{seen}");
    // Somebody who saw the old words does not write over the new ones.
    let stale = editor.post_form(&here, &[("version", "1"), ("titles_ar", "شيء آخر")]).await.must(409).text();
    assert!(stale.contains("شيء آخر") && stale.contains("غير شخص آخر"), "{stale}");
    let long = "x".repeat(201);
    let refused = editor.post_form(&here, &[("version", "2"), ("titles_fr", &long)]).await.must(422).text();
    assert!(refused.contains(&long) && refused.contains("#titles_fr"), "{refused}");
}

#[tokio::test]
async fn what_is_kept_of_a_picture_says_no_place() {
    let app = TestApp::new().await;
    let focal = app.staff("fes", Role::FocalPoint).await;
    let id = kept(&focal, "IMG_1.jpg", &photograph(400, 300)).await;
    for width in ["0", "320"] {
        let answer = focal.get(&format!("/office/media/{id}/picture/{width}")).await.must(200);
        assert!(answer.header("content-security-policy").contains("sandbox"));
        assert_eq!(answer.header("x-content-type-options"), "nosniff");
        let text = String::from_utf8_lossy(&answer.body).into_owned();
        assert!(!text.contains("GPSLatitude") && !text.contains("canarycamera"), "{width}");
        assert!(image::load_from_memory(&answer.body).is_ok(), "{width} is a picture");
    }
    for width in ["640", "321", "99999"] {
        focal.get(&format!("/office/media/{id}/picture/{width}")).await.must(404);
    }
}

#[tokio::test]
async fn a_repeat_with_the_same_word_keeps_nothing_twice() {
    let app = TestApp::new().await;
    let editor = app.staff("fes", Role::Editor).await;
    let word = "0b5a1c1e-7d52-4a7e-8a53-3f2e6a1c9d10";
    let first = send_keyed(&editor, word, "pv.pdf", &pdf("minutes")).await.must(201).text();
    let again = send_keyed(&editor, word, "pv.pdf", &pdf("minutes")).await.must(201).text();
    assert_eq!(first, again);
    // Two at once, as when the answer to the first was lost on the way.
    let other = "5f0d9f0e-2f43-4b57-9f0f-0a8a2f0a7c11";
    let bytes = pdf("agenda");
    let (one, two) = tokio::join!(
        send_keyed(&editor, other, "oj.pdf", &bytes),
        send_keyed(&editor, other, "oj.pdf", &bytes)
    );
    assert_eq!(one.must(201).text(), two.must(201).text());
    // The word of one person says nothing about the file of another.
    let admin = app.staff("fes", Role::Admin).await;
    let theirs = send_keyed(&admin, word, "pv.pdf", &pdf("minutes")).await.must(201).text();
    assert_ne!(first, theirs);
    let page = editor.get("/office/media").await.must(200).text();
    assert_eq!(listed(&page).len(), 3, "{page}");
}

#[tokio::test]
async fn the_grid_is_turned_page_by_page() {
    let app = TestApp::new().await;
    let editor = app.staff("fes", Role::Editor).await;
    let mut sent = Vec::new();
    for number in 0..23 {
        sent.push(kept(&editor, &format!("{number}.png"), &png(4 + number, 4)).await);
        app.pass(chrono::TimeDelta::minutes(1));
    }
    sent.reverse();
    let page = editor.get("/office/media?kind=picture").await.must(200).text();
    let first = listed(&page);
    let link =
        page.split("rel=\"next\" href=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("more");
    let page = editor.get(&link.replace("&#38;", "&").replace("&amp;", "&")).await.must(200).text();
    let second = listed(&page);
    assert_eq!([first.clone(), second].concat(), sent);
    let link =
        page.split("rel=\"prev\" href=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("back");
    let page = editor.get(&link.replace("&#38;", "&").replace("&amp;", "&")).await.must(200).text();
    assert_eq!(listed(&page), first);
}
