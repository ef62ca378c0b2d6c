//! Milestones (activities) of a commitment, and the entries of its ledger. A state without a report
//! is null, never a value that looks like one.

use async_graphql::{Context, Enum, ID, Object, Result, SimpleObject};
use infitah_core::ground::ids::TenantId;
use infitah_core::programme::milestones as core;
use infitah_core::programme::{reports, states};

use super::ids::{self, Noun};
use super::ledgers::FilesOf;
use super::loaders::load;
use super::scalars::{Date, Language};
use super::texts::{language, text};

/// A milestone.
#[derive(Debug, Clone)]
pub(crate) struct Milestone(pub(crate) core::Milestone);

#[Object]
impl Milestone {
    /// An opaque id.
    async fn id(&self) -> ID {
        ids::encode(Noun::Milestone, self.0.id.0)
    }

    /// Its number within the commitment.
    async fn number(&self) -> i32 {
        self.0.number
    }

    /// Its title in a language.
    async fn title(&self, ctx: &Context<'_>, locale: Option<Language>) -> String {
        text(ctx, &self.0.titles, locale).unwrap_or_default()
    }

    /// The language that `title` is really in.
    async fn title_locale(&self, ctx: &Context<'_>, locale: Option<Language>) -> Option<Language> {
        language(ctx, &self.0.titles, locale)
    }

    /// Its first day.
    async fn starts_on(&self) -> Option<Date> {
        self.0.starts_on.map(Date)
    }

    /// The day it is due.
    async fn due_on(&self) -> Option<Date> {
        self.0.due_on.map(Date)
    }

    /// Its state by the latest report; null when nothing was reported.
    async fn status(&self) -> Option<MilestoneStatus> {
        self.0.state.map(MilestoneStatus::from)
    }

    /// It was due and is neither complete nor dropped.
    async fn is_overdue(&self) -> bool {
        self.0.is_overdue
    }

    /// The day of its latest report.
    async fn last_reported_at(&self) -> Option<Date> {
        self.0.last_reported_on.map(Date)
    }

    /// The address of the evidence of the latest report.
    async fn evidence(&self) -> Option<&str> {
        self.0.evidence_url.as_deref()
    }

    /// What stands in its way, by the latest report.
    async fn obstacle(&self) -> Option<&str> {
        self.0.obstacle.as_deref()
    }

    /// How much it counts beside the others of its programme, 1 to 100.
    async fn weight(&self) -> i32 {
        self.0.weight
    }

    /// The day it entered the programme; null for those there from its beginning.
    async fn added_on(&self) -> Option<Date> {
        self.0.added_on.map(Date)
    }

    /// Made up for demonstration.
    async fn is_sample(&self) -> bool {
        self.0.is_sample
    }
}

/// The state of a milestone, as reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "states::State")]
pub(crate) enum MilestoneStatus {
    /// Not begun.
    NotStarted,
    /// Begun.
    Limited,
    /// Far along.
    Substantial,
    /// Done.
    Complete,
    /// Given up.
    Dropped,
}

/// An entry of the progress ledger.
#[derive(Debug, Clone)]
pub(crate) struct Report(pub(crate) reports::Report, pub(crate) TenantId);

#[Object(name = "ProgressReport")]
impl Report {
    /// An opaque id.
    async fn id(&self) -> ID {
        ids::encode(Noun::Report, self.0.id.0)
    }

    /// The number of the milestone it is about.
    async fn milestone_number(&self) -> i32 {
        self.0.milestone_number
    }

    /// The state it reports.
    async fn status(&self) -> MilestoneStatus {
        self.0.state.into()
    }

    /// Its text in a language.
    async fn text(&self, ctx: &Context<'_>, locale: Option<Language>) -> Option<String> {
        text(ctx, &self.0.texts, locale)
    }

    /// The language that `text` is really in.
    async fn text_locale(&self, ctx: &Context<'_>, locale: Option<Language>) -> Option<Language> {
        language(ctx, &self.0.texts, locale)
    }

    /// The address of its evidence.
    async fn evidence(&self) -> Option<&str> {
        self.0.evidence_url.as_deref()
    }

    /// What stood in the way.
    async fn obstacle(&self) -> Option<&str> {
        self.0.obstacle.as_deref()
    }

    /// The day it is of.
    async fn reported_on(&self) -> Date {
        self.0.reported_on.into()
    }

    /// The files that came with it.
    async fn files(&self, ctx: &Context<'_>) -> Result<Vec<ReportFile>> {
        let found = load(ctx, FilesOf(self.1, self.0.id)).await?.unwrap_or_default();
        Ok(found.into_iter().map(ReportFile::from).collect())
    }

    /// The id of the milestone it is about.
    async fn milestone_id(&self) -> ID {
        ids::encode(Noun::Milestone, self.0.milestone.0)
    }

    /// The last day of the period it reports on.
    async fn period_ends_on(&self) -> Option<Date> {
        self.0.period_ends_on.map(Date)
    }

    /// The day it became public.
    async fn published_on(&self) -> Date {
        self.0.published_on.into()
    }

    /// The day a correction took its place.
    async fn superseded_on(&self) -> Option<Date> {
        self.0.superseded_on.map(Date)
    }

    /// The report it corrects; that one stays in the ledger.
    async fn corrects_id(&self) -> Option<ID> {
        self.0.corrects.map(|id| ids::encode(Noun::Report, id.0))
    }

    /// Made up for demonstration.
    async fn is_sample(&self) -> bool {
        self.0.is_sample
    }
}

/// A file that came with a report.
#[derive(Debug, SimpleObject)]
pub(crate) struct ReportFile {
    /// Its name.
    name: String,
    /// Its media type.
    media_type: String,
    /// Its length.
    bytes: i64,
    /// Its address on the member's site, from the root.
    path: String,
}

impl From<reports::ReportFile> for ReportFile {
    fn from(file: reports::ReportFile) -> Self {
        let path = file.path();
        Self { name: file.file_name, media_type: file.media_type, bytes: file.bytes, path }
    }
}
