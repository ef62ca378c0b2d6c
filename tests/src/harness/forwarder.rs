//! A way to a server that can be cut and mended: for stories in which a database is away, without
//! taking it away from everybody else.

use std::net::{Ipv4Addr, SocketAddr};
use std::time::Duration;

use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinSet;

/// A port that leads to a server while the way is open, and refuses connections while it is cut.
pub(crate) struct Forwarder {
    address: SocketAddr,
    is_open: watch::Sender<bool>,
    is_there: watch::Receiver<bool>,
}

impl Forwarder {
    /// An open way to a server, given as host and port.
    pub(crate) async fn to(server: &str) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.expect("a free port");
        let address = listener.local_addr().expect("an address");
        let (is_open, asked) = watch::channel(true);
        let (say, is_there) = watch::channel(true);
        tokio::spawn(lead(listener, address, server.to_owned(), asked, say));
        Self { address, is_open, is_there }
    }

    /// The same address of a database by this way.
    pub(crate) fn url(&self, url: &str) -> String {
        let (account, place) = url.rsplit_once('@').expect("an account");
        let (_, database) = place.split_once('/').expect("a database");
        format!("{account}@{}/{database}", self.address)
    }

    /// Ends all connections and refuses new ones.
    pub(crate) async fn cut(&mut self) {
        self.is_open.send_replace(false);
        self.is_there.wait_for(|there| !there).await.expect("it leads on");
    }

    /// Leads to the server again.
    pub(crate) async fn mend(&mut self) {
        self.is_open.send_replace(true);
        self.is_there.wait_for(|there| *there).await.expect("it leads on");
    }
}

async fn lead(
    first: TcpListener,
    address: SocketAddr,
    server: String,
    mut asked: watch::Receiver<bool>,
    say: watch::Sender<bool>,
) {
    let mut listener = Some(first);
    loop {
        let open = match listener.take() {
            Some(open) => open,
            None => match TcpListener::bind(address).await {
                Ok(open) => open,
                Err(_) => {
                    tokio::time::sleep(Duration::from_millis(10)).await;
                    continue;
                }
            },
        };
        say.send_replace(true);
        let mut ways = JoinSet::new();
        loop {
            tokio::select! {
                accepted = open.accept() => {
                    let Ok((near, _)) = accepted else { continue };
                    let server = server.clone();
                    ways.spawn(join(near, server));
                }
                cut = asked.wait_for(|open| !open) => {
                    if cut.is_err() { return; }
                    break;
                }
            }
        }
        drop(open);
        ways.shutdown().await;
        say.send_replace(false);
        if asked.wait_for(|open| *open).await.is_err() {
            return;
        }
    }
}

async fn join(mut near: TcpStream, server: String) {
    if let Ok(mut far) = TcpStream::connect(&server).await {
        // Either end may hang up; that is the end of the way.
        tokio::io::copy_bidirectional(&mut near, &mut far).await.ok();
    }
}

/// Host and port of a server from the address of one of its databases.
pub(crate) fn server_of(url: &str) -> String {
    let (_, place) = url.rsplit_once('@').expect("an account");
    place.split('/').next().expect("a server").to_owned()
}
