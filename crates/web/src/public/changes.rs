//! What was changed of a commitment or an axis after its adoption, day by day and word by word.

use chrono::NaiveDate;
use infitah_core::programme::revisions::Revision;
use infitah_core::programme::versions::FieldChange;
use infitah_core::programme::words::{Piece, PieceKind};

use crate::layout::Page;
use crate::words::{Attributes, Phrase};

/// A day on which the wording changed.
#[derive(Debug)]
pub(crate) struct ChangeDay {
    pub(crate) changed_on: NaiveDate,
    pub(crate) lines: Vec<ChangeLine>,
}

/// One field that changed, in one language.
#[derive(Debug)]
pub(crate) struct ChangeLine {
    pub(crate) label: Phrase,
    /// The number of the milestone that it is about.
    pub(crate) milestone: Option<String>,
    /// The language of the words, where the page is in another.
    pub(crate) attributes: Attributes,
    pub(crate) pieces: Vec<Piece>,
}

impl ChangeDay {
    /// The revisions as a page shows them, the latest first.
    pub(super) fn all(page: &Page, revisions: &[Revision]) -> Vec<Self> {
        revisions
            .iter()
            .map(|revision| Self {
                changed_on: revision.changed_on,
                lines: revision.changes.iter().map(|change| ChangeLine::of(page, change)).collect(),
            })
            .collect()
    }
}

impl ChangeLine {
    pub(super) fn of(page: &Page, change: &FieldChange) -> Self {
        let foreign = change.locale.filter(|&locale| locale != page.locale());
        let pieces = if change.locale.is_some() {
            change.pieces()
        } else {
            // A number or a day is replaced whole, in the page's way of writing it.
            let sides = [(PieceKind::Gone, &change.before), (PieceKind::New, &change.after)];
            let side = |(kind, value): (PieceKind, &Option<String>)| {
                Some(Piece { kind, text: said(page, value.as_deref()?) })
            };
            sides.into_iter().filter_map(side).collect()
        };
        Self {
            label: page.coded("change", change.field.code()),
            milestone: change.milestone.map(|number| number.to_string()),
            attributes: Attributes(foreign),
            pieces,
        }
    }
}

fn said(page: &Page, value: &str) -> String {
    if let Ok(day) = value.parse::<NaiveDate>() {
        return page.words.date(day);
    }
    value.parse::<i64>().map_or_else(|_| value.to_owned(), |number| page.number(number))
}
