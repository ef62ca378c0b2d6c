//! Moves the days of one programme into another: by months where both begin on the same day of a
//! month, so that the last of December stays the last of December after a leap year, else by days.

use chrono::{Datelike, Months, NaiveDate, TimeDelta};

/// How far days move, and between which days they have to land.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shift {
    by: By,
    starts_on: Option<NaiveDate>,
    ends_on: Option<NaiveDate>,
}

#[derive(Debug, Clone, Copy)]
enum By {
    Months(i32),
    Days(TimeDelta),
    /// One of the programmes does not say when it begins, so no day has a place in the other.
    Nothing,
}

impl Shift {
    /// From a programme with this first day into one with these days.
    pub(super) fn between(
        from: Option<NaiveDate>,
        (starts_on, ends_on): (Option<NaiveDate>, Option<NaiveDate>),
    ) -> Self {
        let by = match from.zip(starts_on) {
            None => By::Nothing,
            Some((from, to)) if from.day() == to.day() => {
                By::Months((to.year() - from.year()) * 12 + to.month() as i32 - from.month() as i32)
            }
            Some((from, to)) => By::Days(to - from),
        };
        Self { by, starts_on, ends_on }
    }

    /// The day at its new place; none where it would fall outside the programme.
    pub(super) fn day(self, day: Option<NaiveDate>) -> Option<NaiveDate> {
        let day = day?;
        let moved = match self.by {
            By::Months(months) if months < 0 => day.checked_sub_months(Months::new(months.unsigned_abs())),
            By::Months(months) => day.checked_add_months(Months::new(months.unsigned_abs())),
            By::Days(days) => day.checked_add_signed(days),
            By::Nothing => None,
        }?;
        let is_within = self.starts_on.is_none_or(|first| moved >= first)
            && self.ends_on.is_none_or(|last| moved <= last);
        is_within.then_some(moved)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(text: &str) -> Option<NaiveDate> {
        text.parse().ok()
    }

    #[test]
    fn days_keep_their_place_in_the_programme() {
        for (from, to, end, day, moved) in [
            ("2024-01-01", "2026-01-01", "2027-12-31", "2024-06-30", "2026-06-30"),
            ("2024-01-01", "2026-01-01", "2027-12-31", "2025-12-31", "2027-12-31"),
            // No such day: the last of its month.
            ("2024-01-01", "2026-01-01", "2027-12-31", "2024-02-29", "2026-02-28"),
            // Another day of the month: so many days later.
            ("2024-01-01", "2026-01-15", "2027-12-31", "2024-02-01", "2026-02-15"),
            // Back in time, from a later cycle.
            ("2026-03-01", "2025-01-01", "2026-12-31", "2026-03-31", "2025-01-31"),
            // Outside the programme, before and after.
            ("2024-01-01", "2026-01-01", "2027-12-31", "2023-12-31", ""),
            ("2024-01-01", "2026-01-01", "2026-12-31", "2025-01-01", ""),
            // A programme that does not say when it begins.
            ("", "2026-01-01", "2027-12-31", "2026-06-30", ""),
            ("2024-01-01", "", "2027-12-31", "2026-06-30", ""),
            // One that does not say when it ends.
            ("2024-01-01", "2026-01-01", "", "2029-12-31", "2031-12-31"),
        ] {
            let shift = Shift::between(on(from), (on(to), on(end)));
            assert_eq!(shift.day(on(day)), on(moved), "{day} from {from} to {to}");
        }
        let far = Shift::between(on("0001-01-01"), (on("2026-01-01"), None));
        assert_eq!(far.day(Some(NaiveDate::MAX)), None);
    }
}
