//! People and rights: inviting by the form, giving and taking roles, and the last one who leads.

use chrono::TimeDelta;
use infitah_core::tenancy::permission::Role;

use super::{action_of, id_of, join, last_link, with_cookie};
use crate::harness::TestApp;
use crate::harness::app::PASSWORD;

#[tokio::test]
async fn admin_invites_by_the_form_and_the_mail_speaks_the_language_of_the_invited() {
    let app = TestApp::new().await;
    let admin = app.staff("fes", Role::Admin).await;
    let form =
        [("email", "salma@example.org"), ("displayName", "Salma"), ("role", "editor"), ("locale", "fr")];
    let done = admin.post_form("/office/people", &form).await.must(303);
    assert_eq!(done.header("location"), "/office/people?done=invited");
    let list = admin.get("/office/people").await.must(200).text();
    assert!(list.contains("salma@example.org") && list.contains("admin fes"), "{list}");
    app.run_worker().await;
    let mail = app.mails().pop().expect("a mail");
    assert!(mail.header("subject").contains("Invitation"), "{}", mail.header("subject"));
    assert!(mail.text().contains("Salma"));
    let path = last_link(&app, "salma@example.org", "/office/invitation/");
    let accepted = app.anyone("fes").post_form(&path, &[("password", PASSWORD)]).await.must(303);
    let salma = with_cookie(&app, "fes", &accepted);
    salma.get("/office/articles").await.must(200);
    salma.get("/office/people").await.must(403);
    let list = admin.get("/office/people").await.must(200).text();
    assert!(!list.contains("/office/people/invitations/"), "nothing waits any more: {list}");
}

#[tokio::test]
async fn refused_invitation_names_the_fields_and_keeps_what_was_typed() {
    let app = TestApp::new().await;
    let admin = app.staff("fes", Role::Admin).await;
    let form = [("email", "salma"), ("displayName", "Salma B."), ("role", "coordinator"), ("locale", "fr")];
    let page = admin.post_form("/office/people", &form).await.must(422).text();
    assert!(page.contains("href=\"#email\"") && page.contains("href=\"#role\""), "{page}");
    assert!(page.contains("value=\"Salma B.\""), "{page}");
    let editor = app.staff("fes", Role::Editor).await;
    editor.post_form("/office/people", &form).await.must(403);
}

#[tokio::test]
async fn account_that_exists_is_not_told_to_who_invites_and_keeps_its_name() {
    let app = TestApp::new().await;
    let email = app.account("agadir", Role::Editor).await;
    let admin = app.staff("fes", Role::Admin).await;
    for (email, name) in [(email.as_str(), "As typed"), ("new@example.org", "Also typed")] {
        let form = [("email", email), ("displayName", name), ("role", "editor"), ("locale", "fr")];
        let done = admin.post_form("/office/people", &form).await.must(303);
        assert_eq!(done.header("location"), "/office/people?done=invited");
    }
    let list = admin.get("/office/people").await.must(200).text();
    assert!(list.contains("As typed") && list.contains("Also typed"), "{list}");
    assert!(!list.contains("editor agadir"), "the name of the account is its own: {list}");
    app.run_worker().await;
    let path = last_link(&app, &email, "/office/invitation/");
    app.anyone("fes").post_form(&path, &[("password", "another long password here")]).await.must(422);
    let accepted = app.anyone("fes").post_form(&path, &[("password", PASSWORD)]).await.must(303);
    let both = with_cookie(&app, "fes", &accepted);
    let account = both.get("/office/account").await.must(200).text();
    assert!(account.contains("editor agadir"), "the account kept its name: {account}");
    assert!(account.contains("//agadir.localhost"), "where else the person serves: {account}");
}

#[tokio::test]
async fn who_is_signed_in_accepts_another_role_without_a_password() {
    let app = TestApp::new().await;
    let admin = app.staff("fes", Role::Admin).await;
    let editor = app.staff("fes", Role::Editor).await;
    let email = "editor@fes.example.org";
    let form = [("email", email), ("displayName", "x"), ("role", "focal_point"), ("locale", "ar")];
    admin.post_form("/office/people", &form).await.must(303);
    app.run_worker().await;
    let path = last_link(&app, email, "/office/invitation/");
    assert!(!editor.get(&path).await.must(200).text().contains("type=\"password\""));
    let done = editor.post_form(&path, &[]).await.must(303);
    assert_eq!(done.header("location"), "/office/account?done=role-accepted");
    editor.get("/office/reports/2026-2027").await.must(200);
    // Nobody else is let in by the link alone.
    app.pass(TimeDelta::seconds(1));
    admin.post_form("/office/people", &form).await.must(303);
    app.run_worker().await;
    let path = last_link(&app, email, "/office/invitation/");
    admin.post_form(&path, &[]).await.must(422);
}

#[tokio::test]
async fn invitation_is_sent_again_and_withdrawn() {
    let app = TestApp::new().await;
    let admin = app.staff("fes", Role::Admin).await;
    let form =
        [("email", "salma@example.org"), ("displayName", "Salma"), ("role", "editor"), ("locale", "ar")];
    admin.post_form("/office/people", &form).await.must(303);
    app.run_worker().await;
    let first = last_link(&app, "salma@example.org", "/office/invitation/");
    app.pass(TimeDelta::hours(49));
    let admin = app.staff("fes", Role::Admin).await;
    app.anyone("fes").get(&first).await.must(404);
    let action = action_of(&admin.get("/office/people").await.must(200).text());
    admin.post_form(&action, &[("then", "again")]).await.must(303);
    app.run_worker().await;
    let second = last_link(&app, "salma@example.org", "/office/invitation/");
    assert_ne!(first, second);
    app.anyone("fes").get(&second).await.must(200);
    let neighbour = app.staff("agadir", Role::Admin).await;
    let action = action_of(&admin.get("/office/people").await.must(200).text());
    neighbour.post_form(&action, &[("then", "withdraw")]).await.must(404);
    admin.post_form(&action, &[("then", "withdraw")]).await.must(303);
    app.anyone("fes").get(&second).await.must(404);
    admin.post_form(&action, &[("then", "withdraw")]).await.must(404);
}

#[tokio::test]
async fn one_mailbox_is_not_flooded_with_invitations() {
    let app = TestApp::new().await;
    let admin = app.staff("fes", Role::Admin).await;
    let form =
        [("email", "salma@example.org"), ("displayName", "Salma"), ("role", "editor"), ("locale", "ar")];
    for _ in 0..5 {
        admin.post_form("/office/people", &form).await.must(303);
    }
    let page = admin.post_form("/office/people", &form).await.must(429).text();
    assert!(page.contains("value=\"Salma\""), "{page}");
}

#[tokio::test]
async fn role_that_is_taken_ends_what_it_allowed_with_the_next_request() {
    let app = TestApp::new().await;
    let admin = app.staff("fes", Role::Admin).await;
    let editor = app.staff("fes", Role::Editor).await;
    let page = format!("/office/people/{}", id_of(&app, "fes", "editor@fes.example.org").await);
    editor.get("/office/articles/new").await.must(200);
    admin.post_form(&page, &[("then", "give"), ("role", "moderator")]).await.must(303);
    admin.post_form(&page, &[("then", "take"), ("role", "editor")]).await.must(303);
    editor.get("/office/articles").await.must(200);
    editor.get("/office/articles/new").await.must(403);
    editor.post_form("/office/articles", &[("title_ar", "x"), ("body_ar", "x")]).await.must(403);
    admin.post_form(&page, &[("then", "remove")]).await.must(303);
    assert!(editor.get("/office/articles").await.must(303).header("location").starts_with("/office/sign-in"));
    admin.get(&page).await.must(404);
    let coordinator = [("then", "give"), ("role", "coordinator")];
    let own = format!("/office/people/{}", id_of(&app, "fes", "admin@fes.example.org").await);
    admin.post_form(&own, &coordinator).await.must(422);
}

#[tokio::test]
async fn last_who_leads_stays_until_there_is_another() {
    let app = TestApp::new().await;
    let admin = app.staff("fes", Role::Admin).await;
    let own = format!("/office/people/{}", id_of(&app, "fes", "admin@fes.example.org").await);
    for verb in [&[("then", "take"), ("role", "admin")][..], &[("then", "remove")]] {
        let page = admin.post_form(&own, verb).await.must(409).text();
        assert!(page.contains("role=\"alert\""), "{page}");
    }
    let second = join(&app, &admin, "fes", "second@example.org", Role::Admin).await;
    let done = admin.post_form(&own, &[("then", "remove")]).await.must(303);
    assert_eq!(done.header("location"), "/office");
    admin.get("/office/people").await.must(303);
    second.get("/office/people").await.must(200);
    // The network is led by its coordinators.
    let coordinator = app.staff("", Role::Coordinator).await;
    let own = format!("/office/people/{}", id_of(&app, "", "coordinator@network.example.org").await);
    coordinator.post_form(&own, &[("then", "remove")]).await.must(409);
}

#[tokio::test]
async fn two_admins_who_remove_each_other_at_once_do_not_both_succeed() {
    let app = TestApp::new().await;
    let first = app.staff("fes", Role::Admin).await;
    for round in 0..5 {
        let email = format!("second{round}@example.org");
        let second = join(&app, &first, "fes", &email, Role::Admin).await;
        let theirs = format!("/office/people/{}", id_of(&app, "fes", &email).await);
        let mine = format!("/office/people/{}", id_of(&app, "fes", "admin@fes.example.org").await);
        let remove = [("then", "remove")];
        let (one, other) = tokio::join!(first.post_form(&theirs, &remove), second.post_form(&mine, &remove));
        let done = [one.status, other.status].iter().filter(|&&status| status == 303).count();
        // Who was removed first is refused, or is nobody any more and led to the entrance.
        let left = [first.get("/office/people").await.status, second.get("/office/people").await.status];
        let leading = left.iter().filter(|&&status| status == 200).count();
        assert_eq!(leading, 1, "{} {} then {left:?} ({done})", one.status, other.status);
        if left[0] != 200 {
            return;
        }
    }
}

#[tokio::test]
async fn second_factor_can_be_demanded_of_the_staff() {
    let app = TestApp::new().await;
    let admin = app.staff("fes", Role::Admin).await;
    let editor = app.staff("fes", Role::Editor).await;
    editor.post_form("/office/people/second-factor", &[("demanded", "yes")]).await.must(403);
    admin.post_form("/office/people/second-factor", &[("demanded", "yes")]).await.must(303);
    let led = editor.get("/office/articles").await.must(303);
    assert!(led.header("location").starts_with("/office/account/second-factor"));
    let page = editor.get("/office/account/second-factor?done=second-factor-needed").await.must(200);
    assert!(page.text().contains("role=\"status\""));
    let viewer = editor.gql("{ viewer { email roles } }", serde_json::json!({})).await;
    assert_eq!(viewer["data"]["viewer"]["roles"], serde_json::json!([]), "{viewer}");
    app.staff("agadir", Role::Editor).await.get("/office/articles").await.must(200);
}
