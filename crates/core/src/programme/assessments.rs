//! What somebody else judges of a commitment, in the five levels of the Open Government
//! Partnership's reporting mechanism. It stands beside what the member declares and enters no
//! number of ours.

use std::collections::HashMap;

use chrono::NaiveDate;
use sea_orm::{FromQueryResult, Value};

use super::indicators::about;
use super::reports;
use super::statements::{Binds, MOST_IDS};
use super::states::coded;
use crate::ground::error::{FieldError, Result};
use crate::ground::ids::{AssessmentId, CommitmentId};
use crate::ground::input::Checks;
use crate::ground::localised::Localised;
use crate::ground::sql;
use crate::tenancy::collectivities;
use crate::tenancy::permission::Action;
use crate::tenancy::scope::{PublicScope, Scope};
use crate::trust::audit;

/// Who judges.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum EvaluatorKind {
    /// The Independent Reporting Mechanism of the Open Government Partnership.
    Irm,
    /// An association.
    CivilSociety,
    /// A university.
    University,
    /// A public body.
    Administration,
    /// Somebody else.
    Other,
}

/// How far a commitment was carried out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Completion {
    /// Nothing shows that it was.
    NoEvidence,
    /// It was not begun.
    NotStarted,
    /// A little of it.
    Limited,
    /// Most of it.
    Substantial,
    /// All of it.
    Complete,
}

/// What came of a commitment so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum EarlyResults {
    /// Nothing notable.
    NoNotable,
    /// Something.
    Moderate,
    /// Much.
    Significant,
}

coded! {
    EvaluatorKind {
        Irm = "irm",
        CivilSociety = "civil_society",
        University = "university",
        Administration = "administration",
        Other = "other",
    }
    Completion {
        NoEvidence = "no_evidence",
        NotStarted = "not_started",
        Limited = "limited",
        Substantial = "substantial",
        Complete = "complete",
    }
    EarlyResults {
        NoNotable = "no_notable",
        Moderate = "moderate",
        Significant = "significant",
    }
}

/// The judgement of a named evaluator on a commitment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assessment {
    /// Its id.
    pub id: AssessmentId,
    /// The commitment it is about.
    pub commitment: CommitmentId,
    /// Who judges, by name.
    pub evaluator: String,
    /// What they are.
    pub evaluator_kind: EvaluatorKind,
    /// How far it was carried out.
    pub completion: Completion,
    /// What came of it so far; none where that was not judged.
    pub early_results: Option<EarlyResults>,
    /// Why, in their words.
    pub texts: Localised,
    /// Where it was published.
    pub source_url: Option<String>,
    /// The day of the judgement.
    pub assessed_on: NaiveDate,
    /// Made up for demonstration.
    pub is_sample: bool,
}

/// A judgement to record.
#[derive(Debug, Clone)]
pub struct AssessmentInput {
    /// Who judges, by name.
    pub evaluator: String,
    /// What they are.
    pub evaluator_kind: EvaluatorKind,
    /// How far it was carried out.
    pub completion: Completion,
    /// What came of it so far.
    pub early_results: Option<EarlyResults>,
    /// Why, in their words.
    pub texts: Localised,
    /// Where it was published: an `http` or `https` address.
    pub source_url: Option<String>,
    /// The day of the judgement, today at the latest.
    pub assessed_on: NaiveDate,
}

#[derive(FromQueryResult)]
struct Row {
    id: AssessmentId,
    commitment: CommitmentId,
    evaluator: String,
    evaluator_kind: EvaluatorKind,
    completion: Completion,
    early_results: Option<String>,
    texts: Localised,
    source_url: Option<String>,
    assessed_on: NaiveDate,
    is_sample: bool,
}

/// Records a judgement. It stays as it is; a later one stands beside it.
///
/// # Errors
/// `NotFound`; `Invalid` without the name of the evaluator, for a day ahead, or for an address that
/// is none.
pub async fn record(scope: &Scope, commitment: CommitmentId, input: AssessmentInput) -> Result<AssessmentId> {
    scope.require(Action::RecordAssessment)?;
    let mut checks = Checks::default();
    let evaluator = checks.line("evaluator", &input.evaluator, 160);
    if evaluator.is_empty() {
        checks.refuse(FieldError::new("evaluator", "field-required"));
    }
    let texts = checks.localised_block("texts", &input.texts, 10_000);
    let source_url = reports::link(&mut checks, "source_url", input.source_url.as_deref());
    if input.assessed_on > scope.today() {
        checks.refuse(FieldError::new("assessed_on", "field-invalid-date"));
    }
    checks.finish()?;
    let tx = scope.begin().await?;
    collectivities::raise_content_version(&tx, scope).await?;
    let about = about(&tx, commitment).await?;
    let id = AssessmentId(scope.new_id());
    let row: [(&str, Value); 16] = [
        ("tenant_id", tx.tenant().into()),
        ("id", id.into()),
        ("programme_id", about.programme_id.into()),
        ("commitment_id", commitment.into()),
        ("evaluator", evaluator.into()),
        ("evaluator_kind", input.evaluator_kind.code().into()),
        ("completion", input.completion.code().into()),
        ("early_results", input.early_results.map(EarlyResults::code).into()),
        ("texts", texts.into()),
        ("source_url", source_url.into()),
        ("assessed_on", input.assessed_on.into()),
        ("is_sample", about.is_sample.into()),
        ("is_published", about.is_published.into()),
        ("member_live", about.member_live.into()),
        ("author_id", scope.person_id().into()),
        ("created_at", scope.now().into()),
    ];
    sql::insert(&tx, "assessments", row).await?;
    audit::record(&tx, scope, Action::RecordAssessment.code(), "commitment", commitment.0).await?;
    tx.commit().await?;
    collectivities::tell_changed(scope).await;
    Ok(id)
}

/// The judgements on these commitments, the latest first; up to a day if one is given. Published:
/// all may call it.
///
/// # Errors
/// A database fault.
pub async fn by_commitments(
    scope: &PublicScope,
    commitments: &[CommitmentId],
    as_of: Option<NaiveDate>,
) -> Result<HashMap<CommitmentId, Vec<Assessment>>> {
    let mut found: HashMap<CommitmentId, Vec<Assessment>> = HashMap::new();
    for part in commitments.chunks(MOST_IDS) {
        let mut binds = Binds::default();
        let (ids, member) = (binds.list(part.iter().copied()), binds.member(scope, "c"));
        let until = as_of.map(|day| format!(" AND s.assessed_on <= {}", binds.one(day))).unwrap_or_default();
        let text = format!(
            "SELECT s.id, s.commitment_id AS commitment, s.evaluator, s.evaluator_kind, s.completion,
               s.early_results, s.texts, s.source_url, s.assessed_on, s.is_sample
             FROM commitments c
             JOIN assessments s ON s.tenant_id = c.tenant_id AND s.commitment_id = c.id
             WHERE c.id IN ({ids}) AND c.is_published AND c.member_live{member} AND s.is_published AND s.member_live{until}
             ORDER BY s.assessed_on DESC, s.id DESC"
        );
        let rows: Vec<Row> = sql::all(&scope.reads(), &text, binds.into_values()).await?;
        for row in rows {
            let early_results = row.early_results.as_deref().and_then(EarlyResults::from_code);
            found.entry(row.commitment).or_default().push(Assessment {
                id: row.id,
                commitment: row.commitment,
                evaluator: row.evaluator,
                evaluator_kind: row.evaluator_kind,
                completion: row.completion,
                early_results,
                texts: row.texts,
                source_url: row.source_url,
                assessed_on: row.assessed_on,
                is_sample: row.is_sample,
            });
        }
    }
    Ok(found)
}
