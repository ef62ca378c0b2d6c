//! What somebody has typed of a report and not handed in yet: saved as they go, seen by nobody
//! else, gone when the report is handed in. Nothing is refused for being unfinished.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{FromQueryResult, Value};

use super::reports::OBSTACLES;
use super::states::State;
use crate::ground::error::{Error, FieldError, Result};
use crate::ground::ids::{MilestoneId, ProgrammeId};
use crate::ground::input::Checks;
use crate::ground::localised::Localised;
use crate::ground::sql;
use crate::tenancy::permission::Action;
use crate::tenancy::scope::Scope;

/// What was typed so far.
#[derive(Debug, Clone, Default)]
pub struct DraftInput {
    /// What it will declare.
    pub state: Option<State>,
    /// What was done.
    pub texts: Localised,
    /// Where the evidence is.
    pub evidence_url: Option<String>,
    /// What stands in the way, one of [`OBSTACLES`].
    pub obstacle: Option<String>,
    /// The day it will speak of.
    pub reported_on: Option<NaiveDate>,
}

/// A draft of one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The milestone it is about.
    pub milestone: MilestoneId,
    /// What it will declare.
    pub state: Option<State>,
    /// What was done.
    pub texts: Localised,
    /// Where the evidence is.
    pub evidence_url: Option<String>,
    /// What stands in the way.
    pub obstacle: Option<String>,
    /// The day it will speak of.
    pub reported_on: Option<NaiveDate>,
    /// When it was saved last.
    pub saved_at: DateTime<Utc>,
}

#[derive(FromQueryResult)]
struct Row {
    milestone: MilestoneId,
    state: Option<String>,
    texts: Localised,
    evidence_url: Option<String>,
    obstacle: Option<String>,
    reported_on: Option<NaiveDate>,
    saved_at: DateTime<Utc>,
}

impl Row {
    fn draft(self) -> Draft {
        Draft {
            milestone: self.milestone,
            state: self.state.as_deref().and_then(State::from_code),
            texts: self.texts,
            evidence_url: self.evidence_url,
            obstacle: self.obstacle,
            reported_on: self.reported_on,
            saved_at: self.saved_at,
        }
    }
}

/// Keeps what the person has typed of a milestone's report, in place of what was kept before, and
/// says when.
///
/// # Errors
/// `NotFound` for a milestone of another member; `Invalid` for what no report could hold.
pub async fn save(scope: &Scope, milestone: MilestoneId, input: DraftInput) -> Result<DateTime<Utc>> {
    scope.require(Action::ReportProgress)?;
    let person = scope.person_id().ok_or(Error::Unauthenticated("sign-in-needed"))?;
    let mut checks = Checks::default();
    let texts = checks.localised_block("texts", &input.texts, 5_000);
    let evidence_url = input.evidence_url.map(|url| checks.line("evidence_url", &url, 500));
    if input.obstacle.as_deref().is_some_and(|code| !OBSTACLES.contains(&code)) {
        checks.refuse(FieldError::new("obstacle", "field-unknown-value"));
    }
    checks.finish()?;
    let tx = scope.begin().await?;
    let values: [Value; 9] = [
        tx.tenant().into(),
        milestone.into(),
        person.into(),
        input.state.map(State::code).into(),
        texts.into(),
        evidence_url.filter(|url| !url.is_empty()).into(),
        input.obstacle.into(),
        input.reported_on.into(),
        scope.now().into(),
    ];
    let kept = sql::run(
        &tx,
        "INSERT INTO report_drafts (tenant_id, milestone_id, person_id, state, texts, evidence_url, obstacle,
           reported_on, saved_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         ON CONFLICT (tenant_id, milestone_id, person_id) DO UPDATE SET state = excluded.state,
           texts = excluded.texts, evidence_url = excluded.evidence_url, obstacle = excluded.obstacle,
           reported_on = excluded.reported_on, saved_at = excluded.saved_at",
        values,
    );
    kept.await.map_err(|error| match error.sql_err() {
        Some(sea_orm::SqlErr::ForeignKeyConstraintViolation(_)) => Error::NotFound("milestone"),
        _ => error.into(),
    })?;
    tx.commit().await?;
    Ok(scope.now())
}

/// Throws away what the person has typed of a milestone's report, if anything.
///
/// # Errors
/// `Denied` without the right to report.
pub async fn discard(scope: &Scope, milestone: MilestoneId) -> Result<()> {
    scope.require(Action::ReportProgress)?;
    let tx = scope.begin().await?;
    sql::run(
        &tx,
        "DELETE FROM report_drafts WHERE tenant_id = $1 AND milestone_id = $2 AND person_id = $3",
        [tx.tenant().into(), milestone.into(), scope.person_id().into()],
    )
    .await?;
    Ok(tx.commit().await?)
}

/// The person's own drafts on the milestones of a programme.
///
/// # Errors
/// `Denied` without the right to report.
pub async fn by_programme(scope: &Scope, programme: ProgrammeId) -> Result<HashMap<MilestoneId, Draft>> {
    scope.require(Action::ReportProgress)?;
    let tx = scope.begin_read().await?;
    let rows: Vec<Row> = sql::all(
        &tx,
        "SELECT d.milestone_id AS milestone, d.state, d.texts, d.evidence_url, d.obstacle, d.reported_on, d.saved_at
         FROM report_drafts d
         JOIN milestones m ON m.tenant_id = d.tenant_id AND m.id = d.milestone_id
         WHERE d.tenant_id = $1 AND m.programme_id = $2 AND d.person_id = $3",
        [tx.tenant().into(), programme.into(), scope.person_id().into()],
    )
    .await?;
    Ok(rows.into_iter().map(|row| (row.milestone, row.draft())).collect())
}
