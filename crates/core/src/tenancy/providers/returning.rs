//! Coming back from the provider, at the member's host and in the browser that went: the cookie and the
//! state must be those of one visit, which is spent before anything is believed.

use sea_orm::FromQueryResult;

use super::callback;
use super::links::recognise;
use crate::ground::bus::Notice;
use crate::ground::error::{Error, Result};
use crate::ground::secret::token_hash;
use crate::ground::sql;
use crate::tenancy::devices::Device;
use crate::tenancy::scope::Scope;
use crate::tenancy::sign_ins::{self, Admitted, host_of};
use crate::trust::audit;

/// With what the provider sends people back.
#[derive(Debug, Clone, Default)]
pub struct Return {
    /// What was begun.
    pub state: String,
    /// What is traded for who it was.
    pub code: String,
    /// Why there is none.
    pub error: String,
}

#[derive(FromQueryResult)]
struct Visit {
    nonce: String,
    verifier: String,
    next_path: String,
}

/// Ends a visit to the provider: lets somebody in who has a role here, or asks for the second factor as
/// after a password; and gives where they wanted to go. All may call it: the provider is the proof.
///
/// # Errors
/// `NotFound` without a provider; `Conflict` for a visit that is over, spent or of another browser, for
/// one that ended without a yes, and for a provider that does not answer; `Unauthenticated` for who has
/// no account here, not told apart from who is not believed; `TooMany`.
pub async fn finish(scope: &Scope, token: &str, back: Return, device: &Device) -> Result<(Admitted, String)> {
    let provider = scope.hub().provider().ok_or(Error::NotFound("provider"))?;
    let is_odd = token.is_empty() || token.len() > 100 || back.state.len() > 300 || back.code.len() > 4000;
    if is_odd {
        return Err(Error::Conflict("provider-over"));
    }
    let tx = scope.begin().await?;
    let allowed = sign_ins::count_address(&tx, scope, &device.address).await;
    let visit: Option<Visit> = sql::one(
        &tx,
        "DELETE FROM provider_visits
         WHERE tenant_id = $1 AND token_hash = $2 AND state_hash = $3 AND host = $4 AND expires_at > $5
         RETURNING nonce, verifier, next_path",
        [
            tx.tenant().into(),
            token_hash(token).into(),
            token_hash(&back.state).into(),
            host_of(scope.public()).into(),
            scope.now().into(),
        ],
    )
    .await?;
    tx.commit().await?;
    allowed?;
    let visit = visit.ok_or(Error::Conflict("provider-over"))?;
    if back.code.is_empty() {
        tracing::info!(reason = %back.error.escape_debug(), "the provider sent somebody back without a code");
        return Err(Error::Conflict("provider-said-no"));
    }
    let proof = (back.code, visit.verifier, visit.nonce);
    let told = provider.redeem(&callback(scope), proof, scope.now()).await?;
    let refused = Error::Unauthenticated("provider-refused");
    let Some(told) = told else { return Err(refused) };
    let tx = scope.begin().await?;
    let Some(person) = recognise(&tx, scope, provider.issuer(), &told).await? else { return Err(refused) };
    audit::record(&tx, scope, "use_provider", "person", person.0).await?;
    let admitted = sign_ins::admit(&tx, scope, person, device).await?;
    tx.commit().await?;
    scope.hub().tell(Notice::Outbox(scope.tenant().id)).await;
    Ok((admitted, visit.next_path))
}
