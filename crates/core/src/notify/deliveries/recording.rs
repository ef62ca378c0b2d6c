//! Writing down what came of a batch, in two statements whatever its size.

use chrono::{DateTime, Utc};
use sea_orm::Value;

use super::schedule;
use super::{Outcome, Verdict};
use crate::ground::database::WorkerTx;
use crate::ground::error::Result;
use crate::ground::sql;
use crate::tenancy::hub::Hub;

/// Longest detail kept, in characters.
const DETAIL_MAX: usize = 300;

/// Records what came of a batch: a line in the log of tries for each, and the new state of its
/// delivery. What may still work is due again later; after the last try it is dead, and kept.
///
/// # Errors
/// A database fault; the messages then come back when their leases are over.
pub async fn record(hub: &Hub, outcomes: Vec<Outcome>) -> Result<()> {
    if outcomes.is_empty() {
        return Ok(());
    }
    let now = hub.clock().now();
    let tx = hub.database().begin_worker().await?;
    update(&tx, &outcomes, now).await?;
    let results: Vec<&'static str> = outcomes.iter().map(|outcome| result(outcome, now)).collect();
    log(&tx, outcomes, now).await?;
    tx.commit().await?;
    for result in results {
        metrics::counter!("infitah_deliveries_total", "result" => result).increment(1);
    }
    Ok(())
}

/// The state after an outcome, and when it is due again.
fn judged(outcome: &Outcome, now: DateTime<Utc>) -> (&'static str, Option<DateTime<Utc>>) {
    match outcome.verdict {
        Verdict::Sent => ("sent", None),
        Verdict::Cancelled => ("cancelled", None),
        Verdict::Dead => ("dead", None),
        Verdict::Retry => match schedule::delay(outcome.lease.attempt, outcome.lease.id) {
            Some(delay) => ("due", Some(now + delay)),
            None => ("dead", None),
        },
    }
}

/// An outcome as it is counted.
fn result(outcome: &Outcome, now: DateTime<Utc>) -> &'static str {
    match judged(outcome, now) {
        ("due", _) => "retried",
        (status, _) => status,
    }
}

async fn update(tx: &WorkerTx, outcomes: &[Outcome], now: DateTime<Utc>) -> Result<()> {
    let mut values: Vec<Value> = vec![now.into()];
    let mut tuples = Vec::with_capacity(outcomes.len());
    for outcome in outcomes {
        let (status, due_at) = judged(outcome, now);
        tuples.push(format!("({})", sql::places(values.len() + 1, 5)));
        values.extend([
            outcome.lease.tenant.into(),
            outcome.lease.id.into(),
            outcome.lease.attempt.into(),
            status.into(),
            due_at.into(),
        ]);
    }
    // What was sent is sent, even when the lease ran out meanwhile; everything else counts only
    // while no other worker has taken the delivery.
    let text = format!(
        "WITH outcomes (tenant_id, id, attempt, status, due_at) AS (VALUES {})
         UPDATE deliveries SET status = o.status, due_at = COALESCE(o.due_at, deliveries.due_at), leased_until = NULL,
           finished_at = CASE WHEN o.status = 'due' THEN NULL ELSE $1 END
         FROM outcomes o
         WHERE deliveries.tenant_id = o.tenant_id AND deliveries.id = o.id AND deliveries.status = 'due'
           AND (o.status = 'sent' OR deliveries.attempts = o.attempt)",
        tuples.join(", ")
    );
    sql::run(tx, &text, values).await?;
    Ok(())
}

async fn log(tx: &WorkerTx, outcomes: Vec<Outcome>, now: DateTime<Utc>) -> Result<()> {
    let mut values: Vec<Value> = vec![now.into()];
    let mut tuples = Vec::with_capacity(outcomes.len());
    for outcome in outcomes {
        let code = match judged(&outcome, now) {
            ("due", _) => "retry",
            (status, _) => status,
        };
        let place = values.len() + 1;
        tuples.push(format!("({}, $1, {})", sql::places(place, 3), sql::places(place + 3, 2)));
        let detail: String = outcome.detail.chars().take(DETAIL_MAX).collect();
        values.extend([
            outcome.lease.tenant.into(),
            outcome.lease.id.into(),
            outcome.lease.attempt.into(),
            code.into(),
            detail.into(),
        ]);
    }
    let text = format!(
        "INSERT INTO delivery_attempts (tenant_id, delivery_id, number, at, outcome, detail) VALUES {}
         ON CONFLICT (tenant_id, delivery_id, number) DO NOTHING",
        tuples.join(", ")
    );
    sql::run(tx, &text, values).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;
    use uuid::Uuid;

    use super::*;
    use crate::ground::ids::{DeliveryId, TenantId};
    use crate::notify::deliveries::Lease;

    #[test]
    fn verdicts_are_judged_by_the_try() {
        let now: DateTime<Utc> = "2026-11-23T10:00:00Z".parse().expect("a time");
        for (verdict, attempt, status, seconds) in [
            (Verdict::Sent, 1, "sent", None),
            (Verdict::Cancelled, 1, "cancelled", None),
            (Verdict::Dead, 1, "dead", None),
            (Verdict::Retry, 1, "due", Some(5)),
            (Verdict::Retry, 9, "due", Some(36_000)),
            (Verdict::Retry, 10, "dead", None),
        ] {
            let lease =
                Lease { tenant: TenantId(Uuid::from_u128(1)), id: DeliveryId(Uuid::from_u128(200)), attempt };
            let outcome = Outcome { lease, verdict, detail: String::new() };
            let due_at = seconds.map(|seconds| now + TimeDelta::seconds(seconds));
            assert_eq!(judged(&outcome, now), (status, due_at), "{verdict:?} of try {attempt}");
        }
    }
}
