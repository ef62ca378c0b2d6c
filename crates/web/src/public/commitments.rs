//! The page of a commitment: what was promised, its milestones, and every report on them.

use askama::Template;
use axum::extract::Path;
use chrono::NaiveDate;
use infitah_core::ground::error::{Error, Result};
use infitah_core::programme::axes::{self, Axis};
use infitah_core::programme::commitments::{self, Commitment};
use infitah_core::programme::milestones::{self, Milestone};
use infitah_core::programme::reports::{self, Report};
use infitah_core::programme::revisions::{self, Revision};
use infitah_core::programme::words::PieceKind;

use super::changes::ChangeDay;
use crate::answers::{Answer, page};
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
    pub(super) evidence_url: Option<String>,
    pub(super) obstacle: Option<String>,
    pub(super) corrects: bool,
}

/// `GET /L/programme/{cycle}/commitments/{number}`.
pub(crate) async fn show(visit: Visit, Path((_, cycle, number)): Path<(String, String, String)>) -> Answer {
    let number = number.parse().map_err(|_| Error::NotFound("commitment"))?;
    let commitment = commitments::by_number(&visit.scope, &cycle, number, None).await?;
    let axis = axis_of(&visit, &commitment).await?;
    let milestones =
        milestones::by_commitments(&visit.scope, &[commitment.id], None).await?.remove(&commitment.id);
    let reports = reports::by_commitment(&visit.scope, commitment.id, None, REPORTS).await?;
    let revisions = revisions::of_commitment(&visit.scope, commitment.id).await?;
    page(&CommitmentPage::of(&visit, commitment, axis, &milestones.unwrap_or_default(), &reports, &revisions))
}

async fn axis_of(visit: &Visit, commitment: &Commitment) -> Result<Option<Axis>> {
    let mut axes = axes::by_programmes(&visit.scope, &[commitment.programme], None).await?;
    let axes = axes.remove(&commitment.programme).unwrap_or_default();
    Ok(axes.into_iter().find(|axis| axis.id == commitment.axis))
}

impl CommitmentPage {
    fn of(
        visit: &Visit,
        commitment: Commitment,
        axis: Option<Axis>,
        milestones: &[Milestone],
        reports: &[Report],
        revisions: &[Revision],
    ) -> Self {
        let mut page = visit.page(Room::Programme, "commitment").sample_if(commitment.is_sample);
        let title = page.titled(&commitment.titles);
        page.title = title.plain().to_owned();
        let about = page.written(&commitment.descriptions);
        page.description = about.map(|text| text.plain().to_owned()).unwrap_or_default();
        Self {
            programme_href: page.href(&format!("/programme/{}", commitment.programme_cycle)),
            axis: axis.map(|axis| (axis.number.to_string(), page.titled(&axis.titles))),
            number: commitment.number.to_string(),
            title,
            shape: Shape::of_status(commitment.status),
            cells: milestones.iter().map(|milestone| Shape::of_state(milestone.state)).collect(),
            texts: texts(&page, &commitment),
            milestones: milestones
                .iter()
                .map(|milestone| MilestoneLine::of(&page, milestone, reports))
                .collect(),
            reports: reports.iter().map(|report| ReportLine::of(&page, report)).collect(),
            changes: ChangeDay::all(&page, revisions),
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
            last_reported_on: milestone.last_reported_on,
            evidence_url: milestone.evidence_url.clone(),
            obstacle: milestone.obstacle.clone(),
            is_overdue: milestone.is_overdue,
            is_sample: milestone.is_sample,
        }
    }
}

impl ReportLine {
    fn of(page: &Page, report: &Report) -> Self {
        Self {
            milestone_number: report.milestone_number,
            milestone: report.milestone_number.to_string(),
            reported_on: report.reported_on,
            shape: Shape::of_state(Some(report.state)),
            text: page.written(&report.texts),
            evidence_url: report.evidence_url.clone(),
            obstacle: report.obstacle.clone(),
            corrects: report.corrects.is_some(),
        }
    }

    fn has_notes(&self) -> bool {
        self.corrects || self.obstacle.is_some() || self.evidence_url.is_some()
    }
}
