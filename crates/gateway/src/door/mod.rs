//! What a request passes on its way in, one file a step: it arrives and gets an id and a deadline,
//! the host names its tenant, its origin and language are judged, somebody may be signed in, the
//! page may be remembered, and there may be too many others.

use std::sync::Arc;

use infitah_core::tenancy::hub::Hub;

use self::crowds::Crowds;
use self::pages::Pages;
use crate::graphql::{Api, Quotas};
use crate::settings::GatewaySettings;

pub(crate) mod addresses;
pub(crate) mod arrivals;
pub(crate) mod crowds;
pub(crate) mod headers;
pub(crate) mod health;
pub(crate) mod languages;
pub(crate) mod measures;
pub(crate) mod notices;
pub(crate) mod origins;
pub(crate) mod pages;
pub(crate) mod sign_ins;
pub(crate) mod sites;

/// What all requests share.
pub(crate) struct Door {
    pub(crate) hub: Hub,
    pub(crate) settings: GatewaySettings,
    pub(crate) pages: Pages,
    pub(crate) crowds: Crowds,
    pub(crate) api: Api,
}

/// The door, shared by all requests.
pub(crate) type SharedDoor = Arc<Door>;

impl Door {
    pub(crate) fn new(hub: Hub, settings: GatewaySettings) -> Self {
        let limits = &settings.limits;
        let quotas = Quotas::new(hub.bus().clone(), limits.window, limits.window_cost);
        Self {
            hub,
            pages: Pages::new(limits.pages),
            crowds: Crowds::new(limits.requests_per_tenant, limits.turn),
            api: Api::new(Arc::new(quotas), limits.query_cost),
            settings,
        }
    }
}
