//! Redis servers of a test's own, which it may flush, kill and start again.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// Longer than anything here takes.
pub(super) const PATIENCE: Duration = Duration::from_secs(30);

/// A server on a port of the loopback. It does not outlive its test.
pub(super) struct Redis {
    pub(super) port: u16,
    cluster: bool,
    folder: tempfile::TempDir,
    child: Option<Child>,
}

/// Whether this run has Redis at all; says so when it has not.
pub(super) fn is_there() -> bool {
    let backend = std::env::var("INFITAH_TEST_BACKEND").is_ok_and(|backend| backend == "postgres");
    let named = backend && std::env::var("INFITAH_TEST_REDIS_URL").is_ok();
    let installed = named && Command::new("redis-server").arg("--version").output().is_ok();
    if !installed {
        eprintln!("left out: needs PostgreSQL, INFITAH_TEST_REDIS_URL and a redis-server on the PATH");
    }
    installed
}

/// A port that is free, and so is the one by which nodes of a cluster know each other.
fn free_port() -> u16 {
    loop {
        let held = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = held.local_addr().unwrap().port();
        let is_free = |port| TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_ok();
        if port.checked_add(10_000).is_some_and(is_free) {
            return port;
        }
    }
}

impl Redis {
    /// A server that is not started.
    pub(super) fn to_come() -> Self {
        Self { port: free_port(), cluster: false, folder: tempfile::tempdir().unwrap(), child: None }
    }

    /// A server that answers.
    pub(super) fn new() -> Self {
        let mut redis = Self::to_come();
        redis.start();
        redis
    }

    /// A server that can become a node of a cluster.
    pub(super) fn node() -> Self {
        let mut redis = Self::to_come();
        redis.cluster = true;
        redis.start();
        redis
    }

    pub(super) fn url(&self) -> String {
        format!("redis://127.0.0.1:{}", self.port)
    }

    pub(super) fn start(&mut self) {
        let port = self.port.to_string();
        let folder = self.folder.path().to_str().unwrap();
        let mut command = Command::new("redis-server");
        command.args(["--port", &port, "--bind", "127.0.0.1", "--dir", folder, "--save", ""]);
        if self.cluster {
            command.args(["--cluster-enabled", "yes", "--cluster-node-timeout", "1000"]);
            command.args(["--cluster-require-full-coverage", "no"]);
        }
        self.child = Some(command.stdout(Stdio::null()).spawn().unwrap());
        wait_for("an answer", || self.ask("PING").is_some_and(|answer| answer == ["+PONG"]));
    }

    /// Ends it as a power cut does.
    pub(super) fn kill(&mut self) {
        let mut child = self.child.take().expect("it runs");
        child.kill().unwrap();
        child.wait().unwrap();
    }

    /// The lines of an answer, when there is one.
    pub(super) fn ask(&self, command: &str) -> Option<Vec<String>> {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).ok()?;
        stream.set_read_timeout(Some(Duration::from_secs(5))).ok()?;
        stream.write_all(format!("{command}\r\nQUIT\r\n").as_bytes()).ok()?;
        let lines: Vec<String> = BufReader::new(stream).lines().map_while(Result::ok).collect();
        // The last line is the answer to the farewell.
        lines.split_last().map(|(_, lines)| lines.to_vec())
    }

    /// How many processes listen to the notices of an installation.
    pub(super) fn listeners(&self, prefix: &str) -> usize {
        let lines = self.ask(&format!("PUBSUB NUMSUB {prefix}notices")).unwrap_or_default();
        lines.last().and_then(|line| line.strip_prefix(':')?.parse().ok()).unwrap_or(0)
    }
}

impl Drop for Redis {
    fn drop(&mut self) {
        if self.child.is_some() {
            self.kill();
        }
    }
}

/// Looks again and again until it is so.
pub(super) fn wait_for(what: &str, mut is_so: impl FnMut() -> bool) {
    let until = Instant::now() + PATIENCE;
    while !is_so() {
        assert!(Instant::now() < until, "{what} did not come");
        std::thread::park_timeout(Duration::from_millis(10));
    }
}
