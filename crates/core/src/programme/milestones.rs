//! Milestones (activities) of commitments. A milestone has no column for its state: the state is
//! that of its latest approved report, and overdue follows from that and the day.

use std::collections::HashMap;

use chrono::NaiveDate;
use sea_orm::FromQueryResult;

use super::statements::{Binds, MOST_IDS, latest, overdue, was_there};
use super::states::State;
use crate::ground::error::Result;
use crate::ground::ids::{CommitmentId, MilestoneId, ReportId};
use crate::ground::localised::Localised;
use crate::ground::sql;
use crate::tenancy::scope::PublicScope;

/// An activity of a commitment.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Milestone {
    /// Its id.
    pub id: MilestoneId,
    /// The commitment it belongs to.
    pub commitment: CommitmentId,
    /// Its number within the commitment.
    pub number: i32,
    /// Its titles.
    pub titles: Localised,
    /// When work begins.
    pub starts_on: Option<NaiveDate>,
    /// When it is to be complete.
    pub due_on: Option<NaiveDate>,
    /// How much it counts beside the others of its programme, 1 to 100.
    pub weight: i32,
    /// The day it entered the programme; none for those that were there from its beginning.
    pub added_on: Option<NaiveDate>,
    /// Its latest approved report that no correction took the place of.
    pub last_report: Option<ReportId>,
    /// What its latest approved report declares; none where nothing was reported.
    pub state: Option<State>,
    /// The day of that report.
    pub last_reported_on: Option<NaiveDate>,
    /// The evidence given with that report.
    pub evidence_url: Option<String>,
    /// The obstacle named in that report, one of [`super::reports::OBSTACLES`].
    pub obstacle: Option<String>,
    /// Due before the day asked about and neither complete nor dropped.
    pub is_overdue: bool,
    /// Made up for demonstration.
    pub is_sample: bool,
}

/// The milestones of these commitments by number, as they stand today or stood on a day.
/// Published: all may call it.
///
/// # Errors
/// A database fault.
pub async fn by_commitments(
    scope: &PublicScope,
    commitments: &[CommitmentId],
    as_of: Option<NaiveDate>,
) -> Result<HashMap<CommitmentId, Vec<Milestone>>> {
    let mut found: HashMap<CommitmentId, Vec<Milestone>> = HashMap::new();
    for part in commitments.chunks(MOST_IDS) {
        let mut binds = Binds::default();
        let as_of = as_of.map(|day| day.min(scope.today()));
        let until = as_of.map(|day| binds.one(day));
        let latest = |column| latest(column, until.as_deref());
        let overdue = overdue(&binds.one(as_of.unwrap_or_else(|| scope.today())));
        let (ids, member) = (binds.list(part.iter().copied()), binds.member(scope, "c"));
        // Through the commitments, because only they can be found by id without their tenant.
        let text = format!(
            "SELECT r.*, {overdue} AS is_overdue FROM (
               SELECT m.id, m.commitment_id AS commitment, m.number, m.titles, m.starts_on, m.due_on,
                 m.weight, m.added_on, m.is_sample, {} AS last_report, {} AS state, {} AS last_reported_on, {} AS evidence_url, {} AS obstacle
               FROM commitments c
               JOIN milestones m ON m.tenant_id = c.tenant_id AND m.commitment_id = c.id
               WHERE c.id IN ({ids}) AND c.is_published AND c.member_live{member}
                 AND m.is_published AND m.member_live{}
             ) r ORDER BY r.number",
            latest("id"),
            latest("state"),
            latest("reported_on"),
            latest("evidence_url"),
            latest("obstacle"),
            was_there(until.as_deref())
        );
        let rows: Vec<Milestone> = sql::all(&scope.reads(), &text, binds.into_values()).await?;
        for row in rows {
            found.entry(row.commitment).or_default().push(row);
        }
    }
    Ok(found)
}
