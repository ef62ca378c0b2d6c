//! Where somebody who reports or approves begins: what is due, what waits for them, what came back.

use askama::Template;
use axum::extract::Query;
use axum::http::StatusCode;
use infitah_core::ground::error::{Error, Result};
use infitah_core::ground::paging::PageRequest;
use infitah_core::programme::reports::{self, ReportStatus};
use infitah_core::programme::{programmes, reporting};
use infitah_core::tenancy::permission::Action;
use infitah_i18n::Arg;

use super::frames::Frame;
use super::programme_page::is_running;
use super::programmes::Done;
use super::queue::ReportView;
use super::sheet_lines::is_wanted;
use super::visits::Visit;
use crate::answers::{Answer, page_with};
use crate::words::Phrase;

/// The page.
#[derive(Debug, Template)]
#[template(path = "office/home.html")]
pub(crate) struct HomePage {
    pub(crate) frame: Frame,
    pub(crate) room: &'static str,
    pub(crate) due: Option<DueView>,
    pub(crate) waiting: u64,
    pub(crate) may_approve: bool,
    pub(crate) returned: Vec<ReportView>,
}

/// The reports that are due of the programme that is carried out.
#[derive(Debug, Clone)]
pub(crate) struct DueView {
    pub(crate) cycle: String,
    pub(crate) path: String,
    pub(crate) missing: usize,
    pub(crate) until: Option<Phrase>,
    pub(crate) is_late: bool,
}

/// `GET /office/home`.
pub(crate) async fn show(visit: Visit, Query(after): Query<Done>) -> Answer {
    visit.scope.require(Action::EnterOffice)?;
    if visit.scope.tenant().is_network() {
        return Err(Error::NotFound("page").into());
    }
    let may_report = visit.permits(Action::ReportProgress);
    let may_approve = visit.permits(Action::ApproveReport);
    let mut returned = if may_report { reports::mine(&visit.scope).await? } else { Vec::new() };
    returned.retain(|own| own.status == ReportStatus::Returned);
    let view = |own: &reports::Own| ReportView {
        returned: own.return_reason.clone(),
        ..ReportView::of(&visit, &own.report)
    };
    let waiting =
        if may_approve { reports::queue(&visit.scope, &PageRequest::first(1)).await?.total } else { 0 };
    let page = HomePage {
        frame: visit.frame("office-home-title").after(&after.done),
        room: "/office/home",
        due: if may_report { due(&visit).await? } else { None },
        waiting,
        may_approve,
        returned: returned.iter().map(view).collect(),
    };
    page_with(StatusCode::OK, &page)
}

async fn due(visit: &Visit) -> Result<Option<DueView>> {
    let current = programmes::current(visit.scope.public()).await?;
    let Some(programme) = current.filter(|programme| is_running(programme.status)) else { return Ok(None) };
    let sheet = reporting::sheet(&visit.scope, programme.id, None).await?;
    let until = sheet.period.map(|period| {
        let day = visit.words.date(period.due_on);
        let args = [("date", Arg::Text(&day))];
        Phrase::of(visit.words.with("office-sheet-due-on", &args), visit.locale())
    });
    let period = sheet.period.map(|period| format!("?period={}", period.ends_on)).unwrap_or_default();
    Ok(Some(DueView {
        path: format!("/office/reports/{}{period}", programme.cycle),
        cycle: programme.cycle,
        missing: sheet.lines.iter().filter(|line| is_wanted(line, sheet.period)).count(),
        is_late: sheet.period.is_some_and(|period| period.due_on < visit.scope.today()),
        until,
    }))
}
