//! How the office writes events: what they say, and once they were held what was said there and how
//! many came. Each verb is one transaction: the row, the member's content version, the audit.

use chrono::{DateTime, Utc};
use sea_orm::Value;

use super::attendances::{self, Counts};
use super::checking::{check, check_record};
use super::differences;
use super::office::load;
use super::{Channel, Event, EventKind, EventStatus, FILES};
use crate::ground::calendar;
use crate::ground::database::TenantTx;
use crate::ground::error::{Error, Result};
use crate::ground::ids::{EventId, ProgrammeId};
use crate::ground::localised::Localised;
use crate::ground::sql;
use crate::news::files;
use crate::tenancy::collectivities;
use crate::tenancy::permission::Action;
use crate::tenancy::scope::Scope;
use crate::trust::audit::{self, Changes};

/// What the office writes of an event.
#[derive(Debug, Clone)]
pub struct EventInput {
    /// What it is.
    pub kind: EventKind,
    /// How one takes part, where that is said.
    pub channel: Option<Channel>,
    /// What it is called; at least one.
    pub titles: Localised,
    /// What it is about, as HTML; what may not be shown is taken out.
    pub descriptions: Localised,
    /// Where it takes place.
    pub places: Localised,
    /// What is done in which order, one matter a line.
    pub agendas: Localised,
    /// When it begins.
    pub starts_at: DateTime<Utc>,
    /// When it ends, where that is known.
    pub ends_at: Option<DateTime<Utc>>,
    /// The programme that it belongs to.
    pub programme: Option<ProgrammeId>,
    /// The step of the cycle of that programme.
    pub step: Option<i32>,
    /// Where one registers.
    pub registration_url: Option<String>,
    /// Where it was read that it took place.
    pub source_url: Option<String>,
}

/// What is known of an event once it was held.
#[derive(Debug, Clone, Default)]
pub struct Record {
    /// What was said and decided, as HTML; what may not be shown is taken out.
    pub minutes: Localised,
    /// How many came, by each way of taking part.
    pub attendances: Vec<(Channel, Counts)>,
}

/// Writes a new draft.
///
/// # Errors
/// `Denied`, or `Invalid` with every broken rule.
pub async fn create(scope: &Scope, input: EventInput) -> Result<Event> {
    scope.require(Action::WriteEvent)?;
    let input = check(input)?;
    let tx = scope.begin().await?;
    require_programme(&tx, input.programme).await?;
    let input = measured(&tx, input).await?;
    let id = EventId(scope.new_id());
    let (columns, values): (Vec<&str>, Vec<Value>) = new_row(&tx, scope, id, input).into_iter().unzip();
    sql::insert_all(&tx, "events", &columns, vec![values]).await?;
    finish(tx, scope, "create_event", id, Changes::new()).await
}

/// Changes an event that is at version `seen`.
///
/// # Errors
/// `Denied`; `NotFound`; `Conflict` when somebody changed it meanwhile or it is put away; `Invalid`.
pub async fn update(scope: &Scope, id: EventId, seen: i32, input: EventInput) -> Result<Event> {
    scope.require(Action::WriteEvent)?;
    let input = check(input)?;
    let tx = scope.begin().await?;
    let before = to_change(&tx, scope, id, seen).await?;
    if before.status.is_public() {
        require_title(scope, &input.titles)?;
    }
    require_programme(&tx, input.programme).await?;
    let words = words(measured(&tx, input).await?);
    let sets: Vec<String> =
        words.iter().zip(5..).map(|((column, _), place)| format!("{column} = ${place}")).collect();
    set(&tx, scope, id, &sets.join(", "), words.into_iter().map(|(_, value)| value)).await?;
    finish_from(tx, scope, "update_event", &before).await
}

/// Writes what was said at an event and how many came.
///
/// # Errors
/// `Denied`; `NotFound`; `Conflict` when somebody changed it meanwhile, or it is put away or was
/// cancelled; `Invalid`, also while it has not begun.
pub async fn record(scope: &Scope, id: EventId, seen: i32, record: Record) -> Result<Event> {
    scope.require(Action::WriteEvent)?;
    let record = check_record(record)?;
    let tx = scope.begin().await?;
    let before = to_change(&tx, scope, id, seen).await?;
    if before.status == EventStatus::Cancelled {
        return Err(Error::Conflict("event-is-cancelled"));
    }
    if before.is_to_come(scope.now()) {
        return Err(Error::invalid("minutes", "event-not-held-yet"));
    }
    let minutes = files::measure(&tx, record.minutes).await?;
    set(&tx, scope, id, "minutes = $5", [minutes.into()]).await?;
    let counted = attendances::load(&tx, id).await?;
    attendances::put(&tx, id, before.status, &record.attendances).await?;
    let changes = differences::counts(&counted, &attendances::load(&tx, id).await?);
    let after = load(&tx, id, "").await?;
    finish(tx, scope, "record_event", id, differences::words(changes, &before, &after)).await
}

async fn measured(tx: &TenantTx, input: EventInput) -> Result<EventInput> {
    Ok(EventInput { descriptions: files::measure(tx, input.descriptions).await?, ..input })
}

/// The event that somebody is about to change, its row locked. What the public sees takes the right
/// to publish.
async fn to_change(tx: &TenantTx, scope: &Scope, id: EventId, seen: i32) -> Result<Event> {
    let before = at_version(tx, id, seen).await?;
    if before.status == EventStatus::Archived {
        return Err(Error::Conflict("event-is-archived"));
    }
    if before.status.is_public() {
        scope.require(Action::PublishEvent)?;
        collectivities::raise_content_version(tx, scope).await?;
    }
    Ok(before)
}

pub(super) async fn at_version(tx: &TenantTx, id: EventId, seen: i32) -> Result<Event> {
    let event = load(tx, id, tx.for_update()).await?;
    if event.version == seen { Ok(event) } else { Err(Error::Conflict("event-changed-meanwhile")) }
}

/// The default language is the fallback of all others, so what is public has a title in it.
pub(super) fn require_title(scope: &Scope, titles: &Localised) -> Result<()> {
    let locale = scope.tenant().default_locale;
    if titles.exact(locale).is_some() {
        return Ok(());
    }
    let breach = crate::ground::error::FieldError::new(format!("titles.{}", locale.code()), "field-required");
    Err(Error::Invalid(vec![breach]))
}

/// A programme of another member does not exist here.
async fn require_programme(tx: &TenantTx, programme: Option<ProgrammeId>) -> Result<()> {
    let Some(programme) = programme else { return Ok(()) };
    let text = "SELECT COUNT(*) AS count FROM programmes WHERE tenant_id = $1 AND id = $2";
    let found: Option<sql::Count> = sql::one(tx, text, [tx.tenant().into(), programme.into()]).await?;
    if found.is_some_and(|found| found.count > 0) {
        return Ok(());
    }
    Err(Error::invalid("programme", "field-unknown-value"))
}

/// Sets columns of an event: `$3` is now, `$4` the person, the values follow.
pub(super) async fn set(
    tx: &TenantTx,
    scope: &Scope,
    id: EventId,
    columns: &str,
    values: impl IntoIterator<Item = Value>,
) -> Result<()> {
    let text = format!(
        "UPDATE events SET {columns}, updated_at = $3, updated_by = $4, version = version + 1
         WHERE tenant_id = $1 AND id = $2"
    );
    let fixed: [Value; 4] = [tx.tenant().into(), id.into(), scope.now().into(), scope.person_id().into()];
    let values: Vec<Value> = fixed.into_iter().chain(values).collect();
    sql::run(tx, &text, values).await?;
    Ok(())
}

/// Ends a transaction that changed an event: what differs goes into the audit.
pub(super) async fn finish_from(tx: TenantTx, scope: &Scope, action: &str, before: &Event) -> Result<Event> {
    let after = load(&tx, before.id, "").await?;
    finish(tx, scope, action, before.id, differences::words(Changes::new(), before, &after)).await
}

async fn finish(tx: TenantTx, scope: &Scope, action: &str, id: EventId, changes: Changes) -> Result<Event> {
    audit::record_with(&tx, scope, action, ("event", id.0), &changes).await?;
    let event = load(&tx, id, "").await?;
    files::note(&tx, FILES, id.0, &[&event.detail.descriptions, &event.detail.minutes], None).await?;
    tx.commit().await?;
    collectivities::tell_changed(scope).await;
    Ok(event)
}

/// The columns that an editor writes.
fn words(input: EventInput) -> Vec<(&'static str, Value)> {
    vec![
        ("kind", input.kind.code().into()),
        ("channel", input.channel.map(Channel::code).into()),
        ("titles", input.titles.into()),
        ("descriptions", input.descriptions.into()),
        ("places", input.places.into()),
        ("agendas", input.agendas.into()),
        ("starts_at", input.starts_at.into()),
        ("ends_at", input.ends_at.into()),
        ("starts_on", calendar::day(input.starts_at).into()),
        ("ends_on", input.ends_at.map(calendar::day).into()),
        ("programme_id", input.programme.into()),
        ("step", input.step.into()),
        ("registration_url", input.registration_url.into()),
        ("source_url", input.source_url.into()),
    ]
}

/// The row of a new draft.
pub(super) fn new_row(
    tx: &TenantTx,
    scope: &Scope,
    id: EventId,
    input: EventInput,
) -> Vec<(&'static str, Value)> {
    let fixed: [(&'static str, Value); 12] = [
        ("tenant_id", tx.tenant().into()),
        ("id", id.into()),
        ("status", EventStatus::Draft.code().into()),
        ("minutes", Localised::default().into()),
        ("cancel_reasons", Localised::default().into()),
        ("version", 1.into()),
        ("is_sample", scope.tenant().is_sample.into()),
        ("member_live", true.into()),
        ("created_at", scope.now().into()),
        ("updated_at", scope.now().into()),
        ("created_by", scope.person_id().into()),
        ("updated_by", scope.person_id().into()),
    ];
    words(input).into_iter().chain(fixed).collect()
}
