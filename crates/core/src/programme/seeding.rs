//! Loads a whole programme at once: for the demonstration, imports and tests of load. The bounds
//! are those that lists without pages rely on, so they are enforced wherever rows are written.

pub(super) mod checking;

use chrono::NaiveDate;
use sea_orm::{FromQueryResult, Value};

use super::programmes::{Origin, Phase, ProgrammeStatus, SessionKind};
use super::reports::ReportInput;
use super::summaries;
use crate::ground::database::TenantTx;
use crate::ground::error::{Error, Result};
use crate::ground::ids::ProgrammeId;
use crate::ground::localised::Localised;
use crate::ground::sql;
use crate::tenancy::collectivities;
use crate::tenancy::permission::Action;
use crate::tenancy::scope::Scope;
use crate::trust::audit;

/// Axes of a programme at most.
pub const MOST_AXES: usize = 12;
/// Commitments of an axis at most.
pub const MOST_COMMITMENTS: usize = 40;
/// Milestones of a commitment at most.
pub const MOST_MILESTONES: usize = 20;

/// A programme to load.
#[derive(Debug, Clone)]
pub struct SeedProgramme {
    /// Its years, `2024-2025`; unique within the member.
    pub cycle: String,
    /// Who adopted it.
    pub origin: Origin,
    /// Where it stands.
    pub status: ProgrammeStatus,
    /// What readers should know about it.
    pub notes: Localised,
    /// Where it is published.
    pub source_url: Option<String>,
    /// Its first day.
    pub starts_on: Option<NaiveDate>,
    /// Its last day.
    pub ends_on: Option<NaiveDate>,
    /// The day of its adoption.
    pub adopted_on: Option<NaiveDate>,
    /// The session that adopted it.
    pub session_kind: Option<SessionKind>,
    /// Its tree is kept from the public until its draft is published.
    pub is_draft_hidden: bool,
    /// Made up for demonstration.
    pub is_sample: bool,
    /// Its steps; each step once.
    pub phases: Vec<Phase>,
    /// Its axes, [`MOST_AXES`] at most.
    pub axes: Vec<SeedAxis>,
}

/// An axis to load.
#[derive(Debug, Clone, Default)]
pub struct SeedAxis {
    /// Its number within the programme.
    pub number: i32,
    /// Its titles.
    pub titles: Localised,
    /// What it is.
    pub descriptions: Localised,
    /// Made up for demonstration.
    pub is_sample: bool,
    /// Its commitments, [`MOST_COMMITMENTS`] at most.
    pub commitments: Vec<SeedCommitment>,
}

/// A commitment to load.
#[derive(Debug, Clone, Default)]
pub struct SeedCommitment {
    /// Its number within the programme (not the axis).
    pub number: i32,
    /// Its titles.
    pub titles: Localised,
    /// What it is.
    pub descriptions: Localised,
    /// The problem it answers.
    pub problems: Localised,
    /// How things stood before.
    pub status_quos: Localised,
    /// What will be done.
    pub actions: Localised,
    /// How that answers the problem.
    pub contributions: Localised,
    /// The goal it serves in the long run.
    pub long_term_goals: Localised,
    /// What is to come of it.
    pub expected_results: Localised,
    /// Who is responsible.
    pub leads: Localised,
    /// Who takes part.
    pub partners: Localised,
    /// Where the money comes from.
    pub funding_sources: Localised,
    /// Whole dirhams.
    pub budget: Option<i64>,
    /// Values of open government it serves, as codes.
    pub values: Vec<String>,
    /// Policy areas, as codes.
    pub policy_areas: Vec<String>,
    /// Its code at the Open Government Partnership.
    pub ogp_code: Option<String>,
    /// Where it is published.
    pub source_url: Option<String>,
    /// Its first day.
    pub starts_on: Option<NaiveDate>,
    /// Its last day.
    pub ends_on: Option<NaiveDate>,
    /// Made up for demonstration.
    pub is_sample: bool,
    /// Its milestones, [`MOST_MILESTONES`] at most.
    pub milestones: Vec<SeedMilestone>,
}

/// A milestone to load.
#[derive(Debug, Clone, Default)]
pub struct SeedMilestone {
    /// Its number within the commitment.
    pub number: i32,
    /// Its titles.
    pub titles: Localised,
    /// When work begins.
    pub starts_on: Option<NaiveDate>,
    /// When it is to be complete.
    pub due_on: Option<NaiveDate>,
    /// How much it counts beside the others, 1 to 100; one when it is not said.
    pub weight: Option<i32>,
    /// Made up for demonstration.
    pub is_sample: bool,
    /// Its reports, all approved on the day they speak of.
    pub reports: Vec<SeedReport>,
}

/// A report to load.
#[derive(Debug, Clone)]
pub struct SeedReport {
    /// What it says.
    pub report: ReportInput,
    /// Made up for demonstration.
    pub is_sample: bool,
}

/// Rows of all tables, gathered so that each table is written by as few statements as possible.
#[derive(Default)]
struct Rows {
    phases: Vec<Vec<Value>>,
    axes: Vec<Vec<Value>>,
    commitments: Vec<Vec<Value>>,
    tags: Vec<Vec<Value>>,
    milestones: Vec<Vec<Value>>,
    reports: Vec<Vec<Value>>,
}

/// Loads a programme with all that belongs to it, published at once.
///
/// # Errors
/// `Invalid` naming each field beyond its bounds; `Conflict` when the member has a programme of
/// this cycle already.
pub async fn plant(scope: &Scope, mut seed: SeedProgramme) -> Result<ProgrammeId> {
    scope.require(Action::ReportProgress)?;
    checking::check(scope.today(), &mut seed)?;
    let id = ProgrammeId(scope.new_id());
    let tx = scope.begin().await?;
    // This locks the tenant's own row, so that what is written at once is counted one by one.
    collectivities::raise_content_version(&tx, scope).await?;
    let live = is_live(&tx).await?;
    let programme: [(&str, Value); 16] = [
        ("tenant_id", tx.tenant().into()),
        ("id", id.into()),
        ("cycle", seed.cycle.into()),
        ("origin", seed.origin.code().into()),
        ("status", seed.status.code().into()),
        ("notes", seed.notes.into()),
        ("source_url", seed.source_url.into()),
        ("starts_on", seed.starts_on.into()),
        ("ends_on", seed.ends_on.into()),
        ("adopted_on", seed.adopted_on.into()),
        ("session_kind", seed.session_kind.map(SessionKind::code).into()),
        ("is_sample", seed.is_sample.into()),
        ("is_published", true.into()),
        ("member_live", live.into()),
        ("version", 1_i32.into()),
        ("created_at", scope.now().into()),
    ];
    let columns: Vec<&str> = programme.iter().map(|(column, _)| *column).chain(["updated_at"]).collect();
    let row = programme.into_iter().map(|(_, value)| value).chain([scope.now().into()]).collect();
    let inserted = sql::insert_all(&tx, "programmes", &columns, vec![row]).await;
    sql::or_taken(inserted, || Error::Conflict("field-not-unique"))?;
    rows(scope, id, Shown { tree: !seed.is_draft_hidden, live }, seed.phases, seed.axes).insert(&tx).await?;
    summaries::refresh(&tx, scope).await?;
    audit::record(&tx, scope, "load_programme", "programme", id.0).await?;
    tx.commit().await?;
    collectivities::tell_changed(scope).await;
    Ok(id)
}

/// Whether the tenant's site is open, which its new rows have to carry.
async fn is_live(tx: &TenantTx) -> Result<bool> {
    #[derive(FromQueryResult)]
    struct Open {
        status: String,
    }
    let found: Option<Open> =
        sql::one(tx, "SELECT status FROM collectivities WHERE id = $1", [tx.tenant().into()]).await?;
    Ok(found.is_some_and(|row| row.status == "active"))
}

/// What the public sees of new rows.
#[derive(Clone, Copy)]
pub(super) struct Shown {
    /// The tree is public.
    pub(super) tree: bool,
    /// The site of the member is open.
    pub(super) live: bool,
}

/// Writes a tree that was checked under a programme that has none, in the transaction of its caller.
pub(super) async fn insert_tree(
    tx: &TenantTx,
    scope: &Scope,
    programme: ProgrammeId,
    shown: Shown,
    axes: Vec<SeedAxis>,
) -> Result<()> {
    rows(scope, programme, shown, Vec::new(), axes).insert(tx).await
}

fn rows(
    scope: &Scope,
    programme: ProgrammeId,
    shown: Shown,
    phases: Vec<Phase>,
    axes: Vec<SeedAxis>,
) -> Rows {
    let tenant = || Value::from(scope.tenant().id);
    let programme = || Value::from(programme);
    let Shown { tree, live } = shown;
    let now = || Value::from(scope.now());
    let mut rows = Rows::default();
    for phase in phases {
        rows.phases.push(vec![
            tenant(),
            scope.new_id().into(),
            programme(),
            phase.step.into(),
            phase.planned_on.into(),
            phase.started_on.into(),
            phase.finished_on.into(),
            phase.notes.into(),
            true.into(),
            live.into(),
        ]);
    }
    for axis in axes {
        let axis_id = scope.new_id();
        rows.axes.push(vec![
            tenant(),
            axis_id.into(),
            programme(),
            axis.number.into(),
            axis.titles.into(),
            axis.descriptions.into(),
            axis.is_sample.into(),
            tree.into(),
            live.into(),
        ]);
        for commitment in axis.commitments {
            let commitment_id = scope.new_id();
            let tags = [("value", commitment.values), ("policy_area", commitment.policy_areas)];
            for (kind, code) in
                tags.into_iter().flat_map(|(kind, codes)| codes.into_iter().map(move |code| (kind, code)))
            {
                rows.tags.push(vec![
                    tenant(),
                    commitment_id.into(),
                    kind.into(),
                    code.into(),
                    tree.into(),
                    live.into(),
                ]);
            }
            rows.commitments.push(vec![
                tenant(),
                commitment_id.into(),
                programme(),
                axis_id.into(),
                commitment.number.into(),
                commitment.titles.into(),
                commitment.descriptions.into(),
                commitment.problems.into(),
                commitment.status_quos.into(),
                commitment.actions.into(),
                commitment.contributions.into(),
                commitment.long_term_goals.into(),
                commitment.expected_results.into(),
                commitment.leads.into(),
                commitment.partners.into(),
                commitment.funding_sources.into(),
                commitment.budget.into(),
                commitment.ogp_code.into(),
                commitment.source_url.into(),
                commitment.starts_on.into(),
                commitment.ends_on.into(),
                commitment.is_sample.into(),
                tree.into(),
                live.into(),
                1_i32.into(),
                now(),
                now(),
            ]);
            for milestone in commitment.milestones {
                let milestone_id = scope.new_id();
                rows.milestones.push(vec![
                    tenant(),
                    milestone_id.into(),
                    programme(),
                    commitment_id.into(),
                    milestone.number.into(),
                    milestone.titles.into(),
                    milestone.starts_on.into(),
                    milestone.due_on.into(),
                    milestone.weight.unwrap_or(1).into(),
                    milestone.is_sample.into(),
                    tree.into(),
                    live.into(),
                ]);
                for SeedReport { report, is_sample } in milestone.reports {
                    rows.reports.push(vec![
                        tenant(),
                        scope.new_id().into(),
                        programme(),
                        milestone_id.into(),
                        report.state.code().into(),
                        report.texts.into(),
                        report.evidence_url.into(),
                        report.obstacle.into(),
                        "approved".into(),
                        report.reported_on.into(),
                        report.reported_on.into(),
                        report.period_ends_on.into(),
                        is_sample.into(),
                        live.into(),
                        now(),
                    ]);
                }
            }
        }
    }
    rows
}

impl Rows {
    async fn insert(self, tx: &TenantTx) -> Result<()> {
        let tables = [
            (
                "phases",
                "tenant_id id programme_id step planned_on started_on finished_on notes is_published member_live",
                self.phases,
            ),
            (
                "axes",
                "tenant_id id programme_id number titles descriptions is_sample is_published member_live",
                self.axes,
            ),
            (
                "commitments",
                "tenant_id id programme_id axis_id number titles descriptions problems status_quos actions \
                 contributions long_term_goals expected_results leads partners funding_sources budget ogp_code \
                 source_url starts_on ends_on is_sample is_published member_live version created_at updated_at",
                self.commitments,
            ),
            ("commitment_tags", "tenant_id commitment_id kind code is_published member_live", self.tags),
            (
                "milestones",
                "tenant_id id programme_id commitment_id number titles starts_on due_on weight is_sample \
                 is_published member_live",
                self.milestones,
            ),
            (
                "progress_reports",
                "tenant_id id programme_id milestone_id state texts evidence_url obstacle status reported_on \
                 published_on period_ends_on is_sample member_live created_at",
                self.reports,
            ),
        ];
        for (table, columns, rows) in tables {
            // Six tables, whatever the programme holds.
            let columns: Vec<&str> = columns.split_whitespace().collect();
            sql::insert_all(tx, table, &columns, rows).await?;
        }
        Ok(())
    }
}
