//! How states and steps are drawn: each state has a class of the stylesheet and a word, each step
//! of the cycle a place before, at or after where the programme stands.

use chrono::NaiveDate;
use infitah_core::ground::localised::Localised;
use infitah_core::programme::programmes::{Phase, ProgrammeStatus};
use infitah_core::programme::states::{State, Status};

use crate::words::Phrase;

/// How a state is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Shape {
    /// The class of its chip and cell.
    pub(crate) class: &'static str,
    /// The key of its word.
    pub(crate) key: &'static str,
}

const NO_DATA: Shape = Shape { class: "state-none", key: "state-no-data" };
const NOT_STARTED: Shape = Shape { class: "state-not-started", key: "state-not-started" };
const LIMITED: Shape = Shape { class: "state-limited", key: "state-limited" };
const SUBSTANTIAL: Shape = Shape { class: "state-substantial", key: "state-substantial" };
const COMPLETE: Shape = Shape { class: "state-complete", key: "state-complete" };
const DROPPED: Shape = Shape { class: "state-dropped", key: "state-dropped" };

impl Shape {
    /// All of them, in the order of the key beside a programme.
    pub(crate) const ALL: [Self; 6] = [NO_DATA, NOT_STARTED, LIMITED, SUBSTANTIAL, COMPLETE, DROPPED];

    /// Of a milestone.
    pub(crate) fn of_state(state: Option<State>) -> Self {
        match state {
            None => NO_DATA,
            Some(State::NotStarted) => NOT_STARTED,
            Some(State::Limited) => LIMITED,
            Some(State::Substantial) => SUBSTANTIAL,
            Some(State::Complete) => COMPLETE,
            Some(State::Dropped) => DROPPED,
        }
    }

    /// Of a commitment.
    pub(crate) fn of_status(status: Status) -> Self {
        match status {
            Status::NoData => NO_DATA,
            Status::NotStarted => NOT_STARTED,
            Status::Limited => LIMITED,
            Status::Substantial => SUBSTANTIAL,
            Status::Complete => COMPLETE,
            Status::Dropped => DROPPED,
        }
    }
}

/// The message key of where a programme stands.
pub(crate) fn status_key(status: ProgrammeStatus) -> &'static str {
    match status {
        ProgrammeStatus::Preparing => "programme-status-preparation",
        ProgrammeStatus::Adopted => "programme-status-adopted",
        ProgrammeStatus::Implementing => "programme-status-running",
        ProgrammeStatus::Evaluating => "programme-status-evaluating",
        ProgrammeStatus::Closed => "programme-status-closed",
    }
}

/// A step of the cycle as it is drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct StepMark {
    /// The key of its name.
    pub(crate) key: String,
    /// Done or now; none for what is to come, or of which nobody said that it came.
    pub(crate) class: Option<&'static str>,
    /// A message key and the day in it.
    pub(crate) day: Option<(&'static str, NaiveDate)>,
    /// The day it was planned for, where it came later.
    pub(crate) slipped_from: Option<NaiveDate>,
    /// What readers should know about it.
    pub(crate) notes: Localised,
    /// The events that belong to it: what they are called, and their pages.
    pub(crate) events: Vec<(Phrase, String)>,
}

impl StepMark {
    /// Whether the programme stands here.
    pub(crate) fn is_now(&self) -> bool {
        self.class == Some("now")
    }

    /// The eleven steps of a programme that has reached `reached`.
    pub(crate) fn all(phases: &[Phase], reached: Option<i32>) -> Vec<Self> {
        (1..=11).map(|step| Self::at(step, phases, reached)).collect()
    }

    /// One of these steps.
    pub(crate) fn at(step: i32, phases: &[Phase], reached: Option<i32>) -> Self {
        let phase = phases.iter().find(|phase| phase.step == step);
        let finished_on = phase.and_then(|phase| phase.finished_on);
        let started_on = phase.and_then(|phase| phase.started_on);
        let planned_on = phase.and_then(|phase| phase.planned_on);
        let class = match reached {
            Some(reached) if step == reached => Some("now"),
            Some(reached) if step < reached => Some("done"),
            _ if finished_on.is_some() => Some("done"),
            _ => None,
        };
        let done = finished_on.or(started_on).map(|day| ("step-done-on", day));
        let day = match class {
            Some("done") => done,
            Some("now") => None,
            _ => planned_on.map(|day| ("step-planned-on", day)),
        };
        let came_on = started_on.or(finished_on);
        let slipped_from = planned_on.filter(|&planned| came_on.is_some_and(|came| came > planned));
        let notes = phase.map(|phase| phase.notes.clone()).unwrap_or_default();
        Self { key: format!("step-{step}"), class, day, slipped_from, notes, events: Vec::new() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_stand_before_at_or_after_the_programme() {
        let day = |text: &str| text.parse::<NaiveDate>().expect("a day");
        let phase = |step, planned: Option<&str>, finished: Option<&str>| Phase {
            step,
            planned_on: planned.map(day),
            started_on: None,
            finished_on: finished.map(day),
            ..Phase::default()
        };
        let phases = [
            phase(4, None, Some("2023-03-06")),
            phase(7, Some("2023-07-01"), None),
            phase(8, Some("2023-07-01"), Some("2023-09-01")),
            phase(9, Some("2030-01-01"), None),
        ];
        let steps = StepMark::all(&phases, Some(5));
        let classes: Vec<_> = steps.iter().map(|step| step.class).collect();
        let (done, now) = (Some("done"), Some("now"));
        assert_eq!(classes, [done, done, done, done, now, None, None, done, None, None, None]);
        assert_eq!(steps[3].day, Some(("step-done-on", day("2023-03-06"))));
        assert_eq!((steps[3].slipped_from, steps[7].slipped_from), (None, Some(day("2023-07-01"))));
        assert_eq!(steps[8].day, Some(("step-planned-on", day("2030-01-01"))));
    }
}
