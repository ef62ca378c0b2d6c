//! The page of one programme: the one obvious next step, the eleven steps with their days, and the
//! ways to everything that belongs to it.

use askama::Template;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use infitah_core::ground::error::Result;
use infitah_core::programme::commitments::Commitment;
use infitah_core::programme::cycle::{self, STEPS, Verb};
use infitah_core::programme::programmes::{self, Phase, Programme, ProgrammeStatus};
use infitah_core::programme::{axes, commitments};
use infitah_core::tenancy::permission::Action;

use super::fields::{Control, FormView, Part};
use super::frames::Frame;
use super::programmes::{Done, ROOM, cycle_name, of_cycle};
use super::typed::Typed;
use super::verbs;
use super::visits::Visit;
use crate::answers::{Answer, page_with};
use crate::states::{StepMark, status_key};
use crate::words::Phrase;

/// The page.
#[derive(Debug, Template)]
#[template(path = "office/programme.html")]
pub(crate) struct ProgrammePage {
    pub(crate) frame: Frame,
    pub(crate) room: &'static str,
    pub(crate) cycle: String,
    pub(crate) status: &'static str,
    pub(crate) public_url: String,
    pub(crate) next: Option<Next>,
    pub(crate) later: Vec<String>,
    pub(crate) steps: Vec<StepRow>,
    pub(crate) committee: u32,
    pub(crate) may_run: bool,
    pub(crate) is_reported: bool,
    pub(crate) commitments: Vec<CommitmentRow>,
}

/// The next step of a programme.
#[derive(Debug, Clone)]
pub(crate) struct Next {
    /// The message key of what it is.
    pub(crate) key: String,
    /// Why it may not be done yet.
    pub(crate) reason: Option<&'static str>,
    /// Where what is missing can be added.
    pub(crate) missing: Option<(String, &'static str)>,
    /// Where it is confirmed, for what cannot be undone.
    pub(crate) confirm: Option<String>,
    /// The form that does it.
    pub(crate) form: Option<FormView>,
}

/// One of the eleven steps.
#[derive(Debug, Clone)]
pub(crate) struct StepRow {
    pub(crate) number: i32,
    pub(crate) mark: StepMark,
    pub(crate) day: Option<Phrase>,
    pub(crate) note: Option<Phrase>,
}

/// One commitment, as a way to its indicators and assessments.
#[derive(Debug, Clone)]
pub(crate) struct CommitmentRow {
    pub(crate) number: i32,
    pub(crate) title: Option<Phrase>,
}

/// `GET /office/programme/{cycle}`.
pub(crate) async fn show(visit: Visit, Path(cycle): Path<String>, Query(after): Query<Done>) -> Answer {
    let programme = of_cycle(&visit, &cycle).await?;
    let scope = visit.scope.public();
    let facts = cycle::facts(&visit.scope, programme.id).await?;
    let phases = programmes::phases(scope, &[programme.id]).await?.remove(&programme.id).unwrap_or_default();
    let may_run = visit.permits(Action::RunProgramme);
    let ahead = cycle::next(&facts);
    let shown = ProgrammePage {
        frame: Frame { title: cycle_name(&visit, &programme), ..visit.frame("programme").after(&after.done) },
        room: ROOM,
        status: status_key(programme.status),
        public_url: format!(
            "{}/{}/programme/{}",
            visit.scope.tenant().url,
            visit.locale().code(),
            programme.cycle
        ),
        next: ahead.first().map(|&(verb, reason)| Next::of(&visit, &programme, verb, reason, may_run)),
        later: ahead.iter().skip(1).map(|(verb, _)| verb_key(*verb)).collect(),
        steps: STEPS.map(|step| StepRow::of(&visit, step, &phases, programme.step)).collect(),
        committee: programme.committee.total,
        may_run,
        is_reported: visit.permits(Action::ReportProgress) && is_running(programme.status),
        commitments: commitments_of(&visit, &programme).await?,
        cycle: programme.cycle,
    };
    page_with(StatusCode::OK, &shown)
}

/// Whether progress is reported on at this point.
pub(crate) fn is_running(status: ProgrammeStatus) -> bool {
    matches!(status, ProgrammeStatus::Implementing | ProgrammeStatus::Evaluating)
}

/// The message key of a verb.
pub(crate) fn verb_key(verb: Verb) -> String {
    format!("office-verb-{}", verb.code().replace('_', "-"))
}

async fn commitments_of(visit: &Visit, programme: &Programme) -> Result<Vec<CommitmentRow>> {
    let scope = visit.scope.public();
    let axes = axes::by_programmes(scope, &[programme.id], None).await?;
    let axes: Vec<_> = axes.into_values().flatten().map(|axis| axis.id).collect();
    let mut all: Vec<Commitment> =
        commitments::by_axes(scope, &axes, None).await?.into_values().flatten().collect();
    all.sort_by_key(|commitment| commitment.number);
    let row = |commitment: &Commitment| CommitmentRow {
        number: commitment.number,
        title: Phrase::written(&commitment.titles, visit.locale()),
    };
    Ok(all.iter().map(row).collect())
}

impl Next {
    fn of(
        visit: &Visit,
        programme: &Programme,
        verb: Verb,
        reason: Option<&'static str>,
        may_run: bool,
    ) -> Self {
        let here = format!("{ROOM}/{}", programme.cycle);
        let may_now = may_run && reason.is_none();
        let is_grave = verbs::is_grave(verb);
        let typed = Typed::default().with("on", visit.scope.today());
        let form = || {
            FormView::to(visit, format!("{here}/next/{}", verb.code()), "office-verb-do").needed(
                &typed,
                "on",
                "office-verb-day",
                Control::Day,
            )
        };
        Self {
            key: verb_key(verb),
            reason,
            missing: reason.filter(|_| may_run).and_then(|key| missing(programme, key)),
            confirm: (may_now && is_grave).then(|| format!("{here}/next/{}", verb.code())),
            form: (may_now && !is_grave).then(form),
        }
    }
}

/// Where what is missing can be added: an address and the message key of the link.
fn missing(programme: &Programme, reason: &str) -> Option<(String, &'static str)> {
    let here = format!("{ROOM}/{}", programme.cycle);
    match reason {
        "cycle-draft-is-empty" => Some((format!("{here}/tree"), "office-tree-title")),
        "cycle-needs-committee" => Some((format!("{here}/committee"), "office-committee-title")),
        "cycle-needs-session" => {
            Some((format!("/office/sessions/new?programme={}", programme.cycle), "office-session-new"))
        }
        "cycle-session-did-not-adopt"
        | "cycle-session-without-decision"
        | "cycle-session-before-validation"
        | "cycle-session-of-another-programme" => {
            Some(("/office/sessions".to_owned(), "office-sessions-title"))
        }
        _ => None,
    }
}

impl StepRow {
    fn of(visit: &Visit, step: i32, phases: &[Phase], reached: Option<i32>) -> Self {
        let mark = StepMark::at(step, phases, reached);
        let day = mark.day.map(|(key, day)| {
            let date = visit.words.date(day);
            Phrase::of(visit.words.with(key, &[("date", infitah_i18n::Arg::Text(&date))]), visit.locale())
        });
        Self { number: step, note: Phrase::written(&mark.notes, visit.locale()), mark, day }
    }
}
