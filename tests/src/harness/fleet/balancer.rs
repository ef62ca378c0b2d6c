//! What stands before several gateways: connections go to them in turn, and to the next one when
//! one takes none. It knows bytes only.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::net::{TcpListener, TcpStream};

/// The gateways that get connections.
pub(crate) type Doors = Arc<Mutex<Vec<SocketAddr>>>;

/// Serves until the runtime of the test ends.
pub(crate) fn spread(listener: TcpListener, doors: Doors) {
    let turn = AtomicUsize::new(0);
    tokio::spawn(async move {
        while let Ok((client, _)) = listener.accept().await {
            let first = turn.fetch_add(1, Ordering::Relaxed);
            let doors = doors.lock().unwrap().clone();
            tokio::spawn(pass(client, doors, first));
        }
    });
}

async fn pass(client: TcpStream, doors: Vec<SocketAddr>, first: usize) {
    for turn in 0..doors.len() {
        let Ok(door) = TcpStream::connect(doors[(first + turn) % doors.len()]).await else { continue };
        client.set_nodelay(true).ok();
        door.set_nodelay(true).ok();
        let (from_client, to_client) = client.into_split();
        let (from_door, to_door) = door.into_split();
        tokio::join!(hand_over(from_client, to_door), hand_over(from_door, to_client));
        return;
    }
}

/// Hands over until the sender ends. When the receiver hears no more, the rest is swallowed, so that
/// the sender still gets the answer that came meanwhile.
async fn hand_over(mut from: OwnedReadHalf, mut to: OwnedWriteHalf) {
    let mut bytes = vec![0; 16 * 1024];
    let mut is_heard = true;
    while let Ok(count @ 1..) = from.read(&mut bytes).await {
        is_heard = is_heard && to.write_all(&bytes[..count]).await.is_ok();
    }
    if is_heard {
        to.shutdown().await.ok();
    }
}
