//! What machines read of a site: Atom, RSS and JSON feeds of the news, the site map, and two files
//! at fixed addresses. A feed has the twenty newest articles in the language asked for; a text that
//! does not exist in it is the visible fallback and says in which language it is.

use axum::Router;
use axum::routing::get;

use crate::door::SharedDoor;

mod atom;
mod files;
mod formats;
mod json;
mod rss;
mod sitemaps;
mod stories;

/// The routes.
pub(crate) fn routes() -> Router<SharedDoor> {
    Router::new()
        .route("/{locale}/feed.atom", get(formats::atom))
        .route("/{locale}/feed.rss", get(formats::rss))
        .route("/{locale}/feed.json", get(formats::json))
        .route("/sitemap.xml", get(sitemaps::show))
        .route("/robots.txt", get(files::robots))
        .route("/.well-known/security.txt", get(files::security))
}
