//! Signing in and out. A sign-in session is a random token in a cookie of one host; the database
//! keeps its hash, bound to tenant, person and host. Wrong addresses and wrong passwords get the
//! same answer after the same work.

use std::sync::LazyLock;

use argon2::password_hash::{PasswordHasher as _, PasswordVerifier as _};
use argon2::{Argon2, PasswordHash};
use chrono::{DateTime, TimeDelta, Utc};
use infitah_i18n::Locale;
use sea_orm::FromQueryResult;

use super::permission::Role;
use super::scope::{Person, PublicScope, Scope};
use super::throttles;
use crate::ground::database::TenantTx;
use crate::ground::error::{Error, Result};
use crate::ground::ids::{PersonId, SignInId};
use crate::ground::secret::{random_token, token_hash};
use crate::ground::sql;
use crate::trust::audit;

/// How long a sign-in session lasts.
pub const SIGN_IN_HOURS: i64 = 12;
/// Tries for one account in a quarter of an hour.
const TRIES_PER_ACCOUNT: i32 = 10;
/// Tries from one address in a quarter of an hour.
const TRIES_PER_ADDRESS: i32 = 50;

/// A sign-in session that was just opened.
#[derive(Debug, Clone)]
pub struct SignedIn {
    /// The token for the cookie; a secret.
    pub token: String,
    /// When the session ends by itself.
    pub expires_at: DateTime<Utc>,
}

#[derive(Debug, FromQueryResult)]
struct Account {
    id: PersonId,
    password_hash: Option<String>,
}

#[derive(Debug, FromQueryResult)]
struct SignInRow {
    id: SignInId,
    person_id: PersonId,
    email: String,
    display_name: String,
    locale: String,
    role: String,
}

/// Signs in at this tenant. All may try; tries are throttled by account and by address.
///
/// # Errors
/// `Unauthenticated` for a wrong address or password, not told apart; `TooMany`.
pub async fn sign_in(scope: &Scope, email: &str, password: &str, address: &str) -> Result<SignedIn> {
    // PostgreSQL refuses NUL in a text; an address with one is nobody's.
    let email: String = email
        .trim()
        .to_ascii_lowercase()
        .chars()
        .map(|c| if c == '\0' { ' ' } else { c })
        .take(254)
        .collect();
    let window = TimeDelta::minutes(15);
    let by_account = scope.hub().secret().fingerprint("sign-in account", &email);
    let by_address = scope.hub().secret().fingerprint("sign-in address", address);
    let tx = scope.begin().await?;
    let allowed = match throttles::hit(&tx, scope, &by_address, TRIES_PER_ADDRESS, window).await {
        Ok(()) => throttles::hit(&tx, scope, &by_account, TRIES_PER_ACCOUNT, window).await,
        refused => refused,
    };
    let account: Option<Account> = sql::one(
        &tx,
        "SELECT p.id, p.password_hash FROM people p
         WHERE p.email = $2 AND EXISTS (SELECT 1 FROM grants g WHERE g.tenant_id = $1 AND g.person_id = p.id)",
        [tx.tenant().into(), email.into()],
    )
    .await?;
    tx.commit().await?;
    allowed?;
    let (person, hash) = match account {
        Some(Account { id, password_hash: Some(hash) }) => (Some(id), hash),
        // The same work for nobody, so that the time it takes tells nothing.
        _ => (None, NOBODY.clone()),
    };
    let good = matches(password.chars().take(1000).collect(), hash).await?;
    let Some(person) = person.filter(|_| good) else {
        return Err(Error::Unauthenticated("sign-in-refused"));
    };
    let tx = scope.begin().await?;
    throttles::forget(&tx, &by_account).await?;
    audit::record(&tx, scope, "sign_in", "person", person.0).await?;
    let signed_in = open(&tx, scope, person).await?;
    tx.commit().await?;
    Ok(signed_in)
}

/// Who a cookie's token stands for, here and on this host. All may ask: the token is the proof.
///
/// # Errors
/// A database fault; an unknown token is nobody, not an error.
pub async fn person(scope: &PublicScope, host: &str, token: &str) -> Result<Option<Person>> {
    if token.len() > 100 {
        return Ok(None);
    }
    let tx = scope.hub().database().begin_read(scope.tenant().id).await?;
    let rows: Vec<SignInRow> = sql::all(
        &tx,
        "SELECT s.id, s.person_id, p.email, p.display_name, p.locale, g.role
         FROM sign_ins s JOIN people p ON p.id = s.person_id
         JOIN grants g ON g.tenant_id = s.tenant_id AND g.person_id = s.person_id
         WHERE s.tenant_id = $1 AND s.token_hash = $2 AND s.host = $3 AND s.expires_at > $4",
        [tx.tenant().into(), token_hash(token).into(), host.into(), scope.now().into()],
    )
    .await?;
    let roles = rows.iter().filter_map(|row| Role::from_code(&row.role)).collect();
    Ok(rows.into_iter().next().map(|row| Person {
        id: row.person_id,
        sign_in: row.id,
        name: row.display_name,
        email: row.email,
        locale: Locale::from_code(&row.locale).unwrap_or(scope.tenant().default_locale),
        roles,
    }))
}

/// Ends the session of the actor. Nobody signed in: nothing to do.
///
/// # Errors
/// A database fault.
pub async fn sign_out(scope: &Scope) -> Result<()> {
    let Some(person) = scope.person() else {
        return Ok(());
    };
    let tx = scope.begin().await?;
    sql::run(
        &tx,
        "DELETE FROM sign_ins WHERE tenant_id = $1 AND id = $2",
        [tx.tenant().into(), person.sign_in.into()],
    )
    .await?;
    audit::record(&tx, scope, "sign_out", "person", person.id.0).await?;
    Ok(tx.commit().await?)
}

/// The host that sessions of this tenant are bound to: that of its own address.
pub fn host_of(scope: &PublicScope) -> &str {
    let url = &scope.tenant().url;
    url.split_once("://").map_or(url.as_str(), |(_, rest)| rest)
}

/// Opens a session in the caller's transaction.
pub(crate) async fn open(tx: &TenantTx, scope: &Scope, person: PersonId) -> Result<SignedIn> {
    let token = random_token();
    let expires_at = scope.now() + TimeDelta::hours(SIGN_IN_HOURS);
    sql::insert(
        tx,
        "sign_ins",
        [
            ("tenant_id", tx.tenant().into()),
            ("id", scope.new_id().into()),
            ("person_id", person.into()),
            ("token_hash", token_hash(&token).into()),
            ("host", host_of(scope.public()).into()),
            ("created_at", scope.now().into()),
            ("expires_at", expires_at.into()),
        ],
    )
    .await?;
    Ok(SignedIn { token, expires_at })
}

/// Hashes a password with argon2id, off the threads that serve requests.
pub(crate) async fn hash(password: String) -> Result<String> {
    let work = move || Argon2::default().hash_password(password.as_bytes()).map(|hash| hash.to_string());
    tokio::task::spawn_blocking(work)
        .await
        .map_err(Error::internal)?
        .map_err(|error| Error::internal(error.to_string()))
}

/// Compares a password with a hash, off the threads that serve requests.
pub(crate) async fn matches(password: String, hash: String) -> Result<bool> {
    let work = move || {
        PasswordHash::new(&hash)
            .is_ok_and(|hash| Argon2::default().verify_password(password.as_bytes(), &hash).is_ok())
    };
    tokio::task::spawn_blocking(work).await.map_err(Error::internal)
}

/// A hash that no password matches by design: it was made of chance.
static NOBODY: LazyLock<String> = LazyLock::new(|| {
    Argon2::default()
        .hash_password(random_token().as_bytes())
        .map(|hash| hash.to_string())
        .unwrap_or_default()
});
