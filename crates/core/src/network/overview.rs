//! The numbers of the network, from the members' summaries and, for what depends on today, from
//! the milestones. Suspended and archived members are not counted, nor is the network itself.

use std::collections::BTreeMap;

use sea_orm::FromQueryResult;

use crate::ground::error::Result;
use crate::ground::sql;
use crate::programme::progress::Progress;
use crate::programme::reporting::still_open_from;
use crate::programme::statements::{Binds, latest};
use crate::programme::states::Status;
use crate::tenancy::collectivities::Kind;
use crate::tenancy::regions::{self, Region};
use crate::tenancy::scope::PublicScope;

use super::silence::stale_members;

pub use super::attention::{LateCommitment, StaleMember, late, stale};

/// The numbers of the network. Programmes are the members' current ones.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overview {
    /// Members with an open site.
    pub members: u32,
    /// Members of each kind; all kinds.
    pub by_kind: Vec<(Kind, u32)>,
    /// Members of each cohort, those of no known cohort last.
    pub by_cohort: Vec<(Option<i32>, u32)>,
    /// What each region has; all regions by code.
    pub by_region: Vec<RegionRow>,
    /// Members whose programme has reached each step; all steps, then those without a programme
    /// at a known step.
    pub by_step: Vec<(Option<i32>, u32)>,
    /// Commitments with each status; all statuses.
    pub commitments_by_status: Vec<(Status, u32)>,
    /// Progress of all milestones.
    pub progress: Progress,
    /// Commitments that are late.
    pub late_count: u32,
    /// Members that reported nothing for the last agreed period whose due day is over.
    pub stale_count: u32,
    /// Members with commitments of which nothing was ever reported.
    pub no_data_count: u32,
    /// Sample data are counted in; whoever shows the numbers says so.
    pub has_sample: bool,
}

/// What a region has, together with the members in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegionRow {
    /// The region.
    pub region: Region,
    /// Members in it.
    pub members: u32,
    /// Their commitments.
    pub commitments: u32,
    /// The progress of these.
    pub progress: Progress,
    /// How many of these are late.
    pub late: u32,
}

/// Members alike in all that is counted by, with the sums of their summaries.
#[derive(Debug, FromQueryResult)]
struct Group {
    kind: String,
    cohort: Option<i32>,
    region_code: Option<String>,
    step: Option<i32>,
    members: i64,
    no_data_members: i64,
    sample_members: i64,
    commitments: i64,
    no_data: i64,
    not_started: i64,
    limited: i64,
    substantial: i64,
    complete: i64,
    dropped_commitments: i64,
    #[sea_orm(nested)]
    progress: Progress,
}

#[derive(Debug, FromQueryResult)]
struct Late {
    region_code: Option<String>,
    count: i64,
}

/// The numbers of the whole network, on every host. Published: all may call it.
///
/// # Errors
/// A database fault.
pub async fn overview(scope: &PublicScope) -> Result<Overview> {
    let regions = regions::list(scope).await?;
    let groups = groups(scope).await?;
    let late = late_by_region(scope).await?;
    let stale_count = stale_count(scope).await?;
    Ok(Overview {
        members: groups.iter().map(|group| count(group.members)).sum(),
        by_kind: Kind::MEMBERS.map(|kind| (kind, members(&groups, |group| group.kind == kind.code()))).into(),
        by_cohort: by_cohort(&groups),
        by_region: regions.into_iter().map(|region| region_row(region, &groups, &late)).collect(),
        by_step: (1..=11)
            .map(Some)
            .chain([None])
            .map(|step| (step, members(&groups, |group| group.step == step)))
            .collect(),
        commitments_by_status: Status::ALL.map(|status| (status, with_status(&groups, status))).into(),
        progress: groups.iter().map(|group| group.progress).sum(),
        late_count: late.iter().map(|row| count(row.count)).sum(),
        stale_count,
        no_data_count: groups.iter().map(|group| count(group.no_data_members)).sum(),
        has_sample: groups.iter().any(|group| group.sample_members > 0),
    })
}

async fn groups(scope: &PublicScope) -> Result<Vec<Group>> {
    let text = "SELECT c.kind, c.cohort, c.region_code, s.step, COUNT(*) AS members,
          SUM(CASE WHEN s.commitments > 0 AND s.milestones_reported + s.milestones_dropped = 0 THEN 1 ELSE 0 END)
            AS no_data_members,
          SUM(CASE WHEN c.is_sample OR EXISTS (
            SELECT 1 FROM commitments k WHERE k.tenant_id = c.id AND k.is_published AND k.is_sample) THEN 1 ELSE 0 END)
            AS sample_members,
          SUM(COALESCE(s.commitments, 0)) AS commitments,
          SUM(COALESCE(s.commitments_no_data, 0)) AS no_data,
          SUM(COALESCE(s.commitments_not_started, 0)) AS not_started,
          SUM(COALESCE(s.commitments_limited, 0)) AS limited,
          SUM(COALESCE(s.commitments_substantial, 0)) AS substantial,
          SUM(COALESCE(s.commitments_complete, 0)) AS complete,
          SUM(COALESCE(s.commitments_dropped, 0)) AS dropped_commitments,
          SUM(COALESCE(s.milestones, 0)) AS total,
          SUM(COALESCE(s.milestones_reported, 0)) AS reported,
          SUM(COALESCE(s.milestones_done, 0)) AS done,
          SUM(COALESCE(s.milestones_dropped, 0)) AS dropped,
          SUM(COALESCE(s.extra_reported, 0)) AS extra_reported,
          SUM(COALESCE(s.extra_done, 0)) AS extra_done
        FROM collectivities c
        LEFT JOIN member_summaries s ON s.tenant_id = c.id AND s.member_live
        WHERE c.status = 'active' AND c.kind <> 'network'
        GROUP BY c.kind, c.cohort, c.region_code, s.step";
    Ok(sql::all(&scope.reads(), text, []).await?)
}

async fn late_by_region(scope: &PublicScope) -> Result<Vec<Late>> {
    let mut binds = Binds::default();
    let today = binds.one(scope.today());
    let text = format!(
        "SELECT n.region_code, COUNT(DISTINCT m.commitment_id) AS count {} GROUP BY n.region_code",
        overdue_milestones(&today)
    );
    Ok(sql::all(&scope.reads(), &text, binds.into_values()).await?)
}

async fn stale_count(scope: &PublicScope) -> Result<u32> {
    let mut binds = Binds::default();
    let day = binds.one(still_open_from(scope));
    let engine = scope.hub().database().engine();
    let text = format!("SELECT COUNT(*) AS count {}", stale_members(engine, &day));
    let found: Option<sql::Count> = sql::one(&scope.reads(), &text, binds.into_values()).await?;
    Ok(found.map_or(0, |found| count(found.count)))
}

/// The overdue milestones `m` of commitments `c` in the current programmes of members `n`, given
/// the placeholder of the day.
pub(super) fn overdue_milestones(today: &str) -> String {
    format!(
        "FROM member_summaries s
         JOIN collectivities n ON n.id = s.tenant_id AND n.status = 'active' AND n.kind <> 'network'
         JOIN milestones m ON m.tenant_id = s.tenant_id AND m.programme_id = s.programme_id
         JOIN commitments c ON c.tenant_id = m.tenant_id AND c.id = m.commitment_id
         WHERE s.member_live AND m.is_published AND m.member_live AND c.is_published AND c.member_live
           AND m.due_on < {today} AND COALESCE({}, '') NOT IN ('complete', 'dropped')",
        latest("state", None)
    )
}

fn by_cohort(groups: &[Group]) -> Vec<(Option<i32>, u32)> {
    let mut cohorts: BTreeMap<(bool, Option<i32>), u32> = BTreeMap::new();
    for group in groups {
        *cohorts.entry((group.cohort.is_none(), group.cohort)).or_default() += count(group.members);
    }
    cohorts.into_iter().map(|((_, cohort), members)| (cohort, members)).collect()
}

fn region_row(region: Region, groups: &[Group], late: &[Late]) -> RegionRow {
    let code = Some(&region.code);
    let within: Vec<&Group> = groups.iter().filter(|group| group.region_code.as_ref() == code).collect();
    RegionRow {
        members: within.iter().map(|group| count(group.members)).sum(),
        commitments: within.iter().map(|group| count(group.commitments)).sum(),
        progress: within.iter().map(|group| group.progress).sum(),
        late: late.iter().filter(|row| row.region_code.as_ref() == code).map(|row| count(row.count)).sum(),
        region,
    }
}

fn members(groups: &[Group], holds: impl Fn(&Group) -> bool) -> u32 {
    groups.iter().filter(|group| holds(group)).map(|group| count(group.members)).sum()
}

fn with_status(groups: &[Group], status: Status) -> u32 {
    groups
        .iter()
        .map(|group| match status {
            Status::NoData => group.no_data,
            Status::NotStarted => group.not_started,
            Status::Limited => group.limited,
            Status::Substantial => group.substantial,
            Status::Complete => group.complete,
            Status::Dropped => group.dropped_commitments,
        })
        .map(count)
        .sum()
}

fn count(number: i64) -> u32 {
    u32::try_from(number).unwrap_or(0)
}
