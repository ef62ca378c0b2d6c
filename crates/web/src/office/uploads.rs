//! Files taken into the library, several in one form. Each is judged and kept as it arrives, so that
//! no form is held in memory as a whole, and what is wrong with one does not undo the others.

use axum::Json;
use axum::extract::multipart::Field;
use axum::extract::{FromRequest as _, Multipart, Request};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use bytes::{Bytes, BytesMut};
use infitah_core::ground::error::{Error, FieldError};
use infitah_core::media::{self, MOST_BYTES, Medium, Upload};
use infitah_core::tenancy::permission::Action;
use infitah_i18n::Arg;
use serde_json::json;

use super::fields::{Broken, sentence};
use super::media::{ROOM, Wanted, grid};
use super::picture_lists::described;
use super::visits::{Visit, see_other};
use crate::answers::{Answer, page_with};

/// Bytes of one form at most: several of the largest files.
pub(crate) const MOST_AT_ONCE: usize = 5 * MOST_BYTES + 2 * 1024 * 1024;

/// Files of one form at most.
const MOST_FILES: usize = 50;

/// What became of the files of a form.
#[derive(Debug, Default)]
struct Outcome {
    kept: Vec<Medium>,
    refused: Vec<(String, Vec<FieldError>)>,
}

/// `POST /office/media`.
pub(crate) async fn send(visit: Visit, request: Request) -> Answer {
    visit.scope.require(Action::ManageMedia)?;
    let form = match Multipart::from_request(request, &()).await {
        Ok(form) => form,
        Err(_) => return Ok(nothing(&visit).await?.into_response()),
    };
    match take_all(&visit, form).await? {
        Err(refusal) => Ok(refusal),
        Ok(outcome) => answer(&visit, outcome).await,
    }
}

/// Takes the files of a form one by one; the response of a form that breaks off.
async fn take_all(visit: &Visit, mut form: Multipart) -> Result<Result<Outcome, Response>, Error> {
    let (mut outcome, mut key, mut count) = (Outcome::default(), String::new(), 0);
    loop {
        let field = match form.next_field().await {
            Ok(Some(field)) => field,
            Ok(None) => return Ok(Ok(outcome)),
            Err(refusal) => return Ok(Err(refusal.into_response())),
        };
        let name = field.file_name().map(str::to_owned);
        let is_key = name.is_none() && field.name() == Some("key");
        let bytes = match read(field).await {
            Ok(bytes) => bytes,
            Err(refusal) => return Ok(Err(refusal)),
        };
        let Some(name) = name else {
            if is_key {
                key = String::from_utf8_lossy(&bytes).into_owned();
            }
            continue;
        };
        // A control of files that was left empty sends a file without a name.
        if name.is_empty() || count == MOST_FILES {
            continue;
        }
        count += 1;
        // The files of one form are told apart by their order, which a repeat keeps.
        let upload = Upload::of(name.clone(), bytes).keyed(&format!("{key}-{count}"));
        match media::put(&visit.scope, upload).await {
            Ok(medium) => outcome.kept.push(medium),
            Err(Error::Invalid(errors)) => outcome.refused.push((name, errors)),
            Err(error) => return Err(error),
        }
    }
}

/// The bytes of a field, a few too many at most: what is too large is read to its end and not kept.
async fn read(mut field: Field<'_>) -> Result<Bytes, Response> {
    let mut bytes = BytesMut::new();
    while let Some(chunk) = field.chunk().await.map_err(|refusal| refusal.into_response())? {
        if bytes.len() <= MOST_BYTES {
            bytes.extend_from_slice(&chunk);
        }
    }
    Ok(bytes.freeze())
}

async fn answer(visit: &Visit, outcome: Outcome) -> Answer {
    if outcome.kept.is_empty() && outcome.refused.is_empty() {
        return nothing(visit).await;
    }
    if visit.wants_json {
        if let Some((_, errors)) = outcome.refused.into_iter().next() {
            return Err(Error::Invalid(errors).into());
        }
        let kept: Vec<_> = outcome.kept.iter().map(|medium| described(visit, medium, 1)).collect();
        return Ok((StatusCode::CREATED, Json(json!({ "files": kept }))).into_response());
    }
    if outcome.refused.is_empty() {
        return Ok(see_other(&format!("{ROOM}?done=media-kept")));
    }
    let breaches = outcome.refused.iter().flat_map(|(name, errors)| {
        errors.iter().map(|error| Broken {
            control: "files".to_owned(),
            label: name.clone(),
            sentence: sentence(visit.words, error),
        })
    });
    let mut breaches: Vec<Broken> = breaches.collect();
    if !outcome.kept.is_empty() {
        let names: Vec<&str> = outcome.kept.iter().map(|medium| medium.file_name.as_str()).collect();
        let names = names.join(" · ");
        let sentence = visit.words.plain("library-others-kept", &[("names", Arg::Text(&names))]);
        breaches.push(Broken { control: String::new(), label: String::new(), sentence });
    }
    again(visit, breaches).await
}

/// A form without a file.
async fn nothing(visit: &Visit) -> Answer {
    let error = FieldError::new("file", "library-no-file");
    if visit.wants_json {
        return Err(Error::Invalid(vec![error]).into());
    }
    let label = visit.words.plain("library-field-files", &[]);
    let sentence = sentence(visit.words, &error);
    again(visit, vec![Broken { control: "files".to_owned(), label, sentence }]).await
}

async fn again(visit: &Visit, breaches: Vec<Broken>) -> Answer {
    let mut page = grid(visit, &Wanted::default()).await?;
    page.breaches = breaches;
    page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
}
