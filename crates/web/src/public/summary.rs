//! A programme on one sheet of paper, for notice boards and council rooms: what was promised, what
//! was reported, and the way to the page itself, as letters and as a code for a camera.

use askama::Template;
use axum::extract::{Path, Query};
use chrono::NaiveDate;
use infitah_core::ground::error::Result;
use infitah_core::ground::ids::{AxisId, CommitmentId};
use infitah_core::programme::axes::{self, Axis};
use infitah_core::programme::commitments::{self, Commitment};
use infitah_core::programme::programmes::{self, Programme};
use infitah_core::programme::progress::Progress;
use infitah_core::programme::reporting;
use std::collections::HashMap;

use super::past::{Asked, Past};
use crate::answers::{Answer, page_with};
use crate::layout::{Page, Room};
use crate::qr::QrCode;
use crate::states::{Shape, status_key};
use crate::visits::Visit;
use crate::words::Phrase;

#[derive(Debug, Template)]
#[template(path = "public/summary.html")]
pub(super) struct SummaryPage {
    pub(super) page: Page,
    pub(super) programme: Programme,
    pub(super) status_key: &'static str,
    /// The step that the programme has reached, and the key of its name.
    pub(super) step: Option<(String, String)>,
    pub(super) axes: Vec<SummaryAxis>,
    pub(super) last_reported_on: Option<NaiveDate>,
    /// The day of the latest report with evidence; on the sheet of today only.
    pub(super) last_evidence_on: Option<Option<NaiveDate>>,
    /// Where the programme is published.
    pub(super) address: String,
    pub(super) code: QrCode,
    pub(super) printed_on: NaiveDate,
    pub(super) past: Past,
}

/// An axis with its commitments.
#[derive(Debug)]
pub(super) struct SummaryAxis {
    pub(super) number: i32,
    pub(super) title: Phrase,
    pub(super) progress: Progress,
    pub(super) lines: Vec<SummaryLine>,
}

/// A commitment with its state.
#[derive(Debug)]
pub(super) struct SummaryLine {
    pub(super) number: i32,
    pub(super) title: Phrase,
    pub(super) shape: Shape,
    pub(super) progress: Progress,
    pub(super) is_late: bool,
    pub(super) is_sample: bool,
}

/// A programme with what its sheet shows.
#[derive(Debug)]
struct Whole {
    programme: Programme,
    axes: Vec<Axis>,
    commitments: HashMap<AxisId, Vec<Commitment>>,
    last_evidence_on: Option<Option<NaiveDate>>,
}

/// `GET /L/programme/{cycle}/summary`.
pub(crate) async fn show(
    visit: Visit,
    Path((_, cycle)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Answer {
    let past = Past::of(&visit, &asked);
    let programme = programmes::by_cycle(&visit.scope, &cycle).await?;
    let whole = gather(&visit, programme, past.on).await?;
    page_with(past.status(), &SummaryPage::of(&visit, whole, past)?)
}

async fn gather(visit: &Visit, programme: Programme, on: Option<NaiveDate>) -> Result<Whole> {
    let (scope, id) = (&visit.scope, programme.id);
    let programme = match on {
        None => programme,
        day => programmes::find(scope, id, day).await?,
    };
    let axes = axes::by_programmes(scope, &[id], on).await?.remove(&id).unwrap_or_default();
    let ids: Vec<_> = axes.iter().map(|axis| axis.id).collect();
    let commitments = commitments::by_axes(scope, &ids, on).await?;
    let ids: Vec<CommitmentId> = commitments.values().flatten().map(|commitment| commitment.id).collect();
    let last_evidence_on = match on {
        None => {
            let fresh = reporting::freshness(scope, &ids).await?;
            Some(fresh.values().filter_map(|one| one.last_evidence_on).max())
        }
        Some(_) => None,
    };
    Ok(Whole { programme, axes, commitments, last_evidence_on })
}

impl SummaryPage {
    fn of(visit: &Visit, whole: Whole, past: Past) -> Result<Self> {
        let Whole { programme, axes, commitments, last_evidence_on } = whole;
        let title = visit.words.plain("summary-title", &[("cycle", (&programme.cycle).into())]);
        let made_up = commitments.values().flatten().any(|commitment| commitment.is_sample);
        let page = Page::of(visit, Room::Programme, title).sample_if(programme.is_sample || made_up);
        let address = format!("{}{}", page.site.url, page.href(&format!("/programme/{}", programme.cycle)));
        let own = |axis: &Axis| commitments.get(&axis.id).map(Vec::as_slice).unwrap_or_default();
        Ok(Self {
            status_key: status_key(programme.status),
            step: programme.step.map(|step| (step.to_string(), format!("step-{step}"))),
            axes: axes.iter().map(|axis| SummaryAxis::of(&page, axis, own(axis))).collect(),
            last_reported_on: commitments.values().flatten().filter_map(|one| one.last_reported_on).max(),
            last_evidence_on,
            code: QrCode::of(&address)?,
            address,
            printed_on: visit.scope.today(),
            past,
            programme,
            page,
        })
    }
}

impl SummaryAxis {
    fn of(page: &Page, axis: &Axis, commitments: &[Commitment]) -> Self {
        let line = |commitment: &Commitment| SummaryLine {
            number: commitment.number,
            title: page.titled(&commitment.titles),
            shape: Shape::of_status(commitment.status),
            progress: commitment.progress,
            is_late: commitment.is_late,
            is_sample: commitment.is_sample,
        };
        Self {
            number: axis.number,
            title: page.titled(&axis.titles),
            progress: axis.progress,
            lines: commitments.iter().map(line).collect(),
        }
    }
}
