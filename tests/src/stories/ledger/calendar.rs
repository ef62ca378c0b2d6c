//! What follows from the day in Morocco alone: late, due, stale, and the letters that say so. The
//! clock moves over midnight and into Ramadan, when the offset of Morocco changes.

use infitah_core::Locale;
use infitah_core::programme::reporting::{self, Freshness};
use infitah_core::programme::reports::{self, ReportInput};
use infitah_core::programme::states::State;
use infitah_core::programme::{programmes, reminders};
use infitah_core::tenancy::permission::Role;

use super::desk::{Colleague, public, report, tree, until};
use crate::harness::TestApp;
use crate::harness::mails::Mail;

/// The due day of the twins' period that ends on 2027-01-26; Ramadan begins two days before it.
const DUE: &str = "2027-02-09";

async fn freshness(app: &TestApp, commitment: usize) -> Freshness {
    let id = tree(app, "fes", None).await[commitment][0].commitment;
    reporting::freshness(&public(app, "fes"), &[id]).await.unwrap()[&id]
}

#[tokio::test]
async fn silence_is_stale_after_midnight_in_morocco() {
    let app = TestApp::new().await;
    let due = Some(DUE.parse().unwrap());
    let at_start = Freshness { last_evidence_on: None, next_due_on: due, is_stale: false };
    assert_eq!(freshness(&app, 0).await, at_start, "reported on in the period that is over");
    until(&app, "2027-02-09T23:30:00Z");
    assert_eq!(freshness(&app, 0).await, at_start, "in Ramadan it is still the due day there");
    until(&app, "2027-02-10T00:10:00Z");
    assert!(freshness(&app, 0).await.is_stale);
    assert!(freshness(&app, 1).await.is_stale);

    let amina = Colleague::new(&app, "fes", "amina", Role::FocalPoint).await;
    let open = tree(&app, "fes", None).await[0][1].id;
    let proven = ReportInput {
        evidence_url: Some("https://fes.ma/".into()),
        period_ends_on: Some("2027-01-26".parse().unwrap()),
        ..report(&app, State::Substantial)
    };
    reports::submit(&amina.scope(), open, proven).await.unwrap();
    let fresh = freshness(&app, 0).await;
    assert!(!fresh.is_stale);
    assert_eq!(fresh.last_evidence_on, Some("2027-02-10".parse().unwrap()));
    assert_eq!(fresh.next_due_on, Some("2027-05-10".parse().unwrap()));
    assert!(freshness(&app, 1).await.is_stale, "the other commitment said nothing");
}

#[tokio::test]
async fn sheet_asks_for_the_period_that_is_over() {
    let app = TestApp::new().await;
    let amina = Colleague::new(&app, "fes", "amina", Role::FocalPoint).await;
    let programme = programmes::current(&public(&app, "fes")).await.unwrap().unwrap().id;
    let asked = async |day: Option<&str>| {
        let day = day.map(|day| day.parse().unwrap());
        reporting::sheet(&amina.scope(), programme, day).await.unwrap()
    };
    let end = |sheet: &reporting::Sheet| sheet.period.map(|period| period.ends_on.to_string());
    // One milestone of each commitment was never reported on.
    assert_eq!(end(&asked(None).await).as_deref(), Some("2026-10-26"));
    let sheet = asked(Some("2026-04-26")).await;
    assert_eq!(end(&sheet).as_deref(), Some("2026-04-26"));
    assert_eq!((sheet.periods.len(), sheet.lines.len()), (4, 6));
    let states: Vec<_> =
        sheet.lines.iter().map(|line| line.published.as_ref().map(|one| one.state)).collect();
    assert_eq!(states[0], Some(State::Complete));
    assert_eq!(states[2], None);
    assert!(sheet.lines[1].is_overdue && !sheet.lines[0].is_overdue);
    for line in asked(None).await.lines {
        if !line.is_reported {
            let speaks = ReportInput {
                period_ends_on: Some("2026-10-26".parse().unwrap()),
                ..report(&app, State::Substantial)
            };
            reports::submit(&amina.scope(), line.milestone, speaks).await.unwrap();
        }
    }
    let sheet = asked(None).await;
    assert_eq!(end(&sheet).as_deref(), Some("2027-01-26"), "all is said, so the present one");
    assert!(reporting::sheet(&amina.scope(), programme, Some("2026-10-27".parse().unwrap())).await.is_err());
}

/// The letters of reminders, as receiver and subject.
fn letters(app: &TestApp) -> Vec<(String, String)> {
    let all = app.mails().into_iter().filter(|mail| mail.text().contains("/office/reports/2026-2027"));
    // Encoded words of a long subject lose the spaces between them.
    let subject = |mail: &Mail| mail.header("subject").replace(' ', "");
    let mut letters: Vec<_> = all.map(|mail| (mail.header("to"), subject(&mail))).collect();
    letters.sort();
    letters
}

/// The timer goes off twice and the worker works; how many letters there are of all so far.
async fn timer(app: &TestApp) -> usize {
    reminders::write_due(&app.hub).await.unwrap();
    assert_eq!(reminders::write_due(&app.hub).await.unwrap(), 0, "each is written once");
    app.run_worker().await;
    letters(app).len()
}

#[tokio::test]
async fn each_reminder_comes_once_in_the_language_of_its_reader() {
    let app = TestApp::new().await;
    let amina = Colleague::new(&app, "fes", "amina", Role::FocalPoint).await;
    let louis = Colleague::reading(&app, "fes", "louis", Role::FocalPoint, Locale::Fr).await;
    let admin = Colleague::reading(&app, "fes", "admin", Role::Admin, Locale::En).await;
    Colleague::new(&app, "fes", "editor", Role::Editor).await;
    assert_eq!(timer(&app).await, 0, "both commitments were reported on in the period that is over");
    until(&app, "2027-01-25T12:00:00Z");
    assert_eq!(timer(&app).await, 0);
    until(&app, "2027-01-26T12:00:00Z");
    assert_eq!(timer(&app).await, 2, "fourteen days before, to the focal points");
    until(&app, "2027-02-07T12:00:00Z");
    assert_eq!(timer(&app).await, 2);
    until(&app, "2027-02-08T12:00:00Z");
    assert_eq!(timer(&app).await, 4, "one day before");
    until(&app, "2027-02-09T23:30:00Z");
    assert_eq!(timer(&app).await, 4);
    until(&app, "2027-02-10T12:00:00Z");
    assert_eq!(timer(&app).await, 7, "late: to the admin as well");
    until(&app, "2027-03-20T12:00:00Z");
    assert_eq!(timer(&app).await, 7, "once is enough");

    let letters = letters(&app);
    let to = |who: &Colleague<'_>| -> Vec<String> {
        let theirs = letters.iter().filter(|(to, _)| to.contains(who.email()));
        theirs.map(|(_, subject)| subject.clone()).collect()
    };
    assert_eq!(to(&admin).len(), 1);
    assert!(to(&admin)[0].ends_with("progressreportsarelate"), "{letters:?}");
    assert_eq!((to(&amina).len(), to(&louis).len()), (3, 3));
    assert!(
        to(&louis).iter().any(|subject| subject.contains("attendus") && subject.contains("9février2027"))
    );
    assert!(to(&amina).iter().all(|subject| subject.contains("تقاريرالتقدم")));
}

#[tokio::test]
async fn reports_of_all_commitments_silence_the_reminders() {
    let app = TestApp::new().await;
    let amina = Colleague::new(&app, "fes", "amina", Role::FocalPoint).await;
    until(&app, "2027-01-20T12:00:00Z");
    for commitment in [0, 1] {
        let open = tree(&app, "fes", None).await[commitment][2].id;
        reports::submit(&amina.scope(), open, report(&app, State::Limited)).await.unwrap();
    }
    until(&app, "2027-02-20T12:00:00Z");
    // The neighbour has nobody to tell.
    assert_eq!(timer(&app).await, 0);
}

#[tokio::test]
async fn who_left_is_not_reminded() {
    let app = TestApp::new().await;
    let amina = Colleague::new(&app, "fes", "amina", Role::FocalPoint).await;
    app.rest_worker().await;
    until(&app, "2027-01-26T12:00:00Z");
    reminders::write_due(&app.hub).await.unwrap();
    let system = app.hub.system_scope(app.fes.clone(), "test staff");
    infitah_core::tenancy::staff::revoke(&system, amina.email()).await.unwrap();
    app.run_worker().await;
    assert_eq!(letters(&app), []);
}
