//! Taking a batch of due deliveries under a lease, and seeing whether each is still to be sent.
//! The lease is committed before anything is read or sent: no transaction waits for the network.

use std::collections::HashSet;

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::FromQueryResult;

use super::contents;
use super::leases::LEASE_SECONDS;
use super::recording::record;
use super::schedule::TRIES;
use super::{Job, Lease, Outcome, Verdict};
use crate::ground::error::Result;
use crate::ground::ids::{DeliveryId, OutboxEventId, TenantId};
use crate::ground::sql;
use crate::tenancy::hub::Hub;

/// What a worker took.
pub struct Claimed {
    /// To be sent and recorded.
    pub jobs: Vec<Job>,
    /// Until when they are ours; see [`extend`](super::extend).
    pub until: DateTime<Utc>,
    /// How many were due but no longer to be sent: the article was taken back, the subscription
    /// ended, the invitation was used.
    pub cancelled: usize,
}

/// A delivery under our lease.
#[derive(Debug, FromQueryResult)]
pub(super) struct Leased {
    pub(super) tenant_id: TenantId,
    pub(super) id: DeliveryId,
    pub(super) event_id: OutboxEventId,
    pub(super) recipient_kind: String,
    pub(super) attempts: i32,
}

impl Leased {
    fn lease(&self) -> Lease {
        Lease { tenant: self.tenant_id, id: self.id, attempt: self.attempts }
    }
}

/// Takes at most `limit` due deliveries for 60 seconds.
///
/// # Errors
/// A database fault; what was taken comes back when its lease is over.
pub async fn claim(hub: &Hub, limit: u32) -> Result<Claimed> {
    let now = hub.clock().now();
    let until = now + TimeDelta::seconds(LEASE_SECONDS);
    let leased = lease(hub, limit, now, until).await?;
    if leased.is_empty() {
        return Ok(Claimed { jobs: Vec::new(), until, cancelled: 0 });
    }
    let jobs = contents::load(hub, &leased).await?;
    let kept: HashSet<DeliveryId> = jobs.iter().map(|job| job.lease.id).collect();
    let cancelled: Vec<Outcome> = leased
        .iter()
        .filter(|row| !kept.contains(&row.id))
        .map(|row| Outcome {
            lease: row.lease(),
            verdict: Verdict::Cancelled,
            detail: "no longer applies".into(),
        })
        .collect();
    let count = cancelled.len();
    record(hub, cancelled).await?;
    Ok(Claimed { jobs, until, cancelled: count })
}

async fn lease(hub: &Hub, limit: u32, now: DateTime<Utc>, until: DateTime<Utc>) -> Result<Vec<Leased>> {
    let tx = hub.database().begin_worker().await?;
    let text = format!(
        "WITH picked AS MATERIALIZED (
           SELECT tenant_id, id FROM deliveries
           WHERE status = 'due' AND due_at <= $1 AND (leased_until IS NULL OR leased_until <= $1) AND attempts < $3
           ORDER BY due_at LIMIT {limit}{})
         UPDATE deliveries SET leased_until = $2, attempts = attempts + 1
         WHERE (tenant_id, id) IN (SELECT tenant_id, id FROM picked)
         RETURNING tenant_id, id, event_id, recipient_kind, attempts",
        tx.skip_locked()
    );
    let leased = sql::all(&tx, &text, [now.into(), until.into(), TRIES.into()]).await?;
    tx.commit().await?;
    Ok(leased)
}
