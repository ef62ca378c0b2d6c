//! One process of a fleet: the built program with an environment of its own, its words in a log. It
//! does not outlive its test.

use std::collections::BTreeMap;
use std::fs::File;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicU16, Ordering};

use super::until;

/// A `serve` or a `worker`.
pub(crate) struct Process {
    pub(crate) name: String,
    /// What it serves people on; nothing for a worker.
    pub(crate) door: Option<SocketAddr>,
    /// Where it tells its operators how it does.
    pub(crate) ops: SocketAddr,
    pub(crate) log: PathBuf,
    child: Child,
}

/// The variables of a process.
pub(crate) type Environment = BTreeMap<&'static str, String>;

impl Process {
    /// Starts `infitah serve` (with a door) or `infitah worker`. Ports are chosen here, because
    /// others must know them before; one that was taken meanwhile is chosen again, once.
    pub(crate) async fn start(name: &str, log: &Path, serves: bool, environment: &Environment) -> Self {
        let mut process = Self::spawn(name, log, serves, environment);
        if let Err(said) = process.ready().await {
            assert!(said.contains("cannot listen"), "{name} ended at its start: {said}");
            process = Self::spawn(name, log, serves, environment);
            let again = process.ready().await;
            assert!(again.is_ok(), "{name} ended at its start again: {again:?}");
        }
        process
    }

    fn spawn(name: &str, log: &Path, serves: bool, environment: &Environment) -> Self {
        let path = std::env::var("INFITAH_BIN").expect("tests/run names the program");
        let (door, ops) = (serves.then(free_address), free_address());
        let mut command = Command::new(path);
        for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("INFITAH_")) {
            command.env_remove(name);
        }
        command.envs(environment).env("INFITAH_OPS_LISTEN", ops.to_string());
        if let Some(door) = door {
            command.env("INFITAH_LISTEN", door.to_string());
        }
        let words = File::options().create(true).append(true).open(log).unwrap();
        command.stdin(Stdio::null()).stdout(words.try_clone().unwrap()).stderr(words);
        let child = command.arg(if serves { "serve" } else { "worker" }).spawn().unwrap();
        Self { name: name.to_owned(), door, ops, log: log.to_owned(), child }
    }

    /// Waits until it says that it is ready; gives its words when it ended instead.
    async fn ready(&mut self) -> Result<(), String> {
        let client = client();
        // The door for people opens after the one for operators.
        let address = format!("http://{}/readyz", self.door.unwrap_or(self.ops));
        let mut ended = false;
        until(&format!("{} is ready", self.name), async || {
            ended = self.child.try_wait().unwrap().is_some();
            ended || client.get(&address).send().await.is_ok_and(|answer| answer.status().is_success())
        })
        .await;
        if ended { Err(std::fs::read_to_string(&self.log).unwrap_or_default()) } else { Ok(()) }
    }

    /// A counter of its metrics, all labels added up; 0 before it first counts.
    pub(crate) async fn count(&self, metric: &str) -> u64 {
        let answer = client().get(format!("http://{}/metrics", self.ops)).send().await;
        let text = answer.expect("the operators' door is open").text().await.expect("whole metrics");
        let value = |line: &str| -> Option<f64> {
            let rest = line.strip_prefix(metric)?;
            rest.starts_with([' ', '{']).then(|| rest.rsplit(' ').next()?.parse().ok())?
        };
        text.lines().filter_map(value).sum::<f64>() as u64
    }

    /// Asks it to stop, as a service manager does.
    pub(crate) fn tell_to_stop(&self) {
        self.signal("TERM");
    }

    /// Ends it as a fault of the machine would.
    pub(crate) fn kill(&self) {
        self.signal("KILL");
    }

    fn signal(&self, name: &str) {
        let id = self.child.id().to_string();
        assert!(Command::new("kill").args(["-s", name, &id]).status().unwrap().success(), "{}", self.name);
    }

    /// Waits until it has ended.
    pub(crate) async fn ended(&mut self) -> ExitStatus {
        let mut status = None;
        until(&format!("{} ends", self.name), async || {
            status = self.child.try_wait().unwrap();
            status.is_some()
        })
        .await;
        status.expect("it ended")
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // It may have ended already.
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

fn client() -> reqwest::Client {
    static CLIENT: std::sync::OnceLock<reqwest::Client> = std::sync::OnceLock::new();
    // Each test has a runtime of its own, which a connection must not outlive.
    infitah_core::ground::tls::provide();
    let make = || reqwest::Client::builder().no_proxy().pool_max_idle_per_host(0).build();
    CLIENT.get_or_init(|| make().expect("a plain client can be built")).clone()
}

/// An address that nobody listens on, below the ports that systems give to outgoing connections.
fn free_address() -> SocketAddr {
    static NEXT: AtomicU16 = AtomicU16::new(0);
    let start = u16::try_from(std::process::id() % 100).expect("below 100") * 100;
    for _ in 0..10_000 {
        let number = (start + NEXT.fetch_add(1, Ordering::Relaxed)) % 10_000;
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, 20_000 + number));
        if TcpListener::bind(address).is_ok() {
            return address;
        }
    }
    panic!("no port is free");
}
