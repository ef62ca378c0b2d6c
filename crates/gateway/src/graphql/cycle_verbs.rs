//! What the staff does to run a programme: its phases, its way to adoption and evaluation, sessions
//! and committee. Each verb gives the id of what it touched; drafts are not public, and readers may
//! be a moment behind.

use async_graphql::{Context, Enum, ID, InputObject, Object, Result};
use infitah_core::ground::ids::{CommitteeMemberId, SessionId};
use infitah_core::programme::committee::{self, MemberInput};
use infitah_core::programme::cycle::{self, NewProgramme, ProgrammeInput as CoreInput};
use infitah_core::programme::sessions::{self, SessionInput as CoreSession, Votes};

use super::articles::actor;
use super::councils::{CommitteeBody, SessionOutcome};
use super::ids::{self, Noun};
use super::programmes::SessionKind;
use super::scalars::Date;
use super::texts::LocalizedInput;

/// A programme that begins.
#[derive(Debug, InputObject)]
struct NewProgrammeInput {
    /// Its two years, as `2026-2027`.
    cycle: String,
    /// What readers should know about it.
    notes: Option<LocalizedInput>,
    /// Its first day.
    starts_on: Option<Date>,
    /// Its last day.
    ends_on: Option<Date>,
    /// Months between two reports on each of its milestones.
    #[graphql(default = 3)]
    report_every_months: i32,
}

/// A programme as it is written.
#[derive(Debug, InputObject)]
struct ProgrammeInput {
    /// What readers should know about it.
    notes: Option<LocalizedInput>,
    /// Where it is published.
    source_url: Option<String>,
    /// Its first day.
    starts_on: Option<Date>,
    /// Its last day.
    ends_on: Option<Date>,
    /// Months between two reports on each of its milestones.
    #[graphql(default = 3)]
    report_every_months: i32,
}

/// A session as it is written.
#[derive(Debug, InputObject)]
struct SessionInput {
    /// The programme it is about.
    programme_id: Option<ID>,
    /// Ordinary or extraordinary.
    kind: SessionKind,
    /// Its first day.
    starts_on: Date,
    /// Its last day, where it takes several.
    ends_on: Option<Date>,
    /// Where it is held.
    places: Option<LocalizedInput>,
    /// What it is about.
    agendas: Option<LocalizedInput>,
    /// What became of it.
    outcome: SessionOutcome,
    /// The number of its decision.
    decision_number: Option<String>,
    /// What it decided.
    decisions: Option<LocalizedInput>,
    /// The votes, as far as they are known.
    votes: Option<VotesInput>,
    /// The address of the decision.
    document_url: Option<String>,
}

/// The votes of a session.
#[derive(Debug, Default, InputObject)]
struct VotesInput {
    /// In favour.
    in_favour: Option<i32>,
    /// Against.
    against: Option<i32>,
    /// Abstentions.
    abstained: Option<i32>,
}

/// Somebody on the committee, as it is written.
#[derive(Debug, InputObject)]
struct CommitteeMemberInput {
    /// The name.
    name: String,
    /// In what capacity.
    capacities: Option<LocalizedInput>,
    /// Whom the person comes from.
    body: CommitteeBody,
    /// For parity; telling it is optional, and it is shown to nobody outside the office.
    gender: Option<Gender>,
    /// The person consented to be named in public.
    #[graphql(default)]
    is_named: bool,
}

/// A gender, for parity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "committee::Gender")]
enum Gender {
    /// A woman.
    Woman,
    /// A man.
    Man,
}

/// The verbs of the cycle.
#[derive(Debug, Default)]
pub(crate) struct CycleVerbs;

#[Object]
impl CycleVerbs {
    /// Begins a programme.
    async fn create_programme(&self, ctx: &Context<'_>, input: NewProgrammeInput) -> Result<ID> {
        let new = NewProgramme {
            cycle: input.cycle,
            notes: input.notes.unwrap_or_default().into(),
            starts_on: input.starts_on.map(|day| day.0),
            ends_on: input.ends_on.map(|day| day.0),
            report_every_months: input.report_every_months,
        };
        Ok(ids::encode(Noun::Programme, cycle::create(actor(ctx), new).await?.0))
    }

    /// Changes a programme, if it still has this version.
    async fn change_programme(
        &self,
        ctx: &Context<'_>,
        id: ID,
        version: i32,
        input: ProgrammeInput,
    ) -> Result<ID> {
        cycle::change(actor(ctx), ids::programme(&id)?, version, input.into()).await?;
        Ok(id)
    }

    /// Says when a step is to begin; without a day, that it is not known.
    async fn plan_phase(
        &self,
        ctx: &Context<'_>,
        programme_id: ID,
        step: i32,
        on: Option<Date>,
    ) -> Result<ID> {
        cycle::plan_phase(actor(ctx), ids::programme(&programme_id)?, step, on.map(|day| day.0)).await?;
        Ok(programme_id)
    }

    /// Says what readers should know about a step; without a text, nothing.
    async fn note_phase(
        &self,
        ctx: &Context<'_>,
        programme_id: ID,
        step: i32,
        notes: Option<LocalizedInput>,
    ) -> Result<ID> {
        let notes = notes.unwrap_or_default().into();
        cycle::note_phase(actor(ctx), ids::programme(&programme_id)?, step, notes).await?;
        Ok(programme_id)
    }

    /// Says when a step began.
    async fn start_phase(&self, ctx: &Context<'_>, programme_id: ID, step: i32, on: Date) -> Result<ID> {
        cycle::start_phase(actor(ctx), ids::programme(&programme_id)?, step, on.0).await?;
        Ok(programme_id)
    }

    /// Says when a step ended.
    async fn finish_phase(&self, ctx: &Context<'_>, programme_id: ID, step: i32, on: Date) -> Result<ID> {
        cycle::finish_phase(actor(ctx), ids::programme(&programme_id)?, step, on.0).await?;
        Ok(programme_id)
    }

    /// Takes back that a step began or ended.
    async fn clear_phase(&self, ctx: &Context<'_>, programme_id: ID, step: i32) -> Result<ID> {
        cycle::clear_phase(actor(ctx), ids::programme(&programme_id)?, step).await?;
        Ok(programme_id)
    }

    /// Makes the draft public.
    async fn publish_draft(&self, ctx: &Context<'_>, programme_id: ID, on: Date) -> Result<ID> {
        cycle::publish_draft(actor(ctx), ids::programme(&programme_id)?, on.0).await?;
        Ok(programme_id)
    }

    /// Records that the committee validated the draft.
    async fn validate_draft(&self, ctx: &Context<'_>, programme_id: ID, on: Date) -> Result<ID> {
        cycle::validate_draft(actor(ctx), ids::programme(&programme_id)?, on.0).await?;
        Ok(programme_id)
    }

    /// Records the adoption by a session of the council.
    async fn adopt_programme(&self, ctx: &Context<'_>, programme_id: ID, session_id: ID) -> Result<ID> {
        cycle::adopt(actor(ctx), ids::programme(&programme_id)?, session(&session_id)?).await?;
        Ok(programme_id)
    }

    /// Records that the programme is being carried out.
    async fn begin_implementation(&self, ctx: &Context<'_>, programme_id: ID, on: Date) -> Result<ID> {
        cycle::begin_implementation(actor(ctx), ids::programme(&programme_id)?, on.0).await?;
        Ok(programme_id)
    }

    /// Records that the programme is being evaluated.
    async fn begin_evaluation(&self, ctx: &Context<'_>, programme_id: ID, on: Date) -> Result<ID> {
        cycle::begin_evaluation(actor(ctx), ids::programme(&programme_id)?, on.0).await?;
        Ok(programme_id)
    }

    /// Ends the programme.
    async fn close_programme(&self, ctx: &Context<'_>, programme_id: ID, on: Date) -> Result<ID> {
        cycle::close(actor(ctx), ids::programme(&programme_id)?, on.0).await?;
        Ok(programme_id)
    }

    /// Writes a session: a new one, or the one with this id if it still has this version.
    async fn put_session(
        &self,
        ctx: &Context<'_>,
        id: Option<ID>,
        version: Option<i32>,
        input: SessionInput,
    ) -> Result<ID> {
        let id = id.map(|id| session(&id)).transpose()?;
        let existing = id.map(|id| (id, version.unwrap_or_default()));
        let put = sessions::put(actor(ctx), existing, input.try_into()?).await?;
        Ok(ids::encode(Noun::Session, put.0))
    }

    /// Removes a session that is still to come, if it still has this version.
    async fn remove_session(&self, ctx: &Context<'_>, id: ID, version: i32) -> Result<ID> {
        sessions::remove(actor(ctx), session(&id)?, version).await?;
        Ok(id)
    }

    /// Writes a seat of the committee: a new one, or the one with this id.
    async fn put_committee_member(
        &self,
        ctx: &Context<'_>,
        programme_id: ID,
        id: Option<ID>,
        input: CommitteeMemberInput,
    ) -> Result<ID> {
        let existing = id.map(|id| seat(&id)).transpose()?;
        let put = committee::put(actor(ctx), ids::programme(&programme_id)?, existing, input.into()).await?;
        Ok(ids::encode(Noun::CommitteeMember, put.0))
    }

    /// Takes somebody off the committee.
    async fn remove_committee_member(&self, ctx: &Context<'_>, id: ID) -> Result<ID> {
        committee::remove(actor(ctx), seat(&id)?).await?;
        Ok(id)
    }
}

fn session(id: &ID) -> Result<SessionId> {
    Ok(SessionId(ids::of(Noun::Session, id)?))
}

fn seat(id: &ID) -> Result<CommitteeMemberId> {
    Ok(CommitteeMemberId(ids::of(Noun::CommitteeMember, id)?))
}

impl From<ProgrammeInput> for CoreInput {
    fn from(input: ProgrammeInput) -> Self {
        Self {
            notes: input.notes.unwrap_or_default().into(),
            source_url: input.source_url,
            starts_on: input.starts_on.map(|day| day.0),
            ends_on: input.ends_on.map(|day| day.0),
            report_every_months: input.report_every_months,
        }
    }
}

impl TryFrom<SessionInput> for CoreSession {
    type Error = async_graphql::Error;

    fn try_from(input: SessionInput) -> Result<Self> {
        let VotesInput { in_favour, against, abstained } = input.votes.unwrap_or_default();
        Ok(Self {
            programme: input.programme_id.map(|id| ids::programme(&id)).transpose()?,
            kind: input.kind.into(),
            starts_on: input.starts_on.0,
            ends_on: input.ends_on.map(|day| day.0),
            places: input.places.unwrap_or_default().into(),
            agendas: input.agendas.unwrap_or_default().into(),
            outcome: input.outcome.into(),
            decision_number: input.decision_number,
            decisions: input.decisions.unwrap_or_default().into(),
            votes: Votes { in_favour, against, abstained },
            document_url: input.document_url,
        })
    }
}

impl From<CommitteeMemberInput> for MemberInput {
    fn from(input: CommitteeMemberInput) -> Self {
        Self {
            name: input.name,
            capacities: input.capacities.unwrap_or_default().into(),
            body: input.body.into(),
            gender: input.gender.map(committee::Gender::from),
            is_named: input.is_named,
        }
    }
}
