//! The files of the repository as the guards read them.
//!
//! The tree is walked rather than asked of git, so that a source archive without history can be
//! tested as well; build output, packages and demonstration data are left out.

use std::fs;
use std::path::{Path, PathBuf};

const SKIPPED: [&str; 4] = ["target", "node_modules", "demo-data", ".git"];

/// What is read as text. Everything else (fonts, pictures) is left to its own tools.
const TEXT: [&str; 25] = [
    "conf", "css", "csv", "example", "ftl", "geojson", "graphql", "html", "js", "json", "lock", "md", "mjs",
    "rs", "service", "sh", "snap", "sql", "svg", "toml", "topojson", "txt", "xml", "yaml", "yml",
];

/// A text file: its path from the root, with `/`, and its bytes.
pub(super) struct Source {
    pub(super) path: String,
    pub(super) bytes: Vec<u8>,
}

impl Source {
    /// The text; what is not UTF-8 is a finding of its own guard and read with marks here.
    pub(super) fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }
}

/// The root of the repository: the folder above this crate.
pub(super) fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().expect("the tests crate has a parent folder").to_path_buf()
}

/// Every text file below `folder` (from the root; empty for all), in a stable order.
pub(super) fn sources(folder: &str) -> Vec<Source> {
    let root = root();
    let mut found = Vec::new();
    collect(&root.join(folder), &root, &mut found);
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

/// Every file below `folder` with this extension.
pub(super) fn sources_with(folder: &str, extension: &str) -> Vec<Source> {
    let ending = format!(".{extension}");
    let mut found = sources(folder);
    found.retain(|source| source.path.ends_with(&ending));
    found
}

fn collect(folder: &Path, root: &Path, found: &mut Vec<Source>) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries {
        let path = entry.expect("a folder of the repository can be listed").path();
        let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        if path.is_symlink() || SKIPPED.contains(&name.as_str()) {
            continue;
        }
        if path.is_dir() {
            collect(&path, root, found);
        } else if is_text(&path, &name) {
            found.push(Source {
                path: relative(&path, root),
                bytes: fs::read(&path).expect("a file of the repository can be read"),
            });
        }
    }
}

fn is_text(path: &Path, name: &str) -> bool {
    match path.extension().and_then(|e| e.to_str()) {
        Some(extension) => TEXT.contains(&extension),
        // Scripts (`tests/run`), licences and dot files.
        None => name == "run" || name.starts_with("LICENSE") || name.starts_with('.'),
    }
}

fn relative(path: &Path, root: &Path) -> String {
    let inside = path.strip_prefix(root).expect("the walk starts at the root");
    inside.to_string_lossy().replace('\\', "/")
}

#[test]
fn walk_sees_this_file_and_no_build_output() {
    let paths: Vec<String> = sources("").into_iter().map(|source| source.path).collect();
    assert!(paths.contains(&"tests/src/guards/tree.rs".to_owned()));
    assert!(!paths.iter().any(|path| path.starts_with("target/") || path.contains("node_modules")));
}
