//! The sheet on which all milestones of a period are reported at once. What is refused keeps what
//! was typed; what was typed beside a line that is sent alone is kept as a draft.

use std::collections::HashMap;

use askama::Template;
use axum::Json;
use axum::extract::{Form, Path, Query};
use axum::http::StatusCode;
use axum::response::IntoResponse as _;
use infitah_core::ground::error::{Error, Result};
use infitah_core::ground::ids::{CommitmentId, MilestoneId};
use infitah_core::media::{self, Upload};
use infitah_core::programme::drafts;
use infitah_core::programme::programmes::Programme;
use infitah_core::programme::reporting::{self, Due, Sheet};
use infitah_core::programme::reports::{self, Eyes};
use infitah_core::tenancy::permission::Action;
use infitah_i18n::Arg;
use serde::Deserialize;
use serde_json::json;

use super::fields::Choice;
use super::frames::Frame;
use super::programme_page::is_running;
use super::programmes::{cycle_name, of_cycle};
use super::sent::{Sent, SentFile};
use super::sheet_lines::{LineView, TypedLine, is_wanted};
use super::typed::{Typed, day};
use super::visits::{Visit, see_other};
use crate::answers::{Answer, page_with};
use crate::words::Phrase;

/// What the address says.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Wanted {
    period: String,
    done: String,
}

/// The page.
#[derive(Debug, Template)]
#[template(path = "office/sheet.html")]
pub(crate) struct SheetPage {
    pub(crate) frame: Frame,
    pub(crate) room: &'static str,
    pub(crate) cycle: String,
    pub(crate) back: Phrase,
    pub(crate) owner: String,
    pub(crate) period: Option<String>,
    pub(crate) due: Option<Phrase>,
    pub(crate) periods: Vec<Choice>,
    pub(crate) is_running: bool,
    pub(crate) waits: bool,
    pub(crate) missing: usize,
    pub(crate) groups: Vec<Group>,
}

/// The milestones of one commitment.
#[derive(Debug, Clone)]
pub(crate) struct Group {
    commitment: CommitmentId,
    pub(crate) number: i32,
    pub(crate) title: Option<Phrase>,
    pub(crate) lines: Vec<LineView>,
}

type Refused = HashMap<MilestoneId, Error>;
type Lines = HashMap<MilestoneId, TypedLine>;

/// `GET /office/reports/{cycle}?period={day}`.
pub(crate) async fn show(visit: Visit, Path(cycle): Path<String>, Query(wanted): Query<Wanted>) -> Answer {
    let (programme, sheet) = sheet_of(&visit, &cycle, &wanted.period).await?;
    let mut page = SheetPage::of(&visit, &programme, &sheet, &Lines::new(), &Refused::new());
    page.frame = page.frame.after(&wanted.done);
    page_with(StatusCode::OK, &page)
}

/// `POST /office/reports/{cycle}`: one line, or all that are filled in.
pub(crate) async fn send(visit: Visit, Path(cycle): Path<String>, sent: Sent) -> Answer {
    let (programme, sheet) = sheet_of(&visit, &cycle, sent.typed.get("period")).await?;
    let only = sent.typed.get("only").to_owned();
    let (mut lines, mut refused) = (Lines::new(), Refused::new());
    for due in &sheet.lines {
        let line = TypedLine::of(&sent.typed, &due.milestone.to_string());
        lines.insert(due.milestone, line);
    }
    take_in(&visit, sent.files, &mut lines, &mut refused).await?;
    lines.retain(|_, line| line.is_filled());
    for due in &sheet.lines {
        let Some(line) = lines.get(&due.milestone) else {
            if only == due.milestone.to_string() {
                refused.entry(due.milestone).or_insert_with(|| Error::invalid("state", "field-required"));
            }
            continue;
        };
        let is_meant = only.is_empty() || only == due.milestone.to_string();
        let done = match (is_meant, refused.contains_key(&due.milestone)) {
            (true, false) => submit(&visit, &sheet, due.milestone, line).await,
            _ => Ok(false),
        };
        match done {
            Ok(true) => {
                lines.remove(&due.milestone);
            }
            // What nobody can act on is a fault of the whole; the lines before it are handed in.
            Err(error @ (Error::Internal(_) | Error::Unauthenticated(_))) => return Err(error.into()),
            Err(error) => {
                keep(&visit, due, line).await?;
                refused.insert(due.milestone, error);
            }
            Ok(false) => keep(&visit, due, line).await?,
        }
    }
    let at = sheet.period.map_or(String::new(), |period| period.ends_on.to_string());
    if refused.is_empty() && !lines.values().any(TypedLine::has_files) {
        let done = if sheet.eyes == Eyes::Two { "reports-waiting" } else { "reports-sent" };
        return Ok(see_other(&format!("/office/reports/{}?period={at}&done={done}", programme.cycle)));
    }
    let (programme, sheet) = sheet_of(&visit, &cycle, &at).await?;
    let page = SheetPage::of(&visit, &programme, &sheet, &lines, &refused);
    let is_conflict = refused.values().any(|error| matches!(error, Error::Conflict(_)));
    let status = match (refused.is_empty(), is_conflict) {
        (true, _) => StatusCode::OK,
        (_, true) => StatusCode::CONFLICT,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    };
    page_with(status, &page)
}

/// `POST /office/reports/{cycle}/drafts`: what was typed of one line so far.
pub(crate) async fn save_draft(visit: Visit, Path(_): Path<String>, Form(typed): Form<Typed>) -> Answer {
    let milestone = typed.get("milestone").parse().map(MilestoneId);
    let milestone = milestone.map_err(|_| Error::NotFound("milestone"))?;
    let line = TypedLine::alone(typed);
    if !line.is_filled() {
        drafts::discard(&visit.scope, milestone).await?;
        return Ok(Json(json!({ "saved_at": null })).into_response());
    }
    let saved_at = drafts::save(&visit.scope, milestone, line.draft()).await?;
    Ok(Json(json!({ "saved_at": saved_at.to_rfc3339() })).into_response())
}

/// `POST /office/reports/{cycle}/files`: one file, ahead of the report that it proves.
pub(crate) async fn upload(visit: Visit, Path(_): Path<String>, sent: Sent) -> Answer {
    visit.scope.require(Action::ReportProgress)?;
    let file = sent.files.into_iter().next().ok_or_else(|| Error::invalid("file", "field-required"))?;
    let medium = media::put(&visit.scope, Upload::of(file.file_name, file.bytes)).await?;
    let kept = json!({ "id": medium.id.to_string(), "name": medium.file_name });
    Ok((StatusCode::CREATED, Json(kept)).into_response())
}

async fn sheet_of(visit: &Visit, cycle: &str, period: &str) -> Result<(Programme, Sheet)> {
    visit.scope.require(Action::ReportProgress)?;
    let programme = of_cycle(visit, cycle).await?;
    let sheet = reporting::sheet(&visit.scope, programme.id, day(period)).await?;
    Ok((programme, sheet))
}

/// Takes the files in; what is not taken is a breach of its line.
async fn take_in(
    visit: &Visit,
    files: Vec<SentFile>,
    lines: &mut Lines,
    refused: &mut Refused,
) -> Result<()> {
    for file in files {
        let id = file.field.strip_suffix("-file").and_then(|id| id.parse().ok()).map(MilestoneId);
        let Some((id, line)) = id.and_then(|id| lines.get_mut(&id).map(|line| (id, line))) else { continue };
        match media::put(&visit.scope, Upload::of(file.file_name, file.bytes)).await {
            Ok(medium) => line.keep(medium.id, &medium.file_name),
            Err(error @ Error::Invalid(_)) => {
                refused.insert(id, error);
            }
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

async fn submit(visit: &Visit, sheet: &Sheet, milestone: MilestoneId, line: &TypedLine) -> Result<bool> {
    let report = line.report(sheet.period)?;
    reports::submit(&visit.scope, milestone, report).await.map(|_| true)
}

/// Keeps what was typed of a line that is not handed in; what no draft can hold stays on the page.
async fn keep(visit: &Visit, due: &Due, line: &TypedLine) -> Result<()> {
    match drafts::save(&visit.scope, due.milestone, line.draft()).await {
        Ok(_) | Err(Error::Invalid(_)) => Ok(()),
        Err(error) => Err(error),
    }
}

impl SheetPage {
    fn of(visit: &Visit, programme: &Programme, sheet: &Sheet, lines: &Lines, refused: &Refused) -> Self {
        let mut groups: Vec<Group> = Vec::new();
        for due in &sheet.lines {
            let mut view = LineView::of(visit, due, sheet.period, lines.get(&due.milestone));
            if let Some(error) = refused.get(&due.milestone) {
                view = view.refused(visit, error, due);
            }
            match groups.last_mut() {
                Some(group) if group.commitment == due.commitment => group.lines.push(view),
                _ => groups.push(Group {
                    commitment: due.commitment,
                    number: due.commitment_number,
                    title: Phrase::written(&due.commitment_titles, visit.locale()),
                    lines: vec![view],
                }),
            }
        }
        let choice = |ends_on: chrono::NaiveDate| {
            let day = visit.words.date(ends_on);
            let name = visit.words.with("office-sheet-period-until", &[("date", Arg::Text(&day))]);
            Choice {
                code: ends_on.to_string(),
                name: Phrase::of(name, visit.locale()),
                is_chosen: sheet.period.is_some_and(|period| period.ends_on == ends_on),
            }
        };
        let due = sheet.period.map(|period| {
            let day = visit.words.date(period.due_on);
            Phrase::of(visit.words.with("office-sheet-due-on", &[("date", Arg::Text(&day))]), visit.locale())
        });
        Self {
            frame: visit.frame("office-sheet-title"),
            room: "/office/programme",
            cycle: sheet.cycle.clone(),
            back: cycle_name(visit, programme),
            owner: visit.scope.person().map(|person| person.id.to_string()).unwrap_or_default(),
            period: sheet.period.map(|period| period.ends_on.to_string()),
            due,
            periods: sheet.periods.iter().rev().map(|period| choice(period.ends_on)).collect(),
            is_running: is_running(sheet.status),
            waits: sheet.eyes == Eyes::Two,
            missing: sheet.lines.iter().filter(|line| is_wanted(line, sheet.period)).count(),
            groups,
        }
    }

    /// Everything that is to be corrected.
    pub(crate) fn breaches(&self) -> Vec<(&LineView, &super::fields::Broken)> {
        let lines = self.groups.iter().flat_map(|group| &group.lines);
        lines.flat_map(|line| line.breaches.iter().map(move |breach| (line, breach))).collect()
    }
}
