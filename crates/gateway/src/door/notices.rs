//! Answers to what leads nowhere: an unknown path, and a known one with the wrong method. Apart
//! because every other step ends at a route and these have none.

use axum::extract::Extension;
use axum::response::Response;
use infitah_core::ground::error::Error;
use infitah_core::tenancy::scope::PublicScope;
use infitah_web::Notice;

use super::arrivals::Arrival;

/// No such page at this site.
pub(crate) async fn not_found(
    Extension(arrival): Extension<Arrival>,
    scope: Option<Extension<PublicScope>>,
) -> Response {
    arrival.error(&Error::NotFound("page"), scope.as_deref())
}

/// The page exists but not with this method.
pub(crate) async fn method_not_allowed(
    Extension(arrival): Extension<Arrival>,
    scope: Option<Extension<PublicScope>>,
) -> Response {
    // The router adds the methods that would have been right.
    arrival.notice(Notice::MethodNotAllowed, scope.as_deref())
}
