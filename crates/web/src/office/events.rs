//! The doors of events: the lists, a new one, changes, the way to the public and back, and how an
//! event went.

use askama::Template;
use axum::extract::{Form, Path, Query};
use axum::http::StatusCode;
use infitah_core::ground::error::{Error, Result};
use infitah_core::ground::ids::EventId;
use infitah_core::ground::paging::PageRequest;
use infitah_core::news::events::{self, Attendance, Event, EventCard, EventStatus, Shown};
use infitah_core::programme::programmes::{self, Programme};
use infitah_core::tenancy::permission::Action;
use serde::Deserialize;

use super::event_forms::{
    cancel_form, event_form, event_input, record_form, record_input, typed_of, typed_record,
};
use super::fields::FormView;
use super::form_page::FormPage;
use super::frames::Frame;
use super::typed::Typed;
use super::visits::{Visit, see_other};
use crate::answers::{Answer, page_with};
use crate::public::events::{hours, kind_key};
use crate::words::Phrase;

/// The room of the menu.
const ROOM: &str = "/office/events";

/// What an address may say.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Wanted {
    shown: String,
    after: Option<String>,
    before: Option<String>,
    done: String,
}

/// The list.
#[derive(Debug, Template)]
#[template(path = "office/events.html")]
pub(crate) struct EventsPage {
    pub(crate) frame: Frame,
    pub(crate) room: &'static str,
    /// The lists: address, message key, and whether it is the one shown.
    pub(crate) lists: Vec<(String, String, bool)>,
    pub(crate) rows: Vec<Row>,
    pub(crate) empty_key: String,
    pub(crate) newer: Option<String>,
    pub(crate) older: Option<String>,
    pub(crate) may_write: bool,
}

/// One event in the list.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    pub(crate) id: String,
    pub(crate) title: Option<Phrase>,
    pub(crate) day: String,
    pub(crate) hours: String,
    pub(crate) place: Option<Phrase>,
    pub(crate) kind_key: String,
    pub(crate) is_cancelled: bool,
    pub(crate) is_sample: bool,
}

/// An event at its desk, with what its forms need.
struct Desk {
    event: Event,
    counted: Vec<Attendance>,
    about: Vec<Programme>,
}

/// `GET /office/events`.
pub(crate) async fn list(visit: Visit, Query(wanted): Query<Wanted>) -> Answer {
    let shown = Shown::from_code(&wanted.shown).unwrap_or_default();
    let request = PageRequest::new(None, wanted.after.as_deref(), None, wanted.before.as_deref())?;
    let found = events::office_list(&visit.scope, shown, &request).await?;
    let link = |name: &str, cursor: Option<&str>| {
        cursor.map(|cursor| format!("{ROOM}?shown={}&{name}={cursor}", shown.code()))
    };
    let choice = |one: Shown| {
        let key = format!("office-events-shown-{}", one.code());
        (format!("{ROOM}?shown={}", one.code()), key, one == shown)
    };
    let list = EventsPage {
        frame: visit.frame("office-events-title").after(&wanted.done),
        room: ROOM,
        lists: Shown::ALL.into_iter().map(choice).collect(),
        empty_key: format!("office-events-empty-{}", shown.code()),
        newer: link("before", found.start_cursor().filter(|_| found.has_previous)),
        older: link("after", found.end_cursor().filter(|_| found.has_next)),
        rows: found.items.iter().map(|event| Row::of(&visit, event)).collect(),
        may_write: visit.permits(Action::WriteEvent),
    };
    page_with(StatusCode::OK, &list)
}

/// `GET /office/events/new`.
pub(crate) async fn new(visit: Visit) -> Answer {
    visit.scope.require(Action::WriteEvent)?;
    let about = about(&visit).await?;
    new_page(&visit, &about, &Typed::default().with("kind", "workshop")).shown()
}

/// `POST /office/events`.
pub(crate) async fn create(visit: Visit, Form(typed): Form<Typed>) -> Answer {
    visit.scope.require(Action::WriteEvent)?;
    let about = about(&visit).await?;
    let created = match event_input(&typed, &about) {
        Ok(input) => events::create(&visit.scope, input).await,
        Err(error) => Err(error),
    };
    match created {
        Ok(event) => then(&visit, event, about, &typed).await,
        Err(error) => new_page(&visit, &about, &typed).refused(&visit, error),
    }
}

/// `GET /office/events/{id}`.
pub(crate) async fn edit(visit: Visit, Path(id): Path<String>, Query(wanted): Query<Wanted>) -> Answer {
    let desk = Desk::of(&visit, &id).await?;
    let typed = typed_of(&desk.event, &desk.about);
    let mut page = desk.page(&visit, &typed);
    page.frame = page.frame.after(&wanted.done);
    page.shown()
}

/// `POST /office/events/{id}`.
pub(crate) async fn update(visit: Visit, Path(id): Path<String>, Form(typed): Form<Typed>) -> Answer {
    let desk = Desk::of(&visit, &id).await?;
    let updated = match event_input(&typed, &desk.about) {
        Ok(input) => events::update(&visit.scope, desk.event.id, typed.seen(), input).await,
        Err(error) => Err(error),
    };
    match updated {
        Ok(event) => then(&visit, event, desk.about, &typed).await,
        Err(error @ Error::Conflict("event-changed-meanwhile")) => {
            let stored = typed_of(&desk.event, &desk.about);
            // Saving once more is a decision of somebody who was told.
            let now = typed.clone().instead("version", &desk.event.version.to_string());
            desk.page(&visit, &now).beside(&stored).refused(&visit, error)
        }
        Err(error) => desk.page(&visit, &typed).refused(&visit, error),
    }
}

/// `POST /office/events/{id}/record`.
pub(crate) async fn record(visit: Visit, Path(id): Path<String>, Form(typed): Form<Typed>) -> Answer {
    let desk = Desk::of(&visit, &id).await?;
    let recorded = match record_input(&typed) {
        Ok(record) => events::record(&visit.scope, desk.event.id, typed.seen(), record).await,
        Err(error) => Err(error),
    };
    desk.after(&visit, "record", "event-recorded", recorded, &typed)
}

/// `POST /office/events/{id}/cancel`.
pub(crate) async fn cancel(visit: Visit, Path(id): Path<String>, Form(typed): Form<Typed>) -> Answer {
    let desk = Desk::of(&visit, &id).await?;
    let cancelled = events::cancel(&visit.scope, desk.event.id, typed.seen(), typed.texts("reasons")).await;
    desk.after(&visit, "cancel", "event-cancelled", cancelled, &typed)
}

/// `POST /office/events/{id}/take-back`.
pub(crate) async fn take_back(visit: Visit, Path(id): Path<String>, Form(typed): Form<Typed>) -> Answer {
    let desk = Desk::of(&visit, &id).await?;
    let taken = events::take_back(&visit.scope, desk.event.id, typed.seen()).await;
    desk.after(&visit, "take-back", "event-taken-back", taken, &typed)
}

/// `POST /office/events/{id}/archive`.
pub(crate) async fn archive(visit: Visit, Path(id): Path<String>, Form(typed): Form<Typed>) -> Answer {
    let desk = Desk::of(&visit, &id).await?;
    let archived = events::archive(&visit.scope, desk.event.id, typed.seen()).await;
    desk.after(&visit, "archive", "event-archived", archived, &typed)
}

/// The programmes that an event can belong to: the member's own, or the network's.
async fn about(visit: &Visit) -> Result<Vec<Programme>> {
    let all = programmes::list(visit.scope.public()).await?;
    let own = visit.scope.tenant().id;
    Ok(all.into_iter().filter(|programme| programme.tenant == own).collect())
}

/// Where the pressed button leads after saving.
async fn then(visit: &Visit, event: Event, about: Vec<Programme>, typed: &Typed) -> Answer {
    let path = format!("{ROOM}/{}", event.id);
    if typed.get("then") != "publish" {
        return Ok(see_other(&format!("{path}?done=event-saved")));
    }
    match events::publish(&visit.scope, event.id, event.version).await {
        Ok(_) => Ok(see_other(&format!("{path}?done=event-published"))),
        Err(error) => {
            let typed = typed_of(&event, &about);
            let desk = Desk { event, about, counted: Vec::new() };
            desk.page(visit, &typed).refused(visit, error)
        }
    }
}

fn new_page(visit: &Visit, about: &[Programme], typed: &Typed) -> FormPage {
    let mut form = event_form(visit, ROOM, about, typed).or_back_to(ROOM);
    if visit.permits(Action::PublishEvent) {
        form = form.or_also("publish", "office-event-publish");
    }
    FormPage::of(visit.frame("office-event-new"), ROOM, form)
        .back_to(ROOM, visit.phrase("office-events-title"))
}

impl Desk {
    async fn of(visit: &Visit, id: &str) -> Result<Self> {
        visit.scope.require(Action::WriteEvent)?;
        let id = id.parse().map(EventId).map_err(|_| Error::NotFound("event"))?;
        let (event, counted) = events::at_desk(&visit.scope, id).await?;
        Ok(Self { event, counted, about: about(visit).await? })
    }

    fn path(&self, verb: &str) -> String {
        format!("{ROOM}/{}/{verb}", self.event.id)
    }

    /// The page with its forms as they are stored, the one that was sent as it was typed.
    fn page(&self, visit: &Visit, typed: &Typed) -> FormPage {
        self.whole(visit, typed, &typed_record(&self.event, &self.counted), &Typed::default())
    }

    /// Back to the page after one of the forms below was sent, or the page again with what is wrong.
    fn after(&self, visit: &Visit, verb: &str, done: &str, result: Result<Event>, typed: &Typed) -> Answer {
        let error = match result {
            Ok(event) => return Ok(see_other(&format!("{ROOM}/{}?done={done}", event.id))),
            Err(error) => error,
        };
        let stored = typed_of(&self.event, &self.about);
        let recorded = typed_record(&self.event, &self.counted);
        let sent = |one: &str, other| if one == verb { typed.clone() } else { other };
        let (record, cancel) = (sent("record", recorded), sent("cancel", Typed::default()));
        self.whole(visit, &stored, &record, &cancel).refused_at(&self.path(verb), visit, error)
    }

    fn whole(&self, visit: &Visit, typed: &Typed, recorded: &Typed, cancelled: &Typed) -> FormPage {
        let (event, status) = (&self.event, self.event.status);
        if status == EventStatus::Archived {
            let form = self.verb(visit, "take-back", "office-event-take-out");
            return self.framed(visit, form).saying(visit.phrase("event-is-archived"));
        }
        let path = format!("{ROOM}/{}", event.id);
        let may_publish = visit.permits(Action::PublishEvent);
        let mut form = event_form(visit, &path, &self.about, typed).hidden("version", typed.seen());
        if status == EventStatus::Draft && may_publish {
            form = form.or_also("publish", "office-event-publish");
        }
        let mut page = self.framed(visit, form);
        if !event.is_to_come(visit.scope.now()) && status != EventStatus::Cancelled {
            let seen = recorded.seen();
            page = page.and(record_form(visit, &self.path("record"), recorded).hidden("version", seen));
        }
        if !may_publish {
            return page;
        }
        if status == EventStatus::Published {
            let form = cancel_form(visit, &self.path("cancel"), cancelled);
            page = page.and(form.hidden("version", event.version));
        }
        if status.is_public() {
            page = page.and(self.verb(visit, "take-back", "office-event-take-back"));
        }
        page.and(self.verb(visit, "archive", "office-event-archive"))
    }

    fn framed(&self, visit: &Visit, form: FormView) -> FormPage {
        let page = FormPage::of(visit.frame("office-event-edit"), ROOM, form)
            .back_to(ROOM, visit.phrase("office-events-title"));
        let status = visit.phrase(&format!("event-status-{}", self.event.status.code()));
        let tenant = visit.scope.tenant();
        let public = format!("{}/{}{}", tenant.url, visit.locale().code(), self.event.path());
        let page = page.standing(status);
        if self.event.status.is_public() { page.shown_at(public) } else { page }
    }

    fn verb(&self, visit: &Visit, verb: &str, button: &'static str) -> FormView {
        FormView::to(visit, self.path(verb), button).hidden("version", self.event.version).light()
    }
}

impl Row {
    fn of(visit: &Visit, event: &EventCard) -> Self {
        Self {
            id: event.id.to_string(),
            title: Phrase::written(&event.titles, visit.locale()),
            day: visit.words.date_with_weekday(event.starts_on),
            hours: hours(event.starts_at, event.ends_at),
            place: Phrase::written(&event.places, visit.locale()),
            kind_key: kind_key(infitah_core::programme::calendar::EntryKind::Event, Some(event.kind)),
            is_cancelled: event.status == EventStatus::Cancelled,
            is_sample: event.is_sample,
        }
    }
}
