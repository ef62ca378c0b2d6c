//! What a door of the public site gives back: a page, or a fault that becomes a page in the
//! language of the address.

use std::sync::Arc;

use askama::Template;
use axum::extract::Request;
use axum::http::{StatusCode, header};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Response};
use infitah_core::ground::error::Error;
use infitah_core::tenancy::scope::PublicScope;

use crate::failures::{Notice, error_response, notice_response};
use crate::visits::{path_locale, wants_json};

/// The result of every door.
pub(crate) type Answer = Result<Response, Fault>;

/// Why there is no page.
#[derive(Debug, Clone)]
pub(crate) struct Fault(Arc<Error>);

impl Fault {
    /// What went wrong.
    pub(crate) fn error(&self) -> &Error {
        &self.0
    }
}

impl From<Error> for Fault {
    fn from(error: Error) -> Self {
        Self(Arc::new(error))
    }
}

impl IntoResponse for Fault {
    fn into_response(self) -> Response {
        let mut response = StatusCode::INTERNAL_SERVER_ERROR.into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// A rendered page.
pub(crate) fn page(template: &impl Template) -> Answer {
    page_with(StatusCode::OK, template)
}

/// A rendered page with another status.
pub(crate) fn page_with(status: StatusCode, template: &impl Template) -> Answer {
    let html = template.render().map_err(Error::internal)?;
    Ok((status, Html(html)).into_response())
}

/// An answer that leads to another address for good. A header holds ASCII only.
pub(crate) fn moved(address: &str) -> Response {
    axum::response::Redirect::permanent(&infitah_core::ground::address::ascii(address)).into_response()
}

/// The layer around all doors: faults become pages, and so does what an extractor refused.
pub(crate) async fn complete(request: Request, next: Next) -> Response {
    let scope = request.extensions().get::<PublicScope>().cloned();
    let asked = path_locale(request.uri().path());
    let wants_json = wants_json(request.headers());
    let response = next.run(request).await;
    let Some(scope) = scope else {
        return response;
    };
    let locale = asked.unwrap_or(scope.tenant().default_locale);
    if let Some(fault) = response.extensions().get::<Fault>() {
        return error_response(&fault.0, Some(&scope), locale, scope.request_id(), wants_json);
    }
    if is_plain_refusal(&response) {
        let notice = match response.status() {
            StatusCode::PAYLOAD_TOO_LARGE => Notice::PayloadTooLarge,
            StatusCode::METHOD_NOT_ALLOWED => Notice::MethodNotAllowed,
            _ => Notice::BadRequest,
        };
        return notice_response(notice, locale, scope.request_id(), wants_json);
    }
    response
}

/// Whether an extractor refused the request, in words of its own.
pub(crate) fn is_plain_refusal(response: &Response) -> bool {
    let kind = response.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    response.status().is_client_error() && kind.is_some_and(|kind| kind.starts_with("text/plain"))
}
