//! The calendar of a member: sessions of its council, events that people come to, steps of its cycle,
//! and the days by which reports are due; as a page and for calendar programs.

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::Query;
use axum::http::header;
use axum::response::IntoResponse as _;
use chrono::{DateTime, Datelike as _, Days, NaiveDate, Utc};
use infitah_core::ground::calendar as clock;
use infitah_core::ground::error::{Error, Result};
use infitah_core::ground::localised::Localised;
use infitah_core::news::events::{EventCard, EventKind, EventStatus};
use infitah_core::programme::calendar::{self, Entry, EntryKind, MOST_DAYS};
use infitah_core::programme::programmes;
use infitah_core::programme::sessions;
use serde::Deserialize;

use crate::answers::{Answer, page};
use crate::calendars::{FileEntry, write};
use crate::layout::{Page, Room};
use crate::network;
use crate::visits::Visit;
use crate::words::Phrase;

/// The part of the address that asks for a year.
#[derive(Debug, Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    year: String,
}

#[derive(Debug, Template)]
#[template(path = "public/events.html")]
pub(super) struct EventsPage {
    pub(super) page: Page,
    /// The year shown; none for what is to come.
    pub(super) year: Option<i32>,
    /// Years with a programme, the latest first.
    pub(super) years: Vec<i32>,
    pub(super) lines: Vec<EventLine>,
}

/// Something on a day or over some days.
#[derive(Debug)]
pub(super) struct EventLine {
    pub(super) day: NaiveDate,
    pub(super) until: Option<NaiveDate>,
    pub(super) title: Phrase,
    /// The page of an event.
    pub(super) href: Option<String>,
    /// The hours of an event.
    pub(super) hours: Option<String>,
    pub(super) kind_key: String,
    /// The programme it is about: its years and address.
    pub(super) programme: Option<(String, String)>,
    pub(super) place: Option<Phrase>,
    pub(super) agenda: Option<Phrase>,
    /// The key of what became of a session.
    pub(super) outcome: Option<String>,
    pub(super) is_planned: bool,
    /// It does not take place.
    pub(super) is_cancelled: bool,
    /// An ordinary session in a month in which the law has none.
    pub(super) is_unusual: bool,
    pub(super) is_sample: bool,
}

/// `GET /L/events`: what is to come, or a whole year.
pub(crate) async fn show(
    visit: Visit,
    Query(asked): Query<Asked>,
    Query(choice): Query<network::events::Choice>,
) -> Answer {
    if visit.is_network() {
        return network::events::show(&visit, &choice).await;
    }
    let today = visit.scope.today();
    let years = years(&visit, today).await?;
    let year = asked.year.trim().parse().ok().filter(|year| years.contains(year));
    let (from, until) = match year {
        Some(year) => (first_of(year)?, first_of(year + 1)? - Days::new(1)),
        None => (today, today + Days::new(MOST_DAYS)),
    };
    let entries = calendar::entries(&visit.scope, from, until).await?;
    let about = visit.words.plain("public-events-intro", &[]);
    let surroundings = visit.page(Room::Events, "public-events-title").about(about);
    let surroundings = surroundings.sample_if(entries.iter().any(|entry| entry.is_sample));
    let lines = entries.iter().map(|entry| EventLine::of(&surroundings, entry)).collect();
    page(&EventsPage { year, years: years.into_iter().rev().collect(), lines, page: surroundings })
}

/// `GET /L/events.ics`: half a year back, and what is to come.
pub(crate) async fn feed(visit: Visit, Query(choice): Query<network::events::Choice>) -> Answer {
    if visit.is_network() {
        return network::events::feed(&visit, &choice).await;
    }
    let from = visit.scope.today() - Days::new(MOST_DAYS / 2);
    let entries = calendar::entries(&visit.scope, from, from + Days::new(MOST_DAYS)).await?;
    let surroundings = visit.page(Room::Events, "public-events-title");
    let entries: Vec<FileEntry> = entries.iter().map(|entry| file_entry(&surroundings, entry)).collect();
    let kind = [(header::CONTENT_TYPE, "text/calendar; charset=utf-8")];
    Ok((kind, write(&surroundings, &entries)).into_response())
}

fn first_of(year: i32) -> Result<NaiveDate> {
    NaiveDate::from_ymd_opt(year, 1, 1).ok_or(Error::NotFound("page"))
}

/// The years in which a programme was prepared or ran, up to this one.
async fn years(visit: &Visit, today: NaiveDate) -> Result<BTreeSet<i32>> {
    let list = programmes::list(&visit.scope).await?;
    let spans = list.iter().filter_map(|programme| {
        let first = programme.starts_on?.year() - 2;
        Some(first..=programme.ends_on.map_or(first + 4, |last| last.year()).min(today.year()))
    });
    Ok(spans.flatten().chain([today.year()]).collect())
}

impl EventsPage {
    fn is_of(&self, year: &i32) -> bool {
        self.year == Some(*year)
    }
}

impl EventLine {
    fn of(page: &Page, entry: &Entry) -> Self {
        let (session, event) = (entry.session.as_ref(), entry.event.as_ref());
        let href = |cycle: &String| (cycle.clone(), page.href(&format!("/programme/{cycle}")));
        Self {
            href: event.map(|event| page.href(&event.path())),
            hours: event.map(|event| hours(event.starts_at, event.ends_at)),
            is_cancelled: event.is_some_and(|event| event.status == EventStatus::Cancelled),
            day: entry.day,
            until: entry.until.filter(|&last| last != entry.day),
            title: title(page, entry),
            kind_key: kind_key(entry.kind, event.map(|event| event.kind)),
            programme: entry.cycle.as_ref().map(href),
            place: places(entry).and_then(|places| page.written(places)),
            agenda: session.and_then(|session| page.written(&session.agendas)),
            outcome: session.map(|session| format!("session-outcome-{}", session.outcome.code())),
            is_planned: entry.is_planned,
            is_unusual: session
                .is_some_and(|session| sessions::is_unusual(page.site.kind, session.kind, session.starts_on)),
            is_sample: entry.is_sample,
        }
    }
}

fn title(page: &Page, entry: &Entry) -> Phrase {
    if let Some(event) = &entry.event {
        return page.titled(&event.titles);
    }
    match (entry.kind, &entry.session, entry.step, entry.period_ends_on) {
        (EntryKind::Session, Some(session), ..) => page.coded("council-session", session.kind.code()),
        (EntryKind::Deadline, _, _, Some(day)) => page.dated("event-deadline-of", &day),
        (_, _, Some(step), _) => page.t(&format!("step-{step}")),
        _ => page.t(&format!("event-{}", entry.kind.code())),
    }
}

/// Where it takes place.
fn places(entry: &Entry) -> Option<&Localised> {
    let of_event = entry.event.as_ref().map(|event| &event.places);
    of_event.or(entry.session.as_ref().map(|session| &session.places))
}

/// The message key of what an entry is; of an event, of what kind it is.
pub(crate) fn kind_key(entry: EntryKind, event: Option<EventKind>) -> String {
    match event {
        Some(kind) => format!("event-kind-{}", kind.code().replace('_', "-")),
        None => format!("event-{}", entry.code()),
    }
}

/// The hours by the clock of Morocco; the day of the end only where it is another one.
pub(crate) fn hours(starts_at: DateTime<Utc>, ends_at: Option<DateTime<Utc>>) -> String {
    let hour = |at| clock::local(at).format("%H:%M").to_string();
    let end = ends_at.map(|end| format!(" – {}", hour(end))).unwrap_or_default();
    format!("{}{end}", hour(starts_at))
}

fn file_entry(page: &Page, entry: &Entry) -> FileEntry {
    if let Some(event) = &entry.event {
        return of_event(page, event);
    }
    let session = entry.session.as_ref();
    let address = |cycle: &String| format!("{}{}", page.site.url, page.href(&format!("/programme/{cycle}")));
    FileEntry {
        identity: identity(entry),
        site: page.site.url.clone(),
        day: entry.day,
        until: entry.until,
        times: None,
        is_cancelled: false,
        title: title(page, entry).plain().to_owned(),
        text: session.and_then(|session| page.written(&session.agendas)),
        place: session.and_then(|session| page.written(&session.places)),
        address: entry.cycle.as_ref().map(address),
        is_sample: entry.is_sample,
    }
}

/// An event as calendar programs show it, in the calendar and in its own file alike.
pub(super) fn of_event(page: &Page, event: &EventCard) -> FileEntry {
    FileEntry {
        identity: format!("event-{}", event.id),
        site: page.site.url.clone(),
        day: event.starts_on,
        until: event.ends_on,
        times: Some((event.starts_at, event.ends_at)),
        is_cancelled: event.status == EventStatus::Cancelled,
        title: page.titled(&event.titles).plain().to_owned(),
        text: page.written(&event.cancel_reasons),
        place: page.written(&event.places),
        address: Some(format!("{}{}", page.site.url, page.href(&event.path()))),
        is_sample: event.is_sample,
    }
}

/// An entry keeps its identity as long as it is the same session, step or deadline.
fn identity(entry: &Entry) -> String {
    let programme = entry.programme.map(|id| id.to_string()).unwrap_or_default();
    match (&entry.session, entry.step, entry.period_ends_on) {
        (Some(session), ..) => format!("session-{}", session.id),
        (None, Some(step), _) => format!("step-{step}-{programme}"),
        (None, None, day) => format!("deadline-{}-{programme}", day.unwrap_or(entry.day)),
    }
}
