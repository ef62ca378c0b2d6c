//! CSV as people have it: with commas or semicolons, with or without a mark at its beginning, in
//! UTF-8 and nothing else, because bytes of another encoding can be guessed but not known.

use std::io::Read as _;

use bytes::Bytes;
use csv::{ReaderBuilder, StringRecord};

use super::{Measure, Problem, Row, Table};
use crate::programme::spreadsheets::tables::Cell;

pub(super) fn read(bytes: &Bytes) -> Result<Table, Problem> {
    let text = decoded(bytes)?;
    // The last line ends like the others, so that lines can be counted.
    let mut reader =
        ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter(text)).from_reader(
            text.as_bytes().chain(
                &b"
"[..],
            ),
        );
    let (mut table, mut measure) = (Table::default(), Measure::default());
    let mut record = StringRecord::new();
    let (mut number, mut line) = (0_u32, reader.position().line());
    let unreadable = |_| Problem::of_file("sheet-not-a-spreadsheet");
    while reader.read_record(&mut record).map_err(unreadable)? {
        // Lines without anything are skipped by the reader and counted by people.
        let after = reader.position().line();
        let own = 1 + record.iter().map(|field| field.matches('\n').count() as u64).sum::<u64>();
        let skipped = (after - line).saturating_sub(own);
        number = number.saturating_add(1).saturating_add(u32::try_from(skipped).unwrap_or(u32::MAX));
        line = after;
        let cells: Vec<Cell> = record.iter().map(|field| Cell::text(undone(field))).collect();
        if cells.iter().all(Cell::is_empty) {
            continue;
        }
        measure.row()?;
        for (place, cell) in cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
            measure.cell(place, cell)?;
        }
        table.rows.push(Row { number, cells });
    }
    Ok(table)
}

/// The sign that stands between cells: the one that the heading has most of.
fn delimiter(text: &str) -> u8 {
    let mut counts = [(b';', 0), (b',', 0), (b'\t', 0)];
    let mut is_quoted = false;
    for byte in text.bytes() {
        match byte {
            b'"' => is_quoted = !is_quoted,
            b'\n' if !is_quoted => break,
            _ if is_quoted => {}
            byte => counts.iter_mut().filter(|(sign, _)| *sign == byte).for_each(|(_, count)| *count += 1),
        }
    }
    // The first of the most frequent ones; `max_by_key` would give the last.
    counts.iter().rev().max_by_key(|(_, count)| *count).map_or(b',', |(sign, _)| *sign)
}

fn decoded(bytes: &Bytes) -> Result<&str, Problem> {
    let encoded = |name| Problem::of_file("sheet-encoding").with("encoding", name);
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        return Err(encoded("UTF-16"));
    }
    let is_text = |byte: &u8| *byte >= b' ' || matches!(byte, b'\t' | b'\r' | b'\n');
    let is_else = infer::get(bytes).is_some_and(|kind| !kind.mime_type().starts_with("text/"));
    if is_else || !bytes.iter().all(is_text) {
        return Err(Problem::of_file("sheet-not-a-spreadsheet"));
    }
    let text = std::str::from_utf8(bytes).map_err(|_| encoded(guessed(bytes)))?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}

/// The encoding that a text has if it is not UTF-8: letters of Arabic follow each other, those that
/// French adds to ASCII stand alone.
fn guessed(bytes: &[u8]) -> &'static str {
    let is_arabic = bytes.windows(3).any(|bytes| bytes.iter().all(|byte| *byte >= 0xc0));
    if is_arabic { "Windows-1256" } else { "Windows-1252" }
}

/// Whether a spreadsheet program would take a text for a formula. What begins so is written with an
/// apostrophe before it; so is what already has one, that reading may take off exactly one.
pub(in crate::programme::spreadsheets) fn is_dangerous(text: &str) -> bool {
    let text = text.trim_start_matches('\'');
    text.starts_with(['\t', '\r', '\n'])
        || text.trim_start().starts_with(['=', '+', '-', '@', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'])
}

/// A text without the apostrophe that kept it from being a formula.
fn undone(text: &str) -> &str {
    text.strip_prefix('\'').filter(|rest| is_dangerous(rest)).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<(u32, Vec<Cell>)> {
        let table = read(&Bytes::copy_from_slice(text.as_bytes())).expect("a table");
        table.rows.into_iter().map(|row| (row.number, row.cells)).collect()
    }

    #[test]
    fn signs_marks_and_blank_lines_are_understood() {
        let cell = |text: &str| Cell::text(text);
        let expected = vec![
            (1, vec![cell("a"), cell("b,c")]),
            (4, vec![cell("1\n2"), cell("x")]),
            (6, vec![cell("3"), Cell::Empty]),
        ];
        for text in [
            "\u{feff}a;b,c\r\n\r\n;\r\n\"1\r\n2\";x\r\n\r\n3;\r\n",
            "a;b,c\n\n;\n\"1\n2\";x\n\n3;",
            "a,\"b,c\"\n\n,\n\"1\n2\",x\n\n3,\n",
            "a\t\"b,c\"\n\n\t\n\"1\n2\"\tx\n\n3\t\n\n",
        ] {
            assert_eq!(rows(text), expected, "{text:?}");
        }
    }

    #[test]
    fn other_encodings_are_named() {
        let refused = |bytes: &'static [u8]| read(&Bytes::from_static(bytes)).expect_err("refused");
        let encoding = |name| Problem::of_file("sheet-encoding").with("encoding", name);
        assert_eq!(refused(b"\xc7\xe1\xe3\xcd\xe6\xd1;x"), encoding("Windows-1256"));
        assert_eq!(refused(b"Num\xe9ro;Intitul\xe9"), encoding("Windows-1252"));
        assert_eq!(refused(b"\xff\xfea\0;\0"), encoding("UTF-16"));
        for bytes in [&b"%PDF-1.7 x"[..], b"a\0b", b"\x89PNG\r\n\x1a\n", b"a\x07;b"] {
            assert_eq!(refused(bytes), Problem::of_file("sheet-not-a-spreadsheet"), "{bytes:?}");
        }
    }

    #[test]
    fn apostrophes_against_formulas_are_undone_exactly() {
        for text in [
            "=1+1",
            "+212",
            "-",
            "@a",
            "\ta",
            "'=1",
            "''=1",
            "'quoted'",
            "'",
            "a=1",
            " =1",
            "\u{ff1d}1",
            "\n=1",
            "l'eau",
        ] {
            let written = if is_dangerous(text) { format!("'{text}") } else { text.to_owned() };
            assert_eq!(undone(&written), text, "{text:?}");
            assert!(!written.trim_start().starts_with(['=', '+', '-', '@']), "{written:?}");
        }
    }
}
