//! The ledger of progress: each report stays as it was written. It is handed in, then approved or
//! returned by somebody else where the member asks for two pairs of eyes; a correction is a new
//! entry that takes the place of an old one. Readers see what was approved.

mod deciding;
mod handing_in;
mod needing;
mod published;
mod waiting;

use chrono::NaiveDate;

use super::states::{State, coded};
use crate::ground::error::FieldError;
use crate::ground::ids::{MediaId, MilestoneId, ReportId};
use crate::ground::input::Checks;
pub(super) use crate::ground::input::link;
use crate::ground::localised::Localised;

pub use deciding::{Eyes, approve, eyes, return_with, set_eyes};
pub use handing_in::{Submitted, submit};
pub use needing::ReportLine;
pub(crate) use needing::{returned, to_judge};
pub use published::{ReportFile, by_commitment, by_commitments, files};
pub use waiting::{Entry, Own, Waiting, entry, mine, queue};

/// What can stand in the way of a milestone, as codes.
pub const OBSTACLES: [&str; 6] = ["funding", "resources", "priorities", "approvals", "dependency", "other"];

/// Reports that one call gives at most.
pub const MOST_REPORTS: u32 = 200;
/// Files that one report has at most.
pub const MOST_FILES: usize = 10;

/// Where a report is on its way into the public ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ReportStatus {
    /// Waiting for a second person.
    Submitted,
    /// In the ledger.
    Approved,
    /// Given back to its author with a reason.
    Returned,
}

coded! {
    ReportStatus {
        Submitted = "submitted",
        Approved = "approved",
        Returned = "returned",
    }
}

/// An approved entry of the ledger.
#[derive(Debug, Clone, PartialEq, Eq, sea_orm::FromQueryResult)]
pub struct Report {
    /// Its id.
    pub id: ReportId,
    /// The milestone it is about.
    pub milestone: MilestoneId,
    /// The number of that milestone.
    pub milestone_number: i32,
    /// What it declares.
    pub state: State,
    /// What was done, in the words of the member.
    pub texts: Localised,
    /// Where the evidence is.
    pub evidence_url: Option<String>,
    /// What stands in the way, one of [`OBSTACLES`].
    pub obstacle: Option<String>,
    /// The day it speaks of.
    pub reported_on: NaiveDate,
    /// The end of the period it speaks of, when that was said.
    pub period_ends_on: Option<NaiveDate>,
    /// The day it entered the ledger.
    pub published_on: NaiveDate,
    /// The day a correction took its place; it no longer counts from then on.
    pub superseded_on: Option<NaiveDate>,
    /// The report that it corrects.
    pub corrects: Option<ReportId>,
    /// Made up for demonstration.
    pub is_sample: bool,
}

/// What the author of a report saw as the latest entry of the milestone while writing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Seen {
    /// Nobody knows.
    #[default]
    Unknown,
    /// There was none.
    Nothing,
    /// This one, whatever its status.
    Latest(ReportId),
}

/// What the staff of a member reports of a milestone.
#[derive(Debug, Clone)]
pub struct ReportInput {
    /// What it declares.
    pub state: State,
    /// What was done.
    pub texts: Localised,
    /// Where the evidence is: an `http` or `https` address.
    pub evidence_url: Option<String>,
    /// Files that prove it, [`MOST_FILES`] at most.
    pub files: Vec<MediaId>,
    /// What stands in the way, one of [`OBSTACLES`]; needed when little or nothing was done.
    pub obstacle: Option<String>,
    /// The day it speaks of, today at the latest.
    pub reported_on: NaiveDate,
    /// The end of the period it speaks of, one of the programme's periods.
    pub period_ends_on: Option<NaiveDate>,
    /// The report of the same milestone that it corrects.
    pub corrects: Option<ReportId>,
    /// Made by the sender, so that what is sent twice over a poor line is one report.
    pub client_key: Option<String>,
    /// What the author saw, so that nobody overtakes anybody without knowing.
    pub seen: Seen,
}

impl ReportInput {
    /// The least that a report says.
    pub fn of(state: State, reported_on: NaiveDate) -> Self {
        Self {
            state,
            texts: Localised::default(),
            evidence_url: None,
            files: Vec::new(),
            obstacle: None,
            reported_on,
            period_ends_on: None,
            corrects: None,
            client_key: None,
            seen: Seen::Unknown,
        }
    }
}

/// The rules of all reports, typed or loaded; gives the cleaned texts and the cleaned address.
pub(super) fn check(
    checks: &mut Checks,
    prefix: &str,
    today: NaiveDate,
    input: &ReportInput,
) -> (Localised, Option<String>) {
    if input.reported_on > today {
        checks.refuse(FieldError::new(format!("{prefix}reported_on"), "field-invalid-date"));
    }
    if input.obstacle.as_deref().is_some_and(|code| !OBSTACLES.contains(&code)) {
        checks.refuse(FieldError::new(format!("{prefix}obstacle"), "field-unknown-value"));
    }
    let texts = checks.localised_block(&format!("{prefix}texts"), &input.texts, 5_000);
    (texts, link(checks, &format!("{prefix}evidence_url"), input.evidence_url.as_deref()))
}
