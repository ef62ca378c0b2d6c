//! Events that people come to: workshops, meetings, consultations, open days. What they are. Reading
//! what is published is in `reading`, the office's lists in `office`, its words in `writing`, the way
//! of an event to the public in `deciding`, loading of known events in `seeding`.

mod attendances;
mod checking;
mod deciding;
mod differences;
mod needing;
mod office;
mod reading;
mod seeding;
mod writing;

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::FromQueryResult;

use crate::ground::codes::coded;
use crate::ground::ids::{EventId, ProgrammeId, TenantId};
use crate::ground::localised::Localised;
use crate::ground::paging::Position;
use crate::news::files::Files;
use crate::tenancy::collectivities::{Kind, time_key};

pub use attendances::{Attendance, Counts, attendances};
pub use checking::{AGENDA_MAX, DESCRIPTION_MAX, MINUTES_MAX, REASON_MAX, TITLE_MAX};
pub use deciding::{archive, cancel, publish, take_back};
pub use needing::EventLine;
pub(crate) use needing::without_minutes;
pub use office::{Shown, at_desk, office_list};
pub use reading::{Filter, between, by_ids, details, find, latest, list, of_programme};
pub use seeding::{SeedEvent, seed};
pub use writing::{EventInput, Record, create, record, update};

/// Where the files of events are kept.
const FILES: Files = Files { table: "event_files", key: "event_id" };

/// Events that a list without pages gives at most.
pub const MOST_EVENTS: u32 = 1_000;

/// What an event is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum EventKind {
    /// People work something out together.
    Workshop,
    /// People are told and ask.
    Meeting,
    /// The public is heard on a draft.
    Consultation,
    /// The house stands open.
    OpenDay,
    /// Somebody learns something.
    Training,
    /// Something else.
    Other,
}

/// Where an event stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum EventStatus {
    /// Being written; the office sees it.
    Draft,
    /// Public.
    Published,
    /// Public, and said not to take place.
    Cancelled,
    /// Put away; the office sees it.
    Archived,
}

/// A way of taking part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Channel {
    /// In a hall.
    Hall,
    /// In a tent, as on a market day.
    Tent,
    /// Online.
    Online,
    /// On paper.
    Paper,
}

coded! {
    EventKind {
        Workshop = "workshop",
        Meeting = "meeting",
        Consultation = "consultation",
        OpenDay = "open_day",
        Training = "training",
        Other = "other",
    }
    EventStatus {
        Draft = "draft",
        Published = "published",
        Cancelled = "cancelled",
        Archived = "archived",
    }
    Channel {
        Hall = "hall",
        Tent = "tent",
        Online = "online",
        Paper = "paper",
    }
}

impl EventStatus {
    /// Whether everyone sees an event that stands so.
    pub fn is_public(self) -> bool {
        matches!(self, Self::Published | Self::Cancelled)
    }
}

/// An event without its long texts, as lists and calendars show it.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct EventCard {
    /// Its id.
    pub id: EventId,
    /// Whose it is.
    pub tenant: TenantId,
    /// The subdomain of whose it is.
    pub member_slug: String,
    member_kind: String,
    /// What it is.
    pub kind: EventKind,
    /// Where it stands.
    pub status: EventStatus,
    /// How one takes part, where that is said.
    #[sea_orm(from_alias = "channel")]
    channel_code: Option<String>,
    /// What it is called.
    pub titles: Localised,
    /// Where it takes place.
    pub places: Localised,
    /// Why it was cancelled.
    pub cancel_reasons: Localised,
    /// When it begins.
    pub starts_at: DateTime<Utc>,
    /// When it ends, where that is known.
    pub ends_at: Option<DateTime<Utc>>,
    /// Its first day in Morocco.
    pub starts_on: NaiveDate,
    /// Its last day in Morocco, where its end is known.
    pub ends_on: Option<NaiveDate>,
    /// The programme that it belongs to.
    pub programme: Option<ProgrammeId>,
    /// The years of that programme, where the public sees it.
    pub cycle: Option<String>,
    /// The step of the cycle.
    pub step: Option<i32>,
    /// Where one registers.
    pub registration_url: Option<String>,
    /// Rises with every change; a change must name the version it saw.
    pub version: i32,
    /// Made up for demonstration.
    pub is_sample: bool,
    /// The last change.
    pub updated_at: DateTime<Utc>,
}

/// The long texts of an event.
#[derive(Debug, Clone, Default, PartialEq, Eq, FromQueryResult)]
pub struct Detail {
    /// HTML that is safe to show.
    pub descriptions: Localised,
    /// What is done in which order, one matter a line.
    pub agendas: Localised,
    /// What was said and decided; HTML that is safe to show.
    pub minutes: Localised,
    /// Where it was read that it took place.
    pub source_url: Option<String>,
}

/// A whole event.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Event {
    /// What lists show of it.
    #[sea_orm(nested)]
    pub card: EventCard,
    /// Its long texts.
    #[sea_orm(nested)]
    pub detail: Detail,
}

impl std::ops::Deref for Event {
    type Target = EventCard;
    fn deref(&self) -> &EventCard {
        &self.card
    }
}

impl EventCard {
    /// What the member is.
    pub fn member_kind(&self) -> Kind {
        Kind::from_code(&self.member_kind).unwrap_or(Kind::Commune)
    }

    /// How one takes part, where that is said.
    pub fn channel(&self) -> Option<Channel> {
        self.channel_code.as_deref().and_then(Channel::from_code)
    }

    /// The path of its page below the language.
    pub fn path(&self) -> String {
        format!("/events/{}", self.id)
    }

    /// Whether it is still to begin.
    pub fn is_to_come(&self, now: DateTime<Utc>) -> bool {
        self.starts_at > now
    }

    fn position(&self) -> Position {
        Position { key: time_key(self.starts_at), id: self.id.0 }
    }
}

/// The columns of a card; `e` is the event, `c` its member, `p` its programme.
const CARD: &str =
    "e.id, e.tenant_id AS tenant, c.slug AS member_slug, c.kind AS member_kind, e.kind, e.status,
    e.channel, e.titles, e.places, e.cancel_reasons, e.starts_at, e.ends_at, e.starts_on, e.ends_on,
    e.programme_id AS programme, p.cycle, e.step, e.registration_url, e.version, e.is_sample, e.updated_at";

/// The columns of the long texts.
const DETAIL: &str = "e.descriptions, e.agendas, e.minutes, e.source_url";

const FROM: &str = "FROM events e JOIN collectivities c ON c.id = e.tenant_id
    LEFT JOIN programmes p ON p.tenant_id = e.tenant_id AND p.id = e.programme_id
      AND p.is_published AND p.member_live";

/// The condition that everyone may see an event `e`.
const PUBLIC: &str = "e.status IN ('published', 'cancelled') AND e.member_live";
