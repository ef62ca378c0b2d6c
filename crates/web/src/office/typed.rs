//! A form as a browser sent it: names and values in their order. What was typed stays as it was,
//! so that a refused form comes back whole.

use std::str::FromStr;

use chrono::{NaiveDate, NaiveTime};
use infitah_core::ground::error::{Error, FieldError, Result};
use infitah_core::ground::input::latin_digits;
use infitah_core::ground::localised::Localised;
use infitah_i18n::Locale;
use serde::Deserialize;

/// What was typed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(transparent)]
pub(crate) struct Typed(Vec<(String, String)>);

impl Typed {
    /// A form from its pairs.
    pub(crate) fn new(pairs: Vec<(String, String)>) -> Self {
        Self(pairs)
    }

    /// The same with one more value.
    pub(crate) fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.0.push((name.to_owned(), value.to_string()));
        self
    }

    /// The same with a value in place of all that the field held.
    pub(crate) fn instead(mut self, name: &str, value: &str) -> Self {
        self.0.retain(|(one, _)| one != name);
        self.with(name, value)
    }

    /// The same with what another form holds behind it.
    pub(crate) fn and(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }

    /// The same with a text in its languages.
    pub(crate) fn with_texts(mut self, name: &str, texts: &Localised) -> Self {
        for (locale, text) in texts.iter() {
            self = self.with(&format!("{name}_{}", locale.code()), text);
        }
        self
    }

    /// The same with a value, if there is one.
    pub(crate) fn with_some(self, name: &str, value: Option<impl ToString>) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    /// The first value of a field, empty when it was not sent.
    pub(crate) fn get(&self, name: &str) -> &str {
        let found = self.0.iter().find(|(one, _)| one == name);
        found.map(|(_, value)| value.as_str()).unwrap_or_default()
    }

    /// All values of a field.
    pub(crate) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(one, _)| one == name).map(|(_, value)| value.as_str())
    }

    /// All names and values.
    pub(crate) fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// A text that says something.
    pub(crate) fn some(&self, name: &str) -> Option<String> {
        Some(self.get(name).trim().to_owned()).filter(|text| !text.is_empty())
    }

    /// A text in all its languages; line ends are one character.
    pub(crate) fn texts(&self, name: &str) -> Localised {
        Localised::new(
            Locale::ALL
                .map(|locale| (locale, self.get(&format!("{name}_{}", locale.code())).replace("\r\n", "\n"))),
        )
    }

    /// The version that was seen; what is no number matches none.
    pub(crate) fn seen(&self) -> i32 {
        self.get("version").trim().parse().unwrap_or(-1)
    }
}

/// Reads fields and gathers what cannot be read.
#[derive(Debug)]
pub(crate) struct Reader<'a> {
    typed: &'a Typed,
    errors: Vec<FieldError>,
}

impl<'a> Reader<'a> {
    /// A reader of a form.
    pub(crate) fn of(typed: &'a Typed) -> Self {
        Self { typed, errors: Vec::new() }
    }

    /// A day, if one was typed.
    pub(crate) fn day(&mut self, name: &str) -> Option<NaiveDate> {
        let text = self.typed.some(name)?;
        let day = day(&text);
        if day.is_none() {
            self.errors.push(FieldError::new(name, "field-invalid-date"));
        }
        day
    }

    /// A day that must be there.
    pub(crate) fn needed_day(&mut self, name: &str) -> Option<NaiveDate> {
        if self.typed.some(name).is_none() {
            self.errors.push(FieldError::new(name, "field-required"));
        }
        self.day(name)
    }

    /// An hour, if one was typed, as `09:30`, `9h30` or `9`.
    pub(crate) fn hour(&mut self, name: &str) -> Option<NaiveTime> {
        let text = self.typed.some(name)?;
        let hour = hour(&text);
        if hour.is_none() {
            self.errors.push(FieldError::new(name, "field-hour"));
        }
        hour
    }

    /// A number, if one was typed; digits may be Arabic ones.
    pub(crate) fn number<T: FromStr>(&mut self, name: &str) -> Option<T> {
        let text = latin_digits(&self.typed.some(name)?).replace([',', '\u{66B}'], ".");
        let text: String = text.chars().filter(|c| !c.is_whitespace() && *c != '\u{202F}').collect();
        let number = text.parse().ok();
        if number.is_none() {
            self.errors.push(FieldError::new(name, "field-number"));
        }
        number
    }

    /// A value of a list that must be chosen.
    pub(crate) fn chosen<T>(&mut self, name: &str, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        let code = self.typed.get(name);
        let value = read(code);
        if value.is_none() {
            let key = if code.is_empty() { "field-required" } else { "field-unknown-value" };
            self.errors.push(FieldError::new(name, key));
        }
        value
    }

    /// One more rule that is broken.
    pub(crate) fn refuse(&mut self, error: FieldError) {
        self.errors.push(error);
    }

    /// Ends the reading.
    ///
    /// # Errors
    /// `Invalid` with all that could not be read.
    pub(crate) fn finish(self) -> Result<()> {
        if self.errors.is_empty() { Ok(()) } else { Err(Error::Invalid(self.errors)) }
    }
}

/// A day as `2026-11-23`, which is what browsers send, or as people type it: `23/11/2026`.
pub(crate) fn day(text: &str) -> Option<NaiveDate> {
    let text = latin_digits(text.trim());
    let typed = || NaiveDate::parse_from_str(&text.replace(['.', '-', ' '], "/"), "%d/%m/%Y").ok();
    NaiveDate::parse_from_str(&text, "%Y-%m-%d").ok().or_else(typed)
}

/// An hour as browsers send it, `09:30` or `09:30:00`, or as people type it: `9h30`, `9`.
fn hour(text: &str) -> Option<NaiveTime> {
    let text = latin_digits(&text.trim().to_lowercase()).replace(['h', '.'], ":");
    let mut parts = text.trim_end_matches(':').split(':').map(|part| part.trim().parse::<u32>());
    let (hour, minute) = (parts.next()?.ok()?, parts.next().unwrap_or(Ok(0)).ok()?);
    NaiveTime::from_hms_opt(hour, minute, 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_browsers_and_people_write_them() {
        let expected = NaiveDate::from_ymd_opt(2026, 11, 23);
        for (text, read) in [
            ("2026-11-23", expected),
            (" 23/11/2026 ", expected),
            ("23-11-2026", expected),
            ("23.11.2026", expected),
            ("٢٣/١١/٢٠٢٦", expected),
            ("31/02/2026", None),
            ("tomorrow", None),
            ("", None),
        ] {
            assert_eq!(day(text), read, "{text:?}");
        }
    }

    #[test]
    fn hours_are_read_as_browsers_and_people_write_them() {
        for (text, read) in [
            ("09:30", Some("09:30:00")),
            ("09:30:00", Some("09:30:00")),
            ("9h30", Some("09:30:00")),
            ("9h", Some("09:00:00")),
            ("١٤:٠٥", Some("14:05:00")),
            ("24:00", None),
            ("9:60", None),
            ("noon", None),
            ("", None),
        ] {
            assert_eq!(hour(text).map(|hour| hour.to_string()).as_deref(), read, "{text:?}");
        }
    }

    #[test]
    fn what_cannot_be_read_is_named() {
        let typed =
            Typed::default().with("on", "x").with("value", "١٢٫٥").with("count", "many").with("a", "b");
        let mut reader = Reader::of(&typed);
        assert_eq!(reader.number::<f64>("value"), Some(12.5));
        assert_eq!(reader.number::<i32>("nothing"), None);
        assert_eq!((reader.day("on"), reader.number::<i32>("count")), (None, None));
        assert_eq!(reader.chosen("kind", |code| (!code.is_empty()).then_some(())), None);
        let Err(Error::Invalid(errors)) = reader.finish() else { panic!("not refused") };
        let fields: Vec<_> = errors.iter().map(|error| (error.field.as_str(), error.key)).collect();
        assert_eq!(
            fields,
            [("on", "field-invalid-date"), ("count", "field-number"), ("kind", "field-required")]
        );
    }
}
