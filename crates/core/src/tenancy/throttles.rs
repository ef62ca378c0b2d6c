//! Counters against guessing and flooding, kept in the database so that a restart does not reset
//! them. Keys are keyed hashes: the table tells nobody who tried what.

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::FromQueryResult;

use super::scope::Scope;
use crate::ground::database::TenantTx;
use crate::ground::error::{Error, Result};
use crate::ground::sql;

#[derive(Debug, FromQueryResult)]
struct Throttle {
    count: i32,
    window_started_at: DateTime<Utc>,
}

/// Counts one try under `key` and says whether it is still allowed.
///
/// # Errors
/// `TooMany` when more than `limit` tries fell into the window; the caller must still commit the
/// transaction for the count to last.
pub(crate) async fn hit(
    tx: &TenantTx,
    scope: &Scope,
    key: &str,
    limit: i32,
    window: TimeDelta,
) -> Result<()> {
    let oldest = scope.now() - window;
    let throttle: Option<Throttle> = sql::one(
        tx,
        "INSERT INTO throttles (tenant_id, key, count, window_started_at) VALUES ($1, $2, 1, $3)
         ON CONFLICT (tenant_id, key) DO UPDATE SET
           count = CASE WHEN throttles.window_started_at <= $4 THEN 1 ELSE throttles.count + 1 END,
           window_started_at = CASE WHEN throttles.window_started_at <= $4 THEN $3 ELSE throttles.window_started_at END
         RETURNING count, window_started_at",
        [tx.tenant().into(), key.into(), scope.now().into(), oldest.into()],
    )
    .await?;
    match throttle {
        Some(throttle) if throttle.count > limit => Err(Error::TooMany(throttle.window_started_at + window)),
        _ => Ok(()),
    }
}

/// Forgets the tries under `key`, after a success.
pub(crate) async fn forget(tx: &TenantTx, key: &str) -> Result<()> {
    sql::run(tx, "DELETE FROM throttles WHERE tenant_id = $1 AND key = $2", [tx.tenant().into(), key.into()])
        .await?;
    Ok(())
}
