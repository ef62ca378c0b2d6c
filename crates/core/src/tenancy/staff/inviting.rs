//! Inviting by mail. The inviter never learns whether the address had an account: what is shown is
//! what was typed, and the same is done for both.

use chrono::{DateTime, TimeDelta, Utc};
use infitah_i18n::Locale;
use sea_orm::FromQueryResult;
use serde_json::Value;

use crate::ground::bus::Notice;
use crate::ground::database::TenantTx;
use crate::ground::error::{Error, FieldError, Result};
use crate::ground::ids::{InvitationId, PersonId};
use crate::ground::input::{self, Checks};
use crate::ground::secret::Purpose;
use crate::ground::sql;
use crate::notify::outbox::{self, Event};
use crate::tenancy::accounts::NAME_MAX;
use crate::tenancy::permission::{Action, Role};
use crate::tenancy::scope::{Actor, Scope};
use crate::tenancy::throttles;
use crate::trust::audit::{self, Changes};

/// How long an invitation is good.
pub const INVITATION_HOURS: i64 = 48;
/// Invitations that people of one member send to one mailbox in a day.
const MAILS_PER_DAY: i32 = 5;
/// Invitations that people of one member send in a day.
const INVITATIONS_PER_DAY: i32 = 100;

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

/// An invitation that waits, as the inviter typed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenInvitation {
    /// Its id.
    pub id: InvitationId,
    /// The address that it went to.
    pub email: String,
    /// The name that was typed.
    pub name: String,
    /// What the person will be.
    pub role: Role,
    /// The language that was chosen.
    pub locale: Locale,
    /// Who invited; nobody that is still on the staff, or the operator.
    pub invited_by: Option<String>,
    /// Until when it is good; may be past.
    pub expires_at: DateTime<Utc>,
    /// It is no longer good.
    pub is_over: bool,
}

#[derive(Debug, FromQueryResult)]
struct Account {
    id: PersonId,
}

#[derive(Debug, FromQueryResult)]
struct Row {
    id: InvitationId,
    email: String,
    display_name: Option<String>,
    locale: Option<String>,
    role: String,
    invited_by: Option<String>,
    expires_at: DateTime<Utc>,
}

/// Invites somebody: makes the account if there is none. The role is granted when the invitation
/// is accepted. An open invitation of the same person to the same role gives way.
///
/// # Errors
/// `Denied`; `Invalid` for a bad address, name, or a role that does not exist here; `TooMany`.
pub async fn invite(scope: &Scope, invitation: NewInvitation) -> Result<Invited> {
    scope.require(Action::ManageStaff)?;
    let invitation = checked(scope, invitation)?;
    let tx = scope.begin().await?;
    if let Err(refused) = count(&tx, scope, &invitation.email).await {
        tx.commit().await?;
        return Err(refused);
    }
    let id = write(&tx, scope, &invitation).await?;
    tx.commit().await?;
    scope.hub().tell(Notice::Outbox(scope.tenant().id)).await;
    let token = scope.hub().secret().token(Purpose::Invitation, scope.tenant().id, id.0);
    Ok(Invited { id, link: format!("{}/office/invitation/{token}", scope.tenant().url) })
}

/// The invitations that nobody has accepted, the youngest first.
///
/// # Errors
/// `Denied` without the right to manage staff.
pub async fn invitations(scope: &Scope) -> Result<Vec<OpenInvitation>> {
    scope.require(Action::ManageStaff)?;
    let tx = scope.begin_read().await?;
    let rows: Vec<Row> = sql::all(&tx, OPEN, [tx.tenant().into()]).await?;
    Ok(rows.into_iter().filter_map(|row| row.invitation(scope)).collect())
}

/// Sends an invitation again: a new link for another 48 hours; the old one is void.
///
/// # Errors
/// `Denied`; `NotFound` for one that was accepted or withdrawn; `TooMany`.
pub async fn invite_again(scope: &Scope, id: InvitationId) -> Result<Invited> {
    let open = invitations(scope).await?;
    let open = open.into_iter().find(|one| one.id == id).ok_or(Error::NotFound("invitation"))?;
    let again =
        NewInvitation { email: open.email, display_name: open.name, role: open.role, locale: open.locale };
    invite(scope, again).await
}

/// Withdraws an invitation: its link is void at once.
///
/// # Errors
/// `Denied`; `NotFound` for one that was accepted or withdrawn.
pub async fn withdraw(scope: &Scope, id: InvitationId) -> Result<()> {
    scope.require(Action::ManageStaff)?;
    let tx = scope.begin().await?;
    let gone = sql::run(
        &tx,
        "DELETE FROM invitations WHERE tenant_id = $1 AND id = $2 AND accepted_at IS NULL",
        [tx.tenant().into(), id.into()],
    )
    .await?;
    if gone == 0 {
        return Err(Error::NotFound("invitation"));
    }
    audit::record(&tx, scope, "withdraw_invitation", "invitation", id.0).await?;
    Ok(tx.commit().await?)
}

fn checked(scope: &Scope, invitation: NewInvitation) -> Result<NewInvitation> {
    let mut checks = Checks::default();
    let email = match input::email(&invitation.email) {
        Ok(email) => email,
        Err(Error::Invalid(breaches)) => {
            breaches.into_iter().for_each(|breach| checks.refuse(breach));
            String::new()
        }
        Err(other) => return Err(other),
    };
    let display_name = checks.line("displayName", &invitation.display_name, NAME_MAX);
    if display_name.is_empty() {
        checks.refuse(FieldError::new("displayName", "field-required"));
    }
    if invitation.role.is_of_network() != scope.tenant().is_network() {
        checks.refuse(FieldError::new("role", "field-unknown-value"));
    }
    checks.finish()?;
    Ok(NewInvitation { email, display_name, ..invitation })
}

/// Counts what people send; the operator knows what he does.
async fn count(tx: &TenantTx, scope: &Scope, email: &str) -> Result<()> {
    if !matches!(scope.actor(), Actor::Person(_)) {
        return Ok(());
    }
    let secret = scope.hub().secret();
    let all = secret.fingerprint("invitations", "all");
    throttles::hit(tx, scope, &all, INVITATIONS_PER_DAY, TimeDelta::days(1)).await?;
    let mailbox = secret.fingerprint("invitation", email);
    throttles::hit(tx, scope, &mailbox, MAILS_PER_DAY, TimeDelta::days(1)).await
}

async fn write(tx: &TenantTx, scope: &Scope, invitation: &NewInvitation) -> Result<InvitationId> {
    let id = InvitationId(scope.new_id());
    tx.name_person(&invitation.email).await?;
    sql::run(
        tx,
        "INSERT INTO people (id, email, display_name, locale, created_at, updated_at) VALUES ($1, $2, $3, $4, $5, $5)
         ON CONFLICT (email) DO NOTHING",
        [
            scope.new_id().into(),
            invitation.email.clone().into(),
            invitation.display_name.clone().into(),
            invitation.locale.code().into(),
            scope.now().into(),
        ],
    )
    .await?;
    let account: Option<Account> =
        sql::one(tx, "SELECT id FROM people WHERE email = $1", [invitation.email.clone().into()]).await?;
    let person = account.ok_or(Error::NotFound("person"))?.id;
    sql::run(
        tx,
        "DELETE FROM invitations WHERE tenant_id = $1 AND person_id = $2 AND role = $3 AND accepted_at IS NULL",
        [tx.tenant().into(), person.into(), invitation.role.code().into()],
    )
    .await?;
    sql::insert(
        tx,
        "invitations",
        [
            ("tenant_id", tx.tenant().into()),
            ("id", id.into()),
            ("person_id", person.into()),
            ("role", invitation.role.code().into()),
            ("display_name", invitation.display_name.clone().into()),
            ("locale", invitation.locale.code().into()),
            ("invited_by", scope.person_id().into()),
            ("created_at", scope.now().into()),
            ("expires_at", (scope.now() + TimeDelta::hours(INVITATION_HOURS)).into()),
        ],
    )
    .await?;
    let changes = Changes::new().field("invited_role", Value::Null, invitation.role.code());
    audit::record_with(tx, scope, "invite_staff", ("person", person.0), &changes).await?;
    outbox::append(tx, scope, Event::StaffInvited(id)).await?;
    Ok(id)
}

impl Row {
    fn invitation(self, scope: &Scope) -> Option<OpenInvitation> {
        Some(OpenInvitation {
            id: self.id,
            // Invitations of before held no name of their own; what the account holds is not shown.
            name: self.display_name.unwrap_or_else(|| self.email.clone()),
            email: self.email,
            role: Role::from_code(&self.role)?,
            locale: self
                .locale
                .and_then(|code| Locale::from_code(&code))
                .unwrap_or(scope.tenant().default_locale),
            invited_by: self.invited_by,
            is_over: self.expires_at <= scope.now(),
            expires_at: self.expires_at,
        })
    }
}

const OPEN: &str = "
SELECT i.id, p.email, i.display_name, i.locale, i.role, i.expires_at,
       (SELECT a.display_name FROM people a WHERE a.id = i.invited_by) AS invited_by
FROM invitations i JOIN people p ON p.id = i.person_id
WHERE i.tenant_id = $1 AND i.accepted_at IS NULL ORDER BY i.created_at DESC, i.id DESC LIMIT 200";
