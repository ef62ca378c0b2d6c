//! The order of a member's pages, which is that of its menu: one at a time changes places with its
//! neighbour, so that two buttons are enough.

use sea_orm::FromQueryResult;

use crate::ground::error::{Error, Result};
use crate::ground::ids::PageId;
use crate::ground::sql;
use crate::tenancy::collectivities;
use crate::tenancy::permission::Action;
use crate::tenancy::scope::Scope;
use crate::trust::audit;

/// Which way a page moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Move {
    /// Towards the first.
    Up,
    /// Towards the last.
    Down,
}

#[derive(FromQueryResult)]
struct Place {
    id: PageId,
    position: i32,
}

/// Moves a page by one place; the first goes no further up and the last no further down.
///
/// # Errors
/// `Denied`, or `NotFound`.
pub async fn move_to(scope: &Scope, id: PageId, way: Move) -> Result<()> {
    scope.require(Action::ManagePages)?;
    let tx = scope.begin().await?;
    // The row of the member first, so that two who move at once wait for each other.
    collectivities::raise_content_version(&tx, scope).await?;
    let text = "SELECT g.id, g.position FROM pages g WHERE g.tenant_id = $1 ORDER BY g.position, g.id";
    let all: Vec<Place> = sql::all(&tx, text, [tx.tenant().into()]).await?;
    let here = all.iter().position(|place| place.id == id).ok_or(Error::NotFound("page"))?;
    let there = match way {
        Move::Up => here.checked_sub(1),
        Move::Down => Some(here + 1).filter(|&place| place < all.len()),
    };
    let Some(there) = there else { return Ok(()) };
    for (page, position) in [(all[here].id, all[there].position), (all[there].id, all[here].position)] {
        let text = "UPDATE pages SET position = $3 WHERE tenant_id = $1 AND id = $2";
        sql::run(&tx, text, [tx.tenant().into(), page.into(), position.into()]).await?;
    }
    audit::record(&tx, scope, "move_page", "page", id.0).await?;
    tx.commit().await?;
    collectivities::tell_changed(scope).await;
    Ok(())
}
