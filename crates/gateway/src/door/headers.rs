//! The headers that every answer carries: what a browser may do with it, and the request id. In one
//! place, so that no answer can be without them.

use axum::http::{HeaderName, HeaderValue, header};
use axum::response::Response;
use uuid::Uuid;

/// Nothing from elsewhere, nothing inline, no frames.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
    font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// Adds the headers that are not there yet.
pub(crate) fn secure(response: &mut Response, path: &str, request_id: Uuid, is_secure: bool) {
    let shared = is_shared(path);
    let headers = response.headers_mut();
    let mut add = |name: HeaderName, value: &'static str| {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    };
    add(header::CONTENT_SECURITY_POLICY, POLICY);
    add(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    add(header::REFERRER_POLICY, "strict-origin-when-cross-origin");
    add(HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    let resource = if shared { "cross-origin" } else { "same-origin" };
    add(HeaderName::from_static("cross-origin-resource-policy"), resource);
    add(header::CACHE_CONTROL, "no-store");
    if is_secure {
        add(header::STRICT_TRANSPORT_SECURITY, "max-age=63072000; includeSubDomains");
    }
    if shared {
        // Open data for every page of the web; without credentials, so as anonymous.
        add(header::ACCESS_CONTROL_ALLOW_ORIGIN, "*");
        add(header::ACCESS_CONTROL_EXPOSE_HEADERS, "x-request-id");
    }
    let id = HeaderValue::from_str(&request_id.to_string()).expect("a UUID is visible ASCII");
    headers.insert("x-request-id", id);
}

/// Whether other origins may read the answer: the API, feeds and open data.
fn is_shared(path: &str) -> bool {
    let last = path.rsplit('/').next().unwrap_or_default();
    path == "/graphql"
        || path.starts_with("/graphql/")
        || path.starts_with("/data/")
        || matches!(
            last,
            "feed.atom" | "feed.rss" | "feed.json" | "sitemap.xml" | "robots.txt" | "security.txt"
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_stay_within_their_origin_and_the_api_does_not() {
        for (path, policy) in [
            ("/ar/", "same-origin"),
            ("/office/articles", "same-origin"),
            ("/graphql", "cross-origin"),
            ("/graphqlx", "same-origin"),
            ("/ar/feed.atom", "cross-origin"),
        ] {
            let mut response = Response::default();
            secure(&mut response, path, Uuid::nil(), true);
            assert_eq!(response.headers()["cross-origin-resource-policy"], policy, "{path}");
            assert_eq!(
                response.headers().contains_key("access-control-allow-origin"),
                policy == "cross-origin"
            );
            assert!(response.headers().contains_key("strict-transport-security"));
        }
    }

    #[test]
    fn headers_of_a_handler_are_kept() {
        let mut response = Response::default();
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("public, no-cache"));
        secure(&mut response, "/ar/", Uuid::nil(), false);
        assert_eq!(response.headers()[header::CACHE_CONTROL], "public, no-cache");
        assert!(!response.headers().contains_key("strict-transport-security"));
    }
}
