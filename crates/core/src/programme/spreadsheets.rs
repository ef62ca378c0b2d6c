//! Programmes as spreadsheets, in and out: one flat sheet with a row for each milestone, because CSV
//! has one sheet only and a focal point reads it from top to bottom. Rows are joined by the numbers
//! of axis, commitment and milestone. An axis without commitments and a commitment without milestones
//! have a row of their own. Indicators are left out: they are entered in the office.
//!
//! The rule of import is the simplest that loses nothing: the programme is in preparation and has no
//! axis yet. A file with a mistake changes nothing; all mistakes are told at once, each at its cell.
//! Cells that were merged are refused, and so are formulas, whose kept value nobody has looked at.

mod columns;
mod problems;
mod reading;
mod stored;
mod tables;
mod trees;
mod values;
mod writing;

use bytes::Bytes;
use tokio::sync::Semaphore;

use super::editing::{self, Ground};
use super::programmes::{self, Programme, ProgrammeStatus};
use super::seeding::{self, SeedAxis, Shown};
use crate::Locale;
use crate::ground::database::TenantTx;
use crate::ground::error::{Error, Result};
use crate::ground::ids::ProgrammeId;
use crate::ground::sql;
use crate::tenancy::permission::Action;
use crate::tenancy::scope::Scope;

pub use problems::{MOST_SHOWN, Problem, Problems};
pub use reading::MOST_ROWS;
pub use writing::Format;

/// Files that are read or written at once; each may take a good part of a second and of the memory.
static DESKS: Semaphore = Semaphore::const_new(2);

/// How much a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counts {
    /// Axes.
    pub axes: usize,
    /// Commitments.
    pub commitments: usize,
    /// Milestones.
    pub milestones: usize,
}

/// What a file would make of a programme.
#[derive(Debug, Clone)]
pub struct Plan {
    axes: Vec<SeedAxis>,
}

/// What became of a file.
#[derive(Debug, Clone)]
pub enum Outcome {
    /// It is good.
    Good(Plan),
    /// It has mistakes, and nothing was written.
    Refused(Problems),
}

impl Plan {
    /// How much it holds.
    pub fn counts(&self) -> Counts {
        let commitments = || self.axes.iter().flat_map(|axis| &axis.commitments);
        Counts {
            axes: self.axes.len(),
            commitments: commitments().count(),
            milestones: commitments().map(|commitment| commitment.milestones.len()).sum(),
        }
    }

    /// The plan as text that [`import`] reads, for a form that carries it to the next page.
    ///
    /// # Errors
    /// `Internal` only.
    pub fn carried(&self) -> Result<String> {
        writing::carried(&self.axes)
    }
}

/// The programme that an import goes to: the one of a cycle, or the only one in preparation.
///
/// # Errors
/// `Denied`; `Conflict` when there is none, or none is named of several.
pub async fn target(scope: &Scope, cycle: Option<&str>) -> Result<Programme> {
    scope.require(Action::RunProgramme)?;
    let mut all = programmes::list(scope.public()).await?;
    match cycle {
        Some(cycle) => all.retain(|programme| programme.cycle == cycle),
        None => all.retain(|programme| programme.status == ProgrammeStatus::Preparing),
    }
    let programme = all.pop().ok_or(Error::Conflict("sheet-no-programme"))?;
    if all.is_empty() { Ok(programme) } else { Err(Error::Conflict("sheet-which-programme")) }
}

/// Whether a programme takes a file at all.
///
/// # Errors
/// `Denied`; `NotFound`; `Conflict` when it is adopted or has a tree already.
pub async fn require_room(scope: &Scope, programme: ProgrammeId) -> Result<()> {
    scope.require(Action::RunProgramme)?;
    let tx = scope.begin_read().await?;
    room(&tx, programme).await?;
    tx.commit().await?;
    Ok(())
}

/// Says what a file would make of a programme, and writes nothing.
///
/// # Errors
/// `Denied`; `NotFound`; `Conflict` when the programme is adopted or has a tree already.
pub async fn examine(scope: &Scope, programme: ProgrammeId, file: Bytes) -> Result<Outcome> {
    scope.require(Action::RunProgramme)?;
    let read = read(file).await?;
    let tx = scope.begin_read().await?;
    let ground = room(&tx, programme).await?;
    tx.commit().await?;
    Ok(read.judged(scope, &ground))
}

/// Makes the tree of a programme from a file, all of it or nothing.
///
/// # Errors
/// `Denied`; `NotFound`; `Conflict` when the programme is adopted or has a tree already.
pub async fn import(scope: &Scope, programme: ProgrammeId, file: Bytes) -> Result<Outcome> {
    scope.require(Action::RunProgramme)?;
    let read = read(file).await?;
    let tx = editing::begin(scope).await?;
    let ground = room(&tx, programme).await?;
    let outcome = read.judged(scope, &ground);
    let Outcome::Good(plan) = &outcome else { return Ok(outcome) };
    let shown = Shown { tree: ground.is_shown, live: ground.member_live };
    seeding::insert_tree(&tx, scope, programme, shown, plan.axes.clone()).await?;
    editing::finish(tx, scope, "import_programme", "programme", programme.0).await?;
    Ok(outcome)
}

/// The tree of a programme as a file that [`import`] reads, with headings in a language.
///
/// # Errors
/// `Denied`; a database fault. A programme that does not exist has an empty tree.
pub async fn export(
    scope: &Scope,
    programme: ProgrammeId,
    format: Format,
    locale: Locale,
) -> Result<Vec<u8>> {
    scope.require(Action::ReadDraft)?;
    let tx = scope.begin_read().await?;
    let axes = stored::axes(&tx, programme).await?;
    tx.commit().await?;
    let today = scope.today();
    at_a_desk(move || writing::tree(format, locale, today, &axes)).await?.map_err(Error::internal)?
}

/// An empty sheet to fill in, with headings in a language and the codes explained.
///
/// # Errors
/// `Denied`.
pub async fn template(scope: &Scope, format: Format, locale: Locale) -> Result<Vec<u8>> {
    scope.require(Action::ReadDraft)?;
    let today = scope.today();
    at_a_desk(move || writing::template(format, locale, today)).await?.map_err(Error::internal)?
}

/// A file as it was read, before the days of the programme are known.
struct Read {
    sheet: Option<String>,
    tree: trees::Tree,
    head: trees::Head,
    problems: Problems,
}

async fn read(file: Bytes) -> Result<Read> {
    let work = move || {
        let table = reading::read(&file)?;
        let (tree, head, problems) = trees::grow(&table);
        Ok(Read { sheet: table.sheet, tree, head, problems })
    };
    // A library that falls over a file has not read it.
    let read = at_a_desk(work).await?.unwrap_or_else(|_| Err(Problem::of_file("sheet-not-a-spreadsheet")));
    let refused = |problem: Problem| Read {
        sheet: None,
        tree: trees::Tree::default(),
        head: trees::Head::default(),
        problems: problem.into(),
    };
    Ok(read.unwrap_or_else(refused))
}

/// Does slow work off the threads that serve requests, a little at a time.
async fn at_a_desk<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<std::result::Result<T, tokio::task::JoinError>> {
    let _desk = DESKS.acquire().await.map_err(Error::internal)?;
    Ok(tokio::task::spawn_blocking(work).await)
}

impl Read {
    fn judged(mut self, scope: &Scope, ground: &Ground) -> Outcome {
        let bounds = trees::Bounds { starts_on: ground.starts_on, ends_on: ground.ends_on };
        let mut axes = self.tree.judged(&self.head, scope.today(), bounds, &mut self.problems);
        if !self.problems.is_empty() {
            return Outcome::Refused(self.problems.sorted(self.sheet.as_deref()));
        }
        for axis in &mut axes {
            axis.is_sample = ground.is_sample;
            for commitment in &mut axis.commitments {
                commitment.is_sample = ground.is_sample;
                commitment.milestones.iter_mut().for_each(|milestone| milestone.is_sample = ground.is_sample);
            }
        }
        Outcome::Good(Plan { axes })
    }
}

/// The programme, if it is in preparation and has no tree.
async fn room(tx: &TenantTx, programme: ProgrammeId) -> Result<Ground> {
    let ground = Ground::of(tx, programme).await?;
    if ground.is_adopted() {
        return Err(Error::Conflict("sheet-programme-adopted"));
    }
    let axes: Option<sql::Count> = sql::one(
        tx,
        "SELECT COUNT(*) AS count FROM axes WHERE tenant_id = $1 AND programme_id = $2",
        [tx.tenant().into(), programme.into()],
    )
    .await?;
    if axes.is_some_and(|axes| axes.count > 0) {
        return Err(Error::Conflict("sheet-tree-not-empty"));
    }
    Ok(ground)
}
