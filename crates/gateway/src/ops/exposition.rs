//! The metrics of the process in the text format of Prometheus. What happens is counted where it
//! happens; what is a state (pools, queue) is read at the moment of the scrape, so that it is never
//! an old number: what could not be read is absent.

use std::time::Duration;

use infitah_core::ground::database::Database;
use infitah_core::notify::Lag;
use metrics::{counter, describe_counter, describe_gauge, describe_histogram, gauge, with_local_recorder};
use metrics_exporter_prometheus::{BuildError, Matcher, PrometheusBuilder, PrometheusHandle};

/// Seconds of requests.
const OF_REQUESTS: [f64; 11] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 5.0];
/// Seconds from what happened to the mail about it; the last tries come after more than a day.
const OF_DELIVERIES: [f64; 10] = [0.5, 1.0, 2.5, 5.0, 15.0, 60.0, 300.0, 1_800.0, 21_600.0, 172_800.0];
/// Points of GraphQL queries; 20,000 is the most.
const OF_COSTS: [f64; 8] = [1.0, 10.0, 50.0, 200.0, 1_000.0, 5_000.0, 10_000.0, 20_000.0];

/// Counting cannot begin, because it began before.
#[derive(Debug)]
pub struct Unmeasured(BuildError);

impl std::fmt::Display for Unmeasured {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("the program cannot begin to count")
    }
}

impl std::error::Error for Unmeasured {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.0)
    }
}

/// What was counted since the start.
#[derive(Clone)]
pub struct Exposition(PrometheusHandle);

impl std::fmt::Debug for Exposition {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Exposition").finish_non_exhaustive()
    }
}

impl Exposition {
    /// Begins to count, once in a process. Before, and without, all counting is for nothing and
    /// costs nothing.
    ///
    /// # Errors
    /// Counting began before.
    pub fn begin() -> Result<Self, Unmeasured> {
        let handle = builder().and_then(PrometheusBuilder::install_recorder).map_err(Unmeasured)?;
        describe();
        Ok(Self(handle))
    }

    /// Merges what was observed every few seconds; without, it would grow while nobody scrapes.
    pub(super) async fn keep_up(&self) {
        let mut ticks = tokio::time::interval(Duration::from_secs(5));
        loop {
            ticks.tick().await;
            self.0.run_upkeep();
        }
    }

    /// What was counted, and the states of this moment.
    pub(super) fn render(&self, database: &Database, build: &str, lag: Option<Lag>) -> String {
        let states = PrometheusBuilder::new().build_recorder();
        with_local_recorder(&states, || observe(database, build, lag));
        format!("{}{}", self.0.render(), states.handle().render())
    }
}

fn builder() -> Result<PrometheusBuilder, BuildError> {
    PrometheusBuilder::new()
        .set_buckets_for_metric(Matcher::Full("infitah_http_request_seconds".into()), &OF_REQUESTS)?
        .set_buckets_for_metric(Matcher::Full("infitah_delivery_seconds".into()), &OF_DELIVERIES)?
        .set_buckets_for_metric(Matcher::Full("infitah_graphql_cost".into()), &OF_COSTS)
}

fn describe() {
    describe_counter!("infitah_http_requests_total", "Requests answered, by route and kind of collectivity");
    describe_histogram!("infitah_http_request_seconds", "From the last header to the answer");
    describe_histogram!("infitah_graphql_cost", "Cost of GraphQL queries in points, refused ones too");
    describe_counter!("infitah_page_cache_total", "Public pages: remembered, made, or not to be remembered");
    describe_counter!("infitah_rate_limited_total", "Requests refused because there were too many");
    describe_counter!("infitah_deliveries_total", "Tries to send a message, by what came of them");
    describe_histogram!("infitah_delivery_seconds", "From what happened to the message sent about it");
    describe_counter!("infitah_notices_heard_total", "Notices from other processes");
    describe_counter!("infitah_notices_told_total", "Notices to other processes");
}

fn observe(database: &Database, build: &str, lag: Option<Lag>) {
    describe_gauge!("infitah_build_info", "What runs here");
    let version = env!("CARGO_PKG_VERSION");
    gauge!("infitah_build_info", "version" => version, "build" => build.to_owned()).set(1.0);
    describe_counter!("infitah_statements_total", "Statements sent to the database");
    counter!("infitah_statements_total").absolute(database.statements());
    describe_gauge!("infitah_pool_connections", "Connections to the database");
    for pool in database.pool_use() {
        for (state, count) in [("used", pool.used), ("idle", pool.idle), ("max", pool.max)] {
            gauge!("infitah_pool_connections", "pool" => pool.pool, "state" => state).set(f64::from(count));
        }
    }
    let Some(lag) = lag else { return };
    describe_gauge!("infitah_outbox_pending", "Events that are not turned into messages yet");
    gauge!("infitah_outbox_pending").set(lag.pending as f64);
    describe_gauge!("infitah_outbox_lag_seconds", "Age of the oldest of these events");
    gauge!("infitah_outbox_lag_seconds").set(lag.seconds);
    describe_gauge!("infitah_deliveries_due", "Messages that should be sent now");
    gauge!("infitah_deliveries_due").set(lag.due as f64);
    describe_gauge!("infitah_dead_letters", "Messages given up");
    gauge!("infitah_dead_letters").set(lag.dead as f64);
}
