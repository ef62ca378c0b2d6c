//! What the staff writes of the tree of a programme: axes, commitments, milestones. After the
//! adoption nothing is withdrawn and what a change replaces is kept; core sees to that.

use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject};
use infitah_core::programme::{copying, editing};

use super::articles::actor;
use super::ids::{self, Noun};
use super::scalars::Date;
use super::texts::LocalizedInput;

/// An axis as it is written.
#[derive(Debug, InputObject)]
struct AxisInput {
    /// Its number within the programme; the next one where none is given.
    number: Option<i32>,
    /// Its title.
    titles: LocalizedInput,
    /// What it is.
    descriptions: Option<LocalizedInput>,
}

/// A commitment as it is written, in the fields of the Open Government Partnership's template.
#[derive(Debug, InputObject)]
struct CommitmentInput {
    /// The axis it belongs to.
    axis_id: ID,
    /// Its number within the programme; the next one where none is given.
    number: Option<i32>,
    /// Its title.
    titles: LocalizedInput,
    /// What it is.
    descriptions: Option<LocalizedInput>,
    /// The problem it answers.
    problems: Option<LocalizedInput>,
    /// How things stand.
    status_quos: Option<LocalizedInput>,
    /// What will be done.
    actions: Option<LocalizedInput>,
    /// How that answers the problem.
    contributions: Option<LocalizedInput>,
    /// The goal it serves in the long run.
    long_term_goals: Option<LocalizedInput>,
    /// What is to come of it.
    expected_results: Option<LocalizedInput>,
    /// Who is responsible.
    leads: Option<LocalizedInput>,
    /// Who takes part.
    partners: Option<LocalizedInput>,
    /// Where the money comes from.
    funding_sources: Option<LocalizedInput>,
    /// Values of open government it serves, as codes.
    #[graphql(default)]
    values: Vec<String>,
    /// Policy areas, as codes.
    #[graphql(default)]
    policy_areas: Vec<String>,
    /// Whole dirhams.
    budget: Option<i64>,
    /// Its code at the Open Government Partnership.
    ogp_code: Option<String>,
    /// Where it is published.
    source_url: Option<String>,
    /// Its first day.
    starts_on: Option<Date>,
    /// Its last day.
    ends_on: Option<Date>,
}

/// A milestone as it is written.
#[derive(Debug, InputObject)]
struct MilestoneInput {
    /// Its number within the commitment; the next one where none is given.
    number: Option<i32>,
    /// Its title.
    titles: LocalizedInput,
    /// When work begins.
    starts_on: Option<Date>,
    /// When it is to be complete.
    due_on: Option<Date>,
    /// How much it counts beside the others, 1 to 100.
    weight: Option<i32>,
}

/// Which programme is copied, and what of it.
#[derive(Debug, InputObject)]
struct CopyProgrammeInput {
    /// The programme in preparation that it is copied into; it holds nothing yet.
    programme_id: ID,
    /// The subdomain of the member whose published programme it is; one's own where none is given.
    member: Option<String>,
    /// The cycle it is taken from.
    cycle: String,
    /// The axes that are wanted; all of them where none is named.
    #[graphql(default)]
    axis_ids: Vec<ID>,
}

/// What was copied.
#[derive(Debug, SimpleObject)]
struct CopiedTree {
    /// How many axes.
    axes: usize,
    /// How many commitments.
    commitments: usize,
    /// How many milestones.
    milestones: usize,
}

/// The verbs of the tree.
#[derive(Debug, Default)]
pub(crate) struct TreeVerbs;

#[Object]
impl TreeVerbs {
    /// Copies the skeleton of another programme into one in preparation that holds nothing yet.
    async fn copy_programme(&self, ctx: &Context<'_>, input: CopyProgrammeInput) -> Result<CopiedTree> {
        let axes = input.axis_ids.iter().map(|id| ids::axis(id)).collect::<Result<Vec<_>, _>>()?;
        let wanted = copying::CopyInput { member: input.member, cycle: input.cycle, axes };
        let programme = ids::programme(&input.programme_id)?;
        let copying::Copied { axes, commitments, milestones } =
            copying::copy(actor(ctx), programme, wanted).await?;
        Ok(CopiedTree { axes, commitments, milestones })
    }

    /// Writes an axis: a new one, or the one with this id.
    async fn put_axis(
        &self,
        ctx: &Context<'_>,
        programme_id: ID,
        id: Option<ID>,
        input: AxisInput,
    ) -> Result<ID> {
        let existing = id.map(|id| ids::axis(&id)).transpose()?;
        let put =
            editing::put_axis(actor(ctx), ids::programme(&programme_id)?, existing, input.into()).await?;
        Ok(ids::encode(Noun::Axis, put.0))
    }

    /// Removes an axis without commitments, before the adoption.
    async fn remove_axis(&self, ctx: &Context<'_>, programme_id: ID, id: ID) -> Result<ID> {
        editing::remove_axis(actor(ctx), ids::programme(&programme_id)?, ids::axis(&id)?).await?;
        Ok(id)
    }

    /// Writes a commitment: a new one, or the one with this id if it still has this version.
    async fn put_commitment(
        &self,
        ctx: &Context<'_>,
        programme_id: ID,
        id: Option<ID>,
        version: Option<i32>,
        input: CommitmentInput,
    ) -> Result<ID> {
        let id = id.map(|id| ids::commitment(&id)).transpose()?;
        let seen = id.map(|id| (id, version.unwrap_or_default()));
        let put =
            editing::put_commitment(actor(ctx), ids::programme(&programme_id)?, seen, input.try_into()?)
                .await?;
        Ok(ids::encode(Noun::Commitment, put.0))
    }

    /// Removes a commitment without history, before the adoption.
    async fn remove_commitment(&self, ctx: &Context<'_>, programme_id: ID, id: ID) -> Result<ID> {
        editing::remove_commitment(actor(ctx), ids::programme(&programme_id)?, ids::commitment(&id)?).await?;
        Ok(id)
    }

    /// Writes a milestone: a new one, or the one with this id.
    async fn put_milestone(
        &self,
        ctx: &Context<'_>,
        commitment_id: ID,
        id: Option<ID>,
        input: MilestoneInput,
    ) -> Result<ID> {
        let existing = id.map(|id| ids::milestone(&id)).transpose()?;
        let put =
            editing::put_milestone(actor(ctx), ids::commitment(&commitment_id)?, existing, input.into())
                .await?;
        Ok(ids::encode(Noun::Milestone, put.0))
    }

    /// Removes a milestone without reports, before the adoption.
    async fn remove_milestone(&self, ctx: &Context<'_>, commitment_id: ID, id: ID) -> Result<ID> {
        editing::remove_milestone(actor(ctx), ids::commitment(&commitment_id)?, ids::milestone(&id)?).await?;
        Ok(id)
    }
}

impl From<AxisInput> for editing::AxisInput {
    fn from(input: AxisInput) -> Self {
        Self {
            number: input.number,
            titles: input.titles.into(),
            descriptions: input.descriptions.unwrap_or_default().into(),
            seen: None,
        }
    }
}

impl TryFrom<CommitmentInput> for editing::CommitmentInput {
    type Error = async_graphql::Error;

    fn try_from(input: CommitmentInput) -> Result<Self> {
        Ok(Self {
            axis: ids::axis(&input.axis_id)?,
            number: input.number,
            titles: input.titles.into(),
            descriptions: input.descriptions.unwrap_or_default().into(),
            problems: input.problems.unwrap_or_default().into(),
            status_quos: input.status_quos.unwrap_or_default().into(),
            actions: input.actions.unwrap_or_default().into(),
            contributions: input.contributions.unwrap_or_default().into(),
            long_term_goals: input.long_term_goals.unwrap_or_default().into(),
            expected_results: input.expected_results.unwrap_or_default().into(),
            leads: input.leads.unwrap_or_default().into(),
            partners: input.partners.unwrap_or_default().into(),
            funding_sources: input.funding_sources.unwrap_or_default().into(),
            values: input.values,
            policy_areas: input.policy_areas,
            budget: input.budget,
            ogp_code: input.ogp_code,
            source_url: input.source_url,
            starts_on: input.starts_on.map(|day| day.0),
            ends_on: input.ends_on.map(|day| day.0),
        })
    }
}

impl From<MilestoneInput> for editing::MilestoneInput {
    fn from(input: MilestoneInput) -> Self {
        Self {
            number: input.number,
            titles: input.titles.into(),
            starts_on: input.starts_on.map(|day| day.0),
            due_on: input.due_on.map(|day| day.0),
            weight: input.weight,
            seen: None,
        }
    }
}
