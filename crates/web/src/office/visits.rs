//! A visit to the office: who comes, to which collectivity, in which language. Every door takes
//! one, so that no door reads extensions or headers by itself.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse as _, Redirect, Response};
use infitah_core::ground::error::{Error, Result};
use infitah_core::ground::ids::ArticleId;
use infitah_core::tenancy::devices::Device;
use infitah_core::tenancy::permission::Action;
use infitah_core::tenancy::scope::Scope;
use infitah_i18n::{Locale, Words};

use super::frames::Frame;
use crate::session::{challenge_token, half_token, provider_token};
use crate::visits::wants_json;
use crate::words::Phrase;
use crate::{ClientAddress, WebSettings};

/// The cookie that keeps a reader's choice of language.
const LOCALE_COOKIE: &str = "infitah-locale";

/// One request to the office.
#[derive(Debug, Clone)]
pub(crate) struct Visit {
    /// Tenant and actor.
    pub(crate) scope: Scope,
    /// The words of the office in the visitor's language.
    pub(crate) words: Words,
    /// Where the request comes from.
    pub(crate) device: Device,
    /// The token between the two steps of a sign-in.
    pub(crate) half: Option<String>,
    /// The token that binds what a device was asked to sign to this browser.
    pub(crate) challenge: Option<String>,
    /// The token that binds a visit to the provider to this browser.
    pub(crate) provider: Option<String>,
    /// A program asks, which reads JSON and not HTML.
    pub(crate) wants_json: bool,
    /// What the program was started with.
    pub(crate) settings: WebSettings,
}

impl Visit {
    /// The visit of a request that the gateway let in; nothing when it gave no scope.
    pub(crate) fn of(parts: &Parts) -> Option<Self> {
        let scope = parts.extensions.get::<Scope>()?.clone();
        let settings = parts.extensions.get::<WebSettings>()?.clone();
        let address = parts.extensions.get::<ClientAddress>().map(|address| address.0.to_string());
        let agent = parts.headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok());
        let device = Device::of(&address.unwrap_or_default(), agent.unwrap_or_default());
        let half = half_token(&parts.headers, scope.hub()).map(str::to_owned);
        let challenge = challenge_token(&parts.headers, scope.hub()).map(str::to_owned);
        let provider = provider_token(&parts.headers, scope.hub()).map(str::to_owned);
        let words = Words::of(language(&scope, &parts.headers));
        let wants_json = wants_json(&parts.headers);
        Some(Self { words, settings, wants_json, device, half, challenge, provider, scope })
    }

    /// The language of the office for this visitor.
    pub(crate) fn locale(&self) -> Locale {
        self.words.locale()
    }

    /// What surrounds a page whose title is the message `title`.
    pub(crate) fn frame(&self, title: &str) -> Frame {
        Frame::of(self, self.phrase(title))
    }

    /// A message.
    pub(crate) fn phrase(&self, key: &str) -> Phrase {
        Phrase::of(self.words.get(key), self.locale())
    }

    /// Whether the visitor may do this here.
    pub(crate) fn permits(&self, action: Action) -> bool {
        self.scope.permits(action)
    }
}

impl<S: Sync> FromRequestParts<S> for Visit {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, StatusCode> {
        Self::of(parts).ok_or(StatusCode::INTERNAL_SERVER_ERROR)
    }
}

/// Person, then cookie, then browser, then the collectivity.
fn language(scope: &Scope, headers: &HeaderMap) -> Locale {
    let wanted = scope.person().map(|person| person.locale);
    let accepted = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    wanted
        .or_else(|| chosen(headers))
        .or_else(|| Locale::negotiate(accepted.unwrap_or_default(), &Locale::ALL))
        .unwrap_or(scope.tenant().default_locale)
}

fn chosen(headers: &HeaderMap) -> Option<Locale> {
    let values = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs = values.flat_map(|value| value.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(name, _)| *name == LOCALE_COOKIE).and_then(|(_, value)| Locale::from_code(value))
}

/// The article that a path names; what is no id names none.
pub(crate) fn article_id(text: &str) -> Result<ArticleId> {
    text.parse().map(ArticleId).map_err(|_| Error::NotFound("article"))
}

/// `303 See Other`.
pub(crate) fn see_other(path: &str) -> Response {
    Redirect::to(path).into_response()
}

/// The path to return to after signing in: a page of this office, or its entrance. Anything else,
/// such as an address elsewhere, is not followed.
pub(crate) fn local_path(next: &str) -> &str {
    let is_ours = next
        .strip_prefix("/office")
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/') || rest.starts_with('?'));
    let is_plain = next.chars().all(|character| character.is_ascii_graphic() && character != '\\');
    let is_entrance = next.starts_with("/office/sign-");
    if is_ours && is_plain && !is_entrance && next.len() <= 500 { next } else { "/office" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_pages_of_the_office_are_returned_to() {
        for (next, path) in [
            ("/office/articles", "/office/articles"),
            ("/office/articles?status=draft&after=a%20b", "/office/articles?status=draft&after=a%20b"),
            ("/office", "/office"),
            ("", "/office"),
            ("/", "/office"),
            ("//evil.example/office", "/office"),
            ("https://evil.example/office", "/office"),
            ("/office.evil.example", "/office"),
            ("/office\\evil", "/office"),
            ("/office/\r\nSet-Cookie: a=b", "/office"),
            ("/office/sign-out", "/office"),
        ] {
            assert_eq!(local_path(next), path, "{next:?}");
        }
    }

    #[test]
    fn a_choice_of_language_is_read_from_the_cookie() {
        let mut headers = HeaderMap::new();
        headers.insert(header::COOKIE, "a=b; infitah-locale=fr".parse().expect("a header"));
        assert_eq!(chosen(&headers), Some(Locale::Fr));
    }
}
