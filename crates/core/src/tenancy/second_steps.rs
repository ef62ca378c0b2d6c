//! The second step of signing in. Between the two stands a token of its own in a cookie of its own:
//! bound to the host, good for ten minutes, and worth nothing at any other door.

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::FromQueryResult;
use uuid::Uuid;

use super::devices::Device;
use super::scope::Scope;
use super::second_factors;
use super::sign_ins::{self, SignedIn, host_of};
use super::throttles;
use crate::ground::database::TenantTx;
use crate::ground::error::{Error, Result};
use crate::ground::ids::PersonId;
use crate::ground::secret::{random_token, token_hash};
use crate::ground::sql;
use crate::trust::audit;

/// How long the second step may take.
pub const SECOND_STEP_MINUTES: i64 = 10;
/// Codes that may be tried for one account in a quarter of an hour.
const TRIES_PER_ACCOUNT: i32 = 10;

/// Half a sign-in.
#[derive(Debug, Clone)]
pub struct HalfSignedIn {
    /// The token for the cookie of the second step; a secret.
    pub token: String,
    /// Until when the second step can be made.
    pub expires_at: DateTime<Utc>,
}

#[derive(Debug, FromQueryResult)]
struct Row {
    id: Uuid,
    person_id: PersonId,
}

/// Whether this token waits for its second step here. All may ask: the token is the proof.
///
/// # Errors
/// A database fault.
pub async fn is_waiting(scope: &Scope, token: &str) -> Result<bool> {
    let tx = scope.begin_read().await?;
    Ok(find(&tx, scope, token).await?.is_some())
}

/// Makes the second step with a code of the authenticator or a recovery code. All may call it: the
/// token is the proof of the first step.
///
/// # Errors
/// `NotFound` for a token that is over or not of this host; `Unauthenticated` for a code that is
/// wrong or was used; `TooMany`.
pub async fn finish(scope: &Scope, token: &str, code: &str, device: &Device) -> Result<SignedIn> {
    let tx = scope.begin().await?;
    let Some(row) = find(&tx, scope, token).await? else {
        return Err(Error::NotFound("second step"));
    };
    let allowed = match sign_ins::count_address(&tx, scope, &device.address).await {
        Ok(()) => count_try(&tx, scope, row.person_id).await,
        refused => refused,
    };
    tx.commit().await?;
    allowed?;
    let tx = scope.begin().await?;
    if !second_factors::spend(&tx, scope, row.person_id, code).await? {
        return Err(Error::Unauthenticated("second-step-refused"));
    }
    let open = sql::run(
        &tx,
        "DELETE FROM second_steps WHERE tenant_id = $1 AND id = $2",
        [tx.tenant().into(), row.id.into()],
    )
    .await?;
    if open == 0 {
        return Err(Error::NotFound("second step"));
    }
    throttles::forget(&tx, &account_key(scope, row.person_id)).await?;
    audit::record(&tx, scope, "sign_in", "person", row.person_id.0).await?;
    let signed_in = sign_ins::open(&tx, scope, row.person_id, device).await?;
    tx.commit().await?;
    Ok(signed_in)
}

/// Counts a code that is tried for an account, wherever it is asked for.
pub(crate) async fn count_try(tx: &TenantTx, scope: &Scope, person: PersonId) -> Result<()> {
    throttles::hit(tx, scope, &account_key(scope, person), TRIES_PER_ACCOUNT, TimeDelta::minutes(15)).await
}

/// Opens the second step in the caller's transaction.
pub(crate) async fn open(tx: &TenantTx, scope: &Scope, person: PersonId) -> Result<HalfSignedIn> {
    let token = random_token();
    let expires_at = scope.now() + TimeDelta::minutes(SECOND_STEP_MINUTES);
    sql::run(
        tx,
        "INSERT INTO second_steps (tenant_id, id, person_id, token_hash, host, password_version, created_at, expires_at)
         SELECT $1, $2, id, $4, $5, password_version, $6, $7 FROM people WHERE id = $3",
        [
            tx.tenant().into(),
            scope.new_id().into(),
            person.into(),
            token_hash(&token).into(),
            host_of(scope.public()).into(),
            scope.now().into(),
            expires_at.into(),
        ],
    )
    .await?;
    Ok(HalfSignedIn { token, expires_at })
}

async fn find(tx: &TenantTx, scope: &Scope, token: &str) -> Result<Option<Row>> {
    if token.len() > 100 {
        return Ok(None);
    }
    Ok(sql::one(
        tx,
        "SELECT s.id, s.person_id FROM second_steps s JOIN people p ON p.id = s.person_id
         WHERE s.tenant_id = $1 AND s.token_hash = $2 AND s.host = $3 AND s.expires_at > $4
           AND s.password_version = p.password_version
           AND EXISTS (SELECT 1 FROM grants g WHERE g.tenant_id = $1 AND g.person_id = p.id)",
        [tx.tenant().into(), token_hash(token).into(), host_of(scope.public()).into(), scope.now().into()],
    )
    .await?)
}

fn account_key(scope: &Scope, person: PersonId) -> String {
    scope.hub().secret().fingerprint("second step", &person.to_string())
}
