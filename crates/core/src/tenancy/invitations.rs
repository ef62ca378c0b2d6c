//! Accepting an invitation: the link is good once and for 48 hours; it sets the password of a new
//! account, or asks for the password of one that exists, grants the role and signs in.

use chrono::{DateTime, Utc};
use infitah_i18n::Locale;
use sea_orm::FromQueryResult;
use serde_json::Value;
use uuid::Uuid;

use super::devices::Device;
use super::passwords;
use super::permission::Role;
use super::scope::Scope;
use super::sign_ins::{self, Admitted};
use crate::ground::database::TenantTx;
use crate::ground::error::{Error, Result};
use crate::ground::ids::PersonId;
use crate::ground::secret::Purpose;
use crate::ground::sql;
use crate::trust::audit::{self, Changes};

/// An invitation that can still be accepted.
#[derive(Debug, Clone)]
pub struct Invitation {
    /// The address it went to.
    pub email: String,
    /// What the person will be.
    pub role: Role,
    /// The language of the person.
    pub locale: Locale,
    /// Until when it is good.
    pub expires_at: DateTime<Utc>,
    /// The account has a password already, which is then asked for instead of a new one.
    pub has_password: bool,
    /// Its owner is signed in here, so that nothing needs to be asked.
    pub is_mine: bool,
}

/// Somebody who accepted and has proved who they are; worth a sign-in.
#[derive(Debug)]
pub struct Accepted(PersonId);

impl Accepted {
    /// Whether it was the person who is signed in.
    pub fn is_by_actor(&self, scope: &Scope) -> bool {
        scope.person().is_some_and(|person| person.id == self.0)
    }
}

#[derive(Debug, FromQueryResult)]
struct Row {
    id: Uuid,
    person_id: PersonId,
    email: String,
    locale: String,
    display_name: String,
    password_hash: Option<String>,
    role: String,
    expires_at: DateTime<Utc>,
}

/// What the link is for. All may call it: the token is the permission.
///
/// # Errors
/// `NotFound` for a link that is not ours, was used, or has expired.
pub async fn look(scope: &Scope, token: &str) -> Result<Invitation> {
    let tx = scope.begin_read().await?;
    let row = open(&tx, scope, token, "").await?;
    Ok(Invitation {
        role: Role::from_code(&row.role).ok_or(Error::NotFound("invitation"))?,
        locale: Locale::from_code(&row.locale).unwrap_or(scope.tenant().default_locale),
        email: row.email,
        expires_at: row.expires_at,
        has_password: row.password_hash.is_some(),
        is_mine: scope.person().is_some_and(|person| person.id == row.person_id),
    })
}

/// Accepts the invitation. All may call it: the token is the permission. The owner of an account
/// that exists gives its password, or is signed in here already.
///
/// # Errors
/// `NotFound` as for [`look`]; `Invalid` for a password that will not do, or that is not the
/// account's; `TooMany` after too many wrong ones.
pub async fn accept(scope: &Scope, token: &str, password: &str) -> Result<Accepted> {
    let known = look_row(scope, token).await?;
    let hash = match &known.password_hash {
        Some(_) if scope.person().is_some_and(|person| person.id == known.person_id) => None,
        Some(hash) => {
            prove(scope, &known, password, hash).await?;
            None
        }
        None => {
            passwords::check(scope, password, &known.email, &known.display_name)?;
            Some(passwords::hash(password).await?)
        }
    };
    let tx = scope.begin().await?;
    // Read again under the lock: of two people with the same link one succeeds.
    let row = open(&tx, scope, token, tx.for_update()).await?;
    sql::run(
        &tx,
        "UPDATE invitations SET accepted_at = $3 WHERE tenant_id = $1 AND id = $2",
        [tx.tenant().into(), row.id.into(), scope.now().into()],
    )
    .await?;
    sql::run(
        &tx,
        "INSERT INTO grants (tenant_id, id, person_id, role, created_at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (tenant_id, person_id, role) DO NOTHING",
        [
            tx.tenant().into(),
            scope.new_id().into(),
            row.person_id.into(),
            row.role.clone().into(),
            scope.now().into(),
        ],
    )
    .await?;
    if let Some(hash) = hash {
        begin_account(&tx, scope, &row, hash).await?;
    }
    let changes = Changes::new().field("role", Value::Null, row.role);
    audit::record_with(&tx, scope, "accept_invitation", ("person", row.person_id.0), &changes).await?;
    tx.commit().await?;
    Ok(Accepted(row.person_id))
}

/// Signs in who has just accepted. All may call it: [`Accepted`] is the proof.
///
/// # Errors
/// A database fault.
pub async fn enter(scope: &Scope, accepted: Accepted, device: &Device) -> Result<Admitted> {
    let tx = scope.begin().await?;
    let admitted = sign_ins::admit(&tx, scope, accepted.0, device).await?;
    tx.commit().await?;
    Ok(admitted)
}

/// Compares with the account's password; tries are counted with those of signing in.
async fn prove(scope: &Scope, row: &Row, password: &str, hash: &str) -> Result<()> {
    let tx = scope.begin().await?;
    let allowed = sign_ins::count_try(&tx, scope, &row.email).await;
    tx.commit().await?;
    allowed?;
    if !passwords::matches(password, Some(hash.to_owned())).await? {
        return Err(Error::invalid("password", "sign-in-refused"));
    }
    let tx = scope.begin().await?;
    sign_ins::forget_tries(&tx, scope, &row.email).await?;
    Ok(tx.commit().await?)
}

/// The first password makes the account; name and language are those of the invitation that was
/// accepted, whoever invited the address before.
async fn begin_account(tx: &TenantTx, scope: &Scope, row: &Row, hash: String) -> Result<()> {
    sql::run(
        tx,
        "UPDATE people SET password_hash = $2, updated_at = $3, display_name = $4, locale = $5
         WHERE id = $1 AND password_hash IS NULL",
        [
            row.person_id.into(),
            hash.into(),
            scope.now().into(),
            row.display_name.clone().into(),
            row.locale.clone().into(),
        ],
    )
    .await?;
    Ok(())
}

async fn look_row(scope: &Scope, token: &str) -> Result<Row> {
    let tx = scope.begin_read().await?;
    open(&tx, scope, token, "").await
}

async fn open(tx: &TenantTx, scope: &Scope, token: &str, lock: &str) -> Result<Row> {
    let missing = || Error::NotFound("invitation");
    let id = scope.hub().secret().open(Purpose::Invitation, tx.tenant(), token).ok_or_else(missing)?;
    let text = format!(
        "SELECT i.id, i.person_id, i.role, i.expires_at, p.email, p.password_hash,
                CASE WHEN p.password_hash IS NULL THEN COALESCE(i.locale, p.locale) ELSE p.locale END AS locale,
                CASE WHEN p.password_hash IS NULL THEN COALESCE(i.display_name, p.display_name)
                     ELSE p.display_name END AS display_name
         FROM invitations i JOIN people p ON p.id = i.person_id
         WHERE i.tenant_id = $1 AND i.id = $2 AND i.accepted_at IS NULL AND i.expires_at > $3{lock}"
    );
    sql::one(tx, &text, [tx.tenant().into(), id.into(), scope.now().into()]).await?.ok_or_else(missing)
}
