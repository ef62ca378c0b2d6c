//! Passkeys (WebAuthn): keys that live in a device, which signs only after it has made sure who holds
//! it. One opens the office of one member, at the host of that member, and counts as both factors.
//! What a device is asked to sign waits here and never travels with the browser.

mod adding;
mod challenges;
mod signing_in;

use chrono::{DateTime, Utc};
use sea_orm::FromQueryResult;
use webauthn_rs::prelude::Url;
use webauthn_rs::{Webauthn, WebauthnBuilder};

use super::passwords;
use super::scope::{PublicScope, Scope};
use crate::ground::database::TenantTx;
use crate::ground::error::{Error, Result};
use crate::ground::ids::{PasskeyId, PersonId};
use crate::ground::sql;
use crate::trust::audit;

pub use adding::{Intent, add, begin};
pub use challenges::{CHALLENGE_MINUTES, Challenge};
pub use signing_in::{ask, sign_in};

/// So many passkeys may one have at a member.
pub const MOST: usize = 10;

/// A passkey as its owner sees it.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct OwnPasskey {
    /// Its id.
    pub id: PasskeyId,
    /// What its owner calls it.
    pub name: String,
    /// When it was added.
    pub created_at: DateTime<Utc>,
    /// When somebody last signed in with it.
    pub last_used_at: Option<DateTime<Utc>>,
}

/// Whether passkeys can be bound to the host of this site: browsers bind none to a bare address. All
/// may ask.
pub fn are_possible(scope: &PublicScope) -> bool {
    relying_party(scope).is_ok()
}

/// The own passkeys here, the oldest first. Everybody signed in may ask.
///
/// # Errors
/// `Unauthenticated`.
pub async fn list(scope: &Scope) -> Result<Vec<OwnPasskey>> {
    let me = scope.me()?;
    let tx = scope.begin_read().await?;
    Ok(sql::all(
        &tx,
        "SELECT id, name, created_at, last_used_at FROM passkeys WHERE tenant_id = $1 AND person_id = $2
         ORDER BY created_at, id LIMIT 100",
        [tx.tenant().into(), me.id.into()],
    )
    .await?)
}

/// One of the own passkeys.
///
/// # Errors
/// `Unauthenticated`; `NotFound` for one that is gone or somebody else's.
pub async fn one(scope: &Scope, id: PasskeyId) -> Result<OwnPasskey> {
    list(scope).await?.into_iter().find(|one| one.id == id).ok_or(Error::NotFound("passkey"))
}

/// Removes one of the own passkeys, with the password, and ends what was opened with it elsewhere: the
/// device may be in other hands.
///
/// # Errors
/// `NotFound` for one that is gone or somebody else's; `Invalid` at `password`; `TooMany`.
pub async fn remove(scope: &Scope, id: PasskeyId, password: &str) -> Result<()> {
    let me = scope.me()?;
    one(scope, id).await?;
    passwords::prove(scope, "password", password).await?;
    let tx = scope.begin().await?;
    let gone = sql::run(
        &tx,
        "DELETE FROM passkeys WHERE tenant_id = $1 AND id = $2 AND person_id = $3",
        [tx.tenant().into(), id.into(), me.id.into()],
    )
    .await?;
    if gone == 0 {
        return Err(Error::NotFound("passkey"));
    }
    sql::run(
        &tx,
        "DELETE FROM sign_ins WHERE tenant_id = $1 AND person_id = $2 AND passkey_id = $3 AND id <> $4",
        [tx.tenant().into(), me.id.into(), id.into(), me.sign_in.into()],
    )
    .await?;
    audit::record(&tx, scope, "remove_passkey", "person", me.id.0).await?;
    Ok(tx.commit().await?)
}

/// Takes all passkeys of an account here, and what waits to become one, away.
pub(crate) async fn forget(tx: &TenantTx, person: PersonId) -> Result<()> {
    for table in ["passkey_challenges", "passkeys"] {
        sql::run(
            tx,
            &format!("DELETE FROM {table} WHERE tenant_id = $1 AND person_id = $2"),
            [tx.tenant().into(), person.into()],
        )
        .await?;
    }
    Ok(())
}

/// Who asks devices: the host of the site and exactly its address, port included.
fn relying_party(scope: &PublicScope) -> Result<Webauthn> {
    let tenant = scope.tenant();
    let origin = Url::parse(&tenant.url).map_err(Error::internal)?;
    let host = origin.domain().ok_or_else(|| Error::internal("a bare address has no passkeys"))?;
    WebauthnBuilder::new(host, &origin)
        .and_then(|builder| builder.rp_name(tenant.names.text(tenant.default_locale)).build())
        .map_err(Error::internal)
}
