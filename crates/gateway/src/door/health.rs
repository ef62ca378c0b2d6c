//! Two questions of the machinery around the program, answered on every host: is it up, and may it
//! be given requests.

use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use infitah_core::tenancy::hub::Hub;

use super::SharedDoor;

/// Whether a path is answered before the host is looked at.
pub(crate) fn is_health(path: &str) -> bool {
    path == "/healthz" || path == "/readyz"
}

/// The process is up.
pub(crate) async fn live() -> Response {
    plain(StatusCode::OK, "ok\n")
}

/// The database can be reached and has every migration of this program, and nobody asked to stop.
pub(crate) async fn ready(State(door): State<SharedDoor>) -> Response {
    judge(&door.hub, &door.settings.migrations).await
}

/// Whether the database of an installation has all these migrations.
pub(crate) async fn judge(hub: &Hub, migrations: &[String]) -> Response {
    if hub.is_stopping() {
        return plain(StatusCode::SERVICE_UNAVAILABLE, "stopping\n");
    }
    match hub.database().applied_migrations().await {
        Ok(applied) if migrations.iter().all(|name| applied.contains(name)) => {
            plain(StatusCode::OK, "ready\n")
        }
        Ok(_) => plain(StatusCode::SERVICE_UNAVAILABLE, "migrations are pending\n"),
        Err(error) => {
            tracing::warn!(%error, "the database cannot be reached");
            plain(StatusCode::SERVICE_UNAVAILABLE, "the database cannot be reached\n")
        }
    }
}

fn plain(status: StatusCode, text: &'static str) -> Response {
    (status, [(header::CONTENT_TYPE, "text/plain; charset=utf-8")], text).into_response()
}
