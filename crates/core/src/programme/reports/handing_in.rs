//! Handing in a report. Whoever sends the same one twice gets the first one's answer; whoever was
//! overtaken while writing is told before anything is written.

use std::collections::HashSet;

use chrono::NaiveDate;
use sea_orm::{FromQueryResult, Value};
use uuid::Uuid;

use super::{Eyes, MOST_FILES, ReportInput, ReportStatus, Seen, check, deciding};
use crate::ground::database::TenantTx;
use crate::ground::error::{Error, FieldError, Result};
use crate::ground::ids::{MilestoneId, ProgrammeId, ReportId};
use crate::ground::input::Checks;
use crate::ground::sql;
use crate::programme::programmes::ProgrammeStatus;
use crate::programme::reporting;
use crate::programme::states::State;
use crate::tenancy::collectivities;
use crate::tenancy::permission::Action;
use crate::tenancy::scope::Scope;
use crate::trust::audit;

/// A report that was handed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Submitted {
    /// Its id.
    pub id: ReportId,
    /// Approved at once, or waiting for a second person.
    pub status: ReportStatus,
}

#[derive(FromQueryResult)]
struct About {
    programme_id: ProgrammeId,
    is_sample: bool,
    member_live: bool,
    status: ProgrammeStatus,
    starts_on: Option<NaiveDate>,
    ends_on: Option<NaiveDate>,
    report_every_months: i32,
}

/// Hands in a report on a milestone, and clears what its author had typed as a draft. It counts at
/// once unless the member asks for a second pair of eyes.
///
/// # Errors
/// `NotFound` for a milestone of another member; `Invalid` when the day lies ahead, the evidence is
/// no web address, little was done and no obstacle is named, the period or the corrected report is
/// none of this programme's, or the programme is not being carried out; `Conflict` when another
/// entry came between.
pub async fn submit(scope: &Scope, milestone: MilestoneId, input: ReportInput) -> Result<Submitted> {
    scope.require(Action::ReportProgress)?;
    let mut checks = Checks::default();
    let (texts, evidence_url) = check(&mut checks, "", scope.today(), &input);
    rules(&mut checks, &input);
    checks.finish()?;
    let tx = scope.begin().await?;
    let eyes = deciding::asked(&tx, tx.for_update()).await?;
    if let Some(first) = sent_before(&tx, scope, milestone, &input).await? {
        return Ok(first);
    }
    let about = about(&tx, milestone).await?;
    fits(scope, &about, &input)?;
    overtaken(&tx, milestone, input.seen).await?;
    corrected(&tx, milestone, &input).await?;
    let status = if eyes == Eyes::One { ReportStatus::Approved } else { ReportStatus::Submitted };
    let decided = status == ReportStatus::Approved;
    let id = ReportId(scope.new_id());
    let row: [(&str, Value); 20] = [
        ("tenant_id", tx.tenant().into()),
        ("id", id.into()),
        ("programme_id", about.programme_id.into()),
        ("milestone_id", milestone.into()),
        ("state", input.state.code().into()),
        ("texts", texts.into()),
        ("evidence_url", evidence_url.into()),
        ("obstacle", input.obstacle.into()),
        ("status", status.code().into()),
        ("corrects_id", input.corrects.into()),
        ("reported_on", input.reported_on.into()),
        ("period_ends_on", input.period_ends_on.into()),
        ("author_id", scope.person_id().into()),
        ("approver_id", decided.then(|| scope.person_id()).flatten().into()),
        ("decided_at", decided.then(|| scope.now()).into()),
        ("published_on", decided.then(|| scope.today()).into()),
        ("client_key", input.client_key.into()),
        ("is_sample", about.is_sample.into()),
        ("member_live", about.member_live.into()),
        ("created_at", scope.now().into()),
    ];
    sql::insert(&tx, "progress_reports", row).await?;
    let files = input.files.iter().zip(1_i32..).map(|(&file, number)| -> Vec<Value> {
        let live = about.member_live.into();
        vec![tx.tenant().into(), id.into(), number.into(), file.into(), false.into(), live]
    });
    attach(&tx, files.collect()).await?;
    sql::run(
        &tx,
        "DELETE FROM report_drafts WHERE tenant_id = $1 AND milestone_id = $2 AND person_id = $3",
        [tx.tenant().into(), milestone.into(), scope.person_id().into()],
    )
    .await?;
    if decided {
        deciding::enter(&tx, scope, id, input.corrects).await?;
    }
    audit::record(&tx, scope, Action::ReportProgress.code(), "report", id.0).await?;
    tx.commit().await?;
    if decided {
        collectivities::tell_changed(scope).await;
    }
    Ok(Submitted { id, status })
}

/// What can be judged without the database.
fn rules(checks: &mut Checks, input: &ReportInput) {
    if matches!(input.state, State::NotStarted | State::Limited) && input.obstacle.is_none() {
        checks.refuse(FieldError::new("obstacle", "field-required"));
    }
    if input.files.len() > MOST_FILES {
        checks.refuse(FieldError::new("files", "field-out-of-range").with("min", 0).with("max", MOST_FILES));
    }
    if input.files.iter().collect::<HashSet<_>>().len() < input.files.len() {
        checks.refuse(FieldError::new("files", "field-not-unique"));
    }
    let is_plain = |key: &str| {
        (1..=64).contains(&key.len())
            && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_')
    };
    if input.client_key.as_deref().is_some_and(|key| !is_plain(key)) {
        checks.refuse(FieldError::new("client_key", "field-unknown-value"));
    }
}

/// The report that came under the same key: the line broke, and its sender did not hear of it.
async fn sent_before(
    tx: &TenantTx,
    scope: &Scope,
    milestone: MilestoneId,
    input: &ReportInput,
) -> Result<Option<Submitted>> {
    #[derive(FromQueryResult)]
    struct First {
        id: ReportId,
        status: ReportStatus,
        milestone_id: MilestoneId,
        author_id: Option<Uuid>,
    }
    let Some(key) = input.client_key.as_deref() else { return Ok(None) };
    let first: Option<First> = sql::one(
        tx,
        "SELECT id, status, milestone_id, author_id FROM progress_reports WHERE tenant_id = $1 AND client_key = $2",
        [tx.tenant().into(), key.into()],
    )
    .await?;
    let Some(first) = first else { return Ok(None) };
    if first.milestone_id != milestone || first.author_id != scope.person_id() {
        return Err(Error::invalid("client_key", "field-not-unique"));
    }
    Ok(Some(Submitted { id: first.id, status: first.status }))
}

async fn about(tx: &TenantTx, milestone: MilestoneId) -> Result<About> {
    let about: Option<About> = sql::one(
        tx,
        "SELECT m.programme_id, m.is_sample, m.member_live, p.status, p.starts_on, p.ends_on, p.report_every_months
         FROM milestones m
         JOIN programmes p ON p.tenant_id = m.tenant_id AND p.id = m.programme_id
         WHERE m.tenant_id = $1 AND m.id = $2",
        [tx.tenant().into(), milestone.into()],
    )
    .await?;
    about.ok_or(Error::NotFound("milestone"))
}

/// Progress is of what is being carried out; after the end only corrections come.
fn fits(scope: &Scope, about: &About, input: &ReportInput) -> Result<()> {
    let is_running = match about.status {
        ProgrammeStatus::Implementing | ProgrammeStatus::Evaluating => true,
        ProgrammeStatus::Closed => input.corrects.is_some(),
        ProgrammeStatus::Preparing | ProgrammeStatus::Adopted => false,
    };
    if !is_running {
        return Err(Error::invalid("milestone", "report-programme-not-running"));
    }
    let Some(end) = input.period_ends_on else { return Ok(()) };
    let every = about.report_every_months.unsigned_abs();
    let periods = reporting::periods(about.starts_on, about.ends_on, every, scope.today());
    if periods.iter().all(|period| period.ends_on != end) {
        return Err(Error::invalid("period_ends_on", "report-unknown-period"));
    }
    Ok(())
}

async fn overtaken(tx: &TenantTx, milestone: MilestoneId, seen: Seen) -> Result<()> {
    #[derive(FromQueryResult)]
    struct Newest {
        id: ReportId,
    }
    let expected = match seen {
        Seen::Unknown => return Ok(()),
        Seen::Nothing => None,
        Seen::Latest(id) => Some(id),
    };
    // Ids grow with time, and the writers of a ledger stand in a queue.
    let newest: Option<Newest> = sql::one(
        tx,
        "SELECT id FROM progress_reports WHERE tenant_id = $1 AND milestone_id = $2 ORDER BY id DESC LIMIT 1",
        [tx.tenant().into(), milestone.into()],
    )
    .await?;
    if newest.map(|newest| newest.id) != expected {
        return Err(Error::Conflict("report-newer"));
    }
    Ok(())
}

/// A correction is of an approved report on the same milestone that still counts.
async fn corrected(tx: &TenantTx, milestone: MilestoneId, input: &ReportInput) -> Result<()> {
    #[derive(FromQueryResult)]
    struct Old {
        superseded_on: Option<NaiveDate>,
    }
    let Some(corrects) = input.corrects else { return Ok(()) };
    let old: Option<Old> = sql::one(
        tx,
        "SELECT superseded_on FROM progress_reports
         WHERE tenant_id = $1 AND id = $2 AND milestone_id = $3 AND status = 'approved'",
        [tx.tenant().into(), corrects.into(), milestone.into()],
    )
    .await?;
    match old {
        None => Err(Error::invalid("corrects", "field-unknown-value")),
        Some(Old { superseded_on: Some(_) }) => Err(Error::Conflict("report-corrected-meanwhile")),
        Some(_) => Ok(()),
    }
}

/// The database judges whether the files are the member's own.
async fn attach(tx: &TenantTx, files: Vec<Vec<Value>>) -> Result<()> {
    let columns = ["tenant_id", "report_id", "number", "media_id", "is_published", "member_live"];
    sql::insert_all(tx, "report_files", &columns, files).await.map_err(|error| match error.sql_err() {
        Some(sea_orm::SqlErr::ForeignKeyConstraintViolation(_)) => {
            Error::invalid("files", "field-unknown-value")
        }
        _ => error.into(),
    })
}
