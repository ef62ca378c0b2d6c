//! The pages of openness programmes: axes, commitments, and honest progress.

use askama::Template;
use axum::extract::{Path, Query};
use chrono::NaiveDate;
use infitah_core::ground::error::Result;
use infitah_core::ground::ids::{AxisId, CommitmentId};
use infitah_core::news::events::{self, EventCard};
use infitah_core::programme::axes::{self, Axis};
use infitah_core::programme::commitments::{self, Commitment};
use infitah_core::programme::committee::{self, CommitteeMember};
use infitah_core::programme::milestones::{self, Milestone};
use infitah_core::programme::programmes::{self, Phase, Programme, ProgrammeStatus};
use infitah_core::programme::progress::Progress;
use infitah_core::programme::revisions::{self, Revision};
use infitah_core::programme::sessions::{self, Session};
use infitah_core::programme::versions;
use std::collections::HashMap;

use super::changes::ChangeDay;
use super::council::{Seat, SessionLine};
use super::past::{Asked, Past};
use crate::answers::{Answer, page, page_with};
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
    pub(super) sessions: Vec<SessionLine>,
    /// Those on the follow-up committee who agreed to be named.
    pub(super) seats: Vec<Seat>,
    /// There is a draft to compare with what was adopted.
    pub(super) has_comparison: bool,
    pub(super) past: Past,
}

/// An axis with its commitments.
#[derive(Debug)]
pub(super) struct AxisPart {
    pub(super) number: i32,
    pub(super) title: Phrase,
    pub(super) progress: Progress,
    /// How its wording changed after the adoption, the latest first.
    pub(super) changes: Vec<ChangeDay>,
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
    commitments: HashMap<AxisId, Vec<Commitment>>,
    milestones: HashMap<CommitmentId, Vec<Milestone>>,
    revisions: HashMap<AxisId, Vec<Revision>>,
    sessions: Vec<Session>,
    events: Vec<EventCard>,
    committee: Vec<CommitteeMember>,
    has_comparison: bool,
}

#[derive(Debug, Template)]
#[template(path = "public/no_programme.html")]
pub(super) struct NoProgrammePage {
    pub(super) page: Page,
}

/// `GET /L/programme`: the current one.
pub(crate) async fn current(visit: Visit, Query(asked): Query<Asked>) -> Answer {
    match programmes::current(&visit.scope).await? {
        Some(programme) => answer(&visit, programme, &asked).await,
        None => page(&NoProgrammePage { page: visit.page(Room::Programme, "public-programme-none-title") }),
    }
}

/// `GET /L/programme/{cycle}`.
pub(crate) async fn show(
    visit: Visit,
    Path((_, cycle)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Answer {
    let programme = programmes::by_cycle(&visit.scope, &cycle).await?;
    answer(&visit, programme, &asked).await
}

async fn answer(visit: &Visit, programme: Programme, asked: &Asked) -> Answer {
    let past = Past::of(visit, asked);
    let programme = match past.on {
        None => programme,
        day => programmes::find(&visit.scope, programme.id, day).await?,
    };
    let whole = gather(visit, programme, past.on).await?;
    page_with(past.status(), &ProgrammePage::of(visit, whole, past))
}

async fn gather(visit: &Visit, programme: Programme, on: Option<NaiveDate>) -> Result<Whole> {
    let scope = &visit.scope;
    let all = programmes::list(scope).await?;
    let phases = programmes::phases(scope, &[programme.id]).await?.remove(&programme.id).unwrap_or_default();
    let axes =
        axes::by_programmes(scope, &[programme.id], on).await?.remove(&programme.id).unwrap_or_default();
    let ids: Vec<_> = axes.iter().map(|axis| axis.id).collect();
    let commitments = commitments::by_axes(scope, &ids, on).await?;
    let ids: Vec<_> = commitments.values().flatten().map(|commitment| commitment.id).collect();
    let milestones = milestones::by_commitments(scope, &ids, on).await?;
    let of = [programme.id];
    let revisions = revisions::of_axes(scope, &of).await?;
    let sessions = sessions::by_programmes(scope, &of).await?.remove(&programme.id).unwrap_or_default();
    let committee = committee::by_programmes(scope, &of).await?.remove(&programme.id).unwrap_or_default();
    let events = events::of_programme(scope, programme.id).await?;
    let has_comparison = versions::is_comparable(scope, programme.id).await?;
    Ok(Whole {
        programme,
        all,
        phases,
        axes,
        commitments,
        milestones,
        revisions,
        sessions,
        events,
        committee,
        has_comparison,
    })
}

impl ProgrammePage {
    fn of(visit: &Visit, whole: Whole, past: Past) -> Self {
        let Whole { programme, all, phases, axes, commitments, milestones, revisions, .. } = whole;
        let page = page_of(visit, &programme);
        let axes: Vec<AxisPart> = axes
            .iter()
            .map(|axis| {
                let own = commitments.get(&axis.id).map(Vec::as_slice).unwrap_or_default();
                let part = AxisPart::of(&page, axis, own, &milestones, &past);
                let changes = revisions.get(&axis.id).map(Vec::as_slice).unwrap_or_default();
                AxisPart { changes: ChangeDay::all(&page, changes), ..part }
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
            steps: programme.step.map(|step| steps(&page, &phases, step, &whole.events)),
            others: all
                .into_iter()
                .filter(|other| other.id != programme.id)
                .map(|other| other.cycle)
                .collect(),
            sessions: whole.sessions.iter().map(|session| SessionLine::of(&page, session)).collect(),
            seats: whole.committee.iter().map(|member| Seat::of(&page, member)).collect(),
            has_comparison: whole.has_comparison,
            past,
            axes,
            programme,
            page,
        }
    }
}

/// The eleven steps, each with the events that belong to it.
fn steps(page: &Page, phases: &[Phase], reached: i32, events: &[EventCard]) -> Vec<StepMark> {
    let mut marks = StepMark::all(phases, Some(reached));
    for (mark, step) in marks.iter_mut().zip(1..) {
        let own = events.iter().filter(|event| event.step == Some(step));
        mark.events = own.map(|event| (page.titled(&event.titles), page.href(&event.path()))).collect();
    }
    marks
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
        past: &Past,
    ) -> Self {
        let line = |commitment: &Commitment| {
            let own = milestones.get(&commitment.id).map(Vec::as_slice).unwrap_or_default();
            CommitmentLine::of(page, commitment, own, past)
        };
        Self {
            number: axis.number,
            title: page.titled(&axis.titles),
            progress: axis.progress,
            changes: Vec::new(),
            commitments: own.iter().map(line).collect(),
        }
    }
}

impl CommitmentLine {
    fn of(page: &Page, commitment: &Commitment, milestones: &[Milestone], past: &Past) -> Self {
        Self {
            number: commitment.number,
            href: page.href(&format!(
                "/programme/{}/commitments/{}{}",
                commitment.programme_cycle,
                commitment.number,
                past.suffix()
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
