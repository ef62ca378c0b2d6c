//! What the staff writes into the ledger: reports and their approval, drafts of reports, indicators
//! with their values, and the judgements of evaluators.

use async_graphql::{Context, Enum, ID, InputObject, Object, Result, SimpleObject};
use infitah_core::ground::error::Error;
use infitah_core::ground::ids::{CommitmentId, IndicatorId, MeasurementId, MediaId, ReportId};
use infitah_core::programme::drafts::{self, DraftInput};
use infitah_core::programme::reports::{self, Seen};
use infitah_core::programme::{assessments, indicators};

use super::articles::actor;
use super::ids::{self, Noun};
use super::judgements::{Completion, EarlyResults, EvaluatorKind};
use super::milestones::MilestoneStatus;
use super::scalars::Date;
use super::texts::LocalizedInput;

/// A report as it is written.
#[derive(Debug, InputObject)]
struct ReportInput {
    /// The state it reports.
    state: MilestoneStatus,
    /// What was done.
    texts: Option<LocalizedInput>,
    /// The address of its evidence.
    evidence_url: Option<String>,
    /// Files that prove it, by the ids that the office gave when they were sent ahead of it.
    #[graphql(default)]
    files: Vec<ID>,
    /// What stands in the way; required where nothing or little is done.
    obstacle: Option<String>,
    /// The day it is of.
    reported_on: Date,
    /// The last day of the period it reports on.
    period_ends_on: Option<Date>,
    /// The report it corrects.
    corrects_id: Option<ID>,
    /// A key of the client's: sent again with the same one, the report is handed in once.
    client_key: Option<String>,
    /// The latest report that its author saw; another one in between is a conflict.
    seen_id: Option<ID>,
    /// Its author saw that there was none.
    #[graphql(default)]
    seen_nothing: bool,
}

/// A report that is being written.
#[derive(Debug, InputObject)]
struct ReportDraftInput {
    /// The state it reports.
    state: Option<MilestoneStatus>,
    /// What was done.
    texts: Option<LocalizedInput>,
    /// The address of its evidence.
    evidence_url: Option<String>,
    /// What stands in the way.
    obstacle: Option<String>,
    /// The day it is of.
    reported_on: Option<Date>,
}

/// A report that was handed in.
#[derive(Debug, SimpleObject)]
struct SubmittedReport {
    /// Its id.
    id: ID,
    /// Whether somebody else has to approve it.
    status: ReportStatus,
}

/// Where a report stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "reports::ReportStatus")]
enum ReportStatus {
    /// Handed in.
    Submitted,
    /// Public.
    Approved,
    /// Returned with a reason.
    Returned,
}

/// An indicator as it is written.
#[derive(Debug, InputObject)]
struct IndicatorInput {
    /// Its number within the commitment.
    number: i32,
    /// Its title.
    titles: LocalizedInput,
    /// What it is counted in.
    units: Option<LocalizedInput>,
    /// Its values are percentages.
    #[graphql(default)]
    is_percentage: bool,
    /// The value before.
    baseline: Option<f64>,
    /// The day of the baseline.
    baseline_on: Option<Date>,
    /// The value aimed at.
    target: Option<f64>,
    /// The day of the target.
    target_on: Option<Date>,
}

/// A value as it is written.
#[derive(Debug, InputObject)]
struct MeasurementInput {
    /// The value.
    value: f64,
    /// The day it is of.
    measured_on: Date,
    /// Notes on it.
    notes: Option<LocalizedInput>,
    /// Where it comes from.
    source_url: Option<String>,
    /// The value it corrects.
    corrects_id: Option<ID>,
}

/// A judgement as it is written.
#[derive(Debug, InputObject)]
struct AssessmentInput {
    /// Who judges.
    evaluator: String,
    /// What the evaluator is.
    evaluator_kind: EvaluatorKind,
    /// How far the commitment was carried out.
    completion: Completion,
    /// What came of it so far.
    early_results: Option<EarlyResults>,
    /// The reasons.
    texts: Option<LocalizedInput>,
    /// Where it is published.
    source_url: Option<String>,
    /// The day of the judgement.
    assessed_on: Date,
}

/// The verbs of the ledger.
#[derive(Debug, Default)]
pub(crate) struct LedgerVerbs;

#[Object]
impl LedgerVerbs {
    /// Hands in a report on a milestone.
    async fn submit_report(
        &self,
        ctx: &Context<'_>,
        milestone_id: ID,
        input: ReportInput,
    ) -> Result<SubmittedReport> {
        let milestone = ids::milestone(&milestone_id)?;
        let done = reports::submit(actor(ctx), milestone, input.try_into()?).await?;
        Ok(SubmittedReport { id: ids::encode(Noun::Report, done.id.0), status: done.status.into() })
    }

    /// Approves a report that somebody else handed in.
    async fn approve_report(&self, ctx: &Context<'_>, id: ID) -> Result<ID> {
        reports::approve(actor(ctx), report(&id)?).await?;
        Ok(id)
    }

    /// Returns a report with a reason.
    async fn return_report(&self, ctx: &Context<'_>, id: ID, reason: String) -> Result<ID> {
        reports::return_with(actor(ctx), report(&id)?, &reason).await?;
        Ok(id)
    }

    /// Keeps what somebody has written so far on a milestone.
    async fn save_report_draft(
        &self,
        ctx: &Context<'_>,
        milestone_id: ID,
        input: ReportDraftInput,
    ) -> Result<ID> {
        let milestone = ids::milestone(&milestone_id)?;
        drafts::save(actor(ctx), milestone, input.into()).await?;
        Ok(milestone_id)
    }

    /// Writes an indicator of a commitment: a new one, or the one with this id.
    async fn put_indicator(
        &self,
        ctx: &Context<'_>,
        commitment_id: ID,
        id: Option<ID>,
        input: IndicatorInput,
    ) -> Result<ID> {
        let existing = id.map(|id| indicator(&id)).transpose()?;
        let input = input.of(ids::commitment(&commitment_id)?);
        let put = indicators::put(actor(ctx), existing, input).await?;
        Ok(ids::encode(Noun::Indicator, put.0))
    }

    /// Removes an indicator that was never measured.
    async fn remove_indicator(&self, ctx: &Context<'_>, id: ID) -> Result<ID> {
        indicators::remove(actor(ctx), indicator(&id)?).await?;
        Ok(id)
    }

    /// Adds a value to an indicator.
    async fn record_measurement(
        &self,
        ctx: &Context<'_>,
        indicator_id: ID,
        input: MeasurementInput,
    ) -> Result<ID> {
        let recorded = indicators::measure(actor(ctx), indicator(&indicator_id)?, input.try_into()?).await?;
        Ok(ids::encode(Noun::Measurement, recorded.0))
    }

    /// Records what an evaluator judges of a commitment.
    async fn record_assessment(
        &self,
        ctx: &Context<'_>,
        commitment_id: ID,
        input: AssessmentInput,
    ) -> Result<ID> {
        let commitment = ids::commitment(&commitment_id)?;
        let recorded = assessments::record(actor(ctx), commitment, input.into()).await?;
        Ok(ids::encode(Noun::Assessment, recorded.0))
    }
}

fn report(id: &ID) -> Result<ReportId> {
    Ok(ReportId(ids::of(Noun::Report, id)?))
}

/// A file has the id of its upload, which is another door; the database judges whose it is.
fn file(id: &ID) -> Result<MediaId> {
    let id = id.parse().map_err(|_| Error::invalid("files", "field-unknown-value"))?;
    Ok(MediaId(id))
}

fn indicator(id: &ID) -> Result<IndicatorId> {
    Ok(IndicatorId(ids::of(Noun::Indicator, id)?))
}

impl TryFrom<ReportInput> for reports::ReportInput {
    type Error = async_graphql::Error;

    fn try_from(input: ReportInput) -> Result<Self> {
        let seen = match input.seen_id {
            Some(id) => Seen::Latest(report(&id)?),
            None if input.seen_nothing => Seen::Nothing,
            None => Seen::Unknown,
        };
        Ok(Self {
            state: input.state.into(),
            texts: input.texts.unwrap_or_default().into(),
            evidence_url: input.evidence_url,
            files: input.files.iter().map(file).collect::<Result<_>>()?,
            obstacle: input.obstacle,
            reported_on: input.reported_on.0,
            period_ends_on: input.period_ends_on.map(|day| day.0),
            corrects: input.corrects_id.map(|id| report(&id)).transpose()?,
            client_key: input.client_key,
            seen,
        })
    }
}

impl From<ReportDraftInput> for DraftInput {
    fn from(input: ReportDraftInput) -> Self {
        Self {
            state: input.state.map(Into::into),
            texts: input.texts.unwrap_or_default().into(),
            evidence_url: input.evidence_url,
            obstacle: input.obstacle,
            reported_on: input.reported_on.map(|day| day.0),
        }
    }
}

impl IndicatorInput {
    fn of(self, commitment: CommitmentId) -> indicators::IndicatorInput {
        indicators::IndicatorInput {
            commitment,
            number: self.number,
            titles: self.titles.into(),
            units: self.units.unwrap_or_default().into(),
            is_percentage: self.is_percentage,
            baseline: self.baseline,
            baseline_on: self.baseline_on.map(|day| day.0),
            target: self.target,
            target_on: self.target_on.map(|day| day.0),
        }
    }
}

impl TryFrom<MeasurementInput> for indicators::MeasurementInput {
    type Error = async_graphql::Error;

    fn try_from(input: MeasurementInput) -> Result<Self> {
        let corrects = input.corrects_id.map(|id| ids::of(Noun::Measurement, &id)).transpose()?;
        Ok(Self {
            value: input.value,
            measured_on: input.measured_on.0,
            notes: input.notes.unwrap_or_default().into(),
            source_url: input.source_url,
            corrects: corrects.map(MeasurementId),
        })
    }
}

impl From<AssessmentInput> for assessments::AssessmentInput {
    fn from(input: AssessmentInput) -> Self {
        Self {
            evaluator: input.evaluator,
            evaluator_kind: input.evaluator_kind.into(),
            completion: input.completion.into(),
            early_results: input.early_results.map(Into::into),
            texts: input.texts.unwrap_or_default().into(),
            source_url: input.source_url,
            assessed_on: input.assessed_on.0,
        }
    }
}
