//! Edits the milestones of a commitment. What was reported on stays, because the ledger speaks of
//! it: after its adoption a programme drops a milestone by a report, not by an edit.

use chrono::NaiveDate;
use sea_orm::Value;

use super::{Ground, Room, before, begin, days_in_order, finish, keep, number, number_taken, unchanged};
use crate::ground::error::{Error, FieldError, Result};
use crate::ground::ids::{CommitmentId, MilestoneId};
use crate::ground::input::Checks;
use crate::ground::localised::Localised;
use crate::ground::sql;
use crate::programme::indicators::about;
use crate::programme::seeding::MOST_MILESTONES;
use crate::programme::versions;
use crate::tenancy::permission::Action;
use crate::tenancy::scope::Scope;

/// What the staff says of a milestone.
#[derive(Debug, Clone, Default)]
pub struct MilestoneInput {
    /// Its number within the commitment; the next one, or the same as before, when none is given.
    pub number: Option<i32>,
    /// Its titles.
    pub titles: Localised,
    /// When work begins.
    pub starts_on: Option<NaiveDate>,
    /// When it is to be complete: within the days of the programme.
    pub due_on: Option<NaiveDate>,
    /// How much it counts beside the others, 1 to 100; one when it is not said.
    pub weight: Option<i32>,
    /// The [`sign`](crate::programme::versions::MilestoneVersion::sign) of the milestone that was
    /// changed, as it was seen; nobody asks where none is given.
    pub seen: Option<String>,
}

/// Adds a milestone to a commitment, or changes the one with this id. One that is added after the
/// adoption says since when.
///
/// # Errors
/// `Denied`; `NotFound`; `Conflict` after the end of the programme, or when somebody changed what was
/// seen; `Invalid` with every broken rule.
pub async fn put_milestone(
    scope: &Scope,
    commitment: CommitmentId,
    id: Option<MilestoneId>,
    input: MilestoneInput,
) -> Result<MilestoneId> {
    scope.require(Action::RunProgramme)?;
    let tx = begin(scope).await?;
    let ground = Ground::of(&tx, about(&tx, commitment).await?.programme_id).await?;
    let mut checks = Checks::default();
    number(&mut checks, input.number);
    checks.required("titles", &input.titles);
    let titles = checks.localised_line("titles", &input.titles, 300);
    ground.day(&mut checks, "starts_on", input.starts_on);
    ground.day(&mut checks, "due_on", input.due_on);
    days_in_order(&mut checks, "due_on", input.starts_on, input.due_on);
    let weight = input.weight.unwrap_or(1);
    if !(1..=100).contains(&weight) {
        checks.refuse(FieldError::new("weight", "field-out-of-range").with("min", 1).with("max", 100));
    }
    checks.finish()?;
    let replaced = before(&tx, &ground, commitment).await?;
    let milestone = if let Some(id) = id {
        if let Some(seen) = &input.seen {
            let held = versions::read(&tx, tx.tenant(), ground.programme, Some(commitment)).await?;
            let mut held = held.commitments.iter().flat_map(|one| &one.milestones);
            let stands = held.find(|one| one.id == id).ok_or(Error::NotFound("milestone"))?;
            unchanged(seen, &stands.sign())?;
        }
        let values: [Value; 8] = [
            tx.tenant().into(),
            commitment.into(),
            id.into(),
            input.number.into(),
            titles.into(),
            input.starts_on.into(),
            input.due_on.into(),
            weight.into(),
        ];
        let changed = sql::run(
            &tx,
            "UPDATE milestones
             SET number = COALESCE($4, number), titles = $5, starts_on = $6, due_on = $7, weight = $8
             WHERE tenant_id = $1 AND commitment_id = $2 AND id = $3",
            values,
        )
        .await;
        if sql::or_taken(changed, number_taken)? == 0 {
            return Err(Error::NotFound("milestone"));
        }
        id
    } else {
        let room = Room::under(&tx, "milestones", "commitment_id", commitment.0).await?;
        room.holds_one_more(MOST_MILESTONES)?;
        let id = MilestoneId(scope.new_id());
        let row: [(&str, Value); 13] = [
            ("tenant_id", tx.tenant().into()),
            ("id", id.into()),
            ("programme_id", ground.programme.into()),
            ("commitment_id", commitment.into()),
            ("number", input.number.unwrap_or(room.next).into()),
            ("titles", titles.into()),
            ("starts_on", input.starts_on.into()),
            ("due_on", input.due_on.into()),
            ("weight", weight.into()),
            ("added_on", ground.is_adopted().then(|| scope.today()).into()),
            ("is_sample", ground.is_sample.into()),
            ("is_published", ground.is_shown.into()),
            ("member_live", ground.member_live.into()),
        ];
        sql::or_taken(sql::insert(&tx, "milestones", row).await, number_taken)?;
        id
    };
    keep(&tx, scope, &ground, replaced).await?;
    finish(tx, scope, "put_milestone", "milestone", milestone.0).await?;
    Ok(milestone)
}

/// Removes a milestone that nothing was reported on, with what was typed about it and not sent.
///
/// # Errors
/// `Denied`; `NotFound`; `Conflict` when the programme is adopted or a report speaks of it.
pub async fn remove_milestone(scope: &Scope, commitment: CommitmentId, id: MilestoneId) -> Result<()> {
    scope.require(Action::RunProgramme)?;
    let tx = begin(scope).await?;
    let programme = about(&tx, commitment).await?.programme_id;
    Ground::of(&tx, programme).await?.must_be_in_preparation()?;
    let reported: Option<sql::Count> = sql::one(
        &tx,
        "SELECT COUNT(*) AS count FROM progress_reports WHERE tenant_id = $1 AND milestone_id = $2",
        [tx.tenant().into(), id.into()],
    )
    .await?;
    if reported.is_some_and(|reported| reported.count > 0) {
        return Err(Error::Conflict("tree-has-history"));
    }
    sql::run(
        &tx,
        "DELETE FROM report_drafts WHERE tenant_id = $1 AND milestone_id IN (
           SELECT id FROM milestones WHERE tenant_id = $1 AND commitment_id = $2 AND id = $3)",
        [tx.tenant().into(), commitment.into(), id.into()],
    )
    .await?;
    let removed = sql::run(
        &tx,
        "DELETE FROM milestones WHERE tenant_id = $1 AND commitment_id = $2 AND id = $3",
        [tx.tenant().into(), commitment.into(), id.into()],
    )
    .await?;
    if removed == 0 {
        return Err(Error::NotFound("milestone"));
    }
    finish(tx, scope, "remove_milestone", "milestone", id.0).await
}
