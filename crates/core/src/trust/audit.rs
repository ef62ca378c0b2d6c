//! Who did what, when. Each entry carries the hash of the one before it, so that a changed or
//! missing entry is found. A chain alone does not prove that its end was not cut off; publish the
//! last hash elsewhere for that.

use chrono::{DateTime, SecondsFormat, Utc};
use sea_orm::FromQueryResult;
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use crate::ground::database::TenantTx;
use crate::ground::error::Result;
use crate::ground::sql;
use crate::tenancy::scope::{Actor, Scope};

/// The outcome of checking a tenant's chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    /// How many entries were read.
    pub entries: u64,
    /// The number of the first entry that does not fit, if any.
    pub broken_at: Option<i64>,
}

#[derive(Debug, FromQueryResult)]
struct Entry {
    sequence: i64,
    at: DateTime<Utc>,
    actor_kind: String,
    actor_id: Option<Uuid>,
    action: String,
    subject_kind: String,
    subject_id: Uuid,
    previous_hash: String,
    hash: String,
}

#[derive(Debug, FromQueryResult)]
struct Head {
    sequence: i64,
    hash: String,
}

/// Appends an entry in the transaction of the change it tells of.
pub(crate) async fn record(
    tx: &TenantTx,
    scope: &Scope,
    action: &str,
    subject_kind: &str,
    subject_id: Uuid,
) -> Result<()> {
    // Locking the tenant's own row puts the writers of one chain in a queue.
    lock_tenant(tx).await?;
    let head: Option<Head> = sql::one(
        tx,
        "SELECT sequence, hash FROM audit_entries WHERE tenant_id = $1 ORDER BY sequence DESC LIMIT 1",
        [tx.tenant().into()],
    )
    .await?;
    let (sequence, previous_hash) = head.map_or((1, String::new()), |head| (head.sequence + 1, head.hash));
    let (actor_kind, actor_id) = match scope.actor() {
        Actor::Anonymous => ("anonymous", None),
        Actor::Person(person) => ("person", Some(person.id.0)),
        Actor::System(_) => ("system", None),
    };
    let mut entry = Entry {
        sequence,
        at: scope.now(),
        actor_kind: actor_kind.to_owned(),
        actor_id,
        action: action.to_owned(),
        subject_kind: subject_kind.to_owned(),
        subject_id,
        previous_hash,
        hash: String::new(),
    };
    entry.hash = seal(tx.tenant().0, &entry);
    sql::insert(
        tx,
        "audit_entries",
        [
            ("tenant_id", tx.tenant().into()),
            ("sequence", entry.sequence.into()),
            ("at", entry.at.into()),
            ("actor_kind", entry.actor_kind.into()),
            ("actor_id", entry.actor_id.into()),
            ("action", entry.action.into()),
            ("subject_kind", entry.subject_kind.into()),
            ("subject_id", entry.subject_id.into()),
            ("previous_hash", entry.previous_hash.into()),
            ("hash", entry.hash.into()),
        ],
    )
    .await?;
    Ok(())
}

/// Checks the whole chain of a tenant, a thousand entries at a time. All may call it who hold a
/// scope of the program itself; the office has no page for it yet.
///
/// # Errors
/// A database fault.
pub async fn verify(scope: &Scope) -> Result<Verified> {
    scope.require(crate::tenancy::permission::Action::ManageStaff)?;
    let tx = scope.begin_read().await?;
    let mut verified = Verified { entries: 0, broken_at: None };
    let mut previous = (0_i64, String::new());
    loop {
        let entries: Vec<Entry> = sql::all(
            &tx,
            "SELECT sequence, at, actor_kind, actor_id, action, subject_kind, subject_id, previous_hash, hash
             FROM audit_entries WHERE tenant_id = $1 AND sequence > $2 ORDER BY sequence LIMIT 1000",
            [tx.tenant().into(), previous.0.into()],
        )
        .await?;
        if entries.is_empty() {
            return Ok(verified);
        }
        for entry in entries {
            let fits = entry.sequence == previous.0 + 1
                && entry.previous_hash == previous.1
                && entry.hash == seal(tx.tenant().0, &entry);
            if !fits {
                verified.broken_at = Some(entry.sequence);
                return Ok(verified);
            }
            verified.entries += 1;
            previous = (entry.sequence, entry.hash);
        }
    }
}

/// Puts those who change the same tenant in a queue until the end of their transactions.
pub(crate) async fn lock_tenant(tx: &TenantTx) -> Result<()> {
    let text = format!("SELECT 1 AS count FROM collectivities WHERE id = $1{}", tx.for_update());
    // The number is an INTEGER on PostgreSQL; nobody reads it.
    sql::run(tx, &text, [tx.tenant().into()]).await?;
    Ok(())
}

fn seal(tenant: Uuid, entry: &Entry) -> String {
    let mut digest = Sha256::new();
    let at = entry.at.to_rfc3339_opts(SecondsFormat::Micros, true);
    let sequence = entry.sequence.to_string();
    let actor = entry.actor_id.map(|id| id.to_string()).unwrap_or_default();
    let (tenant, subject) = (tenant.to_string(), entry.subject_id.to_string());
    for part in [
        entry.previous_hash.as_str(),
        &tenant,
        &sequence,
        &at,
        &entry.actor_kind,
        &actor,
        &entry.action,
        &entry.subject_kind,
        &subject,
    ] {
        digest.update((part.len() as u64).to_be_bytes());
        digest.update(part.as_bytes());
    }
    digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}
