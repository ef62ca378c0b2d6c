//! The second pair of eyes: approving a report or giving it back, and whether the member asks for
//! it at all. Nobody decides about what they wrote themselves.

use sea_orm::FromQueryResult;
use serde_json::Value;
use uuid::Uuid;

use super::ReportStatus;
use crate::ground::database::TenantTx;
use crate::ground::error::{Error, FieldError, Result};
use crate::ground::ids::{CommitmentId, MilestoneId, ReportId};
use crate::ground::input::Checks;
use crate::ground::sql;
use crate::notify::outbox;
use crate::programme::summaries;
use crate::tenancy::collectivities;
use crate::tenancy::permission::Action;
use crate::tenancy::scope::Scope;
use crate::trust::audit::{self, Changes};

/// How many people a report passes before it counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Eyes {
    /// Its author is trusted: it counts at once.
    One,
    /// A second person approves it.
    Two,
}

impl Eyes {
    fn count(self) -> u8 {
        match self {
            Self::One => 1,
            Self::Two => 2,
        }
    }
}

#[derive(FromQueryResult)]
struct Row {
    status: ReportStatus,
    author_id: Option<Uuid>,
    milestone_id: MilestoneId,
    corrects_id: Option<ReportId>,
}

/// What the member asks for.
///
/// # Errors
/// `Denied` without the right to enter the office.
pub async fn eyes(scope: &Scope) -> Result<Eyes> {
    scope.require(Action::EnterOffice)?;
    asked(&scope.begin_read().await?, "").await
}

/// Decides what the member asks for. Reports that wait keep waiting.
///
/// # Errors
/// `Denied` without the right to manage staff.
pub async fn set_eyes(scope: &Scope, eyes: Eyes) -> Result<()> {
    scope.require(Action::ManageStaff)?;
    let tx = scope.begin().await?;
    let before = asked(&tx, tx.for_update()).await?;
    sql::run(
        &tx,
        "UPDATE collectivities SET reports_need_approval = $2 WHERE id = $1",
        [tx.tenant().into(), (eyes == Eyes::Two).into()],
    )
    .await?;
    let changes = Changes::new().field("eyes", before.count(), eyes.count());
    audit::record_with(&tx, scope, "set_eyes", ("collectivity", tx.tenant().0), &changes).await?;
    Ok(tx.commit().await?)
}

/// Lets a report into the public ledger; if it corrects another, it takes that one's place.
///
/// # Errors
/// `NotFound`; `Denied` for the author; `Conflict` when it was decided, or when another correction
/// took the place of what it corrects.
pub async fn approve(scope: &Scope, id: ReportId) -> Result<()> {
    scope.require(Action::ApproveReport)?;
    let tx = scope.begin().await?;
    let row = undecided(&tx, scope, id).await?;
    sql::run(
        &tx,
        "UPDATE progress_reports SET status = 'approved', approver_id = $3, decided_at = $4, published_on = $5
         WHERE tenant_id = $1 AND id = $2",
        [
            tx.tenant().into(),
            id.into(),
            scope.person_id().into(),
            scope.now().into(),
            scope.today().into(),
        ],
    )
    .await?;
    enter(&tx, scope, id, row.corrects_id).await?;
    let changes = Changes::new().field("status", "submitted", "approved");
    audit::record_with(&tx, scope, Action::ApproveReport.code(), ("report", id.0), &changes).await?;
    tx.commit().await?;
    collectivities::tell_changed(scope).await;
    Ok(())
}

/// Gives a report back to its author, who sees the reason and writes a new one.
///
/// # Errors
/// As [`approve`], and `Invalid` without a reason.
pub async fn return_with(scope: &Scope, id: ReportId, reason: &str) -> Result<()> {
    scope.require(Action::ApproveReport)?;
    let mut checks = Checks::default();
    let reason = checks.block("reason", reason.trim(), 1_000);
    if reason.is_empty() {
        checks.refuse(FieldError::new("reason", "field-required"));
    }
    checks.finish()?;
    let tx = scope.begin().await?;
    let row = undecided(&tx, scope, id).await?;
    sql::run(
        &tx,
        "UPDATE progress_reports SET status = 'returned', approver_id = $3, decided_at = $4, return_reason = $5
         WHERE tenant_id = $1 AND id = $2",
        [tx.tenant().into(), id.into(), scope.person_id().into(), scope.now().into(), reason.clone().into()],
    )
    .await?;
    let changes =
        Changes::new().field("status", "submitted", "returned").field("reason", Value::Null, reason);
    audit::record_with(&tx, scope, "return_report", ("milestone", row.milestone_id.0), &changes).await?;
    Ok(tx.commit().await?)
}

/// What the member asks for; `lock` is `FOR UPDATE` when something is written after: the tenant's
/// own row puts the writers of one ledger in a queue.
pub(in crate::programme) async fn asked(tx: &TenantTx, lock: &str) -> Result<Eyes> {
    #[derive(FromQueryResult)]
    struct Asked {
        reports_need_approval: bool,
    }
    let text = format!("SELECT reports_need_approval FROM collectivities WHERE id = $1{lock}");
    let row: Option<Asked> = sql::one(tx, &text, [tx.tenant().into()]).await?;
    Ok(if row.is_some_and(|row| row.reports_need_approval) { Eyes::Two } else { Eyes::One })
}

#[derive(FromQueryResult)]
struct Of {
    commitment_id: CommitmentId,
}

/// What follows from an approval, in its transaction.
pub(super) async fn enter(
    tx: &TenantTx,
    scope: &Scope,
    report: ReportId,
    corrects: Option<ReportId>,
) -> Result<()> {
    if let Some(corrected) = corrects {
        let superseded = sql::run(
            tx,
            "UPDATE progress_reports SET superseded_on = $3
             WHERE tenant_id = $1 AND id = $2 AND status = 'approved' AND superseded_on IS NULL",
            [tx.tenant().into(), corrected.into(), scope.today().into()],
        )
        .await?;
        if superseded == 0 {
            return Err(Error::Conflict("report-corrected-meanwhile"));
        }
    }
    for text in [
        "UPDATE report_files SET is_published = TRUE WHERE tenant_id = $1 AND report_id = $2",
        "UPDATE media SET is_published = TRUE WHERE tenant_id = $1
           AND id IN (SELECT media_id FROM report_files WHERE tenant_id = $1 AND report_id = $2)",
    ] {
        sql::run(tx, text, [tx.tenant().into(), report.into()]).await?;
    }
    let of: Option<Of> = sql::one(
        tx,
        "SELECT m.commitment_id FROM progress_reports r
         JOIN milestones m ON m.tenant_id = r.tenant_id AND m.id = r.milestone_id
         WHERE r.tenant_id = $1 AND r.id = $2",
        [tx.tenant().into(), report.into()],
    )
    .await?;
    if let Some(of) = of {
        outbox::append(tx, scope, outbox::Event::CommitmentProgressed(of.commitment_id)).await?;
    }
    collectivities::raise_content_version(tx, scope).await?;
    summaries::refresh(tx, scope).await
}

/// A report that this person may decide about.
async fn undecided(tx: &TenantTx, scope: &Scope, id: ReportId) -> Result<Row> {
    asked(tx, tx.for_update()).await?;
    let row: Option<Row> = sql::one(
        tx,
        "SELECT status, author_id, milestone_id, corrects_id FROM progress_reports WHERE tenant_id = $1 AND id = $2",
        [tx.tenant().into(), id.into()],
    )
    .await?;
    let row = row.ok_or(Error::NotFound("report"))?;
    if row.author_id.is_some() && row.author_id == scope.person_id() {
        return Err(Error::Denied("report-own"));
    }
    if row.status != ReportStatus::Submitted {
        return Err(Error::Conflict("report-decided"));
    }
    Ok(row)
}
