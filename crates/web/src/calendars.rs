//! Calendars as files for calendar programs (RFC 5545): a member's own and the network's are
//! written alike, and what both hold has one identity.

use chrono::{DateTime, Days, NaiveDate, NaiveTime, Utc};
use icalendar::{Calendar, Component as _, Event, EventLike as _, EventStatus};
use infitah_i18n::Arg;

use crate::layout::Page;
use crate::words::Phrase;

/// An entry as a program shows it.
#[derive(Debug)]
pub(crate) struct FileEntry {
    /// What it is on its site, as long as it is the same session, event, step or deadline.
    pub(crate) identity: String,
    /// Base address of the site whose it is.
    pub(crate) site: String,
    pub(crate) day: NaiveDate,
    pub(crate) until: Option<NaiveDate>,
    /// When it begins and ends, where hours are known.
    pub(crate) times: Option<(DateTime<Utc>, Option<DateTime<Utc>>)>,
    /// It does not take place.
    pub(crate) is_cancelled: bool,
    pub(crate) title: String,
    pub(crate) text: Option<Phrase>,
    pub(crate) place: Option<Phrase>,
    /// The address of what it is about.
    pub(crate) address: Option<String>,
    pub(crate) is_sample: bool,
}

/// The calendar. The stamp of an entry is made of its day, so that the same data give the same file.
pub(crate) fn write(page: &Page, entries: &[FileEntry]) -> String {
    let site = page.site_name();
    let args = [("title", Arg::Text(&page.title)), ("site", Arg::Text(site.plain()))];
    let mut file = Calendar::new();
    file.name(&page.words.plain("common-page-title", &args)).timezone("Africa/Casablanca");
    for entry in entries {
        let host = entry.site.split("//").nth(1).unwrap_or_default();
        let mut event = Event::new();
        event
            .uid(&format!("{}@{host}", entry.identity))
            .timestamp(entry.day.and_time(NaiveTime::MIN).and_utc())
            .summary(&bare(&entry.title));
        match entry.times {
            Some((start, end)) => {
                event.starts(start);
                end.map(|end| event.ends(end));
            }
            // A day without an hour lasts until the next one begins.
            None => {
                event.starts(entry.day).ends(entry.until.unwrap_or(entry.day) + Days::new(1));
                event.add_property("TRANSP", "TRANSPARENT");
            }
        }
        if entry.is_cancelled {
            event.status(EventStatus::Cancelled);
        }
        if entry.is_sample {
            event.description(page.t("common-sample-notice-long").plain());
        } else if let Some(text) = &entry.text {
            event.description(text.plain());
        }
        if let Some(place) = &entry.place {
            event.location(place.plain());
        }
        if let Some(address) = &entry.address {
            event.url(address);
        }
        file.push(event.done());
    }
    file.to_string()
}

/// The words without the isolates that only a page needs (U+2068, U+2069).
fn bare(text: &str) -> String {
    text.replace(['\u{2068}', '\u{2069}'], "")
}
