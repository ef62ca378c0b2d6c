//! The long-running commands: the gateway, the worker, or both, until a signal asks to stop.

use std::path::PathBuf;
use std::sync::Arc;

use anyhow::{Context as _, bail};
use infitah_core::ground::database::Engine;
use infitah_core::tenancy::hub::Hub;
use infitah_gateway::Gateway;
use infitah_worker::{FileMailer, MailFrom, Worker};
use tokio::net::TcpListener;
use tokio::sync::watch;

use crate::cli;
use crate::config::{Door, Post, Storage};
use crate::starting;
use crate::terminal::say;
use crate::variables::{VariableError, Variables};
use crate::watching;

/// `infitah serve`.
pub(crate) async fn serve(variables: &Variables, options: cli::Serve) -> anyhow::Result<()> {
    let door = Door::read(variables)?;
    // A port that the system chooses must be known before links are made. Any other is bound when
    // all is ready, so that nobody waits in front of a door that stays closed.
    let bound = if door.listen.port() == 0 { Some(bind(&door).await?) } else { None };
    let port = bound.as_ref().map_or(Ok(door.listen), TcpListener::local_addr)?.port();
    let (hub, post) = parts(variables, port).await?;
    // Another process cannot be woken without Redis, and on SQLite there is none, so then the
    // gateway brings its worker along, asked or not. Any number of workers share the queue.
    let is_alone = !hub.bus().is_shared() || hub.database().engine() == Engine::Sqlite;
    let worker = match options.with_worker || is_alone {
        true => Some(worker(&hub, post, variables)?),
        false => None,
    };
    hub.listen();
    let gateway = Gateway::new(hub.clone(), starting::gateway_settings(&door, None));
    let watch = watching::open(variables, &hub).await?;
    let listener = match bound {
        Some(listener) => listener,
        None => bind(&door).await?,
    };
    say(format_args!("listening  http://{} for {}", listener.local_addr()?, hub.public_url()));
    say_ports(&hub, variables)?;
    watching::say_where(watch.as_ref());
    run(gateway, listener, worker).await?;
    drop(watch);
    hub.database().close().await;
    Ok(())
}

/// `infitah worker`.
pub(crate) async fn work(variables: &Variables) -> anyhow::Result<()> {
    if Storage::read(variables)?.file().is_some() {
        bail!("a worker of its own needs PostgreSQL; on SQLite `infitah serve` runs the worker inside");
    }
    let port = Door::read(variables)?.listen.port();
    let (hub, post) = parts(variables, port).await?;
    let worker = worker(&hub, post, variables)?;
    hub.listen();
    let watch = watching::open(variables, &hub).await?;
    say("worker     looking for what is due");
    say_ports(&hub, variables)?;
    watching::say_where(watch.as_ref());
    let stop = stop_signal()?;
    let told = async {
        stop.stopped().await;
        hub.stop();
    };
    worker.run(told).await;
    drop(watch);
    hub.database().close().await;
    Ok(())
}

async fn parts(variables: &Variables, port: u16) -> anyhow::Result<(Hub, Post)> {
    let post = Post::read(variables)?;
    Ok((starting::installation_at(variables, port).await?, post))
}

fn worker(hub: &Hub, post: Post, variables: &Variables) -> anyhow::Result<Worker> {
    Ok(match post {
        Post::Server(mailer, from) => Worker::new(hub.clone(), mailer, from),
        Post::Folder => {
            let Some(folder) = mail_folder(variables)? else {
                return Err(VariableError::new("INFITAH_SMTP_URL", "is missing").into());
            };
            Worker::new(hub.clone(), Arc::new(FileMailer::new(folder)), file_sender()?)
        }
    })
}

/// The sender of mails that are only written to files.
pub(crate) fn file_sender() -> anyhow::Result<MailFrom> {
    Ok(MailFrom::new("infitah@localhost")?)
}

/// The folder beside the embedded database.
fn mail_folder(variables: &Variables) -> anyhow::Result<Option<PathBuf>> {
    let file = Storage::read(variables)?.file();
    Ok(file.map(|file| file.parent().map_or_else(PathBuf::new, std::path::Path::to_owned)))
}

fn say_ports(hub: &Hub, variables: &Variables) -> anyhow::Result<()> {
    let database = match hub.database().engine() {
        Engine::Sqlite => "SQLite (embedded)",
        Engine::Postgres => "PostgreSQL",
    };
    let mail = match (Post::read(variables)?, mail_folder(variables)?) {
        (Post::Folder, Some(folder)) => format!("files in {} (embedded)", folder.join("mail").display()),
        (Post::Folder, None) => "left to the workers".to_owned(),
        (Post::Server(..), _) => "SMTP".to_owned(),
    };
    say(format_args!("database   {database}"));
    say(format_args!("mail       {mail}"));
    say(format_args!("wake-up    {}", hub.bus().name()));
    Ok(())
}

async fn bind(door: &Door) -> anyhow::Result<TcpListener> {
    TcpListener::bind(door.listen).await.with_context(|| format!("cannot listen on {}", door.listen))
}

/// Serves with the worker beside, if there is one, until a signal asks to stop; then both finish
/// what they have in hand.
pub(crate) async fn run(
    gateway: Gateway,
    listener: TcpListener,
    worker: Option<Worker>,
) -> anyhow::Result<()> {
    let stop = stop_signal()?;
    let until = stop.clone();
    let worker = tokio::spawn(async move {
        if let Some(worker) = worker {
            worker.run(until.stopped()).await;
        }
    });
    let served = gateway.serve(listener, stop.stopped()).await.context("cannot accept connections");
    if served.is_err() {
        worker.abort();
        return served;
    }
    worker.await.context("the worker broke off")
}

/// Turns true once, when the process is asked to stop.
#[derive(Clone)]
struct Stop(watch::Receiver<bool>);

impl Stop {
    async fn stopped(mut self) {
        if self.0.wait_for(|&stopped| stopped).await.is_err() {
            tracing::error!("nobody listens for signals any more");
        }
    }
}

fn stop_signal() -> anyhow::Result<Stop> {
    let (tell, stop) = watch::channel(false);
    let mut terminate = Signals::new().context("cannot listen for signals")?;
    tokio::spawn(async move {
        terminate.next().await;
        tracing::info!("asked to stop; finishing what is in hand");
        tell.send_replace(true);
        // A second signal means now.
        terminate.next().await;
        std::process::exit(1);
    });
    Ok(Stop(stop))
}

/// Ctrl-C, and what a service manager sends.
struct Signals {
    #[cfg(unix)]
    terminate: tokio::signal::unix::Signal,
}

impl Signals {
    fn new() -> std::io::Result<Self> {
        #[cfg(unix)]
        return Ok(Self {
            terminate: tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate())?,
        });
        #[cfg(not(unix))]
        return Ok(Self {});
    }

    async fn next(&mut self) {
        #[cfg(unix)]
        tokio::select! {
            _ = self.terminate.recv() => {}
            _ = tokio::signal::ctrl_c() => {}
        }
        #[cfg(not(unix))]
        tokio::signal::ctrl_c().await.ok();
    }
}
