//! Typed ids: a UUIDv7 behind a newtype for each noun, so that the id of one noun cannot be given
//! for another. A raw UUID crosses no wall of core except through these types.

use sea_orm::DeriveValueType;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! id {
    ($(#[$doc:meta] $name:ident;)*) => {$(
        #[$doc]
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, DeriveValueType)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(formatter)
            }
        }
    )*};
}

id! {
    /// A collectivity, which is a tenant. It has no default on purpose.
    TenantId;
    /// A staff account.
    PersonId;
    /// A news article.
    ArticleId;
    /// A workshop, meeting or other event that people come to.
    EventId;
    /// A page that stays.
    PageId;
    /// A two-year openness programme.
    ProgrammeId;
    /// A priority axis of a programme.
    AxisId;
    /// A commitment (openness project).
    CommitmentId;
    /// A milestone (activity) of a commitment.
    MilestoneId;
    /// An entry of the progress ledger.
    ReportId;
    /// A session of a member's council.
    SessionId;
    /// A seat of the follow-up committee of a programme.
    CommitteeMemberId;
    /// A programme's tree as it stood at a moment that matters.
    VersionId;
    /// The wording of a commitment before a change.
    RevisionId;
    /// A measure of what a commitment brings about.
    IndicatorId;
    /// One value of an indicator.
    MeasurementId;
    /// The judgement of somebody else on a commitment.
    AssessmentId;
    /// A file.
    MediaId;
    /// A document that is published.
    DocumentId;
    /// A request to be told of news.
    SubscriptionId;
    /// An invitation to the staff of a member.
    InvitationId;
    /// A sign-in session.
    SignInId;
    /// A key in a device that signs in.
    PasskeyId;
    /// A link that sets a new password.
    PasswordResetId;
    /// An event in the outbox.
    OutboxEventId;
    /// One message to one recipient.
    DeliveryId;
}
