//! The life of a member: created, suspended, resumed, archived. Commands of the operator; each
//! runs as one transaction of the tenant it is about. Suspending clears `member_live` on its
//! published rows, so that row security hides them by their own columns.

use chrono::NaiveDate;
use infitah_i18n::Locale;
use sea_orm::FromQueryResult;
use std::sync::Arc;

use super::{Kind, raise_content_version};
use crate::ground::bus::Notice;
use crate::ground::database::Server;
use crate::ground::error::{Error, FieldError, Result};
use crate::ground::ids::TenantId;
use crate::ground::input::Checks;
use crate::ground::localised::Localised;
use crate::ground::sql;
use crate::tenancy::hosts::{NETWORK, RESERVED};
use crate::tenancy::hub::Hub;
use crate::tenancy::scope::Tenant;
use crate::trust::audit::{self, Changes};

/// A collectivity to create.
#[derive(Debug, Clone)]
pub struct NewCollectivity {
    /// Its subdomain: a DNS label in lower case.
    pub slug: String,
    /// What it is.
    pub kind: Kind,
    /// Its names.
    pub names: Localised,
    /// HCP code.
    pub hcp_code: Option<String>,
    /// Code of its region.
    pub region_code: Option<String>,
    /// Cohort, when known.
    pub cohort: Option<i32>,
    /// The cohort is inferred.
    pub cohort_is_probable: bool,
    /// The day it joined, when known.
    pub joined_on: Option<NaiveDate>,
    /// The language of its site when nothing else decides.
    pub default_locale: Locale,
    /// Inhabitants.
    pub population: Option<i64>,
    /// Where its membership was read.
    pub source: Option<String>,
    /// Made up for demonstration.
    pub is_sample: bool,
}

/// A collectivity in the operator's list.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Listed {
    /// Its id.
    pub tenant_id: TenantId,
    /// Its subdomain.
    pub slug: String,
    /// The key of its host: a label, `@` for the network, or a domain of its own.
    pub host: String,
    /// `active`, `suspended` or `archived`.
    pub status: String,
}

/// The tables whose published rows carry `member_live`.
pub(crate) const LIVE_TABLES: [&str; 26] = [
    "articles",
    "article_slugs",
    "programmes",
    "phases",
    "axes",
    "commitments",
    "commitment_tags",
    "milestones",
    "progress_reports",
    "member_summaries",
    "council_sessions",
    "committee_members",
    "programme_versions",
    "commitment_revisions",
    "axis_revisions",
    "media",
    "report_files",
    "indicators",
    "measurements",
    "assessments",
    "documents",
    "document_versions",
    "events",
    "event_attendances",
    "pages",
    "page_slugs",
];

/// Creates a collectivity and its site.
///
/// # Errors
/// `Invalid` for a slug that is no DNS label, is reserved or taken, or for missing names.
pub async fn create(hub: &Hub, new: NewCollectivity) -> Result<Arc<Tenant>> {
    check(&new)?;
    let id = TenantId(hub.new_request_id());
    let now = hub.clock().now();
    let host = if new.kind == Kind::Network { NETWORK.to_owned() } else { new.slug.clone() };
    let tx = hub.database().begin(id).await?;
    let taken = || Error::invalid("slug", "field-not-unique");
    let inserted = sql::insert(
        &tx,
        "collectivities",
        [
            ("id", id.into()),
            ("slug", new.slug.clone().into()),
            ("kind", new.kind.code().into()),
            ("hcp_code", new.hcp_code.into()),
            ("region_code", new.region_code.into()),
            ("names", new.names.clone().into()),
            ("cohort", new.cohort.into()),
            ("cohort_is_probable", new.cohort_is_probable.into()),
            ("joined_on", new.joined_on.into()),
            ("status", "active".into()),
            ("default_locale", new.default_locale.code().into()),
            ("population", new.population.into()),
            ("source", new.source.into()),
            ("is_sample", new.is_sample.into()),
            ("content_version", 1_i64.into()),
            ("created_at", now.into()),
            ("updated_at", now.into()),
        ],
    )
    .await;
    sql::or_taken(inserted, taken)?;
    let hosted = sql::insert(
        &tx,
        "hosts",
        [
            ("host", host.clone().into()),
            ("tenant_id", id.into()),
            ("slug", new.slug.clone().into()),
            ("status", "active".into()),
        ],
    )
    .await;
    sql::or_taken(hosted, taken)?;
    let tenant = Arc::new(Tenant {
        id,
        url: hub.url_of(new.kind, &new.slug),
        slug: new.slug,
        kind: new.kind,
        names: new.names,
        default_locale: new.default_locale,
        locales: Locale::ALL.to_vec(),
        accent: None,
        logo: None,
        privacy_contact: None,
        is_sample: new.is_sample,
        content_version: "1".into(),
        server: Server::Primary,
    });
    let scope = hub.system_scope(tenant.clone(), "collectivity create");
    audit::record(&tx, &scope, "create_collectivity", "collectivity", id.0).await?;
    tx.commit().await?;
    hub.tell(Notice::Hosts(id)).await;
    Ok(tenant)
}

/// Closes the site of a member for now: 503 with a notice.
///
/// # Errors
/// `NotFound`; `Conflict` when it is not active.
pub async fn suspend(hub: &Hub, slug: &str) -> Result<()> {
    turn(hub, slug, "active", "suspended").await
}

/// Opens the site of a suspended member again.
///
/// # Errors
/// `NotFound`; `Conflict` when it is not suspended.
pub async fn resume(hub: &Hub, slug: &str) -> Result<()> {
    turn(hub, slug, "suspended", "active").await
}

/// Closes the site of a member for good: 410. Its rows are kept.
///
/// # Errors
/// `NotFound`; `Conflict` when it is archived already.
pub async fn archive(hub: &Hub, slug: &str) -> Result<()> {
    let from = if status_of(hub, slug).await?.status == "active" { "active" } else { "suspended" };
    turn(hub, slug, from, "archived").await
}

/// All collectivities with their status, the network included.
///
/// # Errors
/// A database fault.
pub async fn list_all(hub: &Hub) -> Result<Vec<Listed>> {
    Ok(sql::all(
        &hub.database().public(Server::Primary),
        "SELECT tenant_id, slug, host, status FROM hosts ORDER BY slug, host",
        [],
    )
    .await?)
}

async fn status_of(hub: &Hub, slug: &str) -> Result<Listed> {
    let listed: Option<Listed> = sql::one(
        &hub.database().public(Server::Primary),
        "SELECT tenant_id, slug, host, status FROM hosts WHERE slug = $1 AND host = $1",
        [slug.into()],
    )
    .await?;
    listed.ok_or(Error::NotFound("collectivity"))
}

async fn turn(hub: &Hub, slug: &str, from: &'static str, to: &'static str) -> Result<()> {
    let listed = status_of(hub, slug).await?;
    let tx = hub.database().begin(listed.tenant_id).await?;
    let touched = sql::run(
        &tx,
        "UPDATE collectivities SET status = $2, updated_at = $4 WHERE id = $1 AND status = $3",
        [listed.tenant_id.into(), to.into(), from.into(), hub.clock().now().into()],
    )
    .await?;
    if touched == 0 {
        return Err(Error::Conflict("collectivity-other-status"));
    }
    sql::run(&tx, "UPDATE hosts SET status = $2 WHERE tenant_id = $1", [listed.tenant_id.into(), to.into()])
        .await?;
    for table in LIVE_TABLES {
        // Ten tables, whatever the member holds.
        sql::run(
            &tx,
            &format!("UPDATE {table} SET member_live = $2 WHERE tenant_id = $1"),
            [listed.tenant_id.into(), (to == "active").into()],
        )
        .await?;
    }
    let tenant = Arc::new(Tenant {
        id: listed.tenant_id,
        slug: listed.slug,
        kind: Kind::Commune,
        names: Localised::default(),
        default_locale: Locale::Ar,
        locales: Locale::ALL.to_vec(),
        url: String::new(),
        accent: None,
        logo: None,
        privacy_contact: None,
        is_sample: false,
        content_version: String::new(),
        server: Server::Primary,
    });
    let scope = hub.system_scope(tenant, "collectivity status");
    raise_content_version(&tx, &scope).await?;
    let changes = Changes::new().field("status", from, to);
    audit::record_with(&tx, &scope, to, ("collectivity", listed.tenant_id.0), &changes).await?;
    tx.commit().await?;
    hub.tell(Notice::Hosts(listed.tenant_id)).await;
    Ok(())
}

fn check(new: &NewCollectivity) -> Result<()> {
    let mut checks = Checks::default();
    checks.required("names", &new.names);
    checks.localised_line("names", &new.names, 200);
    let label = &new.slug;
    let is_label = !label.is_empty()
        && label.len() <= 63
        && label.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
        && !label.starts_with('-')
        && !label.ends_with('-')
        && !label.starts_with("xn--");
    if !is_label {
        checks.refuse(FieldError::new("slug", "field-invalid-slug"));
    } else if RESERVED.contains(&label.as_str()) {
        checks.refuse(FieldError::new("slug", "field-reserved"));
    }
    checks.finish()
}
