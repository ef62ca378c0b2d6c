//! The audit of a member: who did what, when and from where, with what it changed; searched, taken
//! along as a file, and checked when somebody asks.

use askama::Template;
use axum::extract::Query;
use axum::http::StatusCode;
use infitah_core::ground::calendar;
use infitah_core::ground::error::{Error, Result};
use infitah_core::ground::ids::PersonId;
use infitah_core::ground::paging::{Page, PageRequest};
use infitah_core::trust::audit::{self, Filter, Group, SUBJECTS, Somebody, Told, Verified};

use super::audit_words::{What, change, sentence, subject};
use super::fields::{Choice, Control, FormView, Part};
use super::frames::Frame;
use super::typed::{Reader, Typed};
use super::visits::Visit;
use crate::answers::{Answer, page_with};
use crate::words::Phrase;

/// Where it is.
pub(crate) const ROOM: &str = "/office/audit";
/// Entries on a page.
const ROWS: i64 = 50;
/// The parameters that say which entries are wanted.
const WANTED: [&str; 5] = ["person", "group", "subject", "from", "to"];

/// The page.
#[derive(Debug, Template)]
#[template(path = "office/audit.html")]
pub(crate) struct AuditPage {
    pub(crate) frame: Frame,
    pub(crate) room: &'static str,
    pub(crate) form: FormView,
    pub(crate) rows: Vec<Row>,
    pub(crate) checked: Option<Verified>,
    pub(crate) check: String,
    pub(crate) csv: String,
    pub(crate) jsonl: String,
    pub(crate) most: usize,
    pub(crate) newer: Option<String>,
    pub(crate) older: Option<String>,
}

/// One entry.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    pub(crate) number: String,
    pub(crate) time: String,
    pub(crate) sentence: Phrase,
    pub(crate) subject: Option<Phrase>,
    pub(crate) network: Option<String>,
    pub(crate) changes: Vec<What>,
}

/// `GET /office/audit`.
pub(crate) async fn list(visit: Visit, Query(typed): Query<Typed>) -> Answer {
    let people = audit::people(&visit.scope).await?;
    let request = PageRequest::new(
        typed.some("before").is_none().then_some(ROWS),
        typed.some("after").as_deref(),
        typed.some("before").map(|_| ROWS),
        typed.some("before").as_deref(),
    )?;
    let (status, filter, form) = match filter(&typed) {
        Ok(filter) => (StatusCode::OK, filter, form(&visit, &typed, &people)),
        Err(Error::Invalid(errors)) if !visit.wants_json => {
            let form = form(&visit, &typed, &people).with_errors(&errors);
            return page_with(StatusCode::UNPROCESSABLE_ENTITY, &AuditPage::empty(&visit, &typed, form));
        }
        Err(error) => return Err(error.into()),
    };
    let told = audit::list(&visit.scope, &filter, &request).await?;
    let mut page = AuditPage::empty(&visit, &typed, form).holding(&visit, &typed, &told);
    if typed.get("check") == "1" {
        page.checked = Some(audit::verify(&visit.scope).await?);
    }
    page_with(status, &page)
}

/// Which entries an address asks for.
pub(super) fn filter(typed: &Typed) -> Result<Filter> {
    let mut reader = Reader::of(typed);
    let person = typed.some("person");
    let filter = Filter {
        person: person.and_then(|_| reader.chosen("person", |code| code.parse().ok().map(PersonId))),
        group: typed.some("group").and_then(|_| reader.chosen("group", Group::from_code)),
        subject_kind: typed
            .some("subject")
            .and_then(|_| reader.chosen("subject", |code| SUBJECTS.contains(&code).then(|| code.to_owned()))),
        from: reader.day("from"),
        to: reader.day("to"),
    };
    reader.finish()?;
    Ok(filter)
}

fn form(visit: &Visit, typed: &Typed, people: &[Somebody]) -> FormView {
    let choice = |name: &str, code: String, shown: Phrase| Choice {
        is_chosen: typed.get(name) == code,
        code,
        name: shown,
    };
    let all = |name: &str| vec![choice(name, String::new(), visit.phrase("audit-filter-all"))];
    let person = |one: &Somebody| {
        choice("person", one.id.to_string(), Phrase::own(one.display_name.clone(), visit.locale()))
    };
    let group = |one: Group| {
        choice("group", one.code().to_owned(), visit.phrase(&format!("audit-group-{}", one.code())))
    };
    let kind = |one: &&str| {
        choice(
            "subject",
            (*one).to_owned(),
            visit.phrase(&format!("audit-subject-{}", one.replace('_', "-"))),
        )
    };
    let people = all("person").into_iter().chain(people.iter().map(person)).collect();
    let groups = all("group").into_iter().chain(Group::ALL.into_iter().map(group)).collect();
    let kinds = all("subject").into_iter().chain(SUBJECTS.iter().map(kind)).collect();
    FormView::to(visit, ROOM, "common-button-filter")
        .needed(typed, "person", "audit-filter-person", Control::Select(people))
        .needed(typed, "group", "audit-filter-group", Control::Select(groups))
        .needed(typed, "subject", "audit-filter-subject", Control::Select(kinds))
        .needed(typed, "from", "audit-filter-from", Control::Day)
        .needed(typed, "to", "audit-filter-to", Control::Day)
}

impl AuditPage {
    fn empty(visit: &Visit, typed: &Typed, form: FormView) -> Self {
        let query = query(typed);
        Self {
            frame: visit.frame("audit-title"),
            room: ROOM,
            form,
            rows: Vec::new(),
            checked: None,
            check: format!("{ROOM}?{query}check=1"),
            csv: format!("{ROOM}.csv?{query}"),
            jsonl: format!("{ROOM}.jsonl?{query}"),
            most: audit::EXPORT_MOST,
            newer: None,
            older: None,
        }
    }

    fn holding(mut self, visit: &Visit, typed: &Typed, told: &Page<Told>) -> Self {
        let link = |name: &str, cursor: &str| format!("{ROOM}?{}{name}={cursor}", query(typed));
        self.newer = told.start_cursor().filter(|_| told.has_previous).map(|cursor| link("before", cursor));
        self.older = told.end_cursor().filter(|_| told.has_next).map(|cursor| link("after", cursor));
        self.rows = told.items.iter().map(|told| Row::of(visit, told)).collect();
        self
    }
}

/// The parameters that say which entries are wanted, each with `&` after it.
fn query(typed: &Typed) -> String {
    let plain = |text: &str| text.chars().all(|c| c.is_ascii_alphanumeric() || "-_/.".contains(c));
    let wanted = WANTED.iter().map(|name| (name, typed.get(name).trim()));
    wanted
        .filter(|(_, value)| !value.is_empty() && plain(value))
        .map(|(name, value)| format!("{name}={value}&"))
        .collect()
}

impl Row {
    fn of(visit: &Visit, told: &Told) -> Self {
        Self {
            number: told.sequence.to_string(),
            time: visit.words.date_time(calendar::local(told.at)),
            sentence: sentence(visit.words, told),
            subject: subject(visit.words, told),
            network: told.network.clone(),
            changes: told.changes.iter().map(|one| change(visit.words, one)).collect(),
        }
    }
}
