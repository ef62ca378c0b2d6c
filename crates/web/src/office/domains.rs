//! A domain of the member's own: asked for, its record shown, and taken when it leads here.

use askama::Template;
use axum::extract::{Form, Query};
use axum::http::StatusCode;
use infitah_core::ground::error::{Error, Result};
use infitah_core::tenancy::domains::{self, Domains};
use infitah_core::tenancy::permission::Action;

use super::fields::{Control, FormView, Part};
use super::frames::Frame;
use super::programmes::Done;
use super::settings::ROOM;
use super::typed::Typed;
use super::visits::{Visit, see_other};
use crate::answers::{Answer, page_with};

/// Where it is.
const PATH: &str = "/office/settings/domain";

/// The page.
#[derive(Debug, Template)]
#[template(path = "office/domains.html")]
pub(crate) struct DomainsPage {
    pub(crate) frame: Frame,
    pub(crate) room: &'static str,
    pub(crate) domains: Domains,
    pub(crate) form: FormView,
}

/// `GET /office/settings/domain`.
pub(crate) async fn show(visit: Visit, Query(after): Query<Done>) -> Answer {
    let mut page = DomainsPage::of(&visit, &Typed::default()).await?;
    page.frame = page.frame.after(&after.done);
    page_with(StatusCode::OK, &page)
}

/// `POST /office/settings/domain`: what the pressed button says.
pub(crate) async fn act(visit: Visit, Form(typed): Form<Typed>) -> Answer {
    visit.scope.require(Action::ManageSettings)?;
    let domain = typed.get("domain");
    let (outcome, done) = match typed.get("then") {
        "check" => (domains::confirm(&visit.scope).await, "domain-added"),
        "remove" => (domains::remove(&visit.scope, domain).await, "domain-removed"),
        _ => (domains::ask(&visit.scope, domain).await, "domain-asked"),
    };
    match outcome {
        Ok(()) => Ok(see_other(&format!("{PATH}?done={done}"))),
        Err(Error::Invalid(errors)) if !visit.wants_json => {
            let mut page = DomainsPage::of(&visit, &typed).await?;
            page.form = page.form.with_errors(&errors);
            page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
        Err(error) => Err(error.into()),
    }
}

impl DomainsPage {
    async fn of(visit: &Visit, typed: &Typed) -> Result<Self> {
        let domains = domains::read(&visit.scope).await?;
        let form = FormView::to(visit, PATH, "settings-domain-ask").needed(
            typed,
            "domain",
            "settings-domain",
            Control::Latin,
        );
        Ok(Self {
            frame: visit.frame("settings-domain-title"),
            room: ROOM,
            domains,
            form: form.hint("settings-domain-hint"),
        })
    }
}
