//! Giving and taking roles. Whoever leads a member is never the last one to go: those who change the
//! staff of a member stand in a queue, so that two who remove each other cannot both succeed.

use super::{Member, STAFF};
use crate::ground::database::TenantTx;
use crate::ground::error::{Error, Result};
use crate::ground::ids::PersonId;
use crate::ground::input;
use crate::ground::sql;
use crate::tenancy::permission::{Action, Role};
use crate::tenancy::scope::{Actor, Scope};
use crate::trust::audit::{self, Changes};

/// Gives somebody on the staff one more role.
///
/// # Errors
/// `Denied`; `NotFound` for who is not on the staff here; `Invalid` for a role that does not exist
/// here.
pub async fn give(scope: &Scope, person: PersonId, role: Role) -> Result<()> {
    scope.require(Action::ManageStaff)?;
    if role.is_of_network() != scope.tenant().is_network() {
        return Err(Error::invalid("role", "field-unknown-value"));
    }
    let tx = scope.begin().await?;
    let staff = locked(&tx, scope).await?;
    if !staff.iter().any(|one| one.id == person) {
        return Err(Error::NotFound("person"));
    }
    sql::run(
        &tx,
        "INSERT INTO grants (tenant_id, id, person_id, role, created_at, last_sign_in_at)
         SELECT $1, $2, $3, $4, $5, MAX(last_sign_in_at) FROM grants WHERE tenant_id = $1 AND person_id = $3
         ON CONFLICT (tenant_id, person_id, role) DO NOTHING",
        [tx.tenant().into(), scope.new_id().into(), person.into(), role.code().into(), scope.now().into()],
    )
    .await?;
    let changes = differences(&staff, person, |held| held.iter().copied().chain([role.code()]).collect());
    audit::record_with(&tx, scope, given(role), ("person", person.0), &changes).await?;
    Ok(tx.commit().await?)
}

/// Takes a role away. What it allowed ends with the next request; without any role the person has
/// left the staff.
///
/// # Errors
/// `Denied`; `NotFound` for who does not have it; `Conflict` for the last one who leads.
pub async fn take(scope: &Scope, person: PersonId, role: Role) -> Result<()> {
    scope.require(Action::ManageStaff)?;
    let tx = scope.begin().await?;
    let staff = locked(&tx, scope).await?;
    let held: Vec<&Member> = staff.iter().filter(|one| one.id == person).collect();
    if !held.iter().any(|one| one.role == role.code()) {
        return Err(Error::NotFound("person"));
    }
    if role == top(scope) {
        keep_a_leader(scope, &staff, person)?;
    }
    if held.len() == 1 {
        leave(&tx, person).await?;
    } else {
        sql::run(
            &tx,
            "DELETE FROM grants WHERE tenant_id = $1 AND person_id = $2 AND role = $3",
            [tx.tenant().into(), person.into(), role.code().into()],
        )
        .await?;
    }
    let changes =
        differences(&staff, person, |held| held.iter().copied().filter(|one| *one != role.code()).collect());
    audit::record_with(&tx, scope, taken(role), ("person", person.0), &changes).await?;
    Ok(tx.commit().await?)
}

/// Takes all roles of somebody here away and ends the sign-ins here.
///
/// # Errors
/// `Denied`; `NotFound` for who is not on the staff here; `Conflict` for the last one who leads.
pub async fn remove(scope: &Scope, person: PersonId) -> Result<()> {
    scope.require(Action::ManageStaff)?;
    let tx = scope.begin().await?;
    let staff = locked(&tx, scope).await?;
    if !staff.iter().any(|one| one.id == person) {
        return Err(Error::NotFound("person"));
    }
    keep_a_leader(scope, &staff, person)?;
    leave(&tx, person).await?;
    let changes = differences(&staff, person, |_| Vec::new());
    audit::record_with(&tx, scope, "revoke_staff", ("person", person.0), &changes).await?;
    Ok(tx.commit().await?)
}

/// The same by address, for the operator.
///
/// # Errors
/// As [`remove`], and `Invalid` for what is no address.
pub async fn revoke(scope: &Scope, email: &str) -> Result<()> {
    let email = input::email(email)?;
    let staff = super::list(scope).await?;
    let person = staff.iter().find(|one| one.email == email).ok_or(Error::NotFound("person"))?.id;
    remove(scope, person).await
}

/// The staff as it is once all who changed it before are done. The right is looked at again: it may
/// have been taken while this one stood in the queue.
async fn locked(tx: &TenantTx, scope: &Scope) -> Result<Vec<Member>> {
    audit::lock_tenant(tx).await?;
    let staff: Vec<Member> = sql::all(tx, STAFF, [tx.tenant().into()]).await?;
    if let Actor::Person(me) = scope.actor() {
        let leads = |one: &Member| one.id == me.id && one.role == top(scope).code();
        if !staff.iter().any(leads) {
            return Err(Error::Denied("denied-role"));
        }
    }
    Ok(staff)
}

/// The role that leads: it alone manages the staff.
fn top(scope: &Scope) -> Role {
    if scope.tenant().is_network() { Role::Coordinator } else { Role::Admin }
}

fn keep_a_leader(scope: &Scope, staff: &[Member], leaving: PersonId) -> Result<()> {
    let mut leaders = staff.iter().filter(|one| one.role == top(scope).code()).map(|one| one.id).peekable();
    if leaders.peek().is_some() && leaders.all(|leader| leader == leaving) {
        return Err(Error::Conflict("staff-last-admin"));
    }
    Ok(())
}

/// Takes everything away that ties an account to this member, so that it is no longer seen here.
async fn leave(tx: &TenantTx, person: PersonId) -> Result<()> {
    for table in [
        "sign_ins",
        "second_steps",
        "passkey_challenges",
        "passkeys",
        "provider_links",
        "invitations",
        "grants",
    ] {
        sql::run(
            tx,
            &format!("DELETE FROM {table} WHERE tenant_id = $1 AND person_id = $2"),
            [tx.tenant().into(), person.into()],
        )
        .await?;
    }
    Ok(())
}

/// The roles of somebody before and after.
fn differences<'a>(
    staff: &'a [Member],
    person: PersonId,
    change: impl FnOnce(&[&'a str]) -> Vec<&'a str>,
) -> Changes {
    let before: Vec<&str> =
        staff.iter().filter(|one| one.id == person).map(|one| one.role.as_str()).collect();
    let mut after = change(&before);
    after.sort_unstable();
    after.dedup();
    Changes::new().field("roles", before.join(", "), after.join(", "))
}

fn given(role: Role) -> &'static str {
    match role {
        Role::Admin => "give_admin",
        Role::Editor => "give_editor",
        Role::FocalPoint => "give_focal_point",
        Role::Moderator => "give_moderator",
        Role::Coordinator => "give_coordinator",
        Role::Observer => "give_observer",
    }
}

fn taken(role: Role) -> &'static str {
    match role {
        Role::Admin => "take_admin",
        Role::Editor => "take_editor",
        Role::FocalPoint => "take_focal_point",
        Role::Moderator => "take_moderator",
        Role::Coordinator => "take_coordinator",
        Role::Observer => "take_observer",
    }
}
