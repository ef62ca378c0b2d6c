//! The table of the method: which verb each standing of a programme allows, and why not.

use uuid::Uuid;

use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn facts(status: ProgrammeStatus) -> Facts {
    Facts {
        programme: ProgrammeId(Uuid::nil()),
        standing: Standing {
            status,
            draft_published_on: None,
            draft_validated_on: None,
            adopted_on: None,
            implementation_on: None,
            evaluation_on: None,
            axes: 1,
            commitments: 2,
            ready_commitments: 1,
            milestones: 3,
            committee: 5,
            version: 1,
            member_live: true,
        },
        votes: Vec::new(),
    }
}

fn vote(id: u128, on: &str, outcome: Outcome) -> Vote {
    Vote { session: SessionId(Uuid::from_u128(id)), day: day(on), outcome, has_decision: true }
}

/// A draft of 1 March that the committee validated on 1 April.
fn validated() -> Facts {
    let mut facts = facts(ProgrammeStatus::Preparing);
    facts.standing.draft_published_on = Some(day("2026-03-01"));
    facts.standing.draft_validated_on = Some(day("2026-04-01"));
    facts
}

/// What each verb meets, by its code: `ok` or the key.
fn table(facts: &Facts) -> Vec<&'static str> {
    Verb::ALL.into_iter().map(|verb| refusal(facts, verb).map_or("ok", |(_, key)| key)).collect()
}

#[test]
fn each_status_allows_its_own_verb_only() {
    use ProgrammeStatus as S;
    for (status, expected) in [
        (
            S::Preparing,
            [
                "ok",
                "cycle-needs-draft",
                "cycle-needs-validation",
                "cycle-needs-adoption",
                "cycle-needs-implementation",
                "cycle-needs-evaluation",
            ],
        ),
        (
            S::Adopted,
            [
                "cycle-is-adopted",
                "cycle-is-adopted",
                "cycle-is-adopted",
                "ok",
                "cycle-needs-implementation",
                "cycle-needs-evaluation",
            ],
        ),
        (
            S::Implementing,
            [
                "cycle-is-adopted",
                "cycle-is-adopted",
                "cycle-is-adopted",
                "cycle-is-implemented",
                "ok",
                "cycle-needs-evaluation",
            ],
        ),
        (
            S::Evaluating,
            [
                "cycle-is-adopted",
                "cycle-is-adopted",
                "cycle-is-adopted",
                "cycle-is-implemented",
                "cycle-is-evaluated",
                "ok",
            ],
        ),
        (S::Closed, ["cycle-is-closed"; 6]),
    ] {
        assert_eq!(table(&facts(status)), expected, "{status:?}");
    }
}

#[test]
fn preparation_goes_from_draft_to_committee_to_council() {
    let mut empty = facts(ProgrammeStatus::Preparing);
    empty.standing.ready_commitments = 0;
    assert_eq!(table(&empty)[0], "cycle-draft-is-empty");
    let mut draft = validated();
    draft.standing.draft_validated_on = None;
    draft.standing.committee = 0;
    assert_eq!(
        table(&draft)[..3],
        ["cycle-draft-is-public", "cycle-needs-committee", "cycle-needs-validation"]
    );
    draft.standing.committee = 1;
    assert_eq!(table(&draft)[1], "ok");
    let known = validated();
    assert_eq!(table(&known)[1..3], ["cycle-draft-is-validated", "cycle-needs-session"]);
}

#[test]
fn a_second_vote_follows_a_first_that_failed() {
    let mut known = validated();
    known.votes.push(vote(1, "2026-05-05", Outcome::Rejected));
    assert_eq!(table(&known)[1..3], ["ok", "cycle-needs-session"], "it may be validated once more");
    let ahead: Vec<_> = next(&known).into_iter().take(2).collect();
    assert_eq!(ahead, [(Verb::ValidateDraft, None), (Verb::Adopt, Some("cycle-needs-session"))]);
    known.votes.push(vote(2, "2026-06-10", Outcome::Adopted));
    assert_eq!(next(&known)[0], (Verb::Adopt, None), "the second vote needs no second validation");
    let key = |session| match require_vote(&known, SessionId(Uuid::from_u128(session))) {
        Err(Error::Invalid(errors)) => errors[0].key,
        other => panic!("{other:?}"),
    };
    assert_eq!(key(1), "cycle-session-did-not-adopt");
    assert_eq!(key(3), "cycle-session-of-another-programme");
    assert_eq!(require_vote(&known, SessionId(Uuid::from_u128(2))).expect("it adopted"), day("2026-06-10"));
    known.standing.draft_validated_on = Some(day("2026-06-11"));
    assert_eq!(table(&known)[2], "cycle-session-before-validation");
    known.votes[1].day = day("2026-06-11");
    known.votes[1].has_decision = false;
    assert_eq!(table(&known)[2], "cycle-session-without-decision");
}

#[test]
fn days_follow_each_other_and_are_not_ahead() {
    let today = day("2026-11-23");
    let key = |facts: &Facts, verb, on: &str| match require(facts, verb, day(on), today) {
        Ok(()) => "ok",
        Err(Error::Invalid(errors)) => errors[0].key,
        Err(other) => panic!("{other:?}"),
    };
    let draft = facts(ProgrammeStatus::Preparing);
    assert_eq!(key(&draft, Verb::PublishDraft, "2026-11-24"), "cycle-day-ahead");
    assert_eq!(key(&draft, Verb::PublishDraft, "2026-11-23"), "ok");
    let mut public = validated();
    public.standing.draft_validated_on = None;
    assert_eq!(key(&public, Verb::ValidateDraft, "2026-02-28"), "cycle-day-too-early");
    let mut adopted = facts(ProgrammeStatus::Adopted);
    adopted.standing.adopted_on = Some(day("2026-05-05"));
    assert_eq!(key(&adopted, Verb::BeginImplementation, "2026-05-04"), "cycle-day-too-early");
    assert_eq!(key(&adopted, Verb::BeginImplementation, "2026-05-05"), "ok");
    let mut running = facts(ProgrammeStatus::Implementing);
    running.standing.implementation_on = Some(day("2026-06-01"));
    assert_eq!(key(&running, Verb::BeginEvaluation, "2026-05-31"), "cycle-day-too-early");
    let mut judged = facts(ProgrammeStatus::Evaluating);
    judged.standing.evaluation_on = Some(day("2026-10-01"));
    assert_eq!(key(&judged, Verb::Close, "2026-09-30"), "cycle-day-too-early");
    assert_eq!(key(&judged, Verb::Close, "2026-10-01"), "ok");
}

#[test]
fn what_lies_ahead_begins_with_the_next_step() {
    use ProgrammeStatus as S;
    let verbs = |facts: &Facts| next(facts).into_iter().map(|(verb, _)| verb).collect::<Vec<_>>();
    assert_eq!(verbs(&facts(S::Preparing)), Verb::ALL);
    assert_eq!(verbs(&validated()), Verb::ALL[2..]);
    assert_eq!(verbs(&facts(S::Adopted)), Verb::ALL[3..]);
    assert_eq!(verbs(&facts(S::Evaluating)), [Verb::Close]);
    assert!(next(&facts(S::Closed)).is_empty());
}
