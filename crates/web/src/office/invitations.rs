//! Accepting an invitation: a new account sets its password, a known one gives it. A link that is
//! no longer good gets a page that says what to do.

use askama::Template;
use axum::extract::{Form, Path};
use axum::http::StatusCode;
use infitah_core::ground::error::Error;
use infitah_core::tenancy::invitations::{self, Invitation};
use infitah_core::tenancy::passwords::PASSWORD_MIN;
use serde::Deserialize;

use super::frames::Frame;
use super::notices::NoticePage;
use super::sign_ins::admitted_to;
use super::visits::{Visit, see_other};
use crate::answers::{Answer, page_with};
use crate::failures::breach;

/// The form.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Acceptance {
    password: String,
}

/// The page with the form.
#[derive(Debug, Template)]
#[template(path = "office/invitation.html")]
pub(crate) struct InvitationPage {
    pub(crate) frame: Frame,
    pub(crate) email: String,
    pub(crate) role: String,
    pub(crate) has_password: bool,
    pub(crate) is_mine: bool,
    pub(crate) password_min: usize,
    pub(crate) button: &'static str,
    pub(crate) breach: Option<String>,
    pub(crate) described_by: String,
}

/// `GET /office/invitation/{token}`.
pub(crate) async fn show(visit: Visit, Path(token): Path<String>) -> Answer {
    match invitations::look(&visit.scope, &token).await {
        Ok(invitation) => page_with(StatusCode::OK, &InvitationPage::of(&visit, invitation, None)),
        Err(Error::NotFound(_)) if !visit.wants_json => page_with(StatusCode::NOT_FOUND, &gone(&visit)),
        Err(error) => Err(error.into()),
    }
}

/// `POST /office/invitation/{token}`.
pub(crate) async fn accept(visit: Visit, Path(token): Path<String>, Form(form): Form<Acceptance>) -> Answer {
    match invitations::accept(&visit.scope, &token, &form.password).await {
        // Who is signed in here stays so.
        Ok(accepted) if accepted.is_by_actor(&visit.scope) => {
            Ok(see_other("/office/account?done=role-accepted"))
        }
        Ok(accepted) => {
            let admitted = invitations::enter(&visit.scope, accepted, &visit.device).await?;
            Ok(admitted_to(&visit, "/office", &admitted))
        }
        Err(Error::Invalid(found)) if !visit.wants_json => {
            let invitation = invitations::look(&visit.scope, &token).await?;
            let sentence = found.first().map(|error| breach(visit.words, error));
            page_with(StatusCode::UNPROCESSABLE_ENTITY, &InvitationPage::of(&visit, invitation, sentence))
        }
        Err(Error::NotFound(_)) if !visit.wants_json => page_with(StatusCode::NOT_FOUND, &gone(&visit)),
        Err(error) => Err(error.into()),
    }
}

fn gone(visit: &Visit) -> NoticePage {
    NoticePage::of(visit, "office-invitation-invalid-title", "office-invitation-invalid-text")
        .with_link("/office/sign-in", "office-sign-in-button")
}

impl InvitationPage {
    fn of(visit: &Visit, invitation: Invitation, breach: Option<String>) -> Self {
        let role = format!("role-{}", invitation.role.code().replace('_', "-"));
        let hint = (!invitation.has_password).then_some("password-hint");
        let error = breach.is_some().then_some("password-error");
        Self {
            frame: visit.frame("office-invitation-title"),
            role: visit.words.plain(&role, &[]),
            email: invitation.email,
            password_min: PASSWORD_MIN,
            button: if invitation.has_password {
                "common-button-confirm"
            } else {
                "office-invitation-button"
            },
            has_password: invitation.has_password,
            is_mine: invitation.is_mine,
            described_by: hint.into_iter().chain(error).collect::<Vec<_>>().join(" "),
            breach,
        }
    }
}
