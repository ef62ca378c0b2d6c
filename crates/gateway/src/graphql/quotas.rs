//! How much an address may ask of a tenant within a window, counted together with the other
//! gateways where there are any. Each process also remembers what it saw, and counts on from there
//! alone while Redis is away: a limit may then be passed as often as there are gateways, and a
//! query is never kept waiting for the count.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use chrono::{DateTime, Utc};
use infitah_core::ground::bus::{Bus, Charge, Charged};
use infitah_core::ground::ids::TenantId;

/// More addresses than this in one window are an attack by themselves; then all begin anew.
const MOST_CLIENTS: usize = 100_000;

/// What the addresses have spent in the present window.
#[derive(Debug)]
pub(crate) struct Quotas {
    bus: Bus,
    seconds: i64,
    limit: u64,
    window: Mutex<Window>,
}

#[derive(Debug, Default)]
struct Window {
    number: i64,
    spent: HashMap<Client, u64>,
}

/// An address at a tenant. A household has one address of version 4 or one /64 of version 6.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Client(u64, TenantId);

/// The account of one query.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Spent {
    pub(crate) cost: u64,
    pub(crate) limit: u64,
    pub(crate) remaining: u64,
    pub(crate) reset_at: DateTime<Utc>,
}

impl Client {
    pub(crate) fn new(address: IpAddr, tenant: TenantId) -> Self {
        let network = match address.to_canonical() {
            IpAddr::V4(address) => u64::from(address.to_bits()),
            // The upper half of an address of version 6 is never that small: no confusion.
            IpAddr::V6(address) => u64::try_from(address.to_bits() >> 64).unwrap_or(u64::MAX),
        };
        Self(network, tenant)
    }
}

impl Quotas {
    pub(crate) fn new(bus: Bus, window: Duration, limit: u64) -> Self {
        let seconds = i64::try_from(window.as_secs()).unwrap_or(i64::MAX).max(1);
        Self { bus, seconds, limit, window: Mutex::default() }
    }

    /// Spends some of a client's quota.
    ///
    /// # Errors
    /// When there is not so much left: the time at which there is again. Nothing is spent then.
    pub(crate) async fn spend(
        &self,
        client: Client,
        cost: u64,
        now: DateTime<Utc>,
    ) -> Result<Spent, DateTime<Utc>> {
        let number = now.timestamp().div_euclid(self.seconds);
        let reset_at = DateTime::from_timestamp((number + 1) * self.seconds, 0).unwrap_or(now);
        let charge = Charge {
            tenant: client.1,
            client: client.0,
            window: number,
            lasts: Duration::from_secs(self.seconds.unsigned_abs()),
            cost,
            limit: self.limit,
        };
        let charged = self.bus.charge(&charge).await;
        match self.count(client, cost, number, charged) {
            Charged::Spent(sum) => {
                let remaining = self.limit.saturating_sub(sum);
                Ok(Spent { cost, limit: self.limit, remaining, reset_at })
            }
            Charged::Refused(_) => Err(reset_at),
        }
    }

    /// Takes over what was charged together; without that, charges here.
    fn count(&self, client: Client, cost: u64, number: i64, charged: Option<Charged>) -> Charged {
        let mut window = self.window.lock().unwrap_or_else(PoisonError::into_inner);
        if window.number != number || window.spent.len() >= MOST_CLIENTS {
            *window = Window { number, spent: HashMap::new() };
        }
        let spent = window.spent.entry(client).or_default();
        let charged = charged.unwrap_or_else(|| match spent.saturating_add(cost) {
            sum if sum > self.limit => Charged::Refused(*spent),
            sum => Charged::Spent(sum),
        });
        let (Charged::Spent(sum) | Charged::Refused(sum)) = charged;
        *spent = sum.max(*spent);
        charged
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;
    use uuid::Uuid;

    use super::*;

    #[tokio::test]
    async fn windows_are_fixed_and_clients_are_apart() {
        let quotas = Quotas::new(Bus::in_process(), Duration::from_secs(600), 100);
        let now: DateTime<Utc> = "2026-11-23T10:04:00Z".parse().expect("a time");
        let client = |address: &str, tenant| {
            Client::new(address.parse().expect("an address"), TenantId(Uuid::from_u128(tenant)))
        };
        let fes = client("203.0.113.1", 1);
        let spent = quotas.spend(fes, 60, now).await.expect("enough");
        assert_eq!(
            (spent.remaining, spent.reset_at.to_rfc3339()),
            (40, "2026-11-23T10:10:00+00:00".to_owned())
        );
        assert!(quotas.spend(fes, 41, now).await.is_err());
        assert_eq!(quotas.spend(fes, 40, now).await.expect("enough").remaining, 0);
        assert!(quotas.spend(client("203.0.113.1", 2), 100, now).await.is_ok());
        assert!(quotas.spend(client("203.0.113.2", 1), 100, now).await.is_ok());
        assert!(quotas.spend(fes, 100, now + TimeDelta::minutes(6)).await.is_ok());
        assert_eq!(client("2001:db8::1", 1), client("2001:db8::2", 1));
        assert_ne!(client("2001:db8::1", 1), client("2001:db8:1::1", 1));
        assert_eq!(client("::ffff:203.0.113.1", 1), fes);
    }

    #[tokio::test]
    async fn process_counts_on_alone_from_what_it_saw() {
        let quotas = Quotas::new(Bus::in_process(), Duration::from_secs(600), 100);
        let fes = Client::new("203.0.113.1".parse().expect("an address"), TenantId(Uuid::from_u128(1)));
        // Others spent as well, so the sum of all is more than what was spent here.
        assert_eq!(quotas.count(fes, 10, 1, Some(Charged::Spent(70))), Charged::Spent(70));
        assert_eq!(quotas.count(fes, 40, 1, None), Charged::Refused(70));
        assert_eq!(quotas.count(fes, 30, 1, None), Charged::Spent(100));
        // What was counted together stands, also after all of it was forgotten.
        assert_eq!(quotas.count(fes, 10, 1, Some(Charged::Spent(10))), Charged::Spent(10));
        assert_eq!(quotas.count(fes, 1, 1, None), Charged::Refused(100));
        assert_eq!(quotas.count(fes, 1, 2, None), Charged::Spent(1));
    }
}
