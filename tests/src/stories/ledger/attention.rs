//! What the network says of silent members and of cycles that begin with the day alone, and who is
//! reminded while reports wait to be approved.

use chrono::{NaiveDate, TimeDelta};
use infitah_core::ground::localised::Localised;
use infitah_core::ground::paging::PageRequest;
use infitah_core::network::overview::{overview, stale};
use infitah_core::programme::cycle::{self, ProgrammeInput};
use infitah_core::programme::programmes::{self, Origin, ProgrammeStatus};
use infitah_core::programme::reporting;
use infitah_core::programme::reports::{self, Eyes, ReportInput};
use infitah_core::programme::seeding::{self, SeedAxis, SeedCommitment, SeedMilestone, SeedProgramme};
use infitah_core::programme::states::State;
use infitah_core::programme::{reminders, summaries};
use infitah_core::tenancy::collectivities::Kind;
use infitah_core::tenancy::permission::Role;

use super::desk::{Colleague, public, report, today, tree, until};
use crate::harness::TestApp;
use crate::harness::members::{plant_tenant, texts};

/// A programme with one commitment and one milestone, reported on at these days.
fn seed(starts_on: &str, ends_on: Option<&str>, begins: Option<&str>, reported: &[&str]) -> SeedProgramme {
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    let entry = |on: &&str| seeding::SeedReport {
        report: ReportInput { obstacle: None, ..ReportInput::of(State::Substantial, day(on)) },
        is_sample: false,
    };
    let milestone = SeedMilestone {
        number: 1,
        titles: texts("نشاط", "Activité", "1"),
        starts_on: begins.map(day),
        reports: reported.iter().map(entry).collect(),
        ..SeedMilestone::default()
    };
    let commitment = SeedCommitment {
        number: 1,
        titles: texts("مشروع", "Projet", "1"),
        milestones: vec![milestone],
        ..SeedCommitment::default()
    };
    SeedProgramme {
        cycle: "2026-2028".into(),
        origin: Origin::Council,
        status: ProgrammeStatus::Implementing,
        notes: Localised::default(),
        source_url: None,
        starts_on: Some(day(starts_on)),
        ends_on: ends_on.map(day),
        adopted_on: None,
        session_kind: None,
        is_draft_hidden: false,
        is_sample: false,
        phases: vec![],
        axes: vec![SeedAxis {
            number: 1,
            titles: texts("محور", "Axe", "1"),
            is_sample: false,
            commitments: vec![commitment],
            ..SeedAxis::default()
        }],
    }
}

/// First day, last day, months between reports, beginning of the milestone, days of reports.
type Member = (&'static str, Option<&'static str>, i32, Option<&'static str>, &'static [&'static str]);

const MEMBERS: [Member; 12] = [
    ("2026-01-01", Some("2027-12-31"), 3, None, &[]),
    ("2026-01-01", Some("2027-12-31"), 3, None, &["2026-09-30"]),
    ("2026-01-01", Some("2027-12-31"), 3, None, &["2026-10-01"]),
    ("2026-08-31", Some("2027-12-31"), 1, None, &["2026-10-30"]),
    ("2026-08-31", None, 1, None, &["2026-10-31"]),
    ("2025-11-30", Some("2026-12-10"), 3, None, &["2026-08-29"]),
    ("2026-01-31", Some("2027-02-15"), 12, None, &[]),
    ("2026-05-31", None, 6, None, &["2026-11-23"]),
    ("2026-10-31", None, 4, Some("2027-03-01"), &[]),
    ("2026-01-29", Some("2027-06-30"), 1, Some("2026-12-15"), &[]),
    ("2027-01-15", Some("2027-08-31"), 2, None, &[]),
    ("2026-12-31", None, 2, Some("2027-01-01"), &[]),
];

#[tokio::test]
async fn network_and_members_agree_on_who_is_silent() {
    let app = TestApp::new().await;
    let mut members = Vec::new();
    for (number, (starts, ends, every, begins, reported)) in MEMBERS.into_iter().enumerate() {
        let slug = format!("silent-{number:02}");
        let tenant = plant_tenant(&app.hub, &slug, Kind::Commune, Some("03"), &slug, &slug).await;
        let scope = app.hub.system_scope(tenant.clone(), "test seed");
        let id = seeding::plant(&scope, seed(starts, ends, begins, reported)).await.unwrap();
        let input = ProgrammeInput {
            notes: Localised::default(),
            source_url: None,
            starts_on: Some(starts.parse().unwrap()),
            ends_on: ends.map(|day| day.parse().unwrap()),
            report_every_months: every,
        };
        cycle::change(&scope, id, 1, input).await.unwrap();
        let reader = app.hub.public_scope(tenant.clone(), app.hub.new_request_id());
        let list = infitah_core::programme::axes::by_programmes(&reader, &[id], None).await.unwrap();
        let axis = list[&id][0].id;
        let found = infitah_core::programme::commitments::by_axes(&reader, &[axis], None).await.unwrap();
        members.push((slug, tenant, found[&axis][0].id));
    }
    let (mut seen_silent, mut seen_changes, mut before) = (0, 0, Vec::new());
    // Thirteen months, in steps that meet the ends of months and the days after due days.
    for _ in 0..200 {
        let mut expected = Vec::new();
        for (slug, tenant, commitment) in &members {
            let reader = app.hub.public_scope(tenant.clone(), app.hub.new_request_id());
            let fresh = reporting::freshness(&reader, &[*commitment]).await.unwrap();
            if fresh[commitment].is_stale {
                expected.push(slug.clone());
            }
        }
        let network = public(&app, "");
        let page = stale(&network, &PageRequest::first(50)).await.unwrap();
        let numbers = overview(&network).await.unwrap();
        assert_eq!(u64::from(numbers.stale_count), page.total, "{}", today(&app));
        let mut told: Vec<String> =
            page.items.into_iter().map(|row| row.slug).filter(|slug| slug.starts_with("silent-")).collect();
        told.sort();
        assert_eq!(told, expected, "{}", today(&app));
        seen_silent += told.len();
        seen_changes += usize::from(told != before);
        before = told;
        app.pass(TimeDelta::days(2));
    }
    assert!(seen_silent > 500 && seen_changes > 10, "{seen_silent} {seen_changes}");
}

#[tokio::test]
async fn cycle_that_begins_with_the_day_is_counted() {
    let app = TestApp::new().await;
    let next = SeedProgramme {
        cycle: "2027-2028".into(),
        status: ProgrammeStatus::Adopted,
        ..seed("2026-12-01", Some("2028-11-30"), None, &[])
    };
    let scope = app.hub.system_scope(app.fes.clone(), "test seed");
    let planted = seeding::plant(&scope, next).await.unwrap();
    let total = async || overview(&public(&app, "")).await.unwrap().progress.total;
    assert_eq!(total().await, 10, "the next cycle has not begun");
    assert_eq!(summaries::follow_calendar(&app.hub).await.unwrap(), 0);
    until(&app, "2026-11-30T22:30:00Z");
    assert_eq!(summaries::follow_calendar(&app.hub).await.unwrap(), 0, "in Morocco it is still November");
    until(&app, "2026-11-30T23:30:00Z");
    let current = programmes::current(&public(&app, "fes")).await.unwrap().unwrap();
    assert_eq!(current.id, planted);
    assert_eq!(summaries::follow_calendar(&app.hub).await.unwrap(), 1, "one member of two");
    assert_eq!(total().await, 6, "the new cycle's milestone and the neighbour's five");
    let numbers = overview(&public(&app, "")).await.unwrap();
    assert_eq!(numbers.no_data_count, 1);
    assert_eq!(summaries::follow_calendar(&app.hub).await.unwrap(), 0, "there is nothing left to do");
    // What the timer wrote is what a change of the member writes.
    let other = SeedProgramme { cycle: "2020-2021".into(), ..seed("2020-01-01", None, None, &[]) };
    let later = app.hub.system_scope(app.fes.clone(), "test seed");
    seeding::plant(&later, other).await.unwrap();
    assert_eq!(overview(&public(&app, "")).await.unwrap(), numbers);
}

#[tokio::test]
async fn who_handed_in_is_left_alone_and_who_approves_is_told() {
    let app = TestApp::new().await;
    let amina = Colleague::new(&app, "fes", "amina", Role::FocalPoint).await;
    let driss = Colleague::new(&app, "fes", "driss", Role::Admin).await;
    reports::set_eyes(&driss.scope(), Eyes::Two).await.unwrap();
    until(&app, "2027-01-20T12:00:00Z");
    let mut waiting = Vec::new();
    for commitment in [0, 1] {
        let open = tree(&app, "fes", None).await[commitment][2].id;
        waiting.push(reports::submit(&amina.scope(), open, report(&app, State::Limited)).await.unwrap().id);
    }
    let letters = |to: &str| {
        let all = app.mails().into_iter();
        all.filter(|mail| mail.header("to").contains(to) && mail.text().contains("/office/reports/")).count()
    };
    until(&app, "2027-01-26T12:00:00Z");
    reminders::write_due(&app.hub).await.unwrap();
    app.run_worker().await;
    assert_eq!((letters(amina.email()), letters(driss.email())), (0, 1));
    let told = app.mails().into_iter().find(|mail| mail.text().contains("/office/reports/queue"));
    assert!(told.expect("the letter").header("to").contains(driss.email()));

    // Given back, it is the author's turn again; the other one is still the admin's.
    reports::return_with(&driss.scope(), waiting[0], "Où est la preuve ?").await.unwrap();
    until(&app, "2027-02-08T12:00:00Z");
    reminders::write_due(&app.hub).await.unwrap();
    app.run_worker().await;
    assert_eq!((letters(amina.email()), letters(driss.email())), (1, 1));

    // Approved and answered, nobody is told of anything.
    let open = tree(&app, "fes", None).await[0][2].id;
    let again = reports::submit(&amina.scope(), open, report(&app, State::Limited)).await.unwrap();
    for id in [again.id, waiting[1]] {
        reports::approve(&driss.scope(), id).await.unwrap();
    }
    until(&app, "2027-02-10T12:00:00Z");
    reminders::write_due(&app.hub).await.unwrap();
    app.run_worker().await;
    assert_eq!((letters(amina.email()), letters(driss.email())), (1, 1));
}
