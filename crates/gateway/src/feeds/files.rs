//! `robots.txt` and `security.txt` (RFC 9116). Fixed addresses that no language stands before.

use axum::extract::{Extension, State};
use axum::http::header;
use axum::response::{IntoResponse as _, Response};
use chrono::{Days, NaiveDate};
use infitah_core::tenancy::scope::PublicScope;

use crate::door::SharedDoor;

/// `/robots.txt`: everything public may be read, the office is no place for robots.
pub(crate) async fn robots(Extension(scope): Extension<PublicScope>) -> Response {
    let site = &scope.tenant().url;
    plain(format!(
        "User-agent: *\nDisallow: /office/\nDisallow: /graphql\nAllow: /\n\nSitemap: {site}/sitemap.xml\n"
    ))
}

/// `/.well-known/security.txt`
pub(crate) async fn security(
    State(door): State<SharedDoor>,
    Extension(scope): Extension<PublicScope>,
) -> Response {
    let contact = door.settings.security_contact.clone();
    let contact = contact.unwrap_or_else(|| format!("{}/en/about", door.hub.public_url()));
    plain(security_text(&contact, &scope.tenant().url, scope.today()))
}

fn security_text(contact: &str, site: &str, today: NaiveDate) -> String {
    // Less than a year ahead, as the RFC recommends.
    let expires = today.checked_add_days(Days::new(364)).unwrap_or(today);
    format!(
        "Contact: {contact}\nExpires: {expires}T00:00:00Z\nPreferred-Languages: ar, fr, en\n\
         Canonical: {site}/.well-known/security.txt\n"
    )
}

fn plain(text: String) -> Response {
    ([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], text).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn security_file_expires_within_a_year() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 23).expect("a day");
        let text = security_text("mailto:security@example.org", "https://fes.example", today);
        assert!(text.contains("Contact: mailto:security@example.org\n"));
        assert!(text.contains("Expires: 2027-11-22T00:00:00Z\n"));
    }
}
