//! Making an article public and taking it back, and looking at it before.

use askama::Template;
use axum::extract::{Form, Path, Query};
use axum::http::StatusCode;
use chrono::NaiveDate;
use infitah_core::ground::calendar;
use infitah_core::ground::error::Error;
use infitah_core::news::articles::{self, Article, Status};
use infitah_core::news::html;
use infitah_core::tenancy::permission::Action;
use infitah_i18n::{Locale, Words};
use serde::Deserialize;

use super::articles::{refused, save_typed};
use super::forms::ArticleForm;
use super::frames::Frame;
use super::visits::{Visit, article_id, see_other};
use crate::answers::{Answer, page_with};
use crate::layout::{Page, Room, Site};
use crate::pictures::Picture;
use crate::words::Phrase;

/// What the address of a preview says.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Reading {
    locale: String,
}

/// The version that was seen.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Seen {
    version: String,
}

/// The article as readers will see it, in the language of the reader; the banner is in that of the
/// office.
#[derive(Debug, Template)]
#[template(path = "office/preview.html")]
pub(crate) struct PreviewPage {
    pub(crate) frame: Frame,
    pub(crate) page: Page,
    pub(crate) id: String,
    pub(crate) category: Option<String>,
    pub(crate) date: Option<NaiveDate>,
    pub(crate) title: Option<Phrase>,
    pub(crate) summary: Option<Phrase>,
    pub(crate) cover: Option<Picture>,
    pub(crate) body: Option<(Locale, String)>,
    pub(crate) may_edit: bool,
}

/// The question before an article is taken back.
#[derive(Debug, Template)]
#[template(path = "office/unpublish.html")]
pub(crate) struct UnpublishPage {
    pub(crate) frame: Frame,
    pub(crate) room: &'static str,
    pub(crate) id: String,
    pub(crate) version: i32,
    pub(crate) title: Option<Phrase>,
}

/// `GET /office/articles/{id}/preview`.
pub(crate) async fn preview(visit: Visit, Path(id): Path<String>, Query(reading): Query<Reading>) -> Answer {
    let article = articles::draft(&visit.scope, article_id(&id)?).await?;
    let locale = Locale::from_code(&reading.locale).unwrap_or(visit.scope.tenant().default_locale);
    page_with(StatusCode::OK, &PreviewPage::of(&visit, &article, locale))
}

/// `POST /office/articles/{id}/publish`: what was typed is saved first, when it is sent along.
pub(crate) async fn publish(visit: Visit, Path(id): Path<String>, Form(form): Form<ArticleForm>) -> Answer {
    let id = article_id(&id)?;
    visit.scope.require(Action::PublishArticle)?;
    let done = async {
        let seen = save_typed(&visit, id, &form).await?;
        articles::publish(&visit.scope, id, seen).await
    };
    match done.await {
        Ok(article) => Ok(published(&article)),
        Err(error) => refused(&visit, id, &form, error).await,
    }
}

/// Publishes an article that was saved a moment ago.
pub(crate) async fn publish_saved(visit: &Visit, article: &Article, form: &ArticleForm) -> Answer {
    if article.status == Status::Published {
        return Ok(published(article));
    }
    match articles::publish(&visit.scope, article.id, article.version).await {
        Ok(article) => Ok(published(&article)),
        Err(error) => refused(visit, article.id, form, error).await,
    }
}

/// `GET /office/articles/{id}/unpublish`.
pub(crate) async fn ask_unpublish(visit: Visit, Path(id): Path<String>) -> Answer {
    visit.scope.require(Action::UnpublishArticle)?;
    let article = articles::draft(&visit.scope, article_id(&id)?).await?;
    if article.status != Status::Published {
        return refused(
            &visit,
            article.id,
            &ArticleForm::default(),
            Error::Conflict("article-not-published"),
        )
        .await;
    }
    page_with(StatusCode::OK, &UnpublishPage::of(&visit, &article))
}

/// `POST /office/articles/{id}/unpublish`.
pub(crate) async fn unpublish(visit: Visit, Path(id): Path<String>, Form(form): Form<Seen>) -> Answer {
    let id = article_id(&id)?;
    let seen = form.version.trim().parse().unwrap_or(-1);
    match articles::unpublish(&visit.scope, id, seen).await {
        Ok(article) => Ok(see_other(&format!("/office/articles/{}?done=unpublished", article.id))),
        Err(error) => refused(&visit, id, &ArticleForm::default(), error).await,
    }
}

fn published(article: &Article) -> axum::response::Response {
    see_other(&format!("/office/articles/{}?done=published", article.id))
}

impl PreviewPage {
    fn of(visit: &Visit, article: &Article, locale: Locale) -> Self {
        let frame = visit.frame("office-preview-title");
        let site = Site::of(visit.scope.public());
        let page = Page::new(Words::of(locale), site, Room::News, "/", frame.title.plain().to_owned())
            .sample_if(article.is_sample);
        Self {
            page: reader_page(page, article),
            frame,
            id: article.id.to_string(),
            category: article.category.clone(),
            date: article.published_at.map(calendar::day),
            title: Phrase::written(&article.titles, locale),
            summary: Phrase::written(&article.summaries, locale),
            body: article.bodies.shown(locale).map(|shown| (shown.locale, html::in_office(shown.text))),
            cover: article.cover.as_ref().map(|cover| Picture::at_desk(cover, locale)),
            may_edit: visit.permits(Action::WriteArticle)
                && (article.status != Status::Published || visit.permits(Action::PublishArticle)),
        }
    }
}

/// The page of a reader, kept to ourselves; the switch of languages stays within the preview.
fn reader_page(mut page: Page, article: &Article) -> Page {
    page.is_private = true;
    for (locale, path) in &mut page.paths {
        *path = format!("/office/articles/{}/preview?locale={}", article.id, locale.code());
    }
    page
}

impl UnpublishPage {
    fn of(visit: &Visit, article: &Article) -> Self {
        Self {
            frame: visit.frame("office-unpublish-confirm-title"),
            room: "/office/articles",
            id: article.id.to_string(),
            version: article.version,
            title: Phrase::written(&article.titles, visit.locale()),
        }
    }
}
