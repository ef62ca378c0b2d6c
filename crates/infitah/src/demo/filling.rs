//! Sample axes, commitments and milestones from the shipped templates. Whatever is made here is
//! marked as a sample.

use chrono::{Datelike as _, Months, NaiveDate};
use infitah_core::Locale;
use infitah_core::ground::localised::Localised;
use infitah_core::programme::seeding::{SeedAxis, SeedCommitment, SeedMilestone};

use super::chance::Chance;
use super::samples::{SampleAxis, SampleCommitment, SampleProgramme};

/// Makes the sample parts of one programme.
#[derive(Debug)]
pub(crate) struct Filler<'a> {
    pub(crate) templates: &'a SampleProgramme,
    /// The kind of the member; not all axes fit all.
    pub(crate) kind: &'a str,
    /// The first day of the cycle, from which due days are counted.
    pub(crate) starts_on: NaiveDate,
    pub(crate) chance: Chance,
    /// The last number given to a commitment of this programme.
    pub(crate) last_number: i32,
}

impl<'a> Filler<'a> {
    /// Four sample axes, without commitments unless they are drafted already.
    pub(crate) fn axes(&mut self, with_commitments: bool) -> Vec<SeedAxis> {
        let chosen = self.chance.clone().some_of(&self.fitting(), 4);
        let mut axes = Vec::new();
        for (template, number) in chosen.into_iter().zip(1..) {
            let commitments = if with_commitments { self.commitments(template) } else { Vec::new() };
            axes.push(SeedAxis {
                number,
                titles: template.title.clone(),
                is_sample: true,
                commitments,
                ..SeedAxis::default()
            });
        }
        axes
    }

    /// Sample commitments for a real axis that has none: those of the template whose title shares
    /// most words with the axis, each template once.
    pub(crate) fn fill(&mut self, axes: &mut [SeedAxis]) {
        let mut free = self.fitting();
        for axis in axes.iter_mut().filter(|axis| axis.commitments.is_empty()) {
            let likeness = |template: &&SampleAxis| shared_words(&axis.titles, &template.title);
            // The first of the most alike ones; `max_by_key` would give the last.
            let Some(place) = (0..free.len()).rev().max_by_key(|&place| likeness(&free[place])) else {
                return;
            };
            let template = free.remove(place);
            axis.commitments = self.commitments(template);
        }
    }

    fn fitting(&self) -> Vec<&'a SampleAxis> {
        self.templates.axes.iter().filter(|axis| axis.kinds.iter().any(|kind| kind == self.kind)).collect()
    }

    fn commitments(&mut self, template: &SampleAxis) -> Vec<SeedCommitment> {
        let count = usize::try_from(self.chance.between(2, 4)).unwrap_or(2);
        let all: Vec<&SampleCommitment> = template.commitments.iter().collect();
        self.chance.some_of(&all, count).into_iter().map(|one| self.commitment(one)).collect()
    }

    fn commitment(&mut self, template: &SampleCommitment) -> SeedCommitment {
        self.last_number += 1;
        let mut starts_on = self.starts_on;
        let mut milestones = Vec::new();
        for (milestone, number) in template.milestones.iter().zip(1..) {
            let due_on = end_of_month(self.starts_on, milestone.due_month);
            milestones.push(SeedMilestone {
                number,
                titles: milestone.title.clone(),
                starts_on: Some(starts_on),
                due_on: Some(due_on),
                is_sample: true,
                ..SeedMilestone::default()
            });
            starts_on = due_on.succ_opt().unwrap_or(due_on);
        }
        SeedCommitment {
            number: self.last_number,
            titles: template.title.clone(),
            problems: template.problem.clone(),
            status_quos: template.status_quo.clone(),
            actions: template.action.clone(),
            expected_results: template.expected_results.clone(),
            leads: template.lead.clone(),
            partners: joined(&template.partners),
            values: template.values.clone(),
            policy_areas: template.policy_areas.clone(),
            starts_on: Some(self.starts_on),
            ends_on: Some(end_of_month(self.starts_on, 24)),
            is_sample: true,
            milestones,
            ..SeedCommitment::default()
        }
    }
}

/// Several texts as one, language by language.
pub(crate) fn joined(texts: &[Localised]) -> Localised {
    let separator = |locale| if locale == Locale::Ar { "\u{61b} " } else { "; " };
    Localised::new(Locale::ALL.into_iter().map(|locale| {
        let parts: Vec<&str> = texts.iter().filter_map(|text| text.exact(locale)).collect();
        (locale, parts.join(separator(locale)))
    }))
}

fn shared_words(axis: &Localised, template: &Localised) -> usize {
    let words = |text: &Localised| -> Vec<String> {
        let text = text.exact(Locale::Fr).unwrap_or_default().to_lowercase();
        text.split(|sign: char| !sign.is_alphanumeric())
            .filter(|word| word.len() > 4)
            .map(str::to_owned)
            .collect()
    };
    let known = words(template);
    words(axis).iter().filter(|word| known.contains(word)).count()
}

/// The last day of the n-th month of a cycle.
fn end_of_month(starts_on: NaiveDate, month: u32) -> NaiveDate {
    let first = starts_on.with_day(1).unwrap_or(starts_on);
    first.checked_add_months(Months::new(month)).and_then(|day| day.pred_opt()).unwrap_or(starts_on)
}
