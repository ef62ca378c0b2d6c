//! The accept loop. HTTP/1 only, one task a connection, with a timer on the headers, a bound on
//! open connections and a bounded end. `axum::serve` has no header timer and would keep silent
//! connections for ever; HTTP/2 ends at the front proxy.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderValue, Request, Response, StatusCode, header};
use hyper::body::Incoming;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};
use tokio::task::JoinSet;
use tower::ServiceExt as _;

use self::patience::Patient;
use crate::settings::Limits;

mod patience;

/// Bytes of a request line and its headers.
const HEADER_BYTES: usize = 64 * 1024;

/// How long the door stays open for those who stand in it when it is about to close: connections
/// that the kernel has accepted, and first requests on their way.
const LAST_MOMENT: Duration = Duration::from_millis(50);

/// The other end of the connection of a request.
#[derive(Debug, Clone, Copy)]
pub struct Peer(pub SocketAddr);

/// How far the end has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Stage {
    /// Everybody may come in.
    Open,
    /// Who comes in is served once, and told that this connection ends.
    Draining,
    /// Nobody comes in; requests in hand are finished.
    Closed,
}

/// Serves until `shutdown`, drains, then lets open requests finish within the limit.
pub(crate) async fn serve(
    listener: TcpListener,
    router: Router,
    limits: &Limits,
    shutdown: impl Future<Output = ()> + Send,
) -> std::io::Result<()> {
    let (stage, watched) = watch::channel(Stage::Open);
    let permits = Arc::new(Semaphore::new(limits.connections));
    let mut hall =
        Hall { listener, router, limits: limits.clone(), permits, stage: watched, tasks: JoinSet::new() };
    hall.admit(shutdown).await;
    stage.send_replace(Stage::Draining);
    hall.admit(tokio::time::sleep(limits.drain.max(LAST_MOMENT))).await;
    let Hall { listener, tasks, .. } = hall;
    drop(listener);
    stage.send_replace(Stage::Closed);
    finish(tasks, limits.closing).await;
    Ok(())
}

/// The listener and the connections it has let in.
struct Hall {
    listener: TcpListener,
    router: Router,
    limits: Limits,
    permits: Arc<Semaphore>,
    stage: watch::Receiver<Stage>,
    tasks: JoinSet<()>,
}

impl Hall {
    /// Lets in whoever comes until `end`.
    async fn admit(&mut self, end: impl Future<Output = ()> + Send) {
        let mut end = std::pin::pin!(end);
        loop {
            let accepted = tokio::select! {
                () = &mut end => return,
                accepted = accept(&self.listener, &self.permits) => accepted,
                Some(_) = self.tasks.join_next() => continue,
            };
            match accepted {
                Ok((stream, peer, permit)) => self.let_in(stream, peer, permit),
                // Out of file descriptors, or the client was gone already: neither ends the door.
                Err(error) => {
                    tracing::warn!(%error, "a connection could not be accepted");
                    tokio::time::sleep(Duration::from_millis(50)).await;
                }
            }
        }
    }

    fn let_in(&mut self, stream: TcpStream, peer: SocketAddr, permit: OwnedSemaphorePermit) {
        let connection = converse(stream, peer, self.router.clone(), self.limits.clone(), self.stage.clone());
        self.tasks.spawn(async move {
            connection.await;
            drop(permit);
        });
    }
}

async fn accept(
    listener: &TcpListener,
    permits: &Arc<Semaphore>,
) -> std::io::Result<(TcpStream, SocketAddr, OwnedSemaphorePermit)> {
    let permit = permits.clone().acquire_owned().await.map_err(std::io::Error::other)?;
    let (stream, peer) = listener.accept().await?;
    Ok((stream, peer, permit))
}

async fn converse(
    stream: TcpStream,
    peer: SocketAddr,
    router: Router,
    limits: Limits,
    mut stage: watch::Receiver<Stage>,
) {
    if let Err(error) = stream.set_nodelay(true) {
        tracing::debug!(%error, "a connection could not be set up");
    }
    let is_known = Arc::new(AtomicBool::new(false));
    let service = hyper::service::service_fn({
        let (is_known, stage) = (is_known.clone(), stage.clone());
        move |request| {
            is_known.store(true, Ordering::Relaxed);
            answer(request, peer, router.clone(), stage.clone())
        }
    });
    let connection = hyper::server::conn::http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(limits.headers)
        .max_buf_size(HEADER_BYTES)
        .serve_connection(TokioIo::new(Patient::new(stream, limits.write)), service);
    let mut connection = std::pin::pin!(connection);
    let ended = tokio::select! {
        ended = connection.as_mut() => ended,
        () = until_closed(&mut stage) => {
            // hyper would close a connection whose first request it has not read yet.
            let first = async {
                if is_known.load(Ordering::Relaxed) { return None; }
                tokio::time::timeout(LAST_MOMENT, connection.as_mut()).await.ok()
            };
            match first.await {
                Some(ended) => ended,
                None => {
                    connection.as_mut().graceful_shutdown();
                    connection.await
                }
            }
        }
    };
    if let Err(error) = ended {
        tracing::debug!(%error, "a connection ended early");
    }
}

async fn answer(
    request: Request<Incoming>,
    peer: SocketAddr,
    router: Router,
    stage: watch::Receiver<Stage>,
) -> Result<Response<Body>, std::convert::Infallible> {
    // hyper's bound is on its buffer, which may have read more than that in one go.
    if head_of(&request) > HEADER_BYTES {
        let mut refusal = Response::new(Body::empty());
        *refusal.status_mut() = StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE;
        refusal.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
        return Ok(refusal);
    }
    let mut request = request.map(Body::new);
    request.extensions_mut().insert(Peer(peer));
    let mut response = router.oneshot(request).await?;
    if *stage.borrow() != Stage::Open {
        response.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
    }
    Ok(response)
}

/// Bytes of the request line and the headers as they were sent, spaces aside.
fn head_of(request: &Request<Incoming>) -> usize {
    let uri = request.uri();
    let target = uri.path_and_query().map_or(1, |target| target.as_str().len())
        + uri.authority().map_or(0, |authority| authority.as_str().len());
    let line = request.method().as_str().len() + target + " HTTP/1.1\r\n".len() + 1;
    let fields = request.headers().iter().map(|(name, value)| name.as_str().len() + value.len() + 4);
    line + fields.sum::<usize>() + 2
}

/// Waits for the door to close. A door that is gone has closed.
async fn until_closed(stage: &mut watch::Receiver<Stage>) {
    stage.wait_for(|&stage| stage == Stage::Closed).await.ok();
}

async fn finish(mut tasks: JoinSet<()>, within: Duration) {
    let all = async { while tasks.join_next().await.is_some() {} };
    if tokio::time::timeout(within, all).await.is_err() {
        tracing::warn!("open requests were cut off at the end");
    }
    tasks.shutdown().await;
}
