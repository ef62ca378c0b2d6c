//! What everybody may read of the documents: those of one member, or on the network's host of all.

use sea_orm::{FromQueryResult, Value};

use super::{Document, Filter, SHEET, Sheet, joined, place, versions_of};
use crate::ground::error::{Error, Result};
use crate::ground::ids::DocumentId;
use crate::ground::paging::{Page, PageRequest};
use crate::ground::sql;
use crate::tenancy::scope::PublicScope;

/// The condition that everybody may read a document `d`.
const SHOWN: &str = "d.is_published AND d.member_live";

/// The condition that everybody may read a version `v` with its file `m`.
const VISIBLE: &str = " AND v.is_published AND v.member_live AND m.is_published AND m.member_live";

/// A page of published documents, the latest first. Published: all may call it.
///
/// # Errors
/// `Invalid` for a broken cursor.
pub async fn list(scope: &PublicScope, filter: &Filter, page: &PageRequest) -> Result<Page<Document>> {
    let (mut condition, mut values) = shown(scope);
    condition.push_str(&filter.conditions(&mut values));
    let count = format!("SELECT COUNT(*) AS count FROM documents d WHERE {condition}");
    let total: Option<sql::Count> = sql::one(&scope.reads(), &count, values.clone()).await?;
    let (compare, direction) = if page.backwards { ('>', "ASC") } else { ('<', "DESC") };
    if let Some(position) = &page.position {
        let first = values.len() + 1;
        values.extend(place(position)?);
        condition.push_str(&format!(" AND (d.dated_on, d.id) {compare} (${first}, ${})", first + 1));
    }
    let text = format!(
        "SELECT {SHEET} FROM documents d WHERE {condition} ORDER BY d.dated_on {direction}, d.id {direction} LIMIT {}",
        page.fetch()
    );
    let rows: Vec<Sheet> = sql::all(&scope.reads(), &text, values).await?;
    let page = page.page(rows, total.map_or(0, |total| total.count.unsigned_abs()), Sheet::position);
    let keys: Vec<_> = page.items.iter().map(Sheet::key).collect();
    let mut versions = versions_of(&scope.reads(), &keys, VISIBLE).await?;
    Ok(page.map(|sheet| Document { versions: versions.remove(&sheet.id).unwrap_or_default(), sheet }))
}

/// One published document. Published: all may call it.
///
/// # Errors
/// `NotFound`, also for the document of another member.
pub async fn find(scope: &PublicScope, id: DocumentId) -> Result<Document> {
    by_ids(scope, &[id]).await?.pop().ok_or(Error::NotFound("document"))
}

/// These documents, in no order; those that are not public are missing. Published: all may call it.
///
/// # Errors
/// A database fault.
pub async fn by_ids(scope: &PublicScope, ids: &[DocumentId]) -> Result<Vec<Document>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let (condition, mut values) = shown(scope);
    let places = sql::places(values.len() + 1, ids.len());
    values.extend(ids.iter().map(|&id| Value::from(id)));
    let text = format!("SELECT {SHEET} FROM documents d WHERE {condition} AND d.id IN ({places})");
    let sheets: Vec<Sheet> = sql::all(&scope.reads(), &text, values).await?;
    let keys: Vec<_> = sheets.iter().map(Sheet::key).collect();
    let versions = versions_of(&scope.reads(), &keys, VISIBLE).await?;
    Ok(joined(sheets, versions))
}

/// The years of the published documents, the latest first. Published: all may call it.
///
/// # Errors
/// A database fault.
pub async fn years(scope: &PublicScope) -> Result<Vec<i32>> {
    #[derive(FromQueryResult)]
    struct Row {
        dated_on: chrono::NaiveDate,
    }
    let (condition, values) = shown(scope);
    let text = format!(
        "SELECT DISTINCT d.dated_on FROM documents d WHERE {condition} ORDER BY d.dated_on DESC LIMIT 5000"
    );
    let rows: Vec<Row> = sql::all(&scope.reads(), &text, values).await?;
    let mut years: Vec<i32> = rows.iter().map(|row| chrono::Datelike::year(&row.dated_on)).collect();
    years.dedup();
    Ok(years)
}

/// The condition on a document `d`, with its value where the site is that of one member.
fn shown(scope: &PublicScope) -> (String, Vec<Value>) {
    match scope.member() {
        Some(tenant) => (format!("{SHOWN} AND d.tenant_id = $1"), vec![tenant.into()]),
        None => (SHOWN.to_owned(), Vec::new()),
    }
}
