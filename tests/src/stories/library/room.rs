//! The room of a member's files: how full it is, that nothing passes that does not fit, also when two
//! files come at once, and that what is taken away makes room.

use infitah_core::media;
use infitah_core::tenancy::permission::Role;

use super::desk::{kept, listed, pdf, send, send_keyed};
use crate::harness::TestApp;

async fn give(app: &TestApp, slug: &str, bytes: i64) {
    let system = app.hub.system_scope(app.tenant(slug).clone(), "test quota");
    media::set_quota(&system, bytes).await.unwrap();
}

fn weighing(bytes: usize) -> Vec<u8> {
    let mut file = pdf("heavy");
    file.resize(bytes, b' ');
    file
}

#[tokio::test]
async fn two_files_at_once_do_not_both_pass_where_one_has_room() {
    told_of(TestApp::new().await).await;
}

/// The same wherever the files are kept.
pub(super) async fn told_of(app: TestApp) {
    let editor = app.staff("fes", Role::Editor).await;
    give(&app, "fes", 10_000).await;
    let file = weighing(6_000);
    let (one, two) =
        tokio::join!(send_keyed(&editor, "", "a.pdf", &file), send_keyed(&editor, "", "b.pdf", &file));
    let mut answers = [one.status, two.status];
    answers.sort_unstable();
    assert_eq!(answers, [201, 422], "{} {}", one.text(), two.text());
    assert_eq!(listed(&editor.get("/office/media").await.must(200).text()).len(), 1);
    // The neighbour's room is another one.
    send(&app.staff("agadir", Role::Editor).await, &[("a.pdf", &file)]).await.must(303);
}

#[tokio::test]
async fn a_full_room_is_said_and_what_goes_makes_room() {
    let app = TestApp::new().await;
    let editor = app.staff("fes", Role::Editor).await;
    let page = editor.get("/office/media").await.must(200).text();
    assert!(page.contains("value=\"0\"") && page.contains("2\u{2069} جيغابايت"), "{page}");
    give(&app, "fes", 10_240).await;
    let id = kept(&editor, "a.pdf", &weighing(9_728)).await;
    let page = editor.get("/office/media").await.must(200).text();
    assert!(page.contains("<progress max=\"100\" value=\"95\""), "{page}");
    assert!(page.contains("9,5") && page.contains("95%") && page.contains("class=\"field-error\""), "{page}");
    let refused = send(&editor, &[("b.pdf", &weighing(1_000))]).await.must(422).text();
    assert!(refused.contains("b.pdf") && refused.contains("المساحة"), "{refused}");
    editor.post_form(&format!("/office/media/{id}/delete"), &[]).await.must(303);
    send(&editor, &[("b.pdf", &weighing(1_000))]).await.must(303);
    let page = editor.get("/office/media").await.must(200).text();
    assert!(page.contains("value=\"9\""), "{page}");
}
