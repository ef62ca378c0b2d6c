//! What the worker clears away by its timer: requests nobody confirmed, old logs of tries,
//! sign-in sessions and counters that are over, and deliveries whose last try never came back.

use chrono::TimeDelta;
use sea_orm::Value;

use super::schedule::TRIES;
use crate::ground::database::WorkerTx;
use crate::ground::error::Result;
use crate::ground::sql;
use crate::notify::subscriptions::CONFIRM_HOURS;
use crate::tenancy::hub::Hub;

/// How long the log of tries is kept.
const LOG_DAYS: i64 = super::failing::LISTED_DAYS;
/// No window of a throttle is longer than a day.
const THROTTLE_DAYS: i64 = 2;

/// What was cleared away.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Swept {
    /// Requests that nobody confirmed in time.
    pub requests: u64,
    /// Lines in the log of tries.
    pub attempts: u64,
    /// Sign-in sessions that are over.
    pub sign_ins: u64,
    /// Links that set a password, second steps of signing in, challenges of passkeys and visits to a provider that are over.
    pub links: u64,
    /// Counters that are over.
    pub throttles: u64,
    /// Deliveries given up because their worker never came back from the last try.
    pub lost: u64,
}

/// Clears away what has had its time.
///
/// # Errors
/// A database fault; nothing is then changed.
pub async fn sweep(hub: &Hub) -> Result<Swept> {
    let now = hub.clock().now();
    let unconfirmed: Value = (now - TimeDelta::hours(CONFIRM_HOURS)).into();
    let tx = hub.database().begin_worker().await?;
    let swept = Swept {
        requests: clear(&tx, NEVER_CONFIRMED, [unconfirmed.clone()]).await?
            + clear(&tx, ASKED_AGAIN, [unconfirmed]).await?,
        attempts: clear(
            &tx,
            "DELETE FROM delivery_attempts WHERE at < $1",
            [(now - TimeDelta::days(LOG_DAYS)).into()],
        )
        .await?,
        sign_ins: clear(&tx, "DELETE FROM sign_ins WHERE expires_at < $1", [now.into()]).await?,
        links: clear(&tx, "DELETE FROM password_resets WHERE expires_at < $1", [now.into()]).await?
            + clear(&tx, "DELETE FROM second_steps WHERE expires_at < $1", [now.into()]).await?
            + clear(&tx, "DELETE FROM passkey_challenges WHERE expires_at < $1", [now.into()]).await?
            + clear(&tx, "DELETE FROM provider_visits WHERE expires_at < $1", [now.into()]).await?,
        throttles: clear(
            &tx,
            "DELETE FROM throttles WHERE window_started_at < $1",
            [(now - TimeDelta::days(THROTTLE_DAYS)).into()],
        )
        .await?,
        lost: clear(&tx, LOST, [now.into(), TRIES.into()]).await?,
    };
    tx.commit().await?;
    metrics::counter!("infitah_deliveries_total", "result" => "dead").increment(swept.lost);
    Ok(swept)
}

const NEVER_CONFIRMED: &str =
    "DELETE FROM subscriptions WHERE status = 'pending' AND requested_at <= $1 AND ended_at IS NULL";

/// Somebody who had left asked again and did not confirm: as before, without the address.
const ASKED_AGAIN: &str = "
UPDATE subscriptions SET status = 'ended', email = NULL
WHERE status = 'pending' AND requested_at <= $1 AND ended_at IS NOT NULL";

const LOST: &str = "
UPDATE deliveries SET status = 'dead', finished_at = $1, leased_until = NULL
WHERE status = 'due' AND attempts >= $2 AND leased_until <= $1";

async fn clear<const N: usize>(tx: &WorkerTx, text: &str, values: [Value; N]) -> Result<u64> {
    Ok(sql::run(tx, text, values).await?)
}
