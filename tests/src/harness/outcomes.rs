//! What else a twin's programme holds besides its tree: a session, a committee, an indicator, an
//! assessment, and what nobody has published. Planted where a test asks for it, because most
//! stories begin without.

use chrono::TimeDelta;
use infitah_core::Locale;
use infitah_core::ground::calendar;
use infitah_core::ground::ids::{ProgrammeId, SignInId};
use infitah_core::ground::localised::Localised;
use infitah_core::media::{self, MediumInput, Upload};
use infitah_core::news::documents::{self, DocumentInput};
use infitah_core::news::events::{self, Channel, Counts, EventInput, EventKind, Record};
use infitah_core::news::pages::{self, PageInput};
use infitah_core::programme::assessments::{self, AssessmentInput, Completion, EarlyResults, EvaluatorKind};
use infitah_core::programme::committee::{self, Body, Gender, MemberInput};
use infitah_core::programme::drafts::{self, DraftInput};
use infitah_core::programme::indicators::{self, IndicatorInput, MeasurementInput};
use infitah_core::programme::programmes::{Origin, ProgrammeStatus, SessionKind};
use infitah_core::programme::reports::{self, Eyes, ReportInput};
use infitah_core::programme::seeding::{self, SeedAxis, SeedCommitment, SeedProgramme};
use infitah_core::programme::sessions::{self, Outcome, SessionInput, Votes};
use infitah_core::programme::states::State;
use infitah_core::programme::{axes, commitments, milestones, programmes};
use infitah_core::tenancy::permission::Role;
use infitah_core::tenancy::scope::{Actor, Person, Scope};
use infitah_core::tenancy::{invitations, staff};

use super::TestApp;
use super::app::PASSWORD;
use super::members::{canary, texts};

/// A word of all that a member has not published.
pub(crate) const UNPUBLISHED: &str = "canarydraft";

/// Fills the current programme of a twin: what is public holds the canary of the member, what is
/// not holds [`UNPUBLISHED`] as well.
pub(crate) async fn plant_outcomes(app: &TestApp, slug: &'static str) {
    let word = canary(slug);
    let hidden = format!("{UNPUBLISHED} {word}");
    let system = app.hub.system_scope(app.tenant(slug).clone(), "test seed");
    let today = calendar::day(app.hub.clock().now());
    let programme = programmes::current(system.public()).await.unwrap().expect("a programme").id;
    let session = SessionInput {
        programme: Some(programme),
        kind: SessionKind::Extraordinary,
        starts_on: today + chrono::Days::new(20),
        ends_on: None,
        places: texts("المقر", "Siège", &word),
        agendas: texts("جدول الأعمال", "Ordre du jour", &word),
        outcome: Outcome::Planned,
        decision_number: None,
        decisions: Localised::default(),
        votes: Votes { in_favour: None, against: None, abstained: None },
        document_url: Some(format!("https://example.org/{word}")),
    };
    sessions::put(&system, None, session).await.unwrap();
    for (name, is_named) in [(format!("Amina {word}"), true), (format!("Driss {hidden}"), false)] {
        let capacities = texts("مستشارة", "Conseillère", &name);
        let seat =
            MemberInput { name, capacities, body: Body::Council, gender: Some(Gender::Woman), is_named };
        committee::put(&system, programme, None, seat).await.unwrap();
    }
    let public = system.public();
    let axis = axes::by_programmes(public, &[programme], None).await.unwrap()[&programme][0].id;
    let commitment = commitments::by_axes(public, &[axis], None).await.unwrap()[&axis][0].id;
    let indicator = IndicatorInput {
        commitment,
        number: 1,
        titles: texts("مؤشر", "Indicateur", &word),
        units: texts("وثيقة", "document", &word),
        is_percentage: false,
        baseline: Some(3.0),
        baseline_on: Some(today - chrono::Days::new(200)),
        target: Some(40.0),
        target_on: Some(today + chrono::Days::new(200)),
    };
    let indicator = indicators::put(&system, None, indicator).await.unwrap();
    let measured = MeasurementInput {
        value: 12.0,
        measured_on: today - chrono::Days::new(40),
        notes: texts("ملاحظة", "Relevé", &word),
        source_url: Some(format!("https://example.org/{word}")),
        corrects: None,
    };
    indicators::measure(&system, indicator, measured).await.unwrap();
    let judged = AssessmentInput {
        evaluator: format!("Observatoire {word}"),
        evaluator_kind: EvaluatorKind::CivilSociety,
        completion: Completion::Limited,
        early_results: Some(EarlyResults::Moderate),
        texts: texts("رأي", "Avis", &word),
        source_url: Some(format!("https://example.org/{word}")),
        assessed_on: today,
    };
    assessments::record(&system, commitment, judged).await.unwrap();
    seeding::plant(&system, hidden_programme(&hidden)).await.unwrap();
    plant_files(&system, &hidden).await;
    plant_documents(&system, &word, &hidden).await;
    plant_events(&system, programme, &word, &hidden).await;
    plant_pages(&system, &word, &hidden).await;

    // Reports that are typed, that wait and that were given back; all of one milestone.
    let milestone = milestones::by_commitments(public, &[commitment], None).await.unwrap()[&commitment][2].id;
    let (author, reader) = (person(app, slug, Role::FocalPoint).await, person(app, slug, Role::Admin).await);
    reports::set_eyes(&reader, Eyes::Two).await.unwrap();
    let said = || ReportInput {
        texts: texts("تقرير", "Rapport", &hidden),
        ..ReportInput::of(State::Substantial, today)
    };
    let returned = reports::submit(&author, milestone, said()).await.unwrap().id;
    reports::return_with(&reader, returned, &hidden).await.unwrap();
    reports::submit(&author, milestone, said()).await.unwrap();
    let typed = DraftInput { texts: texts("مسودة", "Brouillon", &hidden), ..DraftInput::default() };
    drafts::save(&author, milestone, typed).await.unwrap();
}

/// A file that nothing public uses.
async fn plant_files(system: &Scope, word: &str) {
    let file = Upload::of(format!("{word}.pdf"), format!("%PDF-1.7\n% {word}\n").into_bytes());
    let file = media::put(system, file).await.unwrap().id;
    let said = MediumInput { titles: texts("ملف", "Fichier", word), alternatives: Localised::default() };
    media::describe(system, file, 1, said).await.unwrap();
}

/// A document in two versions that the public sees, and one that it does not.
async fn plant_documents(system: &Scope, word: &str, hidden: &str) {
    let file = |name: String| async move {
        let bytes = format!("%PDF-1.7\n% {name}\n").into_bytes();
        media::put(system, Upload::of(format!("{name}.pdf"), bytes)).await.unwrap().id
    };
    for (text, is_shown) in [(word, true), (hidden, false)] {
        let input = DocumentInput {
            item: "budget".into(),
            titles: texts("وثيقة", "Document", text),
            descriptions: texts("وصف", "Description", text),
            dated_on: system.today(),
        };
        let id = documents::create(system, input, file(format!("one {text}")).await).await.unwrap();
        documents::add_version(system, id, 1, file(format!("two {text}")).await).await.unwrap();
        if is_shown {
            documents::publish(system, id, 2).await.unwrap();
        }
    }
}

/// A page in the menu, and one that nobody sees.
async fn plant_pages(system: &Scope, word: &str, hidden: &str) {
    let page = |word: &str| PageInput {
        titles: texts("الخدمات", "Services", word),
        bodies: texts("<p>نص</p>", "<p>Texte</p>", word),
        slugs: Localised::default(),
        in_menu: true,
    };
    let shown = pages::create(system, page(word)).await.unwrap();
    pages::publish(system, shown.id, shown.version).await.unwrap();
    pages::create(system, page(hidden)).await.unwrap();
}

/// A workshop that was held, with its minutes and who came, one that was cancelled, and a draft.
async fn plant_events(system: &Scope, programme: ProgrammeId, word: &str, hidden: &str) {
    let now = system.now();
    let event = |days: i64, word: &str| EventInput {
        kind: EventKind::Workshop,
        channel: Some(Channel::Hall),
        titles: texts("ورشة", "Atelier", word),
        descriptions: texts("<p>تقديم</p>", "<p>Présentation</p>", word),
        places: texts("القاعة", "Salle", word),
        agendas: texts("نقطة", "Point", word),
        starts_at: now + TimeDelta::days(days),
        ends_at: Some(now + TimeDelta::days(days) + TimeDelta::hours(2)),
        programme: Some(programme),
        step: Some(4),
        registration_url: Some(format!("https://example.org/{}", word.replace(' ', "-"))),
        source_url: Some(format!("https://example.org/{}", word.replace(' ', "-"))),
    };
    let held = events::create(system, event(-30, word)).await.unwrap();
    let counts = Counts { total: Some(40), women: Some(22), ..Counts::default() };
    let record = Record {
        minutes: texts("<p>محضر</p>", "<p>Compte rendu</p>", word),
        attendances: vec![(Channel::Hall, counts)],
    };
    let held = events::record(system, held.id, held.version, record).await.unwrap();
    events::publish(system, held.id, held.version).await.unwrap();
    let coming = events::create(system, event(10, word)).await.unwrap();
    let coming = events::publish(system, coming.id, coming.version).await.unwrap();
    events::cancel(system, coming.id, coming.version, texts("السبب", "Motif", word)).await.unwrap();
    events::create(system, event(12, hidden)).await.unwrap();
}

/// The next programme, whose draft the public does not see yet.
fn hidden_programme(word: &str) -> SeedProgramme {
    let commitment =
        SeedCommitment {
            number: 1, titles: texts("مشروع", "Projet", word), ..SeedCommitment::default()
        };
    SeedProgramme {
        cycle: "2028-2029".into(),
        origin: Origin::Council,
        status: ProgrammeStatus::Preparing,
        notes: Localised::default(),
        source_url: None,
        starts_on: "2028-01-01".parse().ok(),
        ends_on: "2029-12-31".parse().ok(),
        adopted_on: None,
        session_kind: None,
        is_draft_hidden: true,
        is_sample: false,
        phases: vec![],
        axes: vec![SeedAxis {
            number: 1,
            titles: texts("محور", "Axe", word),
            is_sample: false,
            commitments: vec![commitment],
            ..SeedAxis::default()
        }],
    }
}

/// Somebody with a role at a twin, now: an account beside those that tests make.
async fn person(app: &TestApp, slug: &'static str, role: Role) -> Scope {
    let system = app.hub.system_scope(app.tenant(slug).clone(), "test staff");
    let name = format!("{} of the outcomes", role.code());
    let email = format!("outcomes-{}@{slug}.example.org", role.code().replace('_', "-"));
    let invitation =
        staff::NewInvitation { email: email.clone(), display_name: name.clone(), role, locale: Locale::Ar };
    let invited = staff::invite(&system, invitation).await.unwrap();
    let token = invited.link.rsplit('/').next().unwrap().to_owned();
    let anyone = || app.hub.public_scope(app.tenant(slug).clone(), app.hub.new_request_id());
    invitations::accept(&anyone().acted_by(Actor::Anonymous), &token, PASSWORD).await.unwrap();
    let all = staff::list(&system).await.unwrap();
    let id = all.iter().find(|one| one.email == email).expect("an account").id;
    let sign_in = SignInId(app.hub.new_request_id());
    let person = Person { id, sign_in, name, email, locale: Locale::Ar, roles: vec![role] };
    anyone().acted_by(Actor::Person(person))
}
