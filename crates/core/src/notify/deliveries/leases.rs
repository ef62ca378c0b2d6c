//! Keeping leases while a batch takes its time, and giving back what will not be sent now. A lease
//! is short, so that what a killed worker held is soon taken up by another.

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::Value;

use super::Lease;
use crate::ground::error::Result;
use crate::ground::sql;
use crate::tenancy::hub::Hub;

/// How long a worker holds a delivery without a sign of life.
pub(super) const LEASE_SECONDS: i64 = 60;

/// Holds these deliveries for another 60 seconds, as far as they are still ours, and says until
/// when. Only while the lease has not run out: afterwards another worker may have them.
///
/// # Errors
/// A database fault.
pub async fn extend(hub: &Hub, leases: &[Lease]) -> Result<DateTime<Utc>> {
    let until = hub.clock().now() + TimeDelta::seconds(LEASE_SECONDS);
    change(hub, "leased_until = $1", vec![until.into()], leases).await?;
    Ok(until)
}

/// Gives back what was never tried; it does not count as a try.
///
/// # Errors
/// A database fault; the deliveries then come back when their leases are over.
pub async fn release(hub: &Hub, leases: &[Lease]) -> Result<()> {
    change(hub, "leased_until = NULL, attempts = attempts - 1", Vec::new(), leases).await
}

async fn change(hub: &Hub, assignments: &str, fixed: Vec<Value>, leases: &[Lease]) -> Result<()> {
    if leases.is_empty() {
        return Ok(());
    }
    let tuples: Vec<String> =
        (0..leases.len()).map(|index| format!("({})", sql::places(fixed.len() + 3 * index + 1, 3))).collect();
    let text = format!(
        "WITH held (tenant_id, id, attempt) AS (VALUES {})
         UPDATE deliveries SET {assignments}
         WHERE status = 'due' AND (tenant_id, id, attempts) IN (SELECT tenant_id, id, attempt FROM held)",
        tuples.join(", ")
    );
    let keys = leases.iter().flat_map(|lease| [lease.tenant.into(), lease.id.into(), lease.attempt.into()]);
    let tx = hub.database().begin_worker().await?;
    sql::run(&tx, &text, fixed.into_iter().chain(keys)).await?;
    Ok(tx.commit().await?)
}
