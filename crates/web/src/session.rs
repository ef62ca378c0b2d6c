//! The cookie of a sign-in: bound to one host, never to the domain, so that members cannot read or
//! set each other's. Under TLS its name says so and browsers enforce it.

use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;
use chrono::{DateTime, Utc};
use infitah_core::tenancy::hub::Hub;
use infitah_core::tenancy::passkeys::Challenge;
use infitah_core::tenancy::providers::Begun;
use infitah_core::tenancy::second_steps::HalfSignedIn;
use infitah_core::tenancy::sign_ins::SignedIn;

/// The name of the cookie at this installation.
pub fn cookie_name(hub: &Hub) -> &'static str {
    if hub.is_secure() { "__Host-infitah" } else { "infitah" }
}

/// The name of the cookie between the two steps of a sign-in. No door but that of the second step
/// reads it.
fn half_cookie_name(hub: &Hub) -> &'static str {
    if hub.is_secure() { "__Host-infitah-second" } else { "infitah-second" }
}

/// The name of the cookie that binds what a device is asked to sign to one browser.
fn challenge_cookie_name(hub: &Hub) -> &'static str {
    if hub.is_secure() { "__Host-infitah-passkey" } else { "infitah-passkey" }
}

/// The name of the cookie that binds a visit to the provider to one browser.
fn provider_cookie_name(hub: &Hub) -> &'static str {
    if hub.is_secure() { "__Host-infitah-provider" } else { "infitah-provider" }
}

/// Gives a browser its sign-in.
pub fn set_cookie(response: &mut Response, hub: &Hub, signed_in: &SignedIn, now: DateTime<Utc>) {
    let seconds = (signed_in.expires_at - now).num_seconds().max(0);
    put(response, hub, cookie_name(hub), &signed_in.token, seconds);
}

/// Takes the sign-in away.
pub fn clear_cookie(response: &mut Response, hub: &Hub) {
    put(response, hub, cookie_name(hub), "", 0);
}

/// Gives a browser its half of a sign-in.
pub(crate) fn set_half_cookie(response: &mut Response, hub: &Hub, half: &HalfSignedIn, now: DateTime<Utc>) {
    let seconds = (half.expires_at - now).num_seconds().max(0);
    put(response, hub, half_cookie_name(hub), &half.token, seconds);
}

/// Takes the half of a sign-in away.
pub(crate) fn clear_half_cookie(response: &mut Response, hub: &Hub) {
    put(response, hub, half_cookie_name(hub), "", 0);
}

/// Binds a challenge to a browser.
pub(crate) fn set_challenge_cookie(
    response: &mut Response,
    hub: &Hub,
    challenge: &Challenge,
    now: DateTime<Utc>,
) {
    let seconds = (challenge.expires_at - now).num_seconds().max(0);
    put(response, hub, challenge_cookie_name(hub), &challenge.token, seconds);
}

/// Takes what binds a challenge away.
pub(crate) fn clear_challenge_cookie(response: &mut Response, hub: &Hub) {
    put(response, hub, challenge_cookie_name(hub), "", 0);
}

/// The token that binds a challenge to this browser.
pub(crate) fn challenge_token<'a>(headers: &'a HeaderMap, hub: &Hub) -> Option<&'a str> {
    cookie(headers, challenge_cookie_name(hub))
}

/// Binds a visit to the provider to a browser.
pub(crate) fn set_provider_cookie(response: &mut Response, hub: &Hub, begun: &Begun, now: DateTime<Utc>) {
    let seconds = (begun.expires_at - now).num_seconds().max(0);
    put(response, hub, provider_cookie_name(hub), &begun.token, seconds);
}

/// Takes what binds a visit away.
pub(crate) fn clear_provider_cookie(response: &mut Response, hub: &Hub) {
    put(response, hub, provider_cookie_name(hub), "", 0);
}

/// The token that binds a visit to the provider to this browser.
pub(crate) fn provider_token<'a>(headers: &'a HeaderMap, hub: &Hub) -> Option<&'a str> {
    cookie(headers, provider_cookie_name(hub))
}

/// The token between the two steps.
pub(crate) fn half_token<'a>(headers: &'a HeaderMap, hub: &Hub) -> Option<&'a str> {
    cookie(headers, half_cookie_name(hub))
}

/// The value of a cookie. A name that comes twice has none: one of them may be a neighbour's.
pub fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
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

fn put(response: &mut Response, hub: &Hub, name: &str, token: &str, seconds: i64) {
    let secure = if hub.is_secure() { "; Secure" } else { "" };
    let text = format!("{name}={token}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}");
    let value = HeaderValue::from_str(&text).expect("tokens are base64 and the rest is ours");
    response.headers_mut().append(header::SET_COOKIE, value);
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
            (&["infitah-second=abc"], None),
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
