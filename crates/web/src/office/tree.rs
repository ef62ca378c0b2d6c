//! The tree of a programme in the office: its axes, commitments and milestones at a look, and the
//! way to the form of each.

pub(super) mod axes;
pub(super) mod commitments;
pub(super) mod milestones;

use askama::Template;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use infitah_core::programme::editing;
use infitah_core::programme::programmes::ProgrammeStatus;
use infitah_core::tenancy::permission::Action;

use super::frames::Frame;
use super::programmes::{Done, ROOM, cycle_name, of_cycle};
use super::visits::Visit;
use crate::answers::{Answer, page_with};
use crate::words::Phrase;

/// The whole tree.
#[derive(Debug, Template)]
#[template(path = "office/tree.html")]
pub(crate) struct TreePage {
    pub(crate) frame: Frame,
    pub(crate) room: &'static str,
    pub(crate) cycle: String,
    pub(crate) back: Phrase,
    pub(crate) may_edit: bool,
    pub(crate) is_adopted: bool,
    pub(crate) may_import: bool,
    pub(crate) axes: Vec<Branch>,
}

/// An axis with what stands in it.
#[derive(Debug)]
pub(crate) struct Branch {
    pub(crate) id: String,
    pub(crate) number: i32,
    pub(crate) title: Option<Phrase>,
    pub(crate) commitments: Vec<Leaf>,
}

/// A commitment with the titles of its milestones.
#[derive(Debug)]
pub(crate) struct Leaf {
    pub(crate) id: String,
    pub(crate) number: i32,
    pub(crate) title: Option<Phrase>,
    pub(crate) milestones: Vec<(String, i32, Option<Phrase>)>,
}

/// `GET /office/programme/{cycle}/tree`.
pub(crate) async fn show(visit: Visit, Path(cycle): Path<String>, Query(after): Query<Done>) -> Answer {
    let programme = of_cycle(&visit, &cycle).await?;
    let tree = editing::tree(&visit.scope, programme.id).await?;
    let title = |texts| Phrase::written(texts, visit.locale());
    let mut axes: Vec<Branch> = tree
        .axes
        .iter()
        .map(|axis| Branch {
            id: axis.id.to_string(),
            number: axis.number,
            title: title(&axis.titles),
            commitments: Vec::new(),
        })
        .collect();
    for commitment in &tree.commitments {
        let leaf = Leaf {
            id: commitment.id.to_string(),
            number: commitment.number,
            title: title(&commitment.titles),
            milestones: commitment
                .milestones
                .iter()
                .map(|milestone| (milestone.id.to_string(), milestone.number, title(&milestone.titles)))
                .collect(),
        };
        if let Some(axis) = axes.iter_mut().find(|axis| axis.number == commitment.axis) {
            axis.commitments.push(leaf);
        }
    }
    let is_over = programme.status == ProgrammeStatus::Closed;
    let is_preparing = programme.status == ProgrammeStatus::Preparing;
    let tree = TreePage {
        frame: visit.frame("office-tree-title").after(&after.done),
        room: ROOM,
        back: cycle_name(&visit, &programme),
        may_edit: visit.permits(Action::RunProgramme) && !is_over,
        is_adopted: !is_preparing,
        may_import: visit.permits(Action::RunProgramme) && is_preparing && axes.is_empty(),
        axes,
        cycle: programme.cycle,
    };
    page_with(StatusCode::OK, &tree)
}

/// Where the tree of a cycle is, and all that is edited of it.
fn home(cycle: &str) -> String {
    format!("{ROOM}/{cycle}/tree")
}
