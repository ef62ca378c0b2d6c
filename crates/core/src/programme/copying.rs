//! Copies the skeleton of a programme into one that is being prepared: from another member of the
//! network, of whose programme only what is published is read, or from an earlier cycle of one's
//! own. What belongs to a place or to its money is left out: who is responsible, who takes part,
//! what it costs, where it is published, and everything that was reported, measured or judged.

mod reading;
mod searching;
mod shifting;

use sea_orm::Value;
use uuid::Uuid;

use super::editing::{self, Ground};
use crate::ground::database::TenantTx;
use crate::ground::error::{Error, Result};
use crate::ground::ids::{AxisId, ProgrammeId};
use crate::ground::localised::Localised;
use crate::ground::sql;
use crate::tenancy::permission::Action;
use crate::tenancy::scope::Scope;
use crate::trust::audit::Changes;
use shifting::Shift;

pub use reading::{
    Original, OriginalAxis, OriginalCommitment, OriginalIndicator, OriginalMilestone, original,
};
pub use searching::{SourceFilter, SourceMember, SourceProgramme, own_sources, sources};

/// What is to be copied.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CopyInput {
    /// The subdomain of the member it is taken from; one's own where none is given.
    pub member: Option<String>,
    /// The cycle it is taken from.
    pub cycle: String,
    /// The axes that are wanted; all of them where none is named.
    pub axes: Vec<AxisId>,
}

/// What was copied.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Copied {
    /// How many axes.
    pub axes: usize,
    /// How many commitments.
    pub commitments: usize,
    /// How many milestones.
    pub milestones: usize,
}

/// Copies axes, commitments, milestones and the measures of indicators into a programme that is
/// being prepared and holds nothing yet. They are numbered anew; days move with the first day of the
/// programme, and those that would fall outside it are left out.
///
/// # Errors
/// `Denied`; `NotFound` when there is no such programme, or no part of it is public; `Invalid` for
/// an axis that is not in it; `Conflict` when the programme is adopted, or holds something already.
pub async fn copy(scope: &Scope, programme: ProgrammeId, input: CopyInput) -> Result<Copied> {
    scope.require(Action::RunProgramme)?;
    let mut original = original(scope, input.member.as_deref(), &input.cycle).await?;
    if original.is_own && original.programme == programme {
        return Err(Error::Conflict("copy-of-itself"));
    }
    if input.axes.iter().any(|wanted| original.axes.iter().all(|axis| axis.id != *wanted)) {
        return Err(Error::invalid("axes", "field-unknown-value"));
    }
    if !input.axes.is_empty() {
        original.axes.retain(|axis| input.axes.contains(&axis.id));
    }
    let tx = editing::begin(scope).await?;
    let ground = Ground::of(&tx, programme).await?;
    ground.must_be_in_preparation()?;
    must_be_empty(&tx, programme).await?;
    let from = format!("{}/{}", original.slug, original.cycle);
    let changes = Changes::new().field("copied_from", serde_json::Value::Null, from);
    let shift = Shift::between(original.starts_on, (ground.starts_on, ground.ends_on));
    let copied = original.copied();
    Target { scope, ground: &ground, shift }.rows(original).insert(&tx).await?;
    editing::finish_with(tx, scope, "copy_programme", ("programme", programme.0), &changes).await?;
    Ok(copied)
}

async fn must_be_empty(tx: &TenantTx, programme: ProgrammeId) -> Result<()> {
    let held: Option<sql::Count> = sql::one(
        tx,
        "SELECT COUNT(*) AS count FROM axes WHERE tenant_id = $1 AND programme_id = $2",
        [tx.tenant().into(), programme.into()],
    )
    .await?;
    if held.is_some_and(|held| held.count > 0) {
        return Err(Error::Conflict("copy-into-a-tree"));
    }
    Ok(())
}

/// Rows of all tables, gathered so that each table is written by as few statements as possible.
#[derive(Default)]
struct Rows {
    axes: Vec<Vec<Value>>,
    commitments: Vec<Vec<Value>>,
    tags: Vec<Vec<Value>>,
    milestones: Vec<Vec<Value>>,
    indicators: Vec<Vec<Value>>,
}

/// The programme that is copied into.
#[derive(Clone, Copy)]
struct Target<'a> {
    scope: &'a Scope,
    ground: &'a Ground,
    shift: Shift,
}

impl Target<'_> {
    fn rows(self, original: Original) -> Rows {
        let mut rows = Rows::default();
        let mut number = 0;
        for (axis, axis_number) in original.axes.into_iter().zip(1_i32..) {
            let id = self.scope.new_id();
            let row = [axis_number.into(), axis.titles.into(), axis.descriptions.into()];
            rows.axes.push(self.row(id, axis.is_sample, row));
            for commitment in axis.commitments {
                number += 1;
                rows.commitment(self, (id, number), commitment);
            }
        }
        rows
    }

    /// A row with what all tables of the tree begin with. What was made up stays made up.
    fn row<const N: usize>(self, id: Uuid, is_sample: bool, rest: [Value; N]) -> Vec<Value> {
        let Self { scope, ground, .. } = self;
        let first: [Value; 6] = [
            scope.tenant().id.into(),
            id.into(),
            ground.programme.into(),
            (is_sample || ground.is_sample).into(),
            ground.is_shown.into(),
            ground.member_live.into(),
        ];
        first.into_iter().chain(rest).collect()
    }
}

/// The columns of [`Target::row`].
const FIRST: &str = "tenant_id id programme_id is_sample is_published member_live";

impl Rows {
    fn commitment(&mut self, target: Target<'_>, place: (Uuid, i32), commitment: OriginalCommitment) {
        let Target { scope, ground, shift } = target;
        let (axis, number) = place;
        let id = scope.new_id();
        let tags = [("value", commitment.values), ("policy_area", commitment.policy_areas)];
        for (kind, code) in
            tags.into_iter().flat_map(|(kind, codes)| codes.into_iter().map(move |code| (kind, code)))
        {
            let (shown, live) = (ground.is_shown.into(), ground.member_live.into());
            self.tags.push(vec![scope.tenant().id.into(), id.into(), kind.into(), code.into(), shown, live]);
        }
        for (milestone, number) in commitment.milestones.into_iter().zip(1_i32..) {
            let (starts_on, due_on) = (shift.day(milestone.starts_on), shift.day(milestone.due_on));
            let row = [
                id.into(),
                number.into(),
                milestone.titles.into(),
                starts_on.into(),
                due_on.into(),
                milestone.weight.into(),
            ];
            self.milestones.push(target.row(scope.new_id(), milestone.is_sample, row));
        }
        for (indicator, number) in commitment.indicators.into_iter().zip(1_i32..) {
            let (titles, units) = (indicator.titles.into(), indicator.units.into());
            let row = [id.into(), number.into(), titles, units, indicator.is_percentage.into()];
            self.indicators.push(target.row(scope.new_id(), indicator.is_sample, row));
        }
        let row = [
            axis.into(),
            number.into(),
            commitment.titles.into(),
            commitment.descriptions.into(),
            commitment.problems.into(),
            commitment.status_quos.into(),
            commitment.actions.into(),
            commitment.contributions.into(),
            commitment.long_term_goals.into(),
            commitment.expected_results.into(),
            shift.day(commitment.starts_on).into(),
            shift.day(commitment.ends_on).into(),
            Localised::default().into(),
            Localised::default().into(),
            1_i32.into(),
            scope.now().into(),
            scope.now().into(),
        ];
        self.commitments.push(target.row(id, commitment.is_sample, row));
    }

    async fn insert(self, tx: &TenantTx) -> Result<()> {
        let tags = "tenant_id commitment_id kind code is_published member_live".to_owned();
        let tables = [
            ("axes", format!("{FIRST} number titles descriptions"), self.axes),
            (
                "commitments",
                format!(
                    "{FIRST} axis_id number titles descriptions problems status_quos actions contributions \
                     long_term_goals expected_results starts_on ends_on leads partners version created_at updated_at"
                ),
                self.commitments,
            ),
            ("commitment_tags", tags, self.tags),
            (
                "milestones",
                format!("{FIRST} commitment_id number titles starts_on due_on weight"),
                self.milestones,
            ),
            (
                "indicators",
                format!("{FIRST} commitment_id number titles units is_percentage"),
                self.indicators,
            ),
        ];
        for (table, columns, rows) in tables {
            // Five tables, whatever the programme holds.
            let columns: Vec<&str> = columns.split_whitespace().collect();
            sql::insert_all(tx, table, &columns, rows).await?;
        }
        Ok(())
    }
}
