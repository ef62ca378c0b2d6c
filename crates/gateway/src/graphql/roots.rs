//! The two roots. On a member's host the root is that member, on the network's host all of them;
//! the types are the same.

use async_graphql::{Context, ID, MergedObject, Object, Result};
use chrono::{DateTime, Utc};
use infitah_core::news::articles as news;
use infitah_core::programme::sessions;

use super::articles::{self, Article, ArticleFilter, ArticleInput};
use super::collectivities::{self, Collectivity, CollectivityFilter, CollectivityOrder};
use super::commitments::{self, Commitment, CommitmentFilter, CommitmentOrder};
use super::connections::{Connection, page};
use super::councils::{self, CalendarEntry, Session};
use super::cycle_verbs::CycleVerbs;
use super::documents::{self, Document, DocumentFilter};
use super::events::{self, Event, EventFilter};
use super::ledger_verbs::LedgerVerbs;
use super::network::{self, Network};
use super::nodes::{self, Node};
use super::programmes::{self, Programme};
use super::scalars::Date;
use super::texts::scope;
use super::tree_verbs::TreeVerbs;
use super::viewers::{self, RateLimit, Viewer};

/// Reading.
#[derive(Debug)]
pub(crate) struct Query;

#[Object]
impl Query {
    /// The thing with this id; null when there is none that may be seen here.
    async fn node(&self, ctx: &Context<'_>, id: ID) -> Result<Option<Node>> {
        Ok(nodes::find(ctx, &[id]).await?.pop().flatten())
    }

    /// The things with these ids, in their order, at most 100.
    async fn nodes(&self, ctx: &Context<'_>, ids: Vec<ID>) -> Result<Vec<Option<Node>>> {
        nodes::find(ctx, &ids).await
    }

    /// The member with this slug; without one, the member of this host.
    async fn collectivity(&self, ctx: &Context<'_>, slug: Option<String>) -> Result<Option<Collectivity>> {
        collectivities::find(ctx, slug).await
    }

    /// The members.
    #[expect(clippy::too_many_arguments, reason = "the arguments of a connection, its filter and order")]
    async fn collectivities(
        &self,
        ctx: &Context<'_>,
        first: Option<i32>,
        after: Option<String>,
        last: Option<i32>,
        before: Option<String>,
        filter: Option<CollectivityFilter>,
        order_by: Option<CollectivityOrder>,
    ) -> Result<Connection<Collectivity>> {
        collectivities::list(ctx, filter, order_by, &page(first, after, last, before)?).await
    }

    /// The article with this id, or with this slug at a member.
    async fn article(
        &self,
        ctx: &Context<'_>,
        id: Option<ID>,
        slug: Option<String>,
        collectivity: Option<String>,
    ) -> Result<Option<Article>> {
        articles::find(ctx, id, slug, collectivity).await
    }

    /// News, the newest first.
    async fn articles(
        &self,
        ctx: &Context<'_>,
        first: Option<i32>,
        after: Option<String>,
        last: Option<i32>,
        before: Option<String>,
        filter: Option<ArticleFilter>,
    ) -> Result<Connection<Article>> {
        let filter = filter.unwrap_or_default();
        let collectivity = collectivities::id_of(ctx, filter.collectivity).await?;
        let filter = news::Filter { category: filter.category, collectivity };
        let page = news::list(scope(ctx), &filter, &page(first, after, last, before)?).await?;
        Ok(Connection::new(page, Article::from))
    }

    /// The programme with this id; its axes and progress as they stood on a day.
    async fn programme(&self, ctx: &Context<'_>, id: ID, as_of: Option<Date>) -> Result<Option<Programme>> {
        programmes::find(ctx, &id, as_of).await
    }

    /// Sessions of councils: from a day on in their order, or all, the latest first.
    async fn sessions(
        &self,
        ctx: &Context<'_>,
        first: Option<i32>,
        after: Option<String>,
        last: Option<i32>,
        before: Option<String>,
        from: Option<Date>,
    ) -> Result<Connection<Session>> {
        let request = page(first, after, last, before)?;
        let found = sessions::list(scope(ctx), from.map(|day| day.0), &request).await?;
        Ok(Connection::new(found, Session))
    }

    /// What is on between two days, the earliest first; without days, in the next three months.
    async fn calendar(
        &self,
        ctx: &Context<'_>,
        from: Option<Date>,
        until: Option<Date>,
        first: Option<i32>,
    ) -> Result<Vec<CalendarEntry>> {
        let request = page(first, None, None, None)?;
        councils::entries(ctx, from, until, request.limit as usize).await
    }

    /// Events that people come to: from a day on in their order, or all, the latest first.
    async fn events(
        &self,
        ctx: &Context<'_>,
        first: Option<i32>,
        after: Option<String>,
        last: Option<i32>,
        before: Option<String>,
        filter: Option<EventFilter>,
    ) -> Result<Connection<Event>> {
        events::list(ctx, filter.unwrap_or_default(), &page(first, after, last, before)?).await
    }

    /// The event with this id.
    async fn event(&self, ctx: &Context<'_>, id: ID) -> Result<Option<Event>> {
        events::find(ctx, &id).await
    }

    /// Documents that members publish, the latest first.
    async fn documents(
        &self,
        ctx: &Context<'_>,
        first: Option<i32>,
        after: Option<String>,
        last: Option<i32>,
        before: Option<String>,
        filter: Option<DocumentFilter>,
    ) -> Result<Connection<Document>> {
        documents::list(ctx, filter.unwrap_or_default(), &page(first, after, last, before)?).await
    }

    /// The document with this id.
    async fn document(&self, ctx: &Context<'_>, id: ID) -> Result<Option<Document>> {
        documents::find(ctx, &id).await
    }

    /// Commitments (openness projects).
    #[expect(clippy::too_many_arguments, reason = "the arguments of a connection, its filter and order")]
    async fn commitments(
        &self,
        ctx: &Context<'_>,
        first: Option<i32>,
        after: Option<String>,
        last: Option<i32>,
        before: Option<String>,
        filter: Option<CommitmentFilter>,
        order_by: Option<CommitmentOrder>,
    ) -> Result<Connection<Commitment>> {
        commitments::list(ctx, filter, order_by, &page(first, after, last, before)?).await
    }

    /// The commitment with this id, as it stood on a day.
    async fn commitment(&self, ctx: &Context<'_>, id: ID, as_of: Option<Date>) -> Result<Option<Commitment>> {
        commitments::find(ctx, &id, as_of).await
    }

    /// The network as a whole.
    async fn network(&self, ctx: &Context<'_>) -> Result<Network> {
        network::find(ctx).await
    }

    /// What this query costs, and what is left.
    async fn rate_limit(&self, ctx: &Context<'_>) -> RateLimit {
        viewers::rate_limit(ctx)
    }

    /// Who asks; null when nobody is signed in.
    async fn viewer(&self, ctx: &Context<'_>) -> Option<Viewer> {
        viewers::viewer(ctx)
    }
}

/// Writing, for the staff of the host. The rules are core's, the same as for the pages.
#[derive(Debug, Default, MergedObject)]
pub(crate) struct Mutation(NewsVerbs, CycleVerbs, LedgerVerbs, TreeVerbs);

/// The verbs of news.
#[derive(Debug, Default)]
pub(crate) struct NewsVerbs;

#[Object]
impl NewsVerbs {
    /// Writes a new draft.
    async fn create_article(&self, ctx: &Context<'_>, input: ArticleInput) -> Result<Article> {
        articles::create(ctx, input).await
    }

    /// Changes an article, if it still has this version.
    async fn update_article(
        &self,
        ctx: &Context<'_>,
        id: ID,
        version: i32,
        input: ArticleInput,
    ) -> Result<Article> {
        articles::update(ctx, &id, version, input).await
    }

    /// Makes an article public, if it still has this version.
    async fn publish_article(&self, ctx: &Context<'_>, id: ID, version: i32) -> Result<Article> {
        articles::publish(ctx, &id, version).await
    }

    /// Takes an article back, if it still has this version.
    async fn unpublish_article(&self, ctx: &Context<'_>, id: ID, version: i32) -> Result<Article> {
        articles::unpublish(ctx, &id, version).await
    }

    /// Hands a draft in, so that somebody who may publish looks at it.
    async fn submit_article(&self, ctx: &Context<'_>, id: ID, version: i32) -> Result<Article> {
        articles::submit(ctx, &id, version).await
    }

    /// Gives an article that was handed in back to its writer, with a word on what to change.
    async fn return_article(&self, ctx: &Context<'_>, id: ID, version: i32, note: String) -> Result<Article> {
        articles::give_back(ctx, &id, version, &note).await
    }

    /// Has an article become public by itself at a time to come.
    async fn schedule_article(
        &self,
        ctx: &Context<'_>,
        id: ID,
        version: i32,
        publish_at: DateTime<Utc>,
    ) -> Result<Article> {
        articles::schedule(ctx, &id, version, publish_at).await
    }
}
