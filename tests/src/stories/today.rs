//! Where the day begins: what needs somebody appears, leads to the place where it is done, and is gone
//! once it is done; for each role what it may do, for the neighbour nothing of it.

use std::collections::BTreeSet;

use chrono::{Days, TimeDelta};
use infitah_core::ground::ids::ProgrammeId;
use infitah_core::ground::localised::Localised;
use infitah_core::notify::deliveries::{self, Outcome as Sending, Verdict};
use infitah_core::programme::programmes::SessionKind;
use infitah_core::programme::reports::{self, ReportInput};
use infitah_core::programme::sessions::{self, Outcome, SessionInput, Votes};
use infitah_core::programme::states::State;
use infitah_core::programme::{axes, commitments, cycle, milestones, programmes};
use infitah_core::tenancy::permission::Role;
use infitah_core::tenancy::scope::Scope;

use super::publishing::{subscriber, version_of, write};
use crate::harness::app::PASSWORD;
use crate::harness::{Caller, TestApp};

const HOME: &str = "/office/home";

async fn page(caller: &Caller) -> String {
    caller.get(HOME).await.must(200).text()
}

/// The needs on somebody's page.
async fn needs(caller: &Caller) -> BTreeSet<String> {
    let page = page(caller).await;
    let codes = page.split("class=\"panel need need-").skip(1).filter_map(|rest| rest.split('"').next());
    codes.map(str::to_owned).collect()
}

/// The part of a page about one need.
async fn need(caller: &Caller, code: &str) -> String {
    let page = page(caller).await;
    let start = format!("class=\"panel need need-{code}\"");
    let part = page.split(&start).nth(1).unwrap_or_else(|| panic!("no {code}: {page}"));
    part.split("</section>").next().unwrap_or_default().to_owned()
}

fn set(codes: &[&str]) -> BTreeSet<String> {
    codes.iter().map(|&code| code.to_owned()).collect()
}

/// Everybody who works at a twin.
struct House {
    admin: Caller,
    editor: Caller,
    focal: Caller,
    moderator: Caller,
    neighbour: Caller,
}

impl House {
    async fn of(app: &TestApp) -> Self {
        Self {
            admin: app.staff("fes", Role::Admin).await,
            editor: app.staff("fes", Role::Editor).await,
            focal: app.staff("fes", Role::FocalPoint).await,
            moderator: app.staff("fes", Role::Moderator).await,
            neighbour: app.staff("agadir", Role::Admin).await,
        }
    }

    /// The same people after a time in which their sign-ins ran out.
    async fn after(app: &TestApp, time: TimeDelta) -> Self {
        app.pass(time);
        Self {
            admin: back(app, "fes", Role::Admin).await,
            editor: back(app, "fes", Role::Editor).await,
            focal: back(app, "fes", Role::FocalPoint).await,
            moderator: back(app, "fes", Role::Moderator).await,
            neighbour: back(app, "agadir", Role::Admin).await,
        }
    }

    /// Who sees a need: admin, editor, focal point, moderator, and the neighbour's admin.
    async fn see(&self, code: &str) -> String {
        let mut marks = String::new();
        for caller in [&self.admin, &self.editor, &self.focal, &self.moderator, &self.neighbour] {
            marks.push(if needs(caller).await.contains(code) { 'x' } else { '-' });
        }
        marks
    }
}

/// Somebody who has an account signs in again.
async fn back(app: &TestApp, slug: &str, role: Role) -> Caller {
    let caller = app.anyone(slug);
    let email = format!("{}@{slug}.example.org", role.code().replace('_', "-"));
    let form = [("email", email.as_str()), ("password", PASSWORD)];
    let answer = caller.post_form("/office/sign-in", &form).await.must(303);
    caller.with("cookie", &answer.cookie().expect("a cookie"))
}

fn system(app: &TestApp) -> Scope {
    app.hub.system_scope(app.fes.clone(), "test")
}

async fn programme(scope: &Scope) -> ProgrammeId {
    programmes::current(scope.public()).await.unwrap().expect("a programme").id
}

/// Reports on the milestones of the twin's programme that nobody has reported on.
async fn report_all(scope: &Scope) {
    let public = scope.public();
    let id = programme(scope).await;
    for axis in &axes::by_programmes(public, &[id], None).await.unwrap()[&id] {
        for commitment in &commitments::by_axes(public, &[axis.id], None).await.unwrap()[&axis.id] {
            let all =
                &milestones::by_commitments(public, &[commitment.id], None).await.unwrap()[&commitment.id];
            let last = all.last().expect("milestones").id;
            reports::submit(scope, last, ReportInput::of(State::Complete, scope.today())).await.unwrap();
        }
    }
}

async fn step(caller: &Caller, path: &str, verb: &str, more: &[(&str, &str)]) {
    let version = version_of(caller, path).await;
    let mut fields = vec![("version", version.as_str())];
    fields.extend_from_slice(more);
    caller.post_form(&format!("{path}/{verb}"), &fields).await.must(303);
}

#[tokio::test]
async fn sign_in_leads_to_where_the_day_begins() {
    let app = TestApp::new().await;
    for (slug, role, room) in [
        ("fes", Role::Admin, HOME),
        ("fes", Role::Editor, HOME),
        ("fes", Role::FocalPoint, HOME),
        ("fes", Role::Moderator, "/office/articles"),
        ("", Role::Coordinator, HOME),
        ("", Role::Observer, "/office/dashboard"),
    ] {
        let caller = app.staff(slug, role).await;
        let answer = caller.get("/office").await.must(303);
        assert_eq!(answer.header("location"), room, "{role:?}");
        let is_home = room == HOME;
        let menu = caller.get(room).await.must(200).text();
        assert_eq!(menu.contains("<a href=\"/office/home\""), is_home, "{role:?}: {menu}");
    }
    let answer = app.anyone("fes").get(HOME).await.must(303);
    assert!(answer.header("location").starts_with("/office/sign-in"));
}

#[tokio::test]
async fn day_without_needs_is_one_calm_sentence() {
    let app = TestApp::new().await;
    let calm = "لا شيء ينتظركم اليوم.";
    for (slug, role, is_calm) in [
        ("fes", Role::Moderator, true),
        ("fes", Role::Editor, true),
        ("fes", Role::FocalPoint, false),
        ("", Role::Coordinator, true),
        ("", Role::Observer, true),
    ] {
        let caller = app.staff(slug, role).await;
        let page = page(&caller).await;
        assert_eq!(page.contains(calm), is_calm, "{role:?}: {page}");
        assert_eq!(page.contains("class=\"panel need "), !is_calm, "{role:?}: {page}");
    }
}

#[tokio::test]
async fn reports_are_asked_for_until_all_are_handed_in() {
    let app = TestApp::new().await;
    let house = House::of(&app).await;
    // The neighbour owes its own.
    assert_eq!(house.see("reports").await, "x-x-x");
    let due = need(&house.focal, "reports").await;
    assert!(
        due.contains("/office/reports/2026-2027?period=2026-10-26") && due.contains("flag late"),
        "{due}"
    );
    let path = due.split("href=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a link");
    house.focal.get(path).await.must(200);
    report_all(&system(&app)).await;
    assert_eq!(house.see("reports").await, "----x");
}

#[tokio::test]
async fn report_waits_for_who_approves_and_comes_back_to_its_author() {
    let app = TestApp::new().await;
    let house = House::of(&app).await;
    house.admin.post_form("/office/reports/eyes", &[("eyes", "two")]).await.must(303);
    let sheet = "/office/reports/2026-2027";
    let form = house.focal.get(sheet).await.must(200).text();
    let milestone = form.split("id=\"line-").nth(3).and_then(|rest| rest.split('"').next()).expect("a line");
    for (round, text) in ["Premier", "Second"].into_iter().enumerate() {
        reports_of(&house.focal, milestone, text).await;
        assert_eq!(house.see("returned-reports").await, "-----", "{round}");
        assert_eq!(house.see("queue").await, "x----", "nobody decides about their own, round {round}");
        let queue = house.admin.get("/office/reports/queue").await.must(200).text();
        let place = queue.split("action=\"/office/reports/queue/").nth(1).expect("a form");
        let place = format!("/office/reports/queue/{}", place.split('"').next().unwrap_or_default());
        if round == 1 {
            house.admin.post_form(&place, &[("then", "approve")]).await.must(303);
            break;
        }
        let returned = [("then", "return"), ("reason", "Où est le <PV> ?")];
        house.admin.post_form(&place, &returned).await.must(303);
        assert_eq!(house.see("returned-reports").await, "--x--");
        let shown = need(&house.focal, "returned-reports").await;
        assert!(
            shown.contains("Où est le &#60;PV&#62; ?") && shown.contains(&format!("#line-{milestone}")),
            "{shown}"
        );
    }
    assert_eq!(house.see("queue").await, "-----");
    assert_eq!(house.see("returned-reports").await, "-----");
}

/// Hands in a report on a milestone by the sheet.
async fn reports_of(author: &Caller, milestone: &str, text: &str) {
    let page = author.get("/office/reports/2026-2027").await.must(200).text();
    let line = page.split(&format!("id=\"line-{milestone}\"")).nth(1).expect("the line");
    let value = |name: &str| {
        let start = format!("name=\"{milestone}-{name}\" value=\"");
        line.split(&start).nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default().to_owned()
    };
    let named = |name: &str| format!("{milestone}-{name}");
    let fields = [
        (named("key"), value("key")),
        (named("seen"), value("seen")),
        (named("state"), "complete".to_owned()),
        (named("texts_fr"), text.to_owned()),
        (named("reported_on"), "2026-11-20".to_owned()),
        ("period".to_owned(), "2026-10-26".to_owned()),
        ("then".to_owned(), milestone.to_owned()),
    ];
    let fields: Vec<(&str, &str)> =
        fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    author.post_form("/office/reports/2026-2027", &fields).await.must(303);
}

#[tokio::test]
async fn article_waits_for_each_in_turn() {
    let app = TestApp::new().await;
    let house = House::of(&app).await;
    let path = write(&house.focal).await;
    assert_eq!(house.see("drafts").await, "--x--", "a draft waits for who writes it");
    assert!(need(&house.focal, "drafts").await.contains(&path));

    step(&house.focal, &path, "submit", &[]).await;
    assert_eq!(house.see("drafts").await, "-----");
    assert_eq!(house.see("review").await, "xx---", "it waits for who may publish");
    assert!(need(&house.editor, "review").await.contains(&path));

    step(&house.editor, &path, "return", &[("note", "أضف اسم الحي")]).await;
    assert_eq!(house.see("review").await, "-----");
    assert_eq!(house.see("returned").await, "--x--");
    assert!(need(&house.focal, "returned").await.contains("أضف اسم الحي"));

    step(&house.focal, &path, "submit", &[]).await;
    assert_eq!(house.see("returned").await, "-----");
    step(&house.editor, &path, "schedule", &[("publish_at", "2026-11-24T09:00")]).await;
    assert_eq!(house.see("review").await, "-----");
    assert_eq!(house.see("scheduled").await, "xxx--");
    let house = House::after(&app, TimeDelta::hours(24)).await;
    app.run_worker().await;
    assert_eq!(house.see("scheduled").await, "-----");
}

#[tokio::test]
async fn network_has_needs_of_its_own() {
    let app = TestApp::new().await;
    let coordinator = app.staff("", Role::Coordinator).await;
    let member = app.staff("fes", Role::Admin).await;
    write(&coordinator).await;
    assert_eq!(needs(&coordinator).await, set(&["drafts"]), "the network has no programme");
    assert!(!needs(&member).await.contains("drafts"));
}

#[tokio::test]
async fn list_that_is_long_shows_a_few_and_counts_all() {
    let app = TestApp::new().await;
    let editor = app.staff("fes", Role::Editor).await;
    for number in 1..=7 {
        let typed = [("title_ar", format!("خبر {number}")), ("body_ar", "نص".to_owned())];
        let typed: Vec<(&str, &str)> = typed.iter().map(|(name, text)| (*name, text.as_str())).collect();
        editor.post_form("/office/articles", &typed).await.must(303);
    }
    let drafts = need(&editor, "drafts").await;
    assert_eq!(drafts.matches("<li>").count(), 5, "{drafts}");
    assert!(
        drafts.contains("<span class=\"need-count\">7</span>") && drafts.contains("عرض الكل"),
        "{drafts}"
    );
}

#[tokio::test]
async fn steps_and_sessions_are_asked_for_by_their_days() {
    let app = TestApp::new().await;
    let house = House::of(&app).await;
    let scope = system(&app);
    let (id, today) = (programme(&scope).await, scope.today());
    assert_eq!(house.see("steps").await, "-----");
    for (days, marks) in [(31, "-----"), (30, "x-x--")] {
        cycle::plan_phase(&scope, id, 11, today.checked_add_days(Days::new(days))).await.unwrap();
        assert_eq!(house.see("steps").await, marks, "{days} days ahead");
    }
    let step = need(&house.focal, "steps").await;
    assert!(step.contains("/office/programme/2026-2027/steps/11") && !step.contains("flag late"), "{step}");
    cycle::plan_phase(&scope, id, 11, today.pred_opt()).await.unwrap();
    assert!(need(&house.focal, "steps").await.contains("flag late"));
    cycle::begin_evaluation(&scope, id, today).await.unwrap();
    assert_eq!(house.see("steps").await, "-----", "it has begun");

    let session = |day, outcome| SessionInput {
        programme: None,
        kind: SessionKind::Extraordinary,
        starts_on: day,
        ends_on: None,
        places: Localised::default(),
        agendas: Localised::default(),
        outcome,
        decision_number: None,
        decisions: Localised::default(),
        votes: Votes { in_favour: None, against: None, abstained: None },
        document_url: None,
    };
    let held = sessions::put(&scope, None, session(today, Outcome::Planned)).await.unwrap();
    assert_eq!(house.see("sessions").await, "-----", "its day is not over");
    let house = House::after(&app, TimeDelta::days(1)).await;
    assert_eq!(house.see("sessions").await, "x-x--");
    assert!(need(&house.admin, "sessions").await.contains(&format!("/office/sessions/{held}")));
    sessions::put(&system(&app), Some((held, 1)), session(today, Outcome::Held)).await.unwrap();
    assert_eq!(house.see("sessions").await, "-----");
}

#[tokio::test]
async fn minutes_are_asked_for_after_an_event() {
    let app = TestApp::new().await;
    let house = House::of(&app).await;
    let typed = [
        ("titles_ar", "ورشة الأحياء"),
        ("kind", "workshop"),
        ("day", "2026-11-24"),
        ("starts_at", "09:30"),
        ("places_ar", "قاعة البلدية"),
        ("then", "publish"),
    ];
    let saved = house.focal.post_form("/office/events", &typed).await.must(303);
    let path = saved.header("location").split('?').next().unwrap_or_default().to_owned();
    assert_eq!(house.see("minutes").await, "-----");
    let house = House::after(&app, TimeDelta::days(1)).await;
    assert_eq!(house.see("minutes").await, "xxx--");
    assert!(need(&house.editor, "minutes").await.contains(&path));
    step(&house.editor, &path, "record", &[("minutes_ar", "نوقشت الحدائق.")]).await;
    assert_eq!(house.see("minutes").await, "-----");
}

#[tokio::test]
async fn request_about_data_waits_until_it_is_answered() {
    let app = TestApp::new().await;
    let house = House::of(&app).await;
    let asked = [("email", "amina@example.org"), ("kind", "erasure"), ("received_on", "2026-11-20")];
    house.admin.post_form("/office/personal-data/requests", &asked).await.must(303);
    assert_eq!(house.see("requests").await, "x----");
    let shown = need(&house.admin, "requests").await;
    assert!(shown.contains("محو المعطيات") && !shown.contains("amina"), "{shown}");
    let register = house.admin.get("/office/personal-data").await.must(200).text();
    let id = register.split("action=\"/office/personal-data/requests/").nth(1).expect("a form");
    let path = format!("/office/personal-data/requests/{}", id.split('"').next().unwrap_or_default());
    house.admin.post_form(&path, &[]).await.must(303);
    assert_eq!(house.see("requests").await, "-----");
}

#[tokio::test]
async fn message_that_did_not_arrive_says_why_and_not_to_whom() {
    let app = TestApp::new().await;
    let house = House::of(&app).await;
    app.run_worker().await;
    subscriber(&app, "fes", "ar", "amina@example.org").await;
    let path = write(&house.editor).await;
    step(&house.editor, &path, "publish", &[]).await;
    deliveries::dispatch(&app.hub, 10).await.unwrap();
    let claimed = deliveries::claim(&app.hub, 10).await.unwrap();
    assert_eq!(claimed.jobs.len(), 1);
    let dead = |job: &deliveries::Job| Sending {
        lease: job.lease,
        verdict: Verdict::Dead,
        detail: "smtp: refused with 550".to_owned(),
    };
    assert_eq!(house.see("failures").await, "-----");
    deliveries::record(&app.hub, claimed.jobs.iter().map(dead).collect()).await.unwrap();
    assert_eq!(house.see("failures").await, "x----");

    let home = need(&house.admin, "failures").await;
    let list = house.admin.get("/office/deliveries").await.must(200).text();
    for shown in [&home, &list] {
        assert!(shown.contains("رفضها خادم بريد المتلقي") && shown.contains("550"), "{shown}");
        assert!(shown.contains("انقطاع الماء") && !shown.contains("amina"), "{shown}");
    }
    for caller in [&house.editor, &house.focal, &house.moderator] {
        caller.get("/office/deliveries").await.must(403);
    }
    let theirs = house.neighbour.get("/office/deliveries").await.must(200).text();
    assert!(!theirs.contains("انقطاع الماء"), "{theirs}");
    house.admin.get("/office/deliveries?after=x").await.must(422);

    let house = House::after(&app, TimeDelta::days(8)).await;
    assert_eq!(house.see("failures").await, "-----", "it is no news any more");
    let list = house.admin.get("/office/deliveries").await.must(200).text();
    assert!(list.contains("انقطاع الماء"), "{list}");
    let house = House::after(&app, TimeDelta::days(90)).await;
    let list = house.admin.get("/office/deliveries").await.must(200).text();
    assert!(!list.contains("انقطاع الماء") && list.contains("وصلت كل الرسائل."), "{list}");
}

#[tokio::test]
async fn page_costs_the_same_whatever_waits() {
    let app = TestApp::new().await;
    let admin = app.staff("fes", Role::Admin).await;
    // What signing in wrote down is read once.
    page(&admin).await;
    let mut counts = Vec::new();
    for _ in 0..2 {
        let before = app.hub.database().statements();
        page(&admin).await;
        counts.push(app.hub.database().statements() - before);
        for _ in 0..6 {
            write(&admin).await;
        }
    }
    assert_eq!(counts[0], counts[1]);
    assert!(counts[0] <= 20, "{counts:?}");
}
