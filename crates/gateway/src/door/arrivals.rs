//! The outermost step: a request gets its id, its span and its deadline; a panic becomes a page;
//! every answer leaves with its id and the security headers. Query strings and addresses of people
//! are not logged.

use std::net::{IpAddr, Ipv4Addr};
use std::panic::AssertUnwindSafe;
use std::time::{Duration, Instant};

use axum::body::{Body, to_bytes};
use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, header};
use axum::middleware::Next;
use axum::response::Response;
use futures::FutureExt as _;
use infitah_core::ground::error::Error;
use infitah_core::ground::trace::{self, Trace};
use infitah_core::tenancy::scope::PublicScope;
use infitah_i18n::Locale;
use infitah_web::{ClientAddress, Notice, error_response, notice_response};
use tracing::field::Empty;
use tracing::{Instrument as _, Span};
use uuid::Uuid;

use super::{SharedDoor, addresses, headers};
use crate::connections::Peer;

/// What is known of a request before its tenant is.
#[derive(Debug, Clone)]
pub(crate) struct Arrival {
    pub(crate) request_id: Uuid,
    /// Where it stands in its trace.
    pub(crate) trace: Trace,
    pub(crate) address: IpAddr,
    /// As it was sent, with its port; empty when there was none, or several.
    pub(crate) host: String,
    /// The language of the path, or the one asked for by header.
    pub(crate) asked: Option<Locale>,
    pub(crate) wants_json: bool,
}

impl Arrival {
    /// The language of an answer.
    pub(crate) fn locale(&self, scope: Option<&PublicScope>) -> Locale {
        self.asked.or_else(|| scope.map(|scope| scope.tenant().default_locale)).unwrap_or(Locale::Ar)
    }

    /// An answer that says what went wrong.
    pub(crate) fn error(&self, error: &Error, scope: Option<&PublicScope>) -> Response {
        error_response(error, scope, self.locale(scope), self.request_id, self.wants_json)
    }

    /// An answer without a site around it.
    pub(crate) fn notice(&self, notice: Notice, scope: Option<&PublicScope>) -> Response {
        notice_response(notice, self.locale(scope), self.request_id, self.wants_json)
    }
}

/// The step itself.
pub(crate) async fn receive(State(door): State<SharedDoor>, mut request: Request, next: Next) -> Response {
    let began = Instant::now();
    let mut arrival = note(&door, &request);
    let path = request.uri().path().to_owned();
    let matched = request.extensions().get::<MatchedPath>().map_or("", MatchedPath::as_str);
    let span = tracing::info_span!(
        "request", request_id = %arrival.request_id, method = %request.method(), path = matched,
        tenant = Empty, actor = Empty, status = Empty, ms = Empty,
        trace = Empty, otel.name = Empty, otel.kind = Empty,
    );
    arrival.trace = place(&span, &request, matched, &arrival, &door);
    request.extensions_mut().insert(ClientAddress(arrival.address));
    request.extensions_mut().insert(arrival.clone());
    let work = answer(&door, &arrival, request, next).instrument(span.clone());
    let mut response = work.await;
    headers::secure(&mut response, &path, arrival.request_id, door.hub.is_secure());
    span.record("status", response.status().as_u16());
    span.record("ms", u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX));
    span.in_scope(|| tracing::info!("answered"));
    response
}

/// Puts the span into its trace: under that of a front proxy we trust, or at its beginning.
fn place(span: &Span, request: &Request, route: &str, arrival: &Arrival, door: &SharedDoor) -> Trace {
    trace::name(span, &format!("{} {route}", request.method()), "server");
    let sent = addresses::trace(peer_of(request), request.headers(), &door.settings.trusted_proxies);
    if let Some(sent) = sent {
        sent.adopt(span);
    }
    let place = Trace::of_span(span).or(sent).unwrap_or(arrival.trace);
    span.record("trace", place.id());
    place
}

async fn answer(door: &SharedDoor, arrival: &Arrival, request: Request, next: Next) -> Response {
    let limits = &door.settings.limits;
    // A form with files is read behind the sign-in, by the one route that takes it.
    let brings_files = brings_files(&request);
    let time = if brings_files { limits.request.max(UPLOAD) } else { limits.request };
    let work = async {
        if brings_files {
            return next.run(request).await;
        }
        match gather(request, limits.body).await {
            Ok(request) => next.run(request).await,
            Err(notice) => arrival.notice(notice, None),
        }
    };
    match tokio::time::timeout(time, AssertUnwindSafe(work).catch_unwind()).await {
        Ok(Ok(response)) => response,
        Ok(Err(panic)) => arrival.error(&Error::internal(words_of(panic.as_ref())), None),
        Err(_) => arrival.notice(Notice::Timeout, None),
    }
}

/// How long a form with files may take over a poor line.
const UPLOAD: Duration = Duration::from_secs(180);

/// Rooms whose forms bring files.
const WITH_FILES: [&str; 4] = ["/office/reports/", "/office/media", "/office/documents", "/office/settings"];

/// Whether a request is a form with files for one of the rooms that take them, or a programme as a file.
fn brings_files(request: &Request) -> bool {
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let path = request.uri().path();
    let is_import = path.starts_with("/office/programme/") && path.ends_with("/import");
    request.method() == Method::POST
        && (WITH_FILES.iter().any(|room| path.starts_with(room)) || is_import)
        && kind.is_some_and(|kind| kind.starts_with("multipart/form-data"))
}

/// The request with its whole body in memory, so that no step behind waits for a slow client.
async fn gather(request: Request, limit: usize) -> Result<Request, Notice> {
    let length = request.headers().get(header::CONTENT_LENGTH).and_then(|value| value.to_str().ok());
    if length.and_then(|length| length.parse::<u64>().ok()).is_some_and(|length| length > limit as u64) {
        return Err(Notice::PayloadTooLarge);
    }
    let (parts, body) = request.into_parts();
    match to_bytes(body, limit).await {
        Ok(bytes) => Ok(Request::from_parts(parts, Body::from(bytes))),
        Err(error) if is_too_long(&error) => Err(Notice::PayloadTooLarge),
        Err(_) => Err(Notice::BadRequest),
    }
}

fn is_too_long(error: &(dyn std::error::Error + 'static)) -> bool {
    error.is::<http_body_util::LengthLimitError>() || error.source().is_some_and(is_too_long)
}

fn note(door: &SharedDoor, request: &Request) -> Arrival {
    let peer = peer_of(request);
    let request_id = door.hub.new_request_id();
    let sent = request.headers();
    let language =
        sent.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    Arrival {
        request_id,
        trace: Trace::of_request(request_id),
        address: addresses::client(peer, sent, &door.settings.trusted_proxies),
        host: host_of(request),
        asked: first_segment(request.uri().path())
            .and_then(Locale::from_code)
            .or_else(|| Locale::negotiate(language, &Locale::ALL)),
        wants_json: wants_json(sent),
    }
}

fn peer_of(request: &Request) -> IpAddr {
    request.extensions().get::<Peer>().map_or(IpAddr::V4(Ipv4Addr::LOCALHOST), |peer| peer.0.ip())
}

/// The first part of a path.
pub(crate) fn first_segment(path: &str) -> Option<&str> {
    path.strip_prefix('/').and_then(|rest| rest.split('/').next())
}

fn host_of(request: &Request) -> String {
    if let Some(authority) = request.uri().authority() {
        return authority.as_str().to_owned();
    }
    let mut hosts = request.headers().get_all(header::HOST).iter();
    match (hosts.next().map(HeaderValue::to_str), hosts.next()) {
        (Some(Ok(host)), None) => host.to_owned(),
        _ => String::new(),
    }
}

/// Whether a client asks for JSON and not, as browsers do, for HTML.
fn wants_json(headers: &HeaderMap) -> bool {
    let accept = headers.get(header::ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let kinds = || accept.split(',').filter_map(|range| range.split(';').next()).map(str::trim);
    let json = |kind: &str| kind == "application/json" || kind.ends_with("+json");
    kinds().any(json) && !kinds().any(|kind| kind == "text/html" || kind == "application/xhtml+xml")
}

fn words_of(panic: &(dyn std::any::Any + Send)) -> String {
    let words = panic.downcast_ref::<&str>().map(|words| (*words).to_owned());
    let words = words.or_else(|| panic.downcast_ref::<String>().cloned());
    format!("panic: {}", words.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_is_given_to_those_who_ask_for_it() {
        for (accept, json) in [
            ("", false),
            ("*/*", false),
            ("application/json", true),
            ("application/problem+json;q=0.9, */*;q=0.1", true),
            ("text/html,application/xhtml+xml,application/json;q=0.1", false),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT, accept.parse().expect("a header"));
            assert_eq!(wants_json(&headers), json, "{accept}");
        }
    }

    #[tokio::test]
    async fn long_bodies_are_refused_with_and_without_a_length() {
        let declared =
            Request::builder().header("content-length", "11").body(Body::empty()).expect("a request");
        assert!(matches!(gather(declared, 10).await, Err(Notice::PayloadTooLarge)));
        let pieces = ["abcd"; 3].map(Ok::<_, std::io::Error>);
        let chunked = Request::new(Body::from_stream(futures::stream::iter(pieces)));
        assert!(matches!(gather(chunked, 10).await, Err(Notice::PayloadTooLarge)));
        assert!(gather(Request::new(Body::from("0123456789")), 10).await.is_ok());
    }

    #[test]
    fn two_hosts_are_none() {
        let request = Request::builder().header("host", "a.example").header("host", "b.example");
        assert_eq!(host_of(&request.body(Body::empty()).expect("a request")), "");
    }
}
