//! An installation of its own for each test: database, gateway on a port of the loopback, worker,
//! mails in a folder, a clock that stands until it is moved. Or, where the run is on a fleet, the
//! same in several processes; stories do not see the difference.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;
use std::sync::Arc;

use chrono::TimeDelta;
use infitah_core::Locale;
use infitah_core::ground::clock::{FileClock, ManualClock, SharedClock};
use infitah_core::ground::database::{Database, DatabaseConfig};
use infitah_core::ground::resolver::Resolver;
use infitah_core::ground::secret::SecretKey;
use infitah_core::media::store::Store;
use infitah_core::tenancy::collectivities::Kind;
use infitah_core::tenancy::hub::{Hub, HubConfig};
use infitah_core::tenancy::permission::Role;
use infitah_core::tenancy::providers::Provider;
use infitah_core::tenancy::scope::{Actor, Tenant};
use infitah_core::tenancy::{invitations, staff};
use infitah_gateway::{Gateway, GatewaySettings, Limits, TrustedProxies, WebSettings};
use infitah_worker::{FileMailer, MailFrom, Mailer, SmtpMailer, Stats, Worker};
use tokio::net::TcpListener;

use super::caller::Caller;
use super::fleet::{self, Fleet, Ground};
use super::mails::{self, Mail};
use super::{buckets, databases, members, outcomes};

/// The password of everybody on the staff in tests.
pub(crate) const PASSWORD: &str = "a long test password";

/// A running installation with the network and the twins `fes` and `agadir`.
pub(crate) struct TestApp {
    pub(crate) hub: Hub,
    pub(crate) address: SocketAddr,
    pub(crate) database_url: String,
    pub(crate) network: Arc<Tenant>,
    pub(crate) fes: Arc<Tenant>,
    pub(crate) agadir: Arc<Tenant>,
    running: Running,
    folder: tempfile::TempDir,
}

/// Another door of an installation.
pub(crate) struct Door {
    pub(crate) hub: Hub,
    pub(crate) address: SocketAddr,
    open: Option<tokio::sync::oneshot::Sender<()>>,
}

impl Door {
    /// Asks it to close, as a signal does.
    pub(crate) fn ask_to_close(&mut self) {
        self.open = None;
    }
}

/// What serves it.
/// What an installation leans on.
#[derive(Default)]
struct Outside {
    store: Option<Store>,
    provider: Option<Provider>,
}

enum Running {
    /// This process.
    Here { clock: Arc<ManualClock>, _door: tokio::sync::oneshot::Sender<()> },
    /// Processes of its own.
    Fleet(Arc<Fleet>),
}

/// When every test begins.
const START: &str = "2026-11-23T10:00:00Z";

impl TestApp {
    /// The twins with three articles and a programme each.
    pub(crate) async fn new() -> Self {
        Self::with_articles(3).await
    }

    /// The twins with this many articles each.
    pub(crate) async fn with_articles(count: i64) -> Self {
        Self::made(count, "http", None).await
    }

    /// The twins, and whatever else a programme can hold, public and not.
    pub(crate) async fn with_outcomes(count: i64) -> Self {
        let app = Self::with_articles(count).await;
        for slug in ["fes", "agadir"] {
            outcomes::plant_outcomes(&app, slug).await;
        }
        app
    }

    /// The twins behind a door with other limits.
    pub(crate) async fn with_limits(limits: Limits) -> Self {
        Self::made(3, "http", Some(limits)).await
    }

    /// The twins, whose files are in a bucket.
    pub(crate) async fn with_bucket() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let server = buckets::serve(&folder.path().join("buckets")).await;
        let store = Store::bucket(buckets::bucket(server, buckets::SECRET_KEY)).unwrap();
        let outside = Outside { store: Some(store), provider: None };
        Self::made_in(folder, 3, "http", None, outside).await
    }

    /// The twins, beside a provider of sign-ins.
    pub(crate) async fn with_provider(provider: Provider) -> Self {
        let outside = Outside { store: None, provider: Some(provider) };
        Self::made_in(tempfile::tempdir().unwrap(), 3, "http", None, outside).await
    }

    /// The folder of this installation.
    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The twins as people reach them behind a proxy that ends TLS.
    pub(crate) async fn behind_tls() -> Self {
        Self::made(1, "https", None).await
    }

    async fn made(count: i64, scheme: &str, limits: Option<Limits>) -> Self {
        Self::made_in(tempfile::tempdir().unwrap(), count, scheme, limits, Outside::default()).await
    }

    /// The same in a folder, with its files in a store of its own or within the folder.
    async fn made_in(
        folder: tempfile::TempDir,
        count: i64,
        scheme: &str,
        limits: Option<Limits>,
        outside: Outside,
    ) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
        let address = listener.local_addr().unwrap();
        let public_url = format!("{scheme}://localhost:{}", address.port());
        if databases::is_fleet() {
            assert!(
                outside.store.is_none(),
                "buckets are served in process: tests/fleet-left-out names this test"
            );
            assert!(outside.provider.is_none(), "so are providers");
            assert!(limits.is_none(), "limits are set in process: tests/fleet-left-out names this test");
            let ground = Ground::lay(folder.path(), START.parse().unwrap(), &public_url).await;
            let config = DatabaseConfig { url: ground.place.url.clone(), read_url: None, connections: 4 };
            let hub =
                hub(&config, Arc::new(FileClock(ground.clock.clone())), &public_url, folder.path()).await;
            let [network, fes, agadir] = plant(&hub, count).await;
            let running = Running::Fleet(Fleet::start(ground, &public_url, listener).await);
            return Self { hub, address, database_url: config.url, network, fes, agadir, running, folder };
        }
        let config = databases::fresh(folder.path()).await;
        let clock = Arc::new(ManualClock::starting_at(START.parse().unwrap()));
        let Outside { store, provider } = outside;
        let store = store.unwrap_or_else(|| in_folder(folder.path()));
        let hub = hub_with(&config, clock.clone(), &public_url, (store, provider)).await;
        let [network, fes, agadir] = plant(&hub, count).await;
        let door = serve(&hub, listener, folder.path().join("mail"), limits.unwrap_or_default());
        let running = Running::Here { clock, _door: door };
        Self { hub, address, database_url: config.url, network, fes, agadir, running, folder }
    }

    /// How this test reaches the database.
    pub(crate) fn database_config(&self) -> DatabaseConfig {
        DatabaseConfig { url: self.database_url.clone(), read_url: None, connections: 4 }
    }

    /// Another door of the same installation in this process, which reaches the database its own
    /// way. Callers go there by [`Caller::at`].
    pub(crate) async fn another_door(&self, config: &DatabaseConfig, limits: Limits) -> Door {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
        let address = listener.local_addr().unwrap();
        let hub = hub(config, self.hub.clock().clone(), self.hub.public_url(), self.folder.path()).await;
        let open = serve(&hub, listener, self.folder.path().join("mail"), limits);
        Door { hub, address, open: Some(open) }
    }

    /// The processes that serve it, for stories about them.
    pub(crate) fn fleet(&self) -> &Arc<Fleet> {
        match &self.running {
            Running::Fleet(fleet) => fleet,
            Running::Here { .. } => panic!("tests/run gives this story several processes"),
        }
    }

    /// Somebody who is not signed in, at the host of a member, or of the network by `""`.
    pub(crate) fn anyone(&self, slug: &str) -> Caller {
        let port = self.address.port();
        let host =
            if slug.is_empty() { format!("localhost:{port}") } else { format!("{slug}.localhost:{port}") };
        self.at_host(&host)
    }

    /// Somebody at whatever they call the host.
    pub(crate) fn at_host(&self, host: &str) -> Caller {
        let caller = Caller::new(self.address, host);
        match &self.running {
            Running::Here { .. } => caller,
            Running::Fleet(fleet) => caller.of(fleet.clone()),
        }
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
        if let Running::Fleet(fleet) = &self.running {
            fleet.overlook(&email);
        }
        let invited = staff::invite(&scope, invitation).await.unwrap();
        let token = invited.link.rsplit('/').next().unwrap().to_owned();
        let anyone =
            self.hub.public_scope(tenant.clone(), self.hub.new_request_id()).acted_by(Actor::Anonymous);
        invitations::accept(&anyone, &token, PASSWORD).await.unwrap();
        email
    }

    /// Lets the worker do all that is due now, and says what it did.
    pub(crate) async fn run_worker(&self) -> Stats {
        match &self.running {
            Running::Fleet(fleet) => fleet.run_workers(None).await,
            Running::Here { .. } => self.run_with(FileMailer::new(self.folder.path())).await,
        }
    }

    /// The same, with mail that goes to this server.
    pub(crate) async fn run_worker_by(&self, smtp: &str) -> Stats {
        match &self.running {
            Running::Fleet(fleet) => fleet.run_workers(Some(smtp)).await,
            Running::Here { .. } => self.run_with(SmtpMailer::from_url(smtp, 2).unwrap()).await,
        }
    }

    async fn run_with(&self, mailer: impl Mailer + 'static) -> Stats {
        let from = MailFrom::new("hub@example.org").unwrap();
        Worker::new(self.hub.clone(), Arc::new(mailer), from).run_until_idle().await.unwrap()
    }

    /// Keeps workers that work by themselves from doing so until they are run again.
    pub(crate) async fn rest_worker(&self) {
        if let Running::Fleet(fleet) = &self.running {
            fleet.rest_workers().await;
        }
    }

    /// All mails written so far.
    pub(crate) fn mails(&self) -> Vec<Mail> {
        match &self.running {
            Running::Fleet(fleet) => fleet.mails(),
            Running::Here { .. } => mails::read(&self.folder.path().join("mail")),
        }
    }

    /// Moves the clock.
    pub(crate) fn pass(&self, time: TimeDelta) {
        match &self.running {
            Running::Fleet(fleet) => fleet.pass(time),
            Running::Here { clock, .. } => clock.advance(time),
        }
    }
}

async fn hub(config: &DatabaseConfig, clock: SharedClock, public_url: &str, folder: &Path) -> Hub {
    hub_with(config, clock, public_url, (in_folder(folder), None)).await
}

fn in_folder(folder: &Path) -> Store {
    Store::folder(&folder.join("media")).unwrap()
}

async fn hub_with(
    config: &DatabaseConfig,
    clock: SharedClock,
    public_url: &str,
    (store, provider): (Store, Option<Provider>),
) -> Hub {
    Hub::new(HubConfig {
        database: Database::connect(config).await.unwrap(),
        clock,
        secret: SecretKey::new(&fleet::KEY).unwrap(),
        domain: "localhost".into(),
        public_url: public_url.to_owned(),
        bus: databases::bus(public_url),
        store: Some(store),
        resolver: resolver(),
        provider,
    })
}

/// The Internet of the tests: one name that leads here, one that leads elsewhere.
fn resolver() -> Resolver {
    let (ours, elsewhere) = ([192, 0, 2, 1].into(), [198, 51, 100, 7].into());
    let known = [("fes.example.ma", vec![ours]), ("elsewhere.example.ma", vec![ours, elsewhere])];
    let known = known.map(|(name, addresses)| (name.to_owned(), addresses));
    Resolver::fixed(known.into(), vec![ours])
}

/// The network and the twins.
async fn plant(hub: &Hub, articles: i64) -> [Arc<Tenant>; 3] {
    members::plant_regions(hub).await;
    let network = members::plant_tenant(hub, "network", Kind::Network, None, "الشبكة", "Réseau").await;
    let fes = members::plant_tenant(hub, "fes", Kind::Commune, Some("03"), "فاس", "Fès").await;
    let agadir = members::plant_tenant(hub, "agadir", Kind::Commune, Some("09"), "أكادير", "Agadir").await;
    for tenant in [&fes, &agadir] {
        members::plant_content(hub, tenant, articles).await;
    }
    [network, fes, agadir]
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
