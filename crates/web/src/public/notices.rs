//! Pages about the site itself: who runs it, and what it does with personal data.

use askama::Template;
use axum::extract::Path;
use infitah_core::tenancy::collectivities::{self, Collectivity};

use super::homes::region_name;
use crate::answers::{Answer, page};
use crate::layout::{Page, Room};
use crate::visits::Visit;
use crate::words::Phrase;

#[derive(Debug, Template)]
#[template(path = "public/about.html")]
pub(super) struct AboutPage {
    pub(super) page: Page,
    /// The member; none on the network's own site.
    pub(super) collectivity: Option<Collectivity>,
    pub(super) region: Option<Phrase>,
}

#[derive(Debug, Template)]
#[template(path = "public/privacy.html")]
pub(super) struct PrivacyPage {
    pub(super) page: Page,
}

/// `GET /L/about`.
pub(crate) async fn about(visit: Visit, Path(_): Path<String>) -> Answer {
    let surroundings = visit.page(Room::About, "common-menu-about");
    let intro = surroundings.t("public-about-openness-text").plain().to_owned();
    let surroundings = surroundings.about(intro);
    if visit.is_network() {
        return page(&AboutPage { page: surroundings, collectivity: None, region: None });
    }
    let collectivity = collectivities::find(&visit.scope, &visit.scope.tenant().slug).await?;
    let region = region_name(&visit, &surroundings, &collectivity).await?;
    page(&AboutPage { page: surroundings, collectivity: Some(collectivity), region })
}

/// `GET /L/privacy`.
pub(crate) async fn privacy(visit: Visit, Path(_): Path<String>) -> Answer {
    let surroundings = visit.page(Room::Other, "public-privacy-title");
    let intro = surroundings.t("public-privacy-intro").plain().to_owned();
    page(&PrivacyPage { page: surroundings.about(intro) })
}
