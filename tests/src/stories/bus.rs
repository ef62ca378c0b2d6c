//! Several processes over one database: Redis makes them quick, and its end makes them no worse
//! than slow. Each test has servers of its own, so that it may break them.

mod cluster;
mod programs;
mod servers;

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::Instant;

use infitah_core::Locale;
use infitah_core::ground::bus::{self, Bus};
use infitah_core::ground::clock::{ManualClock, SharedClock};
use infitah_core::ground::database::{Database, DatabaseConfig};
use infitah_core::ground::localised::Localised;
use infitah_core::ground::resolver::Resolver;
use infitah_core::ground::secret::SecretKey;
use infitah_core::news::articles::{self, ArticleInput, Cover};
use infitah_core::tenancy::hosts::Site;
use infitah_core::tenancy::hub::{Hub, HubConfig};
use infitah_gateway::{Gateway, GatewaySettings, Limits, TrustedProxies, WebSettings};
use infitah_worker::{FileMailer, MailFrom, Worker};
use serde_json::json;
use tokio::net::TcpListener;
use tokio::time::timeout;

use self::servers::{PATIENCE, Redis};
use crate::harness::{Caller, TestApp};

/// What the keys of these installations begin with.
const PUBLIC_URL: &str = "http://localhost";

/// Processes over the database of an installation, which share a clock.
struct Processes {
    database: DatabaseConfig,
    clock: Arc<ManualClock>,
    urls: Vec<String>,
}

impl Processes {
    fn over(app: &TestApp, urls: &[String]) -> Self {
        let clock = Arc::new(ManualClock::starting_at("2026-11-23T10:00:00Z".parse().unwrap()));
        let database = DatabaseConfig { url: app.database_url.clone(), read_url: None, connections: 2 };
        Self { database, clock, urls: urls.to_vec() }
    }

    /// A process that listens to the others.
    async fn start(&self) -> Hub {
        let clock: SharedClock = self.clock.clone();
        let hub = Hub::new(HubConfig {
            database: Database::connect(&self.database).await.unwrap(),
            clock,
            secret: SecretKey::new(&[42; 32]).unwrap(),
            domain: "localhost".into(),
            public_url: PUBLIC_URL.into(),
            bus: Bus::redis(&self.urls, &bus::prefix(PUBLIC_URL)).unwrap(),
            store: None,
            resolver: Resolver::default(),
            provider: None,
        });
        hub.listen();
        hub
    }
}

async fn nudged(hub: &Hub) {
    timeout(PATIENCE, hub.nudged()).await.expect("a nudge");
}

async fn until_heard(redis: &Redis, count: usize) {
    servers::wait_for("the listeners", || redis.listeners(&bus::prefix(PUBLIC_URL)) == count);
}

/// The version of the pages of fes, as a process knows it.
async fn version(hub: &Hub) -> String {
    match hub.site("fes.localhost").await.unwrap() {
        Some(Site::Active(tenant)) => tenant.content_version.clone(),
        other => panic!("fes is open: {other:?}"),
    }
}

/// Publishes an article at fes.
async fn publish(hub: &Hub, title: &str) {
    let tenant = hub.member("fes").await.unwrap().expect("fes");
    let scope = hub.system_scope(tenant, "test");
    let text = |text: &str| Localised::new([(Locale::Ar, text.to_owned())]);
    let input = ArticleInput {
        titles: text(title),
        summaries: Localised::default(),
        bodies: text("<p>نص</p>"),
        category: None,
        slugs: Localised::default(),
        cover: Cover::AsIs,
    };
    let draft = articles::create(&scope, input).await.unwrap();
    articles::publish(&scope, draft.id, draft.version).await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn other_processes_hear_at_once() {
    if !servers::is_there() {
        return;
    }
    let (app, redis) = (TestApp::with_articles(1).await, Redis::new());
    let processes = Processes::over(&app, &[redis.url()]);
    let (one, other) = (processes.start().await, processes.start().await);
    until_heard(&redis, 2).await;
    // Whoever begins to listen looks around first.
    nudged(&other).await;

    for round in 0..5 {
        let before = version(&other).await;
        let begun = Instant::now();
        publish(&one, &format!("خبر {round}")).await;
        nudged(&other).await;
        eprintln!("heard {:?} after the article was begun", begun.elapsed());
        assert_ne!(version(&other).await, before, "the word of the content comes before that of the outbox");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_is_lost_with_redis() {
    if !servers::is_there() {
        return;
    }
    let (app, mut redis) = (TestApp::with_articles(1).await, Redis::to_come());
    subscribe(&app, "amina@example.org").await;
    let processes = Processes::over(&app, &[redis.url()]);
    // Redis is not there yet when all begin.
    let (one, other) = (processes.start().await, processes.start().await);
    let folder = tempfile::tempdir().unwrap();
    let worker = Worker::new(
        other.clone(),
        Arc::new(FileMailer::new(folder.path())),
        MailFrom::new("hub@example.org").unwrap(),
    );
    let worker = tokio::spawn(worker.run(std::future::pending()));
    let sent = |count: usize| {
        let mails = crate::harness::mails::read(&folder.path().join("mail"));
        assert!(mails.len() <= count, "nothing is sent twice");
        mails.len() == count
    };

    let before = version(&other).await;
    publish(&one, "بدون ريديس").await;
    wait("the mail of the absence", || sent(1)).await;
    // Without word from Redis a process forgets a site by its own clock, which nothing ties to the mail.
    let again = timeout(PATIENCE, async {
        while version(&other).await == before {
            tokio::task::yield_now().await;
        }
    });
    again.await.expect("the new version of the pages");

    redis.start();
    until_heard(&redis, 2).await;
    publish(&one, "مع ريديس").await;
    redis.ask("FLUSHALL").expect("an answer");
    publish(&one, "بعد المسح").await;
    wait("the mails of the presence", || sent(3)).await;

    redis.kill();
    let begun = Instant::now();
    publish(&one, "بعد القتل").await;
    eprintln!("published {:?} after Redis was killed", begun.elapsed());
    wait("the mail of the loss", || sent(4)).await;
    assert!(matches!(one.site("agadir.localhost").await.unwrap(), Some(Site::Active(_))));

    redis.start();
    until_heard(&redis, 2).await;
    publish(&one, "بعد العودة").await;
    wait("the mail of the return", || sent(5)).await;
    worker.abort();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn quota_spent_at_one_gateway_is_spent_at_the_other() {
    if !servers::is_there() {
        return;
    }
    let (app, mut redis) = (TestApp::with_articles(1).await, Redis::new());
    let processes = Processes::over(&app, &[redis.url()]);
    let (one, other) = (processes.start().await, processes.start().await);
    until_heard(&redis, 2).await;
    let (first, second) = (gateway(one).await, gateway(other).await);

    let (spent, at_first) = (remaining(&first).await, remaining(&second).await);
    assert!(at_first < spent, "{at_first} is left at the other after {spent} was left at the one");
    let whole = answered(&first).await;
    let more = answered(&second).await;
    // One or two, if Redis was slow to count and a process counted alone.
    assert!(whole > 10 && more < 3, "{whole} and {more}");
    let refused = ask(&second).await.must(429);
    let seconds: i64 = refused.header("retry-after").parse().unwrap();
    assert!((1..=600).contains(&seconds), "{seconds}");
    // Another member does not pay for it.
    assert_eq!(status(&Caller { host: "agadir.localhost".into(), ..second.clone() }).await, 200);

    // What is flushed is a fresh window, and no fault.
    redis.ask("FLUSHALL").expect("an answer");
    assert_eq!(status(&second).await, 200);

    // Alone, each counts on from the most it saw: both saw that all was spent.
    redis.kill();
    assert_eq!((status(&first).await, status(&second).await), (429, 429));
    assert_eq!(status(&Caller { host: "localhost".into(), ..first.clone() }).await, 200);
}

async fn gateway(hub: Hub) -> Caller {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
    let address: SocketAddr = listener.local_addr().unwrap();
    let settings = GatewaySettings {
        trusted_proxies: TrustedProxies::default(),
        web: WebSettings { demo_mail_dir: None, build_id: "test".into() },
        limits: Limits { window_cost: 1_000, ..Limits::default() },
        migrations: Vec::new(),
        security_contact: None,
    };
    let gateway = Gateway::new(hub, settings);
    tokio::spawn(async move { gateway.serve(listener, std::future::pending()).await });
    Caller::new(address, "fes.localhost")
}

const QUERY: &str = "{ rateLimit { remaining } articles(first: 50) { nodes { id } } }";

async fn ask(caller: &Caller) -> crate::harness::Answer {
    let caller = caller.clone().with("accept", "application/graphql-response+json");
    let body = json!({ "query": QUERY }).to_string().into_bytes();
    caller.send(reqwest::Method::POST, "/graphql", Some("application/json"), body).await
}

async fn status(caller: &Caller) -> u16 {
    ask(caller).await.status
}

/// How many queries are answered before one is refused.
async fn answered(caller: &Caller) -> usize {
    for count in 0..100 {
        match status(caller).await {
            200 => {}
            429 => return count,
            other => panic!("{other}"),
        }
    }
    panic!("nothing is refused");
}

async fn remaining(caller: &Caller) -> u64 {
    let answer = caller.gql(QUERY, json!({})).await;
    answer["data"]["rateLimit"]["remaining"].as_u64().unwrap_or_else(|| panic!("{answer}"))
}

/// Somebody who confirmed that they want the news of fes.
async fn subscribe(app: &TestApp, email: &str) {
    app.anyone("fes").post_form("/ar/subscribe", &[("email", email)]).await.must(200);
    app.run_worker().await;
    let link = app.mails().pop().expect("a confirmation").link("/subscribe/confirm/");
    let path = link.split_once(&app.anyone("fes").host).expect("a link to fes").1.to_owned();
    app.anyone("fes").post_form(&path, &[]).await.must(200);
}

/// Waits without holding up those who work.
async fn wait(what: &str, is_so: impl FnMut() -> bool) {
    tokio::task::block_in_place(|| servers::wait_for(what, is_so));
}
