//! The sheet on which all milestones of a period are reported: what the public sees of each, what
//! became of the newest entry, and what was typed and not handed in. Four statements in all.

use std::collections::HashMap;

use chrono::NaiveDate;
use sea_orm::FromQueryResult;

use super::{Period, is_covered};
use crate::ground::error::{Error, Result};
use crate::ground::ids::{CommitmentId, MilestoneId, ProgrammeId, ReportId};
use crate::ground::localised::Localised;
use crate::ground::sql;
use crate::programme::drafts::{self, Draft};
use crate::programme::programmes::ProgrammeStatus;
use crate::programme::reports::{Eyes, ReportStatus};
use crate::programme::statements::latest;
use crate::programme::states::State;
use crate::tenancy::permission::Action;
use crate::tenancy::scope::Scope;

/// A milestone on the sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// The number of its axis.
    pub axis_number: i32,
    /// The titles of its axis.
    pub axis_titles: Localised,
    /// Its commitment.
    pub commitment: CommitmentId,
    /// The number of its commitment.
    pub commitment_number: i32,
    /// The titles of its commitment.
    pub commitment_titles: Localised,
    /// The milestone.
    pub milestone: MilestoneId,
    /// Its number within the commitment.
    pub number: i32,
    /// Its titles.
    pub titles: Localised,
    /// When work begins.
    pub starts_on: Option<NaiveDate>,
    /// When it is to be complete.
    pub due_on: Option<NaiveDate>,
    /// How much it counts.
    pub weight: i32,
    /// Due before today and neither complete nor dropped.
    pub is_overdue: bool,
    /// There is a report for the period of the sheet, be it still waiting.
    pub is_reported: bool,
    /// What the public sees.
    pub published: Option<LastReport>,
    /// The newest entry, whatever became of it.
    pub last: Option<LastReport>,
    /// What the reader of the sheet has typed and not handed in.
    pub draft: Option<Draft>,
}

/// An entry of the ledger on the sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LastReport {
    /// Its id.
    pub id: ReportId,
    /// What it declares.
    pub state: State,
    /// What was done.
    pub texts: Localised,
    /// Where the evidence is.
    pub evidence_url: Option<String>,
    /// What stands in the way.
    pub obstacle: Option<String>,
    /// The day it speaks of.
    pub reported_on: NaiveDate,
    /// What became of it.
    pub status: ReportStatus,
    /// Why it was returned.
    pub return_reason: Option<String>,
    /// The reader wrote it.
    pub is_own: bool,
}

/// All that one page needs to report on a period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// The programme.
    pub programme: ProgrammeId,
    /// Its years.
    pub cycle: String,
    /// Where it stands.
    pub status: ProgrammeStatus,
    /// Whether reports wait for a second person.
    pub eyes: Eyes,
    /// The period: the one asked for; else the last one that is over, while something of it is
    /// missing; else the present one.
    pub period: Option<Period>,
    /// All that have begun, the oldest first.
    pub periods: Vec<Period>,
    /// The milestones in the order of the programme.
    pub lines: Vec<Due>,
}

#[derive(FromQueryResult)]
struct Head {
    cycle: String,
    status: ProgrammeStatus,
    starts_on: Option<NaiveDate>,
    ends_on: Option<NaiveDate>,
    report_every_months: i32,
    reports_need_approval: bool,
}

#[derive(FromQueryResult)]
struct Line {
    axis_number: i32,
    axis_titles: Localised,
    commitment: CommitmentId,
    commitment_number: i32,
    commitment_titles: Localised,
    milestone: MilestoneId,
    number: i32,
    titles: Localised,
    starts_on: Option<NaiveDate>,
    due_on: Option<NaiveDate>,
    weight: i32,
    covered_until: Option<NaiveDate>,
    state: Option<String>,
    published_id: Option<ReportId>,
    last_id: Option<ReportId>,
}

#[derive(FromQueryResult)]
struct Entry {
    id: ReportId,
    state: State,
    texts: Localised,
    evidence_url: Option<String>,
    obstacle: Option<String>,
    reported_on: NaiveDate,
    status: ReportStatus,
    return_reason: Option<String>,
    is_own: bool,
}

/// The sheet of a programme, for the period that ends on a day or the one that is wanting.
///
/// # Errors
/// `NotFound`; `Invalid` for a day on which no period ends.
pub async fn sheet(
    scope: &Scope,
    programme: ProgrammeId,
    period_ends_on: Option<NaiveDate>,
) -> Result<Sheet> {
    scope.require(Action::ReportProgress)?;
    let drafts = drafts::by_programme(scope, programme).await?;
    let tx = scope.begin_read().await?;
    let ids = [tx.tenant().into(), programme.into()];
    let head: Option<Head> = sql::one(&tx, HEAD, ids.clone()).await?;
    let head = head.ok_or(Error::NotFound("programme"))?;
    let lines: Vec<Line> = sql::all(&tx, &lines_of(), ids).await?;
    let shown = [tx.tenant().into(), programme.into(), scope.person_id().into()];
    let entries: Vec<Entry> = sql::all(&tx, &entries_of(), shown).await?;
    let every = head.report_every_months.unsigned_abs();
    let periods = super::periods(head.starts_on, head.ends_on, every, scope.today());
    let wanting = |period: &Period| {
        lines.iter().any(|line| {
            !line.is_over()
                && line.starts_on.is_none_or(|day| day <= period.ends_on)
                && !is_covered(line.covered_until, period)
        })
    };
    let period = match period_ends_on {
        Some(day) => Some(
            *periods
                .iter()
                .find(|period| period.ends_on == day)
                .ok_or_else(|| Error::invalid("period_ends_on", "report-unknown-period"))?,
        ),
        None => periods
            .iter()
            .rfind(|period| period.ends_on <= scope.today())
            .filter(|period| wanting(period))
            .or(periods.last())
            .copied(),
    };
    Ok(Sheet {
        programme,
        cycle: head.cycle,
        status: head.status,
        eyes: if head.reports_need_approval { Eyes::Two } else { Eyes::One },
        period,
        periods,
        lines: due(scope.today(), lines, &entries, period, drafts),
    })
}

fn due(
    today: NaiveDate,
    lines: Vec<Line>,
    entries: &[Entry],
    period: Option<Period>,
    mut drafts: HashMap<MilestoneId, Draft>,
) -> Vec<Due> {
    let by_id: HashMap<ReportId, &Entry> = entries.iter().map(|entry| (entry.id, entry)).collect();
    let entry = |id: Option<ReportId>| id.and_then(|id| by_id.get(&id)).map(|entry| entry.report());
    let mut due = Vec::with_capacity(lines.len());
    for line in lines {
        let is_over = line.is_over();
        due.push(Due {
            axis_number: line.axis_number,
            axis_titles: line.axis_titles,
            commitment: line.commitment,
            commitment_number: line.commitment_number,
            commitment_titles: line.commitment_titles,
            milestone: line.milestone,
            number: line.number,
            titles: line.titles,
            starts_on: line.starts_on,
            due_on: line.due_on,
            weight: line.weight,
            is_overdue: !is_over && line.due_on.is_some_and(|day| day < today),
            is_reported: period.is_some_and(|period| is_covered(line.covered_until, &period)),
            published: entry(line.published_id),
            last: entry(line.last_id),
            draft: drafts.remove(&line.milestone),
        });
    }
    due
}

impl Line {
    /// Nothing more is to be reported.
    fn is_over(&self) -> bool {
        let state = self.state.as_deref().and_then(State::from_code);
        matches!(state, Some(State::Complete | State::Dropped))
    }
}

impl Entry {
    fn report(&self) -> LastReport {
        LastReport {
            id: self.id,
            state: self.state,
            texts: self.texts.clone(),
            evidence_url: self.evidence_url.clone(),
            obstacle: self.obstacle.clone(),
            reported_on: self.reported_on,
            status: self.status,
            return_reason: self.return_reason.clone(),
            is_own: self.is_own,
        }
    }
}

const HEAD: &str = "
SELECT p.cycle, p.status, p.starts_on, p.ends_on, p.report_every_months, n.reports_need_approval
FROM programmes p
JOIN collectivities n ON n.id = p.tenant_id
WHERE p.tenant_id = $1 AND p.id = $2";

/// The newest entry of a milestone `m`; ids grow with time.
const NEWEST: &str = "(SELECT l.id FROM progress_reports l
  WHERE l.tenant_id = m.tenant_id AND l.milestone_id = m.id ORDER BY l.id DESC LIMIT 1)";

fn lines_of() -> String {
    format!(
        "SELECT a.number AS axis_number, a.titles AS axis_titles, c.id AS commitment, c.number AS commitment_number,
           c.titles AS commitment_titles, m.id AS milestone, m.number, m.titles, m.starts_on, m.due_on, m.weight,
           (SELECT MAX(COALESCE(l.period_ends_on, l.reported_on)) FROM progress_reports l
            WHERE l.tenant_id = m.tenant_id AND l.milestone_id = m.id
              AND l.status IN ('approved', 'submitted') AND l.superseded_on IS NULL) AS covered_until,
           {} AS state, {} AS published_id, {NEWEST} AS last_id
         FROM milestones m
         JOIN commitments c ON c.tenant_id = m.tenant_id AND c.id = m.commitment_id
         JOIN axes a ON a.tenant_id = c.tenant_id AND a.id = c.axis_id
         WHERE m.tenant_id = $1 AND m.programme_id = $2
         ORDER BY a.number, c.number, m.number",
        latest("state", None),
        latest("id", None)
    )
}

fn entries_of() -> String {
    format!(
        "WITH shown AS MATERIALIZED (
           SELECT {} AS published_id, {NEWEST} AS last_id
           FROM milestones m WHERE m.tenant_id = $1 AND m.programme_id = $2
         )
         SELECT r.id, r.state, r.texts, r.evidence_url, r.obstacle, r.reported_on, r.status, r.return_reason,
           COALESCE(r.author_id = $3, FALSE) AS is_own
         FROM progress_reports r
         WHERE r.tenant_id = $1 AND r.programme_id = $2
           AND r.id IN (SELECT published_id FROM shown UNION SELECT last_id FROM shown)",
        latest("id", None)
    )
}
