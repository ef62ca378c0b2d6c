//! Revisions: how the wording of a commitment or an axis changed after its adoption, for the public.
//! Who wrote it is not told.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use sea_orm::FromQueryResult;
use uuid::Uuid;

use super::statements::{Binds, MOST_IDS};
use super::versions::{self, AxisVersion, CommitmentVersion, FieldChange};
use crate::ground::error::Result;
use crate::ground::ids::{AxisId, CommitmentId, ProgrammeId};
use crate::ground::localised::Localised;
use crate::ground::sql;
use crate::tenancy::scope::PublicScope;

/// Revisions of a commitment or an axis that are read at most, the latest ones.
pub const MOST_REVISIONS: usize = 50;

/// A change of a wording.
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
/// what stands today. Three statements; one where nothing changed. Published: all may call it.
///
/// # Errors
/// A database fault.
pub async fn of_commitment(scope: &PublicScope, commitment: CommitmentId) -> Result<Vec<Revision>> {
    Ok(of_commitments(scope, &[commitment]).await?.remove(&commitment).unwrap_or_default())
}

/// The revisions of each of these commitments as [`of_commitment`] has them: three statements for
/// all. Published: all may call it.
///
/// # Errors
/// A database fault.
pub async fn of_commitments(
    scope: &PublicScope,
    commitments: &[CommitmentId],
) -> Result<HashMap<CommitmentId, Vec<Revision>>> {
    let mut found = HashMap::new();
    for part in commitments.chunks(MOST_IDS) {
        let mut kept: HashMap<CommitmentId, Vec<Row>> = HashMap::new();
        for row in rows(scope, part).await? {
            kept.entry(row.commitment).or_default().push(row);
        }
        let ids: Vec<CommitmentId> = kept.keys().copied().collect();
        if ids.is_empty() {
            continue;
        }
        // Revisions begin with the adoption, when all of the tree is public.
        for mut after in versions::read_commitments(&scope.reads(), &ids).await? {
            let commitment = after.id;
            let rows = kept.remove(&commitment).unwrap_or_default().into_iter();
            let revisions = rows.map(|Row { id, changed_on, content, .. }| {
                let changes = versions::changes(&content, &after);
                after = content;
                Revision { id, changed_on, changes }
            });
            found.insert(commitment, revisions.collect());
        }
    }
    Ok(found)
}

/// The revisions of each axis of these programmes, as [`of_commitment`] has them for a commitment: two
/// statements for all, one where nothing changed. Published: all may call it.
///
/// # Errors
/// A database fault.
pub async fn of_axes(
    scope: &PublicScope,
    programmes: &[ProgrammeId],
) -> Result<HashMap<AxisId, Vec<Revision>>> {
    #[derive(FromQueryResult)]
    struct Kept {
        axis: AxisId,
        id: Uuid,
        changed_on: NaiveDate,
        content: AxisVersion,
    }
    #[derive(FromQueryResult)]
    struct Today {
        id: AxisId,
        number: i32,
        titles: Localised,
        descriptions: Localised,
    }
    let mut found: HashMap<AxisId, Vec<Revision>> = HashMap::new();
    for part in programmes.chunks(MOST_IDS) {
        let mut binds = Binds::default();
        let (ids, member) = (binds.list(part.iter().copied()), binds.member(scope, "a"));
        let text = format!(
            "SELECT x.axis, x.id, x.changed_on, x.content FROM (
               SELECT r.axis_id AS axis, r.id, r.changed_on, r.content,
                 ROW_NUMBER() OVER (PARTITION BY r.axis_id ORDER BY r.id DESC) AS place
               FROM axes a
               JOIN axis_revisions r ON r.tenant_id = a.tenant_id AND r.programme_id = a.programme_id
                 AND r.axis_id = a.id
               WHERE a.programme_id IN ({ids}) AND a.is_published AND a.member_live{member}
                 AND r.is_published AND r.member_live
             ) x WHERE x.place <= {MOST_REVISIONS} ORDER BY x.id DESC"
        );
        let kept: Vec<Kept> = sql::all(&scope.reads(), &text, binds.into_values()).await?;
        let axes: HashSet<AxisId> = kept.iter().map(|row| row.axis).collect();
        if axes.is_empty() {
            continue;
        }
        let mut binds = Binds::default();
        let text = format!(
            "SELECT a.id, a.number, a.titles, a.descriptions FROM axes a
             WHERE a.id IN ({}) AND a.is_published AND a.member_live",
            binds.list(axes)
        );
        let today: Vec<Today> = sql::all(&scope.reads(), &text, binds.into_values()).await?;
        let mut after: HashMap<AxisId, AxisVersion> = today
            .into_iter()
            .map(|Today { id, number, titles, descriptions }| {
                (id, AxisVersion { id, number, titles, descriptions })
            })
            .collect();
        for Kept { axis, id, changed_on, content } in kept {
            let Some(later) = after.insert(axis, content.clone()) else { continue };
            let changes = versions::axis_changes(&content, &later);
            found.entry(axis).or_default().push(Revision { id, changed_on, changes });
        }
    }
    Ok(found)
}

#[derive(FromQueryResult)]
struct Row {
    commitment: CommitmentId,
    id: Uuid,
    changed_on: NaiveDate,
    content: CommitmentVersion,
}

async fn rows(scope: &PublicScope, commitments: &[CommitmentId]) -> Result<Vec<Row>> {
    let mut binds = Binds::default();
    let (ids, member) = (binds.list(commitments.iter().copied()), binds.member(scope, "c"));
    let text = format!(
        "SELECT x.commitment, x.id, x.changed_on, x.content FROM (
           SELECT r.commitment_id AS commitment, r.id, r.changed_on, r.content,
             ROW_NUMBER() OVER (PARTITION BY r.commitment_id ORDER BY r.id DESC) AS place
           FROM commitments c
           JOIN commitment_revisions r ON r.tenant_id = c.tenant_id AND r.commitment_id = c.id
           WHERE c.id IN ({ids}) AND c.is_published AND c.member_live{member} AND r.is_published AND r.member_live
         ) x WHERE x.place <= {MOST_REVISIONS} ORDER BY x.id DESC"
    );
    Ok(sql::all(&scope.reads(), &text, binds.into_values()).await?)
}
