//! What an act changed: the fields that differ, with their value before and after, as JSON. Kept
//! small: a long text is replaced by its digest and its length, and so is all that comes after
//! [`MOST_CHARACTERS`].

use chrono::NaiveDate;
use infitah_i18n::Locale;
use serde_json::{Map, Value, json};
use sha2::{Digest as _, Sha256};

use crate::ground::localised::Localised;

/// A longer text is told by its digest.
const LONGEST_TEXT: usize = 300;
/// So many characters of values stand in one entry.
const MOST_CHARACTERS: usize = 6_000;
/// So many fields stand in one entry; no noun has as many.
const MOST_FIELDS: usize = 60;

/// One field that changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Its name.
    pub field: String,
    /// What it was.
    pub before: Value,
    /// What it is.
    pub after: Value,
}

/// The fields that an act changed.
#[derive(Debug, Clone, Default)]
pub(crate) struct Changes {
    fields: Map<String, Value>,
    characters: usize,
}

impl Changes {
    /// None yet.
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// The same with one more field, if it changed.
    pub(crate) fn field(mut self, name: &str, before: impl Into<Value>, after: impl Into<Value>) -> Self {
        let (before, after) = (before.into(), after.into());
        if before != after && self.fields.len() < MOST_FIELDS {
            let pair = [self.short(before), self.short(after)];
            self.fields.insert(name.to_owned(), json!(pair));
        }
        self
    }

    /// The same with a day.
    pub(crate) fn day(self, name: &str, before: Option<NaiveDate>, after: Option<NaiveDate>) -> Self {
        let text = |day: Option<NaiveDate>| day.map(|day| day.to_string());
        self.field(name, text(before), text(after))
    }

    /// The same with a text in its languages, each as `name.ar`.
    pub(crate) fn texts(mut self, name: &str, before: &Localised, after: &Localised) -> Self {
        for locale in Locale::ALL {
            let name = format!("{name}.{}", locale.code());
            self = self.field(&name, before.exact(locale), after.exact(locale));
        }
        self
    }

    /// As it is kept and sealed; nothing when nothing changed.
    pub(super) fn sealed(&self) -> Option<String> {
        (!self.fields.is_empty()).then(|| Value::Object(self.fields.clone()).to_string())
    }

    /// As they are told.
    pub(crate) fn told(self) -> Vec<Change> {
        self.sealed().as_deref().map(told).unwrap_or_default()
    }

    fn short(&mut self, value: Value) -> Value {
        let text = match &value {
            Value::String(text) => text.clone(),
            Value::Null | Value::Bool(_) | Value::Number(_) => return value,
            other => other.to_string(),
        };
        let length = text.chars().count();
        self.characters += length;
        if length <= LONGEST_TEXT && self.characters <= MOST_CHARACTERS {
            return value;
        }
        let digest: String =
            Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
        json!({ "sha256": digest, "length": length })
    }
}

/// The changes of an entry, read back.
pub(super) fn told(text: &str) -> Vec<Change> {
    let fields: Map<String, Value> = serde_json::from_str(text).unwrap_or_default();
    fields
        .into_iter()
        .map(|(field, pair)| {
            let side = |number: usize| pair.get(number).cloned().unwrap_or_default();
            Change { before: side(0), after: side(1), field }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_differs_is_kept_and_long_texts_by_their_digest() {
        let long = "نص ".repeat(200);
        let changes = Changes::new()
            .field("status", "draft", "published")
            .field("category", "workshop", "workshop")
            .field("adopted_on", Value::Null, "2026-11-23")
            .texts(
                "title",
                &Localised::new([(Locale::Ar, "قديم".to_owned())]),
                &Localised::new([(Locale::Ar, long.clone()), (Locale::Fr, "Neuf".to_owned())]),
            );
        let kept: Value = serde_json::from_str(&changes.sealed().expect("changes")).expect("JSON");
        assert_eq!(kept["status"], json!(["draft", "published"]));
        assert_eq!(kept["adopted_on"], json!([null, "2026-11-23"]));
        assert_eq!(kept["title.fr"], json!([null, "Neuf"]));
        assert_eq!(kept["title.ar"][1]["length"], 600);
        assert!(!kept.to_string().contains(long.trim()) && kept.get("category").is_none());
        assert_eq!(Changes::new().field("a", 1, 1).sealed(), None);
    }

    #[test]
    fn an_entry_stays_small_whatever_changed() {
        let mut changes = Changes::new();
        for number in 0..1_000 {
            changes = changes.field(&format!("field{number}"), Value::Null, "ا".repeat(300));
        }
        let kept = changes.sealed().expect("changes");
        assert!(kept.len() < 24_000, "{}", kept.len());
    }
}
