//! Revisions: how the wording of a commitment changed after its adoption, for the public. Who wrote
//! it is not told.

use chrono::NaiveDate;
use sea_orm::FromQueryResult;
use uuid::Uuid;

use super::statements::Binds;
use super::versions::{self, CommitmentVersion, FieldChange};
use crate::ground::error::Result;
use crate::ground::ids::{CommitmentId, ProgrammeId, TenantId};
use crate::ground::sql;
use crate::tenancy::scope::PublicScope;

/// Revisions of a commitment that are read at most, the latest ones.
pub const MOST_REVISIONS: usize = 50;

/// A change of a commitment's wording.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    /// Its id.
    pub id: Uuid,
    /// The day of the change.
    pub changed_on: NaiveDate,
    /// What changed, field by field.
    pub changes: Vec<FieldChange>,
}

/// The revisions of a commitment, the latest first: each beside what followed it, the last beside
/// what stands today. Four statements; one where nothing changed. Published: all may call it.
///
/// # Errors
/// A database fault.
pub async fn of_commitment(scope: &PublicScope, commitment: CommitmentId) -> Result<Vec<Revision>> {
    #[derive(FromQueryResult)]
    struct Row {
        tenant: TenantId,
        programme: ProgrammeId,
        id: Uuid,
        changed_on: NaiveDate,
        content: CommitmentVersion,
    }
    let mut binds = Binds::default();
    let (id, member) = (binds.one(commitment), binds.member(scope, "c"));
    let text = format!(
        "SELECT r.tenant_id AS tenant, r.programme_id AS programme, r.id, r.changed_on, r.content
         FROM commitments c
         JOIN commitment_revisions r ON r.tenant_id = c.tenant_id AND r.commitment_id = c.id
         WHERE c.id = {id} AND c.is_published AND c.member_live{member} AND r.is_published AND r.member_live
         ORDER BY r.id DESC LIMIT {MOST_REVISIONS}"
    );
    let reads = scope.reads();
    let rows: Vec<Row> = sql::all(&reads, &text, binds.into_values()).await?;
    let Some(latest) = rows.first() else { return Ok(Vec::new()) };
    // Revisions begin with the adoption, when all of the tree is public.
    let today = versions::read(&reads, latest.tenant, latest.programme, Some(commitment)).await?;
    let Some(mut after) = today.commitments.into_iter().next() else { return Ok(Vec::new()) };
    Ok(rows
        .into_iter()
        .map(|Row { id, changed_on, content, .. }| {
            let changes = versions::changes(&content, &after);
            after = content;
            Revision { id, changed_on, changes }
        })
        .collect())
}
