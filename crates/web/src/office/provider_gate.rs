//! The way in by a provider (OpenID Connect): out to it, back to the network's host, and on to the host
//! where it began.

use askama::Template;
use axum::extract::{Query, RawQuery};
use axum::http::StatusCode;
use axum::response::Response;
use infitah_core::ground::error::Error;
use infitah_core::tenancy::providers::{self, Return};
use serde::Deserialize;

use super::frames::Frame;
use super::sign_ins::{SignInPage, admitted_to, too_many};
use super::visits::{Visit, local_path, see_other};
use crate::answers::{Answer, Fault, page_with};
use crate::session;

/// Where to go after.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Arrival {
    next: String,
}

/// With what the provider sends somebody back.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Back {
    state: String,
    code: String,
    error: String,
}

impl From<Back> for Return {
    fn from(Back { state, code, error }: Back) -> Self {
        Self { state, code, error }
    }
}

/// The page on which one arrives.
#[derive(Debug, Template)]
#[template(path = "office/provider_arrival.html")]
pub(crate) struct ArrivalPage {
    pub(crate) frame: Frame,
    pub(crate) path: String,
}

/// `GET /office/sign-in/provider`: a link and no form, because a form may not lead elsewhere.
pub(crate) async fn begin(visit: Visit, Query(arrival): Query<Arrival>) -> Answer {
    let next = local_path(&arrival.next);
    match providers::begin(&visit.scope, next, &visit.device).await {
        Ok(begun) => {
            let mut response = see_other(&begun.url);
            session::set_provider_cookie(&mut response, visit.scope.hub(), &begun, visit.scope.now());
            Ok(response)
        }
        Err(error) => Ok(refused(&visit, next, error)?),
    }
}

/// `GET /office/sign-in/provider/callback`, at the network's host.
pub(crate) async fn pass_on(visit: Visit, Query(back): Query<Back>) -> Answer {
    Ok(see_other(&providers::pass_on(&visit.scope, &back.into()).await?))
}

/// `GET /office/sign-in/provider/arrival`, where it began. Whoever comes from elsewhere comes as nobody, so
/// this page goes on by itself to where it is ended, and does nothing else.
pub(crate) async fn arrive(visit: Visit, RawQuery(query): RawQuery) -> Answer {
    let path = format!("/office/sign-in/provider/finish?{}", query.unwrap_or_default());
    page_with(StatusCode::OK, &ArrivalPage { frame: visit.frame("office-sign-in-arrival"), path })
}

/// `GET /office/sign-in/provider/finish`.
pub(crate) async fn finish(visit: Visit, Query(back): Query<Back>) -> Answer {
    let token = visit.provider.as_deref().unwrap_or_default();
    let mut response = match providers::finish(&visit.scope, token, back.into(), &visit.device).await {
        Ok((admitted, next)) => admitted_to(&visit, local_path(&next), &admitted),
        Err(error) => refused(&visit, "/office", error)?,
    };
    session::clear_provider_cookie(&mut response, visit.scope.hub());
    Ok(response)
}

/// The sign-in page with the reason; the form with the password is there as before.
fn refused(visit: &Visit, next: &str, error: Error) -> Result<Response, Fault> {
    let (status, key) = match error {
        error if visit.wants_json => return Err(error.into()),
        Error::Unauthenticated(key) => (StatusCode::UNAUTHORIZED, key),
        Error::Conflict(key @ "provider-away") => (StatusCode::SERVICE_UNAVAILABLE, key),
        Error::Conflict(key) => (StatusCode::CONFLICT, key),
        Error::TooMany(until) => return too_many(visit, next, String::new(), until),
        error => return Err(error.into()),
    };
    page_with(status, &SignInPage::refused(visit, next, key))
}
