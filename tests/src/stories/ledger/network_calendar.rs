//! The calendar of all members on the network's host: every entry of every member that is no
//! deadline, once, page by page; of members that are open only, and as a file.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};
use infitah_core::ground::localised::Localised;
use infitah_core::ground::paging::PageRequest;
use infitah_core::network::events::{self, Filter, MemberEvent};
use infitah_core::programme::calendar::{self, EntryKind};
use infitah_core::programme::cycle;
use infitah_core::programme::programmes::{self, SessionKind};
use infitah_core::programme::sessions::{self, Outcome, SessionInput, Votes};
use infitah_core::tenancy::collectivities::{Kind, suspend};

use super::desk::{public, today};
use crate::harness::TestApp;
use crate::harness::members::{plant_tenant, texts};

/// Sessions and planned steps in the coming months, so many at each member.
async fn plan(app: &TestApp, slug: &str, count: u64) {
    let scope = app.hub.system_scope(app.tenant(slug).clone(), "test seed");
    for number in 1..=count {
        let session = SessionInput {
            programme: None,
            kind: SessionKind::Extraordinary,
            starts_on: today(app) + Days::new(20 * number),
            ends_on: (number % 2 == 0).then(|| today(app) + Days::new(20 * number + 2)),
            places: texts("القاعة", "Salle", &number.to_string()),
            agendas: Localised::default(),
            outcome: Outcome::Planned,
            decision_number: None,
            decisions: Localised::default(),
            votes: Votes::default(),
            document_url: None,
        };
        sessions::put(&scope, None, session).await.unwrap();
    }
    let current = programmes::current(&public(app, slug)).await.unwrap().expect("a programme");
    cycle::plan_phase(&scope, current.id, 11, Some(today(app) + Days::new(50))).await.unwrap();
}

/// All of a stretch, in pages of three, forwards and then backwards.
async fn walked(app: &TestApp, days: (NaiveDate, NaiveDate), filter: &Filter) -> Vec<MemberEvent> {
    let network = public(app, "");
    let mut all: Vec<MemberEvent> = Vec::new();
    let (mut after, mut last): (Option<String>, Option<String>) = (None, None);
    loop {
        let request = PageRequest::new(Some(3), after.as_deref(), None, None).unwrap();
        let page = events::events(&network, days, filter, &request).await.unwrap();
        if let (Some(before), Some(cursor)) = (&last, page.start_cursor()) {
            let back = PageRequest::new(None, None, Some(3), Some(cursor)).unwrap();
            let back = events::events(&network, days, filter, &back).await.unwrap();
            assert_eq!(back.start_cursor(), Some(before.as_str()), "and back again");
        }
        last = page.start_cursor().map(str::to_owned);
        after = page.end_cursor().map(str::to_owned);
        let (total, has_next) = (page.total, page.has_next);
        all.extend(page.items);
        if !has_next {
            assert_eq!(total as usize, all.len());
            return all;
        }
    }
}

/// What an entry is, however it was read.
type Seen = (NaiveDate, Option<NaiveDate>, &'static str, Option<i32>, String, bool);

fn seen(event: &MemberEvent) -> Seen {
    let kind = event.kind.code();
    (event.day, event.until, kind, event.step, event.tenant.to_string(), event.is_planned)
}

/// The slow way: the calendars of the members, one by one.
async fn expected(app: &TestApp, slugs: &[&str], (from, until): (NaiveDate, NaiveDate)) -> BTreeSet<Seen> {
    let mut all = BTreeSet::new();
    for slug in slugs {
        for entry in calendar::entries(&public(app, slug), from, until).await.unwrap() {
            if entry.kind != EntryKind::Deadline {
                let until = entry.until.filter(|&last| last > entry.day);
                let tenant = entry.tenant.to_string();
                all.insert((entry.day, until, entry.kind.code(), entry.step, tenant, entry.is_planned));
            }
        }
    }
    all
}

#[tokio::test]
async fn network_shows_what_its_members_show() {
    let app = TestApp::new().await;
    plant_tenant(&app.hub, "silent", Kind::Province, Some("09"), "صامت", "Muet").await;
    plan(&app, "fes", 4).await;
    plan(&app, "agadir", 3).await;
    for days in [
        (today(&app), today(&app) + Days::new(300)),
        (today(&app) - Days::new(390), today(&app)),
        (today(&app) + Days::new(41), today(&app) + Days::new(41)),
    ] {
        let all = walked(&app, days, &Filter::default()).await;
        assert!(all.is_sorted_by_key(|event| event.day));
        let found: BTreeSet<Seen> = all.iter().map(seen).collect();
        assert_eq!(found.len(), all.len(), "each once");
        assert_eq!(found, expected(&app, &["fes", "agadir"], days).await, "{days:?}");
    }
    let days = (today(&app), today(&app) + Days::new(300));
    let region = |code: &str| Filter { region: Some(code.into()), ..Filter::default() };
    let of_fes: BTreeSet<Seen> = walked(&app, days, &region("03")).await.iter().map(seen).collect();
    assert_eq!(of_fes, expected(&app, &["fes"], days).await);
    let provinces = Filter { kind: Some(Kind::Province), ..Filter::default() };
    assert!(walked(&app, days, &provinces).await.is_empty());

    // Who is closed is not there.
    suspend(&app.hub, "agadir").await.unwrap();
    let found: BTreeSet<Seen> = walked(&app, days, &Filter::default()).await.iter().map(seen).collect();
    assert_eq!(found, of_fes);
}

#[tokio::test]
async fn network_calendar_is_a_page_and_a_file() {
    let app = TestApp::new().await;
    plan(&app, "fes", 25).await;
    plan(&app, "agadir", 25).await;
    let network = app.anyone("");
    let page = network.get("/fr/events").await.must(200).text();
    assert!(page.contains("href=\"/fr/events\" aria-current=\"page\""), "it is in the menu");
    assert!(page.contains("id=\"month-2026-12\"") && page.contains("janvier 2027"));
    let next = page.split("rel=\"next\" href=\"").nth(1).expect("a next page").split('"').next().unwrap();
    let next = network.get(&next.replace("&#38;", "&")).await.must(200).text();
    assert!(!next.contains("id=\"month-2026-12\"") && next.contains("rel=\"prev\""));
    let fes = network.get("/fr/events?region=03").await.must(200).text();
    assert!(fes.contains("//fes.") && !fes.contains("//agadir."));
    for wrong in ["region=fes", "kind=network", "after=x"] {
        network.get(&format!("/fr/events?{wrong}")).await.must(422);
    }
    assert!(network.get("/sitemap.xml").await.must(200).text().contains("/fr/events</loc>"));

    let answer = network.get("/fr/events.ics?region=03").await.must(200);
    assert_eq!(answer.header("content-type"), "text/calendar; charset=utf-8");
    let file = answer.text().replace("\r\n ", "");
    let last = today(&app) + Days::new(20 * 18);
    assert!(file.contains(&format!("DTSTART;VALUE=DATE:{}", last.format("%Y%m%d"))), "within twelve months");
    let beyond = today(&app) + Days::new(20 * 19);
    assert!(!file.contains(&format!("DTSTART;VALUE=DATE:{}", beyond.format("%Y%m%d"))), "and not after");
    assert!(!file.contains("agadir") && file.contains("SUMMARY:"));
    // Who follows the member and the network has each entry once.
    let ids = |file: &str| -> BTreeSet<String> {
        file.lines().filter_map(|line| line.strip_prefix("UID:")).map(str::to_owned).collect()
    };
    let own = app.anyone("fes").get("/fr/events.ics").await.must(200).text().replace("\r\n ", "");
    let (mut own, theirs) = (ids(&own), ids(&file));
    own.retain(|id| !id.starts_with("deadline-"));
    assert!(own.len() > 10 && own.is_subset(&theirs), "{theirs:?} {own:?}");
}
