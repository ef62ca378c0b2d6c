//! What tells how a commitment fares beside its milestones: indicators in numbers, what others judge
//! of it, how fresh its ledger is, and how its wording changed.

use async_graphql::{Context, Enum, ID, Object, SimpleObject};
use infitah_core::programme::versions::{self, FieldChange};
use infitah_core::programme::{assessments, indicators, reporting, revisions};

use super::ids::{self, Noun};
use super::scalars::{Date, Language};
use super::texts::{language, text};

/// A measure of what a commitment brings about.
#[derive(Debug)]
pub(crate) struct Indicator(pub(crate) indicators::Indicator);

#[Object]
impl Indicator {
    /// An opaque id.
    async fn id(&self) -> ID {
        ids::encode(Noun::Indicator, self.0.id.0)
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

    /// What it is counted in, in a language.
    async fn unit(&self, ctx: &Context<'_>, locale: Option<Language>) -> Option<String> {
        text(ctx, &self.0.units, locale)
    }

    /// Its values are percentages.
    async fn is_percentage(&self) -> bool {
        self.0.is_percentage
    }

    /// The value before.
    async fn baseline(&self) -> Option<f64> {
        self.0.baseline
    }

    /// The day of the baseline.
    async fn baseline_on(&self) -> Option<Date> {
        self.0.baseline_on.map(Date)
    }

    /// The value aimed at.
    async fn target(&self) -> Option<f64> {
        self.0.target
    }

    /// The day of the target.
    async fn target_on(&self) -> Option<Date> {
        self.0.target_on.map(Date)
    }

    /// Its latest values, the oldest first.
    async fn measurements(&self) -> Vec<Measurement> {
        let all = &self.0.measurements;
        let latest = all.len().saturating_sub(MEASUREMENTS);
        all[latest..].iter().cloned().map(Measurement).collect()
    }

    /// Made up for demonstration.
    async fn is_sample(&self) -> bool {
        self.0.is_sample
    }
}

/// How many values of an indicator are shown, the latest ones.
pub(crate) const MEASUREMENTS: usize = 60;

/// A value of an indicator.
#[derive(Debug)]
pub(crate) struct Measurement(indicators::Measurement);

#[Object]
impl Measurement {
    /// An opaque id.
    async fn id(&self) -> ID {
        ids::encode(Noun::Measurement, self.0.id.0)
    }

    /// The value.
    async fn value(&self) -> f64 {
        self.0.value
    }

    /// The day it is of.
    async fn measured_on(&self) -> Date {
        self.0.measured_on.into()
    }

    /// Notes on it in a language.
    async fn note(&self, ctx: &Context<'_>, locale: Option<Language>) -> Option<String> {
        text(ctx, &self.0.notes, locale)
    }

    /// Where it comes from.
    async fn source_url(&self) -> Option<&str> {
        self.0.source_url.as_deref()
    }

    /// The value it corrects.
    async fn corrects_id(&self) -> Option<ID> {
        self.0.corrects.map(|id| ids::encode(Noun::Measurement, id.0))
    }

    /// The day it was entered.
    async fn published_on(&self) -> Date {
        self.0.published_on.into()
    }

    /// Made up for demonstration.
    async fn is_sample(&self) -> bool {
        self.0.is_sample
    }
}

/// What a named evaluator judges of a commitment; it enters no number of the member's.
#[derive(Debug)]
pub(crate) struct Assessment(pub(crate) assessments::Assessment);

#[Object]
impl Assessment {
    /// An opaque id.
    async fn id(&self) -> ID {
        ids::encode(Noun::Assessment, self.0.id.0)
    }

    /// Who judges.
    async fn evaluator(&self) -> &str {
        &self.0.evaluator
    }

    /// What the evaluator is.
    async fn evaluator_kind(&self) -> EvaluatorKind {
        self.0.evaluator_kind.into()
    }

    /// How far the commitment was carried out.
    async fn completion(&self) -> Completion {
        self.0.completion.into()
    }

    /// What came of it so far.
    async fn early_results(&self) -> Option<EarlyResults> {
        self.0.early_results.map(EarlyResults::from)
    }

    /// The reasons, in a language.
    async fn text(&self, ctx: &Context<'_>, locale: Option<Language>) -> Option<String> {
        text(ctx, &self.0.texts, locale)
    }

    /// Where it is published.
    async fn source_url(&self) -> Option<&str> {
        self.0.source_url.as_deref()
    }

    /// The day of the judgement.
    async fn assessed_on(&self) -> Date {
        self.0.assessed_on.into()
    }

    /// Made up for demonstration.
    async fn is_sample(&self) -> bool {
        self.0.is_sample
    }
}

/// What an evaluator is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "assessments::EvaluatorKind")]
pub(crate) enum EvaluatorKind {
    /// The Independent Reporting Mechanism of the Open Government Partnership.
    Irm,
    /// Civil society.
    CivilSociety,
    /// A university.
    University,
    /// The administration.
    Administration,
    /// Others.
    Other,
}

/// How far a commitment was carried out, in the levels of the Open Government Partnership.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "assessments::Completion")]
pub(crate) enum Completion {
    /// Nothing shows it.
    NoEvidence,
    /// Not begun.
    NotStarted,
    /// Begun.
    Limited,
    /// Far along.
    Substantial,
    /// Done.
    Complete,
}

/// What came of a commitment so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "assessments::EarlyResults")]
pub(crate) enum EarlyResults {
    /// Nothing of note.
    NoNotable,
    /// Something.
    Moderate,
    /// Much.
    Significant,
}

/// How fresh what is known of a commitment is, today.
#[derive(Debug, SimpleObject)]
pub(crate) struct Freshness {
    /// The day of the latest report that came with evidence.
    last_evidence_on: Option<Date>,
    /// The day until which the next report is due; it may be past.
    next_due_on: Option<Date>,
    /// The agreed report did not come in time.
    is_stale: bool,
}

impl From<reporting::Freshness> for Freshness {
    fn from(fresh: reporting::Freshness) -> Self {
        Self {
            last_evidence_on: fresh.last_evidence_on.map(Date),
            next_due_on: fresh.next_due_on.map(Date),
            is_stale: fresh.is_stale,
        }
    }
}

/// A change of the wording of a commitment after its adoption.
#[derive(Debug, SimpleObject)]
pub(crate) struct CommitmentChange {
    /// The day of the change.
    changed_on: Date,
    /// What changed, field by field.
    fields: Vec<ChangedField>,
}

/// How many fields of one change are told.
pub(crate) const FIELDS: usize = 100;

impl From<revisions::Revision> for CommitmentChange {
    fn from(revision: revisions::Revision) -> Self {
        let fields = revision.changes.into_iter().take(FIELDS).map(ChangedField::from).collect();
        Self { changed_on: revision.changed_on.into(), fields }
    }
}

/// The change of one field, in one language where it is a text.
#[derive(Debug, SimpleObject)]
pub(crate) struct ChangedField {
    /// What changed, as a code: `title`, `budget`, `milestone_due_on`.
    field: &'static str,
    /// The number of the milestone it is about.
    milestone_number: Option<i32>,
    /// The language of a text.
    locale: Option<Language>,
    /// How it was.
    before: Option<String>,
    /// How it became.
    after: Option<String>,
}

impl From<FieldChange> for ChangedField {
    fn from(change: FieldChange) -> Self {
        Self {
            field: change.field.code(),
            milestone_number: change.milestone,
            locale: change.locale.map(Language::from),
            before: change.before,
            after: change.after,
        }
    }
}

/// What came between the draft of a programme and what was adopted.
#[derive(Debug, SimpleObject)]
pub(crate) struct Comparison {
    /// The day of the draft.
    draft_on: Date,
    /// The day of the adoption.
    adopted_on: Date,
    /// The axes.
    axes: Differences,
    /// The commitments, with their milestones.
    commitments: Differences,
}

/// What was added, withdrawn and reworded.
#[derive(Debug, SimpleObject)]
pub(crate) struct Differences {
    /// What was added.
    added: Vec<ComparedItem>,
    /// What was withdrawn.
    withdrawn: Vec<ComparedItem>,
    /// What was changed.
    changed: Vec<ComparedItem>,
    /// How many stayed the same.
    unchanged: u32,
}

/// An axis or a commitment that differs between two versions.
#[derive(Debug, Clone)]
pub(crate) struct ComparedItem {
    item: versions::Item,
    fields: Vec<FieldChange>,
}

#[Object]
impl ComparedItem {
    /// Its number.
    async fn number(&self) -> i32 {
        self.item.number
    }

    /// Its title in a language.
    async fn title(&self, ctx: &Context<'_>, locale: Option<Language>) -> String {
        text(ctx, &self.item.titles, locale).unwrap_or_default()
    }

    /// What of it changed; nothing where all of it came or went.
    async fn fields(&self) -> Vec<ChangedField> {
        self.fields.iter().take(FIELDS).cloned().map(ChangedField::from).collect()
    }
}

impl From<versions::Comparison> for Comparison {
    fn from(compared: versions::Comparison) -> Self {
        Self {
            draft_on: compared.draft_on.into(),
            adopted_on: compared.adopted_on.into(),
            axes: compared.axes.into(),
            commitments: compared.commitments.into(),
        }
    }
}

impl From<versions::Differences> for Differences {
    fn from(found: versions::Differences) -> Self {
        let whole = |item| ComparedItem { item, fields: Vec::new() };
        let changed = |versions::Changed { number, titles, fields }| ComparedItem {
            item: versions::Item { number, titles },
            fields,
        };
        Self {
            added: found.added.into_iter().map(whole).collect(),
            withdrawn: found.withdrawn.into_iter().map(whole).collect(),
            changed: found.changed.into_iter().map(changed).collect(),
            unchanged: found.unchanged,
        }
    }
}
