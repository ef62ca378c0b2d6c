//! The catalogues agree with one another: the same keys and arguments in Arabic, French and
//! English, all plural forms, nothing empty, no invisible direction marks, every file built in.

#![expect(clippy::unwrap_used, reason = "helpers of a test binary")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use fluent_syntax::ast::{self, Entry, Expression, InlineExpression, PatternElement, VariantKey};
use infitah_i18n::{Locale, Words};

/// Languages that must have every message.
const COMPLETE: [Locale; 3] = [Locale::Ar, Locale::Fr, Locale::En];

/// The argument that is made beside `$name` and read by French alone.
const DERIVED: &str = "elision";

type Pattern = ast::Pattern<String>;

struct Message {
    area: String,
    pattern: Pattern,
}

fn folder(locale: Locale) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("messages").join(locale.code())
}

fn files(locale: Locale) -> BTreeMap<String, String> {
    std::fs::read_dir(folder(locale))
        .unwrap()
        .map(|entry| {
            let path = entry.unwrap().path();
            assert_eq!(path.extension().unwrap(), "ftl", "{}", path.display());
            let area = path.file_stem().unwrap().to_str().unwrap().to_owned();
            (area, std::fs::read_to_string(&path).unwrap())
        })
        .collect()
}

fn messages(locale: Locale) -> BTreeMap<String, Message> {
    let mut found = BTreeMap::new();
    for (area, text) in files(locale) {
        let resource = fluent_syntax::parser::parse(text)
            .unwrap_or_else(|(_, errors)| panic!("{locale}/{area}.ftl: {errors:?}"));
        for entry in resource.body {
            let Entry::Message(message) = entry else {
                assert!(!matches!(entry, Entry::Junk { .. } | Entry::Term(_)), "{locale}/{area}: {entry:?}");
                continue;
            };
            let key = message.id.name;
            assert!(message.attributes.is_empty(), "{locale} {key}: attributes are not looked up");
            let pattern = message.value.unwrap_or_else(|| panic!("{locale} {key} has no text"));
            let twin = found.insert(key.clone(), Message { area: area.clone(), pattern });
            assert!(twin.is_none(), "{locale} {key} stands twice");
        }
    }
    found
}

/// Calls `visit` with every selector of a pattern and every variable, however deep.
fn walk<'a>(pattern: &'a Pattern, visit: &mut dyn FnMut(Found<'a>)) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => visit(Found::Text(value)),
            PatternElement::Placeable { expression } => walk_expression(expression, visit),
        }
    }
}

fn walk_expression<'a>(expression: &'a Expression<String>, visit: &mut dyn FnMut(Found<'a>)) {
    match expression {
        Expression::Inline(inline) => visit(Found::Variable(variable(inline))),
        Expression::Select { selector, variants } => {
            visit(Found::Variable(variable(selector)));
            visit(Found::Select(variable(selector), variants));
            for variant in variants {
                walk(&variant.value, visit);
            }
        }
    }
}

fn variable(inline: &InlineExpression<String>) -> &str {
    match inline {
        InlineExpression::VariableReference { id } => &id.name,
        other => panic!("only variables are used in the catalogues, not {other:?}"),
    }
}

enum Found<'a> {
    Text(&'a str),
    Variable(&'a str),
    Select(&'a str, &'a [ast::Variant<String>]),
}

fn arguments(pattern: &Pattern) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    walk(pattern, &mut |found| {
        if let Found::Variable(name) = found {
            names.insert(name.to_owned());
        }
    });
    names
}

fn keys(locale: Locale) -> BTreeMap<String, String> {
    messages(locale).into_iter().map(|(key, message)| (key, message.area)).collect()
}

#[test]
fn arabic_french_and_english_have_the_same_keys_in_the_same_areas() {
    let arabic = keys(Locale::Ar);
    assert!(arabic.len() > 400, "the catalogue has shrunk to {}", arabic.len());
    for locale in [Locale::Fr, Locale::En] {
        let other = keys(locale);
        let lacking: Vec<_> = arabic.iter().filter(|entry| other.get(entry.0) != Some(entry.1)).collect();
        let extra: Vec<_> = other.iter().filter(|entry| arabic.get(entry.0) != Some(entry.1)).collect();
        assert!(lacking.is_empty() && extra.is_empty(), "{locale} lacks {lacking:?} and adds {extra:?}");
    }
}

#[test]
fn amazigh_keys_are_some_of_the_arabic_ones() {
    let arabic = keys(Locale::Ar);
    for (key, area) in keys(Locale::Zgh) {
        assert_eq!(arabic.get(&key), Some(&area), "zgh {key}");
    }
}

#[test]
fn every_language_has_a_file_for_every_area() {
    let areas: Vec<String> = files(Locale::Ar).into_keys().collect();
    for locale in Locale::ALL {
        assert_eq!(files(locale).into_keys().collect::<Vec<_>>(), areas, "{locale}");
    }
}

#[test]
fn every_file_is_built_in() {
    for locale in Locale::ALL {
        let words = Words::of(locale);
        for (key, message) in messages(locale) {
            assert!(words.has(&key), "{locale}/{}.ftl is not in the list of areas: {key}", message.area);
        }
    }
}

#[test]
fn no_text_is_empty() {
    for locale in Locale::ALL {
        for (key, message) in messages(locale) {
            let mut parts = vec![&message.pattern];
            walk(&message.pattern, &mut |found| {
                if let Found::Select(_, variants) = found {
                    parts.extend(variants.iter().map(|variant| &variant.value));
                }
            });
            for part in parts {
                let says_something = part.elements.iter().any(|element| match element {
                    PatternElement::TextElement { value } => !value.trim().is_empty(),
                    PatternElement::Placeable { .. } => true,
                });
                assert!(says_something, "{locale} {key}");
            }
        }
    }
}

#[test]
fn every_language_uses_the_same_arguments() {
    let arabic = messages(Locale::Ar);
    for locale in Locale::ALL {
        for (key, message) in messages(locale) {
            let mut used = arguments(&message.pattern);
            if used.remove(DERIVED) {
                assert!(locale == Locale::Fr && used.contains("name"), "{locale} {key}: ${DERIVED}");
            }
            assert_eq!(used, arguments(&arabic[&key].pattern), "{locale} {key}");
        }
    }
}

#[test]
fn every_count_has_all_plural_forms() {
    let mut counted = 0;
    for locale in Locale::ALL {
        let expected: &[&str] = match locale {
            Locale::Ar => &["zero", "one", "two", "few", "many", "other"],
            Locale::Fr | Locale::En => &["one", "other"],
            Locale::Zgh => &["other"],
        };
        for (key, message) in messages(locale) {
            walk(&message.pattern, &mut |found| {
                let Found::Select(selector, variants) = found else {
                    return;
                };
                if selector == DERIVED {
                    return;
                }
                counted += 1;
                let forms: Vec<&str> = variants
                    .iter()
                    .map(|variant| match &variant.key {
                        VariantKey::Identifier { name } => name.as_str(),
                        VariantKey::NumberLiteral { value } => value.as_str(),
                    })
                    .collect();
                assert_eq!(forms, expected, "{locale} {key} ${selector}");
                let default = variants.iter().position(|variant| variant.default);
                assert_eq!(default, Some(forms.len() - 1), "{locale} {key}: other is the default");
            });
        }
    }
    assert!(counted > 60, "only {counted} selectors were looked at");
}

#[test]
fn a_count_in_one_language_is_a_count_in_all() {
    let selectors = |pattern: &Pattern| {
        let mut names = BTreeSet::new();
        walk(pattern, &mut |found| {
            if let Found::Select(name, _) = found
                && name != DERIVED
            {
                names.insert(name.to_owned());
            }
        });
        names
    };
    let arabic = messages(Locale::Ar);
    for locale in COMPLETE {
        for (key, message) in messages(locale) {
            assert_eq!(selectors(&message.pattern), selectors(&arabic[&key].pattern), "{locale} {key}");
        }
    }
}

#[test]
fn texts_carry_no_direction_marks_and_only_western_digits() {
    let is_mark = |c: char| matches!(c, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}');
    let is_eastern_digit = |c: char| matches!(c, '\u{660}'..='\u{669}' | '\u{6f0}'..='\u{6f9}');
    for locale in Locale::ALL {
        for (area, text) in files(locale) {
            for (index, line) in text.lines().enumerate() {
                let bad = line
                    .chars()
                    .find(|&c| is_mark(c) || is_eastern_digit(c) || (c.is_control() && c != '\t'));
                assert_eq!(bad, None, "{locale}/{area}.ftl:{}", index + 1);
            }
        }
    }
}

#[test]
fn texts_are_in_the_script_of_their_language() {
    let is_arabic = |c: char| ('\u{600}'..='\u{6ff}').contains(&c);
    let is_tifinagh = |c: char| ('\u{2d30}'..='\u{2d7f}').contains(&c);
    for locale in Locale::ALL {
        for (key, message) in messages(locale) {
            let mut text = String::new();
            walk(&message.pattern, &mut |found| {
                if let Found::Text(part) = found {
                    text.push_str(part);
                }
            });
            let (arabic, tifinagh) = (text.chars().any(is_arabic), text.chars().any(is_tifinagh));
            let has_letters = text.chars().any(char::is_alphabetic);
            // The acronym of the network is written in Latin letters everywhere.
            if !has_letters || key == "common-network-acronym" {
                continue;
            }
            let expected = (locale == Locale::Ar, locale == Locale::Zgh);
            assert_eq!((arabic, tifinagh), expected, "{locale} {key}: {text}");
        }
    }
}

#[test]
fn every_message_formats_without_leaving_a_placeholder() {
    for locale in Locale::ALL {
        for (key, message) in messages(locale) {
            let names = arguments(&message.pattern);
            let args: Vec<_> = names.iter().map(|name| (name.as_str(), 7_i64.into())).collect();
            let text = Words::of(locale).plain(&key, &args);
            assert!(!text.contains('{') && !text.is_empty(), "{locale} {key}: {text}");
        }
    }
}
