//! The documents of a member: the list by publication item and year, and one with all its versions.

use askama::Template;
use axum::extract::{Path, Query};
use infitah_core::ground::calendar;
use infitah_core::ground::error::{Error, Result};
use infitah_core::ground::ids::DocumentId;
use infitah_core::news::documents::{self, Document, Filter, Version, items};
use serde::Deserialize;

use crate::answers::{Answer, page};
use crate::cards::Turns;
use crate::layout::{Page, Room};
use crate::pictures::size;
use crate::visits::{Paging, Visit};
use crate::words::{Dated, Phrase};

/// Documents on a page.
const ON_A_PAGE: i64 = 20;

/// The filters of the address.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    item: String,
    year: String,
}

#[derive(Debug, Template)]
#[template(path = "public/documents.html")]
pub(super) struct DocumentsPage {
    pub(super) page: Page,
    pub(super) cards: Vec<Card>,
    pub(super) total: u64,
    pub(super) items: Vec<&'static str>,
    pub(super) item: &'static str,
    pub(super) years: Vec<i32>,
    pub(super) year: Option<i32>,
    pub(super) turns: Turns,
}

#[derive(Debug, Template)]
#[template(path = "public/document.html")]
pub(super) struct DocumentPage {
    pub(super) page: Page,
    pub(super) card: Card,
    pub(super) description: Option<Phrase>,
    pub(super) before: Vec<FileLine>,
}

/// A document in a list.
#[derive(Debug)]
pub(super) struct Card {
    pub(super) href: String,
    pub(super) title: Phrase,
    pub(super) item: String,
    pub(super) dated_on: chrono::NaiveDate,
    pub(super) file: Option<FileLine>,
    pub(super) is_sample: bool,
}

/// A file to be had.
#[derive(Debug)]
pub(super) struct FileLine {
    pub(super) number: String,
    pub(super) href: String,
    pub(super) name: String,
    pub(super) kind: String,
    pub(super) size: Phrase,
    pub(super) added_on: Dated,
}

/// `GET /L/documents`.
pub(crate) async fn list(visit: Visit, Query(asked): Query<Asked>, Query(paging): Query<Paging>) -> Answer {
    of_member(&visit)?;
    let years = documents::years(&visit.scope).await?;
    let year = asked.year.trim().parse().ok().filter(|year| years.contains(year));
    let item = items::find(&asked.item);
    let filter = Filter { item: item.map(str::to_owned), year, collectivity: None };
    let found = documents::list(&visit.scope, &filter, &paging.request(ON_A_PAGE)?).await?;
    let about = visit.words.plain("public-documents-intro", &[]);
    let surroundings = visit.page(Room::Documents, "public-documents-title").about(about);
    let surroundings = surroundings.sample_if(found.items.iter().any(|one| one.is_sample));
    let chosen = year.map(|year| year.to_string()).unwrap_or_default();
    let filters = [("item", item.unwrap_or_default()), ("year", chosen.as_str())];
    page(&DocumentsPage {
        cards: found.items.iter().map(|document| Card::of(&surroundings, document)).collect(),
        total: found.total,
        items: items::ALL.to_vec(),
        item: item.unwrap_or_default(),
        years,
        year,
        turns: Turns::of(&surroundings.href("/documents"), &filters, &found),
        page: surroundings,
    })
}

/// `GET /L/documents/{id}`.
pub(crate) async fn show(visit: Visit, Path((_, id)): Path<(String, String)>) -> Answer {
    of_member(&visit)?;
    let id = id.parse().map(DocumentId).map_err(|_| Error::NotFound("document"))?;
    let document = documents::find(&visit.scope, id).await?;
    let title = document.titles.text(visit.locale()).to_owned();
    let surroundings = Page::of(&visit, Room::Documents, title).sample_if(document.is_sample);
    let surroundings = surroundings.about(document.descriptions.text(visit.locale()));
    page(&DocumentPage {
        card: Card::of(&surroundings, &document),
        description: surroundings.written(&document.descriptions),
        before: document
            .versions
            .iter()
            .skip(1)
            .map(|version| FileLine::of(&surroundings, version))
            .collect(),
        page: surroundings,
    })
}

/// The network publishes no documents of its own.
fn of_member(visit: &Visit) -> Result<()> {
    if visit.is_network() { Err(Error::NotFound("page")) } else { Ok(()) }
}

impl DocumentsPage {
    fn is_of(&self, year: &i32) -> bool {
        self.year == Some(*year)
    }
}

impl Card {
    fn of(page: &Page, document: &Document) -> Self {
        Self {
            href: page.href(&format!("/documents/{}", document.id)),
            title: page.titled(&document.titles),
            item: document.item.clone(),
            dated_on: document.dated_on,
            file: document.versions.first().map(|version| FileLine::of(page, version)),
            is_sample: document.is_sample,
        }
    }
}

impl FileLine {
    fn of(page: &Page, version: &Version) -> Self {
        let medium = &version.medium;
        Self {
            number: page.number(version.number),
            href: medium.path(),
            kind: medium.file_name.rsplit_once('.').map_or("", |(_, ending)| ending).to_uppercase(),
            name: medium.file_name.clone(),
            size: size(page.words, medium.bytes),
            added_on: page.day(&calendar::day(version.added_at)),
        }
    }
}
