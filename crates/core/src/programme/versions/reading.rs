//! Reads a programme's tree, public or not, as a version keeps it: three statements, whatever it
//! holds.

use std::collections::HashMap;

use chrono::NaiveDate;
use sea_orm::{FromQueryResult, Value};

use super::{AxisVersion, CommitmentVersion, MilestoneVersion, VersionTree};
use crate::ground::error::Result;
use crate::ground::ids::{AxisId, CommitmentId, MilestoneId, ProgrammeId, TenantId};
use crate::ground::localised::Localised;
use crate::ground::sql::{self, Source};
use crate::programme::statements::Binds;

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
    axis: i32,
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
    starts_on: Option<NaiveDate>,
    ends_on: Option<NaiveDate>,
}

#[derive(FromQueryResult)]
struct MilestoneRow {
    commitment: CommitmentId,
    id: MilestoneId,
    number: i32,
    titles: Localised,
    starts_on: Option<NaiveDate>,
    due_on: Option<NaiveDate>,
    weight: i32,
}

/// The tree of a programme, or of it the one commitment that is asked for (its axes are then all
/// there).
pub(crate) async fn read(
    source: &impl Source,
    tenant: TenantId,
    programme: ProgrammeId,
    only: Option<CommitmentId>,
) -> Result<VersionTree> {
    let of_programme: [Value; 2] = [tenant.into(), programme.into()];
    let axes: Vec<AxisRow> = sql::all(
        source,
        "SELECT id, number, titles, descriptions FROM axes WHERE tenant_id = $1 AND programme_id = $2
         ORDER BY number",
        of_programme.clone(),
    )
    .await?;
    let mut values = of_programme.to_vec();
    let (mut one, mut one_of) = ("", "");
    if let Some(commitment) = only {
        values.push(commitment.into());
        (one, one_of) = (" AND c.id = $3", " AND m.commitment_id = $3");
    }
    let text = format!(
        "SELECT c.id, a.number AS axis, c.number, c.titles, c.descriptions, c.problems, c.status_quos, c.actions,
           c.contributions, c.long_term_goals, c.expected_results, c.leads, c.partners, c.funding_sources,
           c.budget, c.starts_on, c.ends_on
         FROM commitments c JOIN axes a ON a.tenant_id = c.tenant_id AND a.id = c.axis_id
         WHERE c.tenant_id = $1 AND c.programme_id = $2{one} ORDER BY c.number"
    );
    let commitments: Vec<CommitmentRow> = sql::all(source, &text, values.clone()).await?;
    let text = format!(
        "SELECT m.commitment_id AS commitment, m.id, m.number, m.titles, m.starts_on, m.due_on, m.weight
         FROM milestones m WHERE m.tenant_id = $1 AND m.programme_id = $2{one_of} ORDER BY m.number"
    );
    let milestones: Vec<MilestoneRow> = sql::all(source, &text, values).await?;
    Ok(VersionTree {
        axes: axes
            .into_iter()
            .map(|AxisRow { id, number, titles, descriptions }| AxisVersion {
                id,
                number,
                titles,
                descriptions,
            })
            .collect(),
        commitments: joined(commitments, milestones),
    })
}

/// Commitments as they stand, of any programmes, by the ids of what is known to be public: two
/// statements for all.
pub(crate) async fn read_commitments(
    source: &impl Source,
    ids: &[CommitmentId],
) -> Result<Vec<CommitmentVersion>> {
    let places = |binds: &mut Binds| binds.list(ids.iter().copied());
    let mut binds = Binds::default();
    let text = format!(
        "SELECT c.id, a.number AS axis, c.number, c.titles, c.descriptions, c.problems, c.status_quos, c.actions,
           c.contributions, c.long_term_goals, c.expected_results, c.leads, c.partners, c.funding_sources,
           c.budget, c.starts_on, c.ends_on
         FROM commitments c JOIN axes a ON a.tenant_id = c.tenant_id AND a.id = c.axis_id
         WHERE c.id IN ({}) AND c.is_published AND c.member_live ORDER BY c.number",
        places(&mut binds)
    );
    let commitments: Vec<CommitmentRow> = sql::all(source, &text, binds.into_values()).await?;
    let mut binds = Binds::default();
    let text = format!(
        "SELECT m.commitment_id AS commitment, m.id, m.number, m.titles, m.starts_on, m.due_on, m.weight
         FROM commitments c JOIN milestones m ON m.tenant_id = c.tenant_id AND m.commitment_id = c.id
         WHERE c.id IN ({}) AND c.is_published AND c.member_live AND m.is_published AND m.member_live
         ORDER BY m.number",
        places(&mut binds)
    );
    let milestones: Vec<MilestoneRow> = sql::all(source, &text, binds.into_values()).await?;
    Ok(joined(commitments, milestones))
}

fn joined(commitments: Vec<CommitmentRow>, milestones: Vec<MilestoneRow>) -> Vec<CommitmentVersion> {
    let mut of: HashMap<CommitmentId, Vec<MilestoneVersion>> = HashMap::new();
    for MilestoneRow { commitment, id, number, titles, starts_on, due_on, weight } in milestones {
        let milestone = MilestoneVersion { id, number, titles, starts_on, due_on, weight };
        of.entry(commitment).or_default().push(milestone);
    }
    commitments
        .into_iter()
        .map(|row| CommitmentVersion {
            milestones: of.remove(&row.id).unwrap_or_default(),
            id: row.id,
            axis: row.axis,
            number: row.number,
            titles: row.titles,
            descriptions: row.descriptions,
            problems: row.problems,
            status_quos: row.status_quos,
            actions: row.actions,
            contributions: row.contributions,
            long_term_goals: row.long_term_goals,
            expected_results: row.expected_results,
            leads: row.leads,
            partners: row.partners,
            funding_sources: row.funding_sources,
            budget: row.budget,
            starts_on: row.starts_on,
            ends_on: row.ends_on,
        })
        .collect()
}
