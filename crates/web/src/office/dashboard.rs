//! The dashboard of the network: who is at which step, what is late, who has fallen silent. The
//! numbers are the public ones; what is added here are the lists and the view of all at once.

use askama::Template;
use axum::extract::Query;
use axum::http::StatusCode;
use infitah_core::ground::error::{Error, FieldError};
use infitah_core::ground::localised::Localised;
use infitah_core::ground::paging::{Page, PageRequest};
use infitah_core::network::overview::{self, LateCommitment, Overview, StaleMember};
use infitah_core::programme::progress::Progress;
use infitah_core::programme::states::Status;
use infitah_core::tenancy::permission::Action;
use infitah_i18n::{Arg, Words};
use serde::Deserialize;

use super::charts::{Chart, Shade, Shape, level, shades};
use super::frames::{Frame, site_name};
use super::visits::Visit;
use crate::answers::{Answer, page_with};
use crate::network::maps::outline;
use crate::words::Phrase;

/// What the address says.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Wanted {
    late_after: Option<String>,
    stale_after: Option<String>,
}

/// The page.
#[derive(Debug, Template)]
#[template(path = "office/dashboard.html")]
pub(crate) struct DashboardPage {
    pub(crate) frame: Frame,
    pub(crate) room: &'static str,
    pub(crate) today: String,
    pub(crate) public_path: String,
    pub(crate) has_samples: bool,
    pub(crate) figures: Vec<(&'static str, u32)>,
    pub(crate) progress: ProgressView,
    pub(crate) charts: Vec<Chart>,
    pub(crate) shapes: Vec<Shape>,
    pub(crate) shades: Vec<Shade>,
    pub(crate) regions: Vec<RegionView>,
    pub(crate) late: Listing<LateView>,
    pub(crate) stale: Listing<StaleView>,
}

/// "x of y reported", and a rate only where something was reported.
#[derive(Debug, Clone)]
pub(crate) struct ProgressView {
    pub(crate) reported: Phrase,
    pub(crate) short: Phrase,
    pub(crate) done: Phrase,
    pub(crate) percent: Option<String>,
    pub(crate) reported_width: u32,
    pub(crate) done_width: u32,
}

/// The row of one region.
#[derive(Debug, Clone)]
pub(crate) struct RegionView {
    pub(crate) name: Phrase,
    pub(crate) members: u32,
    pub(crate) commitments: u32,
    pub(crate) progress: ProgressView,
    pub(crate) late: u32,
}

/// One page of a list.
#[derive(Debug, Clone)]
pub(crate) struct Listing<T> {
    pub(crate) rows: Vec<T>,
    pub(crate) total: u64,
    pub(crate) is_first: bool,
    pub(crate) next: Option<String>,
}

/// One late commitment.
#[derive(Debug, Clone)]
pub(crate) struct LateView {
    pub(crate) member: Phrase,
    pub(crate) title: Phrase,
    pub(crate) url: String,
    pub(crate) due: String,
    pub(crate) days: i64,
    pub(crate) is_sample: bool,
}

/// One member without a recent report.
#[derive(Debug, Clone)]
pub(crate) struct StaleView {
    pub(crate) member: Phrase,
    pub(crate) url: String,
    pub(crate) cycle: String,
    pub(crate) last: Option<String>,
    pub(crate) is_sample: bool,
}

/// `GET /office/dashboard`, on the host of the network.
pub(crate) async fn show(visit: Visit, Query(wanted): Query<Wanted>) -> Answer {
    if !visit.scope.tenant().is_network() {
        return Err(Error::NotFound("page").into());
    }
    visit.scope.require(Action::ReadDashboard)?;
    let scope = visit.scope.public();
    let numbers = overview::overview(scope).await?;
    let late = overview::late(scope, &request("late_after", wanted.late_after.as_deref())?).await?;
    let stale = overview::stale(scope, &request("stale_after", wanted.stale_after.as_deref())?).await?;
    page_with(StatusCode::OK, &DashboardPage::of(&visit, &numbers, &wanted, &late, &stale))
}

fn request(name: &'static str, after: Option<&str>) -> Result<PageRequest, Error> {
    let named = |_| Error::Invalid(vec![FieldError::new(name, "field-bad-cursor")]);
    PageRequest::new(None, after, None, None).map_err(named)
}

impl DashboardPage {
    fn of(
        visit: &Visit,
        numbers: &Overview,
        wanted: &Wanted,
        late: &Page<LateCommitment>,
        stale: &Page<StaleMember>,
    ) -> Self {
        let words = visit.words;
        let today = visit.scope.today();
        Self {
            frame: visit.frame("dashboard-title"),
            room: "/office/dashboard",
            today: words.date(today),
            public_path: format!("/{}/progress", visit.locale().code()),
            has_samples: numbers.has_sample,
            figures: figures(numbers),
            progress: ProgressView::of(words, numbers.progress),
            charts: charts(words, numbers),
            shapes: shapes(words, numbers),
            shades: shades(most(numbers)),
            regions: numbers.by_region.iter().map(|row| RegionView::of(words, row)).collect(),
            late: Listing {
                rows: late
                    .items
                    .iter()
                    .map(|item| LateView::of(words, item, (today - item.due_on).num_days()))
                    .collect(),
                total: late.total,
                is_first: wanted.late_after.is_none(),
                next: next("late_after", late, "stale_after", wanted.stale_after.as_deref(), "late"),
            },
            stale: Listing {
                rows: stale.items.iter().map(|item| StaleView::of(words, item)).collect(),
                total: stale.total,
                is_first: wanted.stale_after.is_none(),
                next: next("stale_after", stale, "late_after", wanted.late_after.as_deref(), "stale"),
            },
        }
    }
}

/// The address of the next page of one list; the other list stays where it is. A cursor that was
/// accepted holds only letters that an address may hold.
fn next<T>(name: &str, list: &Page<T>, other: &str, kept: Option<&str>, place: &str) -> Option<String> {
    let cursor = list.end_cursor().filter(|_| list.has_next)?;
    let kept = kept.map(|kept| format!("&{other}={kept}")).unwrap_or_default();
    Some(format!("/office/dashboard?{name}={cursor}{kept}#{place}"))
}

fn figures(numbers: &Overview) -> Vec<(&'static str, u32)> {
    vec![
        ("dashboard-figure-members", numbers.members),
        ("dashboard-figure-commitments", numbers.commitments_by_status.iter().map(|(_, count)| count).sum()),
        ("dashboard-figure-milestones", numbers.progress.total),
        ("dashboard-figure-reported", numbers.progress.reported),
        ("dashboard-figure-late", numbers.late_count),
        ("dashboard-figure-stale", numbers.stale_count),
        ("dashboard-figure-silent", numbers.no_data_count),
    ]
}

fn charts(words: Words, numbers: &Overview) -> Vec<Chart> {
    let word = |key: &str| Phrase::of(words.get(key), words.locale());
    let kind = |kind: &str| word(&format!("kind-{kind}s"));
    let cohort = |number: Option<i32>| match number {
        Some(number) => {
            let text = words.with("cohort-named", &[("number", Arg::Text(&number.to_string()))]);
            Phrase::of(text, words.locale())
        }
        None => word("cohort-unknown"),
    };
    let step = |step: Option<i32>| match step {
        Some(step) => {
            let name = word(&format!("step-{step}"));
            Phrase::new(format!("{step}. {}", name.plain()), name.locale(), words.locale())
        }
        None => word("network-progress-no-programme"),
    };
    let status = |status: Status| word(&format!("state-{}", status.code().replace('_', "-")));
    let none = |number: Option<i32>| if number.is_none() { "state-none" } else { "" };
    vec![
        Chart::of(
            "dashboard-chart-by-step",
            numbers.by_step.iter().map(|&(n, count)| (step(n), count, none(n))),
        ),
        Chart::of(
            "dashboard-chart-by-kind",
            numbers.by_kind.iter().map(|&(one, count)| (kind(one.code()), count, "")),
        ),
        Chart::of(
            "dashboard-chart-by-state",
            numbers.commitments_by_status.iter().map(|&(one, count)| (status(one), count, colour(one))),
        ),
        Chart::of(
            "dashboard-chart-by-cohort",
            numbers.by_cohort.iter().map(|&(n, count)| (cohort(n), count, none(n))),
        ),
    ]
}

fn colour(status: Status) -> &'static str {
    match status {
        Status::NoData => "state-none",
        Status::NotStarted => "state-not-started",
        Status::Limited => "state-limited",
        Status::Substantial => "state-substantial",
        Status::Complete => "",
        Status::Dropped => "state-not-started",
    }
}

fn most(numbers: &Overview) -> u32 {
    numbers.by_region.iter().map(|row| row.members).max().unwrap_or(0)
}

fn shapes(words: Words, numbers: &Overview) -> Vec<Shape> {
    let most = most(numbers);
    let shape = |row: &overview::RegionRow| {
        let region = row.region.name(words.locale());
        Some(Shape {
            outline: outline(&row.region.iso)?,
            iso: row.region.iso.clone(),
            level: level(row.members, most),
            label: words
                .plain("dashboard-map-region", &[("region", region.into()), ("count", row.members.into())]),
        })
    };
    numbers.by_region.iter().filter_map(shape).collect()
}

impl ProgressView {
    pub(crate) fn of(words: Words, progress: Progress) -> Self {
        let part = |part: u32, whole: u32| (part * 100).checked_div(whole).unwrap_or(0);
        let pair = |key: &str, names: [&'static str; 2], values: [u32; 2]| {
            let [first, second] = values.map(|value| words.number(i64::from(value)));
            Phrase::of(
                words.with(key, &[(names[0], Arg::Text(&first)), (names[1], Arg::Text(&second))]),
                words.locale(),
            )
        };
        let Progress { done, reported, total, .. } = progress;
        Self {
            reported: pair("progress-reported", ["reported", "total"], [reported, total]),
            short: pair("common-x-of-y", ["done", "total"], [reported, total]),
            done: pair("progress-done", ["done", "reported"], [done, reported]),
            percent: progress.percent().map(|percent| words.percent(percent)),
            reported_width: part(reported, total),
            done_width: part(done, total),
        }
    }
}

/// A text with its language; a text that exists in none is empty.
fn phrase(words: Words, text: &Localised) -> Phrase {
    Phrase::written(text, words.locale()).unwrap_or_else(|| Phrase::own("", words.locale()))
}

impl RegionView {
    fn of(words: Words, row: &overview::RegionRow) -> Self {
        Self {
            name: phrase(words, &row.region.names),
            members: row.members,
            commitments: row.commitments,
            progress: ProgressView::of(words, row.progress),
            late: row.late,
        }
    }
}

impl LateView {
    fn of(words: Words, late: &LateCommitment, days: i64) -> Self {
        let locale = words.locale().code();
        Self {
            member: site_name(words, late.kind.code(), &late.names),
            title: phrase(words, &late.titles),
            url: format!("{}/{locale}/programme/{}/commitments/{}", late.url, late.cycle, late.number),
            due: words.date(late.due_on),
            days,
            is_sample: late.is_sample,
        }
    }
}

impl StaleView {
    fn of(words: Words, stale: &StaleMember) -> Self {
        Self {
            member: site_name(words, stale.kind.code(), &stale.names),
            url: format!("{}/{}/programme/{}", stale.url, words.locale().code(), stale.cycle),
            cycle: stale.cycle.clone(),
            last: stale.last_reported_on.map(|day| words.date(day)),
            is_sample: stale.is_sample,
        }
    }
}
