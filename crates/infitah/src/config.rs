//! Configuration: one small struct a concern, each read once from the environment at the start.

use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use infitah_core::ground::bus::{self, Bus};
use infitah_core::ground::clock::{FileClock, SharedClock, SystemClock};
use infitah_core::ground::database::DatabaseConfig;
use infitah_core::ground::secret::SecretKey;
use infitah_gateway::TrustedProxies;
use infitah_worker::{MailFrom, SmtpMailer};

use crate::variables::{VariableError, Variables};

mod media;
mod provider;

pub(crate) use media::{Place, store};
pub(crate) use provider::provider;

/// Where we listen when nothing else is said.
const LISTEN: SocketAddr = SocketAddr::new(std::net::IpAddr::V4(std::net::Ipv4Addr::LOCALHOST), 8080);

/// Where the machinery around the program asks.
const OPS_LISTEN: SocketAddr = SocketAddr::new(std::net::IpAddr::V4(std::net::Ipv4Addr::LOCALHOST), 9464);

/// Connections to the mail server that one worker holds.
const MAIL_CONNECTIONS: u32 = 4;

type Result<T> = std::result::Result<T, VariableError>;

/// The HTTP door.
#[derive(Debug)]
pub(crate) struct Door {
    pub(crate) listen: SocketAddr,
    pub(crate) trusted_proxies: TrustedProxies,
    pub(crate) security_contact: Option<String>,
    /// From the word to stop to the closed door.
    pub(crate) drain: Duration,
}

impl Door {
    pub(crate) fn read(variables: &Variables) -> Result<Self> {
        let contact = |text: &str| {
            (text.starts_with("mailto:") || text.starts_with("https://")).then(|| text.to_owned())
        };
        let listen =
            variables.parse("INFITAH_LISTEN", "an address like 127.0.0.1:8080", |text| text.parse().ok())?;
        // A drain longer than a service manager's patience would end in a kill.
        let seconds = |text: &str| text.parse().ok().filter(|&seconds| seconds <= 300);
        let drain = variables.parse("INFITAH_DRAIN_SECONDS", "a number of seconds up to 300", seconds)?;
        let proxies = "a list of addresses and networks like 127.0.0.1, 10.0.0.0/8";
        Ok(Self {
            listen: listen.unwrap_or(LISTEN),
            trusted_proxies: variables
                .parse("INFITAH_TRUSTED_PROXIES", proxies, TrustedProxies::parse)?
                .unwrap_or_default(),
            drain: Duration::from_secs(drain.unwrap_or(0)),
            security_contact: variables.parse(
                "INFITAH_SECURITY_CONTACT",
                "an address that begins with mailto: or https://",
                contact,
            )?,
        })
    }
}

/// The listener for the machinery around the program, if there is one.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct OpsDoor(pub(crate) Option<SocketAddr>);

impl OpsDoor {
    pub(crate) fn read(variables: &Variables) -> Result<Self> {
        let address = |text: &str| match text {
            "off" => Some(None),
            text => text.parse().ok().map(Some),
        };
        let listen =
            variables.parse("INFITAH_OPS_LISTEN", "off or an address like 127.0.0.1:9464", address)?;
        Ok(Self(listen.unwrap_or(Some(OPS_LISTEN))))
    }
}

/// Where spans go, if anywhere.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Spans(pub(crate) Option<String>);

impl Spans {
    /// Plain HTTP only: a collector stands beside the program and carries them on.
    pub(crate) fn read(variables: &Variables) -> Result<Self> {
        let collector = |text: &str| {
            let text = text.trim_end_matches('/');
            let uri = text.strip_prefix("http://").filter(|rest| !rest.is_empty() && !rest.starts_with('/'));
            uri.filter(|rest| rest.bytes().all(|byte| byte.is_ascii_graphic())).map(|_| text.to_owned())
        };
        let expected = "the address of a collector like http://127.0.0.1:4318";
        Ok(Self(variables.parse("INFITAH_OTLP_ENDPOINT", expected, collector)?))
    }
}

/// The addresses that people see.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Addresses {
    pub(crate) domain: String,
    pub(crate) public_url: String,
}

impl Addresses {
    /// The port is that of the listener, for the domain `localhost`.
    pub(crate) fn read(variables: &Variables, port: u16) -> Result<Self> {
        let domain = variables
            .parse("INFITAH_DOMAIN", "a domain name in lower case like hub.example.ma", domain_name)?
            .unwrap_or_else(|| "localhost".to_owned());
        let expected = format!("http:// or https://, then {domain}, then a port if it is not the usual one");
        let public_url = variables.parse("INFITAH_PUBLIC_URL", &expected, |text| base_url(text, &domain))?;
        let usual = match (domain.as_str(), port) {
            ("localhost", 80) => "http://localhost".to_owned(),
            ("localhost", port) => format!("http://localhost:{port}"),
            _ => format!("https://{domain}"),
        };
        Ok(Self { public_url: public_url.unwrap_or(usual), domain })
    }
}

/// The database of the running program.
#[derive(Debug)]
pub(crate) struct Storage(pub(crate) DatabaseConfig);

impl Storage {
    pub(crate) fn read(variables: &Variables) -> Result<Self> {
        let url = variables.require("INFITAH_DATABASE_URL")?;
        check_database("INFITAH_DATABASE_URL", &url)?;
        let read_url = variables.get("INFITAH_DATABASE_READ_URL")?;
        if let Some(read_url) = &read_url {
            check_database("INFITAH_DATABASE_READ_URL", read_url)?;
            if file_of(read_url).is_some() || file_of(&url).is_some() {
                return Err(VariableError::new(
                    "INFITAH_DATABASE_READ_URL",
                    "needs PostgreSQL for both databases",
                ));
            }
        }
        let cores = std::thread::available_parallelism().map_or(4, usize::from);
        let connections = u32::try_from(cores * 2).unwrap_or(8).clamp(4, 32);
        Ok(Self(DatabaseConfig { url, read_url, connections }))
    }

    /// The file of the embedded database, if it is that.
    pub(crate) fn file(&self) -> Option<PathBuf> {
        file_of(&self.0.url)
    }
}

/// The way to the other processes: Redis where it is named.
pub(crate) fn bus(variables: &Variables, addresses: &Addresses) -> Result<Bus> {
    let Some(text) = variables.get("INFITAH_REDIS_URL")? else { return Ok(Bus::in_process()) };
    let urls: Vec<String> = text.split(',').map(|url| url.trim().to_owned()).collect();
    Bus::redis(&urls, &bus::prefix(&addresses.public_url))
        .map_err(|error| VariableError::new("INFITAH_REDIS_URL", error.to_string()))
}

/// The database that `migrate` brings up: the owner's on PostgreSQL.
pub(crate) fn owner_url(variables: &Variables) -> Result<String> {
    if let Some(url) = variables.get("INFITAH_DATABASE_OWNER_URL")? {
        check_database("INFITAH_DATABASE_OWNER_URL", &url)?;
        return Ok(url);
    }
    let url = Storage::read(variables)?.0.url;
    if file_of(&url).is_none() {
        return Err(VariableError::new(
            "INFITAH_DATABASE_OWNER_URL",
            "is missing; PostgreSQL is migrated by its owner",
        ));
    }
    Ok(url)
}

/// The key of all tokens.
pub(crate) fn secret_key(variables: &Variables) -> Result<SecretKey> {
    let text = variables.require("INFITAH_SECRET_KEY")?;
    let short = "is shorter than 32 characters; `openssl rand -base64 48` makes one";
    SecretKey::new(text.as_bytes()).ok_or_else(|| VariableError::new("INFITAH_SECRET_KEY", short))
}

/// The addresses under which people reach the installation, to which domains of members must lead.
pub(crate) fn public_addresses(variables: &Variables) -> Result<Vec<IpAddr>> {
    let addresses = |text: &str| text.split(',').map(|one| one.trim().parse().ok()).collect();
    let expected = "a list of addresses like 192.0.2.1, 2001:db8::1";
    Ok(variables.parse("INFITAH_PUBLIC_ADDRESSES", expected, addresses)?.unwrap_or_default())
}

/// Where mails go.
pub(crate) enum Post {
    /// To a mail server.
    Server(Arc<SmtpMailer>, MailFrom),
    /// To files in a folder beside the embedded database.
    Folder,
}

impl Post {
    pub(crate) fn read(variables: &Variables) -> Result<Self> {
        let Some(url) = variables.get("INFITAH_SMTP_URL")? else {
            return Ok(Self::Folder);
        };
        let mailer = SmtpMailer::from_url(&url, MAIL_CONNECTIONS)
            .map_err(|error| VariableError::new("INFITAH_SMTP_URL", error.to_string()))?;
        let from = MailFrom::new(&variables.require("INFITAH_MAIL_FROM")?)
            .map_err(|error| VariableError::new("INFITAH_MAIL_FROM", error.to_string()))?;
        Ok(Self::Server(Arc::new(mailer), from))
    }
}

/// What is logged and how.
#[derive(Debug)]
pub(crate) struct Logs {
    pub(crate) filter: Option<String>,
    pub(crate) json: bool,
}

impl Logs {
    pub(crate) fn read(variables: &Variables) -> Result<Self> {
        let filter =
            |text: &str| tracing_subscriber::EnvFilter::try_new(text).is_ok().then(|| text.to_owned());
        let format = |text: &str| match text {
            "text" => Some(false),
            "json" => Some(true),
            _ => None,
        };
        Ok(Self {
            filter: variables.parse(
                "INFITAH_LOG",
                "a log filter like info or infitah_gateway=debug",
                filter,
            )?,
            json: variables.parse("INFITAH_LOG_FORMAT", "text or json", format)?.unwrap_or(false),
        })
    }
}

/// The clock: the machine's, or the tests' one where nobody lives but tests.
pub(crate) fn clock(variables: &Variables, addresses: &Addresses) -> Result<SharedClock> {
    let Some(file) = variables.get("INFITAH_TEST_CLOCK")? else { return Ok(Arc::new(SystemClock)) };
    if addresses.domain != "localhost" {
        return Err(VariableError::new(
            "INFITAH_TEST_CLOCK",
            "is accepted only when the domain is localhost",
        ));
    }
    Ok(Arc::new(FileClock(PathBuf::from(file))))
}

/// The address of an embedded database in this file.
pub(crate) fn sqlite_url(file: &Path) -> String {
    let escaped = file.to_string_lossy().replace('%', "%25").replace('?', "%3F").replace('#', "%23");
    format!("sqlite://{escaped}")
}

/// The file of an embedded database, if the address is of one.
pub(crate) fn file_of(url: &str) -> Option<PathBuf> {
    let path = url.strip_prefix("sqlite://").or_else(|| url.strip_prefix("sqlite:"))?;
    let path = path.split('?').next().unwrap_or(path);
    Some(PathBuf::from(path.replace("%23", "#").replace("%3F", "?").replace("%25", "%")))
}

fn check_database(name: &'static str, url: &str) -> Result<()> {
    let is_postgres = url.starts_with("postgres://") || url.starts_with("postgresql://");
    let is_file =
        file_of(url).is_some_and(|file| !file.as_os_str().is_empty() && file.as_os_str() != ":memory:");
    if is_postgres || is_file {
        return Ok(());
    }
    Err(VariableError::new(name, "is not an address like sqlite:///path/infitah.db or postgres://..."))
}

fn domain_name(text: &str) -> Option<String> {
    let is_label = |label: &str| {
        !label.is_empty()
            && label.len() <= 63
            && label.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    (text.len() <= 190 && text.split('.').all(is_label)).then(|| text.to_owned())
}

fn base_url(text: &str, domain: &str) -> Option<String> {
    let text = text.trim_end_matches('/');
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))?;
    let is_good = match rest.strip_prefix(domain)? {
        "" => true,
        port => port.strip_prefix(':').is_some_and(|port| port.parse::<u16>().is_ok_and(|port| port != 0)),
    };
    is_good.then(|| text.to_owned())
}

#[cfg(test)]
mod tests;
