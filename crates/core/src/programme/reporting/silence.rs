//! Silence within statements: the rule of [`super::freshness()`] for lists that are cut into pages
//! where they are read, so that nothing can be left out or judged afterwards.

use chrono::{Days, NaiveDate};

use super::GRACE_DAYS;
use crate::ground::database::Engine;
use crate::programme::statements::{counts, latest};
use crate::tenancy::scope::PublicScope;

/// The first day from which the due day of a period that ended before is not over yet.
pub(crate) fn still_open_from(scope: &PublicScope) -> NaiveDate {
    scope.today().checked_sub_days(Days::new(GRACE_DAYS)).unwrap_or(NaiveDate::MIN)
}

/// The programmes `p` of `from` that are being implemented, each with further `columns` and the last
/// of its periods whose due day is over, `period_begins` to the day before `next_begins`; given the
/// placeholder of [`still_open_from`].
///
/// Periods are counted in whole months from the programme's first day; where a month has no such
/// day, its last one stands for it. `d` numbers the last period that ended before the day, which is
/// the last of all once the programme itself ended before it.
pub(crate) fn over(engine: Engine, day: &str, from: &str, columns: &str) -> String {
    let by = format!("(CASE WHEN p.ends_on < {day} THEN p.ends_on ELSE {day} END)");
    format!(
        "(
           SELECT d.*, {begins} AS period_begins, {ends} AS next_begins
           FROM (
             SELECT p.tenant_id, p.id, p.starts_on, p.ends_on, p.report_every_months{columns},
               {months} / p.report_every_months - CASE WHEN p.ends_on < {day} THEN 0 ELSE 1 END AS number
             FROM {from}
             WHERE p.is_published AND p.member_live AND p.status = 'implementing' AND p.starts_on <= {day}
           ) d
           WHERE d.number >= 0
         )",
        begins = add_months(engine, "d.starts_on", "d.number * d.report_every_months"),
        ends = add_months(engine, "d.starts_on", "(d.number + 1) * d.report_every_months"),
        months = whole_months(engine, "p.starts_on", &by),
    )
}

/// The condition that nothing was reported for that period of `p` on the milestones `m` that
/// `within` names, though something was open in it.
pub(crate) fn is_silent(within: &str) -> String {
    format!(
        "NOT EXISTS (
             SELECT 1 FROM milestones m
             JOIN progress_reports l ON l.tenant_id = m.tenant_id AND l.milestone_id = m.id
             WHERE m.tenant_id = p.tenant_id AND {within} AND m.is_published AND m.member_live
               AND {counts} AND l.member_live
               AND COALESCE(l.period_ends_on, l.reported_on) >= p.period_begins)
           AND EXISTS (
             SELECT 1 FROM milestones m
             JOIN commitments o ON o.tenant_id = m.tenant_id AND o.id = m.commitment_id
             WHERE m.tenant_id = p.tenant_id AND {within} AND m.is_published AND m.member_live
               AND o.is_published AND o.member_live
               AND (m.starts_on IS NULL OR (m.starts_on < p.next_begins
                 AND (p.ends_on IS NULL OR m.starts_on <= p.ends_on)))
               AND COALESCE({state}, '') NOT IN ('complete', 'dropped'))",
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
