//! The doors of the library: the grid, one file with what it is called and shows, and taking one
//! away. Taking files in is in [`super::uploads`].

use askama::Template;
use axum::extract::{Form, Path, Query};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::IntoResponse as _;
use infitah_core::ground::calendar;
use infitah_core::ground::error::{Error, Result};
use infitah_core::ground::ids::MediaId;
use infitah_core::ground::paging::PageRequest;
use infitah_core::media::{self, Filter, Group, Held, MediumInput, Room, UseKind};
use infitah_core::tenancy::permission::Action;
use infitah_i18n::Arg;
use serde::Deserialize;

use super::fields::{Broken, Choice, Control, FormView, Part};
use super::form_page::FormPage;
use super::frames::Frame;
use super::picture_lists;
use super::typed::Typed;
use super::visits::{Visit, see_other};
use crate::answers::{Answer, page_with};
use crate::cards::Turns;
use crate::pictures::{Picture, size};
use crate::words::Phrase;

/// The room of the menu.
pub(crate) const ROOM: &str = "/office/media";

/// What the address of the list says.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Wanted {
    kind: String,
    unused: String,
    after: Option<String>,
    before: Option<String>,
    done: String,
}

/// The grid.
#[derive(Debug, Template)]
#[template(path = "office/media.html")]
pub(crate) struct MediaPage {
    pub(crate) frame: Frame,
    pub(crate) room: &'static str,
    pub(crate) tiles: Vec<Tile>,
    pub(crate) total: u64,
    pub(crate) groups: Vec<Choice>,
    pub(crate) unused: bool,
    pub(crate) turns: Turns,
    pub(crate) space: Space,
    /// The word of this page for what it sends; none for who may not send.
    pub(crate) key: Option<String>,
    pub(crate) breaches: Vec<Broken>,
}

/// One file in the grid.
#[derive(Debug, Clone)]
pub(crate) struct Tile {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) title: Option<Phrase>,
    pub(crate) kind: String,
    pub(crate) picture: Option<Picture>,
    pub(crate) size: Phrase,
    pub(crate) pixels: Option<String>,
    pub(crate) sent_on: String,
    pub(crate) author: Option<String>,
    pub(crate) uses: Vec<Used>,
    pub(crate) is_published: bool,
    /// A picture without a word for those who do not see it.
    pub(crate) is_mute: bool,
}

/// One place where a file is used.
#[derive(Debug, Clone)]
pub(crate) struct Used {
    pub(crate) kind: String,
    pub(crate) title: Option<Phrase>,
    pub(crate) href: Option<String>,
}

/// How full the room is.
#[derive(Debug, Clone)]
pub(crate) struct Space {
    pub(crate) percent: u8,
    pub(crate) text: Phrase,
    pub(crate) is_nearly_full: bool,
}

/// One file.
#[derive(Debug, Template)]
#[template(path = "office/medium.html")]
pub(crate) struct MediumPage {
    pub(crate) frame: Frame,
    pub(crate) room: &'static str,
    pub(crate) tile: Tile,
    pub(crate) address: Option<String>,
    pub(crate) form: Option<FormView>,
}

/// `GET /office/media`.
pub(crate) async fn list(visit: Visit, Query(wanted): Query<Wanted>) -> Answer {
    if visit.wants_json {
        return picture_lists::list(&visit, wanted.after.as_deref()).await;
    }
    page_with(StatusCode::OK, &grid(&visit, &wanted).await?)
}

/// The grid as the address asks for it.
pub(crate) async fn grid(visit: &Visit, wanted: &Wanted) -> Result<MediaPage> {
    let filter = Filter { group: Group::from_code(&wanted.kind), unused: wanted.unused == "yes" };
    let request = PageRequest::new(None, wanted.after.as_deref(), None, wanted.before.as_deref())?;
    let found = media::list(&visit.scope, filter, &request).await?;
    let unused = if filter.unused { "yes" } else { "" };
    let kind = filter.group.map_or("", Group::code);
    let all =
        Choice { code: String::new(), name: visit.phrase("library-kind-all"), is_chosen: kind.is_empty() };
    let groups = Group::ALL.map(|group| Choice {
        code: group.code().to_owned(),
        name: visit.phrase(&format!("library-kind-{}", group.code())),
        is_chosen: filter.group == Some(group),
    });
    Ok(MediaPage {
        frame: visit.frame("library-title").after(&wanted.done),
        room: ROOM,
        turns: Turns::of(ROOM, &[("kind", kind), ("unused", unused)], &found),
        total: found.total,
        tiles: found.items.iter().map(|held| Tile::of(visit, held)).collect(),
        groups: std::iter::once(all).chain(groups).collect(),
        unused: filter.unused,
        space: Space::of(visit, media::room(&visit.scope).await?),
        key: visit.permits(Action::ManageMedia).then(|| visit.scope.public().request_id().to_string()),
        breaches: Vec::new(),
    })
}

/// `GET /office/media/{id}`.
pub(crate) async fn show(visit: Visit, Path(id): Path<String>, Query(wanted): Query<Wanted>) -> Answer {
    let held = media::find(&visit.scope, medium_id(&id)?).await?;
    let mut page = MediumPage::of(&visit, &held, &typed_of(&held));
    page.frame = page.frame.after(&wanted.done);
    page_with(StatusCode::OK, &page)
}

/// `POST /office/media/{id}`.
pub(crate) async fn change(visit: Visit, Path(id): Path<String>, Form(typed): Form<Typed>) -> Answer {
    let id = medium_id(&id)?;
    let input = MediumInput { titles: typed.texts("titles"), alternatives: typed.texts("alternatives") };
    let error = match media::describe(&visit.scope, id, typed.seen(), input).await {
        Ok(()) => return Ok(see_other(&format!("{ROOM}/{id}?done=medium-saved"))),
        Err(error) if visit.wants_json => return Err(error.into()),
        Err(error) => error,
    };
    let mut page = MediumPage::of(&visit, &media::find(&visit.scope, id).await?, &typed);
    let (status, form) = match (error, page.form) {
        (Error::Invalid(errors), Some(form)) => (StatusCode::UNPROCESSABLE_ENTITY, form.with_errors(&errors)),
        (Error::Conflict(key), Some(form)) => (StatusCode::CONFLICT, form.with_problem(key)),
        (error, _) => return Err(error.into()),
    };
    page.form = Some(form);
    page_with(status, &page)
}

/// `GET /office/media/{id}/delete`.
pub(crate) async fn ask_removal(visit: Visit, Path(id): Path<String>) -> Answer {
    visit.scope.require(Action::ManageMedia)?;
    let held = media::find(&visit.scope, medium_id(&id)?).await?;
    if !held.uses.is_empty() {
        // The page of the file says where it is used.
        return Ok(see_other(&format!("{ROOM}/{id}")));
    }
    removal(&visit, &held).shown()
}

/// `POST /office/media/{id}/delete`.
pub(crate) async fn remove(visit: Visit, Path(id): Path<String>) -> Answer {
    let id = medium_id(&id)?;
    match media::remove(&visit.scope, id).await {
        Ok(()) => Ok(see_other(&format!("{ROOM}?done=medium-removed"))),
        Err(error @ Error::Conflict(_)) => {
            let held = media::find(&visit.scope, id).await?;
            let mut page = removal(&visit, &held);
            page.extras.clear();
            page.text = uses_in_words(&visit, &held);
            page.refused(&visit, error)
        }
        Err(error) => Err(error.into()),
    }
}

/// `GET /office/media/{id}/picture/{width}`: a picture for the office's own pages; the whole one for
/// the width 0. It was written anew from pixels, so it may be shown.
pub(crate) async fn picture(visit: Visit, Path((id, width)): Path<(String, u32)>) -> Answer {
    let id = medium_id(&id)?;
    let (medium, bytes) = match width {
        0 => media::open_in_office(&visit.scope, id).await?,
        width => media::open_smaller_in_office(&visit.scope, id, width).await?,
    };
    if !medium.is_picture() {
        return Err(Error::NotFound("file").into());
    }
    let kind = if width == 0 { medium.media_type.as_str() } else { "image/webp" };
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_str(kind).map_err(Error::internal)?),
        (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static("default-src 'none'; sandbox")),
    ];
    Ok((headers, bytes).into_response())
}

pub(crate) fn medium_id(id: &str) -> Result<MediaId> {
    id.parse().map(MediaId).map_err(|_| Error::NotFound("file"))
}

fn removal(visit: &Visit, held: &Held) -> FormPage {
    let here = format!("{ROOM}/{}", held.medium.id);
    let form = FormView::to(visit, format!("{here}/delete"), "common-button-delete").or_back_to(here).grave();
    let name = [("name", Arg::Text(&held.medium.file_name))];
    let text = Phrase::of(visit.words.with("library-delete-ask", &name), visit.locale());
    FormPage::of(visit.frame("library-delete-title"), ROOM, form).saying(text)
}

fn uses_in_words(visit: &Visit, held: &Held) -> Option<Phrase> {
    let places: Vec<String> = held
        .uses
        .iter()
        .map(|one| {
            let title = one.titles.text(visit.locale());
            visit.words.plain(&format!("library-use-{}", one.kind.code()), &[("title", Arg::Text(title))])
        })
        .collect();
    let places = places.join(" · ");
    (!places.is_empty()).then(|| {
        Phrase::of(visit.words.with("library-used-in", &[("places", Arg::Text(&places))]), visit.locale())
    })
}

fn typed_of(held: &Held) -> Typed {
    Typed::default()
        .with("version", held.version)
        .with_texts("titles", &held.medium.titles)
        .with_texts("alternatives", &held.medium.alternatives)
}

impl MediumPage {
    fn of(visit: &Visit, held: &Held, typed: &Typed) -> Self {
        let tile = Tile::of(visit, held);
        let form = visit.permits(Action::ManageMedia).then(|| {
            let form = FormView::to(visit, format!("{ROOM}/{}", tile.id), "common-button-save")
                .hidden("version", typed.seen())
                .or_back_to(ROOM)
                .texts(typed, "titles", "library-field-title", &Control::Line);
            if tile.picture.is_none() {
                return form;
            }
            form.texts(typed, "alternatives", "library-field-alternative", &Control::Line)
                .hint("library-field-alternative-hint")
        });
        let address = held.medium.is_published.then(|| held.medium.path());
        let title = Phrase::own(held.medium.file_name.clone(), visit.locale());
        Self { frame: Frame::of(visit, title), room: ROOM, tile, address, form }
    }
}

impl Tile {
    pub(crate) fn of(visit: &Visit, held: &Held) -> Self {
        let medium = &held.medium;
        let ending = medium.file_name.rsplit_once('.').map_or("", |(_, ending)| ending);
        let picture = Picture::in_office(medium, visit.locale());
        Self {
            id: medium.id.to_string(),
            name: medium.file_name.clone(),
            title: Phrase::written(&medium.titles, visit.locale()),
            kind: ending.to_uppercase(),
            is_mute: picture.as_ref().is_some_and(|picture| picture.alternative.is_none()),
            picture,
            size: size(visit.words, medium.bytes),
            pixels: medium.width.zip(medium.height).map(|(width, height)| format!("{width} × {height}")),
            sent_on: visit.words.date(calendar::day(held.created_at)),
            author: held.author.clone(),
            uses: held.uses.iter().map(|one| Used::of(visit, one)).collect(),
            is_published: medium.is_published,
        }
    }
}

impl Used {
    fn of(visit: &Visit, one: &media::Use) -> Self {
        let href = match one.kind {
            UseKind::Article => Some(format!("/office/articles/{}", one.subject)),
            UseKind::Document => Some(format!("/office/documents/{}", one.subject)),
            UseKind::Event => Some(format!("/office/events/{}", one.subject)),
            UseKind::Page => Some(format!("/office/pages/{}", one.subject)),
            UseKind::Site => Some(super::settings::ROOM.to_owned()),
            UseKind::Report => None,
        };
        Self {
            kind: format!("library-used-by-{}", one.kind.code()),
            title: Phrase::written(&one.titles, visit.locale()),
            href,
        }
    }
}

impl Space {
    fn of(visit: &Visit, room: Room) -> Self {
        let [used, quota] = [room.used, room.quota].map(|bytes| size(visit.words, bytes));
        let percent = visit.words.percent(room.percent());
        let args = [
            ("used", Arg::Text(used.plain())),
            ("quota", Arg::Text(quota.plain())),
            ("percent", Arg::Text(&percent)),
        ];
        Self {
            percent: room.percent(),
            text: Phrase::of(visit.words.with("library-space", &args), visit.locale()),
            is_nearly_full: room.percent() >= 90,
        }
    }
}
