//! Forgotten and changed passwords: links that live an hour, are good once and only here, and tell
//! nobody who has an account.

use chrono::TimeDelta;
use infitah_core::tenancy::permission::Role;

use super::{last_link, sign_in};
use crate::harness::TestApp;
use crate::harness::app::PASSWORD;

const NEW: &str = "quatre chemins vers la mer";

async fn asked(app: &TestApp, slug: &str, email: &str) -> String {
    app.anyone(slug).post_form("/office/forgot", &[("email", email)]).await.must(200);
    app.run_worker().await;
    last_link(app, email, "/office/reset/")
}

#[tokio::test]
async fn forgotten_password_is_set_anew_once_and_ends_all_sign_ins() {
    let app = TestApp::new().await;
    let editor = app.staff("fes", Role::Editor).await;
    let email = "editor@fes.example.org";
    let path = asked(&app, "fes", email).await;
    let fes = app.anyone("fes");
    let page = fes.get(&path).await.must(200).text();
    assert!(page.contains("dir=\"rtl\"") && page.contains("autocomplete=\"new-password\""), "{page}");
    assert!(!page.contains(email), "the page does not tell whose link it is");
    fes.post_form(&path, &[("password", "short")]).await.must(422);
    editor.get("/office/articles").await.must(200);
    let done = fes.post_form(&path, &[("password", NEW)]).await.must(303);
    assert_eq!(done.header("location"), "/office/sign-in?done=password-set");
    editor.get("/office/articles").await.must(303);
    fes.post_form(&path, &[("password", NEW)]).await.must(404);
    fes.get(&path).await.must(404);
    assert_eq!(sign_in(&app, "fes", email, PASSWORD).await.status, 401);
    sign_in(&app, "fes", email, NEW).await.must(303);
    let mails = app.mails().len();
    app.pass(TimeDelta::seconds(1));
    app.run_worker().await;
    let told = app.mails().pop().expect("a mail");
    assert_eq!(app.mails().len(), mails + 1);
    assert!(told.header("to").contains(email) && told.text().contains("/office/forgot"));
    assert!(told.header("subject").contains("تغيرت كلمة مرورك"), "{}", told.header("subject"));
}

#[tokio::test]
async fn link_lives_an_hour_and_says_how_to_ask_again() {
    let app = TestApp::new().await;
    let email = app.account("fes", Role::Editor).await;
    let path = asked(&app, "fes", &email).await;
    app.pass(TimeDelta::minutes(59));
    app.anyone("fes").get(&path).await.must(200);
    app.pass(TimeDelta::minutes(2));
    let page = app.anyone("fes").get(&path).await.must(404).text();
    assert!(page.contains("href=\"/office/forgot\""), "{page}");
    app.anyone("fes").post_form(&path, &[("password", NEW)]).await.must(404);
}

#[tokio::test]
async fn link_is_of_its_member_and_of_its_password_alone() {
    let app = TestApp::new().await;
    let email = app.account("fes", Role::Editor).await;
    let first = asked(&app, "fes", &email).await;
    app.pass(TimeDelta::minutes(1));
    let second = asked(&app, "fes", &email).await;
    app.anyone("agadir").get(&first).await.must(404);
    app.anyone("agadir").post_form(&first, &[("password", NEW)]).await.must(404);
    app.anyone("fes").get(&first.replace("/reset/", "/invitation/")).await.must(404);
    app.anyone("fes").post_form(&second, &[("password", NEW)]).await.must(303);
    // The other link was made under the password of before.
    app.anyone("fes").get(&first).await.must(404);
}

#[tokio::test]
async fn nobody_learns_who_has_an_account() {
    let app = TestApp::new().await;
    let email = app.account("fes", Role::Editor).await;
    let neighbour = app.account("agadir", Role::Editor).await;
    // The site is looked up once and remembered.
    app.anyone("fes").get("/office/forgot").await.must(200);
    let mut pages = Vec::new();
    let mut counts = Vec::new();
    for one in [email.as_str(), &neighbour, "nobody@example.org"] {
        let before = app.hub.database().statements();
        let answer = app.anyone("fes").post_form("/office/forgot", &[("email", one)]).await.must(200);
        counts.push(app.hub.database().statements() - before);
        pages.push(answer.text().replace(one, "EMAIL"));
    }
    assert!(pages.iter().all(|page| *page == pages[0]), "{pages:#?}");
    assert!(counts.iter().all(|count| *count == counts[0]), "the same work: {counts:?}");
    app.run_worker().await;
    let to: Vec<String> = app.mails().iter().map(|mail| mail.header("to")).collect();
    assert_eq!(to.iter().filter(|to| to.contains(&email)).count(), 1, "{to:?}");
    assert!(!to.iter().any(|to| to.contains(&neighbour) || to.contains("nobody")), "{to:?}");
}

#[tokio::test]
async fn asking_is_throttled_by_mailbox_in_silence_and_by_address_aloud() {
    let app = TestApp::new().await;
    let email = app.account("fes", Role::Editor).await;
    let fes = app.anyone("fes");
    for _ in 0..6 {
        fes.post_form("/office/forgot", &[("email", &email)]).await.must(200);
    }
    app.run_worker().await;
    let links = app.mails().iter().filter(|mail| !mail.link("/office/reset/").is_empty()).count();
    assert_eq!(links, 3);
    for number in 0..14 {
        let other = format!("n{number}@example.org");
        fes.post_form("/office/forgot", &[("email", &other)]).await.must(200);
    }
    let page = fes.post_form("/office/forgot", &[("email", "last@example.org")]).await.must(429).text();
    assert!(page.contains("value=\"last@example.org\""), "{page}");
    fes.post_form("/office/forgot", &[("email", "no address")]).await.must(422);
}

#[tokio::test]
async fn password_that_will_not_do_says_why() {
    let app = TestApp::new().await;
    let editor = app.staff("fes", Role::Editor).await;
    let change = |password: &'static str| {
        let editor = editor.clone();
        async move {
            let form = [("present", PASSWORD), ("password", password)];
            editor.post_form("/office/account/password", &form).await.must(422).text()
        }
    };
    for (password, reason) in [
        ("onze signes", "قصيرة"),
        ("password1234", "شائعة"),
        ("motdepasse2026", "شائعة"),
        ("azertyuiop123", "تتابع"),
        ("editor.fes.2026", "مبنية على اسمك"),
    ] {
        let page = change(password).await;
        assert!(page.contains(reason) && page.contains("href=\"#password\""), "{password}: {page}");
        assert!(!page.contains(password), "a password is never shown again");
    }
    let long = "mot ".repeat(70);
    let form = [("present", PASSWORD), ("password", long.as_str())];
    editor.post_form("/office/account/password", &form).await.must(422);
}
