//! Files of a member for its office, published or not: evidence of a report that still waits. They
//! are always saved and never shown, so that nothing in them runs.

use axum::extract::Path;
use axum::http::{HeaderValue, header};
use axum::response::IntoResponse as _;
use infitah_core::ground::address;
use infitah_core::ground::error::Error;
use infitah_core::ground::ids::MediaId;
use infitah_core::media;

use super::visits::Visit;
use crate::answers::Answer;

/// `GET /office/files/{id}`.
pub(crate) async fn show(visit: Visit, Path(id): Path<String>) -> Answer {
    let id = id.parse().map(MediaId).map_err(|_| Error::NotFound("file"))?;
    let (medium, bytes) = media::open_in_office(&visit.scope, id).await?;
    let kind = HeaderValue::from_str(&medium.media_type).map_err(Error::internal)?;
    let saved = format!("attachment; filename*=UTF-8''{}", address::part(&medium.file_name));
    let headers = [
        (header::CONTENT_TYPE, kind),
        (header::CONTENT_DISPOSITION, HeaderValue::try_from(saved).map_err(Error::internal)?),
        (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static("default-src 'none'; sandbox")),
    ];
    Ok((headers, bytes).into_response())
}
