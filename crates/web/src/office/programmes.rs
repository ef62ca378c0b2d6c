//! The programmes of a member: the list, a new one, and what is said of one as a whole.

use askama::Template;
use axum::extract::{Form, Path, Query};
use axum::http::StatusCode;
use infitah_core::ground::error::{Error, Result};
use infitah_core::programme::cycle::{self, NewProgramme, ProgrammeInput};
use infitah_core::programme::programmes::{self, Programme};
use infitah_core::tenancy::permission::Action;
use serde::Deserialize;

use super::dashboard::ProgressView;
use super::fields::{Control, FormView, choices};
use super::form_page::FormPage;
use super::frames::Frame;
use super::typed::{Reader, Typed};
use super::visits::{Visit, see_other};
use crate::answers::{Answer, page_with};
use crate::states::status_key;

/// The room of the menu.
pub(crate) const ROOM: &str = "/office/programme";

/// What the address of a page says after something was done.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Done {
    pub(crate) done: String,
}

/// The list.
#[derive(Debug, Template)]
#[template(path = "office/programmes.html")]
pub(crate) struct ProgrammesPage {
    pub(crate) frame: Frame,
    pub(crate) room: &'static str,
    pub(crate) rows: Vec<Row>,
    pub(crate) may_run: bool,
}

/// One programme in the list.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    pub(crate) cycle: String,
    pub(crate) status: &'static str,
    pub(crate) days: Option<String>,
    pub(crate) progress: ProgressView,
    pub(crate) is_sample: bool,
    pub(crate) is_reported: bool,
}

/// A programme of the member that the office works on.
pub(crate) async fn of_cycle(visit: &Visit, cycle: &str) -> Result<Programme> {
    visit.scope.require(Action::ReadDraft)?;
    programmes::by_cycle(visit.scope.public(), cycle).await
}

/// `GET /office/programme`.
pub(crate) async fn list(visit: Visit, Query(after): Query<Done>) -> Answer {
    visit.scope.require(Action::ReadDraft)?;
    let all = programmes::list(visit.scope.public()).await?;
    let may_report = visit.permits(Action::ReportProgress);
    let list = ProgrammesPage {
        frame: visit.frame("office-programmes-title").after(&after.done),
        room: ROOM,
        rows: all.iter().map(|programme| Row::of(&visit, programme, may_report)).collect(),
        may_run: visit.permits(Action::RunProgramme),
    };
    page_with(StatusCode::OK, &list)
}

/// `GET /office/programme/new`.
pub(crate) async fn new(visit: Visit) -> Answer {
    visit.scope.require(Action::RunProgramme)?;
    new_page(&visit, &Typed::default().with("report_every_months", 3)).shown()
}

/// `POST /office/programme`.
pub(crate) async fn create(visit: Visit, Form(typed): Form<Typed>) -> Answer {
    visit.scope.require(Action::RunProgramme)?;
    match create_from(&visit, &typed).await {
        Ok(cycle) => Ok(see_other(&format!("{ROOM}/{cycle}?done=programme-created"))),
        Err(error) => new_page(&visit, &typed).refused(&visit, error),
    }
}

async fn create_from(visit: &Visit, typed: &Typed) -> Result<String> {
    let cycle = typed.get("cycle").trim().replace(['/', '\u{2013}', ' '], "-");
    let (starts_on, ends_on, months) = days_of(typed)?;
    let new = NewProgramme {
        cycle: cycle.clone(),
        notes: typed.texts("notes"),
        starts_on,
        ends_on,
        report_every_months: months,
    };
    cycle::create(&visit.scope, new).await?;
    Ok(cycle)
}

/// `GET /office/programme/{cycle}/settings`.
pub(crate) async fn settings(visit: Visit, Path(cycle): Path<String>) -> Answer {
    visit.scope.require(Action::RunProgramme)?;
    let programme = of_cycle(&visit, &cycle).await?;
    let typed = Typed::default()
        .with("version", programme.version)
        .with_some("starts_on", programme.starts_on)
        .with_some("ends_on", programme.ends_on)
        .with("report_every_months", programme.report_every_months)
        .with_some("source_url", programme.source_url.as_deref())
        .with_texts("notes", &programme.notes);
    settings_page(&visit, &programme, &typed).shown()
}

/// `POST /office/programme/{cycle}/settings`.
pub(crate) async fn change(visit: Visit, Path(cycle): Path<String>, Form(typed): Form<Typed>) -> Answer {
    visit.scope.require(Action::RunProgramme)?;
    let programme = of_cycle(&visit, &cycle).await?;
    match change_from(&visit, &programme, &typed).await {
        Ok(()) => Ok(see_other(&format!("{ROOM}/{}?done=programme-saved", programme.cycle))),
        Err(error) => settings_page(&visit, &programme, &typed).refused(&visit, error),
    }
}

async fn change_from(visit: &Visit, programme: &Programme, typed: &Typed) -> Result<()> {
    let (starts_on, ends_on, report_every_months) = days_of(typed)?;
    let input = ProgrammeInput {
        notes: typed.texts("notes"),
        source_url: typed.some("source_url"),
        starts_on,
        ends_on,
        report_every_months,
    };
    cycle::change(&visit.scope, programme.id, typed.seen(), input).await
}

type Days = (Option<chrono::NaiveDate>, Option<chrono::NaiveDate>, i32);

fn days_of(typed: &Typed) -> Result<Days, Error> {
    let mut reader = Reader::of(typed);
    let days =
        (reader.day("starts_on"), reader.day("ends_on"), reader.number("report_every_months").unwrap_or(0));
    reader.finish()?;
    Ok(days)
}

fn new_page(visit: &Visit, typed: &Typed) -> FormPage {
    let form = FormView::to(visit, ROOM, "office-programme-create")
        .needed(typed, "cycle", "office-programme-field-cycle", Control::Line)
        .hint("office-programme-field-cycle-hint");
    let form = common(visit, form, typed).or_back_to(ROOM);
    FormPage::of(visit.frame("office-programme-new"), ROOM, form)
        .saying(visit.phrase("office-programme-new-text"))
}

fn settings_page(visit: &Visit, programme: &Programme, typed: &Typed) -> FormPage {
    let here = format!("{ROOM}/{}", programme.cycle);
    let form = FormView::to(visit, format!("{here}/settings"), "common-button-save")
        .hidden("version", typed.seen())
        .or_back_to(&here);
    let form = common(visit, form, typed)
        .field(typed, "source_url", "office-programme-field-source", Control::Address)
        .hint("office-programme-field-source-hint");
    FormPage::of(visit.frame("office-programme-settings"), ROOM, form)
        .back_to(&here, cycle_name(visit, programme))
}

fn common(visit: &Visit, form: FormView, typed: &Typed) -> FormView {
    let months = [
        ("1", "office-programme-every-1"),
        ("2", "office-programme-every-2"),
        ("3", "office-programme-every-3"),
        ("4", "office-programme-every-4"),
        ("6", "office-programme-every-6"),
        ("12", "office-programme-every-12"),
    ];
    let months = choices(visit, typed.get("report_every_months"), &months);
    form.field(typed, "starts_on", "office-programme-field-starts", Control::Day)
        .field(typed, "ends_on", "office-programme-field-ends", Control::Day)
        .needed(typed, "report_every_months", "office-programme-field-every", Control::Select(months))
        .hint("office-programme-field-every-hint")
        .texts(typed, "notes", "office-programme-field-notes", &Control::Block)
}

/// "Openness programme 2026-2027".
pub(crate) fn cycle_name(visit: &Visit, programme: &Programme) -> crate::words::Phrase {
    let args = [("cycle", infitah_i18n::Arg::Text(&programme.cycle))];
    crate::words::Phrase::of(visit.words.with("programme-cycle", &args), visit.locale())
}

impl Row {
    fn of(visit: &Visit, programme: &Programme, may_report: bool) -> Self {
        use infitah_core::programme::programmes::ProgrammeStatus as S;
        let days = programme.starts_on.zip(programme.ends_on).map(|(first, last)| {
            let (first, last) = (visit.words.date(first), visit.words.date(last));
            visit.words.plain(
                "common-from-to",
                &[("from", infitah_i18n::Arg::Text(&first)), ("to", infitah_i18n::Arg::Text(&last))],
            )
        });
        Self {
            cycle: programme.cycle.clone(),
            status: status_key(programme.status),
            days,
            progress: ProgressView::of(visit.words, programme.progress),
            is_sample: programme.is_sample,
            is_reported: may_report && matches!(programme.status, S::Implementing | S::Evaluating),
        }
    }
}
