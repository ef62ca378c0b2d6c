//! `infitah migrate`: brings the schema up, or says what is pending.

use anyhow::{Context as _, bail};
use infitah_migrations::run::{MigrateError, migrate, pending};
use serde_json::json;

use crate::cli::{self, MigrateCommand};
use crate::config;
use crate::starting;
use crate::terminal::{say, say_json};
use crate::variables::Variables;

/// `infitah migrate [status]`.
pub(crate) async fn run(variables: &Variables, options: cli::Migrate) -> anyhow::Result<()> {
    let url = config::owner_url(variables)?;
    match options.command {
        None => bring_up(&url).await,
        Some(MigrateCommand::Status(form)) => status(&url, form.json).await,
    }
}

async fn bring_up(url: &str) -> anyhow::Result<()> {
    if let Some(parent) = config::file_of(url).as_deref().and_then(std::path::Path::parent) {
        std::fs::create_dir_all(parent)
            .with_context(|| format!("cannot make the folder {}", parent.display()))?;
    }
    match migrate(url).await {
        Ok(applied) if applied.is_empty() => say("nothing is pending"),
        Ok(applied) => applied.iter().for_each(|name| say(format_args!("applied {name}"))),
        Err(MigrateError::Roles(missing)) => {
            say(
                "-- Let a database administrator run this in the database once, then run `infitah migrate` again:",
            );
            say(missing.sql.trim_end());
            return Err(MigrateError::Roles(missing).into());
        }
        Err(error) => return Err(error.into()),
    }
    Ok(())
}

async fn status(url: &str, as_json: bool) -> anyhow::Result<()> {
    if let Some(file) = config::file_of(url).filter(|file| !file.exists()) {
        bail!("there is no database at {}", file.display());
    }
    let pending = match pending(url).await {
        Err(MigrateError::Database(error)) if starting::is_missing_role(&error.to_string()) => {
            infitah_migrations::names().into_iter().map(str::to_owned).collect()
        }
        outcome => outcome?,
    };
    if as_json {
        return say_json(&json!({ "known": infitah_migrations::names(), "pending": pending }));
    }
    if pending.is_empty() {
        say("nothing is pending");
    }
    pending.iter().for_each(|name| say(format_args!("pending {name}")));
    Ok(())
}
