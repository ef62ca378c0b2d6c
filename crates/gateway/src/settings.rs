//! What the program tells the door at its start. The program reads the environment; the door only
//! takes values that were already checked.

use std::net::IpAddr;
use std::time::Duration;

use infitah_web::WebSettings;

/// The settings of a [`crate::Gateway`].
#[derive(Debug, Clone)]
pub struct GatewaySettings {
    /// Front proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: TrustedProxies,
    /// What the pages need to know; its build id is part of every cache key and ETag.
    pub web: WebSettings,
    /// How much one client, one tenant or one request may take.
    pub limits: Limits,
    /// The names of all migrations of this program; `/readyz` wants each of them applied.
    pub migrations: Vec<String>,
    /// Where to report a weakness, for `security.txt`; an address with its scheme.
    pub security_contact: Option<String>,
}

/// How much one client, one tenant or one request may take.
#[derive(Debug, Clone)]
pub struct Limits {
    /// Open connections.
    pub connections: usize,
    /// Requests of one tenant that are worked on at once; cached pages are not counted.
    pub requests_per_tenant: usize,
    /// How long a request may wait for its turn at its tenant.
    pub turn: Duration,
    /// From a connection, or the end of the last answer, to the last header of the next request.
    pub headers: Duration,
    /// From the last header to the answer, the body included.
    pub request: Duration,
    /// How long a client may not read what is sent to it.
    pub write: Duration,
    /// Bytes of a request's body.
    pub body: usize,
    /// From the word to stop to the closed door: `/readyz` says no, requests are still served.
    pub drain: Duration,
    /// How long open requests may take once the door is closed.
    pub closing: Duration,
    /// Bytes of all remembered pages.
    pub pages: u64,
    /// Execution of one GraphQL query.
    pub query: Duration,
    /// Cost of one GraphQL query of somebody who is not signed in.
    pub query_cost: u64,
    /// Cost of all GraphQL queries of one address at one tenant within [`Limits::window`].
    pub window_cost: u64,
    /// The window of [`Limits::window_cost`].
    pub window: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connections: 4096,
            requests_per_tenant: 64,
            turn: Duration::from_secs(2),
            headers: Duration::from_secs(5),
            request: Duration::from_secs(8),
            write: Duration::from_secs(30),
            body: 1024 * 1024,
            drain: Duration::ZERO,
            closing: Duration::from_secs(10),
            pages: 64 * 1024 * 1024,
            query: Duration::from_secs(3),
            query_cost: 20_000,
            window_cost: 200_000,
            window: Duration::from_secs(600),
        }
    }
}

/// Addresses and networks of front proxies.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TrustedProxies(Vec<(IpAddr, u32)>);

impl TrustedProxies {
    /// Reads a list like `127.0.0.1, 10.0.0.0/8, ::1`; nothing when one of its parts is wrong.
    pub fn parse(list: &str) -> Option<Self> {
        let parts = list.split(',').map(str::trim).filter(|part| !part.is_empty());
        parts.map(network).collect::<Option<Vec<_>>>().map(Self)
    }

    /// Whether this address is one of them.
    pub fn contains(&self, address: IpAddr) -> bool {
        let address = address.to_canonical();
        self.0.iter().any(|&(network, length)| match (network, address) {
            (IpAddr::V4(network), IpAddr::V4(address)) => {
                same_prefix(network.to_bits().into(), address.to_bits().into(), 32, length)
            }
            (IpAddr::V6(network), IpAddr::V6(address)) => {
                same_prefix(network.to_bits(), address.to_bits(), 128, length)
            }
            _ => false,
        })
    }
}

fn network(text: &str) -> Option<(IpAddr, u32)> {
    let (address, length) = match text.split_once('/') {
        Some((address, length)) => (address.parse::<IpAddr>().ok()?, Some(length.parse::<u32>().ok()?)),
        None => (text.parse::<IpAddr>().ok()?, None),
    };
    let width = if address.is_ipv4() { 32 } else { 128 };
    let length = length.unwrap_or(width);
    (length <= width).then_some((address, length))
}

fn same_prefix(left: u128, right: u128, width: u32, length: u32) -> bool {
    length == 0 || (left ^ right) >> (width - length) == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn networks_are_read_and_compared() {
        let trusted = TrustedProxies::parse("127.0.0.1, 10.0.0.0/8,fd00::/8").expect("good");
        for (address, inside) in [
            ("127.0.0.1", true),
            ("127.0.0.2", false),
            ("10.255.3.4", true),
            ("11.0.0.1", false),
            ("::ffff:10.1.1.1", true),
            ("fd12::1", true),
            ("fe80::1", false),
        ] {
            assert_eq!(trusted.contains(address.parse().expect("an address")), inside, "{address}");
        }
        assert!(TrustedProxies::parse("0.0.0.0/0").expect("good").contains("8.8.8.8".parse().expect("one")));
        for wrong in ["10.0.0.0/33", "localhost", "10.0.0.0/", "fd00::/129"] {
            assert_eq!(TrustedProxies::parse(wrong), None, "{wrong}");
        }
    }
}
