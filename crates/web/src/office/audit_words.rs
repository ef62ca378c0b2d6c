//! Entries of the audit in words: a sentence for each act, and what changed with the names that
//! fields and values have for people.

use infitah_core::trust::audit::{Change, Told, Who};
use infitah_i18n::{Arg, Locale, Words};
use serde_json::Value;

use super::typed::day;
use crate::words::Phrase;

/// One field that changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct What {
    pub(crate) field: Phrase,
    pub(crate) before: Option<String>,
    pub(crate) after: Option<String>,
}

/// Who did what.
pub(crate) fn sentence(words: Words, told: &Told) -> Phrase {
    let who = who(words, told);
    let key = format!("audit-did-{}", told.action.replace('_', "-"));
    if !is_known(&key) {
        return Phrase::own(format!("{who}: {}", told.action), words.locale());
    }
    Phrase::of(words.with(&key, &[("who", Arg::Text(&who))]), words.locale())
}

/// The name of whoever acted.
pub(crate) fn who(words: Words, told: &Told) -> String {
    let name = match &told.who {
        Who::Person(_, Some(name)) => return name.clone(),
        // Whoever signs in, or accepts an invitation, is known by the account it was about.
        Who::Anonymous if told.subject_kind == "person" => match &told.subject_name {
            Some(name) => return name.clone(),
            None => "audit-who-former",
        },
        Who::Person(_, None) => "audit-who-former",
        Who::System => "audit-who-system",
        Who::Anonymous => "audit-who-visitor",
    };
    words.plain(name, &[])
}

/// What it was done to, where that has a name.
pub(crate) fn subject(words: Words, told: &Told) -> Option<Phrase> {
    let is_own = matches!(told.who, Who::Anonymous) && told.subject_kind == "person";
    if is_own {
        return None;
    }
    Phrase::written(&told.subject, words.locale())
        .or_else(|| told.subject_name.clone().map(|name| Phrase::own(name, words.locale())))
}

/// A change in words.
pub(crate) fn change(words: Words, change: &Change) -> What {
    let name = change.field.split('.').next().unwrap_or_default();
    What {
        field: field(words, &change.field),
        before: value(words, name, &change.before),
        after: value(words, name, &change.after),
    }
}

/// `title.ar` is the title, in Arabic.
pub(crate) fn field(words: Words, field: &str) -> Phrase {
    let (name, locale) = match field.rsplit_once('.') {
        Some((name, code)) => (name, Locale::from_code(code)),
        None => (field, None),
    };
    let key = format!("audit-field-{}", name.replace('_', "-"));
    let name = if is_known(&key) { words.plain(&key, &[]) } else { name.replace('_', " ") };
    match locale {
        None => Phrase::own(name, words.locale()),
        Some(locale) => {
            let language = words.plain(&format!("language-{}", locale.code()), &[]);
            let args = [("field", Arg::Text(&name)), ("language", Arg::Text(&language))];
            Phrase::of(words.with("office-field-in-language", &args), words.locale())
        }
    }
}

/// A value as people read it; nothing when there was none.
pub(crate) fn value(words: Words, field: &str, value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::String(text) if text.is_empty() => None,
        Value::String(text) => Some(text_value(words, field, text)),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(yes) => Some(words.plain(if *yes { "common-yes" } else { "common-no" }, &[])),
        Value::Object(digest) => {
            let length = digest.get("length").and_then(Value::as_i64).unwrap_or_default();
            let sha = digest.get("sha256").and_then(Value::as_str).unwrap_or_default();
            let short: String = sha.chars().take(12).collect();
            let args = [("length", Arg::Number(length)), ("digest", Arg::Text(&short))];
            Some(words.plain("audit-long-text", &args))
        }
        Value::Array(_) => Some(value.to_string()),
    }
}

fn text_value(words: Words, field: &str, text: &str) -> String {
    if let Some(day) = Some(text).filter(|text| text.len() == 10).and_then(day) {
        return words.date(day);
    }
    let areas: &[&str] = match field {
        "status" => &["article-status", "programme-status", "event-status", "audit-value"],
        "outcome" => &["session-outcome"],
        "session_kind" => &["council-session"],
        "event_kind" => &["event-kind"],
        "channel" => &["event-channel"],
        "item" => &["publication-item"],
        "role" | "roles" | "invited_role" => &["role"],
        "locales" | "default_locale" => &["language"],
        "category" => &["category"],
        "kind" => &["personal-kind"],
        _ => return text.to_owned(),
    };
    let word = |code: &str| {
        let keys = areas.iter().map(|area| format!("{area}-{}", code.replace('_', "-")));
        keys.into_iter()
            .find(|key| is_known(key))
            .map_or_else(|| code.to_owned(), |key| words.plain(&key, &[]))
    };
    text.split(", ").map(word).collect::<Vec<_>>().join(" · ")
}

fn is_known(key: &str) -> bool {
    Words::of(Locale::Ar).has(key)
}

#[cfg(test)]
mod tests {
    use infitah_core::trust::audit::{ACTIONS, Group, SUBJECTS};
    use serde_json::json;

    use super::*;

    #[test]
    fn every_act_group_and_subject_has_its_words() {
        for locale in [Locale::Ar, Locale::Fr, Locale::En] {
            let words = Words::of(locale);
            for (action, _) in ACTIONS {
                let key = format!("audit-did-{}", action.replace('_', "-"));
                let said = words.plain(&key, &[("who", Arg::Text("Amina"))]);
                assert!(words.has(&key) && said.contains("Amina"), "{locale} {key}: {said}");
            }
            for group in Group::ALL {
                assert!(words.has(&format!("audit-group-{}", group.code())), "{locale} {group:?}");
            }
            for subject in SUBJECTS {
                assert!(
                    words.has(&format!("audit-subject-{}", subject.replace('_', "-"))),
                    "{locale} {subject}"
                );
            }
        }
    }

    #[test]
    fn values_are_read_by_people() {
        let french = Words::of(Locale::Fr);
        for (field, stored, shown) in [
            ("status", json!("draft"), Some("Brouillon")),
            ("roles", json!("admin, focal_point"), Some("Administrateur(trice) · Point focal")),
            ("adopted_on", json!("2026-11-23"), Some("23 novembre 2026")),
            ("step", json!(4), Some("4")),
            ("reason", json!(null), None),
            ("reason", json!(""), None),
            ("title", json!("Neuf"), Some("Neuf")),
        ] {
            assert_eq!(value(french, field, &stored).as_deref(), shown, "{field}");
        }
        let long = value(french, "body", &json!({ "sha256": "0123456789abcdef", "length": 600 }));
        assert!(long.is_some_and(|text| text.contains("600") && text.contains("0123456789ab")));
        assert_eq!(field(french, "unknown_thing").plain(), "unknown thing");
    }
}
