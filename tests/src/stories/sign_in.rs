//! Invitations and signing in.

use chrono::TimeDelta;
use infitah_core::Locale;
use infitah_core::tenancy::permission::Role;
use infitah_core::tenancy::staff::{self, NewInvitation};

use crate::harness::TestApp;
use crate::harness::app::PASSWORD;

async fn invite(app: &TestApp, email: &str) {
    let scope = app.hub.system_scope(app.fes.clone(), "test");
    let invitation = NewInvitation {
        email: email.into(),
        display_name: "Amina".into(),
        role: Role::Editor,
        locale: Locale::Ar,
    };
    staff::invite(&scope, invitation).await.unwrap();
}

fn path_of(link: &str) -> String {
    format!("/office/{}", link.split("/office/").nth(1).expect("a link to the office"))
}

#[tokio::test]
async fn invitation_mail_sets_a_password_once() {
    let app = TestApp::new().await;
    invite(&app, "amina@example.org").await;
    app.run_worker().await;
    let mail = app.mails().pop().expect("a mail");
    assert!(mail.header("to").contains("amina@example.org"));
    let path = path_of(&mail.link("/office/invitation/"));

    let fes = app.anyone("fes");
    let page = fes.get(&path).await.must(200).text();
    assert!(page.contains("amina@example.org") && page.contains("dir=\"rtl\""));
    fes.post_form(&path, &[("password", "short")]).await.must(422);
    let accepted = fes.post_form(&path, &[("password", PASSWORD)]).await.must(303);
    let cookie = accepted.cookie().expect("signed in");
    fes.clone().with("cookie", &cookie).get("/office/articles").await.must(200);
    fes.post_form(&path, &[("password", PASSWORD)]).await.must(404);
    app.anyone("agadir").get(&path).await.must(404);
}

#[tokio::test]
async fn invitation_ends_after_two_days() {
    let app = TestApp::new().await;
    invite(&app, "amina@example.org").await;
    app.run_worker().await;
    let path = path_of(&app.mails()[0].link("/office/invitation/"));
    app.pass(TimeDelta::hours(49));
    app.anyone("fes").get(&path).await.must(404);
    app.anyone("fes").post_form(&path, &[("password", PASSWORD)]).await.must(404);
}

#[tokio::test]
async fn wrong_password_and_unknown_address_get_the_same_answer() {
    let app = TestApp::new().await;
    let email = app.account("fes", Role::Editor).await;
    let fes = app.anyone("fes");
    let wrong =
        fes.post_form("/office/sign-in", &[("email", &email), ("password", "not this one")]).await.must(401);
    let unknown = fes
        .post_form("/office/sign-in", &[("email", "editor@nowhere.example.org"), ("password", "x")])
        .await
        .must(401);
    let blank = |text: String, email: &str| text.replace(email, "EMAIL");
    assert_eq!(
        shape(&blank(wrong.text(), &email)),
        shape(&blank(unknown.text(), "editor@nowhere.example.org"))
    );
    let elsewhere =
        app.anyone("agadir").post_form("/office/sign-in", &[("email", &email), ("password", PASSWORD)]).await;
    assert_eq!(elsewhere.status, 401);
}

#[tokio::test]
async fn guessing_is_throttled_and_the_owner_gets_in_later() {
    let app = TestApp::new().await;
    let email = app.account("fes", Role::Editor).await;
    let fes = app.anyone("fes");
    let mut statuses = Vec::new();
    for number in 0..12 {
        let guess = format!("guess number {number}");
        statuses
            .push(fes.post_form("/office/sign-in", &[("email", &email), ("password", &guess)]).await.status);
    }
    assert_eq!(statuses.iter().filter(|&&status| status == 401).count(), 10, "{statuses:?}");
    let answer =
        fes.post_form("/office/sign-in", &[("email", &email), ("password", PASSWORD)]).await.must(429);
    assert!(!answer.header("retry-after").is_empty());
    app.pass(TimeDelta::minutes(16));
    fes.post_form("/office/sign-in", &[("email", &email), ("password", PASSWORD)]).await.must(303);
}

#[tokio::test]
async fn signing_out_ends_the_session_and_a_cookie_works_nowhere_else() {
    let app = TestApp::new().await;
    let editor = app.staff("fes", Role::Editor).await;
    let cookie = editor.headers.get("cookie").unwrap().to_str().unwrap().to_owned();
    editor.get("/office/articles").await.must(200);
    let elsewhere = app.anyone("agadir").with("cookie", &cookie).get("/office/articles").await;
    assert_eq!(elsewhere.status, 303);
    editor.post_form("/office/sign-out", &[]).await.must(303);
    let after = editor.get("/office/articles").await.must(303);
    assert!(after.header("location").starts_with("/office/sign-in"));
}

#[tokio::test]
async fn session_ends_by_itself() {
    let app = TestApp::new().await;
    let editor = app.staff("fes", Role::Editor).await;
    app.pass(TimeDelta::hours(13));
    editor.get("/office/articles").await.must(303);
}

/// A page without what differs by design: the request's id.
fn shape(page: &str) -> String {
    page.split_whitespace()
        .filter(|word| !word.contains('-') || word.len() < 36)
        .collect::<Vec<_>>()
        .join(" ")
}
