//! The doors of articles: the list, a new one, and changes to one. Publishing is in
//! [`super::publications`].

use askama::Template;
use axum::extract::{Form, Path, Query};
use axum::http::StatusCode;
use infitah_core::ground::calendar;
use infitah_core::ground::error::{Error, Result};
use infitah_core::ground::ids::ArticleId;
use infitah_core::ground::paging::{Page, PageRequest};
use infitah_core::news::articles::{self, Article, ArticleCard, Desk, OfficeFilter, Status};
use infitah_core::news::autosaves::{self, Noun};
use infitah_core::tenancy::permission::Action;
use infitah_i18n::Locale;
use serde::Deserialize;

use super::autosaves::{Unsaved, forget, unsaved};
use super::breaches;
use super::covers;
use super::editors::EditorPage;
use super::forms::ArticleForm;
use super::frames::Frame;
use super::publications;
use super::visits::{Visit, article_id, see_other};
use crate::answers::{Answer, page_with};
use crate::words::Phrase;

/// What the address of the list says.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Wanted {
    status: String,
    after: Option<String>,
    before: Option<String>,
}

/// What the address of an editor says.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Done {
    pub(crate) done: String,
}

/// What the address of a new article says.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Began {
    pub(crate) key: String,
}

/// The list.
#[derive(Debug, Template)]
#[template(path = "office/articles.html")]
pub(crate) struct ArticlesPage {
    pub(crate) frame: Frame,
    pub(crate) room: &'static str,
    pub(crate) unsaved: Vec<Unsaved>,
    pub(crate) rows: Vec<Row>,
    pub(crate) total: u64,
    pub(crate) statuses: Vec<(&'static str, Phrase, bool)>,
    pub(crate) newer: Option<String>,
    pub(crate) older: Option<String>,
    pub(crate) may_write: bool,
}

/// One article in the list.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    pub(crate) id: String,
    pub(crate) title: Option<Phrase>,
    pub(crate) status_key: String,
    pub(crate) languages: Vec<Locale>,
    pub(crate) updated: String,
    pub(crate) is_sample: bool,
}

/// `GET /office/articles`.
pub(crate) async fn list(visit: Visit, Query(wanted): Query<Wanted>) -> Answer {
    let status = Status::from_code(&wanted.status);
    let request = PageRequest::new(None, wanted.after.as_deref(), None, wanted.before.as_deref())?;
    let articles = articles::office_list(&visit.scope, OfficeFilter { status }, &request).await?;
    let mut page = ArticlesPage::of(&visit, status, articles);
    if visit.permits(Action::WriteArticle) {
        page.unsaved = unsaved(&visit, Noun::Article).await?;
    }
    page_with(StatusCode::OK, &page)
}

/// `GET /office/articles/new`, with the key under which it was typed before, if it was.
pub(crate) async fn new(visit: Visit, Query(began): Query<Began>) -> Answer {
    visit.scope.require(Action::WriteArticle)?;
    let key = began.key.parse().unwrap_or_else(|_| visit.scope.hub().new_request_id());
    let kept = autosaves::find(&visit.scope, Noun::Article, key).await?;
    let form = kept
        .as_ref()
        .map_or_else(|| ArticleForm { key: key.to_string(), ..ArticleForm::default() }, ArticleForm::kept);
    let editor = editor(&visit, None, &form).await?.brought_back(&visit, kept.as_ref());
    page_with(StatusCode::OK, &editor)
}

/// `POST /office/articles`.
pub(crate) async fn create(visit: Visit, Form(form): Form<ArticleForm>) -> Answer {
    match articles::create(&visit.scope, form.input()).await {
        Ok(article) => {
            forget(&visit, Noun::Article, &form.key).await?;
            go_on(&visit, &article, form).await
        }
        Err(Error::Invalid(errors)) if !visit.wants_json => {
            let breaches = breaches::of_article(visit.words, visit.scope.tenant().default_locale, &errors);
            let editor = editor(&visit, None, &form).await?.with_breaches(breaches);
            page_with(StatusCode::UNPROCESSABLE_ENTITY, &editor)
        }
        Err(error) => Err(error.into()),
    }
}

/// `GET /office/articles/{id}`. Who may only read is shown the article as readers see it.
pub(crate) async fn edit(visit: Visit, Path(id): Path<String>, Query(after): Query<Done>) -> Answer {
    let (article, desk) = articles::at_desk(&visit.scope, article_id(&id)?).await?;
    let is_public = matches!(article.status, Status::Published | Status::Scheduled);
    if !visit.permits(Action::WriteArticle) || (is_public && !visit.permits(Action::PublishArticle)) {
        return Ok(see_other(&format!("/office/articles/{}/preview", article.id)));
    }
    let kept = autosaves::find(&visit.scope, Noun::Article, article.id.0).await?;
    let form = kept.as_ref().map_or_else(|| ArticleForm::of(&article), ArticleForm::kept);
    let editor = editor(&visit, Some(&article), &form).await?;
    let mut editor = editor.at_desk(&visit, &article, &desk).brought_back(&visit, kept.as_ref());
    editor.frame = editor.frame.after(&after.done);
    page_with(StatusCode::OK, &editor)
}

/// `POST /office/articles/{id}`.
pub(crate) async fn update(visit: Visit, Path(id): Path<String>, Form(form): Form<ArticleForm>) -> Answer {
    let id = article_id(&id)?;
    match articles::update(&visit.scope, id, form.seen(), form.input()).await {
        Ok(article) => {
            forget(&visit, Noun::Article, &form.key).await?;
            go_on(&visit, &article, form).await
        }
        Err(error) => refused(&visit, id, &form, error).await,
    }
}

/// Saves what a button sent along with it and gives the version that then stands; a button that sent
/// nothing names the version it saw.
pub(crate) async fn save_typed(visit: &Visit, id: ArticleId, form: &ArticleForm) -> Result<i32> {
    if !form.has_text() {
        return Ok(form.seen());
    }
    let saved = articles::update(&visit.scope, id, form.seen(), form.input()).await?;
    forget(visit, Noun::Article, &form.key).await?;
    Ok(saved.version)
}

/// The editor again after core said no, with everything that was typed: broken rules at their
/// fields, or the version that somebody else saved meanwhile beside the form.
pub(crate) async fn refused(visit: &Visit, id: ArticleId, form: &ArticleForm, error: Error) -> Answer {
    match error {
        Error::Invalid(errors) if !visit.wants_json => {
            let stored = articles::at_desk(&visit.scope, id).await?;
            let breaches = breaches::of_article(visit.words, visit.scope.tenant().default_locale, &errors);
            let editor = again(visit, &stored, form).await?.with_breaches(breaches);
            page_with(StatusCode::UNPROCESSABLE_ENTITY, &editor)
        }
        Error::Conflict(key) if !visit.wants_json => {
            let stored = articles::at_desk(&visit.scope, id).await?;
            let editor = again(visit, &stored, form).await?;
            let meanwhile = key == "article-changed-meanwhile" && form.has_text();
            let problem = visit.phrase(key);
            let editor = if meanwhile { editor.beside(&stored.0) } else { editor.with_problem(problem) };
            page_with(StatusCode::CONFLICT, &editor)
        }
        error => Err(error.into()),
    }
}

/// The editor with the pictures that can be chosen.
async fn editor(visit: &Visit, article: Option<&Article>, form: &ArticleForm) -> Result<EditorPage> {
    let covers = covers::offered(visit, form.cover.as_deref().unwrap_or_default()).await?;
    Ok(EditorPage::of(visit, article, form).offering(covers))
}

async fn again(visit: &Visit, (stored, desk): &(Article, Desk), form: &ArticleForm) -> Result<EditorPage> {
    let typed = if form.has_text() {
        form.clone()
    } else {
        let (publish_at, note) = (form.publish_at.clone(), form.note.clone());
        ArticleForm { publish_at, note, ..ArticleForm::of(stored) }
    };
    Ok(editor(visit, Some(stored), &typed).await?.at_desk(visit, stored, desk))
}

/// Where the pressed button leads after saving.
async fn go_on(visit: &Visit, article: &Article, form: ArticleForm) -> Answer {
    match form.then.as_str() {
        "publish" => publications::publish_saved(visit, article, &form).await,
        "preview" => Ok(see_other(&format!("/office/articles/{}/preview", article.id))),
        _ => Ok(see_other(&format!("/office/articles/{}?done=saved", article.id))),
    }
}

/// The message key of where an article stands.
pub(crate) fn status_key(status: Status) -> String {
    format!("article-status-{}", status.code().replace('_', "-"))
}

impl ArticlesPage {
    fn of(visit: &Visit, status: Option<Status>, articles: Page<ArticleCard>) -> Self {
        let code = status.map_or("", Status::code);
        let link = |name: &str, cursor: Option<&str>| {
            cursor.map(|cursor| format!("/office/articles?status={code}&{name}={cursor}"))
        };
        let choice = |one: Status| {
            let name = visit.phrase(&status_key(one));
            (one.code(), name, Some(one) == status)
        };
        Self {
            frame: visit.frame("office-articles-title"),
            room: "/office/articles",
            total: articles.total,
            statuses: Status::ALL.into_iter().map(choice).collect(),
            newer: link("before", articles.start_cursor().filter(|_| articles.has_previous)),
            older: link("after", articles.end_cursor().filter(|_| articles.has_next)),
            unsaved: Vec::new(),
            rows: articles.items.iter().map(|article| Row::of(visit, article)).collect(),
            may_write: visit.permits(Action::WriteArticle),
        }
    }
}

impl Row {
    fn of(visit: &Visit, article: &ArticleCard) -> Self {
        Self {
            id: article.id.to_string(),
            title: Phrase::written(&article.titles, visit.locale()),
            status_key: status_key(article.status),
            languages: article.titles.locales().collect(),
            updated: visit.words.date_time(calendar::local(article.updated_at)),
            is_sample: article.is_sample,
        }
    }
}
