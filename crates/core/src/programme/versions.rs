//! Versions: the tree of a programme as it stood when the public was asked about it and when the
//! council adopted it, kept word for word, and what came between the two.

mod comparing;
mod reading;

use std::collections::HashMap;

use chrono::NaiveDate;
use sea_orm::{FromJsonQueryResult, FromQueryResult, Value};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::statements::{Binds, MOST_IDS};
use super::states::coded;
use crate::ground::database::TenantTx;
use crate::ground::error::Result;
use crate::ground::ids::{AxisId, CommitmentId, MilestoneId, ProgrammeId, VersionId};
use crate::ground::localised::Localised;
use crate::ground::sql;
use crate::tenancy::scope::{PublicScope, Scope};

pub use comparing::{Changed, Comparison, Differences, Field, FieldChange, Item, axis_changes, changes};
pub(crate) use reading::{read, read_commitments};

/// Which moment a version keeps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// What the public was asked about.
    Draft,
    /// What the council adopted.
    Adopted,
}

coded! {
    Kind {
        Draft = "draft",
        Adopted = "adopted",
    }
}

/// A programme's tree at a moment.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub struct VersionTree {
    /// Its axes by number.
    pub axes: Vec<AxisVersion>,
    /// Its commitments by number.
    pub commitments: Vec<CommitmentVersion>,
}

/// An axis at a moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub struct AxisVersion {
    /// Which axis.
    pub id: AxisId,
    /// Its number.
    pub number: i32,
    /// Its titles.
    pub titles: Localised,
    /// What it is.
    #[serde(default)]
    pub descriptions: Localised,
}

/// A commitment at a moment, with its milestones.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub struct CommitmentVersion {
    /// Which commitment.
    pub id: CommitmentId,
    /// The number of its axis.
    pub axis: i32,
    /// Its number within the programme.
    pub number: i32,
    /// Its titles.
    pub titles: Localised,
    /// What it is.
    #[serde(default)]
    pub descriptions: Localised,
    /// The problem it answers.
    #[serde(default)]
    pub problems: Localised,
    /// How things stood before.
    #[serde(default)]
    pub status_quos: Localised,
    /// What will be done.
    #[serde(default)]
    pub actions: Localised,
    /// How that answers the problem.
    #[serde(default)]
    pub contributions: Localised,
    /// The goal it serves in the long run.
    #[serde(default)]
    pub long_term_goals: Localised,
    /// What is to come of it.
    #[serde(default)]
    pub expected_results: Localised,
    /// Who is responsible.
    #[serde(default)]
    pub leads: Localised,
    /// Who takes part.
    #[serde(default)]
    pub partners: Localised,
    /// Where the money comes from.
    #[serde(default)]
    pub funding_sources: Localised,
    /// Whole dirhams.
    #[serde(default)]
    pub budget: Option<i64>,
    /// Its first day.
    #[serde(default)]
    pub starts_on: Option<NaiveDate>,
    /// Its last day.
    #[serde(default)]
    pub ends_on: Option<NaiveDate>,
    /// Its milestones by number.
    #[serde(default)]
    pub milestones: Vec<MilestoneVersion>,
}

/// A milestone at a moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MilestoneVersion {
    /// Which milestone.
    pub id: MilestoneId,
    /// Its number within the commitment.
    pub number: i32,
    /// Its titles.
    pub titles: Localised,
    /// When work begins.
    #[serde(default)]
    pub starts_on: Option<NaiveDate>,
    /// When it is to be complete.
    #[serde(default)]
    pub due_on: Option<NaiveDate>,
    /// How much it counts beside the others.
    pub weight: i32,
}

impl AxisVersion {
    /// A short sign of all that it says: another sign means that somebody changed it.
    pub fn sign(&self) -> String {
        sign(self)
    }
}

impl MilestoneVersion {
    /// A short sign of all that it says: another sign means that somebody changed it.
    pub fn sign(&self) -> String {
        sign(self)
    }
}

fn sign(version: &impl Serialize) -> String {
    // Text, numbers and days: nothing of them can fail to be written.
    let text = serde_json::to_vec(version).unwrap_or_default();
    Sha256::digest(text).iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}

/// Keeps the tree of a programme as it stands, in the transaction of the verb that it belongs to.
pub(crate) async fn take(
    tx: &TenantTx,
    scope: &Scope,
    programme: ProgrammeId,
    kind: Kind,
    on: NaiveDate,
) -> Result<VersionId> {
    let tree = read(tx, tx.tenant(), programme, None).await?;
    let id = VersionId(scope.new_id());
    let live = super::cycle::is_live(tx).await?;
    let row: [(&str, Value); 9] = [
        ("tenant_id", tx.tenant().into()),
        ("id", id.into()),
        ("programme_id", programme.into()),
        ("kind", kind.code().into()),
        ("taken_on", on.into()),
        ("content", tree.into()),
        ("is_published", true.into()),
        ("member_live", live.into()),
        ("created_at", scope.now().into()),
    ];
    sql::insert(tx, "programme_versions", row).await?;
    Ok(id)
}

/// What came between the draft of a programme and what was adopted; nothing where one of them was
/// never kept. Published: all may call it.
///
/// # Errors
/// A database fault.
pub async fn compare(scope: &PublicScope, programme: ProgrammeId) -> Result<Option<Comparison>> {
    Ok(compare_all(scope, &[programme]).await?.remove(&programme))
}

/// Whether [`compare`] would give anything, without reading what was kept. Published: all may call it.
///
/// # Errors
/// A database fault.
pub async fn is_comparable(scope: &PublicScope, programme: ProgrammeId) -> Result<bool> {
    #[derive(FromQueryResult)]
    struct Row {
        kinds: i64,
    }
    let mut binds = Binds::default();
    let wanted = format!("p.id = {}", binds.one(programme));
    let kept = kept(scope, &wanted, &mut binds);
    let text = format!("SELECT COUNT(DISTINCT v.kind) AS kinds {kept}");
    let row: Option<Row> = sql::one(&scope.reads(), &text, binds.into_values()).await?;
    Ok(row.is_some_and(|row| row.kinds == Kind::ALL.len() as i64))
}

/// The versions `v` that the public may see of the programmes `p` that are wanted.
fn kept(scope: &PublicScope, wanted: &str, binds: &mut Binds) -> String {
    let member = binds.member(scope, "p");
    format!(
        "FROM programmes p
         JOIN programme_versions v ON v.tenant_id = p.tenant_id AND v.programme_id = p.id
         WHERE {wanted} AND p.is_published AND p.member_live{member} AND v.is_published AND v.member_live"
    )
}

/// What came between the draft of each of these programmes and what was adopted, by one statement.
/// Published: all may call it.
///
/// # Errors
/// A database fault.
pub async fn compare_all(
    scope: &PublicScope,
    programmes: &[ProgrammeId],
) -> Result<HashMap<ProgrammeId, Comparison>> {
    #[derive(FromQueryResult)]
    struct Row {
        programme: ProgrammeId,
        kind: Kind,
        taken_on: NaiveDate,
        content: VersionTree,
    }
    let mut kept: HashMap<ProgrammeId, Vec<Row>> = HashMap::new();
    for part in programmes.chunks(MOST_IDS) {
        let mut binds = Binds::default();
        let wanted = format!("p.id IN ({})", binds.list(part.iter().copied()));
        let shown = self::kept(scope, &wanted, &mut binds);
        // The latest of each kind, because a version's id rises with time.
        let text = format!(
            "SELECT x.programme, x.kind, x.taken_on, x.content FROM (
               SELECT p.id AS programme, v.kind, v.taken_on, v.content,
                 ROW_NUMBER() OVER (PARTITION BY p.id, v.kind ORDER BY v.id DESC) AS place {shown}
             ) x WHERE x.place = 1"
        );
        let rows: Vec<Row> = sql::all(&scope.reads(), &text, binds.into_values()).await?;
        for row in rows {
            kept.entry(row.programme).or_default().push(row);
        }
    }
    let compared = kept.into_iter().filter_map(|(programme, rows)| {
        let latest = |kind| rows.iter().find(|row| row.kind == kind);
        let (draft, adopted) = (latest(Kind::Draft)?, latest(Kind::Adopted)?);
        let sides = ((draft.taken_on, &draft.content), (adopted.taken_on, &adopted.content));
        Some((programme, Comparison::of(sides.0, sides.1)))
    });
    Ok(compared.collect())
}
