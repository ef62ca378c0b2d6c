//! What is typed of an article or a page, kept as one types: the script of the editor sends it, the editor
//! brings it back, and saving or throwing away ends it.

use axum::Json;
use axum::extract::Form;
use axum::response::IntoResponse as _;
use infitah_core::ground::error::{Error, Result};
use infitah_core::ground::localised::Localised;
use infitah_core::news::autosaves::{self, Autosave, Noun, Typed as Kept};
use infitah_i18n::Locale;
use serde_json::json;
use uuid::Uuid;

use super::typed::Typed;
use super::visits::{Visit, see_other};
use crate::answers::Answer;
use crate::words::Phrase;

/// Names of controls that are not what was typed.
const NOT_TYPED: [&str; 4] = ["key", "version", "then", "note"];

/// Something that was typed and never saved, in the list of its kind.
#[derive(Debug, Clone)]
pub(crate) struct Unsaved {
    pub(crate) path: String,
    pub(crate) title: Option<Phrase>,
    pub(crate) saved_at: String,
}

/// `POST /office/articles/autosave`.
pub(crate) async fn save(visit: Visit, Form(typed): Form<Typed>) -> Answer {
    keep(&visit, Noun::Article, &typed).await
}

/// `POST /office/pages/autosave`.
pub(crate) async fn save_page(visit: Visit, Form(typed): Form<Typed>) -> Answer {
    keep(&visit, Noun::Page, &typed).await
}

/// `POST /office/articles/discard`.
pub(crate) async fn discard(visit: Visit, Form(typed): Form<Typed>) -> Answer {
    throw_away(&visit, Noun::Article, &typed).await
}

/// `POST /office/pages/discard`.
pub(crate) async fn discard_page(visit: Visit, Form(typed): Form<Typed>) -> Answer {
    throw_away(&visit, Noun::Page, &typed).await
}

async fn keep(visit: &Visit, noun: Noun, typed: &Typed) -> Answer {
    let key = key(typed)?;
    let content = typed
        .pairs()
        .filter(|(name, value)| !NOT_TYPED.contains(name) && !value.is_empty())
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
    let version = typed.get("version").parse().unwrap_or(0);
    let saved_at = autosaves::save(&visit.scope, noun, key, version, Kept(content)).await?;
    Ok(Json(json!({ "saved_at": saved_at.to_rfc3339() })).into_response())
}

async fn throw_away(visit: &Visit, noun: Noun, typed: &Typed) -> Answer {
    autosaves::discard(&visit.scope, noun, key(typed)?).await?;
    let is_stored = typed.get("version") != "0";
    let room = room(noun);
    let path = if is_stored { format!("{room}/{}", typed.get("key")) } else { room.to_owned() };
    Ok(see_other(&format!("{path}?done=article-discarded")))
}

/// What this person has typed and never saved.
pub(crate) async fn unsaved(visit: &Visit, noun: Noun) -> Result<Vec<Unsaved>> {
    let all = autosaves::list(&visit.scope, noun).await?;
    Ok(all.iter().filter(|one| one.version == 0).map(|one| Unsaved::of(visit, noun, one)).collect())
}

/// What is typed is saved now, so it is not kept beside that.
pub(crate) async fn forget(visit: &Visit, noun: Noun, key: &str) -> Result<()> {
    match key.parse() {
        Ok(key) => autosaves::discard(&visit.scope, noun, key).await,
        Err(_) => Ok(()),
    }
}

fn room(noun: Noun) -> &'static str {
    match noun {
        Noun::Article => "/office/articles",
        Noun::Page => super::pages::ROOM,
    }
}

fn key(typed: &Typed) -> Result<Uuid> {
    typed.get("key").parse().map_err(|_| Error::invalid("key", "field-unknown-value"))
}

impl Unsaved {
    fn of(visit: &Visit, noun: Noun, autosave: &Autosave) -> Self {
        let title = |locale: Locale| autosave.content.0.get(&format!("title_{}", locale.code())).cloned();
        let titles =
            Localised::new(Locale::ALL.into_iter().filter_map(|locale| Some((locale, title(locale)?))));
        Self {
            path: format!("{}/new?key={}", room(noun), autosave.key),
            title: Phrase::written(&titles, visit.locale()),
            saved_at: visit.words.date_time(infitah_core::ground::calendar::local(autosave.saved_at)),
        }
    }
}
