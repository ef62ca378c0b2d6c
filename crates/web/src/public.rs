//! The pages everyone may read, one file a subject. Members' hosts and the network's share the
//! addresses; what differs by site is decided in the handler.

mod changes;
mod commitments;
mod comparison;
mod council;
mod documents;
pub(crate) mod events;
pub(crate) mod files;
mod gatherings;
mod homes;
pub(crate) mod news;
mod notices;
mod outcomes;
mod past;
mod programme;
mod standing;
mod subscriptions;
mod summary;
#[cfg(test)]
mod tests;

use axum::Router;
use axum::middleware::from_fn;
use axum::routing::get;

use crate::{answers, network};

/// All of them.
pub(crate) fn routes() -> Router {
    Router::new()
        .route("/{locale}/", get(homes::show))
        .route("/{locale}/news", get(news::list))
        .route("/{locale}/news/{slug}", get(news::show))
        .route("/{locale}/programme", get(programme::current))
        .route("/{locale}/programme/{cycle}", get(programme::show))
        .route("/{locale}/programme/{cycle}/changes", get(comparison::show))
        .route("/{locale}/programme/{cycle}/summary", get(summary::show))
        .route("/{locale}/programme/{cycle}/commitments/{number}", get(commitments::show))
        .route("/{locale}/documents", get(documents::list))
        .route("/{locale}/documents/{id}", get(documents::show))
        .route("/{locale}/events", get(events::show))
        .route("/{locale}/events.ics", get(events::feed))
        .route("/{locale}/events/{id}", get(gatherings::show))
        .route("/{locale}/events/{id}/event.ics", get(gatherings::file))
        .route("/{locale}/pages/{slug}", get(standing::show))
        .route("/{locale}/about", get(notices::about))
        .route("/{locale}/privacy", get(notices::privacy))
        .route("/{locale}/subscribe", get(subscriptions::form).post(subscriptions::request))
        .route(
            "/{locale}/subscribe/confirm/{token}",
            get(subscriptions::confirmation).post(subscriptions::confirm),
        )
        .route("/{locale}/unsubscribe/{token}", get(subscriptions::leaving).post(subscriptions::leave))
        .route("/media/{id}/{name}", get(files::show))
        .route("/media/{id}/{width}/{name}", get(files::smaller))
        .merge(network::routes())
        .layer(from_fn(answers::complete))
}
