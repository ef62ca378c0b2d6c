//! Who asked to be told of news, by double opt-in: asking writes a pending row and one mail to
//! the address, and only the link in that mail confirms it. What is kept is the address, the
//! language, the topic and the dates; when it ends, the address is erased.
//!
//! Asking gives the same answer after the same work whether the address is unknown, waiting,
//! confirmed or ended. Throttles are counted for each collectivity; the door limits callers over
//! all of them.

mod consent;

use chrono::TimeDelta;
use infitah_i18n::Locale;
use sea_orm::FromQueryResult;
use uuid::Uuid;

use super::outbox::{self, Event};
use crate::ground::bus::Notice;
use crate::ground::database::TenantTx;
use crate::ground::error::{Error, Result};
use crate::ground::ids::{CommitmentId, ProgrammeId, SubscriptionId};
use crate::ground::input;
use crate::ground::sql;
use crate::tenancy::scope::{Scope, Tenant};
use crate::tenancy::throttles;

pub use crate::ground::secret::Purpose;
pub use consent::{confirm, end, look};

/// How long the link that confirms is good; after that the address is erased.
pub const CONFIRM_HOURS: i64 = 48;
/// Requests from one network address in an hour; a whole village may share one.
const REQUESTS_PER_ADDRESS: i32 = 30;
/// Mails to one mailbox in a day; besides, there is one in ten minutes at most.
const MAILS_PER_DAY: i32 = 3;
/// The same about single projects.
const FOLLOWS_PER_DAY: i32 = 10;

/// What somebody wants to be told of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Topic {
    /// The news of one member.
    Member,
    /// The news of the network and of all its members.
    Network,
    /// Reports on the commitments of one programme of a member.
    Programme(ProgrammeId),
    /// Reports on one commitment of a member.
    Commitment(CommitmentId),
}

/// Where a subscription stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// Asked for, not confirmed yet.
    Pending,
    /// Confirmed by the owner of the address.
    Confirmed,
    /// Ended; the address is erased.
    Ended,
}

/// A wish to be told.
#[derive(Debug, Clone)]
pub struct Request {
    /// Where the mails go, as it was typed.
    pub email: String,
    /// The language of the mails.
    pub locale: Locale,
    /// What of; see [`Topic::of`].
    pub topic: Topic,
}

/// A subscription as its owner sees it. It does not hold the address: a page behind a link must
/// not tell whose link it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subscription {
    /// Its id.
    pub id: SubscriptionId,
    /// What of.
    pub topic: Topic,
    /// The language of the mails.
    pub locale: Locale,
    /// Where it stands.
    pub status: Status,
}

impl Topic {
    /// The topic that the site of this collectivity offers.
    pub fn of(tenant: &Tenant) -> Self {
        if tenant.is_network() { Self::Network } else { Self::Member }
    }

    /// The name in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Member => "member",
            Self::Network => "network",
            Self::Programme(_) => "programme",
            Self::Commitment(_) => "commitment",
        }
    }

    /// What of; the nil id for all that a site tells.
    pub(crate) fn subject(self) -> Uuid {
        match self {
            Self::Member | Self::Network => Uuid::nil(),
            Self::Programme(id) => id.0,
            Self::Commitment(id) => id.0,
        }
    }

    /// The topic with this name about this subject.
    fn stored(code: &str, subject: Uuid) -> Self {
        match code {
            "network" => Self::Network,
            "programme" => Self::Programme(ProgrammeId(subject)),
            "commitment" => Self::Commitment(CommitmentId(subject)),
            _ => Self::Member,
        }
    }

    /// Whether it is about one thing that a member promised.
    fn is_follow(self) -> bool {
        matches!(self, Self::Programme(_) | Self::Commitment(_))
    }
}

impl Status {
    fn from_code(code: &str) -> Self {
        match code {
            "pending" => Self::Pending,
            "confirmed" => Self::Confirmed,
            _ => Self::Ended,
        }
    }
}

/// Asks to be told. All may call it: nothing is sent but one mail that asks back. `address` is
/// the network address of the caller.
///
/// # Errors
/// `Invalid` for a bad address or a topic that this site does not offer; `TooMany` for a network
/// address that asks too often. Too many mails to one mailbox are left out in silence.
pub async fn request(scope: &Scope, request: Request, address: &str) -> Result<()> {
    let email = input::email(&request.email)?;
    if !request.topic.is_follow() && request.topic != Topic::of(scope.tenant()) {
        return Err(Error::invalid("topic", "field-unknown-value"));
    }
    let secret = scope.hub().secret();
    let caller = secret.fingerprint("subscribe address", address);
    let mailbox = secret.fingerprint("subscription", &email);
    let tx = scope.begin().await?;
    let allowed = throttles::hit(&tx, scope, &caller, REQUESTS_PER_ADDRESS, TimeDelta::hours(1)).await;
    if allowed.is_err() {
        tx.commit().await?;
        return allowed;
    }
    if !is_public(&tx, request.topic).await? {
        return Err(Error::NotFound("topic"));
    }
    if mailbox_has_room(&tx, scope, &mailbox, request.topic).await? {
        let id = put(&tx, scope, &request, &email, &mailbox).await?;
        // Also for a confirmed one, to do the same work: the worker finds nothing to send for it.
        outbox::append(&tx, scope, Event::SubscriptionRequested(id)).await?;
    }
    tx.commit().await?;
    scope.hub().tell(Notice::Outbox(scope.tenant().id)).await;
    Ok(())
}

/// Whether what is to be followed is public at this member.
async fn is_public(tx: &TenantTx, topic: Topic) -> Result<bool> {
    let table = match topic {
        Topic::Member | Topic::Network => return Ok(true),
        Topic::Programme(_) => "programmes",
        Topic::Commitment(_) => "commitments",
    };
    let text =
        format!("SELECT COUNT(*) AS count FROM {table} WHERE tenant_id = $1 AND id = $2 AND is_published");
    let found: Option<sql::Count> = sql::one(tx, &text, [tx.tenant().into(), topic.subject().into()]).await?;
    Ok(found.is_some_and(|found| found.count > 0))
}

/// One in ten minutes and a few in a day. Who follows several projects asks for each, so these have
/// a count of their own.
async fn mailbox_has_room(tx: &TenantTx, scope: &Scope, mailbox: &str, topic: Topic) -> Result<bool> {
    let limits = if topic.is_follow() {
        [("follow10m", 3, TimeDelta::minutes(10)), ("follow1d", FOLLOWS_PER_DAY, TimeDelta::days(1))]
    } else {
        [("10m", 1, TimeDelta::minutes(10)), ("1d", MAILS_PER_DAY, TimeDelta::days(1))]
    };
    for (name, limit, window) in limits {
        match throttles::hit(tx, scope, &format!("{mailbox}.{name}"), limit, window).await {
            Ok(()) => {}
            Err(Error::TooMany(_)) => return Ok(false),
            Err(other) => return Err(other),
        }
    }
    Ok(true)
}

#[derive(Debug, FromQueryResult)]
struct Put {
    id: SubscriptionId,
}

/// Writes a pending row or turns an old one into it. A confirmed row stays as it is: a stranger
/// who knows the address must not change it. `ended_at` stays, so that a request nobody confirms
/// falls back to ended.
async fn put(
    tx: &TenantTx,
    scope: &Scope,
    request: &Request,
    email: &str,
    mailbox: &str,
) -> Result<SubscriptionId> {
    let row: Option<Put> = sql::one(
        tx,
        "INSERT INTO subscriptions (tenant_id, id, email, email_key, topic, topic_id, locale, status, requested_at)
         VALUES ($1, $2, $3, $4, $5, $8, $6, 'pending', $7)
         ON CONFLICT (tenant_id, email_key, topic, topic_id) DO UPDATE SET
           email = CASE WHEN subscriptions.status = 'confirmed' THEN subscriptions.email ELSE $3 END,
           locale = CASE WHEN subscriptions.status = 'confirmed' THEN subscriptions.locale ELSE $6 END,
           requested_at = CASE WHEN subscriptions.status = 'confirmed' THEN subscriptions.requested_at ELSE $7 END,
           confirmed_at = CASE WHEN subscriptions.status = 'confirmed' THEN subscriptions.confirmed_at END,
           status = CASE WHEN subscriptions.status = 'confirmed' THEN 'confirmed' ELSE 'pending' END
         RETURNING id",
        [
            tx.tenant().into(),
            scope.new_id().into(),
            email.into(),
            mailbox.into(),
            request.topic.code().into(),
            request.locale.code().into(),
            scope.now().into(),
            request.topic.subject().into(),
        ],
    )
    .await?;
    row.map(|row| row.id).ok_or(Error::NotFound("subscription"))
}
