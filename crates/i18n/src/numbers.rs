//! Numbers and percentages as Morocco writes them: Western digits in every language.
//!
//! Group separators follow CLDR 48 (Unicode License v3): `1.234.567` in Arabic (`ar-MA`), a
//! narrow no-break space in French, a no-break space in Amazigh, a comma in English.

use crate::Locale;

const NO_BREAK_SPACE: &str = "\u{a0}";
const NARROW_NO_BREAK_SPACE: &str = "\u{202f}";

pub(crate) fn number(locale: Locale, value: i64) -> String {
    let separator = match locale {
        Locale::Ar => ".",
        Locale::Fr => NARROW_NO_BREAK_SPACE,
        Locale::Zgh => NO_BREAK_SPACE,
        Locale::En => ",",
    };
    let digits = value.unsigned_abs().to_string();
    let mut text = String::with_capacity(digits.len() * 2);
    if value < 0 {
        text.push('-');
    }
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push_str(separator);
        }
        text.push(digit);
    }
    text
}

/// A value with two decimals at most, and none that say nothing.
pub(crate) fn decimal(locale: Locale, value: f64) -> String {
    let text = format!("{:.2}", value.abs());
    let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
    let part = part.trim_end_matches('0');
    // A float beyond the whole numbers is written as it is.
    let whole = whole.parse().map_or_else(|_| whole.to_owned(), |whole| number(locale, whole));
    let sign = if value < 0.0 && (whole != "0" || !part.is_empty()) { "-" } else { "" };
    let point = if locale == Locale::En { "." } else { "," };
    if part.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}{point}{part}") }
}

/// A number that is written already, as a percentage.
pub(crate) fn percent(locale: Locale, value: &str) -> String {
    let space = match locale {
        Locale::Ar | Locale::En => "",
        Locale::Fr => NARROW_NO_BREAK_SPACE,
        Locale::Zgh => NO_BREAK_SPACE,
    };
    format!("{value}{space}%")
}

#[cfg(test)]
mod tests {
    use super::*;
    use Locale::{Ar, En, Fr, Zgh};

    #[test]
    fn numbers_are_grouped_as_the_language_does() {
        let table = [
            (0, ["0", "0", "0", "0"]),
            (7, ["7", "7", "7", "7"]),
            (999, ["999", "999", "999", "999"]),
            (1000, ["1.000", "1\u{202f}000", "1\u{a0}000", "1,000"]),
            (20_260, ["20.260", "20\u{202f}260", "20\u{a0}260", "20,260"]),
            (1_234_567, ["1.234.567", "1\u{202f}234\u{202f}567", "1\u{a0}234\u{a0}567", "1,234,567"]),
            (-1_234, ["-1.234", "-1\u{202f}234", "-1\u{a0}234", "-1,234"]),
        ];
        for (value, expected) in table {
            let written = Locale::ALL.map(|locale| number(locale, value));
            assert_eq!(written, expected, "{value}");
        }
        assert_eq!(number(En, i64::MIN), "-9,223,372,036,854,775,808");
    }

    #[test]
    fn decimals_are_two_at_most() {
        let cases = [
            (Ar, 1234.5, "1.234,5"),
            (Fr, 0.25, "0,25"),
            (En, 12.0, "12"),
            (En, -0.001, "0"),
            (Fr, -3.146, "-3,15"),
        ];
        for (locale, value, text) in cases {
            assert_eq!(decimal(locale, value), text);
        }
    }

    #[test]
    fn percentages_stand_as_the_language_writes_them() {
        assert_eq!(percent(Ar, "44"), "44%");
        assert_eq!(percent(Fr, "44"), "44\u{202f}%");
        assert_eq!(percent(Zgh, "0"), "0\u{a0}%");
        assert_eq!(percent(En, "100"), "100%");
    }
}
