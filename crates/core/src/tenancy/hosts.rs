//! From the host of a request to its tenant: the first wall. One statement, remembered for a
//! second at most and forgotten at once when this process commits a change or hears of one.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use infitah_i18n::Locale;
use sea_orm::FromQueryResult;

use super::collectivities::Kind;
use super::hub::Hub;
use super::scope::Tenant;
use super::settings::{Logo, locales_of};
use crate::ground::database::Server;
use crate::ground::error::Result;
use crate::ground::ids::TenantId;
use crate::ground::localised::Localised;
use crate::ground::sql;

/// Labels that can be no member's subdomain.
pub const RESERVED: [&str; 28] = [
    "www",
    "api",
    "mail",
    "admin",
    "office",
    "hub",
    "status",
    "static",
    "data",
    "graphql",
    "assets",
    "media",
    "ns",
    "ns1",
    "ns2",
    "mx",
    "smtp",
    "imap",
    "ftp",
    "cdn",
    "help",
    "docs",
    "dev",
    "test",
    "staging",
    "autodiscover",
    "localhost",
    "healthz",
];

/// What a host leads to.
#[derive(Debug, Clone)]
pub enum Site {
    /// A site that is served.
    Active(Arc<Tenant>),
    /// A member whose site is closed for now.
    Suspended,
    /// A member that has left; its slug names the archive.
    Archived(String),
    /// An old domain; where it lives now.
    Moved(String),
}

/// The remembered answers of this process.
#[derive(Debug)]
pub(crate) struct Hosts {
    /// For a second at most.
    recent: moka::future::Cache<String, Option<Site>>,
    /// For the pages that are remembered, while the database is away.
    last: moka::future::Cache<String, Site>,
    /// How often all was forgotten; an answer that was asked for before is not remembered after.
    forgotten: AtomicU64,
}

impl Default for Hosts {
    fn default() -> Self {
        let (second, day) = (Duration::from_secs(1), Duration::from_secs(24 * 3600));
        Self {
            recent: moka::future::Cache::builder().max_capacity(10_000).time_to_live(second).build(),
            last: moka::future::Cache::builder().max_capacity(10_000).time_to_live(day).build(),
            forgotten: AtomicU64::new(0),
        }
    }
}

impl Hosts {
    /// Forgets everything: after a commit here or elsewhere, what was last known may be shown no
    /// more, for example of a member that was suspended.
    pub(crate) fn forget(&self) {
        self.forgotten.fetch_add(1, Ordering::SeqCst);
        self.recent.invalidate_all();
        self.last.invalidate_all();
    }

    /// Remembers an answer, unless all was forgotten since it was asked for.
    async fn remember(&self, key: String, site: Option<Site>, forgotten: u64) {
        if self.forgotten.load(Ordering::SeqCst) != forgotten {
            return;
        }
        match &site {
            Some(site) => self.last.insert(key.clone(), site.clone()).await,
            None => self.last.invalidate(&key).await,
        }
        self.recent.insert(key, site).await;
    }
}

impl Hub {
    /// The site of a host name, which may carry a port, as it was a second ago at most. Nothing
    /// when no site lives there. Read from the replica if there is one, as all that is asked of
    /// the site's scope then is.
    ///
    /// # Errors
    /// A database fault.
    pub async fn site(&self, host: &str) -> Result<Option<Site>> {
        let Some(key) = key_of(host, self.domain()) else {
            return Ok(None);
        };
        if let Some(known) = self.hosts().recent.get(&key).await {
            return Ok(known);
        }
        let forgotten = self.hosts().forgotten.load(Ordering::SeqCst);
        let site = self.read_site(&key, Server::Replica).await?;
        self.hosts().remember(key, site.clone(), forgotten).await;
        Ok(site)
    }

    /// The site of a host name as it is now at the primary, for people who read what they wrote;
    /// all that is asked of its scope is read there too.
    ///
    /// # Errors
    /// A database fault.
    pub async fn fresh_site(&self, host: &str) -> Result<Option<Site>> {
        match key_of(host, self.domain()) {
            // Not remembered: what it is goes with the content of the primary only.
            Some(key) => self.read_site(&key, Server::Primary).await,
            None => Ok(None),
        }
    }

    /// The site of a host name as it was when the database was last there, a day ago at most. For
    /// pages that are remembered, and for nothing else.
    pub async fn last_known_site(&self, host: &str) -> Option<Site> {
        self.hosts().last.get(&key_of(host, self.domain())?).await
    }

    /// The site of the network itself, as it is now at the primary.
    ///
    /// # Errors
    /// A database fault.
    pub async fn network(&self) -> Result<Option<Site>> {
        self.read_site(NETWORK, Server::Primary).await
    }

    /// The site of a member by its slug, active ones only, as it is now at the primary.
    ///
    /// # Errors
    /// A database fault.
    pub async fn member(&self, slug: &str) -> Result<Option<Arc<Tenant>>> {
        if slug == NETWORK || slug.contains('.') {
            return Ok(None);
        }
        Ok(match self.read_site(slug, Server::Primary).await? {
            Some(Site::Active(tenant)) => Some(tenant),
            _ => None,
        })
    }

    /// Reads a site, and notes where: a version of the primary over content of the replica would
    /// have old pages remembered as new ones.
    async fn read_site(&self, key: &str, server: Server) -> Result<Option<Site>> {
        let database = self.database();
        if database.serving(server) == Server::Replica {
            match sql::one::<SiteRow>(&database.public_only(server), SITE, [key.into()]).await {
                Ok(row) => return Ok(row.map(|row| row.into_site(self, server))),
                Err(error) => tracing::debug!(%error, "the replica did not tell a site"),
            }
        }
        let row: Option<SiteRow> = sql::one(&database.public(Server::Primary), SITE, [key.into()]).await?;
        Ok(row.map(|row| row.into_site(self, Server::Primary)))
    }
}

/// The key of the network's own host.
pub(crate) const NETWORK: &str = "@";

/// The key under which a host is kept: the label of a subdomain, `@` for the network, or the
/// whole name of a member's own domain. A host that cannot be a name of ours has none.
fn key_of(host: &str, domain: &str) -> Option<String> {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.chars().all(|c| c.is_ascii_digit()) => name,
        Some(_) => return None,
        None => host,
    };
    let name = name.to_ascii_lowercase();
    let is_name = !name.is_empty()
        && name.len() <= 253
        && !name.starts_with('.')
        && !name.ends_with('.')
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '.');
    if !is_name {
        return None;
    }
    if name == domain {
        return Some(NETWORK.to_owned());
    }
    match name.strip_suffix(domain).and_then(|rest| rest.strip_suffix('.')) {
        Some(label) if label.contains('.') => None,
        Some(label) => Some(label.to_owned()),
        None if name.contains('.') => Some(name),
        None => None,
    }
}

const SITE: &str = "
SELECT h.slug, h.status, h.redirect_to, c.id, c.kind, c.names, c.default_locale, c.locales, c.accent, c.logo, c.privacy_contact,
       c.is_sample, c.content_version,
       CASE WHEN c.kind = 'network'
            THEN (SELECT CAST(SUM(content_version) AS BIGINT) FROM collectivities WHERE status = 'active') END AS all_versions,
       CASE WHEN c.kind = 'network'
            THEN (SELECT COUNT(*) FROM collectivities WHERE status = 'active') END AS all_members
FROM hosts h LEFT JOIN collectivities c ON c.id = h.tenant_id
WHERE h.host = $1";

#[derive(Debug, FromQueryResult)]
struct SiteRow {
    slug: String,
    status: String,
    redirect_to: Option<String>,
    id: Option<TenantId>,
    kind: Option<String>,
    names: Option<Localised>,
    default_locale: Option<String>,
    locales: Option<String>,
    accent: Option<String>,
    logo: Option<Logo>,
    privacy_contact: Option<String>,
    is_sample: Option<bool>,
    content_version: Option<i64>,
    all_versions: Option<i64>,
    all_members: Option<i64>,
}

impl SiteRow {
    fn into_site(self, hub: &Hub, server: Server) -> Site {
        if self.status == "archived" {
            return Site::Archived(self.slug);
        }
        if let Some(host) = self.redirect_to {
            return Site::Moved(host);
        }
        // Row security hides a member that is not active, so its columns are missing.
        let (Some(id), Some(kind), "active") =
            (self.id, self.kind.as_deref().and_then(Kind::from_code), self.status.as_str())
        else {
            return Site::Suspended;
        };
        let own = self.content_version.unwrap_or_default();
        let content_version = match (self.all_versions, self.all_members) {
            (Some(sum), Some(count)) => format!("{sum}-{count}"),
            _ => own.to_string(),
        };
        Site::Active(Arc::new(Tenant {
            id,
            url: hub.url_of(kind, &self.slug),
            slug: self.slug,
            kind,
            names: self.names.unwrap_or_default(),
            default_locale: self.default_locale.as_deref().and_then(Locale::from_code).unwrap_or(Locale::Ar),
            locales: locales_of(self.locales.as_deref().unwrap_or_default()),
            accent: self.accent,
            logo: self.logo,
            privacy_contact: self.privacy_contact,
            is_sample: self.is_sample.unwrap_or(true),
            content_version,
            server,
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::key_of;

    #[test]
    fn hosts_are_read_strictly() {
        for (host, key) in [
            ("fes.localhost:8080", Some("fes")),
            ("FES.localhost", Some("fes")),
            ("localhost", Some("@")),
            ("localhost:8080", Some("@")),
            ("fes.localhost.", None),
            ("a.fes.localhost", None),
            ("user@fes.localhost", None),
            ("fes.localhost:x", None),
            ("", None),
            ("evil", None),
            ("fes.ma", Some("fes.ma")),
            ("xlocalhost", None),
            ("..localhost", None),
        ] {
            assert_eq!(key_of(host, "localhost").as_deref(), key, "{host}");
        }
    }
}
