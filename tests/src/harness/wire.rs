//! Bytes as they go over the wire, for what no client would send.

use std::net::SocketAddr;
use std::time::Duration;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

/// Longer than any limit of a test's door.
const PATIENCE: Duration = Duration::from_secs(10);

/// Sends these bytes and keeps the connection open; gives all that came back until the door closed
/// it. Fails when the door does not.
pub(crate) async fn send(address: SocketAddr, bytes: &[u8]) -> String {
    let mut stream = TcpStream::connect(address).await.expect("the door is open");
    let (mut reading, mut writing) = stream.split();
    let mut came = Vec::new();
    let both = async {
        // The door may have heard enough before the end, and close.
        let sent = writing.write_all(bytes).await;
        let read = reading.read_to_end(&mut came).await;
        (sent.is_ok(), read.is_ok())
    };
    tokio::time::timeout(PATIENCE, both).await.expect("the door closes the connection");
    String::from_utf8_lossy(&came).into_owned()
}

/// A request without a body.
pub(crate) async fn get(address: SocketAddr, host: &str, target: &[u8]) -> String {
    let mut bytes = b"GET ".to_vec();
    bytes.extend_from_slice(target);
    bytes.extend_from_slice(format!(" HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").as_bytes());
    send(address, &bytes).await
}

/// The status of an answer, 0 when there was none.
pub(crate) fn status(answer: &str) -> u16 {
    answer.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or(0)
}
