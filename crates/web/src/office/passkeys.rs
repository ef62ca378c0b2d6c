//! The own passkeys: added in two steps, first by what one knows, then by the device; removed with the
//! password. The list stands on the page of the account.

use askama::Template;
use axum::extract::{Form, Path};
use axum::http::StatusCode;
use infitah_core::ground::error::{Error, Result};
use infitah_core::ground::ids::PasskeyId;
use infitah_core::tenancy::passkeys::{self, Challenge, Intent, OwnPasskey};
use infitah_core::tenancy::second_factors::{self, Standing};

use super::account::ROOM;
use super::fields::{Control, FormView};
use super::form_page::FormPage;
use super::frames::Frame;
use super::people::moment;
use super::typed::Typed;
use super::visits::{Visit, see_other};
use crate::answers::{Answer, page_with};
use crate::session;
use crate::words::Phrase;

/// One of the own passkeys.
#[derive(Debug, Clone)]
pub(crate) struct PasskeyRow {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) added: Phrase,
    pub(crate) used: Option<Phrase>,
}

/// The page on which the device is asked.
#[derive(Debug, Template)]
#[template(path = "office/passkey_ready.html")]
pub(crate) struct ReadyPage {
    pub(crate) frame: Frame,
    pub(crate) room: &'static str,
    pub(crate) name: String,
    pub(crate) options: String,
}

/// `GET /office/account/passkeys`: the list stands on the page of the account.
pub(crate) async fn back(visit: Visit) -> Answer {
    visit.scope.me()?;
    Ok(see_other(&format!("{ROOM}#passkeys")))
}

/// `GET /office/account/passkeys/new`.
pub(crate) async fn new(visit: Visit) -> Answer {
    adding(&visit, &Typed::default()).await?.shown()
}

/// `POST /office/account/passkeys/new`: what one knows was asked; now the device is.
pub(crate) async fn begin(visit: Visit, Form(typed): Form<Typed>) -> Answer {
    let intent = Intent { name: typed.get("name"), password: typed.get("password"), code: typed.get("code") };
    match passkeys::begin(&visit.scope, intent).await {
        Ok(challenge) => asking(&visit, typed.get("name"), &challenge),
        Err(error) => adding(&visit, &typed).await?.refused(&visit, error),
    }
}

/// `POST /office/account/passkeys`: the answer of the device.
pub(crate) async fn add(visit: Visit, Form(typed): Form<Typed>) -> Answer {
    let token = visit.challenge.as_deref().unwrap_or_default();
    let mut response = match passkeys::add(&visit.scope, token, typed.get("answer")).await {
        Ok(()) => see_other(&format!("{ROOM}?done=passkey-added")),
        Err(error) => adding(&visit, &typed).await?.refused(&visit, error)?,
    };
    session::clear_challenge_cookie(&mut response, visit.scope.hub());
    Ok(response)
}

/// `GET /office/account/passkeys/{id}`.
pub(crate) async fn ask_removal(visit: Visit, Path(id): Path<String>) -> Answer {
    let passkey = passkeys::one(&visit.scope, passkey_id(&id)?).await?;
    removing(&visit, &passkey).shown()
}

/// `POST /office/account/passkeys/{id}`: remove it.
pub(crate) async fn remove(visit: Visit, Path(id): Path<String>, Form(typed): Form<Typed>) -> Answer {
    let passkey = passkeys::one(&visit.scope, passkey_id(&id)?).await?;
    match passkeys::remove(&visit.scope, passkey.id, typed.get("password")).await {
        Ok(()) => Ok(see_other(&format!("{ROOM}?done=passkey-removed"))),
        Err(error) => removing(&visit, &passkey).refused(&visit, error),
    }
}

fn passkey_id(text: &str) -> Result<PasskeyId> {
    text.parse().map(PasskeyId).map_err(|_| Error::NotFound("passkey"))
}

fn asking(visit: &Visit, name: &str, challenge: &Challenge) -> Answer {
    let page = ReadyPage {
        frame: visit.frame("account-passkey-ready"),
        room: ROOM,
        name: name.trim().to_owned(),
        options: challenge.options.clone(),
    };
    let mut response = page_with(StatusCode::OK, &page)?;
    session::set_challenge_cookie(&mut response, visit.scope.hub(), challenge, visit.scope.now());
    Ok(response)
}

async fn adding(visit: &Visit, typed: &Typed) -> Result<FormPage> {
    let has_factor = matches!(second_factors::standing(&visit.scope).await?, Standing::On { .. });
    let mut form = FormView::to(visit, format!("{ROOM}/passkeys/new"), "account-passkey-continue")
        .or_back_to(ROOM)
        .needed(typed, "name", "account-passkey-name", Control::Line)
        .hint("account-passkey-name-hint");
    form = with_password(form);
    if has_factor {
        form = form.needed(typed, "code", "account-factor-code", Control::Code).hint("account-second-hint");
    }
    Ok(page_of(visit, "account-passkey-add", form, visit.phrase("account-passkey-add-text")))
}

fn removing(visit: &Visit, passkey: &OwnPasskey) -> FormPage {
    let action = format!("{ROOM}/passkeys/{}", passkey.id);
    let form = FormView::to(visit, action, "account-passkey-remove").grave().or_back_to(ROOM);
    let text = visit.words.with("account-passkey-remove-text", &[("name", passkey.name.as_str().into())]);
    page_of(visit, "account-passkey-remove-title", with_password(form), Phrase::of(text, visit.locale()))
}

fn with_password(form: FormView) -> FormView {
    let control = Control::Password("current-password");
    form.needed(&Typed::default(), "password", "account-password-present", control)
}

fn page_of(visit: &Visit, title: &str, form: FormView, text: Phrase) -> FormPage {
    FormPage::of(visit.frame(title), ROOM, form).back_to(ROOM, visit.phrase("account-title")).saying(text)
}

impl PasskeyRow {
    pub(crate) fn of(visit: &Visit, own: &OwnPasskey) -> Self {
        Self {
            id: own.id.to_string(),
            name: own.name.clone(),
            added: moment(visit, "account-passkey-added-on", own.created_at),
            used: own.last_used_at.map(|at| moment(visit, "account-passkey-used", at)),
        }
    }
}
