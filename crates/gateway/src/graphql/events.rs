//! Events that people come to: workshops, meetings, consultations, open days. Lists carry no long
//! texts; a loader reads them, and how many came, when they are asked for.

use async_graphql::{Context, Enum, ID, InputObject, Object, Result, SimpleObject};
use chrono::{DateTime, Utc};
use infitah_core::ground::address::ascii as encode;
use infitah_core::ground::ids::EventId;
use infitah_core::ground::paging::PageRequest;
use infitah_core::news::events::{self as core, Detail, EventCard};
use infitah_core::news::html;

use super::collectivities::{self, Collectivity};
use super::connections::Connection;
use super::ids::{self, Noun};
use super::loaders::{AttendanceKey, EventKey, MemberKey, ProgrammeKey, load};
use super::programmes::Programme;
use super::scalars::{Date, Language};
use super::texts::{language, locale, scope, text};

/// How many ways of taking part there are.
pub(crate) const CHANNELS: usize = core::Channel::ALL.len();

/// An event that people come to.
#[derive(Debug, Clone)]
pub(crate) struct Event(pub(crate) EventCard);

#[Object]
impl Event {
    /// An opaque id.
    pub(crate) async fn id(&self) -> ID {
        ids::encode(Noun::Event, self.0.id.0)
    }

    /// What it is.
    async fn kind(&self) -> EventKind {
        self.0.kind.into()
    }

    /// Where it stands.
    async fn status(&self) -> EventStatus {
        self.0.status.into()
    }

    /// What it is called, in a language.
    async fn title(&self, ctx: &Context<'_>, locale: Option<Language>) -> String {
        text(ctx, &self.0.titles, locale).unwrap_or_default()
    }

    /// The language that `title` is really in.
    async fn title_locale(&self, ctx: &Context<'_>, locale: Option<Language>) -> Option<Language> {
        language(ctx, &self.0.titles, locale)
    }

    /// Where it takes place, in a language.
    async fn place(&self, ctx: &Context<'_>, locale: Option<Language>) -> Option<String> {
        text(ctx, &self.0.places, locale)
    }

    /// When it begins.
    async fn starts_at(&self) -> DateTime<Utc> {
        self.0.starts_at
    }

    /// When it ends, where that is known.
    async fn ends_at(&self) -> Option<DateTime<Utc>> {
        self.0.ends_at
    }

    /// Its first day in Morocco.
    async fn starts_on(&self) -> Date {
        self.0.starts_on.into()
    }

    /// How one takes part, where that is said.
    async fn channel(&self) -> Option<EventChannel> {
        self.0.channel().map(EventChannel::from)
    }

    /// Where one registers.
    async fn registration_url(&self) -> Option<&str> {
        self.0.registration_url.as_deref()
    }

    /// Why it was cancelled, in a language.
    async fn cancel_reason(&self, ctx: &Context<'_>, locale: Option<Language>) -> Option<String> {
        text(ctx, &self.0.cancel_reasons, locale)
    }

    /// What it is about, in a language, as HTML that is safe to show.
    async fn description_html(&self, ctx: &Context<'_>, locale: Option<Language>) -> Result<Option<String>> {
        Ok(text(ctx, &self.detail(ctx).await?.descriptions, locale))
    }

    /// What it is about, in a language, without markup.
    async fn description_text(&self, ctx: &Context<'_>, locale: Option<Language>) -> Result<Option<String>> {
        let description = text(ctx, &self.detail(ctx).await?.descriptions, locale);
        Ok(description.map(|description| html::text(&description)))
    }

    /// What is done in which order, in a language, one matter a line.
    async fn agenda(&self, ctx: &Context<'_>, locale: Option<Language>) -> Result<Option<String>> {
        Ok(text(ctx, &self.detail(ctx).await?.agendas, locale))
    }

    /// What was said and decided, in a language, as HTML that is safe to show.
    async fn minutes_html(&self, ctx: &Context<'_>, locale: Option<Language>) -> Result<Option<String>> {
        Ok(text(ctx, &self.detail(ctx).await?.minutes, locale))
    }

    /// Where it was read that it took place.
    async fn source_url(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        Ok(self.detail(ctx).await?.source_url)
    }

    /// How many came, by each way of taking part that was counted.
    async fn attendances(&self, ctx: &Context<'_>) -> Result<Vec<Attendance>> {
        let counted = load(ctx, AttendanceKey(self.0.tenant, self.0.id)).await?.unwrap_or_default();
        Ok(counted.into_iter().map(Attendance::from).collect())
    }

    /// The programme that it belongs to.
    async fn programme(&self, ctx: &Context<'_>) -> Result<Option<Programme>> {
        let Some(programme) = self.0.programme else { return Ok(None) };
        Ok(load(ctx, ProgrammeKey(self.0.tenant, programme)).await?.map(Programme::today))
    }

    /// The step of the cycle that it belongs to.
    async fn step(&self) -> Option<i32> {
        self.0.step
    }

    /// The address of its page in a language.
    async fn url(&self, ctx: &Context<'_>, locale: Option<Language>) -> String {
        let site = scope(ctx).hub().url_of(self.0.member_kind(), &self.0.member_slug);
        encode(&format!("{site}/{}{}", self::locale(ctx, locale).code(), self.0.path()))
    }

    /// Whose it is; the network's own events are no member's.
    async fn collectivity(&self, ctx: &Context<'_>) -> Result<Option<Collectivity>> {
        if collectivities::kind(self.0.member_kind()).is_none() {
            return Ok(None);
        }
        Ok(load(ctx, MemberKey(self.0.tenant)).await?.map(Collectivity))
    }

    /// Rises with every change.
    async fn version(&self) -> i32 {
        self.0.version
    }

    /// The last change.
    async fn updated_at(&self) -> DateTime<Utc> {
        self.0.updated_at
    }

    /// Made up for demonstration.
    async fn is_sample(&self) -> bool {
        self.0.is_sample
    }
}

impl Event {
    async fn detail(&self, ctx: &Context<'_>) -> Result<Detail> {
        Ok(load(ctx, EventKey(self.0.tenant, self.0.id)).await?.unwrap_or_default())
    }
}

/// How many came by one way of taking part. What was not counted is null, never zero.
#[derive(Debug, SimpleObject)]
pub(crate) struct Attendance {
    /// The way.
    channel: EventChannel,
    /// All.
    total: Option<i32>,
    /// Women among them.
    women: Option<i32>,
    /// Men among them.
    men: Option<i32>,
    /// Young people among them.
    youth: Option<i32>,
}

impl From<core::Attendance> for Attendance {
    fn from(core::Attendance { channel, counts }: core::Attendance) -> Self {
        let core::Counts { total, women, men, youth } = counts;
        Self { channel: channel.into(), total, women, men, youth }
    }
}

/// What an event is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "core::EventKind")]
pub(crate) enum EventKind {
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "core::EventStatus")]
pub(crate) enum EventStatus {
    /// Being written.
    Draft,
    /// Public.
    Published,
    /// Public, and said not to take place.
    Cancelled,
    /// Put away.
    Archived,
}

/// A way of taking part in an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "core::Channel")]
pub(crate) enum EventChannel {
    /// In a hall.
    Hall,
    /// In a tent, as on a market day.
    Tent,
    /// Online.
    Online,
    /// On paper.
    Paper,
}

/// Which events a list shows.
#[derive(Debug, Default, InputObject)]
pub(crate) struct EventFilter {
    /// From this day on; they then come in their order, else the latest first.
    from: Option<Date>,
    /// Up to this day.
    until: Option<Date>,
    /// Of this kind.
    kind: Option<EventKind>,
    /// Of the member with this slug.
    collectivity: Option<String>,
}

/// The event with this id.
pub(crate) async fn find(ctx: &Context<'_>, id: &ID) -> Result<Option<Event>> {
    let id = EventId(ids::of(Noun::Event, id)?);
    Ok(Some(Event(core::find(scope(ctx), id).await?.card)))
}

/// A page of events.
pub(crate) async fn list(
    ctx: &Context<'_>,
    filter: EventFilter,
    request: &PageRequest,
) -> Result<Connection<Event>> {
    let filter = core::Filter {
        from: filter.from.map(|day| day.0),
        until: filter.until.map(|day| day.0),
        kind: filter.kind.map(core::EventKind::from),
        collectivity: collectivities::id_of(ctx, filter.collectivity).await?,
    };
    Ok(Connection::new(core::list(scope(ctx), &filter, request).await?, Event))
}
