//! Setting a new password by mail. Whether an address has an account is told to nobody: the answer
//! and the work are the same, and only the mailbox learns it. A link is good once, for an hour, at
//! the host that it names, and only until the password is another one.

use chrono::TimeDelta;
use sea_orm::FromQueryResult;
use uuid::Uuid;

use super::devices::Device;
use super::passwords;
use super::scope::Scope;
use super::sign_ins::{self, host_of};
use super::throttles;
use crate::ground::bus::Notice;
use crate::ground::database::TenantTx;
use crate::ground::error::{Error, Result};
use crate::ground::ids::{PasswordResetId, PersonId};
use crate::ground::input;
use crate::ground::secret::Purpose;
use crate::ground::sql;
use crate::notify::outbox::{self, Event};
use crate::trust::audit;

/// How long a link is good.
pub const RESET_HOURS: i64 = 1;
/// Requests from one network address in an hour.
const REQUESTS_PER_ADDRESS: i32 = 20;
/// Mails to one mailbox in an hour.
const MAILS_PER_HOUR: i32 = 3;

#[derive(Debug, FromQueryResult)]
struct Row {
    id: Uuid,
    person_id: PersonId,
    email: String,
    display_name: String,
}

/// Asks for a link. All may call it; nothing is sent but one mail to the owner of the account.
///
/// # Errors
/// `Invalid` for what is no address; `TooMany` for a network address that asks too often. Too many
/// mails to one mailbox are left out in silence.
pub async fn ask(scope: &Scope, email: &str, device: &Device) -> Result<()> {
    let email = input::email(email)?;
    let secret = scope.hub().secret();
    let caller = secret.fingerprint("reset address", &device.address);
    let mailbox = secret.fingerprint("reset", &email);
    let hour = TimeDelta::hours(1);
    let tx = scope.begin().await?;
    let allowed = throttles::hit(&tx, scope, &caller, REQUESTS_PER_ADDRESS, hour).await;
    if allowed.is_err() {
        tx.commit().await?;
        return allowed;
    }
    match throttles::hit(&tx, scope, &mailbox, MAILS_PER_HOUR, hour).await {
        Ok(()) => write(&tx, scope, &email).await?,
        Err(Error::TooMany(_)) => {}
        Err(other) => return Err(other),
    }
    tx.commit().await?;
    scope.hub().tell(Notice::Outbox(scope.tenant().id)).await;
    Ok(())
}

/// Whether a link is still good. All may ask: the token is the permission.
///
/// # Errors
/// `NotFound` for a link that is not ours, was used, or is over.
pub async fn look(scope: &Scope, token: &str) -> Result<()> {
    let tx = scope.begin_read().await?;
    open(&tx, scope, token, "").await.map(|_| ())
}

/// Sets the password and ends the sign-ins of the account everywhere. All may call it: the token is
/// the permission.
///
/// # Errors
/// `NotFound` as for [`look`]; `Invalid` for a password that will not do.
pub async fn set_password(scope: &Scope, token: &str, password: &str) -> Result<()> {
    let tx = scope.begin_read().await?;
    let row = open(&tx, scope, token, "").await?;
    drop(tx);
    passwords::check(scope, password, &row.email, &row.display_name)?;
    let hash = passwords::hash(password).await?;
    let tx = scope.begin().await?;
    // Read again under the lock: a link that is sent twice at once is good once.
    let row = open(&tx, scope, token, tx.for_update()).await?;
    sql::run(
        &tx,
        "UPDATE password_resets SET used_at = $3 WHERE tenant_id = $1 AND id = $2",
        [tx.tenant().into(), row.id.into(), scope.now().into()],
    )
    .await?;
    passwords::put(&tx, scope, row.person_id, hash).await?;
    sign_ins::forget_tries(&tx, scope, &row.email).await?;
    audit::record(&tx, scope, "reset_password", "person", row.person_id.0).await?;
    tx.commit().await?;
    scope.hub().tell(Notice::Outbox(scope.tenant().id)).await;
    Ok(())
}

/// One row and one event, also for an address that nobody on the staff has: the row is then
/// nobody's and the worker finds nothing to send.
async fn write(tx: &TenantTx, scope: &Scope, email: &str) -> Result<()> {
    let id = PasswordResetId(scope.new_id());
    sql::run(
        tx,
        "INSERT INTO password_resets (tenant_id, id, person_id, host, password_version, created_at, expires_at)
         SELECT $1, $2, p.id, $4, COALESCE(p.password_version, 0), $5, $6
         FROM (SELECT 1 AS one) o LEFT JOIN people p ON p.email = $3 AND p.password_hash IS NOT NULL
           AND EXISTS (SELECT 1 FROM grants g WHERE g.tenant_id = $1 AND g.person_id = p.id)",
        [
            tx.tenant().into(),
            id.into(),
            email.into(),
            host_of(scope.public()).into(),
            scope.now().into(),
            (scope.now() + TimeDelta::hours(RESET_HOURS)).into(),
        ],
    )
    .await?;
    audit::record(tx, scope, "ask_reset", "password_reset", id.0).await?;
    outbox::append(tx, scope, Event::PasswordResetAsked(id)).await
}

async fn open(tx: &TenantTx, scope: &Scope, token: &str, lock: &str) -> Result<Row> {
    let missing = || Error::NotFound("password reset");
    let id = scope.hub().secret().open(Purpose::PasswordReset, tx.tenant(), token).ok_or_else(missing)?;
    let text = format!(
        "SELECT r.id, p.id AS person_id, p.email, p.display_name
         FROM password_resets r JOIN people p ON p.id = r.person_id
         WHERE r.tenant_id = $1 AND r.id = $2 AND r.host = $3 AND r.used_at IS NULL AND r.expires_at > $4
           AND r.password_version = p.password_version
           AND EXISTS (SELECT 1 FROM grants g WHERE g.tenant_id = $1 AND g.person_id = p.id){lock}"
    );
    let values = [tx.tenant().into(), id.into(), host_of(scope.public()).into(), scope.now().into()];
    sql::one(tx, &text, values).await?.ok_or_else(missing)
}
