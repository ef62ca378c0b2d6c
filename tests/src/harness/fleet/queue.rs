//! What the workers have done and still have to do, read by hand on the primary: the ledger is the
//! truth, not what a process says of itself.

use chrono::{DateTime, Utc};
use infitah_worker::Stats;

use crate::harness::databases::psql;

/// Whether nothing waits to be published or turned into messages, and no message is due or in hand. The
/// clock is read after the queue, so that what was written meanwhile does not pass for later.
pub(crate) fn is_idle(admin: &str, clock: impl FnOnce() -> DateTime<Utc>) -> bool {
    let queue = psql(
        admin,
        "SELECT (SELECT count(*) FROM outbox_events WHERE dispatched_at IS NULL) || ' ' ||
           COALESCE((extract(epoch FROM LEAST(
             (SELECT min(due_at) FROM deliveries WHERE status = 'due'),
             (SELECT min(a.publish_at) FROM articles a JOIN collectivities c ON c.id = a.tenant_id
              WHERE a.status = 'draft' AND a.member_live AND c.status = 'active'))) * 1000000)::bigint::text, 'none')",
    );
    let Some((events, next)) = queue.split_once(' ') else { panic!("no queue: {queue}") };
    let is_later = || next.parse::<i64>().is_ok_and(|next| next > clock().timestamp_micros());
    events == "0" && (next == "none" || is_later())
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
    // What became public by itself is seen in its event.
    Stats { published: 0, events, sent, retried, dead, cancelled }
}

/// What was done in between.
pub(crate) fn since(before: Stats, after: Stats) -> Stats {
    Stats {
        published: 0,
        events: after.events - before.events,
        sent: after.sent - before.sent,
        retried: after.retried - before.retried,
        dead: after.dead - before.dead,
        cancelled: after.cancelled - before.cancelled,
    }
}
