//! The pages of openness programmes: axes, commitments, and honest progress.

use askama::Template;
use axum::extract::Path;
use chrono::NaiveDate;
use infitah_core::ground::error::Result;
use infitah_core::ground::ids::CommitmentId;
use infitah_core::programme::axes::{self, Axis};
use infitah_core::programme::commitments::{self, Commitment};
use infitah_core::programme::milestones::{self, Milestone};
use infitah_core::programme::programmes::{self, Phase, Programme, ProgrammeStatus};
use infitah_core::programme::progress::Progress;
use std::collections::HashMap;

use crate::answers::{Answer, page};
use crate::layout::{Page, Room};
use crate::states::{Shape, StepMark, status_key};
use crate::visits::Visit;
use crate::words::Phrase;

#[derive(Debug, Template)]
#[template(path = "public/programme.html")]
pub(super) struct ProgrammePage {
    pub(super) page: Page,
    pub(super) programme: Programme,
    pub(super) status_key: &'static str,
    pub(super) adoption_key: &'static str,
    pub(super) axes: Vec<AxisPart>,
    pub(super) has_commitments: bool,
    pub(super) steps: Option<Vec<StepMark>>,
    /// The cycles of the member's other programmes.
    pub(super) others: Vec<String>,
}

/// An axis with its commitments.
#[derive(Debug)]
pub(super) struct AxisPart {
    pub(super) number: i32,
    pub(super) title: Phrase,
    pub(super) progress: Progress,
    pub(super) commitments: Vec<CommitmentLine>,
}

/// A commitment in the list of its axis.
#[derive(Debug)]
pub(super) struct CommitmentLine {
    pub(super) number: i32,
    pub(super) href: String,
    pub(super) title: Phrase,
    pub(super) shape: Shape,
    pub(super) cells: Vec<Shape>,
    pub(super) last_reported_on: Option<NaiveDate>,
    pub(super) is_late: bool,
    pub(super) is_sample: bool,
}

/// A programme with all that its page shows.
#[derive(Debug)]
struct Whole {
    programme: Programme,
    all: Vec<Programme>,
    phases: Vec<Phase>,
    axes: Vec<Axis>,
    commitments: HashMap<infitah_core::ground::ids::AxisId, Vec<Commitment>>,
    milestones: HashMap<CommitmentId, Vec<Milestone>>,
}

#[derive(Debug, Template)]
#[template(path = "public/no_programme.html")]
pub(super) struct NoProgrammePage {
    pub(super) page: Page,
}

/// `GET /L/programme`: the current one.
pub(crate) async fn current(visit: Visit) -> Answer {
    match programmes::current(&visit.scope).await? {
        Some(programme) => page(&ProgrammePage::of(&visit, gather(&visit, programme).await?)),
        None => page(&NoProgrammePage { page: visit.page(Room::Programme, "public-programme-none-title") }),
    }
}

/// `GET /L/programme/{cycle}`.
pub(crate) async fn show(visit: Visit, Path((_, cycle)): Path<(String, String)>) -> Answer {
    let programme = programmes::by_cycle(&visit.scope, &cycle).await?;
    page(&ProgrammePage::of(&visit, gather(&visit, programme).await?))
}

async fn gather(visit: &Visit, programme: Programme) -> Result<Whole> {
    let scope = &visit.scope;
    let all = programmes::list(scope).await?;
    let phases = programmes::phases(scope, &[programme.id]).await?.remove(&programme.id).unwrap_or_default();
    let axes =
        axes::by_programmes(scope, &[programme.id], None).await?.remove(&programme.id).unwrap_or_default();
    let ids: Vec<_> = axes.iter().map(|axis| axis.id).collect();
    let commitments = commitments::by_axes(scope, &ids, None).await?;
    let ids: Vec<_> = commitments.values().flatten().map(|commitment| commitment.id).collect();
    let milestones = milestones::by_commitments(scope, &ids, None).await?;
    Ok(Whole { programme, all, phases, axes, commitments, milestones })
}

impl ProgrammePage {
    fn of(visit: &Visit, whole: Whole) -> Self {
        let Whole { programme, all, phases, axes, commitments, milestones } = whole;
        let page = page_of(visit, &programme);
        let axes: Vec<AxisPart> = axes
            .iter()
            .map(|axis| {
                let own = commitments.get(&axis.id).map(Vec::as_slice).unwrap_or_default();
                AxisPart::of(&page, axis, own, &milestones)
            })
            .collect();
        let adoption_key = match programme.status {
            ProgrammeStatus::Preparing => "council-not-adopted",
            _ => "common-not-known",
        };
        Self {
            status_key: status_key(programme.status),
            adoption_key,
            has_commitments: axes.iter().any(|axis| !axis.commitments.is_empty()),
            steps: programme.step.map(|step| StepMark::all(&phases, Some(step))),
            others: all
                .into_iter()
                .filter(|other| other.id != programme.id)
                .map(|other| other.cycle)
                .collect(),
            axes,
            programme,
            page,
        }
    }
}

fn page_of(visit: &Visit, programme: &Programme) -> Page {
    let title = visit.words.plain("public-programme-title", &[("cycle", (&programme.cycle).into())]);
    let intro = visit.words.plain("public-programme-intro", &[]);
    Page::of(visit, Room::Programme, title).about(intro).sample_if(programme.is_sample)
}

impl AxisPart {
    fn of(
        page: &Page,
        axis: &Axis,
        own: &[Commitment],
        milestones: &HashMap<CommitmentId, Vec<Milestone>>,
    ) -> Self {
        let line = |commitment: &Commitment| {
            let own = milestones.get(&commitment.id).map(Vec::as_slice).unwrap_or_default();
            CommitmentLine::of(page, commitment, own)
        };
        Self {
            number: axis.number,
            title: page.titled(&axis.titles),
            progress: axis.progress,
            commitments: own.iter().map(line).collect(),
        }
    }
}

impl CommitmentLine {
    fn of(page: &Page, commitment: &Commitment, milestones: &[Milestone]) -> Self {
        Self {
            number: commitment.number,
            href: page.href(&format!(
                "/programme/{}/commitments/{}",
                commitment.programme_cycle, commitment.number
            )),
            title: page.titled(&commitment.titles),
            shape: Shape::of_status(commitment.status),
            cells: milestones.iter().map(|milestone| Shape::of_state(milestone.state)).collect(),
            last_reported_on: commitment.last_reported_on,
            is_late: commitment.is_late,
            is_sample: commitment.is_sample,
        }
    }
}
