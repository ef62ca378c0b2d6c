//! Quotas that all processes count together, in fixed windows. Redis counts in one step, so two
//! processes cannot both spend the last of it; without Redis nobody is asked for a second.

use std::sync::Arc;
use std::sync::Mutex;
use std::sync::PoisonError;
use std::time::Duration;

use tokio::time::Instant;

use super::links::Link;
use crate::ground::ids::TenantId;

/// How long nobody is asked after a failure, so that not every query waits for its own.
const PAUSE: Duration = Duration::from_secs(1);

/// Adds when there is enough left. The window is part of the key, so the time to live only clears
/// away what nobody asks for any more.
const SCRIPT: &str = "
local spent = tonumber(redis.call('GET', KEYS[1]) or '0')
local sum = spent + tonumber(ARGV[1])
if sum > tonumber(ARGV[2]) then return {0, spent} end
redis.call('SET', KEYS[1], sum, 'PX', ARGV[3])
return {1, sum}";

/// What somebody wants to spend.
#[derive(Debug, Clone, Copy)]
pub struct Charge {
    /// Where.
    pub tenant: TenantId,
    /// Who, as a number of the caller's choice.
    pub client: u64,
    /// The number of the present window.
    pub window: i64,
    /// How long a window lasts.
    pub lasts: Duration,
    /// How much.
    pub cost: u64,
    /// How much the window holds.
    pub limit: u64,
}

/// What came of it: the sum of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Charged {
    /// It was enough; this is spent now.
    Spent(u64),
    /// It was not; this had been spent, and still is.
    Refused(u64),
}

/// Until when nobody is asked.
#[derive(Debug, Default)]
pub(super) struct Pause(Mutex<Option<Instant>>);

impl Pause {
    fn is_over(&self) -> bool {
        let until = *self.0.lock().unwrap_or_else(PoisonError::into_inner);
        until.is_none_or(|until| Instant::now() >= until)
    }

    fn begin(&self) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(Instant::now() + PAUSE);
    }
}

/// Charges in the window that all processes share.
pub(super) async fn charge(link: &Arc<Link>, charge: &Charge) -> Option<Charged> {
    if !link.pause.is_over() {
        return None;
    }
    match link.ask::<(u8, u64)>(command(link.prefix(), charge)).await {
        Some((1, sum)) => Some(Charged::Spent(sum)),
        Some((_, spent)) => Some(Charged::Refused(spent)),
        None => {
            link.pause.begin();
            tracing::debug!("quotas are counted in this process for now");
            None
        }
    }
}

/// A charge of nothing, to see whether scripts may be run.
pub(super) fn probe(prefix: &str) -> redis::Cmd {
    let nobody = TenantId(uuid::Uuid::nil());
    let lasts = Duration::from_millis(1);
    command(prefix, &Charge { tenant: nobody, client: 0, window: 0, lasts, cost: 0, limit: 0 })
}

fn command(prefix: &str, charge: &Charge) -> redis::Cmd {
    let Charge { tenant, client, window, lasts, cost, limit } = charge;
    let millis = u64::try_from(lasts.as_millis()).unwrap_or(u64::MAX).max(1);
    let mut command = redis::cmd("EVAL");
    // A number in a script holds 53 bits; no sum of costs comes near.
    command
        .arg(SCRIPT)
        .arg(1)
        .arg(format!("{prefix}quota:{tenant}:{client:x}:{window}"))
        .arg(*cost)
        .arg(*limit)
        .arg(millis);
    command
}
