//! The network as a whole: the numbers of the coordinators' dashboard, which are public. The same
//! core functions give both, so the numbers cannot differ.

use async_graphql::{Context, ID, Object, Result, SimpleObject};
use infitah_core::ground::error::Error;
use infitah_core::network::overview::{self as core, Overview};
use infitah_core::tenancy::collectivities::Kind;
use infitah_core::tenancy::scope::PublicScope;

use super::collectivities::{self, Collectivity, CollectivityKind, Region};
use super::commitments::CommitmentStatus;
use super::connections::{Connection, page};
use super::ids::{self, Noun};
use super::loaders::{MemberKey, load};
use super::programmes::Progress;
use super::scalars::{Date, Language};
use super::texts::{language, scope, text};

/// All members together.
#[derive(Debug)]
pub(crate) struct Network(Overview);

#[Object]
impl Network {
    /// The members, counted by kind, cohort and region.
    async fn members(&self) -> MemberCounts {
        let overview = &self.0;
        let by_kind =
            |&(kind, count): &(Kind, u32)| collectivities::kind(kind).map(|kind| KindCount { kind, count });
        MemberCounts {
            total: overview.members,
            by_kind: overview.by_kind.iter().filter_map(by_kind).collect(),
            by_cohort: overview
                .by_cohort
                .iter()
                .map(|&(cohort, count)| CohortCount { cohort, count })
                .collect(),
            by_region: overview.by_region.iter().cloned().map(RegionCount::from).collect(),
        }
    }

    /// Members by the step their programme has reached; without a step: those with no programme.
    async fn programmes_by_phase(&self) -> Vec<PhaseCount> {
        self.0.by_step.iter().map(|&(step, count)| PhaseCount { step, count }).collect()
    }

    /// Commitments by their state.
    async fn commitments_by_status(&self) -> Vec<StatusCount> {
        let counts = self.0.commitments_by_status.iter();
        counts.map(|&(status, count)| StatusCount { status: status.into(), count }).collect()
    }

    /// The progress of all programmes together.
    async fn progress(&self) -> Progress {
        self.0.progress.into()
    }

    /// Commitments with an overdue milestone.
    async fn late_count(&self) -> u32 {
        self.0.late_count
    }

    /// Members whose last report is too old.
    async fn stale_count(&self) -> u32 {
        self.0.stale_count
    }

    /// Members who have reported nothing.
    async fn no_data_count(&self) -> u32 {
        self.0.no_data_count
    }

    /// Whether made-up data of a demonstration are counted in these numbers.
    async fn has_sample(&self) -> bool {
        self.0.has_sample
    }

    /// Commitments with an overdue milestone, those that wait longest first; on the network's host.
    async fn late_commitments(
        &self,
        ctx: &Context<'_>,
        first: Option<i32>,
        after: Option<String>,
        last: Option<i32>,
        before: Option<String>,
    ) -> Result<Option<Connection<LateCommitment>>> {
        let page = core::late(all_members(ctx)?, &page(first, after, last, before)?).await?;
        Ok(Some(Connection::new(page, LateCommitment)))
    }

    /// Members whose last report is too old; on the network's host.
    async fn stale_members(
        &self,
        ctx: &Context<'_>,
        first: Option<i32>,
        after: Option<String>,
        last: Option<i32>,
        before: Option<String>,
    ) -> Result<Option<Connection<StaleMember>>> {
        let page = core::stale(all_members(ctx)?, &page(first, after, last, before)?).await?;
        Ok(Some(Connection::new(page, StaleMember)))
    }
}

/// The members, counted.
#[derive(Debug, SimpleObject)]
pub(crate) struct MemberCounts {
    /// All members.
    total: u32,
    /// By what they are.
    by_kind: Vec<KindCount>,
    /// By the cohort they joined with.
    by_cohort: Vec<CohortCount>,
    /// By region, with the commitments made there.
    by_region: Vec<RegionCount>,
}

/// Members of a kind.
#[derive(Debug, SimpleObject)]
pub(crate) struct KindCount {
    /// What they are.
    kind: CollectivityKind,
    /// How many.
    count: u32,
}

/// Members of a cohort.
#[derive(Debug, SimpleObject)]
pub(crate) struct CohortCount {
    /// The cohort; null when it is not known.
    cohort: Option<i32>,
    /// How many.
    count: u32,
}

/// Members and commitments of a region.
#[derive(Debug, SimpleObject)]
pub(crate) struct RegionCount {
    /// The region.
    region: Region,
    /// Its members.
    members: u32,
    /// Their commitments.
    commitments: u32,
    /// The progress of their programmes.
    progress: Progress,
    /// Their commitments with an overdue milestone.
    late: u32,
}

impl From<core::RegionRow> for RegionCount {
    fn from(row: core::RegionRow) -> Self {
        Self {
            region: Region(row.region),
            members: row.members,
            commitments: row.commitments,
            progress: row.progress.into(),
            late: row.late,
        }
    }
}

/// Members at a step of the cycle.
#[derive(Debug, SimpleObject)]
pub(crate) struct PhaseCount {
    /// The step, 1 to 11; null for members without a programme.
    step: Option<i32>,
    /// How many.
    count: u32,
}

/// Commitments in a state.
#[derive(Debug, SimpleObject)]
pub(crate) struct StatusCount {
    /// The state.
    status: CommitmentStatus,
    /// How many.
    count: u32,
}

/// A commitment with an overdue milestone.
#[derive(Debug)]
pub(crate) struct LateCommitment(core::LateCommitment);

#[Object]
impl LateCommitment {
    /// The id of the commitment.
    async fn id(&self) -> ID {
        ids::encode(Noun::Commitment, self.0.commitment.0)
    }

    /// Its number within the programme.
    async fn number(&self) -> i32 {
        self.0.number
    }

    /// The programme's two years.
    async fn cycle(&self) -> &str {
        &self.0.cycle
    }

    /// Its title in a language.
    async fn title(&self, ctx: &Context<'_>, locale: Option<Language>) -> String {
        text(ctx, &self.0.titles, locale).unwrap_or_default()
    }

    /// The language that `title` is really in.
    async fn title_locale(&self, ctx: &Context<'_>, locale: Option<Language>) -> Option<Language> {
        language(ctx, &self.0.titles, locale)
    }

    /// Whose it is.
    async fn collectivity(&self, ctx: &Context<'_>) -> Result<Option<Collectivity>> {
        Ok(load(ctx, MemberKey(self.0.tenant)).await?.map(Collectivity))
    }

    /// The day its oldest overdue milestone was due.
    async fn due_on(&self) -> Date {
        self.0.due_on.into()
    }

    /// Made up for demonstration.
    async fn is_sample(&self) -> bool {
        self.0.is_sample
    }
}

/// A member whose last report is too old.
#[derive(Debug)]
pub(crate) struct StaleMember(core::StaleMember);

#[Object]
impl StaleMember {
    /// The member.
    async fn collectivity(&self, ctx: &Context<'_>) -> Result<Option<Collectivity>> {
        Ok(load(ctx, MemberKey(self.0.tenant)).await?.map(Collectivity))
    }

    /// The programme's two years.
    async fn cycle(&self) -> &str {
        &self.0.cycle
    }

    /// The day of its last report; null when there was none.
    async fn last_reported_on(&self) -> Option<Date> {
        self.0.last_reported_on.map(Date)
    }

    /// Made up for demonstration.
    async fn is_sample(&self) -> bool {
        self.0.is_sample
    }
}

/// What names single members is given on the network's host alone: on a member's host there is no
/// other member.
fn all_members<'a>(ctx: &Context<'a>) -> Result<&'a PublicScope, Error> {
    let scope = scope(ctx);
    if scope.tenant().is_network() { Ok(scope) } else { Err(Error::NotFound("network")) }
}

/// The network's numbers.
pub(crate) async fn find(ctx: &Context<'_>) -> Result<Network> {
    Ok(Network(core::overview(scope(ctx)).await?))
}
