//! What is not taken, by whom and of which kind: each is told in a sentence, and what is wrong with
//! one file does not undo the others.

use infitah_core::media::MOST_BYTES;
use infitah_core::tenancy::permission::Role;

use super::desk::{form, listed, pdf, photograph, png, post, send, send_keyed};
use crate::harness::TestApp;

#[tokio::test]
async fn each_file_that_is_not_taken_is_named_and_the_others_are_kept() {
    let app = TestApp::new().await;
    let editor = app.staff("fes", Role::Editor).await;
    let svg = b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>";
    let polyglot = b"<html><script>alert(1)</script></html>%PDF-1.7\n%%EOF";
    let files: [(&str, &[u8]); 6] = [
        ("bon.pdf", &pdf("good")),
        ("logo.svg", svg),
        ("moving.gif", b"GIF89a\x01\0\x01\0"),
        ("polyglot.pdf", polyglot),
        ("broken.jpg", b"\xff\xd8\xff\xe0 nothing"),
        ("run.exe", b"MZ\x90\0\x03\0\0\0"),
    ];
    let page = send(&editor, &files).await.must(422).text();
    for said in [
        "logo.svg</bdi>: لا تقبل الرسوم بصيغة SVG",
        "moving.gif</bdi>: لا تقبل الصور المتحركة",
        "polyglot.pdf</bdi>",
        "broken.jpg</bdi>",
        "run.exe</bdi>",
    ] {
        assert!(page.contains(said), "{said} in {page}");
    }
    assert!(page.contains("تم حفظ الملفات الأخرى") && page.contains("bon.pdf"), "{page}");
    assert_eq!(listed(&page).len(), 1, "{page}");
    let nothing = send(&editor, &[]).await.must(422).text();
    assert!(nothing.contains("اختر ملفا واحدا على الأقل"), "{nothing}");
    editor.post_form("/office/media", &[("key", "x")]).await.must(422);
}

#[tokio::test]
async fn a_file_that_is_too_large_is_refused_and_no_more() {
    let app = TestApp::new().await;
    let editor = app.staff("fes", Role::Editor).await;
    let mut large = pdf("large");
    large.resize(MOST_BYTES + 1, b' ');
    let answer = send_keyed(&editor, "", "large.pdf", &large).await.must(422);
    assert!(answer.text().contains("20"), "{}", answer.text());
    large.truncate(MOST_BYTES);
    send_keyed(&editor, "", "large.pdf", &large).await.must(201);
}

#[tokio::test]
async fn a_flood_of_pixels_in_a_few_bytes_is_refused() {
    let app = TestApp::new().await;
    let editor = app.staff("fes", Role::Editor).await;
    let mut flood = png(8, 8);
    flood[16..24].copy_from_slice(&[0, 0, 0xc3, 0x50, 0, 0, 0xc3, 0x50]);
    let sum = !flood[12..29].iter().fold(u32::MAX, |sum, &byte| {
        (0..8).fold(sum ^ u32::from(byte), |sum, _| (sum >> 1) ^ (0xedb8_8320 * (sum & 1)))
    });
    flood[29..33].copy_from_slice(&sum.to_be_bytes());
    let page = send(&editor, &[("flood.png", &flood)]).await.must(422).text();
    assert!(page.contains("40"), "{page}");
}

#[tokio::test]
async fn names_are_cleaned_and_never_a_path() {
    let app = TestApp::new().await;
    let editor = app.staff("fes", Role::Editor).await;
    let long = format!("{}.pdf", "ا".repeat(400));
    let files: Vec<(String, Vec<u8>)> =
        ["../../../etc/passwd", "facture\u{202E}fdp.exe", "C:\\temp\\pv.docx", &long]
            .iter()
            .map(|name| ((*name).to_owned(), pdf("x")))
            .collect();
    let files: Vec<(&str, &[u8])> =
        files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    send(&editor, &files).await.must(303);
    let page = editor.get("/office/media").await.must(200).text();
    for name in ["<bdi>passwd.pdf</bdi>", "<bdi>facturefdp.pdf</bdi>", "<bdi>pv.pdf</bdi>"] {
        assert!(page.contains(name), "{name} in {page}");
    }
    assert!(page.contains(&format!("<bdi>{}.pdf</bdi>", "ا".repeat(100))), "{page}");
    assert!(!page.contains('\u{202E}') && !page.contains("etc/"), "{page}");
}

#[tokio::test]
async fn only_those_who_may_send_files_and_only_to_their_own_member() {
    let app = TestApp::new().await;
    let body = || form(&[], &[("files", "a.pdf", &pdf("x"))]);
    let moderator = app.staff("fes", Role::Moderator).await;
    post(&moderator, "/office/media", body()).await.must(403);
    let page = moderator.get("/office/media").await.must(200).text();
    assert!(!page.contains("type=\"file\""), "{page}");
    post(&app.anyone("fes"), "/office/media", body()).await.must(303);
    let coordinator = app.staff("", Role::Coordinator).await;
    post(&coordinator, "/office/media", body()).await.must(303);
    let observer = app.staff("", Role::Observer).await;
    post(&observer, "/office/media", body()).await.must(403);
    // What one has is nothing to the neighbour.
    let (fes, agadir) = (app.staff("fes", Role::Admin).await, app.staff("agadir", Role::Admin).await);
    send(&fes, &[("photo.jpg", &photograph(400, 300))]).await.must(303);
    let id = listed(&fes.get("/office/media").await.must(200).text()).remove(0);
    let here = format!("/office/media/{id}");
    for path in
        [here.clone(), format!("{here}/delete"), format!("{here}/picture/320"), format!("/office/files/{id}")]
    {
        agadir.get(&path).await.must(404);
        fes.get(&path).await.must(200);
    }
    agadir.post_form(&here, &[("version", "1"), ("titles_ar", "x")]).await.must(404);
    agadir.post_form(&format!("{here}/delete"), &[]).await.must(404);
    assert!(listed(&agadir.get("/office/media").await.must(200).text()).is_empty());
    moderator.post_form(&format!("{here}/delete"), &[]).await.must(403);
    fes.get(&here).await.must(200);
}
