//! What the program prints: lines on stdout, and one line on stderr when it fails. Nothing else in
//! the binary writes to the terminal, so that no closed pipe can end it in a panic.

use std::io::Write as _;

use infitah_core::ground::error::{Error, FieldError};
use infitah_i18n::{Arg, Locale, Words};

/// One line on stdout. A reader that has gone away is not a failure.
pub(crate) fn say(line: impl std::fmt::Display) {
    writeln!(std::io::stdout().lock(), "{line}").ok();
}

/// JSON on stdout.
pub(crate) fn say_json(value: &impl serde::Serialize) -> anyhow::Result<()> {
    say(serde_json::to_string_pretty(value)?);
    Ok(())
}

/// One line on stderr, of several that say what is wrong.
pub(crate) fn complain(line: impl std::fmt::Display) {
    writeln!(std::io::stderr().lock(), "infitah: {line}").ok();
}

/// One line on stderr: what failed and the deepest cause. The whole chain goes to the log.
pub(crate) fn say_failure(error: &anyhow::Error) {
    tracing::debug!(chain = ?error, "failed");
    writeln!(std::io::stderr().lock(), "infitah: {}", explain(error)).ok();
}

/// A failure in one line.
pub(crate) fn explain(error: &anyhow::Error) -> String {
    let describe = |cause: &(dyn std::error::Error + 'static)| match cause.downcast_ref::<Error>() {
        Some(known) => words_of(known),
        None => cause.to_string(),
    };
    let mut parts = vec![match error.downcast_ref::<Error>() {
        Some(known) if error.to_string() == known.to_string() => words_of(known),
        _ => error.to_string(),
    }];
    let root = describe(error.root_cause());
    if !parts[0].contains(&root) && error.chain().count() > 1 {
        parts.push(root);
    }
    parts.join(": ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// An error of core in the operator's language, which is English.
fn words_of(error: &Error) -> String {
    let words = Words::of(Locale::En);
    match error {
        Error::NotFound(noun) => format!("there is no such {noun}"),
        Error::Unauthenticated(key) | Error::Denied(key) | Error::Conflict(key) => words.plain(key, &[]),
        Error::Invalid(breaches) => {
            breaches.iter().map(|breach| breach_words(words, breach)).collect::<Vec<_>>().join("; ")
        }
        Error::TooMany(until) => format!("too many tries; the next is allowed at {until}"),
        Error::Unavailable(_) => "the database is not available".to_owned(),
        Error::Internal(_) => "an unexpected fault".to_owned(),
    }
}

fn breach_words(words: Words, breach: &FieldError) -> String {
    let arguments: Vec<(&str, Arg<'_>)> =
        breach.arguments.iter().map(|(name, value)| (*name, argument(value))).collect();
    format!("{}: {}", breach.field, words.plain(breach.key, &arguments))
}

fn argument(value: &str) -> Arg<'_> {
    value.parse().map_or(Arg::Text(value), Arg::Number)
}

#[cfg(test)]
mod tests {
    use anyhow::Context as _;

    use super::*;

    #[test]
    fn failures_are_one_line_with_their_cause() {
        let deep: anyhow::Result<()> =
            Err(std::io::Error::other("disk\nfull")).context("cannot write the mail");
        assert_eq!(explain(&deep.expect_err("an error")), "cannot write the mail: disk full");
        assert_eq!(explain(&Error::NotFound("collectivity").into()), "there is no such collectivity");
        assert_eq!(explain(&Error::internal("pool closed").into()), "an unexpected fault: pool closed");
    }
}
