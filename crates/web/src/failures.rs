//! What people and programs read when something cannot be done: a page in their language, or
//! `application/problem+json` (RFC 9457). Faults of ours are logged here once and never shown.

use askama::Template;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse as _, Response};
use infitah_core::ground::error::{Error, FieldError};
use infitah_core::tenancy::scope::PublicScope;
use infitah_i18n::{Arg, Locale, Words};
use serde_json::json;
use uuid::Uuid;

use crate::layout::{Page, Room, Site};
use crate::words::Phrase;

/// Why a request got no page of a site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// No site lives at this host.
    UnknownHost,
    /// The site is closed for now.
    Suspended,
    /// The member has left; its slug names the archive.
    Archived(String),
    /// The address does not take this method.
    MethodNotAllowed,
    /// The body is too large.
    PayloadTooLarge,
    /// The answer took too long.
    Timeout,
    /// The request cannot be understood.
    BadRequest,
    /// Too much is going on.
    Overloaded,
    /// The request was sent by the page of another site.
    CrossOrigin,
}

impl Notice {
    fn status(&self) -> StatusCode {
        match self {
            Self::UnknownHost => StatusCode::NOT_FOUND,
            Self::Suspended | Self::Overloaded => StatusCode::SERVICE_UNAVAILABLE,
            Self::Archived(_) => StatusCode::GONE,
            Self::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
            Self::PayloadTooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Timeout => StatusCode::REQUEST_TIMEOUT,
            Self::BadRequest => StatusCode::BAD_REQUEST,
            Self::CrossOrigin => StatusCode::FORBIDDEN,
        }
    }

    /// The stem of its message keys.
    fn key(&self) -> &'static str {
        match self {
            Self::UnknownHost => "error-unknown-host",
            Self::Suspended => "error-suspended",
            Self::Archived(_) => "error-archived",
            Self::MethodNotAllowed => "error-method",
            Self::PayloadTooLarge => "error-payload-too-large",
            Self::Timeout => "error-timeout",
            Self::BadRequest => "error-bad-request",
            Self::Overloaded => "error-unavailable",
            Self::CrossOrigin => "error-origin",
        }
    }
}

/// What is said, in the language of the reader.
#[derive(Debug, Clone)]
struct Said {
    title: Phrase,
    text: Phrase,
    breaches: Vec<String>,
    request: Phrase,
}

#[derive(Template)]
#[template(path = "parts/failure.html")]
struct FailurePage {
    page: Page,
    said: Said,
}

#[derive(Template)]
#[template(path = "parts/notice.html")]
struct NoticePage {
    words: Words,
    said: Said,
    link: Option<(String, Phrase)>,
}

/// The answer to an error of core.
pub fn error_response(
    error: &Error,
    scope: Option<&PublicScope>,
    locale: Locale,
    request_id: Uuid,
    wants_json: bool,
) -> Response {
    if let Error::Internal(_) | Error::Unavailable(_) = error {
        tracing::error!(%request_id, fault = chain(error), "a request failed");
    }
    let (status, said) = (status_of(error), say(error, scope, locale, request_id));
    let fields = match error {
        Error::Invalid(fields) => fields.as_slice(),
        _ => &[],
    };
    let mut response = match scope {
        _ if wants_json => problem(status, code_of(error), &said, locale, fields, request_id),
        Some(scope) => site_page(status, scope, locale, said),
        None => bare_page(status, locale, said, None),
    };
    if let Error::TooMany(until) = error {
        let seconds = scope.map_or(60, |scope| (*until - scope.now()).num_seconds().max(1));
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    if let Error::Unavailable(_) = error {
        // A database that starts again, or another server that takes over, takes about as long.
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("10"));
    }
    response
}

/// The answer to a request that reaches no site, or is refused at its door.
pub fn notice_response(notice: Notice, locale: Locale, request_id: Uuid, wants_json: bool) -> Response {
    let words = Words::of(locale);
    let said = Said {
        title: Phrase::of(words.get(&format!("{}-title", notice.key())), locale),
        text: Phrase::of(words.get(&format!("{}-text", notice.key())), locale),
        breaches: Vec::new(),
        request: request_phrase(words, request_id),
    };
    let status = notice.status();
    let mut response = if wants_json {
        problem(status, notice.key(), &said, locale, &[], request_id)
    } else {
        bare_page(status, locale, said, None)
    };
    if matches!(notice, Notice::Overloaded | Notice::Suspended) {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("60"));
    }
    response
}

fn status_of(error: &Error) -> StatusCode {
    match error {
        Error::NotFound(_) => StatusCode::NOT_FOUND,
        Error::Unauthenticated(_) => StatusCode::UNAUTHORIZED,
        Error::Denied(_) => StatusCode::FORBIDDEN,
        Error::Invalid(_) => StatusCode::UNPROCESSABLE_ENTITY,
        Error::Conflict(_) => StatusCode::CONFLICT,
        Error::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
        Error::Unavailable(_) => StatusCode::SERVICE_UNAVAILABLE,
        Error::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

/// The stem of its message keys.
fn code_of(error: &Error) -> &'static str {
    match error {
        Error::NotFound(_) => "error-not-found",
        Error::Unauthenticated(_) => "error-unauthenticated",
        Error::Denied(_) => "error-forbidden",
        Error::Invalid(_) => "error-bad-request",
        Error::Conflict(_) => "error-conflict",
        Error::TooMany(_) => "error-too-many-requests",
        Error::Unavailable(_) => "error-unavailable",
        Error::Internal(_) => "error-internal",
    }
}

fn say(error: &Error, scope: Option<&PublicScope>, locale: Locale, request_id: Uuid) -> Said {
    let words = Words::of(locale);
    let code = code_of(error);
    let text = match (error, scope) {
        (Error::Internal(_), _) => {
            words.with("error-internal-text", &[("request_id", Arg::Text(&request_id.to_string()))])
        }
        (Error::TooMany(until), Some(scope)) => {
            let seconds = (*until - scope.now()).num_seconds().max(1);
            words.with("error-retry-after", &[("seconds", seconds.into())])
        }
        (Error::Conflict(key) | Error::Denied(key), _) if is_known(words, key) => words.get(key),
        _ => words.get(&format!("{code}-text")),
    };
    let breaches = match error {
        Error::Invalid(fields) => fields.iter().map(|field| breach(words, field)).collect(),
        _ => Vec::new(),
    };
    Said {
        title: Phrase::of(words.get(&format!("{code}-title")), locale),
        text: Phrase::of(text, locale),
        breaches,
        request: request_phrase(words, request_id),
    }
}

/// What is wrong with a field, in words.
pub(crate) fn breach(words: Words, field: &FieldError) -> String {
    let args: Vec<(&str, Arg<'_>)> = field
        .arguments
        .iter()
        .map(|(name, value)| (*name, value.parse::<i64>().map_or(Arg::Text(value), Arg::Number)))
        .collect();
    let key = match field.key {
        "paging-cursor" | "paging-both-directions" | "paging-count" => "field-bad-cursor",
        key => key,
    };
    words.plain(key, &args)
}

/// Whether any language has this message; keys of core without one keep the general sentence.
fn is_known(words: Words, key: &str) -> bool {
    words.locale().fallbacks().iter().any(|&locale| Words::of(locale).has(key))
}

fn request_phrase(words: Words, request_id: Uuid) -> Phrase {
    let id = request_id.to_string();
    Phrase::of(words.with("error-request-id", &[("request_id", Arg::Text(&id))]), words.locale())
}

fn site_page(status: StatusCode, scope: &PublicScope, locale: Locale, said: Said) -> Response {
    let title = said.title.plain().to_owned();
    let mut page = Page::new(Words::of(locale), Site::of(scope), Room::Other, "/", title);
    page.is_private = true;
    page.is_sample = false;
    rendered(status, &FailurePage { page, said })
}

fn bare_page(status: StatusCode, locale: Locale, said: Said, link: Option<(String, Phrase)>) -> Response {
    rendered(status, &NoticePage { words: Words::of(locale), said, link })
}

fn rendered(status: StatusCode, template: &impl Template) -> Response {
    match template.render() {
        Ok(html) => {
            let mut response = (status, Html(html)).into_response();
            response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
            response
        }
        Err(error) => {
            tracing::error!(fault = chain(&error), "the page that says what went wrong failed");
            status.into_response()
        }
    }
}

fn problem(
    status: StatusCode,
    code: &str,
    said: &Said,
    locale: Locale,
    fields: &[FieldError],
    request_id: Uuid,
) -> Response {
    let words = Words::of(locale);
    let mut body = json!({
        "type": "about:blank",
        "code": code.trim_start_matches("error-"),
        "title": said.title.plain(),
        "status": status.as_u16(),
        "detail": said.text.plain(),
        "request_id": request_id,
    });
    if !fields.is_empty() {
        body["errors"] = fields
            .iter()
            .map(|field| json!({ "field": field.field, "message": breach(words, field) }))
            .collect();
    }
    let kind = HeaderValue::from_static("application/problem+json");
    let mut response = (status, [(header::CONTENT_TYPE, kind)], body.to_string()).into_response();
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// An error and its sources in one line.
fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(next) = source {
        text.push_str(": ");
        text.push_str(&next.to_string());
        source = next.source();
    }
    text
}
