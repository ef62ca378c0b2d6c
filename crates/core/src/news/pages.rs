//! Pages that stay, such as "who we are": what they are and what everyone may read of them. The
//! office's verbs are in `writing`, the order of the menu in `ordering`.

mod ordering;
mod writing;

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use infitah_i18n::Locale;
use sea_orm::{FromQueryResult, Value};

use crate::ground::codes::coded;
use crate::ground::error::{Error, Result};
use crate::ground::ids::PageId;
use crate::ground::localised::Localised;
use crate::ground::sql;
use crate::news::addresses::{self, Addresses};
use crate::news::files::Files;
use crate::news::slugs;
use crate::tenancy::scope::PublicScope;

pub use ordering::{Move, move_to};
pub use writing::{PageInput, create, draft, office_list, publish, take_back, update};

/// Pages that a member has at most.
pub const MOST_PAGES: i64 = 60;
/// Pages that the menu shows at most.
pub const MOST_IN_MENU: u32 = 8;

/// Where a page stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PageStatus {
    /// Being written; the office sees it.
    Draft,
    /// Public.
    Published,
}

coded! {
    PageStatus {
        Draft = "draft",
        Published = "published",
    }
}

/// A page without its body.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct PageCard {
    /// Its id.
    pub id: PageId,
    /// Where it stands.
    pub status: PageStatus,
    /// It stands in the menu of the site.
    pub in_menu: bool,
    /// Titles.
    pub titles: Localised,
    slugs: Localised,
    /// Rises with every change; a change must name the version it saw.
    pub version: i32,
    /// Made up for demonstration.
    pub is_sample: bool,
    /// When it became public.
    pub published_at: Option<DateTime<Utc>>,
    /// The last change.
    pub updated_at: DateTime<Utc>,
}

/// A whole page.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Page {
    /// What lists show of it.
    #[sea_orm(nested)]
    pub card: PageCard,
    /// HTML that is safe to show.
    pub bodies: Localised,
}

impl std::ops::Deref for Page {
    type Target = PageCard;
    fn deref(&self) -> &PageCard {
        &self.card
    }
}

/// Where a slug leads.
#[derive(Debug)]
pub enum Found {
    /// To this page.
    Here(Box<Page>),
    /// To this page under another slug: an old one, or one of another language.
    Moved(Box<Page>),
}

/// Where the slugs of pages are kept.
const ADDRESSES: Addresses = Addresses { table: "page_slugs", key: "page_id" };

/// Where the files of pages are kept.
const FILES: Files = Files { table: "page_files", key: "page_id" };

const CARD: &str =
    "g.id, g.status, g.in_menu, g.titles, g.slugs, g.version, g.is_sample, g.published_at, g.updated_at";

const PUBLIC: &str = "g.status = 'published' AND g.member_live";

impl PageCard {
    /// The path of its page in a language.
    pub fn path(&self, locale: Locale) -> String {
        addresses::path("pages", &self.slugs(), locale)
    }

    /// The current slug of each language it is written in.
    pub fn slugs(&self) -> BTreeMap<Locale, String> {
        self.slugs.iter().map(|(locale, slug)| (locale, slug.to_owned())).collect()
    }
}

/// The pages in the menu of this site, in their order. Published: all may call it.
///
/// # Errors
/// A database fault.
pub async fn menu(scope: &PublicScope) -> Result<Vec<PageCard>> {
    let text = format!(
        "SELECT {CARD} FROM pages g WHERE {PUBLIC} AND g.in_menu AND g.tenant_id = $1
         ORDER BY g.position, g.id LIMIT {MOST_IN_MENU}"
    );
    Ok(sql::all(&scope.reads(), &text, [scope.tenant().id.into()]).await?)
}

/// All public pages of this site, in their order. Published: all may call it.
///
/// # Errors
/// A database fault.
pub async fn list(scope: &PublicScope) -> Result<Vec<PageCard>> {
    let text = format!(
        "SELECT {CARD} FROM pages g WHERE {PUBLIC} AND g.tenant_id = $1
         ORDER BY g.position, g.id LIMIT {MOST_PAGES}"
    );
    Ok(sql::all(&scope.reads(), &text, [scope.tenant().id.into()]).await?)
}

/// The page of a slug at this site, by one statement. Published: all may call it.
///
/// # Errors
/// `NotFound` when no public page of this site has or had this slug in any language.
pub async fn find_by_slug(scope: &PublicScope, locale: Locale, slug: &str) -> Result<Found> {
    if !slugs::is_slug(slug) {
        return Err(Error::NotFound("page"));
    }
    let text = format!(
        "SELECT {CARD}, g.bodies FROM pages g
         JOIN page_slugs s ON s.tenant_id = g.tenant_id AND s.page_id = g.id
         WHERE {PUBLIC} AND s.tenant_id = $1 AND s.slug = $2 AND s.is_published AND s.member_live
         ORDER BY CASE WHEN s.locale = $3 THEN 0 ELSE 1 END, s.is_current DESC LIMIT 1"
    );
    let values: [Value; 3] = [scope.tenant().id.into(), slug.into(), locale.code().into()];
    let page: Option<Page> = sql::one(&scope.reads(), &text, values).await?;
    let page = Box::new(page.ok_or(Error::NotFound("page"))?);
    let is_current = page.path(locale).ends_with(&format!("/{slug}"));
    Ok(if is_current { Found::Here(page) } else { Found::Moved(page) })
}
