//! The calendar of members: sessions of the council, events that people come to, steps of the cycle,
//! and the days by which reports are due. Three statements, whatever the stretch of time.

use chrono::{Days, NaiveDate};
use sea_orm::FromQueryResult;

use super::programmes::ProgrammeStatus;
use super::reporting;
use super::sessions::{self, Outcome, Session};
use super::statements::Binds;
use super::states::coded;
use crate::ground::error::Result;
use crate::ground::ids::{ProgrammeId, TenantId};
use crate::ground::sql;
use crate::news::events::{self, EventCard, EventStatus};
use crate::tenancy::scope::PublicScope;

/// Days that one call looks over at most.
pub const MOST_DAYS: u64 = 400;
/// Sessions, and steps, that one call gives at most.
pub const MOST_ENTRIES: u32 = 1_000;

/// The steps that are meetings with the public: information and training, and both workshops.
const WORKSHOPS: [i32; 3] = [2, 4, 8];

/// What an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum EntryKind {
    /// A session of the council.
    Session,
    /// An event that people come to, with a page of its own.
    Event,
    /// A step of the cycle that is a meeting with the public.
    Workshop,
    /// Another step of the cycle.
    Step,
    /// The last day on which the reports of a period are on time.
    Deadline,
}

coded! {
    EntryKind {
        Session = "session",
        Event = "event",
        Workshop = "workshop",
        Step = "step",
        Deadline = "deadline",
    }
}

/// Something on a day or over some days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its first day.
    pub day: NaiveDate,
    /// Its last day, where it has several and it is known.
    pub until: Option<NaiveDate>,
    /// What it is.
    pub kind: EntryKind,
    /// Whose it is.
    pub tenant: TenantId,
    /// The programme it is about, if any.
    pub programme: Option<ProgrammeId>,
    /// The years of that programme.
    pub cycle: Option<String>,
    /// The step of the cycle, of workshops and steps.
    pub step: Option<i32>,
    /// It has not taken place yet, as far as is written down.
    pub is_planned: bool,
    /// The session, of sessions.
    pub session: Option<Session>,
    /// The event, of events.
    pub event: Option<EventCard>,
    /// The end of the period that reports are due for, of deadlines.
    pub period_ends_on: Option<NaiveDate>,
    /// Made up for demonstration.
    pub is_sample: bool,
}

#[derive(FromQueryResult)]
struct Dated {
    #[sea_orm(nested)]
    session: Session,
    cycle: Option<String>,
}

#[derive(FromQueryResult)]
struct Stepped {
    tenant: TenantId,
    programme: ProgrammeId,
    cycle: String,
    status: ProgrammeStatus,
    starts_on: Option<NaiveDate>,
    ends_on: Option<NaiveDate>,
    report_every_months: i32,
    is_sample: bool,
    step: Option<i32>,
    day: Option<NaiveDate>,
    started_on: Option<NaiveDate>,
    finished_on: Option<NaiveDate>,
}

/// What is on between two days, both included, by day; [`MOST_DAYS`] at most. On the network's
/// host, of all members. Published: all may call it.
///
/// # Errors
/// A database fault.
pub async fn entries(scope: &PublicScope, from: NaiveDate, until: NaiveDate) -> Result<Vec<Entry>> {
    let until = until.min(from.checked_add_days(Days::new(MOST_DAYS)).unwrap_or(from));
    let mut entries = held(scope, from, until).await?;
    entries
        .extend(events::between(scope, from, until).await?.into_iter().map(|event| of_event(scope, event)));
    let mut last = None;
    for row in stepped(scope, from, until).await? {
        // The rows of a programme follow each other; its deadlines are made once.
        if last.replace(row.programme) != Some(row.programme) {
            entries.extend(row.deadlines(from, until));
        }
        entries.extend(row.entry());
    }
    entries.sort_by_key(|entry| (entry.day, entry.kind, entry.step, entry.tenant, entry.programme));
    Ok(entries)
}

/// Whether an event that everyone sees is a step `h` on its day: readers then find the event, which
/// tells more.
pub(crate) const HAS_EVENT: &str = "EXISTS (SELECT 1 FROM events o WHERE o.tenant_id = h.tenant_id
    AND o.programme_id = h.programme_id AND o.step = h.step AND o.starts_on = COALESCE(h.started_on, h.planned_on)
    AND o.status = 'published' AND o.member_live)";

/// What an entry about a step is.
pub(crate) fn kind_of_step(step: i32) -> EntryKind {
    if WORKSHOPS.contains(&step) { EntryKind::Workshop } else { EntryKind::Step }
}

async fn held(scope: &PublicScope, from: NaiveDate, until: NaiveDate) -> Result<Vec<Entry>> {
    let mut binds = Binds::default();
    let (member, from, until) = (binds.member(scope, "s"), binds.one(from), binds.one(until));
    let text = format!(
        "SELECT {}, p.cycle FROM council_sessions s
         LEFT JOIN programmes p ON p.tenant_id = s.tenant_id AND p.id = s.programme_id
           AND p.is_published AND p.member_live
         WHERE s.is_published AND s.member_live{member} AND s.starts_on <= {until}
           AND COALESCE(s.ends_on, s.starts_on) >= {from}
         ORDER BY s.starts_on, s.id LIMIT {MOST_ENTRIES}",
        sessions::COLUMNS
    );
    let rows: Vec<Dated> = sql::all(&scope.reads(), &text, binds.into_values()).await?;
    let entry = |Dated { session, cycle }: Dated| Entry {
        day: session.starts_on,
        until: session.ends_on,
        kind: EntryKind::Session,
        tenant: session.tenant,
        programme: session.programme,
        cycle,
        step: None,
        is_planned: session.outcome == Outcome::Planned,
        period_ends_on: None,
        event: None,
        is_sample: session.is_sample,
        session: Some(session),
    };
    Ok(rows.into_iter().map(entry).collect())
}

fn of_event(scope: &PublicScope, event: EventCard) -> Entry {
    Entry {
        day: event.starts_on,
        until: event.ends_on.filter(|&last| last > event.starts_on),
        kind: EntryKind::Event,
        tenant: event.tenant,
        programme: event.programme.filter(|_| event.cycle.is_some()),
        cycle: event.cycle.clone(),
        step: event.step,
        is_planned: event.status == EventStatus::Published && event.is_to_come(scope.now()),
        session: None,
        period_ends_on: None,
        is_sample: event.is_sample,
        event: Some(event),
    }
}

/// The steps within the stretch, and programmes that are reported on even where they have none.
async fn stepped(scope: &PublicScope, from: NaiveDate, until: NaiveDate) -> Result<Vec<Stepped>> {
    let mut binds = Binds::default();
    let (member, from, until) = (binds.member(scope, "p"), binds.one(from), binds.one(until));
    let text = format!(
        "SELECT p.tenant_id AS tenant, p.id AS programme, p.cycle, p.status, p.starts_on, p.ends_on,
           p.report_every_months, p.is_sample, h.step, COALESCE(h.started_on, h.planned_on) AS day,
           h.started_on, h.finished_on
         FROM programmes p
         LEFT JOIN phases h ON h.tenant_id = p.tenant_id AND h.programme_id = p.id
           AND h.is_published AND h.member_live AND COALESCE(h.started_on, h.planned_on) <= {until}
           AND COALESCE(CASE WHEN h.step < 10 THEN h.finished_on END, h.started_on, h.planned_on) >= {from}
           AND NOT {HAS_EVENT}
         WHERE p.is_published AND p.member_live{member}
           AND (h.step IS NOT NULL OR p.status = 'implementing')
         ORDER BY p.id, h.step LIMIT {MOST_ENTRIES}"
    );
    Ok(sql::all(&scope.reads(), &text, binds.into_values()).await?)
}

impl Stepped {
    fn entry(&self) -> Option<Entry> {
        let (step, day) = (self.step?, self.day?);
        let kind = kind_of_step(step);
        // Implementation and evaluation take years: their beginning is what a calendar shows.
        let until = self.finished_on.filter(|&last| step < 10 && last > day);
        Some(Entry { until, step: Some(step), is_planned: self.started_on.is_none(), ..self.on(kind, day) })
    }

    fn deadlines(&self, from: NaiveDate, until: NaiveDate) -> Vec<Entry> {
        if self.status != ProgrammeStatus::Implementing {
            return Vec::new();
        }
        let every = self.report_every_months.unsigned_abs();
        reporting::periods(self.starts_on, self.ends_on, every, until)
            .into_iter()
            .filter(|period| period.due_on >= from && period.due_on <= until)
            .map(|period| Entry {
                period_ends_on: Some(period.ends_on),
                ..self.on(EntryKind::Deadline, period.due_on)
            })
            .collect()
    }

    fn on(&self, kind: EntryKind, day: NaiveDate) -> Entry {
        Entry {
            day,
            until: None,
            kind,
            tenant: self.tenant,
            programme: Some(self.programme),
            cycle: Some(self.cycle.clone()),
            step: None,
            is_planned: false,
            session: None,
            event: None,
            period_ends_on: None,
            is_sample: self.is_sample,
        }
    }
}
