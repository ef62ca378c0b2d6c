//! The outbox: events written in the transaction of the change they tell of, so that a change and
//! its telling exist together or not at all. An event carries ids, never content.
//!
//! An article is announced once in its life: publishing it again after it was taken back adds no
//! event, because nobody wants the same news twice. Seeded articles never come here.

use uuid::Uuid;

use crate::ground::database::TenantTx;
use crate::ground::error::Result;
use crate::ground::ids::{ArticleId, CommitmentId, InvitationId, PasswordResetId, PersonId, SubscriptionId};
use crate::ground::sql;
use crate::tenancy::scope::Scope;

/// Something that people may have to be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Event {
    /// An article became public.
    ArticlePublished(ArticleId),
    /// Somebody asked to be told; the address must be confirmed.
    SubscriptionRequested(SubscriptionId),
    /// Somebody was invited to the staff.
    StaffInvited(InvitationId),
    /// Reports on a commitment became public.
    CommitmentProgressed(CommitmentId),
    /// Somebody who gave this address wants to set a new password.
    PasswordResetAsked(PasswordResetId),
    /// The password of an account is another one now.
    PasswordChanged(PersonId),
    /// The second factor of an account is no longer asked for.
    SecondFactorOff(PersonId),
    /// The operator took the second factor of an account away.
    SecondFactorReset(PersonId),
    /// A passkey was added to an account.
    PasskeyAdded(PersonId),
    /// A provider signs an account in from now on.
    ProviderLinked(PersonId),
}

pub(crate) const ARTICLE_PUBLISHED: &str = "article_published";
pub(crate) const SUBSCRIPTION_REQUESTED: &str = "subscription_requested";
pub(crate) const STAFF_INVITED: &str = "staff_invited";
pub(crate) const COMMITMENT_PROGRESSED: &str = "commitment_progressed";
pub(crate) const PASSWORD_RESET_ASKED: &str = "password_reset_asked";
pub(crate) const PASSWORD_CHANGED: &str = "password_changed";
pub(crate) const SECOND_FACTOR_OFF: &str = "second_factor_off";
pub(crate) const SECOND_FACTOR_RESET: &str = "second_factor_reset";
pub(crate) const PASSKEY_ADDED: &str = "passkey_added";
pub(crate) const PROVIDER_LINKED: &str = "provider_linked";
/// What its owner is told about an account of the staff.
pub(crate) const ABOUT_ACCOUNTS: [&str; 6] = [
    PASSWORD_RESET_ASKED,
    PASSWORD_CHANGED,
    SECOND_FACTOR_OFF,
    SECOND_FACTOR_RESET,
    PASSKEY_ADDED,
    PROVIDER_LINKED,
];
/// Reminders are written by the worker's timer, not here; each names a row of `report_reminders`.
pub(crate) const REPORT_DUE_SOON: &str = "report_due_soon";
pub(crate) const REPORT_DUE_TOMORROW: &str = "report_due_tomorrow";
pub(crate) const REPORT_LATE: &str = "report_late";
pub(crate) const REPORT_WAITING: &str = "report_waiting";

impl Event {
    fn kind(self) -> &'static str {
        match self {
            Self::ArticlePublished(_) => ARTICLE_PUBLISHED,
            Self::SubscriptionRequested(_) => SUBSCRIPTION_REQUESTED,
            Self::StaffInvited(_) => STAFF_INVITED,
            Self::CommitmentProgressed(_) => COMMITMENT_PROGRESSED,
            Self::PasswordResetAsked(_) => PASSWORD_RESET_ASKED,
            Self::PasswordChanged(_) => PASSWORD_CHANGED,
            Self::SecondFactorOff(_) => SECOND_FACTOR_OFF,
            Self::SecondFactorReset(_) => SECOND_FACTOR_RESET,
            Self::PasskeyAdded(_) => PASSKEY_ADDED,
            Self::ProviderLinked(_) => PROVIDER_LINKED,
        }
    }

    fn subject(self) -> Uuid {
        match self {
            Self::ArticlePublished(id) => id.0,
            Self::SubscriptionRequested(id) => id.0,
            Self::StaffInvited(id) => id.0,
            Self::CommitmentProgressed(id) => id.0,
            Self::PasswordResetAsked(id) => id.0,
            Self::PasswordChanged(id)
            | Self::SecondFactorOff(id)
            | Self::SecondFactorReset(id)
            | Self::PasskeyAdded(id)
            | Self::ProviderLinked(id) => id.0,
        }
    }
}

/// Adds an event in the caller's transaction. After its commit the caller nudges the worker.
///
/// An article that was announced before is passed over in silence. The caller holds the lock on
/// the article, so two publications of the same one cannot both find no event. Progress of a
/// commitment that is still to be told is not told a second time.
pub(crate) async fn append(tx: &TenantTx, scope: &Scope, event: Event) -> Result<()> {
    sql::run(
        tx,
        "INSERT INTO outbox_events (tenant_id, id, kind, subject_id, origin_tenant_id, created_at, trace)
         SELECT $1, $2, $3, $4, $1, $5, $7
         WHERE $3 NOT IN ($6, $8) OR NOT EXISTS (
           SELECT 1 FROM outbox_events WHERE tenant_id = $1 AND subject_id = $4 AND kind = $3
             AND ($3 = $6 OR dispatched_at IS NULL))",
        [
            tx.tenant().into(),
            scope.new_id().into(),
            event.kind().into(),
            event.subject().into(),
            scope.now().into(),
            ARTICLE_PUBLISHED.into(),
            scope.public().trace().to_string().into(),
            COMMITMENT_PROGRESSED.into(),
        ],
    )
    .await?;
    Ok(())
}
