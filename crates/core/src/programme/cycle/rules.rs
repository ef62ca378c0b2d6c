//! What the method (DGCT) allows when: one function over the facts of a programme, asked by the
//! verbs before they act and by the office before it offers them.

use chrono::NaiveDate;
use sea_orm::FromQueryResult;

use crate::ground::error::{Error, FieldError, Result};
use crate::ground::ids::{ProgrammeId, SessionId};
use crate::programme::programmes::ProgrammeStatus;
use crate::programme::sessions::Outcome;
use crate::programme::states::coded;

/// What moves a programme on, in the order of the method.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Verb {
    /// Make the draft public.
    PublishDraft,
    /// The follow-up committee validates the draft.
    ValidateDraft,
    /// The council adopts the programme.
    Adopt,
    /// Its two years begin.
    BeginImplementation,
    /// It is looked back upon.
    BeginEvaluation,
    /// It is over.
    Close,
}

coded! {
    Verb {
        PublishDraft = "publish_draft",
        ValidateDraft = "validate_draft",
        Adopt = "adopt",
        BeginImplementation = "begin_implementation",
        BeginEvaluation = "begin_evaluation",
        Close = "close",
    }
}

/// A session about the programme, as far as the method asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vote {
    /// The session.
    pub session: SessionId,
    /// Its last day.
    pub day: NaiveDate,
    /// What became of it.
    pub outcome: Outcome,
    /// Its decision has a number or a document.
    pub has_decision: bool,
}

/// All that the method asks about a programme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// Which programme.
    pub programme: ProgrammeId,
    /// The programme itself.
    pub standing: Standing,
    /// The sessions about it, by their days.
    pub votes: Vec<Vote>,
}

/// The programme as its own row and those below it say.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Standing {
    /// Where it stands.
    pub status: ProgrammeStatus,
    /// The day its draft became public.
    pub draft_published_on: Option<NaiveDate>,
    /// The day the committee validated the draft.
    pub draft_validated_on: Option<NaiveDate>,
    /// The day of its adoption.
    pub adopted_on: Option<NaiveDate>,
    /// The day its implementation began.
    pub implementation_on: Option<NaiveDate>,
    /// The day its evaluation began.
    pub evaluation_on: Option<NaiveDate>,
    /// Its axes.
    pub axes: i64,
    /// Its commitments.
    pub commitments: i64,
    /// Those of them that have a milestone.
    pub ready_commitments: i64,
    /// Its milestones.
    pub milestones: i64,
    /// Seats of its follow-up committee.
    pub committee: i32,
    /// The version of the programme itself.
    pub version: i32,
    pub(crate) member_live: bool,
}

/// The verbs that are still ahead, in the order of the method: each with nothing where it may be
/// done now, or with the message key of why it may not. The first is the next step.
pub fn next(facts: &Facts) -> Vec<(Verb, Option<&'static str>)> {
    Verb::ALL
        .into_iter()
        .filter(|&verb| !is_done(facts, verb))
        .map(|verb| (verb, refusal(facts, verb).map(|(_, key)| key)))
        .collect()
}

/// How far a status is in the life of a programme.
fn rank(status: ProgrammeStatus) -> usize {
    ProgrammeStatus::ALL.iter().position(|&one| one == status).unwrap_or(0)
}

/// Whether a verb lies behind the programme. The validation of a draft that the council turned down
/// lies ahead again, until a session has adopted it.
fn is_done(facts: &Facts, verb: Verb) -> bool {
    let standing = &facts.standing;
    let past = |status| rank(standing.status) >= rank(status);
    match verb {
        Verb::PublishDraft => standing.draft_published_on.is_some() || past(ProgrammeStatus::Adopted),
        Verb::ValidateDraft => {
            let is_open = was_turned_down(facts) && !was_adopted(facts);
            (standing.draft_validated_on.is_some() && !is_open) || past(ProgrammeStatus::Adopted)
        }
        Verb::Adopt => past(ProgrammeStatus::Adopted),
        Verb::BeginImplementation => past(ProgrammeStatus::Implementing),
        Verb::BeginEvaluation => past(ProgrammeStatus::Evaluating),
        Verb::Close => past(ProgrammeStatus::Closed),
    }
}

/// Why a verb may not be done now: the field that it is about and the message key.
fn refusal(facts: &Facts, verb: Verb) -> Option<(&'static str, &'static str)> {
    let standing = &facts.standing;
    let programme = |key| Some(("programme", key));
    let after = |needed: ProgrammeStatus, too_early: &'static str, too_late: &'static str| match rank(
        standing.status,
    )
    .cmp(&rank(needed))
    {
        std::cmp::Ordering::Less => programme(too_early),
        std::cmp::Ordering::Equal => None,
        std::cmp::Ordering::Greater => programme(too_late),
    };
    if standing.status == ProgrammeStatus::Closed {
        return programme("cycle-is-closed");
    }
    let is_adopted = standing.status != ProgrammeStatus::Preparing;
    match verb {
        Verb::PublishDraft | Verb::ValidateDraft | Verb::Adopt if is_adopted => programme("cycle-is-adopted"),
        Verb::PublishDraft if standing.draft_published_on.is_some() => programme("cycle-draft-is-public"),
        Verb::PublishDraft if standing.ready_commitments == 0 => programme("cycle-draft-is-empty"),
        Verb::PublishDraft => None,
        Verb::ValidateDraft if standing.draft_published_on.is_none() => programme("cycle-needs-draft"),
        Verb::ValidateDraft if standing.committee == 0 => programme("cycle-needs-committee"),
        Verb::ValidateDraft if standing.draft_validated_on.is_some() && !was_turned_down(facts) => {
            programme("cycle-draft-is-validated")
        }
        Verb::ValidateDraft => None,
        Verb::Adopt if standing.draft_validated_on.is_none() => programme("cycle-needs-validation"),
        Verb::Adopt => {
            let adopting = facts.votes.iter().filter(|vote| vote.outcome == Outcome::Adopted);
            let refusals: Vec<_> = adopting.map(|vote| refused_vote(facts, vote)).collect();
            let first = refusals.first().copied().unwrap_or(Some(("session", "cycle-needs-session")));
            if refusals.contains(&None) { None } else { first }
        }
        Verb::BeginImplementation => {
            after(ProgrammeStatus::Adopted, "cycle-needs-adoption", "cycle-is-implemented")
        }
        Verb::BeginEvaluation => {
            after(ProgrammeStatus::Implementing, "cycle-needs-implementation", "cycle-is-evaluated")
        }
        Verb::Close => after(ProgrammeStatus::Evaluating, "cycle-needs-evaluation", "cycle-is-closed"),
    }
}

/// Whether a session turned the draft down since the committee last validated it.
fn was_turned_down(facts: &Facts) -> bool {
    facts.votes.iter().any(|vote| {
        matches!(vote.outcome, Outcome::Rejected | Outcome::Postponed)
            && facts.standing.draft_validated_on.is_some_and(|validated| vote.day >= validated)
    })
}

/// Whether a session adopted it.
fn was_adopted(facts: &Facts) -> bool {
    facts.votes.iter().any(|vote| vote.outcome == Outcome::Adopted)
}

/// Why the programme cannot be adopted by this session.
fn refused_vote(facts: &Facts, vote: &Vote) -> Option<(&'static str, &'static str)> {
    if vote.outcome != Outcome::Adopted {
        return Some(("session", "cycle-session-did-not-adopt"));
    }
    if facts.standing.draft_validated_on.is_none_or(|validated| vote.day < validated) {
        return Some(("session", "cycle-session-before-validation"));
    }
    (!vote.has_decision).then_some(("session", "cycle-session-without-decision"))
}

/// Lets a verb pass that may be done on this day.
pub(super) fn require(facts: &Facts, verb: Verb, on: NaiveDate, today: NaiveDate) -> Result<()> {
    if let Some((field, key)) = refusal(facts, verb) {
        return Err(Error::invalid(field, key));
    }
    let standing = &facts.standing;
    let earliest = match verb {
        Verb::PublishDraft | Verb::Adopt => None,
        // Validated once more, it is the draft after the vote.
        Verb::ValidateDraft => standing.draft_validated_on.or(standing.draft_published_on),
        Verb::BeginImplementation => standing.adopted_on,
        Verb::BeginEvaluation => standing.implementation_on.or(standing.adopted_on),
        Verb::Close => standing.evaluation_on,
    };
    within("on", earliest, on, today)
}

/// Lets a session pass that can be the one that adopts the programme; gives its last day.
pub(super) fn require_vote(facts: &Facts, session: SessionId) -> Result<NaiveDate> {
    // What is wrong with another session does not matter, only what is with this one.
    if let Some((field, key)) = refusal(facts, Verb::Adopt).filter(|(field, _)| *field != "session") {
        return Err(Error::invalid(field, key));
    }
    let vote = facts.votes.iter().find(|vote| vote.session == session);
    let vote = vote.ok_or_else(|| Error::invalid("session", "cycle-session-of-another-programme"))?;
    match refused_vote(facts, vote) {
        Some((field, key)) => Err(Error::invalid(field, key)),
        None => Ok(vote.day),
    }
}

/// A day that is not ahead, nor before what it follows.
pub(super) fn within(
    field: &str,
    earliest: Option<NaiveDate>,
    on: NaiveDate,
    today: NaiveDate,
) -> Result<()> {
    if on > today {
        return Err(Error::invalid(field, "cycle-day-ahead"));
    }
    match earliest {
        Some(day) if on < day => {
            Err(Error::Invalid(vec![FieldError::new(field, "cycle-day-too-early").with("day", day)]))
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests;
