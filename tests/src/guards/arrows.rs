//! The arrows between the crates, and the fences around what may be spoken to from where.
//!
//! The manifests are read through `cargo metadata --no-deps`; dependencies for development and for
//! build scripts obey the same list. A new arrow changes this list and the design in one commit.

use std::collections::BTreeSet;
use std::process::Command;

use serde_json::Value;

use super::{refuse, tree};

/// Who may name whom. No other arrows exist.
const ARROWS: [(&str, &[&str]); 8] = [
    ("infitah-i18n", &[]),
    ("infitah-core", &["infitah-i18n"]),
    ("infitah-web", &["infitah-core", "infitah-i18n"]),
    ("infitah-gateway", &["infitah-web", "infitah-core", "infitah-i18n"]),
    ("infitah-worker", &["infitah-core", "infitah-i18n"]),
    ("infitah-migrations", &[]),
    (
        "infitah",
        &[
            "infitah-gateway",
            "infitah-worker",
            "infitah-migrations",
            "infitah-core",
            // It words the errors of core for the operator.
            "infitah-i18n",
        ],
    ),
    ("infitah-tests", &["infitah-gateway", "infitah-worker", "infitah-migrations", "infitah-core"]),
];

/// Third parties that only some rooms may speak to. A name stands for its whole family:
/// `axum` also fences `axum-extra`.
const FENCES: [(&str, &[&str]); 8] = [
    ("sea-orm-migration", &["infitah-migrations"]),
    ("sea-orm", &["infitah-core", "infitah-migrations"]),
    ("sqlx", &[]),
    ("axum", &["infitah-web", "infitah-gateway"]),
    ("async-graphql", &["infitah-gateway"]),
    ("lettre", &["infitah-worker"]),
    ("redis", &["infitah-core", "infitah-gateway"]),
    ("object_store", &["infitah-core"]),
];

struct Arrow {
    from: String,
    to: String,
    kind: String,
    ours: bool,
}

#[test]
fn crates_name_only_those_below_them() {
    let packages = packages();
    let names: BTreeSet<&str> = packages.iter().map(|p| text(p, "name")).collect();
    let known: BTreeSet<&str> = ARROWS.iter().map(|(name, _)| *name).collect();
    assert_eq!(names, known, "a crate came or went: give it its place in the list of arrows");

    refuse("arrows that the design does not have", &wrong_arrows(&arrows(&packages)));
}

#[test]
fn third_parties_stay_behind_their_fences() {
    refuse("dependencies outside their fence", &wrong_fences(&arrows(&packages())));
}

#[test]
fn only_the_program_is_a_binary() {
    let mut findings = Vec::new();
    for package in &packages() {
        let name = text(package, "name");
        for target in list(package, "targets").iter().filter(|t| t["kind"][0] == "bin") {
            if name != "infitah" || text(target, "name") != "infitah" {
                findings.push(format!("{name} has the binary {}", text(target, "name")));
            }
        }
    }
    refuse("binaries beside the program", &findings);
}

#[test]
fn no_crate_can_be_published_by_accident_or_forgets_its_licence() {
    let mut findings = Vec::new();
    for package in &packages() {
        if package["publish"] != serde_json::json!([]) {
            findings.push(format!("{} can be published", text(package, "name")));
        }
        if package["license"] != "MIT OR Apache-2.0" {
            findings.push(format!("{} has another licence", text(package, "name")));
        }
    }
    refuse("manifests", &findings);
}

#[test]
fn guard_sees_a_wrong_arrow_and_a_broken_fence() {
    let up = Arrow::new("infitah-core", "infitah-web", true);
    let down = Arrow::new("infitah-web", "infitah-core", true);
    assert_eq!(wrong_arrows(&[up, down]).len(), 1);

    let cases = [
        ("infitah-web", "sea-orm", 1),
        ("infitah-core", "sea-orm", 0),
        ("infitah-core", "sea-orm-migration", 1),
        ("infitah-migrations", "sea-orm-migration", 0),
        ("infitah-worker", "axum-extra", 1),
        ("infitah-core", "async-graphql", 1),
        ("infitah-worker", "redis", 1),
        ("infitah-gateway", "redistribute", 0),
    ];
    for (from, to, findings) in cases {
        assert_eq!(wrong_fences(&[Arrow::new(from, to, false)]).len(), findings, "{from} -> {to}");
    }
}

impl Arrow {
    fn new(from: &str, to: &str, ours: bool) -> Self {
        Self { from: from.to_owned(), to: to.to_owned(), kind: "normal".to_owned(), ours }
    }
}

fn wrong_arrows(arrows: &[Arrow]) -> Vec<String> {
    let allowed = |arrow: &&Arrow| {
        let below = ARROWS.iter().find(|(name, _)| *name == arrow.from);
        below.is_some_and(|(_, below)| below.contains(&arrow.to.as_str()))
    };
    let ours = arrows.iter().filter(|arrow| arrow.ours);
    ours.filter(|arrow| !allowed(arrow)).map(describe).collect()
}

fn wrong_fences(arrows: &[Arrow]) -> Vec<String> {
    let mut findings = Vec::new();
    for arrow in arrows {
        // The first match counts, so the longer names stand before the shorter ones.
        let fence = FENCES.iter().find(|(name, _)| is_family(&arrow.to, name));
        if fence.is_some_and(|(_, inside)| !inside.contains(&arrow.from.as_str())) {
            findings.push(describe(arrow));
        }
    }
    findings
}

fn is_family(dependency: &str, name: &str) -> bool {
    let Some(rest) = dependency.strip_prefix(name) else {
        return false;
    };
    rest.is_empty() || rest.starts_with('-') || rest.starts_with('_')
}

fn describe(arrow: &Arrow) -> String {
    format!("{} -> {} ({})", arrow.from, arrow.to, arrow.kind)
}

fn arrows(packages: &[Value]) -> Vec<Arrow> {
    let mut arrows = Vec::new();
    for package in packages {
        for dependency in list(package, "dependencies") {
            arrows.push(Arrow {
                from: text(package, "name").to_owned(),
                to: text(dependency, "name").to_owned(),
                kind: dependency["kind"].as_str().unwrap_or("normal").to_owned(),
                ours: dependency["path"].is_string(),
            });
        }
    }
    arrows
}

fn packages() -> Vec<Value> {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let output = Command::new(cargo)
        .args(["metadata", "--no-deps", "--format-version", "1", "--offline"])
        .current_dir(tree::root())
        .output()
        .expect("cargo can be run");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: Value = serde_json::from_slice(&output.stdout).expect("cargo writes JSON");
    list(&metadata, "packages").to_vec()
}

fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key].as_array().map(Vec::as_slice).unwrap_or_default()
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_default()
}
