//! News: reading what is published, and the office's verbs. Lists carry no bodies; a loader reads
//! them when they are asked for.

use async_graphql::{Context, Enum, ID, InputObject, Object, Result};
use chrono::{DateTime, Utc};
use infitah_core::ground::error::Error;
use infitah_core::ground::ids::ArticleId;
use infitah_core::ground::localised::Localised;
use infitah_core::media;
use infitah_core::news::articles::{self as core, ArticleCard, Found, Status};
use infitah_core::news::html;
use infitah_core::tenancy::scope::{PublicScope, Scope};

use super::collectivities::{self, Collectivity};
use super::ids::{self, Noun};
use super::loaders::{BodyKey, MemberKey, load};
use super::scalars::Language;
use super::texts::{LocalizedInput, language, locale, scope, text};
use infitah_core::ground::address::ascii as encode;

/// How many related articles there are at most.
pub(crate) const RELATED: u32 = 4;

/// A news article.
#[derive(Debug, Clone)]
pub(crate) struct Article {
    card: ArticleCard,
    /// Known when the article was read alone; lists load it.
    bodies: Option<Localised>,
}

impl From<ArticleCard> for Article {
    fn from(card: ArticleCard) -> Self {
        Self { card, bodies: None }
    }
}

impl From<core::Article> for Article {
    fn from(article: core::Article) -> Self {
        Self { card: article.card, bodies: Some(article.bodies) }
    }
}

#[Object]
impl Article {
    /// An opaque id.
    pub(crate) async fn id(&self) -> ID {
        ids::encode(Noun::Article, self.card.id.0)
    }

    /// The name in the address of its page in a language.
    async fn slug(&self, ctx: &Context<'_>, locale: Option<Language>) -> Option<&str> {
        let fallbacks = self::locale(ctx, locale).fallbacks();
        fallbacks.iter().find_map(|locale| self.card.slugs.get(locale)).map(String::as_str)
    }

    /// Its title in a language.
    async fn title(&self, ctx: &Context<'_>, locale: Option<Language>) -> String {
        text(ctx, &self.card.titles, locale).unwrap_or_default()
    }

    /// The language that `title` is really in.
    async fn title_locale(&self, ctx: &Context<'_>, locale: Option<Language>) -> Option<Language> {
        language(ctx, &self.card.titles, locale)
    }

    /// Its summary in a language.
    async fn summary(&self, ctx: &Context<'_>, locale: Option<Language>) -> Option<String> {
        text(ctx, &self.card.summaries, locale)
    }

    /// The language that `summary` is really in.
    async fn summary_locale(&self, ctx: &Context<'_>, locale: Option<Language>) -> Option<Language> {
        language(ctx, &self.card.summaries, locale)
    }

    /// Its text in a language, as HTML that is safe to show.
    async fn body_html(&self, ctx: &Context<'_>, locale: Option<Language>) -> Result<String> {
        Ok(text(ctx, &self.bodies(ctx).await?, locale).unwrap_or_default())
    }

    /// Its text in a language, without markup.
    async fn body_text(&self, ctx: &Context<'_>, locale: Option<Language>) -> Result<String> {
        let body = text(ctx, &self.bodies(ctx).await?, locale).unwrap_or_default();
        Ok(html::text(&body))
    }

    /// The language that `bodyHtml` and `bodyText` are really in.
    async fn body_locale(&self, ctx: &Context<'_>, locale: Option<Language>) -> Result<Option<Language>> {
        Ok(language(ctx, &self.bodies(ctx).await?, locale))
    }

    /// The kind of news.
    async fn category(&self) -> Option<&str> {
        self.card.category.as_deref()
    }

    /// The picture at its head.
    async fn cover(&self, ctx: &Context<'_>) -> Option<Picture> {
        let site = scope(ctx).hub().url_of(self.card.member_kind, &self.card.member_slug);
        Some(Picture { picture: self.card.cover.clone()?, site })
    }

    /// When it became public.
    async fn published_at(&self) -> Option<DateTime<Utc>> {
        self.card.published_at
    }

    /// The last change.
    async fn updated_at(&self) -> DateTime<Utc> {
        self.card.updated_at
    }

    /// The address of its page in a language.
    async fn url(&self, ctx: &Context<'_>, locale: Option<Language>) -> String {
        let site = scope(ctx).hub().url_of(self.card.member_kind, &self.card.member_slug);
        encode(&self.card.url(&site, self::locale(ctx, locale)))
    }

    /// Rises with every change; a change names the version it saw.
    async fn version(&self) -> i32 {
        self.card.version
    }

    /// Where it stands.
    async fn status(&self) -> ArticleStatus {
        self.card.status.into()
    }

    /// Whose it is; the network's own news are no member's.
    async fn collectivity(&self, ctx: &Context<'_>) -> Result<Option<Collectivity>> {
        if collectivities::kind(self.card.member_kind).is_none() {
            return Ok(None);
        }
        Ok(load(ctx, MemberKey(self.card.tenant)).await?.map(Collectivity))
    }

    /// Other articles of the same member, those of the same kind first.
    async fn related(&self, ctx: &Context<'_>) -> Result<Vec<Article>> {
        let found = core::related(scope(ctx), &self.card, RELATED).await?;
        Ok(found.into_iter().map(Article::from).collect())
    }

    /// Made up for demonstration.
    async fn is_sample(&self) -> bool {
        self.card.is_sample
    }
}

/// A picture of a member.
#[derive(Debug, Clone)]
pub(crate) struct Picture {
    picture: media::Picture,
    /// The address of the site that has it.
    site: String,
}

#[Object]
impl Picture {
    /// Its address; public while what shows it is.
    async fn url(&self) -> String {
        format!("{}{}", self.site, self.picture.path())
    }

    /// Its width in pixels.
    async fn width(&self) -> i32 {
        self.picture.width
    }

    /// Its height in pixels.
    async fn height(&self) -> i32 {
        self.picture.height
    }

    /// What it shows, in a language.
    async fn alternative(&self, ctx: &Context<'_>, locale: Option<Language>) -> Option<String> {
        text(ctx, &self.picture.alternatives, locale)
    }

    /// The language that `alternative` is really in.
    async fn alternative_locale(&self, ctx: &Context<'_>, locale: Option<Language>) -> Option<Language> {
        language(ctx, &self.picture.alternatives, locale)
    }
}

impl Article {
    async fn bodies(&self, ctx: &Context<'_>) -> Result<Localised> {
        match &self.bodies {
            Some(bodies) => Ok(bodies.clone()),
            None => Ok(load(ctx, BodyKey(self.card.tenant, self.card.id)).await?.unwrap_or_default()),
        }
    }
}

/// Where an article stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "Status")]
pub(crate) enum ArticleStatus {
    /// Being written.
    Draft,
    /// Handed in; somebody who may publish looks at it.
    InReview,
    /// Becomes public by itself at its time.
    Scheduled,
    /// Public.
    Published,
    /// Put away.
    Archived,
}

/// Which articles a list shows.
#[derive(Debug, Default, InputObject)]
pub(crate) struct ArticleFilter {
    /// Of this kind of news.
    pub(crate) category: Option<String>,
    /// Of the member with this slug.
    pub(crate) collectivity: Option<String>,
}

/// An article as it is written.
#[derive(Debug, InputObject)]
pub(crate) struct ArticleInput {
    /// Its title.
    title: LocalizedInput,
    /// Its summary.
    summary: Option<LocalizedInput>,
    /// Its text, as HTML; what is not safe to show is taken out.
    body_html: LocalizedInput,
    /// The kind of news.
    category: Option<String>,
}

impl From<ArticleInput> for core::ArticleInput {
    fn from(input: ArticleInput) -> Self {
        Self {
            titles: input.title.into(),
            summaries: input.summary.unwrap_or_default().into(),
            bodies: input.body_html.into(),
            category: input.category,
            slugs: Localised::default(),
            cover: core::Cover::AsIs,
        }
    }
}

/// The article of an id, or of a slug at a member.
pub(crate) async fn find(
    ctx: &Context<'_>,
    id: Option<ID>,
    slug: Option<String>,
    collectivity: Option<String>,
) -> Result<Option<Article>> {
    match (id, slug) {
        (Some(id), None) => {
            let id = ArticleId(ids::of(Noun::Article, &id)?);
            Ok(Some(core::find(scope(ctx), id).await?.into()))
        }
        (None, Some(slug)) => {
            let member = at(scope(ctx), collectivity).await?;
            let found = core::find_by_slug(&member, member.tenant().default_locale, &slug).await?;
            let (Found::Here(article) | Found::Moved(article)) = found;
            Ok(Some((*article).into()))
        }
        _ => Err(Error::invalid("id", "field-required").into()),
    }
}

/// The scope of the member that a query names: on the network's host any, elsewhere its own.
async fn at(scope: &PublicScope, slug: Option<String>) -> Result<PublicScope, Error> {
    let own = scope.tenant();
    match slug {
        None => Ok(scope.clone()),
        Some(slug) if slug == own.slug => Ok(scope.clone()),
        Some(slug) if own.is_network() => {
            let tenant = scope.hub().member(&slug).await?.ok_or(Error::NotFound("article"))?;
            Ok(scope.hub().public_scope(tenant, scope.request_id()))
        }
        Some(_) => Err(Error::NotFound("article")),
    }
}

/// Writes a new draft.
pub(crate) async fn create(ctx: &Context<'_>, input: ArticleInput) -> Result<Article> {
    Ok(core::create(actor(ctx), input.into()).await?.into())
}

/// Changes an article.
pub(crate) async fn update(ctx: &Context<'_>, id: &ID, version: i32, input: ArticleInput) -> Result<Article> {
    let id = ArticleId(ids::of(Noun::Article, id)?);
    Ok(core::update(actor(ctx), id, version, input.into()).await?.into())
}

/// Makes an article public.
pub(crate) async fn publish(ctx: &Context<'_>, id: &ID, version: i32) -> Result<Article> {
    let id = ArticleId(ids::of(Noun::Article, id)?);
    Ok(core::publish(actor(ctx), id, version).await?.into())
}

/// Takes an article back.
pub(crate) async fn unpublish(ctx: &Context<'_>, id: &ID, version: i32) -> Result<Article> {
    let id = ArticleId(ids::of(Noun::Article, id)?);
    Ok(core::unpublish(actor(ctx), id, version).await?.into())
}

/// Hands a draft in for review.
pub(crate) async fn submit(ctx: &Context<'_>, id: &ID, version: i32) -> Result<Article> {
    let id = ArticleId(ids::of(Noun::Article, id)?);
    Ok(core::submit(actor(ctx), id, version).await?.into())
}

/// Gives an article back to its writer.
pub(crate) async fn give_back(ctx: &Context<'_>, id: &ID, version: i32, note: &str) -> Result<Article> {
    let id = ArticleId(ids::of(Noun::Article, id)?);
    Ok(core::return_to_writer(actor(ctx), id, version, note).await?.into())
}

/// Has an article become public at a time to come.
pub(crate) async fn schedule(
    ctx: &Context<'_>,
    id: &ID,
    version: i32,
    publish_at: DateTime<Utc>,
) -> Result<Article> {
    let id = ArticleId(ids::of(Noun::Article, id)?);
    Ok(core::schedule(actor(ctx), id, version, publish_at).await?.into())
}

/// Who writes.
pub(crate) fn actor<'a>(ctx: &Context<'a>) -> &'a Scope {
    ctx.data_unchecked::<Scope>()
}
