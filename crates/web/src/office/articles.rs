//! The doors of articles: the list, a new one, and changes to one. Publishing is in
//! [`super::publications`].

use askama::Template;
use axum::extract::{Form, Path, Query};
use axum::http::StatusCode;
use infitah_core::ground::calendar;
use infitah_core::ground::error::Error;
use infitah_core::ground::ids::ArticleId;
use infitah_core::ground::paging::{Page, PageRequest};
use infitah_core::news::articles::{self, Article, ArticleCard, OfficeFilter, Status};
use infitah_core::tenancy::permission::Action;
use infitah_i18n::Locale;
use serde::Deserialize;

use super::breaches;
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
    done: String,
}

/// The list.
#[derive(Debug, Template)]
#[template(path = "office/articles.html")]
pub(crate) struct ArticlesPage {
    pub(crate) frame: Frame,
    pub(crate) room: &'static str,
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
    page_with(StatusCode::OK, &ArticlesPage::of(&visit, status, articles))
}

/// `GET /office/articles/new`.
pub(crate) async fn new(visit: Visit) -> Answer {
    visit.scope.require(Action::WriteArticle)?;
    page_with(StatusCode::OK, &EditorPage::of(&visit, None, &ArticleForm::default()))
}

/// `POST /office/articles`.
pub(crate) async fn create(visit: Visit, Form(form): Form<ArticleForm>) -> Answer {
    match articles::create(&visit.scope, form.input()).await {
        Ok(article) => go_on(&visit, &article, form).await,
        Err(Error::Invalid(errors)) if !visit.wants_json => {
            let breaches = breaches::of_article(visit.words, visit.scope.tenant().default_locale, &errors);
            let editor = EditorPage::of(&visit, None, &form).with_breaches(breaches);
            page_with(StatusCode::UNPROCESSABLE_ENTITY, &editor)
        }
        Err(error) => Err(error.into()),
    }
}

/// `GET /office/articles/{id}`. Who may only read is shown the article as readers see it.
pub(crate) async fn edit(visit: Visit, Path(id): Path<String>, Query(after): Query<Done>) -> Answer {
    let article = articles::draft(&visit.scope, article_id(&id)?).await?;
    let is_public = article.status == Status::Published;
    if !visit.permits(Action::WriteArticle) || (is_public && !visit.permits(Action::PublishArticle)) {
        return Ok(see_other(&format!("/office/articles/{}/preview", article.id)));
    }
    let mut editor = EditorPage::of(&visit, Some(&article), &ArticleForm::of(&article));
    editor.frame = editor.frame.after(&after.done);
    page_with(StatusCode::OK, &editor)
}

/// `POST /office/articles/{id}`.
pub(crate) async fn update(visit: Visit, Path(id): Path<String>, Form(form): Form<ArticleForm>) -> Answer {
    let id = article_id(&id)?;
    match articles::update(&visit.scope, id, form.seen(), form.input()).await {
        Ok(article) => go_on(&visit, &article, form).await,
        Err(error) => refused(&visit, id, &form, error).await,
    }
}

/// The editor again after core said no, with everything that was typed: broken rules at their
/// fields, or the version that somebody else saved meanwhile beside the form.
pub(crate) async fn refused(visit: &Visit, id: ArticleId, form: &ArticleForm, error: Error) -> Answer {
    match error {
        Error::Invalid(errors) if !visit.wants_json => {
            let stored = articles::draft(&visit.scope, id).await?;
            let breaches = breaches::of_article(visit.words, visit.scope.tenant().default_locale, &errors);
            page_with(StatusCode::UNPROCESSABLE_ENTITY, &again(visit, &stored, form).with_breaches(breaches))
        }
        Error::Conflict(key) if !visit.wants_json => {
            let stored = articles::draft(&visit.scope, id).await?;
            let editor = again(visit, &stored, form);
            let meanwhile = key == "article-changed-meanwhile" && form.has_text();
            let problem = visit.phrase(key);
            let editor = if meanwhile { editor.beside(&stored) } else { editor.with_problem(problem) };
            page_with(StatusCode::CONFLICT, &editor)
        }
        error => Err(error.into()),
    }
}

fn again(visit: &Visit, stored: &Article, form: &ArticleForm) -> EditorPage {
    if form.has_text() {
        return EditorPage::of(visit, Some(stored), form);
    }
    EditorPage::of(visit, Some(stored), &ArticleForm::of(stored))
}

/// Where the pressed button leads after saving.
async fn go_on(visit: &Visit, article: &Article, form: ArticleForm) -> Answer {
    match form.then.as_str() {
        "publish" => publications::publish_saved(visit, article, &form).await,
        "preview" => Ok(see_other(&format!("/office/articles/{}/preview", article.id))),
        _ => Ok(see_other(&format!("/office/articles/{}?done=saved", article.id))),
    }
}

impl ArticlesPage {
    fn of(visit: &Visit, status: Option<Status>, articles: Page<ArticleCard>) -> Self {
        let code = status.map_or("", Status::code);
        let link = |name: &str, cursor: Option<&str>| {
            cursor.map(|cursor| format!("/office/articles?status={code}&{name}={cursor}"))
        };
        let choice = |one: Status| {
            let name = visit.phrase(&format!("article-status-{}", one.code()));
            (one.code(), name, Some(one) == status)
        };
        Self {
            frame: visit.frame("office-articles-title"),
            room: "/office/articles",
            total: articles.total,
            statuses: Status::ALL.into_iter().map(choice).collect(),
            newer: link("before", articles.start_cursor().filter(|_| articles.has_previous)),
            older: link("after", articles.end_cursor().filter(|_| articles.has_next)),
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
            status_key: format!("article-status-{}", article.status.code()),
            languages: article.titles.locales().collect(),
            updated: visit.words.date_time(calendar::local(article.updated_at)),
            is_sample: article.is_sample,
        }
    }
}
