//! Where a name of the Internet leads, and which addresses are ours. The machine's own resolver is
//! asked; where no network is, for example in a test, a fixed list stands for it.

use std::collections::BTreeMap;
use std::net::IpAddr;
use std::time::Duration;

/// Somebody waits for the answer before a page.
const PATIENCE: Duration = Duration::from_secs(5);

/// Who knows where names lead.
#[derive(Debug, Clone, Default)]
pub struct Resolver {
    known: Option<BTreeMap<String, Vec<IpAddr>>>,
    ours: Vec<IpAddr>,
}

impl Resolver {
    /// The machine's resolver, and the addresses under which people reach this installation; without
    /// any, they are those of its own domain.
    pub fn of_system(ours: Vec<IpAddr>) -> Self {
        Self { known: None, ours }
    }

    /// Names that lead where this list says, and nowhere else.
    pub fn fixed(known: BTreeMap<String, Vec<IpAddr>>, ours: Vec<IpAddr>) -> Self {
        Self { known: Some(known), ours }
    }

    /// Where a name leads; nowhere when nobody says in time.
    pub(crate) async fn addresses(&self, name: &str) -> Vec<IpAddr> {
        if let Some(known) = &self.known {
            return known.get(name).cloned().unwrap_or_default();
        }
        match tokio::time::timeout(PATIENCE, tokio::net::lookup_host((name, 443))).await {
            Ok(Ok(found)) => {
                let mut found: Vec<IpAddr> = found.map(|address| address.ip().to_canonical()).collect();
                found.sort_unstable();
                found.dedup();
                found
            }
            Ok(Err(error)) => {
                tracing::debug!(%error, "a name was not resolved");
                Vec::new()
            }
            Err(_) => Vec::new(),
        }
    }

    /// The addresses under which people reach this installation.
    pub(crate) async fn ours(&self, domain: &str) -> Vec<IpAddr> {
        if self.ours.is_empty() { self.addresses(domain).await } else { self.ours.clone() }
    }
}
