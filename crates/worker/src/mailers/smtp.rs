//! Letters to a mail server over a pool of connections. Replies of the server are judged by their
//! code; their text is not kept, because it repeats addresses.

use std::time::Duration;

use lettre::transport::smtp::{AsyncSmtpTransport, Error, PoolConfig};
use lettre::{AsyncTransport, Tokio1Executor};

use super::{Failure, Letter, Mailer};

/// How long one step of the conversation may take.
const PATIENCE: Duration = Duration::from_secs(15);
/// Refusals that concern the whole server and not one letter: a wrong password or a closed door
/// must not kill what waits (RFC 4954, RFC 7504).
const SERVER_REFUSALS: [u16; 5] = [521, 530, 534, 535, 538];

/// Sends by SMTP.
#[derive(Debug, Clone)]
pub struct SmtpMailer(AsyncSmtpTransport<Tokio1Executor>);

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
        // Another part of the program may have installed it before; it is the same one.
        if rustls::crypto::ring::default_provider().install_default().is_err() {
            tracing::debug!("a TLS provider is installed already");
        }
        let builder = AsyncSmtpTransport::<Tokio1Executor>::from_url(url).map_err(|_| BadMailServer)?;
        let pool = PoolConfig::new().max_size(connections.max(1));
        Ok(Self(builder.timeout(Some(PATIENCE)).pool_config(pool).build()))
    }

    /// Greets the server, for those who check a set-up.
    ///
    /// # Errors
    /// Why the server cannot be reached or does not let us in.
    pub async fn check(&self) -> Result<(), Failure> {
        match self.0.test_connection().await {
            Ok(true) => Ok(()),
            Ok(false) => Err(Failure::passing("smtp: the server does not answer")),
            Err(error) => Err(failure(&error)),
        }
    }
}

#[async_trait::async_trait]
impl Mailer for SmtpMailer {
    async fn send(&self, letter: &Letter) -> Result<(), Failure> {
        self.0.send(letter.message.clone()).await.map(|_| ()).map_err(|error| failure(&error))
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
        let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
        let port = listener.local_addr().expect("an address").port();
        drop(listener);
        let mailer = SmtpMailer::from_url(&format!("smtp://127.0.0.1:{port}"), 1).expect("a good address");
        let failure = mailer.check().await.expect_err("nobody listens");
        assert_eq!(failure, Failure::passing("smtp: connection"));
    }
}
