//! Loading events that are public already: the demonstration and imports. Nobody is told of them.

use sea_orm::Value;

use super::EventStatus;
use super::attendances;
use super::checking::{check, check_record};
use super::writing::{EventInput, Record, new_row};
use crate::ground::error::Result;
use crate::ground::ids::EventId;
use crate::ground::sql;
use crate::tenancy::collectivities;
use crate::tenancy::permission::Action;
use crate::tenancy::scope::Scope;
use crate::trust::audit;

/// An event with what is known of it.
#[derive(Debug, Clone)]
pub struct SeedEvent {
    /// What it says.
    pub input: EventInput,
    /// What was said and how many came.
    pub record: Record,
    /// Made up for demonstration.
    pub is_sample: bool,
}

/// Writes published events.
///
/// # Errors
/// `Denied`; `Invalid` for the first event that breaks a rule.
pub async fn seed(scope: &Scope, events: Vec<SeedEvent>) -> Result<Vec<EventId>> {
    scope.require(Action::PublishEvent)?;
    let tx = scope.begin().await?;
    let mut ids = Vec::new();
    for event in events {
        let (input, record) = (check(event.input)?, check_record(event.record)?);
        let id = EventId(scope.new_id());
        let known: [(&str, Value); 4] = [
            ("status", EventStatus::Published.code().into()),
            ("minutes", record.minutes.into()),
            ("is_sample", event.is_sample.into()),
            ("published_at", scope.now().into()),
        ];
        let draft = new_row(&tx, scope, id, input);
        let draft = draft.into_iter().filter(|(column, _)| known.iter().all(|(one, _)| one != column));
        let (columns, values): (Vec<&str>, Vec<Value>) = draft.chain(known.clone()).unzip();
        sql::insert_all(&tx, "events", &columns, vec![values]).await?;
        attendances::put(&tx, id, EventStatus::Published, &record.attendances).await?;
        ids.push(id);
    }
    collectivities::raise_content_version(&tx, scope).await?;
    audit::record(&tx, scope, "seed_events", "collectivity", tx.tenant().0).await?;
    tx.commit().await?;
    collectivities::tell_changed(scope).await;
    Ok(ids)
}
