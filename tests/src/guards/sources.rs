//! What no file of the repository may hold, whatever it is about.
//!
//! Characters that make text look other than it is, files that outgrew their reader, directions in
//! styles, the machine's clock, and versions written in a second place.

use super::{refuse, tree};

/// Marks, embeddings, overrides and isolates. Where one is needed it is written as an escape, so
/// that a reader sees it.
const INVISIBLE: [char; 13] = [
    '\u{61C}', '\u{200E}', '\u{200F}', '\u{202A}', '\u{202B}', '\u{202C}', '\u{202D}', '\u{202E}',
    '\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}', '\u{FEFF}',
];

const LONGEST_FILE: usize = 500;

#[test]
fn sources_hold_no_invisible_characters() {
    let mut findings = Vec::new();
    for source in tree::sources("") {
        if std::str::from_utf8(&source.bytes).is_err() {
            findings.push(format!("{} is not UTF-8", source.path));
        }
        for (line, code) in invisible(&source.text()) {
            findings.push(format!("{}:{line} holds U+{code:04X}", source.path));
        }
    }
    refuse("characters that cannot be seen (write them as escapes)", &findings);
}

#[test]
fn rust_files_say_what_they_are_and_stay_short() {
    let mut findings = Vec::new();
    for source in tree::sources_with("", "rs") {
        findings.extend(shape(&source.text()).map(|what| format!("{} {what}", source.path)));
    }
    refuse("Rust files", &findings);
}

#[test]
fn styles_say_start_and_end() {
    let styles = tree::sources_with("crates/web", "css");
    let mut findings = Vec::new();
    for source in &styles {
        for (line, word) in directions(&source.text()) {
            findings.push(format!("{}:{line} says {word}", source.path));
        }
    }
    refuse("styles that know left and right", &findings);
}

#[test]
fn time_comes_from_the_scope() {
    let mut findings = Vec::new();
    for source in tree::sources_with("", "rs") {
        for (line, call) in clocks(&source.text()) {
            findings.push(format!("{}:{line} calls {call}", source.path));
        }
    }
    refuse("the machine's clock is read", &findings);
}

#[test]
fn third_party_versions_stand_only_in_the_root() {
    let mut findings = Vec::new();
    let manifests = tree::sources_with("", "toml");
    for source in manifests.iter().filter(|s| s.path.ends_with("/Cargo.toml")) {
        for (line, entry) in own_versions(&source.text()) {
            findings.push(format!("{}:{line} {entry}", source.path));
        }
    }
    refuse("versions outside the root Cargo.toml", &findings);
}

#[test]
fn guards_see_bad_examples() {
    let hidden = format!("fine\n// {}gnihtemos\n{}", '\u{202E}', '\0');
    assert_eq!(invisible(&hidden), vec![(2, 0x202E), (3, 0)]);
    assert_eq!(invisible("السلام عليكم ⴰⵣⵓⵍ\n"), vec![]);

    assert!(shape("use std::fs;\n").is_some());
    assert!(shape(&format!("//! Short.\n{}", "\n".repeat(500))).is_some());
    assert!(shape(&format!("//! Long because one table.\n{}", "\n".repeat(500))).is_none());
    assert!(shape("//! What lives here.\nuse std::fs;\n").is_none());

    let css =
        "/* left is fine here */\n.a { margin-left: 1px; text-align:right }\n.b { inset-inline-start: 0 }";
    assert_eq!(directions(css), vec![(2, "margin-left".into()), (2, "right".into())]);
    assert_eq!(directions(".leftover { content: \"right\"; background: url(left.svg) }"), vec![]);

    let call = ["let now = Utc", "now();"].join("::");
    assert_eq!(clocks(&call).len(), 1);
    let excused = format!("#[expect(clippy::disallowed_methods, reason = \"the clock\")]\n{call}");
    assert_eq!(clocks(&excused).len(), 0);

    let manifest = "[package]\nversion = \"1\"\n[dependencies]\nserde = \"1\"\nuuid.workspace = true\nchrono = { workspace = true }\n[dev-dependencies.insta]\nversion = \"1\"\n";
    assert_eq!(own_versions(manifest).iter().map(|(n, _)| *n).collect::<Vec<_>>(), vec![4, 7]);
}

fn invisible(text: &str) -> Vec<(usize, u32)> {
    let mut found = Vec::new();
    for (index, line) in text.split('\n').enumerate() {
        let bad = |c: &char| *c == '\0' || INVISIBLE.contains(c);
        found.extend(line.chars().filter(bad).map(|c| (index + 1, u32::from(c))));
    }
    found
}

fn shape(text: &str) -> Option<String> {
    if !text.starts_with("//!") {
        return Some("does not open with //!".to_owned());
    }
    let lines = text.lines().count();
    let says_why = text.lines().take(8).any(|line| line.contains("Long because"));
    (lines > LONGEST_FILE && !says_why)
        .then(|| format!("has {lines} lines and no `Long because` in its first lines"))
}

/// Words with a segment `left` or `right` outside comments, strings and addresses.
fn directions(css: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for (index, line) in without_comments_and_strings(css).split('\n').enumerate() {
        let is_word = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        for word in line.split(|c| !is_word(c)) {
            if word.split('-').any(|segment| segment == "left" || segment == "right") {
                found.push((index + 1, word.to_owned()));
            }
        }
    }
    found
}

fn without_comments_and_strings(css: &str) -> String {
    let mut kept = String::new();
    let mut rest = css;
    while let Some(next) = rest.chars().next() {
        let end = if rest.starts_with("/*") {
            rest.find("*/").map(|at| at + 2)
        } else if rest.starts_with("url(") {
            rest.find(')').map(|at| at + 1)
        } else if next == '"' || next == '\'' {
            rest[1..].find(next).map(|at| at + 2)
        } else {
            kept.push(next);
            Some(next.len_utf8())
        };
        let (taken, after) = rest.split_at(end.unwrap_or(rest.len()));
        if taken.len() > next.len_utf8() {
            // Lines keep their numbers.
            kept.extend(taken.chars().filter(|c| *c == '\n'));
        }
        rest = after;
    }
    kept
}

/// Calls of the machine's clock that are not excused in the three lines before.
fn clocks(rust: &str) -> Vec<(usize, String)> {
    let calls = [["Utc", "now"], ["Local", "now"], ["SystemTime", "now"]].map(|c| c.join("::"));
    let lines: Vec<&str> = rust.lines().collect();
    let mut found = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        let excused = lines[index.saturating_sub(3)..index]
            .iter()
            .any(|line| line.contains("expect(clippy::disallowed_methods"));
        for call in calls.iter().filter(|call| line.contains(&format!("{call}("))) {
            if !excused {
                found.push((index + 1, call.clone()));
            }
        }
    }
    found
}

/// Entries of a member's dependency tables that do not point to the workspace.
fn own_versions(manifest: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let mut inside = false;
    for (index, line) in manifest.lines().enumerate() {
        let line = line.trim();
        if line.starts_with('[') {
            let table = line.trim_matches(|c| c == '[' || c == ']');
            inside = table.ends_with("dependencies");
            if table.contains("dependencies.") {
                found.push((index + 1, line.to_owned()));
            }
        } else if inside && line.contains('=') && !line.starts_with('#') {
            let entry = line.replace(' ', "");
            if !entry.contains("workspace=true") {
                found.push((index + 1, line.to_owned()));
            }
        }
    }
    found
}
