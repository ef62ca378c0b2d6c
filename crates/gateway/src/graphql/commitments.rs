//! Commitments (openness projects). One asked for as of a past day shows its state, its milestones
//! and its reports of that day.

use async_graphql::{Context, Enum, ID, InputObject, Object, Result};
use chrono::NaiveDate;
use infitah_core::ground::paging::PageRequest;
use infitah_core::programme::commitments::{self as core, Order};
use infitah_core::programme::states;

use super::collectivities::{self, Collectivity};
use super::connections::Connection;
use super::ids::{self, Noun};
use super::judgements::{Assessment, CommitmentChange, Freshness, Indicator};
use super::ledgers::{AssessmentsOf, ChangesOf, FreshnessOf, IndicatorsOf};
use super::loaders::{MemberKey, MilestonesOf, ProgrammeKey, ReportsOf, load};
use super::milestones::{Milestone, Report};
use super::programmes::{Programme, Progress};
use super::scalars::{Date, Language};
use super::texts::{language, locale, scope, text};

/// How many reports are shown, the latest first.
pub(crate) const REPORTS: u32 = 10;

/// How many assessments are shown, the latest first.
pub(crate) const ASSESSMENTS: usize = 20;

/// A commitment.
#[derive(Debug, Clone)]
pub(crate) struct Commitment {
    /// Boxed, because it is several times as large as the other nouns beside it in a node.
    commitment: Box<core::Commitment>,
    as_of: Option<NaiveDate>,
}

impl Commitment {
    /// The commitment as it stands.
    pub(crate) fn today(commitment: core::Commitment) -> Self {
        Self::on(commitment, None)
    }

    /// The commitment as it stood on a day.
    pub(crate) fn on(commitment: core::Commitment, as_of: Option<NaiveDate>) -> Self {
        Self { commitment: Box::new(commitment), as_of }
    }
}

#[Object]
impl Commitment {
    /// An opaque id.
    pub(crate) async fn id(&self) -> ID {
        ids::encode(Noun::Commitment, self.commitment.id.0)
    }

    /// Its number within the programme.
    async fn number(&self) -> i32 {
        self.commitment.number
    }

    /// Its title in a language.
    async fn title(&self, ctx: &Context<'_>, locale: Option<Language>) -> String {
        text(ctx, &self.commitment.titles, locale).unwrap_or_default()
    }

    /// The language that `title` is really in.
    async fn title_locale(&self, ctx: &Context<'_>, locale: Option<Language>) -> Option<Language> {
        language(ctx, &self.commitment.titles, locale)
    }

    /// What it is, in a language.
    async fn description(&self, ctx: &Context<'_>, locale: Option<Language>) -> Option<String> {
        text(ctx, &self.commitment.descriptions, locale)
    }

    /// The problem it answers, in a language.
    async fn problem(&self, ctx: &Context<'_>, locale: Option<Language>) -> Option<String> {
        text(ctx, &self.commitment.problems, locale)
    }

    /// How things are now, in a language.
    async fn status_quo(&self, ctx: &Context<'_>, locale: Option<Language>) -> Option<String> {
        text(ctx, &self.commitment.status_quos, locale)
    }

    /// What will be done, in a language.
    async fn action(&self, ctx: &Context<'_>, locale: Option<Language>) -> Option<String> {
        text(ctx, &self.commitment.actions, locale)
    }

    /// How that contributes to a solution, in a language.
    async fn contribution(&self, ctx: &Context<'_>, locale: Option<Language>) -> Option<String> {
        text(ctx, &self.commitment.contributions, locale)
    }

    /// What it is for in the long run, in a language.
    async fn long_term_goal(&self, ctx: &Context<'_>, locale: Option<Language>) -> Option<String> {
        text(ctx, &self.commitment.long_term_goals, locale)
    }

    /// What it costs in dirhams, a whole number as text because it may exceed an `Int`.
    async fn budget(&self) -> Option<String> {
        self.commitment.budget.map(|budget| budget.to_string())
    }

    /// Who pays, in a language.
    async fn funding_source(&self, ctx: &Context<'_>, locale: Option<Language>) -> Option<String> {
        text(ctx, &self.commitment.funding_sources, locale)
    }

    /// Rises with every change of its wording; `putCommitment` takes the one that was seen.
    async fn version(&self) -> i32 {
        self.commitment.version
    }

    /// What is expected of it, in a language.
    async fn expected_results(&self, ctx: &Context<'_>, locale: Option<Language>) -> Option<String> {
        text(ctx, &self.commitment.expected_results, locale)
    }

    /// Who answers for it, in a language.
    async fn lead(&self, ctx: &Context<'_>, locale: Option<Language>) -> Option<String> {
        text(ctx, &self.commitment.leads, locale)
    }

    /// With whom it is done, in a language.
    async fn partners(&self, ctx: &Context<'_>, locale: Option<Language>) -> Option<String> {
        text(ctx, &self.commitment.partners, locale)
    }

    /// The values of open government it serves.
    async fn values(&self) -> &[String] {
        &self.commitment.values
    }

    /// The fields of policy it belongs to.
    async fn policy_areas(&self) -> &[String] {
        &self.commitment.policy_areas
    }

    /// Its code in the Open Government Partnership.
    async fn ogp_code(&self) -> Option<&str> {
        self.commitment.ogp_code.as_deref()
    }

    /// Where the facts about it come from.
    async fn source_url(&self) -> Option<&str> {
        self.commitment.source_url.as_deref()
    }

    /// Its state, computed from its milestones.
    async fn status(&self) -> CommitmentStatus {
        self.commitment.status.into()
    }

    /// Its progress, computed from its milestones.
    async fn progress(&self) -> Progress {
        self.commitment.progress.into()
    }

    /// A milestone is overdue.
    async fn is_late(&self) -> bool {
        self.commitment.is_late
    }

    /// The day of its last report.
    async fn last_reported_on(&self) -> Option<Date> {
        self.commitment.last_reported_on.map(Date)
    }

    /// Its first day.
    async fn starts_on(&self) -> Option<Date> {
        self.commitment.starts_on.map(Date)
    }

    /// Its last day.
    async fn ends_on(&self) -> Option<Date> {
        self.commitment.ends_on.map(Date)
    }

    /// Its milestones (activities).
    async fn milestones(&self, ctx: &Context<'_>) -> Result<Vec<Milestone>> {
        let key = MilestonesOf(self.commitment.tenant, self.commitment.id, self.as_of);
        Ok(load(ctx, key).await?.unwrap_or_default().into_iter().map(Milestone).collect())
    }

    /// Its progress reports, the latest first.
    async fn reports(&self, ctx: &Context<'_>) -> Result<Vec<Report>> {
        let key = ReportsOf(self.commitment.tenant, self.commitment.id, self.as_of);
        let tenant = self.commitment.tenant;
        let found = load(ctx, key).await?.unwrap_or_default();
        Ok(found.into_iter().map(|report| Report(report, tenant)).collect())
    }

    /// What it is to bring about, in numbers.
    async fn indicators(&self, ctx: &Context<'_>) -> Result<Vec<Indicator>> {
        let key = IndicatorsOf(self.commitment.tenant, self.commitment.id, self.as_of);
        Ok(load(ctx, key).await?.unwrap_or_default().into_iter().map(Indicator).collect())
    }

    /// What others judge of it, the latest first.
    async fn assessments(&self, ctx: &Context<'_>) -> Result<Vec<Assessment>> {
        let key = AssessmentsOf(self.commitment.tenant, self.commitment.id, self.as_of);
        let found = load(ctx, key).await?.unwrap_or_default();
        Ok(found.into_iter().take(ASSESSMENTS).map(Assessment).collect())
    }

    /// How fresh what is known of it is, today.
    async fn freshness(&self, ctx: &Context<'_>) -> Result<Freshness> {
        let key = FreshnessOf(self.commitment.tenant, self.commitment.id);
        Ok(load(ctx, key).await?.unwrap_or_default().into())
    }

    /// How its wording changed after its adoption, the latest change first.
    async fn changes(&self, ctx: &Context<'_>) -> Result<Vec<CommitmentChange>> {
        let found = load(ctx, ChangesOf(self.commitment.tenant, self.commitment.id)).await?;
        let until = |day: NaiveDate| self.as_of.is_none_or(|last| day <= last);
        let found = found.unwrap_or_default().into_iter().filter(|found| until(found.changed_on));
        Ok(found.map(CommitmentChange::from).collect())
    }

    /// The programme it belongs to.
    async fn programme(&self, ctx: &Context<'_>) -> Result<Option<Programme>> {
        let key = ProgrammeKey(self.commitment.tenant, self.commitment.programme);
        Ok(load(ctx, key).await?.map(Programme::today))
    }

    /// Whose it is.
    async fn collectivity(&self, ctx: &Context<'_>) -> Result<Option<Collectivity>> {
        Ok(load(ctx, MemberKey(self.commitment.tenant)).await?.map(Collectivity))
    }

    /// The address of its page in a language.
    async fn url(&self, ctx: &Context<'_>, locale: Option<Language>) -> Result<Option<String>> {
        let member = load(ctx, MemberKey(self.commitment.tenant)).await?;
        let locale = self::locale(ctx, locale);
        let (cycle, number) = (&self.commitment.programme_cycle, self.commitment.number);
        Ok(member.map(|member| format!("{}/{locale}/programme/{cycle}/commitments/{number}", member.url)))
    }

    /// Made up for demonstration.
    async fn is_sample(&self) -> bool {
        self.commitment.is_sample
    }
}

/// The state of a commitment. Without reports there is no data, which is not the same as not begun.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "states::Status")]
pub(crate) enum CommitmentStatus {
    /// Nothing was reported.
    NoData,
    /// Reported as not begun.
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

/// Which commitments a list shows.
#[derive(Debug, Default, InputObject)]
pub(crate) struct CommitmentFilter {
    /// Of the axis with this id.
    axis: Option<ID>,
    /// Of members of this cohort.
    cohort: Option<i32>,
    /// In this state.
    status: Option<CommitmentStatus>,
    /// Serving this value of open government.
    value: Option<String>,
    /// In this field of policy.
    policy_area: Option<String>,
    /// Of members in the region with this code.
    region: Option<String>,
    /// Of the member with this slug.
    collectivity: Option<String>,
    /// Only those with an overdue milestone, or only those without.
    late: Option<bool>,
    /// Only those silent for the last agreed period whose due day is over, or only the others.
    stale: Option<bool>,
}

/// The order of a list of commitments.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "Order")]
pub(crate) enum CommitmentOrder {
    /// Those entered last, first.
    Recent,
    /// By number.
    Number,
}

/// The commitment of an id, as it stood on a day.
pub(crate) async fn find(ctx: &Context<'_>, id: &ID, as_of: Option<Date>) -> Result<Option<Commitment>> {
    let id = ids::commitment(id)?;
    let as_of = as_of.map(|day| day.0);
    let commitment = core::find(scope(ctx), id, as_of).await?;
    Ok(Some(Commitment::on(commitment, as_of)))
}

/// A list of commitments.
pub(crate) async fn list(
    ctx: &Context<'_>,
    filter: Option<CommitmentFilter>,
    order: Option<CommitmentOrder>,
    request: &PageRequest,
) -> Result<Connection<Commitment>> {
    let filter = filter.unwrap_or_default();
    let collectivity = collectivities::id_of(ctx, filter.collectivity).await?;
    let filter = core::Filter {
        axis: filter.axis.map(|id| ids::axis(&id)).transpose()?,
        cohort: filter.cohort,
        status: filter.status.map(states::Status::from),
        value: filter.value,
        policy_area: filter.policy_area,
        region: filter.region,
        collectivity,
        late: filter.late,
        stale: filter.stale,
    };
    let order = order.map_or(Order::Recent, Order::from);
    let page = core::list(scope(ctx), &filter, order, request).await?;
    Ok(Connection::new(page, Commitment::today))
}
