//! One of the staff: the roles here, given and taken.

use askama::Template;
use axum::extract::{Form, Path, Query};
use axum::http::StatusCode;
use infitah_core::ground::error::{Error, Result};
use infitah_core::ground::ids::PersonId;
use infitah_core::tenancy::permission::{Action, Role};
use infitah_core::tenancy::staff::{self, Colleague};

use super::fields::{Control, FormView, Part};
use super::frames::Frame;
use super::people::{PersonRow, ROOM, role_choices, role_key};
use super::programmes::Done;
use super::typed::Typed;
use super::visits::{Visit, see_other};
use crate::answers::{Answer, page_with};

/// The page of somebody.
#[derive(Debug, Template)]
#[template(path = "office/person.html")]
pub(crate) struct PersonPage {
    pub(crate) frame: Frame,
    pub(crate) room: &'static str,
    pub(crate) row: PersonRow,
    pub(crate) held: Vec<(&'static str, String)>,
    pub(crate) give: Option<FormView>,
    pub(crate) remove: FormView,
    pub(crate) problem: Option<String>,
}

/// `GET /office/people/{id}`.
pub(crate) async fn show(visit: Visit, Path(id): Path<String>, Query(after): Query<Done>) -> Answer {
    let mut page = PersonPage::of(&visit, person_id(&id)?).await?;
    page.frame = page.frame.after(&after.done);
    page_with(StatusCode::OK, &page)
}

/// `POST /office/people/{id}`: give a role, take one, or take all.
pub(crate) async fn change(visit: Visit, Path(id): Path<String>, Form(typed): Form<Typed>) -> Answer {
    visit.scope.require(Action::ManageStaff)?;
    let person = person_id(&id)?;
    let (changed, done) = match typed.get("then") {
        "give" => (staff::give(&visit.scope, person, role(&typed)?).await, "role-given"),
        "take" => (staff::take(&visit.scope, person, role(&typed)?).await, "role-taken"),
        "remove" => (staff::remove(&visit.scope, person).await, "person-removed"),
        _ => return Err(Error::NotFound("verb").into()),
    };
    match changed {
        Ok(()) => Ok(see_other(&after(&visit, person, done).await?)),
        Err(Error::Conflict(key)) if !visit.wants_json => {
            let mut page = PersonPage::of(&visit, person).await?;
            page.problem = Some(visit.words.plain(key, &[]));
            page_with(StatusCode::CONFLICT, &page)
        }
        Err(error) => Err(error.into()),
    }
}

/// Back to the person; to the list if that one has left, and to the entrance if that was oneself.
async fn after(visit: &Visit, person: PersonId, done: &str) -> Result<String> {
    let is_me = visit.scope.person().is_some_and(|me| me.id == person);
    if is_me && done != "role-given" {
        return Ok("/office".to_owned());
    }
    let stays = staff::colleagues(&visit.scope).await?.iter().any(|one| one.id == person);
    Ok(if stays { format!("{ROOM}/{person}?done={done}") } else { format!("{ROOM}?done=person-removed") })
}

fn role(typed: &Typed) -> Result<Role> {
    Role::from_code(typed.get("role")).ok_or_else(|| Error::invalid("role", "field-unknown-value"))
}

fn person_id(text: &str) -> Result<PersonId> {
    text.parse().map(PersonId).map_err(|_| Error::NotFound("person"))
}

impl PersonPage {
    async fn of(visit: &Visit, person: PersonId) -> Result<Self> {
        let colleague = staff::colleague(&visit.scope, person).await?;
        let action = format!("{ROOM}/{person}");
        Ok(Self {
            frame: visit.frame("people-one-title"),
            room: ROOM,
            row: PersonRow::of(visit, &colleague),
            held: colleague.roles.iter().map(|&role| (role.code(), role_key(role))).collect(),
            give: giving(visit, &action, &colleague),
            remove: FormView::to(visit, &action, "people-remove")
                .prefixed("remove_")
                .hidden("then", "remove")
                .grave(),
            problem: None,
        })
    }
}

fn giving(visit: &Visit, action: &str, colleague: &Colleague) -> Option<FormView> {
    let mut left = staff::roles_here(&visit.scope);
    left.retain(|role| !colleague.roles.contains(role));
    let choices = role_choices(visit, &left, "");
    let form = FormView::to(visit, action, "people-give").hidden("then", "give");
    (!left.is_empty())
        .then(|| form.needed(&Typed::default(), "role", "people-give-role", Control::Radio(choices)))
}
