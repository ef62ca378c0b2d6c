//! A page that stays, such as "who we are".

use askama::Template;
use axum::extract::Path;
use axum::response::IntoResponse as _;
use infitah_core::news::pages::{self, Found, Page as StoredPage};
use infitah_i18n::Locale;

use super::news::language_name;
use crate::answers::{Answer, moved, page};
use crate::layout::{Page, Room};
use crate::visits::Visit;
use crate::words::{Attributes, CleanHtml, Phrase};

#[derive(Debug, Template)]
#[template(path = "public/page.html")]
pub(super) struct StandingPage {
    pub(super) page: Page,
    pub(super) title: Phrase,
    /// What the language of the text is called, for the notice that it is another one.
    pub(super) language: String,
    pub(super) body: Option<(Attributes, CleanHtml)>,
}

/// `GET /L/pages/{slug}`.
pub(crate) async fn show(visit: Visit, Path((_, slug)): Path<(String, String)>) -> Answer {
    match pages::find_by_slug(&visit.scope, visit.locale(), &slug).await? {
        Found::Here(found) => {
            let surroundings = Page::of(&visit, Room::Other, String::new());
            page(&StandingPage::of(surroundings, &found))
        }
        Found::Moved(found) => Ok(moved(&found.path(visit.locale())).into_response()),
    }
}

impl StandingPage {
    pub(super) fn of(page: Page, stored: &StoredPage) -> Self {
        let mut page = page.sample_if(stored.is_sample);
        let title = page.titled(&stored.titles);
        page.title = title.plain().to_owned();
        page.paths = Locale::ALL.map(|locale| (locale, stored.path(locale))).into();
        let body = page.prose(&stored.bodies);
        Self { language: language_name(&page, title.locale()), title, body, page }
    }
}
