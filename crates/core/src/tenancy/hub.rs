//! The installation: what all requests share. Made once at the start by the program; scopes are
//! made from it after the host has named the tenant.

use std::sync::Arc;

use tokio::sync::Notify;
use uuid::Uuid;

use super::collectivities::Kind;
use super::hosts::Hosts;
use super::scope::{Actor, PublicScope, Scope, Tenant};
use crate::ground::clock::{SharedClock, new_id};
use crate::ground::database::Database;
use crate::ground::secret::SecretKey;

/// What an installation is made of.
#[derive(Debug)]
pub struct HubConfig {
    /// The data.
    pub database: Database,
    /// The time.
    pub clock: SharedClock,
    /// The key of all tokens.
    pub secret: SecretKey,
    /// The domain of the network; members are its subdomains.
    pub domain: String,
    /// Scheme, host and port that people see for the network, without a slash at the end.
    pub public_url: String,
}

/// The installation.
#[derive(Debug, Clone)]
pub struct Hub(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    config: HubConfig,
    hosts: Hosts,
    worker_nudge: Notify,
}

impl Hub {
    /// An installation.
    pub fn new(config: HubConfig) -> Self {
        Self(Arc::new(Inner { config, hosts: Hosts::default(), worker_nudge: Notify::new() }))
    }

    /// The domain of the network.
    pub fn domain(&self) -> &str {
        &self.0.config.domain
    }

    /// Scheme, host and port of the network.
    pub fn public_url(&self) -> &str {
        &self.0.config.public_url
    }

    /// Whether people reach us by TLS, which decides about cookies.
    pub fn is_secure(&self) -> bool {
        self.public_url().starts_with("https://")
    }

    /// The clock.
    pub fn clock(&self) -> &SharedClock {
        &self.0.config.clock
    }

    /// The database.
    pub fn database(&self) -> &Database {
        &self.0.config.database
    }

    /// A new request id.
    pub fn new_request_id(&self) -> Uuid {
        new_id(self.clock().now())
    }

    /// What a request about published things of this tenant may use.
    pub fn public_scope(&self, tenant: Arc<Tenant>, request_id: Uuid) -> PublicScope {
        PublicScope::new(self.clone(), tenant, request_id)
    }

    /// A scope of the program itself at a tenant: commands and timers.
    pub fn system_scope(&self, tenant: Arc<Tenant>, name: &'static str) -> Scope {
        self.public_scope(tenant, self.new_request_id()).acted_by(Actor::System(name))
    }

    /// The base address of a member's site, without a slash at the end.
    pub fn url_of(&self, kind: Kind, slug: &str) -> String {
        if kind == Kind::Network {
            return self.public_url().to_owned();
        }
        match self.public_url().split_once("://") {
            Some((scheme, rest)) => format!("{scheme}://{slug}.{rest}"),
            None => self.public_url().to_owned(),
        }
    }

    /// Tells a worker in this process that there is something to do. A lost nudge costs two
    /// seconds, because workers also look by themselves.
    pub fn nudge_worker(&self) {
        self.0.worker_nudge.notify_one();
    }

    /// Waits for a nudge.
    pub async fn nudged(&self) {
        self.0.worker_nudge.notified().await;
    }

    pub(crate) fn hosts(&self) -> &Hosts {
        &self.0.hosts
    }

    pub(crate) fn secret(&self) -> &SecretKey {
        &self.0.config.secret
    }
}
