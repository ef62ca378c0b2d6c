//! One tenant's rush must not starve the others: each has so many requests worked on at once, the
//! next ones wait a moment for their turn, and then are told to come back. Remembered pages never
//! come this far.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::extract::{Request, State};
use axum::http::{HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;
use infitah_core::ground::ids::TenantId;
use infitah_core::tenancy::scope::PublicScope;
use infitah_web::Notice;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::SharedDoor;
use super::arrivals::Arrival;

/// The requests under way, by tenant.
#[derive(Debug)]
pub(crate) struct Crowds {
    size: usize,
    turn: Duration,
    tenants: Mutex<HashMap<TenantId, Arc<Semaphore>>>,
}

impl Crowds {
    pub(crate) fn new(size: usize, turn: Duration) -> Self {
        Self { size, turn, tenants: Mutex::default() }
    }

    /// A place among the requests of a tenant, if there is one in time.
    async fn place(&self, tenant: TenantId) -> Option<OwnedSemaphorePermit> {
        let semaphore = {
            let mut tenants = self.tenants.lock().unwrap_or_else(PoisonError::into_inner);
            tenants.entry(tenant).or_insert_with(|| Arc::new(Semaphore::new(self.size))).clone()
        };
        tokio::time::timeout(self.turn, semaphore.acquire_owned()).await.ok()?.ok()
    }
}

/// The step itself.
pub(crate) async fn admit(State(door): State<SharedDoor>, request: Request, next: Next) -> Response {
    let Some(scope) = request.extensions().get::<PublicScope>().cloned() else {
        return next.run(request).await;
    };
    let Some(_place) = door.crowds.place(scope.tenant().id).await else {
        let arrival = request.extensions().get::<Arrival>().cloned().expect("the request has arrived");
        let mut response = arrival.notice(Notice::Overloaded, Some(&scope));
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("5"));
        return response;
    };
    next.run(request).await
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[tokio::test]
    async fn one_tenants_crowd_leaves_room_for_others() {
        let crowds = Crowds::new(1, Duration::from_millis(5));
        let (first, second) = (TenantId(Uuid::from_u128(1)), TenantId(Uuid::from_u128(2)));
        let place = crowds.place(first).await;
        assert!(place.is_some());
        assert!(crowds.place(first).await.is_none());
        assert!(crowds.place(second).await.is_some());
        drop(place);
        assert!(crowds.place(first).await.is_some());
    }
}
