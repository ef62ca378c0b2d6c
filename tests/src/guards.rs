//! What must hold everywhere in the project, checked by reading it.
//!
//! A guard lists all it found wrong at once, with file and line, so that one run shows all there is
//! to mend. Each guard's own eyes are tested on a bad example as well.

mod arrows;
mod deploy;
mod roles;
mod sources;
mod tables;
mod tree;
mod words;

/// Fails with every finding, one a line.
fn refuse(what: &str, findings: &[String]) {
    assert!(findings.is_empty(), "{what}:\n  {}", findings.join("\n  "));
}
