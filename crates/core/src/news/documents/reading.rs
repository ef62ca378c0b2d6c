//! What everybody may read of the documents.

use sea_orm::{FromQueryResult, Value};

use super::{Document, Filter, SHEET, Sheet, joined, place, versions_of};
use crate::ground::error::{Error, Result};
use crate::ground::ids::DocumentId;
use crate::ground::paging::{Page, PageRequest};
use crate::ground::sql;
use crate::tenancy::scope::PublicScope;

/// The condition that everybody may read a document `d`.
const SHOWN: &str = "d.tenant_id = $1 AND d.is_published AND d.member_live";

/// The condition that everybody may read a version `v` with its file `m`.
const VISIBLE: &str = " AND v.is_published AND v.member_live AND m.is_published AND m.member_live";

/// A page of the member's published documents, the latest first. Published: all may call it.
///
/// # Errors
/// `Invalid` for a broken cursor.
pub async fn list(scope: &PublicScope, filter: &Filter, page: &PageRequest) -> Result<Page<Document>> {
    let mut values: Vec<Value> = vec![scope.tenant().id.into()];
    let mut condition = format!("{SHOWN}{}", filter.conditions(&mut values));
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
    let ids: Vec<DocumentId> = page.items.iter().map(|sheet| sheet.id).collect();
    let mut versions = versions_of(&scope.reads(), scope.tenant().id, &ids, VISIBLE).await?;
    Ok(page.map(|sheet| Document { versions: versions.remove(&sheet.id).unwrap_or_default(), sheet }))
}

/// One published document. Published: all may call it.
///
/// # Errors
/// `NotFound`, also for the document of another member.
pub async fn find(scope: &PublicScope, id: DocumentId) -> Result<Document> {
    let text = format!("SELECT {SHEET} FROM documents d WHERE {SHOWN} AND d.id = $2");
    let sheet: Option<Sheet> = sql::one(&scope.reads(), &text, [scope.tenant().id.into(), id.into()]).await?;
    let sheet = sheet.ok_or(Error::NotFound("document"))?;
    let versions = versions_of(&scope.reads(), scope.tenant().id, &[id], VISIBLE).await?;
    joined(vec![sheet], versions).pop().ok_or(Error::NotFound("document"))
}

/// The years of the member's published documents, the latest first. Published: all may call it.
///
/// # Errors
/// A database fault.
pub async fn years(scope: &PublicScope) -> Result<Vec<i32>> {
    #[derive(FromQueryResult)]
    struct Row {
        dated_on: chrono::NaiveDate,
    }
    let text = format!(
        "SELECT DISTINCT d.dated_on FROM documents d WHERE {SHOWN} ORDER BY d.dated_on DESC LIMIT 5000"
    );
    let rows: Vec<Row> = sql::all(&scope.reads(), &text, [scope.tenant().id.into()]).await?;
    let mut years: Vec<i32> = rows.iter().map(|row| chrono::Datelike::year(&row.dated_on)).collect();
    years.dedup();
    Ok(years)
}
