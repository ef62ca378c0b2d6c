//! Reads a file into cells. What it is follows from its bytes; how much of it is read is bounded
//! before anything is believed that it says of itself.

mod text;
mod xlsx;

use bytes::Bytes;

use super::problems::Problem;
use super::tables::{Cell, Row, Table};

pub(super) use text::is_dangerous;

/// Rows of a file at most, the heading aside: more than any programme has milestones.
pub const MOST_ROWS: usize = 10_000;
/// Columns of a file at most.
const MOST_COLUMNS: usize = 200;
/// Bytes of all texts of a file at most.
const MOST_TEXT: usize = 8 * 1024 * 1024;

/// Reads a file.
pub(super) fn read(bytes: &Bytes) -> Result<Table, Problem> {
    let table = match bytes.get(..4) {
        Some(b"PK\x03\x04") => xlsx::read(bytes)?,
        // Excel before 2007, and any Excel behind a password.
        Some(b"\xd0\xcf\x11\xe0") => return Err(Problem::of_file("sheet-old-or-locked")),
        _ => text::read(bytes)?,
    };
    if table.rows.is_empty() {
        return Err(Problem::of_file("sheet-empty"));
    }
    Ok(table)
}

/// Counts what is taken in, and refuses what is too much.
#[derive(Debug, Default)]
struct Measure {
    rows: usize,
    text: usize,
}

impl Measure {
    fn row(&mut self) -> Result<(), Problem> {
        self.rows += 1;
        if self.rows > MOST_ROWS + 1 {
            return Err(Problem::of_file("sheet-too-many-rows").with("max", MOST_ROWS));
        }
        Ok(())
    }

    fn cell(&mut self, place: usize, cell: &Cell) -> Result<(), Problem> {
        if place >= MOST_COLUMNS {
            return Err(Problem::of_file("sheet-too-many-columns").with("max", MOST_COLUMNS));
        }
        if let Cell::Text(text) = cell {
            self.text += text.len();
        }
        if self.text > MOST_TEXT {
            return Err(Problem::of_file("sheet-too-big").with("max", MOST_TEXT / 1024 / 1024));
        }
        Ok(())
    }
}
