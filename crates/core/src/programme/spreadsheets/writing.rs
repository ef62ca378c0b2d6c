//! Writes a tree as the one sheet that import reads, and the empty one that people fill in.

mod text;
mod xlsx;

use chrono::NaiveDate;
use infitah_i18n::{Arg, Locale, Words};

use super::columns::{Column, FIELDS, Field, Kind, Level};
use super::tables::Cell;
use super::values::{POLICY_AREAS, VALUES, name_key};
use crate::ground::error::Result;
use crate::ground::localised::Localised;
use crate::programme::seeding::{SeedAxis, SeedCommitment, SeedMilestone};

pub(super) use text::carried;

/// A kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// A workbook, for Excel and LibreOffice.
    Xlsx,
    /// Plain text with semicolons, as Excel expects them in Morocco.
    Csv,
}

impl Format {
    /// The end of a file's name.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
        }
    }

    /// The media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Csv => "text/csv; charset=utf-8",
        }
    }
}

/// What is written into a file.
struct Sheet {
    words: Words,
    columns: Vec<Column>,
    rows: Vec<Vec<Cell>>,
    /// Sentences that explain how the empty sheet is filled in, and codes with their names.
    notes: Vec<Note>,
    today: NaiveDate,
}

/// One line of explanation.
enum Note {
    Sentence(String),
    Code(&'static str, String),
}

/// A tree as a file, with headings in a language.
pub(super) fn tree(format: Format, locale: Locale, today: NaiveDate, axes: &[SeedAxis]) -> Result<Vec<u8>> {
    let columns = columns_for(axes);
    let rows = rows(&columns, axes);
    let sheet = Sheet { words: Words::of(spoken(locale)), rows, columns, notes: Vec::new(), today };
    sheet.write(format)
}

/// The empty sheet in a language, with what may be written into it.
pub(super) fn template(format: Format, locale: Locale, today: NaiveDate) -> Result<Vec<u8>> {
    let words = Words::of(spoken(locale));
    let sheet = Sheet { words, rows: Vec::new(), columns: columns_for(&[]), notes: notes(words), today };
    sheet.write(format)
}

impl Sheet {
    fn write(&self, format: Format) -> Result<Vec<u8>> {
        match format {
            Format::Xlsx => xlsx::write(self),
            Format::Csv => text::write(self),
        }
    }

    fn headings(&self) -> impl Iterator<Item = String> + '_ {
        self.columns.iter().map(|column| column.heading(self.words))
    }
}

/// The language of headings for a reader: Amazigh has none yet.
fn spoken(locale: Locale) -> Locale {
    if locale == Locale::Zgh { Locale::Ar } else { locale }
}

/// Arabic and French always; another language where something is written in it.
fn columns_for(axes: &[SeedAxis]) -> Vec<Column> {
    let all = rows(&Column::all().collect::<Vec<_>>(), axes);
    let is_used = |place: usize| all.iter().any(|row| !row[place].is_empty());
    let is_shown = |place: usize, column: Column| match column.locale {
        Some(Locale::Zgh | Locale::En) => is_used(place),
        Some(Locale::Ar | Locale::Fr) | None => true,
    };
    Column::all()
        .enumerate()
        .filter(|(place, column)| is_shown(*place, *column))
        .map(|(_, column)| column)
        .collect()
}

/// A row for each milestone. Numbers stand in all of them, so that they may be sorted; what is said
/// of an axis or a commitment stands in the first.
fn rows(columns: &[Column], axes: &[SeedAxis]) -> Vec<Vec<Cell>> {
    let mut rows = Vec::new();
    for axis in axes {
        let mut is_first_of_axis = true;
        let mut push = |commitment: Option<(&SeedCommitment, bool)>, milestone: Option<&SeedMilestone>| {
            let cell = |column: &Column| match column.field.level {
                Level::Axis => axis_cell(axis, *column, is_first_of_axis),
                Level::Commitment => commitment.map_or(Cell::Empty, |(commitment, is_first)| {
                    commitment_cell(commitment, *column, is_first)
                }),
                Level::Milestone => {
                    milestone.map_or(Cell::Empty, |milestone| milestone_cell(milestone, *column))
                }
            };
            rows.push(columns.iter().map(cell).collect());
            is_first_of_axis = false;
        };
        for commitment in &axis.commitments {
            for (index, milestone) in commitment.milestones.iter().enumerate() {
                push(Some((commitment, index == 0)), Some(milestone));
            }
            if commitment.milestones.is_empty() {
                push(Some((commitment, true)), None);
            }
        }
        if axis.commitments.is_empty() {
            push(None, None);
        }
    }
    rows
}

fn axis_cell(axis: &SeedAxis, column: Column, is_first: bool) -> Cell {
    match column.field.name {
        "number" => whole(i64::from(axis.number)),
        _ if !is_first => Cell::Empty,
        "titles" => text(&axis.titles, column),
        "descriptions" => text(&axis.descriptions, column),
        _ => Cell::Empty,
    }
}

fn commitment_cell(commitment: &SeedCommitment, column: Column, is_first: bool) -> Cell {
    match column.field.name {
        "number" => whole(i64::from(commitment.number)),
        _ if !is_first => Cell::Empty,
        "titles" => text(&commitment.titles, column),
        "descriptions" => text(&commitment.descriptions, column),
        "problems" => text(&commitment.problems, column),
        "status_quos" => text(&commitment.status_quos, column),
        "actions" => text(&commitment.actions, column),
        "contributions" => text(&commitment.contributions, column),
        "long_term_goals" => text(&commitment.long_term_goals, column),
        "expected_results" => text(&commitment.expected_results, column),
        "leads" => text(&commitment.leads, column),
        "partners" => text(&commitment.partners, column),
        "funding_sources" => text(&commitment.funding_sources, column),
        "budget" => commitment.budget.map_or(Cell::Empty, whole),
        "values" => Cell::text(&commitment.values.join(", ")),
        "policy_areas" => Cell::text(&commitment.policy_areas.join(", ")),
        "ogp_code" => Cell::text(commitment.ogp_code.as_deref().unwrap_or_default()),
        "source_url" => Cell::text(commitment.source_url.as_deref().unwrap_or_default()),
        "starts_on" => day(commitment.starts_on),
        "ends_on" => day(commitment.ends_on),
        _ => Cell::Empty,
    }
}

fn milestone_cell(milestone: &SeedMilestone, column: Column) -> Cell {
    match column.field.name {
        "number" => whole(i64::from(milestone.number)),
        "titles" => text(&milestone.titles, column),
        "starts_on" => day(milestone.starts_on),
        "due_on" => day(milestone.due_on),
        "weight" => whole(i64::from(milestone.weight.unwrap_or(1))),
        _ => Cell::Empty,
    }
}

fn text(texts: &Localised, column: Column) -> Cell {
    Cell::text(column.locale.and_then(|locale| texts.exact(locale)).unwrap_or_default())
}

fn whole(number: i64) -> Cell {
    // A budget is far below where a cell begins to lose the last digit.
    Cell::Number(number as f64)
}

fn day(day: Option<NaiveDate>) -> Cell {
    day.map_or(Cell::Empty, Cell::Day)
}

fn notes(words: Words) -> Vec<Note> {
    let said = [
        "sheet-note-rows",
        "sheet-note-numbers",
        "sheet-note-titles",
        "sheet-note-days",
        "sheet-note-weight",
        "sheet-note-codes",
        "sheet-note-plain",
    ];
    let mut notes: Vec<Note> = said.iter().map(|key| Note::Sentence(words.plain(key, &[]))).collect();
    for (kind, codes) in [(Kind::Values, &VALUES[..]), (Kind::PolicyAreas, &POLICY_AREAS[..])] {
        let field = FIELDS.iter().find(|field: &&Field| field.kind == kind);
        let heading = field.map(|field| field.heading(words)).unwrap_or_default();
        notes.push(Note::Sentence(words.plain("sheet-note-codes-of", &[("field", Arg::Text(&heading))])));
        let named = codes.iter().map(|code| Note::Code(code, words.plain(&name_key(kind, code), &[])));
        notes.extend(named);
    }
    notes
}
