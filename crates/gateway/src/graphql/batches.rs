//! When loaders read. What a query asks of them is gathered for as long as any resolver can go on,
//! and read when all of them wait: so the number of statements follows from the shape of the query
//! and not from chance. Readings given to the runtime instead would start on another thread while
//! resolvers are still asking.

use std::pin::pin;
use std::task::{Context, Poll};

use futures::channel::mpsc::{UnboundedReceiver, UnboundedSender, unbounded};
use futures::future::{BoxFuture, poll_fn};
use futures::stream::{FuturesUnordered, StreamExt as _};

type Reading = BoxFuture<'static, ()>;

/// The readings that a query is waiting for.
#[derive(Debug)]
pub(crate) struct Waiting {
    asked: UnboundedReceiver<Reading>,
    under_way: FuturesUnordered<Reading>,
}

/// A place to ask for readings, and where they wait.
pub(crate) fn gather() -> (impl Fn(Reading) + Send + Sync + 'static, Waiting) {
    let (sender, asked): (UnboundedSender<Reading>, _) = unbounded();
    let ask = move |reading| {
        // The receiver lives as long as the query; after it nobody asks.
        if sender.unbounded_send(reading).is_err() {
            tracing::debug!("a reading was asked for after its query had ended");
        }
    };
    (ask, Waiting { asked, under_way: FuturesUnordered::new() })
}

/// Runs a query and the readings it asks for. Dropped, it ends both.
pub(crate) async fn run<T>(query: impl Future<Output = T>, mut waiting: Waiting) -> T {
    let mut query = pin!(query);
    poll_fn(|context| {
        loop {
            if let Poll::Ready(answer) = query.as_mut().poll(context) {
                return Poll::Ready(answer);
            }
            if !waiting.read(context) {
                return Poll::Pending;
            }
        }
    })
    .await
}

impl Waiting {
    /// Goes on with the readings; whether one of them was finished.
    fn read(&mut self, context: &mut Context<'_>) -> bool {
        while let Poll::Ready(Some(reading)) = self.asked.poll_next_unpin(context) {
            self.under_way.push(reading);
        }
        matches!(self.under_way.poll_next_unpin(context), Poll::Ready(Some(())))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;
    use std::convert::Infallible;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicU32, Ordering};
    use std::time::Duration;

    use async_graphql::dataloader::{DataLoader, Loader};

    use super::*;

    struct Doubles(Arc<AtomicU32>);

    impl Loader<u32> for Doubles {
        type Value = u32;
        type Error = Infallible;

        async fn load(&self, keys: &[u32]) -> Result<HashMap<u32, u32>, Infallible> {
            self.0.fetch_add(1, Ordering::SeqCst);
            tokio::time::sleep(Duration::from_millis(1)).await;
            Ok(keys.iter().map(|key| (*key, key * 2)).collect())
        }
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 4)]
    async fn what_is_asked_together_is_read_together() {
        for _ in 0..50 {
            let readings = Arc::new(AtomicU32::new(0));
            let (ask, waiting) = gather();
            let loader = DataLoader::new(Doubles(readings.clone()), ask).delay(Duration::ZERO);
            let twice = |key: u32| {
                let loader = &loader;
                async move {
                    let once = loader.load_one(key).await.ok().flatten().unwrap_or_default();
                    loader.load_one(once + 1_000).await.ok().flatten()
                }
            };
            let all = run(futures::future::join_all((0..200).map(twice)), waiting).await;
            assert_eq!(all[7], Some(2_028));
            assert_eq!(readings.load(Ordering::SeqCst), 2);
        }
    }
}
