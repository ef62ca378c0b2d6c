//! The calendar of all members: what is to come or a whole year, by month, for one region or kind of
//! collectivity if asked for; as a page and as a file.

use askama::Template;
use axum::http::header;
use axum::response::IntoResponse as _;
use chrono::{Datelike as _, Months, NaiveDate};
use infitah_core::ground::error::{Error, Result};
use infitah_core::ground::paging;
use infitah_core::network::events::{self, Filter, MemberEvent};
use infitah_core::news::events::EventStatus;
use infitah_core::programme::sessions;
use infitah_core::tenancy::collectivities::Kind;
use infitah_core::tenancy::regions::{self, Region};
use serde::Deserialize;

use super::members::{Choosable, choosable, filter_of};
use crate::answers::{Answer, page};
use crate::calendars::{FileEntry, write};
use crate::cards::Turns;
use crate::layout::{Page, Room};
use crate::public::events::{hours, kind_key};
use crate::visits::{Paging, Visit};
use crate::words::Phrase;

/// Entries on one page.
const ITEMS: i64 = 40;
/// Years that are offered, this one among them.
const YEARS: i32 = 5;
/// Years to which the page of what is to come looks ahead.
const AHEAD: u32 = 3;

/// What the address may carry.
#[derive(Debug, Deserialize)]
pub(crate) struct Choice {
    #[serde(default)]
    kind: String,
    #[serde(default)]
    region: String,
    #[serde(default)]
    year: String,
    #[serde(flatten)]
    paging: Paging,
}

#[derive(Debug, Template)]
#[template(path = "network/events.html")]
pub(super) struct NetworkEventsPage {
    pub(super) page: Page,
    /// The year shown; none for what is to come.
    pub(super) year: Option<i32>,
    /// The latest first, each with its address.
    pub(super) years: Vec<(i32, String)>,
    pub(super) kinds: Vec<Choosable>,
    pub(super) regions: Vec<Choosable>,
    pub(super) months: Vec<Month>,
    pub(super) total: u64,
    pub(super) turns: Turns,
    /// What is to come, and its file, with the same choice.
    pub(super) to_come: String,
    pub(super) file: String,
}

/// The entries of a month.
#[derive(Debug)]
pub(super) struct Month {
    /// `2026-12`
    pub(super) id: String,
    pub(super) name: String,
    pub(super) lines: Vec<Line>,
}

/// Something at a member.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) day: NaiveDate,
    pub(super) until: Option<NaiveDate>,
    pub(super) title: Phrase,
    pub(super) kind_key: String,
    pub(super) member: Phrase,
    /// The calendar of the member.
    pub(super) href: String,
    /// The page of an event.
    pub(super) event_href: Option<String>,
    /// The hours of an event.
    pub(super) hours: Option<String>,
    /// It does not take place.
    pub(super) is_cancelled: bool,
    /// The programme it is about: its years and address.
    pub(super) programme: Option<(String, String)>,
    pub(super) place: Option<Phrase>,
    pub(super) agenda: Option<Phrase>,
    /// The key of what became of a session.
    pub(super) outcome: Option<String>,
    pub(super) is_planned: bool,
    /// An ordinary session in a month in which the law has none.
    pub(super) is_unusual: bool,
    pub(super) is_sample: bool,
}

/// The page, on the network's host.
pub(crate) async fn show(visit: &Visit, choice: &Choice) -> Answer {
    let (scope, today) = (&visit.scope, visit.scope.today());
    let year = choice.year(today);
    let days = match year {
        Some(year) => (first_of(year)?, first_of(year + 1)?.pred_opt().unwrap_or(today)),
        None => (today, today.checked_add_months(Months::new(12 * AHEAD)).unwrap_or(today)),
    };
    let found = events::events(scope, days, &choice.filter()?, &choice.paging.request(ITEMS)?).await?;
    let regions = regions::list(scope).await?;
    let about = visit.words.plain("network-events-intro", &[]);
    let surroundings = visit.page(Room::Events, "network-events-title").about(about);
    page(&NetworkEventsPage::of(surroundings, choice, (year, today), &found, &regions))
}

/// The file, on the network's host.
pub(crate) async fn feed(visit: &Visit, choice: &Choice) -> Answer {
    let found = events::coming(&visit.scope, &choice.filter()?).await?;
    let surroundings = visit.page(Room::Events, "network-events-title");
    let entries: Vec<FileEntry> = found.iter().map(|event| entry(&surroundings, event)).collect();
    let kind = [(header::CONTENT_TYPE, "text/calendar; charset=utf-8")];
    Ok((kind, write(&surroundings, &entries)).into_response())
}

fn first_of(year: i32) -> Result<NaiveDate> {
    NaiveDate::from_ymd_opt(year, 1, 1).ok_or(Error::NotFound("page"))
}

/// The years that are offered, the latest first.
fn years(today: NaiveDate) -> impl Iterator<Item = i32> {
    (0..YEARS).map(move |back| today.year() - back)
}

impl Choice {
    #[cfg(test)]
    pub(super) fn of(kind: &str, region: &str) -> Self {
        Self { kind: kind.into(), region: region.into(), year: String::new(), paging: Paging::default() }
    }

    fn filter(&self) -> Result<Filter> {
        let chosen = filter_of(&self.kind, &self.region, "")?;
        Ok(Filter { kind: chosen.kind, region: chosen.region })
    }

    fn year(&self, today: NaiveDate) -> Option<i32> {
        self.year.trim().parse().ok().filter(|&year| years(today).any(|one| one == year))
    }
}

impl NetworkEventsPage {
    pub(super) fn of(
        page: Page,
        choice: &Choice,
        (year, today): (Option<i32>, NaiveDate),
        found: &paging::Page<MemberEvent>,
        regions: &[Region],
    ) -> Self {
        let kinds = Kind::MEMBERS.map(|kind| (kind.code().to_owned(), page.coded("kind", kind.code())));
        let areas = regions.iter().map(|region| (region.code.clone(), page.titled(&region.names)));
        let asked = year.map(|year| year.to_string()).unwrap_or_default();
        let with = |path: &str, year: &str| {
            let all = [("kind", choice.kind.as_str()), ("region", choice.region.as_str()), ("year", year)];
            let set: Vec<String> = all
                .into_iter()
                .filter(|(_, value)| !value.is_empty())
                .map(|(name, value)| format!("{name}={value}"))
                .collect();
            let mark = if set.is_empty() { "" } else { "?" };
            format!("{}{mark}{}", page.href(path), set.join("&"))
        };
        let filters =
            [("kind", choice.kind.as_str()), ("region", choice.region.as_str()), ("year", asked.as_str())];
        Self {
            year,
            years: years(today).map(|year| (year, with("/events", &year.to_string()))).collect(),
            kinds: choosable(kinds, &choice.kind),
            regions: choosable(areas, &choice.region),
            months: Month::all(&page, &found.items),
            total: found.total,
            turns: Turns::of(&page.href("/events"), &filters, found),
            to_come: with("/events", ""),
            file: with("/events.ics", ""),
            page,
        }
    }

    fn is_of(&self, year: &i32) -> bool {
        self.year == Some(*year)
    }

    fn has_sample(&self) -> bool {
        self.months.iter().flat_map(|month| &month.lines).any(|line| line.is_sample)
    }
}

impl Month {
    fn all(page: &Page, events: &[MemberEvent]) -> Vec<Self> {
        let is_same = |one: &MemberEvent, next: &MemberEvent| {
            (one.day.year(), one.day.month()) == (next.day.year(), next.day.month())
        };
        let month = |events: &[MemberEvent]| {
            let first = events.first()?.day;
            let lines = events.iter().map(|event| Line::of(page, event)).collect();
            Some(Self { id: first.format("%Y-%m").to_string(), name: page.words.month(first), lines })
        };
        events.chunk_by(is_same).filter_map(month).collect()
    }
}

impl Line {
    fn of(page: &Page, event: &MemberEvent) -> Self {
        let address = |path: &str| format!("{}{}", event.url, page.href(path));
        let programme =
            event.cycle.as_ref().map(|cycle| (cycle.clone(), address(&format!("/programme/{cycle}"))));
        Self {
            day: event.day,
            until: event.until,
            title: title(page, event),
            kind_key: kind_key(event.kind, event.event.as_ref().map(|(kind, ..)| *kind)),
            event_href: event.event.as_ref().map(|_| address(&format!("/events/{}", event.id))),
            hours: event.times.map(|(start, end)| hours(start, end)),
            is_cancelled: is_cancelled(event),
            member: page.member(event.member_kind, &event.names),
            href: address("/events"),
            programme,
            place: page.written(&event.places),
            agenda: page.written(&event.agendas).filter(|_| event.event.is_none()),
            outcome: event.session.map(|(_, outcome)| format!("session-outcome-{}", outcome.code())),
            is_planned: event.is_planned,
            is_unusual: event
                .session
                .is_some_and(|(session, _)| sessions::is_unusual(event.member_kind, session, event.day)),
            is_sample: event.is_sample,
        }
    }
}

fn is_cancelled(event: &MemberEvent) -> bool {
    matches!(event.event, Some((_, _, EventStatus::Cancelled)))
}

fn title(page: &Page, event: &MemberEvent) -> Phrase {
    if let Some((_, titles, _)) = &event.event {
        return page.titled(titles);
    }
    match (event.session, event.step) {
        (Some((kind, _)), _) => page.coded("council-session", kind.code()),
        (None, Some(step)) => page.t(&format!("step-{step}")),
        (None, None) => page.t(&format!("event-{}", event.kind.code())),
    }
}

/// The same identity as in the calendar of the member itself.
fn entry(page: &Page, event: &MemberEvent) -> FileEntry {
    let line = Line::of(page, event);
    let programme = event.programme.map(|id| id.to_string()).unwrap_or_default();
    FileEntry {
        identity: match (&event.event, event.step) {
            (Some(_), _) => format!("event-{}", event.id),
            (None, Some(step)) => format!("step-{step}-{programme}"),
            (None, None) => format!("session-{}", event.id),
        },
        site: event.url.clone(),
        day: event.day,
        until: event.until,
        times: event.times,
        is_cancelled: line.is_cancelled,
        title: page.words.plain(
            "network-events-summary",
            &[("member", line.member.plain().into()), ("title", line.title.plain().into())],
        ),
        text: line.agenda.filter(|_| event.event.is_none()),
        place: line.place,
        address: line.event_href.or(line.programme.map(|(_, address)| address)).or(Some(line.href)),
        is_sample: event.is_sample,
    }
}
