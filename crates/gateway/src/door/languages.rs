//! The language of a path: `/` leads to one, `/ar` to `/ar/`, and what is no language of ours is
//! no page.

use axum::extract::{Extension, MatchedPath, Path, Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use infitah_core::ground::error::Error;
use infitah_core::tenancy::scope::PublicScope;
use infitah_i18n::Locale;
use infitah_web::session::cookie;

use super::SharedDoor;
use super::arrivals::{Arrival, first_segment};

/// The cookie that keeps a reader's choice.
const COOKIE: &str = "infitah-locale";

/// Paths under an unknown language are not found, whatever comes after it.
pub(crate) async fn judge(State(_): State<SharedDoor>, request: Request, next: Next) -> Response {
    let by_language =
        request.extensions().get::<MatchedPath>().is_some_and(|path| path.as_str().starts_with("/{locale}"));
    let known = first_segment(request.uri().path()).and_then(Locale::from_code).is_some();
    match request.extensions().get::<Arrival>() {
        Some(arrival) if by_language && !known => {
            arrival.error(&Error::NotFound("page"), request.extensions().get::<PublicScope>())
        }
        _ => match unoffered(&request) {
            Some(address) => redirect(StatusCode::FOUND, &address),
            None => next.run(request).await,
        },
    }
}

/// Where a page is read when its site does not offer the language asked for. What people send, and
/// how they leave by one click, is taken in every language.
fn unoffered(request: &Request) -> Option<String> {
    let site = request.extensions().get::<PublicScope>()?.tenant();
    let path = request.uri().path_and_query()?.as_str();
    let asked = first_segment(request.uri().path()).and_then(Locale::from_code)?;
    let is_read = matches!(*request.method(), Method::GET | Method::HEAD);
    if !is_read || site.locales.contains(&asked) {
        return None;
    }
    let rest = path.strip_prefix('/')?.strip_prefix(asked.code())?;
    Some(format!("/{}{rest}", site.default_locale))
}

/// `/`: the reader's cookie, then the browser's languages, then the member's own.
pub(crate) async fn choose(Extension(scope): Extension<PublicScope>, headers: HeaderMap) -> Response {
    let language =
        headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let offered = &scope.tenant().locales;
    let locale = cookie(&headers, COOKIE)
        .and_then(Locale::from_code)
        .filter(|locale| offered.contains(locale))
        .or_else(|| Locale::negotiate(language, offered))
        .unwrap_or(scope.tenant().default_locale);
    let mut response = redirect(StatusCode::FOUND, &format!("/{locale}/"));
    response.headers_mut().insert(header::VARY, HeaderValue::from_static("Accept-Language, Cookie"));
    response
}

/// `/ar` is `/ar/`.
pub(crate) async fn complete(Path(locale): Path<Locale>) -> Response {
    redirect(StatusCode::PERMANENT_REDIRECT, &format!("/{locale}/"))
}

fn redirect(status: StatusCode, target: &str) -> Response {
    (status, [(header::LOCATION, target)]).into_response()
}
