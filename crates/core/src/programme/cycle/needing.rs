//! The steps of the cycle that are to begin soon by the plan, or were to have begun.

use chrono::{Days, NaiveDate};
use sea_orm::FromQueryResult;

use crate::ground::database::TenantTx;
use crate::ground::error::Result;
use crate::ground::few::{Few, few};

/// Days ahead that are soon.
const SOON_DAYS: u64 = 30;
/// Days after which a step that never began is no work for today any more.
const ASKED_DAYS: u64 = 365;

/// A step that is planned and did not begin.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct StepLine {
    /// The cycle of the programme.
    pub cycle: String,
    /// Which of the eleven.
    pub step: i32,
    /// The day it was planned for.
    pub planned_on: NaiveDate,
}

/// The planned steps of the next thirty days and those that slipped within a year, the earliest first. A step that
/// a later one has passed by is asked for no more.
pub(crate) async fn steps_due(tx: &TenantTx, today: NaiveDate) -> Result<Few<StepLine>> {
    let text = "SELECT p.cycle, f.step, f.planned_on, COUNT(*) OVER () AS total FROM phases f
         JOIN programmes p ON p.tenant_id = f.tenant_id AND p.id = f.programme_id
         WHERE f.tenant_id = $1 AND p.status <> 'closed' AND f.planned_on BETWEEN $3 AND $2
           AND f.started_on IS NULL AND f.finished_on IS NULL
           AND NOT EXISTS (SELECT 1 FROM phases l WHERE l.tenant_id = f.tenant_id
             AND l.programme_id = f.programme_id AND l.step > f.step AND l.started_on IS NOT NULL)
         ORDER BY f.planned_on, f.step";
    let until = today.checked_add_days(Days::new(SOON_DAYS)).unwrap_or(today);
    let since = today.checked_sub_days(Days::new(ASKED_DAYS)).unwrap_or(today);
    Ok(few(tx, text, [tx.tenant().into(), until.into(), since.into()]).await?)
}
