//! Commitments (openness projects): the promises themselves, in the fields of the Open Government
//! Partnership's template, with what follows from their milestones. Lists are in `lists`.

mod lists;

use std::collections::HashMap;

use chrono::NaiveDate;
use sea_orm::FromQueryResult;

use super::progress::Progress;
use super::statements::{Binds, COUNTS, MOST_IDS, PROGRESS, overdue, stated};
use super::states::{STATUS_SQL, Status};
use crate::ground::error::{Error, Result};
use crate::ground::ids::{AxisId, CommitmentId, ProgrammeId, TenantId};
use crate::ground::localised::Localised;
use crate::ground::sql;
use crate::tenancy::scope::PublicScope;

pub use lists::{Filter, Order, list};

/// The policy areas that have a name in every language, by their codes: those of the Open Government
/// Partnership. A commitment may hold others, which older plans brought along.
pub const POLICY_AREAS: [&str; 23] = [
    "right_to_information",
    "open_data",
    "fiscal_openness",
    "open_contracting",
    "public_participation",
    "mainstreaming_participation",
    "digital_participation",
    "democratizing_decision_making",
    "social_accountability",
    "open_parliaments",
    "public_service_delivery",
    "digital_governance",
    "capacity_building",
    "science_and_technology",
    "local_commitments",
    "private_sector",
    "youth",
    "inclusion",
    "people_with_disabilities",
    "security_and_public_safety",
    "infrastructure_and_transport",
    "climate_mitigation_and_adaptation",
    "other",
];

/// A commitment with what follows from its milestones.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Commitment {
    /// Its id.
    pub id: CommitmentId,
    /// Whose it is.
    pub tenant: TenantId,
    /// The programme it belongs to.
    pub programme: ProgrammeId,
    /// The cycle of that programme, `2024-2025`.
    pub programme_cycle: String,
    /// The axis it belongs to.
    pub axis: AxisId,
    /// Its number within the programme.
    pub number: i32,
    /// Its titles.
    pub titles: Localised,
    /// What it is.
    pub descriptions: Localised,
    /// The problem it answers.
    pub problems: Localised,
    /// How things stood before.
    pub status_quos: Localised,
    /// What will be done.
    pub actions: Localised,
    /// How that contributes to a solution.
    pub contributions: Localised,
    /// What it is for in the long run.
    pub long_term_goals: Localised,
    /// What is to come of it.
    pub expected_results: Localised,
    /// Who is responsible.
    pub leads: Localised,
    /// Who takes part.
    pub partners: Localised,
    /// Values of open government it serves, as codes.
    #[sea_orm(skip)]
    pub values: Vec<String>,
    /// Policy areas, as codes.
    #[sea_orm(skip)]
    pub policy_areas: Vec<String>,
    /// Its code at the Open Government Partnership.
    pub ogp_code: Option<String>,
    /// Where it is published.
    pub source_url: Option<String>,
    /// What it costs, in dirhams.
    pub budget: Option<i64>,
    /// Who pays.
    pub funding_sources: Localised,
    /// Rises with every change of its wording; whoever changes it says which one they saw.
    pub version: i32,
    /// Its first day.
    pub starts_on: Option<NaiveDate>,
    /// Its last day.
    pub ends_on: Option<NaiveDate>,
    /// Made up for demonstration.
    pub is_sample: bool,
    /// What follows from the states of its milestones.
    pub status: Status,
    /// The progress of its milestones.
    #[sea_orm(nested)]
    pub progress: Progress,
    /// One of its milestones is overdue. A commitment without milestones is never late, even past
    /// its end: nothing published says what should have been done, so that is no data.
    pub is_late: bool,
    /// The day of the latest report on any of its milestones.
    pub last_reported_on: Option<NaiveDate>,
}

/// The commitments of these axes by number, as they stand today or stood at the end of a day.
/// Published: all may call it.
///
/// # Errors
/// A database fault.
pub async fn by_axes(
    scope: &PublicScope,
    axes: &[AxisId],
    as_of: Option<NaiveDate>,
) -> Result<HashMap<AxisId, Vec<Commitment>>> {
    let mut found: HashMap<AxisId, Vec<Commitment>> = HashMap::new();
    for part in axes.chunks(MOST_IDS) {
        let mut binds = Binds::default();
        // Through the axes, because a commitment is found by its axis within its tenant only.
        let wanted = format!(
            "(c.tenant_id, c.axis_id) IN (SELECT a.tenant_id, a.id FROM axes a
               WHERE a.id IN ({}) AND a.is_published AND a.member_live{})",
            binds.list(part.iter().copied()),
            binds.member(scope, "a")
        );
        for commitment in select(scope, &wanted, binds, as_of).await? {
            found.entry(commitment.axis).or_default().push(commitment);
        }
    }
    Ok(found)
}

/// The tenant's commitment with this number in the programme of a cycle, as it stands today or stood
/// at the end of a day. On the network's host, the network's own. Published: all may call it.
///
/// # Errors
/// `NotFound`.
pub async fn by_number(
    scope: &PublicScope,
    cycle: &str,
    number: i32,
    as_of: Option<NaiveDate>,
) -> Result<Commitment> {
    let mut binds = Binds::default();
    let tenant = binds.one(scope.tenant().id);
    let wanted = format!(
        "c.tenant_id = {tenant} AND c.number = {} AND c.programme_id IN (SELECT p.id FROM programmes p
           WHERE p.tenant_id = {tenant} AND p.cycle = {} AND p.is_published AND p.member_live)",
        binds.one(number),
        binds.one(cycle)
    );
    select(scope, &wanted, binds, as_of).await?.into_iter().next().ok_or(Error::NotFound("commitment"))
}

/// One commitment, as it stands today or stood at the end of a day. Published: all may call it.
///
/// # Errors
/// `NotFound`, also for the commitment of another member on a member's host.
pub async fn find(scope: &PublicScope, id: CommitmentId, as_of: Option<NaiveDate>) -> Result<Commitment> {
    let mut binds = Binds::default();
    let wanted = format!("c.id = {}", binds.one(id));
    select(scope, &wanted, binds, as_of).await?.into_iter().next().ok_or(Error::NotFound("commitment"))
}

/// The commitments with these ids by number, as they stand today or stood at the end of a day; those
/// that may not be seen are missing. Published: all may call it.
///
/// # Errors
/// A database fault.
pub async fn by_ids(
    scope: &PublicScope,
    ids: &[CommitmentId],
    as_of: Option<NaiveDate>,
) -> Result<Vec<Commitment>> {
    let mut found = Vec::new();
    for part in ids.chunks(MOST_IDS) {
        let mut binds = Binds::default();
        let wanted = format!("c.id IN ({})", binds.list(part.iter().copied()));
        found.extend(select(scope, &wanted, binds, as_of).await?);
    }
    Ok(found)
}

/// The tallies of the commitments in `wanted` (tenant_id, id) at a day, as common table expressions;
/// both arguments are placeholders.
pub(super) fn tallies(as_of: Option<&str>, day: &str) -> String {
    format!(
        "{}, tallies AS (
           SELECT r.tenant_id, r.commitment_id, {COUNTS},
             SUM(CASE WHEN {} THEN 1 ELSE 0 END) AS overdue
           FROM stated r
           GROUP BY r.tenant_id, r.commitment_id
         )",
        stated("m.commitment_id = w.id", as_of),
        overdue(day)
    )
}

async fn select(
    scope: &PublicScope,
    wanted: &str,
    mut binds: Binds,
    as_of: Option<NaiveDate>,
) -> Result<Vec<Commitment>> {
    let member = binds.member(scope, "c");
    let as_of = as_of.map(|day| day.min(scope.today()));
    let until = as_of.map(|day| binds.one(day));
    let day = binds.one(as_of.unwrap_or_else(|| scope.today()));
    let text = format!(
        "WITH wanted AS (
           SELECT c.tenant_id, c.id FROM commitments c WHERE {wanted} AND c.is_published AND c.member_live{member}
         ), {}
         SELECT c.id, c.tenant_id AS tenant, c.programme_id AS programme, p.cycle AS programme_cycle,
           c.axis_id AS axis, c.number, c.titles, c.descriptions, c.problems, c.status_quos, c.actions,
           c.contributions, c.long_term_goals, c.budget, c.funding_sources, c.version,
           c.expected_results, c.leads, c.partners, c.ogp_code, c.source_url, c.starts_on, c.ends_on, c.is_sample,
           {STATUS_SQL} AS status, {PROGRESS}, COALESCE(t.overdue, 0) > 0 AS is_late, t.last_reported_on
         FROM wanted w
         JOIN commitments c ON c.tenant_id = w.tenant_id AND c.id = w.id
         JOIN programmes p ON p.tenant_id = c.tenant_id AND p.id = c.programme_id AND p.is_published AND p.member_live
         LEFT JOIN tallies t ON t.tenant_id = c.tenant_id AND t.commitment_id = c.id
         ORDER BY c.tenant_id, c.programme_id, c.number",
        tallies(until.as_deref(), &day)
    );
    let mut commitments: Vec<Commitment> = sql::all(&scope.reads(), &text, binds.into_values()).await?;
    tag(scope, &mut commitments).await?;
    Ok(commitments)
}

/// Adds values and policy areas: one statement for up to [`MOST_IDS`] commitments.
async fn tag(scope: &PublicScope, commitments: &mut [Commitment]) -> Result<()> {
    #[derive(FromQueryResult)]
    struct Tag {
        commitment: CommitmentId,
        kind: String,
        code: String,
    }
    for part in commitments.chunks_mut(MOST_IDS) {
        let mut binds = Binds::default();
        let (ids, member) =
            (binds.list(part.iter().map(|commitment| commitment.id)), binds.member(scope, "c"));
        let text = format!(
            "SELECT g.commitment_id AS commitment, g.kind, g.code
             FROM commitments c
             JOIN commitment_tags g ON g.tenant_id = c.tenant_id AND g.commitment_id = c.id
             WHERE c.id IN ({ids}) AND c.is_published AND c.member_live{member} AND g.is_published AND g.member_live
             ORDER BY g.code"
        );
        let rows: Vec<Tag> = sql::all(&scope.reads(), &text, binds.into_values()).await?;
        let mut tags: HashMap<CommitmentId, Vec<Tag>> = HashMap::new();
        for row in rows {
            tags.entry(row.commitment).or_default().push(row);
        }
        for commitment in part {
            for tag in tags.remove(&commitment.id).unwrap_or_default() {
                match tag.kind.as_str() {
                    "value" => commitment.values.push(tag.code),
                    _ => commitment.policy_areas.push(tag.code),
                }
            }
        }
    }
    Ok(())
}
