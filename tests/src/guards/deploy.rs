//! The files of an installation agree with the program: its variables, its metrics, its roles and
//! its version are named as the code names them, and what the guide points to is there.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::{refuse, tree};

/// Endings that a histogram gets where it is read.
const SERIES: [&str; 3] = ["_bucket", "_sum", "_count"];

/// All text files of the folder with their paths; the secrets of an installation stay unread.
fn files() -> Vec<(String, String)> {
    let mut found = Vec::new();
    collect(&tree::root().join("deploy"), "deploy", &mut found);
    found.sort();
    assert!(found.iter().any(|(path, _)| path == "deploy/Dockerfile"), "the folder is read");
    found
}

fn collect(folder: &Path, prefix: &str, found: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).expect("the folder can be listed") {
        let entry = entry.expect("an entry");
        let path = format!("{prefix}/{}", entry.file_name().to_string_lossy());
        if path == "deploy/secrets" {
            continue;
        }
        if entry.path().is_dir() {
            collect(&entry.path(), &path, found);
        } else if let Ok(text) = fs::read_to_string(entry.path()) {
            found.push((path, text));
        }
    }
}

/// Words of these signs that begin so.
fn words<'text>(text: &'text str, start: &str, sign: fn(&char) -> bool) -> BTreeSet<&'text str> {
    text.split(|character: char| !(character == '_' || character.is_ascii_digit() || sign(&character)))
        .filter(|word| word.len() > start.len() && word.starts_with(start))
        .collect()
}

fn variables(text: &str) -> BTreeSet<&str> {
    let names = words(text, "INFITAH_", char::is_ascii_uppercase);
    names.into_iter().map(|name| name.strip_suffix("_FILE").unwrap_or(name)).collect()
}

fn metrics(text: &str) -> BTreeSet<&str> {
    let names = words(text, "infitah_", char::is_ascii_lowercase);
    let whole = |name| SERIES.iter().find_map(|end| str::strip_suffix(name, end)).unwrap_or(name);
    names.into_iter().map(whole).collect()
}

/// Images that may be another thing tomorrow.
fn loose_images(text: &str) -> Vec<&str> {
    let named = text.lines().filter_map(|line| {
        // Only a recipe begins a line with it; in the scripts it stands within a query.
        let from = line.strip_prefix("FROM ").filter(|rest| !rest.starts_with("pg_"));
        let line = line.trim_start().trim_start_matches("- ");
        let rest = line.strip_prefix("image: ").or(from)?;
        rest.split_whitespace().next()
    });
    named.filter(|image| !is_pinned(image)).collect()
}

fn is_pinned(image: &str) -> bool {
    let tag = image.rsplit('/').next().and_then(|name| name.split_once(':')).map(|(_, tag)| tag);
    tag.is_some_and(|tag| tag.contains('.') || tag.starts_with("RELEASE.")) && !image.ends_with("latest")
}

/// What a page of Markdown links to within the repository.
fn links(markdown: &str) -> Vec<&str> {
    let targets = markdown.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    targets.filter(|target| !target.contains("://") && !target.starts_with('#')).collect()
}

#[test]
fn installation_names_only_variables_that_exist() {
    let files = files();
    let example = &files.iter().find(|(path, _)| path == "deploy/env.example").expect("the list").1;
    let known = variables(example);
    let mut findings = Vec::new();
    for (path, text) in &files {
        let unknown = variables(text).into_iter().filter(|name| !known.contains(name));
        findings.extend(unknown.map(|name| format!("{path} names {name}")));
    }
    refuse("variables that deploy/env.example does not list", &findings);
}

#[test]
fn alerts_and_dashboard_read_only_metrics_that_are_emitted() {
    let code: String = tree::sources_with("crates", "rs").iter().map(tree::Source::text).collect();
    let mut findings = Vec::new();
    let mut count = 0;
    for (path, text) in files() {
        if !path.starts_with("deploy/prometheus/") && !path.starts_with("deploy/grafana/") {
            continue;
        }
        let named = metrics(&text);
        count += named.len();
        let gone = named.into_iter().filter(|name| !code.contains(&format!("\"{name}\"")));
        findings.extend(gone.map(|name| format!("{path} reads {name}")));
    }
    refuse("metrics that nothing emits", &findings);
    assert!(count > 20, "only {count} metrics were found");
}

#[test]
fn guide_points_to_files_that_exist() {
    let folder = tree::root().join("deploy");
    let guide = fs::read_to_string(folder.join("README.md")).expect("the guide");
    let targets = links(&guide);
    assert!(targets.len() > 10, "only {} links were found", targets.len());
    let gone: Vec<String> =
        targets.into_iter().filter(|target| !folder.join(target).exists()).map(str::to_owned).collect();
    refuse("links of deploy/README.md to nowhere", &gone);
}

#[test]
fn images_are_pinned_and_ours_is_of_this_version() {
    let ours = format!("infitah:{}", env!("CARGO_PKG_VERSION"));
    let mut findings = Vec::new();
    for (path, text) in files() {
        findings.extend(loose_images(&text).into_iter().map(|image| format!("{path} takes {image}")));
        let other =
            |line: &&str| line.contains("image: ") && line.contains("infitah:") && !line.ends_with(&ours);
        findings.extend(text.lines().filter(other).map(|line| format!("{path} is not of {ours}: {line}")));
    }
    refuse("images without a version, or of another", &findings);
}

#[test]
fn administrator_makes_the_roles_of_the_program() {
    let text = fs::read_to_string(tree::root().join("deploy/postgres/roles.sql")).expect("the roles");
    let expected = infitah_migrations::roles::statements();
    let gone: Vec<String> = expected.into_iter().filter(|line| !text.contains(line)).collect();
    refuse("deploy/postgres/roles.sql lacks", &gone);
}

#[test]
fn guard_sees_bad_examples() {
    assert_eq!(
        variables("${INFITAH_A:?} INFITAH_B_FILE=/x XINFITAH_C"),
        BTreeSet::from(["INFITAH_A", "INFITAH_B"])
    );
    assert_eq!(metrics("rate(infitah_x_seconds_bucket[5m])"), BTreeSet::from(["infitah_x_seconds"]));
    for (image, is_good) in [
        ("redis:7.4.5-bookworm", true),
        ("minio/minio:RELEASE.2025-04-22T22-12-26Z", true),
        ("registry.example.ma:5000/infitah", false),
        ("caddy", false),
        ("caddy:latest", false),
        ("caddy:2", false),
    ] {
        let lines = [format!("  - image: {image}\n"), format!("FROM {image} AS build\n")];
        for line in lines {
            assert_eq!(loose_images(&line).is_empty(), is_good, "{line}");
        }
    }
    assert_eq!(links("[a](b.md) [c](https://d) [e](#f)"), ["b.md"]);
}
