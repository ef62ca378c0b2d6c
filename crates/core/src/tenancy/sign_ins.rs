//! Signing in and out. A sign-in session is a random token in a cookie of one host; the database
//! keeps its hash, bound to tenant, person and host. Wrong addresses and wrong passwords get the
//! same answer after the same work.

use chrono::{DateTime, TimeDelta, Utc};
use infitah_i18n::Locale;
use sea_orm::FromQueryResult;

use super::devices::Device;
use super::passwords;
use super::permission::Role;
use super::scope::{Person, PublicScope, Scope};
use super::second_steps::{self, HalfSignedIn};
use super::throttles;
use crate::ground::database::TenantTx;
use crate::ground::error::{Error, Result};
use crate::ground::ids::{PasskeyId, PersonId, SignInId};
use crate::ground::secret::{random_token, token_hash};
use crate::ground::sql;
use crate::trust::audit;

/// How long a sign-in session lasts.
pub const SIGN_IN_HOURS: i64 = 12;
/// Tries for one account in a quarter of an hour.
const TRIES_PER_ACCOUNT: i32 = 10;
/// Tries from one address in a quarter of an hour.
const TRIES_PER_ADDRESS: i32 = 50;
/// How exactly it is known when a session was last used.
const SEEN_MINUTES: i64 = 5;

/// A sign-in session that was just opened.
#[derive(Debug, Clone)]
pub struct SignedIn {
    /// The token for the cookie; a secret.
    pub token: String,
    /// When the session ends by itself.
    pub expires_at: DateTime<Utc>,
}

/// What a right password opens.
#[derive(Debug, Clone)]
pub enum Admitted {
    /// The office.
    Whole(SignedIn),
    /// The page that asks for the second factor, and no other.
    Half(HalfSignedIn),
}

/// Who comes in; with a passkey, which counts as both factors, or without.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Entrant {
    pub(crate) person: PersonId,
    pub(crate) passkey: Option<PasskeyId>,
}

impl From<PersonId> for Entrant {
    fn from(person: PersonId) -> Self {
        Self { person, passkey: None }
    }
}

#[derive(Debug, FromQueryResult)]
struct Account {
    id: PersonId,
    password_hash: Option<String>,
}

#[derive(Debug, FromQueryResult)]
struct Factor {
    second_factor_since: Option<DateTime<Utc>>,
}

#[derive(Debug, FromQueryResult)]
struct Opened {
    passkey_id: Option<PasskeyId>,
}

#[derive(Debug, FromQueryResult)]
struct SignInRow {
    id: SignInId,
    person_id: PersonId,
    email: String,
    display_name: String,
    locale: String,
    role: String,
    last_seen_at: Option<DateTime<Utc>>,
    lacks_second_factor: bool,
}

/// Signs in at this tenant. All may try; tries are throttled by account and by address.
///
/// # Errors
/// `Unauthenticated` for a wrong address or password, not told apart; `TooMany`.
pub async fn sign_in(scope: &Scope, email: &str, password: &str, device: &Device) -> Result<Admitted> {
    // PostgreSQL refuses NUL in a text; an address with one is nobody's.
    let email: String = email
        .trim()
        .to_ascii_lowercase()
        .chars()
        .map(|c| if c == '\0' { ' ' } else { c })
        .take(254)
        .collect();
    let tx = scope.begin().await?;
    let allowed = match count_address(&tx, scope, &device.address).await {
        Ok(()) => count_try(&tx, scope, &email).await,
        refused => refused,
    };
    let account: Option<Account> = sql::one(
        &tx,
        "SELECT p.id, p.password_hash FROM people p
         WHERE p.email = $2 AND EXISTS (SELECT 1 FROM grants g WHERE g.tenant_id = $1 AND g.person_id = p.id)",
        [tx.tenant().into(), email.clone().into()],
    )
    .await?;
    tx.commit().await?;
    allowed?;
    let (person, hash) = account.map_or((None, None), |account| (Some(account.id), account.password_hash));
    let good = passwords::matches(password, hash).await?;
    let Some(person) = person.filter(|_| good) else {
        return Err(Error::Unauthenticated("sign-in-refused"));
    };
    let tx = scope.begin().await?;
    forget_tries(&tx, scope, &email).await?;
    let admitted = admit(&tx, scope, person, device).await?;
    tx.commit().await?;
    Ok(admitted)
}

/// Counts a try at the password of an account, wherever it is asked for.
pub(crate) async fn count_try(tx: &TenantTx, scope: &Scope, email: &str) -> Result<()> {
    throttles::hit(tx, scope, &account_key(scope, email), TRIES_PER_ACCOUNT, TimeDelta::minutes(15)).await
}

/// Counts a try from an address.
pub(crate) async fn count_address(tx: &TenantTx, scope: &Scope, address: &str) -> Result<()> {
    let key = scope.hub().secret().fingerprint("sign-in address", address);
    throttles::hit(tx, scope, &key, TRIES_PER_ADDRESS, TimeDelta::minutes(15)).await
}

/// Forgets the tries at an account, after a success.
pub(crate) async fn forget_tries(tx: &TenantTx, scope: &Scope, email: &str) -> Result<()> {
    throttles::forget(tx, &account_key(scope, email)).await
}

fn account_key(scope: &Scope, email: &str) -> String {
    scope.hub().secret().fingerprint("sign-in account", email)
}

/// Lets somebody in whose password was right: at once, or after the second factor.
pub(crate) async fn admit(
    tx: &TenantTx,
    scope: &Scope,
    person: PersonId,
    device: &Device,
) -> Result<Admitted> {
    let factor: Option<Factor> =
        sql::one(tx, "SELECT second_factor_since FROM people WHERE id = $1", [person.into()]).await?;
    if factor.is_some_and(|factor| factor.second_factor_since.is_some()) {
        return Ok(Admitted::Half(second_steps::open(tx, scope, person).await?));
    }
    audit::record(tx, scope, "sign_in", "person", person.0).await?;
    Ok(Admitted::Whole(open(tx, scope, person, device).await?))
}

/// Who a cookie's token stands for, here and on this host, with the roles of this moment. All may
/// ask: the token is the proof.
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
        "SELECT s.id, s.person_id, s.last_seen_at, p.email, p.display_name, p.locale, g.role,
                (n.requires_second_factor AND p.second_factor_since IS NULL AND s.passkey_id IS NULL) AS lacks_second_factor
         FROM sign_ins s JOIN people p ON p.id = s.person_id
         JOIN grants g ON g.tenant_id = s.tenant_id AND g.person_id = s.person_id
         JOIN collectivities n ON n.id = s.tenant_id
         WHERE s.tenant_id = $1 AND s.token_hash = $2 AND s.host = $3 AND s.expires_at > $4
           AND s.password_version = p.password_version",
        [tx.tenant().into(), token_hash(token).into(), host.into(), scope.now().into()],
    )
    .await?;
    drop(tx);
    let roles = rows.iter().filter_map(|row| Role::from_code(&row.role)).collect();
    let Some(row) = rows.into_iter().next() else {
        return Ok(None);
    };
    let stale = scope.now() - TimeDelta::minutes(SEEN_MINUTES);
    if row.last_seen_at.is_none_or(|seen| seen < stale) {
        see(scope, row.id).await?;
    }
    Ok(Some(Person {
        id: row.person_id,
        sign_in: row.id,
        name: row.display_name,
        email: row.email,
        locale: Locale::from_code(&row.locale).unwrap_or(scope.tenant().default_locale),
        // What the tenant demands holds behind every door, so it is judged here.
        roles: if row.lacks_second_factor { Vec::new() } else { roles },
    }))
}

async fn see(scope: &PublicScope, id: SignInId) -> Result<()> {
    let tx = scope.hub().database().begin(scope.tenant().id).await?;
    sql::run(
        &tx,
        "UPDATE sign_ins SET last_seen_at = $3 WHERE tenant_id = $1 AND id = $2",
        [tx.tenant().into(), id.into(), scope.now().into()],
    )
    .await?;
    Ok(tx.commit().await?)
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

/// The passkey that the actor's session was opened with, which a session in its place inherits.
pub(crate) async fn passkey(tx: &TenantTx, scope: &Scope) -> Result<Option<PasskeyId>> {
    let me = scope.me()?;
    let text = "SELECT passkey_id FROM sign_ins WHERE tenant_id = $1 AND id = $2";
    let opened: Option<Opened> = sql::one(tx, text, [tx.tenant().into(), me.sign_in.into()]).await?;
    Ok(opened.and_then(|opened| opened.passkey_id))
}

/// The host that sessions of this tenant are bound to: that of its own address.
pub fn host_of(scope: &PublicScope) -> &str {
    let url = &scope.tenant().url;
    url.split_once("://").map_or(url.as_str(), |(_, rest)| rest)
}

/// Opens a session in the caller's transaction. The one that this browser had ends: a token that
/// somebody may have planted or seen before is worth nothing after.
pub(crate) async fn open(
    tx: &TenantTx,
    scope: &Scope,
    entrant: impl Into<Entrant>,
    device: &Device,
) -> Result<SignedIn> {
    let Entrant { person, passkey } = entrant.into();
    if let Some(before) = scope.person() {
        sql::run(
            tx,
            "DELETE FROM sign_ins WHERE tenant_id = $1 AND id = $2",
            [tx.tenant().into(), before.sign_in.into()],
        )
        .await?;
    }
    let token = random_token();
    let expires_at = scope.now() + TimeDelta::hours(SIGN_IN_HOURS);
    sql::run(
        tx,
        "INSERT INTO sign_ins (tenant_id, id, person_id, token_hash, host, created_at, expires_at, last_seen_at,
           browser, system, network_part, passkey_id, password_version)
         SELECT $1, $2, id, $4, $5, $6, $7, $6, $8, $9, $10, $11, password_version FROM people WHERE id = $3",
        [
            tx.tenant().into(),
            scope.new_id().into(),
            person.into(),
            token_hash(&token).into(),
            host_of(scope.public()).into(),
            scope.now().into(),
            expires_at.into(),
            device.browser.map(str::to_owned).into(),
            device.system.map(str::to_owned).into(),
            device.network_part().into(),
            passkey.into(),
        ],
    )
    .await?;
    sql::run(
        tx,
        "UPDATE grants SET last_sign_in_at = $3 WHERE tenant_id = $1 AND person_id = $2",
        [tx.tenant().into(), person.into(), scope.now().into()],
    )
    .await?;
    Ok(SignedIn { token, expires_at })
}
