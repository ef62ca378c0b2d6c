//! Edits the tree of a programme: axes, commitments, milestones. While it is prepared everything may
//! change; after its adoption nothing is withdrawn, what is added says when, and the wording that a
//! change replaces is kept as a revision; after its end nothing changes.

mod axes;
mod commitments;
mod milestones;

use chrono::NaiveDate;
use sea_orm::{FromQueryResult, Value};

use super::programmes::ProgrammeStatus;
use super::summaries;
use super::versions::{self, CommitmentVersion, VersionTree};
use crate::ground::database::TenantTx;
use crate::ground::error::{Error, FieldError, Result};
use crate::ground::ids::{CommitmentId, ProgrammeId};
use crate::ground::input::Checks;
use crate::ground::sql;
use crate::tenancy::collectivities;
use crate::tenancy::permission::Action;
use crate::tenancy::scope::Scope;
use crate::trust::audit::{self, Changes};
use uuid::Uuid;

pub use axes::{AxisInput, put_axis, remove_axis};
pub use commitments::{CommitmentInput, Opened, open_commitment, put_commitment, remove_commitment};
pub use milestones::{MilestoneInput, put_milestone, remove_milestone};

/// The tree of a programme of the tenant as it stands, public or not, for the office.
///
/// # Errors
/// `Denied`; a database fault. A programme that does not exist has an empty tree.
pub async fn tree(scope: &Scope, programme: ProgrammeId) -> Result<VersionTree> {
    scope.require(Action::ReadDraft)?;
    let tx = scope.begin_read().await?;
    let tree = versions::read(&tx, tx.tenant(), programme, None).await?;
    tx.commit().await?;
    Ok(tree)
}

/// What an edit has to know of the programme.
#[derive(FromQueryResult)]
pub(super) struct Ground {
    pub(super) programme: ProgrammeId,
    status: ProgrammeStatus,
    pub(super) starts_on: Option<NaiveDate>,
    pub(super) ends_on: Option<NaiveDate>,
    /// New rows are public at once.
    pub(super) is_shown: bool,
    pub(super) is_sample: bool,
    pub(super) member_live: bool,
}

impl Ground {
    /// The programme in the transaction of an edit; the caller has locked the tenant's row, so that
    /// numbers and bounds are counted one edit after the other.
    pub(super) async fn of(tx: &TenantTx, programme: ProgrammeId) -> Result<Self> {
        let ground: Option<Self> = sql::one(
            tx,
            "SELECT p.id AS programme, p.status, p.starts_on, p.ends_on, p.is_sample, p.member_live,
               (p.draft_published_on IS NOT NULL OR p.status <> 'preparing' OR EXISTS (
                 SELECT 1 FROM axes a
                 WHERE a.tenant_id = p.tenant_id AND a.programme_id = p.id AND a.is_published)) AS is_shown
             FROM programmes p WHERE p.tenant_id = $1 AND p.id = $2",
            [tx.tenant().into(), programme.into()],
        )
        .await?;
        let ground = ground.ok_or(Error::NotFound("programme"))?;
        if ground.status == ProgrammeStatus::Closed {
            return Err(Error::Conflict("cycle-is-closed"));
        }
        Ok(ground)
    }

    pub(super) fn is_adopted(&self) -> bool {
        self.status != ProgrammeStatus::Preparing
    }

    pub(super) fn must_be_in_preparation(&self) -> Result<()> {
        if self.is_adopted() { Err(Error::Conflict("tree-is-adopted")) } else { Ok(()) }
    }

    /// A day of the plan lies within the days of the programme.
    fn day(&self, checks: &mut Checks, field: &str, day: Option<NaiveDate>) {
        day_within(checks, field, day, (self.starts_on, self.ends_on));
    }
}

/// A day of a plan lies within the first and the last day of its programme.
pub(super) fn day_within(
    checks: &mut Checks,
    field: &str,
    day: Option<NaiveDate>,
    (starts_on, ends_on): (Option<NaiveDate>, Option<NaiveDate>),
) {
    let Some(day) = day else { return };
    if let Some(end) = ends_on.filter(|end| day > *end) {
        checks.refuse(FieldError::new(field, "tree-day-after-end").with("day", end));
    } else if let Some(start) = starts_on.filter(|start| day < *start) {
        checks.refuse(FieldError::new(field, "tree-day-before-start").with("day", start));
    }
}

fn days_in_order(checks: &mut Checks, field: &str, first: Option<NaiveDate>, last: Option<NaiveDate>) {
    if first.zip(last).is_some_and(|(first, last)| last < first) {
        checks.refuse(FieldError::new(field, "cycle-ends-before-start"));
    }
}

fn number(checks: &mut Checks, number: Option<i32>) {
    if number.is_some_and(|number| !(1..=999).contains(&number)) {
        checks.refuse(FieldError::new("number", "field-out-of-range").with("min", 1).with("max", 999));
    }
}

/// How many things a list holds, and the number after its last.
#[derive(FromQueryResult)]
struct Room {
    count: i64,
    next: i32,
}

impl Room {
    /// Counts the rows of a table that lie under one parent.
    async fn under(tx: &TenantTx, table: &str, parent: &str, id: Uuid) -> Result<Self> {
        let text = format!(
            "SELECT COUNT(*) AS count, COALESCE(MAX(number), 0) + 1 AS next FROM {table}
             WHERE tenant_id = $1 AND {parent} = $2"
        );
        let room: Option<Self> = sql::one(tx, &text, [tx.tenant().into(), id.into()]).await?;
        Ok(room.unwrap_or(Self { count: 0, next: 1 }))
    }

    fn holds_one_more(&self, most: usize) -> Result<()> {
        if usize::try_from(self.count).is_ok_and(|count| count < most) {
            return Ok(());
        }
        Err(Error::Invalid(vec![FieldError::new("number", "tree-is-full").with("max", most)]))
    }
}

/// A commitment as it stands, where a change of it has to leave a trace.
async fn before(
    tx: &TenantTx,
    ground: &Ground,
    commitment: CommitmentId,
) -> Result<Option<CommitmentVersion>> {
    if !ground.is_adopted() {
        return Ok(None);
    }
    Ok(versions::read(tx, tx.tenant(), ground.programme, Some(commitment)).await?.commitments.pop())
}

/// Keeps what a change replaced. A change that changed nothing leaves nothing.
async fn keep(
    tx: &TenantTx,
    scope: &Scope,
    ground: &Ground,
    before: Option<CommitmentVersion>,
) -> Result<()> {
    let Some(before) = before else { return Ok(()) };
    let after = versions::read(tx, tx.tenant(), ground.programme, Some(before.id)).await?.commitments.pop();
    if after.as_ref() == Some(&before) {
        return Ok(());
    }
    let row: [(&str, Value); 10] = [
        ("tenant_id", tx.tenant().into()),
        ("id", scope.new_id().into()),
        ("programme_id", ground.programme.into()),
        ("commitment_id", before.id.into()),
        ("changed_on", scope.today().into()),
        ("content", before.into()),
        ("author_id", scope.person_id().into()),
        ("is_published", true.into()),
        ("member_live", ground.member_live.into()),
        ("created_at", scope.now().into()),
    ];
    sql::insert(tx, "commitment_revisions", row).await?;
    Ok(())
}

/// Begins an edit: one writer of a tenant at a time.
pub(super) async fn begin(scope: &Scope) -> Result<TenantTx> {
    let tx = scope.begin().await?;
    collectivities::raise_content_version(&tx, scope).await?;
    Ok(tx)
}

/// Ends it: the member's counts, the audit, and the news of it.
pub(super) async fn finish(tx: TenantTx, scope: &Scope, action: &str, kind: &str, id: Uuid) -> Result<()> {
    finish_with(tx, scope, action, (kind, id), &Changes::new()).await
}

/// The same with what it changed.
pub(super) async fn finish_with(
    tx: TenantTx,
    scope: &Scope,
    action: &str,
    subject: (&str, Uuid),
    changes: &Changes,
) -> Result<()> {
    summaries::refresh(&tx, scope).await?;
    audit::record_with(&tx, scope, action, subject, changes).await?;
    tx.commit().await?;
    collectivities::tell_changed(scope).await;
    Ok(())
}

/// Nobody overtakes anybody without knowing.
fn unchanged(seen: &str, sign: &str) -> Result<()> {
    if seen == sign { Ok(()) } else { Err(Error::Conflict("tree-changed-meanwhile")) }
}

fn number_taken() -> Error {
    Error::invalid("number", "field-not-unique")
}
