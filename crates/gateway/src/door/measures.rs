//! What is counted of each request: by its route as it is declared, the kind of its collectivity
//! and the status. Never by a path, a name or an address: the numbers are read by machines that
//! need not know who asked for what.

use std::sync::{Arc, OnceLock};
use std::time::Instant;

use axum::extract::{MatchedPath, Request};
use axum::http::StatusCode;
use axum::middleware::Next;
use axum::response::Response;
use infitah_core::tenancy::scope::PublicScope;

/// The kind of the collectivity, once the host has named it.
#[derive(Debug, Clone, Default)]
struct Place(Arc<OnceLock<&'static str>>);

/// The outermost step: counts and times the answer, whatever made it.
pub(crate) async fn measure(mut request: Request, next: Next) -> Response {
    let began = Instant::now();
    let place = Place::default();
    let route = route_of(request.extensions().get::<MatchedPath>());
    request.extensions_mut().insert(place.clone());
    let response = next.run(request).await;
    let kind = place.0.get().copied().unwrap_or("none");
    let status = response.status();
    let seconds = began.elapsed().as_secs_f64();
    metrics::histogram!("infitah_http_request_seconds", "route" => route.clone(), "kind" => kind)
        .record(seconds);
    if status == StatusCode::TOO_MANY_REQUESTS {
        metrics::counter!("infitah_rate_limited_total", "door" => door_of(&route)).increment(1);
    }
    let status = status.as_str().to_owned();
    metrics::counter!("infitah_http_requests_total", "route" => route, "kind" => kind, "status" => status)
        .increment(1);
    response
}

/// A step behind the host: notes the kind of its collectivity.
pub(crate) async fn place(request: Request, next: Next) -> Response {
    let noted = request.extensions().get::<Place>().zip(request.extensions().get::<PublicScope>());
    if let Some((place, scope)) = noted {
        place.0.get_or_init(|| scope.tenant().kind.code());
    }
    next.run(request).await
}

fn route_of(matched: Option<&MatchedPath>) -> String {
    matched.map_or("none", MatchedPath::as_str).to_owned()
}

/// Which of the doors refused.
fn door_of(route: &str) -> &'static str {
    match route.split('/').nth(1).unwrap_or_default() {
        "graphql" => "graphql",
        "office" => "office",
        _ => "public",
    }
}

#[cfg(test)]
mod tests {
    use super::door_of;

    #[test]
    fn doors_are_told_apart_by_route() {
        for (route, door) in [
            ("/graphql", "graphql"),
            ("/office/sign-in", "office"),
            ("/{locale}/subscribe", "public"),
            ("/", "public"),
            ("none", "public"),
        ] {
            assert_eq!(door_of(route), door, "{route}");
        }
    }
}
