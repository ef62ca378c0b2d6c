//! Who acts. The sign-in cookie is looked up after the host, inside that tenant. Pages that may be
//! remembered get no actor at all; requests from elsewhere get nobody.

use axum::extract::{Request, State};
use axum::http::HeaderMap;
use axum::middleware::Next;
use axum::response::Response;
use infitah_core::ground::error::Result;
use infitah_core::tenancy::scope::{Actor, PublicScope};
use infitah_core::tenancy::sign_ins;
use infitah_web::session::{cookie, cookie_name};

use super::arrivals::Arrival;
use super::origins::Foreign;
use super::{SharedDoor, pages};

/// The step itself: a `Scope` for everything that is not a page for all.
pub(crate) async fn identify(State(door): State<SharedDoor>, mut request: Request, next: Next) -> Response {
    let Some(public) = request.extensions().get::<PublicScope>().cloned() else {
        return next.run(request).await;
    };
    if pages::is_for_all(request.method(), request.uri().path()) {
        tracing::Span::current().record("actor", "anonymous");
        return next.run(request).await;
    }
    let arrival = request.extensions().get::<Arrival>().cloned().expect("the request has arrived");
    let actor = match request.extensions().get::<Foreign>() {
        Some(_) => Ok(Actor::Anonymous),
        None => actor_of(&door, &public, &arrival, request.headers()).await,
    };
    match actor {
        Ok(actor) => {
            tracing::Span::current().record("actor", kind_of(&actor));
            request.extensions_mut().insert(public.acted_by(actor).coming_from(arrival.address));
            next.run(request).await
        }
        Err(error) => arrival.error(&error, Some(&public)),
    }
}

async fn actor_of(
    door: &SharedDoor,
    scope: &PublicScope,
    arrival: &Arrival,
    headers: &HeaderMap,
) -> Result<Actor> {
    let Some(token) = cookie(headers, cookie_name(&door.hub)) else {
        return Ok(Actor::Anonymous);
    };
    let person = sign_ins::person(scope, &arrival.host, token).await?;
    Ok(person.map_or(Actor::Anonymous, Actor::Person))
}

fn kind_of(actor: &Actor) -> &'static str {
    match actor {
        Actor::Anonymous => "anonymous",
        Actor::Person(_) => "person",
        Actor::System(_) => "system",
    }
}
