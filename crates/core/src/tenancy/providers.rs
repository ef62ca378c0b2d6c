//! Signing in by a provider that the operator chose (OpenID Connect, authorization code with PKCE). It
//! says who somebody is and nothing else: whoever has no role here stays outside, and no account is
//! ever made. Providers want to know every address they send people back to, so all come back to the
//! network's host, which passes them on to the member's; what was begun there, and by which browser,
//! only the member's host knows.

mod asking;
mod links;
mod returning;

use chrono::{DateTime, TimeDelta, Utc};
use openidconnect::url::Url;

use super::devices::Device;
use super::scope::{PublicScope, Scope};
use super::sign_ins::host_of;
use super::throttles;
use crate::ground::error::{Error, Result};
use crate::ground::secret::{random_token, token_hash};
use crate::ground::sql;

pub use asking::{Provider, ProviderConfig};
pub use links::{Link, link, unlink};
pub use returning::{Return, finish};

/// How long one may stay at the provider.
pub const VISIT_MINUTES: i64 = 10;
/// Visits that one address may begin in a quarter of an hour.
const BEGUN_PER_ADDRESS: i32 = 50;
/// Where the provider sends people back to, on the network's host.
const CALLBACK: &str = "/office/sign-in/provider/callback";
/// Where the network's host sends them on to, on the member's.
const ARRIVAL: &str = "/office/sign-in/provider/arrival";

/// A visit to the provider that was just begun.
#[derive(Clone)]
pub struct Begun {
    /// The token for the cookie; a secret.
    pub token: String,
    /// Until when one can come back.
    pub expires_at: DateTime<Utc>,
    /// Where to go.
    pub url: String,
}

impl std::fmt::Debug for Begun {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Begun(..)")
    }
}

/// What the provider is called, if there is one. All may ask.
pub fn name(scope: &PublicScope) -> Option<&str> {
    scope.hub().provider().map(Provider::name)
}

/// Begins a visit to the provider, after which one goes on to `next`. All may; an address that begins
/// too often is refused.
///
/// # Errors
/// `NotFound` without a provider; `Conflict` when it does not answer; `TooMany`.
pub async fn begin(scope: &Scope, next: &str, device: &Device) -> Result<Begun> {
    let provider = scope.hub().provider().ok_or(Error::NotFound("provider"))?;
    let tx = scope.begin().await?;
    let key = scope.hub().secret().fingerprint("provider address", &device.address);
    let allowed = throttles::hit(&tx, scope, &key, BEGUN_PER_ADDRESS, TimeDelta::minutes(15)).await;
    tx.commit().await?;
    allowed?;
    // The member is named in the open: the host that passes people on must know it, and it decides
    // nothing but where they are asked for the other half, the cookie.
    let state = format!("{}.{}", scope.tenant().slug, random_token());
    let nonce = random_token();
    let asked = provider.ask(&callback(scope), &state, &nonce, scope.now()).await?;
    let token = random_token();
    let expires_at = scope.now() + TimeDelta::minutes(VISIT_MINUTES);
    let tx = scope.begin().await?;
    sql::insert(
        &tx,
        "provider_visits",
        [
            ("tenant_id", tx.tenant().into()),
            ("id", scope.new_id().into()),
            ("token_hash", token_hash(&token).into()),
            ("state_hash", token_hash(&state).into()),
            ("host", host_of(scope.public()).into()),
            ("nonce", nonce.into()),
            ("verifier", asked.verifier.into()),
            ("next_path", next.chars().take(500).collect::<String>().into()),
            ("created_at", scope.now().into()),
            ("expires_at", expires_at.into()),
        ],
    )
    .await?;
    tx.commit().await?;
    Ok(Begun { token, expires_at, url: asked.url })
}

/// Where somebody whom the provider sent back is passed on to: the host of the member that the state
/// names. All may ask, at the network's host alone.
///
/// # Errors
/// `NotFound` elsewhere, without a provider, and for a state that names no active member.
pub async fn pass_on(scope: &Scope, back: &Return) -> Result<String> {
    let missing = || Error::NotFound("provider");
    scope.hub().provider().filter(|_| scope.tenant().is_network()).ok_or_else(missing)?;
    let (slug, _) = back.state.split_once('.').ok_or_else(missing)?;
    let base = if slug == scope.tenant().slug {
        scope.tenant().url.clone()
    } else {
        scope.hub().member(slug).await?.ok_or_else(missing)?.url.clone()
    };
    let pairs = [("state", &back.state), ("code", &back.code), ("error", &back.error)];
    let given = pairs.into_iter().filter(|(_, value)| !value.is_empty());
    Ok(Url::parse_with_params(&format!("{base}{ARRIVAL}"), given).map_err(Error::internal)?.into())
}

/// The one address that providers know.
fn callback(scope: &Scope) -> String {
    format!("{}{CALLBACK}", scope.hub().public_url())
}
