//! Signing in and out. A wrong address and a wrong password get the same page after the same work;
//! the address is kept in the form, the password never.

use askama::Template;
use axum::extract::{Form, Query};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use chrono::{DateTime, Utc};
use infitah_core::ground::calendar;
use infitah_core::ground::error::Error;
use infitah_core::tenancy::permission::Action;
use infitah_core::tenancy::sign_ins::{self, Admitted};
use infitah_core::tenancy::{passkeys, providers};
use infitah_i18n::Words;
use serde::Deserialize;

use super::frames::Frame;
use super::visits::{Visit, local_path, see_other};
use crate::answers::{Answer, page_with};
use crate::session;
use crate::words::Phrase;

/// What the address of the sign-in page says.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Arrival {
    next: String,
    done: String,
}

/// The form.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Credentials {
    email: String,
    password: String,
    next: String,
}

/// The page with the form.
#[derive(Debug, Template)]
#[template(path = "office/sign_in.html")]
pub(crate) struct SignInPage {
    pub(crate) frame: Frame,
    pub(crate) email: String,
    pub(crate) next: String,
    pub(crate) refusal: Option<Phrase>,
    pub(crate) again_at: Option<Phrase>,
    pub(crate) is_wrong: bool,
    /// Whether browsers can bind passkeys to this address.
    pub(crate) has_passkeys: bool,
    /// Where the provider is visited and what it is called, if there is one.
    pub(crate) provider: Option<(String, String)>,
}

/// `GET /office`: the room in which the visitor's day begins, or the sign-in page. Nothing waits yet
/// for who only reads, so their day begins with what there is to read.
pub(crate) async fn enter(visit: Visit) -> Answer {
    if visit.scope.person().is_none() {
        return page_with(StatusCode::OK, &SignInPage::of(&visit, "/office"));
    }
    if visit.permits(Action::WriteArticle) {
        return Ok(see_other(super::home::ROOM));
    }
    let may_read = visit.permits(Action::ReadDraft) || !visit.scope.tenant().is_network();
    Ok(see_other(if may_read { "/office/articles" } else { "/office/dashboard" }))
}

/// `GET /office/sign-in`.
pub(crate) async fn show(visit: Visit, Query(arrival): Query<Arrival>) -> Answer {
    let next = local_path(&arrival.next);
    if visit.scope.person().is_some() {
        return Ok(see_other(next));
    }
    let mut form = SignInPage::of(&visit, next);
    form.frame = form.frame.after(&arrival.done);
    page_with(StatusCode::OK, &form)
}

/// `POST /office/sign-in`.
pub(crate) async fn open(visit: Visit, Form(form): Form<Credentials>) -> Answer {
    let next = local_path(&form.next);
    match sign_ins::sign_in(&visit.scope, &form.email, &form.password, &visit.device).await {
        Ok(admitted) => Ok(admitted_to(&visit, next, &admitted)),
        Err(Error::Unauthenticated(_)) if !visit.wants_json => {
            page_with(StatusCode::UNAUTHORIZED, &SignInPage::wrong(&visit, next, form.email))
        }
        Err(Error::TooMany(until)) if !visit.wants_json => too_many(&visit, next, form.email, until),
        Err(error) => Err(error.into()),
    }
}

/// `POST /office/sign-out`.
pub(crate) async fn close(visit: Visit) -> Answer {
    sign_ins::sign_out(&visit.scope).await?;
    let mut response = see_other("/office/sign-in?done=signed-out");
    session::clear_cookie(&mut response, visit.scope.hub());
    Ok(response)
}

/// Sends the browser on after a right password: in, or to the second step.
pub(crate) fn admitted_to(visit: &Visit, path: &str, admitted: &Admitted) -> Response {
    match admitted {
        Admitted::Whole(signed_in) => signed_in_to(visit, path, signed_in),
        Admitted::Half(half) => {
            let mut response = see_other(&with_next("/office/sign-in/second", path));
            session::set_half_cookie(&mut response, visit.scope.hub(), half, visit.scope.now());
            response
        }
    }
}

/// A path with the page to return to.
pub(crate) fn with_next(path: &str, next: &str) -> String {
    if next == "/office" {
        return path.to_owned();
    }
    let next = next.replace('%', "%25").replace('&', "%26").replace('+', "%2B").replace('#', "%23");
    format!("{path}?next={next}")
}

/// Sends the browser on with the cookie of the new session.
pub(crate) fn signed_in_to(visit: &Visit, path: &str, signed_in: &sign_ins::SignedIn) -> Response {
    let mut response = see_other(path);
    session::set_cookie(&mut response, visit.scope.hub(), signed_in, visit.scope.now());
    response
}

pub(crate) fn too_many(visit: &Visit, next: &str, email: String, until: DateTime<Utc>) -> Answer {
    let mut response =
        page_with(StatusCode::TOO_MANY_REQUESTS, &SignInPage::throttled(visit, next, email, until))?;
    let seconds = (until - visit.scope.now()).num_seconds().max(1);
    response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    Ok(response)
}

impl SignInPage {
    fn of(visit: &Visit, next: &str) -> Self {
        Self {
            frame: visit.frame("office-sign-in-title"),
            email: String::new(),
            next: next.to_owned(),
            refusal: None,
            again_at: None,
            is_wrong: false,
            has_passkeys: passkeys::are_possible(visit.scope.public()),
            provider: providers::name(visit.scope.public())
                .map(|name| (with_next("/office/sign-in/provider", next), name.to_owned())),
        }
    }

    /// The page again after another way in came to nothing, for the reason that a message tells.
    pub(crate) fn refused(visit: &Visit, next: &str, key: &str) -> Self {
        Self { refusal: Some(visit.phrase(key)), ..Self::of(visit, next) }
    }

    fn wrong(visit: &Visit, next: &str, email: String) -> Self {
        let refusal = visit.phrase("office-sign-in-failed");
        Self { email, refusal: Some(refusal), is_wrong: true, ..Self::of(visit, next) }
    }

    fn throttled(visit: &Visit, next: &str, email: String, until: DateTime<Utc>) -> Self {
        // The time in the language that the message is really in.
        let words = Words::of(visit.words.get("office-sign-in-again-at").locale());
        let time = words.date_time(calendar::local(until));
        let again_at = words.with("office-sign-in-again-at", &[("time", (&time).into())]);
        Self {
            email,
            refusal: Some(visit.phrase("office-sign-in-throttled")),
            again_at: Some(Phrase::of(again_at, visit.locale())),
            ..Self::of(visit, next)
        }
    }
}
