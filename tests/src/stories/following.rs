//! Following one project or one programme: asked for on its page, confirmed by mail, told when a
//! report becomes public and of nothing else.

use chrono::TimeDelta;
use infitah_core::tenancy::permission::Role;

use super::office_cycle::desks::{fields, milestones, send};
use super::publishing::{subscriber, version_of, write};
use crate::harness::mails::Mail;
use crate::harness::{Caller, TestApp};

const SHEET: &str = "/office/reports/2026-2027";

fn path_of(link: &str) -> String {
    let rest = link.split("://").nth(1).expect("an address");
    rest[rest.find('/').expect("a path")..].to_owned()
}

/// Follows what these fields name, by the form and the link in the mail.
async fn follow(app: &TestApp, email: &str, subject: &[(&str, &str)]) -> Mail {
    let form = [&[("email", email)], subject].concat();
    app.anyone("fes").post_form("/fr/subscribe", &form).await.must(200);
    app.run_worker().await;
    let mail =
        app.mails().into_iter().rfind(|mail| mail.header("to").contains(email)).expect("a confirmation");
    app.anyone("fes").post_form(&path_of(&mail.link("/subscribe/confirm/")), &[]).await.must(200);
    mail
}

/// Hands reports on these milestones of the sheet in, each alone.
async fn report(caller: &Caller, places: &[usize]) {
    let page = caller.get(SHEET).await.must(200).text();
    let ids = milestones(&page);
    let period = page.split("name=\"period\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    for &place in places {
        let on = ("reported_on", "2026-11-20");
        let mut typed = fields(&page, &ids[place], &[("state", "complete"), ("texts_fr", "Fait"), on]);
        typed.push(("period".into(), period.clone()));
        typed.push(("only".into(), ids[place].clone()));
        send(caller, SHEET, &typed).await.must(303);
    }
}

fn told(app: &TestApp, email: &str, since: usize) -> Vec<Mail> {
    app.mails().split_off(since).into_iter().filter(|mail| mail.header("to").contains(email)).collect()
}

#[tokio::test]
async fn follower_is_told_of_reports_and_of_nothing_else() {
    let app = TestApp::new().await;
    let fes = app.anyone("fes");
    let page = fes.get("/fr/programme/2026-2027/commitments/1").await.must(200).text();
    let link = "/fr/subscribe?programme=2026-2027&amp;commitment=1";
    assert!(page.contains(link), "{page}");
    let asked = fes.get("/fr/subscribe?programme=2026-2027&commitment=1").await.must(200).text();
    assert!(
        asked.contains("name=\"commitment\" value=\"1\"")
            && asked.contains("/programme/2026-2027/commitments/1\"")
    );
    for nothing in
        ["programme=1999-2000", "programme=2026-2027&commitment=99", "programme=2026-2027&commitment=x"]
    {
        fes.get(&format!("/fr/subscribe?{nothing}")).await.must(404);
    }
    let one = [("programme", "2026-2027"), ("commitment", "1")];
    let bad = [&[("email", "nobody")], one.as_slice()].concat();
    let refused = fes.post_form("/fr/subscribe", &bad).await.must(422).text();
    assert!(refused.contains("name=\"commitment\" value=\"1\"") && refused.contains("value=\"nobody\""));

    let confirmation = follow(&app, "amina@example.org", &one).await;
    assert!(confirmation.text().contains("canaryfes"), "it names the project: {}", confirmation.text());
    follow(&app, "louis@example.org", &[("programme", "2026-2027")]).await;
    follow(&app, "other@example.org", &[("programme", "2026-2027"), ("commitment", "2")]).await;
    subscriber(&app, "fes", "fr", "news@example.org").await;
    let before = app.mails().len();

    // Three reports of one sitting, two on the first project: one message to each who follows.
    let focal = app.staff("fes", Role::FocalPoint).await;
    report(&focal, &[0, 1]).await;
    app.run_worker().await;
    assert_eq!(app.mails().len(), before, "what comes in one sitting is gathered");
    app.pass(TimeDelta::minutes(11));
    app.run_worker().await;
    let amina = told(&app, "amina@example.org", before);
    assert_eq!(amina.len(), 1);
    assert!(
        amina[0].header("subject").contains("canaryfes") && !amina[0].header("subject").contains('\u{2068}')
    );
    assert!(amina[0].link("/programme/").ends_with("/fr/programme/2026-2027/commitments/1"));
    assert_eq!(amina[0].header("list-unsubscribe-post"), "List-Unsubscribe=One-Click");
    let louis = told(&app, "louis@example.org", before);
    assert_eq!(louis.len(), 1);
    assert!(louis[0].link("/programme/").ends_with("/fr/programme/2026-2027"));
    assert!(
        told(&app, "other@example.org", before).is_empty()
            && told(&app, "news@example.org", before).is_empty()
    );

    // News go to those who asked for news.
    let editor = app.staff("fes", Role::Editor).await;
    let path = write(&editor).await;
    let version = version_of(&editor, &path).await;
    editor.post_form(&format!("{path}/publish"), &[("version", &version)]).await.must(303);
    let before = app.mails().len();
    app.run_worker().await;
    let all: Vec<String> = app.mails().split_off(before).iter().map(|mail| mail.header("to")).collect();
    assert_eq!(all.len(), 1, "{all:?}");

    // One click ends it.
    let leave = amina[0].header("list-unsubscribe");
    fes.post_form(&path_of(leave.trim_matches(['<', '>'])), &[("List-Unsubscribe", "One-Click")])
        .await
        .must(200);
    let before = app.mails().len();
    report(&focal, &[2]).await;
    app.run_worker().await;
    app.pass(TimeDelta::minutes(11));
    app.run_worker().await;
    assert!(told(&app, "amina@example.org", before).is_empty());
}

#[tokio::test]
async fn report_that_waits_for_approval_is_told_once_it_is_approved() {
    let app = TestApp::new().await;
    follow(&app, "amina@example.org", &[("programme", "2026-2027")]).await;
    let admin = app.staff("fes", Role::Admin).await;
    admin.post_form("/office/reports/eyes", &[("eyes", "two")]).await.must(303);
    let before = app.mails().len();
    report(&app.staff("fes", Role::FocalPoint).await, &[0]).await;
    app.run_worker().await;
    app.pass(TimeDelta::minutes(11));
    app.run_worker().await;
    assert!(told(&app, "amina@example.org", before).is_empty());
    let queue = admin.get("/office/reports/queue").await.must(200).text();
    let place = queue.split("action=\"/office/reports/queue/").nth(1).unwrap().split('"').next().unwrap();
    admin.post_form(&format!("/office/reports/queue/{place}"), &[("then", "approve")]).await.must(303);
    app.run_worker().await;
    app.pass(TimeDelta::minutes(11));
    app.run_worker().await;
    assert_eq!(told(&app, "amina@example.org", before).len(), 1);
}

#[tokio::test]
async fn project_of_the_neighbour_cannot_be_followed_here() {
    let app = TestApp::new().await;
    // The twins have the same programmes; what is followed is that of the host.
    let one = [("programme", "2026-2027"), ("commitment", "1")];
    follow(&app, "amina@example.org", &one).await;
    let before = app.mails().len();
    report(&app.staff("agadir", Role::FocalPoint).await, &[0]).await;
    app.run_worker().await;
    app.pass(TimeDelta::minutes(11));
    app.run_worker().await;
    assert!(told(&app, "amina@example.org", before).is_empty());
    app.anyone("")
        .post_form("/fr/subscribe", &[&[("email", "a@example.org")], one.as_slice()].concat())
        .await
        .must(404);
}
