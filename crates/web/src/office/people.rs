//! The people of a member: who they are and who is invited, and inviting by mail.

use askama::Template;
use axum::extract::{Form, Path, Query};
use axum::http::StatusCode;
use chrono::{DateTime, Utc};
use infitah_core::ground::calendar;
use infitah_core::ground::error::{Error, Result};
use infitah_core::ground::ids::InvitationId;
use infitah_core::tenancy::permission::{Action, Role};
use infitah_core::tenancy::staff::{self, Colleague, NewInvitation, OpenInvitation};
use infitah_i18n::{Locale, Words};

use super::fields::{Choice, Control, FormView};
use super::form_page::FormPage;
use super::frames::Frame;
use super::programmes::Done;
use super::typed::{Reader, Typed};
use super::visits::{Visit, see_other};
use crate::answers::{Answer, page_with};
use crate::words::Phrase;

/// The room of the menu.
pub(crate) const ROOM: &str = "/office/people";

/// The list.
#[derive(Debug, Template)]
#[template(path = "office/people.html")]
pub(crate) struct PeoplePage {
    pub(crate) frame: Frame,
    pub(crate) room: &'static str,
    pub(crate) rows: Vec<PersonRow>,
    pub(crate) invitations: Vec<InvitationRow>,
    pub(crate) is_demanded: bool,
    pub(crate) problem: Option<String>,
}

/// Somebody on the staff.
#[derive(Debug, Clone)]
pub(crate) struct PersonRow {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) email: String,
    pub(crate) roles: Vec<String>,
    pub(crate) seen: Option<Phrase>,
    pub(crate) has_second_factor: bool,
    pub(crate) is_me: bool,
}

/// An invitation that waits.
#[derive(Debug, Clone)]
pub(crate) struct InvitationRow {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) email: String,
    pub(crate) role: String,
    pub(crate) by: Option<String>,
    pub(crate) until: Phrase,
}

/// `GET /office/people`.
pub(crate) async fn list(visit: Visit, Query(after): Query<Done>) -> Answer {
    let mut page = PeoplePage::of(&visit).await?;
    page.frame = page.frame.after(&after.done);
    page_with(StatusCode::OK, &page)
}

/// `GET /office/people/new`.
pub(crate) async fn new(visit: Visit) -> Answer {
    visit.scope.require(Action::ManageStaff)?;
    invitation_page(&visit, &Typed::default()).shown()
}

/// `POST /office/people`: invite.
pub(crate) async fn invite(visit: Visit, Form(typed): Form<Typed>) -> Answer {
    visit.scope.require(Action::ManageStaff)?;
    let invited = async { staff::invite(&visit.scope, invitation(&typed)?).await };
    match invited.await {
        Ok(_) => Ok(see_other(&format!("{ROOM}?done=invited"))),
        Err(error) => invitation_page(&visit, &typed).refused(&visit, error),
    }
}

/// `POST /office/people/invitations/{id}`: send again, or withdraw.
pub(crate) async fn change_invitation(
    visit: Visit,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let id = id.parse().map(InvitationId).map_err(|_| Error::NotFound("invitation"))?;
    let (done, code) = match typed.get("then") {
        "again" => (staff::invite_again(&visit.scope, id).await.map(|_| ()), "invited-again"),
        _ => (staff::withdraw(&visit.scope, id).await, "invitation-withdrawn"),
    };
    match done {
        Ok(()) => Ok(see_other(&format!("{ROOM}?done={code}"))),
        Err(Error::TooMany(_)) if !visit.wants_json => {
            let mut page = PeoplePage::of(&visit).await?;
            page.problem = Some(visit.words.plain("error-too-many-requests-text", &[]));
            page_with(StatusCode::TOO_MANY_REQUESTS, &page)
        }
        Err(error) => Err(error.into()),
    }
}

/// `POST /office/people/second-factor`: demand it of the staff, or no longer.
pub(crate) async fn demand(visit: Visit, Form(typed): Form<Typed>) -> Answer {
    staff::demand_second_factor(&visit.scope, typed.get("demanded") == "yes").await?;
    Ok(see_other(&format!("{ROOM}?done=demand-saved")))
}

/// The message key of a role's name.
pub(crate) fn role_key(role: Role) -> String {
    format!("role-{}", role.code().replace('_', "-"))
}

/// Roles as the choices of a control.
pub(crate) fn role_choices(visit: &Visit, roles: &[Role], chosen: &str) -> Vec<Choice> {
    let choice = |role: &Role| Choice {
        code: role.code().to_owned(),
        name: visit.phrase(&role_key(*role)),
        is_chosen: role.code() == chosen,
    };
    roles.iter().map(choice).collect()
}

/// Languages as the choices of a control.
pub(crate) fn language_choices(visit: &Visit, chosen: &str) -> Vec<Choice> {
    let choice = |locale: Locale| Choice {
        code: locale.code().to_owned(),
        name: visit.phrase(&format!("language-{}", locale.code())),
        is_chosen: locale.code() == chosen,
    };
    Locale::ALL.map(choice).to_vec()
}

/// A message with a moment in it, written in the language that the message is really in.
pub(crate) fn moment(visit: &Visit, key: &str, at: DateTime<Utc>) -> Phrase {
    let words = Words::of(visit.words.get(key).locale());
    let time = words.date_time(calendar::local(at));
    Phrase::of(words.with(key, &[("time", (&time).into())]), visit.locale())
}

fn invitation(typed: &Typed) -> Result<NewInvitation> {
    let mut reader = Reader::of(typed);
    let role = reader.chosen("role", Role::from_code);
    let locale = reader.chosen("locale", Locale::from_code);
    for name in ["email", "displayName"] {
        if typed.some(name).is_none() {
            reader.refuse(infitah_core::ground::error::FieldError::new(name, "field-required"));
        }
    }
    reader.finish()?;
    Ok(NewInvitation {
        email: typed.get("email").to_owned(),
        display_name: typed.get("displayName").to_owned(),
        role: role.ok_or_else(|| Error::invalid("role", "field-required"))?,
        locale: locale.ok_or_else(|| Error::invalid("locale", "field-required"))?,
    })
}

fn invitation_page(visit: &Visit, typed: &Typed) -> FormPage {
    let roles = role_choices(visit, &staff::roles_here(&visit.scope), typed.get("role"));
    let default = visit.scope.tenant().default_locale.code();
    let chosen = typed.some("locale").unwrap_or_else(|| default.to_owned());
    let locales = language_choices(visit, &chosen);
    let is_network = visit.scope.tenant().is_network();
    let form = FormView::to(visit, ROOM, "people-invite-button")
        .or_back_to(ROOM)
        .needed(typed, "email", "people-email", Control::Email("off"))
        .needed(typed, "displayName", "people-name", Control::Line)
        .needed(typed, "role", "people-role", Control::Radio(roles))
        .hint(if is_network { "people-role-hint-network" } else { "people-role-hint" })
        .needed(typed, "locale", "people-language", Control::Radio(locales))
        .hint("people-language-hint");
    FormPage::of(visit.frame("people-invite"), ROOM, form)
        .back_to(ROOM, visit.phrase("people-title"))
        .saying(visit.phrase("people-invite-text"))
}

impl PeoplePage {
    async fn of(visit: &Visit) -> Result<Self> {
        let colleagues = staff::colleagues(&visit.scope).await?;
        let invitations = staff::invitations(&visit.scope).await?;
        Ok(Self {
            frame: visit.frame("people-title"),
            room: ROOM,
            rows: colleagues.iter().map(|one| PersonRow::of(visit, one)).collect(),
            invitations: invitations.iter().map(|one| InvitationRow::of(visit, one)).collect(),
            is_demanded: staff::demands_second_factor(&visit.scope).await?,
            problem: None,
        })
    }
}

impl PersonRow {
    /// Somebody as the pages of people show them.
    pub(crate) fn of(visit: &Visit, colleague: &Colleague) -> Self {
        Self {
            id: colleague.id.to_string(),
            name: colleague.name.clone(),
            email: colleague.email.clone(),
            roles: colleague.roles.iter().map(|&role| role_key(role)).collect(),
            seen: colleague.last_sign_in_at.map(|at| moment(visit, "people-last-sign-in", at)),
            has_second_factor: colleague.has_second_factor,
            is_me: visit.scope.person().is_some_and(|me| me.id == colleague.id),
        }
    }
}

impl InvitationRow {
    fn of(visit: &Visit, invitation: &OpenInvitation) -> Self {
        let until = if invitation.is_over { "people-invitation-over" } else { "people-invitation-until" };
        Self {
            id: invitation.id.to_string(),
            name: invitation.name.clone(),
            email: invitation.email.clone(),
            role: role_key(invitation.role),
            by: invitation.invited_by.clone(),
            until: moment(visit, until, invitation.expires_at),
        }
    }
}
