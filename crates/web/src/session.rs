//! The cookie of a sign-in: bound to one host, never to the domain, so that members cannot read or
//! set each other's. Under TLS its name says so and browsers enforce it.

use axum::http::{HeaderValue, header};
use axum::response::Response;
use chrono::{DateTime, Utc};
use infitah_core::tenancy::hub::Hub;
use infitah_core::tenancy::sign_ins::SignedIn;

/// The name of the cookie at this installation.
pub fn cookie_name(hub: &Hub) -> &'static str {
    if hub.is_secure() { "__Host-infitah" } else { "infitah" }
}

/// Gives a browser its sign-in.
pub fn set_cookie(response: &mut Response, hub: &Hub, signed_in: &SignedIn, now: DateTime<Utc>) {
    let seconds = (signed_in.expires_at - now).num_seconds().max(0);
    put(response, hub, &signed_in.token, seconds);
}

/// Takes the sign-in away.
pub fn clear_cookie(response: &mut Response, hub: &Hub) {
    put(response, hub, "", 0);
}

fn put(response: &mut Response, hub: &Hub, token: &str, seconds: i64) {
    let secure = if hub.is_secure() { "; Secure" } else { "" };
    let text =
        format!("{}={token}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}", cookie_name(hub));
    let value = HeaderValue::from_str(&text).expect("tokens are base64 and the rest is ours");
    response.headers_mut().append(header::SET_COOKIE, value);
}
