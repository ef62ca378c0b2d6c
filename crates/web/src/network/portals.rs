//! The front page of the network.

use askama::Template;
use infitah_core::network::overview::{Overview, overview};

use super::bars::{self, Bar};
use super::maps::Map;
use crate::answers::{Answer, page};
use crate::cards::Card;
use crate::layout::{Page, Room};
use crate::public::news::latest;
use crate::visits::Visit;

/// News on the portal.
const NEWS: u32 = 6;

#[derive(Debug, Template)]
#[template(path = "network/home.html")]
pub(super) struct PortalPage {
    pub(super) page: Page,
    pub(super) overview: Overview,
    /// Members with a programme at a known step.
    pub(super) with_programme: u32,
    pub(super) commitments: u32,
    pub(super) map: Map,
    pub(super) steps: Vec<Bar>,
    pub(super) cards: Vec<Card>,
}

/// `GET /L/` on the network's host.
pub(crate) async fn show(visit: &Visit) -> Answer {
    let overview = overview(&visit.scope).await?;
    let mut surroundings = visit.page(Room::Home, "network-home-title");
    surroundings.description = surroundings.t("network-home-intro").plain().to_owned();
    let cards = Card::all(&surroundings, visit.scope.hub(), &latest(visit, NEWS).await?);
    page(&PortalPage::of(surroundings, overview, cards))
}

impl PortalPage {
    pub(super) fn of(page: Page, overview: Overview, cards: Vec<Card>) -> Self {
        Self {
            with_programme: overview
                .by_step
                .iter()
                .filter(|(step, _)| step.is_some())
                .map(|(_, count)| count)
                .sum(),
            commitments: overview.commitments_by_status.iter().map(|(_, count)| count).sum(),
            map: Map::of(&page, &overview.by_region),
            steps: bars::by_step(&page, &overview),
            cards,
            overview,
            page,
        }
    }
}
