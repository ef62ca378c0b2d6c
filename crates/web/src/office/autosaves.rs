//! What is typed of an article, kept as one types: the script of the editor sends it, the editor
//! brings it back, and saving or throwing away ends it.

use axum::Json;
use axum::extract::Form;
use axum::response::IntoResponse as _;
use infitah_core::ground::error::{Error, Result};
use infitah_core::ground::localised::Localised;
use infitah_core::news::autosaves::{self, Autosave, Typed as Kept};
use infitah_i18n::Locale;
use serde_json::json;
use uuid::Uuid;

use super::typed::Typed;
use super::visits::{Visit, see_other};
use crate::answers::Answer;
use crate::words::Phrase;

/// Names of controls that are not what was typed.
const NOT_TYPED: [&str; 4] = ["key", "version", "then", "note"];

/// An article that was typed and never saved, in the list of articles.
#[derive(Debug, Clone)]
pub(crate) struct Unsaved {
    pub(crate) path: String,
    pub(crate) title: Option<Phrase>,
    pub(crate) saved_at: String,
}

/// `POST /office/articles/autosave`.
pub(crate) async fn save(visit: Visit, Form(typed): Form<Typed>) -> Answer {
    let key = key(&typed)?;
    let content = typed
        .pairs()
        .filter(|(name, value)| !NOT_TYPED.contains(name) && !value.is_empty())
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
    let version = typed.get("version").parse().unwrap_or(0);
    let saved_at = autosaves::save(&visit.scope, key, version, Kept(content)).await?;
    Ok(Json(json!({ "saved_at": saved_at.to_rfc3339() })).into_response())
}

/// `POST /office/articles/discard`.
pub(crate) async fn discard(visit: Visit, Form(typed): Form<Typed>) -> Answer {
    autosaves::discard(&visit.scope, key(&typed)?).await?;
    let is_stored = typed.get("version") != "0";
    let path = if is_stored {
        format!("/office/articles/{}", typed.get("key"))
    } else {
        "/office/articles".to_owned()
    };
    Ok(see_other(&format!("{path}?done=article-discarded")))
}

/// The articles that this person has typed and never saved.
pub(crate) async fn unsaved(visit: &Visit) -> Result<Vec<Unsaved>> {
    let all = autosaves::list(&visit.scope).await?;
    Ok(all.iter().filter(|one| one.version == 0).map(|one| Unsaved::of(visit, one)).collect())
}

fn key(typed: &Typed) -> Result<Uuid> {
    typed.get("key").parse().map_err(|_| Error::invalid("key", "field-unknown-value"))
}

impl Unsaved {
    fn of(visit: &Visit, autosave: &Autosave) -> Self {
        let title = |locale: Locale| autosave.content.0.get(&format!("title_{}", locale.code())).cloned();
        let titles =
            Localised::new(Locale::ALL.into_iter().filter_map(|locale| Some((locale, title(locale)?))));
        Self {
            path: format!("/office/articles/new?key={}", autosave.key),
            title: Phrase::written(&titles, visit.locale()),
            saved_at: visit.words.date_time(infitah_core::ground::calendar::local(autosave.saved_at)),
        }
    }
}
