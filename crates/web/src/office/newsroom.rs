//! The way of an article through the newsroom: handed in, returned, given a time, put away. What was
//! typed is saved first, where the button stands in the editor.

use axum::extract::{Form, Path};
use chrono::{DateTime, NaiveDateTime, Utc};
use infitah_core::ground::calendar;
use infitah_core::ground::error::{Error, Result};
use infitah_core::ground::ids::ArticleId;
use infitah_core::news::articles::{self, Article};

use super::articles::{refused, save_typed};
use super::forms::ArticleForm;
use super::visits::{Visit, article_id, see_other};
use crate::answers::Answer;

/// `POST /office/articles/{id}/{verb}` for the verbs of the newsroom.
pub(crate) async fn act(
    visit: Visit,
    Path((id, verb)): Path<(String, String)>,
    Form(form): Form<ArticleForm>,
) -> Answer {
    let id = article_id(&id)?;
    let Some(step) = Step::from_code(&verb) else { return Err(Error::NotFound("page").into()) };
    match step.take(&visit, id, &form).await {
        Ok(article) => Ok(see_other(&format!("/office/articles/{}?done={}", article.id, step.done()))),
        Err(error) => refused(&visit, id, &form, error).await,
    }
}

/// What can be done with an article on its way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Submit,
    Return,
    Schedule,
    Unschedule,
    Archive,
    Unarchive,
}

impl Step {
    fn from_code(code: &str) -> Option<Self> {
        Some(match code {
            "submit" => Self::Submit,
            "return" => Self::Return,
            "schedule" => Self::Schedule,
            "unschedule" => Self::Unschedule,
            "archive" => Self::Archive,
            "unarchive" => Self::Unarchive,
            _ => return None,
        })
    }

    fn done(self) -> &'static str {
        match self {
            Self::Submit => "article-submitted",
            Self::Return => "article-returned",
            Self::Schedule => "article-scheduled",
            Self::Unschedule => "article-unscheduled",
            Self::Archive => "article-archived",
            Self::Unarchive => "article-unarchived",
        }
    }

    async fn take(self, visit: &Visit, id: ArticleId, form: &ArticleForm) -> Result<Article> {
        // A time that cannot be read is told before anything is saved.
        let at = if self == Self::Schedule { Some(time(&form.publish_at)?) } else { None };
        let seen = save_typed(visit, id, form).await?;
        let scope = &visit.scope;
        match (self, at) {
            (Self::Submit, _) => articles::submit(scope, id, seen).await,
            (Self::Return, _) => articles::return_to_writer(scope, id, seen, &form.note).await,
            (Self::Schedule, Some(at)) => articles::schedule(scope, id, seen, at).await,
            (Self::Schedule, None) => Err(Error::invalid("publish_at", "field-required")),
            (Self::Unschedule, _) => articles::unschedule(scope, id, seen).await,
            (Self::Archive, _) => articles::archive(scope, id, seen).await,
            (Self::Unarchive, _) => articles::unarchive(scope, id, seen).await,
        }
    }
}

/// A date and time as browsers send it, `2026-11-30T09:00`, by the clocks of Morocco.
fn time(text: &str) -> Result<DateTime<Utc>> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Error::invalid("publish_at", "field-required"));
    }
    let read = ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M", "%d/%m/%Y %H:%M"]
        .iter()
        .find_map(|form| NaiveDateTime::parse_from_str(text, form).ok());
    read.and_then(calendar::instant).ok_or_else(|| Error::invalid("publish_at", "field-invalid-time"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_those_of_morocco() {
        let read = |text| time(text).map(|time| time.to_rfc3339()).ok();
        assert_eq!(read("2026-11-30T09:00").as_deref(), Some("2026-11-30T08:00:00+00:00"));
        assert_eq!(read("30/11/2026 09:00").as_deref(), Some("2026-11-30T08:00:00+00:00"));
        assert_eq!((read("tomorrow"), read(""), read("2026-02-30T09:00")), (None, None, None));
    }
}
