//! Signing in by a provider: whom it lets in, whom it does not, and what becomes of an account that is
//! known there. What a browser does in between stands in the browser suite.

use chrono::TimeDelta;
use infitah_core::tenancy::permission::Role;
use infitah_core::tenancy::staff;
use serde_json::{Value, json};

use super::{second_factor, with_cookie};
use crate::harness::provider::Issuer;
use crate::harness::{Answer, Caller, TestApp};

const EMAIL: &str = "editor@fes.example.org";
const BEGIN: &str = "/office/sign-in/provider";

async fn beside_a_provider() -> (TestApp, Issuer) {
    let issuer = Issuer::start().await;
    let app = TestApp::with_provider(issuer.provider()).await;
    (app, issuer)
}

/// A visit to the provider that was begun.
struct Visit {
    browser: Caller,
    state: String,
    nonce: String,
}

impl Visit {
    async fn begin(app: &TestApp, slug: &str) -> Self {
        let answer = app.anyone(slug).get(&format!("{BEGIN}?next=/office/articles")).await.must(303);
        let asked = answer.header("location").to_owned();
        let named = |name: &str| {
            let value = asked.split(['?', '&']).find_map(|pair| pair.strip_prefix(&format!("{name}=")));
            value.unwrap_or_else(|| panic!("no {name} in {asked}")).to_owned()
        };
        assert_eq!(
            (named("code_challenge_method").as_str(), named("scope").as_str()),
            ("S256", "openid+email")
        );
        Self { browser: with_cookie(app, slug, &answer), state: named("state"), nonce: named("nonce") }
    }

    async fn end(&self, code: &str) -> Answer {
        self.browser.get(&format!("{BEGIN}/finish?state={}&code={code}", self.state)).await
    }
}

/// A whole visit of somebody about whom the provider says this.
async fn visited(app: &TestApp, issuer: &Issuer, slug: &str, mut claims: Value) -> Answer {
    let visit = Visit::begin(app, slug).await;
    if claims["nonce"].is_null() {
        claims["nonce"] = visit.nonce.clone().into();
    }
    visit.end(&issuer.code(claims)).await
}

fn amina() -> Value {
    json!({ "sub": "amina", "email": "Editor@fes.example.org", "email_verified": true })
}

#[tokio::test]
async fn without_a_provider_there_is_no_such_way() {
    let app = TestApp::new().await;
    assert!(!app.anyone("fes").get("/office/sign-in").await.must(200).text().contains(BEGIN));
    for path in
        [BEGIN.to_owned(), format!("{BEGIN}/finish?state=x&code=x"), format!("{BEGIN}/callback?state=x")]
    {
        app.anyone("").get(&path).await.must(404);
    }
    let editor = app.staff("fes", Role::Editor).await;
    assert!(!editor.get("/office/account").await.must(200).text().contains("account/provider"));
    editor.post_form("/office/account/provider", &[]).await.must(404);
}

#[tokio::test]
async fn verified_mailbox_links_once_and_then_the_name_counts() {
    let (app, issuer) = beside_a_provider().await;
    let editor = app.staff("fes", Role::Editor).await;
    let done = visited(&app, &issuer, "fes", amina()).await.must(303);
    assert_eq!(done.header("location"), "/office/articles");
    with_cookie(&app, "fes", &done).get("/office/articles").await.must(200);
    app.run_worker().await;
    let told = app.mails().pop().expect("a mail");
    assert!(told.header("to").contains(EMAIL) && told.header("subject").contains("ربط حسابك"), "{told:?}");
    // Without a mailbox, or with another; and the mailbox in other hands opens nothing.
    visited(&app, &issuer, "fes", json!({ "sub": "amina" })).await.must(303);
    visited(&app, &issuer, "fes", json!({ "sub": "other", "email": EMAIL, "email_verified": true }))
        .await
        .must(401);
    assert_eq!(issuer.asked(), 1, "what it says about itself is kept");
    app.pass(TimeDelta::minutes(61));
    visited(&app, &issuer, "fes", amina()).await.must(303);
    assert_eq!(issuer.asked(), 2);

    let page = editor.get("/office/account").await.must(200).text();
    assert!(page.contains("ربط الحساب في"), "{page}");
    let unlinked = editor.post_form("/office/account/provider", &[]).await.must(303);
    assert_eq!(unlinked.header("location"), "/office/account?done=provider-unlinked");
    visited(&app, &issuer, "fes", json!({ "sub": "amina" })).await.must(401);
    let audit = app.staff("fes", Role::Admin).await.get("/office/audit.jsonl").await.must(200).text();
    for (act, count) in [("\"link_provider", 1), ("\"use_provider", 3), ("\"unlink_provider", 1)] {
        assert_eq!(audit.matches(act).count(), count, "{act} in {audit}");
    }
}

#[tokio::test]
async fn whoever_is_nobody_here_or_is_not_believed_is_refused_alike() {
    let (app, issuer) = beside_a_provider().await;
    app.staff("fes", Role::Editor).await;
    app.staff("agadir", Role::Admin).await;
    let with = |name: &str, value: Value| {
        let mut claims = amina();
        claims[name] = value;
        claims
    };
    let mut bodies = Vec::new();
    for claims in [
        with("email", "stranger@example.org".into()),
        with("email", "admin@agadir.example.org".into()),
        with("email", "\u{0}".into()),
        with("email_verified", false.into()),
        with("email_verified", Value::Null),
        with("nonce", "of another visit".into()),
        with("aud", "another client".into()),
        with("iss", "https://evil.example".into()),
        with("exp", 1_600_000_000.into()),
        with("unsigned", true.into()),
    ] {
        bodies.push((visited(&app, &issuer, "fes", claims.clone()).await.must(401).text(), claims));
    }
    let visit = Visit::begin(&app, "fes").await;
    bodies.push((visit.end("a-code-of-nobody").await.must(401).text(), Value::Null));
    let mut told = bodies.iter().map(|(body, _)| body);
    let first = told.next().unwrap();
    assert!(first.contains("نجح الدخول الخارجي") && told.all(|body| body == first), "told apart");
}

#[tokio::test]
async fn visit_counts_once_in_its_browser_at_its_host_and_within_minutes() {
    let (app, issuer) = beside_a_provider().await;
    app.staff("fes", Role::Editor).await;
    let code = |visit: &Visit| {
        let mut claims = amina();
        claims["nonce"] = visit.nonce.clone().into();
        issuer.code(claims)
    };
    let visit = Visit::begin(&app, "fes").await;
    let used = code(&visit);
    visit.end(&used).await.must(303);
    visit.end(&used).await.must(409);
    let visit = Visit::begin(&app, "fes").await;
    let other = Visit { browser: Visit::begin(&app, "fes").await.browser, ..visit };
    other.end(&code(&other)).await.must(409);
    let late = Visit::begin(&app, "fes").await;
    app.pass(TimeDelta::minutes(11));
    late.end(&code(&late)).await.must(409);
    let there = Visit::begin(&app, "agadir").await;
    let cookie = there.browser.headers.get("cookie").unwrap().to_str().unwrap().to_owned();
    let here = Visit { browser: app.anyone("fes").with("cookie", &cookie), ..there };
    here.end(&code(&here)).await.must(409);
    for odd in ["", "state=x", "code=x", "state=x&state=y", &format!("state={}", "x".repeat(400))] {
        let status = app.anyone("fes").get(&format!("{BEGIN}/finish?{odd}")).await.status;
        assert!(matches!(status, 400 | 409), "{odd}: {status}");
    }
    // Swept.
    Visit::begin(&app, "fes").await;
    app.pass(TimeDelta::minutes(11));
    let swept = infitah_core::notify::deliveries::sweep(&app.hub).await.unwrap();
    assert!(swept.links >= 1, "{swept:?}");
}

#[tokio::test]
async fn key_that_is_new_is_asked_for_and_not_all_the_time() {
    let (app, issuer) = beside_a_provider().await;
    app.staff("fes", Role::Editor).await;
    visited(&app, &issuer, "fes", amina()).await.must(303);
    issuer.change_key();
    visited(&app, &issuer, "fes", amina()).await.must(401);
    assert_eq!(issuer.asked(), 1, "asked a moment ago");
    app.pass(TimeDelta::seconds(11));
    visited(&app, &issuer, "fes", amina()).await.must(303);
    assert_eq!(issuer.asked(), 2);
}

#[tokio::test]
async fn second_factor_is_asked_for_after_the_provider_too() {
    let (app, issuer) = beside_a_provider().await;
    let editor = app.staff("fes", Role::Editor).await;
    let admin = app.staff("fes", Role::Admin).await;
    admin.post_form("/office/people/second-factor", &[("demanded", "yes")]).await.must(303);
    let alone = visited(&app, &issuer, "fes", amina()).await.must(303);
    with_cookie(&app, "fes", &alone).get("/office/articles").await.must(303);
    second_factor::turn_on(&app, &editor).await;
    let half = visited(&app, &issuer, "fes", amina()).await.must(303);
    assert_eq!(half.header("location"), "/office/sign-in/second?next=/office/articles");
    assert!(half.cookie().unwrap().starts_with("infitah-second="));
}

#[tokio::test]
async fn who_leaves_is_no_longer_known_there() {
    let (app, issuer) = beside_a_provider().await;
    app.staff("fes", Role::Editor).await;
    let admin = app.staff("fes", Role::Admin).await;
    visited(&app, &issuer, "fes", amina()).await.must(303);
    let export = async || {
        let answer = admin.post_form("/office/personal-data/export", &[("email", EMAIL)]).await.must(200);
        serde_json::from_slice::<Value>(&answer.body).unwrap()
    };
    let given = export().await;
    assert_eq!(given["account"]["provider_links"][0]["issuer"], issuer.url(), "{given}");
    assert!(!given.to_string().contains("amina\""), "{given}");
    let fes = app.hub.system_scope(app.tenant("fes").clone(), "test");
    staff::revoke(&fes, EMAIL).await.unwrap();
    visited(&app, &issuer, "fes", amina()).await.must(401);
    let form = [("email", EMAIL), ("sure", "yes")];
    admin.post_form("/office/personal-data/erase", &form).await.must(200);
    assert!(export().await["account"].is_null());
}

#[tokio::test]
async fn beginning_without_end_is_throttled() {
    let (app, _issuer) = beside_a_provider().await;
    for _ in 0..50 {
        Visit::begin(&app, "fes").await;
    }
    app.anyone("fes").get(BEGIN).await.must(429);
}
