//! Erasing what is held about an address. What others rely on stays without the person: messages
//! were sent, the ledger and the audit keep the id of an account that is gone, and nothing leads from
//! it to a name any more.

use sea_orm::{FromQueryResult, SqlErr, Value};
use uuid::Uuid;

use super::held::{self, invitation_ids};
use super::requests::{self, Kind};
use crate::ground::database::TenantTx;
use crate::ground::error::Result;
use crate::ground::ids::PersonId;
use crate::ground::{input, sql};
use crate::tenancy::permission::Action;
use crate::tenancy::scope::Scope;
use crate::trust::audit::{self, Changes};

/// What became of an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Account {
    /// There was none here.
    None,
    /// It still has a role here, which has to be taken away first.
    Serves,
    /// It is gone from this member.
    Gone,
}

/// What was erased.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Erased {
    /// Subscriptions.
    pub subscriptions: u64,
    /// The account.
    pub account: Account,
}

#[derive(FromQueryResult)]
struct Somebody {
    id: PersonId,
}

/// Erases what is held about this address here.
///
/// # Errors
/// `Denied` without the right to manage settings; `Invalid` for what is no address.
pub async fn erase(scope: &Scope, email: &str) -> Result<Erased> {
    scope.require(Action::ManageSettings)?;
    let email = input::email(email)?;
    let tx = scope.begin().await?;
    let ids: Vec<Uuid> = held::subscriptions(&tx, scope, &email).await?.iter().map(|one| one.id).collect();
    forget_messages(&tx, scope, &ids).await?;
    let subscriptions = delete(&tx, "subscriptions", "id", &ids).await?;
    forget_throttles(&tx, scope, &email).await?;
    let became = forget_account(&tx, scope, &email).await?;
    let request = requests::answer(&tx, scope, &email, Kind::Erasure).await?;
    let changes = Changes::new().field("subscriptions", subscriptions, 0_u64);
    audit::record_with(&tx, scope, "erase_person", ("request", request), &changes).await?;
    tx.commit().await?;
    Ok(Erased { subscriptions, account: became })
}

/// Ends messages that wait and forgets what mail servers said of those that were tried: they repeat
/// addresses. The messages themselves hold none; one in flight still has to find its row.
async fn forget_messages(tx: &TenantTx, scope: &Scope, recipients: &[Uuid]) -> Result<()> {
    if recipients.is_empty() {
        return Ok(());
    }
    let values = |first: Vec<Value>| first.into_iter().chain(recipients.iter().map(|&id| id.into()));
    let text = format!(
        "DELETE FROM delivery_attempts WHERE tenant_id = $1 AND delivery_id IN (
           SELECT id FROM deliveries WHERE tenant_id = $1 AND recipient_id IN ({}))",
        sql::places(2, recipients.len())
    );
    sql::run(tx, &text, values(vec![tx.tenant().into()])).await?;
    let text = format!(
        "UPDATE deliveries SET status = 'cancelled', finished_at = $2, leased_until = NULL
         WHERE tenant_id = $1 AND status = 'due' AND recipient_id IN ({})",
        sql::places(3, recipients.len())
    );
    sql::run(tx, &text, values(vec![tx.tenant().into(), scope.now().into()])).await?;
    Ok(())
}

/// The counters of a mailbox are kept under a hash of it, and for two days only; they go as well.
async fn forget_throttles(tx: &TenantTx, scope: &Scope, email: &str) -> Result<()> {
    let mailbox = scope.hub().secret().fingerprint("subscription", email);
    sql::run(
        tx,
        "DELETE FROM throttles WHERE tenant_id = $1 AND key IN ($2, $3)",
        [tx.tenant().into(), format!("{mailbox}.10m").into(), format!("{mailbox}.1d").into()],
    )
    .await?;
    Ok(())
}

/// Takes everything that ties an account to this member, and the account itself when no other member
/// needs it. Who needs it cannot be asked here: the keys of the database know.
async fn forget_account(tx: &TenantTx, scope: &Scope, email: &str) -> Result<Account> {
    // Who left the staff is seen by the exact address only.
    tx.name_person(email).await?;
    let person: Option<Somebody> =
        sql::one(tx, "SELECT id FROM people WHERE email = $1", [email.into()]).await?;
    let Some(Somebody { id }) = person else { return Ok(Account::None) };
    let held: Option<sql::Count> = sql::one(
        tx,
        "SELECT COUNT(*) AS count FROM grants WHERE tenant_id = $1 AND person_id = $2",
        [tx.tenant().into(), id.into()],
    )
    .await?;
    if held.is_some_and(|held| held.count > 0) {
        return Ok(Account::Serves);
    }
    let mut recipients = invitation_ids(tx, id).await?;
    recipients.push(id.0);
    forget_messages(tx, scope, &recipients).await?;
    let mut ties = 0;
    for table in TIES {
        ties += delete(tx, table, "person_id", &[id.0]).await?;
    }
    let was_last = delete_account(tx, id, email).await?;
    Ok(if was_last || ties > 0 { Account::Gone } else { Account::None })
}

/// The tables whose rows tie an account to a member, but for its roles.
const TIES: [&str; 9] = [
    "sign_ins",
    "second_steps",
    "passkey_challenges",
    "passkeys",
    "provider_links",
    "password_resets",
    "report_drafts",
    "article_autosaves",
    "invitations",
];

/// Deletes an account that nothing points to any more, and says whether it did.
async fn delete_account(tx: &TenantTx, person: PersonId, email: &str) -> Result<bool> {
    sql::run(tx, "SAVEPOINT account", []).await?;
    let text = "DELETE FROM people WHERE id = $1 AND email = $2";
    match sql::run(tx, text, [person.into(), email.into()]).await {
        Ok(deleted) => Ok(deleted > 0),
        Err(error) if matches!(error.sql_err(), Some(SqlErr::ForeignKeyConstraintViolation(_))) => {
            sql::run(tx, "ROLLBACK TO SAVEPOINT account", []).await?;
            Ok(false)
        }
        Err(error) => Err(error.into()),
    }
}

async fn delete(tx: &TenantTx, table: &'static str, column: &'static str, ids: &[Uuid]) -> Result<u64> {
    if ids.is_empty() {
        return Ok(0);
    }
    let text =
        format!("DELETE FROM {table} WHERE tenant_id = $1 AND {column} IN ({})", sql::places(2, ids.len()));
    let values = std::iter::once(Value::from(tx.tenant())).chain(ids.iter().map(|&id| id.into()));
    Ok(sql::run(tx, &text, values).await?)
}
