//! A programme from its draft to its end: every verb refused while it is too early, with its
//! reason, and done when its time has come. The public sees what it may see at each step.

use chrono::{NaiveDate, TimeDelta};
use infitah_core::Locale;
use infitah_core::ground::error::{Error, Result};
use infitah_core::ground::ids::{ProgrammeId, SessionId};
use infitah_core::ground::localised::Localised;
use infitah_core::ground::paging::PageRequest;
use infitah_core::programme::calendar::{self, EntryKind};
use infitah_core::programme::committee::{self, Body, Gender, MemberInput, Parity};
use infitah_core::programme::cycle::{self, NewProgramme, ProgrammeInput, Verb};
use infitah_core::programme::programmes::{self, Origin, ProgrammeStatus, SessionKind};
use infitah_core::programme::seeding::{self, SeedAxis, SeedCommitment, SeedMilestone, SeedProgramme};
use infitah_core::programme::sessions::{self, Outcome, SessionInput, Votes};
use infitah_core::programme::versions;
use infitah_core::tenancy::permission::Role;
use infitah_core::tenancy::scope::{Actor, Person, PublicScope, Scope};
use serde_json::json;

use crate::harness::TestApp;

const CYCLE: &str = "2028-2029";

fn scope(app: &TestApp) -> Scope {
    app.hub.system_scope(app.fes.clone(), "test")
}

fn public(app: &TestApp, slug: &str) -> PublicScope {
    app.hub.public_scope(app.tenant(slug).clone(), app.hub.new_request_id())
}

fn today(app: &TestApp) -> NaiveDate {
    scope(app).today()
}

fn both(arabic: &str, french: &str) -> Localised {
    Localised::new([(Locale::Ar, arabic.to_owned()), (Locale::Fr, french.to_owned())])
}

/// The message key of a refusal.
fn key<T: std::fmt::Debug>(result: Result<T>) -> &'static str {
    match result {
        Err(Error::Invalid(errors)) => errors[0].key,
        Err(Error::Conflict(key) | Error::Denied(key)) => key,
        Err(Error::NotFound(_)) => "not-found",
        other => panic!("not refused: {other:?}"),
    }
}

/// A draft of two commitments that only the office sees.
pub(super) async fn hidden_draft(app: &TestApp) -> ProgrammeId {
    let commitment = |number: i32| SeedCommitment {
        number,
        titles: both(&format!("مشروع الدورة {number}"), &format!("Projet du cycle {number}")),
        values: vec!["civic_participation".into()],
        milestones: vec![SeedMilestone {
            number: 1, titles: both("نشاط", "Activité"), ..Default::default()
        }],
        ..SeedCommitment::default()
    };
    let draft = SeedProgramme {
        cycle: CYCLE.into(),
        origin: Origin::Council,
        status: ProgrammeStatus::Preparing,
        notes: Localised::default(),
        source_url: None,
        starts_on: NaiveDate::from_ymd_opt(2028, 1, 1),
        ends_on: NaiveDate::from_ymd_opt(2029, 12, 31),
        adopted_on: None,
        session_kind: None,
        is_draft_hidden: true,
        is_sample: false,
        phases: Vec::new(),
        axes: vec![SeedAxis {
            number: 1,
            titles: both("محور الدورة", "Axe du cycle"),
            is_sample: false,
            commitments: vec![commitment(1), commitment(2)],
            ..SeedAxis::default()
        }],
    };
    seeding::plant(&scope(app), draft).await.unwrap()
}

fn session(programme: ProgrammeId, kind: SessionKind, on: NaiveDate, outcome: Outcome) -> SessionInput {
    SessionInput {
        programme: Some(programme),
        kind,
        starts_on: on,
        ends_on: None,
        places: both("مقر الجماعة", "Siège de la commune"),
        agendas: both("برنامج الانفتاح", "Programme d’ouverture"),
        outcome,
        decision_number: None,
        decisions: Localised::default(),
        votes: Votes::default(),
        document_url: None,
    }
}

fn seat(name: &str, body: Body, gender: Option<Gender>, is_named: bool) -> MemberInput {
    MemberInput { name: name.into(), capacities: both("عضو", "Membre"), body, gender, is_named }
}

async fn programme(app: &TestApp) -> programmes::Programme {
    programmes::by_cycle(&public(app, "fes"), CYCLE).await.unwrap()
}

async fn ahead(app: &TestApp, id: ProgrammeId) -> (Verb, Option<&'static str>) {
    let facts = cycle::facts(&scope(app), id).await.unwrap();
    cycle::next(&facts)[0]
}

/// Asks for every verb but one on a day, and expects all of them to be refused.
async fn refuse_all_but(app: &TestApp, id: ProgrammeId, allowed: Verb) {
    let (scope, on) = (scope(app), today(app));
    let nowhere = SessionId(id.0);
    for verb in Verb::ALL.into_iter().filter(|&verb| verb != allowed) {
        let asked = match verb {
            Verb::PublishDraft => cycle::publish_draft(&scope, id, on).await,
            Verb::ValidateDraft => cycle::validate_draft(&scope, id, on).await,
            Verb::Adopt => cycle::adopt(&scope, id, nowhere).await,
            Verb::BeginImplementation => cycle::begin_implementation(&scope, id, on).await,
            Verb::BeginEvaluation => cycle::begin_evaluation(&scope, id, on).await,
            Verb::Close => cycle::close(&scope, id, on).await,
        };
        assert!(key(asked).starts_with("cycle-"), "{verb:?} while {allowed:?} is next");
    }
}

#[tokio::test]
async fn programme_walks_from_its_draft_to_its_end() {
    let app = TestApp::new().await;
    let id = hidden_draft(&app).await;
    let path = format!("/fr/programme/{CYCLE}");
    let commitment = format!("{path}/commitments/1");

    // Everybody knows that it is being prepared, nobody sees what.
    let page = app.anyone("fes").get(&path).await.must(200).text();
    assert!(!page.contains("Axe du cycle") && !page.contains("Projet du cycle"));
    app.anyone("fes").get(&commitment).await.must(404);
    let query = "{ commitments(first: 50) { totalCount } }";
    let count =
        async || app.anyone("fes").gql(query, json!({})).await["data"]["commitments"]["totalCount"].clone();
    assert_eq!(count().await, 2, "those of the other programme");
    assert_eq!(ahead(&app, id).await, (Verb::PublishDraft, None));
    refuse_all_but(&app, id, Verb::PublishDraft).await;
    assert_eq!(
        key(cycle::start_phase(&scope(&app), id, 8, today(&app)).await),
        "cycle-consultation-needs-draft"
    );
    assert_eq!(
        key(cycle::publish_draft(&scope(&app), id, today(&app) + TimeDelta::days(1)).await),
        "cycle-day-ahead"
    );

    cycle::publish_draft(&scope(&app), id, today(&app)).await.unwrap();
    let page = app.anyone("fes").get(&path).await.must(200).text();
    assert!(page.contains("Axe du cycle") && page.contains("Projet du cycle 2"));
    app.anyone("fes").get(&commitment).await.must(200);
    assert_eq!(count().await, 4);
    assert_eq!(programme(&app).await.draft_published_on, Some(today(&app)));

    // The committee.
    assert_eq!(ahead(&app, id).await, (Verb::ValidateDraft, Some("cycle-needs-committee")));
    assert_eq!(key(cycle::validate_draft(&scope(&app), id, today(&app)).await), "cycle-needs-committee");
    committee::put(&scope(&app), id, None, seat("أمينة", Body::CivilSociety, Some(Gender::Woman), true))
        .await
        .unwrap();
    app.pass(TimeDelta::days(30));
    cycle::start_phase(&scope(&app), id, 8, today(&app)).await.unwrap();
    refuse_all_but(&app, id, Verb::ValidateDraft).await;
    cycle::validate_draft(&scope(&app), id, today(&app)).await.unwrap();
    assert_eq!(key(cycle::validate_draft(&scope(&app), id, today(&app)).await), "cycle-draft-is-validated");

    // The council, by one session.
    assert_eq!(ahead(&app, id).await, (Verb::Adopt, Some("cycle-needs-session")));
    app.pass(TimeDelta::days(20));
    let vote = session(id, SessionKind::Ordinary, today(&app), Outcome::Adopted);
    let vote = sessions::put(&scope(&app), None, vote).await.unwrap();
    assert_eq!(key(cycle::adopt(&scope(&app), id, vote).await), "cycle-session-without-decision");
    let mut proven = session(id, SessionKind::Ordinary, today(&app), Outcome::Adopted);
    proven.decision_number = Some("12/2027".into());
    assert_eq!(
        key(sessions::put(&scope(&app), Some((vote, 9)), proven.clone()).await),
        "session-changed-meanwhile"
    );
    sessions::put(&scope(&app), Some((vote, 1)), proven.clone()).await.unwrap();
    refuse_all_but(&app, id, Verb::Adopt).await;
    assert!(versions::compare(&public(&app, "fes"), id).await.unwrap().is_none(), "there is a draft only");
    cycle::adopt(&scope(&app), id, vote).await.unwrap();
    let adopted = programme(&app).await;
    assert_eq!((adopted.status, adopted.adopted_on), (ProgrammeStatus::Adopted, Some(today(&app))));
    assert_eq!((adopted.session_kind, adopted.step), (Some(SessionKind::Ordinary), Some(9)));
    let compared = versions::compare(&public(&app, "fes"), id).await.unwrap().unwrap();
    assert_eq!((compared.axes.unchanged, compared.commitments.unchanged), (1, 2));
    assert!(compared.commitments.changed.is_empty() && compared.commitments.added.is_empty());
    let mut undone = proven;
    undone.outcome = Outcome::Rejected;
    assert_eq!(key(sessions::put(&scope(&app), Some((vote, 2)), undone).await), "session-adopted-programme");
    assert_eq!(key(sessions::remove(&scope(&app), vote, 2).await), "session-was-held");

    // Two years of work, then the look back.
    refuse_all_but(&app, id, Verb::BeginImplementation).await;
    let early = today(&app) - TimeDelta::days(1);
    assert_eq!(key(cycle::begin_implementation(&scope(&app), id, early).await), "cycle-day-too-early");
    app.pass(TimeDelta::days(60));
    cycle::begin_implementation(&scope(&app), id, today(&app)).await.unwrap();
    refuse_all_but(&app, id, Verb::BeginEvaluation).await;
    app.pass(TimeDelta::days(700));
    cycle::begin_evaluation(&scope(&app), id, today(&app)).await.unwrap();
    refuse_all_but(&app, id, Verb::Close).await;
    app.pass(TimeDelta::days(40));
    cycle::close(&scope(&app), id, today(&app)).await.unwrap();
    let over = programme(&app).await;
    assert_eq!((over.status, over.step), (ProgrammeStatus::Closed, Some(11)));
    assert!(cycle::next(&cycle::facts(&scope(&app), id).await.unwrap()).is_empty());
    assert_eq!(key(cycle::plan_phase(&scope(&app), id, 1, None).await), "cycle-is-closed");
    let phases = programmes::phases(&public(&app, "fes"), &[id]).await.unwrap().remove(&id).unwrap();
    let steps: Vec<_> = phases
        .iter()
        .map(|phase| (phase.step, phase.started_on.is_some(), phase.finished_on.is_some()))
        .collect();
    assert_eq!(steps, [7, 8, 9, 10, 11].map(|step| (step, true, true)));
    app.anyone("fes").get(&path).await.must(200);
}

#[tokio::test]
async fn second_vote_in_an_extraordinary_session_adopts() {
    let app = TestApp::new().await;
    let id = hidden_draft(&app).await;
    cycle::publish_draft(&scope(&app), id, today(&app)).await.unwrap();
    committee::put(&scope(&app), id, None, seat("أمينة", Body::Council, None, false)).await.unwrap();
    app.pass(TimeDelta::days(10));
    cycle::validate_draft(&scope(&app), id, today(&app)).await.unwrap();
    let before = today(&app) - TimeDelta::days(1);
    app.pass(TimeDelta::days(5));

    let mut first = session(id, SessionKind::Ordinary, today(&app), Outcome::Rejected);
    first.votes = Votes { in_favour: Some(9), against: Some(20), abstained: Some(1) };
    let first = sessions::put(&scope(&app), None, first).await.unwrap();
    assert_eq!(key(cycle::adopt(&scope(&app), id, first).await), "cycle-session-did-not-adopt");
    assert_eq!(ahead(&app, id).await, (Verb::ValidateDraft, None), "the committee may look at it again");

    let ahead_of_time =
        session(id, SessionKind::Extraordinary, today(&app) + TimeDelta::days(9), Outcome::Adopted);
    assert_eq!(key(sessions::put(&scope(&app), None, ahead_of_time).await), "session-not-held-yet");
    let planned = session(id, SessionKind::Extraordinary, today(&app) + TimeDelta::days(9), Outcome::Planned);
    let second = sessions::put(&scope(&app), None, planned).await.unwrap();
    let upcoming = sessions::upcoming(&public(&app, "fes"), 10).await.unwrap();
    assert_eq!(upcoming.iter().map(|session| session.id).collect::<Vec<_>>(), [second]);
    app.pass(TimeDelta::days(9));

    let mut held = session(id, SessionKind::Extraordinary, today(&app), Outcome::Adopted);
    held.document_url = Some("https://example.org/pv.pdf".into());
    held.votes = Votes { in_favour: Some(16), against: Some(14), abstained: None };
    let mut too_early = held.clone();
    too_early.starts_on = before;
    sessions::put(&scope(&app), Some((second, 1)), too_early).await.unwrap();
    assert_eq!(key(cycle::adopt(&scope(&app), id, second).await), "cycle-session-before-validation");
    sessions::put(&scope(&app), Some((second, 2)), held.clone()).await.unwrap();
    assert_eq!(key(sessions::put(&scope(&app), None, held).await), "session-already-adopted");
    assert_eq!(
        key(cycle::adopt(&scope(&app), id, SessionId(id.0)).await),
        "cycle-session-of-another-programme"
    );
    cycle::adopt(&scope(&app), id, second).await.unwrap();
    assert_eq!(programme(&app).await.session_kind, Some(SessionKind::Extraordinary));

    // The vote that failed stays in the history, on the member's host and on the network's.
    for slug in ["fes", ""] {
        let about = sessions::by_programmes(&public(&app, slug), &[id]).await.unwrap();
        let outcomes: Vec<_> = about[&id].iter().map(|session| session.outcome).collect();
        assert_eq!(outcomes, [Outcome::Rejected, Outcome::Adopted], "{slug:?}");
        let page = sessions::list(&public(&app, slug), None, &PageRequest::first(1)).await.unwrap();
        assert_eq!((page.items[0].id, page.total, page.has_next), (second, 2, true));
        let earliest = Some(before);
        let page = sessions::list(&public(&app, slug), earliest, &PageRequest::first(1)).await.unwrap();
        assert_eq!(page.items[0].id, first);
    }
    let neighbour = public(&app, "agadir");
    assert!(sessions::by_programmes(&neighbour, &[id]).await.unwrap().is_empty());
    assert_eq!(key(sessions::find(&neighbour, second).await), "not-found");
    assert!(versions::compare(&neighbour, id).await.unwrap().is_none());
    assert_eq!(sessions::find(&public(&app, "fes"), second).await.unwrap().votes.in_favour, Some(16));
}

#[tokio::test]
async fn steps_slip_and_slips_of_the_finger_are_undone() {
    let app = TestApp::new().await;
    let (scope_now, on) = (scope(&app), today(&app));
    let new = |cycle: &str| NewProgramme {
        cycle: cycle.into(),
        notes: Localised::default(),
        starts_on: NaiveDate::from_ymd_opt(2028, 1, 1),
        ends_on: NaiveDate::from_ymd_opt(2029, 12, 31),
        report_every_months: 6,
    };
    assert_eq!(key(cycle::create(&scope_now, new("2028-2030")).await), "cycle-two-years");
    assert_eq!(key(cycle::create(&scope_now, new("2026-2027")).await), "cycle-taken");
    let id = cycle::create(&scope_now, new(CYCLE)).await.unwrap();
    let made = programme(&app).await;
    assert_eq!((made.status, made.step, made.report_every_months), (ProgrammeStatus::Preparing, Some(1), 6));
    assert_eq!(ahead(&app, id).await, (Verb::PublishDraft, Some("cycle-draft-is-empty")));
    let current = programmes::current(&public(&app, "fes")).await.unwrap().unwrap();
    assert_eq!(current.cycle, "2026-2027", "what is prepared does not replace what is carried out");

    let late = on - TimeDelta::days(30);
    cycle::plan_phase(&scope_now, id, 4, Some(late)).await.unwrap();
    cycle::start_phase(&scope_now, id, 4, on).await.unwrap();
    cycle::note_phase(&scope_now, id, 4, both("تأجلت بسبب الأمطار", "Reporté à cause des pluies"))
        .await
        .unwrap();
    assert_eq!(key(cycle::finish_phase(&scope_now, id, 4, late).await), "cycle-day-too-early");
    cycle::finish_phase(&scope_now, id, 4, on).await.unwrap();
    let phase = async |step: usize| {
        let phases = programmes::phases(&public(&app, "fes"), &[id]).await.unwrap().remove(&id).unwrap();
        assert_eq!(phases.len(), 11);
        phases[step - 1].clone()
    };
    let slipped = phase(4).await;
    assert!(
        slipped.planned_on == Some(late)
            && slipped.started_on == Some(on)
            && slipped.started_on > slipped.planned_on
    );
    assert_eq!(slipped.notes.text(Locale::Fr), "Reporté à cause des pluies");
    assert_eq!(programme(&app).await.step, Some(4));

    cycle::start_phase(&scope_now, id, 5, on).await.unwrap();
    assert_eq!(key(cycle::clear_phase(&scope_now, id, 4).await), "cycle-step-is-used");
    cycle::clear_phase(&scope_now, id, 5).await.unwrap();
    cycle::clear_phase(&scope_now, id, 4).await.unwrap();
    assert!(phase(4).await.started_on.is_none() && phase(4).await.planned_on == Some(late));
    for (step, reason) in [(9, "cycle-step-by-verb"), (11, "cycle-step-by-verb"), (12, "field-out-of-range")]
    {
        assert_eq!(key(cycle::start_phase(&scope_now, id, step, on).await), reason);
    }
    assert_eq!(key(cycle::start_phase(&scope_now, id, 3, on + TimeDelta::days(1)).await), "cycle-day-ahead");

    let input = |ends_on| ProgrammeInput {
        notes: both("ملاحظة", "Note"),
        source_url: None,
        starts_on: NaiveDate::from_ymd_opt(2028, 1, 1),
        ends_on: NaiveDate::from_ymd_opt(ends_on, 12, 31),
        report_every_months: 3,
    };
    let seen = programme(&app).await.version;
    assert_eq!(
        key(cycle::change(&scope_now, id, seen + 1, input(2029)).await),
        "programme-changed-meanwhile"
    );
    assert_eq!(key(cycle::change(&scope_now, id, seen, input(2027)).await), "cycle-ends-before-start");
    cycle::change(&scope_now, id, seen, input(2029)).await.unwrap();
    assert_eq!(programme(&app).await.report_every_months, 3);

    // Who may do so, and where.
    let theirs = app.hub.system_scope(app.agadir.clone(), "test");
    assert_eq!(key(cycle::start_phase(&theirs, id, 1, on).await), "not-found");
    assert_eq!(key(cycle::facts(&theirs, id).await), "not-found");
    let editor = public(&app, "fes").acted_by(Actor::Person(Person {
        id: infitah_core::ground::ids::PersonId(id.0),
        sign_in: infitah_core::ground::ids::SignInId(id.0),
        name: "محررة".into(),
        email: "editor@example.org".into(),
        locale: Locale::Ar,
        roles: vec![Role::Editor],
    }));
    assert_eq!(key(cycle::start_phase(&editor, id, 1, on).await), "denied-role");
    assert_eq!(key(cycle::create(&editor, new("2030-2031")).await), "denied-role");
}

#[tokio::test]
async fn committee_is_counted_and_named_by_consent_only() {
    let app = TestApp::new().await;
    let id = hidden_draft(&app).await;
    let mut seats = Vec::new();
    for member in [
        seat("أمينة", Body::CivilSociety, Some(Gender::Woman), true),
        seat("محمد", Body::Council, Some(Gender::Man), false),
        seat("سعاد", Body::Council, Some(Gender::Woman), false),
        seat("إدريس", Body::Administration, None, false),
    ] {
        seats.push(committee::put(&scope(&app), id, None, member).await.unwrap());
    }
    assert_eq!(
        key(committee::put(&scope(&app), id, None, seat(" ", Body::Other, None, true)).await),
        "field-required"
    );
    assert_eq!(programme(&app).await.committee, Parity { total: 4, women: 2, men: 1, civil_society: 1 });
    let named =
        async || committee::by_programmes(&public(&app, "fes"), &[id]).await.unwrap().remove(&id).unwrap();
    let shown = named().await;
    assert_eq!(shown.iter().map(|member| member.name.as_str()).collect::<Vec<_>>(), ["أمينة"]);
    assert_eq!(shown[0].gender, None, "told to the office only");
    let all = committee::list(&scope(&app), id).await.unwrap();
    assert_eq!(all.iter().map(|member| member.number).collect::<Vec<_>>(), [1, 2, 3, 4]);
    assert_eq!(all[1].gender, Some(Gender::Man));

    let consents = seat("محمد", Body::CivilSociety, Some(Gender::Man), true);
    committee::put(&scope(&app), id, Some(seats[1]), consents).await.unwrap();
    committee::remove(&scope(&app), seats[0]).await.unwrap();
    assert_eq!(key(committee::remove(&scope(&app), seats[0]).await), "not-found");
    assert_eq!(programme(&app).await.committee, Parity { total: 3, women: 1, men: 1, civil_society: 1 });
    assert_eq!(named().await[0].name, "محمد");
    let theirs = app.hub.system_scope(app.agadir.clone(), "test");
    assert_eq!(key(committee::remove(&theirs, seats[1]).await), "not-found");
    assert!(committee::by_programmes(&public(&app, "agadir"), &[id]).await.unwrap().is_empty());
}

#[tokio::test]
async fn calendar_holds_sessions_workshops_and_deadlines() {
    let app = TestApp::new().await;
    let id = hidden_draft(&app).await;
    let on = today(&app);
    cycle::plan_phase(&scope(&app), id, 4, Some(on + TimeDelta::days(20))).await.unwrap();
    cycle::plan_phase(&scope(&app), id, 6, Some(on + TimeDelta::days(30))).await.unwrap();
    let planned = session(id, SessionKind::Ordinary, on + TimeDelta::days(10), Outcome::Planned);
    let planned = sessions::put(&scope(&app), None, planned).await.unwrap();
    let entries = async |slug: &str, days: i64| {
        calendar::entries(&public(&app, slug), on, on + TimeDelta::days(days)).await.unwrap()
    };
    let found = entries("fes", 35).await;
    let of_draft: Vec<_> = found
        .iter()
        .filter(|entry| entry.programme == Some(id))
        .map(|entry| ((entry.day - on).num_days(), entry.kind, entry.step, entry.is_planned))
        .collect();
    assert_eq!(
        of_draft,
        [
            (10, EntryKind::Session, None, true),
            (20, EntryKind::Workshop, Some(4), true),
            (30, EntryKind::Step, Some(6), true)
        ]
    );
    let held = found.iter().find_map(|entry| entry.session.as_ref()).unwrap();
    assert_eq!(held.id, planned);
    // The twins' own programmes are carried out: theirs are the deadlines, one every three months.
    let deadlines = |entries: &[calendar::Entry]| {
        entries.iter().filter(|entry| entry.kind == EntryKind::Deadline).count()
    };
    let year = entries("fes", 365).await;
    assert!((3..=5).contains(&deadlines(&year)), "{year:?}");
    assert_eq!(deadlines(&entries("", 365).await), 2 * deadlines(&year));
    let theirs = entries("agadir", 365).await;
    assert!(theirs.iter().all(|entry| entry.tenant == app.agadir.id && entry.session.is_none()));
}
