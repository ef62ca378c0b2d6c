//! The reports that a member still owes of the period that is over, for who reports. The sheet tells
//! which; this says how many, by two statements.

use chrono::NaiveDate;
use sea_orm::FromQueryResult;

use super::Period;
use crate::ground::database::TenantTx;
use crate::ground::error::Result;
use crate::ground::ids::ProgrammeId;
use crate::ground::sql;
use crate::programme::programmes::current_first;
use crate::programme::statements::latest;

/// The reports that are wanting of a period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanting {
    /// The cycle of the programme.
    pub cycle: String,
    /// The period that is over.
    pub period: Period,
    /// Milestones without a report on it.
    pub missing: u64,
    /// The day on which they were due is past.
    pub is_late: bool,
}

/// What is wanting of the programme that is carried out; nothing before its first period is over.
pub(crate) async fn wanting(tx: &TenantTx, today: NaiveDate) -> Result<Option<Wanting>> {
    #[derive(FromQueryResult)]
    struct Running {
        id: ProgrammeId,
        cycle: String,
        starts_on: Option<NaiveDate>,
        ends_on: Option<NaiveDate>,
        report_every_months: i32,
    }
    let text = format!(
        "SELECT p.id, p.cycle, p.starts_on, p.ends_on, p.report_every_months FROM programmes p
         WHERE p.tenant_id = $1 AND p.status = 'implementing' AND p.is_published
         ORDER BY {} LIMIT 1",
        current_first("$2")
    );
    let running: Option<Running> = sql::one(tx, &text, [tx.tenant().into(), today.into()]).await?;
    let Some(running) = running else { return Ok(None) };
    let every = running.report_every_months.unsigned_abs();
    let Some(period) = super::asked(running.starts_on, running.ends_on, every, today) else {
        return Ok(None);
    };
    // As on the sheet: what is complete or dropped, or begins later, is not asked for.
    let text = format!(
        "SELECT COUNT(*) AS count FROM milestones m
         WHERE m.tenant_id = $1 AND m.programme_id = $2 AND (m.starts_on IS NULL OR m.starts_on <= $4)
           AND COALESCE({}, '') NOT IN ('complete', 'dropped')
           AND NOT EXISTS (SELECT 1 FROM progress_reports r
             WHERE r.tenant_id = m.tenant_id AND r.milestone_id = m.id AND r.status IN ('approved', 'submitted')
               AND r.superseded_on IS NULL AND COALESCE(r.period_ends_on, r.reported_on) >= $3)",
        latest("state", None)
    );
    let values = [tx.tenant().into(), running.id.into(), period.starts_on.into(), period.ends_on.into()];
    let missing: Option<sql::Count> = sql::one(tx, &text, values).await?;
    let missing = missing.map_or(0, |missing| missing.count.unsigned_abs());
    let is_late = period.due_on < today;
    Ok((missing > 0).then_some(Wanting { cycle: running.cycle, period, missing, is_late }))
}
