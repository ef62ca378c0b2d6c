//! The public ledger: all entries that were ever approved, also those that a correction took the
//! place of, so that readers see what changed.

use std::collections::HashMap;

use chrono::NaiveDate;
use sea_orm::FromQueryResult;

use super::{MOST_REPORTS, Report};
use crate::ground::address;
use crate::ground::error::Result;
use crate::ground::ids::{CommitmentId, MediaId, ReportId};
use crate::ground::sql;
use crate::programme::statements::{Binds, MOST_IDS};
use crate::tenancy::scope::PublicScope;

/// A file that proves a report.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct ReportFile {
    /// The file.
    pub media: MediaId,
    /// Its name.
    pub file_name: String,
    /// Its media type.
    pub media_type: String,
    /// Its size.
    pub bytes: i64,
}

impl ReportFile {
    /// Its address on its member's site, from the root.
    pub fn path(&self) -> String {
        format!("/media/{}/{}", self.media, address::part(&self.file_name))
    }
}

#[derive(FromQueryResult)]
struct Row {
    commitment: CommitmentId,
    #[sea_orm(nested)]
    report: Report,
}

/// The approved reports on the milestones of a commitment, the latest first, [`MOST_REPORTS`] at
/// most; up to a day if one is given. Published: all may call it.
///
/// # Errors
/// A database fault.
pub async fn by_commitment(
    scope: &PublicScope,
    commitment: CommitmentId,
    as_of: Option<NaiveDate>,
    limit: u32,
) -> Result<Vec<Report>> {
    Ok(by_commitments(scope, &[commitment], as_of, limit).await?.remove(&commitment).unwrap_or_default())
}

/// The latest reports of each of these commitments: so many of each, by one statement for all. Up
/// to a day if one is given, as the ledger stood then: what was corrected later counts as it did.
/// Published: all may call it.
///
/// # Errors
/// A database fault.
pub async fn by_commitments(
    scope: &PublicScope,
    commitments: &[CommitmentId],
    as_of: Option<NaiveDate>,
    limit: u32,
) -> Result<HashMap<CommitmentId, Vec<Report>>> {
    let mut found: HashMap<CommitmentId, Vec<Report>> = HashMap::new();
    for part in commitments.chunks(MOST_IDS) {
        let mut binds = Binds::default();
        let (ids, member) = (binds.list(part.iter().copied()), binds.member(scope, "c"));
        let day = binds.one(as_of.map_or(scope.today(), |day| day.min(scope.today())));
        let text = format!(
            "SELECT x.* FROM (
               SELECT m.commitment_id AS commitment, r.id, r.milestone_id AS milestone, m.number AS milestone_number,
                 r.state, r.texts, r.evidence_url, r.obstacle, r.reported_on, r.period_ends_on,
                 COALESCE(r.published_on, r.reported_on) AS published_on,
                 CASE WHEN r.superseded_on <= {day} THEN r.superseded_on END AS superseded_on,
                 r.corrects_id AS corrects, r.is_sample,
                 ROW_NUMBER() OVER (PARTITION BY m.commitment_id ORDER BY r.reported_on DESC, r.id DESC) AS place
               FROM commitments c
               JOIN milestones m ON m.tenant_id = c.tenant_id AND m.commitment_id = c.id
               JOIN progress_reports r ON r.tenant_id = m.tenant_id AND r.milestone_id = m.id
               WHERE c.id IN ({ids}) AND c.is_published AND c.member_live{member} AND m.is_published AND m.member_live
                 AND r.status = 'approved' AND r.member_live AND COALESCE(r.published_on, r.reported_on) <= {day}) x
             WHERE x.place <= {} ORDER BY x.reported_on DESC, x.id DESC",
            limit.min(MOST_REPORTS)
        );
        let rows: Vec<Row> = sql::all(&scope.reads(), &text, binds.into_values()).await?;
        for row in rows {
            found.entry(row.commitment).or_default().push(row.report);
        }
    }
    Ok(found)
}

/// The files of these reports in their order, as far as both are public. Published: all may call
/// it.
///
/// # Errors
/// A database fault.
pub async fn files(scope: &PublicScope, reports: &[ReportId]) -> Result<HashMap<ReportId, Vec<ReportFile>>> {
    #[derive(FromQueryResult)]
    struct Row {
        report: ReportId,
        #[sea_orm(nested)]
        file: ReportFile,
    }
    let mut found: HashMap<ReportId, Vec<ReportFile>> = HashMap::new();
    for part in reports.chunks(MOST_IDS) {
        let mut binds = Binds::default();
        let (ids, member) = (binds.list(part.iter().copied()), binds.member(scope, "r"));
        let text = format!(
            "SELECT r.id AS report, f.media_id AS media, e.file_name, e.media_type, e.bytes
             FROM progress_reports r
             JOIN report_files f ON f.tenant_id = r.tenant_id AND f.report_id = r.id
             JOIN media e ON e.tenant_id = f.tenant_id AND e.id = f.media_id
             WHERE r.id IN ({ids}) AND r.status = 'approved' AND r.member_live{member}
               AND f.is_published AND f.member_live AND e.is_published AND e.member_live
             ORDER BY f.number"
        );
        let rows: Vec<Row> = sql::all(&scope.reads(), &text, binds.into_values()).await?;
        for row in rows {
            found.entry(row.report).or_default().push(row.file);
        }
    }
    Ok(found)
}
