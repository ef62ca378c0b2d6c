//! The ops listener of the long-running commands: opened before anything is served, so that a busy
//! port stops the start, and answering until the very end.

use infitah_core::tenancy::hub::Hub;
use infitah_gateway::{Exposition, Ops, OpsSettings};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

use crate::config::OpsDoor;
use crate::terminal::say;
use crate::variables::{VariableError, Variables};

/// The open ops listener; dropped, it is closed.
pub(crate) struct Watch {
    address: std::net::SocketAddr,
    task: JoinHandle<std::io::Result<()>>,
}

/// Opens the ops listener, unless it is off, and begins to count.
pub(crate) async fn open(variables: &Variables, hub: &Hub) -> anyhow::Result<Option<Watch>> {
    let OpsDoor(Some(listen)) = OpsDoor::read(variables)? else { return Ok(None) };
    let busy = |error| {
        VariableError::new(
            "INFITAH_OPS_LISTEN",
            format!("cannot listen on {listen}: {error}; `off` closes it"),
        )
    };
    let listener = TcpListener::bind(listen).await.map_err(busy)?;
    let address = listener.local_addr()?;
    let settings = OpsSettings {
        migrations: infitah_migrations::names().into_iter().map(str::to_owned).collect(),
        build: env!("INFITAH_BUILD_ID").to_owned(),
        exposition: Exposition::begin()?,
    };
    let ops = Ops::new(hub.clone(), settings);
    let task = tokio::spawn(async move { ops.serve(listener, std::future::pending()).await });
    Ok(Some(Watch { address, task }))
}

/// Says where it can be asked.
pub(crate) fn say_where(watch: Option<&Watch>) {
    match watch {
        Some(watch) => say(format_args!("metrics    http://{}/metrics", watch.address)),
        None => say("metrics    off"),
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.task.abort();
    }
}
