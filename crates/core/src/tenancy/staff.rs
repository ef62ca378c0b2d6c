//! The people who work for a member: invited by mail, given roles, taken off again.

use chrono::TimeDelta;
use infitah_i18n::Locale;
use sea_orm::FromQueryResult;

use super::permission::{Action, Role};
use super::scope::Scope;
use crate::ground::bus::Notice;
use crate::ground::error::{Error, Result};
use crate::ground::ids::{InvitationId, PersonId};
use crate::ground::input::{self, Checks};
use crate::ground::secret::Purpose;
use crate::ground::sql;
use crate::trust::audit;

/// How long an invitation is good.
pub const INVITATION_HOURS: i64 = 48;

/// Whom to invite.
#[derive(Debug, Clone)]
pub struct NewInvitation {
    /// The address that the link goes to.
    pub email: String,
    /// The name shown in the office.
    pub display_name: String,
    /// What the person will be.
    pub role: Role,
    /// The language of the mail and of the office.
    pub locale: Locale,
}

/// An invitation that was made.
#[derive(Debug, Clone)]
pub struct Invited {
    /// Its id, which the mail's event carries.
    pub id: InvitationId,
    /// The page that sets the password; a secret.
    pub link: String,
}

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

#[derive(Debug, FromQueryResult)]
struct Account {
    id: PersonId,
}

/// Invites somebody: makes the account if there is none. The role is granted when the invitation
/// is accepted. The caller appends the event that mails the link.
///
/// # Errors
/// `Denied`, or `Invalid` for a bad address, name, or a role that does not exist here.
pub async fn invite(scope: &Scope, invitation: NewInvitation) -> Result<Invited> {
    scope.require(Action::ManageStaff)?;
    let email = input::email(&invitation.email)?;
    let mut checks = Checks::default();
    let display_name = checks.line("displayName", &invitation.display_name, 120);
    if invitation.role.is_of_network() && !scope.tenant().is_network() {
        checks.refuse(crate::ground::error::FieldError::new("role", "field-unknown-value"));
    }
    checks.finish()?;
    let id = InvitationId(scope.new_id());
    let tx = scope.begin().await?;
    tx.name_person(&email).await?;
    sql::run(
        &tx,
        "INSERT INTO people (id, email, display_name, locale, created_at, updated_at) VALUES ($1, $2, $3, $4, $5, $5)
         ON CONFLICT (email) DO NOTHING",
        [
            scope.new_id().into(),
            email.clone().into(),
            display_name.into(),
            invitation.locale.code().into(),
            scope.now().into(),
        ],
    )
    .await?;
    let account: Account = sql::one(&tx, "SELECT id FROM people WHERE email = $1", [email.into()])
        .await?
        .ok_or(Error::NotFound("person"))?;
    sql::insert(
        &tx,
        "invitations",
        [
            ("tenant_id", tx.tenant().into()),
            ("id", id.into()),
            ("person_id", account.id.into()),
            ("role", invitation.role.code().into()),
            ("invited_by", scope.person_id().into()),
            ("created_at", scope.now().into()),
            ("expires_at", (scope.now() + TimeDelta::hours(INVITATION_HOURS)).into()),
        ],
    )
    .await?;
    audit::record(&tx, scope, "invite_staff", "person", account.id.0).await?;
    crate::notify::outbox::append(&tx, scope, crate::notify::outbox::Event::StaffInvited(id)).await?;
    tx.commit().await?;
    scope.hub().tell(Notice::Outbox(scope.tenant().id)).await;
    let token = scope.hub().secret().token(Purpose::Invitation, scope.tenant().id, id.0);
    Ok(Invited { id, link: format!("{}/office/invitation/{token}", scope.tenant().url) })
}

/// Takes all roles of an account here away and ends its sign-in sessions here.
///
/// # Errors
/// `NotFound` when nobody with this address is on the staff; `Conflict` for the last admin.
pub async fn revoke(scope: &Scope, email: &str) -> Result<()> {
    scope.require(Action::ManageStaff)?;
    let email = input::email(email)?;
    let tx = scope.begin().await?;
    let staff: Vec<Member> = sql::all(&tx, STAFF, [tx.tenant().into()]).await?;
    let person = staff.iter().find(|one| one.email == email).ok_or(Error::NotFound("person"))?.id;
    let top = if scope.tenant().is_network() { Role::Coordinator } else { Role::Admin }.code();
    let is_top = |one: &&Member| one.role == top;
    let leads = staff.iter().filter(is_top).any(|one| one.id == person);
    if leads && staff.iter().filter(is_top).all(|one| one.id == person) {
        return Err(Error::Conflict("staff-last-admin"));
    }
    sql::run(
        &tx,
        "DELETE FROM sign_ins WHERE tenant_id = $1 AND person_id = $2",
        [tx.tenant().into(), person.into()],
    )
    .await?;
    sql::run(
        &tx,
        "DELETE FROM grants WHERE tenant_id = $1 AND person_id = $2",
        [tx.tenant().into(), person.into()],
    )
    .await?;
    audit::record(&tx, scope, "revoke_staff", "person", person.0).await?;
    Ok(tx.commit().await?)
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

const STAFF: &str = "
SELECT p.id, p.email, p.display_name, g.role FROM grants g JOIN people p ON p.id = g.person_id
WHERE g.tenant_id = $1 ORDER BY p.email, g.role LIMIT 1000";
