//! The calendar of the whole network: sessions of councils, events that people come to and steps of
//! cycles, of all members, each with whose it is. What members owe by a day is left to their own
//! calendars: every member has some each month, and they would bury the rest.

use chrono::{DateTime, Days, Months, NaiveDate, Utc};
use sea_orm::{FromQueryResult, Value};

use crate::ground::error::Result;
use crate::ground::ids::{ProgrammeId, TenantId};
use crate::ground::localised::Localised;
use crate::ground::paging::{Page, PageRequest, Position};
use crate::news::events::{EventKind, EventStatus};
use crate::programme::calendar::{EntryKind, HAS_EVENT, kind_of_step};
use crate::programme::programmes::SessionKind;
use crate::programme::sessions::Outcome;
use crate::programme::statements::{Binds, List};
use crate::tenancy::collectivities::Kind;
use crate::tenancy::scope::PublicScope;

/// Entries that a file for calendar programs has at most.
pub const MOST_IN_FILE: u32 = 500;

/// Which entries a list shows. What is not set lets all pass.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Of members of this kind.
    pub kind: Option<Kind>,
    /// Of members in this region, by HCP code.
    pub region: Option<String>,
}

/// Something at a member on a day or over some days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberEvent {
    /// The session, the event, or the step of a programme that was written down.
    pub id: uuid::Uuid,
    /// Whose it is.
    pub tenant: TenantId,
    /// What the member is.
    pub member_kind: Kind,
    /// The member's names.
    pub names: Localised,
    /// Base address of the member's site.
    pub url: String,
    /// Its first day.
    pub day: NaiveDate,
    /// Its last day, where it has several and it is known.
    pub until: Option<NaiveDate>,
    /// What it is.
    pub kind: EntryKind,
    /// The step of the cycle, of workshops and steps.
    pub step: Option<i32>,
    /// Ordinary or extraordinary, and what became of it, of sessions.
    pub session: Option<(SessionKind, Outcome)>,
    /// What an event is, what it is called and where it stands.
    pub event: Option<(EventKind, Localised, EventStatus)>,
    /// When an event begins and ends.
    pub times: Option<(DateTime<Utc>, Option<DateTime<Utc>>)>,
    /// Where a session or an event takes place.
    pub places: Localised,
    /// What a session or an event is about.
    pub agendas: Localised,
    /// The programme it is about, if any.
    pub programme: Option<ProgrammeId>,
    /// The years of that programme.
    pub cycle: Option<String>,
    /// It has not taken place yet, as far as is written down.
    pub is_planned: bool,
    /// Made up for demonstration.
    pub is_sample: bool,
}

#[derive(Debug, FromQueryResult)]
struct Row {
    id: uuid::Uuid,
    tenant: TenantId,
    slug: String,
    member_kind: String,
    names: Localised,
    day: NaiveDate,
    last_day: Option<NaiveDate>,
    step: Option<i32>,
    programme: Option<ProgrammeId>,
    cycle: Option<String>,
    session_kind: Option<String>,
    outcome: Option<String>,
    event_kind: Option<String>,
    event_status: Option<String>,
    titles: Option<Localised>,
    starts_at: Option<DateTime<Utc>>,
    ends_at: Option<DateTime<Utc>>,
    places: Option<Localised>,
    agendas: Option<Localised>,
    started_on: Option<NaiveDate>,
    is_sample: bool,
}

/// A page of what is on between two days, both included, by day. Published: all may call it.
///
/// # Errors
/// `Invalid` for a cursor of another list.
pub async fn events(
    scope: &PublicScope,
    (from, until): (NaiveDate, NaiveDate),
    filter: &Filter,
    page: &PageRequest,
) -> Result<Page<MemberEvent>> {
    let mut binds = Binds::default();
    let rows = statement(from, until, filter, &mut binds);
    let list =
        List { with: String::new(), rows, joined: Some(JOINED), binds, sort: "x.day, x.id", falling: false };
    let values = |position: &Position| -> Option<Vec<Value>> {
        Some(vec![position.key.parse::<NaiveDate>().ok()?.into(), position.id.into()])
    };
    let found =
        list.page(scope, page, values, |row: &Row| Position { key: row.day.to_string(), id: row.id }).await?;
    Ok(found.map(|row| row.event(scope)))
}

/// What is on in the coming twelve months, for calendar programs; [`MOST_IN_FILE`] at most.
/// Published: all may call it.
///
/// # Errors
/// A database fault.
pub async fn coming(scope: &PublicScope, filter: &Filter) -> Result<Vec<MemberEvent>> {
    let today = scope.today();
    let until = today.checked_add_months(Months::new(12)).unwrap_or(today) - Days::new(1);
    let request = PageRequest { limit: MOST_IN_FILE, backwards: false, position: None };
    Ok(events(scope, (today, until), filter, &request).await?.items)
}

/// Sessions (step 0), events (step -1) and steps as rows of one shape. Steps are of public programmes; implementation and
/// evaluation take years, and so their beginning is what a calendar shows.
fn statement(from: NaiveDate, until: NaiveDate, filter: &Filter, binds: &mut Binds) -> String {
    let (from, until) = (binds.one(from), binds.one(until));
    let mut members = String::new();
    if let Some(kind) = filter.kind {
        members.push_str(&format!(" AND n.kind = {}", binds.one(kind.code())));
    }
    if let Some(region) = &filter.region {
        members.push_str(&format!(" AND n.region_code = {}", binds.one(region.as_str())));
    }
    format!(
        "SELECT x.* FROM (
           SELECT e.*, n.slug, n.kind AS member_kind, n.names, n.is_sample AS member_is_sample,
             COUNT(*) OVER () AS list_total
           FROM (
             SELECT s.tenant_id, s.id, s.starts_on AS day, s.ends_on AS last_day, 0 AS step, s.programme_id
             FROM council_sessions s
             WHERE s.is_published AND s.member_live AND s.starts_on <= {until}
               AND COALESCE(s.ends_on, s.starts_on) >= {from}
             UNION ALL
             SELECT v.tenant_id, v.id, v.starts_on AS day, v.ends_on AS last_day, -1 AS step, v.programme_id
             FROM events v
             WHERE v.status IN ('published', 'cancelled') AND v.member_live AND v.starts_on <= {until}
               AND COALESCE(v.ends_on, v.starts_on) >= {from}
             UNION ALL
             SELECT h.tenant_id, h.id, COALESCE(h.started_on, h.planned_on) AS day,
               CASE WHEN h.step < 10 THEN h.finished_on END AS last_day, h.step, h.programme_id
             FROM phases h
             WHERE h.is_published AND h.member_live AND COALESCE(h.started_on, h.planned_on) <= {until}
               AND COALESCE(CASE WHEN h.step < 10 THEN h.finished_on END, h.started_on, h.planned_on) >= {from}
               AND NOT {HAS_EVENT}
           ) e
           JOIN collectivities n ON n.id = e.tenant_id AND n.status = 'active'
             AND (n.kind <> 'network' OR e.step = -1){members}
           LEFT JOIN programmes p ON p.tenant_id = e.tenant_id AND p.id = e.programme_id
             AND p.is_published AND p.member_live
           WHERE e.step <= 0 OR p.id IS NOT NULL
         ) x"
    )
}

/// What is read for the rows of a page only.
const JOINED: (&str, &str) = (
    "x.id, x.tenant_id AS tenant, x.slug, x.member_kind, x.names, x.day, x.last_day, x.list_total,
     CASE WHEN x.step > 0 THEN x.step END AS step, p.id AS programme, p.cycle, s.kind AS session_kind, s.outcome,
     v.kind AS event_kind, v.status AS event_status, v.titles, v.starts_at, v.ends_at,
     COALESCE(s.places, v.places) AS places, COALESCE(s.agendas, v.agendas) AS agendas, h.started_on,
     (x.member_is_sample OR COALESCE(s.is_sample, v.is_sample, FALSE) OR COALESCE(p.is_sample, FALSE)) AS is_sample",
    "LEFT JOIN council_sessions s ON s.tenant_id = x.tenant_id AND s.id = x.id AND x.step = 0
       AND s.is_published AND s.member_live
     LEFT JOIN events v ON v.tenant_id = x.tenant_id AND v.id = x.id AND x.step = -1
       AND v.status IN ('published', 'cancelled') AND v.member_live
     LEFT JOIN phases h ON h.tenant_id = x.tenant_id AND h.id = x.id AND x.step > 0
       AND h.is_published AND h.member_live
     LEFT JOIN programmes p ON p.tenant_id = x.tenant_id AND p.id = x.programme_id
       AND p.is_published AND p.member_live",
);

impl Row {
    fn event(self, scope: &PublicScope) -> MemberEvent {
        let member_kind = Kind::from_code(&self.member_kind).unwrap_or(Kind::Commune);
        let session = self.session_kind.as_deref().and_then(SessionKind::from_code);
        let outcome = self.outcome.as_deref().and_then(Outcome::from_code);
        let event_kind = self.event_kind.as_deref().and_then(EventKind::from_code);
        let status = self.event_status.as_deref().and_then(EventStatus::from_code);
        MemberEvent {
            url: scope.hub().url_of(member_kind, &self.slug),
            id: self.id,
            tenant: self.tenant,
            member_kind,
            names: self.names,
            day: self.day,
            until: self.last_day.filter(|&last| last > self.day),
            kind: match (event_kind, self.step) {
                (Some(_), _) => EntryKind::Event,
                (None, step) => step.map_or(EntryKind::Session, kind_of_step),
            },
            is_planned: match (outcome, status) {
                (Some(outcome), _) => outcome == Outcome::Planned,
                (None, Some(status)) => {
                    status == EventStatus::Published && self.starts_at.is_some_and(|at| at > scope.now())
                }
                (None, None) => self.started_on.is_none(),
            },
            event: event_kind
                .zip(status)
                .map(|(kind, status)| (kind, self.titles.unwrap_or_default(), status)),
            times: self.starts_at.map(|start| (start, self.ends_at)),
            step: self.step,
            session: session.zip(outcome),
            places: self.places.unwrap_or_default(),
            agendas: self.agendas.unwrap_or_default(),
            programme: self.programme,
            cycle: self.cycle,
            is_sample: self.is_sample,
        }
    }
}
