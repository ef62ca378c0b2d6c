//! Programmes: what a member promises for two years, where it stands in the cycle of eleven steps
//! (DGCT's method), and how far its milestones are.

use std::collections::HashMap;

use chrono::NaiveDate;
use sea_orm::FromQueryResult;

use super::committee::Parity;
use super::progress::Progress;
use super::statements::{Binds, COUNTS, MOST_IDS, PROGRESS, stated};
use super::states::coded;
use crate::ground::error::{Error, Result};
use crate::ground::ids::{ProgrammeId, TenantId};
use crate::ground::localised::Localised;
use crate::ground::sql;
use crate::tenancy::scope::PublicScope;

/// Who adopted a programme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Origin {
    /// The member's council, within the network.
    Council,
    /// An action plan of the member within the Open Government Partnership.
    OgpLocal,
    /// Morocco's national action plan within the Open Government Partnership.
    OgpNational,
}

/// Where a programme stands, as its member declares.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ProgrammeStatus {
    /// Being prepared with citizens.
    Preparing,
    /// Adopted by the council.
    Adopted,
    /// Being carried out.
    Implementing,
    /// Being evaluated.
    Evaluating,
    /// Over.
    Closed,
}

/// The kind of council session that adopted a programme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SessionKind {
    /// دورة عادية
    Ordinary,
    /// دورة استثنائية
    Extraordinary,
}

coded! {
    Origin {
        Council = "council",
        OgpLocal = "ogp_local",
        OgpNational = "ogp_national",
    }
    ProgrammeStatus {
        Preparing = "preparing",
        Adopted = "adopted",
        Implementing = "implementing",
        Evaluating = "evaluating",
        Closed = "closed",
    }
    SessionKind {
        Ordinary = "ordinary",
        Extraordinary = "extraordinary",
    }
}

/// A programme with its progress.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Programme {
    /// Its id.
    pub id: ProgrammeId,
    /// Whose it is.
    pub tenant: TenantId,
    /// Its years, `2024-2025`; unique within the member.
    pub cycle: String,
    /// Who adopted it.
    pub origin: Origin,
    /// Where it stands.
    pub status: ProgrammeStatus,
    /// What readers should know about it.
    pub notes: Localised,
    /// Where it is published.
    pub source_url: Option<String>,
    /// Its first day.
    pub starts_on: Option<NaiveDate>,
    /// Its last day.
    pub ends_on: Option<NaiveDate>,
    /// The day of its adoption.
    pub adopted_on: Option<NaiveDate>,
    /// The session that adopted it.
    pub session_kind: Option<SessionKind>,
    /// Months between two reports on each of its milestones.
    pub report_every_months: i32,
    /// The day its draft became public, with its axes, commitments and milestones.
    pub draft_published_on: Option<NaiveDate>,
    /// The day its follow-up committee validated the draft.
    pub draft_validated_on: Option<NaiveDate>,
    /// Who sits on its follow-up committee.
    #[sea_orm(nested)]
    pub committee: Parity,
    /// Rises with every change of the programme itself.
    pub version: i32,
    /// It, or a commitment of it, is made up for demonstration; whoever shows it says so.
    pub is_sample: bool,
    /// The progress of all its milestones.
    #[sea_orm(nested)]
    pub progress: Progress,
    /// The step of the cycle it has reached, 1 to 11: the furthest one begun, or the one that its
    /// status implies if that is further. None for plans outside the network's cycle.
    pub step: Option<i32>,
}

/// A step of the cycle with its dates, planned and actual.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Phase {
    /// 1 to 11.
    pub step: i32,
    /// When it was to take place.
    pub planned_on: Option<NaiveDate>,
    /// When it began.
    pub started_on: Option<NaiveDate>,
    /// When it ended.
    pub finished_on: Option<NaiveDate>,
    /// What readers should know about it, for example why it slipped.
    pub notes: Localised,
}

/// The step of a programme `p` whose phases `s` may be missing: see [`Programme::step`].
pub(crate) const STEP: &str = "CASE WHEN p.origin <> 'council' THEN s.step
      WHEN p.status IN ('evaluating', 'closed') THEN 11
      WHEN p.status = 'implementing' AND COALESCE(s.step, 1) < 10 THEN 10
      WHEN p.status = 'adopted' AND COALESCE(s.step, 1) < 9 THEN 9
      ELSE COALESCE(s.step, 1) END";

/// The order in which a member's programmes are the current one, given the placeholder of the
/// day: the council's before plans of the Open Government Partnership, those that have begun
/// before those to come, then the latest.
pub(crate) fn current_first(today: &str) -> String {
    format!(
        "CASE p.origin WHEN 'council' THEN 0 WHEN 'ogp_local' THEN 1 ELSE 2 END,
         CASE WHEN p.starts_on <= {today} THEN 0 ELSE 1 END, COALESCE(p.starts_on, '0001-01-01') DESC, p.id DESC"
    )
}

/// The programme that the tenant works on now, if any: the council's one that began last. On the
/// network's host, the network's own. Published: all may call it.
///
/// # Errors
/// A database fault.
pub async fn current(scope: &PublicScope) -> Result<Option<Programme>> {
    Ok(current_by_members(scope, &[scope.tenant().id]).await?.into_iter().next())
}

/// The programme that each of these members works on now. Published: all may call it.
///
/// # Errors
/// A database fault.
pub async fn current_by_members(scope: &PublicScope, members: &[TenantId]) -> Result<Vec<Programme>> {
    let mut found = Vec::new();
    for part in members.chunks(MOST_IDS) {
        let mut binds = Binds::default();
        let today = binds.one(scope.today());
        let wanted = format!(
            "p.id IN (SELECT x.id FROM (
               SELECT p.id, ROW_NUMBER() OVER (PARTITION BY p.tenant_id ORDER BY {}) AS place
               FROM programmes p WHERE p.tenant_id IN ({}) AND p.is_published AND p.member_live
             ) x WHERE x.place = 1)",
            current_first(&today),
            binds.list(part.iter().copied())
        );
        found.extend(select(scope, &wanted, binds, None).await?);
    }
    Ok(found)
}

/// The tenant's programme of a cycle. On the network's host, the network's own. Published: all
/// may call it.
///
/// # Errors
/// `NotFound`.
pub async fn by_cycle(scope: &PublicScope, cycle: &str) -> Result<Programme> {
    let mut binds = Binds::default();
    let wanted = format!("p.tenant_id = {} AND p.cycle = {}", binds.one(scope.tenant().id), binds.one(cycle));
    select(scope, &wanted, binds, None).await?.into_iter().next().ok_or(Error::NotFound("programme"))
}

/// The programmes of the tenant, the latest first. On the network's host, the network's own.
/// Published: all may call it.
///
/// # Errors
/// A database fault.
pub async fn list(scope: &PublicScope) -> Result<Vec<Programme>> {
    by_members(scope, &[scope.tenant().id]).await
}

/// The programmes of these members, the latest first. Published: all may call it.
///
/// # Errors
/// A database fault.
pub async fn by_members(scope: &PublicScope, members: &[TenantId]) -> Result<Vec<Programme>> {
    let mut found = Vec::new();
    for part in members.chunks(MOST_IDS) {
        let mut binds = Binds::default();
        let wanted = format!("p.tenant_id IN ({})", binds.list(part.iter().copied()));
        found.extend(select(scope, &wanted, binds, None).await?);
    }
    Ok(found)
}

/// One programme; its progress is that of today or of the end of a day. Published: all may call it.
///
/// # Errors
/// `NotFound`, also for the programme of another member on a member's host.
pub async fn find(scope: &PublicScope, id: ProgrammeId, as_of: Option<NaiveDate>) -> Result<Programme> {
    let mut binds = Binds::default();
    let wanted = format!("p.id = {}", binds.one(id));
    select(scope, &wanted, binds, as_of).await?.into_iter().next().ok_or(Error::NotFound("programme"))
}

/// The programmes with these ids, the latest first; those that may not be seen are missing.
/// Published: all may call it.
///
/// # Errors
/// A database fault.
pub async fn by_ids(scope: &PublicScope, ids: &[ProgrammeId]) -> Result<Vec<Programme>> {
    let mut found = Vec::new();
    for part in ids.chunks(MOST_IDS) {
        let mut binds = Binds::default();
        let wanted = format!("p.id IN ({})", binds.list(part.iter().copied()));
        found.extend(select(scope, &wanted, binds, None).await?);
    }
    Ok(found)
}

/// The steps of these programmes in their order. Published: all may call it.
///
/// # Errors
/// A database fault.
pub async fn phases(
    scope: &PublicScope,
    programmes: &[ProgrammeId],
) -> Result<HashMap<ProgrammeId, Vec<Phase>>> {
    #[derive(FromQueryResult)]
    struct Row {
        programme: ProgrammeId,
        step: i32,
        planned_on: Option<NaiveDate>,
        started_on: Option<NaiveDate>,
        finished_on: Option<NaiveDate>,
        notes: Localised,
    }
    let mut found: HashMap<ProgrammeId, Vec<Phase>> = HashMap::new();
    for part in programmes.chunks(MOST_IDS) {
        let mut binds = Binds::default();
        let (ids, member) = (binds.list(part.iter().copied()), binds.member(scope, "p"));
        let text = format!(
            "SELECT h.programme_id AS programme, h.step, h.planned_on, h.started_on, h.finished_on, h.notes
             FROM programmes p
             JOIN phases h ON h.tenant_id = p.tenant_id AND h.programme_id = p.id
             WHERE p.id IN ({ids}) AND p.is_published AND p.member_live{member} AND h.is_published AND h.member_live
             ORDER BY h.step"
        );
        let rows: Vec<Row> = sql::all(&scope.reads(), &text, binds.into_values()).await?;
        for Row { programme, step, planned_on, started_on, finished_on, notes } in rows {
            let phase = Phase { step, planned_on, started_on, finished_on, notes };
            found.entry(programme).or_default().push(phase);
        }
    }
    Ok(found)
}

async fn select(
    scope: &PublicScope,
    wanted: &str,
    mut binds: Binds,
    as_of: Option<NaiveDate>,
) -> Result<Vec<Programme>> {
    let member = binds.member(scope, "p");
    let until = as_of.map(|day| binds.one(day.min(scope.today())));
    let text = format!(
        "WITH wanted AS (
           SELECT p.tenant_id, p.id FROM programmes p WHERE {wanted} AND p.is_published AND p.member_live{member}
         ), {}, tallies AS (
           SELECT r.tenant_id, r.programme_id, {COUNTS} FROM stated r
           GROUP BY r.tenant_id, r.programme_id
         ), steps AS (
           SELECT h.tenant_id, h.programme_id, MAX(h.step) AS step
           FROM wanted w
           JOIN phases h ON h.tenant_id = w.tenant_id AND h.programme_id = w.id
           WHERE h.is_published AND h.member_live AND COALESCE(h.started_on, h.finished_on) IS NOT NULL
           GROUP BY h.tenant_id, h.programme_id
         )
         SELECT p.id, p.tenant_id AS tenant, p.cycle, p.origin, p.status, p.notes, p.source_url, p.starts_on,
           p.ends_on, p.adopted_on, p.session_kind, p.report_every_months, p.draft_published_on,
           p.draft_validated_on, p.committee_total, p.committee_women, p.committee_men,
           p.committee_civil_society, p.version, {PROGRESS},
           (p.is_sample OR EXISTS (SELECT 1 FROM commitments k WHERE k.tenant_id = p.tenant_id
             AND k.programme_id = p.id AND k.is_published AND k.is_sample)) AS is_sample, {STEP} AS step
         FROM wanted w
         JOIN programmes p ON p.tenant_id = w.tenant_id AND p.id = w.id
         LEFT JOIN tallies t ON t.tenant_id = p.tenant_id AND t.programme_id = p.id
         LEFT JOIN steps s ON s.tenant_id = p.tenant_id AND s.programme_id = p.id
         ORDER BY COALESCE(p.starts_on, '0001-01-01') DESC, p.cycle DESC, p.id",
        stated("m.programme_id = w.id", until.as_deref())
    );
    Ok(sql::all(&scope.reads(), &text, binds.into_values()).await?)
}
