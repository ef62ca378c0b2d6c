//! How many came to an event, each way of taking part by itself. What was not counted is not known,
//! and is told apart from nobody.

use std::collections::HashMap;

use sea_orm::{FromQueryResult, Value};

use super::{Channel, EventStatus};
use crate::ground::database::TenantTx;
use crate::ground::error::{FieldError, Result};
use crate::ground::ids::EventId;
use crate::ground::input::Checks;
use crate::ground::sql;
use crate::tenancy::scope::PublicScope;

/// People of one kind at most; no square holds so many.
const MOST: i32 = 1_000_000;

/// How many came, as far as they were counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, FromQueryResult)]
pub struct Counts {
    /// All.
    pub total: Option<i32>,
    /// Women among them.
    pub women: Option<i32>,
    /// Men among them.
    pub men: Option<i32>,
    /// Young people among them.
    pub youth: Option<i32>,
}

/// How many came by one way of taking part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, FromQueryResult)]
pub struct Attendance {
    /// The way.
    pub channel: Channel,
    /// How many.
    #[sea_orm(nested)]
    pub counts: Counts,
}

impl Counts {
    /// Whether nothing was counted.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Notes what these counts cannot be, at fields such as `hall.women`.
    pub(super) fn check(&self, checks: &mut Checks, channel: Channel) {
        let field = |name: &str| format!("{}.{name}", channel.code());
        let parts = [("women", self.women), ("men", self.men), ("youth", self.youth)];
        for (name, count) in parts.into_iter().chain([("total", self.total)]) {
            if count.is_some_and(|count| !(0..=MOST).contains(&count)) {
                let breach = FieldError::new(field(name), "field-out-of-range");
                checks.refuse(breach.with("min", 0).with("max", MOST));
                return;
            }
        }
        let Some(total) = self.total else { return };
        let too_many = parts.iter().find(|(_, count)| count.is_some_and(|count| count > total));
        if let Some((name, _)) = too_many {
            checks.refuse(FieldError::new(field(name), "event-more-than-came").with("total", total));
        } else if self.women.zip(self.men).is_some_and(|(women, men)| women + men > total) {
            checks.refuse(FieldError::new(field("men"), "event-more-than-came").with("total", total));
        }
    }
}

/// How many came to these events, in the order of [`Channel::ALL`]; of those that are not public
/// nothing. Published: all may call it.
///
/// # Errors
/// A database fault.
pub async fn attendances(scope: &PublicScope, ids: &[EventId]) -> Result<HashMap<EventId, Vec<Attendance>>> {
    #[derive(Debug, FromQueryResult)]
    struct Row {
        event_id: EventId,
        #[sea_orm(nested)]
        attendance: Attendance,
    }
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let mut values: Vec<Value> = ids.iter().map(|&id| id.into()).collect();
    let places = sql::places(1, ids.len());
    let member = match scope.member() {
        Some(tenant) => {
            values.push(tenant.into());
            format!(" AND t.tenant_id = ${}", values.len())
        }
        None => String::new(),
    };
    let text = format!(
        "SELECT t.event_id, t.channel, t.total, t.women, t.men, t.youth FROM event_attendances t
         WHERE t.is_published AND t.member_live AND t.event_id IN ({places}){member}"
    );
    let rows: Vec<Row> = sql::all(&scope.reads(), &text, values).await?;
    let mut found: HashMap<EventId, Vec<Attendance>> = HashMap::new();
    for row in rows {
        found.entry(row.event_id).or_default().push(row.attendance);
    }
    found.values_mut().for_each(|counted| counted.sort_by_key(|one| one.channel));
    Ok(found)
}

/// The same for one event whatever its visibility.
pub(super) async fn load(tx: &TenantTx, id: EventId) -> Result<Vec<Attendance>> {
    let text = "SELECT t.channel, t.total, t.women, t.men, t.youth FROM event_attendances t
         WHERE t.tenant_id = $1 AND t.event_id = $2";
    let mut counted: Vec<Attendance> = sql::all(tx, text, [tx.tenant().into(), id.into()]).await?;
    counted.sort_by_key(|one| one.channel);
    Ok(counted)
}

/// Writes all counts of an event anew.
pub(super) async fn put(
    tx: &TenantTx,
    id: EventId,
    status: EventStatus,
    counted: &[(Channel, Counts)],
) -> Result<()> {
    let text = "DELETE FROM event_attendances WHERE tenant_id = $1 AND event_id = $2";
    sql::run(tx, text, [tx.tenant().into(), id.into()]).await?;
    let columns =
        ["tenant_id", "event_id", "channel", "total", "women", "men", "youth", "is_published", "member_live"];
    let row = |(channel, counts): &(Channel, Counts)| -> Vec<Value> {
        vec![
            tx.tenant().into(),
            id.into(),
            channel.code().into(),
            counts.total.into(),
            counts.women.into(),
            counts.men.into(),
            counts.youth.into(),
            status.is_public().into(),
            true.into(),
        ]
    };
    let rows = counted.iter().filter(|(_, counts)| !counts.is_empty()).map(row).collect();
    Ok(sql::insert_all(tx, "event_attendances", &columns, rows).await?)
}

/// Shows or hides the counts of an event with it.
pub(super) async fn show(tx: &TenantTx, id: EventId, shown: bool) -> Result<()> {
    let text = "UPDATE event_attendances SET is_published = $3 WHERE tenant_id = $1 AND event_id = $2";
    sql::run(tx, text, [tx.tenant().into(), id.into(), shown.into()]).await?;
    Ok(())
}
