//! XLSX: a ZIP of XML. It is unpacked into a counter first, because a small file may unpack into
//! more than a machine holds; its cells are then taken one after the other, so that a cell in the
//! last corner of a sheet costs no more than any other.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};

use bytes::Bytes;
use calamine::{DataRef, Dimensions, Reader as _, SheetType, SheetVisible, Xlsx};
use zip::ZipArchive;

use super::{Measure, Problem, Row, Table};
use crate::programme::spreadsheets::tables::{Cell, letters};
use crate::programme::spreadsheets::values::serial_day;

/// Bytes that a file may unpack into.
const MOST_UNPACKED: u64 = 32 * 1024 * 1024;
/// Parts of a file at most.
const MOST_PARTS: usize = 500;
/// Days between the two beginnings that Excel counts from.
const MACINTOSH: f64 = 1462.0;

pub(super) fn read(bytes: &Bytes) -> Result<Table, Problem> {
    unpack(bytes)?;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(unreadable)?;
    let is_shown = |sheet: &&calamine::Sheet| {
        sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible
    };
    let first = book.sheets_metadata().iter().find(is_shown);
    let name = first.ok_or_else(|| Problem::of_file("sheet-empty"))?.name.clone();
    let merged = book.merge_cells_by_sheet_name(&name).map_err(unreadable)?;
    let offset = if book.has_1904_epoch() { MACINTOSH } else { 0.0 };
    let mut cells = book.worksheet_cells_reader(&name).map_err(unreadable)?;
    let mut measure = Measure::default();
    let mut rows: BTreeMap<u32, Vec<Cell>> = BTreeMap::new();
    while let Some(record) = cells.next_cell_with_formula_metadata().map_err(unreadable)? {
        let cell = if record.formula.is_some() { Cell::Formula } else { cell(record.value, offset) };
        // What is only painted holds nothing.
        if cell.is_empty() {
            continue;
        }
        let (row, column) = record.pos;
        let place = column as usize;
        measure.cell(place, &cell)?;
        if !rows.contains_key(&row) {
            measure.row()?;
        }
        let row = rows.entry(row).or_default();
        if row.len() <= place {
            row.resize(place + 1, Cell::Empty);
        }
        row[place] = cell;
    }
    let rows = rows.into_iter().map(|(number, cells)| Row { number: number.saturating_add(1), cells });
    let merged = merged.iter().filter(|range| range.start != range.end).map(range).collect();
    Ok(Table { sheet: Some(name), rows: rows.collect(), merged })
}

fn cell(value: DataRef<'_>, offset: f64) -> Cell {
    match value {
        DataRef::Int(number) => Cell::Number(number as f64),
        DataRef::Float(number) => Cell::Number(number),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => Cell::text(&text),
        DataRef::SharedString(text) => Cell::text(text),
        DataRef::Bool(is_true) => Cell::Text(if is_true { "TRUE" } else { "FALSE" }.to_owned()),
        DataRef::DateTime(time) => {
            let serial = time.as_f64();
            serial_day(serial + offset).map_or(Cell::Number(serial), Cell::Day)
        }
        DataRef::Error(fault) => Cell::Fault(fault.to_string()),
        DataRef::Empty => Cell::Empty,
    }
}

/// Unpacks everything into nothing, and stops at the bound: the sizes that a ZIP tells of itself are
/// asked first, and not believed.
fn unpack(bytes: &Bytes) -> Result<(), Problem> {
    let too_big = || Problem::of_file("sheet-too-big").with("max", MOST_UNPACKED / 1024 / 1024);
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(unreadable)?;
    if archive.len() > MOST_PARTS {
        return Err(too_big());
    }
    let mut left = MOST_UNPACKED;
    for part in 0..archive.len() {
        let part = archive.by_index(part).map_err(unreadable)?;
        if part.size() > left {
            return Err(too_big());
        }
        let taken = std::io::copy(&mut part.take(left + 1), &mut std::io::sink()).map_err(unreadable)?;
        left = left.checked_sub(taken).ok_or_else(too_big)?;
    }
    Ok(())
}

fn unreadable(_: impl std::error::Error) -> Problem {
    Problem::of_file("sheet-not-a-spreadsheet")
}

fn range(range: &Dimensions) -> String {
    let cell = |(row, column): (u32, u32)| format!("{}{}", letters(column as usize), row.saturating_add(1));
    format!("{}:{}", cell(range.start), cell(range.end))
}
