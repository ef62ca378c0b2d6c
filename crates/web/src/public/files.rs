//! Published files of a member: pictures are shown, all else is saved by the browser. Whatever a
//! file holds, it runs nothing and frames nothing.

use axum::Extension;
use axum::extract::Path;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::IntoResponse;
use infitah_core::ground::address;
use infitah_core::ground::error::Error;
use infitah_core::ground::ids::MediaId;
use infitah_core::media::{self, Medium};
use infitah_core::tenancy::scope::PublicScope;

use crate::answers::Answer;

/// `GET /media/{id}/{name}`. The name is for people; the id decides.
pub(crate) async fn show(
    Extension(scope): Extension<PublicScope>,
    asked: HeaderMap,
    Path((id, _)): Path<(String, String)>,
) -> Answer {
    let id = id.parse().map(MediaId).map_err(|_| Error::NotFound("file"))?;
    let (medium, bytes) = media::open(&scope, id).await?;
    let etag = HeaderValue::try_from(format!("\"{}\"", medium.sha256)).map_err(Error::internal)?;
    let headers = headers_of(&medium, &etag)?;
    if asked.get(header::IF_NONE_MATCH) == Some(&etag) {
        return Ok((StatusCode::NOT_MODIFIED, headers).into_response());
    }
    Ok((headers, bytes).into_response())
}

/// The headers of a file, its length left out.
fn headers_of(medium: &Medium, etag: &HeaderValue) -> Result<[(HeaderName, HeaderValue); 5], Error> {
    let kind = HeaderValue::from_str(&medium.media_type).map_err(Error::internal)?;
    let shown = if medium.media_type.starts_with("image/") { "inline" } else { "attachment" };
    let disposition = format!("{shown}; filename*=UTF-8''{}", address::part(&medium.file_name));
    Ok([
        (header::CONTENT_TYPE, kind),
        (header::CONTENT_DISPOSITION, HeaderValue::try_from(disposition).map_err(Error::internal)?),
        (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static("default-src 'none'; sandbox")),
        (header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=3600")),
        (header::ETAG, etag.clone()),
    ])
}
