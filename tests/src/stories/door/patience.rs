//! How long the door waits for those who say nothing, half a header, or half a body.

use std::time::Duration;

use infitah_gateway::Limits;

use crate::harness::{TestApp, wire};

async fn impatient() -> TestApp {
    let limits = Limits {
        headers: Duration::from_millis(200),
        request: Duration::from_millis(400),
        ..Limits::default()
    };
    TestApp::with_limits(limits).await
}

#[tokio::test]
async fn silent_connection_is_closed() {
    let app = impatient().await;
    let answer = wire::send(app.address, b"").await;
    assert!(matches!(wire::status(&answer), 0 | 408), "{answer}");
}

#[tokio::test]
async fn half_headers_are_not_waited_for() {
    let app = impatient().await;
    let host = app.anyone("fes").host;
    for half in [
        "G".to_owned(),
        "GET /fr/ HTTP/1.1\r\n".to_owned(),
        format!("GET /fr/ HTTP/1.1\r\nHost: {host}\r\nX: "),
    ] {
        let answer = wire::send(app.address, half.as_bytes()).await;
        assert!(matches!(wire::status(&answer), 0 | 408), "{half}: {answer}");
    }
}

#[tokio::test]
async fn half_a_body_is_not_waited_for() {
    let app = impatient().await;
    let host = app.anyone("fes").host;
    for (path, media) in
        [("/graphql", "application/json"), ("/office/sign-in", "application/x-www-form-urlencoded")]
    {
        let half = format!(
            "POST {path} HTTP/1.1\r\nHost: {host}\r\nContent-Type: {media}\r\nContent-Length: 100\r\nConnection: close\r\n\r\n{{"
        );
        let answer = wire::send(app.address, half.as_bytes()).await;
        assert_eq!(wire::status(&answer), 408, "{path}: {answer}");
    }
}

#[tokio::test]
async fn connection_that_rests_after_an_answer_is_closed() {
    let app = impatient().await;
    let host = app.anyone("fes").host;
    let request = format!("GET /healthz HTTP/1.1\r\nHost: {host}\r\n\r\n");
    let answer = wire::send(app.address, request.as_bytes()).await;
    assert_eq!(wire::status(&answer), 200, "{answer}");
}
