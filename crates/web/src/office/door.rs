//! The layer around the office: who is not signed in is led to the sign-in page, faults become pages
//! in the visitor's language, and nothing is ever kept by a cache.

use axum::extract::Request;
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use infitah_core::ground::error::Error;

use super::sign_ins::with_next;
use super::visits::{Visit, local_path, see_other};
use crate::answers::{Fault, is_plain_refusal};
use crate::{Notice, error_response, notice_response};

/// The layer itself.
pub(crate) async fn complete(request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let Some(visit) = Visit::of(&parts) else {
        // The gateway gives a scope to every request of a site that is served.
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let asked =
        (parts.method.clone(), parts.uri.path_and_query().map(ToString::to_string).unwrap_or_default());
    let path = parts.uri.path();
    let mut response = if visit.scope.person().is_none() && !is_open(path) {
        to_sign_in(&visit, &asked)
    } else if visit.scope.person().is_some_and(|person| person.lacks_second_factor()) && !is_own(path) {
        see_other("/office/account/second-factor?done=second-factor-needed")
    } else {
        let response = next.run(Request::from_parts(parts, body)).await;
        readable(&visit, &asked, response)
    };
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// Pages for people who are not signed in.
fn is_open(path: &str) -> bool {
    matches!(
        path,
        "/office"
            | "/office/"
            | "/office/sign-in"
            | "/office/sign-in/second"
            | "/office/sign-in/passkey"
            | "/office/sign-in/passkey/options"
            | "/office/sign-out"
            | "/office/forgot"
    ) || path.starts_with("/office/invitation/")
        || path.starts_with("/office/reset/")
        || path.starts_with("/office/sign-in/provider")
}

/// Pages for people whose second factor is demanded and missing: their own account and the way out.
fn is_own(path: &str) -> bool {
    path.starts_with("/office/account") || (is_open(path) && !matches!(path, "/office" | "/office/"))
}

fn readable(visit: &Visit, asked: &(Method, String), response: Response) -> Response {
    let locale = visit.locale();
    let request_id = visit.scope.public().request_id();
    match response.extensions().get::<Fault>() {
        Some(fault) if matches!(fault.error(), Error::Unauthenticated(_)) && !visit.wants_json => {
            to_sign_in(visit, asked)
        }
        Some(fault) => {
            error_response(fault.error(), Some(visit.scope.public()), locale, request_id, visit.wants_json)
        }
        // What an extractor refused, in its own words.
        None if is_plain_refusal(&response) => {
            let notice = match response.status() {
                StatusCode::PAYLOAD_TOO_LARGE => Notice::PayloadTooLarge,
                _ => Notice::BadRequest,
            };
            notice_response(notice, locale, request_id, visit.wants_json)
        }
        None => response,
    }
}

/// After signing in one returns to a page, never to the middle of a change.
fn to_sign_in(visit: &Visit, (method, path): &(Method, String)) -> Response {
    if visit.wants_json {
        let scope = visit.scope.public();
        let error = Error::Unauthenticated("sign-in-needed");
        return error_response(&error, Some(scope), visit.locale(), scope.request_id(), true);
    }
    let path = if method == Method::GET { local_path(path) } else { "/office" };
    see_other(&with_next("/office/sign-in", path))
}
