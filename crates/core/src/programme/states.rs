//! States: what a report declares of a milestone, and what follows from it for a commitment.
//! Declared and computed are different types, so that a computed one can never be stored.

use super::progress::Progress;
pub(crate) use crate::ground::codes::coded;

/// What a report declares of a milestone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum State {
    /// Not begun.
    NotStarted,
    /// Some of it is done.
    Limited,
    /// Most of it is done.
    Substantial,
    /// Done.
    Complete,
    /// Given up; it no longer counts.
    Dropped,
}

/// What follows for a commitment from the states of its milestones. Computed, never typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Status {
    /// Nothing was reported, which says nothing about the work itself.
    NoData,
    /// All that was reported has not begun.
    NotStarted,
    /// Less than half is done or nearly done.
    Limited,
    /// At least half is done or nearly done.
    Substantial,
    /// All is done.
    Complete,
    /// All was given up.
    Dropped,
}

coded! {
    State {
        NotStarted = "not_started",
        Limited = "limited",
        Substantial = "substantial",
        Complete = "complete",
        Dropped = "dropped",
    }
    Status {
        NoData = "no_data",
        NotStarted = "not_started",
        Limited = "limited",
        Substantial = "substantial",
        Complete = "complete",
        Dropped = "dropped",
    }
}

/// The status of a commitment over the columns of a tally `t`, which is null without milestones.
/// The same rule as [`Status::of`], branch by branch, for lists that the database has to filter.
pub(crate) const STATUS_SQL: &str = "CASE
      WHEN COALESCE(t.reported, 0) + COALESCE(t.dropped, 0) = 0 THEN 'no_data'
      WHEN t.total = 0 THEN 'dropped'
      WHEN t.reported = 0 THEN 'no_data'
      WHEN t.done = t.total THEN 'complete'
      WHEN t.not_started = t.reported THEN 'not_started'
      WHEN (t.done + t.substantial) * 2 >= t.total THEN 'substantial'
      ELSE 'limited'
    END";

impl Status {
    /// The status that follows from the states of all milestones of a commitment (`None`: never
    /// reported). Dropped milestones count only when there are no others; where nothing else was
    /// reported, that is no data rather than a judgement.
    pub fn of(milestones: &[Option<State>]) -> Self {
        let progress = Progress::of(milestones);
        let count = |state| milestones.iter().filter(|&&one| one == Some(state)).count() as u32;
        if progress.reported + progress.dropped == 0 {
            return Self::NoData;
        }
        if progress.total == 0 {
            return Self::Dropped;
        }
        if progress.reported == 0 {
            return Self::NoData;
        }
        if progress.done == progress.total {
            return Self::Complete;
        }
        if count(State::NotStarted) == progress.reported {
            return Self::NotStarted;
        }
        if (progress.done + count(State::Substantial)) * 2 >= progress.total {
            return Self::Substantial;
        }
        Self::Limited
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// Milestones by letter (`-` nothing reported, n l s c d) and the status that follows.
    const CASES: [(&str, Status); 19] = [
        ("", Status::NoData),
        ("-", Status::NoData),
        ("----", Status::NoData),
        ("d", Status::Dropped),
        ("dd", Status::Dropped),
        ("d-", Status::NoData),
        ("c", Status::Complete),
        ("cccd", Status::Complete),
        ("ccc-", Status::Substantial),
        ("n", Status::NotStarted),
        ("nn--", Status::NotStarted),
        ("nd", Status::NotStarted),
        ("cn", Status::Substantial),
        ("cn-", Status::Limited),
        ("sl", Status::Substantial),
        ("l", Status::Limited),
        ("snnn", Status::Limited),
        ("c---", Status::Limited),
        ("csnl", Status::Substantial),
    ];

    pub(crate) fn states(letters: &str) -> Vec<Option<State>> {
        letters
            .chars()
            .map(|letter| match letter {
                'n' => Some(State::NotStarted),
                'l' => Some(State::Limited),
                's' => Some(State::Substantial),
                'c' => Some(State::Complete),
                'd' => Some(State::Dropped),
                _ => None,
            })
            .collect()
    }

    #[test]
    fn status_follows_from_the_milestones() {
        for (letters, status) in CASES {
            assert_eq!(Status::of(&states(letters)), status, "{letters:?}");
        }
    }

    #[test]
    fn codes_come_back_as_what_they_name() {
        for state in State::ALL {
            assert_eq!(State::from_code(state.code()), Some(state));
        }
        for status in Status::ALL {
            assert_eq!(Status::from_code(status.code()), Some(status));
        }
        assert_eq!(State::from_code("no_data"), None, "no data is never declared");
    }
}
