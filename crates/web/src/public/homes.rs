//! The front page of a site: a member's own, or the portal of the network.

use askama::Template;
use axum::extract::Path;
use chrono::NaiveDate;
use infitah_core::ground::error::{Error, Result};
use infitah_core::programme::axes;
use infitah_core::programme::programmes::{self, Programme};
use infitah_core::programme::progress::Progress;
use infitah_core::tenancy::collectivities::{self, Collectivity};
use infitah_core::tenancy::regions;

use super::news::latest;
use crate::answers::{Answer, page};
use crate::cards::Card;
use crate::layout::{Page, Room};
use crate::network::portals;
use crate::visits::Visit;
use crate::words::Phrase;

/// News on the front page.
const NEWS: u32 = 5;

#[derive(Debug, Template)]
#[template(path = "public/home.html")]
pub(super) struct HomePage {
    pub(super) page: Page,
    pub(super) name: Phrase,
    pub(super) region: Option<Phrase>,
    pub(super) cohort: Option<String>,
    pub(super) joined_on: Option<NaiveDate>,
    pub(super) programme: Option<Programme>,
    /// The key of the step the programme has reached.
    pub(super) step_key: String,
    pub(super) axes: Vec<(i32, Phrase, Progress)>,
    pub(super) cards: Vec<Card>,
}

/// `GET /L/`.
pub(crate) async fn show(visit: Visit, Path(_): Path<String>) -> Answer {
    if visit.is_network() {
        return portals::show(&visit).await;
    }
    page(&HomePage::of(&visit).await?)
}

impl HomePage {
    async fn of(visit: &Visit) -> Result<Self, Error> {
        let collectivity = collectivities::find(&visit.scope, &visit.scope.tenant().slug).await?;
        let programme = programmes::current(&visit.scope).await?;
        let mut page = visit.page(Room::Home, "common-menu-home");
        page.is_sample |= programme.as_ref().is_some_and(|programme| programme.is_sample);
        page.title = page.site_name().plain().to_owned();
        page.description = page.sited("public-home-intro").plain().to_owned();
        Ok(Self {
            name: page.titled(&page.site.names),
            region: region_name(visit, &page, &collectivity).await?,
            cohort: collectivity.cohort.map(|cohort| cohort.to_string()),
            joined_on: collectivity.joined_on,
            axes: axes_of(visit, &page, programme.as_ref()).await?,
            step_key: programme
                .as_ref()
                .and_then(|programme| programme.step)
                .map(step_key)
                .unwrap_or_default(),
            cards: Card::all(&page, visit.scope.hub(), &latest(visit, NEWS).await?),
            programme,
            page,
        })
    }
}

async fn axes_of(
    visit: &Visit,
    page: &Page,
    programme: Option<&Programme>,
) -> Result<Vec<(i32, Phrase, Progress)>> {
    let Some(programme) = programme else {
        return Ok(Vec::new());
    };
    let axes = axes::by_programmes(&visit.scope, &[programme.id], None)
        .await?
        .remove(&programme.id)
        .unwrap_or_default();
    Ok(axes.into_iter().map(|axis| (axis.number, page.titled(&axis.titles), axis.progress)).collect())
}

/// The region of a member, by its whole name.
pub(super) async fn region_name(visit: &Visit, page: &Page, member: &Collectivity) -> Result<Option<Phrase>> {
    let Some(code) = &member.region_code else {
        return Ok(None);
    };
    let region = regions::list(&visit.scope).await?.into_iter().find(|region| region.code == *code);
    Ok(region.map(|region| page.member(collectivities::Kind::Region, &region.names)))
}

fn step_key(step: i32) -> String {
    format!("step-{step}")
}
