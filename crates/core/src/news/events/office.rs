//! What the office reads of events: drafts and what is put away too.

use sea_orm::Value;

use super::attendances::{self, Attendance};
use super::reading::page_statement;
use super::{CARD, DETAIL, Event, EventCard, FROM};
use crate::ground::database::TenantTx;
use crate::ground::error::{Error, Result};
use crate::ground::ids::EventId;
use crate::ground::paging::{Page, PageRequest};
use crate::ground::sql;
use crate::tenancy::permission::Action;
use crate::tenancy::scope::Scope;

/// Which events a list of the office shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Shown {
    /// Public ones that are not over, the next one first.
    #[default]
    Coming,
    /// Public ones that are over, the latest first.
    Past,
    /// Those being written, the latest first.
    Drafts,
    /// Those put away, the latest first.
    Archived,
}

impl Shown {
    /// All of them, in the order of the choice.
    pub const ALL: [Self; 4] = [Self::Coming, Self::Past, Self::Drafts, Self::Archived];

    /// The name in addresses and message keys.
    pub fn code(self) -> &'static str {
        match self {
            Self::Coming => "coming",
            Self::Past => "past",
            Self::Drafts => "drafts",
            Self::Archived => "archived",
        }
    }

    /// The one with this name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|shown| shown.code() == code)
    }

    fn condition(self) -> &'static str {
        match self {
            Self::Coming => {
                "e.status IN ('published', 'cancelled') AND COALESCE(e.ends_at, e.starts_at) >= $2"
            }
            Self::Past => "e.status IN ('published', 'cancelled') AND COALESCE(e.ends_at, e.starts_at) < $2",
            Self::Drafts => "e.status = 'draft'",
            Self::Archived => "e.status = 'archived'",
        }
    }
}

/// A page of the member's events.
///
/// # Errors
/// `Denied`, or `Invalid` for a broken cursor.
pub async fn office_list(scope: &Scope, shown: Shown, page: &PageRequest) -> Result<Page<EventCard>> {
    scope.require(Action::ReadDraft)?;
    let tx = scope.begin_read().await?;
    let condition = format!("e.tenant_id = $1 AND {}", shown.condition());
    let mut values: Vec<Value> = vec![tx.tenant().into()];
    if matches!(shown, Shown::Coming | Shown::Past) {
        values.push(scope.now().into());
    }
    let count = format!("SELECT COUNT(*) AS count FROM events e WHERE {condition}");
    let total: Option<sql::Count> = sql::one(&tx, &count, values.clone()).await?;
    let text = page_statement(&condition, &mut values, page, shown != Shown::Coming)?;
    let rows: Vec<EventCard> = sql::all(&tx, &text, values).await?;
    Ok(page.page(rows, total.map_or(0, |total| total.count.unsigned_abs()), EventCard::position))
}

/// One event of the member in any status, with how many came.
///
/// # Errors
/// `Denied`, or `NotFound`.
pub async fn at_desk(scope: &Scope, id: EventId) -> Result<(Event, Vec<Attendance>)> {
    scope.require(Action::ReadDraft)?;
    let tx = scope.begin_read().await?;
    let event = load(&tx, id, "").await?;
    Ok((event, attendances::load(&tx, id).await?))
}

/// Reads an event in a transaction; `lock` is the text that locks its row, or nothing.
pub(super) async fn load(tx: &TenantTx, id: EventId, lock: &str) -> Result<Event> {
    let lock = if lock.is_empty() { String::new() } else { format!("{lock} OF e") };
    let text = format!("SELECT {CARD}, {DETAIL} {FROM} WHERE e.tenant_id = $1 AND e.id = $2{lock}");
    let found = sql::one(tx, &text, [tx.tenant().into(), id.into()]).await?;
    found.ok_or(Error::NotFound("event"))
}
