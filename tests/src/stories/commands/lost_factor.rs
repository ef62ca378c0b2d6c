//! Somebody lost the telephone and the recovery codes, and the operator lets them in again.

use chrono::Utc;
use totp_rs::{Algorithm, Builder, Secret};

use super::Running;
use super::operating::{Operator, installed};
use crate::harness::Caller;
use crate::harness::app::PASSWORD;

const EMAIL: &str = "amina@example.org";

/// Invites, accepts, and gives who is signed in.
async fn joined(operator: &Operator, door: &Caller, place: &[&str]) -> Caller {
    let link = operator.does(&[&["staff", "invite", EMAIL], place].concat());
    let path = format!("/office/{}", link.trim().split("/office/").nth(1).unwrap());
    let accepted = door.post_form(&path, &[("password", PASSWORD)]).await.must(303);
    door.clone().with("cookie", &accepted.cookie().expect("a cookie"))
}

/// The code that an authenticator shows now.
fn code(secret: &str) -> String {
    let totp = Builder::new()
        .with_algorithm(Algorithm::SHA1)
        .with_digits(6)
        .with_step_duration(30)
        .with_secret(Secret::try_from_base32(secret).unwrap())
        .with_account_name(EMAIL.to_owned())
        .build()
        .unwrap();
    #[expect(clippy::disallowed_methods, reason = "the program under test has the clock of the machine")]
    let now = Utc::now();
    totp.generate(u64::try_from(now.timestamp()).unwrap()).to_string()
}

#[tokio::test]
async fn lost_second_factor_is_taken_away_by_hand() {
    let folder = tempfile::tempdir().unwrap();
    let Some(operator) = installed(folder.path()) else { return };
    let (running, port) = Running::start(&mut operator.command().unwrap(), &["serve"]);
    let fes = Caller::new(([127, 0, 0, 1], port).into(), &format!("fes.localhost:{port}"));
    let amina = joined(&operator, &fes, &["--collectivity", "fes", "--role", "admin"]).await;
    let reset = ["staff", "reset-second-factor", "--email", EMAIL, "--collectivity", "fes"];
    let said = operator.fails(&reset);
    assert!(said.contains("Two-step verification is not on"), "{said}");

    let room = "/office/account/second-factor";
    amina.post_form(room, &[("password", PASSWORD)]).await.must(303);
    let page = amina.get(room).await.must(200).text();
    let secret = page.split("<code dir=\"ltr\">").nth(1).unwrap().split('<').next().unwrap().replace(' ', "");
    amina.post_form(&format!("{room}/on"), &[("code", &code(&secret))]).await.must(200);
    let password = [("email", EMAIL), ("password", PASSWORD)];
    let asked = fes.post_form("/office/sign-in", &password).await.must(303);
    assert_eq!(asked.header("location"), "/office/sign-in/second");

    for wrong in [
        &["staff", "reset-second-factor", "--email", EMAIL, "--network"][..],
        &["staff", "reset-second-factor", "--email", EMAIL, "--collectivity", "nowhere"],
        &["staff", "reset-second-factor", "--email", "nobody@example.org", "--collectivity", "fes"],
        &["staff", "reset-second-factor", "--email", "no address", "--collectivity", "fes"],
    ] {
        operator.fails(wrong);
    }
    amina.get("/office/account").await.must(200);
    assert!(operator.does(&reset).starts_with(EMAIL));
    amina.get("/office/account").await.must(303);
    let entered = fes.post_form("/office/sign-in", &password).await.must(303);
    assert_eq!(entered.header("location"), "/office");
    let again = fes.clone().with("cookie", &entered.cookie().expect("a cookie"));
    assert!(again.get("/office/audit").await.must(200).text().contains("audit"));
    assert!(operator.does(&["audit", "verify"]).contains("whole"));
    assert_eq!(running.stop(), Some(0));
}
