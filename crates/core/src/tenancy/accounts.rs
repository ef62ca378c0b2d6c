//! The own account: what one is called, where one is signed in, and at which other members one serves. These few reads
//! reach over tenants, for the account that is signed in and for no other.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use infitah_i18n::Locale;
use sea_orm::FromQueryResult;

use super::collectivities::{self, Collectivity};
use super::scope::Scope;
use crate::ground::error::{Error, FieldError, Result};
use crate::ground::ids::{SignInId, TenantId};
use crate::ground::input::Checks;
use crate::ground::sql;
use crate::trust::audit::{self, Changes};

/// Longest name of a person in characters.
pub(super) const NAME_MAX: usize = 120;

/// A sign-in as its owner sees it.
#[derive(Debug, Clone)]
pub struct OwnSignIn {
    /// Its id.
    pub id: SignInId,
    /// Where; nothing when that member is not in public at the moment.
    pub at: Option<Collectivity>,
    /// It is the one that asks.
    pub is_this: bool,
    /// When it was opened.
    pub opened_at: DateTime<Utc>,
    /// When it was last used, to within a few minutes.
    pub last_seen_at: Option<DateTime<Utc>>,
    /// The family of the browser.
    pub browser: Option<String>,
    /// The family of the system.
    pub system: Option<String>,
    /// The network address without its end.
    pub network_part: Option<String>,
}

#[derive(Debug, FromQueryResult)]
struct Row {
    tenant_id: TenantId,
    id: SignInId,
    created_at: DateTime<Utc>,
    last_seen_at: Option<DateTime<Utc>>,
    browser: Option<String>,
    system: Option<String>,
    network_part: Option<String>,
}

#[derive(Debug, FromQueryResult)]
struct Served {
    tenant_id: TenantId,
}

/// The own sign-ins at all members, the one that asks first. Everybody signed in may ask.
///
/// # Errors
/// `Unauthenticated`.
pub async fn sign_ins(scope: &Scope) -> Result<Vec<OwnSignIn>> {
    let me = scope.me()?;
    let tx = scope.begin_read().await?;
    tx.speak_for(me.id).await?;
    let rows: Vec<Row> = sql::all(&tx, SIGN_INS, [me.id.into(), scope.now().into()]).await?;
    drop(tx);
    let tenants: BTreeSet<TenantId> = rows.iter().map(|row| row.tenant_id).collect();
    let tenants: Vec<TenantId> = tenants.into_iter().collect();
    let members = collectivities::by_ids(scope.public(), &tenants).await?;
    let mut own: Vec<OwnSignIn> = rows
        .into_iter()
        .map(|row| OwnSignIn {
            at: members.iter().find(|member| member.id == row.tenant_id).cloned(),
            is_this: row.id == me.sign_in,
            id: row.id,
            opened_at: row.created_at,
            last_seen_at: row.last_seen_at,
            browser: row.browser,
            system: row.system,
            network_part: row.network_part,
        })
        .collect();
    own.sort_by_key(|one| !one.is_this);
    Ok(own)
}

/// The other members, and the network, where the person serves as well. Everybody signed in may
/// ask.
///
/// # Errors
/// `Unauthenticated`.
pub async fn elsewhere(scope: &Scope) -> Result<Vec<Collectivity>> {
    let me = scope.me()?;
    let tx = scope.begin_read().await?;
    tx.speak_for(me.id).await?;
    let served: Vec<Served> = sql::all(
        &tx,
        "SELECT DISTINCT tenant_id FROM grants WHERE person_id = $1 AND tenant_id <> $2 LIMIT 200",
        [me.id.into(), tx.tenant().into()],
    )
    .await?;
    drop(tx);
    let tenants: Vec<TenantId> = served.iter().map(|row| row.tenant_id).collect();
    let mut members = collectivities::by_ids(scope.public(), &tenants).await?;
    members.sort_by(|a, b| a.slug.cmp(&b.slug));
    Ok(members)
}

/// Says what the person is called and in which language their office and their mails speak, at all
/// members where they serve.
///
/// # Errors
/// `Unauthenticated`; `Invalid` for the field `displayName`.
pub async fn describe(scope: &Scope, display_name: &str, locale: Locale) -> Result<()> {
    let me = scope.me()?;
    let mut checks = Checks::default();
    let display_name = checks.line("displayName", display_name, NAME_MAX);
    if display_name.is_empty() {
        checks.refuse(FieldError::new("displayName", "field-required"));
    }
    checks.finish()?;
    let tx = scope.begin().await?;
    sql::run(
        &tx,
        "UPDATE people SET display_name = $2, locale = $3, updated_at = $4 WHERE id = $1",
        [me.id.into(), display_name.clone().into(), locale.code().into(), scope.now().into()],
    )
    .await?;
    let changes = Changes::new().field("names", me.name.clone(), display_name).field(
        "default_locale",
        me.locale.code(),
        locale.code(),
    );
    audit::record_with(&tx, scope, "describe_account", ("person", me.id.0), &changes).await?;
    Ok(tx.commit().await?)
}

/// Ends one of the own sign-ins, here or elsewhere.
///
/// # Errors
/// `NotFound` for one that is over or somebody else's.
pub async fn end(scope: &Scope, id: SignInId) -> Result<()> {
    let me = scope.me()?;
    let tx = scope.begin().await?;
    tx.speak_for(me.id).await?;
    let gone =
        sql::run(&tx, "DELETE FROM sign_ins WHERE person_id = $1 AND id = $2", [me.id.into(), id.into()])
            .await?;
    if gone == 0 {
        return Err(Error::NotFound("session"));
    }
    audit::record(&tx, scope, "end_sign_in", "person", me.id.0).await?;
    Ok(tx.commit().await?)
}

/// Ends all of the own sign-ins but this one, here and elsewhere.
///
/// # Errors
/// `Unauthenticated`.
pub async fn end_others(scope: &Scope) -> Result<()> {
    let me = scope.me()?;
    let tx = scope.begin().await?;
    tx.speak_for(me.id).await?;
    sql::run(
        &tx,
        "DELETE FROM sign_ins WHERE person_id = $1 AND id <> $2",
        [me.id.into(), me.sign_in.into()],
    )
    .await?;
    audit::record(&tx, scope, "end_other_sign_ins", "person", me.id.0).await?;
    Ok(tx.commit().await?)
}

const SIGN_INS: &str = "
SELECT s.tenant_id, s.id, s.created_at, s.last_seen_at, s.browser, s.system, s.network_part
FROM sign_ins s JOIN people p ON p.id = s.person_id
WHERE s.person_id = $1 AND s.expires_at > $2 AND s.password_version = p.password_version
ORDER BY s.created_at DESC, s.id DESC LIMIT 100";
