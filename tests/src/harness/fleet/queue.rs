//! What the workers have done and still have to do, read by hand on the primary: the ledger is the
//! truth, not what a process says of itself.

use chrono::{DateTime, SecondsFormat, Utc};
use infitah_worker::Stats;

use crate::harness::databases::psql;

/// Whether nothing waits to be turned into messages, and no message is due or in hand.
pub(crate) fn is_idle(admin: &str, now: DateTime<Utc>) -> bool {
    let now = now.to_rfc3339_opts(SecondsFormat::Micros, true);
    let waiting = psql(
        admin,
        &format!(
            "SELECT (SELECT count(*) FROM outbox_events WHERE dispatched_at IS NULL)
                  + (SELECT count(*) FROM deliveries WHERE status = 'due' AND due_at <= '{now}')"
        ),
    );
    waiting.parse::<u64>().unwrap_or_else(|_| panic!("no number: {waiting}")) == 0
}

/// All that was ever done.
pub(crate) fn done(admin: &str) -> Stats {
    let counts = psql(
        admin,
        "SELECT (SELECT count(*) FROM outbox_events WHERE dispatched_at IS NOT NULL) || ' ' ||
           count(*) FILTER (WHERE outcome = 'sent') || ' ' || count(*) FILTER (WHERE outcome = 'retry') || ' ' ||
           count(*) FILTER (WHERE outcome = 'dead') || ' ' || count(*) FILTER (WHERE outcome = 'cancelled')
         FROM delivery_attempts",
    );
    let counts: Vec<usize> = counts.split(' ').map(|count| count.parse().unwrap()).collect();
    let [events, sent, retried, dead, cancelled] = counts[..] else { panic!("five counts: {counts:?}") };
    Stats { events, sent, retried, dead, cancelled }
}

/// What was done in between.
pub(crate) fn since(before: Stats, after: Stats) -> Stats {
    Stats {
        events: after.events - before.events,
        sent: after.sent - before.sent,
        retried: after.retried - before.retried,
        dead: after.dead - before.dead,
        cancelled: after.cancelled - before.cancelled,
    }
}
