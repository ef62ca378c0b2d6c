//! The priority axes (محاور) of programmes, each with the progress of its milestones.

use std::collections::HashMap;

use chrono::NaiveDate;
use sea_orm::FromQueryResult;

use super::progress::Progress;
use super::statements::{Binds, COUNTS, MOST_IDS, PROGRESS, stated};
use crate::ground::error::Result;
use crate::ground::ids::{AxisId, ProgrammeId};
use crate::ground::localised::Localised;
use crate::ground::sql;
use crate::tenancy::scope::PublicScope;

/// A priority axis of a programme.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Axis {
    /// Its id.
    pub id: AxisId,
    /// The programme it belongs to.
    pub programme: ProgrammeId,
    /// Its number within the programme.
    pub number: i32,
    /// Its titles.
    pub titles: Localised,
    /// Made up for demonstration.
    pub is_sample: bool,
    /// The progress of all its milestones.
    #[sea_orm(nested)]
    pub progress: Progress,
}

/// The axes of these programmes by number, with their progress of today or as it stood on a day.
/// Published: all may call it.
///
/// # Errors
/// A database fault.
pub async fn by_programmes(
    scope: &PublicScope,
    programmes: &[ProgrammeId],
    as_of: Option<NaiveDate>,
) -> Result<HashMap<ProgrammeId, Vec<Axis>>> {
    let mut found: HashMap<ProgrammeId, Vec<Axis>> = HashMap::new();
    for part in programmes.chunks(MOST_IDS) {
        let mut binds = Binds::default();
        let (ids, member) = (binds.list(part.iter().copied()), binds.member(scope, "p"));
        let until = as_of.map(|day| binds.one(day.min(scope.today())));
        let text = format!(
            "WITH wanted AS (
               SELECT p.tenant_id, p.id FROM programmes p
               WHERE p.id IN ({ids}) AND p.is_published AND p.member_live{member}
             ), {}, tallies AS (
               SELECT c.tenant_id, c.axis_id, {COUNTS}
               FROM stated r
               JOIN commitments c ON c.tenant_id = r.tenant_id AND c.id = r.commitment_id
               WHERE c.is_published AND c.member_live
               GROUP BY c.tenant_id, c.axis_id
             )
             SELECT a.id, a.programme_id AS programme, a.number, a.titles, a.is_sample, {PROGRESS}
             FROM wanted w
             JOIN axes a ON a.tenant_id = w.tenant_id AND a.programme_id = w.id AND a.is_published AND a.member_live
             LEFT JOIN tallies t ON t.tenant_id = a.tenant_id AND t.axis_id = a.id
             ORDER BY a.number",
            stated("m.programme_id = w.id", until.as_deref())
        );
        let rows: Vec<Axis> = sql::all(&scope.reads(), &text, binds.into_values()).await?;
        for row in rows {
            found.entry(row.programme).or_default().push(row);
        }
    }
    Ok(found)
}
