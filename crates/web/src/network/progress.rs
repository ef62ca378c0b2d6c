//! The public short form of the dashboard: the same numbers for everyone.

use askama::Template;
use axum::extract::Path;
use chrono::NaiveDate;
use infitah_core::ground::error::Error;
use infitah_core::network::overview::{Overview, overview};

use super::bars::{self, Bar};
use super::maps::Map;
use crate::answers::{Answer, page};
use crate::layout::{Page, Room};
use crate::visits::Visit;

#[derive(Debug, Template)]
#[template(path = "network/progress.html")]
pub(super) struct ProgressPage {
    pub(super) page: Page,
    pub(super) overview: Overview,
    pub(super) as_of: NaiveDate,
    pub(super) commitments: u32,
    pub(super) map: Map,
    pub(super) states: Vec<Bar>,
    pub(super) kinds: Vec<Bar>,
    pub(super) steps: Vec<Bar>,
}

/// `GET /L/progress`.
pub(crate) async fn show(visit: Visit, Path(_): Path<String>) -> Answer {
    if !visit.is_network() {
        return Err(Error::NotFound("page").into());
    }
    let overview = overview(&visit.scope).await?;
    let mut surroundings = visit.page(Room::Progress, "network-progress-title");
    surroundings.description = surroundings.t("network-progress-intro").plain().to_owned();
    page(&ProgressPage::of(surroundings, overview, visit.scope.today()))
}

impl ProgressPage {
    pub(super) fn of(page: Page, overview: Overview, as_of: NaiveDate) -> Self {
        Self {
            as_of,
            commitments: overview.commitments_by_status.iter().map(|(_, count)| count).sum(),
            map: Map::of(&page, &overview.by_region),
            states: bars::by_status(&page, &overview),
            kinds: bars::by_kind(&page, &overview),
            steps: bars::by_step(&page, &overview),
            overview,
            page,
        }
    }
}
