//! What is wrong with a file: each thing with its place as people count, all at once. The sentence
//! is made here because every door says it alike.

use chrono::NaiveDate;
use infitah_i18n::{Arg, Locale, Words};

use super::tables::letters;
use crate::ground::error::FieldError;

/// Problems that are told; the others are counted.
pub const MOST_SHOWN: usize = 100;
/// Problems that are kept to be put in order.
const MOST_KEPT: usize = 2_000;

/// One thing to correct in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The sheet, where a file has several.
    pub sheet: Option<String>,
    /// The row, from 1 on; none for what is wrong with the whole of it.
    pub row: Option<u32>,
    /// What the file calls the column, empty when it calls it nothing.
    pub heading: String,
    key: &'static str,
    arguments: Vec<(&'static str, String)>,
    /// The place of the column, from 0 on.
    place: Option<usize>,
}

/// All that is wrong with a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Problems {
    found: Vec<Problem>,
    total: usize,
}

impl Problem {
    /// A problem of the whole file.
    pub(super) fn of_file(key: &'static str) -> Self {
        let (sheet, heading) = (None, String::new());
        Self { sheet, row: None, heading, key, arguments: Vec::new(), place: None }
    }

    /// The same with one more argument for its sentence.
    pub(super) fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.arguments.push((name, in_one_line(&value.to_string())));
        self
    }

    /// The same in a row.
    pub(super) fn in_row(mut self, row: u32) -> Self {
        self.row = Some(row);
        self
    }

    /// The same in the column at a place, from 0 on.
    pub(super) fn in_column(mut self, place: usize, heading: &str) -> Self {
        self.heading = in_one_line(heading);
        self.place = Some(place);
        self
    }

    /// The rule that a field broke.
    pub(super) fn broken(error: FieldError) -> Self {
        Self { arguments: error.arguments, ..Self::of_file(error.key) }
    }

    /// The letters of the column; none for what is wrong with a whole row.
    pub fn column(&self) -> Option<String> {
        self.place.map(letters)
    }

    /// What is wrong and where, as `Row 3, column F (Weight): ...`.
    pub fn sentence(&self, locale: Locale) -> String {
        let words = Words::of(locale);
        let problem = self.rule(locale);
        let row = self.row.map(|row| row.to_string());
        let column = self.column().map(|column| {
            let parts = [("column", Arg::Text(&column)), ("heading", Arg::Text(&self.heading))];
            let key = if self.heading.is_empty() { "sheet-at-nameless-column" } else { "sheet-at-column" };
            words.plain(key, &parts)
        });
        let row = row.map(|row| words.plain("sheet-at-row", &[("row", Arg::Text(&row))]));
        let sheet = self.sheet.as_ref().filter(|_| row.is_some() || column.is_some());
        let sheet = sheet.map(|sheet| words.plain("sheet-at-sheet", &[("sheet", Arg::Text(sheet))]));
        let join = |first: String, second: String| {
            let parts = [("first", Arg::Text(&first)), ("second", Arg::Text(&second))];
            words.plain("sheet-joined", &parts)
        };
        let Some(place) = [sheet, row, column].into_iter().flatten().reduce(join) else {
            return problem;
        };
        words.plain("sheet-problem", &[("place", Arg::Text(&place)), ("problem", Arg::Text(&problem))])
    }

    /// What is wrong, without its place.
    pub fn rule(&self, locale: Locale) -> String {
        let words = Words::of(locale);
        let shown: Vec<(&str, String)> = self
            .arguments
            .iter()
            .map(|(name, value)| {
                let shown = match (*name, value.parse::<NaiveDate>()) {
                    ("field", _) => words.plain(value, &[]),
                    ("day", Ok(day)) => words.date(day),
                    _ => value.clone(),
                };
                (*name, shown)
            })
            .collect();
        let arguments: Vec<(&str, Arg<'_>)> = shown
            .iter()
            .map(|(name, value)| match value.parse() {
                // Rows are called by their numbers; they are not counts.
                Ok(number) if *name != "row" && *name != "said" => (*name, Arg::Number(number)),
                _ => (*name, Arg::Text(value)),
            })
            .collect();
        words.plain(self.key, &arguments)
    }
}

impl Problems {
    pub(super) fn push(&mut self, problem: Problem) {
        self.total += 1;
        if self.found.len() < MOST_KEPT {
            self.found.push(problem);
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.total == 0
    }

    /// In the order of the sheet, [`MOST_SHOWN`] at most.
    pub(super) fn sorted(mut self, sheet: Option<&str>) -> Self {
        self.found.sort_by_key(|problem| (problem.row, problem.place));
        self.found.truncate(MOST_SHOWN);
        for problem in &mut self.found {
            problem.sheet = sheet.map(in_one_line);
        }
        self
    }

    /// Those that are told.
    pub fn shown(&self) -> &[Problem] {
        &self.found
    }

    /// How many others there are.
    pub fn more(&self) -> usize {
        self.total - self.found.len()
    }

    /// All of them in sentences, and at the end how many are left out.
    pub fn sentences(&self, locale: Locale) -> Vec<String> {
        let mut sentences: Vec<String> = self.found.iter().map(|problem| problem.sentence(locale)).collect();
        if self.more() > 0 {
            sentences
                .push(Words::of(locale).plain("sheet-more-problems", &[("count", Arg::from(self.more()))]));
        }
        sentences
    }
}

impl From<Problem> for Problems {
    fn from(problem: Problem) -> Self {
        let mut problems = Self::default();
        problems.push(problem);
        problems
    }
}

/// What a file says, short and without what would break a line or a terminal.
fn in_one_line(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").chars().filter(|character| !character.is_control()).take(80).collect()
}
