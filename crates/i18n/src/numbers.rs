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

pub(crate) fn percent(locale: Locale, value: u8) -> String {
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
    fn percentages_stand_as_the_language_writes_them() {
        assert_eq!(percent(Ar, 44), "44%");
        assert_eq!(percent(Fr, 44), "44\u{202f}%");
        assert_eq!(percent(Zgh, 0), "0\u{a0}%");
        assert_eq!(percent(En, 100), "100%");
    }
}
