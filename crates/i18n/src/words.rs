//! Looking a message up: in the reader's language, else in the next one of its fallbacks,
//! else the key itself. What was found knows its language.

use std::borrow::Cow;
use std::fmt;
use std::ops::Deref;

use chrono::{NaiveDate, NaiveDateTime};
use fluent_bundle::{FluentArgs, FluentValue};

use crate::bundles::{self, Bundle};
use crate::{Locale, dates, numbers, plurals};

/// A value put into a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arg<'a> {
    /// A text, shown as it is.
    Text(&'a str),
    /// A count: chooses the plural form and is shown grouped. For a year or a code use a text.
    Number(i64),
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Arg::Text(text)
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Arg::Text(text)
    }
}

impl<'a> From<&'a Text> for Arg<'a> {
    fn from(text: &'a Text) -> Self {
        Arg::Text(text)
    }
}

macro_rules! arg_from_number {
    ($($number:ty),+) => {$(
        impl From<$number> for Arg<'_> {
            fn from(number: $number) -> Self {
                // Counts beyond i64 are shown as the largest one.
                Arg::Number(i64::try_from(number).unwrap_or(i64::MAX))
            }
        }
    )+};
}
arg_from_number!(u8, u16, i32, u32, i64, u64, usize);

/// A looked-up word, and the language it was really found in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    locale: Locale,
    text: Cow<'static, str>,
}

impl Text {
    /// The language the text is in, which may be a fallback of the one asked for.
    pub fn locale(&self) -> Locale {
        self.locale
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        &self.text
    }
}

impl AsRef<str> for Text {
    fn as_ref(&self) -> &str {
        &self.text
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl From<Text> for String {
    fn from(text: Text) -> String {
        text.text.into_owned()
    }
}

/// The words, numbers and dates of one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words {
    locale: Locale,
}

impl Words {
    /// The words of `locale`.
    pub fn of(locale: Locale) -> Words {
        Words { locale }
    }

    /// The language asked for.
    pub fn locale(self) -> Locale {
        self.locale
    }

    /// A message without arguments.
    pub fn get(self, key: &str) -> Text {
        self.look_up(bundles::isolating, key, &[])
    }

    /// A message with arguments, for HTML: each argument stands between isolates, so that
    /// a text of the other direction does not tear the sentence apart.
    pub fn with(self, key: &str, args: &[(&str, Arg<'_>)]) -> Text {
        self.look_up(bundles::isolating, key, args)
    }

    /// A message with arguments and without isolates, for subjects, feeds and attributes.
    pub fn plain(self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.look_up(bundles::plain, key, args).into()
    }

    /// Whether this very language has the message.
    pub fn has(self, key: &str) -> bool {
        bundles::plain(self.locale).get_message(key).is_some_and(|message| message.value().is_some())
    }

    /// `6 mars 2023`.
    pub fn date(self, date: NaiveDate) -> String {
        dates::date(self.locale, date)
    }

    /// `lundi 6 mars 2023`.
    pub fn date_with_weekday(self, date: NaiveDate) -> String {
        dates::date_with_weekday(self.locale, date)
    }

    /// `mars 2023`.
    pub fn month(self, date: NaiveDate) -> String {
        dates::month(self.locale, date)
    }

    /// `6 mars 2023 à 09:00`; the caller gives the time of the place.
    pub fn date_time(self, time: NaiveDateTime) -> String {
        dates::date_time(self.locale, time)
    }

    /// A number with its groups, in Western digits.
    pub fn number(self, value: i64) -> String {
        numbers::number(self.locale, value)
    }

    /// A value with its groups and two decimals at most.
    pub fn decimal(self, value: f64) -> String {
        numbers::decimal(self.locale, value)
    }

    /// A percentage of 0 to 100.
    pub fn percent(self, value: u8) -> String {
        numbers::percent(self.locale, &value.to_string())
    }

    /// A percentage with two decimals at most.
    pub fn decimal_percent(self, value: f64) -> String {
        numbers::percent(self.locale, &self.decimal(value))
    }

    fn look_up(self, bundle_of: fn(Locale) -> &'static Bundle, key: &str, args: &[(&str, Arg<'_>)]) -> Text {
        for &locale in self.locale.fallbacks() {
            let bundle = bundle_of(locale);
            let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
                continue;
            };
            // A missing argument shows as `{$name}`; the page still stands.
            let mut errors = Vec::new();
            let text = if args.is_empty() {
                bundle.format_pattern(pattern, None, &mut errors)
            } else {
                Cow::Owned(
                    bundle
                        .format_pattern(pattern, Some(&fluent_args(locale, args)), &mut errors)
                        .into_owned(),
                )
            };
            return Text { locale, text };
        }
        Text { locale: self.locale, text: Cow::Owned(key.to_owned()) }
    }
}

/// The arguments, and beside each the text by which a message chooses among its variants.
fn fluent_args<'a>(locale: Locale, args: &[(&'a str, Arg<'a>)]) -> FluentArgs<'a> {
    let mut values = FluentArgs::with_capacity(args.len() * 2 + 1);
    for &(name, arg) in args {
        let (value, form) = match arg {
            Arg::Text(text) => (FluentValue::from(text), text),
            Arg::Number(number) => (FluentValue::from(number), plurals::form(locale, number)),
        };
        values.set(name, value);
        values.set(format!("{name}{}", plurals::FORM), form);
        if let ("name", Arg::Text(text)) = (name, arg) {
            let elision = if elides(text) { "yes" } else { "no" };
            values.set(format!("elision{}", plurals::FORM), elision);
        }
    }
    values
}

/// Whether French shortens "de" before this name: "Commune d’Agadir", "Commune de Fès".
/// Catalogues read it as `$elision` beside `$name`. An h stays aspirated in Moroccan names.
fn elides(name: &str) -> bool {
    name.chars().next().is_some_and(|first| "AEIOUÀÂÉÈÊËÎÏÔÛaeiouàâéèêëîïôû".contains(first))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ar() -> Words {
        Words::of(Locale::Ar)
    }

    #[test]
    fn arabic_counts_take_all_six_forms() {
        let table = [
            (0, "لا توجد جماعات"),
            (1, "جماعة واحدة"),
            (2, "جماعتان"),
            (3, "3 جماعات"),
            (10, "10 جماعات"),
            (11, "11 جماعة"),
            (18, "18 جماعة"),
            (100, "100 جماعة"),
            (103, "103 جماعات"),
            (1503, "1.503 جماعات"),
        ];
        for (count, expected) in table {
            assert_eq!(ar().plain("kind-commune-count", &[("count", Arg::Number(count))]), expected);
        }
        // Where the accusative differs, 11 to 99 and the hundreds do too.
        let members = |count: i64| ar().plain("member-count", &[("count", count.into())]);
        assert_eq!([members(11), members(100)], ["11 عضوا", "100 عضو"]);
    }

    #[test]
    fn french_and_english_counts_agree() {
        let count =
            |locale, count: i64| Words::of(locale).plain("kind-commune-count", &[("count", count.into())]);
        assert_eq!(count(Locale::Fr, 0), "0 commune");
        assert_eq!(count(Locale::Fr, 1), "1 commune");
        assert_eq!(count(Locale::Fr, 1503), "1\u{202f}503 communes");
        assert_eq!(count(Locale::En, 0), "0 communes");
        assert_eq!(count(Locale::En, 1503), "1,503 communes");
    }

    #[test]
    fn isolates_stand_in_html_and_not_in_plain_text() {
        let args = [("title", Arg::Text("Fès")), ("site", Arg::Text("انفتاح"))];
        assert_eq!(&*ar().with("common-page-title", &args), "\u{2068}Fès\u{2069} | \u{2068}انفتاح\u{2069}");
        assert_eq!(ar().plain("common-page-title", &args), "Fès | انفتاح");
    }

    #[test]
    fn missing_text_falls_back_and_says_so() {
        let zgh = Words::of(Locale::Zgh);
        let found = zgh.get("kind-region");
        assert_eq!((found.locale(), found.as_str()), (Locale::Zgh, "ⵜⴰⵎⵏⴰⴹⵜ"));
        let fallen = zgh.get("common-menu-news");
        assert_eq!((fallen.locale(), fallen.as_str()), (Locale::Ar, "الأخبار"));
        assert!(!zgh.has("common-menu-news") && ar().has("common-menu-news"));
        let counted = zgh.with("member-count", &[("count", 3_usize.into())]);
        assert_eq!(counted.locale(), Locale::Ar);
        assert!(counted.ends_with("أعضاء"), "{counted}");
    }

    #[test]
    fn unknown_key_is_shown_as_itself() {
        for key in ["no-such-key", "", "a b", "\u{202e}"] {
            assert_eq!(ar().get(key).as_str(), key);
            assert!(!ar().has(key));
        }
    }

    #[test]
    fn missing_argument_does_not_break_the_text() {
        assert_eq!(ar().plain("common-published-on", &[]), "نشر في {$date}");
    }

    #[test]
    fn french_names_elide_before_a_vowel() {
        let commune =
            |name: &str| Words::of(Locale::Fr).plain("kind-commune-named", &[("name", name.into())]);
        assert_eq!(commune("Agadir"), "Commune d’Agadir");
        assert_eq!(commune("Aït Melloul"), "Commune d’Aït Melloul");
        assert_eq!(commune("Fès"), "Commune de Fès");
        assert_eq!(commune("Had Soualem"), "Commune de Had Soualem");
        assert_eq!(commune(""), "Commune de ");
    }

    #[test]
    fn counts_beyond_the_largest_number_stay_shown() {
        assert_eq!(Arg::from(u64::MAX), Arg::Number(i64::MAX));
        assert_eq!(Arg::from(66_usize), Arg::Number(66));
    }

    #[test]
    fn locale_travels_as_its_code() {
        let codes: Vec<String> =
            Locale::ALL.iter().map(|locale| serde_json::to_string(locale).unwrap()).collect();
        assert_eq!(codes, ["\"ar\"", "\"fr\"", "\"zgh\"", "\"en\""]);
        assert_eq!(serde_json::from_str::<Locale>("\"zgh\"").unwrap(), Locale::Zgh);
    }
}
