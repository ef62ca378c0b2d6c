//! A visit to the public pages: which site, in which language, at which path. Every door takes
//! one, so that no door reads extensions or headers by itself.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, Uri, header};
use infitah_core::ground::error::Error;
use infitah_core::ground::paging::PageRequest;
use infitah_core::news::pages::{self, PageCard};
use infitah_core::tenancy::scope::{PublicScope, Scope};
use infitah_i18n::{Locale, Words};
use serde::Deserialize;

use crate::answers::Fault;
use crate::layout::{Page, Room};
use crate::{ClientAddress, WebSettings};

/// One request for a public page.
#[derive(Debug, Clone)]
pub(crate) struct Visit {
    /// The site.
    pub(crate) scope: PublicScope,
    /// The words of the page's language.
    pub(crate) words: Words,
    /// The address that was asked for, without scheme and host.
    pub(crate) uri: Uri,
    /// The program runs as a demonstration.
    pub(crate) is_demo: bool,
    /// The pages that the site has in its menu.
    pub(crate) menu: Vec<PageCard>,
}

/// One request that may change something: a form sent, or a page behind a personal link.
#[derive(Debug, Clone)]
pub(crate) struct ActingVisit {
    /// The visit.
    pub(crate) visit: Visit,
    /// Site and actor.
    pub(crate) scope: Scope,
    /// The network address of the visitor.
    pub(crate) address: String,
}

impl Visit {
    /// The language of the page.
    pub(crate) fn locale(&self) -> Locale {
        self.words.locale()
    }

    /// Whether this is the network's own site.
    pub(crate) fn is_network(&self) -> bool {
        self.scope.tenant().is_network()
    }

    /// The surroundings of a page whose title is the message `title`.
    pub(crate) fn page(&self, room: Room, title: &str) -> Page {
        Page::of(self, room, self.words.plain(title, &[]))
    }
}

impl<S: Sync> FromRequestParts<S> for Visit {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Fault> {
        let scope = parts.extensions.get::<PublicScope>().cloned();
        let scope = scope.ok_or_else(|| Error::internal("a request without a site reached a page"))?;
        let locale = path_locale(parts.uri.path()).ok_or(Error::NotFound("page"))?;
        let settings = parts.extensions.get::<WebSettings>();
        let is_demo = settings.is_some_and(|settings| settings.demo_mail_dir.is_some());
        let menu = pages::menu(&scope).await?;
        Ok(Self { scope, words: Words::of(locale), uri: parts.uri.clone(), is_demo, menu })
    }
}

impl<S: Sync> FromRequestParts<S> for ActingVisit {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Fault> {
        let visit = Visit::from_request_parts(parts, state).await?;
        let scope = parts.extensions.get::<Scope>().cloned();
        let scope = scope.ok_or_else(|| Error::internal("a form reached its door without an actor"))?;
        let address = parts.extensions.get::<ClientAddress>().map(|address| address.0.to_string());
        Ok(Self { visit, scope, address: address.unwrap_or_default() })
    }
}

/// The language that a path names.
pub(crate) fn path_locale(path: &str) -> Option<Locale> {
    path.split('/').nth(1).and_then(Locale::from_code)
}

/// Whether a client asks for JSON and not, as browsers do, for HTML.
pub(crate) fn wants_json(headers: &HeaderMap) -> bool {
    let accept = headers.get(header::ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let mut kinds = accept.split(',').filter_map(|range| range.split(';').next()).map(str::trim);
    let is_json = |kind: &str| kind == "application/json" || kind.ends_with("+json");
    !accept.contains("html") && kinds.any(is_json)
}

/// The position in a list, as addresses carry it.
#[derive(Debug, Clone, Default, Deserialize)]
pub(crate) struct Paging {
    #[serde(default)]
    after: String,
    #[serde(default)]
    before: String,
}

impl Paging {
    /// The page of a list with so many items; forwards when both directions are named.
    pub(crate) fn request(&self, items: i64) -> Result<PageRequest, Error> {
        match (self.after.as_str(), self.before.as_str()) {
            ("", "") => PageRequest::new(Some(items), None, None, None),
            ("", before) => PageRequest::new(None, None, Some(items), Some(before)),
            (after, _) => PageRequest::new(Some(items), Some(after), None, None),
        }
    }
}
