//! The messages that follow from events, one row for each recipient, and their way out: events
//! are dispatched into deliveries, due deliveries are claimed under a lease, sent by the worker
//! outside of any transaction, and recorded. A crash anywhere costs a lease of 60 seconds; a
//! message may then go out twice under the same `Message-ID`, but none is lost.
//!
//! Functions of the worker: they run over all tenants and take the [`Hub`](crate::tenancy::hub::Hub).

mod accounts;
mod claiming;
mod contents;
mod dispatching;
mod failing;
mod following;
mod leases;
mod recording;
mod reminding;
mod schedule;
mod sweeping;

use chrono::{DateTime, NaiveDate, Utc};
use infitah_i18n::Locale;

use crate::ground::ids::{DeliveryId, TenantId};
use crate::ground::localised::Localised;
use crate::ground::trace::Trace;
use crate::tenancy::collectivities::Kind;
use crate::tenancy::permission::Role;

pub use claiming::{Claimed, claim};
pub use dispatching::dispatch;
pub(crate) use failing::lately_failed;
pub use failing::{Failed, Reason, Telling, failed};
pub use leases::{extend, release};
pub use recording::record;
pub use schedule::TRIES;
pub use sweeping::{Swept, sweep};

/// A message that a worker has taken upon itself. It holds an address and links that open doors:
/// it has no `Debug`, so that it cannot get into a log.
#[derive(Clone)]
pub struct Job {
    /// What makes it ours for now.
    pub lease: Lease,
    /// Where it goes.
    pub to: String,
    /// The language of the reader.
    pub locale: Locale,
    /// The site that writes.
    pub site: Site,
    /// What it says.
    pub message: Message,
    /// When that happened.
    pub told_at: DateTime<Utc>,
    /// The request that told of it.
    pub trace: Option<Trace>,
}

/// A delivery that one worker holds. Another try is another lease.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Lease {
    /// Who tells: the member, or the network.
    pub tenant: TenantId,
    /// The delivery, which becomes the `Message-ID`.
    pub id: DeliveryId,
    /// Which try this is, from 1.
    pub attempt: i32,
}

/// A collectivity as mails name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Site {
    /// What it is.
    pub kind: Kind,
    /// Its names.
    pub names: Localised,
    /// Base address of its site.
    pub url: String,
    /// Made up for demonstration; the mail says so.
    pub is_sample: bool,
    /// The name its mails come from, when it is not its own.
    pub sender_name: Option<String>,
    /// Where answers go, when they are wanted.
    pub reply_to: Option<String>,
}

/// What a message says. Words come from the worker's catalogue, facts from here.
#[derive(Clone)]
pub enum Message {
    /// An article became public.
    Article(Box<Announcement>),
    /// The owner of the address is asked whether they subscribed. Nothing in it was typed by a
    /// visitor.
    Confirmation {
        /// The page with the button that confirms.
        url: String,
        /// Until when the link is good.
        expires_at: DateTime<Utc>,
        /// The one thing it is about, if it is not all news of the site.
        followed: Option<Followed>,
    },
    /// Reports on something that somebody follows became public.
    Progress(Box<ProgressNews>),
    /// An invitation to the staff.
    Invitation {
        /// The name of the person.
        name: String,
        /// What the person will be.
        role: Role,
        /// The page that sets the password.
        url: String,
        /// Until when the link is good.
        expires_at: DateTime<Utc>,
    },
    /// Progress of the programme is to be reported.
    Reminder(Box<Reminder>),
    /// The owner of an account can set a new password.
    PasswordReset {
        /// The name of the person.
        name: String,
        /// The page that sets the password.
        url: String,
        /// Until when the link is good.
        expires_at: DateTime<Utc>,
    },
    /// Something about an account is another way now; its owner can object.
    AccountChanged {
        /// The name of the person.
        name: String,
        /// What changed.
        change: AccountChange,
        /// The page that sets a new password, or that of the account.
        url: String,
    },
}

/// What changed about an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AccountChange {
    /// The password is another one.
    Password,
    /// The second factor is no longer asked for.
    SecondFactorOff,
    /// The operator took the second factor away.
    SecondFactorReset,
    /// A passkey was added.
    PasskeyAdded,
    /// A provider signs the account in from now on.
    ProviderLinked,
}

/// One thing that somebody follows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Followed {
    /// A commitment, by its titles.
    Commitment(Localised),
    /// A programme, by its years.
    Programme(String),
}

/// News of something that somebody follows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProgressNews {
    /// What.
    pub followed: Followed,
    /// Its public page in the reader's language.
    pub url: String,
    /// Ends the subscription with one click.
    pub unsubscribe_url: String,
}

/// How urgent a reminder is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Urgency {
    /// Reports are due in the days to come.
    Soon,
    /// Reports are due tomorrow at the latest.
    Tomorrow,
    /// The day is past.
    Late,
    /// All that is missing was handed in and waits to be approved.
    Waiting,
}

/// A reminder as somebody on the staff reads it.
#[derive(Clone)]
pub struct Reminder {
    /// The name of the person.
    pub name: String,
    /// How urgent it is.
    pub urgency: Urgency,
    /// The years of the programme.
    pub cycle: String,
    /// The last day of the period that is to be reported on.
    pub period_ends_on: NaiveDate,
    /// The last day on which reports are on time.
    pub due_on: NaiveDate,
    /// The page of the office on which all milestones are reported, or the queue of approvals.
    pub url: String,
}

/// So many days after the end of a period its reports are due.
pub const REPORT_GRACE_DAYS: u64 = 14;

/// An article as it is announced.
#[derive(Clone)]
pub struct Announcement {
    /// Whose article it is; on the network's mails not the site that writes.
    pub member: Site,
    /// Titles.
    pub titles: Localised,
    /// Summaries.
    pub summaries: Localised,
    /// One of the categories of news.
    pub category: Option<String>,
    /// When it became public.
    pub published_at: DateTime<Utc>,
    /// Its page in the language of the reader.
    pub url: String,
    /// The page that ends the subscription; a POST to it ends it at once (RFC 8058).
    pub unsubscribe_url: String,
}

/// What came of a try.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// The mail server took it.
    Sent,
    /// It may work later.
    Retry,
    /// It will never work.
    Dead,
    /// It was no longer to be sent.
    Cancelled,
}

/// What came of a job. The detail is for the operator and holds no address.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// Which try it was.
    pub lease: Lease,
    /// What came of it.
    pub verdict: Verdict,
    /// Why, in a few words.
    pub detail: String,
}
