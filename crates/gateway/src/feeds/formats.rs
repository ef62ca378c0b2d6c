//! The handlers of the three feeds. They differ in the writer and the media type alone.

use axum::extract::{Extension, Path};
use axum::http::header;
use axum::response::{IntoResponse as _, Response};
use infitah_core::tenancy::scope::PublicScope;
use infitah_i18n::Locale;

use super::stories::Feed;
use super::{atom as atom_format, json as json_format, rss as rss_format};
use crate::door::arrivals::Arrival;

/// `/{locale}/feed.atom`
pub(crate) async fn atom(
    Path(locale): Path<Locale>,
    Extension(scope): Extension<PublicScope>,
    Extension(arrival): Extension<Arrival>,
) -> Response {
    let write = |feed: &Feed| atom_format::write(feed, &feed.own_url(&scope, "atom"));
    answer(&scope, &arrival, locale, "application/atom+xml; charset=utf-8", write).await
}

/// `/{locale}/feed.rss`
pub(crate) async fn rss(
    Path(locale): Path<Locale>,
    Extension(scope): Extension<PublicScope>,
    Extension(arrival): Extension<Arrival>,
) -> Response {
    let write = |feed: &Feed| rss_format::write(feed, &feed.own_url(&scope, "rss"));
    answer(&scope, &arrival, locale, "application/rss+xml; charset=utf-8", write).await
}

/// `/{locale}/feed.json`
pub(crate) async fn json(
    Path(locale): Path<Locale>,
    Extension(scope): Extension<PublicScope>,
    Extension(arrival): Extension<Arrival>,
) -> Response {
    let write = |feed: &Feed| json_format::write(feed, &feed.own_url(&scope, "json"));
    answer(&scope, &arrival, locale, "application/feed+json; charset=utf-8", write).await
}

async fn answer(
    scope: &PublicScope,
    arrival: &Arrival,
    locale: Locale,
    media_type: &'static str,
    write: impl FnOnce(&Feed) -> String,
) -> Response {
    match Feed::read(scope, locale).await {
        Ok(feed) => ([(header::CONTENT_TYPE, media_type)], write(&feed)).into_response(),
        Err(error) => arrival.error(&error, Some(scope)),
    }
}
