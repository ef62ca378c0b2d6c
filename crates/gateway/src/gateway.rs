//! The door as the program sees it: made once from the installation and the settings, then served
//! on a listener. The order of its layers is written here and nowhere else.

use std::sync::Arc;

use axum::Router;
use axum::extract::Extension;
use axum::middleware::{from_fn, from_fn_with_state as layer};
use axum::routing::get;
use infitah_core::tenancy::hub::Hub;
use tokio::net::TcpListener;
use tower_http::CompressionLevel;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, NotForContentType, Predicate as _};

use crate::connections;
use crate::door::{
    Door, SharedDoor, arrivals, crowds, health, languages, measures, notices, origins, pages, sign_ins, sites,
};
use crate::settings::GatewaySettings;
use crate::{feeds, graphql};

/// The HTTP door.
#[derive(Clone)]
pub struct Gateway {
    door: SharedDoor,
}

impl std::fmt::Debug for Gateway {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Gateway").field("settings", &self.door.settings).finish_non_exhaustive()
    }
}

impl Gateway {
    /// A door of this installation.
    pub fn new(hub: Hub, settings: GatewaySettings) -> Self {
        Self { door: Arc::new(Door::new(hub, settings)) }
    }

    /// All routes behind all layers, for a listener of one's own; tests speak to it directly.
    pub fn router(&self) -> Router {
        let door = &self.door;
        let own: Router = Router::new()
            .route("/", get(languages::choose))
            .route("/{locale}", get(languages::complete))
            .route("/healthz", get(health::live))
            .route("/readyz", get(health::ready))
            .merge(feeds::routes())
            .merge(graphql::routes())
            .with_state(door.clone());
        own.merge(infitah_web::public_routes())
            .merge(infitah_web::office_routes())
            .merge(infitah_web::assets_routes())
            .fallback(notices::not_found)
            .method_not_allowed_fallback(notices::method_not_allowed)
            .layer(compression())
            .layer(layer(door.clone(), crowds::admit))
            .layer(layer(door.clone(), pages::remember))
            .layer(layer(door.clone(), sign_ins::identify))
            .layer(layer(door.clone(), languages::judge))
            .layer(layer(door.clone(), origins::judge))
            .layer(from_fn(measures::place))
            .layer(layer(door.clone(), sites::enter))
            .layer(layer(door.clone(), arrivals::receive))
            .layer(from_fn(measures::measure))
            .layer(Extension(door.settings.web.clone()))
    }

    /// Serves until `shutdown` is done and a while longer, so that a proxy can turn elsewhere;
    /// then closes the door and finishes open requests within a bound.
    ///
    /// # Errors
    /// A fault of the listener that waiting cannot heal.
    pub async fn serve(
        &self,
        listener: TcpListener,
        shutdown: impl Future<Output = ()> + Send,
    ) -> std::io::Result<()> {
        let hub = &self.door.hub;
        let told = async move {
            shutdown.await;
            hub.stop();
        };
        connections::serve(listener, self.router(), &self.door.settings.limits, told).await
    }
}

/// Text is compressed; images and fonts are already.
fn compression() -> CompressionLayer<impl tower_http::compression::Predicate> {
    let worthwhile = DefaultPredicate::new().and(NotForContentType::const_new("font/"));
    CompressionLayer::new().quality(CompressionLevel::Precise(4)).compress_when(worthwhile)
}
