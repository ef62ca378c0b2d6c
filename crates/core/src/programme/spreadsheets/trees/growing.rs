//! Takes what the rows say into a tree, each thing once: a second word on the same matter must be
//! the same word.

use std::collections::{BTreeMap, HashMap};

use super::{Head, Numbered, Said};
use crate::ground::localised::Localised;
use crate::programme::seeding::{
    MOST_AXES, MOST_COMMITMENTS, MOST_MILESTONES, SeedAxis, SeedCommitment, SeedMilestone,
};
use crate::programme::spreadsheets::columns::Level;
use crate::programme::spreadsheets::problems::{Problem, Problems};
use crate::programme::spreadsheets::values::Value;

/// An axis by its number, a commitment by its own, a milestone by both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Owner {
    Axis(i32),
    Commitment(i32),
    Milestone(i32, i32),
}

/// The numbers of commitments, each with those of its milestones.
pub(super) type Numbers = Vec<(i32, Vec<i32>)>;

/// Where and what was said.
#[derive(Debug, Clone)]
pub(super) struct Word {
    pub(super) row: u32,
    pub(super) place: usize,
    value: Value,
}

/// The row that the rows below may leave unsaid.
#[derive(Debug, Default)]
struct Above {
    axis: Option<i32>,
    commitment: Option<i32>,
    /// What stands above could not be read, which was told already.
    is_broken: bool,
}

/// A tree as the rows tell it.
#[derive(Debug, Default)]
pub(in crate::programme::spreadsheets) struct Tree {
    /// What is said of each thing, by the path of the field.
    pub(super) words: HashMap<(Owner, String), Word>,
    /// The row that names each thing first.
    pub(super) rows: BTreeMap<Owner, u32>,
    /// The axis of each commitment.
    axes: BTreeMap<i32, i32>,
    above: Above,
}

impl Tree {
    pub(super) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Takes a row in.
    pub(super) fn take(&mut self, head: &Head, said: &Said, problems: &mut Problems) {
        if said.cells.is_empty() {
            return;
        }
        let Some(owners) = self.owners(head, said, problems) else {
            self.above.is_broken = true;
            return;
        };
        for (place, column, value) in &said.cells {
            let owner =
                owners.iter().find(|(level, _)| *level == column.field.level).map(|(_, owner)| *owner);
            let (Some(owner), Some(value)) = (owner, value) else { continue };
            let word = Word { row: said.row, place: *place, value: value.clone() };
            let known = self.words.entry((owner, column.path())).or_insert_with(|| word.clone());
            if known.value != word.value {
                let first = known.row;
                problems.push(at(head, said, *place, "sheet-contradiction").with("row", first));
            }
        }
    }

    /// What a row speaks of, or nothing when that cannot be told.
    fn owners(&mut self, head: &Head, said: &Said, problems: &mut Problems) -> Option<Vec<(Level, Owner)>> {
        let levels = [Level::Axis, Level::Commitment, Level::Milestone];
        let [axis, commitment, milestone] = levels.map(|level| said.number(level));
        let mut is_good = true;
        for (level, numbered) in levels.into_iter().zip([axis, commitment, milestone]) {
            if numbered == Numbered::Missing {
                problems.push(at(head, said, head.number_of(level), "sheet-number-missing"));
            }
            is_good &= !matches!(numbered, Numbered::Missing | Numbered::Broken);
        }
        if !is_good {
            return None;
        }
        let by = |numbered| if let Numbered::By(number) = numbered { Some(number) } else { None };
        let (said_axis, said_commitment) = (by(axis), by(commitment));
        let known_axis = said_commitment.and_then(|number| self.axes.get(&number).copied());
        let leans =
            said_axis.or(known_axis).is_none() || (said_commitment.is_none() && by(milestone).is_some());
        // What stands above could not be read, which was told there.
        if self.above.is_broken && leans {
            return None;
        }
        self.above.is_broken = false;
        let Some(axis) = said_axis.or(known_axis).or(self.above.axis) else {
            return self.unsaid(head, said, Level::Axis, problems);
        };
        let axis_row = self.named(Owner::Axis(axis), said, head, problems)?;
        let mut owners = vec![(Level::Axis, axis_row)];
        let same_axis = self.above.axis == Some(axis);
        let commitment = said_commitment.or(self.above.commitment.filter(|_| same_axis));
        self.above.axis = Some(axis);
        self.above.commitment = commitment;
        if let Some(number) = said_commitment {
            if let Some(other) = known_axis.filter(|other| *other != axis) {
                let place = head.number_of(Level::Commitment);
                let first = self.rows.get(&Owner::Commitment(number)).copied().unwrap_or_default();
                problems.push(at(head, said, place, "sheet-two-axes").with("said", other).with("row", first));
                self.above.is_broken = true;
                return Some(owners);
            }
            owners.push((Level::Commitment, self.commitment(number, axis, said, head, problems)?));
        }
        let Some(number) = by(milestone) else { return Some(owners) };
        let Some(commitment) = commitment else {
            return self.unsaid(head, said, Level::Commitment, problems);
        };
        let owner = Owner::Milestone(commitment, number);
        if let Some(first) = self.rows.get(&owner) {
            let place = head.number_of(Level::Milestone);
            problems.push(at(head, said, place, "sheet-milestone-twice").with("row", first));
            return Some(owners);
        }
        owners.extend(self.named(owner, said, head, problems).map(|owner| (Level::Milestone, owner)));
        Some(owners)
    }

    /// A number that neither the row nor one above it gives.
    fn unsaid<T>(&self, head: &Head, said: &Said, level: Level, problems: &mut Problems) -> Option<T> {
        problems.push(at(head, said, head.number_of(level), "sheet-number-missing"));
        None
    }

    fn commitment(
        &mut self,
        number: i32,
        axis: i32,
        said: &Said,
        head: &Head,
        problems: &mut Problems,
    ) -> Option<Owner> {
        self.axes.entry(number).or_insert(axis);
        self.named(Owner::Commitment(number), said, head, problems)
    }

    /// Something in its place in the tree; nothing when there is no room for it.
    fn named(&mut self, owner: Owner, said: &Said, head: &Head, problems: &mut Problems) -> Option<Owner> {
        if self.rows.contains_key(&owner) {
            return Some(owner);
        }
        let within = |first, last| self.rows.range(first..=last);
        let (level, count, most) = match owner {
            Owner::Axis(_) => (Level::Axis, within(Owner::Axis(1), Owner::Axis(i32::MAX)).count(), MOST_AXES),
            Owner::Commitment(number) => {
                let axis = self.axes.get(&number);
                let is_beside =
                    |one: &Owner| matches!(one, Owner::Commitment(other) if self.axes.get(other) == axis);
                let all = within(Owner::Commitment(1), Owner::Commitment(i32::MAX));
                (Level::Commitment, all.filter(|(one, _)| is_beside(one)).count(), MOST_COMMITMENTS)
            }
            Owner::Milestone(of, _) => {
                let all = within(Owner::Milestone(of, 1), Owner::Milestone(of, i32::MAX));
                (Level::Milestone, all.count(), MOST_MILESTONES)
            }
        };
        if count >= most {
            problems.push(at(head, said, head.number_of(level), "tree-is-full").with("max", most));
            return None;
        }
        self.rows.insert(owner, said.row);
        Some(owner)
    }

    /// The axes with all that lies under them, each list by its numbers, and whose place each is.
    pub(super) fn axes(&self) -> Vec<(SeedAxis, Numbers)> {
        let mut axes: BTreeMap<i32, (SeedAxis, Numbers)> = BTreeMap::new();
        let mut milestones: BTreeMap<i32, Vec<i32>> = BTreeMap::new();
        for owner in self.rows.keys() {
            match *owner {
                Owner::Axis(number) => {
                    axes.insert(number, (self.axis(number), Vec::new()));
                }
                Owner::Milestone(of, number) => milestones.entry(of).or_default().push(number),
                Owner::Commitment(_) => {}
            }
        }
        for (number, axis) in &self.axes {
            let Some((axis, numbers)) = axes.get_mut(axis) else { continue };
            let under = milestones.remove(number).unwrap_or_default();
            axis.commitments.push(self.commitment_of(*number, &under));
            numbers.push((*number, under));
        }
        axes.into_values().collect()
    }

    fn axis(&self, number: i32) -> SeedAxis {
        let of = Owner::Axis(number);
        let (titles, descriptions) = (self.texts(of, "titles"), self.texts(of, "descriptions"));
        SeedAxis { number, titles, descriptions, ..SeedAxis::default() }
    }

    fn commitment_of(&self, number: i32, milestones: &[i32]) -> SeedCommitment {
        let of = Owner::Commitment(number);
        SeedCommitment {
            number,
            titles: self.texts(of, "titles"),
            descriptions: self.texts(of, "descriptions"),
            problems: self.texts(of, "problems"),
            status_quos: self.texts(of, "status_quos"),
            actions: self.texts(of, "actions"),
            contributions: self.texts(of, "contributions"),
            long_term_goals: self.texts(of, "long_term_goals"),
            expected_results: self.texts(of, "expected_results"),
            leads: self.texts(of, "leads"),
            partners: self.texts(of, "partners"),
            funding_sources: self.texts(of, "funding_sources"),
            budget: self.number(of, "budget"),
            values: self.codes(of, "values"),
            policy_areas: self.codes(of, "policy_areas"),
            ogp_code: self.text(of, "ogp_code"),
            source_url: self.text(of, "source_url"),
            starts_on: self.day(of, "starts_on"),
            ends_on: self.day(of, "ends_on"),
            is_sample: false,
            milestones: milestones.iter().map(|milestone| self.milestone(number, *milestone)).collect(),
        }
    }

    fn milestone(&self, commitment: i32, number: i32) -> SeedMilestone {
        let of = Owner::Milestone(commitment, number);
        SeedMilestone {
            number,
            titles: self.texts(of, "titles"),
            starts_on: self.day(of, "starts_on"),
            due_on: self.day(of, "due_on"),
            weight: self.number(of, "weight").and_then(|weight| i32::try_from(weight).ok()),
            ..SeedMilestone::default()
        }
    }

    fn value(&self, owner: Owner, path: &str) -> Option<&Value> {
        self.words.get(&(owner, path.to_owned())).map(|word| &word.value)
    }

    fn texts(&self, owner: Owner, name: &str) -> Localised {
        let text =
            |locale: crate::Locale| Some((locale, self.text(owner, &format!("{name}.{}", locale.code()))?));
        Localised::new(crate::Locale::ALL.into_iter().filter_map(text))
    }

    fn text(&self, owner: Owner, path: &str) -> Option<String> {
        if let Value::Text(text) = self.value(owner, path)? { Some(text.clone()) } else { None }
    }

    fn number(&self, owner: Owner, path: &str) -> Option<i64> {
        if let Value::Number(number) = self.value(owner, path)? { Some(*number) } else { None }
    }

    fn codes(&self, owner: Owner, path: &str) -> Vec<String> {
        if let Some(Value::Codes(codes)) = self.value(owner, path) { codes.clone() } else { Vec::new() }
    }

    fn day(&self, owner: Owner, path: &str) -> Option<chrono::NaiveDate> {
        if let Value::Day(day) = self.value(owner, path)? { Some(*day) } else { None }
    }
}

fn at(head: &Head, said: &Said, place: usize, key: &'static str) -> Problem {
    Problem::of_file(key).in_row(said.row).in_column(place, head.heading(place))
}
