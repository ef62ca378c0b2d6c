//! The draft of a programme beside what the council adopted: what was added, withdrawn and changed.

use askama::Template;
use axum::extract::Path;
use infitah_core::programme::programmes;
use infitah_core::programme::versions::{self, Comparison, Differences};

use super::changes::ChangeLine;
use crate::answers::{Answer, page};
use crate::layout::{Page, Room};
use crate::visits::Visit;
use crate::words::Phrase;

#[derive(Debug, Template)]
#[template(path = "public/changes.html")]
pub(super) struct ChangesPage {
    pub(super) page: Page,
    pub(super) cycle: String,
    pub(super) comparison: Option<Compared>,
}

/// Both sides, and what lies between them.
#[derive(Debug)]
pub(super) struct Compared {
    pub(super) draft_on: chrono::NaiveDate,
    pub(super) adopted_on: chrono::NaiveDate,
    pub(super) parts: Vec<Part>,
}

/// What became of the axes, or of the commitments.
#[derive(Debug)]
pub(super) struct Part {
    /// The keys of its heading and of a name with a number.
    pub(super) heading: &'static str,
    pub(super) numbered: &'static str,
    pub(super) added: Vec<(String, Phrase)>,
    pub(super) withdrawn: Vec<(String, Phrase)>,
    pub(super) changed: Vec<(String, Phrase, Vec<ChangeLine>)>,
    pub(super) unchanged: u32,
}

/// `GET /L/programme/{cycle}/changes`.
pub(crate) async fn show(visit: Visit, Path((_, cycle)): Path<(String, String)>) -> Answer {
    let programme = programmes::by_cycle(&visit.scope, &cycle).await?;
    let found = versions::compare(&visit.scope, programme.id).await?;
    let page_of = visit.page(Room::Programme, "public-changes-title").sample_if(programme.is_sample);
    let comparison = found.map(|found| Compared::of(&page_of, &found));
    page(&ChangesPage { cycle: programme.cycle, comparison, page: page_of })
}

impl Compared {
    pub(super) fn of(page: &Page, found: &Comparison) -> Self {
        Self {
            draft_on: found.draft_on,
            adopted_on: found.adopted_on,
            parts: vec![
                Part::of(page, "public-programme-axes", "axis-numbered", &found.axes),
                Part::of(page, "public-programme-commitments", "commitment-numbered", &found.commitments),
            ],
        }
    }
}

impl Part {
    fn of(page: &Page, heading: &'static str, numbered: &'static str, found: &Differences) -> Self {
        let items = |items: &[versions::Item]| {
            items.iter().map(|item| (item.number.to_string(), page.titled(&item.titles))).collect()
        };
        let changed = |one: &versions::Changed| {
            let lines = one.fields.iter().map(|change| ChangeLine::of(page, change)).collect();
            (one.number.to_string(), page.titled(&one.titles), lines)
        };
        Self {
            heading,
            numbered,
            added: items(&found.added),
            withdrawn: items(&found.withdrawn),
            changed: found.changed.iter().map(changed).collect(),
            unchanged: found.unchanged,
        }
    }
}
