//! Letters to a mail server over connections that are kept open. Replies of the server are judged by
//! their code; their text is not kept, because it repeats addresses.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use infitah_core::ground::tls;
use lettre::transport::smtp::{AsyncSmtpTransport, AsyncSmtpTransportBuilder, Error, PoolConfig};
use lettre::{AsyncTransport, Tokio1Executor};
use tokio::time::timeout;

use super::{Failure, Letter, Mailer};

/// How long it may take to be connected.
const CONNECT: Duration = Duration::from_secs(15);
/// How long the conversation about one letter may take. The library waits for answers without end.
/// Shorter would repeat letters that a slow server took after all (RFC 1047); longer than a lease,
/// other workers would.
const PATIENCE: Duration = Duration::from_secs(30);
/// Refusals that concern the whole server and not one letter: a wrong password or a closed door
/// must not kill what waits (RFC 4954, RFC 7504).
const SERVER_REFUSALS: [u16; 5] = [521, 530, 534, 535, 538];

type Transport = AsyncSmtpTransport<Tokio1Executor>;

/// Sends by SMTP.
#[derive(Debug)]
pub struct SmtpMailer {
    builder: AsyncSmtpTransportBuilder,
    /// Each has one connection, and one letter uses it at a time. A conversation that was broken off
    /// must not go on as another's: a late answer would be taken for that of the next letter, and
    /// the library's own pool would do so.
    idle: Mutex<Vec<Transport>>,
    /// How many are kept.
    keeps: usize,
    patience: Duration,
}

/// The address of the mail server cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "the mail server must be given as smtp://host:port, smtp://host:port?tls=required or smtps://user:password@host:port"
)]
pub struct BadMailServer;

impl SmtpMailer {
    /// A mailer for a server such as `smtp://localhost:25` or `smtps://user:password@host`. Opens
    /// no connection yet.
    ///
    /// # Errors
    /// When the address is not of that form. The error does not repeat it: it may hold a password.
    pub fn from_url(url: &str, connections: u32) -> Result<Self, BadMailServer> {
        tls::provide();
        let builder = AsyncSmtpTransport::<Tokio1Executor>::from_url(url).map_err(|_| BadMailServer)?;
        let builder = builder.timeout(Some(CONNECT)).pool_config(PoolConfig::new().max_size(1));
        let keeps = usize::try_from(connections.max(1)).unwrap_or(1);
        Ok(Self { builder, idle: Mutex::default(), keeps, patience: PATIENCE })
    }

    /// Greets the server, for those who check a set-up.
    ///
    /// # Errors
    /// Why the server cannot be reached or does not let us in.
    pub async fn check(&self) -> Result<(), Failure> {
        let transport: Transport = self.builder.clone().build();
        match timeout(self.patience, transport.test_connection()).await {
            Ok(Ok(true)) => Ok(()),
            Ok(Ok(false)) => Err(Failure::passing("smtp: the server does not answer")),
            Ok(Err(error)) => Err(failure(&error)),
            Err(_) => Err(Failure::passing("smtp: timeout")),
        }
    }

    fn take(&self) -> Transport {
        let kept = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        kept.unwrap_or_else(|| self.builder.clone().build())
    }

    fn keep(&self, transport: Transport) {
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        if idle.len() < self.keeps {
            idle.push(transport);
        }
    }
}

#[async_trait::async_trait]
impl Mailer for SmtpMailer {
    async fn send(&self, letter: &Letter) -> Result<(), Failure> {
        let transport = self.take();
        let Ok(sent) = timeout(self.patience, transport.send(letter.message.clone())).await else {
            return Err(Failure::passing("smtp: timeout"));
        };
        self.keep(transport);
        sent.map(|_| ()).map_err(|error| failure(&error))
    }
}

fn failure(error: &Error) -> Failure {
    let status = error.status().map(u16::from);
    let reason = match status {
        Some(status) => return of_status(status),
        None if error.is_timeout() => "timeout",
        None if error.is_tls() => "TLS",
        None if error.is_response() => "unreadable answer",
        // Our own letter cannot be said in SMTP, for example an address in Unicode at a server
        // without SMTPUTF8: it never will.
        None if error.is_client() => return Failure::permanent("smtp: the server cannot take such a letter"),
        None => "connection",
    };
    Failure::passing(format!("smtp: {reason}"))
}

fn of_status(status: u16) -> Failure {
    let is_permanent = (500..600).contains(&status) && !SERVER_REFUSALS.contains(&status);
    Failure { is_permanent, detail: format!("smtp: refused with {status}") }
}

#[cfg(test)]
mod tests {
    use std::io::{BufRead as _, BufReader, Write as _};
    use std::net::{TcpListener, TcpStream};

    use infitah_core::ground::ids::DeliveryId;

    use super::*;

    #[test]
    fn answers_are_told_apart() {
        for (status, is_permanent) in [
            (421, false),
            (450, false),
            (451, false),
            (452, false),
            (535, false),
            (521, false),
            (550, true),
            (554, true),
        ] {
            let failure = of_status(status);
            assert_eq!(failure.is_permanent, is_permanent, "{status}");
            assert!(failure.detail.contains(&status.to_string()));
        }
    }

    #[tokio::test]
    async fn addresses_of_servers_are_judged() {
        for (url, good) in [
            ("smtp://localhost:2525", true),
            ("smtps://user:pass%40word@mail.example.org", true),
            ("smtp://mail.example.org:587?tls=required", true),
            ("http://mail.example.org", false),
            ("mail.example.org", false),
            ("", false),
        ] {
            assert_eq!(SmtpMailer::from_url(url, 2).is_ok(), good, "{url}");
        }
    }

    #[tokio::test]
    async fn closed_port_is_a_passing_failure_without_address() {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let port = listener.local_addr().expect("an address").port();
        drop(listener);
        let mailer = SmtpMailer::from_url(&format!("smtp://127.0.0.1:{port}"), 1).expect("a good address");
        let failure = mailer.check().await.expect_err("nobody listens");
        assert_eq!(failure, Failure::passing("smtp: connection"));
    }

    /// A server that meets two letters: it answers the first one when it is too late, and refuses
    /// the second one.
    fn slow_server(late: std::sync::mpsc::Receiver<()>) -> (u16, std::thread::JoinHandle<()>) {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let port = listener.local_addr().expect("an address").port();
        let server = std::thread::spawn(move || {
            let (first, _) = listener.accept().expect("the first connection");
            let mut first = greet(first);
            assert!(converse(&mut first, "250 ok"));
            late.recv().expect("the mailer gave up");
            // The client may be gone, which is as good.
            first.get_mut().write_all(b"250 taken after all\r\n").ok();
            let (second, _) = listener.accept().expect("the second connection");
            let mut second = greet(second);
            assert!(!converse(&mut second, "550 no such mailbox"));
        });
        (port, server)
    }

    fn greet(stream: TcpStream) -> BufReader<TcpStream> {
        let mut stream = BufReader::new(stream);
        stream.get_mut().write_all(b"220 hello\r\n").expect("a greeting");
        stream
    }

    /// Answers until the end of the letter, which is given no answer, or a refusal.
    fn converse(stream: &mut BufReader<TcpStream>, to_recipient: &str) -> bool {
        let mut line = String::new();
        while stream.read_line(&mut line).is_ok_and(|bytes| bytes > 0) {
            let answer = match line.split([' ', '\r']).next().unwrap_or_default() {
                "EHLO" => "250 hello",
                "MAIL" | "NOOP" | "RSET" => "250 ok",
                "RCPT" => to_recipient,
                "DATA" => "354 go on",
                "." => return true,
                "QUIT" => return false,
                _ => "",
            };
            if !answer.is_empty() {
                stream.get_mut().write_all(format!("{answer}\r\n").as_bytes()).expect("an answer");
            }
            line.clear();
        }
        false
    }

    #[tokio::test]
    async fn silence_ends_and_its_late_answer_belongs_to_no_other_letter() {
        let (gave_up, late) = std::sync::mpsc::channel();
        let (port, server) = slow_server(late);
        let mut mailer =
            SmtpMailer::from_url(&format!("smtp://127.0.0.1:{port}"), 1).expect("a good address");
        mailer.patience = Duration::from_millis(500);
        assert_eq!(mailer.send(&letter()).await, Err(Failure::passing("smtp: timeout")));
        gave_up.send(()).expect("the server listens");
        let refused = mailer.send(&letter()).await;
        assert_eq!(refused, Err(Failure::permanent("smtp: refused with 550")));
        drop(mailer);
        server.join().expect("the server did its part");
    }

    fn letter() -> Letter {
        let address = || "amina@example.org".parse().expect("an address");
        let message = lettre::Message::builder().from(address()).to(address()).body("text".to_owned());
        let at = "2026-11-23T10:00:00Z".parse().expect("a time");
        Letter { id: DeliveryId(uuid::Uuid::nil()), at, message: message.expect("a letter") }
    }
}
