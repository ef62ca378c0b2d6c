//! What the office reads: documents that are not public too.

use sea_orm::Value;

use super::{Document, Filter, SHEET, Sheet, joined, place, versions_of};
use crate::ground::database::TenantTx;
use crate::ground::error::{Error, Result};
use crate::ground::ids::DocumentId;
use crate::ground::paging::{Page, PageRequest};
use crate::ground::sql;
use crate::tenancy::permission::Action;
use crate::tenancy::scope::Scope;

/// A page of the member's documents, the latest first.
///
/// # Errors
/// `Denied`, or `Invalid` for a broken cursor.
pub async fn office_list(scope: &Scope, filter: &Filter, page: &PageRequest) -> Result<Page<Document>> {
    scope.require(Action::ReadDraft)?;
    let tx = scope.begin_read().await?;
    let mut values: Vec<Value> = vec![tx.tenant().into()];
    let mut condition = format!("d.tenant_id = $1{}", filter.conditions(&mut values));
    let count = format!("SELECT COUNT(*) AS count FROM documents d WHERE {condition}");
    let total: Option<sql::Count> = sql::one(&tx, &count, values.clone()).await?;
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
    let rows: Vec<Sheet> = sql::all(&tx, &text, values).await?;
    let page = page.page(rows, total.map_or(0, |total| total.count.unsigned_abs()), Sheet::position);
    let keys: Vec<_> = page.items.iter().map(Sheet::key).collect();
    let mut versions = versions_of(&tx, &keys, "").await?;
    Ok(page.map(|sheet| Document { versions: versions.remove(&sheet.id).unwrap_or_default(), sheet }))
}

/// One document of the member, public or not.
///
/// # Errors
/// `Denied`, or `NotFound`.
pub async fn draft(scope: &Scope, id: DocumentId) -> Result<Document> {
    scope.require(Action::ReadDraft)?;
    let tx = scope.begin_read().await?;
    load(&tx, id, "").await
}

/// Reads a document in a transaction; `lock` is the text that locks its row, or nothing.
pub(super) async fn load(tx: &TenantTx, id: DocumentId, lock: &str) -> Result<Document> {
    let text = format!("SELECT {SHEET} FROM documents d WHERE d.tenant_id = $1 AND d.id = $2{lock}");
    let sheet: Option<Sheet> = sql::one(tx, &text, [tx.tenant().into(), id.into()]).await?;
    let sheet = sheet.ok_or(Error::NotFound("document"))?;
    let versions = versions_of(tx, &[(tx.tenant(), id)], "").await?;
    joined(vec![sheet], versions).pop().ok_or(Error::NotFound("document"))
}
