//! The listener for the machinery around the program, apart from the public door: what is measured,
//! whether it is up and ready, and whether a certificate may be asked for a name. It knows no
//! sign-in; whoever can reach its address may ask, so the address is the loopback or a closed net.

mod exposition;

use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::{Query, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use infitah_core::notify::{self, Lag};
use infitah_core::tenancy::hub::Hub;
use serde::Deserialize;
use tokio::net::TcpListener;
use tokio::sync::Mutex;
use tokio::time::{Instant, timeout};

use crate::connections;
use crate::door::health;
use crate::settings::Limits;

pub use exposition::{Exposition, Unmeasured};

/// How long a scrape waits for the database, and how old a reading may be.
const A_MOMENT: Duration = Duration::from_secs(1);

/// What the ops listener needs besides the installation.
#[derive(Debug, Clone)]
pub struct OpsSettings {
    /// The names of all migrations of this program; `/readyz` wants each of them applied.
    pub migrations: Vec<String>,
    /// The build, as pages carry it.
    pub build: String,
    /// What was counted so far.
    pub exposition: Exposition,
}

/// The ops listener.
#[derive(Clone)]
pub struct Ops(Arc<Desk>);

struct Desk {
    hub: Hub,
    settings: OpsSettings,
    /// The last reading of the queue; several scrapers share it.
    lag: Mutex<Option<(Instant, Option<Lag>)>>,
}

impl std::fmt::Debug for Ops {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Ops").field("settings", &self.0.settings).finish_non_exhaustive()
    }
}

impl Ops {
    /// The ops listener of an installation.
    pub fn new(hub: Hub, settings: OpsSettings) -> Self {
        Self(Arc::new(Desk { hub, settings, lag: Mutex::default() }))
    }

    /// Its routes.
    pub fn router(&self) -> Router {
        Router::new()
            .route("/metrics", get(metrics))
            .route("/healthz", get(health::live))
            .route("/readyz", get(ready))
            .route("/tls/ask", get(may_have_certificate))
            .with_state(self.0.clone())
    }

    /// Serves until `shutdown` is done. Meanwhile it clears what nobody scrapes.
    ///
    /// # Errors
    /// A fault of the listener that waiting cannot heal.
    pub async fn serve(
        &self,
        listener: TcpListener,
        shutdown: impl Future<Output = ()> + Send,
    ) -> std::io::Result<()> {
        let limits = Limits { connections: 64, closing: A_MOMENT, ..Limits::default() };
        tokio::select! {
            served = connections::serve(listener, self.router(), &limits, shutdown) => served,
            () = self.0.settings.exposition.keep_up() => Ok(()),
        }
    }
}

impl Desk {
    /// The state of the queue, read at most once a second; nothing while the database is away.
    async fn lag(&self) -> Option<Lag> {
        let mut kept = self.lag.lock().await;
        if let Some((_, lag)) = kept.filter(|(at, _)| at.elapsed() < A_MOMENT) {
            return lag;
        }
        let lag = match timeout(A_MOMENT, notify::lag(&self.hub)).await {
            Ok(Ok(lag)) => Some(lag),
            Ok(Err(error)) => {
                tracing::warn!(%error, "the queue could not be measured");
                None
            }
            Err(_) => {
                tracing::warn!("the queue was not measured in time");
                None
            }
        };
        *kept = Some((Instant::now(), lag));
        lag
    }
}

async fn metrics(State(desk): State<Arc<Desk>>) -> Response {
    let lag = desk.lag().await;
    let text = desk.settings.exposition.render(desk.hub.database(), &desk.settings.build, lag);
    ([(header::CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")], text).into_response()
}

async fn ready(State(desk): State<Arc<Desk>>) -> Response {
    health::judge(&desk.hub, &desk.settings.migrations).await
}

#[derive(Debug, Deserialize)]
struct Ask {
    domain: Option<String>,
}

/// Whether a name is one of ours. A closed site and an old address need their certificate too:
/// there stands a notice, or the way to the present address.
async fn may_have_certificate(State(desk): State<Arc<Desk>>, Query(ask): Query<Ask>) -> StatusCode {
    let Some(domain) = ask.domain.filter(|domain| !domain.is_empty()) else {
        return StatusCode::BAD_REQUEST;
    };
    if domain.contains(':') {
        return StatusCode::NOT_FOUND;
    }
    match desk.hub.site(&domain).await {
        Ok(Some(_)) => StatusCode::OK,
        Ok(None) => StatusCode::NOT_FOUND,
        Err(error) => {
            tracing::warn!(%error, "a name could not be looked up");
            StatusCode::SERVICE_UNAVAILABLE
        }
    }
}
