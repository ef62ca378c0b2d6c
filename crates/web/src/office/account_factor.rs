//! The own second factor: set up with a drawing that an authenticator reads, turned on by a code,
//! and turned off. Recovery codes are shown in the answer that made them and never again.

use askama::Template;
use axum::extract::{Form, Query};
use axum::http::StatusCode;
use infitah_core::ground::error::{Error, Result};
use infitah_core::tenancy::second_factors::{self, Setup, Standing};

use super::account::ROOM;
use super::fields::{Control, FormView, Part};
use super::form_page::corrected;
use super::frames::Frame;
use super::people::moment;
use super::programmes::Done;
use super::typed::Typed;
use super::visits::{Visit, see_other};
use crate::answers::{Answer, page_with};
use crate::qr::QrCode;
use crate::words::Phrase;

/// The page, whatever stands.
#[derive(Debug, Template)]
#[template(path = "office/second_factor.html")]
pub(crate) struct FactorPage {
    pub(crate) frame: Frame,
    pub(crate) room: &'static str,
    pub(crate) since: Option<Phrase>,
    pub(crate) codes_left: usize,
    pub(crate) setup: Option<Drawn>,
    pub(crate) forms: Vec<(Phrase, FormView)>,
}

/// The recovery codes, once.
#[derive(Debug, Template)]
#[template(path = "office/recovery_codes.html")]
pub(crate) struct CodesPage {
    pub(crate) frame: Frame,
    pub(crate) room: &'static str,
    pub(crate) codes: Vec<String>,
}

/// A secret as a drawing and in groups of four letters.
#[derive(Debug, Clone)]
pub(crate) struct Drawn {
    pub(crate) secret: String,
    pub(crate) code: QrCode,
}

/// `GET /office/account/second-factor`.
pub(crate) async fn show(visit: Visit, Query(after): Query<Done>) -> Answer {
    let mut page = FactorPage::of(&visit).await?;
    page.frame = page.frame.after(&after.done);
    page_with(StatusCode::OK, &page)
}

/// `POST /office/account/second-factor`: make a secret.
pub(crate) async fn begin(visit: Visit, Form(typed): Form<Typed>) -> Answer {
    match second_factors::begin(&visit.scope, typed.get("password")).await {
        Ok(()) => Ok(see_other(&format!("{ROOM}/second-factor"))),
        Err(error) => refused(&visit, "", error).await,
    }
}

/// `POST /office/account/second-factor/on`: the first code.
pub(crate) async fn confirm(visit: Visit, Form(typed): Form<Typed>) -> Answer {
    match second_factors::confirm(&visit.scope, typed.get("code")).await {
        Ok(codes) => shown_once(&visit, codes),
        Err(error) => refused(&visit, "/on", error).await,
    }
}

/// `POST /office/account/second-factor/codes`: make the recovery codes anew.
pub(crate) async fn renew(visit: Visit, Form(typed): Form<Typed>) -> Answer {
    match second_factors::renew_codes(&visit.scope, typed.get("code")).await {
        Ok(codes) => shown_once(&visit, codes),
        Err(error) => refused(&visit, "/codes", error).await,
    }
}

/// `POST /office/account/second-factor/off`.
pub(crate) async fn turn_off(visit: Visit, Form(typed): Form<Typed>) -> Answer {
    match second_factors::turn_off(&visit.scope, typed.get("password"), typed.get("code")).await {
        Ok(()) => Ok(see_other(&format!("{ROOM}?done=second-factor-off"))),
        Err(error) => refused(&visit, "/off", error).await,
    }
}

fn shown_once(visit: &Visit, codes: Vec<String>) -> Answer {
    let page = CodesPage { frame: visit.frame("account-codes-title"), room: ROOM, codes };
    page_with(StatusCode::OK, &page)
}

/// The page again, with what is to be corrected at the form that was sent.
async fn refused(visit: &Visit, form: &str, error: Error) -> Answer {
    let mut page = FactorPage::of(visit).await?;
    let action = format!("{ROOM}/second-factor{form}");
    let Some(place) = page.forms.iter().position(|(_, form)| form.action == action) else {
        return Err(error.into());
    };
    let (title, form) = page.forms.remove(place);
    let (status, form) = corrected(form, visit, error)?;
    page.forms.insert(place, (title, form));
    page_with(status, &page)
}

impl FactorPage {
    async fn of(visit: &Visit) -> Result<Self> {
        let standing = second_factors::standing(&visit.scope).await?;
        let mut page = Self {
            frame: visit.frame("account-factor-title"),
            room: ROOM,
            since: None,
            codes_left: 0,
            setup: None,
            forms: Vec::new(),
        };
        match standing {
            Standing::Off => page.add(visit, "account-factor-begin", "", &["password"]),
            Standing::Begun(setup) => {
                page.setup = Some(Drawn::of(&setup)?);
                page.add(visit, "account-factor-confirm", "/on", &["code"]);
                page.add(visit, "account-factor-begin-again", "", &["password"]);
            }
            Standing::On { since, codes_left } => {
                page.since = Some(moment(visit, "account-factor-since", since));
                page.codes_left = codes_left;
                page.add(visit, "account-factor-renew", "/codes", &["code"]);
                page.add(visit, "account-factor-turn-off", "/off", &["password", "code"]);
            }
        }
        Ok(page)
    }

    fn add(&mut self, visit: &Visit, title: &'static str, path: &str, fields: &[&str]) {
        let nothing = Typed::default();
        let mut form = FormView::to(visit, format!("{ROOM}/second-factor{path}"), title)
            .prefixed(format!("{}_", path.trim_start_matches('/')));
        for &field in fields {
            form = match field {
                "code" => form
                    .needed(&nothing, field, "account-factor-code", Control::Code)
                    .hint("account-factor-code-hint"),
                _ => form.needed(
                    &nothing,
                    field,
                    "account-password-present",
                    Control::Password("current-password"),
                ),
            };
        }
        let form = if path == "/off" { form.grave() } else { form };
        self.forms.push((visit.phrase(title), form));
    }
}

impl Drawn {
    fn of(setup: &Setup) -> Result<Self> {
        let letters: Vec<char> = setup.secret.chars().collect();
        let groups: Vec<String> = letters.chunks(4).map(|group| group.iter().collect()).collect();
        Ok(Self { secret: groups.join(" "), code: QrCode::of(&setup.url)? })
    }
}
