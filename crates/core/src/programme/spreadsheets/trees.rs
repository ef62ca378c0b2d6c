//! Rows into a tree. A row speaks of one axis, of one commitment in it and of one milestone of that;
//! what is said of an axis or a commitment stands in any row of it and need not be repeated, but may
//! not be contradicted.

mod growing;
mod judging;

use super::columns::{Column, Kind, Level};
use super::problems::{Problem, Problems};
use super::tables::{Cell, Row, Table};
use super::values::{self, Value};

pub(super) use growing::Tree;
pub(super) use judging::Bounds;

/// The columns of a file: the place of each, and what the file calls it.
#[derive(Debug, Default)]
pub(super) struct Head {
    columns: Vec<(usize, Column)>,
    headings: Vec<String>,
}

/// What a row says, cell by cell; a cell that cannot be read says nothing.
#[derive(Debug)]
struct Said {
    row: u32,
    cells: Vec<(usize, Column, Option<Value>)>,
}

/// Reads a table into a tree, and gathers all that is wrong with it.
pub(super) fn grow(table: &Table) -> (Tree, Head, Problems) {
    let mut problems = Problems::default();
    for range in &table.merged {
        problems.push(Problem::of_file("sheet-merged").with("range", range));
    }
    let Some((first, rows)) = table.rows.split_first() else {
        problems.push(Problem::of_file("sheet-empty"));
        return (Tree::default(), Head::default(), problems);
    };
    let head = Head::of(first, &mut problems);
    let mut tree = Tree::default();
    // Without its columns every row would be wrong in the same way.
    if !problems.is_empty() {
        return (tree, head, problems);
    }
    for row in rows.iter().filter(|row| !is_note(row)) {
        let said = head.read(row, &mut problems);
        tree.take(&head, &said, &mut problems);
    }
    if tree.is_empty() && problems.is_empty() {
        problems.push(Problem::of_file("sheet-empty"));
    }
    (tree, head, problems)
}

/// A row with nothing but a sentence behind `#`: the explanations of the template.
fn is_note(row: &Row) -> bool {
    match row.cells.split_first() {
        Some((Cell::Text(text), rest)) => text.starts_with('#') && rest.iter().all(Cell::is_empty),
        _ => false,
    }
}

impl Head {
    fn of(row: &Row, problems: &mut Problems) -> Self {
        let mut head = Self::default();
        for (place, cell) in row.cells.iter().enumerate() {
            let heading = match cell {
                Cell::Text(text) => text.split_whitespace().collect::<Vec<_>>().join(" "),
                Cell::Number(number) => number.to_string(),
                Cell::Empty => String::new(),
                _ => "?".to_owned(),
            };
            let refused = |key| Problem::of_file(key).in_row(row.number).in_column(place, &heading);
            match Column::named(&heading) {
                Some(column) if head.place(column).is_some() => problems.push(refused("sheet-column-twice")),
                Some(column) => head.columns.push((place, column)),
                None if cell.is_empty() => {}
                None => problems.push(refused("sheet-column-unknown").with("said", &heading)),
            }
            head.headings.push(heading);
        }
        for column in Column::all().filter(|column| column.is_required()) {
            if head.place(column).is_none() {
                problems.push(missing(column));
            }
            let titles = |(_, one): &(usize, Column)| {
                one.field.level == column.field.level && one.field.name == "titles"
            };
            if !head.columns.iter().any(titles) {
                let of_level =
                    |one: &Column| one.field.level == column.field.level && one.field.name == "titles";
                Column::all().find(of_level).into_iter().for_each(|column| problems.push(missing(column)));
            }
        }
        head
    }

    fn place(&self, column: Column) -> Option<usize> {
        self.columns.iter().find(|(_, one)| *one == column).map(|(place, _)| *place)
    }

    /// What the file calls the column at a place.
    fn heading(&self, place: usize) -> &str {
        self.headings.get(place).map(String::as_str).unwrap_or_default()
    }

    /// The place of the numbers of a level, where what is missing from a row is told.
    fn number_of(&self, level: Level) -> usize {
        let is_number =
            |(_, one): &&(usize, Column)| one.field.level == level && one.field.kind == Kind::Number;
        self.columns.iter().find(is_number).map_or(0, |(place, _)| *place)
    }

    /// The place of the first title of a level.
    fn title_of(&self, level: Level) -> usize {
        let is_title = |(_, one): &&(usize, Column)| one.field.level == level && one.field.name == "titles";
        self.columns.iter().find(is_title).map_or(0, |(place, _)| *place)
    }

    fn read(&self, row: &Row, problems: &mut Problems) -> Said {
        let mut said = Said { row: row.number, cells: Vec::new() };
        for (place, cell) in row.cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
            let Some((_, column)) = self.columns.iter().find(|(one, _)| *one == place) else {
                problems
                    .push(Problem::of_file("sheet-column-nameless").in_row(row.number).in_column(place, ""));
                continue;
            };
            let read = values::read(column.field.kind, cell);
            let value = read.map_err(|problem| {
                problems.push(problem.in_row(row.number).in_column(place, self.heading(place)));
            });
            said.cells.push((place, *column, value.ok()));
        }
        said
    }
}

impl Said {
    /// Whether a level is spoken of: not at all, by its number, or by what it says alone.
    fn number(&self, level: Level) -> Numbered {
        let mut of_level = self.cells.iter().filter(|(_, column, _)| column.field.level == level).peekable();
        if of_level.peek().is_none() {
            return Numbered::Nothing;
        }
        match of_level.find(|(_, column, _)| column.field.kind == Kind::Number) {
            Some((_, _, Some(Value::Number(number)))) => {
                i32::try_from(*number).map_or(Numbered::Broken, Numbered::By)
            }
            Some(_) => Numbered::Broken,
            None => Numbered::Missing,
        }
    }
}

/// How a row names what it speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Numbered {
    Nothing,
    By(i32),
    Missing,
    /// The number cannot be read, which was told already.
    Broken,
}

/// A column that must be there.
fn missing(column: Column) -> Problem {
    Problem::of_file("sheet-column-missing").with("field", column.field.key())
}
