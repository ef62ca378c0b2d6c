//! What needs one person today, by what they may do. A bounded number of statements, whatever waits,
//! in one transaction: one or two for each field.

use crate::ground::error::Result;
use crate::ground::few::Few;
use crate::news::articles::{self, ArticleNeeds};
use crate::news::events::{self, EventLine};
use crate::notify::deliveries::{self, Failed};
use crate::programme::cycle::{self, StepLine};
use crate::programme::reporting::{self, Wanting};
use crate::programme::reports::{self, ReportLine};
use crate::programme::sessions::{self, SessionLine};
use crate::tenancy::permission::Action;
use crate::tenancy::scope::Scope;
use crate::trust::personal_data::{self, Request};

/// What waits. Empty where nothing does, and where the person may not do it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Needs {
    /// Reports on the period that is over.
    pub reports: Option<Wanting>,
    /// Reports of one's own that came back.
    pub returned_reports: Few<ReportLine>,
    /// Reports of others that wait to be approved.
    pub reports_to_judge: Few<ReportLine>,
    /// Articles.
    pub articles: ArticleNeeds,
    /// Steps of the cycle that are due.
    pub steps: Few<StepLine>,
    /// Sessions of the council without an outcome.
    pub sessions: Few<SessionLine>,
    /// Events without minutes.
    pub events: Few<EventLine>,
    /// Requests about personal data.
    pub requests: Few<Request>,
    /// Messages that did not arrive.
    pub failures: Few<Failed>,
}

/// What needs the person who asks today.
///
/// # Errors
/// `Denied` without the right to enter the office.
pub async fn today(scope: &Scope) -> Result<Needs> {
    scope.require(Action::EnterOffice)?;
    let may = |action| scope.permits(action);
    let has_programme = !scope.tenant().is_network();
    let person = scope.person().map(|person| person.id);
    let tx = scope.begin_read().await?;
    let mut needs = Needs { articles: articles::needs(&tx, scope).await?, ..Needs::default() };
    if has_programme && may(Action::ReportProgress) {
        needs.reports = reporting::wanting(&tx, scope.today()).await?;
        needs.returned_reports = reports::returned(&tx, person).await?;
    }
    if has_programme && may(Action::ApproveReport) {
        needs.reports_to_judge = reports::to_judge(&tx, person).await?;
    }
    if has_programme && may(Action::RunProgramme) {
        needs.steps = cycle::steps_due(&tx, scope.today()).await?;
        needs.sessions = sessions::without_outcome(&tx, scope.today()).await?;
    }
    if may(Action::WriteEvent) {
        needs.events = events::without_minutes(&tx, scope.now()).await?;
    }
    if may(Action::ManageSettings) {
        needs.requests = personal_data::open(&tx).await?;
        needs.failures = deliveries::lately_failed(&tx, scope.now()).await?;
    }
    Ok(needs)
}
