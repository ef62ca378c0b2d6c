//! An installation of several processes for one test: two gateways behind a balancer, two workers,
//! a database with a replica, Redis, a mail server. The stories are the same as in one process.

pub(crate) mod balancer;
pub(crate) mod notices;
pub(crate) mod process;
pub(crate) mod queue;
pub(crate) mod redis;

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use infitah_core::ground::bus;
use infitah_core::ground::clock::{Clock as _, FileClock, SystemClock};
use infitah_worker::Stats;
use tokio::net::TcpListener;
use tokio::sync::Mutex;
use tokio::time::MissedTickBehavior;

use self::notices::Notices;
use self::process::{Environment, Process};
use super::databases::{self, Place};
use super::mails::{self, Mail};

/// The key of all tokens, shared by all processes and the test.
pub(crate) const KEY: [u8; 32] = [b'k'; 32];

/// The processes of one installation and what is between them.
pub(crate) struct Fleet {
    environment: Environment,
    admin: String,
    sender: String,
    logs: PathBuf,
    clock: PathBuf,
    notices: Notices,
    gateways: Mutex<Vec<(Process, u64)>>,
    doors: balancer::Doors,
    workers: Mutex<Workers>,
    overlooked: std::sync::Mutex<Vec<String>>,
}

struct Workers {
    running: Vec<Process>,
    smtp: String,
    done: Stats,
}

/// What stands before the processes do.
pub(crate) struct Ground {
    pub(crate) place: Place,
    pub(crate) clock: PathBuf,
    notices: Notices,
}

impl Ground {
    /// A database, a clock that shows this time, and an ear on the notices.
    pub(crate) async fn lay(folder: &Path, start: DateTime<Utc>, public_url: &str) -> Self {
        let clock = folder.join("clock");
        let offset = (start - SystemClock.now()).num_seconds();
        std::fs::write(&clock, offset.to_string()).unwrap();
        let place = databases::fresh_fleet().await;
        Self { place, clock, notices: Notices::listen(format!("{}notices", bus::prefix(public_url))).await }
    }
}

impl Fleet {
    /// Starts two of each on what the test has planted.
    pub(crate) async fn start(ground: Ground, public_url: &str, listener: TcpListener) -> Arc<Self> {
        let Ground { place, clock, notices } = ground;
        let environment = Environment::from([
            ("INFITAH_DOMAIN", "localhost".to_owned()),
            ("INFITAH_PUBLIC_URL", public_url.to_owned()),
            ("INFITAH_DATABASE_URL", place.url.clone()),
            ("INFITAH_DATABASE_READ_URL", place.replica_url.clone()),
            ("INFITAH_SECRET_KEY", String::from_utf8_lossy(&KEY).into_owned()),
            ("INFITAH_TEST_CLOCK", clock.display().to_string()),
            // The gateways share the folder, as an installation's do.
            ("INFITAH_MEDIA_URL", format!("file://{}", clock.with_file_name("media").display())),
            ("INFITAH_REDIS_URL", redis::url()),
            ("INFITAH_LOG", "info,infitah_core=debug,infitah_worker=debug".to_owned()),
        ]);
        let workers = Workers { running: Vec::new(), smtp: smtp_url(), done: Stats::default() };
        let fleet = Self {
            environment,
            admin: databases::url_of(&place.name, "postgres"),
            sender: format!("hub-{}", place.name.trim_start_matches("infitah_test_").replace('_', "-")),
            logs: log_folder(),
            clock,
            notices,
            gateways: Mutex::default(),
            doors: balancer::Doors::default(),
            workers: Mutex::new(workers),
            overlooked: std::sync::Mutex::default(),
        };
        let (one, two, ()) =
            tokio::join!(fleet.gateway("gateway-1"), fleet.gateway("gateway-2"), fleet.work(None));
        *fleet.doors.lock().unwrap() = [&one, &two].into_iter().filter_map(|gateway| gateway.door).collect();
        fleet.listening(5).await;
        let before = fleet.notices.caught_up().await;
        // That call was heard by all, and so counts on both sides.
        *fleet.gateways.lock().await = vec![(one, before - 1), (two, before - 1)];
        balancer::spread(listener, fleet.doors.clone());
        Arc::new(fleet)
    }

    async fn gateway(&self, name: &str) -> Process {
        Process::start(name, &self.log(name), true, &self.environment).await
    }

    fn log(&self, process: &str) -> PathBuf {
        let test = std::thread::current().name().unwrap_or("main").replace("::", "-");
        self.logs.join(format!("{test}-{}-{process}.log", self.sender))
    }

    /// Waits until so many listen on the notices: all that were started, and the test.
    async fn listening(&self, count: i64) {
        until("all processes listen on the notices", async || self.notices.listeners().await >= count).await;
    }

    /// Waits until both gateways know what was told before.
    pub(crate) async fn settle(&self) {
        let gateways = self.gateways.lock().await;
        let listening: Vec<(&Process, u64)> =
            gateways.iter().map(|(process, before)| (process, *before)).collect();
        self.notices.settle(&listening).await;
    }

    /// The doors of the gateways themselves, past the balancer.
    pub(crate) fn doors(&self) -> Vec<SocketAddr> {
        self.doors.lock().unwrap().clone()
    }

    /// Takes a gateway out of the fleet, for a story about its end. As in a rolling restart, what
    /// stands before it is told first and sends it nobody any more.
    pub(crate) async fn take_gateway(&self, index: usize) -> Process {
        let gateway = self.gateways.lock().await.remove(index).0;
        self.doors.lock().unwrap().retain(|&door| Some(door) != gateway.door);
        gateway
    }

    /// Lets two workers run that send through this server, or through the usual one.
    async fn work(&self, smtp: Option<&str>) {
        let mut workers = self.workers.lock().await;
        let smtp = smtp.map_or_else(smtp_url, str::to_owned);
        if workers.smtp != smtp {
            workers.rest().await;
            workers.smtp = smtp;
        }
        if !workers.running.is_empty() {
            return;
        }
        let environment = |name: &str| {
            let mut environment = self.environment.clone();
            environment.insert("INFITAH_SMTP_URL", workers.smtp.clone());
            environment.insert("INFITAH_MAIL_FROM", format!("{}-{name}@example.org", self.sender));
            environment
        };
        let (first, second) = (environment("worker-1"), environment("worker-2"));
        let (one, two) = (self.log("worker-1"), self.log("worker-2"));
        let (one, two) = tokio::join!(
            Process::start("worker-1", &one, false, &first),
            Process::start("worker-2", &two, false, &second)
        );
        workers.running = vec![one, two];
    }

    /// Lets the workers do all that is due now, through this server if it is another, and says what
    /// was done since the last time.
    pub(crate) async fn run_workers(&self, smtp: Option<&str>) -> Stats {
        self.work(smtp).await;
        until("nothing is due", async || queue::is_idle(&self.admin, || self.now())).await;
        let mut workers = self.workers.lock().await;
        let done = queue::done(&self.admin);
        let before = std::mem::replace(&mut workers.done, done);
        queue::since(before, done)
    }

    /// Ends the workers; they are started again when they are asked to run.
    pub(crate) async fn rest_workers(&self) {
        self.workers.lock().await.rest().await;
    }

    /// Ends the worker that sends under this address as a fault would; the others work on.
    pub(crate) async fn kill_worker(&self, sender: &str) {
        let mut workers = self.workers.lock().await;
        let is_it = |process: &Process| sender == format!("{}-{}@example.org", self.sender, process.name);
        let index = workers.running.iter().position(is_it).expect("a worker of this fleet");
        let mut worker = workers.running.remove(index);
        worker.kill();
        worker.ended().await;
    }

    /// Counts no invitation to this address: it is accepted at once, and whether its mail was quicker
    /// is chance where workers never rest.
    pub(crate) fn overlook(&self, email: &str) {
        self.overlooked.lock().unwrap().push(email.to_owned());
    }

    /// All mails of this installation that arrived, the oldest first.
    pub(crate) fn mails(&self) -> Vec<Mail> {
        let overlooked = self.overlooked.lock().unwrap();
        let is_overlooked = |mail: &Mail| {
            let to = mail.header("to");
            overlooked.iter().any(|email| to.contains(email)) && !mail.link("/office/invitation/").is_empty()
        };
        let arrived = self.arrivals().into_iter().map(|(_, mail)| mail);
        arrived.filter(|mail| !is_overlooked(mail)).collect()
    }

    /// What arrived, each with the address it was sent under.
    pub(crate) fn arrivals(&self) -> Vec<(String, Mail)> {
        let folder =
            std::env::var("INFITAH_TEST_SMTP_DIR").expect("tests/run names the mail server's folder");
        mails::sent_by(Path::new(&folder), &format!("{}-", self.sender))
    }

    fn now(&self) -> DateTime<Utc> {
        FileClock(self.clock.clone()).now()
    }

    /// Moves the clock of all.
    pub(crate) fn pass(&self, time: TimeDelta) {
        let offset: i64 = std::fs::read_to_string(&self.clock).unwrap().trim().parse().unwrap();
        // Written beside and renamed, so that nobody reads half a number.
        let beside = self.clock.with_extension("new");
        std::fs::write(&beside, (offset + time.num_seconds()).to_string()).unwrap();
        std::fs::rename(beside, &self.clock).unwrap();
    }
}

impl Workers {
    async fn rest(&mut self) {
        for worker in &self.running {
            worker.tell_to_stop();
        }
        for mut worker in self.running.drain(..) {
            let status = worker.ended().await;
            assert!(status.success(), "{} ended with {status}", worker.name);
        }
    }
}

impl Drop for Fleet {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("the logs of this fleet: {}/*-{}-*.log", self.logs.display(), self.sender);
        }
    }
}

/// Waits until something holds, for half a minute.
pub(crate) async fn until(what: &str, mut holds: impl AsyncFnMut() -> bool) {
    let mut looks = tokio::time::interval(Duration::from_millis(10));
    looks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let all = async {
        loop {
            looks.tick().await;
            if holds().await {
                return;
            }
        }
    };
    assert!(tokio::time::timeout(Duration::from_secs(30), all).await.is_ok(), "not in time: {what}");
}

fn smtp_url() -> String {
    std::env::var("INFITAH_TEST_SMTP_URL").expect("tests/run names the mail server")
}

fn log_folder() -> PathBuf {
    let folder = std::env::var("INFITAH_TEST_LOGS").expect("tests/run names the folder of logs");
    let folder = PathBuf::from(folder).join("fleet");
    std::fs::create_dir_all(&folder).unwrap();
    folder
}
