//! The years in which a walked programme is carried out: its reports day by day, one of them
//! corrected, an indicator that is measured, and in the end the judgement of others.

use std::collections::HashMap;

use anyhow::Context as _;
use chrono::{Days, Months, NaiveDate};
use infitah_core::ground::ids::{MilestoneId, ProgrammeId, ReportId};
use infitah_core::programme::assessments::{self, AssessmentInput, Completion, EarlyResults, EvaluatorKind};
use infitah_core::programme::indicators::{self, IndicatorInput, MeasurementInput};
use infitah_core::programme::reports::{self, ReportInput};
use infitah_core::programme::seeding::SeedAxis;
use infitah_core::programme::states::State;
use infitah_core::programme::{cycle, milestones};

use super::{End, Walk};

/// Reports to come, by the numbers of commitment and milestone.
pub(super) type Reports = Vec<((i32, i32), ReportInput)>;

/// Days after a report on which its correction comes.
const SECOND_THOUGHT: u64 = 9;

/// Takes the reports out of a tree, in the order of their days.
pub(super) fn take(axes: &mut [SeedAxis]) -> Reports {
    let mut all: Reports = Vec::new();
    for commitment in axes.iter_mut().flat_map(|axis| &mut axis.commitments) {
        let number = commitment.number;
        for milestone in &mut commitment.milestones {
            let place = (number, milestone.number);
            all.extend(milestone.reports.drain(..).map(|seed| (place, seed.report)));
        }
    }
    all.sort_by_key(|(place, report)| (report.reported_on, *place));
    all
}

/// What happens on a day.
enum Entry {
    Report((i32, i32), Box<ReportInput>),
    /// The last report on a milestone said too much.
    Correction((i32, i32)),
    Measurement(f64),
}

impl Walk<'_> {
    /// The reports as they come, and a value of the indicator at the end of each quarter.
    pub(super) async fn carry_out(
        &self,
        id: ProgrammeId,
        starts_on: NaiveDate,
        reports: Reports,
    ) -> anyhow::Result<()> {
        let places = self.places(id).await?;
        let texts = &self.texts().indicator;
        let indicator = IndicatorInput {
            commitment: *self.commitments(id).await?.first().context("a programme has commitments")?,
            number: 1,
            titles: texts.title.clone(),
            units: texts.unit.clone(),
            is_percentage: false,
            baseline: Some(texts.baseline),
            baseline_on: Some(starts_on),
            target: Some(texts.target),
            target_on: starts_on.checked_add_months(Months::new(24)),
        };
        let indicator = indicators::put(&self.scope(), None, indicator).await?;
        let mut last: HashMap<(i32, i32), ReportId> = HashMap::new();
        for (day, entry) in self.diary(starts_on, reports) {
            self.go(day);
            // One request a day of the past, as the staff would have made them.
            match entry {
                Entry::Report(place, report) => {
                    let milestone = *places.get(&place).context("a report is about a milestone")?;
                    let said = reports::submit(&self.scope(), milestone, *report).await?;
                    last.insert(place, said.id);
                }
                Entry::Correction(place) => {
                    let milestone = *places.get(&place).context("a report is about a milestone")?;
                    let correction = ReportInput {
                        texts: self.texts().correction.clone(),
                        corrects: last.get(&place).copied(),
                        ..ReportInput::of(State::Substantial, day)
                    };
                    let said = reports::submit(&self.scope(), milestone, correction).await?;
                    last.insert(place, said.id);
                }
                Entry::Measurement(value) => {
                    let measured = MeasurementInput {
                        value,
                        measured_on: day,
                        notes: Default::default(),
                        source_url: None,
                        corrects: None,
                    };
                    indicators::measure(&self.scope(), indicator, measured).await?;
                }
            }
        }
        Ok(())
    }

    /// All that happens until today, in order. The first report of a milestone as complete that
    /// leaves time for second thoughts is corrected.
    fn diary(&self, starts_on: NaiveDate, reports: Reports) -> Vec<(NaiveDate, Entry)> {
        let corrected = reports
            .iter()
            .find(|(_, report)| {
                report.state == State::Complete && report.reported_on + Days::new(SECOND_THOUGHT) < self.today
            })
            .map(|(place, report)| (*place, report.reported_on + Days::new(SECOND_THOUGHT)));
        let mut diary: Vec<(NaiveDate, Entry)> = Vec::new();
        for (place, report) in reports {
            let is_proven = matches!(report.state, State::Complete | State::Substantial);
            let evidence = format!("https://example.org/{}/{}-{}", self.tenant.slug, place.0, place.1);
            let report = ReportInput { evidence_url: is_proven.then_some(evidence), ..report };
            diary.push((report.reported_on.max(starts_on), Entry::Report(place, Box::new(report))));
        }
        diary.extend(corrected.map(|(place, day)| (day, Entry::Correction(place))));
        for (value, quarter) in self.texts().indicator.values.iter().zip(1..) {
            let day = starts_on.checked_add_months(Months::new(3 * quarter)).and_then(|day| day.pred_opt());
            diary.extend(day.map(|day| (day, Entry::Measurement(*value))));
        }
        diary.retain(|(day, _)| *day <= self.today);
        diary.sort_by_key(|(day, _)| *day);
        diary
    }

    /// The milestones by the numbers of commitment and their own.
    async fn places(&self, id: ProgrammeId) -> anyhow::Result<HashMap<(i32, i32), MilestoneId>> {
        let commitments = self.commitments(id).await?;
        let found = milestones::by_commitments(self.scope().public(), &commitments, None).await?;
        Ok(commitments
            .iter()
            .zip(1..)
            .flat_map(|(commitment, number)| {
                let of = found.get(commitment).map_or(&[][..], Vec::as_slice);
                of.iter().map(move |milestone| ((number, milestone.number), milestone.id))
            })
            .collect())
    }

    /// The programme is over: its evaluation begins, and others judge two of its commitments.
    pub(super) async fn evaluate(&self, id: ProgrammeId, starts_on: NaiveDate) -> anyhow::Result<()> {
        debug_assert_eq!(self.end, End::Evaluating);
        let over = starts_on.checked_add_months(Months::new(24)).context("a day of the calendar")?;
        let day = (over + Days::new(10)).min(self.today);
        self.go(day);
        cycle::begin_evaluation(&self.scope(), id, day).await?;
        let commitments = self.commitments(id).await?;
        for (text, commitment) in self.texts().assessments.iter().zip(&commitments) {
            let input = AssessmentInput {
                evaluator: text.evaluator.clone(),
                evaluator_kind: EvaluatorKind::from_code(&text.kind).context("an unknown kind")?,
                completion: Completion::from_code(&text.completion).context("an unknown level")?,
                early_results: text.early_results.as_deref().and_then(EarlyResults::from_code),
                texts: text.text.clone(),
                source_url: None,
                assessed_on: day,
            };
            // Two judgements, each as its evaluator hands it in.
            assessments::record(&self.scope(), *commitment, input).await?;
        }
        Ok(())
    }
}
