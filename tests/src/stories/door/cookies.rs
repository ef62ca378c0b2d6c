//! The cookie of a sign-in: for this host alone, unreadable for scripts, void when it comes twice.

use infitah_core::tenancy::permission::Role;
use serde_json::json;

use crate::harness::app::PASSWORD;
use crate::harness::{Answer, Caller, TestApp};

async fn sign_in(app: &TestApp) -> Answer {
    let email = app.account("fes", Role::Editor).await;
    let form = [("email", email.as_str()), ("password", PASSWORD)];
    app.anyone("fes").post_form("/office/sign-in", &form).await.must(303)
}

fn attributes(cookie: &str) -> Vec<String> {
    cookie.split(';').skip(1).map(|attribute| attribute.trim().to_ascii_lowercase()).collect()
}

#[tokio::test]
async fn cookie_is_of_this_host_alone() {
    let app = TestApp::new().await;
    let answer = sign_in(&app).await;
    let cookie = answer.header("set-cookie");
    assert!(cookie.starts_with("infitah="), "{cookie}");
    let attributes = attributes(cookie);
    for wanted in ["httponly", "samesite=lax", "path=/"] {
        assert!(attributes.iter().any(|attribute| attribute == wanted), "{wanted}: {cookie}");
    }
    assert!(!attributes.iter().any(|attribute| attribute.starts_with("domain")), "{cookie}");
    assert_eq!(answer.header("cache-control"), "no-store");
}

#[tokio::test]
async fn cookie_is_locked_to_the_host_under_tls() {
    let app = TestApp::behind_tls().await;
    let answer = sign_in(&app).await;
    let cookie = answer.header("set-cookie");
    assert!(cookie.starts_with("__Host-infitah="), "{cookie}");
    let attributes = attributes(cookie);
    assert!(attributes.iter().any(|attribute| attribute == "secure"), "{cookie}");
    assert!(!attributes.iter().any(|attribute| attribute.starts_with("domain")), "{cookie}");
    assert!(answer.header("strict-transport-security").starts_with("max-age="), "{answer:?}");
    let pair = answer.cookie().unwrap();
    app.anyone("fes").with("cookie", &pair).get("/office/articles").await.must(200);
    // Without its prefix it is a cookie that a neighbour may have set.
    let bare = pair.trim_start_matches("__Host-").to_owned();
    app.anyone("fes").with("cookie", &bare).get("/office/articles").await.must(303);
}

#[tokio::test]
async fn cookie_that_comes_twice_is_nobodys() {
    let app = TestApp::new().await;
    let pair = sign_in(&app).await.cookie().unwrap();
    let other = "infitah=somebody";
    let fes = || app.anyone("fes");
    let signed_in = |caller: Caller| async move { caller.get("/office/articles").await.status == 200 };
    assert!(signed_in(fes().with("cookie", &pair)).await);
    assert!(signed_in(fes().with("cookie", &format!("a=1; {pair}; b=2"))).await);
    for twice in [format!("{pair}; {other}"), format!("{other}; {pair}"), format!("{pair}; {pair}")] {
        assert!(!signed_in(fes().with("cookie", &twice)).await, "{twice}");
        let viewer = fes().with("cookie", &twice).gql("{ viewer { email } }", json!({})).await;
        assert_eq!(viewer["data"]["viewer"], json!(null), "{viewer}");
    }
    assert!(!signed_in(fes().with("cookie", &pair).also("cookie", other)).await);
    for wrong in [
        "infitah=",
        "infitah=x",
        "Infitah=x",
        &format!("{pair}x"),
        &pair.replace("infitah", "__Host-infitah"),
    ] {
        assert!(!signed_in(fes().with("cookie", wrong)).await, "{wrong}");
    }
}

#[tokio::test]
async fn public_pages_set_and_read_no_cookie() {
    let app = TestApp::new().await;
    let pair = sign_in(&app).await.cookie().unwrap();
    let plain = app.anyone("fes").get("/fr/news").await.must(200);
    let known = app.anyone("fes").with("cookie", &pair).get("/fr/news").await.must(200);
    assert_eq!(plain.header("set-cookie"), "");
    assert_eq!(known.header("set-cookie"), "");
    assert_eq!(plain.text(), known.text());
    assert_eq!(plain.header("etag"), known.header("etag"));
    assert!(plain.header("cache-control").contains("public"), "{plain:?}");
    let office = app.anyone("fes").with("cookie", &pair).get("/office/articles").await.must(200);
    assert_eq!(office.header("cache-control"), "no-store");
}
