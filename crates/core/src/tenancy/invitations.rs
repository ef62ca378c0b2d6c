//! Accepting an invitation: the link is good once and for 48 hours; it sets the password of a new
//! account, or asks for the password of one that exists, grants the role and signs in.

use chrono::{DateTime, Utc};
use infitah_i18n::Locale;
use sea_orm::FromQueryResult;
use uuid::Uuid;

use super::permission::Role;
use super::scope::Scope;
use super::sign_ins::{self, SignedIn};
use crate::ground::database::TenantTx;
use crate::ground::error::{Error, FieldError, Result};
use crate::ground::ids::PersonId;
use crate::ground::secret::Purpose;
use crate::ground::sql;
use crate::trust::audit;

/// Shortest password: length, not complexity, makes it strong (NIST SP 800-63B).
pub const PASSWORD_MIN: usize = 12;
/// Longest password: hashing must not become a weapon.
pub const PASSWORD_MAX: usize = 200;

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
}

#[derive(Debug, FromQueryResult)]
struct Row {
    id: Uuid,
    person_id: PersonId,
    email: String,
    locale: String,
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
    })
}

/// Accepts the invitation. All may call it: the token is the permission.
///
/// # Errors
/// `NotFound` as for [`look`]; `Invalid` for a password that is too short or too long, or that
/// does not match the account's.
pub async fn accept(scope: &Scope, token: &str, password: &str) -> Result<SignedIn> {
    let known = look_row(scope, token).await?;
    let hash = match known.password_hash {
        Some(hash) => {
            if !sign_ins::matches(password.to_owned(), hash.clone()).await? {
                return Err(Error::invalid("password", "sign-in-refused"));
            }
            hash
        }
        None => {
            check_password(password)?;
            sign_ins::hash(password.to_owned()).await?
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
            row.role.into(),
            scope.now().into(),
        ],
    )
    .await?;
    sql::run(
        &tx,
        "UPDATE people SET password_hash = $2, updated_at = $3 WHERE id = $1",
        [row.person_id.into(), hash.into(), scope.now().into()],
    )
    .await?;
    audit::record(&tx, scope, "accept_invitation", "person", row.person_id.0).await?;
    let signed_in = sign_ins::open(&tx, scope, row.person_id).await?;
    tx.commit().await?;
    Ok(signed_in)
}

async fn look_row(scope: &Scope, token: &str) -> Result<Row> {
    let tx = scope.begin_read().await?;
    open(&tx, scope, token, "").await
}

async fn open(tx: &TenantTx, scope: &Scope, token: &str, lock: &str) -> Result<Row> {
    let missing = || Error::NotFound("invitation");
    let id = scope.hub().secret().open(Purpose::Invitation, tx.tenant(), token).ok_or_else(missing)?;
    let text = format!(
        "SELECT i.id, i.person_id, i.role, i.expires_at, p.email, p.locale, p.password_hash
         FROM invitations i JOIN people p ON p.id = i.person_id
         WHERE i.tenant_id = $1 AND i.id = $2 AND i.accepted_at IS NULL AND i.expires_at > $3{lock}"
    );
    sql::one(tx, &text, [tx.tenant().into(), id.into(), scope.now().into()]).await?.ok_or_else(missing)
}

fn check_password(password: &str) -> Result<()> {
    let length = password.chars().count();
    let breach = if length < PASSWORD_MIN {
        FieldError::new("password", "field-too-short").with("min", PASSWORD_MIN)
    } else if length > PASSWORD_MAX {
        FieldError::new("password", "field-too-long").with("max", PASSWORD_MAX)
    } else {
        return Ok(());
    };
    Err(Error::Invalid(vec![breach]))
}
