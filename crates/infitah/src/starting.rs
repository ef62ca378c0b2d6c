//! From configuration to an installation that can work: the database is there and fits this
//! program, and the rooms get what they need.

use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{anyhow, bail};
use infitah_core::ground::database::{Database, DatabaseConfig};
use infitah_core::ground::resolver::Resolver;
use infitah_core::tenancy::hosts::Site;
use infitah_core::tenancy::hub::{Hub, HubConfig};
use infitah_core::tenancy::scope::Scope;
use infitah_gateway::{GatewaySettings, Limits, WebSettings};

use crate::config::{self, Addresses, Door, Storage};
use crate::variables::Variables;

/// How long a start waits for migrations that run elsewhere.
const PATIENCE: Duration = Duration::from_secs(60);
const LOOK_EVERY: Duration = Duration::from_millis(250);

/// Opens the installation that the environment describes.
pub(crate) async fn installation(variables: &Variables) -> anyhow::Result<Hub> {
    let port = Door::read(variables)?.listen.port();
    installation_at(variables, port).await
}

/// The same, for a door that listens on this port: links name it where nothing else is said.
pub(crate) async fn installation_at(variables: &Variables, port: u16) -> anyhow::Result<Hub> {
    let addresses = Addresses::read(variables, port)?;
    let secret = config::secret_key(variables)?;
    let clock = config::clock(variables, &addresses)?;
    let bus = config::bus(variables, &addresses)?;
    let storage = Storage::read(variables)?;
    let database = database(&storage.0).await?;
    let resolver = Resolver::of_system(config::public_addresses(variables)?);
    let store = config::store(config::Place::read(variables, &storage)?)?;
    if store.is_none() {
        tracing::warn!("files cannot be uploaded: INFITAH_MEDIA_URL names no place for them");
    }
    let provider = config::provider(variables)?;
    let Addresses { domain, public_url } = addresses;
    Ok(Hub::new(HubConfig { database, clock, secret, domain, public_url, bus, store, resolver, provider }))
}

/// Opens a database whose schema is exactly that of this program.
pub(crate) async fn database(config: &DatabaseConfig) -> anyhow::Result<Database> {
    if let Some(file) = config::file_of(&config.url).filter(|file| !file.exists()) {
        bail!("there is no database at {}; run `infitah migrate`", file.display());
    }
    let database = match Database::connect(config).await {
        Ok(database) => database,
        Err(error) if is_missing_role(&error.to_string()) => {
            bail!("the database has no roles of the program yet; run `infitah migrate`")
        }
        Err(error) => return Err(anyhow!(error).context("cannot open the database")),
    };
    let until = Instant::now() + PATIENCE;
    loop {
        // Asked before the schema is read: whoever is done in between has left a whole schema.
        let is_migrating = database.is_migrating().await.unwrap_or(false);
        match check_schema(&database).await {
            Ok(()) => return Ok(database),
            Err(error) if !is_migrating || Instant::now() > until => return Err(error),
            Err(error) => tracing::info!(reason = %error, "waiting for migrations that run elsewhere"),
        }
        tokio::time::sleep(LOOK_EVERY).await;
    }
}

async fn check_schema(database: &Database) -> anyhow::Result<()> {
    let applied = match database.applied_migrations().await {
        Ok(applied) => applied,
        Err(error) if is_missing_table(&error.to_string()) => Vec::new(),
        Err(error) => return Err(anyhow!(error).context("cannot read which migrations are applied")),
    };
    judge_schema(&applied, &infitah_migrations::names())
}

fn judge_schema(applied: &[String], known: &[&str]) -> anyhow::Result<()> {
    let newer: Vec<&str> = applied.iter().map(String::as_str).filter(|name| !known.contains(name)).collect();
    if !newer.is_empty() {
        bail!("the database is newer than this program (it has {})", newer.join(", "));
    }
    let pending: Vec<&str> =
        known.iter().copied().filter(|name| !applied.iter().any(|one| one == name)).collect();
    match pending.len() {
        0 => Ok(()),
        all if all == known.len() => bail!("the database has no schema yet; run `infitah migrate`"),
        _ => bail!("migrations are pending ({}); run `infitah migrate`", pending.join(", ")),
    }
}

/// Roles are made with the schema; an account that does not exist yet cannot sign in.
pub(crate) fn is_missing_role(text: &str) -> bool {
    text.contains("role \"infitah") && text.contains("does not exist")
}

fn is_missing_table(text: &str) -> bool {
    text.contains("seaql_migrations") && (text.contains("no such table") || text.contains("does not exist"))
}

/// A scope of the program itself at a member, for a command of the operator.
pub(crate) async fn member_scope(hub: &Hub, slug: &str, command: &'static str) -> anyhow::Result<Scope> {
    let tenant = hub.member(slug).await?.ok_or_else(|| anyhow!("there is no active member {slug}"))?;
    Ok(hub.system_scope(tenant, command))
}

/// A scope of the program itself at the network.
pub(crate) async fn network_scope(hub: &Hub, command: &'static str) -> anyhow::Result<Scope> {
    match hub.network().await? {
        Some(Site::Active(tenant)) => Ok(hub.system_scope(tenant, command)),
        _ => bail!(
            "there is no network yet; create it with `infitah collectivity create network --kind network`"
        ),
    }
}

/// The settings of the HTTP door.
pub(crate) fn gateway_settings(door: &Door, demo_mail: Option<&Path>) -> GatewaySettings {
    GatewaySettings {
        trusted_proxies: door.trusted_proxies.clone(),
        web: WebSettings {
            demo_mail_dir: demo_mail.map(Path::to_owned),
            build_id: env!("INFITAH_BUILD_ID").to_owned(),
        },
        limits: Limits { drain: door.drain, ..Limits::default() },
        migrations: infitah_migrations::names().into_iter().map(str::to_owned).collect(),
        security_contact: door.security_contact.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn schema_must_be_the_programs_own() {
        let known = ["m1", "m2"];
        for (applied, words) in [
            (&["m1", "m2"][..], None),
            (&[], Some("no schema yet")),
            (&["m1"], Some("pending (m2); run `infitah migrate`")),
            (&["m1", "m2", "m3"], Some("newer than this program (it has m3)")),
        ] {
            let applied: Vec<String> = applied.iter().map(|&name| name.to_owned()).collect();
            let said = judge_schema(&applied, &known).err().map(|error| error.to_string());
            match words {
                None => assert_eq!(said, None),
                Some(words) => assert!(said.expect("refused").contains(words), "{words}"),
            }
        }
    }
}
