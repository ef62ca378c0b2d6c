//! Reports on their way: the queue of those who approve, what became of one's own, and whether a
//! second pair of eyes is asked for. Nobody decides about their own report.

use askama::Template;
use axum::extract::{Form, Path, Query};
use axum::http::StatusCode;
use infitah_core::ground::calendar;
use infitah_core::ground::error::{Error, Result};
use infitah_core::ground::ids::ReportId;
use infitah_core::ground::paging::PageRequest;
use infitah_core::programme::reports::{self, Eyes, ReportStatus, Waiting};
use infitah_core::tenancy::permission::Action;
use serde::Deserialize;

use super::fields::sentence;
use super::frames::Frame;
use super::typed::Typed;
use super::visits::{Visit, see_other};
use crate::answers::{Answer, page_with};
use crate::states::Shape;
use crate::words::Phrase;

/// The room of the menu.
const ROOM: &str = "/office/reports/queue";

/// What the address says.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Wanted {
    after: Option<String>,
    before: Option<String>,
    done: String,
}

/// The queue.
#[derive(Debug, Template)]
#[template(path = "office/queue.html")]
pub(crate) struct QueuePage {
    pub(crate) frame: Frame,
    pub(crate) room: &'static str,
    pub(crate) rows: Vec<ReportView>,
    pub(crate) total: u64,
    pub(crate) newer: Option<String>,
    pub(crate) older: Option<String>,
    pub(crate) two: bool,
    pub(crate) may_set: bool,
    pub(crate) problem: Option<String>,
}

/// One's own reports.
#[derive(Debug, Template)]
#[template(path = "office/mine.html")]
pub(crate) struct MinePage {
    pub(crate) frame: Frame,
    pub(crate) room: &'static str,
    pub(crate) rows: Vec<ReportView>,
}

/// A report on its way.
#[derive(Debug, Clone)]
pub(crate) struct ReportView {
    pub(crate) id: String,
    pub(crate) cycle: String,
    pub(crate) place: String,
    pub(crate) commitment: Option<Phrase>,
    pub(crate) milestone: Option<Phrase>,
    pub(crate) milestone_id: String,
    pub(crate) period: Option<String>,
    pub(crate) shape: Shape,
    pub(crate) day: String,
    pub(crate) text: Option<Phrase>,
    pub(crate) url: Option<String>,
    pub(crate) obstacle: Option<String>,
    pub(crate) author: Option<String>,
    pub(crate) handed_in: String,
    pub(crate) is_own: bool,
    pub(crate) is_correction: bool,
    pub(crate) files: Vec<(String, String)>,
    pub(crate) status: String,
    pub(crate) returned: Option<String>,
    pub(crate) typed: String,
    pub(crate) breach: Option<String>,
}

/// `GET /office/reports/queue`.
pub(crate) async fn list(visit: Visit, Query(wanted): Query<Wanted>) -> Answer {
    let page = QueuePage::of(&visit, &wanted).await?;
    page_with(StatusCode::OK, &page)
}

/// `POST /office/reports/queue/{id}`: approve, or return with a reason.
pub(crate) async fn decide(visit: Visit, Path(id): Path<String>, Form(typed): Form<Typed>) -> Answer {
    let report = id.parse().map(ReportId).map_err(|_| Error::NotFound("report"))?;
    let (done, code) = match typed.get("then") {
        "approve" => (reports::approve(&visit.scope, report).await, "report-approved"),
        _ => (reports::return_with(&visit.scope, report, typed.get("reason")).await, "report-returned"),
    };
    let error = match done {
        Ok(()) => return Ok(see_other(&format!("{ROOM}?done={code}"))),
        Err(error) if visit.wants_json => return Err(error.into()),
        Err(error) => error,
    };
    let (status, key) = match &error {
        Error::Invalid(_) => (StatusCode::UNPROCESSABLE_ENTITY, None),
        Error::Conflict(key) => (StatusCode::CONFLICT, Some(*key)),
        Error::Denied("report-own") => (StatusCode::FORBIDDEN, Some("report-own")),
        _ => return Err(error.into()),
    };
    let mut page = QueuePage::of(&visit, &Wanted::default()).await?;
    page.problem = key.map(|key| visit.words.plain(key, &[]));
    if let Error::Invalid(errors) = &error {
        let sentence = errors.first().map(|error| sentence(visit.words, error));
        match page.rows.iter_mut().find(|row| row.id == id) {
            Some(row) => {
                row.typed = typed.get("reason").to_owned();
                row.breach = sentence;
            }
            None => page.problem = sentence,
        }
    }
    page_with(status, &page)
}

/// `GET /office/reports/mine`.
pub(crate) async fn mine(visit: Visit) -> Answer {
    let own = reports::mine(&visit.scope).await?;
    let row = |own: &reports::Own| ReportView {
        status: format!("office-report-{}", own.status.code()),
        returned: own.return_reason.clone().filter(|_| own.status == ReportStatus::Returned),
        ..ReportView::of(&visit, &own.report)
    };
    let page = MinePage {
        frame: visit.frame("office-mine-title"),
        room: "/office/reports/mine",
        rows: own.iter().map(row).collect(),
    };
    page_with(StatusCode::OK, &page)
}

/// `POST /office/reports/eyes`: whether reports wait for a second person.
pub(crate) async fn set_eyes(visit: Visit, Form(typed): Form<Typed>) -> Answer {
    visit.scope.require(Action::ManageStaff)?;
    let eyes = match typed.get("eyes") {
        "one" => Eyes::One,
        "two" => Eyes::Two,
        _ => return Err(Error::invalid("eyes", "field-unknown-value").into()),
    };
    reports::set_eyes(&visit.scope, eyes).await?;
    Ok(see_other(&format!("{ROOM}?done=eyes-saved")))
}

impl QueuePage {
    async fn of(visit: &Visit, wanted: &Wanted) -> Result<Self> {
        let request = PageRequest::new(None, wanted.after.as_deref(), None, wanted.before.as_deref())?;
        let found = reports::queue(&visit.scope, &request).await?;
        let link = |name: &str, cursor: Option<&str>| cursor.map(|cursor| format!("{ROOM}?{name}={cursor}"));
        Ok(Self {
            frame: visit.frame("office-queue-title").after(&wanted.done),
            room: ROOM,
            total: found.total,
            newer: link("before", found.start_cursor().filter(|_| found.has_previous)),
            older: link("after", found.end_cursor().filter(|_| found.has_next)),
            rows: found.items.iter().map(|report| ReportView::of(visit, report)).collect(),
            two: reports::eyes(&visit.scope).await? == Eyes::Two,
            may_set: visit.permits(Action::ManageStaff),
            problem: None,
        })
    }
}

impl ReportView {
    pub(crate) fn of(visit: &Visit, report: &Waiting) -> Self {
        Self {
            id: report.id.to_string(),
            cycle: report.cycle.clone(),
            place: format!("{}.{}", report.commitment_number, report.milestone_number),
            commitment: Phrase::written(&report.commitment_titles, visit.locale()),
            milestone: Phrase::written(&report.milestone_titles, visit.locale()),
            milestone_id: report.milestone.to_string(),
            period: report.period_ends_on.map(|day| day.to_string()),
            shape: Shape::of_state(Some(report.state)),
            day: visit.words.date(report.reported_on),
            text: Phrase::written(&report.texts, visit.locale()),
            url: report.evidence_url.clone(),
            obstacle: report.obstacle.as_ref().map(|code| format!("obstacle-{code}")),
            author: report.author.clone(),
            handed_in: visit.words.date_time(calendar::local(report.submitted_at)),
            is_own: report.is_own,
            is_correction: report.corrects.is_some(),
            files: report.files.iter().map(|file| (file.media.to_string(), file.file_name.clone())).collect(),
            status: format!("office-report-{}", ReportStatus::Submitted.code()),
            returned: None,
            typed: String::new(),
            breach: None,
        }
    }

    /// Where its author writes it anew.
    pub(crate) fn sheet(&self) -> String {
        let period = self.period.as_ref().map(|day| format!("?period={day}")).unwrap_or_default();
        format!("/office/reports/{}{period}#line-{}", self.cycle, self.milestone_id)
    }
}
