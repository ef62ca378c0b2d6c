//! Passwords: long rather than complicated (NIST SP 800-63B), none that everybody knows, none made
//! of what is known of the person. Hashed with argon2id, off the threads that serve requests.

mod judging;

use std::sync::LazyLock;

use argon2::password_hash::{PasswordHasher as _, PasswordVerifier as _};
use argon2::{Argon2, PasswordHash};
use sea_orm::FromQueryResult;

use super::devices::Device;
use super::scope::Scope;
use super::sign_ins::{self, Entrant, SignedIn};
use crate::ground::bus::Notice;
use crate::ground::database::TenantTx;
use crate::ground::error::{Error, FieldError, Result};
use crate::ground::ids::PersonId;
use crate::ground::secret::random_token;
use crate::ground::sql;
use crate::notify::outbox;
use crate::trust::audit;

/// Shortest password.
pub const PASSWORD_MIN: usize = 12;
/// Longest password: hashing must not become a weapon.
pub const PASSWORD_MAX: usize = 256;

#[derive(Debug, FromQueryResult)]
struct Kept {
    password_hash: Option<String>,
}

/// Sets another password for the own account. Everybody signed in may. The sign-ins of the account
/// end everywhere, this one with them: it goes on under another token.
///
/// # Errors
/// `Invalid` at `present` when that is not the password, or at `password` when the new one will not
/// do; `TooMany` after too many wrong ones.
pub async fn change(scope: &Scope, present: &str, password: &str, device: &Device) -> Result<SignedIn> {
    let me = scope.me()?;
    prove(scope, "present", present).await?;
    check(scope, password, &me.email, &me.name)?;
    let hash = hash(password).await?;
    let tx = scope.begin().await?;
    let entrant = Entrant { person: me.id, passkey: sign_ins::passkey(&tx, scope).await? };
    put(&tx, scope, me.id, hash).await?;
    audit::record(&tx, scope, "change_password", "person", me.id.0).await?;
    let signed_in = sign_ins::open(&tx, scope, entrant, device).await?;
    tx.commit().await?;
    scope.hub().tell(Notice::Outbox(scope.tenant().id)).await;
    Ok(signed_in)
}

/// Asks for the password of the person signed in; tries are counted with those of signing in.
///
/// # Errors
/// `Invalid` at `field` for a wrong one; `TooMany`.
pub(crate) async fn prove(scope: &Scope, field: &str, password: &str) -> Result<()> {
    let me = scope.me()?;
    let tx = scope.begin().await?;
    let allowed = sign_ins::count_try(&tx, scope, &me.email).await;
    let kept: Option<Kept> =
        sql::one(&tx, "SELECT password_hash FROM people WHERE id = $1", [me.id.into()]).await?;
    tx.commit().await?;
    allowed?;
    if !matches(password, kept.and_then(|kept| kept.password_hash)).await? {
        return Err(Error::invalid(field, "field-password-wrong"));
    }
    let tx = scope.begin().await?;
    sign_ins::forget_tries(&tx, scope, &me.email).await?;
    Ok(tx.commit().await?)
}

/// Whether a password will do for this account, at the field `password`.
pub(crate) fn check(scope: &Scope, password: &str, email: &str, name: &str) -> Result<()> {
    let length = password.chars().count();
    let breach = if length < PASSWORD_MIN {
        FieldError::new("password", "field-password-short").with("min", PASSWORD_MIN)
    } else if length > PASSWORD_MAX {
        FieldError::new("password", "field-too-long").with("max", PASSWORD_MAX)
    } else {
        let tenant = scope.tenant();
        let known = [email, name, &tenant.slug].into_iter().chain(tenant.names.iter().map(|(_, text)| text));
        match judging::weakness(password, known) {
            Some(key) => FieldError::new("password", key),
            None => return Ok(()),
        }
    };
    Err(Error::Invalid(vec![breach]))
}

/// Writes a new password in the caller's transaction: what was opened under the old one is void, and
/// the person is told.
pub(crate) async fn put(tx: &TenantTx, scope: &Scope, person: PersonId, hash: String) -> Result<()> {
    sql::run(
        tx,
        "UPDATE people SET password_hash = $2, password_version = password_version + 1, updated_at = $3 WHERE id = $1",
        [person.into(), hash.into(), scope.now().into()],
    )
    .await?;
    sql::run(
        tx,
        "DELETE FROM sign_ins WHERE tenant_id = $1 AND person_id = $2",
        [tx.tenant().into(), person.into()],
    )
    .await?;
    outbox::append(tx, scope, outbox::Event::PasswordChanged(person)).await
}

/// Hashes a password.
pub(crate) async fn hash(password: &str) -> Result<String> {
    let password = password.to_owned();
    let work = move || Argon2::default().hash_password(password.as_bytes()).map(|hash| hash.to_string());
    tokio::task::spawn_blocking(work)
        .await
        .map_err(Error::internal)?
        .map_err(|error| Error::internal(error.to_string()))
}

/// Compares a password with a hash. Without one it does the same work and says no, so that the time
/// it takes tells nothing.
pub(crate) async fn matches(password: &str, hash: Option<String>) -> Result<bool> {
    let password: String = password.chars().take(1000).collect();
    let (is_known, hash) = (hash.is_some(), hash.unwrap_or_else(|| NOBODY.clone()));
    let work = move || {
        PasswordHash::new(&hash)
            .is_ok_and(|hash| Argon2::default().verify_password(password.as_bytes(), &hash).is_ok())
    };
    Ok(tokio::task::spawn_blocking(work).await.map_err(Error::internal)? && is_known)
}

/// A hash that no password matches by design: it was made of chance.
static NOBODY: LazyLock<String> = LazyLock::new(|| {
    Argon2::default()
        .hash_password(random_token().as_bytes())
        .map(|hash| hash.to_string())
        .unwrap_or_default()
});
