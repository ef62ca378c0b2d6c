//! Every message that the code or a template asks for exists in the Arabic catalogue.
//!
//! Arabic is what all other languages fall back to, so a key that is missing there is missing for
//! everyone. That the languages agree with one another is tested beside the catalogues.

use std::collections::BTreeSet;

use super::{refuse, tree};

const CATALOGUE: &str = "crates/i18n/messages/ar";

/// Calls whose first argument is a message key, and errors that carry one.
const CALLS: [&str; 8] = [
    ".with(\"",
    ".plain(\"",
    ".get(\"",
    "t(\"",
    "Conflict(\"",
    "Invalid(\"",
    "Denied(\"",
    "NotFound(\"",
];

#[test]
fn every_key_that_is_used_stands_in_the_arabic_catalogue() {
    let catalogue: BTreeSet<String> = tree::sources_with(CATALOGUE, "ftl")
        .iter()
        .flat_map(|s| ids(&s.text()))
        .collect();
    assert!(
        !catalogue.is_empty(),
        "there is no Arabic catalogue in {CATALOGUE}"
    );

    let mut used = 0;
    let mut findings = Vec::new();
    for source in tree::sources("crates") {
        let is_read = [".rs", ".html", ".txt"]
            .iter()
            .any(|ending| source.path.ends_with(ending));
        if !is_read {
            continue;
        }
        for (line, key) in missing(&source.text(), &catalogue, &mut used) {
            findings.push(format!("{}:{line} asks for {key}", source.path));
        }
    }
    refuse("keys that the Arabic catalogue lacks", &findings);
    assert!(
        used > 0,
        "no key was found in the code: the guard looks for the wrong calls"
    );
}

#[test]
fn guard_reads_catalogues_and_calls() {
    let catalogue =
        BTreeSet::from_iter(ids("## Title\nnews-title = x\n    .hint = y\n-term = z\n"));
    assert_eq!(catalogue, BTreeSet::from(["news-title".to_owned()]));

    let cases = [
        (r#"words.plain("news-title")"#, 0),
        (r#"words.plain("news-titel")"#, 1),
        (r#"{{ words.with("other-area", args) }}"#, 1),
        (r#"t("news-gone")"#, 1),
        (r#"Error::Conflict("news-changed")"#, 1),
        (r#"headers.get("content-type")"#, 0),
        (r#"words.get("news-gone")"#, 1),
        (r#"Error::NotFound("article")"#, 0),
        (r#"assert("news-gone")"#, 0),
    ];
    for (code, count) in cases {
        assert_eq!(missing(code, &catalogue, &mut 0).len(), count, "{code}");
    }
}

/// The keys a file asks for that the catalogue does not hold, with their lines.
fn missing(code: &str, catalogue: &BTreeSet<String>, used: &mut usize) -> Vec<(usize, String)> {
    let areas: BTreeSet<&str> = catalogue
        .iter()
        .filter_map(|id| id.split('-').next())
        .collect();
    let mut found = Vec::new();
    for (index, line) in code.lines().enumerate() {
        for (call, key) in keys(line) {
            let area = key.split('-').next().unwrap_or_default();
            // Headers and JSON fields are read with `get` as well.
            if call == ".get(\"" && !areas.contains(area) {
                continue;
            }
            *used += 1;
            if !catalogue.contains(key) {
                found.push((index + 1, key.to_owned()));
            }
        }
    }
    found
}

fn keys(line: &str) -> Vec<(&'static str, &str)> {
    let mut found = Vec::new();
    for call in CALLS {
        for (at, _) in line.match_indices(call) {
            let before = line[..at].chars().next_back();
            let is_longer_name = before.is_some_and(|c| c.is_alphanumeric() || c == '_');
            if is_longer_name && !call.starts_with('.') {
                continue;
            }
            let key = line[at + call.len()..]
                .split('"')
                .next()
                .unwrap_or_default();
            if is_key(key) {
                found.push((call, key));
            }
        }
    }
    found
}

/// `area-thing` or `area-thing-detail`: small letters, digits and at least one hyphen.
fn is_key(text: &str) -> bool {
    let is_part = |part: &str| {
        !part.is_empty()
            && part
                .chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
    };
    text.contains('-') && text.split('-').all(is_part)
}

fn ids(catalogue: &str) -> Vec<String> {
    let starts = |line: &&str| line.starts_with(|c: char| c.is_ascii_lowercase());
    let lines = catalogue.lines().filter(starts);
    lines
        .filter_map(|line| line.split_once('='))
        .map(|(id, _)| id.trim().to_owned())
        .collect()
}
