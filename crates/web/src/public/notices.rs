//! Pages about the site itself: who runs it, and what it does with personal data.

use askama::Template;
use axum::extract::Path;
use infitah_core::ground::localised::Localised;
use infitah_core::tenancy::collectivities::{self, Collectivity};
use infitah_core::tenancy::settings::{self, Settings};
use infitah_i18n::Locale;

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
    pub(super) settings: Settings,
    /// Who judges what people send in, where the site says so.
    pub(super) moderation: Option<Notice>,
}

#[derive(Debug, Template)]
#[template(path = "public/privacy.html")]
pub(super) struct PrivacyPage {
    pub(super) page: Page,
    pub(super) settings: Settings,
    /// What the member adds, a paragraph each.
    pub(super) notice: Option<Notice>,
}

/// A text of the member's own.
#[derive(Debug)]
pub(super) struct Notice {
    pub(super) locale: Locale,
    pub(super) paragraphs: Vec<String>,
}

impl Notice {
    fn of(texts: &Localised, page: Locale) -> Option<Self> {
        let shown = texts.shown(page)?;
        let paragraphs = shown.text.split("\n\n").map(str::to_owned).collect();
        Some(Self { locale: shown.locale, paragraphs })
    }
}

/// `GET /L/about`.
pub(crate) async fn about(visit: Visit, Path(_): Path<String>) -> Answer {
    let surroundings = visit.page(Room::About, "common-menu-about");
    let intro = surroundings.t("public-about-openness-text").plain().to_owned();
    let surroundings = surroundings.about(intro);
    let settings = settings::published(&visit.scope).await?;
    let moderation = Notice::of(&settings.moderation_policies, visit.locale());
    if visit.is_network() {
        return page(&AboutPage {
            page: surroundings,
            collectivity: None,
            region: None,
            settings,
            moderation,
        });
    }
    let collectivity = collectivities::find(&visit.scope, &visit.scope.tenant().slug).await?;
    let region = region_name(&visit, &surroundings, &collectivity).await?;
    page(&AboutPage { page: surroundings, collectivity: Some(collectivity), region, settings, moderation })
}

/// `GET /L/privacy`.
pub(crate) async fn privacy(visit: Visit, Path(_): Path<String>) -> Answer {
    let surroundings = visit.page(Room::Other, "public-privacy-title");
    let intro = surroundings.t("public-privacy-intro").plain().to_owned();
    let settings = settings::published(&visit.scope).await?;
    let notice = Notice::of(&settings.privacy_notices, visit.locale());
    page(&PrivacyPage { page: surroundings.about(intro), settings, notice })
}
