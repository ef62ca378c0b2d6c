//! Asking to be told: double opt-in, in the reader's language, and leaving with one click.

use chrono::TimeDelta;

use crate::harness::{Answer, TestApp};

async fn ask(app: &TestApp, slug: &str, locale: &str, email: &str) -> Answer {
    app.anyone(slug).post_form(&format!("/{locale}/subscribe"), &[("email", email)]).await
}

fn path_of(link: &str) -> String {
    let rest = link.split("://").nth(1).expect("an address");
    rest[rest.find('/').expect("a path")..].to_owned()
}

#[tokio::test]
async fn confirmation_mail_carries_nothing_that_a_visitor_typed() {
    let app = TestApp::new().await;
    let form = [("email", "amina@example.org"), ("name", "CLICK http://evil.example")];
    app.anyone("fes").post_form("/ar/subscribe", &form).await.must(200);
    app.run_worker().await;
    let mails = app.mails();
    assert_eq!(mails.len(), 1);
    let text = mails[0].text();
    assert!(text.contains("dir=\"rtl\"") && !text.contains("evil.example"));
    assert_eq!(mails[0].header("auto-submitted"), "auto-generated");
    assert!(text.contains("فاس"));
}

#[tokio::test]
async fn looking_at_the_link_does_not_confirm() {
    let app = TestApp::new().await;
    ask(&app, "fes", "fr", "amina@example.org").await.must(200);
    app.run_worker().await;
    let path = path_of(&app.mails()[0].link("/subscribe/confirm/"));
    let fes = app.anyone("fes");
    fes.get(&path).await.must(200);
    app.anyone("agadir").get(&path).await.must(404);
    app.anyone("agadir").post_form(&path, &[]).await.must(404);
    fes.get(&path).await.must(200);
    fes.post_form(&path, &[]).await.must(200);
    fes.post_form(&path, &[]).await.must(200);
}

#[tokio::test]
async fn answer_tells_nobody_who_is_subscribed() {
    let app = TestApp::new().await;
    let first = ask(&app, "fes", "fr", "amina@example.org").await.must(200);
    app.run_worker().await;
    let path = path_of(&app.mails()[0].link("/subscribe/confirm/"));
    app.anyone("fes").post_form(&path, &[]).await.must(200);
    app.pass(TimeDelta::hours(1));
    let again = ask(&app, "fes", "fr", "amina@example.org").await.must(200);
    assert_eq!(first.text(), again.text());
    app.run_worker().await;
    assert_eq!(app.mails().len(), 1, "a confirmed address gets no second mail");
}

#[tokio::test]
async fn one_address_is_not_flooded() {
    let app = TestApp::new().await;
    for _ in 0..5 {
        ask(&app, "fes", "fr", "amina@example.org").await.must(200);
    }
    app.run_worker().await;
    assert_eq!(app.mails().len(), 1);
}

#[tokio::test]
async fn late_confirmation_finds_nothing() {
    let app = TestApp::new().await;
    ask(&app, "fes", "fr", "amina@example.org").await.must(200);
    app.run_worker().await;
    let path = path_of(&app.mails()[0].link("/subscribe/confirm/"));
    app.pass(TimeDelta::hours(49));
    app.anyone("fes").post_form(&path, &[]).await.must(404);
}

#[tokio::test]
async fn bad_address_is_named_and_kept() {
    let app = TestApp::new().await;
    for bad in ["", "amina", "a@b", "amina@exa mple.org"] {
        let page = ask(&app, "fes", "ar", bad).await.must(422).text();
        assert!(page.contains("aria-invalid=\"true\""), "{bad}");
        assert!(bad.is_empty() || page.contains(&format!("value=\"{bad}\"")), "{bad}");
    }
}
