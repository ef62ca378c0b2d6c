//! One row a member with the counts of its current programme, rewritten in the transaction that
//! changes them, so that numbers over all members are read from a few hundred rows. It stands
//! here and not in the network's room because this room calls it.
//!
//! The current programme is the one on the day of the last change, or of the worker's timer since;
//! what depends on today's date otherwise (late, stale) is not here.

use super::programmes::{STEP, current_first};
use super::statements::{Binds, COUNTS, PROGRESS, stated};
use super::states::{STATUS_SQL, Status};
use crate::ground::calendar;
use crate::ground::database::TenantTx;
use crate::ground::error::Result;
use crate::ground::sql;
use crate::tenancy::hub::Hub;
use crate::tenancy::scope::Scope;

/// Rewrites the summary of the transaction's tenant. `milestones` are those not dropped, as in
/// [`super::progress::Progress::total`].
pub(crate) async fn refresh(tx: &TenantTx, scope: &Scope) -> Result<()> {
    let mut binds = Binds::default();
    let tenant = binds.one(tx.tenant());
    let current = current_first(&binds.one(scope.today()));
    let wanted = format!(
        "SELECT p.tenant_id, p.id FROM programmes p
         WHERE p.tenant_id = {tenant} AND p.is_published ORDER BY {current} LIMIT 1"
    );
    let text =
        statement(&wanted, &format!("n.id = {tenant}"), |alias| format!(" AND {alias}.tenant_id = {tenant}"));
    sql::run(tx, &text, binds.into_values()).await?;
    Ok(())
}

/// Rewrites the summaries of the members whose current programme is another than the summary says,
/// because a cycle began with the day alone, and says how many. The worker calls it by its timer:
/// one statement over all members, which on most days finds none.
///
/// # Errors
/// A database fault.
pub async fn follow_calendar(hub: &Hub) -> Result<u64> {
    let mut binds = Binds::default();
    let current = current_first(&binds.one(calendar::day(hub.clock().now())));
    let wanted = format!(
        "SELECT x.tenant_id, x.id FROM (
           SELECT p.tenant_id, p.id, ROW_NUMBER() OVER (PARTITION BY p.tenant_id ORDER BY {current}) AS place
           FROM programmes p WHERE p.is_published AND p.member_live
         ) x
         LEFT JOIN member_summaries y ON y.tenant_id = x.tenant_id
         WHERE x.place = 1 AND (y.programme_id IS NULL OR y.programme_id <> x.id)"
    );
    let text = statement(&wanted, "n.id IN (SELECT w.tenant_id FROM wanted w)", |_| String::new());
    let tx = hub.database().begin_worker().await?;
    let followed = sql::run(&tx, &text, binds.into_values()).await?;
    tx.commit().await?;
    Ok(followed)
}

/// The statement over the programmes that are `wanted`, for the collectivities `n` of a condition.
/// `within` binds a table to the tenant, which saves PostgreSQL a plan over all tenants.
fn statement(wanted: &str, members: &str, within: impl Fn(&str) -> String) -> String {
    // Counts do not depend on whether the member's site is open; the row's own flag hides them.
    let stated = stated("m.programme_id = w.id", None)
        .replace(" AND l.member_live", "")
        .replace(" AND m.member_live", &within("m"));
    let columns: Vec<String> =
        Status::ALL.iter().map(|status| format!("commitments_{}", status.code())).collect();
    let by_status: Vec<String> = Status::ALL
        .iter()
        .map(|status| format!("SUM(CASE WHEN c.status = '{}' THEN 1 ELSE 0 END)", status.code()))
        .collect();
    let counted: Vec<String> =
        columns.iter().zip(&by_status).map(|(column, count)| format!("{count} AS {column}")).collect();
    let updates: Vec<String> = ["programme_id", "cycle", "step", "axes", "commitments"]
        .into_iter()
        .chain(columns.iter().map(String::as_str))
        .chain(["milestones", "milestones_reported", "milestones_done", "milestones_dropped"])
        .chain(["extra_reported", "extra_done", "last_reported_on", "member_live"])
        .map(|column| format!("{column} = excluded.{column}"))
        .collect();
    let selected: Vec<String> = ["commitments"]
        .into_iter()
        .chain(columns.iter().map(String::as_str))
        .chain(["milestones", "milestones_reported", "milestones_done", "milestones_dropped"])
        .chain(["extra_reported", "extra_done"])
        .map(|column| format!("COALESCE(t.{column}, 0)"))
        .collect();
    let (columns, counted) = (columns.join(", "), counted.join(", "));
    let (selected, updates) = (selected.join(", "), updates.join(", "));
    format!(
        "INSERT INTO member_summaries (tenant_id, programme_id, cycle, step, axes, commitments, {columns},
           milestones, milestones_reported, milestones_done, milestones_dropped, extra_reported, extra_done,
           last_reported_on, member_live)
         WITH wanted AS ({wanted}), {stated}, tallies AS (
           SELECT r.tenant_id, r.commitment_id, {COUNTS} FROM stated r
           GROUP BY r.tenant_id, r.commitment_id
         ), judged AS (
           SELECT w.tenant_id, {STATUS_SQL} AS status, {PROGRESS}, t.last_reported_on
           FROM wanted w
           JOIN commitments c ON c.tenant_id = w.tenant_id AND c.programme_id = w.id
           LEFT JOIN tallies t ON t.tenant_id = c.tenant_id AND t.commitment_id = c.id
           WHERE c.is_published{of_commitments}
         ), sums AS (
           SELECT c.tenant_id, COUNT(*) AS commitments, {counted}, SUM(c.total) AS milestones,
             SUM(c.reported) AS milestones_reported, SUM(c.done) AS milestones_done,
             SUM(c.dropped) AS milestones_dropped, SUM(c.extra_reported) AS extra_reported,
             SUM(c.extra_done) AS extra_done, MAX(c.last_reported_on) AS last_reported_on
           FROM judged c GROUP BY c.tenant_id
         ), steps AS (
           SELECT h.programme_id, MAX(h.step) AS step
           FROM wanted w
           JOIN phases h ON h.tenant_id = w.tenant_id AND h.programme_id = w.id
           WHERE h.is_published AND COALESCE(h.started_on, h.finished_on) IS NOT NULL{of_phases}
           GROUP BY h.programme_id
         )
         SELECT n.id, p.id, p.cycle, CASE WHEN p.id IS NULL THEN NULL ELSE {STEP} END,
           (SELECT COUNT(*) FROM axes a
            WHERE a.tenant_id = w.tenant_id AND a.programme_id = w.id AND a.is_published),
           {selected}, t.last_reported_on, n.status = 'active'
         FROM collectivities n
         LEFT JOIN wanted w ON w.tenant_id = n.id
         LEFT JOIN sums t ON t.tenant_id = n.id
         LEFT JOIN programmes p ON p.tenant_id = w.tenant_id AND p.id = w.id
         LEFT JOIN steps s ON s.programme_id = p.id
         WHERE {members}
         ON CONFLICT (tenant_id) DO UPDATE SET {updates}",
        of_commitments = within("c"),
        of_phases = within("h"),
    )
}
