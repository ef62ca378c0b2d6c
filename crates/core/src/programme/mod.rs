//! The openness programmes of the members: axes, commitments, milestones and the ledger of
//! progress reports from which every state and percentage is computed.

pub mod assessments;
pub mod axes;
pub mod calendar;
pub mod commitments;
pub mod committee;
pub mod copying;
pub mod cycle;
pub mod drafts;
pub mod editing;
pub mod indicators;
pub mod milestones;
pub mod programmes;
pub mod progress;
pub mod reminders;
pub mod reporting;
pub mod reports;
pub mod revisions;
pub mod seeding;
pub mod sessions;
pub mod spreadsheets;
pub(crate) mod statements;
pub mod states;
pub mod summaries;
pub mod versions;
pub mod words;
