//! What has had its time, by the periods that each member set: ended subscriptions and the network
//! addresses in the audit. Done by the worker's timer, member by member, a bounded number at a time.

use chrono::{DateTime, Months, Utc};
use sea_orm::FromQueryResult;

use crate::ground::error::Result;
use crate::ground::ids::TenantId;
use crate::ground::sql;
use crate::tenancy::hub::Hub;
use crate::trust::audit;

/// So many rows in one transaction.
const BATCH: u32 = 500;
/// So many transactions for one member and one visit; the next visit goes on.
const ROUNDS: u32 = 20;

/// What was erased.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Kept {
    /// Ended subscriptions.
    pub subscriptions: u64,
    /// Network addresses in the audit.
    pub addresses: u64,
}

#[derive(FromQueryResult)]
struct Periods {
    id: TenantId,
    keep_subscriptions_months: i32,
    keep_addresses_months: i32,
}

/// Erases what has had its time.
///
/// # Errors
/// A database fault; what was erased before it stays erased.
pub async fn keep(hub: &Hub) -> Result<Kept> {
    let tx = hub.database().begin_worker().await?;
    let members: Vec<Periods> = sql::all(
        &tx,
        "SELECT id, keep_subscriptions_months, keep_addresses_months FROM collectivities ORDER BY id",
        [],
    )
    .await?;
    tx.commit().await?;
    let mut kept = Kept::default();
    for member in members {
        for _ in 0..ROUNDS {
            let some = keep_some(hub, &member).await?;
            kept.subscriptions += some.subscriptions;
            kept.addresses += some.addresses;
            if some.subscriptions.max(some.addresses) < u64::from(BATCH) {
                break;
            }
        }
    }
    Ok(kept)
}

async fn keep_some(hub: &Hub, member: &Periods) -> Result<Kept> {
    let now = hub.clock().now();
    let tx = hub.database().begin_worker().await?;
    tx.enter(member.id).await?;
    let text = format!(
        "DELETE FROM subscriptions WHERE tenant_id = $1 AND id IN (
           SELECT id FROM subscriptions WHERE tenant_id = $1 AND status = 'ended' AND ended_at < $2
           ORDER BY ended_at LIMIT {BATCH})"
    );
    let ended_before = before(now, member.keep_subscriptions_months);
    let kept = Kept {
        subscriptions: sql::run(&tx, &text, [member.id.into(), ended_before.into()]).await?,
        addresses: audit::forget_addresses(&tx, member.id, before(now, member.keep_addresses_months), BATCH)
            .await?,
    };
    tx.commit().await?;
    Ok(kept)
}

fn before(now: DateTime<Utc>, months: i32) -> DateTime<Utc> {
    let months = Months::new(u32::try_from(months).unwrap_or(1).max(1));
    now.checked_sub_months(months).unwrap_or(DateTime::<Utc>::MIN_UTC)
}
