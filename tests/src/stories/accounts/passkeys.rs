//! Passkeys: added with what one knows and a device, good at one host, and refused alike whatever is
//! wrong with an answer.

use chrono::TimeDelta;
use infitah_core::Locale;
use infitah_core::tenancy::permission::Role;
use infitah_core::tenancy::{second_factors, staff};
use serde_json::Value;

use super::{id_of, path_of, second_factor, sign_in, with_cookie};
use crate::harness::app::PASSWORD;
use crate::harness::authenticator::Authenticator;
use crate::harness::{Answer, Caller, TestApp};

const EMAIL: &str = "editor@fes.example.org";
const NEW: &str = "/office/account/passkeys/new";
const ADD: &str = "/office/account/passkeys";
const ASK: &str = "/office/sign-in/passkey/options";
const GATE: &str = "/office/sign-in/passkey";

/// A cookie beside those that a caller has.
fn carrying(caller: &Caller, cookie: &str) -> Caller {
    let own = caller.headers.get("cookie").and_then(|value| value.to_str().ok()).unwrap_or_default();
    let both = if own.is_empty() { cookie.to_owned() } else { format!("{own}; {cookie}") };
    caller.clone().with("cookie", &both)
}

/// Says the name and the password; gives what the device is asked and who answers.
async fn begun(person: &Caller, name: &str, code: &str) -> (Value, Caller) {
    let form = [("name", name), ("password", PASSWORD), ("code", code)];
    let page = person.post_form(NEW, &form).await.must(200);
    let cookie = page.cookie().expect("a cookie");
    assert!(cookie.starts_with("infitah-passkey="), "{cookie}");
    let page = page.text();
    let options = page.split("data-asked=\"").nth(1).expect("options").split('"').next().unwrap();
    let options = options.replace("&#34;", "\"").replace("&quot;", "\"").replace("&#38;", "&");
    (serde_json::from_str(&options).expect("JSON"), carrying(person, &cookie))
}

/// Adds a passkey; gives the device.
async fn added(app: &TestApp, person: &Caller, slug: &str, number: u8) -> Authenticator {
    let mut device = Authenticator::new(number, &app.tenant(slug).url);
    let (options, person) = begun(person, "هاتف العمل", "").await;
    let answer = device.create(&options);
    let done = person.post_form(ADD, &[("answer", &answer)]).await.must(303);
    assert_eq!(done.header("location"), "/office/account?done=passkey-added");
    device
}

/// Asks for a challenge; gives it and the browser that holds it.
async fn asked(app: &TestApp, slug: &str) -> (Value, Caller) {
    let answer = app.anyone(slug).post_form(ASK, &[]).await.must(200);
    assert_eq!(answer.header("content-type"), "application/json");
    assert_eq!(answer.header("cache-control"), "no-store");
    let browser = with_cookie(app, slug, &answer);
    (serde_json::from_slice(&answer.body).expect("JSON"), browser)
}

async fn entered(app: &TestApp, slug: &str, device: &mut Authenticator) -> Answer {
    let (options, browser) = asked(app, slug).await;
    let answer = device.get(&options);
    browser.post_form(GATE, &[("answer", &answer), ("next", "/office/articles")]).await
}

/// Somebody whom a passkey let in. The answer takes the challenge's cookie away as well.
fn inside(app: &TestApp, slug: &str, answer: &Answer) -> Caller {
    with_cookie(app, slug, answer)
}

/// Lets the person whom the stories are about serve at one more member.
pub(super) async fn serve(app: &TestApp, slug: &str) {
    let scope = app.hub.system_scope(app.tenant(slug).clone(), "test");
    let invitation = staff::NewInvitation {
        email: EMAIL.to_owned(),
        display_name: "Amina".to_owned(),
        role: Role::Editor,
        locale: Locale::Ar,
    };
    let link = staff::invite(&scope, invitation).await.unwrap().link;
    app.anyone(slug).post_form(&path_of(&link), &[("password", PASSWORD)]).await.must(303);
}

fn removal_of(page: &str) -> String {
    let start = page.match_indices("/office/account/passkeys/").map(|(at, _)| &page[at..]);
    let mut paths = start.map(|rest| rest.split('"').next().unwrap().to_owned());
    paths.find(|path| !path.ends_with("/new")).expect("a passkey in the list")
}

#[tokio::test]
async fn passkey_is_added_signs_in_and_is_removed() {
    let app = TestApp::new().await;
    let editor = app.staff("fes", Role::Editor).await;
    let wrong = [("name", "هاتف العمل"), ("password", "a wrong password")];
    let page = editor.post_form(NEW, &wrong).await.must(422).text();
    assert!(page.contains("value=\"هاتف العمل\"") && page.contains("href=\"#password\""), "{page}");
    for (name, part) in [(" ", "href=\"#name\""), (&"x".repeat(61), "href=\"#name\"")] {
        let page = editor.post_form(NEW, &[("name", name), ("password", PASSWORD)]).await.must(422).text();
        assert!(page.contains(part), "{page}");
    }
    let mut device = added(&app, &editor, "fes", 7).await;
    app.run_worker().await;
    let told = app.mails().pop().expect("a mail");
    assert!(told.header("to").contains(EMAIL) && told.header("subject").contains("مفتاح مرور"));
    assert!(told.link("/office/account").starts_with("http://fes."), "{told:?}");
    let page = editor.get("/office/account").await.must(200).text();
    assert!(page.contains("<bdi>هاتف العمل</bdi>") && page.contains("لم يستعمل بعد"), "{page}");

    let first = entered(&app, "fes", &mut device).await.must(303);
    assert_eq!(first.header("location"), "/office/articles");
    let inside_first = inside(&app, "fes", &first);
    inside_first.get("/office/articles").await.must(200);
    let page = inside_first.get("/office/account").await.must(200).text();
    assert!(page.contains("آخر استعمال في"), "{page}");

    // Removed from another sign-in: what was opened with it ends, and it opens nothing.
    let removal = removal_of(&page);
    editor.get(&removal).await.must(200);
    app.staff("fes", Role::Admin).await.post_form(&removal, &[("password", PASSWORD)]).await.must(404);
    editor.post_form(&removal, &[("password", "a wrong password")]).await.must(422);
    let gone = editor.post_form(&removal, &[("password", PASSWORD)]).await.must(303);
    assert_eq!(gone.header("location"), "/office/account?done=passkey-removed");
    editor.post_form(&removal, &[("password", PASSWORD)]).await.must(404);
    inside_first.get("/office/articles").await.must(303);
    editor.get("/office/articles").await.must(200);
    let refused = entered(&app, "fes", &mut device).await.must(401).text();
    assert!(refused.contains("لا يفتح مفتاح المرور هذا"), "{refused}");
    let audit = app.staff("fes", Role::Admin).await.get("/office/audit.jsonl").await.must(200).text();
    for act in ["add_passkey", "sign_in_passkey", "remove_passkey"] {
        assert_eq!(audit.matches(act).count(), 1, "{act} in {audit}");
    }
}

#[tokio::test]
async fn answer_counts_once_in_its_browser_and_within_minutes() {
    let app = TestApp::new().await;
    let editor = app.staff("fes", Role::Editor).await;
    let mut device = added(&app, &editor, "fes", 7).await;
    // Replayed, by the same browser.
    let (options, browser) = asked(&app, "fes").await;
    let answer = device.get(&options);
    browser.post_form(GATE, &[("answer", &answer)]).await.must(303);
    browser.post_form(GATE, &[("answer", &answer)]).await.must(409);
    // Another browser, or none of the challenge's.
    let (options, _) = asked(&app, "fes").await;
    let (_, other) = asked(&app, "fes").await;
    let answer = device.get(&options);
    other.post_form(GATE, &[("answer", &answer)]).await.must(401);
    app.anyone("fes").post_form(GATE, &[("answer", &answer)]).await.must(409);
    // Too late.
    let (options, browser) = asked(&app, "fes").await;
    let answer = device.get(&options);
    app.pass(TimeDelta::minutes(6));
    let late = browser.post_form(GATE, &[("answer", &answer)]).await.must(409).text();
    assert!(late.contains("وصل الجواب متأخرا"), "{late}");
    // Spent by the first answer, though that was wrong.
    let (options, browser) = asked(&app, "fes").await;
    browser.post_form(GATE, &[("answer", "{}")]).await.must(401);
    let answer = device.get(&options);
    browser.post_form(GATE, &[("answer", &answer)]).await.must(409);
    entered(&app, "fes", &mut device).await.must(303);
}

#[tokio::test]
async fn passkey_of_one_host_opens_no_other() {
    let app = TestApp::new().await;
    let editor = app.staff("fes", Role::Editor).await;
    // The same person serves at both and has a passkey at one.
    serve(&app, "agadir").await;
    let mut device = added(&app, &editor, "fes", 7).await;
    entered(&app, "fes", &mut device).await.must(303);
    entered(&app, "agadir", &mut device).await.must(401);
    // A challenge of the neighbour is none here, neither with its cookie nor with its answer.
    let (options, there) = asked(&app, "agadir").await;
    let cookie = there.headers.get("cookie").unwrap().to_str().unwrap().to_owned();
    let answer = device.get(&options);
    app.anyone("fes").with("cookie", &cookie).post_form(GATE, &[("answer", &answer)]).await.must(409);
    // Nor is one for adding one for signing in, or the other way round.
    let (options, adding) = begun(&editor, "x", "").await;
    let answer = Authenticator::new(8, &app.tenant("fes").url).create(&options);
    adding.post_form(GATE, &[("answer", &answer)]).await.must(409);
    let (_, browser) = asked(&app, "fes").await;
    let cookie = browser.headers.get("cookie").unwrap().to_str().unwrap().to_owned();
    carrying(&editor, &cookie).post_form(ADD, &[("answer", &answer)]).await.must(409);
}

#[tokio::test]
async fn dishonest_answers_are_refused_alike() {
    let app = TestApp::new().await;
    let editor = app.staff("fes", Role::Editor).await;
    let device = added(&app, &editor, "fes", 7).await;
    let url = app.tenant("fes").url.clone();
    let change = |change: &dyn Fn(&mut Authenticator)| {
        let mut device = device.clone();
        change(&mut device);
        device
    };
    let unknown = added_nowhere(&device, &url);
    let mut bodies = Vec::new();
    for mut device in [
        change(&|device| device.origin = "http://evil.example".into()),
        change(&|device| device.origin = url.replace("http://", "https://")),
        change(&|device| device.origin = format!("{url}1")),
        change(&|device| device.origin = app.tenant("agadir").url.clone()),
        // Nobody was verified; nobody was even there.
        change(&|device| device.flags = 0b0000_0001),
        change(&|device| device.flags = 0),
        unknown,
    ] {
        bodies.push(entered(&app, "fes", &mut device).await.must(401).text());
    }
    for answer in ["", "null", "{}", "[]", &"x".repeat(20_000), "{\"id\":\"\u{0}\"}"] {
        let (_, browser) = asked(&app, "fes").await;
        bodies.push(browser.post_form(GATE, &[("answer", answer)]).await.must(401).text());
    }
    let plain = |body: &String| body.replace("/office/articles", "/office");
    assert!(bodies.iter().all(|body| plain(body) == plain(&bodies[0])), "told apart");
}

/// The device of a stranger who claims to be the owner of another.
fn added_nowhere(device: &Authenticator, url: &str) -> Authenticator {
    let mut stranger = Authenticator::new(9, url);
    let options = serde_json::json!({ "publicKey": {
        "challenge": "AAAA", "rp": { "id": "fes.localhost" }, "user": { "id": device.owner() },
    } });
    stranger.create(&options);
    stranger
}

#[tokio::test]
async fn counter_that_goes_back_betrays_a_copy() {
    let app = TestApp::new().await;
    let editor = app.staff("fes", Role::Editor).await;
    let mut device = added(&app, &editor, "fes", 7).await;
    let mut copy = device.clone();
    entered(&app, "fes", &mut device).await.must(303);
    entered(&app, "fes", &mut device).await.must(303);
    entered(&app, "fes", &mut copy).await.must(401);
    entered(&app, "fes", &mut device).await.must(303);
}

#[tokio::test]
async fn same_device_is_asked_once_and_there_are_not_too_many() {
    let app = TestApp::new().await;
    let editor = app.staff("fes", Role::Editor).await;
    let device = added(&app, &editor, "fes", 7).await;
    let (options, person) = begun(&editor, "x", "").await;
    let known = &options["publicKey"]["excludeCredentials"];
    assert_eq!((known.as_array().unwrap().len(), &known[0]["id"]), (1, &device.id().into()), "{options}");
    assert_eq!(options["publicKey"]["authenticatorSelection"]["residentKey"], "required");
    assert_eq!(options["publicKey"]["authenticatorSelection"]["userVerification"], "required");
    assert_eq!(options["publicKey"]["rp"]["id"], "fes.localhost");
    let answer = Authenticator::new(7, &app.tenant("fes").url).create(&options);
    person.post_form(ADD, &[("answer", &answer)]).await.must(409);
    // What does not fit is not added, and neither is it twice.
    for (answer, origin) in [("null", ""), ("", "http://evil.example")] {
        let (options, person) = begun(&editor, "x", "").await;
        let foreign = Authenticator::new(8, origin).create(&options);
        let answer = if answer.is_empty() { foreign.as_str() } else { answer };
        let form = [("answer", answer), ("name", "هاتف البيت")];
        let page = person.post_form(ADD, &form).await.must(409).text();
        assert!(page.contains("value=\"هاتف البيت\"") && page.contains("تعذر التأكد"), "{page}");
    }
    for number in 10..19 {
        added(&app, &editor, "fes", number).await;
    }
    let full = editor.post_form(NEW, &[("name", "x"), ("password", PASSWORD)]).await.must(409).text();
    assert!(full.contains("بلغت أقصى عدد"), "{full}");
}

#[tokio::test]
async fn who_has_left_the_staff_has_no_passkey_any_more() {
    let app = TestApp::new().await;
    let editor = app.staff("fes", Role::Editor).await;
    let mut device = added(&app, &editor, "fes", 7).await;
    let fes = app.hub.system_scope(app.tenant("fes").clone(), "test");
    staff::revoke(&fes, EMAIL).await.unwrap();
    entered(&app, "fes", &mut device).await.must(401);
    serve(&app, "fes").await;
    entered(&app, "fes", &mut device).await.must(401);
}

#[tokio::test]
async fn passkey_is_both_factors_where_two_are_demanded() {
    let app = TestApp::new().await;
    let admin = app.staff("fes", Role::Admin).await;
    let editor = app.staff("fes", Role::Editor).await;
    let mut device = added(&app, &editor, "fes", 7).await;
    admin.post_form("/office/people/second-factor", &[("demanded", "yes")]).await.must(303);
    editor.get("/office/articles").await.must(303);
    // It can be added while the second factor is missing, and a password alone still opens nothing.
    added(&app, &editor, "fes", 8).await;
    let alone = sign_in(&app, "fes", EMAIL, PASSWORD).await.must(303);
    with_cookie(&app, "fes", &alone).get("/office/articles").await.must(303);
    let both = entered(&app, "fes", &mut device).await.must(303);
    let editor = inside(&app, "fes", &both);
    editor.get("/office/articles").await.must(200);
    // A new password gives another token, and the sign-in stays what it was.
    let form = [("present", PASSWORD), ("password", "quatre chemins vers la mer")];
    let changed = editor.post_form("/office/account/password", &form).await.must(303);
    editor.get("/office/articles").await.must(303);
    with_cookie(&app, "fes", &changed).get("/office/articles").await.must(200);
}

#[tokio::test]
async fn second_factor_is_asked_for_before_a_passkey_is_added() {
    let app = TestApp::new().await;
    let editor = app.staff("fes", Role::Editor).await;
    let (secret, _) = second_factor::turn_on(&app, &editor).await;
    app.pass(TimeDelta::seconds(60));
    assert!(editor.get(NEW).await.must(200).text().contains("name=\"code\""));
    let form = [("name", "x"), ("password", PASSWORD), ("code", "000000")];
    let page = editor.post_form(NEW, &form).await.must(422).text();
    assert!(page.contains("href=\"#code\"") && page.contains("value=\"x\""), "{page}");
    let mut device = Authenticator::new(7, &app.tenant("fes").url);
    let (options, person) = begun(&editor, "x", &second_factor::code(&app, &secret)).await;
    let answer = device.create(&options);
    person.post_form(ADD, &[("answer", &answer)]).await.must(303);
    // It needs no code to sign in, and the operator takes it away with the rest.
    let done = entered(&app, "fes", &mut device).await.must(303);
    assert_eq!(done.header("location"), "/office/articles");
    let fes = app.hub.system_scope(app.tenant("fes").clone(), "test");
    second_factors::reset(&fes, EMAIL).await.unwrap();
    inside(&app, "fes", &done).get("/office/articles").await.must(303);
    entered(&app, "fes", &mut device).await.must(401);
}

#[tokio::test]
async fn passkeys_alone_can_be_lost_as_well() {
    let app = TestApp::new().await;
    let editor = app.staff("fes", Role::Editor).await;
    serve(&app, "agadir").await;
    let mut device = added(&app, &editor, "fes", 7).await;
    // Asked for where there is none: all members are looked at.
    let agadir = app.hub.system_scope(app.tenant("agadir").clone(), "test");
    second_factors::reset(&agadir, EMAIL).await.unwrap();
    entered(&app, "fes", &mut device).await.must(401);
    editor.get("/office/articles").await.must(303);
}

#[tokio::test]
async fn asking_and_answering_without_end_is_throttled() {
    let app = TestApp::new().await;
    let editor = app.staff("fes", Role::Editor).await;
    let mut device = added(&app, &editor, "fes", 7).await;
    for _ in 0..10 {
        let mut forged = device.clone();
        forged.origin = "http://evil.example".into();
        entered(&app, "fes", &mut forged).await.must(401);
    }
    let late = entered(&app, "fes", &mut device).await.must(429);
    assert!(!late.header("retry-after").is_empty());
    let mut asked = 11;
    while app.anyone("fes").post_form(ASK, &[]).await.status == 200 {
        asked += 1;
        assert!(asked <= 50, "no end");
    }
    assert_eq!(asked, 50);
    app.anyone("fes").post_form(ASK, &[]).await.must(429);
    app.pass(TimeDelta::minutes(16));
    entered(&app, "fes", &mut device).await.must(303);
}

#[tokio::test]
async fn passkeys_are_told_to_their_owner_and_erased_with_the_account() {
    let app = TestApp::new().await;
    let editor = app.staff("fes", Role::Editor).await;
    added(&app, &editor, "fes", 7).await;
    begun(&editor, "x", "").await;
    let admin = app.staff("fes", Role::Admin).await;
    let answer = admin.post_form("/office/personal-data/export", &[("email", EMAIL)]).await.must(200);
    let given: Value = serde_json::from_slice(&answer.body).unwrap();
    let passkey = &given["account"]["passkeys"][0];
    assert_eq!(passkey["name"], "هاتف العمل");
    assert!(passkey["created_at"].is_string() && passkey["last_used_at"].is_null(), "{given}");
    assert!(!given.to_string().contains("credential"), "{given}");
    let shown = admin.post_form("/office/personal-data", &[("email", EMAIL)]).await.must(200).text();
    assert!(shown.contains("هاتف العمل"), "{shown}");
    let path = format!("/office/people/{}", id_of(&app, "fes", EMAIL).await);
    admin.post_form(&path, &[("then", "remove")]).await.must(303);
    let form = [("email", EMAIL), ("sure", "yes")];
    admin.post_form("/office/personal-data/erase", &form).await.must(200);
    let answer = admin.post_form("/office/personal-data/export", &[("email", EMAIL)]).await.must(200);
    let given: Value = serde_json::from_slice(&answer.body).unwrap();
    assert!(given["account"].is_null(), "{given}");
}

#[tokio::test]
async fn challenges_that_are_over_are_swept() {
    let app = TestApp::new().await;
    asked(&app, "fes").await;
    app.pass(TimeDelta::minutes(6));
    let swept = infitah_core::notify::deliveries::sweep(&app.hub).await.unwrap();
    assert_eq!(swept.links, 1, "{swept:?}");
}
