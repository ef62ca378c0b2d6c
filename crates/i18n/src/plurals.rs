//! Which plural form a count takes, after CLDR 48 (Unicode License v3).
//!
//! Written here because the plural rules that Fluent brings take 103 in Arabic for "other"
//! (it is "few": what counts is the number's last two digits) and know nothing of Amazigh.
//! So every selector of a catalogue is pointed at a text beside the count, its form.

use crate::Locale;

/// Added to the name of an argument: the text by which a message chooses among its variants.
pub(crate) const FORM: &str = "-form";

pub(crate) fn form(locale: Locale, count: i64) -> &'static str {
    let count = count.unsigned_abs();
    match (locale, count) {
        (Locale::Ar, 0) => "zero",
        (Locale::Ar, 1) => "one",
        (Locale::Ar, 2) => "two",
        (Locale::Ar, _) => match count % 100 {
            3..=10 => "few",
            11..=99 => "many",
            _ => "other",
        },
        (Locale::Fr, 0 | 1) | (Locale::En, 1) => "one",
        // CLDR has no rules for zgh: every number is "other".
        (Locale::Fr | Locale::En | Locale::Zgh, _) => "other",
    }
}

/// A catalogue in which `{ $count ->` reads `{ $count-form ->`. In Fluent's grammar the arrow
/// of a selector ends its line.
pub(crate) fn select_by_form(source: &str) -> String {
    let mut text = String::with_capacity(source.len() + 1024);
    for line in source.lines() {
        match line.trim_end().strip_suffix("->") {
            Some(selector) => text.extend([selector.trim_end(), FORM, " ->"]),
            None => text.push_str(line),
        }
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_take_the_forms_of_their_language() {
        let table = [
            (0, ["zero", "one", "other", "other"]),
            (1, ["one", "one", "other", "one"]),
            (2, ["two", "other", "other", "other"]),
            (3, ["few", "other", "other", "other"]),
            (10, ["few", "other", "other", "other"]),
            (11, ["many", "other", "other", "other"]),
            (18, ["many", "other", "other", "other"]),
            (99, ["many", "other", "other", "other"]),
            (100, ["other", "other", "other", "other"]),
            (102, ["other", "other", "other", "other"]),
            (103, ["few", "other", "other", "other"]),
            (111, ["many", "other", "other", "other"]),
            (1503, ["few", "other", "other", "other"]),
            (-1, ["one", "one", "other", "one"]),
        ];
        for (count, forms) in table {
            assert_eq!(Locale::ALL.map(|locale| form(locale, count)), forms, "{count}");
        }
        assert_eq!(form(Locale::Ar, i64::MIN), "few");
    }

    #[test]
    fn only_selectors_are_pointed_at_the_form() {
        let source = "a = b -> c\nd =\n    { $count ->\n       *[other] { $count } x\n    }\n";
        let expected = "a = b -> c\nd =\n    { $count-form ->\n       *[other] { $count } x\n    }\n";
        assert_eq!(select_by_form(source), expected);
    }
}
