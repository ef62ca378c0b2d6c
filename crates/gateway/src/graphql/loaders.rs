//! Loaders: what many resolvers of one request ask for is read by one statement. A loader lives as
//! long as its request; every key names the tenant, so nothing read for one can be given to another.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::Arc;
use std::time::Duration;

use async_graphql::Context;
use async_graphql::dataloader::{DataLoader, HashMapCache, Loader};
use chrono::NaiveDate;
use infitah_core::ground::error::Error;
use infitah_core::ground::ids::{ArticleId, AxisId, CommitmentId, EventId, ProgrammeId, TenantId};
use infitah_core::ground::localised::Localised;
use infitah_core::ground::paging::Page;
use infitah_core::news::{articles, events};
use infitah_core::programme::{axes, commitments, milestones, programmes, reports};
use infitah_core::tenancy::scope::PublicScope;
use infitah_core::tenancy::{collectivities, regions};

use super::batches::{self, Waiting};
use super::commitments::REPORTS;

/// A fault that several resolvers wait for.
pub(crate) type Fault = Arc<Error>;

/// Reads for the loaders of one request.
pub(crate) struct Reader(pub(crate) PublicScope);

/// The loaders of one request.
pub(crate) type Loaders = DataLoader<Reader, HashMapCache>;

/// The loaders of a request, and what waits for them.
pub(crate) fn of(scope: PublicScope) -> (Loaders, Waiting) {
    let (ask, waiting) = batches::gather();
    let loaders = DataLoader::with_cache(Reader(scope), ask, HashMapCache::default()).delay(Duration::ZERO);
    (loaders, waiting)
}

/// Loads one thing.
pub(crate) async fn load<K>(ctx: &Context<'_>, key: K) -> Result<Option<<Reader as Loader<K>>::Value>, Fault>
where
    K: Send + Sync + Hash + Eq + Clone + 'static,
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
        Ok(matched(keys, |key| key.1, articles::bodies(&self.0, &ids).await?))
    }
}

/// The first page of a member's news: of which kind, and how long.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct NewestOf(pub(crate) TenantId, pub(crate) Option<String>, pub(crate) u32);

impl Loader<NewestOf> for Reader {
    type Value = Page<articles::ArticleCard>;
    type Error = Fault;

    async fn load(&self, keys: &[NewestOf]) -> Result<HashMap<NewestOf, Self::Value>, Fault> {
        let mut alike: HashMap<(Option<String>, u32), Vec<TenantId>> = HashMap::new();
        for NewestOf(member, category, limit) in keys {
            alike.entry((category.clone(), *limit)).or_default().push(*member);
        }
        let mut all = HashMap::new();
        // One statement for each field that asks; a query has few.
        for ((category, limit), members) in alike {
            let found = articles::newest(&self.0, &members, category.as_deref(), limit).await?;
            all.extend(
                found.into_iter().map(|(member, page)| (NewestOf(member, category.clone(), limit), page)),
            );
        }
        Ok(all)
    }
}

/// The long texts of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct EventKey(pub(crate) TenantId, pub(crate) EventId);

impl Loader<EventKey> for Reader {
    type Value = events::Detail;
    type Error = Fault;

    async fn load(&self, keys: &[EventKey]) -> Result<HashMap<EventKey, Self::Value>, Fault> {
        let ids: Vec<EventId> = keys.iter().map(|key| key.1).collect();
        Ok(matched(keys, |key| key.1, events::details(&self.0, &ids).await?))
    }
}

/// How many came to an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct AttendanceKey(pub(crate) TenantId, pub(crate) EventId);

impl Loader<AttendanceKey> for Reader {
    type Value = Vec<events::Attendance>;
    type Error = Fault;

    async fn load(&self, keys: &[AttendanceKey]) -> Result<HashMap<AttendanceKey, Self::Value>, Fault> {
        let ids: Vec<EventId> = keys.iter().map(|key| key.1).collect();
        Ok(matched(keys, |key| key.1, events::attendances(&self.0, &ids).await?))
    }
}

/// The first page of a member's events, and how long.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct EventsOf(pub(crate) TenantId, pub(crate) u32);

impl Loader<EventsOf> for Reader {
    type Value = Page<events::EventCard>;
    type Error = Fault;

    async fn load(&self, keys: &[EventsOf]) -> Result<HashMap<EventsOf, Self::Value>, Fault> {
        let mut alike: HashMap<u32, Vec<TenantId>> = HashMap::new();
        for EventsOf(member, limit) in keys {
            alike.entry(*limit).or_default().push(*member);
        }
        let mut all = HashMap::new();
        // One statement for each field that asks; a query has few.
        for (limit, members) in alike {
            let found = events::latest(&self.0, &members, limit).await?;
            all.extend(found.into_iter().map(|(member, page)| (EventsOf(member, limit), page)));
        }
        Ok(all)
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

    async fn load(
        &self,
        keys: &[CurrentProgrammeOf],
    ) -> Result<HashMap<CurrentProgrammeOf, Self::Value>, Fault> {
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
        Ok(matched(keys, |key| key.1, programmes::phases(&self.0, &ids).await?))
    }
}

/// The axes of a programme as they stood on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct AxesOf(pub(crate) TenantId, pub(crate) ProgrammeId, pub(crate) Option<NaiveDate>);

impl Loader<AxesOf> for Reader {
    type Value = Vec<axes::Axis>;
    type Error = Fault;

    async fn load(&self, keys: &[AxesOf]) -> Result<HashMap<AxesOf, Self::Value>, Fault> {
        let mut all = HashMap::new();
        for (day, keys) in by_day(keys, |key| key.2) {
            let ids: Vec<_> = keys.iter().map(|key| key.1).collect();
            let found = axes::by_programmes(&self.0, &ids, day).await?;
            all.extend(matched(&keys, |key| key.1, found));
        }
        Ok(all)
    }
}

/// The commitments of an axis as they stood on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct CommitmentsOf(pub(crate) TenantId, pub(crate) AxisId, pub(crate) Option<NaiveDate>);

impl Loader<CommitmentsOf> for Reader {
    type Value = Vec<commitments::Commitment>;
    type Error = Fault;

    async fn load(&self, keys: &[CommitmentsOf]) -> Result<HashMap<CommitmentsOf, Self::Value>, Fault> {
        let mut all = HashMap::new();
        for (day, keys) in by_day(keys, |key| key.2) {
            let ids: Vec<_> = keys.iter().map(|key| key.1).collect();
            let found = commitments::by_axes(&self.0, &ids, day).await?;
            all.extend(matched(&keys, |key| key.1, found));
        }
        Ok(all)
    }
}

/// The latest reports of a commitment, up to a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct ReportsOf(pub(crate) TenantId, pub(crate) CommitmentId, pub(crate) Option<NaiveDate>);

impl Loader<ReportsOf> for Reader {
    type Value = Vec<reports::Report>;
    type Error = Fault;

    async fn load(&self, keys: &[ReportsOf]) -> Result<HashMap<ReportsOf, Self::Value>, Fault> {
        let mut all = HashMap::new();
        for (day, keys) in by_day(keys, |key| key.2) {
            let ids: Vec<_> = keys.iter().map(|key| key.1).collect();
            let found = reports::by_commitments(&self.0, &ids, day, REPORTS).await?;
            all.extend(matched(&keys, |key| key.1, found));
        }
        Ok(all)
    }
}

/// The milestones of a commitment as they stood on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct MilestonesOf(pub(crate) TenantId, pub(crate) CommitmentId, pub(crate) Option<NaiveDate>);

impl Loader<MilestonesOf> for Reader {
    type Value = Vec<milestones::Milestone>;
    type Error = Fault;

    async fn load(&self, keys: &[MilestonesOf]) -> Result<HashMap<MilestonesOf, Self::Value>, Fault> {
        let mut all = HashMap::new();
        for (day, keys) in by_day(keys, |key| key.2) {
            let ids: Vec<_> = keys.iter().map(|key| key.1).collect();
            let found = milestones::by_commitments(&self.0, &ids, day).await?;
            all.extend(matched(&keys, |key| key.1, found));
        }
        Ok(all)
    }
}

/// Gives each key what was found for its id.
pub(crate) fn matched<Key, Id, Found>(
    keys: &[Key],
    id_of: impl Fn(&Key) -> Id,
    mut found: HashMap<Id, Found>,
) -> HashMap<Key, Found>
where
    Key: Copy + Eq + Hash,
    Id: Eq + Hash,
{
    keys.iter().filter_map(|key| found.remove(&id_of(key)).map(|found| (*key, found))).collect()
}

/// The keys of each day that is asked about: one statement a day, and a query names few.
pub(crate) fn by_day<Key: Copy>(
    keys: &[Key],
    day_of: impl Fn(&Key) -> Option<NaiveDate>,
) -> HashMap<Option<NaiveDate>, Vec<Key>> {
    let mut days: HashMap<Option<NaiveDate>, Vec<Key>> = HashMap::new();
    for key in keys {
        days.entry(day_of(key)).or_default().push(*key);
    }
    days
}
