//! What is held about an address here, in the words of the database: a file for the person shows the
//! same as the page.

use chrono::{DateTime, Utc};
use sea_orm::{FromQueryResult, Value};
use serde::Serialize;
use uuid::Uuid;

use super::requests::{self, Kind, Request};
use crate::ground::database::TenantTx;
use crate::ground::error::Result;
use crate::ground::ids::PersonId;
use crate::ground::{input, sql};
use crate::tenancy::permission::Action;
use crate::tenancy::scope::Scope;
use crate::trust::audit;

/// So many messages are told one by one.
const MOST_DELIVERIES: u32 = 500;

/// All that is held about one address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Held {
    /// The address that was asked about.
    pub email: String,
    /// Subscriptions with their consent.
    pub subscriptions: Vec<Subscription>,
    /// Messages, the newest first.
    pub deliveries: Vec<Delivery>,
    /// The account of somebody who serves, served or was invited here.
    pub account: Option<Account>,
    /// Earlier requests of the same person.
    pub requests: Vec<Request>,
}

/// A subscription and its consent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, FromQueryResult)]
pub struct Subscription {
    #[serde(skip)]
    pub(super) id: Uuid,
    /// What of.
    pub topic: String,
    /// The language of the mails.
    pub locale: String,
    /// Where it stands.
    pub status: String,
    /// When it was asked for.
    pub requested_at: DateTime<Utc>,
    /// When the owner of the address said yes.
    pub confirmed_at: Option<DateTime<Utc>>,
    /// When it ended.
    pub ended_at: Option<DateTime<Utc>>,
}

/// A message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, FromQueryResult)]
pub struct Delivery {
    /// What it told of.
    pub kind: String,
    /// Whether it was sent.
    pub status: String,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it was sent or given up.
    pub finished_at: Option<DateTime<Utc>>,
}

/// A staff account as this member sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Account {
    /// Its id, which the ledger and the audit carry.
    pub id: PersonId,
    /// The name shown in the office.
    pub display_name: String,
    /// What the person may do here now.
    pub roles: Vec<String>,
    /// How they came.
    pub invitations: Vec<Invitation>,
    /// Sign-in sessions that are open.
    pub sign_ins: Vec<SignIn>,
    /// Passkeys, by the names that the person gave them.
    pub passkeys: Vec<Passkey>,
    /// Since when a provider signs the account in.
    pub provider_links: Vec<ProviderLink>,
    /// How much bears their mark.
    pub authored: Authored,
}

/// An invitation to the staff.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, FromQueryResult)]
pub struct Invitation {
    /// What for.
    pub role: String,
    /// When.
    pub created_at: DateTime<Utc>,
    /// When it was accepted.
    pub accepted_at: Option<DateTime<Utc>>,
}

/// A sign-in session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, FromQueryResult)]
pub struct SignIn {
    /// When it was opened.
    pub created_at: DateTime<Utc>,
    /// When it ends.
    pub expires_at: DateTime<Utc>,
}

/// A passkey. What the device keeps is not held here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, FromQueryResult)]
pub struct Passkey {
    /// What the person calls it.
    pub name: String,
    /// When it was added.
    pub created_at: DateTime<Utc>,
    /// When it was last used.
    pub last_used_at: Option<DateTime<Utc>>,
}

/// Who the account is at a provider; the name there is kept as a hash alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, FromQueryResult)]
pub struct ProviderLink {
    /// The address of the provider.
    pub issuer: String,
    /// Since when.
    pub created_at: DateTime<Utc>,
    /// The last time.
    pub last_used_at: DateTime<Utc>,
}

/// How much bears somebody's mark. It stays when the account goes, under its id alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, FromQueryResult)]
pub struct Authored {
    /// News written or last changed.
    pub articles: i64,
    /// Reports handed in or decided about.
    pub reports: i64,
    /// Lines of the audit.
    pub audit_entries: i64,
}

/// What is held about this address here.
///
/// # Errors
/// `Denied` without the right to manage settings; `Invalid` for what is no address.
pub async fn look(scope: &Scope, email: &str) -> Result<Held> {
    scope.require(Action::ManageSettings)?;
    let email = input::email(email)?;
    let tx = scope.begin_read().await?;
    read(&tx, scope, email).await
}

/// The same, to be given to the person; the register notes that it was.
///
/// # Errors
/// As [`look`].
pub async fn export(scope: &Scope, email: &str) -> Result<Held> {
    scope.require(Action::ManageSettings)?;
    let email = input::email(email)?;
    let tx = scope.begin().await?;
    let held = read(&tx, scope, email).await?;
    let request = requests::answer(&tx, scope, &held.email, Kind::Export).await?;
    audit::record(&tx, scope, "export_person", "request", request).await?;
    tx.commit().await?;
    Ok(held)
}

async fn read(tx: &TenantTx, scope: &Scope, email: String) -> Result<Held> {
    let subscriptions = subscriptions(tx, scope, &email).await?;
    let account = account(tx, &email).await?;
    let mut recipients: Vec<Uuid> = subscriptions.iter().map(|one| one.id).collect();
    if let Some(account) = &account {
        recipients.push(account.id.0);
        recipients.extend(invitation_ids(tx, account.id).await?);
    }
    Ok(Held {
        deliveries: deliveries(tx, &recipients).await?,
        requests: requests::of(tx, scope, &email).await?,
        subscriptions,
        account,
        email,
    })
}

/// The subscriptions of an address, ended ones too: they are known by a keyed hash.
pub(super) async fn subscriptions(tx: &TenantTx, scope: &Scope, email: &str) -> Result<Vec<Subscription>> {
    let key = scope.hub().secret().fingerprint("subscription", email);
    Ok(sql::all(
        tx,
        "SELECT id, topic, locale, status, requested_at, confirmed_at, ended_at FROM subscriptions
         WHERE tenant_id = $1 AND email_key = $2 ORDER BY requested_at, id",
        [tx.tenant().into(), key.into()],
    )
    .await?)
}

async fn deliveries(tx: &TenantTx, recipients: &[Uuid]) -> Result<Vec<Delivery>> {
    if recipients.is_empty() {
        return Ok(Vec::new());
    }
    let text = format!(
        "SELECT e.kind, d.status, d.created_at, d.finished_at FROM deliveries d
         JOIN outbox_events e ON e.tenant_id = d.tenant_id AND e.id = d.event_id
         WHERE d.tenant_id = $1 AND d.recipient_id IN ({})
         ORDER BY d.created_at DESC, d.id LIMIT {MOST_DELIVERIES}",
        sql::places(2, recipients.len())
    );
    let values = std::iter::once(Value::from(tx.tenant())).chain(recipients.iter().map(|&id| id.into()));
    Ok(sql::all(tx, &text, values).await?)
}

#[derive(FromQueryResult)]
struct PersonRow {
    id: PersonId,
    display_name: Option<String>,
}

#[derive(FromQueryResult)]
struct RoleRow {
    role: String,
}

#[derive(FromQueryResult)]
struct IdRow {
    id: Uuid,
}

/// The account with this address, if it serves, served or was invited here.
pub(super) async fn account(tx: &TenantTx, email: &str) -> Result<Option<Account>> {
    let person: Option<PersonRow> = sql::one(
        tx,
        // What an account holds that was only invited here is not shown: it may be of another member.
        "SELECT p.id,
           CASE WHEN EXISTS (SELECT 1 FROM grants x WHERE x.tenant_id = $1 AND x.person_id = p.id) THEN p.display_name
             ELSE (SELECT MAX(x.display_name) FROM invitations x WHERE x.tenant_id = $1 AND x.person_id = p.id)
           END AS display_name
         FROM people p WHERE p.email = $2
           AND (EXISTS (SELECT 1 FROM grants x WHERE x.tenant_id = $1 AND x.person_id = p.id)
             OR EXISTS (SELECT 1 FROM invitations x WHERE x.tenant_id = $1 AND x.person_id = p.id))",
        [tx.tenant().into(), email.into()],
    )
    .await?;
    let Some(PersonRow { id, display_name }) = person else { return Ok(None) };
    let of = |columns: &str, table: &str| {
        format!(
            "SELECT {columns} FROM {table} WHERE tenant_id = $1 AND person_id = $2 ORDER BY created_at, id LIMIT 200"
        )
    };
    let key = || [Value::from(tx.tenant()), id.into()];
    let roles: Vec<RoleRow> = sql::all(tx, &of("role", "grants"), key()).await?;
    let authored: Option<Authored> = sql::one(tx, AUTHORED, key()).await?;
    Ok(Some(Account {
        id,
        display_name: display_name.unwrap_or_default(),
        roles: roles.into_iter().map(|row| row.role).collect(),
        invitations: sql::all(tx, &of("role, created_at, accepted_at", "invitations"), key()).await?,
        sign_ins: sql::all(tx, &of("created_at, expires_at", "sign_ins"), key()).await?,
        passkeys: sql::all(tx, &of("name, created_at, last_used_at", "passkeys"), key()).await?,
        provider_links: sql::all(tx, &of("issuer, created_at, last_used_at", "provider_links"), key())
            .await?,
        authored: authored.unwrap_or(Authored { articles: 0, reports: 0, audit_entries: 0 }),
    }))
}

pub(super) async fn invitation_ids(tx: &TenantTx, person: PersonId) -> Result<Vec<Uuid>> {
    let text = "SELECT id FROM invitations WHERE tenant_id = $1 AND person_id = $2 LIMIT 1000";
    let rows: Vec<IdRow> = sql::all(tx, text, [tx.tenant().into(), person.into()]).await?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

const AUTHORED: &str = "
SELECT (SELECT COUNT(*) FROM articles WHERE tenant_id = $1 AND (created_by = $2 OR updated_by = $2)) AS articles,
       (SELECT COUNT(*) FROM progress_reports WHERE tenant_id = $1 AND (author_id = $2 OR approver_id = $2)) AS reports,
       (SELECT COUNT(*) FROM audit_entries WHERE tenant_id = $1 AND actor_id = $2) AS audit_entries";
