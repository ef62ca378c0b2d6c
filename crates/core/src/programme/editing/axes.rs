//! Edits the axes of a programme. An axis is removed only when nothing lies under it, so that one
//! press never takes a whole branch away.

use sea_orm::Value;

use super::{Ground, Room, begin, finish, number, number_taken, unchanged};
use crate::ground::database::TenantTx;
use crate::ground::error::{Error, Result};
use crate::ground::ids::{AxisId, ProgrammeId};
use crate::ground::input::Checks;
use crate::ground::localised::Localised;
use crate::ground::sql;
use crate::programme::seeding::MOST_AXES;
use crate::programme::versions::{self, AxisVersion};
use crate::tenancy::permission::Action;
use crate::tenancy::scope::Scope;

/// What the staff says of an axis.
#[derive(Debug, Clone, Default)]
pub struct AxisInput {
    /// Its number within the programme; the next one when none is given to a new axis, and the same
    /// as before when none is given to an old one.
    pub number: Option<i32>,
    /// Its titles.
    pub titles: Localised,
    /// What it is.
    pub descriptions: Localised,
    /// The [`sign`](crate::programme::versions::AxisVersion::sign) of the axis that was changed, as
    /// it was seen; nobody asks where none is given.
    pub seen: Option<String>,
}

/// Adds an axis to a programme, or changes the one with this id.
///
/// # Errors
/// `Denied`; `NotFound`; `Conflict` after the end of the programme, or when somebody changed what was
/// seen; `Invalid` with every broken rule: a number that is taken, a missing title, more than [`MOST_AXES`].
pub async fn put_axis(
    scope: &Scope,
    programme: ProgrammeId,
    id: Option<AxisId>,
    input: AxisInput,
) -> Result<AxisId> {
    scope.require(Action::RunProgramme)?;
    let mut checks = Checks::default();
    number(&mut checks, input.number);
    checks.required("titles", &input.titles);
    let titles = checks.localised_line("titles", &input.titles, 300);
    let descriptions = checks.localised_block("descriptions", &input.descriptions, 10_000);
    checks.finish()?;
    let tx = begin(scope).await?;
    let ground = Ground::of(&tx, programme).await?;
    let axis = if let Some(id) = id {
        let before = standing(&tx, programme, id).await?;
        if let Some(seen) = &input.seen {
            unchanged(seen, &before.sign())?;
        }
        let values: [Value; 6] = [
            tx.tenant().into(),
            programme.into(),
            id.into(),
            input.number.into(),
            titles.into(),
            descriptions.into(),
        ];
        let changed = sql::run(
            &tx,
            "UPDATE axes SET number = COALESCE($4, number), titles = $5, descriptions = $6
             WHERE tenant_id = $1 AND programme_id = $2 AND id = $3",
            values,
        )
        .await;
        if sql::or_taken(changed, number_taken)? == 0 {
            return Err(Error::NotFound("axis"));
        }
        if ground.is_adopted() && standing(&tx, programme, id).await? != before {
            keep(&tx, scope, &ground, before).await?;
        }
        id
    } else {
        let room = Room::under(&tx, "axes", "programme_id", programme.0).await?;
        room.holds_one_more(MOST_AXES)?;
        let id = AxisId(scope.new_id());
        let row: [(&str, Value); 9] = [
            ("tenant_id", tx.tenant().into()),
            ("id", id.into()),
            ("programme_id", programme.into()),
            ("number", input.number.unwrap_or(room.next).into()),
            ("titles", titles.into()),
            ("descriptions", descriptions.into()),
            ("is_sample", ground.is_sample.into()),
            ("is_published", ground.is_shown.into()),
            ("member_live", ground.member_live.into()),
        ];
        sql::or_taken(sql::insert(&tx, "axes", row).await, number_taken)?;
        id
    };
    finish(tx, scope, "put_axis", "axis", axis.0).await?;
    Ok(axis)
}

async fn standing(tx: &TenantTx, programme: ProgrammeId, id: AxisId) -> Result<AxisVersion> {
    let axes = versions::read(tx, tx.tenant(), programme, None).await?.axes;
    axes.into_iter().find(|axis| axis.id == id).ok_or(Error::NotFound("axis"))
}

/// Keeps what a change of an adopted axis replaced.
async fn keep(tx: &TenantTx, scope: &Scope, ground: &Ground, before: AxisVersion) -> Result<()> {
    let row: [(&str, Value); 10] = [
        ("tenant_id", tx.tenant().into()),
        ("id", scope.new_id().into()),
        ("programme_id", ground.programme.into()),
        ("axis_id", before.id.into()),
        ("changed_on", scope.today().into()),
        ("content", before.into()),
        ("author_id", scope.person_id().into()),
        ("is_published", true.into()),
        ("member_live", ground.member_live.into()),
        ("created_at", scope.now().into()),
    ];
    Ok(sql::insert(tx, "axis_revisions", row).await?)
}

/// Removes an axis that nothing lies under.
///
/// # Errors
/// `Denied`; `NotFound`; `Conflict` when it has commitments or the programme is adopted.
pub async fn remove_axis(scope: &Scope, programme: ProgrammeId, id: AxisId) -> Result<()> {
    scope.require(Action::RunProgramme)?;
    let tx = begin(scope).await?;
    Ground::of(&tx, programme).await?.must_be_in_preparation()?;
    if Room::under(&tx, "commitments", "axis_id", id.0).await?.count > 0 {
        return Err(Error::Conflict("tree-axis-in-use"));
    }
    let removed = sql::run(
        &tx,
        "DELETE FROM axes WHERE tenant_id = $1 AND programme_id = $2 AND id = $3",
        [tx.tenant().into(), programme.into(), id.into()],
    )
    .await?;
    if removed == 0 {
        return Err(Error::NotFound("axis"));
    }
    finish(tx, scope, "remove_axis", "axis", id.0).await
}
