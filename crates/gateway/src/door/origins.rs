//! Whether a request that changes something comes from the site itself. Sibling subdomains are
//! hostile neighbours: `same-site` is not enough. The API is the exception: what comes to it from
//! elsewhere is served, but as nobody.

use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, header};
use axum::middleware::Next;
use axum::response::Response;
use infitah_core::tenancy::scope::PublicScope;
use infitah_web::Notice;

use super::SharedDoor;
use super::arrivals::Arrival;

/// The request comes from another origin: its cookies are not read.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Foreign;

/// The step itself.
pub(crate) async fn judge(State(_): State<SharedDoor>, mut request: Request, next: Next) -> Response {
    let Some(arrival) = request.extensions().get::<Arrival>().cloned() else {
        return next.run(request).await;
    };
    let foreign = is_foreign(request.headers(), &arrival.host);
    let is_api = request.uri().path() == "/graphql";
    if foreign && !is_api && changes(request.method()) {
        return arrival.notice(Notice::CrossOrigin, request.extensions().get::<PublicScope>());
    }
    if foreign {
        request.extensions_mut().insert(Foreign);
    }
    next.run(request).await
}

/// Whether a method may change something.
pub(crate) fn changes(method: &Method) -> bool {
    !matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS)
}

/// By what browsers say and pages cannot forge: first `Sec-Fetch-Site`, then `Origin` against the
/// host. Clients that say neither are not browsers and carry nobody's cookies but their own.
fn is_foreign(headers: &HeaderMap, host: &str) -> bool {
    if let Some(site) = headers.get("sec-fetch-site") {
        return !matches!(site.as_bytes(), b"same-origin" | b"none");
    }
    let Some(origin) = headers.get(header::ORIGIN) else {
        return false;
    };
    let own =
        origin.to_str().ok().and_then(|origin| origin.split_once("://")).is_some_and(|(scheme, rest)| {
            let port = if scheme == "https" { ":443" } else { ":80" };
            let bare = |host: &str| host.strip_suffix(port).unwrap_or(host).to_ascii_lowercase();
            matches!(scheme, "http" | "https") && bare(rest) == bare(host)
        });
    !own
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn origins_are_judged() {
        for (site, origin, foreign) in [
            (None, None, false),
            (Some("same-origin"), None, false),
            (Some("none"), None, false),
            (Some("same-site"), None, true),
            (Some("cross-site"), None, true),
            (Some("anything"), None, true),
            (Some("same-origin"), Some("http://evil.example"), false),
            (Some("cross-site"), Some("http://fes.localhost:8080"), true),
            (None, Some("http://fes.localhost:8080"), false),
            (None, Some("http://FES.localhost:8080"), false),
            (None, Some("http://fes.localhost"), true),
            (None, Some("http://agadir.localhost:8080"), true),
            (None, Some("null"), true),
            (None, Some(""), true),
            (None, Some("http://fes.localhost:8080@evil.example"), true),
            (None, Some("ftp://fes.localhost:8080"), true),
        ] {
            let mut headers = HeaderMap::new();
            if let Some(site) = site {
                headers.insert("sec-fetch-site", site.parse().expect("a header"));
            }
            if let Some(origin) = origin {
                headers.insert(header::ORIGIN, origin.parse().expect("a header"));
            }
            assert_eq!(is_foreign(&headers, "fes.localhost:8080"), foreign, "{site:?} {origin:?}");
        }
    }

    #[test]
    fn default_ports_may_be_left_out() {
        let mut headers = HeaderMap::new();
        headers.insert(header::ORIGIN, "https://fes.example".parse().expect("a header"));
        assert!(!is_foreign(&headers, "fes.example:443"));
        assert!(is_foreign(&headers, "fes.example:80"));
    }
}
