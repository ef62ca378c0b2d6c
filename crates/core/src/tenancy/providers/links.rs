//! Who an account is at the provider. The first time a mailbox that the provider has made sure of says
//! it; from then on only the name that the provider gave, which is never given to somebody else.

use chrono::{DateTime, Utc};
use sea_orm::{FromQueryResult, SqlErr};
use uuid::Uuid;

use super::asking::Told;
use crate::ground::database::TenantTx;
use crate::ground::error::{Error, Result};
use crate::ground::ids::PersonId;
use crate::ground::sql;
use crate::notify::outbox::{self, Event};
use crate::tenancy::scope::Scope;
use crate::trust::audit;

/// Since when the provider signs the own account in here.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Link {
    /// Since when.
    pub created_at: DateTime<Utc>,
    /// The last time.
    pub last_used_at: DateTime<Utc>,
}

#[derive(FromQueryResult)]
struct Linked {
    id: Uuid,
    person_id: PersonId,
}

#[derive(FromQueryResult)]
struct Somebody {
    id: PersonId,
}

/// Whether the provider signs the own account in here. Everybody signed in may ask.
///
/// # Errors
/// `Unauthenticated`.
pub async fn link(scope: &Scope) -> Result<Option<Link>> {
    let me = scope.me()?;
    let Some(provider) = scope.hub().provider() else { return Ok(None) };
    let tx = scope.begin_read().await?;
    Ok(sql::one(
        &tx,
        "SELECT created_at, last_used_at FROM provider_links WHERE tenant_id = $1 AND person_id = $2 AND issuer = $3",
        [tx.tenant().into(), me.id.into(), provider.issuer().into()],
    )
    .await?)
}

/// Forgets who the own account is at the provider. Everybody signed in may.
///
/// # Errors
/// `NotFound` when nothing is known.
pub async fn unlink(scope: &Scope) -> Result<()> {
    let me = scope.me()?;
    let provider = scope.hub().provider().ok_or(Error::NotFound("provider"))?;
    let tx = scope.begin().await?;
    let gone = sql::run(
        &tx,
        "DELETE FROM provider_links WHERE tenant_id = $1 AND person_id = $2 AND issuer = $3",
        [tx.tenant().into(), me.id.into(), provider.issuer().into()],
    )
    .await?;
    if gone == 0 {
        return Err(Error::NotFound("provider"));
    }
    audit::record(&tx, scope, "unlink_provider", "person", me.id.0).await?;
    Ok(tx.commit().await?)
}

/// The account of whoever the provider told of, if it has a role here; linked now if it is the first
/// time and the mailbox is theirs.
pub(super) async fn recognise(
    tx: &TenantTx,
    scope: &Scope,
    issuer: &str,
    told: &Told,
) -> Result<Option<PersonId>> {
    let subject =
        scope.hub().secret().fingerprint("provider subject", &format!("{issuer}\n{}", told.subject));
    let known: Option<Linked> = sql::one(
        tx,
        "SELECT l.id, l.person_id FROM provider_links l WHERE l.tenant_id = $1 AND l.issuer = $2 AND l.subject_hash = $3
           AND EXISTS (SELECT 1 FROM grants g WHERE g.tenant_id = $1 AND g.person_id = l.person_id)",
        [tx.tenant().into(), issuer.into(), subject.clone().into()],
    )
    .await?;
    if let Some(known) = known {
        sql::run(
            tx,
            "UPDATE provider_links SET last_used_at = $3 WHERE tenant_id = $1 AND id = $2",
            [tx.tenant().into(), known.id.into(), scope.now().into()],
        )
        .await?;
        return Ok(Some(known.person_id));
    }
    let Some(email) = told.email.as_ref().filter(|email| !email.contains('\0')) else { return Ok(None) };
    let person: Option<Somebody> = sql::one(
        tx,
        "SELECT p.id FROM people p
         WHERE p.email = $2 AND p.password_hash IS NOT NULL
           AND EXISTS (SELECT 1 FROM grants g WHERE g.tenant_id = $1 AND g.person_id = p.id)",
        [tx.tenant().into(), email.trim().to_ascii_lowercase().into()],
    )
    .await?;
    let Some(Somebody { id }) = person else { return Ok(None) };
    put(tx, scope, id, (issuer, subject)).await
}

async fn put(
    tx: &TenantTx,
    scope: &Scope,
    person: PersonId,
    (issuer, subject): (&str, String),
) -> Result<Option<PersonId>> {
    let written = sql::insert(
        tx,
        "provider_links",
        [
            ("tenant_id", tx.tenant().into()),
            ("id", scope.new_id().into()),
            ("person_id", person.into()),
            ("issuer", issuer.into()),
            ("subject_hash", subject.into()),
            ("created_at", scope.now().into()),
            ("last_used_at", scope.now().into()),
        ],
    )
    .await;
    match written {
        // The account is somebody else there: the mailbox may have changed hands.
        Err(error) if matches!(error.sql_err(), Some(SqlErr::UniqueConstraintViolation(_))) => Ok(None),
        Err(error) => Err(error.into()),
        Ok(_) => {
            audit::record(tx, scope, "link_provider", "person", person.0).await?;
            outbox::append(tx, scope, Event::ProviderLinked(person)).await?;
            Ok(Some(person))
        }
    }
}
