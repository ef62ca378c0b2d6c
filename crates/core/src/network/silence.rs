//! Which members have fallen silent: nothing was reported for a period that they agreed on and
//! whose due day is over. The rule of [`crate::programme::reporting::freshness`] for a whole
//! programme, within the statement that asks, because lists are cut into pages there.

use chrono::{Days, NaiveDate};

use crate::ground::database::Engine;
use crate::programme::reporting::GRACE_DAYS;
use crate::programme::statements::{counts, latest};
use crate::tenancy::scope::PublicScope;

/// The first day from which the due day of a period that ended before is not over yet.
pub(super) fn still_open_from(scope: &PublicScope) -> NaiveDate {
    scope.today().checked_sub_days(Days::new(GRACE_DAYS)).unwrap_or(NaiveDate::MIN)
}

/// The members `n` whose current programme `p` is being implemented, has something open, and no
/// report for the last period that is over, given the placeholder of [`still_open_from`].
///
/// Periods are counted in whole months from the programme's first day; where a month has no such
/// day, its last one stands for it. `d` numbers the last period that ended before the day, which is
/// the last of all once the programme itself ended before it.
pub(super) fn stale_members(engine: Engine, day: &str) -> String {
    let by = format!("(CASE WHEN p.ends_on < {day} THEN p.ends_on ELSE {day} END)");
    format!(
        "FROM (
           SELECT d.*, {begins} AS period_begins, {ends} AS next_begins
           FROM (
             SELECT p.tenant_id, p.id, p.cycle, p.is_sample, p.starts_on, p.ends_on, p.report_every_months,
               s.last_reported_on,
               {months} / p.report_every_months - CASE WHEN p.ends_on < {day} THEN 0 ELSE 1 END AS number
             FROM member_summaries s
             JOIN programmes p ON p.tenant_id = s.tenant_id AND p.id = s.programme_id
             WHERE s.member_live AND p.is_published AND p.member_live AND p.status = 'implementing'
               AND p.starts_on <= {day}
           ) d
           WHERE d.number >= 0
         ) p
         JOIN collectivities n ON n.id = p.tenant_id AND n.status = 'active' AND n.kind <> 'network'
         WHERE NOT EXISTS (
             SELECT 1 FROM progress_reports l
             JOIN milestones m ON m.tenant_id = l.tenant_id AND m.id = l.milestone_id
             WHERE l.tenant_id = p.tenant_id AND l.programme_id = p.id AND {counts} AND l.member_live
               AND m.is_published AND m.member_live
               AND COALESCE(l.period_ends_on, l.reported_on) >= p.period_begins)
           AND EXISTS (
             SELECT 1 FROM milestones m
             JOIN commitments c ON c.tenant_id = m.tenant_id AND c.id = m.commitment_id
             WHERE m.tenant_id = p.tenant_id AND m.programme_id = p.id AND m.is_published AND m.member_live
               AND c.is_published AND c.member_live
               AND (m.starts_on IS NULL OR (m.starts_on < p.next_begins
                 AND (p.ends_on IS NULL OR m.starts_on <= p.ends_on)))
               AND COALESCE({state}, '') NOT IN ('complete', 'dropped'))",
        begins = add_months(engine, "d.starts_on", "d.number * d.report_every_months"),
        ends = add_months(engine, "d.starts_on", "(d.number + 1) * d.report_every_months"),
        months = whole_months(engine, "p.starts_on", &by),
        counts = counts(None),
        state = latest("state", None),
    )
}

/// The same day so many months later, as [`chrono::Months`] counts them.
fn add_months(engine: Engine, day: &str, months: &str) -> String {
    match engine {
        Engine::Sqlite => format!("date({day}, ({months}) || ' months', 'floor')"),
        Engine::Postgres => format!("({day} + make_interval(months => ({months})::int))::date"),
    }
}

/// The whole months from a day to one that is not before it.
fn whole_months(engine: Engine, from: &str, to: &str) -> String {
    let of = |day: &str| match engine {
        Engine::Sqlite => {
            format!("(CAST(strftime('%Y', {day}) AS INTEGER) * 12 + CAST(strftime('%m', {day}) AS INTEGER))")
        }
        Engine::Postgres => {
            format!("(EXTRACT(YEAR FROM {day})::int * 12 + EXTRACT(MONTH FROM {day})::int)")
        }
    };
    let months = format!("({} - {})", of(to), of(from));
    let reached = add_months(engine, from, &months);
    format!("({months} - CASE WHEN {reached} > {to} THEN 1 ELSE 0 END)")
}
