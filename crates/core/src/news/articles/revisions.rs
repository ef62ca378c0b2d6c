//! What an article said before: each version that changed its words is kept with who wrote it, can
//! be compared with the one before and brought back as a new version.

use chrono::{DateTime, Utc};
use sea_orm::FromQueryResult;

use super::writing::{self, ArticleInput};
use super::{Article, office};
use crate::ground::database::TenantTx;
use crate::ground::error::{Error, Result};
use crate::ground::ids::ArticleId;
use crate::ground::localised::Localised;
use crate::ground::sql;
use crate::tenancy::permission::Action;
use crate::tenancy::scope::Scope;

/// Versions that a list names at most, the newest first.
const MOST: usize = 200;

/// A version in the list.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct RevisionLine {
    /// Which version.
    pub version: i32,
    /// Who wrote it; nothing when the program did.
    pub author: Option<String>,
    /// When.
    pub created_at: DateTime<Utc>,
}

/// The words of a version.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Revision {
    /// Which version.
    pub version: i32,
    /// Its category.
    pub category: Option<String>,
    /// Its titles.
    pub titles: Localised,
    /// Its summaries.
    pub summaries: Localised,
    /// Its bodies.
    pub bodies: Localised,
    /// Who wrote it; nothing when the program did.
    pub author: Option<String>,
    /// When.
    pub created_at: DateTime<Utc>,
}

const AUTHOR: &str = "(SELECT p.display_name FROM people p WHERE p.id = r.author_id) AS author";

/// The versions of an article that changed its words, the newest first, 200 at most.
///
/// # Errors
/// `Denied`; `NotFound`.
pub async fn revisions(scope: &Scope, id: ArticleId) -> Result<Vec<RevisionLine>> {
    scope.require(Action::ReadDraft)?;
    let tx = scope.begin_read().await?;
    office::load(&tx, id, "").await?;
    let text = format!(
        "SELECT r.version, {AUTHOR}, r.created_at FROM article_revisions r
         WHERE r.tenant_id = $1 AND r.article_id = $2 ORDER BY r.version DESC LIMIT {MOST}"
    );
    Ok(sql::all(&tx, &text, [tx.tenant().into(), id.into()]).await?)
}

/// The words of one version and of the one before it, if there is one.
///
/// # Errors
/// `Denied`; `NotFound`.
pub async fn revision(scope: &Scope, id: ArticleId, version: i32) -> Result<(Revision, Option<Revision>)> {
    scope.require(Action::ReadDraft)?;
    let tx = scope.begin_read().await?;
    let text = format!(
        "SELECT r.version, r.category, r.titles, r.summaries, r.bodies, {AUTHOR}, r.created_at
         FROM article_revisions r WHERE r.tenant_id = $1 AND r.article_id = $2 AND r.version <= $3
         ORDER BY r.version DESC LIMIT 2"
    );
    let rows: Vec<Revision> = sql::all(&tx, &text, [tx.tenant().into(), id.into(), version.into()]).await?;
    let mut rows = rows.into_iter();
    let asked = rows.next().filter(|row| row.version == version).ok_or(Error::NotFound("revision"))?;
    Ok((asked, rows.next()))
}

/// Brings the words of a version back, as a new version of an article that is at version `seen`.
/// Addresses and the cover stay as they are.
///
/// # Errors
/// As [`writing::update`]; `NotFound` for a version there is none of.
pub async fn restore(scope: &Scope, id: ArticleId, seen: i32, version: i32) -> Result<Article> {
    scope.require(Action::WriteArticle)?;
    let (Revision { category, titles, summaries, bodies, .. }, _) = revision(scope, id, version).await?;
    let input = ArticleInput { titles, summaries, bodies, category, ..ArticleInput::default() };
    writing::update(scope, id, seen, input).await
}

/// Keeps the words of an article as they stand.
pub(super) async fn keep(tx: &TenantTx, scope: &Scope, article: &Article) -> Result<()> {
    sql::run(
        tx,
        "INSERT INTO article_revisions (tenant_id, article_id, version, category, titles, summaries, bodies,
           author_id, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        [
            tx.tenant().into(),
            article.id.into(),
            article.version.into(),
            article.category.clone().into(),
            article.titles.clone().into(),
            article.summaries.clone().into(),
            article.bodies.clone().into(),
            scope.person_id().into(),
            scope.now().into(),
        ],
    )
    .await?;
    Ok(())
}

/// Keeps what an article said before its first change, where it was loaded from elsewhere and has
/// no versions yet.
pub(super) async fn keep_first(tx: &TenantTx, before: &Article) -> Result<()> {
    sql::run(
        tx,
        "INSERT INTO article_revisions (tenant_id, article_id, version, category, titles, summaries, bodies,
           author_id, created_at)
         SELECT a.tenant_id, a.id, a.version, a.category, a.titles, a.summaries, a.bodies, a.updated_by, a.updated_at
         FROM articles a WHERE a.tenant_id = $1 AND a.id = $2 AND NOT EXISTS (
           SELECT 1 FROM article_revisions r WHERE r.tenant_id = a.tenant_id AND r.article_id = a.id)",
        [tx.tenant().into(), before.id.into()],
    )
    .await?;
    Ok(())
}
