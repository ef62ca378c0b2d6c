//! Filtered pages of commitments: of one member on its host, of all members on the network's.
//! The page is found first, by narrow rows; its whole commitments are read after, at once.

use std::collections::HashMap;

use sea_orm::FromQueryResult;

use super::{Commitment, by_ids, tallies};
use crate::ground::error::Result;
use crate::ground::ids::{AxisId, CommitmentId, TenantId};
use crate::ground::paging::{Page, PageRequest, Position};
use crate::programme::reporting::{is_silent, over, still_open_from};
use crate::programme::statements::{Binds, List};
use crate::programme::states::{STATUS_SQL, Status};
use crate::tenancy::scope::PublicScope;

/// Which commitments a list shows. What is not set lets all pass.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Of this axis.
    pub axis: Option<AxisId>,
    /// Of members of this cohort.
    pub cohort: Option<i32>,
    /// With this computed status.
    pub status: Option<Status>,
    /// Serving this value of open government.
    pub value: Option<String>,
    /// In this policy area.
    pub policy_area: Option<String>,
    /// Of members in this region, by HCP code.
    pub region: Option<String>,
    /// Of this member.
    pub collectivity: Option<TenantId>,
    /// Late, or not late.
    pub late: Option<bool>,
    /// Silent for the last agreed period whose due day is over, or not.
    pub stale: Option<bool>,
}

/// The order of a list of commitments.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// Those entered last, first.
    #[default]
    Recent,
    /// By number within their programme.
    Number,
}

#[derive(Debug, FromQueryResult)]
struct Row {
    id: CommitmentId,
    number: i32,
}

/// A page of commitments. Published: all may call it.
///
/// # Errors
/// `Invalid` for a cursor of another order.
pub async fn list(
    scope: &PublicScope,
    filter: &Filter,
    order: Order,
    page: &PageRequest,
) -> Result<Page<Commitment>> {
    let (sort, falling) = match order {
        Order::Recent => ("x.id", true),
        Order::Number => ("x.number, x.id", false),
    };
    let mut binds = Binds::default();
    let (with, rows) = statement(scope, filter, order, &mut binds);
    let list = List { with, rows, joined: None, binds, sort, falling };
    let found = list
        .page(
            scope,
            page,
            |position| match order {
                Order::Recent => position.key.is_empty().then(|| vec![position.id.into()]),
                Order::Number => Some(vec![position.key.parse::<i32>().ok()?.into(), position.id.into()]),
            },
            |row: &Row| match order {
                Order::Recent => Position { key: String::new(), id: row.id.0 },
                Order::Number => Position { key: row.number.to_string(), id: row.id.0 },
            },
        )
        .await?;
    whole(scope, found).await
}

fn statement(scope: &PublicScope, filter: &Filter, order: Order, binds: &mut Binds) -> (String, String) {
    let mut wanted = binds.member(scope, "c");
    if let Some(collectivity) = filter.collectivity {
        wanted.push_str(&format!(" AND c.tenant_id = {}", binds.one(collectivity)));
    }
    if let Some(axis) = filter.axis {
        wanted.push_str(&format!(" AND c.axis_id = {}", binds.one(axis)));
    }
    let cohort = filter.cohort.map(|cohort| ("cohort", binds.one(cohort)));
    let region = filter.region.as_deref().map(|region| ("region_code", binds.one(region)));
    for (column, value) in cohort.into_iter().chain(region) {
        wanted.push_str(&format!(
            " AND c.tenant_id IN (SELECT n.id FROM collectivities n WHERE n.{column} = {value} AND n.status = 'active')"
        ));
    }
    for (kind, code) in [("value", &filter.value), ("policy_area", &filter.policy_area)] {
        if let Some(code) = code {
            wanted.push_str(&format!(
                " AND EXISTS (SELECT 1 FROM commitment_tags g WHERE g.tenant_id = c.tenant_id
                   AND g.commitment_id = c.id AND g.kind = '{kind}' AND g.code = {} AND g.is_published AND g.member_live)",
                binds.one(code.as_str())
            ));
        }
    }
    let wanted = format!(
        "WITH wanted AS (
           SELECT c.tenant_id, c.id, c.number FROM commitments c WHERE c.is_published AND c.member_live{wanted}
         )"
    );
    // Without the number, the index of published commitments holds all that is asked for.
    let number = match order {
        Order::Recent => "0",
        Order::Number => "w.number",
    };
    let select = format!(
        "SELECT x.id, x.number, x.list_total FROM (
           SELECT w.id, {number} AS number, COUNT(*) OVER () AS list_total FROM wanted w"
    );
    // What follows from the milestones is read only by who asks for it.
    let (mut with, mut joins, mut computed) = (wanted, String::new(), String::from("1 = 1"));
    if filter.status.is_some() || filter.late.is_some() {
        with.push_str(&format!(", {}", tallies(None, &binds.one(scope.today()))));
        joins.push_str(" LEFT JOIN tallies t ON t.tenant_id = w.tenant_id AND t.commitment_id = w.id");
    }
    if let Some(status) = filter.status {
        computed.push_str(&format!(" AND {STATUS_SQL} = {}", binds.one(status.code())));
    }
    if let Some(late) = filter.late {
        let compare = if late { ">" } else { "=" };
        computed.push_str(&format!(" AND COALESCE(t.overdue, 0) {compare} 0"));
    }
    if let Some(stale) = filter.stale {
        with.push_str(&format!(", {}", silent(scope, binds)));
        joins.push_str(" LEFT JOIN silent k ON k.tenant_id = w.tenant_id AND k.id = w.id");
        computed.push_str(if stale { " AND k.id IS NOT NULL" } else { " AND k.id IS NULL" });
    }
    (with, format!("{select}{joins} WHERE {computed}) x"))
}

/// The common table expression `silent`: those of the `wanted` that are stale, each by the period
/// that its own programme agreed on.
fn silent(scope: &PublicScope, binds: &mut Binds) -> String {
    let day = binds.one(still_open_from(scope));
    let programmes = over(scope.hub().database().engine(), &day, "programmes p", "");
    format!(
        "silent AS (
           SELECT c.tenant_id, c.id FROM {programmes} p
           JOIN commitments c ON c.tenant_id = p.tenant_id AND c.programme_id = p.id
           JOIN wanted w ON w.tenant_id = c.tenant_id AND w.id = c.id
           WHERE {}
         )",
        is_silent("m.commitment_id = c.id")
    )
}

/// Reads the whole commitments of a page. One withdrawn between the two statements is left out
/// together with its cursor.
async fn whole(scope: &PublicScope, found: Page<Row>) -> Result<Page<Commitment>> {
    let ids: Vec<CommitmentId> = found.items.iter().map(|row| row.id).collect();
    let mut commitments: HashMap<CommitmentId, Commitment> =
        by_ids(scope, &ids, None).await?.into_iter().map(|commitment| (commitment.id, commitment)).collect();
    let (items, cursors) = ids
        .iter()
        .zip(found.cursors)
        .filter_map(|(id, cursor)| Some((commitments.remove(id)?, cursor)))
        .unzip();
    Ok(Page {
        items,
        cursors,
        has_next: found.has_next,
        has_previous: found.has_previous,
        total: found.total,
    })
}
