//! The cycle of a programme as DGCT's method has it: eleven steps with planned and actual days, and
//! the verbs that move it from its preparation to its end. What the method does not allow is
//! refused with a reason; what real life does (slips, a second vote, an extraordinary session) is
//! not.

mod facts;
mod needing;
mod phases;
mod rules;
mod verbs;

use chrono::NaiveDate;
use sea_orm::{FromQueryResult, Value};

use super::programmes::{Origin, ProgrammeStatus};
use super::reports::link;
use super::summaries;
use crate::ground::database::TenantTx;
use crate::ground::error::{Error, FieldError, Result};
use crate::ground::ids::ProgrammeId;
use crate::ground::input::Checks;
use crate::ground::localised::Localised;
use crate::ground::sql;
use crate::tenancy::collectivities;
use crate::tenancy::permission::Action;
use crate::tenancy::scope::Scope;
use crate::trust::audit::{self, Changes};

pub use facts::facts;
pub use needing::StepLine;
pub(crate) use needing::steps_due;
pub use phases::{clear_phase, finish_phase, note_phase, plan_phase, start_phase};
pub use rules::{Facts, Standing, Verb, Vote, next};
pub use verbs::{adopt, begin_evaluation, begin_implementation, close, publish_draft, validate_draft};

/// The steps of the cycle.
pub const STEPS: std::ops::RangeInclusive<i32> = 1..=11;

/// A programme to prepare.
#[derive(Debug, Clone)]
pub struct NewProgramme {
    /// Its two years, `2026-2027`; unique within the member.
    pub cycle: String,
    /// What readers should know about it.
    pub notes: Localised,
    /// Its first day.
    pub starts_on: Option<NaiveDate>,
    /// Its last day.
    pub ends_on: Option<NaiveDate>,
    /// Months between two reports on each of its milestones, 1 to 12.
    pub report_every_months: i32,
}

/// What can be changed of a programme.
#[derive(Debug, Clone)]
pub struct ProgrammeInput {
    /// What readers should know about it.
    pub notes: Localised,
    /// Where it is published.
    pub source_url: Option<String>,
    /// Its first day.
    pub starts_on: Option<NaiveDate>,
    /// Its last day.
    pub ends_on: Option<NaiveDate>,
    /// Months between two reports on each of its milestones, 1 to 12.
    pub report_every_months: i32,
}

/// Opens the preparation of a programme, with its eleven steps and no days. Everybody sees from
/// then on that it is being prepared, and its tree once the draft is published.
///
/// # Errors
/// `Denied`; `Invalid` with every broken rule.
pub async fn create(scope: &Scope, new: NewProgramme) -> Result<ProgrammeId> {
    scope.require(Action::RunProgramme)?;
    let mut checks = Checks::default();
    let cycle = new.cycle.trim().to_owned();
    if !is_two_years(&cycle) {
        checks.refuse(FieldError::new("cycle", "cycle-two-years"));
    }
    let input = ProgrammeInput {
        notes: new.notes,
        source_url: None,
        starts_on: new.starts_on,
        ends_on: new.ends_on,
        report_every_months: new.report_every_months,
    };
    let input = check(checks, input)?;
    let id = ProgrammeId(scope.new_id());
    let tx = scope.begin().await?;
    collectivities::raise_content_version(&tx, scope).await?;
    let live = is_live(&tx).await?;
    let row: [(&str, Value); 15] = [
        ("tenant_id", tx.tenant().into()),
        ("id", id.into()),
        ("cycle", cycle.into()),
        ("origin", Origin::Council.code().into()),
        ("status", ProgrammeStatus::Preparing.code().into()),
        ("notes", input.notes.into()),
        ("starts_on", input.starts_on.into()),
        ("ends_on", input.ends_on.into()),
        ("report_every_months", input.report_every_months.into()),
        ("is_sample", scope.tenant().is_sample.into()),
        ("is_published", true.into()),
        ("member_live", live.into()),
        ("version", 1.into()),
        ("created_at", scope.now().into()),
        ("updated_at", scope.now().into()),
    ];
    sql::or_taken(sql::insert(&tx, "programmes", row).await, || Error::invalid("cycle", "cycle-taken"))?;
    let phases: Vec<Vec<Value>> = STEPS
        .map(|step| {
            let phase: [Value; 6] =
                [tx.tenant().into(), scope.new_id().into(), id.into(), step.into(), true.into(), live.into()];
            phase.to_vec()
        })
        .collect();
    let columns = ["tenant_id", "id", "programme_id", "step", "is_published", "member_live"];
    sql::insert_all(&tx, "phases", &columns, phases).await?;
    finish(tx, scope, "create_programme", id, Changes::new()).await?;
    Ok(id)
}

/// Changes what is said of a programme that is at the version seen.
///
/// # Errors
/// `Denied`; `NotFound`; `Conflict` when it changed meanwhile; `Invalid` with every broken rule.
pub async fn change(scope: &Scope, id: ProgrammeId, seen: i32, input: ProgrammeInput) -> Result<()> {
    scope.require(Action::RunProgramme)?;
    let input = check(Checks::default(), input)?;
    let tx = scope.begin().await?;
    collectivities::raise_content_version(&tx, scope).await?;
    if facts::load(&tx, id).await?.standing.version != seen {
        return Err(Error::Conflict("programme-changed-meanwhile"));
    }
    let latest_due = latest_due(&tx, id).await?;
    if input.ends_on.zip(latest_due).is_some_and(|(ends_on, due_on)| due_on > ends_on) {
        return Err(Error::invalid("ends_on", "cycle-milestones-after-end"));
    }
    let changes = said(&tx, id).await?.differences(&input);
    let values: [Value; 8] = [
        tx.tenant().into(),
        id.into(),
        input.notes.into(),
        input.source_url.into(),
        input.starts_on.into(),
        input.ends_on.into(),
        input.report_every_months.into(),
        scope.now().into(),
    ];
    sql::run(
        &tx,
        "UPDATE programmes SET notes = $3, source_url = $4, starts_on = $5, ends_on = $6,
           report_every_months = $7, updated_at = $8, version = version + 1 WHERE tenant_id = $1 AND id = $2",
        values,
    )
    .await?;
    finish(tx, scope, "change_programme", id, changes).await
}

/// What is said of a programme now.
#[derive(FromQueryResult)]
struct Said {
    notes: Localised,
    source_url: Option<String>,
    starts_on: Option<NaiveDate>,
    ends_on: Option<NaiveDate>,
    report_every_months: i32,
}

async fn said(tx: &TenantTx, id: ProgrammeId) -> Result<Said> {
    let found: Option<Said> = sql::one(
        tx,
        "SELECT notes, source_url, starts_on, ends_on, report_every_months FROM programmes
         WHERE tenant_id = $1 AND id = $2",
        [tx.tenant().into(), id.into()],
    )
    .await?;
    found.ok_or(Error::NotFound("programme"))
}

impl Said {
    fn differences(self, input: &ProgrammeInput) -> Changes {
        Changes::new()
            .texts("notes", &self.notes, &input.notes)
            .field("source_url", self.source_url, input.source_url.clone())
            .day("starts_on", self.starts_on, input.starts_on)
            .day("ends_on", self.ends_on, input.ends_on)
            .field("report_every_months", self.report_every_months, input.report_every_months)
    }
}

/// Ends a transaction that changed a programme: its member's counts, the audit, and the news of it.
async fn finish(
    tx: TenantTx,
    scope: &Scope,
    action: &str,
    programme: ProgrammeId,
    changes: Changes,
) -> Result<()> {
    summaries::refresh(&tx, scope).await?;
    audit::record_with(&tx, scope, action, ("programme", programme.0), &changes).await?;
    tx.commit().await?;
    collectivities::tell_changed(scope).await;
    Ok(())
}

fn check(mut checks: Checks, input: ProgrammeInput) -> Result<ProgrammeInput> {
    let notes = checks.localised_block("notes", &input.notes, 5_000);
    let source_url = link(&mut checks, "source_url", input.source_url.as_deref());
    if input.starts_on.zip(input.ends_on).is_some_and(|(first, last)| last < first) {
        checks.refuse(FieldError::new("ends_on", "cycle-ends-before-start"));
    }
    if !(1..=12).contains(&input.report_every_months) {
        checks.refuse(
            FieldError::new("report_every_months", "field-out-of-range").with("min", 1).with("max", 12),
        );
    }
    checks.finish()?;
    Ok(ProgrammeInput { notes, source_url, ..input })
}

/// Two years that follow each other, `2026-2027`.
fn is_two_years(cycle: &str) -> bool {
    let year = |text: &str| -> Option<u32> {
        let is_year = text.len() == 4 && text.bytes().all(|digit| digit.is_ascii_digit());
        text.parse().ok().filter(|year| is_year && (2000..2100).contains(year))
    };
    let years = cycle.split_once('-').and_then(|(first, second)| year(first).zip(year(second)));
    years.is_some_and(|(first, second)| second == first + 1)
}

/// Whether the tenant's site is open, which its new rows have to carry.
pub(super) async fn is_live(tx: &TenantTx) -> Result<bool> {
    #[derive(FromQueryResult)]
    struct Open {
        status: String,
    }
    let found: Option<Open> =
        sql::one(tx, "SELECT status FROM collectivities WHERE id = $1", [tx.tenant().into()]).await?;
    Ok(found.is_some_and(|row| row.status == "active"))
}

async fn latest_due(tx: &TenantTx, programme: ProgrammeId) -> Result<Option<NaiveDate>> {
    #[derive(FromQueryResult)]
    struct Latest {
        due_on: Option<NaiveDate>,
    }
    let found: Option<Latest> = sql::one(
        tx,
        "SELECT MAX(due_on) AS due_on FROM milestones WHERE tenant_id = $1 AND programme_id = $2",
        [tx.tenant().into(), programme.into()],
    )
    .await?;
    Ok(found.and_then(|row| row.due_on))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cycles_are_two_years_in_a_row() {
        for (cycle, good) in [
            ("2026-2027", true),
            ("2024-2025", true),
            ("2026-2028", false),
            ("2027-2026", false),
            ("2026", false),
            ("2026-27", false),
            ("٢٠٢٦-٢٠٢٧", false),
            ("+026-2027", false),
            ("1926-1927", false),
            ("", false),
        ] {
            assert_eq!(is_two_years(cycle), good, "{cycle:?}");
        }
    }
}
