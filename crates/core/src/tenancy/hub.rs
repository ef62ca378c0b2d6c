//! The installation: what all requests share. Made once at the start by the program; scopes are
//! made from it after the host has named the tenant.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use tokio::sync::Notify;
use uuid::Uuid;

use super::collectivities::Kind;
use super::hosts::Hosts;
use super::providers::Provider;
use super::scope::{Actor, PublicScope, Scope, Tenant};
use crate::ground::bus::{Bus, Heard, Notice};
use crate::ground::clock::{SharedClock, new_id};
use crate::ground::database::Database;
use crate::ground::resolver::Resolver;
use crate::ground::secret::SecretKey;
use crate::media::store::Store;

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
    /// The way to its other processes.
    pub bus: Bus,
    /// Where files are kept; without one none are taken.
    pub store: Option<Store>,
    /// Where names of the Internet lead.
    pub resolver: Resolver,
    /// Who else may say who somebody is.
    pub provider: Option<Provider>,
}

/// The installation.
#[derive(Debug, Clone)]
pub struct Hub(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    config: HubConfig,
    hosts: Hosts,
    worker_nudge: Notify,
    is_stopping: AtomicBool,
}

impl Hub {
    /// An installation.
    pub fn new(config: HubConfig) -> Self {
        Self(Arc::new(Inner {
            config,
            hosts: Hosts::default(),
            worker_nudge: Notify::new(),
            is_stopping: AtomicBool::new(false),
        }))
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

    /// Notes that this process was asked to stop: it wants no more requests, though it serves
    /// those that still come.
    pub fn stop(&self) {
        self.0.is_stopping.store(true, Ordering::Relaxed);
    }

    /// Whether this process was asked to stop.
    pub fn is_stopping(&self) -> bool {
        self.0.is_stopping.load(Ordering::Relaxed)
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

    /// The way to the other processes of the installation.
    pub fn bus(&self) -> &Bus {
        &self.0.config.bus
    }

    /// Tells this process and all others what was committed. What does not arrive costs a worker
    /// two seconds and a page one, because all of them also look by themselves.
    pub async fn tell(&self, notice: Notice) {
        self.act(notice);
        self.bus().tell(notice).await;
    }

    /// Listens to the other processes for as long as this one lives; `serve` and `worker` call it
    /// once. Without others there is nothing to do.
    pub fn listen(&self) {
        if !self.bus().is_shared() {
            return;
        }
        let hub = self.clone();
        tokio::spawn(async move { hub.bus().hearing(|heard| hub.hear(heard)).await });
    }

    /// Waits until there may be something to do for a worker.
    pub async fn nudged(&self) {
        self.0.worker_nudge.notified().await;
    }

    fn hear(&self, heard: Heard) {
        match heard {
            Heard::Notice(notice) => self.act(notice),
            Heard::Silence => {
                self.hosts().forget();
                self.0.worker_nudge.notify_one();
            }
            Heard::Noise => tracing::debug!("a notice of another version was passed over"),
        }
    }

    fn act(&self, notice: Notice) {
        match notice {
            Notice::Outbox(_) => self.0.worker_nudge.notify_one(),
            // All of them: the pages of the network hang on those of every member.
            Notice::Content(_) | Notice::Hosts(_) => self.hosts().forget(),
        }
    }

    pub(crate) fn store(&self) -> Option<&Store> {
        self.0.config.store.as_ref()
    }

    pub(crate) fn hosts(&self) -> &Hosts {
        &self.0.hosts
    }

    pub(crate) fn provider(&self) -> Option<&Provider> {
        self.0.config.provider.as_ref()
    }

    pub(crate) fn resolver(&self) -> &Resolver {
        &self.0.config.resolver
    }

    pub(crate) fn secret(&self) -> &SecretKey {
        &self.0.config.secret
    }
}
