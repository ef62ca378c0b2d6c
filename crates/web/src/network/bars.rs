//! Bars of a chart: each row of the table is its own bar, so chart and table cannot differ.

use infitah_core::network::overview::Overview;
use infitah_core::programme::states::Status;

use crate::layout::Page;
use crate::states::Shape;
use crate::words::Phrase;

/// A row of a chart.
#[derive(Debug, Clone)]
pub(crate) struct Bar {
    pub(crate) label: Phrase,
    pub(crate) count: u32,
    /// Of the longest bar, in per cent.
    pub(crate) width: u32,
    /// The class of its colour.
    pub(crate) class: &'static str,
}

/// Bars as long as their counts are large.
fn all(rows: Vec<(Phrase, u32, &'static str)>) -> Vec<Bar> {
    let most = rows.iter().map(|(_, count, _)| *count).max().unwrap_or(0).max(1);
    rows.into_iter()
        .map(|(label, count, class)| Bar { label, count, width: count * 100 / most, class })
        .collect()
}

/// Members by kind.
pub(crate) fn by_kind(page: &Page, overview: &Overview) -> Vec<Bar> {
    let rows = overview.by_kind.iter();
    all(rows.map(|(kind, count)| (page.coded("kind", &format!("{}s", kind.code())), *count, "")).collect())
}

/// Members by the step of the cycle they have reached.
pub(crate) fn by_step(page: &Page, overview: &Overview) -> Vec<Bar> {
    let row = |(step, count): &(Option<i32>, u32)| match step {
        Some(step) => (page.t(&format!("step-{step}")), *count, ""),
        None => (page.t("network-progress-no-programme"), *count, "state-none"),
    };
    all(overview.by_step.iter().map(row).collect())
}

/// Commitments by what follows from their milestones.
pub(crate) fn by_status(page: &Page, overview: &Overview) -> Vec<Bar> {
    let row = |(status, count): &(Status, u32)| {
        let shape = Shape::of_status(*status);
        (page.t(shape.key), *count, shape.class)
    };
    all(overview.commitments_by_status.iter().map(row).collect())
}
