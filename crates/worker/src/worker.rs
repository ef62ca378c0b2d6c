//! The loop: look when nudged and every two seconds, dispatch events, take due messages, send a
//! few at a time, write down what came of them. The functions it calls may all run twice.

use std::collections::VecDeque;
use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use futures::StreamExt as _;
use futures::stream::FuturesUnordered;
use infitah_core::ground::error::Result;
use infitah_core::ground::trace;
use infitah_core::news::articles;
use infitah_core::notify::deliveries::{self, Claimed, Job, Lease, Outcome, Verdict};
use infitah_core::programme::{reminders, summaries};
use infitah_core::tenancy::hub::Hub;
use infitah_core::trust::personal_data;
use tokio::sync::watch;
use tokio::time::{Instant, MissedTickBehavior, interval_at, timeout};
use tracing::field::Empty;
use tracing::{Instrument as _, Span};

use crate::letter::{self, MailFrom};
use crate::mailers::Mailer;

/// How often it looks by itself.
const LOOK_EVERY: Duration = Duration::from_secs(2);
/// How many events and messages it takes at a time.
const BATCH: u32 = 100;
/// How many messages are on their way at once.
const AT_ONCE: usize = 8;
/// How often a batch that takes its time writes down what it has, and shows that it lives.
const SIGN_OF_LIFE: Duration = Duration::from_secs(5);
/// How long it tries to write down what it did while the database is away; a lease is as long.
const INSIST: Duration = Duration::from_secs(60);
/// From one such try to the next.
const INSIST_EVERY: Duration = Duration::from_millis(500);
/// How long it finishes what is in hand when told to stop.
const GRACE: Duration = Duration::from_secs(20);

/// The notification worker.
#[derive(Clone)]
pub struct Worker {
    hub: Hub,
    mailer: Arc<dyn Mailer>,
    from: MailFrom,
}

/// What a worker has done.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Stats {
    /// Articles made public because their time had come.
    pub published: usize,
    /// Events turned into messages.
    pub events: usize,
    /// Messages sent.
    pub sent: usize,
    /// Messages to be tried again.
    pub retried: usize,
    /// Messages given up.
    pub dead: usize,
    /// Messages that were no longer to be sent.
    pub cancelled: usize,
}

impl Stats {
    fn is_idle(self) -> bool {
        self == Self::default()
    }

    fn add(&mut self, other: Self) {
        self.published += other.published;
        self.events += other.events;
        self.sent += other.sent;
        self.retried += other.retried;
        self.dead += other.dead;
        self.cancelled += other.cancelled;
    }

    fn count(&mut self, verdict: Verdict) {
        match verdict {
            Verdict::Sent => self.sent += 1,
            Verdict::Retry => self.retried += 1,
            Verdict::Dead => self.dead += 1,
            Verdict::Cancelled => self.cancelled += 1,
        }
    }
}

impl Worker {
    /// A worker that sends through this mailer.
    pub fn new(hub: Hub, mailer: Arc<dyn Mailer>, from: MailFrom) -> Self {
        Self { hub, mailer, from }
    }

    /// Works until `shutdown` comes, then finishes what is in hand within twenty seconds and gives
    /// the rest back.
    pub async fn run(self, shutdown: impl Future<Output = ()>) {
        let (tell, stop) = watch::channel(false);
        let work = Box::pin(self.work(stop));
        tokio::pin!(shutdown);
        let work = match futures::future::select(work, shutdown).await {
            futures::future::Either::Left(_) => return,
            futures::future::Either::Right((_, work)) => work,
        };
        tell.send_replace(true);
        if timeout(GRACE, work).await.is_err() {
            tracing::warn!("the worker was stopped with messages in hand; their leases will run out");
        }
    }

    /// Works until nothing is due now, and says what it did.
    ///
    /// # Errors
    /// A database fault.
    pub async fn run_until_idle(&self) -> Result<Stats> {
        let (_tell, stop) = watch::channel(false);
        let mut all = Stats::default();
        loop {
            let stats = self.pass(&stop).await?;
            if stats.is_idle() {
                return Ok(all);
            }
            all.add(stats);
        }
    }

    /// Clears away what has had its time.
    ///
    /// # Errors
    /// A database fault.
    pub async fn sweep(&self) -> Result<deliveries::Swept> {
        deliveries::sweep(&self.hub).await
    }

    /// Erases what has had its time by the periods that members set.
    ///
    /// # Errors
    /// A database fault.
    pub async fn keep_periods(&self) -> Result<personal_data::Kept> {
        personal_data::keep(&self.hub).await
    }

    /// Writes the reminders that are due and says how many; a pass then sends them.
    ///
    /// # Errors
    /// A database fault.
    pub async fn remind(&self) -> Result<usize> {
        reminders::write_due(&self.hub).await
    }

    /// Takes up the cycles that began with the day alone and says of how many members.
    ///
    /// # Errors
    /// A database fault.
    pub async fn follow_calendar(&self) -> Result<u64> {
        summaries::follow_calendar(&self.hub).await
    }

    /// Publishes the articles whose time has come and says how many; a pass then tells their readers.
    ///
    /// # Errors
    /// A database fault.
    pub async fn publish_due(&self) -> Result<usize> {
        articles::publish_due(&self.hub).await
    }

    async fn work(&self, mut stop: watch::Receiver<bool>) {
        let mut kept_at = None;
        while !*stop.borrow() {
            self.keep_house_if_due(&mut kept_at).await;
            match self.pass(&stop).await {
                Ok(stats) if stats.is_idle() => {}
                Ok(stats) => {
                    tracing::info!(?stats, "told people");
                    continue;
                }
                Err(error) => tracing::error!(error = chain(&error), "the worker could not work"),
            }
            tokio::select! {
                () = self.hub.nudged() => {}
                () = tokio::time::sleep(LOOK_EVERY) => {}
                _ = stop.wait_for(|stop| *stop) => {}
            }
        }
    }

    /// What is done by the timer.
    async fn keep_house_if_due(&self, kept_at: &mut Option<DateTime<Utc>>) {
        let now = self.hub.clock().now();
        if kept_at.is_some_and(|at| now - at < TimeDelta::hours(1)) {
            return;
        }
        match self.sweep().await {
            Ok(swept) => tracing::debug!(?swept, "swept"),
            Err(error) => tracing::error!(error = chain(&error), "the worker could not sweep"),
        }
        match self.keep_periods().await {
            Ok(kept) => tracing::debug!(?kept, "kept the periods of members"),
            Err(error) => tracing::error!(error = chain(&error), "the worker could not keep the periods"),
        }
        match self.follow_calendar().await {
            Ok(members) => tracing::debug!(members, "followed the calendar"),
            Err(error) => tracing::error!(error = chain(&error), "the worker could not follow the calendar"),
        }
        match self.remind().await {
            Ok(written) => tracing::debug!(written, "reminded"),
            Err(error) => tracing::error!(error = chain(&error), "the worker could not remind"),
        }
        *kept_at = Some(now);
    }

    /// One look: some events, some messages.
    async fn pass(&self, stop: &watch::Receiver<bool>) -> Result<Stats> {
        // Nor must an article that cannot be published.
        let published = self.publish_due().await;
        // What cannot be dispatched must not hold up what waits to be sent.
        let dispatched = self.dispatch().await;
        let claimed = deliveries::claim(&self.hub, BATCH).await?;
        let mut stats = Stats { cancelled: claimed.cancelled, ..Stats::default() };
        self.send_all(claimed, stop, &mut stats).await?;
        stats.events = dispatched?;
        stats.published = published?;
        Ok(stats)
    }

    /// Some events, or the oldest one alone when together they are too many for one statement.
    async fn dispatch(&self) -> Result<usize> {
        match deliveries::dispatch(&self.hub, BATCH).await {
            Err(error) => {
                tracing::warn!(error = chain(&error), "a batch of events was not dispatched");
                deliveries::dispatch(&self.hub, 1).await
            }
            dispatched => dispatched,
        }
    }

    async fn send_all(
        &self,
        claimed: Claimed,
        stop: &watch::Receiver<bool>,
        stats: &mut Stats,
    ) -> Result<()> {
        let mut ours_until = claimed.until;
        let mut held: Vec<Lease> = claimed.jobs.iter().map(|job| job.lease).collect();
        let mut waiting = VecDeque::from(claimed.jobs);
        let mut on_their_way = FuturesUnordered::new();
        let mut done: Vec<Outcome> = Vec::new();
        let mut signs_of_life = interval_at(Instant::now() + SIGN_OF_LIFE, SIGN_OF_LIFE);
        signs_of_life.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            // A lease that ran out, because the machine slept or its clock was put on, may be another's.
            while on_their_way.len() < AT_ONCE && !*stop.borrow() && self.hub.clock().now() < ours_until {
                let Some(job) = waiting.pop_front() else { break };
                on_their_way.push(self.send(job));
            }
            tokio::select! {
                outcome = on_their_way.next() => match outcome {
                    Some(outcome) => {
                        stats.count(outcome.verdict);
                        held.retain(|lease| *lease != outcome.lease);
                        done.push(outcome);
                    }
                    None => break,
                },
                _ = signs_of_life.tick() => {
                    self.record(&mut done).await;
                    if self.hub.clock().now() < ours_until {
                        match deliveries::extend(&self.hub, &held).await {
                            Ok(until) => ours_until = until,
                            Err(error) => tracing::warn!(error = chain(&error), "leases were not extended"),
                        }
                    }
                }
            }
        }
        let never_tried: Vec<Lease> = waiting.iter().map(|job| job.lease).collect();
        insist(|| deliveries::record(&self.hub, done.clone())).await?;
        insist(|| deliveries::release(&self.hub, &never_tried)).await
    }

    /// Writes down what is done so far; what cannot be written is kept for the end of the batch.
    async fn record(&self, done: &mut Vec<Outcome>) {
        match deliveries::record(&self.hub, done.clone()).await {
            Ok(()) => done.clear(),
            Err(error) => tracing::warn!(error = chain(&error), "outcomes were not recorded"),
        }
    }

    async fn send(&self, job: Job) -> Outcome {
        let span = span_of(&job);
        self.hand_over(job).instrument(span).await
    }

    async fn hand_over(&self, job: Job) -> Outcome {
        let now = self.hub.clock().now();
        let sent = match letter::write(&job, &self.from, self.hub.domain(), now) {
            Ok(letter) => self.mailer.send(&letter).await,
            Err(failure) => Err(failure),
        };
        let Err(failure) = sent else {
            let since = (self.hub.clock().now() - job.told_at).as_seconds_f64().max(0.0);
            metrics::histogram!("infitah_delivery_seconds").record(since);
            tracing::debug!("a message was sent");
            return Outcome { lease: job.lease, verdict: Verdict::Sent, detail: String::new() };
        };
        tracing::Span::current().record("otel.status_code", "ERROR");
        tracing::warn!(failure.is_permanent, failure.detail, "a message was not sent");
        let verdict = if failure.is_permanent { Verdict::Dead } else { Verdict::Retry };
        Outcome { lease: job.lease, verdict, detail: failure.detail }
    }
}

/// The span of a try, under the request that told of it. As loud as a failure, so that a log of
/// failures says which delivery and which trace.
fn span_of(job: &Job) -> Span {
    let Lease { tenant, id, attempt } = job.lease;
    let span = tracing::warn_span!(
        parent: None, "delivery", %tenant, delivery = %id, attempt, trace = Empty,
        otel.name = Empty, otel.kind = Empty, otel.status_code = Empty,
    );
    trace::name(&span, "delivery", "producer");
    if let Some(told) = job.trace {
        span.record("trace", told.id());
        told.adopt(&span);
    }
    span
}

/// Writes, and again while the database is away for a moment: what was sent and is not written down
/// is sent again.
async fn insist<F: Future<Output = Result<()>>>(write: impl Fn() -> F) -> Result<()> {
    let end = Instant::now() + INSIST;
    loop {
        match write().await {
            Err(error) if Instant::now() < end => {
                tracing::warn!(error = chain(&error), "a batch could not be written down yet");
                tokio::time::sleep(INSIST_EVERY).await;
            }
            outcome => return outcome,
        }
    }
}

/// An error with its causes in one line.
fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(error) = source {
        text = format!("{text}: {error}");
        source = error.source();
    }
    text
}
