//! The events that took place and whose minutes nobody has written.

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::FromQueryResult;

use crate::ground::database::TenantTx;
use crate::ground::error::Result;
use crate::ground::few::{Few, few};
use crate::ground::ids::EventId;
use crate::ground::localised::Localised;

/// Days after which nobody is asked for minutes any more: what took place long ago and came here
/// from another site is no work for today.
const ASKED_DAYS: i64 = 90;

/// An event by its title.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct EventLine {
    /// Its id.
    pub id: EventId,
    /// Its titles.
    pub titles: Localised,
    /// When it began.
    pub starts_at: DateTime<Utc>,
}

/// The events of the last weeks without minutes, the latest first.
pub(crate) async fn without_minutes(tx: &TenantTx, now: DateTime<Utc>) -> Result<Few<EventLine>> {
    let text = "SELECT e.id, e.titles, e.starts_at, COUNT(*) OVER () AS total FROM events e
         WHERE e.tenant_id = $1 AND e.status = 'published' AND CAST(e.minutes AS TEXT) = '{}'
           AND COALESCE(e.ends_at, e.starts_at) < $2 AND e.starts_at >= $3
         ORDER BY e.starts_at DESC, e.id DESC";
    let since = now - TimeDelta::days(ASKED_DAYS);
    Ok(few(tx, text, [tx.tenant().into(), now.into(), since.into()]).await?)
}
