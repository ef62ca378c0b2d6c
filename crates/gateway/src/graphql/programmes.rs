//! Two-year openness programmes and the steps of their cycle. What is computed (step, progress)
//! comes computed from core.

use async_graphql::{Context, Enum, ID, Object, Result, SimpleObject};
use chrono::NaiveDate;
use infitah_core::programme::committee::Parity;
use infitah_core::programme::programmes::{self as core, ProgrammeStatus as CoreStatus};
use infitah_core::programme::progress;
use infitah_i18n::Words;

use super::axes::Axis;
use super::collectivities::Collectivity;
use super::councils::{Committee, CommitteeMember, Session};
use super::ids::{self, Noun};
use super::judgements::Comparison;
use super::ledgers::{CommitteeOf, ComparisonOf, SessionsOf};
use super::loaders::{AxesOf, MemberKey, PhasesOf, load};
use super::scalars::{Date, Language};
use super::texts::{language, locale, scope, text};

/// A member's openness programme.
#[derive(Debug, Clone)]
pub(crate) struct Programme(pub(crate) core::Programme, Option<NaiveDate>);

impl Programme {
    /// The programme as it stands.
    pub(crate) fn today(programme: core::Programme) -> Self {
        Self(programme, None)
    }
}

#[Object]
impl Programme {
    /// An opaque id.
    pub(crate) async fn id(&self) -> ID {
        ids::encode(Noun::Programme, self.0.id.0)
    }

    /// Its two years, as `2024-2025`.
    async fn cycle(&self) -> &str {
        &self.0.cycle
    }

    /// Where it comes from.
    async fn origin(&self) -> ProgrammeOrigin {
        self.0.origin.into()
    }

    /// Where it stands.
    async fn status(&self) -> ProgrammeStatus {
        self.0.status.into()
    }

    /// The step of the cycle it has reached, 1 to 11.
    async fn step(&self) -> Option<i32> {
        self.0.step
    }

    /// The steps of the cycle with their planned and actual dates.
    async fn phases(&self, ctx: &Context<'_>) -> Result<Vec<Phase>> {
        let found = load(ctx, PhasesOf(self.0.tenant, self.0.id)).await?.unwrap_or_default();
        Ok(found.into_iter().map(Phase).collect())
    }

    /// Its axes.
    async fn axes(&self, ctx: &Context<'_>) -> Result<Vec<Axis>> {
        let tenant = self.0.tenant;
        let found = load(ctx, AxesOf(tenant, self.0.id, self.1)).await?.unwrap_or_default();
        Ok(found.into_iter().map(|axis| Axis { tenant, axis, as_of: self.1 }).collect())
    }

    /// Its progress, computed from its milestones.
    async fn progress(&self) -> Progress {
        self.0.progress.into()
    }

    /// The sessions of the council about it, in their order.
    async fn sessions(&self, ctx: &Context<'_>) -> Result<Vec<Session>> {
        let found = load(ctx, SessionsOf(self.0.tenant, self.0.id)).await?.unwrap_or_default();
        Ok(found.into_iter().map(Session).collect())
    }

    /// Its follow-up committee.
    async fn committee(&self, ctx: &Context<'_>) -> Result<Committee> {
        let named = load(ctx, CommitteeOf(self.0.tenant, self.0.id)).await?.unwrap_or_default();
        let Parity { total, women, men, civil_society } = self.0.committee;
        let members = named.into_iter().map(CommitteeMember).collect();
        Ok(Committee { total, women, men, civil_society, members })
    }

    /// What came between its draft and what was adopted; null where one of them was not kept.
    async fn comparison(&self, ctx: &Context<'_>) -> Result<Option<Comparison>> {
        Ok(load(ctx, ComparisonOf(self.0.tenant, self.0.id)).await?.map(Comparison::from))
    }

    /// When its draft became public.
    async fn draft_published_on(&self) -> Option<Date> {
        self.0.draft_published_on.map(Date)
    }

    /// When its committee validated the draft.
    async fn draft_validated_on(&self) -> Option<Date> {
        self.0.draft_validated_on.map(Date)
    }

    /// Months between two reports on each of its milestones.
    async fn report_every_months(&self) -> i32 {
        self.0.report_every_months
    }

    /// Rises with every change; a change names the version it saw.
    async fn version(&self) -> i32 {
        self.0.version
    }

    /// The session of the council that adopted it.
    async fn session(&self) -> Option<CouncilSession> {
        let kind = self.0.session_kind?.into();
        Some(CouncilSession { kind, held_on: self.0.adopted_on.map(Date) })
    }

    /// When it was adopted.
    async fn adopted_on(&self) -> Option<Date> {
        self.0.adopted_on.map(Date)
    }

    /// Its first day.
    async fn starts_on(&self) -> Option<Date> {
        self.0.starts_on.map(Date)
    }

    /// Its last day.
    async fn ends_on(&self) -> Option<Date> {
        self.0.ends_on.map(Date)
    }

    /// Notes on it in a language.
    async fn notes(&self, ctx: &Context<'_>, locale: Option<Language>) -> Option<String> {
        text(ctx, &self.0.notes, locale)
    }

    /// The language that `notes` is really in.
    async fn notes_locale(&self, ctx: &Context<'_>, locale: Option<Language>) -> Option<Language> {
        language(ctx, &self.0.notes, locale)
    }

    /// Where the facts about it come from.
    async fn source_url(&self) -> Option<&str> {
        self.0.source_url.as_deref()
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

/// A step of the cycle of a programme.
#[derive(Debug)]
pub(crate) struct Phase(core::Phase);

#[Object]
impl Phase {
    /// Its number, 1 to 11.
    async fn step(&self) -> i32 {
        self.0.step
    }

    /// Its name in a language.
    async fn name(&self, ctx: &Context<'_>, locale: Option<Language>) -> String {
        Words::of(self::locale(ctx, locale)).plain(&format!("step-{}", self.0.step), &[])
    }

    /// When it is to begin.
    async fn planned_on(&self) -> Option<Date> {
        self.0.planned_on.map(Date)
    }

    /// When it began.
    async fn started_on(&self) -> Option<Date> {
        self.0.started_on.map(Date)
    }

    /// When it was finished.
    async fn finished_on(&self) -> Option<Date> {
        self.0.finished_on.map(Date)
    }

    /// What readers should know about it, in a language.
    async fn notes(&self, ctx: &Context<'_>, locale: Option<Language>) -> Option<String> {
        text(ctx, &self.0.notes, locale)
    }
}

/// A session of a council.
#[derive(Debug, SimpleObject)]
pub(crate) struct CouncilSession {
    /// Ordinary or extraordinary.
    kind: SessionKind,
    /// When it was held.
    held_on: Option<Date>,
}

/// How far a programme, an axis or a commitment is: milestones done of milestones reported on.
#[derive(Debug, SimpleObject)]
pub(crate) struct Progress {
    /// Milestones that are complete.
    done: u32,
    /// Milestones that have a report.
    reported: u32,
    /// Milestones in all; dropped ones are not counted.
    total: u32,
    /// Milestones that were dropped.
    dropped: u32,
    /// `done` of `reported`, rounded down; null when nothing is reported, which is not 0 %.
    percent: Option<i32>,
    /// Some milestones weigh more than others in `percent`.
    is_weighted: bool,
}

impl From<progress::Progress> for Progress {
    fn from(progress: progress::Progress) -> Self {
        Self {
            done: progress.done,
            reported: progress.reported,
            total: progress.total,
            dropped: progress.dropped,
            percent: progress.percent().map(i32::from),
            is_weighted: progress.is_weighted(),
        }
    }
}

/// Where a programme comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "core::Origin")]
pub(crate) enum ProgrammeOrigin {
    /// Adopted by the council.
    Council,
    /// A commitment of the member in OGP Local.
    OgpLocal,
    /// A commitment in Morocco's national OGP plan.
    OgpNational,
}

/// Where a programme stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "CoreStatus")]
pub(crate) enum ProgrammeStatus {
    /// Being made.
    Preparing,
    /// Adopted, not begun.
    Adopted,
    /// Under way.
    Implementing,
    /// Being evaluated.
    Evaluating,
    /// Over.
    Closed,
}

/// The kind of a session of a council.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "core::SessionKind")]
pub(crate) enum SessionKind {
    /// One of the three of the year.
    Ordinary,
    /// Called for a reason.
    Extraordinary,
}

/// The programme of an id, its axes and progress as they stood on a day.
pub(crate) async fn find(ctx: &Context<'_>, id: &ID, as_of: Option<Date>) -> Result<Option<Programme>> {
    let as_of = as_of.map(|day| day.0);
    Ok(Some(Programme(core::find(scope(ctx), ids::programme(id)?, as_of).await?, as_of)))
}
