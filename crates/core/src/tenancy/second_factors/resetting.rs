//! The way back for somebody who lost the telephone and the recovery codes: the operator takes the
//! second factor and the passkeys away. The account serves every member where it has a role, so each of them reads of
//! it in its audit and ends its sign-ins, and no role at one member is enough to do it.

use sea_orm::FromQueryResult;

use crate::ground::bus::Notice;
use crate::ground::database::TenantTx;
use crate::ground::error::{Error, Result};
use crate::ground::ids::{PersonId, TenantId};
use crate::ground::{input, sql};
use crate::notify::outbox::{self, Event};
use crate::tenancy::passkeys;
use crate::tenancy::scope::{Actor, Scope};
use crate::trust::audit;

/// No account serves more members than there are.
const MOST_MEMBERS: u32 = 2000;

#[derive(FromQueryResult)]
struct Holder {
    id: PersonId,
    is_on: bool,
}

#[derive(FromQueryResult)]
struct Served {
    tenant_id: TenantId,
}

/// Takes the second factor and all passkeys of somebody on the staff here away, ends the sign-ins of the account at
/// every member, and tells its owner by mail. For the operator alone.
///
/// # Errors
/// `Denied` for people, whatever their role; `Invalid` for what is no address; `NotFound` for who is
/// not on the staff here; `Conflict` when there is nothing to take away.
pub async fn reset(scope: &Scope, email: &str) -> Result<()> {
    if !matches!(scope.actor(), Actor::System(_)) {
        return Err(Error::Denied("denied-role"));
    }
    let email = input::email(email)?;
    let tx = scope.begin_read().await?;
    let Some(holder) = holder(&tx, &email).await? else {
        return Err(Error::NotFound("person"));
    };
    tx.speak_for(holder.id).await?;
    let has_passkeys: Option<sql::Count> =
        sql::one(&tx, "SELECT COUNT(*) AS count FROM passkeys WHERE person_id = $1", [holder.id.into()])
            .await?;
    let has_passkeys = has_passkeys.is_some_and(|passkeys| passkeys.count > 0);
    let served: Vec<Served> = sql::all(
        &tx,
        &format!("SELECT DISTINCT tenant_id FROM grants WHERE person_id = $1 LIMIT {MOST_MEMBERS}"),
        [holder.id.into()],
    )
    .await?;
    drop(tx);
    if !holder.is_on && !has_passkeys {
        return Err(Error::Conflict("second-factor-is-off"));
    }
    // The account itself comes last: what fails before it can be done again from the beginning.
    for elsewhere in served.iter().map(|one| one.tenant_id).filter(|one| *one != scope.tenant().id) {
        let tx = scope.hub().database().begin(elsewhere).await?;
        close(&tx, scope, holder.id).await?;
        tx.commit().await?;
    }
    let tx = scope.begin().await?;
    super::forget(&tx, holder.id).await?;
    close(&tx, scope, holder.id).await?;
    outbox::append(&tx, scope, Event::SecondFactorReset(holder.id)).await?;
    tx.commit().await?;
    scope.hub().tell(Notice::Outbox(scope.tenant().id)).await;
    Ok(())
}

async fn holder(tx: &TenantTx, email: &str) -> Result<Option<Holder>> {
    Ok(sql::one(
        tx,
        "SELECT p.id, (p.second_factor_secret IS NOT NULL OR p.recovery_hashes <> '') AS is_on FROM people p
         WHERE p.email = $2 AND EXISTS (SELECT 1 FROM grants g WHERE g.tenant_id = $1 AND g.person_id = p.id)",
        [tx.tenant().into(), email.into()],
    )
    .await?)
}

/// Ends at one member what was opened under the factors that are gone, and notes it there.
async fn close(tx: &TenantTx, scope: &Scope, person: PersonId) -> Result<()> {
    for table in ["sign_ins", "second_steps"] {
        sql::run(
            tx,
            &format!("DELETE FROM {table} WHERE tenant_id = $1 AND person_id = $2"),
            [tx.tenant().into(), person.into()],
        )
        .await?;
    }
    passkeys::forget(tx, person).await?;
    audit::record(tx, scope, "reset_second_factor", "person", person.0).await
}
