//! What needs attention: commitments that are late and members that have fallen silent, the worst
//! first. Over the whole network, on every host.

use chrono::NaiveDate;
use sea_orm::FromQueryResult;

use super::overview::overdue_milestones;
use super::silence::stale_members;
use crate::ground::error::Result;
use crate::ground::ids::{CommitmentId, TenantId};
use crate::ground::localised::Localised;
use crate::ground::paging::{Page, PageRequest, Position};
use crate::programme::reporting::still_open_from;
use crate::programme::statements::{Binds, List};
use crate::tenancy::collectivities::Kind;
use crate::tenancy::scope::PublicScope;

/// A commitment with an overdue milestone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LateCommitment {
    /// Its id.
    pub commitment: CommitmentId,
    /// Its number within the programme.
    pub number: i32,
    /// The cycle of the programme.
    pub cycle: String,
    /// Its titles.
    pub titles: Localised,
    /// Whose it is.
    pub tenant: TenantId,
    /// The subdomain of whose it is.
    pub slug: String,
    /// What the member is.
    pub kind: Kind,
    /// The member's names.
    pub names: Localised,
    /// Base address of the member's site.
    pub url: String,
    /// When the first of its overdue milestones was due.
    pub due_on: NaiveDate,
    /// Made up for demonstration, itself or a milestone that makes it late.
    pub is_sample: bool,
}

/// A member that reported nothing for the last agreed period whose due day is over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaleMember {
    /// Whose programme it is.
    pub tenant: TenantId,
    /// The member's subdomain.
    pub slug: String,
    /// What the member is.
    pub kind: Kind,
    /// The member's names.
    pub names: Localised,
    /// Base address of the member's site.
    pub url: String,
    /// The day of the last report; none where nothing was ever reported.
    pub last_reported_on: Option<NaiveDate>,
    /// The cycle of the programme.
    pub cycle: String,
    /// Made up for demonstration.
    pub is_sample: bool,
}

#[derive(Debug, FromQueryResult)]
struct LateRow {
    id: CommitmentId,
    number: i32,
    cycle: String,
    titles: Localised,
    tenant: TenantId,
    slug: String,
    kind: String,
    names: Localised,
    due_on: NaiveDate,
    is_sample: bool,
}

#[derive(Debug, FromQueryResult)]
struct StaleRow {
    tenant: TenantId,
    slug: String,
    kind: String,
    names: Localised,
    last_reported_on: Option<NaiveDate>,
    sort_day: NaiveDate,
    cycle: String,
    is_sample: bool,
}

/// A page of the late commitments in current programmes, the longest overdue first. Published:
/// all may call it.
///
/// # Errors
/// `Invalid` for a cursor of another list.
pub async fn late(scope: &PublicScope, page: &PageRequest) -> Result<Page<LateCommitment>> {
    let mut binds = Binds::default();
    let today = binds.one(scope.today());
    let with = format!(
        "WITH late AS (
           SELECT m.tenant_id, m.commitment_id, MIN(m.due_on) AS due_on,
             MAX(CASE WHEN m.is_sample THEN 1 ELSE 0 END) AS samples
           {} GROUP BY m.tenant_id, m.commitment_id
         )",
        overdue_milestones(&today)
    );
    let rows = "SELECT x.* FROM (
        SELECT l.tenant_id, l.commitment_id AS id, l.due_on, l.samples, COUNT(*) OVER () AS list_total
        FROM late l) x";
    let joined = (
        "x.id, x.due_on, x.list_total, c.number, p.cycle, c.titles, n.id AS tenant, n.slug, n.kind,
         n.names, (c.is_sample OR x.samples = 1) AS is_sample",
        "JOIN commitments c ON c.tenant_id = x.tenant_id AND c.id = x.id
         JOIN programmes p ON p.tenant_id = c.tenant_id AND p.id = c.programme_id
         JOIN collectivities n ON n.id = x.tenant_id",
    );
    let list = List {
        with,
        rows: rows.to_owned(),
        joined: Some(joined),
        binds,
        sort: "x.due_on, x.id",
        falling: false,
    };
    let rows = list
        .page(scope, page, day_and_id, |row: &LateRow| Position { key: row.due_on.to_string(), id: row.id.0 })
        .await?;
    Ok(rows.map(|row| {
        let kind = Kind::from_code(&row.kind).unwrap_or(Kind::Commune);
        LateCommitment {
            url: scope.hub().url_of(kind, &row.slug),
            commitment: row.id,
            number: row.number,
            cycle: row.cycle,
            titles: row.titles,
            tenant: row.tenant,
            slug: row.slug,
            kind,
            names: row.names,
            due_on: row.due_on,
            is_sample: row.is_sample,
        }
    }))
}

/// A page of the stale members, those that never reported first, then the longest silent.
/// Published: all may call it.
///
/// # Errors
/// `Invalid` for a cursor of another list.
pub async fn stale(scope: &PublicScope, page: &PageRequest) -> Result<Page<StaleMember>> {
    let mut binds = Binds::default();
    let day = binds.one(still_open_from(scope));
    let never = binds.one(NEVER);
    let rows = format!(
        "SELECT x.* FROM (
           SELECT n.id AS tenant, n.slug, n.kind, n.names, p.last_reported_on, p.cycle,
             (p.is_sample OR n.is_sample) AS is_sample, COALESCE(p.last_reported_on, {never}) AS sort_day,
             COUNT(*) OVER () AS list_total
           {}
         ) x",
        stale_members(scope.hub().database().engine(), &day)
    );
    let list =
        List { with: String::new(), rows, joined: None, binds, sort: "x.sort_day, x.tenant", falling: false };
    let rows = list
        .page(scope, page, day_and_id, |row: &StaleRow| Position {
            key: row.sort_day.to_string(),
            id: row.tenant.0,
        })
        .await?;
    Ok(rows.map(|row| {
        let kind = Kind::from_code(&row.kind).unwrap_or(Kind::Commune);
        StaleMember {
            url: scope.hub().url_of(kind, &row.slug),
            tenant: row.tenant,
            slug: row.slug,
            kind,
            names: row.names,
            last_reported_on: row.last_reported_on,
            cycle: row.cycle,
            is_sample: row.is_sample,
        }
    }))
}

/// Sorts members that never reported before all others.
const NEVER: NaiveDate = NaiveDate::from_ymd_opt(1, 1, 1).expect("a day of the calendar");

fn day_and_id(position: &Position) -> Option<Vec<sea_orm::Value>> {
    Some(vec![position.key.parse::<NaiveDate>().ok()?.into(), position.id.into()])
}
