//! The way in with a passkey, for people who are not signed in yet: what the device is to sign, and what
//! becomes of its answer.

use axum::extract::Form;
use axum::http::{StatusCode, header};
use axum::response::IntoResponse as _;
use infitah_core::ground::error::Error;
use infitah_core::tenancy::passkeys;

use super::sign_ins::{SignInPage, signed_in_to, too_many};
use super::typed::Typed;
use super::visits::{Visit, local_path};
use crate::answers::{Answer, page_with};
use crate::session;

/// `POST /office/sign-in/passkey/options`: for the script of the sign-in page.
pub(crate) async fn ask(visit: Visit) -> Answer {
    let challenge = passkeys::ask(&visit.scope, &visit.device).await?;
    let kind = [(header::CONTENT_TYPE, "application/json")];
    let mut response = (kind, challenge.options.clone()).into_response();
    session::set_challenge_cookie(&mut response, visit.scope.hub(), &challenge, visit.scope.now());
    Ok(response)
}

/// `POST /office/sign-in/passkey`.
pub(crate) async fn sign_in(visit: Visit, Form(typed): Form<Typed>) -> Answer {
    let (token, next) = (visit.challenge.as_deref().unwrap_or_default(), local_path(typed.get("next")));
    let mut response = match passkeys::sign_in(&visit.scope, token, typed.get("answer"), &visit.device).await
    {
        Ok(signed_in) => signed_in_to(&visit, next, &signed_in),
        Err(error) if visit.wants_json => return Err(error.into()),
        Err(Error::Unauthenticated(key)) => {
            page_with(StatusCode::UNAUTHORIZED, &SignInPage::refused(&visit, next, key))?
        }
        Err(Error::Conflict(key)) => {
            page_with(StatusCode::CONFLICT, &SignInPage::refused(&visit, next, key))?
        }
        Err(Error::TooMany(until)) => too_many(&visit, next, String::new(), until)?,
        Err(error) => return Err(error.into()),
    };
    session::clear_challenge_cookie(&mut response, visit.scope.hub());
    Ok(response)
}
