//! The pages that only the network's host has: the portal, the members, the progress of all.
//! The calendar of all is here too; it shares its address with the calendars of members.

mod bars;
pub(crate) mod events;
pub(crate) mod maps;
mod members;
pub(crate) mod portals;
mod progress;
#[cfg(test)]
mod tests;

use axum::Router;
use axum::routing::get;

/// All of them but the portal, which shares its address with members' front pages.
pub(crate) fn routes() -> Router {
    Router::new()
        .route("/{locale}/members", get(members::list))
        .route("/{locale}/members/{slug}", get(members::show))
        .route("/{locale}/progress", get(progress::show))
}
