//! News articles: what they are. Reading what is published is in `reading`, the office's verbs
//! in `writing`, loading of known articles in `seeding`.

mod covers;
mod needing;
mod office;
mod reading;
mod reviewing;
mod revisions;
mod scheduling;
mod seeding;
mod writing;

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use infitah_i18n::Locale;
use sea_orm::FromQueryResult;

use crate::ground::ids::{ArticleId, TenantId};
use crate::ground::localised::Localised;
use crate::ground::paging::Position;
use crate::media::Picture;
use crate::news::addresses::{self, Addresses};
use crate::news::files::Files;
use crate::tenancy::collectivities::{Kind, time_key};

pub use covers::Cover;
use covers::{CoverRow, cover_sql};
pub(crate) use needing::needs;
pub use needing::{ArticleLine, ArticleNeeds};
pub use office::{Desk, OfficeFilter, at_desk, draft, office_list};
pub use reading::{Filter, Found, bodies, by_ids, find, find_by_slug, list, newest, related};
pub use reviewing::{NOTE_MAX, archive, return_to_writer, submit, unarchive};
pub use revisions::{Revision, RevisionLine, restore, revision, revisions};
pub use scheduling::{publish_due, schedule, unschedule};
pub use seeding::{SeedArticle, seed};
pub use writing::{ArticleInput, BODY_MAX, SUMMARY_MAX, TITLE_MAX, create, publish, unpublish, update};

/// Where an article stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Status {
    /// Being written; the office sees it.
    Draft,
    /// Handed in; somebody who may publish looks at it.
    InReview,
    /// Becomes public by itself at its time.
    Scheduled,
    /// Public.
    Published,
    /// Put away; the office sees it.
    Archived,
}

impl Status {
    /// All of them.
    pub const ALL: [Self; 5] =
        [Self::Draft, Self::InReview, Self::Scheduled, Self::Published, Self::Archived];

    /// The name in lists and in message keys.
    pub fn code(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::InReview => "in_review",
            Self::Scheduled => "scheduled",
            Self::Published => "published",
            Self::Archived => "archived",
        }
    }

    /// The status with this name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.code() == code)
    }
}

/// A whole article.
#[derive(Debug, Clone)]
pub struct Article {
    /// What lists show of it.
    pub card: ArticleCard,
    /// HTML that is safe to show.
    pub bodies: Localised,
    /// When it was first written.
    pub created_at: DateTime<Utc>,
}

impl std::ops::Deref for Article {
    type Target = ArticleCard;
    fn deref(&self) -> &ArticleCard {
        &self.card
    }
}

/// An article without its body, as lists show it.
#[derive(Debug, Clone)]
pub struct ArticleCard {
    /// Its id.
    pub id: ArticleId,
    /// Whose it is.
    pub tenant: TenantId,
    /// The subdomain of whose it is.
    pub member_slug: String,
    /// What they are.
    pub member_kind: Kind,
    /// Their names.
    pub member_names: Localised,
    /// Where it stands.
    pub status: Status,
    /// One of [`super::categories::ALL`].
    pub category: Option<String>,
    /// The picture at its head.
    pub cover: Option<Picture>,
    /// Titles.
    pub titles: Localised,
    /// Summaries.
    pub summaries: Localised,
    /// The current slug of each language it is written in.
    pub slugs: BTreeMap<Locale, String>,
    /// Rises with every change; a change must name the version it saw.
    pub version: i32,
    /// Made up for demonstration.
    pub is_sample: bool,
    /// When it became public.
    pub published_at: Option<DateTime<Utc>>,
    /// The last change.
    pub updated_at: DateTime<Utc>,
}

impl ArticleCard {
    /// The path of its page in a language; a language without a text of its own leads to the page
    /// of that language with the text of a fallback.
    pub fn path(&self, locale: Locale) -> String {
        addresses::path("news", &self.slugs, locale)
    }

    /// The address of its page in a language.
    pub fn url(&self, tenant_url: &str, locale: Locale) -> String {
        format!("{tenant_url}{}", self.path(locale))
    }
}

/// Where the slugs of articles are kept.
const ADDRESSES: Addresses = Addresses { table: "article_slugs", key: "article_id" };

/// Where the files of articles are kept.
const FILES: Files = Files { table: "article_files", key: "article_id" };

/// Where an article `a` stands: the database knows of its public life, the rest follows from times.
macro_rules! status_sql {
    () => {
        "CASE WHEN a.status = 'draft' AND a.publish_at IS NOT NULL THEN 'scheduled'
          WHEN a.status = 'draft' AND a.submitted_at IS NOT NULL THEN 'in_review' ELSE a.status END"
    };
}
macro_rules! joins_sql {
    () => {
        "JOIN collectivities c ON c.id = a.tenant_id
         LEFT JOIN media v ON v.tenant_id = a.tenant_id AND v.id = a.cover_id"
    };
}
const STATUS: &str = status_sql!();

/// The columns of a card; `a` is the article, `c` its member, `v` its cover.
const CARD: &str = concat!(
    "a.id, a.tenant_id, c.slug AS member_slug, c.kind AS member_kind, c.names AS member_names, ",
    status_sql!(),
    " AS status,
  a.category, a.titles, a.summaries, a.slugs, a.version, a.is_sample, a.published_at, a.updated_at, ",
    cover_sql!()
);

/// The columns of a whole article.
const WHOLE: &str = "a.bodies, a.created_at";

const FROM: &str = concat!("FROM articles a ", joins_sql!());

/// What a card is joined from, beside the article.
const JOINS: &str = joins_sql!();

#[derive(Debug, FromQueryResult)]
struct CardRow {
    id: ArticleId,
    tenant_id: TenantId,
    member_slug: String,
    member_kind: String,
    member_names: Localised,
    status: String,
    category: Option<String>,
    titles: Localised,
    summaries: Localised,
    slugs: Localised,
    version: i32,
    is_sample: bool,
    published_at: Option<DateTime<Utc>>,
    updated_at: DateTime<Utc>,
    #[sea_orm(nested)]
    cover: CoverRow,
}

impl CardRow {
    fn card(self) -> ArticleCard {
        ArticleCard {
            id: self.id,
            tenant: self.tenant_id,
            member_slug: self.member_slug,
            member_kind: Kind::from_code(&self.member_kind).unwrap_or(Kind::Commune),
            member_names: self.member_names,
            status: Status::from_code(&self.status).unwrap_or(Status::Draft),
            category: self.category,
            cover: self.cover.picture(),
            titles: self.titles,
            summaries: self.summaries,
            slugs: self.slugs.iter().map(|(locale, slug)| (locale, slug.to_owned())).collect(),
            version: self.version,
            is_sample: self.is_sample,
            published_at: self.published_at,
            updated_at: self.updated_at,
        }
    }

    fn published_position(&self) -> Position {
        Position { key: self.published_at.map(time_key).unwrap_or_default(), id: self.id.0 }
    }

    fn updated_position(&self) -> Position {
        Position { key: time_key(self.updated_at), id: self.id.0 }
    }
}

#[derive(Debug, FromQueryResult)]
struct ArticleRow {
    #[sea_orm(nested)]
    card: CardRow,
    bodies: Localised,
    created_at: DateTime<Utc>,
}

impl ArticleRow {
    fn article(self) -> Article {
        Article { card: self.card.card(), bodies: self.bodies, created_at: self.created_at }
    }
}
