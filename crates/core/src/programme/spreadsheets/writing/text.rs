//! CSV for Excel and LibreOffice: a mark that says UTF-8, semicolons, and an apostrophe before what
//! they would take for a formula.

use csv::{Terminator, WriterBuilder};

use super::{Cell, Note, SeedAxis, Sheet, columns_for, rows};
use crate::ground::error::{Error, Result};
use crate::programme::spreadsheets::columns::Column;
use crate::programme::spreadsheets::reading::is_dangerous;

pub(super) fn write(sheet: &Sheet) -> Result<Vec<u8>> {
    let headings: Vec<String> = sheet.headings().collect();
    let notes = sheet.notes.iter().map(|note| match note {
        Note::Sentence(sentence) => format!("# {sentence}"),
        Note::Code(code, name) => format!("# {code}: {name}"),
    });
    let notes = notes.map(|note| {
        let rest = headings.iter().skip(1).map(|_| String::new());
        std::iter::once(note).chain(rest).collect()
    });
    let rows = sheet.rows.iter().map(|row| row.iter().map(written).collect());
    let lines: Vec<Vec<String>> = std::iter::once(headings.clone()).chain(notes).chain(rows).collect();
    Ok([b"\xef\xbb\xbf".to_vec(), bytes_of(lines)?].concat())
}

/// A tree as plain text that import reads, for a form that carries it to the next page.
pub(in crate::programme::spreadsheets) fn carried(axes: &[SeedAxis]) -> Result<String> {
    let columns = columns_for(axes);
    let rows = rows(&columns, axes);
    let headings = columns.iter().map(|column: &Column| column.code()).collect();
    let rows = rows.iter().map(|row| row.iter().map(written).collect());
    String::from_utf8(bytes_of(std::iter::once(headings).chain(rows).collect())?).map_err(Error::internal)
}

fn bytes_of(lines: Vec<Vec<String>>) -> Result<Vec<u8>> {
    let mut writer =
        WriterBuilder::new().delimiter(b';').terminator(Terminator::CRLF).from_writer(Vec::new());
    for line in lines {
        writer.write_record(line).map_err(Error::internal)?;
    }
    writer.into_inner().map_err(|error| Error::internal(error.to_string()))
}

fn written(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) if is_dangerous(text) => format!("'{text}"),
        Cell::Text(text) => text.clone(),
        Cell::Number(number) => number.to_string(),
        Cell::Day(day) => day.to_string(),
        Cell::Empty | Cell::Formula | Cell::Fault(_) => String::new(),
    }
}
