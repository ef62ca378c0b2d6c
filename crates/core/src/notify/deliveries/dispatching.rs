//! From events to deliveries: a batch of waiting events is taken, and one `INSERT .. SELECT` for
//! each kind of event makes a row for each recipient. All in one transaction, so an event is
//! dispatched once; a unique key makes a second time harmless.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{FromQueryResult, Value};
use tracing::Instrument as _;

use crate::ground::database::{Engine, WorkerTx};
use crate::ground::error::Result;
use crate::ground::ids::{OutboxEventId, TenantId};
use crate::ground::sql;
use crate::ground::trace::Trace;
use crate::notify::outbox::{
    ARTICLE_PUBLISHED, COMMITMENT_PROGRESSED, PASSKEY_ADDED, PASSWORD_CHANGED, PASSWORD_RESET_ASKED,
    PROVIDER_LINKED, REPORT_DUE_SOON, REPORT_DUE_TOMORROW, REPORT_LATE, REPORT_WAITING, SECOND_FACTOR_OFF,
    SECOND_FACTOR_RESET, STAFF_INVITED, SUBSCRIPTION_REQUESTED,
};
use crate::tenancy::hub::Hub;

/// What this version of the program can tell.
const KINDS: [&str; 14] = [
    ARTICLE_PUBLISHED,
    SUBSCRIPTION_REQUESTED,
    STAFF_INVITED,
    REPORT_DUE_SOON,
    REPORT_DUE_TOMORROW,
    REPORT_LATE,
    REPORT_WAITING,
    PASSWORD_RESET_ASKED,
    PASSWORD_CHANGED,
    SECOND_FACTOR_OFF,
    SECOND_FACTOR_RESET,
    PASSKEY_ADDED,
    PROVIDER_LINKED,
    COMMITMENT_PROGRESSED,
];
/// What the staff is reminded of.
const REMINDERS: [&str; 4] = [REPORT_DUE_SOON, REPORT_DUE_TOMORROW, REPORT_LATE, REPORT_WAITING];
/// Reports of a sheet come one after the other; who follows is told of all of them at once.
const GATHER_MINUTES: i64 = 10;

/// Those that tell people about their own account.
const OF_ACCOUNTS: [&str; 6] = [
    PASSWORD_RESET_ASKED,
    PASSWORD_CHANGED,
    SECOND_FACTOR_OFF,
    SECOND_FACTOR_RESET,
    PASSKEY_ADDED,
    PROVIDER_LINKED,
];

#[derive(Debug, FromQueryResult)]
struct EventRow {
    tenant_id: TenantId,
    id: OutboxEventId,
    kind: String,
    trace: Option<String>,
}

/// Turns waiting events into deliveries and says how many events it took.
///
/// # Errors
/// A database fault; nothing is then changed.
pub async fn dispatch(hub: &Hub, limit: u32) -> Result<usize> {
    let now = hub.clock().now();
    let tx = hub.database().begin_worker().await?;
    // Kinds of a newer version of the program wait for it.
    let take = format!(
        "WITH picked AS MATERIALIZED (
           SELECT tenant_id, id FROM outbox_events WHERE dispatched_at IS NULL AND kind IN ({})
           ORDER BY created_at LIMIT {limit}{})
         UPDATE outbox_events SET dispatched_at = $1
         WHERE (tenant_id, id) IN (SELECT tenant_id, id FROM picked) RETURNING tenant_id, id, kind, trace",
        sql::places(2, KINDS.len()),
        tx.skip_locked()
    );
    let values = [now.into()].into_iter().chain(KINDS.map(Value::from));
    let events: Vec<EventRow> = sql::all(&tx, &take, values).await?;
    if events.is_empty() {
        tx.commit().await?;
        return Ok(0);
    }
    let span = tracing::info_span!("dispatch", events = events.len());
    for told in events.iter().filter_map(|event| Trace::stored(event.trace.as_deref())) {
        told.link(&span);
    }
    tell(hub, tx, &events, now).instrument(span).await?;
    Ok(events.len())
}

/// The deliveries of these events.
async fn tell(hub: &Hub, tx: WorkerTx, events: &[EventRow], now: DateTime<Utc>) -> Result<()> {
    for (kind, recipients) in KINDS.into_iter().zip([OF_ARTICLE, OF_REQUEST, OF_INVITATION]) {
        let of_kind: Vec<&EventRow> = events.iter().filter(|event| event.kind == kind).collect();
        if !of_kind.is_empty() {
            // Somebody sits waiting for a link: such messages overtake a large publication.
            let due_at = if kind == ARTICLE_PUBLISHED { now } else { now - TimeDelta::days(1) };
            let fixed = vec![now.into(), id_prefix(hub), due_at.into()];
            fan_out(&tx, hub, recipients, fixed, &of_kind).await?;
        }
        if kind == ARTICLE_PUBLISHED && !of_kind.is_empty() {
            fan_out(&tx, hub, FOR_NETWORK, vec![now.into(), id_prefix(hub)], &of_kind).await?;
        }
    }
    let progressed: Vec<&EventRow> =
        events.iter().filter(|event| event.kind == COMMITMENT_PROGRESSED).collect();
    if !progressed.is_empty() {
        let due_at = now + TimeDelta::minutes(GATHER_MINUTES);
        fan_out(&tx, hub, OF_PROGRESS, vec![now.into(), id_prefix(hub), due_at.into()], &progressed).await?;
    }
    // Who is on the staff is closed to the worker until it enters their tenant, so these few are
    // told tenant by tenant.
    let mut by_tenant: BTreeMap<TenantId, Vec<&EventRow>> = BTreeMap::new();
    let is_for_staff = |kind: &str| REMINDERS.contains(&kind) || OF_ACCOUNTS.contains(&kind);
    for event in events.iter().filter(|event| is_for_staff(&event.kind)) {
        by_tenant.entry(event.tenant_id).or_default().push(event);
    }
    for (tenant, told) in by_tenant {
        tx.enter(tenant).await?;
        let (accounts, reminders): (Vec<&EventRow>, Vec<&EventRow>) =
            told.into_iter().partition(|event| OF_ACCOUNTS.contains(&event.kind.as_str()));
        if !accounts.is_empty() {
            // Links that somebody waits for, as above.
            let fixed = vec![now.into(), id_prefix(hub), (now - TimeDelta::days(1)).into()];
            fan_out(&tx, hub, OF_ACCOUNT, fixed, &accounts).await?;
        }
        if !reminders.is_empty() {
            let fixed = vec![now.into(), id_prefix(hub), now.into()];
            fan_out(&tx, hub, OF_REMINDER, fixed, &reminders).await?;
        }
    }
    Ok(tx.commit().await?)
}

/// One subscriber, one row. The network's readers get its own news and that of all members.
const OF_ARTICLE: &str = "
INSERT INTO deliveries (tenant_id, id, event_id, recipient_kind, recipient_id, channel, status, attempts, due_at, created_at)
SELECT e.tenant_id, {id}, e.id, 'subscription', s.id, 'email', 'due', 0, $3, $1
FROM picked p
JOIN outbox_events e ON e.tenant_id = p.tenant_id AND e.id = p.id
JOIN subscriptions s ON s.tenant_id = e.tenant_id
WHERE s.status = 'confirmed' AND (s.topic = 'network' OR (s.topic = 'member' AND e.origin_tenant_id = e.tenant_id))
ON CONFLICT (tenant_id, event_id, recipient_kind, recipient_id, channel) DO NOTHING";

/// Who follows the commitment or its programme, once each, and not while they are still to be told.
const OF_PROGRESS: &str = "
INSERT INTO deliveries (tenant_id, id, event_id, recipient_kind, recipient_id, channel, status, attempts, due_at, created_at)
SELECT x.tenant_id, {id}, x.event_id, 'subscription', x.id, 'email', 'due', 0, $3, $1
FROM (
  SELECT e.tenant_id, e.id AS event_id, s.id,
    ROW_NUMBER() OVER (PARTITION BY s.tenant_id, s.id ORDER BY e.created_at, e.id) AS place
  FROM picked p
  JOIN outbox_events e ON e.tenant_id = p.tenant_id AND e.id = p.id
  JOIN commitments c ON c.tenant_id = e.tenant_id AND c.id = e.subject_id
  JOIN subscriptions s ON s.tenant_id = e.tenant_id
    AND ((s.topic = 'commitment' AND s.topic_id = c.id) OR (s.topic = 'programme' AND s.topic_id = c.programme_id))
  WHERE s.status = 'confirmed' AND NOT EXISTS (
    SELECT 1 FROM deliveries o
    JOIN outbox_events w ON w.tenant_id = o.tenant_id AND w.id = o.event_id AND w.kind = 'commitment_progressed'
    WHERE o.tenant_id = s.tenant_id AND o.recipient_kind = 'subscription' AND o.recipient_id = s.id
      AND o.status = 'due' AND o.attempts = 0)
) x
WHERE x.place = 1
ON CONFLICT (tenant_id, event_id, recipient_kind, recipient_id, channel) DO NOTHING";

/// A request for what is confirmed already asks for nothing.
const OF_REQUEST: &str = "
INSERT INTO deliveries (tenant_id, id, event_id, recipient_kind, recipient_id, channel, status, attempts, due_at, created_at)
SELECT e.tenant_id, {id}, e.id, 'subscription', s.id, 'email', 'due', 0, $3, $1
FROM picked p
JOIN outbox_events e ON e.tenant_id = p.tenant_id AND e.id = p.id
JOIN subscriptions s ON s.tenant_id = e.tenant_id AND s.id = e.subject_id
WHERE s.status = 'pending'
ON CONFLICT (tenant_id, event_id, recipient_kind, recipient_id, channel) DO NOTHING";

const OF_INVITATION: &str = "
INSERT INTO deliveries (tenant_id, id, event_id, recipient_kind, recipient_id, channel, status, attempts, due_at, created_at)
SELECT e.tenant_id, {id}, e.id, 'invitation', e.subject_id, 'email', 'due', 0, $3, $1
FROM picked p
JOIN outbox_events e ON e.tenant_id = p.tenant_id AND e.id = p.id
WHERE e.kind = 'staff_invited'
ON CONFLICT (tenant_id, event_id, recipient_kind, recipient_id, channel) DO NOTHING";

/// Whoever runs the programme, and whoever runs the site once it is late; the latter alone where
/// reports wait to be approved. Each person once.
const OF_REMINDER: &str = "
INSERT INTO deliveries (tenant_id, id, event_id, recipient_kind, recipient_id, channel, status, attempts, due_at, created_at)
SELECT x.tenant_id, {id}, x.id, 'person', x.person_id, 'email', 'due', 0, $3, $1
FROM (
  SELECT DISTINCT e.tenant_id, e.id, g.person_id
  FROM picked p
  JOIN outbox_events e ON e.tenant_id = p.tenant_id AND e.id = p.id
  JOIN grants g ON g.tenant_id = e.tenant_id
  WHERE (g.role = 'focal_point' AND e.kind <> 'report_waiting')
     OR (g.role = 'admin' AND e.kind IN ('report_late', 'report_waiting'))
) x
WHERE 1 = 1
ON CONFLICT (tenant_id, event_id, recipient_kind, recipient_id, channel) DO NOTHING";

/// The owner of the account. Whoever asked with an address that nobody has asked for nothing.
const OF_ACCOUNT: &str = "
INSERT INTO deliveries (tenant_id, id, event_id, recipient_kind, recipient_id, channel, status, attempts, due_at, created_at)
SELECT e.tenant_id, {id}, e.id, 'person', COALESCE(r.person_id, e.subject_id), 'email', 'due', 0, $3, $1
FROM picked p
JOIN outbox_events e ON e.tenant_id = p.tenant_id AND e.id = p.id
LEFT JOIN password_resets r ON r.tenant_id = e.tenant_id AND r.id = e.subject_id
WHERE e.kind <> 'password_reset_asked' OR (r.person_id IS NOT NULL AND r.used_at IS NULL)
ON CONFLICT (tenant_id, event_id, recipient_kind, recipient_id, channel) DO NOTHING";

/// The network's own event for what a member told, once; the next dispatch takes it. A delivery
/// thus never points across tenants, and a member's transaction writes no foreign row.
const FOR_NETWORK: &str = "
INSERT INTO outbox_events (tenant_id, id, kind, subject_id, origin_tenant_id, created_at, trace)
SELECT n.id, {id}, e.kind, e.subject_id, e.tenant_id, $1, e.trace
FROM picked p
JOIN outbox_events e ON e.tenant_id = p.tenant_id AND e.id = p.id
JOIN collectivities n ON n.kind = 'network'
WHERE e.origin_tenant_id = e.tenant_id AND e.tenant_id <> n.id AND NOT EXISTS (
  SELECT 1 FROM outbox_events o WHERE o.tenant_id = n.id AND o.subject_id = e.subject_id AND o.kind = e.kind)";

/// Runs a statement over these events: `$1..` are the fixed values, then follow the keys.
async fn fan_out(
    tx: &WorkerTx,
    hub: &Hub,
    text: &str,
    fixed: Vec<Value>,
    events: &[&EventRow],
) -> Result<()> {
    let pairs: Vec<String> =
        (0..events.len()).map(|index| format!("({})", sql::places(fixed.len() + 2 * index + 1, 2))).collect();
    let id = match hub.database().engine() {
        Engine::Postgres => {
            "CAST($2 || substr(replace(CAST(gen_random_uuid() AS TEXT), '-', ''), 21) AS UUID)"
        }
        Engine::Sqlite => "unhex($2 || hex(randomblob(6)))",
    };
    let text =
        format!("WITH picked (tenant_id, id) AS (VALUES {}){}", pairs.join(", "), text.replace("{id}", id));
    let keys = events.iter().flat_map(|event| [event.tenant_id.into(), event.id.into()]);
    sql::run(tx, &text, fixed.into_iter().chain(keys)).await?;
    Ok(())
}

/// The first 20 digits of ids that the database completes by chance: time, version, variant and
/// counter of a UUIDv7. Making them here would mean to fetch every recipient first.
fn id_prefix(hub: &Hub) -> Value {
    let digits = hub.new_request_id().simple().to_string();
    digits[..20].into()
}
