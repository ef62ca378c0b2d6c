//! The pages everyone may read, one file a subject. Members' hosts and the network's share the
//! addresses; what differs by site is decided in the handler.

mod commitments;
mod news;
mod programme;

use axum::Router;
use axum::middleware::from_fn;
use axum::routing::get;

use crate::answers;

/// All of them.
pub(crate) fn routes() -> Router {
    Router::new()
        .route("/{locale}/news", get(news::list))
        .route("/{locale}/news/{slug}", get(news::show))
        .route("/{locale}/programme", get(programme::current))
        .route("/{locale}/programme/{cycle}", get(programme::show))
        .route("/{locale}/programme/{cycle}/commitments/{number}", get(commitments::show))
        .layer(from_fn(answers::complete))
}
