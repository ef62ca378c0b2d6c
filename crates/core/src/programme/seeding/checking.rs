//! What may be loaded: bounds of the lists, numbers that are unique, texts and addresses that are
//! safe to show. All breaches are gathered, each with the path of its field.

use std::collections::HashSet;

use chrono::NaiveDate;

use super::{
    MOST_AXES, MOST_COMMITMENTS, MOST_MILESTONES, SeedAxis, SeedCommitment, SeedMilestone, SeedProgramme,
};
use crate::ground::error::{FieldError, Result};
use crate::ground::input::Checks;
use crate::programme::reports;

/// The budget of a commitment at most.
pub(in crate::programme) const MOST_DIRHAMS: i64 = 1_000_000_000_000;
/// Reports of a milestone that are loaded at most.
const MOST_REPORTS: usize = 100;

/// Checks the programme and cleans its texts in place.
pub(super) fn check(today: NaiveDate, seed: &mut SeedProgramme) -> Result<()> {
    let mut checks = Checks::default();
    seed.cycle = checks.line("cycle", &seed.cycle, 9);
    if !is_cycle(&seed.cycle) {
        checks.refuse(FieldError::new("cycle", "field-unknown-value"));
    }
    seed.notes = checks.localised_block("notes", &seed.notes, 5_000);
    seed.source_url = reports::link(&mut checks, "source_url", seed.source_url.as_deref());
    period(&mut checks, "ends_on", seed.starts_on, seed.ends_on);
    unique(&mut checks, "phases", seed.phases.iter().map(|phase| phase.step));
    for (index, phase) in seed.phases.iter().enumerate() {
        if !(1..=11).contains(&phase.step) {
            range(&mut checks, &format!("phases.{index}.step"), 1, 11);
        }
        // Steps that have begun decide where a member stands, so none may begin in the future.
        if phase.started_on.max(phase.finished_on).is_some_and(|day| day > today) {
            checks.refuse(FieldError::new(format!("phases.{index}.started_on"), "field-invalid-date"));
        }
    }
    check_tree(&mut checks, today, &mut seed.axes);
    checks.finish()
}

/// Checks the axes of a programme with all that lies under them and cleans their texts in place.
pub(in crate::programme) fn check_tree(checks: &mut Checks, today: NaiveDate, axes: &mut [SeedAxis]) {
    bound(checks, "axes", axes.len(), MOST_AXES);
    unique(checks, "axes", axes.iter().map(|axis| axis.number));
    let numbers = axes.iter().flat_map(|axis| axis.commitments.iter().map(|commitment| commitment.number));
    unique(checks, "commitments", numbers);
    for (index, axis) in axes.iter_mut().enumerate() {
        check_axis(checks, today, &format!("axes.{index}"), axis);
    }
}

fn check_axis(checks: &mut Checks, today: NaiveDate, path: &str, axis: &mut SeedAxis) {
    checks.required(&format!("{path}.titles"), &axis.titles);
    axis.titles = checks.localised_line(&format!("{path}.titles"), &axis.titles, 300);
    axis.descriptions = checks.localised_block(&format!("{path}.descriptions"), &axis.descriptions, 10_000);
    bound(checks, &format!("{path}.commitments"), axis.commitments.len(), MOST_COMMITMENTS);
    for (index, commitment) in axis.commitments.iter_mut().enumerate() {
        check_commitment(checks, today, &format!("{path}.commitments.{index}"), commitment);
    }
}

fn check_commitment(checks: &mut Checks, today: NaiveDate, path: &str, commitment: &mut SeedCommitment) {
    checks.required(&format!("{path}.titles"), &commitment.titles);
    commitment.titles = checks.localised_line(&format!("{path}.titles"), &commitment.titles, 300);
    for (field, text) in [
        ("descriptions", &mut commitment.descriptions),
        ("problems", &mut commitment.problems),
        ("status_quos", &mut commitment.status_quos),
        ("actions", &mut commitment.actions),
        ("contributions", &mut commitment.contributions),
        ("long_term_goals", &mut commitment.long_term_goals),
        ("expected_results", &mut commitment.expected_results),
        ("leads", &mut commitment.leads),
        ("partners", &mut commitment.partners),
        ("funding_sources", &mut commitment.funding_sources),
    ] {
        *text = checks.localised_block(&format!("{path}.{field}"), text, 10_000);
    }
    for (field, codes) in [("values", &mut commitment.values), ("policy_areas", &mut commitment.policy_areas)]
    {
        codes.sort();
        codes.dedup();
        bound(checks, &format!("{path}.{field}"), codes.len(), 20);
        if codes.iter().any(|code| !is_code(code)) {
            checks.refuse(FieldError::new(format!("{path}.{field}"), "field-unknown-value"));
        }
    }
    if commitment.budget.is_some_and(|budget| !(0..=MOST_DIRHAMS).contains(&budget)) {
        checks.refuse(
            FieldError::new(format!("{path}.budget"), "field-out-of-range")
                .with("min", 0)
                .with("max", MOST_DIRHAMS),
        );
    }
    if commitment.ogp_code.as_deref().is_some_and(|code| code.is_empty() || code.chars().count() > 16) {
        checks.refuse(FieldError::new(format!("{path}.ogp_code"), "field-unknown-value"));
    }
    commitment.source_url =
        reports::link(checks, &format!("{path}.source_url"), commitment.source_url.as_deref());
    period(checks, &format!("{path}.ends_on"), commitment.starts_on, commitment.ends_on);
    bound(checks, &format!("{path}.milestones"), commitment.milestones.len(), MOST_MILESTONES);
    unique(
        checks,
        &format!("{path}.milestones"),
        commitment.milestones.iter().map(|milestone| milestone.number),
    );
    for (index, milestone) in commitment.milestones.iter_mut().enumerate() {
        check_milestone(checks, today, &format!("{path}.milestones.{index}"), milestone);
    }
}

fn check_milestone(checks: &mut Checks, today: NaiveDate, path: &str, milestone: &mut SeedMilestone) {
    checks.required(&format!("{path}.titles"), &milestone.titles);
    milestone.titles = checks.localised_line(&format!("{path}.titles"), &milestone.titles, 300);
    period(checks, &format!("{path}.due_on"), milestone.starts_on, milestone.due_on);
    if milestone.weight.is_some_and(|weight| !(1..=100).contains(&weight)) {
        range(checks, &format!("{path}.weight"), 1, 100);
    }
    bound(checks, &format!("{path}.reports"), milestone.reports.len(), MOST_REPORTS);
    for (index, seed) in milestone.reports.iter_mut().enumerate() {
        let (texts, evidence_url) =
            reports::check(checks, &format!("{path}.reports.{index}."), today, &seed.report);
        seed.report.texts = texts;
        seed.report.evidence_url = evidence_url;
    }
}

/// `2024-2025`: two years, the first not after the second.
fn is_cycle(cycle: &str) -> bool {
    let is_year = |year: &str| year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    cycle.split_once('-').is_some_and(|(first, last)| is_year(first) && is_year(last) && first <= last)
}

pub(in crate::programme) fn is_code(code: &str) -> bool {
    !code.is_empty()
        && code.len() <= 64
        && code.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
}

fn bound(checks: &mut Checks, field: &str, count: usize, most: usize) {
    if count > most {
        range(checks, field, 0, most);
    }
}

fn range(checks: &mut Checks, field: &str, min: usize, max: usize) {
    checks.refuse(FieldError::new(field, "field-out-of-range").with("min", min).with("max", max));
}

/// Numbers from 1 on, each once; one breach of either kind is told, however many there are.
fn unique(checks: &mut Checks, field: &str, numbers: impl Iterator<Item = i32>) {
    let numbers: Vec<i32> = numbers.collect();
    if numbers.iter().any(|&number| number < 1) {
        range(checks, field, 1, i32::MAX as usize);
    }
    if numbers.iter().collect::<HashSet<_>>().len() < numbers.len() {
        checks.refuse(FieldError::new(field, "field-not-unique"));
    }
}

fn period(checks: &mut Checks, field: &str, first: Option<NaiveDate>, last: Option<NaiveDate>) {
    if let (Some(first), Some(last)) = (first, last)
        && last < first
    {
        checks.refuse(FieldError::new(field, "cycle-ends-before-start"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cycles_are_two_years() {
        for (cycle, good) in [
            ("2024-2025", true),
            ("2026-2026", true),
            ("2025-2024", false),
            ("2024", false),
            ("24-25", false),
            ("2024-2025-", false),
            ("٢٠٢٤-٢٠٢٥", false),
            ("", false),
        ] {
            assert_eq!(is_cycle(cycle), good, "{cycle:?}");
        }
    }
}
