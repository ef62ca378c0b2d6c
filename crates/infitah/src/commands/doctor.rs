//! `infitah doctor`: looks at everything a start relies on and says each finding in one line.

use std::path::Path;
use std::process::ExitCode;

use anyhow::Context as _;
use infitah_core::ground::database::{Database, Engine};
use infitah_core::ground::roles::Standby;
use serde::Serialize;

use crate::config::{self, Addresses, Door, Logs, Place, Post, Storage};
use crate::starting;
use crate::terminal::{explain, say, say_json};
use crate::variables::Variables;

/// One thing that was looked at.
#[derive(Debug, Serialize)]
struct Finding {
    check: &'static str,
    ok: bool,
    detail: String,
}

impl Finding {
    fn of<T>(
        check: &'static str,
        outcome: anyhow::Result<T>,
        good: impl FnOnce(&T) -> String,
    ) -> (Self, Option<T>) {
        match outcome {
            Ok(value) => (Self { check, ok: true, detail: good(&value) }, Some(value)),
            Err(error) => (Self { check, ok: false, detail: explain(&error) }, None),
        }
    }
}

/// `infitah doctor`.
pub(crate) async fn examine(variables: &Variables, as_json: bool) -> anyhow::Result<ExitCode> {
    let mut findings = Vec::new();
    let addresses = addresses(variables);
    findings.push(Finding::of("addresses", addresses, |addresses| addresses.public_url.clone()).0);
    let key = config::secret_key(variables).map_err(anyhow::Error::new);
    findings.push(Finding::of("secret key", key, |_| "long enough".to_owned()).0);
    let (finding, storage) =
        Finding::of("database address", Storage::read(variables).map_err(anyhow::Error::new), |storage| {
            storage.file().map_or("PostgreSQL".to_owned(), |file| format!("SQLite, {}", file.display()))
        });
    findings.push(finding);
    if let Some(storage) = storage {
        examine_database(&storage, &mut findings).await;
    }
    findings.push(files(variables).await);
    findings.push(redis(variables).await);
    findings.push(mail(variables).await);
    let ok = findings.iter().all(|finding| finding.ok);
    if as_json {
        say_json(&findings)?;
    } else {
        for Finding { check, ok, detail } in &findings {
            say(format_args!("{:<6} {check}: {detail}", if *ok { "ok" } else { "FAILED" }));
        }
    }
    Ok(if ok { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn addresses(variables: &Variables) -> anyhow::Result<Addresses> {
    let door = Door::read(variables)?;
    let addresses = Addresses::read(variables, door.listen.port())?;
    config::clock(variables, &addresses)?;
    Logs::read(variables)?;
    Ok(addresses)
}

/// Writes a trial into the store of files, reads it and takes it away.
async fn files(variables: &Variables) -> Finding {
    let examined = async {
        let Some(place) = Place::read(variables, &Storage::read(variables)?)? else {
            return Ok("none are taken: INFITAH_MEDIA_URL names no place for them".to_owned());
        };
        let words = place.to_string();
        if let Some(store) = config::store(Some(place))? {
            store.check().await.with_context(|| words.clone())?;
        }
        anyhow::Ok(format!("{words} takes and gives"))
    };
    Finding::of("files", examined.await, Clone::clone).0
}

async fn redis(variables: &Variables) -> Finding {
    let examined = async {
        let bus = config::bus(variables, &addresses(variables)?)?;
        anyhow::Ok(bus.check().await?)
    };
    Finding::of("redis", examined.await, Clone::clone).0
}

async fn examine_database(storage: &Storage, findings: &mut Vec<Finding>) {
    if let Some(file) = storage.file() {
        let folder = file.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let detail = folder.display().to_string();
        findings.push(Finding::of("data folder", writable(folder), |()| detail).0);
    }
    let database = starting::database(&storage.0).await;
    let (finding, database) =
        Finding::of("database", database, |_| "reachable, all migrations applied".to_owned());
    findings.push(finding);
    let Some(database) = database else { return };
    match database.standby().await {
        Ok(None) => {}
        outcome => findings.push(replica(outcome)),
    }
    let isolation = isolation(&database).await;
    findings.push(Finding::of("row security", isolation, Clone::clone).0);
    database.close().await;
}

/// A replica that is written to is none, and would show what nobody published here.
fn replica<E: Into<anyhow::Error>>(outcome: Result<Option<Standby>, E>) -> Finding {
    let outcome = outcome.map_err(Into::into).and_then(|standby| match standby {
        Some(standby) if standby.follows => Ok(standby.behind_seconds),
        _ => anyhow::bail!("INFITAH_DATABASE_READ_URL names a server that follows no other"),
    });
    Finding::of("replica", outcome, |behind| format!("follows, {behind:.1} s behind")).0
}

async fn isolation(database: &Database) -> anyhow::Result<String> {
    if database.engine() == Engine::Sqlite {
        return Ok("none on SQLite; host, type and keys keep members apart".to_owned());
    }
    let mut facts = database.role_facts().await?;
    facts.sort_by(|one, other| one.name.cmp(&other.name));
    facts.dedup();
    let unsafe_roles: Vec<&str> =
        facts.iter().filter(|fact| !fact.is_safe()).map(|fact| fact.name.as_str()).collect();
    if !unsafe_roles.is_empty() {
        anyhow::bail!("a role is owner, superuser or BYPASSRLS: {}", unsafe_roles.join(", "));
    }
    let open = database.open_tables().await?;
    if !open.is_empty() {
        anyhow::bail!("not forced on {}", open.join(", "));
    }
    let names: Vec<&str> = facts.iter().map(|fact| fact.name.as_str()).collect();
    Ok(format!("forced on all tables for {}", names.join(", ")))
}

async fn mail(variables: &Variables) -> Finding {
    let outcome = async {
        match Post::read(variables)? {
            Post::Server(mailer, _) => {
                mailer.check().await?;
                Ok("the SMTP server answers")
            }
            Post::Folder if Storage::read(variables).is_ok_and(|storage| storage.file().is_none()) => {
                anyhow::bail!("INFITAH_SMTP_URL: is missing")
            }
            Post::Folder => Ok("files beside the database"),
        }
    };
    Finding::of("mail", outcome.await, |&words| words.to_owned()).0
}

/// Tries to write into a folder.
pub(crate) fn writable(folder: &Path) -> anyhow::Result<()> {
    let trial = folder.join(format!(".infitah-trial-{}", std::process::id()));
    std::fs::write(&trial, b"trial")?;
    std::fs::remove_file(trial)?;
    Ok(())
}
