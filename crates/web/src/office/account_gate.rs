//! The ways in for people who are not signed in yet: the second step, a forgotten password, and the
//! link that sets a new one.

use axum::extract::{Form, Path, Query};
use axum::http::StatusCode;
use infitah_core::ground::error::Error;
use infitah_core::tenancy::{resets, second_steps};
use serde::Deserialize;

use super::account::password_hint;
use super::fields::{Control, FormView};
use super::form_page::GatePage;
use super::notices::NoticePage;
use super::sign_ins::signed_in_to;
use super::typed::Typed;
use super::visits::{Visit, local_path, see_other};
use crate::answers::{Answer, page_with};
use crate::session;

/// Where to go after the second step.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Arrival {
    next: String,
}

/// `GET /office/sign-in/second`.
pub(crate) async fn ask_second(visit: Visit, Query(arrival): Query<Arrival>) -> Answer {
    let half = visit.half.as_deref().unwrap_or_default();
    if !second_steps::is_waiting(&visit.scope, half).await? {
        return Ok(see_other("/office/sign-in"));
    }
    second_page(&visit, local_path(&arrival.next)).shown()
}

/// `POST /office/sign-in/second`.
pub(crate) async fn second(visit: Visit, Form(typed): Form<Typed>) -> Answer {
    let (half, next) = (visit.half.as_deref().unwrap_or_default(), local_path(typed.get("next")));
    match second_steps::finish(&visit.scope, half, typed.get("code"), &visit.device).await {
        Ok(signed_in) => {
            let mut response = signed_in_to(&visit, next, &signed_in);
            session::clear_half_cookie(&mut response, visit.scope.hub());
            Ok(response)
        }
        Err(Error::NotFound(_)) if !visit.wants_json => Ok(see_other("/office/sign-in")),
        Err(Error::Unauthenticated(_)) => {
            second_page(&visit, next).refused(&visit, Error::invalid("code", "field-code-wrong"))
        }
        Err(error) => second_page(&visit, next).refused(&visit, error),
    }
}

/// `GET /office/forgot`.
pub(crate) async fn ask_forgot(visit: Visit) -> Answer {
    forgot_page(&visit, &Typed::default()).shown()
}

/// `POST /office/forgot`: the same answer whoever has the address.
pub(crate) async fn forgot(visit: Visit, Form(typed): Form<Typed>) -> Answer {
    match resets::ask(&visit.scope, typed.get("email"), &visit.device).await {
        Ok(()) => {
            let page = NoticePage::of(&visit, "account-forgot-title", "account-forgot-sent")
                .with_link("/office/sign-in", "office-sign-in-button");
            page_with(StatusCode::OK, &page)
        }
        Err(error) => forgot_page(&visit, &typed).refused(&visit, error),
    }
}

/// `GET /office/reset/{token}`.
pub(crate) async fn ask_reset(visit: Visit, Path(token): Path<String>) -> Answer {
    match resets::look(&visit.scope, &token).await {
        Ok(()) => reset_page(&visit, &token).shown(),
        Err(error) => gone(&visit, error),
    }
}

/// `POST /office/reset/{token}`.
pub(crate) async fn reset(visit: Visit, Path(token): Path<String>, Form(typed): Form<Typed>) -> Answer {
    match resets::set_password(&visit.scope, &token, typed.get("password")).await {
        Ok(()) => {
            let mut response = see_other("/office/sign-in?done=password-set");
            session::clear_cookie(&mut response, visit.scope.hub());
            Ok(response)
        }
        Err(error @ Error::NotFound(_)) => gone(&visit, error),
        Err(error) => reset_page(&visit, &token).refused(&visit, error),
    }
}

/// A link that is no longer good: what happened, and the way to another.
fn gone(visit: &Visit, error: Error) -> Answer {
    if !matches!(error, Error::NotFound(_)) || visit.wants_json {
        return Err(error.into());
    }
    let page = NoticePage::of(visit, "account-reset-gone-title", "account-reset-gone-text")
        .with_link("/office/forgot", "account-forgot-again");
    page_with(StatusCode::NOT_FOUND, &page)
}

fn second_page(visit: &Visit, next: &str) -> GatePage {
    let form = FormView::to(visit, "/office/sign-in/second", "office-sign-in-button")
        .hidden("next", next)
        .needed(&Typed::default(), "code", "account-factor-code", Control::Code)
        .hint("account-second-hint");
    GatePage::of(visit.frame("account-second-title"), visit.phrase("account-second-text"), form)
        .with_link("/office/sign-in", "account-second-back")
}

fn forgot_page(visit: &Visit, typed: &Typed) -> GatePage {
    let form = FormView::to(visit, "/office/forgot", "account-forgot-button").needed(
        typed,
        "email",
        "office-sign-in-email",
        Control::Email("username"),
    );
    GatePage::of(visit.frame("account-forgot-title"), visit.phrase("account-forgot-text"), form)
        .with_link("/office/sign-in", "account-second-back")
}

fn reset_page(visit: &Visit, token: &str) -> GatePage {
    let form = FormView::to(visit, format!("/office/reset/{token}"), "account-password-button")
        .needed(&Typed::default(), "password", "account-password-new", Control::Password("new-password"))
        .explained(password_hint(visit));
    GatePage::of(visit.frame("account-reset-title"), visit.phrase("account-reset-text"), form)
}
