//! How fresh the public ledger of a commitment is: the last evidence, the next report, and whether
//! the agreed one did not come. Computed, never stored, because it depends on today.

use std::collections::HashMap;

use chrono::NaiveDate;
use sea_orm::FromQueryResult;

use super::{Period, each, is_covered};
use crate::ground::error::Result;
use crate::ground::ids::CommitmentId;
use crate::ground::sql;
use crate::programme::programmes::ProgrammeStatus;
use crate::programme::statements::{Binds, MOST_IDS, counts, latest};
use crate::tenancy::scope::PublicScope;

/// How fresh what is known of a commitment is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Freshness {
    /// The day of the latest report that came with evidence.
    pub last_evidence_on: Option<NaiveDate>,
    /// The day until which the next report is due; it may be past. None where nothing is expected.
    pub next_due_on: Option<NaiveDate>,
    /// No report for the agreed period, and its due day is over.
    pub is_stale: bool,
}

#[derive(FromQueryResult)]
struct Row {
    commitment: CommitmentId,
    status: ProgrammeStatus,
    starts_on: Option<NaiveDate>,
    ends_on: Option<NaiveDate>,
    report_every_months: i32,
    last_evidence_on: Option<NaiveDate>,
    covered_until: Option<NaiveDate>,
    open_from: Option<NaiveDate>,
}

/// How fresh these commitments are, by one statement for all. Published: all may call it.
///
/// # Errors
/// A database fault.
pub async fn freshness(
    scope: &PublicScope,
    commitments: &[CommitmentId],
) -> Result<HashMap<CommitmentId, Freshness>> {
    let mut found = HashMap::new();
    for part in commitments.chunks(MOST_IDS) {
        let mut binds = Binds::default();
        let (ids, member) = (binds.list(part.iter().copied()), binds.member(scope, "c"));
        let of_ledger = |what: &str, condition: &str| {
            format!(
                "(SELECT MAX({what}) FROM progress_reports l WHERE l.tenant_id = m.tenant_id
                  AND l.milestone_id = m.id AND {} AND l.member_live{condition})",
                counts(None)
            )
        };
        let text = format!(
            "WITH looked AS MATERIALIZED (
               SELECT c.tenant_id, c.id, c.programme_id, m.starts_on, {} AS state, {} AS covered_until,
                 {} AS last_evidence_on, m.id AS milestone_id
               FROM commitments c
               LEFT JOIN milestones m ON m.tenant_id = c.tenant_id AND m.commitment_id = c.id
                 AND m.is_published AND m.member_live
               WHERE c.id IN ({ids}) AND c.is_published AND c.member_live{member}
             ), sums AS (
               SELECT k.tenant_id, k.id, k.programme_id, MAX(k.last_evidence_on) AS last_evidence_on,
                 MAX(k.covered_until) AS covered_until,
                 MIN(CASE WHEN k.milestone_id IS NOT NULL AND COALESCE(k.state, '') NOT IN ('complete', 'dropped')
                   THEN COALESCE(k.starts_on, '0001-01-01') END) AS open_from
               FROM looked k GROUP BY k.tenant_id, k.id, k.programme_id
             )
             SELECT s.id AS commitment, p.status, p.starts_on, p.ends_on, p.report_every_months,
               s.last_evidence_on, s.covered_until, s.open_from
             FROM sums s
             JOIN programmes p ON p.tenant_id = s.tenant_id AND p.id = s.programme_id
             WHERE p.is_published AND p.member_live",
            latest("state", None),
            of_ledger("COALESCE(l.period_ends_on, l.reported_on)", ""),
            of_ledger("l.reported_on", EVIDENCE),
        );
        let rows: Vec<Row> = sql::all(&scope.reads(), &text, binds.into_values()).await?;
        found.extend(rows.into_iter().map(|row| (row.commitment, row.judged(scope.today()))));
    }
    Ok(found)
}

/// A report `l` that came with a link or a file.
const EVIDENCE: &str = " AND (l.evidence_url IS NOT NULL OR EXISTS (
    SELECT 1 FROM report_files f WHERE f.tenant_id = l.tenant_id AND f.report_id = l.id
      AND f.is_published AND f.member_live))";

impl Row {
    fn judged(&self, today: NaiveDate) -> Freshness {
        let fresh = Freshness { last_evidence_on: self.last_evidence_on, ..Freshness::default() };
        // Nothing more is expected of what is complete or dropped, nor of a programme at rest.
        let Some(open_from) = self.open_from.filter(|_| self.status == ProgrammeStatus::Implementing) else {
            return fresh;
        };
        let every = self.report_every_months.unsigned_abs();
        let is_wanting =
            |period: &Period| open_from <= period.ends_on && !is_covered(self.covered_until, period);
        // Silence does not end because the next period does: the last one whose due day is over tells.
        let over =
            each(self.starts_on, self.ends_on, every).take_while(|period| period.due_on < today).last();
        let is_stale = over.as_ref().is_some_and(is_wanting);
        let fresh = Freshness { is_stale, ..fresh };
        let asked = super::asked(self.starts_on, self.ends_on, every, today);
        if let Some(period) = asked.filter(is_wanting) {
            return Freshness { next_due_on: Some(period.due_on), ..fresh };
        }
        let next = each(self.starts_on, self.ends_on, every)
            .find(|period| period.ends_on > today && is_wanting(period));
        Freshness { next_due_on: next.map(|period| period.due_on), ..fresh }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    /// A programme of 2026 that reports every three months, looked at in its second period.
    fn judged(covered: Option<&str>, open_from: Option<&str>, today: &str) -> (Option<String>, bool) {
        let row = Row {
            commitment: CommitmentId(uuid::Uuid::nil()),
            status: ProgrammeStatus::Implementing,
            starts_on: Some(day("2026-01-01")),
            ends_on: Some(day("2026-12-31")),
            report_every_months: 3,
            last_evidence_on: None,
            covered_until: covered.map(day),
            open_from: open_from.map(day),
        };
        let fresh = row.judged(day(today));
        (fresh.next_due_on.map(|day| day.to_string()), fresh.is_stale)
    }

    #[test]
    fn silence_is_stale_from_the_day_after_the_due_day() {
        let old = Some("0001-01-01");
        for (covered, open_from, today, due, stale) in [
            (None, old, "2026-02-01", Some("2026-04-14"), false),
            (None, old, "2026-03-31", Some("2026-04-14"), false),
            (None, old, "2026-04-14", Some("2026-04-14"), false),
            (None, old, "2026-04-15", Some("2026-04-14"), true),
            (None, old, "2026-07-01", Some("2026-07-14"), true),
            (Some("2026-03-31"), old, "2026-07-01", Some("2026-07-14"), false),
            (Some("2026-03-31"), old, "2026-04-15", Some("2026-07-14"), false),
            (Some("2026-01-05"), old, "2026-04-15", Some("2026-07-14"), false),
            (Some("2025-12-31"), old, "2026-04-15", Some("2026-04-14"), true),
            (Some("2026-04-02"), old, "2026-04-15", Some("2026-10-14"), false),
            (None, Some("2026-05-01"), "2026-04-15", Some("2026-07-14"), false),
            (None, None, "2026-04-15", None, false),
            (Some("2026-12-31"), old, "2027-01-20", None, false),
            (Some("2026-09-30"), old, "2027-01-20", Some("2027-01-14"), true),
        ] {
            let expected = (due.map(str::to_owned), stale);
            assert_eq!(judged(covered, open_from, today), expected, "{covered:?} {open_from:?} {today}");
        }
    }
}
