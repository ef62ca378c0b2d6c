//! The follow-up committee of a programme: who sits on it, how balanced it is, and who consented to
//! be named in public.

use askama::Template;
use axum::extract::{Form, Path, Query};
use axum::http::StatusCode;
use infitah_core::ground::error::{Error, Result};
use infitah_core::ground::ids::CommitteeMemberId;
use infitah_core::programme::committee::{self, Body, CommitteeMember, Gender, MemberInput, Parity};
use infitah_core::programme::programmes::Programme;
use infitah_core::tenancy::permission::Action;

use super::fields::{Control, FormView, choices};
use super::form_page::FormPage;
use super::frames::Frame;
use super::programmes::{Done, ROOM, cycle_name, of_cycle};
use super::typed::{Reader, Typed};
use super::visits::{Visit, see_other};
use crate::answers::{Answer, page_with};
use crate::words::Phrase;

/// The list.
#[derive(Debug, Template)]
#[template(path = "office/committee.html")]
pub(crate) struct CommitteePage {
    pub(crate) frame: Frame,
    pub(crate) room: &'static str,
    pub(crate) cycle: String,
    pub(crate) back: Phrase,
    pub(crate) parity: Parity,
    pub(crate) rows: Vec<Row>,
    pub(crate) may_run: bool,
}

/// Somebody on the committee.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) capacity: Option<Phrase>,
    pub(crate) body: String,
    pub(crate) is_named: bool,
}

const BODIES: [(&str, &str); 4] = [
    ("council", "committee-body-council"),
    ("administration", "committee-body-administration"),
    ("civil_society", "committee-body-civil-society"),
    ("other", "committee-body-other"),
];

const GENDERS: [(&str, &str); 3] = [
    ("", "office-committee-gender-untold"),
    ("woman", "office-committee-gender-woman"),
    ("man", "office-committee-gender-man"),
];

/// `GET /office/programme/{cycle}/committee`.
pub(crate) async fn list(visit: Visit, Path(cycle): Path<String>, Query(after): Query<Done>) -> Answer {
    let programme = of_cycle(&visit, &cycle).await?;
    let members = committee::list(&visit.scope, programme.id).await?;
    let list = CommitteePage {
        frame: visit.frame("office-committee-title").after(&after.done),
        room: ROOM,
        back: cycle_name(&visit, &programme),
        parity: programme.committee,
        rows: members.iter().map(|member| Row::of(&visit, member)).collect(),
        may_run: visit.permits(Action::RunProgramme),
        cycle: programme.cycle,
    };
    page_with(StatusCode::OK, &list)
}

/// `GET /office/programme/{cycle}/committee/new`.
pub(crate) async fn new(visit: Visit, Path(cycle): Path<String>) -> Answer {
    visit.scope.require(Action::RunProgramme)?;
    let programme = of_cycle(&visit, &cycle).await?;
    page(&visit, &programme, None, &Typed::default()).shown()
}

/// `POST /office/programme/{cycle}/committee`.
pub(crate) async fn add(visit: Visit, Path(cycle): Path<String>, Form(typed): Form<Typed>) -> Answer {
    visit.scope.require(Action::RunProgramme)?;
    let programme = of_cycle(&visit, &cycle).await?;
    save(&visit, &programme, None, &typed).await
}

/// `GET /office/programme/{cycle}/committee/{id}`.
pub(crate) async fn edit(visit: Visit, Path((cycle, id)): Path<(String, String)>) -> Answer {
    visit.scope.require(Action::RunProgramme)?;
    let programme = of_cycle(&visit, &cycle).await?;
    let id = member_id(&id)?;
    let members = committee::list(&visit.scope, programme.id).await?;
    let member = members.iter().find(|member| member.id == id).ok_or(Error::NotFound("member"))?;
    let typed = Typed::default()
        .with("name", &member.name)
        .with("body", member.body.code())
        .with("gender", member.gender.map_or("", Gender::code))
        .with("is_named", if member.is_named { "yes" } else { "" })
        .with_texts("capacities", &member.capacities);
    page(&visit, &programme, Some(id), &typed).shown()
}

/// `POST /office/programme/{cycle}/committee/{id}`.
pub(crate) async fn change(
    visit: Visit,
    Path((cycle, id)): Path<(String, String)>,
    Form(typed): Form<Typed>,
) -> Answer {
    visit.scope.require(Action::RunProgramme)?;
    let programme = of_cycle(&visit, &cycle).await?;
    let id = member_id(&id)?;
    if typed.get("then") == "remove" {
        committee::remove(&visit.scope, id).await?;
        return Ok(see_other(&format!("{ROOM}/{}/committee?done=seat-removed", programme.cycle)));
    }
    save(&visit, &programme, Some(id), &typed).await
}

async fn save(
    visit: &Visit,
    programme: &Programme,
    existing: Option<CommitteeMemberId>,
    typed: &Typed,
) -> Answer {
    let saved = async {
        let input = input(typed)?;
        committee::put(&visit.scope, programme.id, existing, input).await
    };
    match saved.await {
        Ok(_) => Ok(see_other(&format!("{ROOM}/{}/committee?done=seat-saved", programme.cycle))),
        Err(error) => page(visit, programme, existing, typed).refused(visit, error),
    }
}

fn input(typed: &Typed) -> Result<MemberInput> {
    let mut reader = Reader::of(typed);
    let body = reader.chosen("body", Body::from_code);
    let gender = match typed.get("gender") {
        "" => None,
        _ => reader.chosen("gender", Gender::from_code),
    };
    reader.finish()?;
    Ok(MemberInput {
        name: typed.get("name").to_owned(),
        capacities: typed.texts("capacities"),
        body: body.ok_or_else(|| Error::invalid("body", "field-required"))?,
        gender,
        is_named: typed.get("is_named") == "yes",
    })
}

fn member_id(text: &str) -> Result<CommitteeMemberId> {
    text.parse().map(CommitteeMemberId).map_err(|_| Error::NotFound("member"))
}

fn page(
    visit: &Visit,
    programme: &Programme,
    existing: Option<CommitteeMemberId>,
    typed: &Typed,
) -> FormPage {
    let list = format!("{ROOM}/{}/committee", programme.cycle);
    let action = existing.map_or_else(|| list.clone(), |id| format!("{list}/{id}"));
    let form = FormView::to(visit, &action, "common-button-save")
        .or_back_to(&list)
        .needed(typed, "name", "office-committee-name", Control::Line)
        .texts(typed, "capacities", "office-committee-capacity", &Control::Line)
        .hint("office-committee-capacity-hint")
        .needed(typed, "body", "committee-body", Control::Radio(choices(visit, typed.get("body"), &BODIES)))
        .field(
            typed,
            "gender",
            "office-committee-gender",
            Control::Radio(choices(visit, typed.get("gender"), &GENDERS)),
        )
        .hint("office-committee-gender-hint")
        .field(typed, "is_named", "office-committee-consent", Control::Check)
        .hint("office-committee-consent-hint");
    let title = if existing.is_some() { "office-committee-edit" } else { "office-committee-new" };
    let page =
        FormPage::of(visit.frame(title), ROOM, form).back_to(list, visit.phrase("office-committee-title"));
    if existing.is_none() {
        return page;
    }
    page.and(
        FormView::to(visit, action, "office-committee-remove")
            .prefixed("remove_")
            .hidden("then", "remove")
            .grave(),
    )
}

impl Row {
    fn of(visit: &Visit, member: &CommitteeMember) -> Self {
        Self {
            id: member.id.to_string(),
            name: member.name.clone(),
            capacity: Phrase::written(&member.capacities, visit.locale()),
            body: format!("committee-body-{}", member.body.code().replace('_', "-")),
            is_named: member.is_named,
        }
    }
}
