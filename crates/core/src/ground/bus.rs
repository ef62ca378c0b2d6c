//! What the processes of an installation tell each other, and what they count together: in one
//! process nothing leaves it, with several Redis carries it. Truth is only in the database, so
//! whatever gets lost here costs a second or two and never data: nothing waits for Redis longer
//! than fifty milliseconds, and every failure is passed over.

use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use serde::{Deserialize, Serialize};
use tokio::time::timeout;

use self::links::Link;
use super::ids::TenantId;

mod hearing;
mod links;
mod spending;

pub(crate) use self::hearing::Heard;
pub use self::spending::{Charge, Charged};

/// How long a request waits for Redis.
const PATIENCE: Duration = Duration::from_millis(50);

/// What the keys and channels of an installation begin with, by the address that people see.
pub fn prefix(public_url: &str) -> String {
    let authority = public_url.split_once("://").map_or(public_url, |(_, authority)| authority);
    format!("infitah:{authority}:")
}

/// What happened, told after its commit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "tenant", rename_all = "lowercase")]
pub enum Notice {
    /// There is something for a worker to do.
    Outbox(TenantId),
    /// Pages of a tenant have changed.
    Content(TenantId),
    /// A site has been opened, closed or moved.
    Hosts(TenantId),
}

/// A notice as it travels. A process that does not know a version or a kind passes it over.
#[derive(Debug, Serialize, Deserialize)]
struct Line {
    v: u8,
    #[serde(flatten)]
    notice: Notice,
}

const VERSION: u8 = 1;

impl Notice {
    fn to_line(self) -> String {
        serde_json::to_string(&Line { v: VERSION, notice: self }).expect("ids and names are always JSON")
    }

    fn of_line(line: &[u8]) -> Option<Self> {
        let line: Line = serde_json::from_slice(line).ok()?;
        (line.v == VERSION).then_some(line.notice)
    }
}

/// The way from process to process.
#[derive(Debug, Clone, Default)]
pub struct Bus(Option<Arc<Link>>);

/// Why there is no Redis.
#[derive(Debug, thiserror::Error)]
pub enum BusError {
    /// The address is none.
    #[error(
        "is not an address like redis://host:6379 or rediss://host:6380; several with commas are a cluster"
    )]
    Address,
    /// It refused, or could not be reached.
    #[error("Redis refused or could not be reached")]
    Refused(#[source] redis::RedisError),
    /// It did not answer in time.
    #[error("Redis does not answer")]
    Silent,
    /// It is too old, or the cluster is not whole.
    #[error("{0}")]
    Unfit(String),
}

impl Bus {
    /// All in this process.
    pub fn in_process() -> Self {
        Self(None)
    }

    /// By Redis or Valkey: one address is one server, several are nodes of a cluster. `prefix`
    /// begins all keys and channels, so that installations may share a server. Nothing is
    /// connected yet, and a server that is away is looked for when it is needed.
    ///
    /// # Errors
    /// An address that is none, or nodes that differ in password or TLS.
    pub fn redis(urls: &[String], prefix: &str) -> Result<Self, BusError> {
        Ok(Self(Some(Arc::new(Link::new(urls, prefix)?))))
    }

    /// Whether other processes hear what is told.
    pub fn is_shared(&self) -> bool {
        self.0.is_some()
    }

    /// How it is called in what the program says about itself.
    pub fn name(&self) -> &'static str {
        match &self.0 {
            None => "in process (embedded)",
            Some(link) if link.nodes().len() > 1 => "Redis cluster",
            Some(_) => "Redis",
        }
    }

    /// Looks at the servers as a start relies on them, and says what they are.
    ///
    /// # Errors
    /// When one cannot be reached, refuses what we need, or is too old.
    pub async fn check(&self) -> Result<String, BusError> {
        match &self.0 {
            Some(link) => link.check().await,
            None => Ok("none; one process does all".to_owned()),
        }
    }

    /// Tells the other processes, and waits until Redis has it, but not long.
    pub(crate) async fn tell(&self, notice: Notice) {
        let Some(link) = &self.0 else { return };
        let mut publish = redis::cmd("PUBLISH");
        publish.arg(link.channel()).arg(notice.to_line());
        let told = link.ask::<()>(publish).await.is_some();
        let result = if told { "told" } else { "lost" };
        metrics::counter!("infitah_notices_told_total", "result" => result).increment(1);
    }

    /// What hears the other processes for as long as it runs; it ends at once when there are none.
    pub(crate) fn hearing(&self, effect: impl Fn(Heard) + Send + Sync) -> impl Future<Output = ()> + Send {
        let link = self.0.clone();
        async move {
            if let Some(link) = link {
                hearing::run(&link, effect).await;
            }
        }
    }

    /// Counts together with the other processes what a client of a tenant spends. Nothing when
    /// that is not possible now; then each process counts for itself.
    pub async fn charge(&self, charge: &Charge) -> Option<Charged> {
        spending::charge(self.0.as_ref()?, charge).await
    }
}

/// An answer in time, or nothing.
async fn soon<T>(answer: impl Future<Output = Option<T>>) -> Option<T> {
    timeout(PATIENCE, answer).await.ok().flatten()
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn notices_travel_as_small_lines() {
        let tenant = TenantId(Uuid::from_u128(7));
        for (notice, kind) in [
            (Notice::Outbox(tenant), "outbox"),
            (Notice::Content(tenant), "content"),
            (Notice::Hosts(tenant), "hosts"),
        ] {
            let line = notice.to_line();
            let expected = format!(
                "{{\"v\":1,\"kind\":\"{kind}\",\"tenant\":\"00000000-0000-0000-0000-000000000007\"}}"
            );
            assert_eq!(line, expected);
            assert_eq!(Notice::of_line(line.as_bytes()), Some(notice));
        }
    }

    #[test]
    fn lines_of_other_versions_are_passed_over() {
        let tenant = "00000000-0000-0000-0000-000000000007";
        for line in [
            format!("{{\"v\":2,\"kind\":\"outbox\",\"tenant\":\"{tenant}\"}}"),
            format!("{{\"v\":1,\"kind\":\"weather\",\"tenant\":\"{tenant}\"}}"),
            "{\"v\":1,\"kind\":\"outbox\",\"tenant\":\"fes\"}".to_owned(),
            "{\"v\":1,\"kind\":\"outbox\"}".to_owned(),
            "FLUSHALL".to_owned(),
            String::new(),
        ] {
            assert_eq!(Notice::of_line(line.as_bytes()), None, "{line}");
        }
    }

    #[test]
    fn addresses_are_judged_before_the_start() {
        for (urls, good) in [
            (&["redis://127.0.0.1:6379"][..], true),
            (&["rediss://:secret@redis.example.org:6380/0"], true),
            (&["redis://10.0.0.1:7000", "redis://10.0.0.2:7000"], true),
            (&["redis://10.0.0.1:7000", "rediss://10.0.0.2:7000"], false),
            (&["redis://:one@10.0.0.1:7000", "redis://:two@10.0.0.2:7000"], false),
            (&["http://127.0.0.1:6379"], false),
            (&["unix:///run/redis.sock"], false),
            (&["127.0.0.1:6379"], false),
            (&[""], false),
            (&[], false),
        ] {
            let urls: Vec<String> = urls.iter().map(|&url| url.to_owned()).collect();
            let bus = Bus::redis(&urls, "infitah:test:");
            assert_eq!(bus.is_ok(), good, "{urls:?}");
            assert!(bus.err().is_none_or(|error| !error.to_string().contains("secret")));
        }
    }

    #[tokio::test]
    async fn nobody_waits_for_a_server_that_is_away() {
        // A port that was free a moment ago, and one that takes connections and says nothing.
        let silent = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
        let gone = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
        let ports = [silent.local_addr().expect("bound").port(), gone.local_addr().expect("bound").port()];
        drop(gone);
        for port in ports {
            let bus = Bus::redis(&[format!("redis://127.0.0.1:{port}")], "infitah:test:").expect("good");
            let begun = tokio::time::Instant::now();
            bus.tell(Notice::Outbox(TenantId(Uuid::from_u128(7)))).await;
            assert!(begun.elapsed() < Duration::from_secs(2), "{:?}", begun.elapsed());
            assert!(bus.check().await.is_err());
        }
    }
}
