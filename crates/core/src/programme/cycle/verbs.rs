//! The verbs that move a programme from its preparation to its end. Each is one transaction that
//! begins by locking its member, so that what the rules were asked about still holds.

use chrono::NaiveDate;
use sea_orm::Value;

use super::rules::{Standing, Verb, require, require_vote};
use super::{facts, finish, phases};
use crate::ground::database::TenantTx;
use crate::ground::error::Result;
use crate::ground::ids::{ProgrammeId, SessionId};
use crate::ground::sql;
use crate::programme::programmes::ProgrammeStatus;
use crate::programme::sessions;
use crate::programme::versions::{self, Kind};
use crate::tenancy::collectivities;
use crate::tenancy::permission::Action;
use crate::tenancy::scope::Scope;
use crate::trust::audit::Changes;

/// The tables of the tree, which the public sees from the draft on, and how their rows are found.
const TREE: [(&str, &str); 5] = [
    ("axes", "programme_id = $2"),
    ("commitments", "programme_id = $2"),
    ("milestones", "programme_id = $2"),
    ("indicators", "programme_id = $2"),
    (
        "commitment_tags",
        "commitment_id IN (SELECT c.id FROM commitments c WHERE c.tenant_id = $1 AND c.programme_id = $2)",
    ),
];

/// Step 7: makes the draft public, axes, commitments and milestones, and keeps it as it stands.
///
/// # Errors
/// `Denied`; `NotFound`; `Invalid` when no commitment has a milestone, when the draft is public or
/// the programme adopted, or for a day ahead.
pub async fn publish_draft(scope: &Scope, programme: ProgrammeId, on: NaiveDate) -> Result<()> {
    let (tx, before) = open(scope, programme, Verb::PublishDraft, on).await?;
    for (table, wanted) in TREE {
        // Five tables, whatever the programme holds.
        let text = format!("UPDATE {table} SET is_published = TRUE WHERE tenant_id = $1 AND {wanted}");
        sql::run(&tx, &text, [tx.tenant().into(), programme.into()]).await?;
    }
    set(&tx, scope, programme, "draft_published_on", on.into()).await?;
    let drafting = phases::days(&tx, programme, 7).await?;
    if drafting.started_on.is_none_or(|day| day > on) {
        phases::put(&tx, scope, programme, 7, "started_on", on.into()).await?;
    }
    versions::take(&tx, scope, programme, Kind::Draft, on).await?;
    let changes = Changes::new().day("draft_published_on", before.draft_published_on, Some(on));
    finish(tx, scope, Verb::PublishDraft.code(), programme, changes).await
}

/// The follow-up committee validates the draft after the consultation; steps 7 and 8 end with it.
/// A draft that the council turned down may be validated once more.
///
/// # Errors
/// `Denied`; `NotFound`; `Invalid` without a public draft or a committee, or for a day ahead or
/// before the draft.
pub async fn validate_draft(scope: &Scope, programme: ProgrammeId, on: NaiveDate) -> Result<()> {
    let (tx, before) = open(scope, programme, Verb::ValidateDraft, on).await?;
    set(&tx, scope, programme, "draft_validated_on", on.into()).await?;
    sql::run(
        &tx,
        "UPDATE phases SET finished_on = $3 WHERE tenant_id = $1 AND programme_id = $2 AND step IN (7, 8)
           AND started_on <= $3 AND finished_on IS NULL",
        [tx.tenant().into(), programme.into(), on.into()],
    )
    .await?;
    let changes = Changes::new().day("draft_validated_on", before.draft_validated_on, Some(on));
    finish(tx, scope, Verb::ValidateDraft.code(), programme, changes).await
}

/// Step 9: the council adopts the programme by a session that decided so, whichever vote it was.
///
/// # Errors
/// `Denied`; `NotFound`; `Invalid` without a validated draft, or for a session that did not adopt
/// this programme, was held before the validation, or has neither number nor document.
pub async fn adopt(scope: &Scope, programme: ProgrammeId, session: SessionId) -> Result<()> {
    scope.require(Action::RunProgramme)?;
    let tx = begin(scope).await?;
    let known = facts::load(&tx, programme).await?;
    // A session that has not ended yet has adopted it by today.
    let day = require_vote(&known, session)?.min(scope.today());
    let held = sessions::load(&tx, session).await?;
    let values: [Value; 5] =
        [tx.tenant().into(), programme.into(), day.into(), held.kind.code().into(), scope.now().into()];
    sql::run(
        &tx,
        "UPDATE programmes SET status = 'adopted', adopted_on = $3, session_kind = $4, updated_at = $5,
           version = version + 1 WHERE tenant_id = $1 AND id = $2",
        values,
    )
    .await?;
    phases::put(&tx, scope, programme, 9, "started_on", held.starts_on.into()).await?;
    phases::put(&tx, scope, programme, 9, "finished_on", day.into()).await?;
    versions::take(&tx, scope, programme, Kind::Adopted, day).await?;
    let before = &known.standing;
    let changes = turned(before, ProgrammeStatus::Adopted).day("adopted_on", before.adopted_on, Some(day));
    finish(tx, scope, Verb::Adopt.code(), programme, changes).await
}

/// Step 10: the programme is carried out from this day on.
///
/// # Errors
/// `Denied`; `NotFound`; `Invalid` before its adoption, or for a day ahead or before it.
pub async fn begin_implementation(scope: &Scope, programme: ProgrammeId, on: NaiveDate) -> Result<()> {
    let (tx, before) = open(scope, programme, Verb::BeginImplementation, on).await?;
    enter(&tx, scope, programme, ProgrammeStatus::Implementing).await?;
    phases::put(&tx, scope, programme, 10, "started_on", on.into()).await?;
    let changes = turned(&before, ProgrammeStatus::Implementing).day(
        "implementation_on",
        before.implementation_on,
        Some(on),
    );
    finish(tx, scope, Verb::BeginImplementation.code(), programme, changes).await
}

/// Step 11: the programme is evaluated from this day on; step 10 ends with it.
///
/// # Errors
/// `Denied`; `NotFound`; `Invalid` before its implementation, or for a day ahead or before it.
pub async fn begin_evaluation(scope: &Scope, programme: ProgrammeId, on: NaiveDate) -> Result<()> {
    let (tx, before) = open(scope, programme, Verb::BeginEvaluation, on).await?;
    enter(&tx, scope, programme, ProgrammeStatus::Evaluating).await?;
    phases::put(&tx, scope, programme, 10, "finished_on", on.into()).await?;
    phases::put(&tx, scope, programme, 11, "started_on", on.into()).await?;
    let changes =
        turned(&before, ProgrammeStatus::Evaluating).day("evaluation_on", before.evaluation_on, Some(on));
    finish(tx, scope, Verb::BeginEvaluation.code(), programme, changes).await
}

/// Ends the programme with its evaluation.
///
/// # Errors
/// `Denied`; `NotFound`; `Invalid` before its evaluation, or for a day ahead or before it.
pub async fn close(scope: &Scope, programme: ProgrammeId, on: NaiveDate) -> Result<()> {
    let (tx, before) = open(scope, programme, Verb::Close, on).await?;
    enter(&tx, scope, programme, ProgrammeStatus::Closed).await?;
    phases::put(&tx, scope, programme, 11, "finished_on", on.into()).await?;
    let changes = turned(&before, ProgrammeStatus::Closed).day("closed_on", None, Some(on));
    finish(tx, scope, Verb::Close.code(), programme, changes).await
}

async fn begin(scope: &Scope) -> Result<TenantTx> {
    let tx = scope.begin().await?;
    // This locks the tenant's own row, so that two verbs at once are judged one after the other.
    collectivities::raise_content_version(&tx, scope).await?;
    Ok(tx)
}

async fn open(
    scope: &Scope,
    programme: ProgrammeId,
    verb: Verb,
    on: NaiveDate,
) -> Result<(TenantTx, Standing)> {
    scope.require(Action::RunProgramme)?;
    let tx = begin(scope).await?;
    let known = facts::load(&tx, programme).await?;
    require(&known, verb, on, scope.today())?;
    Ok((tx, known.standing))
}

fn turned(before: &Standing, status: ProgrammeStatus) -> Changes {
    Changes::new().field("status", before.status.code(), status.code())
}

async fn set(
    tx: &TenantTx,
    scope: &Scope,
    programme: ProgrammeId,
    column: &'static str,
    value: Value,
) -> Result<()> {
    let text = format!(
        "UPDATE programmes SET {column} = $3, updated_at = $4, version = version + 1 WHERE tenant_id = $1 AND id = $2"
    );
    sql::run(tx, &text, [tx.tenant().into(), programme.into(), value, scope.now().into()]).await?;
    Ok(())
}

async fn enter(tx: &TenantTx, scope: &Scope, programme: ProgrammeId, status: ProgrammeStatus) -> Result<()> {
    set(tx, scope, programme, "status", status.code().into()).await
}
