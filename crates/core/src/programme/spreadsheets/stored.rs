//! Reads the tree of a programme with all that a sheet holds of it: four statements, whatever it
//! holds.

use std::collections::HashMap;

use chrono::NaiveDate;
use sea_orm::{FromQueryResult, Value};

use crate::ground::database::TenantTx;
use crate::ground::error::Result;
use crate::ground::ids::{AxisId, CommitmentId, ProgrammeId};
use crate::ground::localised::Localised;
use crate::ground::sql;
use crate::programme::seeding::{SeedAxis, SeedCommitment, SeedMilestone};

#[derive(FromQueryResult)]
struct AxisRow {
    id: AxisId,
    number: i32,
    titles: Localised,
    descriptions: Localised,
}

#[derive(FromQueryResult)]
struct CommitmentRow {
    id: CommitmentId,
    axis: AxisId,
    number: i32,
    titles: Localised,
    descriptions: Localised,
    problems: Localised,
    status_quos: Localised,
    actions: Localised,
    contributions: Localised,
    long_term_goals: Localised,
    expected_results: Localised,
    leads: Localised,
    partners: Localised,
    funding_sources: Localised,
    budget: Option<i64>,
    ogp_code: Option<String>,
    source_url: Option<String>,
    starts_on: Option<NaiveDate>,
    ends_on: Option<NaiveDate>,
}

#[derive(FromQueryResult)]
struct TagRow {
    commitment: CommitmentId,
    kind: String,
    code: String,
}

#[derive(FromQueryResult)]
struct MilestoneRow {
    commitment: CommitmentId,
    number: i32,
    titles: Localised,
    starts_on: Option<NaiveDate>,
    due_on: Option<NaiveDate>,
    weight: i32,
}

/// The axes of a programme by number, with their commitments and milestones.
pub(super) async fn axes(tx: &TenantTx, programme: ProgrammeId) -> Result<Vec<SeedAxis>> {
    let of = || -> [Value; 2] { [tx.tenant().into(), programme.into()] };
    let axes: Vec<AxisRow> = sql::all(
        tx,
        "SELECT id, number, titles, descriptions FROM axes WHERE tenant_id = $1 AND programme_id = $2
         ORDER BY number",
        of(),
    )
    .await?;
    let commitments: Vec<CommitmentRow> = sql::all(
        tx,
        "SELECT id, axis_id AS axis, number, titles, descriptions, problems, status_quos, actions, contributions,
           long_term_goals, expected_results, leads, partners, funding_sources, budget, ogp_code, source_url,
           starts_on, ends_on
         FROM commitments WHERE tenant_id = $1 AND programme_id = $2 ORDER BY number",
        of(),
    )
    .await?;
    let tags: Vec<TagRow> = sql::all(
        tx,
        "SELECT t.commitment_id AS commitment, t.kind, t.code FROM commitment_tags t
         JOIN commitments c ON c.tenant_id = t.tenant_id AND c.id = t.commitment_id
         WHERE c.tenant_id = $1 AND c.programme_id = $2 ORDER BY t.code",
        of(),
    )
    .await?;
    let milestones: Vec<MilestoneRow> = sql::all(
        tx,
        "SELECT commitment_id AS commitment, number, titles, starts_on, due_on, weight
         FROM milestones WHERE tenant_id = $1 AND programme_id = $2 ORDER BY number",
        of(),
    )
    .await?;
    Ok(joined(axes, commitments, tags, milestones))
}

fn joined(
    axes: Vec<AxisRow>,
    commitments: Vec<CommitmentRow>,
    tags: Vec<TagRow>,
    milestones: Vec<MilestoneRow>,
) -> Vec<SeedAxis> {
    let mut codes: HashMap<CommitmentId, (Vec<String>, Vec<String>)> = HashMap::new();
    for TagRow { commitment, kind, code } in tags {
        let (values, policy_areas) = codes.entry(commitment).or_default();
        if kind == "value" { values.push(code) } else { policy_areas.push(code) }
    }
    let mut under: HashMap<CommitmentId, Vec<SeedMilestone>> = HashMap::new();
    for MilestoneRow { commitment, number, titles, starts_on, due_on, weight } in milestones {
        let weight = Some(weight);
        let milestone =
            SeedMilestone { number, titles, starts_on, due_on, weight, ..SeedMilestone::default() };
        under.entry(commitment).or_default().push(milestone);
    }
    let mut of_axis: HashMap<AxisId, Vec<SeedCommitment>> = HashMap::new();
    for row in commitments {
        let (values, policy_areas) = codes.remove(&row.id).unwrap_or_default();
        let milestones = under.remove(&row.id).unwrap_or_default();
        of_axis.entry(row.axis).or_default().push(row.seed(values, policy_areas, milestones));
    }
    axes.into_iter()
        .map(|AxisRow { id, number, titles, descriptions }| {
            let commitments = of_axis.remove(&id).unwrap_or_default();
            SeedAxis { number, titles, descriptions, is_sample: false, commitments }
        })
        .collect()
}

impl CommitmentRow {
    fn seed(
        self,
        values: Vec<String>,
        policy_areas: Vec<String>,
        milestones: Vec<SeedMilestone>,
    ) -> SeedCommitment {
        SeedCommitment {
            number: self.number,
            titles: self.titles,
            descriptions: self.descriptions,
            problems: self.problems,
            status_quos: self.status_quos,
            actions: self.actions,
            contributions: self.contributions,
            long_term_goals: self.long_term_goals,
            expected_results: self.expected_results,
            leads: self.leads,
            partners: self.partners,
            funding_sources: self.funding_sources,
            budget: self.budget,
            values,
            policy_areas,
            ogp_code: self.ogp_code,
            source_url: self.source_url,
            starts_on: self.starts_on,
            ends_on: self.ends_on,
            is_sample: false,
            milestones,
        }
    }
}
