//! The tree of a programme under the hands of its staff: what may be written while it is prepared,
//! what stays once the council has adopted it, and what two people do at once.

use chrono::{NaiveDate, TimeDelta};
use infitah_core::Locale;
use infitah_core::ground::error::{Error, Result};
use infitah_core::ground::ids::{AxisId, PersonId, ProgrammeId, SignInId};
use infitah_core::ground::localised::Localised;
use infitah_core::programme::committee::{self, Body, Gender, MemberInput};
use infitah_core::programme::cycle::{self, NewProgramme};
use infitah_core::programme::editing::{self, AxisInput, CommitmentInput, MilestoneInput};
use infitah_core::programme::programmes::SessionKind;
use infitah_core::programme::revisions;
use infitah_core::programme::sessions::{self, Outcome, SessionInput, Votes};
use infitah_core::programme::versions::Field;
use infitah_core::tenancy::permission::Role;
use infitah_core::tenancy::scope::{Actor, Person, Scope};

use crate::harness::TestApp;

const CYCLE: &str = "2028-2029";

fn scope(app: &TestApp) -> Scope {
    app.hub.system_scope(app.fes.clone(), "test")
}

fn both(arabic: &str, french: &str) -> Localised {
    Localised::new([(Locale::Ar, arabic.to_owned()), (Locale::Fr, french.to_owned())])
}

fn day(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day)
}

/// The first field and the message key of a refusal.
fn refusal<T: std::fmt::Debug>(result: Result<T>) -> (String, &'static str) {
    match result {
        Err(Error::Invalid(errors)) => (errors[0].field.clone(), errors[0].key),
        Err(Error::Conflict(key) | Error::Denied(key)) => (String::new(), key),
        Err(Error::NotFound(_)) => (String::new(), "not-found"),
        other => panic!("not refused: {other:?}"),
    }
}

async fn programme(app: &TestApp) -> ProgrammeId {
    let new = NewProgramme {
        cycle: CYCLE.into(),
        notes: Localised::default(),
        starts_on: day(2028, 1, 1),
        ends_on: day(2029, 12, 31),
        report_every_months: 3,
    };
    cycle::create(&scope(app), new).await.unwrap()
}

async fn axis(app: &TestApp, programme: ProgrammeId, title: &str) -> AxisId {
    let input = AxisInput { titles: both("محور", title), ..AxisInput::default() };
    editing::put_axis(&scope(app), programme, None, input).await.unwrap()
}

fn milestone(title: &str, due_on: Option<NaiveDate>) -> MilestoneInput {
    MilestoneInput { titles: both("نشاط", title), due_on, ..MilestoneInput::default() }
}

/// Leads a programme to its adoption.
async fn adopt(app: &TestApp, id: ProgrammeId) {
    let scope = scope(app);
    let seat = MemberInput {
        name: "أمينة".into(),
        capacities: both("عضوة", "Membre"),
        body: Body::CivilSociety,
        gender: Some(Gender::Woman),
        is_named: false,
    };
    cycle::publish_draft(&scope, id, scope.today()).await.unwrap();
    committee::put(&scope, id, None, seat).await.unwrap();
    cycle::validate_draft(&scope, id, scope.today()).await.unwrap();
    let session = SessionInput {
        programme: Some(id),
        kind: SessionKind::Ordinary,
        starts_on: scope.today(),
        ends_on: None,
        places: both("مقر الجماعة", "Siège de la commune"),
        agendas: both("البرنامج", "Programme"),
        outcome: Outcome::Adopted,
        decision_number: Some("12/2026".into()),
        decisions: Localised::default(),
        votes: Votes::default(),
        document_url: None,
    };
    let session = sessions::put(&scope, None, session).await.unwrap();
    cycle::adopt(&scope, id, session).await.unwrap();
}

#[tokio::test]
async fn tree_grows_is_changed_and_pruned_in_preparation() {
    let app = TestApp::new().await;
    let (scope, id) = (scope(&app), programme(&app).await);
    let (first, second) = (axis(&app, id, "Transparence").await, axis(&app, id, "Participation").await);

    let titles = both("التزام", "Publier le budget");
    let commitment =
        editing::put_commitment(&scope, id, None, CommitmentInput::new(first, titles)).await.unwrap();
    let due = editing::put_milestone(&scope, commitment, None, milestone("Activité", day(2028, 6, 30)));
    let due = due.await.unwrap();
    let tree = editing::tree(&scope, id).await.unwrap();
    assert_eq!(tree.axes.iter().map(|axis| axis.number).collect::<Vec<_>>(), [1, 2]);
    assert_eq!((tree.commitments[0].number, tree.commitments[0].milestones[0].number), (1, 1));

    // Everything it says comes back as it was written, and in another axis.
    let mut opened = editing::open_commitment(&scope, id, commitment).await.unwrap();
    opened.input.axis = second;
    opened.input.budget = Some(1_250_000);
    opened.input.leads = both("المديرية العامة للمصالح", "Direction générale des services");
    opened.input.values = vec!["accountability".into(), "transparency".into()];
    opened.input.policy_areas = vec!["budget".into()];
    opened.input.source_url = Some("https://example.org/plan".into());
    let seen = Some((commitment, opened.version));
    editing::put_commitment(&scope, id, seen, opened.input.clone()).await.unwrap();
    let again = editing::open_commitment(&scope, id, commitment).await.unwrap();
    assert_eq!((again.input, again.version), (opened.input.clone(), opened.version + 1));
    // Who had it open before is told, and changes nothing.
    opened.input.titles = both("غيره", "Autre");
    let late = editing::put_commitment(&scope, id, seen, opened.input).await;
    assert_eq!(refusal(late).1, "tree-changed-meanwhile");
    assert_eq!(
        editing::open_commitment(&scope, id, commitment).await.unwrap().input.titles,
        both("التزام", "Publier le budget")
    );

    // Nobody reads it before it is published.
    let path = format!("/fr/programme/{CYCLE}");
    assert!(!app.anyone("fes").get(&path).await.must(200).text().contains("Publier le budget"));
    app.anyone("fes").get(&format!("{path}/commitments/1")).await.must(404);

    // An axis in use stays; a commitment goes with what lies under it.
    assert_eq!(refusal(editing::remove_axis(&scope, id, second).await).1, "tree-axis-in-use");
    editing::remove_milestone(&scope, commitment, due).await.unwrap();
    assert_eq!(refusal(editing::remove_milestone(&scope, commitment, due).await).1, "not-found");
    editing::put_milestone(&scope, commitment, None, milestone("Autre", None)).await.unwrap();
    editing::remove_commitment(&scope, id, commitment).await.unwrap();
    assert_eq!(refusal(editing::remove_commitment(&scope, id, commitment).await).1, "not-found");
    editing::remove_axis(&scope, id, second).await.unwrap();
    assert_eq!(editing::tree(&scope, id).await.unwrap().axes.len(), 1);
}

#[tokio::test]
async fn bad_input_is_refused_by_its_field() {
    let app = TestApp::new().await;
    let (scope, id) = (scope(&app), programme(&app).await);
    let first = axis(&app, id, "Transparence").await;
    let titles = || both("التزام", "Publier le budget");
    let commitment =
        editing::put_commitment(&scope, id, None, CommitmentInput::new(first, titles())).await.unwrap();

    let named = |field: &str, key| (field.to_owned(), key);
    let put =
        async |input: MilestoneInput| refusal(editing::put_milestone(&scope, commitment, None, input).await);
    let late = milestone("Trop tard", day(2030, 1, 1));
    assert_eq!(put(late).await, named("due_on", "tree-day-after-end"));
    let early = milestone("Trop tôt", day(2027, 12, 31));
    assert_eq!(put(early).await, named("due_on", "tree-day-before-start"));
    let backwards = MilestoneInput { starts_on: day(2028, 5, 2), ..milestone("Inversé", day(2028, 5, 1)) };
    assert_eq!(put(backwards).await, named("due_on", "cycle-ends-before-start"));
    let heavy = MilestoneInput { weight: Some(101), ..milestone("Lourd", None) };
    assert_eq!(put(heavy).await, named("weight", "field-out-of-range"));
    assert_eq!(put(MilestoneInput::default()).await, named("titles", "field-required"));

    let put = async |change: &dyn Fn(&mut CommitmentInput)| {
        let mut input = CommitmentInput::new(first, titles());
        change(&mut input);
        refusal(editing::put_commitment(&scope, id, None, input).await)
    };
    assert_eq!(put(&|input| input.number = Some(1)).await, named("number", "field-not-unique"));
    assert_eq!(put(&|input| input.number = Some(0)).await, named("number", "field-out-of-range"));
    assert_eq!(put(&|input| input.budget = Some(-1)).await, named("budget", "field-out-of-range"));
    assert_eq!(put(&|input| input.axis = AxisId(id.0)).await, named("axis", "field-unknown-value"));
    let script = |input: &mut CommitmentInput| input.source_url = Some("javascript:alert(1)".into());
    assert_eq!(put(&script).await, named("source_url", "field-unknown-value"));
    assert_eq!(put(&|input| input.titles = Localised::default()).await, named("titles", "field-required"));
    let number = AxisInput { number: Some(1), titles: titles(), ..AxisInput::default() };
    let taken = editing::put_axis(&scope, id, None, number).await;
    assert_eq!(refusal(taken), named("number", "field-not-unique"));
    assert_eq!(editing::tree(&scope, id).await.unwrap().commitments.len(), 1);

    // A neighbour finds nothing here, and an editor of news may not touch it.
    let neighbour = app.hub.system_scope(app.tenant("agadir").clone(), "test");
    let input = CommitmentInput::new(first, titles());
    assert_eq!(refusal(editing::put_commitment(&neighbour, id, None, input).await).1, "not-found");
    assert_eq!(refusal(editing::open_commitment(&neighbour, id, commitment).await).1, "not-found");
    assert!(editing::tree(&neighbour, id).await.unwrap().axes.is_empty());
    assert_eq!(refusal(editing::remove_commitment(&neighbour, id, commitment).await).1, "not-found");
    let public = app.hub.public_scope(app.fes.clone(), app.hub.new_request_id());
    let editor = public.acted_by(Actor::Person(Person {
        id: PersonId(id.0),
        sign_in: SignInId(id.0),
        name: "محررة".into(),
        email: "editor@example.org".into(),
        locale: Locale::Ar,
        roles: vec![Role::Editor],
    }));
    let input = AxisInput { titles: titles(), ..AxisInput::default() };
    assert_eq!(refusal(editing::put_axis(&editor, id, None, input).await).1, "denied-role");
    assert_eq!(refusal(editing::remove_axis(&editor, id, first).await).1, "denied-role");
    let input = CommitmentInput::new(first, titles());
    assert_eq!(refusal(editing::put_commitment(&editor, id, None, input).await).1, "denied-role");
    assert_eq!(refusal(editing::remove_commitment(&editor, id, commitment).await).1, "denied-role");
    let put = editing::put_milestone(&editor, commitment, None, milestone("Non", None)).await;
    assert_eq!(refusal(put).1, "denied-role");
}

#[tokio::test]
async fn adopted_tree_keeps_what_it_said() {
    let app = TestApp::new().await;
    let (scope, id) = (scope(&app), programme(&app).await);
    let first = axis(&app, id, "Transparence").await;
    let titles = both("التزام", "Publier le budget");
    let commitment =
        editing::put_commitment(&scope, id, None, CommitmentInput::new(first, titles)).await.unwrap();
    let due = editing::put_milestone(&scope, commitment, None, milestone("Activité", day(2028, 6, 30)));
    let due = due.await.unwrap();
    adopt(&app, id).await;
    app.pass(TimeDelta::days(3));

    assert_eq!(refusal(editing::remove_milestone(&scope, commitment, due).await).1, "tree-is-adopted");
    assert_eq!(refusal(editing::remove_commitment(&scope, id, commitment).await).1, "tree-is-adopted");
    assert_eq!(refusal(editing::remove_axis(&scope, id, first).await).1, "tree-is-adopted");

    // Nothing was reworded yet; a change that changes nothing leaves nothing.
    let public = app.hub.public_scope(app.fes.clone(), app.hub.new_request_id());
    let opened = editing::open_commitment(&scope, id, commitment).await.unwrap();
    let seen = Some((commitment, opened.version));
    editing::put_commitment(&scope, id, seen, opened.input.clone()).await.unwrap();
    assert!(revisions::of_commitment(&public, commitment).await.unwrap().is_empty());

    // What is added is public at once.
    editing::put_milestone(&scope, commitment, None, milestone("Ajoutée", day(2029, 6, 30))).await.unwrap();
    let page = format!("/fr/programme/{CYCLE}/commitments/1");
    let page = app.anyone("fes").get(&page).await.must(200).text();
    assert!(page.contains("Publier le budget") && page.contains("Ajoutée"));

    // What was reworded stands in the public history, the latest first, field by field.
    let reworded_on = scope.today();
    app.pass(TimeDelta::days(2));
    let mut input = opened.input;
    input.titles = both("التزام", "Publier le budget ouvert");
    let scope = self::scope(&app);
    editing::put_commitment(&scope, id, Some((commitment, opened.version + 1)), input).await.unwrap();
    let history = revisions::of_commitment(&public, commitment).await.unwrap();
    assert_eq!(history.len(), 2);
    assert_eq!(
        history.iter().map(|revision| revision.changed_on).collect::<Vec<_>>(),
        [scope.today(), reworded_on]
    );
    let [title] = &history[0].changes[..] else { panic!("one field: {:?}", history[0].changes) };
    assert_eq!((title.field, title.locale), (Field::Title, Some(Locale::Fr)));
    assert_eq!(title.before.as_deref(), Some("Publier le budget"));
    assert_eq!(title.after.as_deref(), Some("Publier le budget ouvert"));
    let [arabic, french] = &history[1].changes[..] else { panic!("two titles: {:?}", history[1].changes) };
    for (added, locale, title) in [(arabic, Locale::Ar, "نشاط"), (french, Locale::Fr, "Ajoutée")] {
        assert_eq!((added.field, added.milestone), (Field::Milestone, Some(2)));
        assert_eq!(
            (added.locale, added.before.as_deref(), added.after.as_deref()),
            (Some(locale), None, Some(title))
        );
    }
    let page = app.anyone("fes").get(&format!("/fr/programme/{CYCLE}/commitments/1")).await.must(200).text();
    assert!(page.contains("Publier le budget <ins>ouvert</ins>"), "the reworded title: {page}");
    assert!(page.contains("<ins>Ajoutée</ins>"));

    // The same of an axis, whose page is that of the programme.
    assert!(revisions::of_axes(&public, &[id]).await.unwrap().is_empty());
    let renamed =
        || AxisInput { titles: both("محور", "Transparence et comptes"), ..AxisInput::default() };
    editing::put_axis(&scope, id, Some(first), renamed()).await.unwrap();
    editing::put_axis(&scope, id, Some(first), renamed()).await.unwrap();
    let history = revisions::of_axes(&public, &[id]).await.unwrap().remove(&first).unwrap();
    assert_eq!(history.len(), 1, "a change that changes nothing leaves nothing");
    assert_eq!(history[0].changed_on, scope.today());
    let [title] = &history[0].changes[..] else { panic!("one field: {:?}", history[0].changes) };
    assert_eq!((title.field, title.before.as_deref()), (Field::Title, Some("Transparence")));
    let page = app.anyone("fes").get(&format!("/fr/programme/{CYCLE}")).await.must(200).text();
    assert!(page.contains("Transparence <ins>et comptes</ins>"), "{page}");
    let neighbour = app.hub.public_scope(app.tenant("agadir").clone(), app.hub.new_request_id());
    assert!(revisions::of_axes(&neighbour, &[id]).await.unwrap().is_empty());
    assert!(revisions::of_commitment(&neighbour, commitment).await.unwrap().is_empty());
}
