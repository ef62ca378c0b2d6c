//! What everyone may read. Every statement names the member (or all, on the network's host), the
//! status and `member_live` itself: row security is the second wall, not the first.

use std::collections::HashMap;

use infitah_i18n::Locale;
use sea_orm::{FromQueryResult, Value};

use super::{Article, ArticleCard, ArticleRow, CARD, CardRow, FROM, JOINS, WHOLE};
use crate::ground::error::{Error, Result};
use crate::ground::ids::{ArticleId, TenantId};
use crate::ground::localised::Localised;
use crate::ground::paging::{Page, PageRequest};
use crate::ground::sql;
use crate::news::slugs;
use crate::tenancy::collectivities::key_time;
use crate::tenancy::scope::PublicScope;

/// Which articles a list shows.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Of this category.
    pub category: Option<String>,
    /// Of this member; on a member's host there is no other.
    pub collectivity: Option<TenantId>,
}

/// Where a slug leads.
#[derive(Debug)]
pub enum Found {
    /// To this article.
    Here(Box<Article>),
    /// To this article under another slug: an old one, or one of another language.
    Moved(Box<Article>),
}

const PUBLIC: &str = "a.status = 'published' AND a.member_live";

/// A page of articles, the newest first. Published: all may call it.
///
/// # Errors
/// `Invalid` for a broken cursor.
pub async fn list(scope: &PublicScope, filter: &Filter, page: &PageRequest) -> Result<Page<ArticleCard>> {
    let tenant = match (scope.member(), filter.collectivity) {
        (Some(own), Some(asked)) if own != asked => None,
        (Some(own), _) => Some(Some(own)),
        (None, asked) => Some(asked),
    };
    let Some(tenant) = tenant else {
        return Ok(page.page(Vec::<CardRow>::new(), 0, CardRow::published_position).map(CardRow::card));
    };
    let mut condition = PUBLIC.to_owned();
    let mut values: Vec<Value> = Vec::new();
    if let Some(tenant) = tenant {
        values.push(tenant.into());
        condition.push_str(&format!(" AND a.tenant_id = ${}", values.len()));
    }
    if let Some(category) = &filter.category {
        values.push(category.clone().into());
        condition.push_str(&format!(" AND a.category = ${}", values.len()));
    }
    let total: Option<sql::Count> = sql::one(
        &scope.reads(),
        &format!("SELECT COUNT(*) AS count FROM articles a WHERE {condition}"),
        values.clone(),
    )
    .await?;
    let (compare, direction) = if page.backwards { ('>', "ASC") } else { ('<', "DESC") };
    if let Some(position) = &page.position {
        let place = values.len() + 1;
        values.push(key_time(&position.key)?.into());
        values.push(position.id.into());
        condition.push_str(&format!(" AND (a.published_at, a.id) {compare} (${place}, ${})", place + 1));
    }
    let text = format!(
        "SELECT {CARD} {FROM} WHERE {condition} ORDER BY a.published_at {direction}, a.id {direction} LIMIT {}",
        page.fetch()
    );
    let rows: Vec<CardRow> = sql::all(&scope.reads(), &text, values).await?;
    let total = total.map_or(0, |total| total.count.unsigned_abs());
    Ok(page.page(rows, total, CardRow::published_position).map(CardRow::card))
}

/// The first page of each of these members, the newest first, by one statement for all; members
/// without public articles are missing. Published: all may call it.
///
/// # Errors
/// A database fault.
pub async fn newest(
    scope: &PublicScope,
    members: &[TenantId],
    category: Option<&str>,
    limit: u32,
) -> Result<HashMap<TenantId, Page<ArticleCard>>> {
    #[derive(Debug, FromQueryResult)]
    struct Counted {
        total: i64,
        #[sea_orm(nested)]
        card: CardRow,
    }
    let members = members.iter().filter(|&&member| scope.member().is_none_or(|own| own == member));
    let mut values: Vec<Value> = members.map(|&member| member.into()).collect();
    if values.is_empty() {
        return Ok(HashMap::new());
    }
    let page = PageRequest::first(limit);
    let places = sql::places(1, values.len());
    let mut condition = format!("{PUBLIC} AND a.tenant_id IN ({places})");
    if let Some(category) = category {
        values.push(category.into());
        condition.push_str(&format!(" AND a.category = ${}", values.len()));
    }
    // One row more than the page holds says whether there is a next one; at least one row of each
    // member says how many there are.
    let text = format!(
        "SELECT n.total, {CARD} FROM (
           SELECT a.tenant_id, a.id, COUNT(*) OVER (PARTITION BY a.tenant_id) AS total,
             ROW_NUMBER() OVER (PARTITION BY a.tenant_id ORDER BY a.published_at DESC, a.id DESC) AS place
           FROM articles a WHERE {condition}) n
         JOIN articles a ON a.tenant_id = n.tenant_id AND a.id = n.id {JOINS}
         WHERE n.place <= {} AND {PUBLIC} ORDER BY a.published_at DESC, a.id DESC",
        page.fetch()
    );
    let rows: Vec<Counted> = sql::all(&scope.reads(), &text, values).await?;
    let mut found: HashMap<TenantId, (u64, Vec<CardRow>)> = HashMap::new();
    for row in rows {
        let (total, cards) = found.entry(row.card.tenant_id).or_default();
        *total = row.total.unsigned_abs();
        cards.push(row.card);
    }
    let pages = found.into_iter().map(|(member, (total, cards))| {
        (member, page.page(cards, total, CardRow::published_position).map(CardRow::card))
    });
    Ok(pages.collect())
}

/// One article. Published: all may call it.
///
/// # Errors
/// `NotFound` for what is not public, or not of this member.
pub async fn find(scope: &PublicScope, id: ArticleId) -> Result<Article> {
    let mut values: Vec<Value> = vec![id.into()];
    let text = format!(
        "SELECT {CARD}, {WHOLE} {FROM} WHERE {PUBLIC} AND a.id = $1{}",
        of_member(scope, &mut values)
    );
    let row: Option<ArticleRow> = sql::one(&scope.reads(), &text, values).await?;
    row.map(ArticleRow::article).ok_or(Error::NotFound("article"))
}

/// The cards of these articles, in no order; those that are not public are missing.
///
/// # Errors
/// A database fault.
pub async fn by_ids(scope: &PublicScope, ids: &[ArticleId]) -> Result<Vec<ArticleCard>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut values: Vec<Value> = ids.iter().map(|&id| id.into()).collect();
    let places = sql::places(1, ids.len());
    let text = format!(
        "SELECT {CARD} {FROM} WHERE {PUBLIC} AND a.id IN ({places}){}",
        of_member(scope, &mut values)
    );
    let rows: Vec<CardRow> = sql::all(&scope.reads(), &text, values).await?;
    Ok(rows.into_iter().map(CardRow::card).collect())
}

/// The bodies of these articles; those that are not public are missing.
///
/// # Errors
/// A database fault.
pub async fn bodies(scope: &PublicScope, ids: &[ArticleId]) -> Result<HashMap<ArticleId, Localised>> {
    #[derive(Debug, FromQueryResult)]
    struct Body {
        id: ArticleId,
        bodies: Localised,
    }
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let mut values: Vec<Value> = ids.iter().map(|&id| id.into()).collect();
    let places = sql::places(1, ids.len());
    let text = format!(
        "SELECT a.id, a.bodies FROM articles a WHERE {PUBLIC} AND a.id IN ({places}){}",
        of_member(scope, &mut values)
    );
    let rows: Vec<Body> = sql::all(&scope.reads(), &text, values).await?;
    Ok(rows.into_iter().map(|row| (row.id, row.bodies)).collect())
}

/// The article of a slug at this member, by one statement. Published: all may call it.
///
/// # Errors
/// `NotFound` when no public article of this member has or had this slug in any language.
pub async fn find_by_slug(scope: &PublicScope, locale: Locale, slug: &str) -> Result<Found> {
    #[derive(Debug, FromQueryResult)]
    struct BySlug {
        #[sea_orm(nested)]
        article: ArticleRow,
    }
    if !slugs::is_slug(slug) {
        return Err(Error::NotFound("article"));
    }
    let text = format!(
        "SELECT {CARD}, {WHOLE} {FROM}
         JOIN article_slugs s ON s.tenant_id = a.tenant_id AND s.article_id = a.id
         WHERE {PUBLIC} AND s.tenant_id = $1 AND s.slug = $2 AND s.is_published AND s.member_live
         ORDER BY CASE WHEN s.locale = $3 THEN 0 ELSE 1 END, s.is_current DESC LIMIT 1"
    );
    let values: [Value; 3] = [scope.tenant().id.into(), slug.into(), locale.code().into()];
    let row: Option<BySlug> = sql::one(&scope.reads(), &text, values).await?;
    let article = Box::new(row.ok_or(Error::NotFound("article"))?.article.article());
    let shown = locale.fallbacks().iter().find_map(|locale| article.slugs.get(locale));
    Ok(if shown.is_some_and(|current| current == slug) {
        Found::Here(article)
    } else {
        Found::Moved(article)
    })
}

/// Other articles of the same member, of the same category first, the newest first.
///
/// # Errors
/// A database fault.
pub async fn related(scope: &PublicScope, article: &ArticleCard, limit: u32) -> Result<Vec<ArticleCard>> {
    let text = format!(
        "SELECT {CARD} {FROM} WHERE {PUBLIC} AND a.tenant_id = $1 AND a.id <> $2
         ORDER BY CASE WHEN a.category = $3 THEN 0 ELSE 1 END, a.published_at DESC, a.id DESC LIMIT {}",
        limit.min(20)
    );
    let values: [Value; 3] = [article.tenant.into(), article.id.into(), article.category.clone().into()];
    let rows: Vec<CardRow> = sql::all(&scope.reads(), &text, values).await?;
    Ok(rows.into_iter().map(CardRow::card).collect())
}

fn of_member(scope: &PublicScope, values: &mut Vec<Value>) -> String {
    match scope.member() {
        Some(tenant) => {
            values.push(tenant.into());
            format!(" AND a.tenant_id = ${}", values.len())
        }
        None => String::new(),
    }
}
