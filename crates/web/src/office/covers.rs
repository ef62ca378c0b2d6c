//! The picture at the head of an article, as its form offers it: the one it has, and the newest of the
//! library. Without scripts one of these is ticked; with them the whole library is at hand.

use infitah_core::ground::error::{Error, Result};
use infitah_core::ground::ids::MediaId;
use infitah_core::ground::paging::PageRequest;
use infitah_core::media::{self, Filter, Group, Held};

use super::media::medium_id;
use super::visits::Visit;
use crate::pictures::Picture;
use crate::words::Phrase;

/// Pictures that the form offers without scripts.
const MOST: u32 = 11;

/// One picture to choose.
#[derive(Debug, Clone)]
pub(crate) struct CoverChoice {
    pub(crate) id: String,
    pub(crate) name: Phrase,
    pub(crate) picture: Picture,
    pub(crate) is_chosen: bool,
    /// It says nothing yet to those who do not see it, so it cannot be chosen.
    pub(crate) is_mute: bool,
}

/// The pictures that an article may have, the chosen one first.
pub(crate) async fn offered(visit: &Visit, chosen: &str) -> Result<Vec<CoverChoice>> {
    let filter = Filter { group: Some(Group::Picture), unused: false };
    let mut found = media::list(&visit.scope, filter, &PageRequest::first(MOST)).await?.items;
    // What is no picture of the library is refused when it is saved.
    let chosen = medium_id(chosen).ok();
    if let Some(id) = chosen.filter(|id| found.iter().all(|held| held.medium.id != *id)) {
        match media::find(&visit.scope, id).await {
            Ok(held) => found.push(held),
            Err(Error::NotFound(_)) => {}
            Err(error) => return Err(error),
        }
    }
    found.sort_by_key(|held| Some(held.medium.id) != chosen);
    Ok(found.iter().filter_map(|held| CoverChoice::of(visit, held, chosen)).collect())
}

impl CoverChoice {
    fn of(visit: &Visit, held: &Held, chosen: Option<MediaId>) -> Option<Self> {
        let picture = Picture::in_office(&held.medium, visit.locale())?;
        let name = Phrase::written(&held.medium.titles, visit.locale());
        Some(Self {
            id: held.medium.id.to_string(),
            name: name.unwrap_or_else(|| Phrase::own(held.medium.file_name.clone(), visit.locale())),
            is_mute: picture.alternative.is_none(),
            is_chosen: Some(held.medium.id) == chosen,
            picture: picture.adorning(),
        })
    }
}
