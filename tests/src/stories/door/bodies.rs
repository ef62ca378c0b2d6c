//! Bodies that are too long, with and without a length that says so.

use reqwest::Method;

use crate::harness::{TestApp, wire};

const LIMIT: usize = 1024 * 1024;

#[tokio::test]
async fn long_bodies_are_refused_everywhere() {
    let app = TestApp::new().await;
    let fes = app.anyone("fes");
    for (path, media) in [
        ("/graphql", "application/json"),
        ("/office/sign-in", "application/x-www-form-urlencoded"),
        ("/fr/subscribe", "application/x-www-form-urlencoded"),
        ("/office/articles", "multipart/form-data; boundary=x"),
        ("/nothing", "text/plain"),
    ] {
        let answer = fes.send(Method::POST, path, Some(media), vec![b'a'; LIMIT + 1]).await;
        assert_eq!(answer.status, 413, "{path}");
    }
    let within = fes.send(Method::POST, "/graphql", Some("application/json"), vec![b'a'; LIMIT]).await;
    assert_eq!(within.status, 400);
}

#[tokio::test]
async fn body_in_pieces_is_measured_too() {
    let app = TestApp::new().await;
    let host = app.anyone("fes").host;
    let mut bytes = format!(
        "POST /graphql HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
    )
    .into_bytes();
    for _ in 0..17 {
        bytes.extend_from_slice(b"10000\r\n");
        bytes.extend_from_slice(&[b'a'; 65_536]);
        bytes.extend_from_slice(b"\r\n");
    }
    bytes.extend_from_slice(b"0\r\n\r\n");
    let answer = wire::send(app.address, &bytes).await;
    assert!(matches!(wire::status(&answer), 413 | 0), "{answer:.300}");
    app.anyone("fes").get("/healthz").await.must(200);
}

#[tokio::test]
async fn form_that_is_no_form_is_refused() {
    let app = TestApp::new().await;
    let fes = app.anyone("fes");
    for (media, body) in [
        (None, &b"email=a@example.org&password=x"[..]),
        (Some("application/json"), b"{}"),
        (Some("multipart/form-data"), b"x"),
        (Some("application/x-www-form-urlencoded"), b"email=%FF%FE&password=%FF"),
        (Some("application/x-www-form-urlencoded"), b"\xff\xfe"),
        (Some("application/x-www-form-urlencoded"), b""),
        (Some("application/x-www-form-urlencoded"), b"email=a&email=b&password=x"),
        (Some("application/x-www-form-urlencoded"), b"email=a%00b%40example.org&password=%00"),
    ] {
        for path in ["/office/sign-in", "/fr/subscribe", "/office/invitation/x", "/fr/unsubscribe/x"] {
            let answer = fes.send(Method::POST, path, media, body.to_vec()).await;
            assert!(
                (400..500).contains(&answer.status),
                "{path} {media:?}: {} {}",
                answer.status,
                answer.text()
            );
        }
    }
}
