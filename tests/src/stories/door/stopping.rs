//! How a door closes: it says so first, serves who is still sent to it, finishes what it has in
//! hand, and is gone.

use std::time::Duration;

use infitah_gateway::Limits;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use crate::harness::app::Door;
use crate::harness::fleet::until;
use crate::harness::{TestApp, wire};

async fn closing_within(app: &TestApp, drain: Duration) -> Door {
    let config = app.database_config();
    app.another_door(&config, Limits { drain, ..Limits::default() }).await
}

async fn is_closed(door: &Door) -> bool {
    TcpStream::connect(door.address).await.is_err()
}

#[tokio::test]
async fn draining_door_says_so_and_serves() {
    let app = TestApp::new().await;
    let mut door = closing_within(&app, Duration::from_secs(2)).await;
    let reader = app.anyone("fes").at(door.address);
    let open = reader.get("/readyz").await.must(200);
    assert_eq!(open.header("connection"), "");
    door.ask_to_close();
    until("it says that it stops", async || reader.get("/readyz").await.status == 503).await;
    let answer = reader.get("/fr/").await.must(200);
    assert_eq!(answer.header("connection"), "close");
    assert_eq!(reader.get("/readyz").await.text(), "stopping\n");
    reader.get("/healthz").await.must(200);
    until("the door is closed", async || is_closed(&door).await).await;
}

#[tokio::test]
async fn request_in_hand_is_finished_and_a_new_one_refused() {
    let app = TestApp::new().await;
    let mut door = closing_within(&app, Duration::ZERO).await;
    let body = "{\"query\":\"{ __typename }\"}";
    let head = format!(
        "POST /graphql HTTP/1.1\r\nHost: {}\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n",
        app.anyone("fes").host,
        body.len()
    );
    let mut stream = TcpStream::connect(door.address).await.unwrap();
    stream.write_all(head.as_bytes()).await.unwrap();
    stream.write_all(&body.as_bytes()[..5]).await.unwrap();
    // Connections are taken in order: when a later one is answered, the first is in hand.
    app.anyone("fes").at(door.address).get("/healthz").await.must(200);
    door.ask_to_close();
    until("new connections are refused", async || is_closed(&door).await).await;
    stream.write_all(&body.as_bytes()[5..]).await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    assert_eq!(wire::status(&answer), 200, "{answer}");
    assert!(answer.contains("\"__typename\":\"Query\""), "{answer}");
}

#[tokio::test]
async fn headers_are_taken_up_to_their_limit() {
    let app = TestApp::new().await;
    let host = app.anyone("fes").host;
    for (bytes, status) in [(60_000, 200), (65_000, 200), (66_000, 431), (100_000, 431), (300_000, 431)] {
        let request = format!(
            "GET /healthz HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\nX-Long: {}\r\n\r\n",
            "a".repeat(bytes)
        );
        let answer = wire::send(app.address, request.as_bytes()).await;
        assert_eq!(wire::status(&answer), status, "{bytes}: {answer}");
    }
}
