//! Around the programme: sessions of the council, the follow-up committee, and the calendar of all
//! that is dated. Names on the committee are public by consent only.

use async_graphql::{Context, Enum, ID, Object, Result, SimpleObject};
use infitah_core::programme::sessions::Votes;
use infitah_core::programme::{calendar, committee, sessions};

use super::collectivities::Collectivity;
use super::events::Event;
use super::ids::{self, Noun};
use super::loaders::{MemberKey, ProgrammeKey, load};
use super::programmes::{Programme, SessionKind};
use super::scalars::{Date, Language};
use super::texts::{language, scope, text};

/// How many days the calendar is asked for where no end is given.
const DAYS: u64 = 92;

/// A session of a council.
#[derive(Debug, Clone)]
pub(crate) struct Session(pub(crate) sessions::Session);

#[Object(name = "Session")]
impl Session {
    /// An opaque id.
    async fn id(&self) -> ID {
        ids::encode(Noun::Session, self.0.id.0)
    }

    /// Ordinary or extraordinary.
    async fn kind(&self) -> SessionKind {
        self.0.kind.into()
    }

    /// Its first day.
    async fn starts_on(&self) -> Date {
        self.0.starts_on.into()
    }

    /// Its last day, where it takes several.
    async fn ends_on(&self) -> Option<Date> {
        self.0.ends_on.map(Date)
    }

    /// Where it is held, in a language.
    async fn place(&self, ctx: &Context<'_>, locale: Option<Language>) -> Option<String> {
        text(ctx, &self.0.places, locale)
    }

    /// What it is about, in a language.
    async fn agenda(&self, ctx: &Context<'_>, locale: Option<Language>) -> Option<String> {
        text(ctx, &self.0.agendas, locale)
    }

    /// The language that `agenda` is really in.
    async fn agenda_locale(&self, ctx: &Context<'_>, locale: Option<Language>) -> Option<Language> {
        language(ctx, &self.0.agendas, locale)
    }

    /// What became of it.
    async fn outcome(&self) -> SessionOutcome {
        self.0.outcome.into()
    }

    /// The number of its decision.
    async fn decision_number(&self) -> Option<&str> {
        self.0.decision_number.as_deref()
    }

    /// What it decided, in a language.
    async fn decision(&self, ctx: &Context<'_>, locale: Option<Language>) -> Option<String> {
        text(ctx, &self.0.decisions, locale)
    }

    /// The votes, as far as they are known.
    async fn votes(&self) -> SessionVotes {
        let Votes { in_favour, against, abstained } = self.0.votes;
        SessionVotes { in_favour, against, abstained }
    }

    /// The address of the decision.
    async fn document_url(&self) -> Option<&str> {
        self.0.document_url.as_deref()
    }

    /// The programme it is about.
    async fn programme(&self, ctx: &Context<'_>) -> Result<Option<Programme>> {
        let Some(programme) = self.0.programme else { return Ok(None) };
        Ok(load(ctx, ProgrammeKey(self.0.tenant, programme)).await?.map(Programme::today))
    }

    /// Whose council it is.
    async fn collectivity(&self, ctx: &Context<'_>) -> Result<Option<Collectivity>> {
        Ok(load(ctx, MemberKey(self.0.tenant)).await?.map(Collectivity))
    }

    /// Rises with every change; a change names the version it saw.
    async fn version(&self) -> i32 {
        self.0.version
    }

    /// Made up for demonstration.
    async fn is_sample(&self) -> bool {
        self.0.is_sample
    }
}

/// The votes of a session.
#[derive(Debug, SimpleObject)]
pub(crate) struct SessionVotes {
    /// In favour.
    in_favour: Option<i32>,
    /// Against.
    against: Option<i32>,
    /// Abstentions.
    abstained: Option<i32>,
}

/// What became of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "sessions::Outcome")]
pub(crate) enum SessionOutcome {
    /// It is still to come.
    Planned,
    /// It adopted the programme.
    Adopted,
    /// It rejected it.
    Rejected,
    /// It put the matter off.
    Postponed,
    /// It was held, without a vote on a programme.
    Held,
}

/// The follow-up committee of a programme.
#[derive(Debug, SimpleObject)]
pub(crate) struct Committee {
    /// All who sit on it.
    pub(crate) total: u32,
    /// Women, of those whose gender is told.
    pub(crate) women: u32,
    /// Men, of those whose gender is told.
    pub(crate) men: u32,
    /// Those of civil society.
    pub(crate) civil_society: u32,
    /// Those who consented to be named.
    pub(crate) members: Vec<CommitteeMember>,
}

/// Somebody on the committee.
#[derive(Debug)]
pub(crate) struct CommitteeMember(pub(crate) committee::CommitteeMember);

#[Object]
impl CommitteeMember {
    /// An opaque id.
    async fn id(&self) -> ID {
        ids::encode(Noun::CommitteeMember, self.0.id.0)
    }

    /// The place on the list.
    async fn number(&self) -> i32 {
        self.0.number
    }

    /// The name.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// In what capacity, in a language.
    async fn capacity(&self, ctx: &Context<'_>, locale: Option<Language>) -> Option<String> {
        text(ctx, &self.0.capacities, locale)
    }

    /// Whom the person comes from.
    async fn body(&self) -> CommitteeBody {
        self.0.body.into()
    }
}

/// Whom somebody on the committee comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "committee::Body")]
pub(crate) enum CommitteeBody {
    /// The elected council.
    Council,
    /// The administration.
    Administration,
    /// Civil society.
    CivilSociety,
    /// Others.
    Other,
}

/// Something on a day or over some days.
#[derive(Debug)]
pub(crate) struct CalendarEntry(calendar::Entry);

#[Object]
impl CalendarEntry {
    /// Its first day.
    async fn day(&self) -> Date {
        self.0.day.into()
    }

    /// Its last day, where it takes several.
    async fn until(&self) -> Option<Date> {
        self.0.until.map(Date)
    }

    /// What it is.
    async fn kind(&self) -> CalendarKind {
        self.0.kind.into()
    }

    /// The step of the cycle, for steps and workshops.
    async fn step(&self) -> Option<i32> {
        self.0.step
    }

    /// It is planned and has not happened.
    async fn is_planned(&self) -> bool {
        self.0.is_planned
    }

    /// The last day of the period to be reported on, for deadlines.
    async fn period_ends_on(&self) -> Option<Date> {
        self.0.period_ends_on.map(Date)
    }

    /// The session, for sessions.
    async fn session(&self) -> Option<Session> {
        self.0.session.clone().map(Session)
    }

    /// The event, for events.
    async fn event(&self) -> Option<Event> {
        self.0.event.clone().map(Event)
    }

    /// The programme's two years.
    async fn cycle(&self) -> Option<&str> {
        self.0.cycle.as_deref()
    }

    /// The programme it belongs to.
    async fn programme(&self, ctx: &Context<'_>) -> Result<Option<Programme>> {
        let Some(programme) = self.0.programme else { return Ok(None) };
        Ok(load(ctx, ProgrammeKey(self.0.tenant, programme)).await?.map(Programme::today))
    }

    /// Whose it is.
    async fn collectivity(&self, ctx: &Context<'_>) -> Result<Option<Collectivity>> {
        Ok(load(ctx, MemberKey(self.0.tenant)).await?.map(Collectivity))
    }

    /// Made up for demonstration.
    async fn is_sample(&self) -> bool {
        self.0.is_sample
    }
}

/// What an entry of the calendar is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "calendar::EntryKind")]
pub(crate) enum CalendarKind {
    /// A session of the council.
    Session,
    /// An event that people come to.
    Event,
    /// A meeting with the public.
    Workshop,
    /// Another step of the cycle.
    Step,
    /// A day by which reports are due.
    Deadline,
}

/// What is on between two days, the earliest first, no more than asked for.
pub(crate) async fn entries(
    ctx: &Context<'_>,
    from: Option<Date>,
    until: Option<Date>,
    most: usize,
) -> Result<Vec<CalendarEntry>> {
    let from = from.map_or_else(|| scope(ctx).today(), |day| day.0);
    let last = from.checked_add_days(chrono::Days::new(DAYS)).unwrap_or(from);
    let found = calendar::entries(scope(ctx), from, until.map_or(last, |day| day.0)).await?;
    Ok(found.into_iter().take(most).map(CalendarEntry).collect())
}
