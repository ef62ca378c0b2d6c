//! The people who work for a member: who they are and what each may do here.

mod inviting;
mod roles;

use chrono::{DateTime, Utc};
use sea_orm::FromQueryResult;

use super::permission::{Action, Role};
use super::scope::Scope;
use crate::ground::error::{Error, Result};
use crate::ground::ids::PersonId;
use crate::ground::sql;
use crate::trust::audit;

pub use inviting::{
    INVITATION_HOURS, Invited, NewInvitation, OpenInvitation, invitations, invite, invite_again, withdraw,
};
pub use roles::{give, remove, revoke, take};

/// Somebody on the staff.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Member {
    /// The account.
    pub id: PersonId,
    /// Its address.
    pub email: String,
    /// The name shown in the office.
    pub display_name: String,
    /// A role.
    pub role: String,
}

/// Somebody on the staff with all roles here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Colleague {
    /// The account.
    pub id: PersonId,
    /// Its address.
    pub email: String,
    /// The name shown in the office.
    pub name: String,
    /// The roles here.
    pub roles: Vec<Role>,
    /// The last sign-in here; those at other members are not told.
    pub last_sign_in_at: Option<DateTime<Utc>>,
    /// Whether a second factor is asked for.
    pub has_second_factor: bool,
}

#[derive(Debug, FromQueryResult)]
struct ColleagueRow {
    id: PersonId,
    email: String,
    display_name: String,
    role: String,
    last_sign_in_at: Option<DateTime<Utc>>,
    second_factor_since: Option<DateTime<Utc>>,
}

#[derive(Debug, FromQueryResult)]
struct Demand {
    requires_second_factor: bool,
}

/// Everybody on the staff, one row a role.
///
/// # Errors
/// `Denied` without the right to manage staff.
pub async fn list(scope: &Scope) -> Result<Vec<Member>> {
    scope.require(Action::ManageStaff)?;
    let tx = scope.begin_read().await?;
    Ok(sql::all(&tx, STAFF, [tx.tenant().into()]).await?)
}

/// Everybody on the staff, by name.
///
/// # Errors
/// `Denied` without the right to manage staff.
pub async fn colleagues(scope: &Scope) -> Result<Vec<Colleague>> {
    scope.require(Action::ManageStaff)?;
    let tx = scope.begin_read().await?;
    let rows: Vec<ColleagueRow> = sql::all(&tx, COLLEAGUES, [tx.tenant().into()]).await?;
    let mut colleagues: Vec<Colleague> = Vec::new();
    for row in rows {
        let role = Role::from_code(&row.role);
        match colleagues.last_mut().filter(|last| last.id == row.id) {
            Some(last) => {
                last.roles.extend(role);
                last.last_sign_in_at = last.last_sign_in_at.max(row.last_sign_in_at);
            }
            None => colleagues.push(Colleague {
                id: row.id,
                email: row.email,
                name: row.display_name,
                roles: role.into_iter().collect(),
                last_sign_in_at: row.last_sign_in_at,
                has_second_factor: row.second_factor_since.is_some(),
            }),
        }
    }
    for colleague in &mut colleagues {
        colleague.roles.sort();
    }
    Ok(colleagues)
}

/// One of the staff.
///
/// # Errors
/// `Denied`, or `NotFound` for who is not on the staff here.
pub async fn colleague(scope: &Scope, id: PersonId) -> Result<Colleague> {
    colleagues(scope).await?.into_iter().find(|one| one.id == id).ok_or(Error::NotFound("person"))
}

/// The roles that can be given here.
pub fn roles_here(scope: &Scope) -> Vec<Role> {
    let is_network = scope.tenant().is_network();
    Role::ALL.into_iter().filter(|role| role.is_of_network() == is_network).collect()
}

/// Whether a second factor is demanded of the staff here.
///
/// # Errors
/// `Denied` without the right to manage staff.
pub async fn demands_second_factor(scope: &Scope) -> Result<bool> {
    scope.require(Action::ManageStaff)?;
    let tx = scope.begin_read().await?;
    let text = "SELECT requires_second_factor FROM collectivities WHERE id = $1";
    let demand: Option<Demand> = sql::one(&tx, text, [tx.tenant().into()]).await?;
    Ok(demand.is_some_and(|demand| demand.requires_second_factor))
}

/// Demands a second factor of the staff here, or no longer does. Who has none can then only set
/// one up.
///
/// # Errors
/// `Denied` without the right to manage staff.
pub async fn demand_second_factor(scope: &Scope, demanded: bool) -> Result<()> {
    scope.require(Action::ManageStaff)?;
    let tx = scope.begin().await?;
    sql::run(
        &tx,
        "UPDATE collectivities SET requires_second_factor = $2 WHERE id = $1",
        [tx.tenant().into(), demanded.into()],
    )
    .await?;
    let action = if demanded { "demand_second_factor" } else { "leave_second_factor" };
    audit::record(&tx, scope, action, "collectivity", tx.tenant().0).await?;
    Ok(tx.commit().await?)
}

const STAFF: &str = "
SELECT p.id, p.email, p.display_name, g.role FROM grants g JOIN people p ON p.id = g.person_id
WHERE g.tenant_id = $1 ORDER BY p.email, g.role LIMIT 1000";

const COLLEAGUES: &str = "
SELECT p.id, p.email, p.display_name, p.second_factor_since, g.role, g.last_sign_in_at
FROM grants g JOIN people p ON p.id = g.person_id
WHERE g.tenant_id = $1 ORDER BY p.display_name, p.id LIMIT 1000";
