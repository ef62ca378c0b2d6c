//! Reads the programme that is copied: one's own as it stands, another member's through the public
//! reads, in the tenant of its owner, and of it only what is published.

use std::collections::HashMap;

use chrono::NaiveDate;
use sea_orm::{FromQueryResult, Value};

use super::Copied;
use crate::ground::error::{Error, Result};
use crate::ground::ids::{AxisId, CommitmentId, ProgrammeId, TenantId};
use crate::ground::localised::Localised;
use crate::ground::sql::{self, Source};
use crate::tenancy::collectivities;
use crate::tenancy::permission::Action;
use crate::tenancy::scope::Scope;

/// A programme that can be copied.
#[derive(Debug, Clone)]
pub struct Original {
    /// Which programme.
    pub programme: ProgrammeId,
    /// The subdomain of its member.
    pub slug: String,
    /// What its member is.
    pub kind: collectivities::Kind,
    /// The names of its member.
    pub names: Localised,
    /// It is one of the member's own.
    pub is_own: bool,
    /// Its years.
    pub cycle: String,
    /// Its first day.
    pub starts_on: Option<NaiveDate>,
    /// Its axes by number.
    pub axes: Vec<OriginalAxis>,
}

/// An axis that can be copied.
#[derive(Debug, Clone, FromQueryResult)]
pub struct OriginalAxis {
    /// Which axis.
    pub id: AxisId,
    /// Its number.
    pub number: i32,
    /// Its titles.
    pub titles: Localised,
    /// What it is.
    pub descriptions: Localised,
    /// Made up for demonstration.
    pub is_sample: bool,
    /// Its commitments by number.
    #[sea_orm(skip)]
    pub commitments: Vec<OriginalCommitment>,
}

/// What is copied of a commitment.
#[derive(Debug, Clone, FromQueryResult)]
pub struct OriginalCommitment {
    /// Which commitment.
    pub id: CommitmentId,
    /// The axis it stands in.
    pub axis: AxisId,
    /// Its number.
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
    /// Its first day.
    pub starts_on: Option<NaiveDate>,
    /// Its last day.
    pub ends_on: Option<NaiveDate>,
    /// Made up for demonstration.
    pub is_sample: bool,
    /// Values of open government it serves, as codes.
    #[sea_orm(skip)]
    pub values: Vec<String>,
    /// Policy areas, as codes.
    #[sea_orm(skip)]
    pub policy_areas: Vec<String>,
    /// Its milestones by number.
    #[sea_orm(skip)]
    pub milestones: Vec<OriginalMilestone>,
    /// Its indicators by number, without their values.
    #[sea_orm(skip)]
    pub indicators: Vec<OriginalIndicator>,
}

/// What is copied of a milestone.
#[derive(Debug, Clone, FromQueryResult)]
pub struct OriginalMilestone {
    /// The commitment it belongs to.
    pub commitment: CommitmentId,
    /// Its titles.
    pub titles: Localised,
    /// When work began.
    pub starts_on: Option<NaiveDate>,
    /// When it was to be complete.
    pub due_on: Option<NaiveDate>,
    /// How much it counts beside the others.
    pub weight: i32,
    /// Made up for demonstration.
    pub is_sample: bool,
}

/// What is copied of an indicator: what is measured and in what, no value.
#[derive(Debug, Clone, FromQueryResult)]
pub struct OriginalIndicator {
    /// The commitment it belongs to.
    pub commitment: CommitmentId,
    /// What is measured.
    pub titles: Localised,
    /// In what.
    pub units: Localised,
    /// Its values are from 0 to 100.
    pub is_percentage: bool,
    /// Made up for demonstration.
    pub is_sample: bool,
}

/// The programme of a cycle as it can be copied: of the member with this subdomain what is
/// published, or one's own.
///
/// # Errors
/// `Denied`; `NotFound` when there is none, or nothing of its tree may be read.
pub async fn original(scope: &Scope, member: Option<&str>, cycle: &str) -> Result<Original> {
    scope.require(Action::RunProgramme)?;
    let own = scope.tenant();
    let original = match member.filter(|slug| *slug != own.slug) {
        None => {
            let tx = scope.begin_read().await?;
            let of = (own.id, own.slug.clone(), own.kind, own.names.clone());
            let original = read(&tx, of, cycle, What::All).await?;
            tx.commit().await?;
            original
        }
        Some(slug) => {
            // A member that was suspended or has left is not found.
            let member = collectivities::find(scope.public(), slug).await?;
            let of = (member.id, member.slug, member.kind, member.names);
            read(&scope.public().reads(), of, cycle, What::Published).await?
        }
    };
    if original.axes.is_empty() { Err(Error::NotFound("programme")) } else { Ok(original) }
}

/// How much of a programme may be read.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    All,
    Published,
}

impl What {
    /// The condition on a table with this alias.
    pub(super) fn of(self, alias: &str) -> String {
        match self {
            Self::All => String::new(),
            Self::Published => format!(" AND {alias}.is_published AND {alias}.member_live"),
        }
    }
}

/// Six statements, whatever the programme holds.
async fn read(
    source: &impl Source,
    (tenant, slug, kind, names): (TenantId, String, collectivities::Kind, Localised),
    cycle: &str,
    what: What,
) -> Result<Original> {
    #[derive(FromQueryResult)]
    struct Row {
        id: ProgrammeId,
        starts_on: Option<NaiveDate>,
    }
    #[derive(FromQueryResult)]
    struct Tag {
        commitment: CommitmentId,
        kind: String,
        code: String,
    }
    let text = format!(
        "SELECT p.id, p.starts_on FROM programmes p WHERE p.tenant_id = $1 AND p.cycle = $2{}",
        what.of("p")
    );
    let found: Option<Row> = sql::one(source, &text, [tenant.into(), cycle.into()]).await?;
    let programme = found.ok_or(Error::NotFound("programme"))?;
    let key = || -> [Value; 2] { [tenant.into(), programme.id.into()] };
    let text = format!(
        "SELECT a.id, a.number, a.titles, a.descriptions, a.is_sample FROM axes a
         WHERE a.tenant_id = $1 AND a.programme_id = $2{} ORDER BY a.number",
        what.of("a")
    );
    let mut axes: Vec<OriginalAxis> = sql::all(source, &text, key()).await?;
    let text = format!(
        "SELECT c.id, c.axis_id AS axis, c.number, c.titles, c.descriptions, c.problems, c.status_quos, c.actions,
           c.contributions, c.long_term_goals, c.expected_results, c.starts_on, c.ends_on, c.is_sample
         FROM commitments c WHERE c.tenant_id = $1 AND c.programme_id = $2{} ORDER BY c.number",
        what.of("c")
    );
    let mut commitments: Vec<OriginalCommitment> = sql::all(source, &text, key()).await?;
    let of_programme = "c.tenant_id = $1 AND c.programme_id = $2";
    let text = format!(
        "SELECT t.commitment_id AS commitment, t.kind, t.code
         FROM commitments c JOIN commitment_tags t ON t.tenant_id = c.tenant_id AND t.commitment_id = c.id
         WHERE {of_programme}{} ORDER BY t.code",
        what.of("t")
    );
    let tags: Vec<Tag> = sql::all(source, &text, key()).await?;
    let text = format!(
        "SELECT m.commitment_id AS commitment, m.titles, m.starts_on, m.due_on, m.weight, m.is_sample
         FROM milestones m WHERE m.tenant_id = $1 AND m.programme_id = $2{} ORDER BY m.number",
        what.of("m")
    );
    let milestones: Vec<OriginalMilestone> = sql::all(source, &text, key()).await?;
    let text = format!(
        "SELECT i.commitment_id AS commitment, i.titles, i.units, i.is_percentage, i.is_sample
         FROM indicators i WHERE i.tenant_id = $1 AND i.programme_id = $2{} ORDER BY i.number",
        what.of("i")
    );
    let indicators: Vec<OriginalIndicator> = sql::all(source, &text, key()).await?;
    let mut places: HashMap<CommitmentId, &mut OriginalCommitment> =
        commitments.iter_mut().map(|commitment| (commitment.id, commitment)).collect();
    // What belongs to a commitment that may not be read is not read either.
    for Tag { commitment, kind, code } in tags {
        if let Some(place) = places.get_mut(&commitment) {
            if kind == "value" { place.values.push(code) } else { place.policy_areas.push(code) }
        }
    }
    for milestone in milestones {
        if let Some(place) = places.get_mut(&milestone.commitment) {
            place.milestones.push(milestone);
        }
    }
    for indicator in indicators {
        if let Some(place) = places.get_mut(&indicator.commitment) {
            place.indicators.push(indicator);
        }
    }
    for commitment in commitments {
        if let Some(axis) = axes.iter_mut().find(|axis| axis.id == commitment.axis) {
            axis.commitments.push(commitment);
        }
    }
    let Row { id, starts_on } = programme;
    Ok(Original {
        programme: id,
        slug,
        kind,
        names,
        is_own: what == What::All,
        cycle: cycle.to_owned(),
        starts_on,
        axes,
    })
}

impl Original {
    /// How much of it there is.
    pub fn copied(&self) -> Copied {
        let commitments = || self.axes.iter().flat_map(|axis| &axis.commitments);
        Copied {
            axes: self.axes.len(),
            commitments: commitments().count(),
            milestones: commitments().map(|commitment| commitment.milestones.len()).sum(),
        }
    }

    /// Something of it was made up for demonstration.
    pub fn is_sample(&self) -> bool {
        self.axes.iter().any(|axis| axis.is_sample || axis.commitments.iter().any(|one| one.is_sample))
    }
}
