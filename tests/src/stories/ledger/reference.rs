//! A ledger kept the slow way: a list of what happened, replayed from its beginning for every day
//! and every number. It shares no rule with the statements it is compared with.

use chrono::NaiveDate;
use infitah_core::programme::progress::Progress;
use infitah_core::programme::states::{State, Status};

/// A milestone by its place: axis, commitment, milestone.
pub(super) type Place = (usize, usize, usize);

/// What somebody wrote.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    pub(super) place: Place,
    pub(super) state: State,
    pub(super) reported_on: NaiveDate,
    /// The entry it corrects, by its place in the list.
    pub(super) corrects: Option<usize>,
}

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    Waiting,
    Approved(NaiveDate),
    Returned,
}

/// All that was written, in its order.
#[derive(Debug, Default)]
pub(super) struct Reference {
    /// The weight and the due day of each milestone.
    pub(super) axes: Vec<Vec<Vec<(u32, NaiveDate)>>>,
    entries: Vec<(Entry, Fate)>,
    /// Approvals in the order in which they were given.
    approvals: Vec<(NaiveDate, usize)>,
}

/// Counts of milestones, and what they weigh.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Tally {
    done: u32,
    reported: u32,
    total: u32,
    dropped: u32,
    weight_done: u64,
    weight_reported: u64,
}

impl Reference {
    pub(super) fn write(&mut self, entry: Entry) -> usize {
        self.entries.push((entry, Fate::Waiting));
        self.entries.len() - 1
    }

    pub(super) fn entry(&self, number: usize) -> &Entry {
        &self.entries[number].0
    }

    pub(super) fn approve(&mut self, number: usize, day: NaiveDate) {
        self.entries[number].1 = Fate::Approved(day);
        self.approvals.push((day, number));
    }

    pub(super) fn give_back(&mut self, number: usize) {
        self.entries[number].1 = Fate::Returned;
    }

    /// Entries that wait.
    pub(super) fn waiting(&self) -> Vec<usize> {
        (0..self.entries.len()).filter(|&number| self.entries[number].1 == Fate::Waiting).collect()
    }

    /// Entries that were ever approved.
    pub(super) fn approved(&self) -> Vec<usize> {
        self.approvals.iter().map(|(_, number)| *number).collect()
    }

    /// Whether an approved correction took the place of an entry.
    pub(super) fn is_corrected(&self, number: usize) -> bool {
        self.approvals.iter().any(|(_, by)| self.entries[*by].0.corrects == Some(number))
    }

    /// The entry that stands for a milestone in the evening of a day.
    pub(super) fn standing(&self, place: Place, day: NaiveDate) -> Option<&Entry> {
        let mut standing: Vec<usize> = Vec::new();
        for &(on, number) in &self.approvals {
            if on > day {
                continue;
            }
            standing.push(number);
            let gone = self.entries[number].0.corrects;
            standing.retain(|one| Some(*one) != gone);
        }
        let of_place = standing.into_iter().filter(|&one| self.entries[one].0.place == place);
        let last = of_place.max_by_key(|&one| (self.entries[one].0.reported_on, one))?;
        Some(&self.entries[last].0)
    }

    /// The milestones of a commitment, by the place of each.
    pub(super) fn milestones(&self, axis: usize, commitment: usize) -> Vec<Place> {
        (0..self.axes[axis][commitment].len()).map(|milestone| (axis, commitment, milestone)).collect()
    }

    pub(super) fn is_overdue(&self, place: Place, day: NaiveDate) -> bool {
        let (_, due_on) = self.axes[place.0][place.1][place.2];
        let state = self.standing(place, day).map(|entry| entry.state);
        due_on < day && !matches!(state, Some(State::Complete | State::Dropped))
    }

    /// The counts of these milestones in the evening of a day.
    pub(super) fn tally(&self, places: &[Place], day: NaiveDate) -> Tally {
        let mut tally = Tally::default();
        for &place in places {
            let weight = u64::from(self.axes[place.0][place.1][place.2].0);
            match self.standing(place, day).map(|entry| entry.state) {
                Some(State::Dropped) => tally.dropped += 1,
                None => tally.total += 1,
                Some(state) => {
                    tally.total += 1;
                    tally.reported += 1;
                    tally.weight_reported += weight;
                    if state == State::Complete {
                        tally.done += 1;
                        tally.weight_done += weight;
                    }
                }
            }
        }
        tally
    }

    /// What follows for a commitment.
    pub(super) fn status(&self, axis: usize, commitment: usize, day: NaiveDate) -> Status {
        let places = self.milestones(axis, commitment);
        let states: Vec<_> =
            places.iter().map(|&place| self.standing(place, day).map(|entry| entry.state)).collect();
        let kept: Vec<_> = states.iter().filter(|state| **state != Some(State::Dropped)).collect();
        let said: Vec<State> = kept.iter().filter_map(|state| **state).collect();
        let far = said.iter().filter(|state| matches!(state, State::Complete | State::Substantial)).count();
        if kept.is_empty() && !states.is_empty() {
            Status::Dropped
        } else if said.is_empty() {
            Status::NoData
        } else if said.len() == kept.len() && said.iter().all(|state| *state == State::Complete) {
            Status::Complete
        } else if said.iter().all(|state| *state == State::NotStarted) {
            Status::NotStarted
        } else if 2 * far >= kept.len() {
            Status::Substantial
        } else {
            Status::Limited
        }
    }
}

impl Tally {
    /// The counts of something else that is added to these.
    pub(super) fn with(self, done: u32, reported: u32, total: u32, dropped: u32) -> Self {
        Self {
            done: self.done + done,
            reported: self.reported + reported,
            total: self.total + total,
            dropped: self.dropped + dropped,
            weight_done: self.weight_done + u64::from(done),
            weight_reported: self.weight_reported + u64::from(reported),
        }
    }

    /// Fails where the program counted otherwise.
    #[track_caller]
    pub(super) fn must_be(self, progress: Progress, what: &str) {
        let (weight_done, weight_reported) = progress.weights();
        let counted = Self {
            done: progress.done,
            reported: progress.reported,
            total: progress.total,
            dropped: progress.dropped,
            weight_done,
            weight_reported,
        };
        assert_eq!(counted, self, "{what}");
        let percent = (self.weight_reported > 0).then(|| self.weight_done * 100 / self.weight_reported);
        assert_eq!(progress.percent().map(u64::from), percent, "{what}");
    }
}
