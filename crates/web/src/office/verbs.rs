//! The doors of the verbs that move a programme on. Each has a page of its own that asks for the day
//! and says what follows; what cannot be undone is done nowhere else.

use axum::extract::{Form, Path};
use infitah_core::ground::error::{Error, Result};
use infitah_core::ground::ids::SessionId;
use infitah_core::programme::cycle::{self, Verb};
use infitah_core::programme::programmes::Programme;
use infitah_core::programme::sessions::{self, Outcome, Session};
use infitah_core::tenancy::permission::Action;
use infitah_i18n::Arg;

use super::fields::{Choice, Control, FormView};
use super::form_page::FormPage;
use super::programme_page::verb_key;
use super::programmes::{ROOM, cycle_name, of_cycle};
use super::typed::{Reader, Typed};
use super::visits::{Visit, see_other};
use crate::answers::Answer;
use crate::words::Phrase;

/// Whether a verb cannot be undone: the public has read it, the council has decided, it is over.
pub(crate) fn is_grave(verb: Verb) -> bool {
    matches!(verb, Verb::PublishDraft | Verb::Adopt | Verb::Close)
}

/// `GET /office/programme/{cycle}/next/{verb}`.
pub(crate) async fn ask(visit: Visit, Path((cycle, verb)): Path<(String, String)>) -> Answer {
    visit.scope.require(Action::RunProgramme)?;
    let verb = verb_of(&verb)?;
    let programme = of_cycle(&visit, &cycle).await?;
    let facts = cycle::facts(&visit.scope, programme.id).await?;
    let votes = votes(&visit, &programme, verb).await?;
    let mut typed = Typed::default().with("on", visit.scope.today());
    if let [only] = votes.as_slice() {
        typed = typed.with("session", only.id);
    }
    let page = page(&visit, &programme, verb, &votes, &typed);
    let ahead = cycle::next(&facts);
    match ahead.into_iter().find(|(one, _)| *one == verb) {
        Some((_, None)) => page.shown(),
        Some((_, Some(reason))) => page.refused(&visit, Error::Conflict(reason)),
        None => Ok(see_other(&format!("{ROOM}/{}", programme.cycle))),
    }
}

/// `POST /office/programme/{cycle}/next/{verb}`.
pub(crate) async fn act(
    visit: Visit,
    Path((cycle, verb)): Path<(String, String)>,
    Form(typed): Form<Typed>,
) -> Answer {
    visit.scope.require(Action::RunProgramme)?;
    let verb = verb_of(&verb)?;
    let programme = of_cycle(&visit, &cycle).await?;
    match act_on(&visit, &programme, verb, &typed).await {
        Ok(()) => Ok(see_other(&format!("{ROOM}/{}?done={}", programme.cycle, verb.code()))),
        Err(error) => {
            let votes = votes(&visit, &programme, verb).await?;
            page(&visit, &programme, verb, &votes, &typed).refused(&visit, error)
        }
    }
}

async fn act_on(visit: &Visit, programme: &Programme, verb: Verb, typed: &Typed) -> Result<()> {
    let (scope, id) = (&visit.scope, programme.id);
    let mut reader = Reader::of(typed);
    if verb == Verb::Adopt {
        let session = reader.chosen("session", |text| text.parse().ok().map(SessionId));
        reader.finish()?;
        return match session {
            Some(session) => cycle::adopt(scope, id, session).await,
            None => Err(Error::invalid("session", "field-required")),
        };
    }
    let on = reader.needed_day("on");
    reader.finish()?;
    let on = on.ok_or_else(|| Error::invalid("on", "field-required"))?;
    match verb {
        Verb::PublishDraft => cycle::publish_draft(scope, id, on).await,
        Verb::ValidateDraft => cycle::validate_draft(scope, id, on).await,
        Verb::BeginImplementation => cycle::begin_implementation(scope, id, on).await,
        Verb::BeginEvaluation => cycle::begin_evaluation(scope, id, on).await,
        Verb::Close => cycle::close(scope, id, on).await,
        Verb::Adopt => Err(Error::invalid("session", "field-required")),
    }
}

fn verb_of(code: &str) -> Result<Verb> {
    Verb::from_code(code).ok_or(Error::NotFound("page"))
}

/// The sessions in which the council has adopted this programme.
async fn votes(visit: &Visit, programme: &Programme, verb: Verb) -> Result<Vec<Session>> {
    if verb != Verb::Adopt {
        return Ok(Vec::new());
    }
    let mut all = sessions::by_programmes(visit.scope.public(), &[programme.id]).await?;
    let mut found = all.remove(&programme.id).unwrap_or_default();
    found.retain(|session| session.outcome == Outcome::Adopted);
    Ok(found)
}

fn page(visit: &Visit, programme: &Programme, verb: Verb, votes: &[Session], typed: &Typed) -> FormPage {
    let here = format!("{ROOM}/{}", programme.cycle);
    let action = format!("{here}/next/{}", verb.code());
    let mut form = FormView::to(visit, action, "office-verb-confirm").or_back_to(&here);
    if is_grave(verb) {
        form = form.grave();
    }
    form = if verb == Verb::Adopt {
        let choice = |session: &Session| Choice {
            code: session.id.to_string(),
            name: session_name(visit, session),
            is_chosen: typed.get("session") == session.id.to_string(),
        };
        let choices = votes.iter().map(choice).collect();
        form.needed(typed, "session", "office-verb-session", Control::Radio(choices))
    } else {
        form.needed(typed, "on", "office-verb-day", Control::Day)
    };
    let key = verb_key(verb);
    FormPage::of(visit.frame(&key), ROOM, form)
        .back_to(&here, cycle_name(visit, programme))
        .saying(visit.phrase(&format!("{key}-text")))
}

/// "Ordinary session, 5 October 2026".
pub(crate) fn session_name(visit: &Visit, session: &Session) -> Phrase {
    let (kind, day) = (
        visit.words.plain(&format!("council-session-{}", session.kind.code()), &[]),
        visit.words.date(session.starts_on),
    );
    let args = [("session", Arg::Text(&kind)), ("date", Arg::Text(&day))];
    Phrase::of(visit.words.with("office-session-named", &args), visit.locale())
}
