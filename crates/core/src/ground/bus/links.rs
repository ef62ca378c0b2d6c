//! The connection for commands: one, shared by all requests, made when it is first needed and
//! thrown away at the first failure, because a new one is cheap and a broken one may stay broken.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

use redis::aio::MultiplexedConnection;
use redis::cluster::{ClusterClient, ClusterClientBuilder};
use redis::cluster_async::ClusterConnection;
use redis::cluster_routing::{RoutingInfo, SingleNodeRoutingInfo};
use redis::{Arg, AsyncConnectionConfig, Client, Cmd, FromRedisValue, RedisError, RedisResult};
use tokio::sync::watch;
use tokio::time::timeout;

use super::{BusError, soon, spending};

/// How long a connection may take to be made.
const CONNECTING: Duration = Duration::from_secs(2);
/// How long a command may take on the wire, also when nobody waits for it any more.
const ANSWERING: Duration = Duration::from_millis(500);
/// The one command of a cluster that is not bound to a node.
const PUBLISH: Arg<&[u8]> = Arg::Simple(b"PUBLISH");

/// The servers, and the connection for commands.
#[derive(Debug)]
pub(super) struct Link {
    prefix: String,
    channel: String,
    nodes: Vec<Client>,
    cluster: Option<ClusterClient>,
    wire: watch::Sender<Option<Wire>>,
    is_connecting: AtomicBool,
    made: AtomicU64,
    /// When quotas may ask again, after a failure.
    pub(super) pause: spending::Pause,
}

#[derive(Clone)]
struct Wire {
    number: u64,
    kind: Kind,
}

#[derive(Clone)]
enum Kind {
    Server(MultiplexedConnection),
    Cluster(ClusterConnection),
}

impl std::fmt::Debug for Wire {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "Wire({})", self.number)
    }
}

impl Link {
    pub(super) fn new(urls: &[String], prefix: &str) -> Result<Self, BusError> {
        let is_ours = |url: &String| url.starts_with("redis://") || url.starts_with("rediss://");
        if urls.is_empty() || !urls.iter().all(is_ours) {
            return Err(BusError::Address);
        }
        // The library's own error could show the password.
        let open = |url: &String| Client::open(url.as_str()).map_err(|_| BusError::Address);
        let cluster = match urls {
            [_] => None,
            _ => Some(
                ClusterClientBuilder::new(urls.iter().map(String::as_str))
                    .connection_timeout(CONNECTING)
                    .response_timeout(ANSWERING)
                    .retries(2)
                    .build()
                    .map_err(|_| BusError::Address)?,
            ),
        };
        Ok(Self {
            prefix: prefix.to_owned(),
            channel: format!("{prefix}notices"),
            nodes: urls.iter().map(open).collect::<Result<_, _>>()?,
            cluster,
            wire: watch::Sender::new(None),
            is_connecting: AtomicBool::new(false),
            made: AtomicU64::new(0),
            pause: spending::Pause::default(),
        })
    }

    /// What all keys begin with.
    pub(super) fn prefix(&self) -> &str {
        &self.prefix
    }

    /// The one channel of all notices.
    pub(super) fn channel(&self) -> &str {
        &self.channel
    }

    /// The servers that were named. In a cluster each of them passes on what is published.
    pub(super) fn nodes(&self) -> &[Client] {
        &self.nodes
    }

    /// The answer to a command, or nothing when it does not come soon.
    pub(super) async fn ask<T: FromRedisValue>(self: &Arc<Self>, command: Cmd) -> Option<T> {
        let mut used = None;
        let answer = soon(async {
            let wire = self.wire().await?;
            used = Some(wire.number);
            let answer = wire.run(&command).await;
            answer.inspect_err(|error| tracing::debug!(%error, "Redis refused")).ok()
        });
        let answer = answer.await;
        if answer.is_none() {
            tracing::debug!("Redis did not answer in time");
            self.throw_away(used);
        }
        answer
    }

    /// Makes the connection ahead of need.
    pub(super) async fn prepare(self: &Arc<Self>) {
        if self.wire().await.is_none() {
            tracing::debug!("Redis takes no commands yet");
        }
    }

    /// The connection; the one that is being made is made to its end, even when nobody waits.
    async fn wire(self: &Arc<Self>) -> Option<Wire> {
        let mut changes = self.wire.subscribe();
        if let Some(wire) = changes.borrow_and_update().clone() {
            return Some(wire);
        }
        if !self.is_connecting.swap(true, Ordering::AcqRel) {
            let link = self.clone();
            tokio::spawn(async move {
                let made = link.connect().await.inspect_err(|error| tracing::debug!(%error, "no Redis"));
                link.is_connecting.store(false, Ordering::Release);
                link.wire.send_replace(made.ok());
            });
        }
        changes.changed().await.ok()?;
        changes.borrow().clone()
    }

    async fn connect(&self) -> RedisResult<Wire> {
        let kind = match &self.cluster {
            None => Kind::Server(server(&self.nodes[0]).await?),
            Some(cluster) => {
                let silence = || RedisError::from(std::io::Error::from(std::io::ErrorKind::TimedOut));
                let connection = timeout(CONNECTING, cluster.get_async_connection()).await;
                Kind::Cluster(connection.map_err(|_| silence())??)
            }
        };
        Ok(Wire { number: self.made.fetch_add(1, Ordering::Relaxed), kind })
    }

    /// Forgets a connection that failed, unless there is a newer one already.
    fn throw_away(&self, number: Option<u64>) {
        self.wire.send_if_modified(|wire| {
            let is_that = wire.as_ref().is_some_and(|wire| Some(wire.number) == number);
            if is_that {
                *wire = None;
            }
            is_that
        });
    }

    /// Asks every server for its version, and one for all that a request may ask.
    pub(super) async fn check(self: &Arc<Self>) -> Result<String, BusError> {
        let mut versions = Vec::new();
        for node in &self.nodes {
            let found = timeout(CONNECTING, version(node, self.cluster.is_some())).await;
            versions.push(found.map_err(|_| BusError::Silent)??);
        }
        let wire = timeout(CONNECTING, self.connect()).await.map_err(|_| BusError::Silent)?;
        let wire = wire.map_err(BusError::Refused)?;
        let mut publish = redis::cmd("PUBLISH");
        publish.arg(&self.channel).arg("{}");
        for command in [publish, spending::probe(&self.prefix)] {
            let _: redis::Value = wire.run(&command).await.map_err(BusError::Refused)?;
        }
        versions.dedup();
        let shape = if self.cluster.is_some() { "a cluster" } else { "one server" };
        Ok(format!("{}, {shape}", versions.join(", ")))
    }
}

impl Wire {
    async fn run<T: FromRedisValue>(&self, command: &Cmd) -> RedisResult<T> {
        match self.kind.clone() {
            Kind::Server(mut connection) => command.query_async(&mut connection).await,
            // A key has its node, and every node passes on what is published.
            Kind::Cluster(mut connection) if command.args_iter().next() == Some(PUBLISH) => {
                let anywhere = RoutingInfo::SingleNode(SingleNodeRoutingInfo::Random);
                Ok(redis::from_redis_value(connection.route_command(command.clone(), anywhere).await?)?)
            }
            Kind::Cluster(mut connection) => command.query_async(&mut connection).await,
        }
    }
}

async fn server(node: &Client) -> RedisResult<MultiplexedConnection> {
    let config = AsyncConnectionConfig::new()
        .set_connection_timeout(Some(CONNECTING))
        .set_response_timeout(Some(ANSWERING));
    node.get_multiplexed_async_connection_with_config(&config).await
}

/// What a server says it is; a node of a cluster must find its cluster whole.
async fn version(node: &Client, in_cluster: bool) -> Result<String, BusError> {
    let mut connection = server(node).await.map_err(BusError::Refused)?;
    let mut ask = async |words: &[&str]| -> Result<String, BusError> {
        let mut command = redis::cmd(words[0]);
        command.arg(&words[1..]);
        command.query_async(&mut connection).await.map_err(BusError::Refused)
    };
    let text = ask(&["INFO", "server"]).await?;
    let of = |name: &str| text.lines().find_map(|line| line.strip_prefix(name));
    let redis = of("redis_version:").unwrap_or("of no version");
    let major: u32 = redis.split('.').next().and_then(|major| major.parse().ok()).unwrap_or(0);
    if major < 7 {
        return Err(BusError::Unfit(format!("Redis is {redis}; 7 or Valkey is needed")));
    }
    if in_cluster && !ask(&["CLUSTER", "INFO"]).await?.contains("cluster_state:ok") {
        return Err(BusError::Unfit("the Redis cluster is not whole".to_owned()));
    }
    Ok(match of("valkey_version:") {
        Some(valkey) => format!("Valkey {valkey}"),
        None => format!("Redis {redis}"),
    })
}
