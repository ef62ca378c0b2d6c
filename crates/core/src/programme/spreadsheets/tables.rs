//! A sheet of cells, whichever file it came from, and where its cells stand as people count: the
//! heading is in row 1, and columns are called by letters.

use chrono::NaiveDate;

/// What a cell holds.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Cell {
    Empty,
    Text(String),
    Number(f64),
    Day(NaiveDate),
    /// Something that is computed elsewhere, or failed to be.
    Formula,
    Fault(String),
}

/// A row that holds something.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Row {
    /// Its number, from 1 on.
    pub(super) number: u32,
    pub(super) cells: Vec<Cell>,
}

/// A sheet: the rows that hold something, in their order.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Table {
    /// What the sheet is called, where a file has several.
    pub(super) sheet: Option<String>,
    pub(super) rows: Vec<Row>,
    /// Cells that were made one, as `B2:B5`.
    pub(super) merged: Vec<String>,
}

impl Cell {
    pub(super) fn is_empty(&self) -> bool {
        *self == Self::Empty
    }

    /// A text, or nothing where it is blank. Line ends are one character.
    pub(super) fn text(text: &str) -> Self {
        if text.trim().is_empty() {
            return Self::Empty;
        }
        Self::Text(text.replace("\r\n", "\n").replace('\r', "\n"))
    }
}

/// `A`, `Z`, `AA`: what spreadsheets call the column at this place, from 0 on.
pub(super) fn letters(place: usize) -> String {
    let mut rest = place + 1;
    let mut letters = Vec::new();
    while rest > 0 {
        let last = u8::try_from((rest - 1) % 26).unwrap_or_default();
        letters.push(char::from(b'A' + last));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_called_by_letters() {
        for (place, name) in
            [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")]
        {
            assert_eq!(letters(place), name);
        }
    }
}
