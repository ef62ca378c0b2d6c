//! What came between two versions: what was added, withdrawn and reworded. Things are the same by
//! their id, so that a new number or a new title is a change and not another thing.

use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDate;
use infitah_i18n::Locale;

use super::{AxisVersion, CommitmentVersion, MilestoneVersion, VersionTree};
use crate::ground::localised::Localised;
use crate::programme::states::coded;
use crate::programme::words::{self, Piece};

/// What of an axis or a commitment changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    /// Its number.
    Number,
    /// The number of its axis.
    Axis,
    /// Its title.
    Title,
    /// What it is.
    Description,
    /// The problem it answers.
    Problem,
    /// How things stood before.
    StatusQuo,
    /// What will be done.
    Action,
    /// How that answers the problem.
    Contribution,
    /// The goal it serves in the long run.
    LongTermGoal,
    /// What is to come of it.
    ExpectedResults,
    /// Who is responsible.
    Lead,
    /// Who takes part.
    Partners,
    /// Where the money comes from.
    FundingSource,
    /// Whole dirhams.
    Budget,
    /// Its first day.
    StartsOn,
    /// Its last day.
    EndsOn,
    /// A milestone came, or went; its title tells which.
    Milestone,
    /// The number of a milestone.
    MilestoneNumber,
    /// The title of a milestone.
    MilestoneTitle,
    /// When work on a milestone begins.
    MilestoneStartsOn,
    /// When a milestone is to be complete.
    MilestoneDueOn,
    /// How much a milestone counts.
    MilestoneWeight,
}

coded! {
    Field {
        Number = "number",
        Axis = "axis",
        Title = "title",
        Description = "description",
        Problem = "problem",
        StatusQuo = "status_quo",
        Action = "action",
        Contribution = "contribution",
        LongTermGoal = "long_term_goal",
        ExpectedResults = "expected_results",
        Lead = "lead",
        Partners = "partners",
        FundingSource = "funding_source",
        Budget = "budget",
        StartsOn = "starts_on",
        EndsOn = "ends_on",
        Milestone = "milestone",
        MilestoneNumber = "milestone_number",
        MilestoneTitle = "milestone_title",
        MilestoneStartsOn = "milestone_starts_on",
        MilestoneDueOn = "milestone_due_on",
        MilestoneWeight = "milestone_weight",
    }
}

/// One change: of one field, in one language where the field is a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldChange {
    /// What changed.
    pub field: Field,
    /// The number of the milestone that it is about, if any: the later one.
    pub milestone: Option<i32>,
    /// The language of a text; none for numbers and days.
    pub locale: Option<Locale>,
    /// How it was; days as `2026-11-23`.
    pub before: Option<String>,
    /// How it became.
    pub after: Option<String>,
}

impl FieldChange {
    /// The change word by word.
    pub fn pieces(&self) -> Vec<Piece> {
        words::diff(self.before.as_deref().unwrap_or(""), self.after.as_deref().unwrap_or(""))
    }
}

/// An axis or a commitment that stands in one of two versions only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Its number there.
    pub number: i32,
    /// Its titles there.
    pub titles: Localised,
}

/// An axis or a commitment that differs between two versions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// Its later number.
    pub number: i32,
    /// Its later titles.
    pub titles: Localised,
    /// All that changed.
    pub fields: Vec<FieldChange>,
}

/// What came between two lists of axes or of commitments.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Differences {
    /// In the later one only.
    pub added: Vec<Item>,
    /// In the earlier one only.
    pub withdrawn: Vec<Item>,
    /// In both, but different.
    pub changed: Vec<Changed>,
    /// How many are the same in both.
    pub unchanged: u32,
}

/// What came between a draft and what was adopted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// The day of the draft.
    pub draft_on: NaiveDate,
    /// The day of the adoption.
    pub adopted_on: NaiveDate,
    /// The axes.
    pub axes: Differences,
    /// The commitments, with their milestones.
    pub commitments: Differences,
}

impl Comparison {
    /// Compares two trees, each with its day.
    pub fn of(draft: (NaiveDate, &VersionTree), adopted: (NaiveDate, &VersionTree)) -> Self {
        Self {
            draft_on: draft.0,
            adopted_on: adopted.0,
            axes: differences(&draft.1.axes, &adopted.1.axes),
            commitments: differences(&draft.1.commitments, &adopted.1.commitments),
        }
    }
}

/// Something that stands in two versions under the same id.
trait Versioned {
    type Id: std::hash::Hash + Eq + Copy;
    fn id(&self) -> Self::Id;
    fn item(&self) -> Item;
    fn fields(&self, later: &Self) -> Vec<FieldChange>;
}

impl Versioned for AxisVersion {
    type Id = crate::ground::ids::AxisId;

    fn id(&self) -> Self::Id {
        self.id
    }

    fn item(&self) -> Item {
        Item { number: self.number, titles: self.titles.clone() }
    }

    fn fields(&self, later: &Self) -> Vec<FieldChange> {
        axis_changes(self, later)
    }
}

impl Versioned for CommitmentVersion {
    type Id = crate::ground::ids::CommitmentId;

    fn id(&self) -> Self::Id {
        self.id
    }

    fn item(&self) -> Item {
        Item { number: self.number, titles: self.titles.clone() }
    }

    fn fields(&self, later: &Self) -> Vec<FieldChange> {
        changes(self, later)
    }
}

/// All that changed of an axis between two versions of it.
pub fn axis_changes(before: &AxisVersion, after: &AxisVersion) -> Vec<FieldChange> {
    let mut found = Found::default();
    found.value(Field::Number, Some(before.number), Some(after.number));
    found.text(Field::Title, &before.titles, &after.titles);
    found.text(Field::Description, &before.descriptions, &after.descriptions);
    found.changes
}

/// All that changed of a commitment between two versions of it.
pub fn changes(before: &CommitmentVersion, after: &CommitmentVersion) -> Vec<FieldChange> {
    let mut found = Found::default();
    found.value(Field::Number, Some(before.number), Some(after.number));
    found.value(Field::Axis, Some(before.axis), Some(after.axis));
    for (field, before, after) in [
        (Field::Title, &before.titles, &after.titles),
        (Field::Description, &before.descriptions, &after.descriptions),
        (Field::Problem, &before.problems, &after.problems),
        (Field::StatusQuo, &before.status_quos, &after.status_quos),
        (Field::Action, &before.actions, &after.actions),
        (Field::Contribution, &before.contributions, &after.contributions),
        (Field::LongTermGoal, &before.long_term_goals, &after.long_term_goals),
        (Field::ExpectedResults, &before.expected_results, &after.expected_results),
        (Field::Lead, &before.leads, &after.leads),
        (Field::Partners, &before.partners, &after.partners),
        (Field::FundingSource, &before.funding_sources, &after.funding_sources),
    ] {
        found.text(field, before, after);
    }
    found.value(Field::Budget, before.budget, after.budget);
    found.value(Field::StartsOn, before.starts_on, after.starts_on);
    found.value(Field::EndsOn, before.ends_on, after.ends_on);
    let old: HashMap<_, _> = before.milestones.iter().map(|milestone| (milestone.id, milestone)).collect();
    let nothing = Localised::default();
    for milestone in &after.milestones {
        found.milestone = Some(milestone.number);
        match old.get(&milestone.id) {
            Some(old) => found.milestone(old, milestone),
            None => found.text(Field::Milestone, &nothing, &milestone.titles),
        }
    }
    let kept: BTreeSet<_> = after.milestones.iter().map(|milestone| milestone.id).collect();
    for milestone in before.milestones.iter().filter(|milestone| !kept.contains(&milestone.id)) {
        found.milestone = Some(milestone.number);
        found.text(Field::Milestone, &milestone.titles, &nothing);
    }
    found.changes
}

#[derive(Default)]
struct Found {
    milestone: Option<i32>,
    changes: Vec<FieldChange>,
}

impl Found {
    fn value<T: ToString + PartialEq>(&mut self, field: Field, before: Option<T>, after: Option<T>) {
        if before != after {
            let text = |value: Option<T>| value.map(|value| value.to_string());
            self.push(field, None, text(before), text(after));
        }
    }

    fn text(&mut self, field: Field, before: &Localised, after: &Localised) {
        let locales: BTreeSet<Locale> = before.locales().chain(after.locales()).collect();
        for locale in locales {
            let (old, new) = (before.exact(locale), after.exact(locale));
            if old != new {
                self.push(field, Some(locale), old.map(str::to_owned), new.map(str::to_owned));
            }
        }
    }

    fn milestone(&mut self, before: &MilestoneVersion, after: &MilestoneVersion) {
        self.value(Field::MilestoneNumber, Some(before.number), Some(after.number));
        self.text(Field::MilestoneTitle, &before.titles, &after.titles);
        self.value(Field::MilestoneStartsOn, before.starts_on, after.starts_on);
        self.value(Field::MilestoneDueOn, before.due_on, after.due_on);
        self.value(Field::MilestoneWeight, Some(before.weight), Some(after.weight));
    }

    fn push(&mut self, field: Field, locale: Option<Locale>, before: Option<String>, after: Option<String>) {
        self.changes.push(FieldChange { field, milestone: self.milestone, locale, before, after });
    }
}

fn differences<T: Versioned>(before: &[T], after: &[T]) -> Differences {
    let old: HashMap<T::Id, &T> = before.iter().map(|one| (one.id(), one)).collect();
    let kept: HashMap<T::Id, ()> = after.iter().map(|one| (one.id(), ())).collect();
    let mut found = Differences::default();
    for one in after {
        let Some(earlier) = old.get(&one.id()) else {
            found.added.push(one.item());
            continue;
        };
        let fields = earlier.fields(one);
        if fields.is_empty() {
            found.unchanged += 1;
        } else {
            let Item { number, titles } = one.item();
            found.changed.push(Changed { number, titles, fields });
        }
    }
    found.withdrawn =
        before.iter().filter(|one| !kept.contains_key(&one.id())).map(Versioned::item).collect();
    found
}

#[cfg(test)]
mod tests;
