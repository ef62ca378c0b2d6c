//! The doors of pages that stay: the list in the order of the menu, the editor, the way to the public
//! and back.

use askama::Template;
use axum::extract::{Form, Path, Query};
use axum::http::StatusCode;
use infitah_core::ground::calendar;
use infitah_core::ground::error::{Error, Result};
use infitah_core::ground::ids::PageId;
use infitah_core::news::autosaves::{self, Autosave, Noun};
use infitah_core::news::html;
use infitah_core::news::pages::{self, Move, Page, PageCard, PageInput, PageStatus};
use infitah_core::tenancy::permission::Action;
use infitah_i18n::Locale;

use super::articles::{Began, Done};
use super::autosaves::{Unsaved, forget, unsaved};
use super::breaches::{self, Breach};
use super::editors::Panel;
use super::forms::paragraphs;
use super::frames::Frame;
use super::typed::Typed;
use super::visits::{Visit, see_other};
use crate::answers::{Answer, page_with};
use crate::words::Phrase;

/// The room of the menu.
pub(crate) const ROOM: &str = "/office/pages";

/// The list.
#[derive(Debug, Template)]
#[template(path = "office/pages.html")]
pub(crate) struct PagesPage {
    pub(crate) frame: Frame,
    pub(crate) room: &'static str,
    pub(crate) rows: Vec<Row>,
    /// Pages that this person has typed and never saved.
    pub(crate) unsaved: Vec<Unsaved>,
}

/// One page in the list.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    pub(crate) id: String,
    pub(crate) title: Phrase,
    pub(crate) status_key: String,
    pub(crate) in_menu: bool,
    pub(crate) is_first: bool,
    pub(crate) is_last: bool,
    pub(crate) is_sample: bool,
}

/// The editor.
#[derive(Debug, Template)]
#[template(path = "office/page_editor.html")]
pub(crate) struct PageEditor {
    pub(crate) frame: Frame,
    pub(crate) room: &'static str,
    /// What is known of a stored page.
    pub(crate) stored: Option<Stored>,
    pub(crate) panels: Vec<Panel>,
    pub(crate) in_menu: bool,
    /// Files may be sent to the library from here.
    pub(crate) may_send: bool,
    /// Under which what is typed is kept.
    pub(crate) key: String,
    /// The version that is being changed; 0 for a new page.
    pub(crate) version: i32,
    /// When what is in the form was typed, if it was never saved.
    pub(crate) brought_back: Option<String>,
    pub(crate) breaches: Vec<Breach>,
    pub(crate) problem: Option<Phrase>,
    /// What somebody else stored meanwhile: language, title and body.
    pub(crate) theirs: Vec<(Locale, String, String)>,
}

/// What is known of a stored page.
#[derive(Debug, Clone)]
pub(crate) struct Stored {
    pub(crate) id: String,
    pub(crate) version: i32,
    pub(crate) status_key: String,
    pub(crate) is_public: bool,
    pub(crate) public_url: String,
}

/// `GET /office/pages`.
pub(crate) async fn list(visit: Visit, Query(after): Query<Done>) -> Answer {
    let all = pages::office_list(&visit.scope).await?;
    let last = all.len().saturating_sub(1);
    let rows = all.iter().enumerate().map(|(place, page)| Row::of(&visit, page, place == 0, place == last));
    let frame = visit.frame("office-pages-title").after(&after.done);
    let unsaved = unsaved(&visit, Noun::Page).await?;
    page_with(StatusCode::OK, &PagesPage { room: ROOM, rows: rows.collect(), unsaved, frame })
}

/// `GET /office/pages/new`, with the key under which it was typed before, if it was.
pub(crate) async fn new(visit: Visit, Query(began): Query<Began>) -> Answer {
    visit.scope.require(Action::ManagePages)?;
    let key = began.key.parse().unwrap_or_else(|_| visit.scope.hub().new_request_id());
    let kept = autosaves::find(&visit.scope, Noun::Page, key).await?;
    let typed = kept.as_ref().map_or_else(|| Typed::default().with("in_menu", "yes"), typed_before);
    let typed = typed.instead("key", &key.to_string());
    page_with(StatusCode::OK, &PageEditor::of(&visit, None, &typed).brought_back(&visit, kept.as_ref()))
}

/// `POST /office/pages`.
pub(crate) async fn create(visit: Visit, Form(typed): Form<Typed>) -> Answer {
    match pages::create(&visit.scope, input(&typed)).await {
        Ok(page) => {
            forget(&visit, Noun::Page, typed.get("key")).await?;
            then(&visit, page, &typed).await
        }
        Err(error) => refused(&visit, None, &typed, error),
    }
}

/// `GET /office/pages/{id}`.
pub(crate) async fn edit(visit: Visit, Path(id): Path<String>, Query(after): Query<Done>) -> Answer {
    let page = pages::draft(&visit.scope, page_id(&id)?).await?;
    let kept = autosaves::find(&visit.scope, Noun::Page, page.id.0).await?;
    let typed = kept.as_ref().map_or_else(|| typed_of(&page), typed_before);
    let mut editor = PageEditor::of(&visit, Some(&page), &typed).brought_back(&visit, kept.as_ref());
    editor.frame = editor.frame.after(&after.done);
    page_with(StatusCode::OK, &editor)
}

/// `POST /office/pages/{id}`.
pub(crate) async fn update(visit: Visit, Path(id): Path<String>, Form(typed): Form<Typed>) -> Answer {
    let id = page_id(&id)?;
    match pages::update(&visit.scope, id, typed.seen(), input(&typed)).await {
        Ok(page) => {
            forget(&visit, Noun::Page, &id.to_string()).await?;
            then(&visit, page, &typed).await
        }
        Err(error) => {
            let stored = pages::draft(&visit.scope, id).await?;
            refused(&visit, Some(&stored), &typed, error)
        }
    }
}

/// `POST /office/pages/{id}/take-back`.
pub(crate) async fn take_back(visit: Visit, Path(id): Path<String>, Form(typed): Form<Typed>) -> Answer {
    let id = page_id(&id)?;
    match pages::take_back(&visit.scope, id, typed.seen()).await {
        Ok(_) => Ok(see_other(&format!("{ROOM}/{id}?done=page-taken-back"))),
        Err(error) => {
            let stored = pages::draft(&visit.scope, id).await?;
            refused(&visit, Some(&stored), &typed_of(&stored), error)
        }
    }
}

/// `POST /office/pages/{id}/up`.
pub(crate) async fn up(visit: Visit, Path(id): Path<String>) -> Answer {
    pages::move_to(&visit.scope, page_id(&id)?, Move::Up).await?;
    Ok(see_other(&format!("{ROOM}?done=page-moved")))
}

/// `POST /office/pages/{id}/down`.
pub(crate) async fn down(visit: Visit, Path(id): Path<String>) -> Answer {
    pages::move_to(&visit.scope, page_id(&id)?, Move::Down).await?;
    Ok(see_other(&format!("{ROOM}?done=page-moved")))
}

fn page_id(text: &str) -> Result<PageId> {
    text.parse().map(PageId).map_err(|_| Error::NotFound("page"))
}

fn input(typed: &Typed) -> PageInput {
    PageInput {
        titles: typed.texts("title"),
        bodies: typed.texts("body").map(paragraphs),
        slugs: typed.texts("slug").map(|slug| slug.trim().to_owned()),
        in_menu: typed.get("in_menu") == "yes",
    }
}

/// A stored page as it is typed. Until a page was public its addresses follow its titles.
fn typed_of(page: &Page) -> Typed {
    let typed = Typed::default()
        .with("version", page.version)
        .with("in_menu", if page.in_menu { "yes" } else { "" })
        .with_texts("title", &page.titles)
        .with_texts("body", &page.bodies);
    let slugs = page.published_at.map(|_| page.slugs()).unwrap_or_default();
    slugs.into_iter().fold(typed, |typed, (locale, slug)| typed.with(&format!("slug_{locale}"), slug))
}

/// What was typed before and not saved, with the version that it changes.
fn typed_before(kept: &Autosave) -> Typed {
    let pairs = kept.content.0.iter().map(|(name, text)| (name.clone(), text.clone()));
    Typed::new(pairs.collect()).with("version", kept.version)
}

/// Where the pressed button leads after saving.
async fn then(visit: &Visit, page: Page, typed: &Typed) -> Answer {
    if typed.get("then") != "publish" {
        return Ok(see_other(&format!("{ROOM}/{}?done=page-saved", page.id)));
    }
    match pages::publish(&visit.scope, page.id, page.version).await {
        Ok(_) => Ok(see_other(&format!("{ROOM}/{}?done=page-published", page.id))),
        Err(error) => refused(visit, Some(&page), &typed_of(&page), error),
    }
}

/// The editor again after core said no, with everything that was typed.
fn refused(visit: &Visit, stored: Option<&Page>, typed: &Typed, error: Error) -> Answer {
    let mut editor = PageEditor::of(visit, stored, typed);
    let status = match error {
        _ if visit.wants_json => return Err(error.into()),
        Error::Invalid(errors) => {
            let main = visit.scope.tenant().default_locale;
            editor.breaches = breaches::of_article(visit.words, main, &errors);
            Panel::mark(&mut editor.panels, &editor.breaches);
            StatusCode::UNPROCESSABLE_ENTITY
        }
        Error::Conflict("page-changed-meanwhile") => {
            let side = |page: &Page| {
                let title = |locale| page.titles.exact(locale).unwrap_or_default().to_owned();
                let body = |locale| html::in_office(page.bodies.exact(locale).unwrap_or_default());
                let locales = Locale::ALL.into_iter().filter(|&one| page.titles.exact(one).is_some());
                locales.map(|locale| (locale, title(locale), body(locale))).collect()
            };
            editor.theirs = stored.map(side).unwrap_or_default();
            editor.problem = Some(visit.phrase("office-conflict-text-unnamed"));
            StatusCode::CONFLICT
        }
        Error::Conflict(key) => {
            editor.problem = Some(visit.phrase(key));
            StatusCode::CONFLICT
        }
        error => return Err(error.into()),
    };
    page_with(status, &editor)
}

impl PageEditor {
    /// The same with a word about when the text in it was typed.
    fn brought_back(mut self, visit: &Visit, kept: Option<&Autosave>) -> Self {
        if let Some(kept) = kept {
            self.brought_back = Some(visit.words.date_time(calendar::local(kept.saved_at)));
            self.version = kept.version;
        }
        self
    }

    fn of(visit: &Visit, page: Option<&Page>, typed: &Typed) -> Self {
        let names: Vec<(&'static str, Locale, String)> = ["title", "body", "slug"]
            .into_iter()
            .flat_map(|name| Locale::ALL.map(|locale| (name, locale, format!("{name}_{}", locale.code()))))
            .collect();
        let value = |name: &'static str, locale: Locale| {
            let control = names.iter().find(|one| one.0 == name && one.1 == locale);
            control.map_or("", |(.., control)| typed.get(control))
        };
        Self {
            frame: visit.frame(if page.is_some() { "office-page-edit" } else { "office-page-new" }),
            room: ROOM,
            stored: page.map(|page| Stored::of(visit, page)),
            panels: Panel::all(visit.scope.tenant().default_locale, &["title", "body"], value),
            in_menu: typed.get("in_menu") == "yes",
            may_send: visit.permits(Action::ManageMedia),
            key: page.map_or_else(|| typed.get("key").to_owned(), |page| page.id.to_string()),
            version: page.map_or(0, |page| page.version),
            brought_back: None,
            breaches: Vec::new(),
            problem: None,
            theirs: Vec::new(),
        }
    }

    /// Everyone sees the page already.
    fn is_public(&self) -> bool {
        self.stored.as_ref().is_some_and(|stored| stored.is_public)
    }
}

impl Stored {
    fn of(visit: &Visit, page: &Page) -> Self {
        Self {
            id: page.id.to_string(),
            version: page.version,
            status_key: format!("page-status-{}", page.status.code()),
            is_public: page.status == PageStatus::Published,
            public_url: format!("{}{}", visit.scope.tenant().url, page.path(visit.locale())),
        }
    }
}

impl Row {
    fn of(visit: &Visit, page: &PageCard, is_first: bool, is_last: bool) -> Self {
        let title = Phrase::written(&page.titles, visit.locale());
        Self {
            id: page.id.to_string(),
            title: title.unwrap_or_else(|| Phrase::own("", visit.locale())),
            status_key: format!("page-status-{}", page.status.code()),
            in_menu: page.in_menu,
            is_first,
            is_last,
            is_sample: page.is_sample,
        }
    }
}
