//! A form with files, as a browser sends it with or without them. It is read only after the sender
//! is known: the door in front lets it pass unread.

use axum::extract::{Form, FromRequest, Multipart, Request};
use axum::http::header;
use axum::response::{IntoResponse as _, Response};
use bytes::Bytes;
use infitah_core::tenancy::permission::Action;

use super::typed::Typed;
use super::visits::Visit;
use crate::answers::Fault;

/// Bytes of one form with its files at most: the largest file and some room for the words.
pub(crate) const MOST_BYTES: usize = infitah_core::media::MOST_BYTES + 2 * 1024 * 1024;

/// A form and its files.
#[derive(Debug, Default)]
pub(crate) struct Sent {
    /// What was typed.
    pub(crate) typed: Typed,
    /// The files, with the field that each came in.
    pub(crate) files: Vec<SentFile>,
}

/// One file of a form.
#[derive(Debug)]
pub(crate) struct SentFile {
    /// The field.
    pub(crate) field: String,
    /// Its name, as it was sent.
    pub(crate) file_name: String,
    /// Its bytes.
    pub(crate) bytes: Bytes,
}

impl<S: Send + Sync> FromRequest<S> for Sent {
    type Rejection = Response;

    async fn from_request(request: Request, state: &S) -> Result<Self, Response> {
        let (parts, body) = request.into_parts();
        if let Some(visit) = Visit::of(&parts) {
            visit.scope.require(Action::ManageMedia).map_err(|error| Fault::from(error).into_response())?;
        }
        let kind = parts.headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
        let has_files = kind.is_some_and(|kind| kind.starts_with("multipart/form-data"));
        let request = Request::from_parts(parts, body);
        if !has_files {
            let form = Form::<Typed>::from_request(request, state).await;
            let Form(typed) = form.map_err(|refusal| refusal.into_response())?;
            return Ok(Self { typed, files: Vec::new() });
        }
        let form = Multipart::from_request(request, state).await;
        read(form.map_err(|refusal| refusal.into_response())?).await
    }
}

async fn read(mut form: Multipart) -> Result<Sent, Response> {
    let (mut pairs, mut files) = (Vec::new(), Vec::new());
    while let Some(part) = form.next_field().await.map_err(|refusal| refusal.into_response())? {
        let field = part.name().unwrap_or_default().to_owned();
        let file_name = part.file_name().map(str::to_owned);
        let bytes = part.bytes().await.map_err(|refusal| refusal.into_response())?;
        match file_name {
            // A control of files that was left empty sends a file without a name.
            Some(file_name) if !file_name.is_empty() => files.push(SentFile { field, file_name, bytes }),
            Some(_) => {}
            None => pairs.push((field, String::from_utf8_lossy(&bytes).into_owned())),
        }
    }
    Ok(Sent { typed: Typed::new(pairs), files })
}
