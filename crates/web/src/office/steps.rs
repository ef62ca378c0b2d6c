//! The door of one step of the cycle: when it was planned, began and ended, what readers should know
//! about it, and the way to take a slip of the finger back.

use axum::extract::{Form, Path};
use infitah_core::ground::error::{Error, FieldError, Result};
use infitah_core::programme::cycle::{self, STEPS};
use infitah_core::programme::programmes::{self, Phase, Programme};
use infitah_core::tenancy::permission::Action;

use super::fields::{Control, FormView};
use super::form_page::FormPage;
use super::programmes::{ROOM, cycle_name, of_cycle};
use super::typed::{Reader, Typed};
use super::visits::{Visit, see_other};
use crate::answers::Answer;

/// The first step whose days follow the verbs.
const BY_VERB: i32 = 9;

/// `GET /office/programme/{cycle}/steps/{step}`.
pub(crate) async fn show(visit: Visit, Path((cycle, step)): Path<(String, String)>) -> Answer {
    visit.scope.require(Action::RunProgramme)?;
    let step = step_of(&step)?;
    let programme = of_cycle(&visit, &cycle).await?;
    let phase = phase_of(&visit, &programme, step).await?;
    let typed = Typed::default()
        .with_some("planned_on", phase.planned_on)
        .with_some("started_on", phase.started_on)
        .with_some("finished_on", phase.finished_on)
        .with_texts("notes", &phase.notes);
    page(&visit, &programme, &phase, &typed).shown()
}

/// `POST /office/programme/{cycle}/steps/{step}`.
pub(crate) async fn change(
    visit: Visit,
    Path((cycle, step)): Path<(String, String)>,
    Form(typed): Form<Typed>,
) -> Answer {
    visit.scope.require(Action::RunProgramme)?;
    let step = step_of(&step)?;
    let programme = of_cycle(&visit, &cycle).await?;
    let phase = phase_of(&visit, &programme, step).await?;
    let done = if typed.get("then") == "undo" {
        cycle::clear_phase(&visit.scope, programme.id, step).await
    } else {
        save(&visit, &programme, &phase, &typed).await
    };
    match done {
        Ok(()) => Ok(see_other(&format!("{ROOM}/{}?done=step-saved#steps", programme.cycle))),
        Err(error) => page(&visit, &programme, &phase, &typed).refused(&visit, error),
    }
}

/// Writes what differs from what is stored, the plan first.
async fn save(visit: &Visit, programme: &Programme, phase: &Phase, typed: &Typed) -> Result<()> {
    let (scope, id, step) = (&visit.scope, programme.id, phase.step);
    let mut reader = Reader::of(typed);
    let (planned_on, started_on, finished_on) =
        (reader.day("planned_on"), reader.day("started_on"), reader.day("finished_on"));
    reader.finish()?;
    if planned_on != phase.planned_on {
        cycle::plan_phase(scope, id, step, planned_on).await.map_err(|error| at(error, "planned_on"))?;
    }
    let notes = typed.texts("notes");
    if notes != phase.notes {
        cycle::note_phase(scope, id, step, notes).await?;
    }
    if step >= BY_VERB {
        return Ok(());
    }
    if (started_on.is_none() && phase.started_on.is_some() && finished_on.is_none())
        || (finished_on.is_none() && phase.finished_on.is_some())
    {
        // An emptied day takes both back; the one that stays is written again.
        cycle::clear_phase(scope, id, step).await.map_err(|error| at(error, "started_on"))?;
    }
    let start = started_on.filter(|_| started_on != phase.started_on || finished_on != phase.finished_on);
    let finish = finished_on.filter(|_| finished_on != phase.finished_on);
    // A step that moves on as a whole ends anew before it begins anew.
    let ends_first = phase.started_on.is_some() && phase.finished_on.is_some() && finish > phase.finished_on;
    if let Some(on) = finish.filter(|_| ends_first) {
        cycle::finish_phase(scope, id, step, on).await.map_err(|error| at(error, "finished_on"))?;
    }
    if let Some(on) = start {
        cycle::start_phase(scope, id, step, on).await.map_err(|error| at(error, "started_on"))?;
    }
    if let Some(on) = finish.filter(|_| !ends_first) {
        cycle::finish_phase(scope, id, step, on).await.map_err(|error| at(error, "finished_on"))?;
    }
    Ok(())
}

/// A breach of "the day" as a breach of the day that was typed.
fn at(error: Error, field: &str) -> Error {
    let moved = |error: FieldError| match error.field.as_str() {
        "on" | "step" => FieldError { field: field.to_owned(), ..error },
        _ => error,
    };
    match error {
        Error::Invalid(errors) => Error::Invalid(errors.into_iter().map(moved).collect()),
        error => error,
    }
}

fn step_of(text: &str) -> Result<i32> {
    text.parse().ok().filter(|step| STEPS.contains(step)).ok_or(Error::NotFound("page"))
}

async fn phase_of(visit: &Visit, programme: &Programme, step: i32) -> Result<Phase> {
    let mut all = programmes::phases(visit.scope.public(), &[programme.id]).await?;
    let phases = all.remove(&programme.id).unwrap_or_default();
    Ok(phases.into_iter().find(|phase| phase.step == step).unwrap_or(Phase { step, ..Phase::default() }))
}

fn page(visit: &Visit, programme: &Programme, phase: &Phase, typed: &Typed) -> FormPage {
    let here = format!("{ROOM}/{}", programme.cycle);
    let action = format!("{here}/steps/{}", phase.step);
    let is_by_hand = phase.step < BY_VERB;
    let mut form = FormView::to(visit, &action, "common-button-save")
        .or_back_to(format!("{here}#steps"))
        .field(typed, "planned_on", "office-step-planned", Control::Day);
    if is_by_hand {
        form = form.field(typed, "started_on", "office-step-started", Control::Day).field(
            typed,
            "finished_on",
            "office-step-finished",
            Control::Day,
        );
    }
    let form =
        form.texts(typed, "notes", "office-step-notes", &Control::Block).hint("office-step-notes-hint");
    let frame = visit.frame(&format!("step-{}", phase.step));
    let page = FormPage::of(frame, ROOM, form).back_to(&here, cycle_name(visit, programme));
    if !is_by_hand {
        return page.saying(visit.phrase("office-step-by-verb"));
    }
    if phase.started_on.is_none() && phase.finished_on.is_none() {
        return page;
    }
    page.and(FormView::to(visit, action, "office-step-undo").light().prefixed("undo_").hidden("then", "undo"))
}
