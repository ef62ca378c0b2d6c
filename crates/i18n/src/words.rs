//! Looking a message up: in the reader's language, else in the next one of its fallbacks,
//! else the key itself. What was found knows its language.

use std::borrow::Cow;
use std::fmt;
use std::ops::Deref;

use chrono::{NaiveDate, NaiveDateTime};
use fluent_bundle::{FluentArgs, FluentValue};

use crate::bundles::{self, Bundle};
use crate::{Locale, dates, numbers};

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
        bundles::plain(self.locale)
            .get_message(key)
            .is_some_and(|message| message.value().is_some())
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

    /// A percentage of 0 to 100.
    pub fn percent(self, value: u8) -> String {
        numbers::percent(self.locale, value)
    }

    fn look_up(
        self,
        bundle_of: fn(Locale) -> &'static Bundle,
        key: &str,
        args: &[(&str, Arg<'_>)],
    ) -> Text {
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
                        .format_pattern(pattern, Some(&fluent_args(args)), &mut errors)
                        .into_owned(),
                )
            };
            return Text { locale, text };
        }
        Text {
            locale: self.locale,
            text: Cow::Owned(key.to_owned()),
        }
    }
}

fn fluent_args<'a>(args: &[(&'a str, Arg<'a>)]) -> FluentArgs<'a> {
    args.iter()
        .map(|&(name, arg)| {
            let value = match arg {
                Arg::Text(text) => FluentValue::from(text),
                Arg::Number(number) => FluentValue::from(number),
            };
            (name, value)
        })
        .collect()
}
