//! An installation of its own for each test: database, gateway on a port of the loopback, worker,
//! mails in a folder, a clock that stands until it is moved.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;

use chrono::TimeDelta;
use infitah_core::Locale;
use infitah_core::ground::clock::{ManualClock, SharedClock};
use infitah_core::ground::database::Database;
use infitah_core::ground::secret::SecretKey;
use infitah_core::tenancy::collectivities::Kind;
use infitah_core::tenancy::hub::{Hub, HubConfig};
use infitah_core::tenancy::permission::Role;
use infitah_core::tenancy::scope::{Actor, Tenant};
use infitah_core::tenancy::{invitations, staff};
use infitah_gateway::{Gateway, GatewaySettings, Limits, TrustedProxies, WebSettings};
use tokio::net::TcpListener;

use super::caller::Caller;
use super::mails::{self, Mail};
use super::{databases, members};

/// The password of everybody on the staff in tests.
pub(crate) const PASSWORD: &str = "a long test password";

/// A running installation with the network and the twins `fes` and `agadir`.
pub(crate) struct TestApp {
    pub(crate) hub: Hub,
    pub(crate) clock: Arc<ManualClock>,
    pub(crate) address: SocketAddr,
    pub(crate) database_url: String,
    pub(crate) folder: tempfile::TempDir,
    pub(crate) network: Arc<Tenant>,
    pub(crate) fes: Arc<Tenant>,
    pub(crate) agadir: Arc<Tenant>,
    _door: tokio::sync::oneshot::Sender<()>,
}

impl TestApp {
    /// The twins with three articles and a programme each.
    pub(crate) async fn new() -> Self {
        Self::with_articles(3).await
    }

    /// The twins with this many articles each.
    pub(crate) async fn with_articles(count: i64) -> Self {
        Self::made(count, "http", Limits::default()).await
    }

    /// The twins behind a door with other limits.
    pub(crate) async fn with_limits(limits: Limits) -> Self {
        Self::made(3, "http", limits).await
    }

    /// The twins as people reach them behind a proxy that ends TLS.
    pub(crate) async fn behind_tls() -> Self {
        Self::made(1, "https", Limits::default()).await
    }

    async fn made(count: i64, scheme: &str, limits: Limits) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let config = databases::fresh(folder.path()).await;
        let clock = Arc::new(ManualClock::starting_at("2026-11-23T10:00:00Z".parse().unwrap()));
        let shared: SharedClock = clock.clone();
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
        let address = listener.local_addr().unwrap();
        let hub = Hub::new(HubConfig {
            database: Database::connect(&config).await.unwrap(),
            clock: shared,
            secret: SecretKey::new(&[42; 32]).unwrap(),
            domain: "localhost".into(),
            public_url: format!("{scheme}://localhost:{}", address.port()),
            bus: databases::bus(&format!("{scheme}://localhost:{}", address.port())),
        });
        members::plant_regions(&hub).await;
        let network = members::plant_tenant(&hub, "network", Kind::Network, None, "الشبكة", "Réseau").await;
        let fes = members::plant_tenant(&hub, "fes", Kind::Commune, Some("03"), "فاس", "Fès").await;
        let agadir =
            members::plant_tenant(&hub, "agadir", Kind::Commune, Some("09"), "أكادير", "Agadir").await;
        for tenant in [&fes, &agadir] {
            members::plant_content(&hub, tenant, count).await;
        }
        let door = serve(&hub, listener, folder.path().join("mail"), limits);
        Self { hub, clock, address, database_url: config.url, folder, network, fes, agadir, _door: door }
    }

    /// Somebody who is not signed in, at the host of a member, or of the network by `""`.
    pub(crate) fn anyone(&self, slug: &str) -> Caller {
        let port = self.address.port();
        let host =
            if slug.is_empty() { format!("localhost:{port}") } else { format!("{slug}.localhost:{port}") };
        Caller::new(self.address, &host)
    }

    /// The tenant of a slug, `""` for the network.
    pub(crate) fn tenant(&self, slug: &str) -> &Arc<Tenant> {
        match slug {
            "" => &self.network,
            "agadir" => &self.agadir,
            _ => &self.fes,
        }
    }

    /// Somebody on the staff, signed in by the form. The mail of the invitation is not counted.
    pub(crate) async fn staff(&self, slug: &str, role: Role) -> Caller {
        let email = self.account(slug, role).await;
        let caller = self.anyone(slug);
        let form = [("email", email.as_str()), ("password", PASSWORD)];
        let answer = caller.post_form("/office/sign-in", &form).await.must(303);
        let cookie = answer.cookie().expect("a cookie");
        caller.with("cookie", &cookie)
    }

    /// An account with a password; gives its address.
    pub(crate) async fn account(&self, slug: &str, role: Role) -> String {
        let tenant = self.tenant(slug);
        let email = format!("{}@{}.example.org", role.code().replace('_', "-"), tenant.slug);
        let scope = self.hub.system_scope(tenant.clone(), "test staff");
        let invitation = staff::NewInvitation {
            email: email.clone(),
            display_name: format!("{} {}", role.code(), tenant.slug),
            role,
            locale: Locale::Ar,
        };
        let invited = staff::invite(&scope, invitation).await.unwrap();
        let token = invited.link.rsplit('/').next().unwrap().to_owned();
        let anyone =
            self.hub.public_scope(tenant.clone(), self.hub.new_request_id()).acted_by(Actor::Anonymous);
        invitations::accept(&anyone, &token, PASSWORD).await.unwrap();
        email
    }

    /// Lets the worker do all that is due now.
    pub(crate) async fn run_worker(&self) {
        let mailer = infitah_worker::FileMailer::new(self.folder.path());
        let worker = infitah_worker::Worker::new(
            self.hub.clone(),
            Arc::new(mailer),
            infitah_worker::MailFrom::new("hub@example.org").unwrap(),
        );
        worker.run_until_idle().await.unwrap();
    }

    /// All mails written so far.
    pub(crate) fn mails(&self) -> Vec<Mail> {
        mails::read(&self.folder.path().join("mail"))
    }

    /// Moves the clock.
    pub(crate) fn pass(&self, time: TimeDelta) {
        self.clock.advance(time);
    }
}

fn serve(
    hub: &Hub,
    listener: TcpListener,
    mail: std::path::PathBuf,
    limits: Limits,
) -> tokio::sync::oneshot::Sender<()> {
    let settings = GatewaySettings {
        trusted_proxies: TrustedProxies::default(),
        web: WebSettings { demo_mail_dir: Some(mail), build_id: "test".into() },
        limits,
        migrations: infitah_migrations::names().into_iter().map(str::to_owned).collect(),
        security_contact: None,
    };
    let gateway = Gateway::new(hub.clone(), settings);
    let (door, closed) = tokio::sync::oneshot::channel::<()>();
    tokio::spawn(async move {
        let shutdown = async move {
            // The sender is dropped with the test, which is the signal as well.
            drop(closed.await);
        };
        gateway.serve(listener, shutdown).await
    });
    door
}
