//! Reminders of reports: to the focal points fourteen days and one day before they are due, and to
//! the admins as well once they are late. Written by the worker's timer as events, each once: a key
//! in the database says which reminder of which period was written. Where all that is missing
//! waits to be approved, its authors have done their part: those who approve are told instead.

use chrono::{NaiveDate, TimeDelta};
use sea_orm::{FromQueryResult, SqlErr, Value};

use super::reporting::{self, Period};
use super::statements::{Binds, counts, latest};
use crate::ground::calendar;
use crate::ground::clock::new_id;
use crate::ground::database::WorkerTx;
use crate::ground::error::Result;
use crate::ground::ids::{OutboxEventId, ProgrammeId, TenantId};
use crate::ground::sql;
use crate::notify::outbox::{REPORT_DUE_SOON, REPORT_DUE_TOMORROW, REPORT_LATE, REPORT_WAITING};
use crate::tenancy::hub::Hub;

/// Programmes that one statement looks at.
const BATCH: usize = 1_000;

/// A reminder, by its names in the table of reminders and among the events.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Kind(&'static str, &'static str);

const SOON: Kind = Kind("in_14_days", REPORT_DUE_SOON);
const TOMORROW: Kind = Kind("tomorrow", REPORT_DUE_TOMORROW);
const LATE: Kind = Kind("late", REPORT_LATE);

#[derive(FromQueryResult)]
struct Running {
    tenant_id: TenantId,
    id: ProgrammeId,
    starts_on: Option<NaiveDate>,
    ends_on: Option<NaiveDate>,
    report_every_months: i32,
}

#[derive(FromQueryResult)]
struct Wanting {
    tenant_id: TenantId,
    programme_id: ProgrammeId,
    ends_on: NaiveDate,
    kind: String,
    is_handed_in: bool,
}

/// Writes the reminders that are due today and were not written yet, and says how many. The worker
/// calls it by its timer.
///
/// # Errors
/// A database fault; nothing is then written.
pub async fn write_due(hub: &Hub) -> Result<usize> {
    let today = calendar::day(hub.clock().now());
    let tx = hub.database().begin_worker().await?;
    let running: Vec<Running> = sql::all(&tx, RUNNING, []).await?;
    let asked: Vec<(&Running, Period)> = running
        .iter()
        .filter_map(|row| {
            let every = row.report_every_months.unsigned_abs();
            Some((row, reporting::asked(row.starts_on, row.ends_on, every, today)?))
        })
        .collect();
    let mut wanting: Vec<Wanting> = Vec::new();
    for part in asked.chunks(BATCH) {
        wanting.extend(find(&tx, part, today).await?);
    }
    if wanting.is_empty() {
        return Ok(0);
    }
    match write(hub, &tx, &wanting).await {
        // Another worker wrote them in this moment.
        Err(error) if matches!(error.sql_err(), Some(SqlErr::UniqueConstraintViolation(_))) => Ok(0),
        Err(error) => Err(error.into()),
        Ok(()) => {
            tx.commit().await?;
            Ok(wanting.len())
        }
    }
}

/// A reminder stays due until the next one is, so that a worker that slept through a day catches up.
fn kind(period: &Period, today: NaiveDate) -> Kind {
    match period.due_on - today {
        left if left < TimeDelta::zero() => LATE,
        left if left <= TimeDelta::days(1) => TOMORROW,
        _ => SOON,
    }
}

const RUNNING: &str = "
SELECT p.tenant_id, p.id, p.starts_on, p.ends_on, p.report_every_months
FROM programmes p
JOIN collectivities n ON n.id = p.tenant_id
WHERE p.status = 'implementing' AND p.starts_on IS NOT NULL AND p.is_published AND p.member_live AND n.status = 'active'";

/// The programmes of which a commitment has open milestones and no report for the period.
async fn find(tx: &WorkerTx, asked: &[(&Running, Period)], today: NaiveDate) -> Result<Vec<Wanting>> {
    let mut binds = Binds::default();
    let rows: Vec<String> = asked
        .iter()
        .map(|(row, period)| {
            let values: [Value; 5] = [
                row.tenant_id.into(),
                row.id.into(),
                period.starts_on.into(),
                period.ends_on.into(),
                kind(period, today).0.into(),
            ];
            format!("({})", binds.list(values))
        })
        .collect();
    let text = format!(
        "WITH asked (tenant_id, programme_id, starts_on, ends_on, kind) AS (VALUES {})
         SELECT a.tenant_id, a.programme_id, a.ends_on, a.kind, NOT {} AS is_handed_in FROM asked a
         WHERE NOT EXISTS (SELECT 1 FROM report_reminders w WHERE w.tenant_id = a.tenant_id
             AND w.programme_id = a.programme_id AND w.period_ends_on = a.ends_on AND w.kind = a.kind)
           AND {}",
        rows.join(", "),
        without_report(&format!("(({}) OR l.status = 'submitted')", counts(None))),
        without_report(&counts(None)),
    );
    Ok(sql::all(tx, &text, binds.into_values()).await?)
}

/// The condition that what is asked of `a` has a commitment with open milestones and no entry `l`
/// of the ledger for the period that meets a condition.
fn without_report(condition: &str) -> String {
    format!(
        "EXISTS (SELECT 1 FROM commitments c
             WHERE c.tenant_id = a.tenant_id AND c.programme_id = a.programme_id AND c.is_published AND c.member_live
               AND EXISTS (SELECT 1 FROM milestones m
                 WHERE m.tenant_id = c.tenant_id AND m.commitment_id = c.id AND m.is_published AND m.member_live
                   AND (m.starts_on IS NULL OR m.starts_on <= a.ends_on)
                   AND COALESCE({}, '') NOT IN ('complete', 'dropped'))
               AND NOT EXISTS (SELECT 1 FROM milestones m
                 JOIN progress_reports l ON l.tenant_id = m.tenant_id AND l.milestone_id = m.id
                 WHERE m.tenant_id = c.tenant_id AND m.commitment_id = c.id AND m.is_published AND m.member_live
                   AND {condition} AND l.member_live AND COALESCE(l.period_ends_on, l.reported_on) >= a.starts_on))",
        latest("state", None)
    )
}

async fn write(hub: &Hub, tx: &WorkerTx, wanting: &[Wanting]) -> Result<(), sea_orm::DbErr> {
    let now = hub.clock().now();
    let mut events: Vec<Vec<Value>> = Vec::new();
    let mut reminders: Vec<Vec<Value>> = Vec::new();
    for row in wanting {
        let event = OutboxEventId(new_id(now));
        let usual = [SOON, TOMORROW, LATE].into_iter().find(|kind| kind.0 == row.kind).map(|kind| kind.1);
        let told = if row.is_handed_in { Some(REPORT_WAITING) } else { usual };
        let (tenant, programme) = (row.tenant_id, row.programme_id);
        events.push(vec![
            tenant.into(),
            event.into(),
            told.into(),
            programme.into(),
            tenant.into(),
            now.into(),
        ]);
        reminders.push(vec![
            tenant.into(),
            programme.into(),
            row.ends_on.into(),
            row.kind.clone().into(),
            event.into(),
            now.into(),
        ]);
    }
    let columns = ["tenant_id", "id", "kind", "subject_id", "origin_tenant_id", "created_at"];
    sql::insert_all(tx, "outbox_events", &columns, events).await?;
    let columns = ["tenant_id", "programme_id", "period_ends_on", "kind", "event_id", "created_at"];
    sql::insert_all(tx, "report_reminders", &columns, reminders).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reminders_follow_one_another() {
        let day = |text: &str| text.parse::<NaiveDate>().expect("a day");
        let period =
            Period { starts_on: day("2026-01-01"), ends_on: day("2026-03-31"), due_on: day("2026-04-14") };
        for (today, expected) in [
            ("2026-03-31", SOON),
            ("2026-04-12", SOON),
            ("2026-04-13", TOMORROW),
            ("2026-04-14", TOMORROW),
            ("2026-04-15", LATE),
            ("2026-06-01", LATE),
        ] {
            assert_eq!(kind(&period, day(today)), expected, "{today}");
        }
    }
}
