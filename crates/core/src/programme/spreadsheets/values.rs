//! What people write into a cell, read as what it means: numbers with Arabic digits, days as text or
//! as Excel counts them, values and policy areas by their code or their name.

use std::collections::HashMap;
use std::sync::LazyLock;

use chrono::{Days, NaiveDate};
use infitah_i18n::{Locale, Words};

use super::columns::{Kind, folded};
use super::problems::Problem;
use super::tables::Cell;
use crate::ground::input::latin_digits;
use crate::programme::seeding::checking::MOST_DIRHAMS;

/// The values of the Open Government Partnership.
pub(super) const VALUES: [&str; 4] =
    ["access_to_information", "civic_participation", "public_accountability", "technology_innovation"];

/// Its policy areas.
pub(super) const POLICY_AREAS: [&str; 23] = [
    "security_and_public_safety",
    "people_with_disabilities",
    "democratizing_decision_making",
    "open_parliaments",
    "capacity_building",
    "open_contracting",
    "youth",
    "mainstreaming_participation",
    "local_commitments",
    "social_accountability",
    "right_to_information",
    "digital_governance",
    "science_and_technology",
    "fiscal_openness",
    "climate_mitigation_and_adaptation",
    "public_participation",
    "open_data",
    "public_service_delivery",
    "private_sector",
    "infrastructure_and_transport",
    "inclusion",
    "digital_participation",
    "other",
];

/// What a cell means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Value {
    Number(i64),
    Text(String),
    Codes(Vec<String>),
    Day(NaiveDate),
}

/// Reads a cell that is not empty.
pub(super) fn read(kind: Kind, cell: &Cell) -> Result<Value, Problem> {
    match cell {
        Cell::Formula => return Err(Problem::of_file("sheet-formula")),
        Cell::Fault(fault) => return Err(Problem::of_file("sheet-fault").with("fault", fault)),
        _ => {}
    }
    match kind {
        Kind::Number => number(cell, 1, 999),
        Kind::Weight => number(cell, 1, 100),
        Kind::Money => number(cell, 0, MOST_DIRHAMS),
        Kind::Day => day(cell).map(Value::Day),
        Kind::Word => Ok(Value::Text(text(cell).trim().to_owned())),
        Kind::Text => Ok(Value::Text(text(cell))),
        Kind::Values => codes(cell, &NAMED_VALUES).map(Value::Codes),
        Kind::PolicyAreas => codes(cell, &NAMED_AREAS).map(Value::Codes),
    }
}

/// The message key of a code.
pub(super) fn name_key(kind: Kind, code: &str) -> String {
    let prefix = if kind == Kind::Values { "value" } else { "policy" };
    format!("{prefix}-{}", code.replace('_', "-"))
}

/// A cell as it is read aloud.
fn text(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => text.clone(),
        Cell::Number(number) => number.to_string(),
        Cell::Day(day) => day.to_string(),
        Cell::Empty | Cell::Formula | Cell::Fault(_) => String::new(),
    }
}

fn number(cell: &Cell, min: i64, max: i64) -> Result<Value, Problem> {
    let whole = match cell {
        Cell::Number(number) => whole(*number),
        cell => whole_text(&text(cell)),
    };
    let number = whole.ok_or_else(|| Problem::of_file("sheet-not-whole").with("said", text(cell)))?;
    if !(min..=max).contains(&number) {
        return Err(Problem::of_file("field-out-of-range").with("min", min).with("max", max));
    }
    Ok(Value::Number(number))
}

fn whole(number: f64) -> Option<i64> {
    // Beyond this a cell cannot tell one whole number from the next.
    (number.fract() == 0.0 && number.abs() < 9e15).then_some(number as i64)
}

/// `1 250 000`, `١٢٥٠`, `1250,00`: groups and cents that are nothing are taken off.
fn whole_text(text: &str) -> Option<i64> {
    let is_group = |c: &char| !c.is_whitespace() && !matches!(c, '\u{202f}' | '\u{66c}');
    let text: String = latin_digits(text).chars().filter(is_group).collect();
    let whole = match text.split_once(['.', ',', '\u{66b}']) {
        Some((whole, "0" | "00")) => whole,
        Some(_) => return None,
        None => &text,
    };
    whole.parse().ok()
}

/// A day as Excel keeps it, or as it is written: `2024-01-31`, or the day first as in Morocco.
fn day(cell: &Cell) -> Result<NaiveDate, Problem> {
    let day = match cell {
        Cell::Day(day) => return Ok(*day),
        Cell::Number(serial) => serial_day(*serial),
        cell => written_day(&text(cell)),
    };
    day.ok_or_else(|| Problem::of_file("sheet-no-day").with("said", text(cell)))
}

/// The day that Excel counts from the end of 1899 on. The first sixty are left out, among which it
/// knows a day that never was.
pub(super) fn serial_day(serial: f64) -> Option<NaiveDate> {
    if !(61.0..2_958_466.0).contains(&serial) {
        return None;
    }
    NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(serial as u64))
}

fn written_day(text: &str) -> Option<NaiveDate> {
    let text = latin_digits(text.trim());
    // A day may come with a midnight behind it.
    let text = text.split_once(['T', ' ']).map_or(text.as_str(), |(day, rest)| {
        if rest.trim_matches(['0', ':', '.', 'Z']).is_empty() { day } else { text.as_str() }
    });
    let parts: Vec<&str> = text.split(['-', '/', '.', ' ']).collect();
    let is_number = |part: &&&str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if parts.iter().filter(is_number).count() != parts.len() {
        return None;
    }
    let (year, month, day) = match parts[..] {
        [serial] if serial.len() == 5 => return serial_day(serial.parse().ok()?),
        [year, month, day] if year.len() == 4 && month.len() <= 2 && day.len() <= 2 => (year, month, day),
        [day, month, year] if year.len() == 4 && month.len() <= 2 && day.len() <= 2 => (year, month, day),
        _ => return None,
    };
    NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

/// Several codes in one cell, each by itself or by its name.
fn codes(cell: &Cell, named: &HashMap<String, &'static str>) -> Result<Vec<String>, Problem> {
    let text = text(cell);
    let mut codes = Vec::new();
    let parts = text.split([',', ';', '\u{60c}', '\u{61b}', '\n', '|']).map(str::trim);
    for part in parts.filter(|part| !part.is_empty()) {
        match named.get(&folded(part)) {
            Some(code) => codes.push((*code).to_owned()),
            None => return Err(Problem::of_file("sheet-unknown-code").with("said", part)),
        }
    }
    codes.sort();
    codes.dedup();
    Ok(codes)
}

static NAMED_VALUES: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| named(Kind::Values, &VALUES));
static NAMED_AREAS: LazyLock<HashMap<String, &'static str>> =
    LazyLock::new(|| named(Kind::PolicyAreas, &POLICY_AREAS));

fn named(kind: Kind, codes: &[&'static str]) -> HashMap<String, &'static str> {
    let mut named = HashMap::new();
    for &code in codes {
        named.insert(code.to_owned(), code);
        for locale in [Locale::Ar, Locale::Fr, Locale::En] {
            named.insert(folded(&Words::of(locale).plain(&name_key(kind, code), &[])), code);
        }
    }
    named
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(kind: Kind, text: &str) -> Option<Value> {
        read(kind, &Cell::text(text)).ok()
    }

    #[test]
    fn numbers_are_whole_and_within_their_bounds() {
        for (text, number) in [
            ("12", Some(12)),
            (" ١٢ ", Some(12)),
            ("۱۲", Some(12)),
            ("1 250 000", Some(1_250_000)),
            ("1\u{202f}250\u{a0}000,00", Some(1_250_000)),
            ("١٬٢٥٠٬٠٠٠", Some(1_250_000)),
            ("0", Some(0)),
            ("-5", None),
            ("12.5", None),
            ("1,250,000", None),
            ("1.250.000", None),
            ("10 %", None),
            ("1e3", None),
            ("1000000000001", None),
            ("99999999999999999999", None),
            ("beaucoup", None),
        ] {
            assert_eq!(said(Kind::Money, text), number.map(Value::Number), "{text:?}");
        }
        for (cell, number) in [(12.0, Some(12)), (12.5, None), (-1.0, None), (f64::NAN, None), (1e300, None)]
        {
            assert_eq!(read(Kind::Money, &Cell::Number(cell)).ok(), number.map(Value::Number), "{cell}");
        }
        for (text, good) in [("1", true), ("100", true), ("0", false), ("101", false), ("150 %", false)] {
            assert_eq!(said(Kind::Weight, text).is_some(), good, "{text}");
        }
    }

    #[test]
    fn days_are_read_with_the_day_first() {
        let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day);
        for (text, expected) in [
            ("2024-01-31", day(2024, 1, 31)),
            ("31/01/2024", day(2024, 1, 31)),
            ("31-1-2024", day(2024, 1, 31)),
            ("31.01.2024", day(2024, 1, 31)),
            ("2024/01/31", day(2024, 1, 31)),
            ("2024-01-31T00:00:00", day(2024, 1, 31)),
            ("2024-01-31 00:00:00", day(2024, 1, 31)),
            ("٣١/٠١/٢٠٢٤", day(2024, 1, 31)),
            ("۲۰۲۴-۰۱-۳۱", day(2024, 1, 31)),
            ("45322", day(2024, 1, 31)),
            // Ambiguous: the first of February, as in Morocco.
            ("01/02/2024", day(2024, 2, 1)),
            ("02/13/2024", None),
            ("31/02/2024", None),
            ("2023-02-29", None),
            ("31/01/24", None),
            ("2024", None),
            ("juin 2024", None),
            ("-1/01/2024", None),
            ("31/01/2024 12:30", None),
        ] {
            assert_eq!(said(Kind::Day, text), expected.map(Value::Day), "{text:?}");
        }
        for (serial, expected) in [
            (45322.0, day(2024, 1, 31)),
            (45322.75, day(2024, 1, 31)),
            (60.0, None),
            (-1.0, None),
            (1e9, None),
        ] {
            assert_eq!(read(Kind::Day, &Cell::Number(serial)).ok(), expected.map(Value::Day), "{serial}");
        }
    }

    #[test]
    fn codes_are_known_by_every_name() {
        for (kind, codes) in [(Kind::Values, &VALUES[..]), (Kind::PolicyAreas, &POLICY_AREAS[..])] {
            for code in codes {
                for locale in [Locale::Ar, Locale::Fr, Locale::En] {
                    let words = Words::of(locale);
                    assert!(words.has(&name_key(kind, code)), "{code}");
                    let name = words.plain(&name_key(kind, code), &[]);
                    assert_eq!(said(kind, &name), Some(Value::Codes(vec![(*code).to_owned()])), "{name}");
                }
            }
        }
        let both = Value::Codes(vec!["open_data".into(), "youth".into()]);
        assert_eq!(said(Kind::PolicyAreas, "Youth، open_data; youth"), Some(both));
        assert_eq!(said(Kind::PolicyAreas, "youth, acces"), None);
    }

    #[test]
    fn formulas_and_their_faults_are_refused() {
        assert!(read(Kind::Text, &Cell::Formula).is_err());
        assert!(read(Kind::Number, &Cell::Fault("#REF!".into())).is_err());
        assert_eq!(read(Kind::Text, &Cell::Number(2024.0)), Ok(Value::Text("2024".into())));
    }
}
