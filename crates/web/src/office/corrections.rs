//! The form that corrects an approved report: a new entry takes its place, and both stay in the
//! ledger for everybody to read.

use axum::extract::{Form, Path};
use infitah_core::ground::error::{Error, Result};
use infitah_core::ground::ids::{MediaId, ReportId};
use infitah_core::programme::reports::{self, Entry, OBSTACLES, ReportInput, ReportStatus, Submitted};
use infitah_core::programme::states::State;
use infitah_core::tenancy::permission::Action;

use super::fields::{Choice, Control, Folds, FormView};
use super::form_page::FormPage;
use super::typed::{Reader, Typed};
use super::visits::{Visit, see_other};
use crate::answers::Answer;
use crate::states::Shape;
use crate::words::Phrase;

/// The room of the menu.
const ROOM: &str = "/office/reports/mine";

/// `GET /office/reports/corrections/{id}`.
pub(crate) async fn show(visit: Visit, Path(id): Path<String>) -> Answer {
    visit.scope.require(Action::ReportProgress)?;
    let entry = reports::entry(&visit.scope, report_id(&id)?).await?;
    if entry.superseded_on.is_some() {
        return Err(Error::Conflict("report-corrected-meanwhile").into());
    }
    page(&visit, &entry, &as_typed(&visit, &entry)).shown()
}

/// `POST /office/reports/corrections/{id}`.
pub(crate) async fn send(visit: Visit, Path(id): Path<String>, Form(typed): Form<Typed>) -> Answer {
    visit.scope.require(Action::ReportProgress)?;
    let entry = reports::entry(&visit.scope, report_id(&id)?).await?;
    match correct(&visit, &entry, &typed).await {
        Ok(Submitted { status, .. }) => {
            let done = if status == ReportStatus::Approved { "reports-sent" } else { "reports-waiting" };
            Ok(see_other(&format!("/office/reports/{}?done={done}", entry.report.cycle)))
        }
        Err(error) => page(&visit, &entry, &typed).refused(&visit, error),
    }
}

async fn correct(visit: &Visit, entry: &Entry, typed: &Typed) -> Result<Submitted> {
    let mut reader = Reader::of(typed);
    let state = reader.chosen("state", State::from_code);
    let reported_on = reader.needed_day("reported_on");
    reader.finish()?;
    let missing = |field| Error::invalid(field, "field-required");
    let state = state.ok_or_else(|| missing("state"))?;
    let reported_on = reported_on.ok_or_else(|| missing("reported_on"))?;
    let kept = |media: &MediaId| typed.get(&format!("file_{media}")) == "yes";
    let input = ReportInput {
        texts: typed.texts("texts"),
        evidence_url: typed.some("evidence_url"),
        files: entry.report.files.iter().map(|file| file.media).filter(kept).collect(),
        obstacle: typed.some("obstacle"),
        period_ends_on: entry.report.period_ends_on,
        corrects: Some(entry.report.id),
        client_key: typed.some("key"),
        ..ReportInput::of(state, reported_on)
    };
    reports::submit(&visit.scope, entry.report.milestone, input).await
}

fn report_id(text: &str) -> Result<ReportId> {
    text.parse().map(ReportId).map_err(|_| Error::NotFound("report"))
}

/// A report as the form shows it.
fn as_typed(visit: &Visit, entry: &Entry) -> Typed {
    let report = &entry.report;
    let typed = Typed::default()
        .with("key", visit.scope.hub().new_request_id())
        .with("state", report.state.code())
        .with_texts("texts", &report.texts)
        .with("reported_on", report.reported_on)
        .with_some("evidence_url", report.evidence_url.as_ref())
        .with_some("obstacle", report.obstacle.as_ref());
    report.files.iter().fold(typed, |typed, file| typed.with(&format!("file_{}", file.media), "yes"))
}

fn page(visit: &Visit, entry: &Entry, typed: &Typed) -> FormPage {
    let report = &entry.report;
    let states = State::ALL.map(|state| Choice {
        code: state.code().to_owned(),
        name: visit.phrase(Shape::of_state(Some(state)).key),
        is_chosen: typed.get("state") == state.code(),
    });
    let none = (String::new(), "office-sheet-no-obstacle".to_owned());
    let known = OBSTACLES.map(|code| (code.to_owned(), format!("obstacle-{code}")));
    let obstacles = std::iter::once(none).chain(known).map(|(code, key)| Choice {
        name: visit.phrase(&key),
        is_chosen: typed.get("obstacle") == code,
        code,
    });
    let sheet = format!("/office/reports/{}", report.cycle);
    let mut form =
        FormView::to(visit, format!("/office/reports/corrections/{}", report.id), "office-correction-do")
            .hidden("key", typed.get("key"))
            .or_back_to(&sheet)
            .needed(typed, "state", "office-sheet-state", Control::Radio(states.into()))
            .texts(typed, "texts", "office-sheet-text", &Control::Block)
            .needed(typed, "reported_on", "office-sheet-day", Control::Day)
            .field(typed, "obstacle", "office-sheet-obstacle", Control::Select(obstacles.collect()))
            .field(typed, "evidence_url", "office-sheet-evidence", Control::Address);
    if !report.files.is_empty() {
        let file = |file: &reports::ReportFile| {
            (format!("file_{}", file.media), Phrase::own(file.file_name.clone(), visit.locale()))
        };
        form = form.boxes(typed, "office-correction-files", Folds::Never, report.files.iter().map(file));
    }
    let title = Phrase::written(&report.milestone_titles, visit.locale());
    let page = FormPage::of(visit.frame("office-correction-title"), ROOM, form)
        .saying(visit.phrase("office-correction-text"));
    match title {
        Some(title) => page.back_to(sheet, title),
        None => page,
    }
}
