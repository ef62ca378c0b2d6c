//! What the council and the follow-up committee have to do with a programme: the sessions at which
//! it was on the agenda, their votes, and who sits on the committee.

use chrono::NaiveDate;
use infitah_core::programme::committee::CommitteeMember;
use infitah_core::programme::sessions::{self, Session};

use crate::layout::Page;
use crate::words::Phrase;

/// A session of the council.
#[derive(Debug)]
pub(super) struct SessionLine {
    pub(super) kind: &'static str,
    pub(super) starts_on: NaiveDate,
    pub(super) ends_on: Option<NaiveDate>,
    pub(super) outcome: &'static str,
    pub(super) decision_number: Option<String>,
    pub(super) decision: Option<Phrase>,
    /// Message keys with the votes, as far as they are known.
    pub(super) votes: Vec<(&'static str, i32)>,
    pub(super) document_url: Option<String>,
    /// An ordinary session in a month in which the law has none.
    pub(super) is_unusual: bool,
    pub(super) is_sample: bool,
}

/// Somebody on the committee who agreed to be named.
#[derive(Debug)]
pub(super) struct Seat {
    pub(super) name: String,
    pub(super) capacity: Option<Phrase>,
    pub(super) body: &'static str,
}

impl SessionLine {
    pub(super) fn of(page: &Page, session: &Session) -> Self {
        let votes = [
            ("session-votes-for", session.votes.in_favour),
            ("session-votes-against", session.votes.against),
            ("session-votes-abstained", session.votes.abstained),
        ];
        Self {
            kind: session.kind.code(),
            starts_on: session.starts_on,
            ends_on: session.ends_on.filter(|&last| last != session.starts_on),
            outcome: session.outcome.code(),
            decision_number: session.decision_number.clone(),
            decision: page.written(&session.decisions),
            votes: votes.into_iter().filter_map(|(key, count)| Some((key, count?))).collect(),
            document_url: session.document_url.clone(),
            is_unusual: sessions::is_unusual(page.site.kind, session.kind, session.starts_on),
            is_sample: session.is_sample,
        }
    }
}

impl Seat {
    pub(super) fn of(page: &Page, member: &CommitteeMember) -> Self {
        Self {
            name: member.name.clone(),
            capacity: page.written(&member.capacities),
            body: member.body.code(),
        }
    }
}
