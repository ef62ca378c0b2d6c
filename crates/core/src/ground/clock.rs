//! The clock. Time is injected so that a test can move it; nothing else in the project may ask the
//! machine for the time (clippy refuses it). All times are truncated to microseconds, because
//! PostgreSQL keeps no more and SQLite would, which breaks cursors.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

use chrono::{DateTime, DurationRound, TimeDelta, Utc};
use uuid::{NoContext, Timestamp, Uuid};

/// A source of the current time.
pub trait Clock: Send + Sync + std::fmt::Debug {
    /// The current time, truncated to microseconds.
    fn now(&self) -> DateTime<Utc>;
}

/// A shared clock.
pub type SharedClock = Arc<dyn Clock>;

/// The clock of the machine.
#[derive(Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "the one place that asks the machine")]
    fn now(&self) -> DateTime<Utc> {
        truncate(Utc::now())
    }
}

/// The machine's clock moved by the seconds that a file holds; for tests of a running program.
#[derive(Debug)]
pub struct FileClock(pub PathBuf);

impl Clock for FileClock {
    fn now(&self) -> DateTime<Utc> {
        let seconds = std::fs::read_to_string(&self.0)
            .ok()
            .and_then(|text| text.trim().parse::<i64>().ok())
            .unwrap_or(0);
        SystemClock.now() + TimeDelta::seconds(seconds)
    }
}

/// A clock that stands still until it is moved; for tests in process. It advances by one
/// microsecond at each look, so that no two events share an instant.
#[derive(Debug)]
pub struct ManualClock(AtomicI64);

impl ManualClock {
    /// A clock that stands at `start`.
    pub fn starting_at(start: DateTime<Utc>) -> Self {
        Self(AtomicI64::new(start.timestamp_micros()))
    }

    /// Moves the clock.
    pub fn advance(&self, by: TimeDelta) {
        self.0.fetch_add(by.num_microseconds().unwrap_or(0), Ordering::SeqCst);
    }
}

impl Clock for ManualClock {
    fn now(&self) -> DateTime<Utc> {
        let micros = self.0.fetch_add(1, Ordering::SeqCst);
        DateTime::from_timestamp_micros(micros).unwrap_or_default()
    }
}

/// A UUIDv7 of the given time; ids made by one process keep their order within a millisecond.
pub fn new_id(now: DateTime<Utc>) -> Uuid {
    static SEQUENCE: AtomicU64 = AtomicU64::new(0);
    let micros = now.timestamp_micros().max(0) as u64;
    let mut random = [0_u8; 16];
    getrandom::fill(&mut random).expect("the system's random generator works");
    // 48 bits of milliseconds, then a counter in the twelve bits after the version and the fourteen
    // after the variant (RFC 9562, 6.2, method 1), then 48 bits of chance.
    let sequence = SEQUENCE.fetch_add(1, Ordering::Relaxed);
    let base = Uuid::new_v7(Timestamp::from_unix(
        NoContext,
        micros / 1_000_000,
        ((micros % 1_000_000) * 1000) as u32,
    ));
    let mut bytes = *base.as_bytes();
    bytes[6] = 0x70 | ((sequence >> 22) & 0x0f) as u8;
    bytes[7] = ((sequence >> 14) & 0xff) as u8;
    bytes[8] = 0x80 | ((sequence >> 8) & 0x3f) as u8;
    bytes[9] = (sequence & 0xff) as u8;
    bytes[10..].copy_from_slice(&random[10..]);
    Uuid::from_bytes(bytes)
}

fn truncate(time: DateTime<Utc>) -> DateTime<Utc> {
    time.duration_trunc(TimeDelta::microseconds(1)).unwrap_or(time)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_of_one_moment_keep_their_order() {
        let now = "2026-11-27T10:00:00Z".parse().expect("a time");
        let ids: Vec<Uuid> = (0..20_000).map(|_| new_id(now)).collect();
        assert!(ids.is_sorted() && ids.windows(2).all(|pair| pair[0] != pair[1]));
        assert_eq!(ids[0].get_version_num(), 7);
    }
}
