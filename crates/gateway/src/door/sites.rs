//! The first wall: the host names the tenant. What no site answers to gets a neutral page; nothing
//! in a path, a query or a body can name another tenant.

use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use infitah_core::tenancy::hosts::Site;
use infitah_web::Notice;

use super::arrivals::Arrival;
use super::{SharedDoor, health};

/// The step itself: a scope for an active site, an end for everything else.
pub(crate) async fn enter(State(door): State<SharedDoor>, mut request: Request, next: Next) -> Response {
    let path = request.uri().path();
    // The style of the neutral pages too: it is the same for all, and needs no tenant.
    if health::is_health(path) || path.starts_with("/assets/") || path.starts_with("/favicon.") {
        return next.run(request).await;
    }
    let arrival = request.extensions().get::<Arrival>().cloned().expect("the request has arrived");
    match door.hub.site(&arrival.host).await {
        Ok(Some(Site::Active(tenant))) => {
            tracing::Span::current().record("tenant", tenant.slug.as_str());
            let scope = door.hub.public_scope(tenant, arrival.request_id).traced(arrival.trace);
            request.extensions_mut().insert(scope);
            next.run(request).await
        }
        Ok(Some(Site::Moved(host))) => moved(&door, &host, &request),
        Ok(Some(Site::Suspended)) => arrival.notice(Notice::Suspended, None),
        Ok(Some(Site::Archived(slug))) => arrival.notice(Notice::Archived(slug), None),
        Ok(None) => arrival.notice(Notice::UnknownHost, None),
        Err(error) => arrival.error(&error, None),
    }
}

/// The same page at the site's present address.
fn moved(door: &SharedDoor, host: &str, request: &Request) -> Response {
    let path = request.uri().path_and_query().map_or("/", |path| path.as_str());
    let target = format!("{}{path}", address_of(door.hub.public_url(), host));
    match HeaderValue::from_str(&target) {
        Ok(location) => (StatusCode::PERMANENT_REDIRECT, [(header::LOCATION, location)]).into_response(),
        Err(_) => StatusCode::NOT_FOUND.into_response(),
    }
}

/// Scheme, host and port: the scheme and port are those people use for the network.
fn address_of(public_url: &str, host: &str) -> String {
    let (scheme, rest) = public_url.split_once("://").unwrap_or(("https", public_url));
    let port = rest.rsplit_once(':').map_or("", |(_, port)| port);
    if port.is_empty() || host.contains(':') {
        return format!("{scheme}://{host}");
    }
    format!("{scheme}://{host}:{port}")
}

#[cfg(test)]
mod tests {
    use super::address_of;

    #[test]
    fn old_domains_lead_to_the_present_one() {
        for (public_url, host, address) in [
            ("https://remacto.ma", "fes.ma", "https://fes.ma"),
            ("http://localhost:8080", "fes.localhost", "http://fes.localhost:8080"),
            ("http://localhost:8080", "fes.localhost:90", "http://fes.localhost:90"),
        ] {
            assert_eq!(address_of(public_url, host), address);
        }
    }
}
