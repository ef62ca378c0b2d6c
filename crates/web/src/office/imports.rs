//! A programme from a file, in two steps: what the file would add, or all that is wrong with it, and
//! then the confirmation. The second page carries the plan along as text, and it is checked again.

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use bytes::Bytes;
use infitah_core::ground::error::{Error, Result};
use infitah_core::programme::programmes::Programme;
use infitah_core::programme::spreadsheets::{self, Format, Outcome, Plan, Problems};
use infitah_core::tenancy::permission::Action;
use infitah_i18n::{Arg, Locale};

use super::frames::Frame;
use super::programmes::{ROOM, of_cycle};
use super::sent::{MOST_BYTES, Sent};
use super::visits::{Visit, see_other};
use crate::answers::{Answer, page_with};
use crate::words::Phrase;

/// The page of both steps.
#[derive(Debug, Template)]
#[template(path = "office/import.html")]
pub(crate) struct ImportPage {
    pub(crate) frame: Frame,
    pub(crate) room: &'static str,
    pub(crate) cycle: String,
    pub(crate) step: Step,
    pub(crate) most: usize,
    pub(crate) templates: Vec<(String, Phrase)>,
}

/// What is known of a file.
#[derive(Debug)]
pub(crate) enum Step {
    /// Nothing yet.
    Ask,
    /// Why none is taken.
    No(Phrase),
    /// What is wrong with it.
    Bad(Vec<String>),
    /// What it would add: axes, commitments, milestones, and itself as text.
    Good([usize; 3], String),
}

impl ImportPage {
    /// Whether a file is asked for.
    pub(crate) fn may_send(&self) -> bool {
        matches!(self.step, Step::Ask | Step::Bad(_))
    }
}

/// `GET /office/programme/{cycle}/import`.
pub(crate) async fn show(visit: Visit, Path(cycle): Path<String>) -> Answer {
    visit.scope.require(Action::RunProgramme)?;
    let programme = of_cycle(&visit, &cycle).await?;
    match spreadsheets::require_room(&visit.scope, programme.id).await {
        Ok(()) => page(&visit, &programme, StatusCode::OK, Step::Ask),
        Err(Error::Conflict(key)) => page(&visit, &programme, StatusCode::OK, Step::No(visit.phrase(key))),
        Err(error) => Err(error.into()),
    }
}

/// `POST /office/programme/{cycle}/import`.
pub(crate) async fn take(visit: Visit, Path(cycle): Path<String>, sent: Sent) -> Answer {
    visit.scope.require(Action::RunProgramme)?;
    let programme = of_cycle(&visit, &cycle).await?;
    let plan = sent.typed.get("plan");
    if !plan.is_empty() {
        return confirm(&visit, &programme, Bytes::from(plan.to_owned())).await;
    }
    match sent.files.into_iter().find(|file| file.field == "file") {
        Some(file) => check(&visit, &programme, file.bytes).await,
        None => {
            let missing = Step::Bad(vec![visit.words.plain("field-required", &[])]);
            page(&visit, &programme, StatusCode::UNPROCESSABLE_ENTITY, missing)
        }
    }
}

async fn check(visit: &Visit, programme: &Programme, file: Bytes) -> Answer {
    match spreadsheets::examine(&visit.scope, programme.id, file).await {
        Ok(Outcome::Good(plan)) => page(visit, programme, StatusCode::OK, good(&plan)?),
        Ok(Outcome::Refused(problems)) => bad(visit, programme, &problems),
        Err(error) => no(visit, programme, error),
    }
}

async fn confirm(visit: &Visit, programme: &Programme, plan: Bytes) -> Answer {
    match spreadsheets::import(&visit.scope, programme.id, plan).await {
        Ok(Outcome::Good(_)) => {
            Ok(see_other(&format!("{ROOM}/{}/tree?done=programme-imported", programme.cycle)))
        }
        Ok(Outcome::Refused(problems)) => bad(visit, programme, &problems),
        Err(error) => no(visit, programme, error),
    }
}

fn good(plan: &Plan) -> Result<Step> {
    let counts = plan.counts();
    Ok(Step::Good([counts.axes, counts.commitments, counts.milestones], plan.carried()?))
}

fn bad(visit: &Visit, programme: &Programme, problems: &Problems) -> Answer {
    page(visit, programme, StatusCode::UNPROCESSABLE_ENTITY, Step::Bad(problems.sentences(visit.locale())))
}

fn no(visit: &Visit, programme: &Programme, error: Error) -> Answer {
    match error {
        Error::Conflict(key) if !visit.wants_json => {
            page(visit, programme, StatusCode::CONFLICT, Step::No(visit.phrase(key)))
        }
        error => Err(error.into()),
    }
}

fn page(visit: &Visit, programme: &Programme, status: StatusCode, step: Step) -> Answer {
    let page = ImportPage {
        frame: visit.frame("office-import-title"),
        room: ROOM,
        cycle: programme.cycle.clone(),
        step,
        most: (MOST_BYTES / 1024 / 1024) - 2,
        templates: templates(visit),
    };
    page_with(status, &page)
}

/// The empty sheets: Arabic and French, of either kind.
fn templates(visit: &Visit) -> Vec<(String, Phrase)> {
    let named = |locale: Locale, format: Format| {
        let language = visit.words.plain(&format!("language-{}", locale.code()), &[]);
        let kind = format.extension().to_uppercase();
        let parts = [("language", Arg::Text(&language)), ("format", Arg::Text(&kind))];
        let name = Phrase::of(visit.words.with("office-import-template-named", &parts), visit.locale());
        (format!("{ROOM}/template.{}?locale={}", format.extension(), locale.code()), name)
    };
    let formats = [Format::Xlsx, Format::Csv];
    [Locale::Ar, Locale::Fr]
        .into_iter()
        .flat_map(|locale| formats.map(|format| named(locale, format)))
        .collect()
}
