//! Bundles the rich editor of the office where Node is at hand. Without it the program is whole but
//! for that comfort, and says so: here once, and when it starts.

use std::path::{Path, PathBuf};
use std::process::Command;

fn main() {
    for part in ["src", "build.mjs", "package.json", "package-lock.json"] {
        println!("cargo::rerun-if-changed=ui/{part}");
    }
    let out = PathBuf::from(std::env::var_os("OUT_DIR").expect("cargo names a folder")).join("editor.js");
    if let Err(reason) = bundle(Path::new("ui"), &out) {
        println!(
            "cargo::warning=the office is built without its rich editor, a plain text field serves instead: {reason}"
        );
        std::fs::write(&out, "").expect("the folder that cargo names can be written to");
    }
}

fn bundle(ui: &Path, out: &Path) -> Result<(), String> {
    if !is_installed(ui) {
        // Install scripts are left out: nothing of ours needs one.
        run(ui, "npm", &["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"])?;
    }
    run(ui, "node", &["build.mjs", &out.to_string_lossy()])
}

/// Whether the packages were installed since the list of them changed.
fn is_installed(ui: &Path) -> bool {
    let changed = |path: &Path| path.metadata().and_then(|facts| facts.modified()).ok();
    let (installed, listed) =
        (changed(&ui.join("node_modules/.package-lock.json")), changed(&ui.join("package-lock.json")));
    installed.is_some() && installed >= listed
}

fn run(ui: &Path, program: &str, words: &[&str]) -> Result<(), String> {
    let output = Command::new(program)
        .args(words)
        .current_dir(ui)
        .output()
        .map_err(|error| format!("{program}: {error}"))?;
    if output.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    Err(format!("{program} {}: {}", words[0], said.lines().next().unwrap_or("it failed")))
}
