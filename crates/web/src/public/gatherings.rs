//! The page of an event that people come to: what, when, where; once it was held what was said and how
//! many came. A cancelled one stays and says why.

use askama::Template;
use axum::extract::Path;
use axum::http::header;
use axum::response::IntoResponse as _;
use chrono::NaiveDate;
use infitah_core::ground::error::{Error, Result};
use infitah_core::ground::ids::EventId;
use infitah_core::ground::localised::Localised;
use infitah_core::news::events::{self, Attendance, Counts, Event, EventStatus};

use super::events::{hours, kind_key, of_event};
use super::news::language_name;
use crate::answers::{Answer, page};
use crate::calendars::write;
use crate::layout::{Page, Room};
use crate::visits::Visit;
use crate::words::{Attributes, CleanHtml, Phrase};

#[derive(Debug, Template)]
#[template(path = "public/event.html")]
pub(super) struct EventPage {
    pub(super) page: Page,
    pub(super) title: Phrase,
    /// What the language of the title is called, for the notice that it is another one.
    pub(super) language: String,
    pub(super) kind_key: String,
    pub(super) is_cancelled: bool,
    pub(super) reason: Option<Phrase>,
    pub(super) day: NaiveDate,
    pub(super) weekday: String,
    pub(super) until: Option<NaiveDate>,
    pub(super) hours: String,
    pub(super) place: Option<Phrase>,
    /// The message key of how one takes part.
    pub(super) channel_key: Option<String>,
    pub(super) registration: Option<String>,
    pub(super) source: Option<String>,
    /// The programme it belongs to: its years and address, and the key of the step.
    pub(super) programme: Option<(String, String)>,
    pub(super) step_key: Option<String>,
    pub(super) description: Option<(Attributes, CleanHtml)>,
    pub(super) agenda: Option<(Attributes, Vec<String>)>,
    pub(super) minutes: Option<(Attributes, CleanHtml)>,
    pub(super) counted: Vec<CountLine>,
    /// The address of its file for calendar programs.
    pub(super) file: String,
}

/// How many came by one way of taking part.
#[derive(Debug)]
pub(super) struct CountLine {
    pub(super) key: String,
    pub(super) counts: Counts,
}

/// `GET /L/events/{id}`.
pub(crate) async fn show(visit: Visit, Path((_, id)): Path<(String, String)>) -> Answer {
    let event = own(&visit, &id).await?;
    let counted = events::attendances(&visit.scope, &[event.id]).await?.remove(&event.id).unwrap_or_default();
    let is_to_come = event.is_to_come(visit.scope.now());
    page(&EventPage::of(visit.page(Room::Events, "public-events-title"), &event, &counted, is_to_come))
}

/// `GET /L/events/{id}/event.ics`.
pub(crate) async fn file(visit: Visit, Path((_, id)): Path<(String, String)>) -> Answer {
    let event = own(&visit, &id).await?;
    let surroundings = visit.page(Room::Events, "public-events-title");
    let kind = [(header::CONTENT_TYPE, "text/calendar; charset=utf-8")];
    Ok((kind, write(&surroundings, &[of_event(&surroundings, &event)])).into_response())
}

/// On the network's host those of members have no page; they have one on the member's.
async fn own(visit: &Visit, id: &str) -> Result<Event> {
    let id = id.parse().map(EventId).map_err(|_| Error::NotFound("event"))?;
    let event = events::find(&visit.scope, id).await?;
    if event.tenant == visit.scope.tenant().id { Ok(event) } else { Err(Error::NotFound("event")) }
}

impl EventPage {
    pub(super) fn of(page: Page, event: &Event, counted: &[Attendance], is_to_come: bool) -> Self {
        let mut page = page.sample_if(event.is_sample);
        let title = page.titled(&event.titles);
        page.title = title.plain().to_owned();
        let is_cancelled = event.status == EventStatus::Cancelled;
        let place = page.written(&event.places);
        let weekday = page.words.date_with_weekday(event.starts_on);
        page.description = match &place {
            Some(place) => format!("{weekday} · {}", place.plain()),
            None => weekday.clone(),
        };
        let cycle = event.cycle.as_ref();
        Self {
            language: language_name(&page, title.locale()),
            kind_key: kind_key(infitah_core::programme::calendar::EntryKind::Event, Some(event.kind)),
            is_cancelled,
            reason: page.written(&event.cancel_reasons),
            day: event.starts_on,
            weekday,
            until: event.ends_on.filter(|&day| day > event.starts_on),
            hours: hours(event.starts_at, event.ends_at),
            channel_key: event.channel().map(|channel| format!("event-channel-{}", channel.code())),
            // Nobody registers for what is over or will not be.
            registration: event.registration_url.clone().filter(|_| is_to_come && !is_cancelled),
            source: event.detail.source_url.clone(),
            programme: cycle.map(|cycle| (cycle.clone(), page.href(&format!("/programme/{cycle}")))),
            step_key: event.step.filter(|_| cycle.is_some()).map(|step| format!("step-{step}")),
            description: page.prose(&event.detail.descriptions),
            agenda: lines(&page, &event.detail.agendas),
            minutes: page.prose(&event.detail.minutes),
            counted: counted.iter().map(CountLine::of).collect(),
            file: page.href(&format!("{}/event.ics", event.path())),
            place,
            title,
            page,
        }
    }
}

impl CountLine {
    fn of(attendance: &Attendance) -> Self {
        Self { key: format!("event-channel-{}", attendance.channel.code()), counts: attendance.counts }
    }

    /// All, women, men and young people, in the order of the table.
    fn cells(&self) -> [Option<i32>; 4] {
        let Counts { total, women, men, youth } = self.counts;
        [total, women, men, youth]
    }
}

fn lines(page: &Page, texts: &Localised) -> Option<(Attributes, Vec<String>)> {
    let shown = texts.shown(page.locale())?;
    let foreign = (shown.locale != page.locale()).then_some(shown.locale);
    let lines = shown.text.lines().map(str::trim).filter(|line| !line.is_empty());
    Some((Attributes(foreign), lines.map(str::to_owned).collect()))
}
