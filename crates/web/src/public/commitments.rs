//! The page of a commitment: what was promised, its milestones, and every report on them.

use askama::Template;
use axum::extract::{Path, Query};
use chrono::NaiveDate;
use infitah_core::ground::error::{Error, Result};
use infitah_core::ground::ids::ReportId;
use infitah_core::programme::assessments::{self, Assessment};
use infitah_core::programme::axes::{self, Axis};
use infitah_core::programme::commitments::{self, Commitment};
use infitah_core::programme::indicators::{self, Indicator};
use infitah_core::programme::milestones::{self, Milestone};
use infitah_core::programme::reporting::{self, Freshness};
use infitah_core::programme::reports::{self, Report, ReportFile};
use infitah_core::programme::revisions::{self, Revision};
use infitah_core::programme::words::{self, Piece};
use std::collections::HashMap;

use super::changes::ChangeDay;
use super::outcomes::{AssessmentLine, IndicatorPart};
use super::past::{Asked, Past};
use crate::answers::{Answer, page_with};
use crate::layout::{Page, Room};
use crate::states::Shape;
use crate::visits::Visit;
use crate::words::Phrase;

/// Reports shown at most.
const REPORTS: u32 = 100;

#[derive(Debug, Template)]
#[template(path = "public/commitment.html")]
pub(super) struct CommitmentPage {
    pub(super) page: Page,
    pub(super) programme_href: String,
    /// Number and title of its axis.
    pub(super) axis: Option<(String, Phrase)>,
    pub(super) number: String,
    pub(super) title: Phrase,
    pub(super) shape: Shape,
    pub(super) cells: Vec<Shape>,
    /// Headings by message key, and what stands below.
    pub(super) texts: Vec<(&'static str, Phrase)>,
    pub(super) milestones: Vec<MilestoneLine>,
    pub(super) reports: Vec<ReportLine>,
    /// What was reworded since the adoption, the latest first.
    pub(super) changes: Vec<ChangeDay>,
    pub(super) indicators: Vec<IndicatorPart>,
    pub(super) assessments: Vec<AssessmentLine>,
    /// How fresh the ledger is; on the page of today only.
    pub(super) freshness: Option<Freshness>,
    pub(super) past: Past,
    pub(super) commitment: Commitment,
}

#[derive(Debug)]
pub(super) struct MilestoneLine {
    pub(super) number: i32,
    pub(super) title: Phrase,
    pub(super) shape: Shape,
    /// What the latest report says.
    pub(super) text: Option<Phrase>,
    pub(super) due_on: Option<NaiveDate>,
    /// How much it counts, where that is not one.
    pub(super) weight: Option<i32>,
    /// The day it was added to the programme, if later than the adoption.
    pub(super) added_on: Option<NaiveDate>,
    pub(super) last_reported_on: Option<NaiveDate>,
    pub(super) evidence_url: Option<String>,
    pub(super) obstacle: Option<String>,
    pub(super) is_overdue: bool,
    pub(super) is_sample: bool,
}

#[derive(Debug)]
pub(super) struct ReportLine {
    pub(super) milestone_number: i32,
    /// The same number as a text for the message.
    pub(super) milestone: String,
    pub(super) reported_on: NaiveDate,
    pub(super) shape: Shape,
    pub(super) text: Option<Phrase>,
    /// What a correction says otherwise than the entry that it corrects, word by word.
    pub(super) pieces: Vec<Piece>,
    pub(super) evidence_url: Option<String>,
    pub(super) files: Vec<FileLine>,
    pub(super) obstacle: Option<String>,
    pub(super) corrects: bool,
    /// The day on which a correction took its place.
    pub(super) superseded_on: Option<NaiveDate>,
}

/// A file that proves a report.
#[derive(Debug)]
pub(super) struct FileLine {
    pub(super) href: String,
    pub(super) name: String,
    /// In thousands of bytes, rounded up.
    pub(super) kilobytes: i64,
}

/// All that the page tells.
#[derive(Debug)]
struct Whole {
    commitment: Commitment,
    axis: Option<Axis>,
    milestones: Vec<Milestone>,
    reports: Vec<Report>,
    files: HashMap<ReportId, Vec<ReportFile>>,
    revisions: Vec<Revision>,
    indicators: Vec<Indicator>,
    assessments: Vec<Assessment>,
    freshness: Option<Freshness>,
}

/// `GET /L/programme/{cycle}/commitments/{number}`.
pub(crate) async fn show(
    visit: Visit,
    Path((_, cycle, number)): Path<(String, String, String)>,
    Query(asked): Query<Asked>,
) -> Answer {
    let number = number.parse().map_err(|_| Error::NotFound("commitment"))?;
    let past = Past::of(&visit, &asked);
    let commitment = commitments::by_number(&visit.scope, &cycle, number, past.on).await?;
    let whole = gather(&visit, commitment, past.on).await?;
    page_with(past.status(), &CommitmentPage::of(&visit, whole, past))
}

async fn gather(visit: &Visit, commitment: Commitment, on: Option<NaiveDate>) -> Result<Whole> {
    let (scope, id) = (&visit.scope, commitment.id);
    let axis = axis_of(visit, &commitment).await?;
    let milestones = milestones::by_commitments(scope, &[id], on).await?.remove(&id).unwrap_or_default();
    let reports = reports::by_commitment(scope, id, on, REPORTS).await?;
    let ids: Vec<ReportId> = reports.iter().map(|report| report.id).collect();
    let files = reports::files(scope, &ids).await?;
    let mut revisions = revisions::of_commitment(scope, id).await?;
    revisions.retain(|revision| on.is_none_or(|day| revision.changed_on <= day));
    let indicators = indicators::by_commitments(scope, &[id], on).await?.remove(&id).unwrap_or_default();
    let assessments = assessments::by_commitments(scope, &[id], on).await?.remove(&id).unwrap_or_default();
    let freshness = match on {
        None => reporting::freshness(scope, &[id]).await?.remove(&id),
        Some(_) => None,
    };
    Ok(Whole { commitment, axis, milestones, reports, files, revisions, indicators, assessments, freshness })
}

async fn axis_of(visit: &Visit, commitment: &Commitment) -> Result<Option<Axis>> {
    let mut axes = axes::by_programmes(&visit.scope, &[commitment.programme], None).await?;
    let axes = axes.remove(&commitment.programme).unwrap_or_default();
    Ok(axes.into_iter().find(|axis| axis.id == commitment.axis))
}

impl CommitmentPage {
    fn of(visit: &Visit, whole: Whole, past: Past) -> Self {
        let Whole { commitment, axis, milestones, reports, files, revisions, .. } = whole;
        let mut page = visit.page(Room::Programme, "commitment").sample_if(commitment.is_sample);
        let title = page.titled(&commitment.titles);
        page.title = title.plain().to_owned();
        let about = page.written(&commitment.descriptions);
        page.description = about.map(|text| text.plain().to_owned()).unwrap_or_default();
        Self {
            programme_href: page.href(&format!("/programme/{}{}", commitment.programme_cycle, past.suffix())),
            axis: axis.map(|axis| (axis.number.to_string(), page.titled(&axis.titles))),
            number: commitment.number.to_string(),
            title,
            shape: Shape::of_status(commitment.status),
            cells: milestones.iter().map(|milestone| Shape::of_state(milestone.state)).collect(),
            texts: texts(&page, &commitment),
            milestones: milestones
                .iter()
                .map(|milestone| MilestoneLine::of(&page, milestone, &reports))
                .collect(),
            reports: reports.iter().map(|report| ReportLine::of(&page, report, &reports, &files)).collect(),
            changes: ChangeDay::all(&page, &revisions),
            indicators: whole.indicators.iter().map(|one| IndicatorPart::of(&page, one)).collect(),
            assessments: whole.assessments.iter().map(|one| AssessmentLine::of(&page, one)).collect(),
            freshness: whole.freshness,
            past,
            commitment,
            page,
        }
    }
}

fn texts(page: &Page, commitment: &Commitment) -> Vec<(&'static str, Phrase)> {
    [
        ("public-commitment-description", &commitment.descriptions),
        ("public-commitment-problem", &commitment.problems),
        ("public-commitment-status-quo", &commitment.status_quos),
        ("public-commitment-action", &commitment.actions),
        ("public-commitment-contribution", &commitment.contributions),
        ("public-commitment-long-term-goal", &commitment.long_term_goals),
        ("public-commitment-results", &commitment.expected_results),
    ]
    .into_iter()
    .filter_map(|(key, texts)| Some((key, page.written(texts)?)))
    .collect()
}

impl MilestoneLine {
    fn of(page: &Page, milestone: &Milestone, reports: &[Report]) -> Self {
        let latest = reports.iter().find(|report| Some(report.id) == milestone.last_report);
        Self {
            number: milestone.number,
            title: page.titled(&milestone.titles),
            shape: Shape::of_state(milestone.state),
            text: latest.and_then(|report| page.written(&report.texts)),
            due_on: milestone.due_on,
            weight: Some(milestone.weight).filter(|&weight| weight != 1),
            added_on: milestone.added_on,
            last_reported_on: milestone.last_reported_on,
            evidence_url: milestone.evidence_url.clone(),
            obstacle: milestone.obstacle.clone(),
            is_overdue: milestone.is_overdue,
            is_sample: milestone.is_sample,
        }
    }
}

impl ReportLine {
    fn of(page: &Page, report: &Report, all: &[Report], files: &HashMap<ReportId, Vec<ReportFile>>) -> Self {
        let text = page.written(&report.texts);
        let corrected = all.iter().find(|other| Some(other.id) == report.corrects);
        let before = corrected.and_then(|other| page.written(&other.texts));
        let pieces = match (&before, &text) {
            (Some(before), Some(after)) if before.locale() == after.locale() => {
                words::diff(before.plain(), after.plain())
            }
            _ => Vec::new(),
        };
        Self {
            pieces,
            files: files.get(&report.id).into_iter().flatten().map(FileLine::of).collect(),
            superseded_on: report.superseded_on,
            milestone_number: report.milestone_number,
            milestone: report.milestone_number.to_string(),
            reported_on: report.reported_on,
            shape: Shape::of_state(Some(report.state)),
            text,
            evidence_url: report.evidence_url.clone(),
            obstacle: report.obstacle.clone(),
            corrects: report.corrects.is_some(),
        }
    }

    fn has_notes(&self) -> bool {
        self.corrects
            || self.superseded_on.is_some()
            || self.obstacle.is_some()
            || self.evidence_url.is_some()
            || !self.files.is_empty()
    }
}

impl FileLine {
    fn of(file: &ReportFile) -> Self {
        Self {
            href: file.path(),
            name: file.file_name.clone(),
            kilobytes: file.bytes.saturating_add(999) / 1_000,
        }
    }
}
