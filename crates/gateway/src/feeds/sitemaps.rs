//! The site map of one host: its fixed pages, news and programmes in every language, each with its
//! alternates. Read page by page up to a bound, and remembered like a page.

use std::fmt::Write as _;

use axum::extract::Extension;
use axum::http::header;
use axum::response::{IntoResponse as _, Response};
use chrono::{DateTime, Utc};
use infitah_core::ground::error::Result;
use infitah_core::ground::paging::{MAX_FIRST, PageRequest};
use infitah_core::news::articles::{self, Filter};
use infitah_core::news::documents;
use infitah_core::programme::{axes, commitments, programmes};
use infitah_core::tenancy::scope::PublicScope;
use infitah_i18n::Locale;

use crate::door::arrivals::Arrival;
use infitah_core::ground::address::ascii as encode;

/// Addresses in one site map; the protocol allows ten times as many.
const MOST: usize = 5_000;
/// Pages of every member.
const OF_MEMBER: [&str; 8] =
    ["", "news", "programme", "events", "documents", "about", "subscribe", "privacy"];
/// Pages of the network.
const OF_NETWORK: [&str; 8] = ["", "members", "progress", "events", "news", "about", "subscribe", "privacy"];

/// One page in all its languages.
#[derive(Debug)]
struct Place {
    addresses: Vec<(Locale, String)>,
    changed: Option<DateTime<Utc>>,
}

/// `/sitemap.xml`
pub(crate) async fn show(
    Extension(scope): Extension<PublicScope>,
    Extension(arrival): Extension<Arrival>,
) -> Response {
    match places(&scope).await {
        Ok(places) => {
            ([(header::CONTENT_TYPE, "application/xml; charset=utf-8")], write(&places)).into_response()
        }
        Err(error) => arrival.error(&error, Some(&scope)),
    }
}

async fn places(scope: &PublicScope) -> Result<Vec<Place>> {
    let site = scope.tenant();
    let fixed: &[&str] = if site.is_network() { &OF_NETWORK } else { &OF_MEMBER };
    let mut places: Vec<Place> =
        fixed.iter().map(|path| same_everywhere(&site.url, &site.locales, path)).collect();
    if !site.is_network() {
        add_programmes(scope, &mut places).await?;
        add_documents(scope, &mut places).await?;
    }
    add_articles(scope, &mut places).await?;
    Ok(places)
}

/// The programmes and their commitments: three statements.
async fn add_programmes(scope: &PublicScope, places: &mut Vec<Place>) -> Result<()> {
    let site = scope.tenant();
    let list = programmes::list(scope).await?;
    let ids: Vec<_> = list.iter().map(|programme| programme.id).collect();
    let axes = axes::by_programmes(scope, &ids, None).await?;
    let ids: Vec<_> = axes.values().flatten().map(|axis| axis.id).collect();
    let mut all: Vec<_> = commitments::by_axes(scope, &ids, None).await?.into_values().flatten().collect();
    all.sort_by(|left, right| {
        (&left.programme_cycle, left.number).cmp(&(&right.programme_cycle, right.number))
    });
    places.extend(list.iter().map(|programme| {
        same_everywhere(&site.url, &site.locales, &format!("programme/{}", programme.cycle))
    }));
    places.extend(all.iter().map(|commitment| {
        let path = format!("programme/{}/commitments/{}", commitment.programme_cycle, commitment.number);
        same_everywhere(&site.url, &site.locales, &path)
    }));
    Ok(())
}

/// The documents, the latest first, as many as half of the map.
async fn add_documents(scope: &PublicScope, places: &mut Vec<Place>) -> Result<()> {
    let (url, locales) = (&scope.tenant().url, &scope.tenant().locales);
    let mut after: Option<String> = None;
    while places.len() * Locale::ALL.len() < MOST / 2 {
        let request = PageRequest::new(Some(MAX_FIRST.into()), after.as_deref(), None, None)?;
        let page = documents::list(scope, &documents::Filter::default(), &request).await?;
        places.extend(page.items.iter().map(|document| Place {
            changed: Some(document.updated_at),
            ..same_everywhere(url, locales, &format!("documents/{}", document.id))
        }));
        after = page.end_cursor().map(str::to_owned);
        if !page.has_next {
            break;
        }
    }
    Ok(())
}

/// The news, newest first, until the map is full.
async fn add_articles(scope: &PublicScope, places: &mut Vec<Place>) -> Result<()> {
    let site = scope.tenant();
    // On the network's host the list has the news of all members, whose pages are elsewhere.
    let filter = Filter { collectivity: Some(site.id), ..Filter::default() };
    let mut after: Option<String> = None;
    while places.len() * Locale::ALL.len() < MOST {
        let request = PageRequest::new(Some(MAX_FIRST.into()), after.as_deref(), None, None)?;
        let page = articles::list(scope, &filter, &request).await?;
        places.extend(page.items.iter().map(|card| {
            Place {
                addresses: card
                    .slugs
                    .iter()
                    .filter(|(locale, _)| site.locales.contains(locale))
                    .map(|(locale, slug)| (*locale, format!("{}/{locale}/news/{slug}", site.url)))
                    .collect(),
                changed: Some(card.updated_at),
            }
        }));
        after = page.end_cursor().map(str::to_owned);
        if !page.has_next {
            break;
        }
    }
    Ok(())
}

fn same_everywhere(url: &str, locales: &[Locale], path: &str) -> Place {
    let address = |&locale: &Locale| (locale, format!("{url}/{locale}/{path}"));
    let addresses = locales.iter().map(address).collect();
    Place { addresses, changed: None }
}

fn write(places: &[Place]) -> String {
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    let addresses =
        places.iter().flat_map(|place| place.addresses.iter().map(move |address| (place, &address.1)));
    for (place, address) in addresses.take(MOST) {
        add(&mut xml, place, address).expect("writing to a string cannot fail");
    }
    xml.push_str("</urlset>\n");
    xml
}

fn add(xml: &mut String, place: &Place, address: &str) -> std::fmt::Result {
    write!(xml, "<url><loc>{}</loc>", escape(address))?;
    if let Some(changed) = place.changed {
        write!(xml, "<lastmod>{}</lastmod>", changed.format("%Y-%m-%dT%H:%M:%SZ"))?;
    }
    for (locale, other) in &place.addresses {
        let other = escape(other);
        write!(xml, "<xhtml:link rel=\"alternate\" hreflang=\"{locale}\" href=\"{other}\"/>")?;
    }
    writeln!(xml, "</url>")
}

/// The address with XML's own characters escaped.
fn escape(address: &str) -> String {
    let mut escaped = String::with_capacity(address.len());
    for character in encode(address).chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&apos;"),
            character => escaped.push(character),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_escaped_and_bounded() {
        assert_eq!(escape("http://fes/ar/news/ماء&x"), "http://fes/ar/news/%D9%85%D8%A7%D8%A1&amp;x");
        let places: Vec<Place> = (0..2_000)
            .map(|number| same_everywhere("http://fes", &Locale::ALL, &number.to_string()))
            .collect();
        let xml = write(&places);
        assert_eq!(xml.matches("<url>").count(), MOST);
        assert!(xml.contains("hreflang=\"zgh\""));
    }
}
