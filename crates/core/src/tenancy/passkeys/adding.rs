//! Adding a passkey: the password first, and the second factor where there is one, since what is added
//! opens the office without either.

use sea_orm::{FromQueryResult, SqlErr};
use webauthn_rs::prelude::{CredentialID, Passkey, PasskeyRegistration, RegisterPublicKeyCredential};

use super::challenges::{self, Challenge, For};
use super::{MOST, relying_party};
use crate::ground::bus::Notice;
use crate::ground::error::{Error, FieldError, Result};
use crate::ground::ids::{PasskeyId, PersonId};
use crate::ground::input::Checks;
use crate::ground::secret::token_hash;
use crate::ground::{database::TenantTx, sql};
use crate::notify::outbox::{self, Event};
use crate::tenancy::scope::Scope;
use crate::tenancy::{passwords, second_factors};
use crate::trust::audit;

/// Longest name.
const NAME_MAX: usize = 60;
/// Longest answer of a browser.
pub(super) const ANSWER_MAX: usize = 16 * 1024;

/// Who wants to add a passkey, and how it will be called.
#[derive(Clone, Copy)]
pub struct Intent<'a> {
    /// What its owner calls it.
    pub name: &'a str,
    /// The present password.
    pub password: &'a str,
    /// A code of the second factor; of no meaning where there is none.
    pub code: &'a str,
}

impl std::fmt::Debug for Intent<'_> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Intent(..)")
    }
}

#[derive(FromQueryResult)]
struct Kept {
    credential: String,
}

/// Begins to add a passkey and gives what the device is to be asked. Everybody signed in may.
///
/// # Errors
/// `Invalid` at `name`, `password` or `code`; `Conflict` when there are too many, or where passkeys
/// are not possible; `TooMany`.
pub async fn begin(scope: &Scope, intent: Intent<'_>) -> Result<Challenge> {
    let me = scope.me()?;
    let asker = relying_party(scope.public()).map_err(|_| Error::Conflict("passkey-not-possible"))?;
    let mut checks = Checks::default();
    let name = checks.line("name", intent.name, NAME_MAX);
    if name.is_empty() {
        checks.refuse(FieldError::new("name", "field-required"));
    }
    checks.finish()?;
    passwords::prove(scope, "password", intent.password).await?;
    second_factors::prove(scope, intent.code).await?;
    let tx = scope.begin().await?;
    let known = known(&tx, me.id).await?;
    let (options, state) = asker
        .start_passkey_registration(me.id.0, &me.email, &me.name, Some(known))
        .map_err(Error::internal)?;
    let mut options = serde_json::to_value(options).map_err(Error::internal)?;
    // Nobody types an address to sign in with it, so the device itself must know whose it is.
    let selection = &mut options["publicKey"]["authenticatorSelection"];
    selection["residentKey"] = "required".into();
    selection["requireResidentKey"] = true.into();
    // One begins anew: what was begun before is void.
    sql::run(
        &tx,
        "DELETE FROM passkey_challenges WHERE tenant_id = $1 AND person_id = $2",
        [tx.tenant().into(), me.id.into()],
    )
    .await?;
    let purpose = For::Passkey(me.id, &name);
    let challenge = challenges::put(&tx, scope, purpose, (options.to_string(), &state)).await?;
    tx.commit().await?;
    Ok(challenge)
}

/// Adds the passkey with what the device answered; its owner is told by mail. The token is that of the
/// challenge.
///
/// # Errors
/// `Conflict` for a challenge that is over, spent, of another browser or of somebody else, and for an
/// answer that does not fit it.
pub async fn add(scope: &Scope, token: &str, answer: &str) -> Result<()> {
    let me = scope.me()?;
    let asker = relying_party(scope.public()).map_err(|_| Error::Conflict("passkey-not-possible"))?;
    let tx = scope.begin().await?;
    let taken = challenges::take::<PasskeyRegistration>(&tx, scope, Some(me.id), token).await?;
    tx.commit().await?;
    let Some(taken) = taken else {
        return Err(Error::Conflict("passkey-over"));
    };
    let answer: RegisterPublicKeyCredential = read(answer).ok_or(Error::Conflict("passkey-not-added"))?;
    let passkey = asker.finish_passkey_registration(&answer, &taken.state).map_err(|reason| {
        tracing::info!(%reason, "a passkey was not added");
        Error::Conflict("passkey-not-added")
    })?;
    let tx = scope.begin().await?;
    keep(&tx, scope, me.id, (&taken.name, &passkey)).await?;
    audit::record(&tx, scope, "add_passkey", "person", me.id.0).await?;
    outbox::append(&tx, scope, Event::PasskeyAdded(me.id)).await?;
    tx.commit().await?;
    scope.hub().tell(Notice::Outbox(scope.tenant().id)).await;
    Ok(())
}

/// The answer of a browser, if it is one.
pub(super) fn read<Answer: serde::de::DeserializeOwned>(text: &str) -> Option<Answer> {
    (text.len() <= ANSWER_MAX).then(|| serde_json::from_str(text).ok()).flatten()
}

async fn keep(
    tx: &TenantTx,
    scope: &Scope,
    person: PersonId,
    (name, passkey): (&str, &Passkey),
) -> Result<()> {
    // Two that are added at once stand in a queue, or there could be more than the most.
    audit::lock_tenant(tx).await?;
    known(tx, person).await?;
    let kept = sql::insert(
        tx,
        "passkeys",
        [
            ("tenant_id", tx.tenant().into()),
            ("id", PasskeyId(scope.new_id()).into()),
            ("person_id", person.into()),
            ("name", name.into()),
            ("credential_hash", token_hash(&hex(passkey.cred_id())).into()),
            ("credential", serde_json::to_string(passkey).map_err(Error::internal)?.into()),
            ("created_at", scope.now().into()),
        ],
    )
    .await;
    match kept {
        Err(error) if matches!(error.sql_err(), Some(SqlErr::UniqueConstraintViolation(_))) => {
            Err(Error::Conflict("passkey-known"))
        }
        Err(error) => Err(error.into()),
        Ok(_) => Ok(()),
    }
}

/// The names under which devices keep the passkeys of an account; a refusal when there are too many.
async fn known(tx: &TenantTx, person: PersonId) -> Result<Vec<CredentialID>> {
    let rows: Vec<Kept> = sql::all(
        tx,
        "SELECT credential FROM passkeys WHERE tenant_id = $1 AND person_id = $2 LIMIT 100",
        [tx.tenant().into(), person.into()],
    )
    .await?;
    if rows.len() >= MOST {
        return Err(Error::Conflict("passkey-most"));
    }
    let kept = |row: &Kept| serde_json::from_str::<Passkey>(&row.credential).map_err(Error::internal);
    rows.iter().map(|row| kept(row).map(|passkey| passkey.cred_id().clone())).collect()
}

/// The name under which a device keeps a passkey, as its hash is taken.
pub(super) fn hex(id: &[u8]) -> String {
    id.iter().map(|byte| format!("{byte:02x}")).collect()
}
