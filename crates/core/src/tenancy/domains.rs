//! Domains of a member's own. One is asked for, its record is set at whoever runs it, and only when
//! it leads here and is nobody else's does it lead to the member's site.

use std::net::IpAddr;

use sea_orm::FromQueryResult;

use super::permission::Action;
use super::scope::Scope;
use crate::ground::bus::Notice;
use crate::ground::database::TenantTx;
use crate::ground::error::{Error, FieldError, Result};
use crate::ground::sql;
use crate::trust::audit::{self, Changes};

/// A member may have so many.
const MOST: usize = 10;

/// The domains of a member.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Domains {
    /// Those that lead here.
    pub own: Vec<String>,
    /// The one that was asked for and does not yet.
    pub asked: Option<String>,
    /// The name that a CNAME record leads to.
    pub target: String,
    /// The addresses that A and AAAA records lead to.
    pub addresses: Vec<IpAddr>,
}

#[derive(FromQueryResult)]
struct HostRow {
    host: String,
}

#[derive(FromQueryResult)]
struct AskedRow {
    asked_domain: Option<String>,
}

/// The domains, and the record to set for another.
///
/// # Errors
/// `Denied` without the right to manage settings.
pub async fn read(scope: &Scope) -> Result<Domains> {
    scope.require(Action::ManageSettings)?;
    let tx = scope.begin_read().await?;
    let (own, asked) = (own(&tx).await?, asked(&tx, "").await?);
    tx.commit().await?;
    let hub = scope.hub();
    let target = if scope.tenant().is_network() {
        hub.domain().to_owned()
    } else {
        format!("{}.{}", scope.tenant().slug, hub.domain())
    };
    Ok(Domains { own, asked, target, addresses: hub.resolver().ours(hub.domain()).await })
}

/// Asks for a domain.
///
/// # Errors
/// `Denied`; `Invalid` for what is no domain name, is ours, or is somebody's.
pub async fn ask(scope: &Scope, domain: &str) -> Result<()> {
    scope.require(Action::ManageSettings)?;
    let domain = check(scope, domain)?;
    let tx = scope.begin().await?;
    let before = asked(&tx, tx.for_update()).await?;
    has_room(&tx, &domain).await?;
    put_asked(&tx, Some(&domain)).await?;
    let changes = Changes::new().field("domain", before, domain);
    audit::record_with(&tx, scope, "ask_domain", ("collectivity", tx.tenant().0), &changes).await?;
    Ok(tx.commit().await?)
}

/// Looks where the domain that was asked for leads, and takes it when it leads here.
///
/// # Errors
/// `Denied`; `NotFound` when none was asked for; `Invalid` when it leads elsewhere or nowhere.
pub async fn confirm(scope: &Scope) -> Result<()> {
    scope.require(Action::ManageSettings)?;
    let tx = scope.begin_read().await?;
    let domain = asked(&tx, "").await?.ok_or(Error::NotFound("domain"))?;
    tx.commit().await?;
    // Outside of any transaction: it may take its time.
    let found = scope.hub().resolver().addresses(&domain).await;
    let ours = scope.hub().resolver().ours(scope.hub().domain()).await;
    if found.is_empty() {
        return Err(Error::invalid("domain", "settings-domain-nowhere"));
    }
    if !found.iter().all(|address| ours.contains(address)) {
        let found: Vec<String> = found.iter().map(IpAddr::to_string).collect();
        let breach = FieldError::new("domain", "settings-domain-elsewhere");
        return Err(Error::Invalid(vec![breach.with("found", found.join(", "))]));
    }
    let tx = scope.begin().await?;
    if asked(&tx, tx.for_update()).await?.as_deref() != Some(domain.as_str()) {
        return Err(Error::NotFound("domain"));
    }
    put_asked(&tx, None).await?;
    take(tx, scope, domain).await
}

/// Takes a domain on the word of the operator, without looking where it leads.
///
/// # Errors
/// As [`ask`].
pub async fn add(scope: &Scope, domain: &str) -> Result<()> {
    scope.require(Action::ManageMembers)?;
    let domain = check(scope, domain)?;
    let tx = scope.begin().await?;
    has_room(&tx, &domain).await?;
    take(tx, scope, domain).await
}

/// Gives a domain up, whether it leads here or was only asked for.
///
/// # Errors
/// `Denied`; `NotFound` for a domain that is not of this member.
pub async fn remove(scope: &Scope, domain: &str) -> Result<()> {
    scope.require(Action::ManageSettings)?;
    let tx = scope.begin().await?;
    let was_asked = asked(&tx, tx.for_update()).await?.as_deref() == Some(domain);
    if was_asked {
        put_asked(&tx, None).await?;
    } else if own(&tx).await?.iter().any(|one| one == domain) {
        sql::run(
            &tx,
            "DELETE FROM hosts WHERE tenant_id = $1 AND host = $2",
            [tx.tenant().into(), domain.into()],
        )
        .await?;
    } else {
        return Err(Error::NotFound("domain"));
    }
    let changes = Changes::new().field("domain", domain, serde_json::Value::Null);
    audit::record_with(&tx, scope, "remove_domain", ("collectivity", tx.tenant().0), &changes).await?;
    tx.commit().await?;
    scope.hub().tell(Notice::Hosts(scope.tenant().id)).await;
    Ok(())
}

async fn take(tx: TenantTx, scope: &Scope, domain: String) -> Result<()> {
    let hosted = sql::insert(
        &tx,
        "hosts",
        [
            ("host", domain.clone().into()),
            ("tenant_id", tx.tenant().into()),
            ("slug", scope.tenant().slug.clone().into()),
            ("status", "active".into()),
        ],
    )
    .await;
    sql::or_taken(hosted, || Error::invalid("domain", "field-not-unique"))?;
    let changes = Changes::new().field("domain", serde_json::Value::Null, domain);
    audit::record_with(&tx, scope, "add_domain", ("collectivity", tx.tenant().0), &changes).await?;
    tx.commit().await?;
    scope.hub().tell(Notice::Hosts(scope.tenant().id)).await;
    Ok(())
}

/// A domain name as it is kept: small letters, at least two labels, not one of ours.
fn check(scope: &Scope, text: &str) -> Result<String> {
    let domain = text.trim().trim_end_matches('.').to_ascii_lowercase();
    let is_label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    let ends_in_letters = |label: &str| label.bytes().any(|byte| byte.is_ascii_alphabetic());
    let is_name = domain.len() <= 253
        && domain.contains('.')
        && domain.split('.').all(is_label)
        && domain.rsplit('.').next().is_some_and(ends_in_letters);
    if !is_name {
        return Err(Error::invalid("domain", "settings-domain-form"));
    }
    let ours = scope.hub().domain();
    let is_ours = domain == ours || domain.strip_suffix(ours).is_some_and(|rest| rest.ends_with('.'));
    if is_ours {
        return Err(Error::invalid("domain", "settings-domain-ours"));
    }
    Ok(domain)
}

async fn has_room(tx: &TenantTx, domain: &str) -> Result<()> {
    let taken: Option<HostRow> =
        sql::one(tx, "SELECT host FROM hosts WHERE host = $1", [domain.into()]).await?;
    if taken.is_some() {
        return Err(Error::invalid("domain", "field-not-unique"));
    }
    if own(tx).await?.len() >= MOST {
        let breach = FieldError::new("domain", "settings-domain-many");
        return Err(Error::Invalid(vec![breach.with("max", MOST)]));
    }
    Ok(())
}

async fn own(tx: &TenantTx) -> Result<Vec<String>> {
    let rows: Vec<HostRow> = sql::all(
        tx,
        "SELECT host FROM hosts WHERE tenant_id = $1 AND host LIKE '%.%' ORDER BY host",
        [tx.tenant().into()],
    )
    .await?;
    Ok(rows.into_iter().map(|row| row.host).collect())
}

async fn asked(tx: &TenantTx, lock: &str) -> Result<Option<String>> {
    let text = format!("SELECT asked_domain FROM collectivities WHERE id = $1{lock}");
    let row: Option<AskedRow> = sql::one(tx, &text, [tx.tenant().into()]).await?;
    Ok(row.and_then(|row| row.asked_domain))
}

async fn put_asked(tx: &TenantTx, domain: Option<&str>) -> Result<()> {
    sql::run(
        tx,
        "UPDATE collectivities SET asked_domain = $2 WHERE id = $1",
        [tx.tenant().into(), domain.map(str::to_owned).into()],
    )
    .await?;
    Ok(())
}
