//! What the office reads: drafts too.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use infitah_i18n::Locale;
use sea_orm::{FromQueryResult, Value};

use super::{Article, ArticleCard, ArticleRow, CARD, CardRow, FROM, STATUS, Status, WHOLE};
use crate::ground::database::TenantTx;
use crate::ground::error::{Error, Result};
use crate::ground::ids::ArticleId;
use crate::ground::localised::Localised;
use crate::ground::paging::{Page, PageRequest};
use crate::ground::sql;
use crate::tenancy::collectivities::key_time;
use crate::tenancy::permission::Action;
use crate::tenancy::scope::Scope;

/// Which articles the office's list shows.
#[derive(Debug, Clone, Copy, Default)]
pub struct OfficeFilter {
    /// In this status.
    pub status: Option<Status>,
}

/// What only the office knows of an article.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Desk {
    /// When it was handed in for review.
    pub submitted_at: Option<DateTime<Utc>>,
    /// When it becomes public by itself.
    pub publish_at: Option<DateTime<Utc>>,
    /// Why it was returned to its writer.
    pub return_note: Option<String>,
    /// When the text of each language was last changed.
    pub written_at: BTreeMap<Locale, DateTime<Utc>>,
}

impl Desk {
    /// The languages whose text is older than that of the source, so that a translator has to look.
    pub fn older_than(&self, source: Locale) -> Vec<Locale> {
        let Some(at) = self.written_at.get(&source) else { return Vec::new() };
        let is_older = |&(locale, when): &(&Locale, &DateTime<Utc>)| *locale != source && when < at;
        self.written_at.iter().filter(is_older).map(|(&locale, _)| locale).collect()
    }
}

/// A page of the member's articles, the last changed first.
///
/// # Errors
/// `Denied`, or `Invalid` for a broken cursor.
pub async fn office_list(
    scope: &Scope,
    filter: OfficeFilter,
    page: &PageRequest,
) -> Result<Page<ArticleCard>> {
    scope.require(Action::ReadDraft)?;
    let tx = scope.begin_read().await?;
    let mut condition = "a.tenant_id = $1".to_owned();
    let mut values: Vec<Value> = vec![tx.tenant().into()];
    if let Some(status) = filter.status {
        values.push(status.code().into());
        condition.push_str(&format!(" AND {STATUS} = $2"));
    }
    let count = format!("SELECT COUNT(*) AS count FROM articles a WHERE {condition}");
    let total: Option<sql::Count> = sql::one(&tx, &count, values.clone()).await?;
    let (compare, direction) = if page.backwards { ('>', "ASC") } else { ('<', "DESC") };
    if let Some(position) = &page.position {
        let place = values.len() + 1;
        values.push(key_time(&position.key)?.into());
        values.push(position.id.into());
        condition.push_str(&format!(" AND (a.updated_at, a.id) {compare} (${place}, ${})", place + 1));
    }
    let text = format!(
        "SELECT {CARD} {FROM} WHERE {condition} ORDER BY a.updated_at {direction}, a.id {direction} LIMIT {}",
        page.fetch()
    );
    let rows: Vec<CardRow> = sql::all(&tx, &text, values).await?;
    let total = total.map_or(0, |total| total.count.unsigned_abs());
    Ok(page.page(rows, total, CardRow::updated_position).map(CardRow::card))
}

/// One article of the member in any status.
///
/// # Errors
/// `Denied`, or `NotFound`.
pub async fn draft(scope: &Scope, id: ArticleId) -> Result<Article> {
    scope.require(Action::ReadDraft)?;
    let tx = scope.begin_read().await?;
    load(&tx, id, "").await
}

/// One article of the member in any status, with what only the office knows of it.
///
/// # Errors
/// `Denied`, or `NotFound`.
pub async fn at_desk(scope: &Scope, id: ArticleId) -> Result<(Article, Desk)> {
    #[derive(FromQueryResult)]
    struct Row {
        #[sea_orm(nested)]
        article: ArticleRow,
        submitted_at: Option<DateTime<Utc>>,
        publish_at: Option<DateTime<Utc>>,
        return_note: Option<String>,
        written_at: Localised,
    }
    scope.require(Action::ReadDraft)?;
    let tx = scope.begin_read().await?;
    let text = format!(
        "SELECT {CARD}, {WHOLE}, a.submitted_at, a.publish_at, a.return_note, a.written_at {FROM}
         WHERE a.tenant_id = $1 AND a.id = $2"
    );
    let row: Option<Row> = sql::one(&tx, &text, [tx.tenant().into(), id.into()]).await?;
    let row = row.ok_or(Error::NotFound("article"))?;
    let desk = Desk {
        submitted_at: row.submitted_at,
        publish_at: row.publish_at,
        return_note: row.return_note,
        written_at: times(&row.written_at),
    };
    Ok((row.article.article(), desk))
}

/// Times of languages as they are stored: as texts.
pub(super) fn times(stored: &Localised) -> BTreeMap<Locale, DateTime<Utc>> {
    stored.iter().filter_map(|(locale, text)| Some((locale, text.parse().ok()?))).collect()
}

/// Reads an article in a transaction; `lock` is the text that locks its row, or nothing.
pub(super) async fn load(tx: &TenantTx, id: ArticleId, lock: &str) -> Result<Article> {
    let lock = if lock.is_empty() { String::new() } else { format!("{lock} OF a") };
    let text = format!("SELECT {CARD}, {WHOLE} {FROM} WHERE a.tenant_id = $1 AND a.id = $2{lock}");
    let row: Option<ArticleRow> = sql::one(tx, &text, [tx.tenant().into(), id.into()]).await?;
    row.map(ArticleRow::article).ok_or(Error::NotFound("article"))
}
