//! Who did what, when, from where, and what it changed. Each entry carries the hash of the one before
//! it, so that a changed or missing entry is found. A chain alone does not prove that its end was not
//! cut off; note the last hash elsewhere for that.

mod actions;
mod changes;
mod reading;
mod sealing;
mod sweeping;

use sea_orm::FromQueryResult;
use uuid::Uuid;

use crate::ground::database::TenantTx;
use crate::ground::error::Result;
use crate::ground::sql;
use crate::tenancy::permission::Action;
use crate::tenancy::scope::{Actor, Scope};

pub use actions::{ACTIONS, Group, SUBJECTS};
pub use changes::Change;
pub(crate) use changes::Changes;
pub use reading::{EXPORT_MOST, Filter, Somebody, Told, Who, export, list, people};
use sealing::Entry;
pub(crate) use sweeping::forget_addresses;

/// The outcome of checking a tenant's chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    /// How many entries were read.
    pub entries: u64,
    /// The number of the first entry that does not fit, if any.
    pub broken_at: Option<i64>,
    /// The hash of the last entry that fits; empty when there is none.
    pub last_hash: String,
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
    record_with(tx, scope, action, (subject_kind, subject_id), &Changes::new()).await
}

/// The same with what it changed.
pub(crate) async fn record_with(
    tx: &TenantTx,
    scope: &Scope,
    action: &str,
    (subject_kind, subject_id): (&str, Uuid),
    changes: &Changes,
) -> Result<()> {
    debug_assert!(
        actions::is_known(action) && SUBJECTS.contains(&subject_kind),
        "`{action}` of `{subject_kind}` needs a line in trust/audit/actions.rs and a sentence in trust.ftl"
    );
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
    let entry = Entry {
        sequence,
        at: scope.now(),
        actor_kind: actor_kind.to_owned(),
        actor_id,
        action: action.to_owned(),
        subject_kind: subject_kind.to_owned(),
        subject_id,
        previous_hash,
        hash: String::new(),
        format: sealing::PRESENT,
        address: None,
        address_salt: None,
        address_seal: None,
        changes: changes.sealed(),
    };
    append(tx, entry.coming_from(scope.address())).await
}

async fn append(tx: &TenantTx, entry: Entry) -> Result<()> {
    let hash = entry.seal(tx.tenant().0);
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
            ("hash", hash.into()),
            ("format", entry.format.into()),
            ("address", entry.address.into()),
            ("address_salt", entry.address_salt.into()),
            ("address_seal", entry.address_seal.into()),
            ("changes", entry.changes.into()),
        ],
    )
    .await?;
    Ok(())
}

/// Checks the whole chain of a tenant, a thousand entries at a time.
///
/// # Errors
/// `Denied` without the right to read the audit.
pub async fn verify(scope: &Scope) -> Result<Verified> {
    scope.require(Action::ReadAudit)?;
    let tx = scope.begin_read().await?;
    let mut verified = Verified { entries: 0, broken_at: None, last_hash: String::new() };
    let mut last = 0_i64;
    let text = format!(
        "SELECT {} FROM audit_entries WHERE tenant_id = $1 AND sequence > $2 ORDER BY sequence LIMIT 1000",
        sealing::COLUMNS
    );
    loop {
        let entries: Vec<Entry> = sql::all(&tx, &text, [tx.tenant().into(), last.into()]).await?;
        if entries.is_empty() {
            return Ok(verified);
        }
        for entry in entries {
            let fits = entry.sequence == last + 1
                && entry.previous_hash == verified.last_hash
                && entry.is_as_sealed(tx.tenant().0);
            if !fits {
                verified.broken_at = Some(entry.sequence);
                return Ok(verified);
            }
            verified.entries += 1;
            verified.last_hash = entry.hash;
            last = entry.sequence;
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
