//! Documents that members publish, each with the versions of its file: the latest and those before,
//! which stay as they were shown.

use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject};
use chrono::{DateTime, Utc};
use infitah_core::ground::address::ascii as encode;
use infitah_core::ground::ids::{DocumentId, TenantId};
use infitah_core::ground::paging::PageRequest;
use infitah_core::news::documents::{self as core, Version};

use super::collectivities::{self, Collectivity};
use super::connections::Connection;
use super::ids::{self, Noun};
use super::loaders::{MemberKey, load};
use super::scalars::{Date, Language};
use super::texts::{language, locale, scope, text};

/// Versions of one document at most.
pub(crate) const VERSIONS: usize = core::MOST_VERSIONS;

/// A document that is published.
#[derive(Debug, Clone)]
pub(crate) struct Document(pub(crate) core::Document);

#[Object]
impl Document {
    /// An opaque id.
    pub(crate) async fn id(&self) -> ID {
        ids::encode(Noun::Document, self.0.id.0)
    }

    /// What it is called, in a language.
    async fn title(&self, ctx: &Context<'_>, locale: Option<Language>) -> String {
        text(ctx, &self.0.titles, locale).unwrap_or_default()
    }

    /// The language that `title` is really in.
    async fn title_locale(&self, ctx: &Context<'_>, locale: Option<Language>) -> Option<Language> {
        language(ctx, &self.0.titles, locale)
    }

    /// What it holds, in a language.
    async fn description(&self, ctx: &Context<'_>, locale: Option<Language>) -> Option<String> {
        text(ctx, &self.0.descriptions, locale)
    }

    /// The item that law 31-13 or the judgement of sites asks for, such as `budget`.
    async fn item(&self) -> &str {
        &self.0.item
    }

    /// The day that stands on it.
    async fn dated_on(&self) -> Date {
        self.0.dated_on.into()
    }

    /// Its file as it is now.
    async fn file(&self, ctx: &Context<'_>) -> Result<Option<DocumentVersion>> {
        let Some(latest) = self.0.versions.first() else { return Ok(None) };
        Ok(Some(DocumentVersion::of(&self.site(ctx).await?, latest)))
    }

    /// All versions of its file, the latest first.
    async fn versions(&self, ctx: &Context<'_>) -> Result<Vec<DocumentVersion>> {
        let site = self.site(ctx).await?;
        Ok(self.0.versions.iter().map(|version| DocumentVersion::of(&site, version)).collect())
    }

    /// The address of its page in a language.
    async fn url(&self, ctx: &Context<'_>, locale: Option<Language>) -> Result<String> {
        let language = self::locale(ctx, locale).code();
        Ok(encode(&format!("{}/{language}/documents/{}", self.site(ctx).await?, self.0.id)))
    }

    /// Whose it is.
    async fn collectivity(&self, ctx: &Context<'_>) -> Result<Option<Collectivity>> {
        Ok(load(ctx, MemberKey(self.0.tenant)).await?.map(Collectivity))
    }

    /// When it first became public.
    async fn published_at(&self) -> Option<DateTime<Utc>> {
        self.0.published_at
    }

    /// The last change.
    async fn updated_at(&self) -> DateTime<Utc> {
        self.0.updated_at
    }

    /// Made up for demonstration.
    async fn is_sample(&self) -> bool {
        self.0.is_sample
    }
}

impl Document {
    /// The address of the site that publishes it.
    async fn site(&self, ctx: &Context<'_>) -> Result<String> {
        Ok(load(ctx, MemberKey(self.0.tenant)).await?.map(|member| member.url).unwrap_or_default())
    }
}

/// A file that a document has or had.
#[derive(Debug, SimpleObject)]
pub(crate) struct DocumentVersion {
    /// Counted from one.
    number: i32,
    /// When it was added.
    added_at: DateTime<Utc>,
    /// Its name.
    name: String,
    /// Its media type.
    media_type: String,
    /// Its length.
    bytes: i64,
    /// SHA-256 of its bytes, in hexadecimal digits.
    sha256: String,
    /// Its address, which never changes.
    url: String,
}

impl DocumentVersion {
    fn of(site: &str, Version { number, added_at, medium }: &Version) -> Self {
        Self {
            number: *number,
            added_at: *added_at,
            name: medium.file_name.clone(),
            media_type: medium.media_type.clone(),
            bytes: medium.bytes,
            sha256: medium.sha256.clone(),
            url: format!("{site}{}", medium.path()),
        }
    }
}

/// Which documents a list shows.
#[derive(Debug, Default, InputObject)]
pub(crate) struct DocumentFilter {
    /// Of this publication item.
    item: Option<String>,
    /// Dated in this year.
    year: Option<i32>,
    /// Of the member with this slug.
    collectivity: Option<String>,
}

impl DocumentFilter {
    fn of(self, collectivity: Option<TenantId>) -> core::Filter {
        core::Filter { item: self.item, year: self.year, collectivity }
    }
}

/// The document with this id.
pub(crate) async fn find(ctx: &Context<'_>, id: &ID) -> Result<Option<Document>> {
    let id = DocumentId(ids::of(Noun::Document, id)?);
    Ok(Some(Document(core::find(scope(ctx), id).await?)))
}

/// A page of documents.
pub(crate) async fn list(
    ctx: &Context<'_>,
    mut filter: DocumentFilter,
    request: &PageRequest,
) -> Result<Connection<Document>> {
    let collectivity = collectivities::id_of(ctx, filter.collectivity.take()).await?;
    let found = core::list(scope(ctx), &filter.of(collectivity), request).await?;
    Ok(Connection::new(found, Document))
}
