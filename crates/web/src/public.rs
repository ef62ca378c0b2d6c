//! The pages everyone may read, one file a subject. Members' hosts and the network's share the
//! addresses; what differs by site is decided in the handler.

use axum::middleware::from_fn;
use axum::Router;

use crate::answers;

/// All of them.
pub(crate) fn routes() -> Router {
    Router::new().layer(from_fn(answers::complete))
}
