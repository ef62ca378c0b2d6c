//! Reports on their way: the queue of those who approve, and what became of one's own. Both name
//! people, so nothing here is public.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::FromQueryResult;

use super::{ReportFile, ReportStatus};
use crate::ground::database::TenantTx;
use crate::ground::error::{Error, Result};
use crate::ground::ids::{CommitmentId, MilestoneId, ReportId};
use crate::ground::localised::Localised;
use crate::ground::paging::{Page, PageRequest, Position};
use crate::ground::sql;
use crate::programme::statements::Binds;
use crate::programme::states::State;
use crate::tenancy::permission::Action;
use crate::tenancy::scope::Scope;

/// A report as those see it who approve it.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Waiting {
    /// Its id.
    pub id: ReportId,
    /// The commitment it is about.
    pub commitment: CommitmentId,
    /// The number of that commitment.
    pub commitment_number: i32,
    /// The titles of that commitment.
    pub commitment_titles: Localised,
    /// The cycle of the programme.
    pub cycle: String,
    /// The milestone it is about.
    pub milestone: MilestoneId,
    /// The number of that milestone.
    pub milestone_number: i32,
    /// The titles of that milestone.
    pub milestone_titles: Localised,
    /// What it declares.
    pub state: State,
    /// What was done.
    pub texts: Localised,
    /// Where the evidence is.
    pub evidence_url: Option<String>,
    /// What stands in the way, one of [`super::OBSTACLES`].
    pub obstacle: Option<String>,
    /// The day it speaks of.
    pub reported_on: NaiveDate,
    /// The end of the period it speaks of.
    pub period_ends_on: Option<NaiveDate>,
    /// The report that it corrects.
    pub corrects: Option<ReportId>,
    /// The name of its author, while they are on the staff.
    pub author: Option<String>,
    /// The reader wrote it, and so cannot decide about it.
    pub is_own: bool,
    /// When it was handed in.
    pub submitted_at: DateTime<Utc>,
    /// Files that prove it.
    #[sea_orm(skip)]
    pub files: Vec<ReportFile>,
}

/// One's own report, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Own {
    /// What it says.
    pub report: Waiting,
    /// Submitted or returned.
    pub status: ReportStatus,
    /// Why it was returned.
    pub return_reason: Option<String>,
}

/// An approved report as somebody opens it who has to correct it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What it says.
    pub report: Waiting,
    /// The day another correction took its place.
    pub superseded_on: Option<NaiveDate>,
}

const COLUMNS: &str = "r.id, c.id AS commitment, c.number AS commitment_number, c.titles AS commitment_titles, p.cycle,
  m.id AS milestone, m.number AS milestone_number, m.titles AS milestone_titles, r.state, r.texts, r.evidence_url,
  r.obstacle, r.reported_on, r.period_ends_on, r.corrects_id AS corrects, a.display_name AS author,
  COALESCE(r.author_id = $2, FALSE) AS is_own, r.created_at AS submitted_at";

const FROM: &str = "FROM progress_reports r
  JOIN milestones m ON m.tenant_id = r.tenant_id AND m.id = r.milestone_id
  JOIN commitments c ON c.tenant_id = m.tenant_id AND c.id = m.commitment_id
  JOIN programmes p ON p.tenant_id = r.tenant_id AND p.id = r.programme_id
  LEFT JOIN people a ON a.id = r.author_id";

/// Own reports that are shown at most.
const MOST_OWN: u32 = 50;

/// A page of the reports that wait for approval, the oldest first.
///
/// # Errors
/// `Denied` without the right to approve; `Invalid` for a broken cursor.
pub async fn queue(scope: &Scope, page: &PageRequest) -> Result<Page<Waiting>> {
    scope.require(Action::ApproveReport)?;
    let tx = scope.begin_read().await?;
    let total: Option<sql::Count> = sql::one(
        &tx,
        "SELECT COUNT(*) AS count FROM progress_reports WHERE tenant_id = $1 AND status = 'submitted'",
        [tx.tenant().into()],
    )
    .await?;
    let mut binds = Binds::default();
    binds.one(tx.tenant());
    binds.one(scope.person_id());
    let (compare, direction) = if page.backwards { ('<', "DESC") } else { ('>', "ASC") };
    let after = match &page.position {
        None => String::new(),
        Some(Position { key, id }) if key.is_empty() => {
            format!(" AND r.id {compare} {}", binds.one(*id))
        }
        Some(_) => {
            let field = if page.backwards { "before" } else { "after" };
            return Err(Error::invalid(field, "field-bad-cursor"));
        }
    };
    let text = format!(
        "SELECT {COLUMNS} {FROM} WHERE r.tenant_id = $1 AND r.status = 'submitted'{after}
         ORDER BY r.id {direction} LIMIT {}",
        page.fetch()
    );
    let rows: Vec<Waiting> = sql::all(&tx, &text, binds.into_values()).await?;
    let total = total.map_or(0, |total| total.count.unsigned_abs());
    let mut found = page.page(rows, total, |row| Position { key: String::new(), id: row.id.0 });
    with_files(&tx, found.items.iter_mut()).await?;
    Ok(found)
}

/// One's own reports that wait, and those that came back and were not answered by a newer one; the
/// newest first, 50 at most.
///
/// # Errors
/// `Denied` without the right to report.
pub async fn mine(scope: &Scope) -> Result<Vec<Own>> {
    #[derive(FromQueryResult)]
    struct Row {
        #[sea_orm(nested)]
        report: Waiting,
        status: ReportStatus,
        return_reason: Option<String>,
    }
    scope.require(Action::ReportProgress)?;
    let tx = scope.begin_read().await?;
    let text = format!(
        "SELECT {COLUMNS}, r.status, r.return_reason {FROM}
         WHERE r.tenant_id = $1 AND r.author_id = $2 AND (r.status = 'submitted' OR (r.status = 'returned'
           AND NOT EXISTS (SELECT 1 FROM progress_reports n WHERE n.tenant_id = r.tenant_id
             AND n.milestone_id = r.milestone_id AND n.author_id = r.author_id AND n.id > r.id)))
         ORDER BY r.id DESC LIMIT {MOST_OWN}"
    );
    let rows: Vec<Row> = sql::all(&tx, &text, [tx.tenant().into(), scope.person_id().into()]).await?;
    let mut own: Vec<Own> = rows
        .into_iter()
        .map(|Row { report, status, return_reason }| Own { report, status, return_reason })
        .collect();
    with_files(&tx, own.iter_mut().map(|own| &mut own.report)).await?;
    Ok(own)
}

/// An approved report, whoever wrote it, to be corrected by a new one.
///
/// # Errors
/// `Denied` without the right to report; `NotFound` for one that is not approved.
pub async fn entry(scope: &Scope, id: ReportId) -> Result<Entry> {
    #[derive(FromQueryResult)]
    struct Row {
        #[sea_orm(nested)]
        report: Waiting,
        superseded_on: Option<NaiveDate>,
    }
    scope.require(Action::ReportProgress)?;
    let tx = scope.begin_read().await?;
    let text = format!(
        "SELECT {COLUMNS}, r.superseded_on {FROM}
         WHERE r.tenant_id = $1 AND r.id = $3 AND r.status = 'approved'"
    );
    let values = [tx.tenant().into(), scope.person_id().into(), id.into()];
    let row: Option<Row> = sql::one(&tx, &text, values).await?;
    let Row { mut report, superseded_on } = row.ok_or(Error::NotFound("report"))?;
    with_files(&tx, std::iter::once(&mut report)).await?;
    Ok(Entry { report, superseded_on })
}

/// Adds the files: one statement for the hundred rows of a page.
async fn with_files<'a>(tx: &TenantTx, reports: impl Iterator<Item = &'a mut Waiting>) -> Result<()> {
    #[derive(FromQueryResult)]
    struct Row {
        report: ReportId,
        #[sea_orm(nested)]
        file: ReportFile,
    }
    let mut reports: HashMap<ReportId, &mut Waiting> = reports.map(|report| (report.id, report)).collect();
    if reports.is_empty() {
        return Ok(());
    }
    let mut binds = Binds::default();
    let tenant = binds.one(tx.tenant());
    let text = format!(
        "SELECT f.report_id AS report, f.media_id AS media, e.file_name, e.media_type, e.bytes
         FROM report_files f
         JOIN media e ON e.tenant_id = f.tenant_id AND e.id = f.media_id
         WHERE f.tenant_id = {tenant} AND f.report_id IN ({}) ORDER BY f.number",
        binds.list(reports.keys().copied())
    );
    let rows: Vec<Row> = sql::all(tx, &text, binds.into_values()).await?;
    for row in rows {
        if let Some(report) = reports.get_mut(&row.report) {
            report.files.push(row.file);
        }
    }
    Ok(())
}
