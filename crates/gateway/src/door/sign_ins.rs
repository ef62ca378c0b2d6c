//! Who acts. The sign-in cookie is looked up after the host, inside that tenant. Pages that may be
//! remembered get no actor at all; requests from elsewhere get nobody.

use axum::extract::{Request, State};
use axum::http::{HeaderMap, header};
use axum::middleware::Next;
use axum::response::Response;
use infitah_core::ground::error::Result;
use infitah_core::tenancy::scope::{Actor, PublicScope};
use infitah_core::tenancy::sign_ins;
use infitah_web::session::cookie_name;

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
            request.extensions_mut().insert(public.acted_by(actor));
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

/// The value of a cookie. A name that comes twice has none: one of them may be a neighbour's.
pub(crate) fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let mut values = headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .filter(|(key, _)| *key == name)
        .map(|(_, value)| value);
    let value = values.next()?;
    (values.next().is_none() && !value.is_empty()).then_some(value)
}

fn kind_of(actor: &Actor) -> &'static str {
    match actor {
        Actor::Anonymous => "anonymous",
        Actor::Person(_) => "person",
        Actor::System(_) => "system",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cookie_that_comes_twice_is_none() {
        for (sent, found) in [
            (&["infitah=abc"][..], Some("abc")),
            (&["a=1; infitah=abc; b=2"], Some("abc")),
            (&["infitah=abc; infitah=def"], None),
            (&["infitah=abc", "infitah=abc"], None),
            (&["xinfitah=abc"], None),
            (&["infitah="], None),
            (&[""], None),
        ] {
            let mut headers = HeaderMap::new();
            for value in sent {
                headers.append(header::COOKIE, value.parse().expect("a header"));
            }
            assert_eq!(cookie(&headers, "infitah"), found, "{sent:?}");
        }
    }
}
