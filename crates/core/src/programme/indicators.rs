//! Indicators: what a commitment is to bring about, in numbers. The measure itself may be edited;
//! its values are append-only like reports, and a correction is a new value.

mod measurements;

use std::collections::HashMap;

use chrono::NaiveDate;
use sea_orm::{FromQueryResult, Value};

use super::statements::{Binds, MOST_IDS};
use crate::ground::database::TenantTx;
use crate::ground::error::{Error, FieldError, Result};
use crate::ground::ids::{CommitmentId, IndicatorId, ProgrammeId};
use crate::ground::input::Checks;
use crate::ground::localised::Localised;
use crate::ground::sql;
use crate::tenancy::collectivities;
use crate::tenancy::permission::Action;
use crate::tenancy::scope::{PublicScope, Scope};
use crate::trust::audit;

pub use measurements::{Measurement, MeasurementInput, measure};

/// Indicators of a commitment at most.
pub const MOST_INDICATORS: i32 = 10;

/// A measure of what a commitment brings about, with its values.
#[derive(Debug, Clone, PartialEq, FromQueryResult)]
pub struct Indicator {
    /// Its id.
    pub id: IndicatorId,
    /// The commitment it belongs to.
    pub commitment: CommitmentId,
    /// Its number within the commitment, 1 to [`MOST_INDICATORS`].
    pub number: i32,
    /// What is measured.
    pub titles: Localised,
    /// In what, for example dirhams.
    pub units: Localised,
    /// Its values are from 0 to 100.
    pub is_percentage: bool,
    /// The value before the work began.
    pub baseline: Option<f64>,
    /// The day of that value.
    pub baseline_on: Option<NaiveDate>,
    /// The value to be reached.
    pub target: Option<f64>,
    /// When it is to be reached.
    pub target_on: Option<NaiveDate>,
    /// Made up for demonstration.
    pub is_sample: bool,
    /// Its values, the oldest first; corrected ones are left out.
    #[sea_orm(skip)]
    pub measurements: Vec<Measurement>,
}

/// What the staff says of an indicator.
#[derive(Debug, Clone)]
pub struct IndicatorInput {
    /// The commitment it belongs to.
    pub commitment: CommitmentId,
    /// Its number within the commitment.
    pub number: i32,
    /// What is measured.
    pub titles: Localised,
    /// In what.
    pub units: Localised,
    /// Its values are from 0 to 100.
    pub is_percentage: bool,
    /// The value before the work began.
    pub baseline: Option<f64>,
    /// The day of that value.
    pub baseline_on: Option<NaiveDate>,
    /// The value to be reached.
    pub target: Option<f64>,
    /// When it is to be reached.
    pub target_on: Option<NaiveDate>,
}

/// The indicators of these commitments by number, with their values of today or as they stood at
/// the end of a day; two statements for all. Published: all may call it.
///
/// # Errors
/// A database fault.
pub async fn by_commitments(
    scope: &PublicScope,
    commitments: &[CommitmentId],
    as_of: Option<NaiveDate>,
) -> Result<HashMap<CommitmentId, Vec<Indicator>>> {
    let mut found: HashMap<CommitmentId, Vec<Indicator>> = HashMap::new();
    for part in commitments.chunks(MOST_IDS) {
        let mut binds = Binds::default();
        let (ids, member) = (binds.list(part.iter().copied()), binds.member(scope, "c"));
        let text = format!(
            "SELECT i.id, i.commitment_id AS commitment, i.number, i.titles, i.units, i.is_percentage, i.baseline,
               i.baseline_on, i.target, i.target_on, i.is_sample
             FROM commitments c
             JOIN indicators i ON i.tenant_id = c.tenant_id AND i.commitment_id = c.id
             WHERE c.id IN ({ids}) AND c.is_published AND c.member_live{member} AND i.is_published AND i.member_live
             ORDER BY i.number"
        );
        let rows: Vec<Indicator> = sql::all(&scope.reads(), &text, binds.into_values()).await?;
        if rows.is_empty() {
            continue;
        }
        let mut values = measurements::of_commitments(scope, part, as_of).await?;
        for mut row in rows {
            row.measurements = values.remove(&row.id).unwrap_or_default();
            found.entry(row.commitment).or_default().push(row);
        }
    }
    Ok(found)
}

/// Adds an indicator, or changes the one with this id.
///
/// # Errors
/// `NotFound`; `Invalid` for numbers that are none; `Conflict` when the number is taken, or when
/// values exist and it would no longer be what they are of.
pub async fn put(scope: &Scope, id: Option<IndicatorId>, input: IndicatorInput) -> Result<IndicatorId> {
    scope.require(Action::RunProgramme)?;
    let (titles, units) = check(&input)?;
    let tx = scope.begin().await?;
    collectivities::raise_content_version(&tx, scope).await?;
    let about = about(&tx, input.commitment).await?;
    let fields: [Value; 10] = [
        tx.tenant().into(),
        input.commitment.into(),
        input.number.into(),
        titles.into(),
        units.into(),
        input.is_percentage.into(),
        input.baseline.into(),
        input.baseline_on.into(),
        input.target.into(),
        input.target_on.into(),
    ];
    let new = IndicatorId(scope.new_id());
    let done = match id {
        Some(id) => {
            let text = format!(
                "UPDATE indicators SET number = $3, titles = $4, units = $5, is_percentage = $6, baseline = $7,
                   baseline_on = $8, target = $9, target_on = $10
                 WHERE tenant_id = $1 AND commitment_id = $2 AND id = $11 AND (is_percentage = $6 OR NOT {MEASURED})"
            );
            sql::run(&tx, &text, fields.into_iter().chain([id.into()])).await
        }
        None => {
            let rest =
                [new.into(), about.programme_id.into(), about.is_sample.into(), about.member_live.into()];
            sql::run(
                &tx,
                "INSERT INTO indicators (tenant_id, commitment_id, number, titles, units, is_percentage, baseline,
                   baseline_on, target, target_on, id, programme_id, is_sample, member_live, is_published)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, TRUE)",
                fields.into_iter().chain(rest),
            )
            .await
        }
    };
    let touched = sql::or_taken(done, || Error::Conflict("field-not-unique"))?;
    let indicator = id.unwrap_or(new);
    if touched == 0 {
        return Err(refused(&tx, indicator).await?);
    }
    audit::record(&tx, scope, "put_indicator", "indicator", indicator.0).await?;
    tx.commit().await?;
    collectivities::tell_changed(scope).await;
    Ok(indicator)
}

/// Removes an indicator that was never measured.
///
/// # Errors
/// `NotFound`; `Conflict` when it has values, which stay.
pub async fn remove(scope: &Scope, id: IndicatorId) -> Result<()> {
    scope.require(Action::RunProgramme)?;
    let tx = scope.begin().await?;
    collectivities::raise_content_version(&tx, scope).await?;
    let text = format!("DELETE FROM indicators WHERE tenant_id = $1 AND id = $2 AND NOT {MEASURED}");
    if sql::run(&tx, &text, [tx.tenant().into(), id.into()]).await? == 0 {
        return Err(refused(&tx, id).await?);
    }
    audit::record(&tx, scope, "remove_indicator", "indicator", id.0).await?;
    tx.commit().await?;
    collectivities::tell_changed(scope).await;
    Ok(())
}

const MEASURED: &str = "EXISTS (SELECT 1 FROM measurements v
    WHERE v.tenant_id = indicators.tenant_id AND v.indicator_id = indicators.id)";

/// Why nothing was touched: it has values, or does not exist.
async fn refused(tx: &TenantTx, id: IndicatorId) -> Result<Error> {
    let found: Option<sql::Count> = sql::one(
        tx,
        "SELECT COUNT(*) AS count FROM measurements WHERE tenant_id = $1 AND indicator_id = $2",
        [tx.tenant().into(), id.into()],
    )
    .await?;
    let is_measured = found.is_some_and(|found| found.count > 0);
    Ok(if is_measured { Error::Conflict("indicator-measured") } else { Error::NotFound("indicator") })
}

/// What the rows of a commitment carry on.
#[derive(FromQueryResult)]
pub(super) struct About {
    pub(super) programme_id: ProgrammeId,
    pub(super) is_sample: bool,
    pub(super) is_published: bool,
    pub(super) member_live: bool,
}

pub(super) async fn about(tx: &TenantTx, commitment: CommitmentId) -> Result<About> {
    let about: Option<About> = sql::one(
        tx,
        "SELECT programme_id, is_sample, is_published, member_live FROM commitments WHERE tenant_id = $1 AND id = $2",
        [tx.tenant().into(), commitment.into()],
    )
    .await?;
    about.ok_or(Error::NotFound("commitment"))
}

fn check(input: &IndicatorInput) -> Result<(Localised, Localised)> {
    let mut checks = Checks::default();
    if !(1..=MOST_INDICATORS).contains(&input.number) {
        checks.refuse(range("number", 1, MOST_INDICATORS));
    }
    checks.required("titles", &input.titles);
    let titles = checks.localised_line("titles", &input.titles, 300);
    let units = checks.localised_line("units", &input.units, 60);
    value(&mut checks, "baseline", input.baseline, input.is_percentage);
    value(&mut checks, "target", input.target, input.is_percentage);
    checks.finish()?;
    Ok((titles, units))
}

/// A value is a number, and of a hundred where it is a percentage.
fn value(checks: &mut Checks, field: &str, value: Option<f64>, is_percentage: bool) {
    let Some(value) = value else { return };
    if !value.is_finite() {
        checks.refuse(FieldError::new(field, "field-unknown-value"));
    } else if is_percentage && !(0.0..=100.0).contains(&value) {
        checks.refuse(range(field, 0, 100));
    }
}

fn range(field: &str, min: i32, max: i32) -> FieldError {
    FieldError::new(field, "field-out-of-range").with("min", min).with("max", max)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_numbers_and_percentages_are_of_a_hundred() {
        for (number, is_percentage, good) in [
            (0.0, true, true),
            (100.0, true, true),
            (100.01, true, false),
            (-0.1, true, false),
            (-5.0, false, true),
            (1e12, false, true),
            (f64::NAN, false, false),
            (f64::INFINITY, false, false),
            (f64::NAN, true, false),
        ] {
            let mut checks = Checks::default();
            value(&mut checks, "value", Some(number), is_percentage);
            assert_eq!(checks.finish().is_ok(), good, "{number} {is_percentage}");
        }
    }
}
