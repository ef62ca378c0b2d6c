//! The days of the steps, planned and actual. Steps 9, 10 and 11 begin by the verbs that move the
//! programme itself; the others are days that the office writes down, in whatever order they came.

use chrono::{Datelike as _, NaiveDate};
use sea_orm::{FromQueryResult, Value};

use super::rules::{Facts, within};
use super::{STEPS, facts, finish};
use crate::ground::database::TenantTx;
use crate::ground::error::{Error, FieldError, Result};
use crate::ground::ids::ProgrammeId;
use crate::ground::input::Checks;
use crate::ground::localised::Localised;
use crate::ground::sql;
use crate::programme::programmes::ProgrammeStatus;
use crate::tenancy::collectivities;
use crate::tenancy::permission::Action;
use crate::tenancy::scope::Scope;
use crate::trust::audit::Changes;

#[derive(Debug, Default, FromQueryResult)]
pub(super) struct Days {
    pub(super) planned_on: Option<NaiveDate>,
    pub(super) started_on: Option<NaiveDate>,
    pub(super) finished_on: Option<NaiveDate>,
}

/// Plans the day of a step, or takes the plan back. A step may be planned again after it slipped:
/// what was planned is not history, what took place is.
///
/// # Errors
/// `Denied`; `NotFound`; `Invalid` for a step there is none of, or once the programme is closed.
pub async fn plan_phase(
    scope: &Scope,
    programme: ProgrammeId,
    step: i32,
    planned_on: Option<NaiveDate>,
) -> Result<()> {
    scope.require(Action::RunProgramme)?;
    if planned_on.is_some_and(|day| !(2000..2100).contains(&day.year())) {
        return Err(Error::invalid("on", "field-invalid-date"));
    }
    let tx = open(scope, programme, step, false).await?.0;
    let before = days(&tx, programme, step).await?;
    put(&tx, scope, programme, step, "planned_on", planned_on.into()).await?;
    let changes = of_step(step).day("planned_on", before.planned_on, planned_on);
    finish(tx, scope, "plan_phase", programme, changes).await
}

/// Writes what readers should know about a step, for example why it slipped.
///
/// # Errors
/// `Denied`; `NotFound`; `Invalid` for a step there is none of, a text that is too long, or once
/// the programme is closed.
pub async fn note_phase(scope: &Scope, programme: ProgrammeId, step: i32, notes: Localised) -> Result<()> {
    scope.require(Action::RunProgramme)?;
    let mut checks = Checks::default();
    let notes = checks.localised_block("notes", &notes, 1_000);
    checks.finish()?;
    let tx = open(scope, programme, step, false).await?.0;
    put(&tx, scope, programme, step, "notes", notes.into()).await?;
    finish(tx, scope, "note_phase", programme, of_step(step)).await
}

/// Writes down the day on which a step began, or corrects it.
///
/// # Errors
/// `Denied`; `NotFound`; `Invalid` for a day ahead or after the end of the step, for steps 9 to 11,
/// or for the consultation on a draft that is not public.
pub async fn start_phase(scope: &Scope, programme: ProgrammeId, step: i32, on: NaiveDate) -> Result<()> {
    let (tx, facts) = open(scope, programme, step, true).await?;
    within("on", consulted_since(&facts, step)?, on, scope.today())?;
    let before = days(&tx, programme, step).await?;
    if before.finished_on.is_some_and(|finished_on| on > finished_on) {
        return Err(Error::invalid("on", "cycle-start-after-finish"));
    }
    put(&tx, scope, programme, step, "started_on", on.into()).await?;
    let changes = of_step(step).day("started_on", before.started_on, Some(on));
    finish(tx, scope, "start_phase", programme, changes).await
}

/// Writes down the day on which a step ended, or corrects it. A step that was never begun took
/// that one day.
///
/// # Errors
/// As [`start_phase`].
pub async fn finish_phase(scope: &Scope, programme: ProgrammeId, step: i32, on: NaiveDate) -> Result<()> {
    let (tx, facts) = open(scope, programme, step, true).await?;
    let since = consulted_since(&facts, step)?;
    let Days { started_on, finished_on, .. } = days(&tx, programme, step).await?;
    within("on", started_on.or(since), on, scope.today())?;
    if started_on.is_none() {
        put(&tx, scope, programme, step, "started_on", on.into()).await?;
    }
    put(&tx, scope, programme, step, "finished_on", on.into()).await?;
    let changes = of_step(step).day("finished_on", finished_on, Some(on));
    finish(tx, scope, "finish_phase", programme, changes).await
}

/// Takes back that a step began or ended, as long as nothing depends on it.
///
/// # Errors
/// `Denied`; `NotFound`; `Invalid` once a later step has begun, or when the draft that the step led
/// to is public or validated.
pub async fn clear_phase(scope: &Scope, programme: ProgrammeId, step: i32) -> Result<()> {
    #[derive(FromQueryResult)]
    struct Later {
        step: Option<i32>,
    }
    let (tx, facts) = open(scope, programme, step, true).await?;
    let standing = &facts.standing;
    let is_used = match step {
        7 => standing.draft_published_on.is_some(),
        8 => standing.draft_validated_on.is_some(),
        _ => false,
    };
    let later: Option<Later> = sql::one(
        &tx,
        "SELECT MIN(step) AS step FROM phases
         WHERE tenant_id = $1 AND programme_id = $2 AND step > $3 AND started_on IS NOT NULL",
        [tx.tenant().into(), programme.into(), step.into()],
    )
    .await?;
    let later = later.and_then(|row| row.step);
    if is_used || later.is_some() || standing.status != ProgrammeStatus::Preparing {
        return Err(Error::invalid("step", "cycle-step-is-used"));
    }
    let before = days(&tx, programme, step).await?;
    put(&tx, scope, programme, step, "started_on", Option::<NaiveDate>::None.into()).await?;
    put(&tx, scope, programme, step, "finished_on", Option::<NaiveDate>::None.into()).await?;
    let changes =
        of_step(step).day("started_on", before.started_on, None).day("finished_on", before.finished_on, None);
    finish(tx, scope, "clear_phase", programme, changes).await
}

fn of_step(step: i32) -> Changes {
    Changes::new().field("step", serde_json::Value::Null, step)
}

/// Writes one column of a step, which programmes loaded from elsewhere may lack altogether.
pub(super) async fn put(
    tx: &TenantTx,
    scope: &Scope,
    programme: ProgrammeId,
    step: i32,
    column: &'static str,
    value: Value,
) -> Result<()> {
    let text = format!(
        "INSERT INTO phases (tenant_id, id, programme_id, step, {column}, is_published, member_live)
         SELECT p.tenant_id, $3, p.id, $4, $5, p.is_published, p.member_live
         FROM programmes p WHERE p.tenant_id = $1 AND p.id = $2
         ON CONFLICT (tenant_id, programme_id, step) DO UPDATE SET {column} = excluded.{column}"
    );
    let values: [Value; 5] =
        [tx.tenant().into(), programme.into(), scope.new_id().into(), step.into(), value];
    sql::run(tx, &text, values).await?;
    Ok(())
}

/// The days of a step as they are written down.
pub(super) async fn days(tx: &TenantTx, programme: ProgrammeId, step: i32) -> Result<Days> {
    let found: Option<Days> = sql::one(
        tx,
        "SELECT planned_on, started_on, finished_on FROM phases WHERE tenant_id = $1 AND programme_id = $2 AND step = $3",
        [tx.tenant().into(), programme.into(), step.into()],
    )
    .await?;
    Ok(found.unwrap_or_default())
}

async fn open(scope: &Scope, programme: ProgrammeId, step: i32, by_hand: bool) -> Result<(TenantTx, Facts)> {
    scope.require(Action::RunProgramme)?;
    if !STEPS.contains(&step) {
        let breach = FieldError::new("step", "field-out-of-range");
        return Err(Error::Invalid(vec![breach.with("min", STEPS.start()).with("max", STEPS.end())]));
    }
    if by_hand && step >= 9 {
        return Err(Error::invalid("step", "cycle-step-by-verb"));
    }
    let tx = scope.begin().await?;
    collectivities::raise_content_version(&tx, scope).await?;
    let facts = facts::load(&tx, programme).await?;
    if facts.standing.status == ProgrammeStatus::Closed {
        return Err(Error::invalid("programme", "cycle-is-closed"));
    }
    Ok((tx, facts))
}

/// The day since which a step can have taken place: the consultation is about a public draft.
fn consulted_since(facts: &Facts, step: i32) -> Result<Option<NaiveDate>> {
    let standing = &facts.standing;
    if step != 8 {
        return Ok(None);
    }
    if standing.status == ProgrammeStatus::Preparing && standing.draft_published_on.is_none() {
        return Err(Error::invalid("step", "cycle-consultation-needs-draft"));
    }
    Ok(standing.draft_published_on)
}
