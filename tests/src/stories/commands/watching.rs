//! The program as those see it who watch over it: the ops listener of the running binary, and the
//! spans that arrive at a collector.

use std::collections::BTreeMap;
use std::io::Read as _;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

use super::operating::installed;
use super::{PATIENCE, Running};
use crate::harness::Caller;

/// A request of whoever stands before us, as a trusted proxy passes it on.
const TRACE: &str = "4bf92f3577b34da6a3ce929d0e0e4736";

/// A span as it arrived.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Span {
    trace: String,
    id: String,
    parent: String,
    name: String,
}

#[tokio::test]
async fn ops_listener_is_apart_and_its_port_must_be_free() {
    let folder = tempfile::tempdir().unwrap();
    let Some(operator) = installed(folder.path()) else { return };
    let mut command = operator.command().unwrap();
    let (mut running, port) = Running::start(command.env("INFITAH_OPS_LISTEN", "127.0.0.1:0"), &["serve"]);
    let line = running.line("metrics");
    let address: std::net::SocketAddr =
        line.split("http://").nth(1).unwrap().split('/').next().unwrap().parse().unwrap();
    let ops = Caller::new(address, &address.to_string());
    ops.get("/healthz").await.must(200);
    ops.get("/readyz").await.must(200);
    ops.get("/tls/ask?domain=fes.localhost").await.must(200);
    assert_eq!(ops.get("/tls/ask?domain=evil.example").await.status, 404);
    let door = Caller::new(([127, 0, 0, 1], port).into(), &format!("fes.localhost:{port}"));
    door.get("/fr/news").await.must(200);
    let text = ops.get("/metrics").await.must(200).text();
    for part in [
        "infitah_http_requests_total{",
        "kind=\"commune\"",
        "infitah_outbox_pending 0",
        "infitah_build_info{",
    ] {
        assert!(text.contains(part), "{part} is not in\n{text}");
    }
    assert_eq!(door.get("/metrics").await.status, 404);

    let elsewhere = tempfile::tempdir().unwrap();
    let second = installed(elsewhere.path()).unwrap();
    let mut command = second.command().unwrap();
    let said = super::run(command.env("INFITAH_OPS_LISTEN", address.to_string()), &["serve"]).failed();
    assert!(said.contains("INFITAH_OPS_LISTEN"), "{said}");
    assert_eq!(running.stop(), Some(0));
}

#[tokio::test]
async fn trace_leads_from_a_request_to_its_delivery() {
    let folder = tempfile::tempdir().unwrap();
    let Some(operator) = installed(folder.path()) else { return };
    let (collector, arrived) = collect();
    let nobody = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let mut command = operator.command().unwrap();
    command
        .env("INFITAH_OTLP_ENDPOINT", format!("http://{collector}"))
        .env("INFITAH_TRUSTED_PROXIES", "127.0.0.1")
        .env("INFITAH_SMTP_URL", format!("smtp://{nobody}"))
        .env("INFITAH_MAIL_FROM", "hub@example.org")
        .env("NO_PROXY", "127.0.0.1");
    let (mut running, port) = Running::start(&mut command, &["serve"]);
    let parent = "00f067aa0ba902b7";
    let fes = Caller::new(([127, 0, 0, 1], port).into(), &format!("fes.localhost:{port}"))
        .with("traceparent", &format!("00-{TRACE}-{parent}-01"));
    fes.post_form("/fr/subscribe", &[("email", "amina@example.org")]).await.must(200);

    let mut spans: Vec<Span> = Vec::new();
    let until = Instant::now() + PATIENCE;
    while !(named(&spans, "delivery").is_some() && named(&spans, "dispatch").is_some()) {
        let left = until.saturating_duration_since(Instant::now());
        let body = arrived.recv_timeout(left).unwrap_or_else(|_| panic!("no delivery came: {spans:?}"));
        spans.extend(spans_of(&body));
    }
    let request = named(&spans, "POST /{locale}/subscribe").expect("the request");
    let delivery = named(&spans, "delivery").expect("a delivery");
    assert_eq!((request.trace.as_str(), request.parent.as_str()), (TRACE, parent), "{spans:?}");
    assert_eq!((&delivery.trace, &delivery.parent), (&request.trace, &request.id), "{spans:?}");
    assert_ne!(named(&spans, "dispatch").unwrap().trace, TRACE, "a dispatch serves many requests");

    let mut errors = running.child.stderr.take().unwrap();
    assert_eq!(running.stop(), Some(0));
    let mut log = String::new();
    errors.read_to_string(&mut log).unwrap();
    let line = log.lines().find(|line| line.contains("a message was not sent")).expect("a line");
    for part in ["tenant=", "delivery=", "attempt=1", TRACE] {
        assert!(line.contains(part), "{part} is not in {line}");
    }
    assert!(!log.contains("amina"), "{log}");
}

#[tokio::test]
async fn collector_that_is_silent_costs_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let Some(operator) = installed(folder.path()) else { return };
    // It accepts and never answers.
    let silent = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let mut command = operator.command().unwrap();
    command
        .env("INFITAH_OTLP_ENDPOINT", format!("http://{}", silent.local_addr().unwrap()))
        .env("NO_PROXY", "127.0.0.1");
    let (running, port) = Running::start(&mut command, &["serve"]);
    let fes = Caller::new(([127, 0, 0, 1], port).into(), &format!("fes.localhost:{port}"));
    let began = Instant::now();
    for _ in 0..50 {
        fes.get("/fr/news").await.must(200);
    }
    assert!(began.elapsed() < Duration::from_secs(30), "{:?}", began.elapsed());
    let began = Instant::now();
    assert_eq!(running.stop(), Some(0));
    assert!(began.elapsed() < Duration::from_secs(20), "the last spans held the end up");
}

fn named<'a>(spans: &'a [Span], name: &str) -> Option<&'a Span> {
    spans.iter().find(|span| span.name == name)
}

/// A collector that takes what comes by OTLP over HTTP.
fn collect() -> (std::net::SocketAddr, Receiver<Vec<u8>>) {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let (tell, arrived) = channel();
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let tell = tell.clone();
            std::thread::spawn(move || converse(stream, &tell));
        }
    });
    (address, arrived)
}

fn converse(mut stream: std::net::TcpStream, tell: &Sender<Vec<u8>>) {
    use std::io::{BufRead as _, BufReader, Write as _};
    let mut reader = BufReader::new(stream.try_clone().unwrap());
    loop {
        let (mut first, mut length) = (String::new(), 0);
        if reader.read_line(&mut first).unwrap_or(0) == 0 {
            return;
        }
        assert!(first.starts_with("POST /v1/traces "), "{first}");
        loop {
            let mut line = String::new();
            reader.read_line(&mut line).unwrap();
            let line = line.trim().to_ascii_lowercase();
            if line.is_empty() {
                break;
            }
            if let Some(value) = line.strip_prefix("content-length:") {
                length = value.trim().parse().unwrap();
            }
        }
        let mut body = vec![0; length];
        reader.read_exact(&mut body).unwrap();
        tell.send(body).ok();
        stream
            .write_all(
                b"HTTP/1.1 200 OK\r\ncontent-type: application/x-protobuf\r\ncontent-length: 0\r\n\r\n",
            )
            .unwrap();
    }
}

/// The spans of a request: ResourceSpans 1, ScopeSpans 2, Span 2 (opentelemetry/proto/trace/v1).
fn spans_of(body: &[u8]) -> Vec<Span> {
    let inner = |bytes: &[u8], number| fields(bytes).remove(&number).unwrap_or_default();
    let scopes = inner(body, 1).into_iter().flat_map(|resource| inner(&resource, 2));
    let spans = scopes.flat_map(|scope| inner(&scope, 2));
    spans
        .map(|span| {
            let mut fields = fields(&span);
            let mut take = |number| fields.remove(&number).and_then(|mut all| all.pop()).unwrap_or_default();
            let hex = |bytes: Vec<u8>| bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
            Span {
                trace: hex(take(1)),
                id: hex(take(2)),
                parent: hex(take(4)),
                name: String::from_utf8(take(5)).unwrap(),
            }
        })
        .collect()
}

/// The fields with a length in a protobuf message, by number.
fn fields(mut bytes: &[u8]) -> BTreeMap<u64, Vec<Vec<u8>>> {
    let mut found: BTreeMap<u64, Vec<Vec<u8>>> = BTreeMap::new();
    while !bytes.is_empty() {
        let tag = varint(&mut bytes);
        let length = match tag & 7 {
            0 => {
                varint(&mut bytes);
                continue;
            }
            1 => 8,
            2 => usize::try_from(varint(&mut bytes)).unwrap(),
            5 => 4,
            kind => panic!("wire type {kind}"),
        };
        let (value, rest) = bytes.split_at(length);
        if tag & 7 == 2 {
            found.entry(tag >> 3).or_default().push(value.to_vec());
        }
        bytes = rest;
    }
    found
}

fn varint(bytes: &mut &[u8]) -> u64 {
    let mut value = 0;
    for shift in (0..).step_by(7) {
        let (first, rest) = bytes.split_first().expect("a whole number");
        *bytes = rest;
        value |= u64::from(first & 0x7f) << shift;
        if first & 0x80 == 0 {
            break;
        }
    }
    value
}
