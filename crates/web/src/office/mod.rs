//! The office: the pages for people who are signed in, at a member and at the network. Each door
//! parses, calls core and fills a template; rules and permissions are core's.

mod articles;
mod breaches;
mod charts;
mod dashboard;
mod door;
mod editors;
mod forms;
mod frames;
mod invitations;
mod notices;
mod outbox;
mod publications;
mod sign_ins;
#[cfg(test)]
mod tests;
mod visits;

use axum::Router;
use axum::middleware::from_fn;
use axum::routing::{get, post};

/// The routes of the office, relative to the root of a host.
pub(crate) fn routes() -> Router {
    Router::new()
        .route("/office", get(sign_ins::enter))
        .route("/office/", get(sign_ins::enter))
        .route("/office/sign-in", get(sign_ins::show).post(sign_ins::open))
        .route("/office/sign-out", post(sign_ins::close))
        .route("/office/invitation/{token}", get(invitations::show).post(invitations::accept))
        .route("/office/articles", get(articles::list).post(articles::create))
        .route("/office/articles/new", get(articles::new))
        .route("/office/articles/{id}", get(articles::edit).post(articles::update))
        .route("/office/articles/{id}/preview", get(publications::preview))
        .route("/office/articles/{id}/publish", post(publications::publish))
        .route(
            "/office/articles/{id}/unpublish",
            get(publications::ask_unpublish).post(publications::unpublish),
        )
        .route("/office/dashboard", get(dashboard::show))
        .route("/office/outbox", get(outbox::list))
        .route("/office/outbox/{name}", get(outbox::show))
        .route_layer(from_fn(door::complete))
}
