//! Published files of a member: pictures and PDF are shown, all else is saved by the browser. Whatever
//! a file holds, it runs nothing and frames nothing. What an address names never changes, so it may
//! be kept for as long as anybody likes.

use axum::Extension;
use axum::extract::Path;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::IntoResponse;
use bytes::Bytes;
use infitah_core::ground::address;
use infitah_core::ground::error::Error;
use infitah_core::ground::ids::MediaId;
use infitah_core::media;
use infitah_core::tenancy::scope::PublicScope;

use crate::answers::Answer;

/// Nothing runs, loads or frames.
const POLICY: HeaderValue = HeaderValue::from_static("default-src 'none'; sandbox; frame-ancestors 'none'");
/// The same where browsers show a PDF: their own viewer is closed to a sandbox.
const PDF_POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
);

/// `GET /media/{id}/{name}`. The name is for people; the id decides.
pub(crate) async fn show(
    Extension(scope): Extension<PublicScope>,
    asked: HeaderMap,
    Path((id, _)): Path<(String, String)>,
) -> Answer {
    let (medium, bytes) = media::open(&scope, medium_id(&id)?).await?;
    answer(&asked, &medium.media_type, &medium.file_name, &medium.sha256, bytes)
}

/// `GET /media/{id}/{width}/{name}`: a smaller picture.
pub(crate) async fn smaller(
    Extension(scope): Extension<PublicScope>,
    asked: HeaderMap,
    Path((id, width, _)): Path<(String, String, String)>,
) -> Answer {
    let width = width.parse().map_err(|_| Error::NotFound("file"))?;
    let (medium, bytes) = media::open_smaller(&scope, medium_id(&id)?, width).await?;
    let stem = medium.file_name.rsplit_once('.').map_or("picture", |(stem, _)| stem);
    let sum = format!("{}-{width}", medium.sha256);
    answer(&asked, "image/webp", &format!("{stem}-{width}.webp"), &sum, bytes)
}

fn medium_id(id: &str) -> Result<MediaId, Error> {
    id.parse().map(MediaId).map_err(|_| Error::NotFound("file"))
}

fn answer(asked: &HeaderMap, kind: &str, name: &str, sum: &str, bytes: Bytes) -> Answer {
    let etag = HeaderValue::try_from(format!("\"{sum}\"")).map_err(Error::internal)?;
    let headers = headers_of(kind, name, &etag)?;
    if asked.get(header::IF_NONE_MATCH) == Some(&etag) {
        return Ok((StatusCode::NOT_MODIFIED, headers).into_response());
    }
    Ok((headers, bytes).into_response())
}

/// The headers of a file, its length left out.
fn headers_of(kind: &str, name: &str, etag: &HeaderValue) -> Result<[(HeaderName, HeaderValue); 6], Error> {
    let is_pdf = kind == "application/pdf";
    let shown = if is_pdf || kind.starts_with("image/") { "inline" } else { "attachment" };
    let disposition = format!("{shown}; filename*=UTF-8''{}", address::part(name));
    Ok([
        (header::CONTENT_TYPE, HeaderValue::from_str(kind).map_err(Error::internal)?),
        (header::CONTENT_DISPOSITION, HeaderValue::try_from(disposition).map_err(Error::internal)?),
        (header::CONTENT_SECURITY_POLICY, if is_pdf { PDF_POLICY } else { POLICY }),
        (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
        (header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable")),
        (header::ETAG, etag.clone()),
    ])
}
