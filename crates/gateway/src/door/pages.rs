//! Remembered pages. The key is the tenant, its content version, the day in Morocco, the build,
//! the encoding, the path and the parameters that pages know; all other parameters, cookies and
//! languages of the browser are taken from the request, so that they cannot reach what others will
//! read. Publishing raises the version: old pages become unreachable and are never purged.

use std::sync::{Arc, Mutex, PoisonError};

use axum::body::{Body, to_bytes};
use axum::extract::{OriginalUri, Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use bytes::Bytes;
use infitah_core::ground::error::Error;
use infitah_core::tenancy::scope::PublicScope;
use infitah_i18n::Locale;
use sha2::{Digest as _, Sha256};

use super::SharedDoor;
use super::arrivals::Arrival;
use super::sites::LastKnown;

/// The parameters that lists take, in the order in which they are kept.
const PARAMETERS: [&str; 12] = [
    "after",
    "before",
    "category",
    "cohort",
    "commitment",
    "item",
    "kind",
    "on",
    "programme",
    "q",
    "region",
    "year",
];
/// A larger page is served but not remembered.
const LARGEST: usize = 4 * 1024 * 1024;

/// The remembered pages of this process.
#[derive(Debug)]
pub(crate) struct Pages(moka::future::Cache<String, Arc<Page>>);

#[derive(Debug)]
struct Page {
    headers: HeaderMap,
    etag: HeaderValue,
    body: Bytes,
}

/// A page that must not be remembered, for whoever takes it first.
type Passing = Mutex<Option<Response>>;

impl Pages {
    /// A memory of so many bytes.
    pub(crate) fn new(bytes: u64) -> Self {
        let weigh = |key: &String, page: &Arc<Page>| {
            u32::try_from(key.len() + page.body.len() + 512).unwrap_or(u32::MAX)
        };
        Self(moka::future::Cache::builder().max_capacity(bytes).weigher(weigh).build())
    }
}

/// Whether a request asks for what everybody sees alike: public pages, feeds, the site map.
pub(crate) fn is_for_all(method: &Method, path: &str) -> bool {
    if !matches!(*method, Method::GET | Method::HEAD) {
        return false;
    }
    if matches!(path, "/sitemap.xml" | "/robots.txt" | "/.well-known/security.txt") {
        return true;
    }
    let mut segments = path.split('/').skip(1);
    let by_language = segments.next().and_then(Locale::from_code).is_some();
    // What follows these carries somebody's token.
    let personal = matches!((segments.next(), segments.next()), (Some("subscribe" | "unsubscribe"), Some(_)));
    by_language && !personal
}

/// The step itself.
pub(crate) async fn remember(State(door): State<SharedDoor>, mut request: Request, next: Next) -> Response {
    let scope = request.extensions().get::<PublicScope>().cloned();
    let Some(scope) = scope.filter(|_| is_for_all(request.method(), request.uri().path())) else {
        return next.run(request).await;
    };
    let (method, known) = (request.method().clone(), request.headers().get(header::IF_NONE_MATCH).cloned());
    let encoding = strip(&mut request);
    let key = key_of(&scope, &door.settings.web.build_id, encoding, request.uri());
    if request.extensions().get::<LastKnown>().is_some() {
        return match door.pages.0.get(&key).await {
            Some(page) => page.answer(&method, known.as_ref()),
            None => unavailable(&request, &scope),
        };
    }
    let (parts, _) = request.into_parts();
    let again = Request::from_parts(parts.clone(), Body::empty());
    let first = Request::from_parts(parts, Body::empty());
    match door.pages.0.entry(key.clone()).or_try_insert_with(make(first, next.clone(), key)).await {
        Ok(page) => {
            count(if page.is_fresh() { "miss" } else { "hit" });
            page.into_value().answer(&method, known.as_ref())
        }
        Err(passing) => {
            count("passed");
            let taken = passing.lock().unwrap_or_else(PoisonError::into_inner).take();
            // Several waited for the same page and it was none: each asks for its own answer.
            match taken {
                Some(response) => response,
                None => next.run(again).await,
            }
        }
    }
}

fn count(result: &'static str) {
    metrics::counter!("infitah_page_cache_total", "result" => result).increment(1);
}

/// The answer while the database is away, for a page that is not remembered.
fn unavailable(request: &Request, scope: &PublicScope) -> Response {
    let arrival = request.extensions().get::<Arrival>().cloned().expect("the request has arrived");
    arrival.error(&Error::Unavailable("the page is not remembered".into()), Some(scope))
}

/// Takes out of the request what is not in the key, and says which encoding is left.
fn strip(request: &mut Request) -> &'static str {
    let accepted = request.headers().get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok());
    let encoding = encoding_of(accepted.unwrap_or_default());
    for name in [header::COOKIE, header::AUTHORIZATION, header::ACCEPT_LANGUAGE, header::RANGE] {
        request.headers_mut().remove(name);
    }
    request.headers_mut().insert(header::ACCEPT_ENCODING, HeaderValue::from_static(encoding));
    let uri = known_parameters(request.uri());
    request.extensions_mut().insert(OriginalUri(uri.clone()));
    *request.uri_mut() = uri;
    *request.method_mut() = Method::GET;
    encoding
}

fn encoding_of(accepted: &str) -> &'static str {
    let accepts = |name: &str| {
        accepted.split(',').any(|range| {
            let (coding, weight) = range.split_once(';').unwrap_or((range, ""));
            coding.trim().eq_ignore_ascii_case(name)
                && !matches!(weight.trim(), "q=0" | "q=0.0" | "q=0.00" | "q=0.000")
        })
    };
    ["br", "gzip"].into_iter().find(|name| accepts(name)).unwrap_or("identity")
}

/// The address with the parameters that pages know, each once and in one order.
fn known_parameters(uri: &Uri) -> Uri {
    let query = uri.query().unwrap_or_default();
    let pairs: Vec<(&str, &str)> = query.split('&').filter_map(|pair| pair.split_once('=')).collect();
    let find = |name: &&str| pairs.iter().find(|(key, value)| key == name && !value.is_empty());
    let kept: Vec<String> =
        PARAMETERS.iter().filter_map(find).map(|(key, value)| format!("{key}={value}")).collect();
    let path = uri.path();
    let target = if kept.is_empty() { path.to_owned() } else { format!("{path}?{}", kept.join("&")) };
    target.parse().expect("parts of an address make an address")
}

fn key_of(scope: &PublicScope, build: &str, encoding: &str, uri: &Uri) -> String {
    let tenant = scope.tenant();
    format!("{} {} {} {build} {encoding} {uri}", tenant.id, tenant.content_version, scope.today())
}

/// Makes the page, or passes on an answer that is none.
async fn make(request: Request, next: Next, key: String) -> Result<Arc<Page>, Passing> {
    let response = next.run(request).await;
    let forbids =
        response.headers().get(header::CACHE_CONTROL).is_some_and(|value| value.as_bytes() == b"no-store");
    if response.status() != StatusCode::OK || forbids || response.headers().contains_key(header::SET_COOKIE) {
        return Err(Mutex::new(Some(response)));
    }
    let (parts, body) = response.into_parts();
    let Ok(body) = to_bytes(body, LARGEST).await else {
        tracing::error!("a public page is larger than what may be remembered");
        return Err(Mutex::new(Some(StatusCode::INTERNAL_SERVER_ERROR.into_response())));
    };
    Ok(Arc::new(Page { headers: lasting(&parts.headers), etag: etag_of(&key, &body), body }))
}

/// The headers that belong to the page rather than to one answer.
fn lasting(headers: &HeaderMap) -> HeaderMap {
    let names = [header::CONTENT_TYPE, header::CONTENT_ENCODING, header::CONTENT_LANGUAGE, header::LINK];
    let kept = names.into_iter().filter_map(|name| headers.get(&name).cloned().map(|value| (name, value)));
    let mut kept: HeaderMap = kept.collect();
    kept.insert(header::VARY, HeaderValue::from_static("Accept-Encoding"));
    kept.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, no-cache"));
    kept
}

fn etag_of(key: &str, body: &[u8]) -> HeaderValue {
    let digest = Sha256::new().chain_update(key).chain_update(body).finalize();
    let tag = format!("\"{}\"", URL_SAFE_NO_PAD.encode(&digest[..18]));
    HeaderValue::from_str(&tag).expect("base64 is visible ASCII")
}

impl Page {
    fn answer(&self, method: &Method, known: Option<&HeaderValue>) -> Response {
        let unchanged = known.is_some_and(|known| matches(known, &self.etag));
        let body = if unchanged || *method == Method::HEAD { Bytes::new() } else { self.body.clone() };
        let mut response = Response::new(Body::from(body));
        *response.headers_mut() = self.headers.clone();
        response.headers_mut().insert(header::ETAG, self.etag.clone());
        if unchanged {
            *response.status_mut() = StatusCode::NOT_MODIFIED;
            response.headers_mut().remove(header::CONTENT_TYPE);
            response.headers_mut().remove(header::CONTENT_ENCODING);
        } else {
            response.headers_mut().insert(header::CONTENT_LENGTH, self.body.len().into());
        }
        response
    }
}

fn matches(known: &HeaderValue, etag: &HeaderValue) -> bool {
    let (Ok(known), Ok(etag)) = (known.to_str(), etag.to_str()) else {
        return false;
    };
    known.split(',').map(str::trim).any(|tag| tag == "*" || tag.strip_prefix("W/").unwrap_or(tag) == etag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_everybody_sees_alike_is_remembered() {
        for (path, for_all) in [
            ("/ar/", true),
            ("/ar/news", true),
            ("/fr/feed.atom", true),
            ("/sitemap.xml", true),
            ("/ar/subscribe", true),
            ("/ar/subscribe/confirm/token", false),
            ("/ar/unsubscribe/token", false),
            ("/office/articles", false),
            ("/graphql", false),
            ("/assets/site.css", false),
            ("/", false),
            ("/healthz", false),
        ] {
            assert_eq!(is_for_all(&Method::GET, path), for_all, "{path}");
            assert!(!is_for_all(&Method::POST, path));
        }
    }

    #[test]
    fn unknown_parameters_do_not_reach_the_page() {
        for (sent, kept) in [
            ("/ar/news?utm=1&after=abc", "/ar/news?after=abc"),
            ("/ar/news?category=council&after=abc", "/ar/news?after=abc&category=council"),
            ("/ar/news?after=a&after=b", "/ar/news?after=a"),
            ("/ar/news?after", "/ar/news"),
            ("/ar/news?", "/ar/news"),
            ("/ar/search?q=%D9%85%D8%A7%D8%A1", "/ar/search?q=%D9%85%D8%A7%D8%A1"),
        ] {
            assert_eq!(known_parameters(&sent.parse().expect("an address")), kept, "{sent}");
        }
    }

    #[test]
    fn encodings_are_chosen() {
        for (accepted, encoding) in [
            ("", "identity"),
            ("gzip, deflate, br", "br"),
            ("gzip", "gzip"),
            ("br;q=0, gzip;q=0.5", "gzip"),
            ("zstd", "identity"),
        ] {
            assert_eq!(encoding_of(accepted), encoding, "{accepted}");
        }
    }

    #[test]
    fn tags_are_compared_weakly() {
        let etag = HeaderValue::from_static("\"a\"");
        for (known, same) in
            [("\"a\"", true), ("W/\"a\"", true), ("\"b\", \"a\"", true), ("*", true), ("\"b\"", false)]
        {
            assert_eq!(matches(&HeaderValue::from_static(known), &etag), same, "{known}");
        }
    }
}
