//! Text in several languages: one JSON column `{"ar": "...", "fr": "..."}` behind a type with an
//! explicit fallback chain. What is shown always says in which language it is.

use std::collections::BTreeMap;

use infitah_i18n::Locale;
use sea_orm::FromJsonQueryResult;
use serde::{Deserialize, Serialize};

/// A text in the languages it exists in; an empty text does not exist.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
#[serde(transparent)]
pub struct Localised(BTreeMap<Locale, String>);

/// A text as it is shown: with the language it is really in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shown<'a> {
    /// The words.
    pub text: &'a str,
    /// Their language, which may be a fallback of the one asked for.
    pub locale: Locale,
}

impl Localised {
    /// A text from pairs; empty ones are left out.
    pub fn new(pairs: impl IntoIterator<Item = (Locale, String)>) -> Self {
        Self(pairs.into_iter().filter(|(_, text)| !text.trim().is_empty()).collect())
    }

    /// The text in exactly this language.
    pub fn exact(&self, locale: Locale) -> Option<&str> {
        self.0.get(&locale).map(String::as_str)
    }

    /// The text in this language or the first of its fallbacks that exists.
    pub fn shown(&self, locale: Locale) -> Option<Shown<'_>> {
        locale.fallbacks().iter().find_map(|&locale| self.exact(locale).map(|text| Shown { text, locale }))
    }

    /// The words of [`Localised::shown`], empty when there are none.
    pub fn text(&self, locale: Locale) -> &str {
        self.shown(locale).map_or("", |shown| shown.text)
    }

    /// Whether no language has a text.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The languages that have a text.
    pub fn locales(&self) -> impl Iterator<Item = Locale> + '_ {
        self.0.keys().copied()
    }

    /// Languages and texts.
    pub fn iter(&self) -> impl Iterator<Item = (Locale, &str)> + '_ {
        self.0.iter().map(|(&locale, text)| (locale, text.as_str()))
    }

    /// The same text with every version passed through a function; emptied ones are left out.
    #[must_use]
    pub fn map(&self, change: impl Fn(&str) -> String) -> Self {
        Self::new(self.iter().map(|(locale, text)| (locale, change(text))))
    }
}
