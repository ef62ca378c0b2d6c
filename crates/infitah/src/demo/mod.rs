//! `infitah demo`: the whole system in one process, from a folder, with a network to look at.

mod accounts;
mod chance;
mod filling;
mod folder;
mod gatherings;
mod news;
mod programmes;
mod reporting;
pub(crate) mod samples;
mod seeding;
mod waiting;
mod walking;

use std::path::Path;
use std::sync::Arc;

use anyhow::Context as _;
use infitah_core::ground::bus::Bus;
use infitah_core::ground::clock::{ManualClock, SharedClock};
use infitah_core::ground::database::DatabaseConfig;
use infitah_core::ground::resolver::Resolver;
use infitah_core::media::store::Store;
use infitah_core::tenancy::collectivities::Kind;
use infitah_core::tenancy::hub::{Hub, HubConfig};
use infitah_core::tenancy::providers::Provider;
use infitah_gateway::Gateway;
use infitah_worker::{FileMailer, Worker};
use tokio::net::TcpListener;

use self::accounts::SignIn;
use self::folder::Folder;
use self::samples::Samples;
use crate::cli;
use crate::config::{self, Addresses, Door};
use crate::serving;
use crate::starting;
use crate::terminal::say;
use crate::variables::Variables;

/// Connections that read; one more writes.
const CONNECTIONS: u32 = 8;

/// `infitah demo`.
pub(crate) async fn run(variables: &Variables, options: cli::Demo) -> anyhow::Result<()> {
    let mut door = Door::read(variables)?;
    // The port first: nothing is made or deleted for a program that cannot serve.
    let listener = TcpListener::bind(options.listen)
        .await
        .with_context(|| format!("cannot listen on {}; choose another with --listen", options.listen))?;
    let addresses = Addresses::read(variables, listener.local_addr()?.port())?;
    let clock = config::clock(variables, &addresses)?;
    let provider = config::provider(variables)?;
    let folder = Folder::open(&options.data_dir, options.reset)?;
    if !folder.database().exists() {
        say(format_args!("making the demonstration network in {} ...", folder.path().display()));
        Box::pin(make(&folder, &addresses, &clock)).await?;
    }
    let hub = open(&folder, &folder.database(), addresses, (clock, provider)).await?;
    let sign_ins = accounts::read(&folder.sign_ins(), &hub)?;
    door.security_contact.get_or_insert_with(|| format!("mailto:security@{}", hub.domain()));
    let gateway = Gateway::new(hub.clone(), starting::gateway_settings(&door, Some(&folder.mail())));
    let mailer = FileMailer::new(folder.path());
    let worker = Worker::new(hub.clone(), Arc::new(mailer), serving::file_sender()?);
    announce(&hub, &folder, &listener, &sign_ins)?;
    serving::run(gateway, listener, Some(worker)).await?;
    hub.database().close().await;
    Ok(())
}

async fn make(folder: &Folder, addresses: &Addresses, clock: &SharedClock) -> anyhow::Result<()> {
    let samples = Samples::read()?;
    let staged = folder.stage()?;
    infitah_migrations::run::migrate(&config::sqlite_url(&staged)).await?;
    let addresses =
        || Addresses { domain: addresses.domain.clone(), public_url: addresses.public_url.clone() };
    let hub = open(folder, &staged, addresses(), (clock.clone(), None)).await?;
    let now = clock.now();
    let tenants = Box::pin(seeding::fill(&hub, &samples)).await?;
    hub.database().close().await;
    // The past of some samples is told on a clock of its own.
    let past = Arc::new(ManualClock::starting_at(now));
    let then = open(folder, &staged, addresses(), (past.clone(), None)).await?;
    Box::pin(walking::walk_all(&then, &past, &samples, &tenants, now)).await?;
    then.database().close().await;
    let hub = open(folder, &staged, addresses(), (clock.clone(), None)).await?;
    let sign_ins = seeding::employ(&hub, &samples, &tenants).await?;
    waiting::fill(&hub, &samples, &tenants).await?;
    hub.database().close().await;
    accounts::write(&folder.sign_ins(), &sign_ins)?;
    folder.finish(&staged)
}

async fn open(
    folder: &Folder,
    file: &Path,
    addresses: Addresses,
    (clock, provider): (SharedClock, Option<Provider>),
) -> anyhow::Result<Hub> {
    let url = config::sqlite_url(file);
    let database =
        starting::database(&DatabaseConfig { url, read_url: None, connections: CONNECTIONS }).await?;
    let Addresses { domain, public_url } = addresses;
    let (bus, secret) = (Bus::in_process(), folder.secret_key()?);
    let resolver = Resolver::of_system(Vec::new());
    let store = Some(Store::folder(&folder.media()).context("cannot use the folder of files")?);
    Ok(Hub::new(HubConfig { database, clock, secret, domain, public_url, bus, store, resolver, provider }))
}

fn announce(hub: &Hub, folder: &Folder, listener: &TcpListener, sign_ins: &[SignIn]) -> anyhow::Result<()> {
    let network = hub.public_url();
    let fes = hub.url_of(Kind::Commune, "fes");
    for (name, value) in [
        ("listening", format!("http://{}, gateway and worker in one process", listener.local_addr()?)),
        ("database", format!("SQLite in {} (embedded)", folder.database().display())),
        ("mail", format!("files in {} (embedded)", folder.mail().display())),
        ("media", format!("files in {} (embedded)", folder.media().display())),
        ("", String::new()),
        ("portal", format!("{network}/")),
        ("Fès", format!("{fes}/ar/news")),
        ("dashboard", format!("{network}/office/dashboard")),
        ("GraphQL", format!("{network}/graphql")),
        ("", String::new()),
    ] {
        say(format_args!("{name:<10} {value}").to_string().trim_end());
    }
    say(format_args!("sign-ins, also in {}:", folder.sign_ins().display()));
    for SignIn { url, email, password, role, .. } in sign_ins {
        say(format_args!("  {role:<12} {email:<36} {password}   {url}"));
    }
    Ok(())
}
