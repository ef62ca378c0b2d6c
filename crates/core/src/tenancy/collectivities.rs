//! The members of the network as everyone may see them, and what rises when one of them changes.
//! Their life cycle is in [`lifecycle`].

pub mod lifecycle;

use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use sea_orm::{FromQueryResult, Value};

use super::hub::Hub;
use super::scope::{PublicScope, Scope};
use crate::ground::bus::Notice;
use crate::ground::database::TenantTx;
use crate::ground::error::{Error, Result};
use crate::ground::ids::TenantId;
use crate::ground::localised::Localised;
use crate::ground::paging::{Page, PageRequest, Position};
use crate::ground::sql;

pub use lifecycle::{Listed, NewCollectivity, archive, create, list_all, resume, suspend};

/// What a collectivity is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// The network itself; never counted as a member.
    Network,
    /// A region (جهة).
    Region,
    /// A prefecture (عمالة).
    Prefecture,
    /// A province (إقليم).
    Province,
    /// A commune (جماعة).
    Commune,
}

impl Kind {
    /// The kinds that members have.
    pub const MEMBERS: [Self; 4] = [Self::Region, Self::Prefecture, Self::Province, Self::Commune];

    /// The name in the database, in addresses and in message keys.
    pub fn code(self) -> &'static str {
        match self {
            Self::Network => "network",
            Self::Region => "region",
            Self::Prefecture => "prefecture",
            Self::Province => "province",
            Self::Commune => "commune",
        }
    }

    /// The kind with this name.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Network].into_iter().chain(Self::MEMBERS).find(|kind| kind.code() == code)
    }
}

/// A member as everyone may see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Collectivity {
    /// Its id.
    pub id: TenantId,
    /// Its subdomain.
    pub slug: String,
    /// What it is.
    pub kind: Kind,
    /// Its code in the list of the High Commission for Planning.
    pub hcp_code: Option<String>,
    /// The code of its region.
    pub region_code: Option<String>,
    /// Its names.
    pub names: Localised,
    /// The cohort (فوج) with which it joined, when known.
    pub cohort: Option<i32>,
    /// The cohort is inferred, not stated by a source.
    pub cohort_is_probable: bool,
    /// The day it joined, when known.
    pub joined_on: Option<NaiveDate>,
    /// Inhabitants (HCP, RGPH 2024).
    pub population: Option<i64>,
    /// Base address of its site.
    pub url: String,
    /// Made up for demonstration; not a statement about this town.
    pub is_sample: bool,
    /// Where its membership was read.
    pub source: Option<String>,
    /// The last public change of its site.
    pub last_updated_at: DateTime<Utc>,
}

/// Which members a list shows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Of this kind.
    pub kind: Option<Kind>,
    /// In this region.
    pub region: Option<String>,
    /// Of this cohort.
    pub cohort: Option<i32>,
}

/// The order of a list of members.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// By slug, which is the name in Latin letters.
    #[default]
    Name,
    /// The most populous first.
    Population,
    /// Those who joined first, first; unknown last.
    JoinedOn,
}

#[derive(Debug, FromQueryResult)]
struct Row {
    id: TenantId,
    slug: String,
    kind: String,
    hcp_code: Option<String>,
    region_code: Option<String>,
    names: Localised,
    cohort: Option<i32>,
    cohort_is_probable: bool,
    joined_on: Option<NaiveDate>,
    population: Option<i64>,
    is_sample: bool,
    source: Option<String>,
    updated_at: DateTime<Utc>,
}

const COLUMNS: &str = "id, slug, kind, hcp_code, region_code, names, cohort, cohort_is_probable, joined_on, population, is_sample, source, updated_at";

impl Row {
    fn collectivity(self, hub: &Hub) -> Collectivity {
        let kind = Kind::from_code(&self.kind).unwrap_or(Kind::Commune);
        Collectivity {
            url: hub.url_of(kind, &self.slug),
            id: self.id,
            slug: self.slug,
            kind,
            hcp_code: self.hcp_code,
            region_code: self.region_code,
            names: self.names,
            cohort: self.cohort,
            cohort_is_probable: self.cohort_is_probable,
            joined_on: self.joined_on,
            population: self.population,
            is_sample: self.is_sample,
            source: self.source,
            last_updated_at: self.updated_at,
        }
    }

    fn position(&self, order: Order) -> Position {
        let key = match order {
            Order::Name => self.slug.clone(),
            Order::Population => (-self.population.unwrap_or(0)).to_string(),
            Order::JoinedOn => self.joined_on.unwrap_or(NEVER).to_string(),
        };
        Position { key, id: self.id.0 }
    }
}

/// Sorts members without a date behind all others.
const NEVER: NaiveDate = NaiveDate::from_ymd_opt(9999, 12, 31).expect("a day of the calendar");

/// The member with this slug. Published: all may call it.
///
/// # Errors
/// `NotFound` for an unknown, suspended or archived member.
pub async fn find(scope: &PublicScope, slug: &str) -> Result<Collectivity> {
    let text = format!(
        "SELECT {COLUMNS} FROM collectivities WHERE slug = $1 AND status = 'active' AND kind <> 'network'"
    );
    let row: Option<Row> = sql::one(&scope.reads(), &text, [slug.into()]).await?;
    row.map(|row| row.collectivity(scope.hub())).ok_or(Error::NotFound("collectivity"))
}

/// The members with these ids, in no order; those that may not be seen are missing.
///
/// # Errors
/// A database fault.
pub async fn by_ids(scope: &PublicScope, ids: &[TenantId]) -> Result<Vec<Collectivity>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let text = format!(
        "SELECT {COLUMNS} FROM collectivities WHERE status = 'active' AND id IN ({})",
        sql::places(1, ids.len())
    );
    let rows: Vec<Row> = sql::all(&scope.reads(), &text, ids.iter().map(|&id| id.into())).await?;
    Ok(rows.into_iter().map(|row| row.collectivity(scope.hub())).collect())
}

/// A page of the members. Published: all may call it, on every host.
///
/// # Errors
/// `Invalid` for a cursor of another order.
pub async fn list(
    scope: &PublicScope,
    filter: &Filter,
    order: Order,
    page: &PageRequest,
) -> Result<Page<Collectivity>> {
    let mut values: Vec<Value> = vec![
        filter.kind.map(|kind| kind.code().to_owned()).into(),
        filter.region.clone().into(),
        filter.cohort.into(),
    ];
    /// A filter that is not set lets all pass.
    const WHERE: &str = "status = 'active' AND kind <> 'network'
        AND ($1 IS NULL OR kind = $1) AND ($2 IS NULL OR region_code = $2) AND ($3 IS NULL OR cohort = $3)";
    let total: Option<sql::Count> = sql::one(
        &scope.reads(),
        &format!("SELECT COUNT(*) AS count FROM collectivities WHERE {WHERE}"),
        values.clone(),
    )
    .await?;
    let key = match order {
        Order::Name => "slug",
        Order::Population => "(0 - COALESCE(population, 0))",
        Order::JoinedOn => "COALESCE(joined_on, $4)",
    };
    let direction = if page.backwards { "DESC" } else { "ASC" };
    let mut text = format!("SELECT {COLUMNS} FROM collectivities WHERE {WHERE}");
    if order == Order::JoinedOn {
        values.push(NEVER.into());
    }
    if let Some(position) = &page.position {
        let place = values.len() + 1;
        let compare = if page.backwards { '<' } else { '>' };
        text.push_str(&format!(" AND ({key}, id) {compare} (${place}, ${})", place + 1));
        values.push(key_value(order, position)?);
        values.push(position.id.into());
    }
    text.push_str(&format!(" ORDER BY {key} {direction}, id {direction} LIMIT {}", page.fetch()));
    let rows: Vec<Row> = sql::all(&scope.reads(), &text, values).await?;
    let total = total.map_or(0, |total| total.count.unsigned_abs());
    Ok(page.page(rows, total, |row| row.position(order)).map(|row| row.collectivity(scope.hub())))
}

fn key_value(order: Order, position: &Position) -> Result<Value> {
    let broken = || Error::invalid("after", "field-bad-cursor");
    Ok(match order {
        Order::Name => position.key.clone().into(),
        Order::Population => position.key.parse::<i64>().map_err(|_| broken())?.into(),
        Order::JoinedOn => position.key.parse::<NaiveDate>().map_err(|_| broken())?.into(),
    })
}

/// Makes all cached pages and feeds of the tenant unreachable, in the transaction of the change.
pub(crate) async fn raise_content_version(tx: &TenantTx, scope: &Scope) -> Result<()> {
    sql::run(
        tx,
        "UPDATE collectivities SET content_version = content_version + 1, updated_at = $2 WHERE id = $1",
        [tx.tenant().into(), scope.now().into()],
    )
    .await?;
    Ok(())
}

/// Tells all processes that pages of the tenant have changed; called after the commit.
pub(crate) async fn tell_changed(scope: &Scope) {
    scope.hub().tell(Notice::Content(scope.tenant().id)).await;
}

/// A time as a key of a cursor.
pub(crate) fn time_key(time: DateTime<Utc>) -> String {
    time.to_rfc3339_opts(SecondsFormat::Micros, true)
}

/// The time of such a key.
pub(crate) fn key_time(key: &str) -> Result<DateTime<Utc>> {
    key.parse().map_err(|_| Error::invalid("after", "field-bad-cursor"))
}
