//! Where one is signed in: the list, ending, and what becomes of stolen tokens.

use chrono::TimeDelta;
use infitah_core::tenancy::permission::Role;

use super::{join, sign_in, with_cookie};
use crate::harness::TestApp;
use crate::harness::app::PASSWORD;

const NEW: &str = "quatre chemins vers la mer";

#[tokio::test]
async fn change_of_password_asks_for_the_present_one_and_ends_the_others() {
    let app = TestApp::new().await;
    let editor = app.staff("fes", Role::Editor).await;
    let other = with_cookie(&app, "fes", &sign_in(&app, "fes", "editor@fes.example.org", PASSWORD).await);
    let wrong = [("present", "not the present one"), ("password", NEW)];
    let page = editor.post_form("/office/account/password", &wrong).await.must(422).text();
    assert!(page.contains("href=\"#present\""), "{page}");
    other.get("/office/articles").await.must(200);
    let form = [("present", PASSWORD), ("password", NEW)];
    let done = editor.post_form("/office/account/password", &form).await.must(303);
    other.get("/office/articles").await.must(303);
    // The token of before is worth nothing, wherever it was copied to.
    editor.get("/office/articles").await.must(303);
    with_cookie(&app, "fes", &done).get("/office/articles").await.must(200);
    sign_in(&app, "fes", "editor@fes.example.org", PASSWORD).await.must(401);
}

#[tokio::test]
async fn one_says_what_one_is_called_and_which_language_the_office_speaks() {
    let app = TestApp::new().await;
    let editor = app.staff("fes", Role::Editor).await;
    assert!(editor.get("/office/account").await.must(200).text().contains("<html lang=\"ar\""));
    let nameless = [("displayName", " "), ("locale", "fr")];
    let page = editor.post_form("/office/account/details", &nameless).await.must(422).text();
    assert!(page.contains("href=\"#displayName\"") && page.contains("value=\"fr\" checked"), "{page}");
    let tongueless = [("displayName", "Amina"), ("locale", "xx")];
    let page = editor.post_form("/office/account/details", &tongueless).await.must(422).text();
    assert!(page.contains("value=\"Amina\""), "{page}");
    let form = [("displayName", "Amina B."), ("locale", "fr")];
    editor.post_form("/office/account/details", &form).await.must(303);
    let page = editor.get("/office/account").await.must(200).text();
    assert!(page.contains("<html lang=\"fr\"") && page.contains("Amina B."), "{page}");
    let admin = app.staff("fes", Role::Admin).await;
    assert!(admin.get("/office/audit").await.must(200).text().contains("Amina B."));
    assert!(admin.get("/office/account").await.must(200).text().contains("<html lang=\"ar\""));
}

#[tokio::test]
async fn sign_ins_are_listed_in_plain_words_and_ended() {
    let app = TestApp::new().await;
    let agent = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36";
    let editor = app.staff("fes", Role::Editor).await;
    let email = [("email", "editor@fes.example.org"), ("password", PASSWORD)];
    let phone = app.anyone("fes").with("user-agent", agent).post_form("/office/sign-in", &email).await;
    let phone = with_cookie(&app, "fes", &phone);
    let page = editor.get("/office/account").await.must(200).text();
    assert!(page.contains("أندرويد") && page.contains("كروم") && page.contains("127.0.0.*"), "{page}");
    assert!(!page.contains("127.0.0.1"), "{page}");
    let start = page.find("/office/account/sign-ins/").expect("one to end");
    let action = page[start..].split('"').next().unwrap().to_owned();
    app.staff("fes", Role::Admin).await.post_form(&action, &[]).await.must(404);
    editor.post_form(&action, &[]).await.must(303);
    phone.get("/office/articles").await.must(303);
    let again = with_cookie(&app, "fes", &sign_in(&app, "fes", "editor@fes.example.org", PASSWORD).await);
    again.post_form("/office/account/sign-ins", &[]).await.must(303);
    editor.get("/office/articles").await.must(303);
    again.get("/office/articles").await.must(200);
}

#[tokio::test]
async fn sign_ins_at_other_members_are_seen_and_ended_from_here() {
    let app = TestApp::new().await;
    let there = app.staff("agadir", Role::Editor).await;
    let admin = app.staff("fes", Role::Admin).await;
    let here = join(&app, &admin, "fes", "editor@agadir.example.org", Role::Editor).await;
    let page = here.get("/office/account").await.must(200).text();
    assert!(page.contains("أكادير") && page.contains("//agadir.localhost"), "{page}");
    let list = admin.get("/office/people").await.must(200).text();
    assert!(!list.contains("أكادير"), "the admin here does not learn where else: {list}");
    there.get("/office/articles").await.must(200);
    here.post_form("/office/account/sign-ins", &[]).await.must(303);
    there.get("/office/articles").await.must(303);
    here.get("/office/articles").await.must(200);
    // A new password holds everywhere, and what was opened under the old one ends everywhere.
    let email = "editor@agadir.example.org";
    let there = with_cookie(&app, "agadir", &sign_in(&app, "agadir", email, PASSWORD).await);
    let form = [("present", PASSWORD), ("password", NEW)];
    here.post_form("/office/account/password", &form).await.must(303);
    there.get("/office/articles").await.must(303);
    sign_in(&app, "agadir", email, NEW).await.must(303);
}

#[tokio::test]
async fn last_activity_is_kept_up() {
    let app = TestApp::new().await;
    let editor = app.staff("fes", Role::Editor).await;
    app.pass(TimeDelta::minutes(40));
    editor.get("/office/articles").await.must(200);
    let page = editor.get("/office/account").await.must(200).text();
    // Opened at ten by the clock of tests, which is eleven in Morocco.
    assert!(page.contains("11:00") && page.contains("11:40"), "{page}");
}

#[tokio::test]
async fn stolen_cookie_is_refused_after_signing_out_again_and_on_other_hosts() {
    let app = TestApp::new().await;
    let editor = app.staff("fes", Role::Editor).await;
    let stolen = editor.headers.get("cookie").unwrap().to_str().unwrap().to_owned();
    for host in ["agadir", ""] {
        app.anyone(host).with("cookie", &stolen).get("/office/account").await.must(303);
    }
    // Signing in again in the same browser gives another token and ends the one of before.
    let form = [("email", "editor@fes.example.org"), ("password", PASSWORD)];
    let again = editor.post_form("/office/sign-in", &form).await.must(303);
    assert_ne!(again.cookie().unwrap(), stolen);
    editor.get("/office/account").await.must(303);
    let again = with_cookie(&app, "fes", &again);
    again.get("/office/account").await.must(200);
    again.post_form("/office/sign-out", &[]).await.must(303);
    again.get("/office/account").await.must(303);
}
