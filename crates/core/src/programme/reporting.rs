//! When reports are due and what is needed to write them: the periods that a programme has agreed
//! on, the sheet on which all milestones of a period are reported, and how fresh the public ledger
//! is. Days are those of Morocco.

mod freshness;
mod sheets;
mod silence;
mod wanting;

use chrono::{Days, Months, NaiveDate};

pub use crate::notify::deliveries::REPORT_GRACE_DAYS as GRACE_DAYS;
pub use freshness::{Freshness, freshness};
pub use sheets::{Due, LastReport, Sheet, sheet};
pub(crate) use silence::{is_silent, over, still_open_from};
pub use wanting::Wanting;
pub(crate) use wanting::wanting;

/// A stretch of a programme that is reported on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// Its first day.
    pub starts_on: NaiveDate,
    /// Its last day.
    pub ends_on: NaiveDate,
    /// The last day on which its reports are on time.
    pub due_on: NaiveDate,
}

/// The periods that have begun by a day, the oldest first; none where no beginning is known.
pub fn periods(
    starts_on: Option<NaiveDate>,
    ends_on: Option<NaiveDate>,
    every_months: u32,
    today: NaiveDate,
) -> Vec<Period> {
    each(starts_on, ends_on, every_months).take_while(|period| period.starts_on <= today).collect()
}

/// All periods to come as well. They are counted from the first day, so that a programme begun on
/// the 31st does not wander.
fn each(
    starts_on: Option<NaiveDate>,
    ends_on: Option<NaiveDate>,
    every_months: u32,
) -> impl Iterator<Item = Period> {
    let after = move |number: u32| {
        starts_on?.checked_add_months(Months::new(every_months.max(1).checked_mul(number)?))
    };
    (0..).map_while(move |number| {
        let begins = after(number)?;
        let ends = after(number + 1)?.pred_opt()?;
        let ends = ends_on.map_or(ends, |last| ends.min(last));
        let due_on = ends.checked_add_days(Days::new(GRACE_DAYS))?;
        (begins <= ends).then_some(Period { starts_on: begins, ends_on: ends, due_on })
    })
}

/// The period whose reports are asked for on a day: the last one that is over by its evening.
pub(super) fn asked(
    starts_on: Option<NaiveDate>,
    ends_on: Option<NaiveDate>,
    every_months: u32,
    today: NaiveDate,
) -> Option<Period> {
    periods(starts_on, ends_on, every_months, today).into_iter().rfind(|period| period.ends_on <= today)
}

/// A report serves a period when it speaks of its end or a later one, or of a day within.
fn is_covered(until: Option<NaiveDate>, period: &Period) -> bool {
    until.is_some_and(|day| day >= period.starts_on)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn ends(starts: Option<&str>, ends: Option<&str>, every: u32, today: &str) -> Vec<String> {
        let periods = periods(starts.map(day), ends.map(day), every, day(today));
        periods.iter().map(|period| period.ends_on.to_string()).collect()
    }

    #[test]
    fn periods_follow_the_beginning_and_stop_at_the_end() {
        for (starts, last, every, today, expected) in [
            (None, None, 3, "2026-05-01", vec![]),
            (Some("2026-06-01"), None, 3, "2026-05-31", vec![]),
            (Some("2026-01-01"), None, 3, "2026-01-01", vec!["2026-03-31"]),
            (Some("2026-01-01"), None, 3, "2026-03-31", vec!["2026-03-31"]),
            (Some("2026-01-01"), None, 3, "2026-04-01", vec!["2026-03-31", "2026-06-30"]),
            (Some("2026-01-31"), None, 1, "2026-03-31", vec!["2026-02-27", "2026-03-30", "2026-04-29"]),
            (Some("2026-01-01"), Some("2026-04-15"), 3, "2027-01-01", vec!["2026-03-31", "2026-04-15"]),
            (Some("2026-01-01"), Some("2025-12-31"), 3, "2027-01-01", vec![]),
            (Some("2026-01-01"), Some("2026-12-31"), 12, "2030-01-01", vec!["2026-12-31"]),
        ] {
            assert_eq!(ends(starts, last, every, today), expected, "{starts:?} {last:?} {every} {today}");
        }
    }

    #[test]
    fn reports_are_asked_for_from_the_last_day_of_a_period_on() {
        for (today, expected) in [
            ("2026-03-30", None),
            ("2026-03-31", Some("2026-03-31")),
            ("2026-06-29", Some("2026-03-31")),
            ("2026-06-30", Some("2026-06-30")),
        ] {
            let found = asked(Some(day("2026-01-01")), None, 3, day(today));
            assert_eq!(found.map(|period| period.ends_on), expected.map(day), "{today}");
        }
        let found = asked(Some(day("2026-01-01")), None, 3, day("2026-04-01")).expect("a period");
        assert_eq!(found.due_on, day("2026-04-14"));
    }
}
