//! The pictures of the library as the script of the editor reads them, page by page.

use axum::Json;
use axum::response::IntoResponse as _;
use infitah_core::ground::localised::Localised;
use infitah_core::ground::paging::PageRequest;
use infitah_core::media::{self, Filter, Group, Medium};
use serde_json::{Value, json};

use super::media::ROOM;
use super::visits::Visit;
use crate::answers::Answer;
use crate::pictures::Picture;

/// Pictures of one page.
const ITEMS: i64 = 24;

/// `GET /office/media?kind=picture`, asked by a script.
pub(crate) async fn list(visit: &Visit, after: Option<&str>) -> Answer {
    let filter = Filter { group: Some(Group::Picture), unused: false };
    let found = media::list(&visit.scope, filter, &PageRequest::new(Some(ITEMS), after, None, None)?).await?;
    let next = found.end_cursor().filter(|_| found.has_next);
    let next = next.map(|cursor| format!("{ROOM}?kind=picture&after={cursor}"));
    let pictures: Vec<Value> =
        found.items.iter().map(|held| described(visit, &held.medium, held.version)).collect();
    Ok(Json(json!({ "pictures": pictures, "next": next })).into_response())
}

/// A file with what a page needs to show it, if it is a picture.
pub(crate) fn described(visit: &Visit, medium: &Medium, version: i32) -> Value {
    let mut said = json!({
        "id": medium.id.to_string(),
        "name": medium.file_name,
        "version": version,
        "titles": texts(&medium.titles),
        "alternatives": texts(&medium.alternatives),
    });
    if let Some(picture) = Picture::in_office(medium, visit.locale()) {
        said["path"] = medium.path().into();
        said["src"] = picture.src.into();
        said["srcset"] = picture.srcset.into();
        said["width"] = picture.width.into();
        said["height"] = picture.height.into();
    }
    said
}

fn texts(texts: &Localised) -> Value {
    texts
        .iter()
        .map(|(locale, text)| (locale.code().to_owned(), Value::from(text)))
        .collect::<serde_json::Map<_, _>>()
        .into()
}
