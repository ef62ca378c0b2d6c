//! The reports that wait for one person: to be judged, or to be written anew.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::FromQueryResult;

use crate::ground::database::TenantTx;
use crate::ground::error::Result;
use crate::ground::few::{Few, few};
use crate::ground::ids::{MilestoneId, PersonId};
use crate::ground::localised::Localised;

/// A report by what it is about.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct ReportLine {
    /// The cycle of the programme.
    pub cycle: String,
    /// The number of the commitment.
    pub commitment_number: i32,
    /// The milestone.
    pub milestone: MilestoneId,
    /// The number of the milestone.
    pub milestone_number: i32,
    /// The titles of the milestone.
    pub milestone_titles: Localised,
    /// The end of the period it speaks of.
    pub period_ends_on: Option<NaiveDate>,
    /// Why it was returned.
    pub return_reason: Option<String>,
    /// When it was handed in.
    pub submitted_at: DateTime<Utc>,
}

const LINE: &str =
    "SELECT p.cycle, c.number AS commitment_number, m.id AS milestone, m.number AS milestone_number,
    m.titles AS milestone_titles, r.period_ends_on, r.return_reason, r.created_at AS submitted_at,
    COUNT(*) OVER () AS total
  FROM progress_reports r
  JOIN milestones m ON m.tenant_id = r.tenant_id AND m.id = r.milestone_id
  JOIN commitments c ON c.tenant_id = m.tenant_id AND c.id = m.commitment_id
  JOIN programmes p ON p.tenant_id = r.tenant_id AND p.id = r.programme_id";

/// The reports of others that wait to be approved, the oldest first: nobody decides about their own.
pub(crate) async fn to_judge(tx: &TenantTx, person: Option<PersonId>) -> Result<Few<ReportLine>> {
    let text = format!(
        "{LINE} WHERE r.tenant_id = $1 AND r.status = 'submitted' AND (r.author_id IS NULL OR r.author_id <> $2)
         ORDER BY r.id"
    );
    Ok(few(tx, &text, [tx.tenant().into(), person.map(|person| person.0).into()]).await?)
}

/// The reports that came back to their author and were not answered by a newer one, the newest first.
pub(crate) async fn returned(tx: &TenantTx, person: Option<PersonId>) -> Result<Few<ReportLine>> {
    let text = format!(
        "{LINE} WHERE r.tenant_id = $1 AND r.author_id = $2 AND r.status = 'returned'
           AND NOT EXISTS (SELECT 1 FROM progress_reports n WHERE n.tenant_id = r.tenant_id
             AND n.milestone_id = r.milestone_id AND n.author_id = r.author_id AND n.id > r.id)
         ORDER BY r.id DESC"
    );
    Ok(few(tx, &text, [tx.tenant().into(), person.map(|person| person.0).into()]).await?)
}
