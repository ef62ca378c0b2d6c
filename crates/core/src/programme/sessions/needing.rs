//! The sessions whose day is over and of which nobody has written what became of them.

use chrono::NaiveDate;
use sea_orm::FromQueryResult;

use crate::ground::database::TenantTx;
use crate::ground::error::Result;
use crate::ground::few::{Few, few};
use crate::ground::ids::SessionId;
use crate::programme::programmes::SessionKind;

/// A session by its day.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct SessionLine {
    /// Its id.
    pub id: SessionId,
    /// Ordinary or extraordinary.
    pub kind: SessionKind,
    /// Its first day.
    pub starts_on: NaiveDate,
}

/// The sessions that still stand as planned after their last day, the earliest first.
pub(crate) async fn without_outcome(tx: &TenantTx, today: NaiveDate) -> Result<Few<SessionLine>> {
    let text = "SELECT s.id, s.kind, s.starts_on, COUNT(*) OVER () AS total FROM council_sessions s
         WHERE s.tenant_id = $1 AND s.outcome = 'planned' AND COALESCE(s.ends_on, s.starts_on) < $2
         ORDER BY s.starts_on, s.id";
    Ok(few(tx, text, [tx.tenant().into(), today.into()]).await?)
}
