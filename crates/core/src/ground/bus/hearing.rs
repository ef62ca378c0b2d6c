//! The ear of a process: it listens for as long as the process lives and never gives up. What was
//! told while it was away is lost, so each time it is back it says so, and all is looked at anew.

use std::sync::Arc;
use std::time::Duration;

use futures::StreamExt as _;
use redis::{Client, RedisError, RedisResult};
use tokio::time::{sleep, timeout};

use super::Notice;
use super::links::Link;

/// How long it waits before it tries again: at first, and at most.
const FIRST_PAUSE: Duration = Duration::from_millis(100);
const LONGEST_PAUSE: Duration = Duration::from_secs(2);
/// How long a connection may take, and an answer on it.
const ANSWERING: Duration = Duration::from_secs(2);
/// How often it asks whether the server is still there. A line that is cut may say nothing at all.
const SIGN_OF_LIFE: Duration = Duration::from_secs(5);

/// What was heard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Heard {
    /// We listen from now on; what was told before is lost.
    Silence,
    /// A notice.
    Notice(Notice),
    /// Something that this version does not know.
    Noise,
}

/// Listens for ever, at one server after the other.
pub(super) async fn run(link: &Arc<Link>, effect: impl Fn(Heard) + Send + Sync) {
    let mut pause = FIRST_PAUSE;
    for (turn, node) in link.nodes().iter().cycle().enumerate() {
        let mut was_there = false;
        let ended = listen(link, node, &effect, &mut was_there).await;
        metrics::gauge!("infitah_redis_connected").set(0);
        let reason = ended.err().map_or_else(|| "it closed".to_owned(), |error| error.to_string());
        // Once when it goes away or is not there at the start, then quietly.
        if was_there {
            pause = FIRST_PAUSE;
        }
        if was_there || turn == 0 {
            tracing::warn!(reason, "Redis is away; this process looks by itself meanwhile");
        } else {
            tracing::debug!(reason, "Redis is still away");
        }
        sleep(pause).await;
        pause = (pause * 2).min(LONGEST_PAUSE);
    }
}

async fn listen(
    link: &Arc<Link>,
    node: &Client,
    effect: &(impl Fn(Heard) + Send + Sync),
    was_there: &mut bool,
) -> RedisResult<()> {
    let (mut sink, mut lines) = in_time(node.get_async_pubsub()).await?.split();
    in_time(sink.subscribe(link.channel())).await?;
    *was_there = true;
    metrics::gauge!("infitah_redis_connected").set(1);
    tracing::info!("Redis is there");
    effect(Heard::Silence);
    in_time(async {
        link.prepare().await;
        Ok(())
    })
    .await?;
    loop {
        match timeout(SIGN_OF_LIFE, lines.next()).await {
            Ok(Some(line)) => {
                let notice = Notice::of_line(line.get_payload_bytes());
                effect(notice.map_or(Heard::Noise, Heard::Notice));
                metrics::counter!("infitah_notices_heard_total").increment(1);
            }
            Ok(None) => return Ok(()),
            Err(_) => in_time(sink.ping::<redis::Value>()).await.map(|_| ())?,
        }
    }
}

async fn in_time<T>(answer: impl Future<Output = RedisResult<T>>) -> RedisResult<T> {
    let silence = |_| RedisError::from(std::io::Error::from(std::io::ErrorKind::TimedOut));
    timeout(ANSWERING, answer).await.map_err(silence)?
}
