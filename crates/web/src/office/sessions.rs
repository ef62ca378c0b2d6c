//! The sessions of the council: the list, a new one, what became of one, and taking back one that
//! was only planned.

use askama::Template;
use axum::extract::{Form, Path, Query};
use axum::http::StatusCode;
use infitah_core::ground::error::{Error, Result};
use infitah_core::ground::ids::{ProgrammeId, SessionId};
use infitah_core::ground::paging::PageRequest;
use infitah_core::programme::programmes::{self, Programme, SessionKind};
use infitah_core::programme::sessions::{self, Outcome, Session, SessionInput, Votes};
use infitah_core::tenancy::permission::Action;
use serde::Deserialize;

use super::fields::{Choice, Control, FormView, choices};
use super::form_page::FormPage;
use super::frames::Frame;
use super::programmes::cycle_name;
use super::typed::{Reader, Typed};
use super::verbs::session_name;
use super::visits::{Visit, see_other};
use crate::answers::{Answer, page_with};
use crate::words::Phrase;

/// The room of the menu.
const ROOM: &str = "/office/sessions";

/// What the address of the list says.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Wanted {
    after: Option<String>,
    before: Option<String>,
    done: String,
    programme: String,
}

/// The list.
#[derive(Debug, Template)]
#[template(path = "office/sessions.html")]
pub(crate) struct SessionsPage {
    pub(crate) frame: Frame,
    pub(crate) room: &'static str,
    pub(crate) rows: Vec<Row>,
    pub(crate) newer: Option<String>,
    pub(crate) older: Option<String>,
    pub(crate) may_run: bool,
}

/// One session in the list.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    pub(crate) id: String,
    pub(crate) is_own: bool,
    pub(crate) name: Phrase,
    pub(crate) outcome: String,
    pub(crate) cycle: Option<String>,
    pub(crate) is_unusual: bool,
    pub(crate) is_sample: bool,
}

const KINDS: [(&str, &str); 2] =
    [("ordinary", "council-session-ordinary"), ("extraordinary", "council-session-extraordinary")];

const OUTCOMES: [(&str, &str); 5] = [
    ("planned", "session-outcome-planned"),
    ("adopted", "session-outcome-adopted"),
    ("rejected", "session-outcome-rejected"),
    ("postponed", "session-outcome-postponed"),
    ("held", "session-outcome-held"),
];

/// `GET /office/sessions`.
pub(crate) async fn list(visit: Visit, Query(wanted): Query<Wanted>) -> Answer {
    visit.scope.require(Action::ReadDraft)?;
    let request = PageRequest::new(None, wanted.after.as_deref(), None, wanted.before.as_deref())?;
    let scope = visit.scope.public();
    let found = sessions::list(scope, None, &request).await?;
    let about = programmes::list(scope).await?;
    let link = |name: &str, cursor: Option<&str>| cursor.map(|cursor| format!("{ROOM}?{name}={cursor}"));
    let list = SessionsPage {
        frame: visit.frame("office-sessions-title").after(&wanted.done),
        room: ROOM,
        newer: link("before", found.start_cursor().filter(|_| found.has_previous)),
        older: link("after", found.end_cursor().filter(|_| found.has_next)),
        rows: found.items.iter().map(|session| Row::of(&visit, session, &about)).collect(),
        may_run: visit.permits(Action::RunProgramme),
    };
    page_with(StatusCode::OK, &list)
}

/// `GET /office/sessions/new`.
pub(crate) async fn new(visit: Visit, Query(wanted): Query<Wanted>) -> Answer {
    visit.scope.require(Action::RunProgramme)?;
    let about = programmes::list(visit.scope.public()).await?;
    let typed = Typed::default()
        .with("kind", "ordinary")
        .with("outcome", "planned")
        .with("programme", wanted.programme);
    page(&visit, None, &about, &typed).shown()
}

/// `POST /office/sessions`.
pub(crate) async fn add(visit: Visit, Form(typed): Form<Typed>) -> Answer {
    visit.scope.require(Action::RunProgramme)?;
    save(&visit, None, &typed).await
}

/// `GET /office/sessions/{id}`.
pub(crate) async fn edit(visit: Visit, Path(id): Path<String>) -> Answer {
    visit.scope.require(Action::RunProgramme)?;
    let session = own(&visit, &id).await?;
    let about = programmes::list(visit.scope.public()).await?;
    page(&visit, Some(&session), &about, &typed_of(&session, &about)).shown()
}

/// `POST /office/sessions/{id}`.
pub(crate) async fn change(visit: Visit, Path(id): Path<String>, Form(typed): Form<Typed>) -> Answer {
    visit.scope.require(Action::RunProgramme)?;
    let session = own(&visit, &id).await?;
    if typed.get("then") != "remove" {
        return save(&visit, Some(&session), &typed).await;
    }
    match sessions::remove(&visit.scope, session.id, typed.seen()).await {
        Ok(()) => Ok(see_other(&format!("{ROOM}?done=session-removed"))),
        Err(error) => {
            let about = programmes::list(visit.scope.public()).await?;
            page(&visit, Some(&session), &about, &typed_of(&session, &about)).refused(&visit, error)
        }
    }
}

async fn own(visit: &Visit, id: &str) -> Result<Session> {
    let id = id.parse().map(SessionId).map_err(|_| Error::NotFound("session"))?;
    let session = sessions::find(visit.scope.public(), id).await?;
    // The network's host shows those of all members; its office changes its own.
    if session.tenant == visit.scope.tenant().id { Ok(session) } else { Err(Error::NotFound("session")) }
}

async fn save(visit: &Visit, session: Option<&Session>, typed: &Typed) -> Answer {
    let about = programmes::list(visit.scope.public()).await?;
    let existing = session.map(|session| (session.id, typed.seen()));
    let saved = async {
        let input = input(typed, &about)?;
        sessions::put(&visit.scope, existing, input).await
    };
    match saved.await {
        Ok(_) => Ok(see_other(&format!("{ROOM}?done=session-saved"))),
        Err(error) => page(visit, session, &about, typed).refused(visit, error),
    }
}

fn input(typed: &Typed, about: &[Programme]) -> Result<SessionInput> {
    let mut reader = Reader::of(typed);
    let kind = reader.chosen("kind", SessionKind::from_code);
    let outcome = reader.chosen("outcome", Outcome::from_code);
    let starts_on = reader.needed_day("starts_on");
    let ends_on = reader.day("ends_on");
    let votes = Votes {
        in_favour: reader.number("votes_in_favour"),
        against: reader.number("votes_against"),
        abstained: reader.number("votes_abstained"),
    };
    let programme = match typed.get("programme") {
        "" => None,
        _ => reader.chosen("programme", |cycle| programme_id(about, cycle)),
    };
    reader.finish()?;
    let missing = |field: &str| Error::invalid(field, "field-required");
    Ok(SessionInput {
        programme,
        kind: kind.ok_or_else(|| missing("kind"))?,
        starts_on: starts_on.ok_or_else(|| missing("starts_on"))?,
        ends_on,
        places: typed.texts("places"),
        agendas: typed.texts("agendas"),
        outcome: outcome.ok_or_else(|| missing("outcome"))?,
        decision_number: typed.some("decision_number"),
        decisions: typed.texts("decisions"),
        votes,
        document_url: typed.some("document_url"),
    })
}

fn programme_id(about: &[Programme], cycle: &str) -> Option<ProgrammeId> {
    about.iter().find(|programme| programme.cycle == cycle).map(|programme| programme.id)
}

fn typed_of(session: &Session, about: &[Programme]) -> Typed {
    let cycle = about.iter().find(|one| Some(one.id) == session.programme).map(|one| one.cycle.as_str());
    Typed::default()
        .with("version", session.version)
        .with("programme", cycle.unwrap_or_default())
        .with("kind", session.kind.code())
        .with("starts_on", session.starts_on)
        .with_some("ends_on", session.ends_on)
        .with("outcome", session.outcome.code())
        .with_some("decision_number", session.decision_number.as_deref())
        .with_some("document_url", session.document_url.as_deref())
        .with_some("votes_in_favour", session.votes.in_favour)
        .with_some("votes_against", session.votes.against)
        .with_some("votes_abstained", session.votes.abstained)
        .with_texts("places", &session.places)
        .with_texts("agendas", &session.agendas)
        .with_texts("decisions", &session.decisions)
}

fn page(visit: &Visit, session: Option<&Session>, about: &[Programme], typed: &Typed) -> FormPage {
    let action = session.map_or_else(|| ROOM.to_owned(), |session| format!("{ROOM}/{}", session.id));
    let mut programmes = vec![Choice {
        code: String::new(),
        name: visit.phrase("office-session-no-programme"),
        is_chosen: typed.get("programme").is_empty(),
    }];
    programmes.extend(about.iter().map(|programme| Choice {
        code: programme.cycle.clone(),
        name: cycle_name(visit, programme),
        is_chosen: typed.get("programme") == programme.cycle,
    }));
    let kinds = choices(visit, typed.get("kind"), &KINDS);
    let outcomes = choices(visit, typed.get("outcome"), &OUTCOMES);
    let mut form = FormView::to(visit, &action, "common-button-save").or_back_to(ROOM);
    if session.is_some() {
        form = form.hidden("version", typed.seen());
    }
    let form = form
        .needed(typed, "kind", "office-session-kind", Control::Radio(kinds))
        .needed(typed, "starts_on", "office-session-starts", Control::Day)
        .field(typed, "ends_on", "office-session-ends", Control::Day)
        .hint("office-session-ends-hint")
        .field(typed, "programme", "office-session-programme", Control::Select(programmes))
        .needed(typed, "outcome", "session-outcome", Control::Radio(outcomes))
        .field(typed, "decision_number", "office-session-decision-number", Control::Line)
        .field(typed, "document_url", "office-session-document", Control::Address)
        .hint("office-session-document-hint")
        .field(typed, "votes_in_favour", "session-votes-for", Control::Number)
        .field(typed, "votes_against", "session-votes-against", Control::Number)
        .field(typed, "votes_abstained", "session-votes-abstained", Control::Number)
        .texts(typed, "places", "office-session-place", &Control::Line)
        .texts(typed, "agendas", "office-session-agenda", &Control::Block)
        .texts(typed, "decisions", "office-session-decision", &Control::Block);
    let title = if session.is_some() { "office-session-edit" } else { "office-session-new" };
    let mut page =
        FormPage::of(visit.frame(title), ROOM, form).back_to(ROOM, visit.phrase("office-sessions-title"));
    let Some(session) = session else { return page };
    if is_unusual(visit, session) {
        page = page.saying(visit.phrase("office-session-unusual"));
    }
    if session.outcome != Outcome::Planned {
        return page;
    }
    page.and(
        FormView::to(visit, action, "office-session-remove")
            .prefixed("remove_")
            .hidden("then", "remove")
            .hidden("version", session.version)
            .grave(),
    )
}

fn is_unusual(visit: &Visit, session: &Session) -> bool {
    sessions::is_unusual(visit.scope.tenant().kind, session.kind, session.starts_on)
}

impl Row {
    fn of(visit: &Visit, session: &Session, about: &[Programme]) -> Self {
        let programme = about.iter().find(|one| Some(one.id) == session.programme);
        Self {
            id: session.id.to_string(),
            is_own: session.tenant == visit.scope.tenant().id,
            name: session_name(visit, session),
            outcome: format!("session-outcome-{}", session.outcome.code()),
            cycle: programme.map(|one| one.cycle.clone()),
            is_unusual: is_unusual(visit, session),
            is_sample: session.is_sample,
        }
    }
}
