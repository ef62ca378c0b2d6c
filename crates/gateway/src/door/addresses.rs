//! The address of the client: the peer, or what a trusted front proxy says. The name of a host is
//! never taken from a forwarded header.

use std::net::IpAddr;

use axum::http::HeaderMap;
use infitah_core::ground::trace::Trace;

use crate::settings::TrustedProxies;

/// The nearest address that is not one of our own proxies. The list is read from its end, because
/// a client may write what it likes at the beginning.
pub(crate) fn client(peer: IpAddr, headers: &HeaderMap, trusted: &TrustedProxies) -> IpAddr {
    let peer = peer.to_canonical();
    if !trusted.contains(peer) {
        return peer;
    }
    let values = headers.get_all("x-forwarded-for");
    let hops: Vec<&str> =
        values.iter().filter_map(|value| value.to_str().ok()).flat_map(|value| value.split(',')).collect();
    let mut nearest = peer;
    for hop in hops.into_iter().rev() {
        let Ok(address) = hop.trim().parse::<IpAddr>() else {
            break;
        };
        nearest = address.to_canonical();
        if !trusted.contains(nearest) {
            break;
        }
    }
    nearest
}

/// The trace that a trusted front proxy began. Anybody else could make our spans part of a trace
/// of theirs, or of somebody else's.
pub(crate) fn trace(peer: IpAddr, headers: &HeaderMap, trusted: &TrustedProxies) -> Option<Trace> {
    let mut values = headers.get_all("traceparent").iter();
    let (value, None) = (values.next()?, values.next()) else { return None };
    value.to_str().ok().filter(|_| trusted.contains(peer.to_canonical())).and_then(Trace::parse)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_trusted_proxies_are_believed() {
        let trusted = TrustedProxies::parse("10.0.0.0/8").expect("good");
        for (peer, forwarded, client_address) in [
            ("203.0.113.9", "198.51.100.7", "203.0.113.9"),
            ("10.0.0.1", "198.51.100.7", "198.51.100.7"),
            ("10.0.0.1", "1.2.3.4, 198.51.100.7", "198.51.100.7"),
            ("10.0.0.1", "198.51.100.7, 10.0.0.2", "198.51.100.7"),
            ("10.0.0.1", "198.51.100.7, nonsense", "10.0.0.1"),
            ("10.0.0.1", "", "10.0.0.1"),
            ("::ffff:10.0.0.1", "2001:db8::1", "2001:db8::1"),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert("x-forwarded-for", forwarded.parse().expect("a header"));
            let found = client(peer.parse().expect("an address"), &headers, &trusted);
            assert_eq!(found.to_string(), client_address, "{peer} {forwarded}");
        }
    }
    #[test]
    fn traces_come_from_trusted_proxies() {
        let trusted = TrustedProxies::parse("10.0.0.0/8").expect("good");
        let good = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        for (peer, values, is_taken) in [
            ("10.0.0.1", &[good][..], true),
            ("203.0.113.9", &[good], false),
            ("10.0.0.1", &[good, good], false),
            ("10.0.0.1", &["nonsense"], false),
            ("10.0.0.1", &[], false),
        ] {
            let mut headers = HeaderMap::new();
            for value in values {
                headers.append("traceparent", value.parse().expect("a header"));
            }
            let found = trace(peer.parse().expect("an address"), &headers, &trusted);
            assert_eq!(found.is_some(), is_taken, "{peer} {values:?}");
        }
    }
}
