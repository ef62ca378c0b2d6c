//! The log: to stderr, as text for people or as JSON for machines.

use std::io::IsTerminal as _;

use tracing_subscriber::EnvFilter;
use tracing_subscriber::fmt;

use crate::config::Logs;

/// Begins to log with the filter of the configuration, or this one.
pub(crate) fn begin(logs: &Logs, usual: &str) -> anyhow::Result<()> {
    let filter = EnvFilter::try_new(logs.filter.as_deref().unwrap_or(usual))?;
    let log = fmt().with_env_filter(filter).with_writer(std::io::stderr);
    let begun = if logs.json {
        log.json().flatten_event(true).try_init()
    } else {
        log.with_ansi(std::io::stderr().is_terminal()).try_init()
    };
    begun.map_err(|error| anyhow::anyhow!("cannot begin to log: {error}"))
}
