//! The columns of the one sheet: what each holds, its code that never changes, and what it is called
//! in the languages of people. A heading is recognised by any of these, in any order of columns.

use std::collections::HashMap;
use std::sync::LazyLock;

use infitah_i18n::{Arg, Locale, Words};

/// What a row of the sheet speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Level {
    Axis,
    Commitment,
    Milestone,
}

/// What a cell may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// The number that rows are joined by.
    Number,
    /// How much a milestone counts.
    Weight,
    /// Whole dirhams.
    Money,
    /// A day.
    Day,
    /// One line without a language.
    Word,
    /// A text in a language.
    Text,
    /// Codes of the values of open government.
    Values,
    /// Codes of policy areas.
    PolicyAreas,
}

/// Something that a programme says.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Field {
    pub(super) level: Level,
    /// Its name in a [`crate::programme::seeding::SeedProgramme`].
    pub(super) name: &'static str,
    pub(super) kind: Kind,
    /// Its code in a heading; a text has its language behind it.
    code: &'static str,
    /// The message key of its heading.
    key: &'static str,
}

const fn field(level: Level, name: &'static str, kind: Kind, code: &'static str, key: &'static str) -> Field {
    Field { level, name, kind, code, key }
}

use Kind::{Day, Money, Number, PolicyAreas, Text, Values, Weight, Word};
use Level::{Axis, Commitment, Milestone};

/// All fields, in the order in which they are written.
pub(super) static FIELDS: [Field; 27] = [
    field(Axis, "number", Number, "axis_number", "sheet-column-axis-number"),
    field(Axis, "titles", Text, "axis_title", "sheet-column-axis-title"),
    field(Axis, "descriptions", Text, "axis_description", "sheet-column-axis-description"),
    field(Commitment, "number", Number, "commitment_number", "sheet-column-commitment-number"),
    field(Commitment, "titles", Text, "commitment_title", "sheet-column-commitment-title"),
    field(Commitment, "descriptions", Text, "description", "sheet-column-description"),
    field(Commitment, "problems", Text, "problem", "sheet-column-problem"),
    field(Commitment, "status_quos", Text, "status_quo", "sheet-column-status-quo"),
    field(Commitment, "actions", Text, "action", "sheet-column-action"),
    field(Commitment, "contributions", Text, "contribution", "sheet-column-contribution"),
    field(Commitment, "long_term_goals", Text, "long_term_goal", "sheet-column-long-term-goal"),
    field(Commitment, "expected_results", Text, "expected_results", "sheet-column-expected-results"),
    field(Commitment, "leads", Text, "lead", "sheet-column-lead"),
    field(Commitment, "partners", Text, "partners", "sheet-column-partners"),
    field(Commitment, "values", Values, "values", "sheet-column-values"),
    field(Commitment, "policy_areas", PolicyAreas, "policy_areas", "sheet-column-policy-areas"),
    field(Commitment, "budget", Money, "budget", "sheet-column-budget"),
    field(Commitment, "funding_sources", Text, "funding_source", "sheet-column-funding-source"),
    field(Commitment, "starts_on", Day, "commitment_starts_on", "sheet-column-commitment-starts-on"),
    field(Commitment, "ends_on", Day, "commitment_ends_on", "sheet-column-commitment-ends-on"),
    field(Commitment, "ogp_code", Word, "ogp_code", "sheet-column-ogp-code"),
    field(Commitment, "source_url", Word, "source_url", "sheet-column-source-url"),
    field(Milestone, "number", Number, "milestone_number", "sheet-column-milestone-number"),
    field(Milestone, "titles", Text, "milestone_title", "sheet-column-milestone-title"),
    field(Milestone, "starts_on", Day, "milestone_starts_on", "sheet-column-milestone-starts-on"),
    field(Milestone, "due_on", Day, "milestone_due_on", "sheet-column-milestone-due-on"),
    field(Milestone, "weight", Weight, "milestone_weight", "sheet-column-milestone-weight"),
];

/// A column: a field, and the language of what is written if it is a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Column {
    pub(super) field: &'static Field,
    pub(super) locale: Option<Locale>,
}

/// The languages whose headings people write. Amazigh has none of its own yet.
const SPOKEN: [Locale; 3] = [Locale::Ar, Locale::Fr, Locale::En];

impl Column {
    /// Every column there is, in the order in which they are written.
    pub(super) fn all() -> impl Iterator<Item = Self> {
        FIELDS.iter().flat_map(|field| {
            let locales: &[Option<Locale>] = match field.kind {
                Text => &[Some(Locale::Ar), Some(Locale::Fr), Some(Locale::Zgh), Some(Locale::En)],
                _ => &[None],
            };
            locales.iter().map(move |&locale| Self { field, locale })
        })
    }

    /// The column that a heading names, if it names one.
    pub(super) fn named(heading: &str) -> Option<Self> {
        KNOWN.get(&folded(heading)).copied()
    }

    /// `axis_title_ar`.
    pub(super) fn code(self) -> String {
        match self.locale {
            Some(locale) => format!("{}_{}", self.field.code, locale.code()),
            None => self.field.code.to_owned(),
        }
    }

    /// What it is called in the language of the words.
    pub(super) fn heading(self, words: Words) -> String {
        let name = self.field.heading(words);
        let Some(locale) = self.locale else { return name };
        let language = words.plain(&format!("language-{}", locale.code()), &[]);
        let parts = [("field", Arg::Text(&name)), ("language", Arg::Text(&language))];
        words.plain("office-field-in-language", &parts)
    }

    /// Its place in a programme: `titles.ar`.
    pub(super) fn path(self) -> String {
        match self.locale {
            Some(locale) => format!("{}.{}", self.field.name, locale.code()),
            None => self.field.name.to_owned(),
        }
    }

    /// Nothing is read without the numbers, which join the rows.
    pub(super) fn is_required(self) -> bool {
        self.field.kind == Number
    }
}

impl Field {
    /// The message key of what it is called.
    pub(super) fn key(&self) -> &'static str {
        self.key
    }

    /// What it is called, whatever the language of what is written.
    pub(super) fn heading(&self, words: Words) -> String {
        words.plain(self.key, &[])
    }
}

/// Headings as they are compared. One without a language is in its own.
static KNOWN: LazyLock<HashMap<String, Column>> = LazyLock::new(|| {
    let mut known = HashMap::new();
    for column in Column::all() {
        known.insert(folded(&column.code()), column);
        for locale in SPOKEN {
            let words = Words::of(locale);
            known.insert(folded(&column.heading(words)), column);
            if column.locale == Some(locale) {
                known.insert(folded(&column.field.heading(words)), column);
            }
        }
    }
    known
});

/// A heading or a name without what people write differently: case, spaces, marks that cannot be
/// seen, the stroke that stretches Arabic letters, the sign of what is needed.
pub(super) fn folded(text: &str) -> String {
    let seen = |character: &char| {
        !matches!(character, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{640}'
            | '\u{2066}'..='\u{2069}' | '\u{feff}')
    };
    let text: String = text
        .chars()
        .filter(seen)
        .map(|character| if character == '\u{2019}' { '\'' } else { character })
        .collect();
    let text = text.to_lowercase();
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").trim_end_matches(['*', ':', ' ']).to_owned()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_heading_names_one_column() {
        for column in Column::all() {
            for locale in SPOKEN {
                let words = Words::of(locale);
                assert!(words.has(column.field.key), "{} in {}", column.field.key, locale.code());
                assert_eq!(Column::named(&column.heading(words)), Some(column), "{}", column.heading(words));
                let bare = column.field.heading(words);
                let expected = Column { field: column.field, locale: column.locale.map(|_| locale) };
                assert_eq!(Column::named(&bare), Some(expected), "{bare}");
            }
            assert_eq!(Column::named(&column.code()), Some(column));
        }
        let codes: HashSet<String> = Column::all().map(Column::code).collect();
        assert_eq!(codes.len(), Column::all().count());
    }

    #[test]
    fn headings_are_read_as_people_write_them() {
        let number = Column::named("axis_number").expect("a column");
        for heading in
            [" Axis_Number ", "رقم المحور", "\u{feff}رقم  المحـور *", "Numéro de l'axe", "NUMÉRO DE L’AXE :"]
        {
            assert_eq!(Column::named(heading), Some(number), "{heading}");
        }
        assert_eq!(Column::named("Remarques"), None);
        assert_eq!(Column::named(""), None);
    }
}
