//! Whether the servers answer. A connection that breaks marks its server as lost; a task asks the
//! lost ones, and the replica every second, until they answer again. Pooled connections from
//! before a loss are tried out before they are used.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Weak};
use std::time::{Duration, Instant};

use sea_orm::{ConnectionTrait as _, DatabaseConnection};
use tokio::sync::Notify;
use tokio::time::timeout;

use super::Pools;

/// How often the replica is asked.
const EVERY: Duration = Duration::from_secs(1);
/// Between two questions to a server that does not answer.
const PAUSE: Duration = Duration::from_millis(100);
/// How long the replica may take to answer; reads that cannot wait go to the primary.
const REPLICA_PATIENCE: Duration = Duration::from_secs(1);
/// How long the primary may take: as long as a new connection to it.
const PRIMARY_PATIENCE: Duration = Duration::from_secs(5);

/// What is known of both servers.
#[derive(Debug)]
pub(super) struct Health {
    pub(super) primary: Arc<Pulse>,
    pub(super) replica: Arc<Pulse>,
    called: Notify,
}

/// Whether one server answers.
#[derive(Debug)]
pub(super) struct Pulse {
    name: &'static str,
    is_lost: AtomicBool,
    since: Instant,
    /// Milliseconds after `since`, plus one; zero for never.
    lost_at: AtomicU64,
}

impl Pulse {
    fn new(name: &'static str) -> Arc<Self> {
        let (is_lost, lost_at) = (AtomicBool::new(false), AtomicU64::new(0));
        Arc::new(Self { name, is_lost, since: Instant::now(), lost_at })
    }

    /// Whether the server is known not to answer.
    pub(super) fn is_lost(&self) -> bool {
        self.is_lost.load(Ordering::Relaxed)
    }

    /// Whether a connection that was idle for so long was last used before the last loss.
    pub(super) fn is_from_before(&self, idle_for: Duration) -> bool {
        let lost_at = self.lost_at.load(Ordering::Relaxed);
        lost_at != 0 && idle_for >= self.since.elapsed().saturating_sub(Duration::from_millis(lost_at))
    }

    fn lose(&self) {
        let now = u64::try_from(self.since.elapsed().as_millis()).unwrap_or(u64::MAX - 1);
        self.lost_at.store(now + 1, Ordering::Relaxed);
        if !self.is_lost.swap(true, Ordering::Relaxed) {
            tracing::warn!(server = self.name, "the database does not answer");
        }
    }

    fn find(&self) {
        if self.is_lost.swap(false, Ordering::Relaxed) {
            tracing::info!(server = self.name, "the database answers again");
        }
    }
}

impl Health {
    pub(super) fn new() -> Self {
        Self { primary: Pulse::new("primary"), replica: Pulse::new("replica"), called: Notify::new() }
    }

    /// Notes that a connection to the primary broke, and has it looked into at once.
    pub(super) fn lose_primary(&self) {
        self.primary.lose();
        self.called.notify_one();
    }

    /// Notes that a connection to the replica broke; reads go to the primary until it answers.
    pub(super) fn lose_replica(&self) {
        self.replica.lose();
        self.called.notify_one();
    }
}

/// Asks until the pools are gone.
pub(super) async fn watch(pools: Weak<Pools>, health: Arc<Health>) {
    loop {
        // Woken by a loss, or because a second is over; both mean the same.
        timeout(EVERY, health.called.notified()).await.ok();
        let Some(pools) = pools.upgrade().filter(|pools| !pools.is_closed()) else { return };
        ask(&pools).await;
        drop(pools);
        if health.primary.is_lost() || health.replica.is_lost() {
            tokio::time::sleep(PAUSE).await;
        }
    }
}

/// Asks the replica, and the primary when it is lost.
pub(super) async fn ask(pools: &Pools) {
    let primary = async {
        if pools.health.primary.is_lost() && answers(&pools.public, PRIMARY_PATIENCE).await {
            pools.health.primary.find();
        }
    };
    let replica = async {
        let Some(replica) = &pools.replica else { return };
        if answers(replica, REPLICA_PATIENCE).await {
            pools.health.replica.find();
        } else {
            pools.health.replica.lose();
        }
    };
    tokio::join!(primary, replica);
}

async fn answers(pool: &DatabaseConnection, patience: Duration) -> bool {
    match timeout(patience, pool.execute_unprepared("SELECT 1")).await {
        Ok(Ok(_)) => true,
        Ok(Err(error)) => {
            tracing::debug!(%error, "a database was asked whether it is there");
            false
        }
        Err(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn connections_from_before_a_loss_are_known() {
        let pulse = Pulse::new("primary");
        assert!(!pulse.is_from_before(Duration::from_secs(3600)), "nothing was ever lost");
        pulse.lose();
        assert!(pulse.is_lost());
        assert!(pulse.is_from_before(Duration::from_secs(3600)));
        pulse.find();
        assert!(!pulse.is_lost());
        assert!(pulse.is_from_before(Duration::from_secs(3600)), "the connection is as old as it was");
    }
}
