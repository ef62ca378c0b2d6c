//! What came of a commitment: its indicators, drawn and in a table, and what evaluators say of it,
//! which stands beside what the member declares and is never mixed with it.

use std::fmt::Write as _;

use chrono::NaiveDate;
use infitah_core::programme::assessments::Assessment;
use infitah_core::programme::indicators::Indicator;

use crate::layout::Page;
use crate::words::Phrase;

/// The drawing's size, in its own units.
const WIDTH: f64 = 320.0;
const HEIGHT: f64 = 90.0;
/// Room for the dots at the edges.
const EDGE: f64 = 8.0;

/// An indicator with its values.
#[derive(Debug)]
pub(super) struct IndicatorPart {
    pub(super) number: i32,
    pub(super) title: Phrase,
    pub(super) unit: Option<Phrase>,
    pub(super) target: Option<String>,
    pub(super) target_on: Option<NaiveDate>,
    /// The starting value first, then the values by day.
    pub(super) values: Vec<ValueLine>,
    /// Where there is a course to draw: two days at least.
    pub(super) course: Option<Course>,
    pub(super) is_sample: bool,
}

/// One value in the table.
#[derive(Debug)]
pub(super) struct ValueLine {
    pub(super) day: Option<NaiveDate>,
    pub(super) value: String,
    pub(super) is_baseline: bool,
    pub(super) note: Option<Phrase>,
    pub(super) source_url: Option<String>,
}

/// The course of an indicator over its days, as coordinates.
#[derive(Debug, PartialEq)]
pub(super) struct Course {
    pub(super) line: String,
    pub(super) dots: Vec<(String, String)>,
    /// The height of the value aimed at.
    pub(super) target: Option<String>,
}

/// The judgement of an evaluator.
#[derive(Debug)]
pub(super) struct AssessmentLine {
    pub(super) evaluator: String,
    pub(super) kind: &'static str,
    pub(super) completion: &'static str,
    pub(super) early_results: Option<&'static str>,
    pub(super) text: Option<Phrase>,
    pub(super) source_url: Option<String>,
    pub(super) assessed_on: NaiveDate,
    pub(super) is_sample: bool,
}

impl IndicatorPart {
    pub(super) fn of(page: &Page, indicator: &Indicator) -> Self {
        let shown = |value: f64| match indicator.is_percentage {
            true => page.words.decimal_percent(value),
            false => page.words.decimal(value),
        };
        let baseline = indicator.baseline.map(|value| ValueLine {
            day: indicator.baseline_on,
            value: shown(value),
            is_baseline: true,
            note: None,
            source_url: None,
        });
        let measured = indicator.measurements.iter().map(|one| ValueLine {
            day: Some(one.measured_on),
            value: shown(one.value),
            is_baseline: false,
            note: page.written(&one.notes),
            source_url: one.source_url.clone(),
        });
        Self {
            number: indicator.number,
            title: page.titled(&indicator.titles),
            unit: page.written(&indicator.units),
            target: indicator.target.map(shown),
            target_on: indicator.target_on,
            values: baseline.into_iter().chain(measured).collect(),
            course: Course::of(indicator),
            is_sample: indicator.is_sample || indicator.measurements.iter().any(|one| one.is_sample),
        }
    }
}

impl Course {
    fn of(indicator: &Indicator) -> Option<Self> {
        let baseline = indicator.baseline_on.zip(indicator.baseline);
        let measured = indicator.measurements.iter().map(|one| (one.measured_on, one.value));
        let mut points: Vec<(NaiveDate, f64)> = baseline.into_iter().chain(measured).collect();
        points.sort_by_key(|&(day, _)| day);
        let (first, last) = (points.first()?.0, points.last()?.0);
        let days = u32::try_from((last - first).num_days()).ok().filter(|&days| days > 0)?;
        let heights = points.iter().map(|&(_, value)| value).chain(indicator.target);
        let (low, high) = heights.fold((0.0_f64, 0.0_f64), |(low, high), one| (low.min(one), high.max(one)));
        let span = if high > low { high - low } else { 1.0 };
        let up = |value: f64| format!("{:.1}", HEIGHT - EDGE - (value - low) / span * (HEIGHT - 2.0 * EDGE));
        let along = |day: NaiveDate| {
            let passed = u32::try_from((day - first).num_days()).unwrap_or_default();
            format!("{:.1}", EDGE + f64::from(passed) / f64::from(days) * (WIDTH - 2.0 * EDGE))
        };
        let dots: Vec<_> = points.iter().map(|&(day, value)| (along(day), up(value))).collect();
        let mut line = String::new();
        for (x, y) in &dots {
            write!(line, "{x},{y} ").expect("writing to a string cannot fail");
        }
        Some(Self { line: line.trim_end().to_owned(), dots, target: indicator.target.map(up) })
    }
}

impl AssessmentLine {
    pub(super) fn of(page: &Page, assessment: &Assessment) -> Self {
        Self {
            evaluator: assessment.evaluator.clone(),
            kind: assessment.evaluator_kind.code(),
            completion: assessment.completion.code(),
            early_results: assessment.early_results.map(|early| early.code()),
            text: page.written(&assessment.texts),
            source_url: assessment.source_url.clone(),
            assessed_on: assessment.assessed_on,
            is_sample: assessment.is_sample,
        }
    }
}
