//! What a person may ask about their data: told, given and erased at one member, and neither told nor
//! erased at the other.

use chrono::TimeDelta;
use infitah_core::tenancy::permission::Role;
use infitah_core::tenancy::staff;
use infitah_core::trust::{audit, personal_data};
use serde_json::Value;

use crate::harness::app::PASSWORD;
use crate::harness::{Caller, TestApp};

const PATH: &str = "/office/personal-data";
const EMAIL: &str = "amina@example.org";

/// Subscribes at both twins and confirms at both.
async fn subscribed(app: &TestApp) {
    for slug in ["fes", "agadir"] {
        app.anyone(slug).post_form("/fr/subscribe", &[("email", EMAIL)]).await.must(200);
    }
    app.run_worker().await;
    for mail in app.mails() {
        let link = mail.link("/subscribe/confirm/");
        let (host, path) = link.strip_prefix("http://").unwrap().split_once('/').unwrap();
        app.at_host(host).post_form(&format!("/{path}"), &[]).await.must(200);
    }
}

async fn search(admin: &Caller, email: &str) -> String {
    admin.post_form(PATH, &[("email", email)]).await.must(200).text()
}

async fn export(admin: &Caller, email: &str) -> Value {
    let answer = admin.post_form(&format!("{PATH}/export"), &[("email", email)]).await.must(200);
    assert!(answer.header("content-disposition").starts_with("attachment"));
    serde_json::from_slice(&answer.body).unwrap()
}

#[tokio::test]
async fn person_is_told_given_and_erased_here_and_not_there() {
    let app = TestApp::new().await;
    subscribed(&app).await;
    let (fes, agadir) = (app.staff("fes", Role::Admin).await, app.staff("agadir", Role::Admin).await);
    let shown = search(&fes, "Amina@Example.org").await;
    assert!(shown.contains("مؤكد") && shown.contains("أرسلت"), "{shown}");
    let given = export(&fes, EMAIL).await;
    assert_eq!(given["subscriptions"][0]["status"], "confirmed");
    assert!(given["subscriptions"][0]["confirmed_at"].is_string() && given["account"].is_null(), "{given}");

    let erase = format!("{PATH}/erase");
    let ask = fes.post_form(&erase, &[("email", EMAIL)]).await.must(200).text();
    assert!(ask.contains("name=\"sure\"") && ask.contains(EMAIL), "it asks first: {ask}");
    assert!(search(&fes, EMAIL).await.contains("مؤكد"), "and nothing is gone yet");
    fes.post_form(&erase, &[("email", EMAIL), ("sure", "yes")]).await.must(200);
    let after = export(&fes, EMAIL).await;
    assert_eq!(
        (&after["subscriptions"], &after["deliveries"]),
        (&serde_json::json!([]), &serde_json::json!([]))
    );
    let there = export(&agadir, EMAIL).await;
    assert_eq!(there["subscriptions"][0]["status"], "confirmed", "{there}");

    // Nothing more is sent from here, and all is sent from there.
    for admin in [&fes, &agadir] {
        let form = [("title_ar", "خبر"), ("body_ar", "نص"), ("then", "publish")];
        admin.post_form("/office/articles", &form).await.must(303);
    }
    app.run_worker().await;
    let links: Vec<String> = app.mails().iter().map(|mail| mail.link("/unsubscribe/")).collect();
    let told: Vec<&String> = links.iter().filter(|link| !link.is_empty()).collect();
    assert!(told.len() == 1 && told[0].starts_with("http://agadir."), "{told:?}");

    let lines = fes.get("/office/audit.jsonl?group=personal-data").await.must(200).text();
    assert!(lines.contains("erase_person") && lines.contains("export_person"), "{lines}");
    assert!(!lines.contains("amina"), "the audit holds no address: {lines}");
    let register = fes.get(PATH).await.must(200).text();
    assert!(register.contains("محو المعطيات") && !register.contains(EMAIL), "{register}");
    // The address may come again, as anybody's.
    app.pass(TimeDelta::days(3));
    app.anyone("fes").post_form("/fr/subscribe", &[("email", EMAIL)]).await.must(200);
}

#[tokio::test]
async fn account_is_erased_when_it_serves_nowhere_and_its_marks_stay() {
    let app = TestApp::new().await;
    let admin = app.staff("fes", Role::Admin).await;
    let editor = app.staff("fes", Role::Editor).await;
    editor.post_form("/office/articles", &[("title_ar", "خبر المحرر"), ("body_ar", "نص")]).await.must(303);
    let email = "editor@fes.example.org";
    let scope = app.hub.system_scope(app.fes.clone(), "test");
    let held = personal_data::look(&scope, email).await.unwrap().account.unwrap();
    assert_eq!((held.roles.as_slice(), held.authored.articles), (&["editor".to_owned()][..], 1));

    let erased = personal_data::erase(&scope, email).await.unwrap();
    assert_eq!(erased.account, personal_data::ErasedAccount::Serves, "a role is taken away first");
    editor.get("/office/articles").await.must(200);
    staff::revoke(&scope, email).await.unwrap();
    let erased = personal_data::erase(&scope, email).await.unwrap();
    assert_eq!(erased.account, personal_data::ErasedAccount::Gone);
    assert!(personal_data::look(&scope, email).await.unwrap().account.is_none());

    let page = admin.get("/office/audit?group=news").await.must(200).text();
    assert!(
        page.contains("موظف سابق") && page.contains("خبر المحرر") && !page.contains("editor fes"),
        "{page}"
    );
    assert_eq!(audit::verify(&scope).await.unwrap().broken_at, None);
    // The account itself is gone: the same address is a new one.
    app.staff("fes", Role::Editor).await.get("/office/articles").await.must(200);
}

#[tokio::test]
async fn account_that_serves_the_neighbour_stays_there() {
    let app = TestApp::new().await;
    let email = app.account("fes", Role::Editor).await;
    let here = app.hub.system_scope(app.fes.clone(), "test");
    let there = app.hub.system_scope(app.agadir.clone(), "test");
    let invitation = staff::NewInvitation {
        email: email.clone(),
        display_name: "editor fes".into(),
        role: Role::Editor,
        locale: infitah_core::Locale::Ar,
    };
    let link = staff::invite(&there, invitation).await.unwrap().link;
    let path = format!("/office/invitation/{}", link.rsplit('/').next().unwrap());
    app.anyone("agadir").post_form(&path, &[("password", PASSWORD)]).await.must(303);
    staff::revoke(&here, &email).await.unwrap();
    personal_data::erase(&here, &email).await.unwrap();
    assert!(personal_data::look(&here, &email).await.unwrap().account.is_none());
    assert!(personal_data::look(&there, &email).await.unwrap().account.is_some());
    let form = [("email", email.as_str()), ("password", PASSWORD)];
    app.anyone("agadir").post_form("/office/sign-in", &form).await.must(303);
    app.anyone("fes").post_form("/office/sign-in", &form).await.must(401);
}

#[tokio::test]
async fn periods_are_kept_by_the_timer() {
    let app = TestApp::new().await;
    subscribed(&app).await;
    let scope = app.hub.system_scope(app.fes.clone(), "test");
    let admin = app.staff("fes", Role::Admin).await;
    assert!(admin.get("/office/audit").await.must(200).text().contains("127.0.0.0/24"));
    // Fès keeps for a year; the address ends here and is told there.
    app.rest_worker().await;
    let news = [("title_ar", "خبر"), ("body_ar", "نص"), ("then", "publish")];
    admin.post_form("/office/articles", &news).await.must(303);
    app.run_worker().await;
    let links: Vec<String> = app.mails().iter().map(|mail| mail.link("/unsubscribe/")).collect();
    let link = links.iter().find(|link| link.starts_with("http://fes.")).expect("the news");
    let path = format!("/{}", link.splitn(4, '/').nth(3).unwrap());
    app.anyone("fes").post_form(&path, &[]).await.must(200);

    app.pass(TimeDelta::days(360));
    assert_eq!(personal_data::keep(&app.hub).await.unwrap(), personal_data::Kept::default());
    app.pass(TimeDelta::days(10));
    let kept = personal_data::keep(&app.hub).await.unwrap();
    assert!(kept.subscriptions == 1 && kept.addresses > 3, "{kept:?}");
    assert_eq!(personal_data::keep(&app.hub).await.unwrap(), personal_data::Kept::default(), "twice is once");
    assert!(personal_data::look(&scope, EMAIL).await.unwrap().subscriptions.is_empty());
    let checked = audit::verify(&scope).await.unwrap();
    assert_eq!(checked.broken_at, None, "the chain stays whole without addresses");
    let there = app.hub.system_scope(app.agadir.clone(), "test");
    assert_eq!(personal_data::look(&there, EMAIL).await.unwrap().subscriptions[0].status, "confirmed");
}

#[tokio::test]
async fn requests_are_registered_and_closed_to_others() {
    let app = TestApp::new().await;
    let admin = app.staff("fes", Role::Admin).await;
    let requests = format!("{PATH}/requests");
    let form = [("email", EMAIL), ("kind", "rectification"), ("received_on", "2026-11-20")];
    admin.post_form(&requests, &form).await.must(303);
    let page = admin.get(PATH).await.must(200).text();
    assert!(page.contains("تصحيح المعطيات") && !page.contains(EMAIL), "{page}");
    let finish = page.split(&format!("action=\"{requests}/")).nth(1).unwrap().split('"').next().unwrap();
    let neighbour = app.staff("agadir", Role::Admin).await;
    neighbour.post_form(&format!("{requests}/{finish}"), &[]).await.must(404);
    admin.post_form(&format!("{requests}/{finish}"), &[]).await.must(303);
    admin.post_form(&format!("{requests}/{finish}"), &[]).await.must(404);
    for bad in [
        [("email", "amina"), ("kind", "export"), ("received_on", "2026-11-20")],
        [("email", EMAIL), ("kind", ""), ("received_on", "2026-11-20")],
        [("email", EMAIL), ("kind", "export"), ("received_on", "2026-11-24")],
    ] {
        let refused = admin.post_form(&requests, &bad).await.must(422).text();
        assert!(refused.contains("field-error"), "{bad:?}: {refused}");
    }
    admin.post_form(PATH, &[("email", "amina")]).await.must(422);
    let editor = app.staff("fes", Role::Editor).await;
    for path in [PATH.to_owned(), format!("{PATH}/export"), format!("{PATH}/erase"), requests] {
        editor.post_form(&path, &[("email", EMAIL), ("sure", "yes")]).await.must(403);
    }
}
