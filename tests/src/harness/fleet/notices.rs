//! The barrier against the time that a notice needs from one process to the others: the tests listen
//! in on the notices, and before each request they wait until both gateways have heard as much.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use tokio::sync::{Mutex, watch};

use super::process::Process;
use super::redis::{Redis, Reply};
use super::until;

/// What a process counts after it has done what a notice asks for.
const HEARD: &str = "infitah_notices_heard_total";

/// The notices of one installation.
pub(crate) struct Notices {
    channel: String,
    caller: Mutex<Redis>,
    heard: watch::Receiver<Heard>,
    calls: AtomicU64,
    settled: AtomicU64,
}

/// What the tests have heard so far.
#[derive(Debug, Clone, Copy, Default)]
struct Heard {
    /// Notices of all kinds.
    all: u64,
    /// Those that the tests did not send themselves.
    foreign: u64,
    /// The number of the last call of the tests.
    call: u64,
}

impl Notices {
    /// Begins to listen.
    pub(crate) async fn listen(channel: String) -> Self {
        let mut ear = Redis::connect().await;
        ear.ask(&["SUBSCRIBE", &channel]).await.expect("a subscription");
        let (tell, heard) = watch::channel(Heard::default());
        tokio::spawn(async move {
            while let Ok(Reply::List(message)) = ear.reply().await {
                let Some(Reply::Text(notice)) = message.last() else { continue };
                tell.send_modify(|heard| heard.hear(notice));
            }
        });
        let caller = Mutex::new(Redis::connect().await);
        Self { channel, caller, heard, calls: AtomicU64::new(0), settled: AtomicU64::new(0) }
    }

    /// How many listen, the tests included.
    pub(crate) async fn listeners(&self) -> i64 {
        let reply = self.caller.lock().await.ask(&["PUBSUB", "NUMSUB", &self.channel]).await;
        match reply {
            Ok(Reply::List(pair)) => match pair.last() {
                Some(Reply::Number(count)) => *count,
                other => panic!("no count: {other:?}"),
            },
            other => panic!("no list: {other:?}"),
        }
    }

    /// Waits until the tests have heard all that was told before, and gives how much that is.
    pub(crate) async fn caught_up(&self) -> u64 {
        self.call().await.all
    }

    /// Waits until these gateways have heard all that was told before.
    pub(crate) async fn settle(&self, gateways: &[(&Process, u64)]) {
        let heard = self.call().await;
        if self.settled.load(Ordering::SeqCst) == heard.foreign {
            return;
        }
        for (gateway, before) in gateways {
            until(&format!("{} has heard the notices", gateway.name), async || {
                before + gateway.count(HEARD).await >= heard.all
            })
            .await;
        }
        self.settled.fetch_max(heard.foreign, Ordering::SeqCst);
    }

    /// Calls into the channel and waits for the echo: Redis keeps the order, so what was told before
    /// has been heard then.
    async fn call(&self) -> Heard {
        let number = self.calls.fetch_add(1, Ordering::SeqCst) + 1;
        let notice = format!("{}{number:012x}\"}}", CALL);
        self.caller.lock().await.ask(&["PUBLISH", &self.channel, &notice]).await.expect("Redis is there");
        let mut heard = self.heard.clone();
        let echo = heard.wait_for(|heard| heard.call >= number);
        let echo = tokio::time::timeout(Duration::from_secs(30), echo).await.expect("Redis passes it on");
        *echo.expect("the tests listen")
    }
}

/// The beginning of a notice of a kind that no process knows; its tenant is the number of the call.
const CALL: &str = "{\"v\":1,\"kind\":\"call\",\"tenant\":\"00000000-0000-0000-0000-";

impl Heard {
    fn hear(&mut self, notice: &str) {
        self.all += 1;
        match notice.strip_prefix(CALL).and_then(|rest| rest.get(..12)) {
            Some(number) => {
                let number = u64::from_str_radix(number, 16).expect("a number of ours");
                self.call = self.call.max(number);
            }
            None => self.foreign += 1,
        }
    }
}
