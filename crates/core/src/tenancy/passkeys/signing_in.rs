//! Signing in with a passkey. Nobody says who they are before: the device does, by the key it signs
//! with. Whatever is wrong with an answer, the refusal is the same.

use chrono::TimeDelta;
use sea_orm::FromQueryResult;
use webauthn_rs::prelude::{DiscoverableAuthentication, Passkey, PublicKeyCredential};

use super::adding::{hex, read};
use super::challenges::{self, Challenge, For};
use super::relying_party;
use crate::ground::database::TenantTx;
use crate::ground::error::{Error, Result};
use crate::ground::ids::{PasskeyId, PersonId};
use crate::ground::secret::token_hash;
use crate::ground::sql;
use crate::tenancy::devices::Device;
use crate::tenancy::scope::Scope;
use crate::tenancy::sign_ins::{self, Entrant, SignedIn};
use crate::tenancy::throttles;
use crate::trust::audit;

/// Challenges that one address may ask for in a quarter of an hour.
const ASKED_PER_ADDRESS: i32 = 50;
/// Answers for one account in a quarter of an hour.
const TRIES_PER_ACCOUNT: i32 = 10;

const REFUSED: Error = Error::Unauthenticated("passkey-refused");

#[derive(FromQueryResult)]
struct Row {
    id: PasskeyId,
    credential: String,
}

/// What a device is to be asked to sign somebody in. All may ask; an address that asks too often is
/// refused.
///
/// # Errors
/// `Conflict` where passkeys are not possible; `TooMany`.
pub async fn ask(scope: &Scope, device: &Device) -> Result<Challenge> {
    let asker = relying_party(scope.public()).map_err(|_| Error::Conflict("passkey-not-possible"))?;
    let tx = scope.begin().await?;
    let key = scope.hub().secret().fingerprint("passkey address", &device.address);
    let allowed = throttles::hit(&tx, scope, &key, ASKED_PER_ADDRESS, TimeDelta::minutes(15)).await;
    if allowed.is_err() {
        tx.commit().await?;
        allowed?;
        return Err(REFUSED);
    }
    let (mut options, state) = asker.start_discoverable_authentication().map_err(Error::internal)?;
    // A button asks at once; nothing waits in the list of an input.
    options.mediation = None;
    let options = serde_json::to_string(&options).map_err(Error::internal)?;
    let challenge = challenges::put(&tx, scope, For::SignIn, (options, &state)).await?;
    tx.commit().await?;
    Ok(challenge)
}

/// Signs in with what the device answered. All may try: the signature is the proof, and the device has
/// made sure who holds it, so no second factor is asked for. Tries are counted by account and address.
///
/// # Errors
/// `Conflict` for a challenge that is over, spent or of another browser; `Unauthenticated` for every
/// answer that does not fit, not told apart; `TooMany`.
pub async fn sign_in(scope: &Scope, token: &str, answer: &str, device: &Device) -> Result<SignedIn> {
    let asker = relying_party(scope.public()).map_err(|_| Error::Conflict("passkey-not-possible"))?;
    let answer: Option<PublicKeyCredential> = read(answer);
    let named = answer.as_ref().and_then(|answer| asker.identify_discoverable_authentication(answer).ok());
    let named = named.map(|(person, id)| (PersonId(person), token_hash(&hex(id))));
    let tx = scope.begin().await?;
    let taken = challenges::take::<DiscoverableAuthentication>(&tx, scope, None, token).await?;
    let mut allowed = sign_ins::count_address(&tx, scope, &device.address).await;
    let row = match &named {
        Some((person, hash)) => find(&tx, *person, hash, "").await?,
        None => None,
    };
    if let (Ok(()), Some((person, _)), Some(_)) = (&allowed, &named, &row) {
        let key = account_key(scope, *person);
        allowed = throttles::hit(&tx, scope, &key, TRIES_PER_ACCOUNT, TimeDelta::minutes(15)).await;
    }
    tx.commit().await?;
    allowed?;
    let taken = taken.ok_or(Error::Conflict("passkey-over"))?;
    let (Some(answer), Some((person, hash))) = (answer, named) else { return Err(REFUSED) };
    let tx = scope.begin().await?;
    // Under the lock: two answers of one device are judged one after the other, by its counter.
    let Some(row) = find(&tx, person, &hash, tx.for_update()).await? else { return Err(REFUSED) };
    let mut passkey: Passkey = serde_json::from_str(&row.credential).map_err(Error::internal)?;
    let judged = asker
        .finish_discoverable_authentication_v2(&answer, taken.state, &passkey)
        .inspect_err(|reason| tracing::info!(%reason, "a passkey was refused"))
        .map_err(|_| REFUSED)?;
    if !judged.user_verified() {
        return Err(REFUSED);
    }
    passkey.update_credential(&judged);
    sql::run(
        &tx,
        "UPDATE passkeys SET credential = $3, last_used_at = $4 WHERE tenant_id = $1 AND id = $2",
        [
            tx.tenant().into(),
            row.id.into(),
            serde_json::to_string(&passkey).map_err(Error::internal)?.into(),
            scope.now().into(),
        ],
    )
    .await?;
    throttles::forget(&tx, &account_key(scope, person)).await?;
    audit::record(&tx, scope, "sign_in_passkey", "person", person.0).await?;
    let signed_in = sign_ins::open(&tx, scope, Entrant { person, passkey: Some(row.id) }, device).await?;
    tx.commit().await?;
    Ok(signed_in)
}

/// The passkey of somebody who is on the staff here.
async fn find(tx: &TenantTx, person: PersonId, hash: &str, lock: &str) -> Result<Option<Row>> {
    let text = format!(
        "SELECT k.id, k.credential FROM passkeys k
         WHERE k.tenant_id = $1 AND k.credential_hash = $2 AND k.person_id = $3
           AND EXISTS (SELECT 1 FROM grants g WHERE g.tenant_id = $1 AND g.person_id = k.person_id){lock}"
    );
    Ok(sql::one(tx, &text, [tx.tenant().into(), hash.into(), person.into()]).await?)
}

fn account_key(scope: &Scope, person: PersonId) -> String {
    scope.hub().secret().fingerprint("passkey", &person.to_string())
}
