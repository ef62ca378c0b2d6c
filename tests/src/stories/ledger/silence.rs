//! Commitments found by their silence: what the filter finds in one statement is what a slow
//! reference finds by walking from period to period and from report to report.

use std::collections::BTreeSet;

use chrono::{Days, Months, NaiveDate, TimeDelta};
use infitah_core::ground::ids::CommitmentId;
use infitah_core::ground::paging::PageRequest;
use infitah_core::programme::commitments::{self, Commitment, Filter, Order};
use infitah_core::programme::cycle::{self, ProgrammeInput};
use infitah_core::programme::programmes::{self, ProgrammeStatus};
use infitah_core::programme::reporting::GRACE_DAYS;
use infitah_core::programme::states::State;
use infitah_core::programme::{milestones, reports};
use infitah_core::tenancy::permission::Role;
use serde_json::json;

use super::desk::{Colleague, public, report, today, tree};
use crate::harness::TestApp;

/// The commitments that a filter finds at a host.
async fn found(app: &TestApp, slug: &str, filter: Filter) -> Vec<Commitment> {
    let page = commitments::list(&public(app, slug), &filter, Order::Recent, &PageRequest::first(50)).await;
    let page = page.unwrap();
    assert_eq!(page.total as usize, page.items.len());
    page.items
}

fn ids<'a>(all: impl IntoIterator<Item = &'a Commitment>) -> BTreeSet<CommitmentId> {
    all.into_iter().map(|one| one.id).collect()
}

/// The slow way, from what everybody may read of one commitment.
async fn is_silent(app: &TestApp, slug: &str, commitment: &Commitment) -> bool {
    let (reader, today) = (public(app, slug), today(app));
    let programme = programmes::find(&reader, commitment.programme, None).await.unwrap();
    let (Some(begins), ProgrammeStatus::Implementing) = (programme.starts_on, programme.status) else {
        return false;
    };
    let every = u32::try_from(programme.report_every_months).unwrap();
    let mut over: Option<(NaiveDate, NaiveDate)> = None;
    for number in 0.. {
        let first = begins + Months::new(every * number);
        let next = begins + Months::new(every * (number + 1));
        let last = programme.ends_on.map_or(next - Days::new(1), |end| end.min(next - Days::new(1)));
        if first > last || last + Days::new(GRACE_DAYS) >= today {
            break;
        }
        over = Some((first, last));
    }
    let Some((first, last)) = over else { return false };
    let own = milestones::by_commitments(&reader, &[commitment.id], None).await.unwrap();
    let is_open = own.get(&commitment.id).into_iter().flatten().any(|milestone| {
        !matches!(milestone.state, Some(State::Complete | State::Dropped))
            && milestone.starts_on.is_none_or(|day| day <= last)
    });
    let reports = reports::by_commitment(&reader, commitment.id, None, 100).await.unwrap();
    let is_told = reports.iter().any(|report| {
        report.superseded_on.is_none() && report.period_ends_on.unwrap_or(report.reported_on) >= first
    });
    is_open && !is_told
}

/// Compares at a host, and says how many were silent.
async fn compare(app: &TestApp, slug: &str) -> usize {
    let all = found(app, slug, Filter::default()).await;
    let mut expected = BTreeSet::new();
    for commitment in &all {
        if is_silent(app, slug, commitment).await {
            expected.insert(commitment.id);
        }
    }
    let with = |stale, late| Filter { stale: Some(stale), late, ..Filter::default() };
    let silent = found(app, slug, with(true, None)).await;
    assert_eq!(ids(&silent), expected, "{slug} on {}", today(app));
    let others: BTreeSet<_> = ids(&all).difference(&expected).copied().collect();
    assert_eq!(ids(&found(app, slug, with(false, None)).await), others, "{slug} on {}", today(app));
    for late in [true, false] {
        let both = found(app, slug, with(true, Some(late))).await;
        assert_eq!(ids(&both), ids(silent.iter().filter(|one| one.is_late == late)));
    }
    silent.len()
}

#[tokio::test]
async fn filter_finds_whom_the_slow_way_finds_silent() {
    let app = TestApp::new().await;
    for (slug, every) in [("fes", 1), ("agadir", 4)] {
        let current = programmes::current(&public(&app, slug)).await.unwrap().expect("a programme");
        let scope = app.hub.system_scope(app.tenant(slug).clone(), "test seed");
        let input = ProgrammeInput {
            notes: current.notes,
            source_url: current.source_url,
            starts_on: current.starts_on,
            ends_on: current.ends_on,
            report_every_months: every,
        };
        cycle::change(&scope, current.id, current.version, input).await.unwrap();
    }
    let amina = Colleague::new(&app, "fes", "amina", Role::FocalPoint).await;
    let mut seen = BTreeSet::new();
    for round in 0..40 {
        let counts = [compare(&app, "fes").await, compare(&app, "agadir").await];
        assert_eq!(compare(&app, "").await, counts[0] + counts[1], "the network is both");
        seen.insert(counts);
        if round % 6 == 5 {
            // One commitment speaks, the other one is silent on.
            let open = tree(&app, "fes", None).await[round % 2][2].id;
            reports::submit(&amina.scope(), open, report(&app, State::Limited)).await.unwrap();
        }
        app.pass(TimeDelta::days(9));
    }
    assert!(seen.len() > 3, "silence came and went: {seen:?}");
}

#[tokio::test]
async fn graph_filters_by_silence() {
    let app = TestApp::new().await;
    app.pass(TimeDelta::days(120));
    let query = "query($stale: Boolean, $of: String) { commitments(first: 50, filter: { stale: $stale, collectivity: $of }) {
        totalCount nodes { freshness { isStale } collectivity { slug } } } }";
    let mut sum = 0;
    for stale in [true, false] {
        let answer = app.anyone("").gql(query, json!({ "stale": stale, "of": "fes" })).await;
        let list = &answer["data"]["commitments"];
        for node in list["nodes"].as_array().unwrap_or_else(|| panic!("{answer}")) {
            let expected = json!({ "freshness": { "isStale": stale }, "collectivity": { "slug": "fes" } });
            assert_eq!(*node, expected);
        }
        sum += list["totalCount"].as_u64().unwrap();
        assert!(!stale || list["totalCount"] != 0, "{answer}");
    }
    assert_eq!(sum, 2, "each commitment is in one of the lists");
}
