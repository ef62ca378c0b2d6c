//! Members of the network, and the regions they lie in. On a member's host there is one member,
//! itself.

use async_graphql::{Context, Enum, ID, InputObject, Object, Result};
use chrono::{DateTime, Utc};
use infitah_core::ground::error::Error;
use infitah_core::ground::ids::TenantId;
use infitah_core::ground::paging::{Page, PageRequest, Position};
use infitah_core::news::{articles as news, events as gatherings};
use infitah_core::tenancy::collectivities::{self as core, Kind, Order};
use infitah_core::tenancy::regions;
use infitah_core::tenancy::scope::PublicScope;

use super::articles::Article;
use super::connections::{Connection, page};
use super::events::Event;
use super::ids::{self, Noun};
use super::loaders::{CurrentProgrammeOf, EventsOf, MemberKey, NewestOf, ProgrammesOf, RegionKey, load};
use super::programmes::Programme;
use super::scalars::{Date, Language};
use super::texts::{LocalizedText, language, scope, text};

/// A member of the network: a region, a prefecture, a province or a commune.
#[derive(Debug, Clone)]
pub(crate) struct Collectivity(pub(crate) core::Collectivity);

#[Object]
impl Collectivity {
    /// An opaque id.
    pub(crate) async fn id(&self) -> ID {
        ids::encode(Noun::Collectivity, self.0.id.0)
    }

    /// The name in addresses.
    async fn slug(&self) -> &str {
        &self.0.slug
    }

    /// What it is.
    async fn kind(&self) -> CollectivityKind {
        kind(self.0.kind).unwrap_or(CollectivityKind::Commune)
    }

    /// Its code in the census (HCP).
    async fn hcp_code(&self) -> Option<&str> {
        self.0.hcp_code.as_deref()
    }

    /// Its names.
    async fn names(&self) -> LocalizedText {
        (&self.0.names).into()
    }

    /// Its name in a language.
    async fn name(&self, ctx: &Context<'_>, locale: Option<Language>) -> String {
        text(ctx, &self.0.names, locale).unwrap_or_default()
    }

    /// The language that `name` is really in.
    async fn name_locale(&self, ctx: &Context<'_>, locale: Option<Language>) -> Option<Language> {
        language(ctx, &self.0.names, locale)
    }

    /// The region it lies in.
    async fn region(&self, ctx: &Context<'_>) -> Result<Option<Region>> {
        let Some(code) = self.0.region_code.clone() else {
            return Ok(None);
        };
        Ok(load(ctx, RegionKey(code)).await?.map(Region))
    }

    /// The cohort it joined with.
    async fn cohort(&self) -> Option<i32> {
        self.0.cohort
    }

    /// The cohort is inferred, not published.
    async fn cohort_is_probable(&self) -> bool {
        self.0.cohort_is_probable
    }

    /// When it joined.
    async fn joined_on(&self) -> Option<Date> {
        self.0.joined_on.map(Date)
    }

    /// Its population.
    async fn population(&self) -> Option<i64> {
        self.0.population
    }

    /// The address of its site.
    async fn url(&self) -> &str {
        &self.0.url
    }

    /// Its news, the newest first.
    async fn articles(
        &self,
        ctx: &Context<'_>,
        first: Option<i32>,
        after: Option<String>,
        last: Option<i32>,
        before: Option<String>,
        category: Option<String>,
    ) -> Result<Connection<Article>> {
        let request = page(first, after, last, before)?;
        let is_first = !request.backwards && request.position.is_none() && request.limit > 0;
        let page = match is_first {
            true => load(ctx, NewestOf(self.0.id, category, request.limit)).await?.unwrap_or_else(nothing),
            false => {
                let filter = news::Filter { category, collectivity: Some(self.0.id) };
                news::list(scope(ctx), &filter, &request).await?
            }
        };
        Ok(Connection::new(page, Article::from))
    }

    /// Its events, the latest first.
    async fn events(
        &self,
        ctx: &Context<'_>,
        first: Option<i32>,
        after: Option<String>,
        last: Option<i32>,
        before: Option<String>,
    ) -> Result<Connection<Event>> {
        let request = page(first, after, last, before)?;
        let is_first = !request.backwards && request.position.is_none() && request.limit > 0;
        let page = match is_first {
            true => load(ctx, EventsOf(self.0.id, request.limit)).await?.unwrap_or_else(nothing),
            false => {
                let filter =
                    gatherings::Filter { collectivity: Some(self.0.id), ..gatherings::Filter::default() };
                gatherings::list(scope(ctx), &filter, &request).await?
            }
        };
        Ok(Connection::new(page, Event))
    }

    /// Its programmes, the latest first.
    async fn programmes(&self, ctx: &Context<'_>) -> Result<Vec<Programme>> {
        let found = load(ctx, ProgrammesOf(self.0.id)).await?.unwrap_or_default();
        Ok(found.into_iter().map(Programme::today).collect())
    }

    /// The programme that runs now.
    async fn current_programme(&self, ctx: &Context<'_>) -> Result<Option<Programme>> {
        Ok(load(ctx, CurrentProgrammeOf(self.0.id)).await?.map(Programme::today))
    }

    /// The last change of anything it published.
    async fn last_updated_at(&self) -> Option<DateTime<Utc>> {
        Some(self.0.last_updated_at)
    }

    /// Where the facts about it come from.
    async fn source(&self) -> Option<&str> {
        self.0.source.as_deref()
    }

    /// Made up for demonstration: not a statement about this town.
    async fn is_sample(&self) -> bool {
        self.0.is_sample
    }
}

fn nothing<T>() -> Page<T> {
    Page { items: Vec::new(), cursors: Vec::new(), has_next: false, has_previous: false, total: 0 }
}

/// What a member is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
pub(crate) enum CollectivityKind {
    /// One of the twelve regions.
    Region,
    /// A prefecture.
    Prefecture,
    /// A province.
    Province,
    /// A commune.
    Commune,
}

/// The kind as the API shows it; the network itself is no member and has none.
pub(crate) fn kind(kind: Kind) -> Option<CollectivityKind> {
    match kind {
        Kind::Network => None,
        Kind::Region => Some(CollectivityKind::Region),
        Kind::Prefecture => Some(CollectivityKind::Prefecture),
        Kind::Province => Some(CollectivityKind::Province),
        Kind::Commune => Some(CollectivityKind::Commune),
    }
}

impl From<CollectivityKind> for Kind {
    fn from(kind: CollectivityKind) -> Self {
        match kind {
            CollectivityKind::Region => Self::Region,
            CollectivityKind::Prefecture => Self::Prefecture,
            CollectivityKind::Province => Self::Province,
            CollectivityKind::Commune => Self::Commune,
        }
    }
}

/// A region of Morocco.
#[derive(Debug, Clone)]
pub(crate) struct Region(pub(crate) regions::Region);

#[Object]
impl Region {
    /// Its code in the census (HCP).
    async fn code(&self) -> &str {
        &self.0.code
    }

    /// Its code in ISO 3166-2.
    async fn iso(&self) -> &str {
        &self.0.iso
    }

    /// Its name in a language.
    async fn name(&self, ctx: &Context<'_>, locale: Option<Language>) -> String {
        text(ctx, &self.0.names, locale).unwrap_or_default()
    }

    /// The language that `name` is really in.
    async fn name_locale(&self, ctx: &Context<'_>, locale: Option<Language>) -> Option<Language> {
        language(ctx, &self.0.names, locale)
    }

    /// Its population.
    async fn population(&self) -> Option<i64> {
        self.0.population
    }
}

/// Which members a list shows.
#[derive(Debug, Default, InputObject)]
pub(crate) struct CollectivityFilter {
    /// Of this kind.
    kind: Option<CollectivityKind>,
    /// In the region with this code.
    region: Option<String>,
    /// Of this cohort.
    cohort: Option<i32>,
}

/// The order of a list of members.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "Order")]
pub(crate) enum CollectivityOrder {
    /// By the name in addresses.
    Name,
    /// The most populous first.
    Population,
    /// Those who joined first, first.
    JoinedOn,
}

/// The member of this host, or the one with this slug.
pub(crate) async fn find(ctx: &Context<'_>, slug: Option<String>) -> Result<Option<Collectivity>> {
    let scope = scope(ctx);
    let own = scope.tenant();
    let slug = match slug {
        Some(slug) => slug,
        None if own.is_network() => return Ok(None),
        None => own.slug.clone(),
    };
    if !own.is_network() && slug != own.slug {
        return Err(Error::NotFound("collectivity").into());
    }
    let found = core::find(scope, &slug).await?;
    // The network has a slug too, but is no member.
    kind(found.kind).ok_or(Error::NotFound("collectivity"))?;
    Ok(Some(Collectivity(found)))
}

/// The id of the member that a filter names by its slug.
pub(crate) async fn id_of(ctx: &Context<'_>, slug: Option<String>) -> Result<Option<TenantId>> {
    match slug {
        Some(slug) => Ok(find(ctx, Some(slug)).await?.map(|member| member.0.id)),
        None => Ok(None),
    }
}

/// All members on the network's host; on a member's host it is the only one.
pub(crate) async fn list(
    ctx: &Context<'_>,
    filter: Option<CollectivityFilter>,
    order: Option<CollectivityOrder>,
    request: &PageRequest,
) -> Result<Connection<Collectivity>> {
    let filter = filter.unwrap_or_default();
    let filter =
        core::Filter { kind: filter.kind.map(Kind::from), region: filter.region, cohort: filter.cohort };
    let order = order.map_or(Order::Name, Order::from);
    let found = match scope(ctx).tenant().is_network() {
        true => core::list(scope(ctx), &filter, order, request).await?,
        false => only_own(ctx, scope(ctx), &filter, request).await?,
    };
    Ok(Connection::new(found, Collectivity))
}

async fn only_own(
    ctx: &Context<'_>,
    scope: &PublicScope,
    filter: &core::Filter,
    request: &PageRequest,
) -> Result<Page<core::Collectivity>> {
    let own = load(ctx, MemberKey(scope.tenant().id)).await?.filter(|own| {
        filter.kind.is_none_or(|kind| kind == own.kind)
            && filter.region.as_ref().is_none_or(|region| own.region_code.as_ref() == Some(region))
            && filter.cohort.is_none_or(|cohort| own.cohort == Some(cohort))
    });
    let total = u64::from(own.is_some());
    let shown = own.filter(|_| request.limit > 0 && request.position.is_none());
    let cursors = shown.iter().map(|own| Position { key: own.slug.clone(), id: own.id.0 }.encode()).collect();
    let has_next = total > 0 && shown.is_none() && request.position.is_none();
    Ok(Page { items: shown.into_iter().collect(), cursors, has_next, has_previous: false, total })
}
