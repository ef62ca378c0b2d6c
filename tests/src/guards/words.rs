//! Every message that the code or a template asks for exists in the Arabic catalogue.
//!
//! Arabic is what all other languages fall back to, so a key that is missing there is missing for
//! everyone. That the languages agree with one another is tested beside the catalogues.

use std::collections::BTreeSet;

use infitah_core::programme::commitments::POLICY_AREAS;

use super::{refuse, tree};

const CATALOGUE: &str = "crates/i18n/messages/ar";

/// Calls whose first argument is a message key, and errors that carry one.
const CALLS: [&str; 9] =
    [".with(", ".plain(", ".get(", "t(", "Conflict(", "Invalid(", "Denied(", "NotFound(", "Unauthenticated("];

/// Areas whose keys are also kept in tables and passed as later arguments: in Rust every text that
/// looks like one of theirs is one.
const CARRIED: [&str; 2] = ["field", "error"];

#[test]
fn every_key_that_is_used_stands_in_the_arabic_catalogue() {
    let catalogue: BTreeSet<String> =
        tree::sources_with(CATALOGUE, "ftl").iter().flat_map(|s| ids(&s.text())).collect();
    assert!(!catalogue.is_empty(), "there is no Arabic catalogue in {CATALOGUE}");

    let mut used = 0;
    let mut findings = Vec::new();
    for source in tree::sources("crates") {
        let is_read = [".rs", ".html", ".txt"].iter().any(|ending| source.path.ends_with(ending));
        if !is_read {
            continue;
        }
        let carried: &[&str] = if source.path.ends_with(".rs") { &CARRIED } else { &[] };
        for (line, key) in missing(&source.text(), carried, &catalogue, &mut used) {
            findings.push(format!("{}:{line} asks for {key}", source.path));
        }
    }
    refuse("keys that the Arabic catalogue lacks", &findings);
    assert!(used > 0, "no key was found in the code: the guard looks for the wrong calls");
}

/// A message of this key, or of the pair of title and text that it is the stem of.
fn is_known(catalogue: &BTreeSet<String>, key: &str) -> bool {
    let has = |ending: &str| catalogue.contains(&format!("{key}{ending}"));
    has("") || (has("-title") && has("-text"))
}

#[test]
fn every_policy_area_that_can_be_ticked_has_a_name_and_no_other_has() {
    let named: BTreeSet<String> = tree::sources_with(CATALOGUE, "ftl")
        .iter()
        .flat_map(|source| ids(&source.text()))
        .filter_map(|id| id.strip_prefix("policy-").map(|code| code.replace('-', "_")))
        .collect();
    assert_eq!(named, POLICY_AREAS.map(str::to_owned).into());
}

#[test]
fn guard_reads_catalogues_and_calls() {
    let catalogue = BTreeSet::from_iter(ids("## Title\nnews-title = x\n    .hint = y\n-term = z\n"));
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
        ("words.plain(\n    \"news-gone\",\n)", 1),
        (r#"invalid("title", "field-gone")"#, 1),
    ];
    for (code, count) in cases {
        assert_eq!(missing(code, &CARRIED, &catalogue, &mut 0).len(), count, "{code}");
    }
    assert_eq!(missing("\n\nt(\n\"news-x\")", &[], &catalogue, &mut 0)[0].0, 4);
}

/// The keys a file asks for that the catalogue does not hold, with their lines.
fn missing(
    code: &str,
    carried: &[&str],
    catalogue: &BTreeSet<String>,
    used: &mut usize,
) -> Vec<(usize, String)> {
    let areas: BTreeSet<&str> = catalogue.iter().map(|id| area(id)).collect();
    let mut found = BTreeSet::new();
    for (at, call) in calls(code) {
        let Some(key) = text_at(code, at) else {
            continue;
        };
        // Headers and JSON fields are read with `get` as well.
        if is_key(key) && (call != ".get(" || areas.contains(area(key))) {
            found.insert((at, key));
        }
    }
    for area in carried {
        let start = format!("\"{area}-");
        for (at, _) in code.match_indices(&start) {
            found.extend(text_at(code, at).filter(|key| is_key(key)).map(|key| (at, key)));
        }
    }
    *used += found.len();
    let lacking = found.into_iter().filter(|(_, key)| !is_known(catalogue, key));
    lacking.map(|(at, key)| (code[..at].matches('\n').count() + 1, key.to_owned())).collect()
}

/// Where the first argument of each call begins.
fn calls(code: &str) -> Vec<(usize, &'static str)> {
    let mut found = Vec::new();
    for call in CALLS {
        for (at, _) in code.match_indices(call) {
            let before = code[..at].chars().next_back();
            let is_longer_name = before.is_some_and(|c| c.is_alphanumeric() || c == '_');
            if call.starts_with('.') || !is_longer_name {
                let argument = &code[at + call.len()..];
                let blank = argument.len() - argument.trim_start().len();
                found.push((at + call.len() + blank, call));
            }
        }
    }
    found
}

/// The text between quotes that begins here, if one does.
fn text_at(code: &str, at: usize) -> Option<&str> {
    code[at..].strip_prefix('"')?.split('"').next()
}

fn area(key: &str) -> &str {
    key.split('-').next().unwrap_or_default()
}

/// `area-thing` or `area-thing-detail`: small letters, digits and at least one hyphen.
fn is_key(text: &str) -> bool {
    let is_part =
        |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
    text.contains('-') && text.split('-').all(is_part)
}

fn ids(catalogue: &str) -> Vec<String> {
    let starts = |line: &&str| line.starts_with(|c: char| c.is_ascii_lowercase());
    let lines = catalogue.lines().filter(starts);
    lines.filter_map(|line| line.split_once('=')).map(|(id, _)| id.trim().to_owned()).collect()
}
