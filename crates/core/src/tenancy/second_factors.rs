//! The second factor: codes of an authenticator (TOTP, RFC 6238) and recovery codes. The secret is
//! kept sealed, a code works once, recovery codes are kept as keyed hashes.

mod resetting;

use chrono::{DateTime, Utc};
use sea_orm::FromQueryResult;
use totp_rs::{Algorithm, Builder, Secret, Totp};

use super::passwords;
use super::scope::Scope;
use super::second_steps;
use crate::ground::bus::Notice;
use crate::ground::database::TenantTx;
use crate::ground::error::{Error, Result};
use crate::ground::ids::PersonId;
use crate::ground::sql;
use crate::notify::outbox::{self, Event};
use crate::trust::audit;

pub use resetting::reset;

/// How many recovery codes there are.
pub const RECOVERY_CODES: usize = 10;
/// The name under which the secret is sealed.
const LABEL: &str = "second factor";
/// Signs of recovery codes: none that is taken for another.
const SIGNS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";

/// Where the own second factor stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// There is none.
    Off,
    /// A secret was made; the first code turns it on.
    Begun(Setup),
    /// It is asked for at each sign-in.
    On {
        /// Since when.
        since: DateTime<Utc>,
        /// How many recovery codes were not used.
        codes_left: usize,
    },
}

/// What goes into the authenticator.
#[derive(Clone, PartialEq, Eq)]
pub struct Setup {
    /// The secret as it is typed.
    pub secret: String,
    /// The same as a QR code holds it.
    pub url: String,
}

impl std::fmt::Debug for Setup {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Setup(..)")
    }
}

#[derive(FromQueryResult)]
struct Row {
    email: String,
    second_factor_secret: Option<String>,
    second_factor_since: Option<DateTime<Utc>>,
    second_factor_step: i64,
    recovery_hashes: String,
}

/// Where the own second factor stands. Everybody signed in may ask.
///
/// # Errors
/// `Unauthenticated`.
pub async fn standing(scope: &Scope) -> Result<Standing> {
    let me = scope.me()?.id;
    let tx = scope.begin_read().await?;
    let row = read(&tx, me, "").await?;
    if let Some(since) = row.second_factor_since {
        return Ok(Standing::On { since, codes_left: row.recovery_hashes.split_whitespace().count() });
    }
    if row.second_factor_secret.is_none() {
        return Ok(Standing::Off);
    }
    let totp = totp(scope, me, &row)?;
    let secret = secret(scope, me, &row)?;
    Ok(Standing::Begun(Setup { secret: secret.to_base32(), url: totp.to_url().map_err(Error::internal)? }))
}

/// Makes a secret, which the first right code turns on. Everybody signed in may, with the password:
/// an unlocked screen must not be enough to lock its owner out.
///
/// # Errors
/// `Invalid` at `password`; `Conflict` when it is on already; `TooMany`.
pub async fn begin(scope: &Scope, password: &str) -> Result<()> {
    let me = scope.me()?.id;
    passwords::prove(scope, "password", password).await?;
    let mut bytes = [0_u8; 20];
    getrandom::fill(&mut bytes).map_err(|error| Error::internal(error.to_string()))?;
    let sealed = scope.hub().secret().lock(LABEL, me.0, &bytes);
    let sealed = sealed.ok_or_else(|| Error::internal("a secret could not be sealed"))?;
    let tx = scope.begin().await?;
    let changed = sql::run(
        &tx,
        "UPDATE people SET second_factor_secret = $2, second_factor_step = 0
         WHERE id = $1 AND second_factor_since IS NULL",
        [me.into(), sealed.into()],
    )
    .await?;
    if changed == 0 {
        return Err(Error::Conflict("second-factor-is-on"));
    }
    Ok(tx.commit().await?)
}

/// Turns the second factor on with a code, and gives the recovery codes, which are shown once.
///
/// # Errors
/// `Invalid` at `code`; `Conflict` when there is nothing to turn on; `TooMany`.
pub async fn confirm(scope: &Scope, code: &str) -> Result<Vec<String>> {
    let me = scope.me()?.id;
    count(scope, me).await?;
    let tx = scope.begin().await?;
    let row = read(&tx, me, tx.for_update()).await?;
    if row.second_factor_since.is_some() || row.second_factor_secret.is_none() {
        return Err(Error::Conflict("second-factor-not-begun"));
    }
    let Some(step) = step_of(scope, me, &row, code)? else {
        return Err(Error::invalid("code", "field-code-wrong"));
    };
    sql::run(
        &tx,
        "UPDATE people SET second_factor_since = $2, second_factor_step = $3 WHERE id = $1",
        [me.into(), scope.now().into(), step.into()],
    )
    .await?;
    let codes = put_codes(&tx, scope, me).await?;
    audit::record(&tx, scope, "second_factor_on", "person", me.0).await?;
    tx.commit().await?;
    Ok(codes)
}

/// Makes the recovery codes anew; those of before are void.
///
/// # Errors
/// `Invalid` at `code`; `Conflict` when the second factor is off; `TooMany`.
pub async fn renew_codes(scope: &Scope, code: &str) -> Result<Vec<String>> {
    let me = scope.me()?.id;
    count(scope, me).await?;
    let tx = scope.begin().await?;
    spend_own(&tx, scope, me, code).await?;
    let codes = put_codes(&tx, scope, me).await?;
    audit::record(&tx, scope, "recovery_codes", "person", me.0).await?;
    tx.commit().await?;
    Ok(codes)
}

/// Turns the second factor off, with the password and a code. The person is told by mail.
///
/// # Errors
/// `Invalid` at `password` or `code`; `Conflict` when it is off; `TooMany`.
pub async fn turn_off(scope: &Scope, password: &str, code: &str) -> Result<()> {
    let me = scope.me()?.id;
    passwords::prove(scope, "password", password).await?;
    count(scope, me).await?;
    let tx = scope.begin().await?;
    spend_own(&tx, scope, me, code).await?;
    clear(&tx, scope, me).await?;
    tx.commit().await?;
    scope.hub().tell(Notice::Outbox(scope.tenant().id)).await;
    Ok(())
}

/// Spends a code of an account in the caller's transaction: true at most once for each code.
pub(crate) async fn spend(tx: &TenantTx, scope: &Scope, person: PersonId, code: &str) -> Result<bool> {
    let row = read(tx, person, tx.for_update()).await?;
    if row.second_factor_since.is_none() {
        return Ok(false);
    }
    if let Some(step) = step_of(scope, person, &row, code)? {
        sql::run(tx, "UPDATE people SET second_factor_step = $2 WHERE id = $1", [person.into(), step.into()])
            .await?;
        return Ok(true);
    }
    let spent = hash_of(scope, person, code);
    let left: Vec<&str> = row.recovery_hashes.split_whitespace().filter(|hash| *hash != spent).collect();
    if left.len() == row.recovery_hashes.split_whitespace().count() {
        return Ok(false);
    }
    sql::run(
        tx,
        "UPDATE people SET recovery_hashes = $2 WHERE id = $1",
        [person.into(), left.join(" ").into()],
    )
    .await?;
    audit::record(tx, scope, "use_recovery_code", "person", person.0).await?;
    Ok(true)
}

/// Asks whoever is signed in and has a second factor for a code of it.
///
/// # Errors
/// `Invalid` at `code`; `TooMany`.
pub(crate) async fn prove(scope: &Scope, code: &str) -> Result<()> {
    let me = scope.me()?.id;
    let tx = scope.begin_read().await?;
    let is_on = read(&tx, me, "").await?.second_factor_since.is_some();
    drop(tx);
    if !is_on {
        return Ok(());
    }
    count(scope, me).await?;
    let tx = scope.begin().await?;
    spend_own(&tx, scope, me, code).await?;
    Ok(tx.commit().await?)
}

async fn spend_own(tx: &TenantTx, scope: &Scope, me: PersonId, code: &str) -> Result<()> {
    if read(tx, me, "").await?.second_factor_since.is_none() {
        return Err(Error::Conflict("second-factor-is-off"));
    }
    if spend(tx, scope, me, code).await? { Ok(()) } else { Err(Error::invalid("code", "field-code-wrong")) }
}

async fn count(scope: &Scope, person: PersonId) -> Result<()> {
    let tx = scope.begin().await?;
    let allowed = second_steps::count_try(&tx, scope, person).await;
    tx.commit().await?;
    allowed
}

async fn clear(tx: &TenantTx, scope: &Scope, person: PersonId) -> Result<()> {
    forget(tx, person).await?;
    audit::record(tx, scope, "second_factor_off", "person", person.0).await?;
    outbox::append(tx, scope, Event::SecondFactorOff(person)).await
}

async fn forget(tx: &TenantTx, person: PersonId) -> Result<()> {
    sql::run(
        tx,
        "UPDATE people SET second_factor_secret = NULL, second_factor_since = NULL, second_factor_step = 0,
                recovery_hashes = '' WHERE id = $1",
        [person.into()],
    )
    .await?;
    Ok(())
}

async fn put_codes(tx: &TenantTx, scope: &Scope, person: PersonId) -> Result<Vec<String>> {
    let codes = (0..RECOVERY_CODES).map(|_| recovery_code()).collect::<Result<Vec<String>>>()?;
    let hashes: Vec<String> = codes.iter().map(|code| hash_of(scope, person, code)).collect();
    sql::run(
        tx,
        "UPDATE people SET recovery_hashes = $2 WHERE id = $1",
        [person.into(), hashes.join(" ").into()],
    )
    .await?;
    Ok(codes)
}

/// Eighty bits of chance that can be copied by hand: four groups of four signs.
fn recovery_code() -> Result<String> {
    let mut chance = [0_u8; 16];
    getrandom::fill(&mut chance).map_err(|error| Error::internal(error.to_string()))?;
    let signs: Vec<char> = chance.iter().map(|byte| char::from(SIGNS[usize::from(byte % 32)])).collect();
    let groups: Vec<String> = signs.chunks(4).map(|group| group.iter().collect()).collect();
    Ok(groups.join("-"))
}

/// The keyed hash of a recovery code, however it is typed.
fn hash_of(scope: &Scope, person: PersonId, code: &str) -> String {
    let signs: String =
        code.chars().filter(char::is_ascii_alphanumeric).take(40).collect::<String>().to_ascii_lowercase();
    scope.hub().secret().fingerprint(&format!("recovery code {person}"), &signs)
}

/// The step of a code of the authenticator, if it is right and later than the last one used.
fn step_of(scope: &Scope, person: PersonId, row: &Row, code: &str) -> Result<Option<i64>> {
    let digits: String = code.chars().filter(|c| !c.is_whitespace() && *c != '-').map(digit).collect();
    let now = u64::try_from(scope.now().timestamp()).unwrap_or(0);
    let step = totp(scope, person, row)?.check(&digits, now).and_then(|step| i64::try_from(step).ok());
    Ok(step.filter(|step| *step > row.second_factor_step))
}

/// Arabic-Indic digits as those of the authenticator.
fn digit(sign: char) -> char {
    match sign {
        '\u{660}'..='\u{669}' => char::from_digit(u32::from(sign) - 0x660, 10).unwrap_or(sign),
        '\u{6F0}'..='\u{6F9}' => char::from_digit(u32::from(sign) - 0x6F0, 10).unwrap_or(sign),
        sign => sign,
    }
}

fn totp(scope: &Scope, person: PersonId, row: &Row) -> Result<Totp> {
    Builder::new()
        .with_algorithm(Algorithm::SHA1)
        .with_digits(6)
        .with_skew(1)
        .with_step_duration(30)
        .with_secret(secret(scope, person, row)?)
        .with_account_name(row.email.clone())
        .with_issuer(Some(scope.hub().domain().to_owned()))
        .build()
        .map_err(Error::internal)
}

fn secret(scope: &Scope, person: PersonId, row: &Row) -> Result<Secret> {
    let sealed = row.second_factor_secret.as_deref().unwrap_or_default();
    let bytes = scope.hub().secret().unlock(LABEL, person.0, sealed);
    Ok(bytes.ok_or_else(|| Error::internal("a second factor does not open with this key"))?.into())
}

async fn read(tx: &TenantTx, person: PersonId, lock: &str) -> Result<Row> {
    let text = format!(
        "SELECT email, second_factor_secret, second_factor_since, second_factor_step, recovery_hashes
         FROM people WHERE id = $1{lock}"
    );
    sql::one(tx, &text, [person.into()]).await?.ok_or(Error::NotFound("person"))
}
