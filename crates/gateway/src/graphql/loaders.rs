//! Loaders: what many resolvers of one request ask for is read by one statement. A loader lives as
//! long as its request; every key names the tenant, so nothing read for one can be given to another.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use async_graphql::Context;
use async_graphql::dataloader::{DataLoader, HashMapCache, Loader};
use chrono::NaiveDate;
use infitah_core::ground::error::Error;
use infitah_core::ground::ids::{ArticleId, AxisId, CommitmentId, ProgrammeId, TenantId};
use infitah_core::ground::localised::Localised;
use infitah_core::news::articles;
use infitah_core::programme::{axes, commitments, milestones, programmes};
use infitah_core::tenancy::scope::PublicScope;
use infitah_core::tenancy::{collectivities, regions};

/// A fault that several resolvers wait for.
type Fault = Arc<Error>;

/// Reads for the loaders of one request.
pub(crate) struct Reader(PublicScope);

/// The loaders of one request.
pub(crate) type Loaders = DataLoader<Reader, HashMapCache>;

/// The loaders of a request.
pub(crate) fn of(scope: PublicScope) -> Loaders {
    // No delay: a batch is what is ready to be asked in one turn of the runtime.
    DataLoader::with_cache(Reader(scope), tokio::spawn, HashMapCache::default()).delay(Duration::ZERO)
}

/// Loads one thing.
pub(crate) async fn load<K>(ctx: &Context<'_>, key: K) -> Result<Option<<Reader as Loader<K>>::Value>, Fault>
where
    K: Send + Sync + std::hash::Hash + Eq + Clone + 'static,
    Reader: Loader<K, Error = Fault>,
{
    ctx.data_unchecked::<Loaders>().load_one(key).await
}

/// A member.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct MemberKey(pub(crate) TenantId);

impl Loader<MemberKey> for Reader {
    type Value = collectivities::Collectivity;
    type Error = Fault;

    async fn load(&self, keys: &[MemberKey]) -> Result<HashMap<MemberKey, Self::Value>, Fault> {
        let ids: Vec<TenantId> = keys.iter().map(|key| key.0).collect();
        let found = collectivities::by_ids(&self.0, &ids).await?;
        Ok(found.into_iter().map(|member| (MemberKey(member.id), member)).collect())
    }
}

/// A region, by its code. There are twelve: all are read at once.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct RegionKey(pub(crate) String);

impl Loader<RegionKey> for Reader {
    type Value = regions::Region;
    type Error = Fault;

    async fn load(&self, keys: &[RegionKey]) -> Result<HashMap<RegionKey, Self::Value>, Fault> {
        let all = regions::list(&self.0).await?.into_iter();
        let wanted = all.map(|region| (RegionKey(region.code.clone()), region));
        Ok(wanted.filter(|(key, _)| keys.contains(key)).collect())
    }
}

/// The text of an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct BodyKey(pub(crate) TenantId, pub(crate) ArticleId);

impl Loader<BodyKey> for Reader {
    type Value = Localised;
    type Error = Fault;

    async fn load(&self, keys: &[BodyKey]) -> Result<HashMap<BodyKey, Localised>, Fault> {
        let ids: Vec<ArticleId> = keys.iter().map(|key| key.1).collect();
        let mut found = articles::bodies(&self.0, &ids).await?;
        Ok(keys.iter().filter_map(|key| found.remove(&key.1).map(|body| (*key, body))).collect())
    }
}

/// The programmes of a member.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct ProgrammesOf(pub(crate) TenantId);

impl Loader<ProgrammesOf> for Reader {
    type Value = Vec<programmes::Programme>;
    type Error = Fault;

    async fn load(&self, keys: &[ProgrammesOf]) -> Result<HashMap<ProgrammesOf, Self::Value>, Fault> {
        let ids: Vec<TenantId> = keys.iter().map(|key| key.0).collect();
        let mut found: HashMap<ProgrammesOf, Self::Value> = HashMap::new();
        for programme in programmes::by_members(&self.0, &ids).await? {
            found.entry(ProgrammesOf(programme.tenant)).or_default().push(programme);
        }
        Ok(found)
    }
}

/// The programme of a member that runs now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct CurrentProgrammeOf(pub(crate) TenantId);

impl Loader<CurrentProgrammeOf> for Reader {
    type Value = programmes::Programme;
    type Error = Fault;

    async fn load(&self, keys: &[CurrentProgrammeOf]) -> Result<HashMap<CurrentProgrammeOf, Self::Value>, Fault> {
        let ids: Vec<TenantId> = keys.iter().map(|key| key.0).collect();
        let found = programmes::current_by_members(&self.0, &ids).await?;
        Ok(found.into_iter().map(|programme| (CurrentProgrammeOf(programme.tenant), programme)).collect())
    }
}

/// A programme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct ProgrammeKey(pub(crate) TenantId, pub(crate) ProgrammeId);

impl Loader<ProgrammeKey> for Reader {
    type Value = programmes::Programme;
    type Error = Fault;

    async fn load(&self, keys: &[ProgrammeKey]) -> Result<HashMap<ProgrammeKey, Self::Value>, Fault> {
        let ids: Vec<ProgrammeId> = keys.iter().map(|key| key.1).collect();
        let found = programmes::by_ids(&self.0, &ids).await?.into_iter();
        Ok(found.map(|programme| (ProgrammeKey(programme.tenant, programme.id), programme)).collect())
    }
}

/// The steps of a programme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct PhasesOf(pub(crate) TenantId, pub(crate) ProgrammeId);

impl Loader<PhasesOf> for Reader {
    type Value = Vec<programmes::Phase>;
    type Error = Fault;

    async fn load(&self, keys: &[PhasesOf]) -> Result<HashMap<PhasesOf, Self::Value>, Fault> {
        let ids: Vec<ProgrammeId> = keys.iter().map(|key| key.1).collect();
        let mut found = programmes::phases(&self.0, &ids).await?;
        Ok(keys.iter().filter_map(|key| found.remove(&key.1).map(|phases| (*key, phases))).collect())
    }
}

/// The axes of a programme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct AxesOf(pub(crate) TenantId, pub(crate) ProgrammeId);

impl Loader<AxesOf> for Reader {
    type Value = Vec<axes::Axis>;
    type Error = Fault;

    async fn load(&self, keys: &[AxesOf]) -> Result<HashMap<AxesOf, Self::Value>, Fault> {
        let ids: Vec<ProgrammeId> = keys.iter().map(|key| key.1).collect();
        let mut found = axes::by_programmes(&self.0, &ids).await?;
        Ok(keys.iter().filter_map(|key| found.remove(&key.1).map(|axes| (*key, axes))).collect())
    }
}

/// The commitments of an axis.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct CommitmentsOf(pub(crate) TenantId, pub(crate) AxisId);

impl Loader<CommitmentsOf> for Reader {
    type Value = Vec<commitments::Commitment>;
    type Error = Fault;

    async fn load(&self, keys: &[CommitmentsOf]) -> Result<HashMap<CommitmentsOf, Self::Value>, Fault> {
        let ids: Vec<AxisId> = keys.iter().map(|key| key.1).collect();
        let mut found = commitments::by_axes(&self.0, &ids).await?;
        Ok(keys.iter().filter_map(|key| found.remove(&key.1).map(|list| (*key, list))).collect())
    }
}

/// The milestones of a commitment as they stood on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct MilestonesOf(pub(crate) TenantId, pub(crate) CommitmentId, pub(crate) Option<NaiveDate>);

impl Loader<MilestonesOf> for Reader {
    type Value = Vec<milestones::Milestone>;
    type Error = Fault;

    async fn load(&self, keys: &[MilestonesOf]) -> Result<HashMap<MilestonesOf, Self::Value>, Fault> {
        let mut by_day: HashMap<Option<NaiveDate>, Vec<CommitmentId>> = HashMap::new();
        for key in keys {
            by_day.entry(key.2).or_default().push(key.1);
        }
        let mut all = HashMap::new();
        // One statement a day asked about; a query names few.
        for (day, ids) in by_day {
            let mut found = milestones::by_commitments(&self.0, &ids, day).await?;
            let of_day = keys.iter().filter(|key| key.2 == day);
            all.extend(of_day.filter_map(|key| found.remove(&key.1).map(|list| (*key, list))));
        }
        Ok(all)
    }
}
