//! How far the telling is behind, for the gauges of an installation: one statement over the queue
//! of all tenants, answered from partial indexes. Counts only; nothing of anybody.

use chrono::{DateTime, Utc};
use sea_orm::FromQueryResult;

use crate::ground::error::Result;
use crate::ground::sql;
use crate::tenancy::hub::Hub;

/// The state of the queue.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Lag {
    /// Events that are not turned into messages yet.
    pub pending: u64,
    /// The age of the oldest of them in seconds; nought when there is none.
    pub seconds: f64,
    /// Messages that should be sent now.
    pub due: u64,
    /// Messages given up.
    pub dead: u64,
}

#[derive(Debug, FromQueryResult)]
struct LagRow {
    pending: i64,
    oldest: Option<DateTime<Utc>>,
    due: i64,
    dead: i64,
}

const LAG: &str = "
SELECT (SELECT COUNT(*) FROM outbox_events WHERE dispatched_at IS NULL) AS pending,
       (SELECT MIN(created_at) FROM outbox_events WHERE dispatched_at IS NULL) AS oldest,
       (SELECT COUNT(*) FROM deliveries WHERE status = 'due' AND due_at <= $1) AS due,
       (SELECT COUNT(*) FROM deliveries WHERE status = 'dead') AS dead";

/// Reads the state of the queue.
///
/// # Errors
/// A database fault.
pub async fn lag(hub: &Hub) -> Result<Lag> {
    let now = hub.clock().now();
    let row: Option<LagRow> = sql::one(&hub.database().worker_reads(), LAG, [now.into()]).await?;
    let count = |number: i64| u64::try_from(number).unwrap_or(0);
    Ok(row.map_or_else(Lag::default, |row| Lag {
        pending: count(row.pending),
        seconds: row.oldest.map_or(0.0, |oldest| (now - oldest).as_seconds_f64().max(0.0)),
        due: count(row.due),
        dead: count(row.dead),
    }))
}
