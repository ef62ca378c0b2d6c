//! The second factor: set up, asked for, used once, lost and turned off.

use chrono::TimeDelta;
use infitah_core::ground::error::Error;
use infitah_core::tenancy::permission::Role;
use infitah_core::tenancy::second_factors;
use serde_json::json;
use totp_rs::{Algorithm, Builder, Secret};

use super::{passkeys, sign_in, with_cookie};
use crate::harness::app::PASSWORD;
use crate::harness::{Caller, TestApp};

const EMAIL: &str = "editor@fes.example.org";

/// The code that an authenticator shows now.
pub(super) fn code(app: &TestApp, secret: &str) -> String {
    let totp = Builder::new()
        .with_algorithm(Algorithm::SHA1)
        .with_digits(6)
        .with_step_duration(30)
        .with_secret(Secret::try_from_base32(secret).unwrap())
        .with_account_name(EMAIL.to_owned())
        .build()
        .unwrap();
    totp.generate(u64::try_from(app.hub.clock().now().timestamp()).unwrap()).to_string()
}

fn in_code(page: &str) -> Vec<String> {
    let pieces = page.split("<code dir=\"ltr\">").skip(1);
    pieces.map(|piece| piece.split('<').next().unwrap().to_owned()).collect()
}

/// Turns it on; gives the secret and the recovery codes.
pub(super) async fn turn_on(app: &TestApp, editor: &Caller) -> (String, Vec<String>) {
    let room = "/office/account/second-factor";
    editor.post_form(room, &[("password", "a wrong password")]).await.must(422);
    editor.post_form(room, &[("password", PASSWORD)]).await.must(303);
    let page = editor.get(room).await.must(200).text();
    assert!(page.contains("<svg class=\"factor-code\""), "{page}");
    let secret = in_code(&page)[0].replace(' ', "");
    editor.post_form(&format!("{room}/on"), &[("code", "000000")]).await.must(422);
    let shown = editor.post_form(&format!("{room}/on"), &[("code", &code(app, &secret))]).await.must(200);
    let codes = in_code(&shown.text());
    assert_eq!(codes.len(), 10);
    let page = editor.get(room).await.must(200).text();
    assert!(!page.contains(&codes[0]) && !page.contains("<svg class=\"factor-code\""), "shown once: {page}");
    (secret, codes)
}

/// Somebody whose password was right.
async fn half(app: &TestApp) -> Caller {
    let answer = sign_in(app, "fes", EMAIL, PASSWORD).await.must(303);
    assert_eq!(answer.header("location"), "/office/sign-in/second");
    let cookie = answer.cookie().expect("a cookie");
    assert!(cookie.starts_with("infitah-second="), "{cookie}");
    with_cookie(app, "fes", &answer)
}

#[tokio::test]
async fn second_step_lets_in_with_a_code_that_is_good_once() {
    let app = TestApp::new().await;
    let editor = app.staff("fes", Role::Editor).await;
    let (secret, _) = turn_on(&app, &editor).await;
    let second = "/office/sign-in/second";
    let waiting = half(&app).await;
    // The code that turned it on is spent.
    waiting.post_form(second, &[("code", &code(&app, &secret))]).await.must(422);
    app.pass(TimeDelta::seconds(60));
    let now = code(&app, &secret);
    let done = waiting.post_form(second, &[("code", &now)]).await.must(303);
    with_cookie(&app, "fes", &done).get("/office/articles").await.must(200);
    // Neither the half nor the code works twice.
    assert_eq!(waiting.get(second).await.must(303).header("location"), "/office/sign-in");
    half(&app).await.post_form(second, &[("code", &now)]).await.must(422);
}

#[tokio::test]
async fn half_a_sign_in_opens_nothing() {
    let app = TestApp::new().await;
    let editor = app.staff("fes", Role::Editor).await;
    let (secret, _) = turn_on(&app, &editor).await;
    let waiting = half(&app).await;
    let cookie = waiting.headers.get("cookie").unwrap().to_str().unwrap().to_owned();
    for path in ["/office/articles", "/office/account", "/office/people", "/office/account/second-factor"] {
        assert!(
            waiting.get(path).await.must(303).header("location").starts_with("/office/sign-in"),
            "{path}"
        );
    }
    for cookie in [cookie.clone(), cookie.replace("infitah-second", "infitah")] {
        let caller = app.anyone("fes").with("cookie", &cookie);
        caller.get("/office/articles").await.must(303);
        let viewer = caller.gql("{ viewer { email } }", json!({})).await;
        assert_eq!(viewer["data"]["viewer"], json!(null), "{viewer}");
    }
    // Bound to its host, and over after ten minutes.
    app.pass(TimeDelta::seconds(60));
    let form = [("code", code(&app, &secret))];
    let form: Vec<(&str, &str)> = form.iter().map(|(name, code)| (*name, code.as_str())).collect();
    let elsewhere = app.anyone("agadir").with("cookie", &cookie);
    assert_eq!(elsewhere.post_form("/office/sign-in/second", &form).await.must(303).cookie(), None);
    app.pass(TimeDelta::minutes(10));
    let code = code(&app, &secret);
    let late = waiting.post_form("/office/sign-in/second", &[("code", &code)]).await.must(303);
    assert_eq!(late.header("location"), "/office/sign-in");
}

#[tokio::test]
async fn recovery_code_works_once_and_can_be_made_anew() {
    let app = TestApp::new().await;
    let editor = app.staff("fes", Role::Editor).await;
    let (secret, codes) = turn_on(&app, &editor).await;
    let second = "/office/sign-in/second";
    let typed = codes[3].to_uppercase().replace('-', " ");
    let done = half(&app).await.post_form(second, &[("code", &typed)]).await.must(303);
    let editor = with_cookie(&app, "fes", &done);
    half(&app).await.post_form(second, &[("code", &codes[3])]).await.must(422);
    app.pass(TimeDelta::seconds(60));
    let renewed = "/office/account/second-factor/codes";
    let fresh = editor.post_form(renewed, &[("code", &code(&app, &secret))]).await.must(200).text();
    let fresh = in_code(&fresh);
    assert_eq!(fresh.len(), 10);
    half(&app).await.post_form(second, &[("code", &codes[4])]).await.must(422);
    half(&app).await.post_form(second, &[("code", &fresh[4])]).await.must(303);
}

#[tokio::test]
async fn guessing_codes_is_throttled_over_all_halves() {
    let app = TestApp::new().await;
    let editor = app.staff("fes", Role::Editor).await;
    let (secret, _) = turn_on(&app, &editor).await;
    app.pass(TimeDelta::minutes(16));
    let mut statuses = Vec::new();
    for number in 0..11 {
        let guess = format!("{number:06}");
        statuses.push(half(&app).await.post_form("/office/sign-in/second", &[("code", &guess)]).await.status);
    }
    assert_eq!(statuses.iter().filter(|&&status| status == 422).count(), 10, "{statuses:?}");
    let right = code(&app, &secret);
    half(&app).await.post_form("/office/sign-in/second", &[("code", &right)]).await.must(429);
    app.pass(TimeDelta::minutes(16));
    let right = code(&app, &secret);
    half(&app).await.post_form("/office/sign-in/second", &[("code", &right)]).await.must(303);
}

#[tokio::test]
async fn turning_off_asks_for_password_and_code_and_is_told_by_mail() {
    let app = TestApp::new().await;
    let editor = app.staff("fes", Role::Editor).await;
    let (secret, _) = turn_on(&app, &editor).await;
    app.pass(TimeDelta::seconds(60));
    let off = "/office/account/second-factor/off";
    let right = code(&app, &secret);
    editor.post_form(off, &[("password", "a wrong password"), ("code", &right)]).await.must(422);
    editor.post_form(off, &[("password", PASSWORD), ("code", "000000")]).await.must(422);
    editor.post_form(off, &[("password", PASSWORD), ("code", &right)]).await.must(303);
    app.run_worker().await;
    let told = app.mails().pop().expect("a mail");
    assert!(told.header("to").contains(EMAIL) && told.header("subject").contains("التحقق بخطوتين"));
    let answer = sign_in(&app, "fes", EMAIL, PASSWORD).await.must(303);
    with_cookie(&app, "fes", &answer).get("/office/articles").await.must(200);
    // A password that is set anew does not turn a second factor off, and needs none itself.
    let demanded = app.staff("fes", Role::Admin).await;
    demanded.post_form("/office/people/second-factor", &[("demanded", "yes")]).await.must(303);
    demanded.get("/office/people").await.must(303);
}

#[tokio::test]
async fn operator_takes_a_lost_second_factor_away_at_every_member() {
    let app = TestApp::new().await;
    let editor = app.staff("fes", Role::Editor).await;
    let (_, codes) = turn_on(&app, &editor).await;
    let waiting = half(&app).await;
    passkeys::serve(&app, "agadir").await;

    // No role is enough, and who is not on the staff is not found.
    let fes = app.hub.public_scope(app.tenant("fes").clone(), app.hub.new_request_id());
    let reset = async |scope, email| second_factors::reset(scope, email).await;
    let anonymous = fes.acted_by(infitah_core::tenancy::scope::Actor::Anonymous);
    assert!(matches!(reset(&anonymous, EMAIL).await, Err(Error::Denied(_))));
    let operator = app.hub.system_scope(app.tenant("fes").clone(), "test");
    assert!(matches!(reset(&operator, "nobody@example.org").await, Err(Error::NotFound(_))));
    assert!(matches!(reset(&operator, "no address").await, Err(Error::Invalid(_))));
    editor.get("/office/articles").await.must(200);
    reset(&operator, EMAIL).await.unwrap();
    assert!(matches!(reset(&operator, EMAIL).await, Err(Error::Conflict("second-factor-is-off"))));

    assert!(editor.get("/office/articles").await.must(303).header("location").starts_with("/office/sign-in"));
    let over = waiting.post_form("/office/sign-in/second", &[("code", &codes[0])]).await.must(303);
    assert_eq!(over.header("location"), "/office/sign-in");
    let answer = sign_in(&app, "fes", EMAIL, PASSWORD).await.must(303);
    with_cookie(&app, "fes", &answer).get("/office/articles").await.must(200);
    for slug in ["fes", "agadir"] {
        let audit = app.staff(slug, Role::Admin).await.get("/office/audit").await.must(200).text();
        assert!(audit.contains("التحقق بخطوتين من حساب ليتمكن صاحبه"), "{slug}: {audit}");
    }
    app.run_worker().await;
    let told: Vec<_> =
        app.mails().into_iter().filter(|mail| mail.header("subject").contains("أزيل")).collect();
    assert!(told.len() == 1 && told[0].header("to").contains(EMAIL), "{told:?}");
}
