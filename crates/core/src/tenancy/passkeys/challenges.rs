//! What devices are asked to sign. A challenge is bound to the host and, by a cookie, to the browser;
//! it is good for minutes and is spent by the first answer, right or wrong.

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::FromQueryResult;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::ground::database::TenantTx;
use crate::ground::error::{Error, Result};
use crate::ground::ids::PersonId;
use crate::ground::secret::{random_token, token_hash};
use crate::ground::sql;
use crate::tenancy::scope::Scope;
use crate::tenancy::sign_ins::host_of;

/// How long an answer may take.
pub const CHALLENGE_MINUTES: i64 = 5;

/// What goes to the browser.
#[derive(Clone)]
pub struct Challenge {
    /// The token for the cookie; a secret.
    pub token: String,
    /// Until when it can be answered.
    pub expires_at: DateTime<Utc>,
    /// The options of WebAuthn for the browser, as JSON.
    pub options: String,
}

impl std::fmt::Debug for Challenge {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Challenge(..)")
    }
}

/// Whom a challenge is for, and the name of the passkey that it will make; nobody yet to sign in.
#[derive(Debug, Clone, Copy)]
pub(super) enum For<'a> {
    SignIn,
    Passkey(PersonId, &'a str),
}

/// A challenge that is being answered.
pub(super) struct Taken<State> {
    pub(super) state: State,
    pub(super) name: String,
}

#[derive(FromQueryResult)]
struct Row {
    state: String,
    name: Option<String>,
}

/// Keeps a challenge in the caller's transaction and gives what goes to the browser.
pub(super) async fn put(
    tx: &TenantTx,
    scope: &Scope,
    purpose: For<'_>,
    (options, state): (String, &impl Serialize),
) -> Result<Challenge> {
    let token = random_token();
    let expires_at = scope.now() + TimeDelta::minutes(CHALLENGE_MINUTES);
    let (person, name) = match purpose {
        For::SignIn => (None, None),
        For::Passkey(person, name) => (Some(person), Some(name.to_owned())),
    };
    let state = serde_json::to_string(state).map_err(Error::internal)?;
    sql::insert(
        tx,
        "passkey_challenges",
        [
            ("tenant_id", tx.tenant().into()),
            ("id", scope.new_id().into()),
            ("person_id", person.into()),
            ("name", name.into()),
            ("token_hash", token_hash(&token).into()),
            ("host", host_of(scope.public()).into()),
            ("state", state.into()),
            ("created_at", scope.now().into()),
            ("expires_at", expires_at.into()),
        ],
    )
    .await?;
    Ok(Challenge { token, expires_at, options })
}

/// Spends a challenge in the caller's transaction, which must be committed whatever comes of the
/// answer. Nothing for one that is over, spent, of another host or for somebody else.
pub(super) async fn take<State: DeserializeOwned>(
    tx: &TenantTx,
    scope: &Scope,
    person: Option<PersonId>,
    token: &str,
) -> Result<Option<Taken<State>>> {
    if token.is_empty() || token.len() > 100 {
        return Ok(None);
    }
    let whose = if person.is_some() { "person_id = $5" } else { "person_id IS NULL" };
    let text = format!(
        "DELETE FROM passkey_challenges
         WHERE tenant_id = $1 AND token_hash = $2 AND host = $3 AND expires_at > $4 AND {whose}
         RETURNING state, name"
    );
    let values =
        [tx.tenant().into(), token_hash(token).into(), host_of(scope.public()).into(), scope.now().into()];
    let row: Option<Row> = sql::one(tx, &text, values.into_iter().chain(person.map(Into::into))).await?;
    let Some(row) = row else { return Ok(None) };
    let state = serde_json::from_str(&row.state).map_err(Error::internal)?;
    Ok(Some(Taken { state, name: row.name.unwrap_or_default() }))
}
