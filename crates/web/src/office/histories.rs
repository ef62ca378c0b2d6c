//! What an article said before: its versions, each beside the one before it word by word, and the
//! way to bring one back.

use askama::Template;
use axum::extract::{Form, Path};
use axum::http::StatusCode;
use infitah_core::ground::calendar;
use infitah_core::ground::error::Error;
use infitah_core::ground::localised::Localised;
use infitah_core::news::articles::{self, Revision, Status};
use infitah_core::news::html;
use infitah_core::programme::words::{self, Piece};
use infitah_core::tenancy::permission::Action;
use infitah_i18n::Locale;

use super::articles::refused;
use super::forms::ArticleForm;
use super::frames::Frame;
use super::visits::{Visit, article_id, see_other};
use crate::answers::{Answer, page_with};
use crate::words::Phrase;

/// The list of versions.
#[derive(Debug, Template)]
#[template(path = "office/history.html")]
pub(crate) struct HistoryPage {
    pub(crate) frame: Frame,
    pub(crate) room: &'static str,
    pub(crate) id: String,
    pub(crate) title: Option<Phrase>,
    pub(crate) lines: Vec<Line>,
}

/// One version in the list.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    pub(crate) version: i32,
    pub(crate) author: Option<String>,
    pub(crate) at: String,
}

/// One version beside the one before it.
#[derive(Debug, Template)]
#[template(path = "office/revision.html")]
pub(crate) struct RevisionPage {
    pub(crate) frame: Frame,
    pub(crate) room: &'static str,
    pub(crate) id: String,
    pub(crate) seen: i32,
    pub(crate) line: Line,
    pub(crate) is_first: bool,
    pub(crate) fields: Vec<Field>,
    pub(crate) may_restore: bool,
}

/// One field in one language.
#[derive(Debug, Clone)]
pub(crate) struct Field {
    pub(crate) label: String,
    pub(crate) locale: Locale,
    pub(crate) pieces: Vec<Piece>,
}

/// `GET /office/articles/{id}/history`.
pub(crate) async fn list(visit: Visit, Path(id): Path<String>) -> Answer {
    let id = article_id(&id)?;
    let article = articles::draft(&visit.scope, id).await?;
    let lines = articles::revisions(&visit.scope, id).await?;
    let page = HistoryPage {
        frame: visit.frame("office-history-title"),
        room: "/office/articles",
        id: id.to_string(),
        title: Phrase::written(&article.titles, visit.locale()),
        lines: lines
            .into_iter()
            .map(|line| Line {
                version: line.version,
                author: line.author,
                at: visit.words.date_time(calendar::local(line.created_at)),
            })
            .collect(),
    };
    page_with(StatusCode::OK, &page)
}

/// `GET /office/articles/{id}/history/{version}`.
pub(crate) async fn show(visit: Visit, Path((id, version)): Path<(String, i32)>) -> Answer {
    let id = article_id(&id)?;
    let article = articles::draft(&visit.scope, id).await?;
    let (revision, before) = articles::revision(&visit.scope, id, version).await?;
    let is_public = matches!(article.status, Status::Published | Status::Scheduled);
    let page = RevisionPage {
        frame: visit.frame("office-revision-title"),
        room: "/office/articles",
        id: id.to_string(),
        seen: article.version,
        is_first: before.is_none(),
        fields: fields(&revision, before.as_ref()),
        may_restore: article.version != revision.version
            && visit.permits(Action::WriteArticle)
            && (!is_public || visit.permits(Action::PublishArticle)),
        line: Line {
            version: revision.version,
            at: visit.words.date_time(calendar::local(revision.created_at)),
            author: revision.author,
        },
    };
    page_with(StatusCode::OK, &page)
}

/// `POST /office/articles/{id}/history/{version}`.
pub(crate) async fn restore(
    visit: Visit,
    Path((id, version)): Path<(String, i32)>,
    Form(form): Form<ArticleForm>,
) -> Answer {
    let id = article_id(&id)?;
    match articles::restore(&visit.scope, id, form.seen(), version).await {
        Ok(article) => Ok(see_other(&format!("/office/articles/{}?done=article-restored", article.id))),
        Err(Error::NotFound(noun)) => Err(Error::NotFound(noun).into()),
        Err(error) => refused(&visit, id, &ArticleForm::default(), error).await,
    }
}

/// What differs, or all of the first version. Bodies are compared by their words.
fn fields(revision: &Revision, before: Option<&Revision>) -> Vec<Field> {
    let none = Localised::default();
    let pick = |one: &Revision| [one.titles.clone(), one.summaries.clone(), one.bodies.map(html::text)];
    let new = pick(revision);
    let old = before.map(pick).unwrap_or_else(|| [none.clone(), none.clone(), none]);
    let mut fields = Vec::new();
    for (name, (new, old)) in ["title", "summary", "body"].into_iter().zip(new.iter().zip(&old)) {
        for locale in Locale::ALL {
            let (before, after) =
                (old.exact(locale).unwrap_or_default(), new.exact(locale).unwrap_or_default());
            if before != after {
                let label = format!("office-editor-field-{name}");
                fields.push(Field { label, locale, pieces: words::diff(before, after) });
            }
        }
    }
    fields
}
