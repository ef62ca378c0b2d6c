//! One row a member with the counts of its current programme, rewritten in the transaction that
//! changes them, so that numbers over all members are read from a few hundred rows. It stands
//! here and not in the network's room because this room calls it.
//!
//! The current programme is the one on the day of the last change; what depends on today's date
//! otherwise (late, stale) is not here.

use super::programmes::{STEP, current_first};
use super::statements::{Binds, COUNTS, PROGRESS, stated};
use super::states::{STATUS_SQL, Status};
use crate::ground::database::TenantTx;
use crate::ground::error::Result;
use crate::ground::sql;
use crate::tenancy::scope::Scope;

/// Rewrites the summary of the transaction's tenant. `milestones` are those not dropped, as in
/// [`super::progress::Progress::total`].
pub(crate) async fn refresh(tx: &TenantTx, scope: &Scope) -> Result<()> {
    let mut binds = Binds::default();
    let tenant = binds.one(tx.tenant());
    let current = current_first(&binds.one(scope.today()));
    // Counts do not depend on whether the member's site is open; the row's own flag hides them.
    let stated = stated("m.programme_id = w.id", None)
        .replace(" AND l.member_live", "")
        .replace(" AND m.member_live", &format!(" AND m.tenant_id = {tenant}"));
    let columns: Vec<String> =
        Status::ALL.iter().map(|status| format!("commitments_{}", status.code())).collect();
    let by_status: Vec<String> = Status::ALL
        .iter()
        .map(|status| format!("COALESCE(SUM(CASE WHEN c.status = '{}' THEN 1 ELSE 0 END), 0)", status.code()))
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
    let (columns, counted, updates) = (columns.join(", "), counted.join(", "), updates.join(", "));
    let text = format!(
        "INSERT INTO member_summaries (tenant_id, programme_id, cycle, step, axes, commitments, {columns},
           milestones, milestones_reported, milestones_done, milestones_dropped, extra_reported, extra_done,
           last_reported_on, member_live)
         WITH wanted AS (
           SELECT p.tenant_id, p.id FROM programmes p
           WHERE p.tenant_id = {tenant} AND p.is_published ORDER BY {current} LIMIT 1
         ), {stated}, tallies AS (
           SELECT r.tenant_id, r.commitment_id, {COUNTS} FROM stated r
           GROUP BY r.tenant_id, r.commitment_id
         ), judged AS (
           SELECT {STATUS_SQL} AS status, {PROGRESS}, t.last_reported_on
           FROM wanted w
           JOIN commitments c ON c.tenant_id = w.tenant_id AND c.programme_id = w.id
           LEFT JOIN tallies t ON t.tenant_id = c.tenant_id AND t.commitment_id = c.id
           WHERE c.tenant_id = {tenant} AND c.is_published
         ), sums AS (
           SELECT COUNT(*) AS commitments, {counted}, COALESCE(SUM(c.total), 0) AS milestones,
             COALESCE(SUM(c.reported), 0) AS milestones_reported, COALESCE(SUM(c.done), 0) AS milestones_done,
             COALESCE(SUM(c.dropped), 0) AS milestones_dropped, COALESCE(SUM(c.extra_reported), 0) AS extra_reported,
             COALESCE(SUM(c.extra_done), 0) AS extra_done, MAX(c.last_reported_on) AS last_reported_on
           FROM judged c
         ), steps AS (
           SELECT h.programme_id, MAX(h.step) AS step
           FROM wanted w
           JOIN phases h ON h.tenant_id = w.tenant_id AND h.programme_id = w.id
           WHERE h.tenant_id = {tenant} AND h.is_published AND COALESCE(h.started_on, h.finished_on) IS NOT NULL
           GROUP BY h.programme_id
         )
         SELECT n.id, p.id, p.cycle, CASE WHEN p.id IS NULL THEN NULL ELSE {STEP} END,
           (SELECT COUNT(*) FROM axes a JOIN wanted w ON a.tenant_id = w.tenant_id AND a.programme_id = w.id
            WHERE a.is_published),
           t.commitments, {selected}, t.milestones, t.milestones_reported, t.milestones_done,
           t.milestones_dropped, t.extra_reported, t.extra_done, t.last_reported_on, n.status = 'active'
         FROM collectivities n
         CROSS JOIN sums t
         LEFT JOIN wanted w ON w.tenant_id = n.id
         LEFT JOIN programmes p ON p.tenant_id = w.tenant_id AND p.id = w.id
         LEFT JOIN steps s ON s.programme_id = p.id
         WHERE n.id = {tenant}
         ON CONFLICT (tenant_id) DO UPDATE SET {updates}",
        selected = columns.split(", ").map(|column| format!("t.{column}")).collect::<Vec<_>>().join(", ")
    );
    sql::run(tx, &text, binds.into_values()).await?;
    Ok(())
}
