//! The messages that did not arrive, each with the reason in words. Who was to read them is not said:
//! whoever asks for somebody's data finds it there, and nobody else has to know.

use askama::Template;
use axum::extract::Query;
use axum::http::StatusCode;
use infitah_core::ground::calendar;
use infitah_core::ground::paging::PageRequest;
use infitah_core::notify::deliveries::{self, Failed};
use infitah_i18n::Arg;
use serde::Deserialize;

use super::frames::Frame;
use super::visits::Visit;
use crate::answers::{Answer, page_with};
use crate::words::Phrase;

/// Where it is.
pub(crate) const ROOM: &str = "/office/deliveries";

/// What the address says.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Wanted {
    after: Option<String>,
    before: Option<String>,
}

/// The page.
#[derive(Debug, Template)]
#[template(path = "office/deliveries.html")]
pub(crate) struct DeliveriesPage {
    pub(crate) frame: Frame,
    pub(crate) room: &'static str,
    pub(crate) rows: Vec<Row>,
    pub(crate) newer: Option<String>,
    pub(crate) older: Option<String>,
}

/// One message.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    pub(crate) title: Phrase,
    pub(crate) reason: Phrase,
    pub(crate) tries: i32,
    pub(crate) at: String,
    pub(crate) id: String,
}

/// `GET /office/deliveries`.
pub(crate) async fn list(visit: Visit, Query(wanted): Query<Wanted>) -> Answer {
    let request = PageRequest::new(None, wanted.after.as_deref(), None, wanted.before.as_deref())?;
    let found = deliveries::failed(&visit.scope, &request).await?;
    let link = |name: &str, cursor: Option<&str>| cursor.map(|cursor| format!("{ROOM}?{name}={cursor}"));
    let page = DeliveriesPage {
        frame: visit.frame("deliveries-title"),
        room: ROOM,
        newer: link("before", found.start_cursor().filter(|_| found.has_previous)),
        older: link("after", found.end_cursor().filter(|_| found.has_next)),
        rows: found.items.iter().map(|failed| Row::of(&visit, failed)).collect(),
    };
    page_with(StatusCode::OK, &page)
}

/// What a message told, and what that is called.
pub(crate) fn title(visit: &Visit, failed: &Failed) -> Phrase {
    let telling = visit.phrase(&format!("deliveries-telling-{}", failed.telling.code()));
    let titles = failed.titles.as_ref().and_then(|titles| Phrase::written(titles, visit.locale()));
    titles.unwrap_or(telling)
}

/// Why it did not arrive, with the number that the mail server gave.
pub(crate) fn reason(visit: &Visit, failed: &Failed) -> Phrase {
    let key = format!("deliveries-reason-{}", failed.reason.code().replace('_', "-"));
    let why = visit.words.get(&key);
    match failed.status {
        Some(status) => {
            let status = status.to_string();
            let args = [("reason", Arg::Text(why.as_str())), ("status", Arg::Text(&status))];
            Phrase::of(visit.words.with("deliveries-reason-answered", &args), visit.locale())
        }
        None => Phrase::of(why, visit.locale()),
    }
}

impl Row {
    fn of(visit: &Visit, failed: &Failed) -> Self {
        Self {
            title: title(visit, failed),
            reason: reason(visit, failed),
            tries: failed.tries,
            at: visit.words.date_time(calendar::local(failed.failed_at)),
            id: failed.id.to_string(),
        }
    }
}
