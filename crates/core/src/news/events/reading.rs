//! What everyone may read of events. Every statement names the member (or all, on the network's
//! host), the status and `member_live` itself: row security is the second wall, not the first.

use std::collections::HashMap;

use chrono::NaiveDate;
use sea_orm::{FromQueryResult, Value};

use super::{CARD, DETAIL, Detail, Event, EventCard, EventKind, FROM, MOST_EVENTS, PUBLIC};
use crate::ground::error::{Error, Result};
use crate::ground::ids::{EventId, ProgrammeId, TenantId};
use crate::ground::paging::{Page, PageRequest};
use crate::ground::sql;
use crate::tenancy::collectivities::key_time;
use crate::tenancy::scope::PublicScope;

/// Which events a list shows. What is not set lets all pass.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Filter {
    /// From this day in Morocco on, those that still go on among them.
    pub from: Option<NaiveDate>,
    /// Up to this day in Morocco.
    pub until: Option<NaiveDate>,
    /// Of this kind.
    pub kind: Option<EventKind>,
    /// Of this member; on a member's host there is no other.
    pub collectivity: Option<TenantId>,
}

/// A page of events: from a day on in their order, or all of them, the latest first. Published: all
/// may call it.
///
/// # Errors
/// `Invalid` for a broken cursor.
pub async fn list(scope: &PublicScope, filter: &Filter, page: &PageRequest) -> Result<Page<EventCard>> {
    let (mut condition, mut values) = (PUBLIC.to_owned(), Vec::<Value>::new());
    let mut add = |text: &str, value: Value| {
        values.push(value);
        condition.push_str(&text.replace('?', &format!("${}", values.len())));
    };
    // Both, so that a member's host asked for another member has none.
    for tenant in scope.member().into_iter().chain(filter.collectivity) {
        add(" AND e.tenant_id = ?", tenant.into());
    }
    if let Some(day) = filter.from {
        add(" AND COALESCE(e.ends_on, e.starts_on) >= ?", day.into());
    }
    if let Some(day) = filter.until {
        add(" AND e.starts_on <= ?", day.into());
    }
    if let Some(kind) = filter.kind {
        add(" AND e.kind = ?", kind.code().into());
    }
    let count = format!("SELECT COUNT(*) AS count FROM events e WHERE {condition}");
    let total: Option<sql::Count> = sql::one(&scope.reads(), &count, values.clone()).await?;
    let text = page_statement(&condition, &mut values, page, filter.from.is_none())?;
    let rows: Vec<EventCard> = sql::all(&scope.reads(), &text, values).await?;
    Ok(page.page(rows, total.map_or(0, |total| total.count.unsigned_abs()), EventCard::position))
}

/// The statement of one page under a condition; `falling` from the latest to the earliest.
pub(super) fn page_statement(
    condition: &str,
    values: &mut Vec<Value>,
    page: &PageRequest,
    falling: bool,
) -> Result<String> {
    let (compare, direction) = if falling == page.backwards { ('>', "ASC") } else { ('<', "DESC") };
    let mut after = String::new();
    if let Some(position) = &page.position {
        let place = values.len() + 1;
        values.push(key_time(&position.key)?.into());
        values.push(position.id.into());
        after = format!(" AND (e.starts_at, e.id) {compare} (${place}, ${})", place + 1);
    }
    Ok(format!(
        "SELECT {CARD} {FROM} WHERE {condition}{after}
         ORDER BY e.starts_at {direction}, e.id {direction} LIMIT {}",
        page.fetch()
    ))
}

/// The first page of each of these members, the latest first, by one statement for all; members
/// without public events are missing. Published: all may call it.
///
/// # Errors
/// A database fault.
pub async fn latest(
    scope: &PublicScope,
    members: &[TenantId],
    limit: u32,
) -> Result<HashMap<TenantId, Page<EventCard>>> {
    #[derive(Debug, FromQueryResult)]
    struct Counted {
        total: i64,
        #[sea_orm(nested)]
        card: EventCard,
    }
    let members = members.iter().filter(|&&member| scope.member().is_none_or(|own| own == member));
    let values: Vec<Value> = members.map(|&member| member.into()).collect();
    if values.is_empty() {
        return Ok(HashMap::new());
    }
    let page = PageRequest::first(limit);
    let places = sql::places(1, values.len());
    let text = format!(
        "SELECT n.total, {CARD} FROM (
           SELECT e.tenant_id, e.id, COUNT(*) OVER (PARTITION BY e.tenant_id) AS total,
             ROW_NUMBER() OVER (PARTITION BY e.tenant_id ORDER BY e.starts_at DESC, e.id DESC) AS place
           FROM events e WHERE {PUBLIC} AND e.tenant_id IN ({places})) n
         JOIN events e ON e.tenant_id = n.tenant_id AND e.id = n.id
         JOIN collectivities c ON c.id = e.tenant_id
         LEFT JOIN programmes p ON p.tenant_id = e.tenant_id AND p.id = e.programme_id
           AND p.is_published AND p.member_live
         WHERE n.place <= {} AND {PUBLIC} ORDER BY e.starts_at DESC, e.id DESC",
        page.fetch()
    );
    let rows: Vec<Counted> = sql::all(&scope.reads(), &text, values).await?;
    let mut found: HashMap<TenantId, (u64, Vec<EventCard>)> = HashMap::new();
    for row in rows {
        let (total, cards) = found.entry(row.card.tenant).or_default();
        *total = row.total.unsigned_abs();
        cards.push(row.card);
    }
    let pages = found
        .into_iter()
        .map(|(member, (total, cards))| (member, page.page(cards, total, EventCard::position)));
    Ok(pages.collect())
}

/// What is on between two days in Morocco, both included, in its order; [`MOST_EVENTS`] at most.
/// Published: all may call it.
///
/// # Errors
/// A database fault.
pub async fn between(scope: &PublicScope, from: NaiveDate, until: NaiveDate) -> Result<Vec<EventCard>> {
    let mut values: Vec<Value> = vec![from.into(), until.into()];
    let text = format!(
        "SELECT {CARD} {FROM} WHERE {PUBLIC} AND COALESCE(e.ends_on, e.starts_on) >= $1
           AND e.starts_on <= $2{} ORDER BY e.starts_at, e.id LIMIT {MOST_EVENTS}",
        of_member(scope, &mut values)
    );
    Ok(sql::all(&scope.reads(), &text, values).await?)
}

/// The events of the steps of a programme, in their order. Published: all may call it.
///
/// # Errors
/// A database fault.
pub async fn of_programme(scope: &PublicScope, programme: ProgrammeId) -> Result<Vec<EventCard>> {
    let mut values: Vec<Value> = vec![programme.into()];
    let text = format!(
        "SELECT {CARD} {FROM} WHERE {PUBLIC} AND e.programme_id = $1{} ORDER BY e.starts_at, e.id LIMIT {MOST_EVENTS}",
        of_member(scope, &mut values)
    );
    Ok(sql::all(&scope.reads(), &text, values).await?)
}

/// One event. Published: all may call it.
///
/// # Errors
/// `NotFound` for what is not public, or not of this member.
pub async fn find(scope: &PublicScope, id: EventId) -> Result<Event> {
    let mut values: Vec<Value> = vec![id.into()];
    let text = format!(
        "SELECT {CARD}, {DETAIL} {FROM} WHERE {PUBLIC} AND e.id = $1{}",
        of_member(scope, &mut values)
    );
    let found = sql::one(&scope.reads(), &text, values).await?;
    found.ok_or(Error::NotFound("event"))
}

/// The cards of these events, in no order; those that are not public are missing. Published: all may
/// call it.
///
/// # Errors
/// A database fault.
pub async fn by_ids(scope: &PublicScope, ids: &[EventId]) -> Result<Vec<EventCard>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut values: Vec<Value> = ids.iter().map(|&id| id.into()).collect();
    let places = sql::places(1, ids.len());
    let text = format!(
        "SELECT {CARD} {FROM} WHERE {PUBLIC} AND e.id IN ({places}){}",
        of_member(scope, &mut values)
    );
    Ok(sql::all(&scope.reads(), &text, values).await?)
}

/// The long texts of these events; those that are not public are missing. Published: all may call it.
///
/// # Errors
/// A database fault.
pub async fn details(scope: &PublicScope, ids: &[EventId]) -> Result<HashMap<EventId, Detail>> {
    #[derive(Debug, FromQueryResult)]
    struct Row {
        id: EventId,
        #[sea_orm(nested)]
        detail: Detail,
    }
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let mut values: Vec<Value> = ids.iter().map(|&id| id.into()).collect();
    let places = sql::places(1, ids.len());
    let text = format!(
        "SELECT e.id, {DETAIL} FROM events e WHERE {PUBLIC} AND e.id IN ({places}){}",
        of_member(scope, &mut values)
    );
    let rows: Vec<Row> = sql::all(&scope.reads(), &text, values).await?;
    Ok(rows.into_iter().map(|row| (row.id, row.detail)).collect())
}

fn of_member(scope: &PublicScope, values: &mut Vec<Value>) -> String {
    match scope.member() {
        Some(tenant) => {
            values.push(tenant.into());
            format!(" AND e.tenant_id = ${}", values.len())
        }
        None => String::new(),
    }
}
