//! Judges a tree by the rules that hold wherever one is written, and tells each breach at the cell
//! that it is about.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::growing::Owner;
use super::{Head, Tree};
use crate::ground::error::{Error, FieldError};
use crate::ground::input::Checks;
use crate::programme::seeding::SeedAxis;
use crate::programme::seeding::checking::check_tree;
use crate::programme::spreadsheets::columns::Level;
use crate::programme::spreadsheets::problems::{Problem, Problems};

/// The days that a programme lasts.
#[derive(Debug, Clone, Copy, Default)]
pub(in crate::programme::spreadsheets) struct Bounds {
    pub(in crate::programme::spreadsheets) starts_on: Option<NaiveDate>,
    pub(in crate::programme::spreadsheets) ends_on: Option<NaiveDate>,
}

impl Tree {
    /// The axes, cleaned and checked.
    pub(in crate::programme::spreadsheets) fn judged(
        &self,
        head: &Head,
        today: NaiveDate,
        bounds: Bounds,
        problems: &mut Problems,
    ) -> Vec<SeedAxis> {
        let mut owners: HashMap<String, Owner> = HashMap::new();
        let mut axes = Vec::new();
        for (index, (axis, commitments)) in self.axes().into_iter().enumerate() {
            let path = format!("axes.{index}");
            owners.insert(path.clone(), Owner::Axis(axis.number));
            for (index, (commitment, milestones)) in commitments.into_iter().enumerate() {
                let path = format!("{path}.commitments.{index}");
                owners.insert(path.clone(), Owner::Commitment(commitment));
                for (index, milestone) in milestones.into_iter().enumerate() {
                    owners.insert(
                        format!("{path}.milestones.{index}"),
                        Owner::Milestone(commitment, milestone),
                    );
                }
            }
            axes.push(axis);
        }
        let mut checks = Checks::default();
        check_tree(&mut checks, today, &mut axes);
        bounds.check(&mut checks, &axes);
        if let Err(Error::Invalid(breaches)) = checks.finish() {
            for breach in breaches {
                problems.push(self.told(head, &owners, breach));
            }
        }
        axes
    }

    /// A breach of a field at the cell that holds it, or at the title of what it is about.
    fn told(&self, head: &Head, owners: &HashMap<String, Owner>, breach: FieldError) -> Problem {
        let mut path = breach.field.as_str();
        let mut owner = None;
        while owner.is_none()
            && let Some((before, _)) = path.rsplit_once('.')
        {
            path = before;
            owner = owners.get(path).copied();
        }
        let field = breach.field.get(path.len() + 1..).unwrap_or_default().to_owned();
        let problem = Problem::broken(breach);
        let Some(owner) = owner else { return problem };
        if let Some(word) = self.words.get(&(owner, field)) {
            return problem.in_row(word.row).in_column(word.place, head.heading(word.place));
        }
        let level = match owner {
            Owner::Axis(_) => Level::Axis,
            Owner::Commitment(_) => Level::Commitment,
            Owner::Milestone(..) => Level::Milestone,
        };
        let place = head.title_of(level);
        let row = self.rows.get(&owner).copied().unwrap_or_default();
        problem.in_row(row).in_column(place, head.heading(place))
    }
}

impl Bounds {
    fn check(self, checks: &mut Checks, axes: &[SeedAxis]) {
        for (index, axis) in axes.iter().enumerate() {
            for (number, commitment) in axis.commitments.iter().enumerate() {
                let path = format!("axes.{index}.commitments.{number}");
                self.day(checks, &format!("{path}.starts_on"), commitment.starts_on);
                self.day(checks, &format!("{path}.ends_on"), commitment.ends_on);
                for (number, milestone) in commitment.milestones.iter().enumerate() {
                    let path = format!("{path}.milestones.{number}");
                    self.day(checks, &format!("{path}.starts_on"), milestone.starts_on);
                    self.day(checks, &format!("{path}.due_on"), milestone.due_on);
                }
            }
        }
    }

    fn day(self, checks: &mut Checks, field: &str, day: Option<NaiveDate>) {
        crate::programme::editing::day_within(checks, field, day, (self.starts_on, self.ends_on));
    }
}
