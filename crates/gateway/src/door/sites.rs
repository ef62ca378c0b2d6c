//! The first wall: the host names the tenant. What no site answers to gets a neutral page; nothing
//! in a path, a query or a body can name another tenant.

use std::time::Duration;

use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use infitah_core::ground::database::Server;
use infitah_core::ground::error::{Error, Result};
use infitah_core::tenancy::hosts::Site;
use infitah_core::tenancy::scope::Tenant;
use infitah_web::Notice;
use infitah_web::session::{cookie, cookie_name};

use super::arrivals::Arrival;
use super::{SharedDoor, health, pages};

/// How long a look-up may take where what was last known would do.
const PATIENCE: Duration = Duration::from_secs(1);

/// The site is as it was last known, because the database does not answer. Only remembered pages
/// are given out.
#[derive(Debug, Clone, Copy)]
pub(crate) struct LastKnown;

/// The step itself: a scope for an active site, an end for everything else.
pub(crate) async fn enter(State(door): State<SharedDoor>, mut request: Request, next: Next) -> Response {
    let path = request.uri().path();
    // The style of the neutral pages too: it is the same for all, and needs no tenant.
    if health::is_health(path) || path.starts_with("/assets/") || path.starts_with("/favicon.") {
        return next.run(request).await;
    }
    let arrival = request.extensions().get::<Arrival>().cloned().expect("the request has arrived");
    let asked = Asked::of(&door, &arrival, &request);
    let site = match look_up(&door, &asked).await {
        Err(error @ Error::Unavailable(_)) => match last_known(&door, &asked).await {
            Some(site) => {
                request.extensions_mut().insert(LastKnown);
                Ok(Some(site))
            }
            None => Err(error),
        },
        looked_up => looked_up,
    };
    match site {
        Ok(Some(Site::Active(tenant))) => {
            tracing::Span::current().record("tenant", tenant.slug.as_str());
            if let Some(address) = office_of(&door, &arrival, &tenant, &request) {
                return (StatusCode::FOUND, [(header::LOCATION, address)]).into_response();
            }
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

/// What a look-up needs of a request, whose body must not be held while it waits.
struct Asked {
    host: String,
    is_signed_in: bool,
    is_for_all: bool,
}

impl Asked {
    fn of(door: &SharedDoor, arrival: &Arrival, request: &Request) -> Self {
        Self {
            host: arrival.host.clone(),
            is_signed_in: cookie(request.headers(), cookie_name(&door.hub)).is_some(),
            is_for_all: pages::is_for_all(request.method(), request.uri().path()),
        }
    }
}

/// The site as this request may see it: whoever brings a sign-in reads what was just committed,
/// so from the primary, everybody else what was there a moment ago.
async fn look_up(door: &SharedDoor, asked: &Asked) -> Result<Option<Site>> {
    let hub = &door.hub;
    let server = if asked.is_signed_in { Server::Primary } else { Server::Replica };
    let look_up = async {
        match server {
            Server::Primary => hub.fresh_site(&asked.host).await,
            Server::Replica => hub.site(&asked.host).await,
        }
    };
    if last_known(door, asked).await.is_none() {
        return look_up.await;
    }
    let unavailable =
        |words| Err(Error::Unavailable(Box::<dyn std::error::Error + Send + Sync>::from(words)));
    if hub.database().is_cut_off(server) {
        return unavailable("the database does not answer");
    }
    tokio::time::timeout(PATIENCE, look_up).await.unwrap_or_else(|_| unavailable("a look-up took too long"))
}

/// What is known of the site without the database, for pages that may be remembered.
async fn last_known(door: &SharedDoor, asked: &Asked) -> Option<Site> {
    if !asked.is_for_all {
        return None;
    }
    door.hub.last_known_site(&asked.host).await
}

/// Where the office is, when it is asked for at a domain of the member's own: sign-ins are bound to
/// the one host that every member has.
fn office_of(door: &SharedDoor, arrival: &Arrival, tenant: &Tenant, request: &Request) -> Option<String> {
    let host = arrival.host.rsplit_once(':').map_or(arrival.host.as_str(), |(host, _)| host);
    let host = host.to_ascii_lowercase();
    let is_own =
        host.strip_suffix(door.hub.domain()).is_none_or(|rest| !rest.is_empty() && !rest.ends_with('.'));
    let is_office = request.uri().path().starts_with("/office");
    let path = request.uri().path_and_query().map_or("/office", |path| path.as_str());
    (is_own && is_office).then(|| format!("{}{path}", tenant.url))
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
