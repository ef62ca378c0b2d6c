//! XLSX: one sheet in the direction of its language, and one beside it that explains the empty
//! sheet. Texts are written as texts, so that none of them is a formula.

use chrono::{Datelike as _, NaiveDate};
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format as Look, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use super::{Cell, Note, Sheet};
use crate::ground::error::{Error, Result};
use crate::programme::spreadsheets::columns::Kind;

/// Empty rows of the template that are ready to be filled in.
const READY_ROWS: u32 = 30;

pub(super) fn write(sheet: &Sheet) -> Result<Vec<u8>> {
    book(sheet).map_err(Error::internal)
}

fn book(sheet: &Sheet) -> std::result::Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let mut properties = DocProperties::new();
    if let Some(day) = excel_day(sheet.today) {
        properties = properties.set_creation_datetime(&day);
    }
    book.set_properties(&properties);
    let page = page(&mut book, sheet, "sheet-name")?;
    heading(page, sheet)?;
    for (row, cells) in (1..).zip(&sheet.rows) {
        for (column, cell) in (0..).zip(cells) {
            put(page, row, column, cell)?;
        }
    }
    if !sheet.notes.is_empty() {
        make_ready(page, sheet)?;
        let notes = self::page(&mut book, sheet, "sheet-name-notes")?;
        explain(notes, sheet)?;
    }
    book.save_to_buffer()
}

fn page<'a>(
    book: &'a mut Workbook,
    sheet: &Sheet,
    name: &str,
) -> std::result::Result<&'a mut Worksheet, XlsxError> {
    let page = book.add_worksheet().set_name(sheet.words.plain(name, &[]))?;
    page.set_right_to_left(sheet.words.locale().direction() == "rtl");
    Ok(page)
}

fn heading(page: &mut Worksheet, sheet: &Sheet) -> std::result::Result<(), XlsxError> {
    let look = Look::new()
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::Top)
        .set_border_bottom(FormatBorder::Thin);
    for (place, (heading, column)) in (0..).zip(sheet.headings().zip(&sheet.columns)) {
        page.write_string_with_format(0, place, heading, &look)?;
        let width = if column.field.kind == Kind::Text { 32.0 } else { 16.0 };
        page.set_column_width(place, width)?;
    }
    page.set_freeze_panes(1, 0)?;
    Ok(())
}

fn put(page: &mut Worksheet, row: u32, column: u16, cell: &Cell) -> std::result::Result<(), XlsxError> {
    match cell {
        Cell::Text(text) => page.write_string(row, column, text)?,
        Cell::Number(number) => page.write_number(row, column, *number)?,
        Cell::Day(day) => match excel_day(*day) {
            Some(excel) => page.write_datetime_with_format(row, column, &excel, &day_look())?,
            // Excel knows no day before 1900.
            None => page.write_string(row, column, day.to_string())?,
        },
        Cell::Empty | Cell::Formula | Cell::Fault(_) => return Ok(()),
    };
    Ok(())
}

/// Cells for days are shown as days, so that what is typed is kept as one.
fn make_ready(page: &mut Worksheet, sheet: &Sheet) -> std::result::Result<(), XlsxError> {
    let days = (0..).zip(&sheet.columns).filter(|(_, column)| column.field.kind == Kind::Day);
    for (place, _) in days {
        for row in 1..=READY_ROWS {
            page.write_blank(row, place, &day_look())?;
        }
    }
    Ok(())
}

fn explain(page: &mut Worksheet, sheet: &Sheet) -> std::result::Result<(), XlsxError> {
    page.set_column_width(0, 48)?;
    page.set_column_width(1, 48)?;
    for (row, note) in (0..).zip(&sheet.notes) {
        match note {
            Note::Sentence(sentence) => page.write_string(row, 0, sentence)?,
            Note::Code(code, name) => page.write_string(row, 0, *code)?.write_string(row, 1, name)?,
        };
    }
    Ok(())
}

fn day_look() -> Look {
    Look::new().set_num_format("yyyy-mm-dd")
}

fn excel_day(day: NaiveDate) -> Option<ExcelDateTime> {
    let year = u16::try_from(day.year()).ok().filter(|year| (1901..=9999).contains(year))?;
    ExcelDateTime::from_ymd(year, u8::try_from(day.month()).ok()?, u8::try_from(day.day()).ok()?).ok()
}
