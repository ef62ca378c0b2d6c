//! Progress: counts of milestones, and the one percentage that is made of them.
//!
//! percent = weight of the done * 100 / weight of the reported, rounded down; none where nothing was
//! reported, so that "no data" is never shown as 0 %. Dropped milestones are counted apart and in
//! nothing else. A milestone weighs one unless its member says otherwise in public, and then the
//! percentage is of counts. It is always to be shown with its "x of y reported".

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
    /// What the `done` ones weigh above one each.
    pub extra_done: u32,
    /// What the `reported` ones weigh above one each.
    pub extra_reported: u32,
}

impl Progress {
    /// The progress of milestones in these states (`None`: never reported), all of the same weight.
    pub fn of(milestones: &[Option<State>]) -> Self {
        milestones
            .iter()
            .map(|state| match state {
                None => Self { total: 1, ..Self::default() },
                Some(State::Dropped) => Self { dropped: 1, ..Self::default() },
                Some(State::Complete) => Self { done: 1, reported: 1, total: 1, ..Self::default() },
                Some(_) => Self { reported: 1, total: 1, ..Self::default() },
            })
            .sum()
    }

    /// What is done in a hundred of what was reported, by weight, rounded down; none where nothing
    /// was reported.
    pub fn percent(&self) -> Option<u8> {
        let (done, reported) = self.weights();
        let percent = (done * 100).checked_div(reported)?;
        u8::try_from(percent).ok()
    }

    /// What the complete and what the reported milestones weigh: the two numbers of the percentage.
    pub fn weights(&self) -> (u64, u64) {
        let sum = |count, extra| u64::from(count) + u64::from(extra);
        (sum(self.done, self.extra_done), sum(self.reported, self.extra_reported))
    }

    /// Whether some reported milestone weighs more than others may; whoever shows it says so.
    pub fn is_weighted(&self) -> bool {
        self.extra_reported > 0
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
            extra_done: self.extra_done + other.extra_done,
            extra_reported: self.extra_reported + other.extra_reported,
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
            extra_done: count("extra_done")?,
            extra_reported: count("extra_reported")?,
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
        assert_eq!(
            Progress::of(&states("c-dn")),
            Progress { done: 1, reported: 2, total: 3, dropped: 1, ..Progress::default() }
        );
    }

    #[test]
    fn weights_change_the_percentage_and_no_count() {
        // (done, its extra weight, reported, its extra weight) and the percentage.
        for (done, extra_done, reported, extra_reported, percent) in [
            (0, 0, 0, 0, None),
            (1, 0, 2, 0, Some(50)),
            (1, 2, 2, 2, Some(75)),
            (1, 0, 2, 2, Some(25)),
            (1, 99, 3, 99, Some(98)),
            (2, 198, 2, 198, Some(100)),
            (0, 0, 2, 9, Some(0)),
        ] {
            let progress = Progress { done, extra_done, reported, extra_reported, total: 9, dropped: 1 };
            assert_eq!(progress.percent(), percent, "{progress:?}");
            assert_eq!(progress.is_weighted(), extra_reported > 0);
        }
    }
}
