//! Progress: counts of milestones, and the one percentage that is made of them.
//!
//! percent = done * 100 / reported, rounded down; none where nothing was reported, so that "no
//! data" is never shown as 0 %. Dropped milestones are counted apart and in nothing else. The
//! percentage is always to be shown with its "x of y reported".

use std::iter::Sum;
use std::ops::{Add, AddAssign};

use sea_orm::{DbErr, FromQueryResult, QueryResult};

use super::states::State;

/// How far the milestones of a commitment, an axis, a programme or the network are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Progress {
    /// Milestones whose latest approved report says complete.
    pub done: u32,
    /// Milestones with an approved report, except dropped ones.
    pub reported: u32,
    /// All milestones except dropped ones.
    pub total: u32,
    /// Milestones whose latest approved report says dropped.
    pub dropped: u32,
}

impl Progress {
    /// The progress of milestones in these states (`None`: never reported).
    pub fn of(milestones: &[Option<State>]) -> Self {
        milestones
            .iter()
            .map(|state| match state {
                None => Self { total: 1, ..Self::default() },
                Some(State::Dropped) => Self { dropped: 1, ..Self::default() },
                Some(State::Complete) => Self { done: 1, reported: 1, total: 1, dropped: 0 },
                Some(_) => Self { reported: 1, total: 1, ..Self::default() },
            })
            .sum()
    }

    /// Complete milestones in a hundred with data, rounded down; none where nothing was reported.
    pub fn percent(&self) -> Option<u8> {
        let percent = (u64::from(self.done) * 100).checked_div(u64::from(self.reported))?;
        u8::try_from(percent).ok()
    }
}

impl Add for Progress {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self {
            done: self.done + other.done,
            reported: self.reported + other.reported,
            total: self.total + other.total,
            dropped: self.dropped + other.dropped,
        }
    }
}

impl AddAssign for Progress {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl Sum for Progress {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), Add::add)
    }
}

impl FromQueryResult for Progress {
    fn from_query_result(row: &QueryResult, prefix: &str) -> Result<Self, DbErr> {
        let count = |column| -> Result<u32, DbErr> {
            let count: i64 = row.try_get(prefix, column)?;
            u32::try_from(count).map_err(|error| DbErr::Type(error.to_string()))
        };
        Ok(Self {
            done: count("done")?,
            reported: count("reported")?,
            total: count("total")?,
            dropped: count("dropped")?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::states::tests::states;
    use super::*;

    #[test]
    fn percentages_are_of_what_was_reported() {
        for (letters, percent) in [
            ("", None),
            ("---", None),
            ("dd", None),
            ("d-", None),
            ("n", Some(0)),
            ("c--", Some(100)),
            ("cnn-", Some(33)),
            ("ccnd", Some(66)),
            ("cccc", Some(100)),
        ] {
            assert_eq!(Progress::of(&states(letters)).percent(), percent, "{letters:?}");
        }
    }

    #[test]
    fn dropped_milestones_are_counted_apart() {
        assert_eq!(Progress::of(&states("c-dn")), Progress { done: 1, reported: 2, total: 3, dropped: 1 });
    }
}
