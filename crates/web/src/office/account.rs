//! The own account: the password, where one is signed in, and where else one serves.

use askama::Template;
use axum::extract::{Form, Path, Query};
use axum::http::StatusCode;
use infitah_core::ground::error::Error;
use infitah_core::ground::ids::SignInId;
use infitah_core::tenancy::accounts::{self, OwnSignIn};
use infitah_core::tenancy::collectivities::Collectivity;
use infitah_core::tenancy::passkeys;
use infitah_core::tenancy::passwords::{self, PASSWORD_MIN};
use infitah_core::tenancy::providers;
use infitah_core::tenancy::second_factors::{self, Standing};
use infitah_i18n::Locale;

use super::fields::{Control, FormView};
use super::form_page::FormPage;
use super::frames::{Frame, site_name};
use super::passkeys::PasskeyRow;
use super::people::{language_choices, moment, role_key};
use super::programmes::Done;
use super::sign_ins::signed_in_to;
use super::typed::{Reader, Typed};
use super::visits::{Visit, see_other};
use crate::answers::{Answer, page_with};
use crate::words::Phrase;

/// The room of the menu.
pub(crate) const ROOM: &str = "/office/account";

/// The page.
#[derive(Debug, Template)]
#[template(path = "office/account.html")]
pub(crate) struct AccountPage {
    pub(crate) frame: Frame,
    pub(crate) room: &'static str,
    pub(crate) name: String,
    pub(crate) email: String,
    pub(crate) language: String,
    pub(crate) roles: Vec<String>,
    pub(crate) factor: &'static str,
    /// What the provider is called, and since when it signs this account in.
    pub(crate) provider: Option<(String, Option<Phrase>)>,
    /// Nothing where passkeys are not possible.
    pub(crate) passkeys: Option<Vec<PasskeyRow>>,
    pub(crate) sign_ins: Vec<SignInRow>,
    pub(crate) elsewhere: Vec<(Phrase, String)>,
}

/// One of the own sign-ins.
#[derive(Debug, Clone)]
pub(crate) struct SignInRow {
    pub(crate) id: String,
    pub(crate) at: Option<Phrase>,
    pub(crate) is_this: bool,
    pub(crate) browser: String,
    pub(crate) system: String,
    pub(crate) network_part: Option<String>,
    pub(crate) opened: Phrase,
    pub(crate) seen: Option<Phrase>,
}

/// `GET /office/account`.
pub(crate) async fn show(visit: Visit, Query(after): Query<Done>) -> Answer {
    let me = visit.scope.me()?.clone();
    let factor = match second_factors::standing(&visit.scope).await? {
        Standing::On { .. } => "people-factor-on",
        Standing::Off | Standing::Begun(_) => "people-factor-off",
    };
    let sign_ins = accounts::sign_ins(&visit.scope).await?;
    let elsewhere = accounts::elsewhere(&visit.scope).await?;
    let passkeys = match passkeys::are_possible(visit.scope.public()) {
        true => Some(passkeys::list(&visit.scope).await?),
        false => None,
    };
    let link = providers::link(&visit.scope).await?;
    let since = link.map(|link| moment(&visit, "account-provider-since", link.created_at));
    let page = AccountPage {
        frame: visit.frame("account-title").after(&after.done),
        room: ROOM,
        name: me.name,
        email: me.email,
        language: format!("language-{}", me.locale.code()),
        roles: me.roles.iter().map(|&role| role_key(role)).collect(),
        factor,
        provider: providers::name(visit.scope.public()).map(|name| (name.to_owned(), since)),
        passkeys: passkeys.map(|all| all.iter().map(|one| PasskeyRow::of(&visit, one)).collect()),
        sign_ins: sign_ins.iter().map(|one| SignInRow::of(&visit, one)).collect(),
        elsewhere: elsewhere.iter().map(|one| (called(&visit, one), format!("{}/office", one.url))).collect(),
    };
    page_with(StatusCode::OK, &page)
}

/// `GET /office/account/provider`: it stands on the page of the account.
pub(crate) async fn back(visit: Visit) -> Answer {
    visit.scope.me()?;
    Ok(see_other(ROOM))
}

/// `POST /office/account/provider`: the provider signs this account in no more.
pub(crate) async fn unlink(visit: Visit) -> Answer {
    providers::unlink(&visit.scope).await?;
    Ok(see_other(&format!("{ROOM}?done=provider-unlinked")))
}

/// `GET /office/account/details`.
pub(crate) async fn ask_details(visit: Visit) -> Answer {
    let me = visit.scope.me()?;
    let known = Typed::default().with("displayName", &me.name).with("locale", me.locale.code());
    details_page(&visit, &known).shown()
}

/// `POST /office/account/details`.
pub(crate) async fn change_details(visit: Visit, Form(typed): Form<Typed>) -> Answer {
    let change = async {
        let mut reader = Reader::of(&typed);
        let locale = reader.chosen("locale", Locale::from_code);
        reader.finish()?;
        let locale = locale.ok_or_else(|| Error::invalid("locale", "field-required"))?;
        accounts::describe(&visit.scope, typed.get("displayName"), locale).await
    };
    match change.await {
        Ok(()) => Ok(see_other(&format!("{ROOM}?done=account-described"))),
        Err(error) => details_page(&visit, &typed).refused(&visit, error),
    }
}

/// `GET /office/account/password`.
pub(crate) async fn ask_password(visit: Visit) -> Answer {
    visit.scope.me()?;
    password_page(&visit).shown()
}

/// `POST /office/account/password`.
pub(crate) async fn change_password(visit: Visit, Form(typed): Form<Typed>) -> Answer {
    let (present, password) = (typed.get("present"), typed.get("password"));
    match passwords::change(&visit.scope, present, password, &visit.device).await {
        Ok(signed_in) => Ok(signed_in_to(&visit, &format!("{ROOM}?done=password-changed"), &signed_in)),
        Err(error) => password_page(&visit).refused(&visit, error),
    }
}

/// `POST /office/account/sign-ins`: end all others.
pub(crate) async fn end_others(visit: Visit) -> Answer {
    accounts::end_others(&visit.scope).await?;
    Ok(see_other(&format!("{ROOM}?done=sign-ins-ended")))
}

/// `POST /office/account/sign-ins/{id}`: end this one.
pub(crate) async fn end(visit: Visit, Path(id): Path<String>) -> Answer {
    let id = id.parse().map(SignInId).map_err(|_| Error::NotFound("session"))?;
    accounts::end(&visit.scope, id).await?;
    Ok(see_other(&format!("{ROOM}?done=sign-in-ended")))
}

/// The help beside a control for a new password.
pub(crate) fn password_hint(visit: &Visit) -> Phrase {
    let count = i64::try_from(PASSWORD_MIN).unwrap_or(i64::MAX);
    let text = visit.words.with("office-invitation-password-hint", &[("min", count.into())]);
    Phrase::of(text, visit.locale())
}

fn details_page(visit: &Visit, typed: &Typed) -> FormPage {
    let locales = language_choices(visit, typed.get("locale"));
    let form = FormView::to(visit, format!("{ROOM}/details"), "common-button-save")
        .or_back_to(ROOM)
        .needed(typed, "displayName", "people-name", Control::Line)
        .hint("account-details-name-hint")
        .needed(typed, "locale", "account-language", Control::Radio(locales))
        .hint("account-language-hint");
    FormPage::of(visit.frame("account-details-title"), ROOM, form)
        .back_to(ROOM, visit.phrase("account-title"))
}

fn password_page(visit: &Visit) -> FormPage {
    let nothing = Typed::default();
    let form = FormView::to(visit, format!("{ROOM}/password"), "account-password-button")
        .or_back_to(ROOM)
        .needed(&nothing, "present", "account-password-present", Control::Password("current-password"))
        .needed(&nothing, "password", "account-password-new", Control::Password("new-password"))
        .explained(password_hint(visit));
    FormPage::of(visit.frame("account-password-title"), ROOM, form)
        .back_to(ROOM, visit.phrase("account-title"))
        .saying(visit.phrase("account-password-text"))
}

fn called(visit: &Visit, collectivity: &Collectivity) -> Phrase {
    site_name(visit.words, collectivity.kind.code(), &collectivity.names)
}

impl SignInRow {
    fn of(visit: &Visit, own: &OwnSignIn) -> Self {
        let family = |family: &Option<String>| family.clone().unwrap_or_else(|| "other".to_owned());
        Self {
            id: own.id.to_string(),
            at: own.at.as_ref().map(|at| called(visit, at)),
            is_this: own.is_this,
            browser: format!("account-browser-{}", family(&own.browser)),
            system: format!("account-system-{}", family(&own.system)),
            network_part: own.network_part.clone(),
            opened: moment(visit, "account-sign-in-opened", own.opened_at),
            seen: own.last_seen_at.map(|at| moment(visit, "account-sign-in-seen", at)),
        }
    }
}
