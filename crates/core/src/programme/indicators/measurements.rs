//! The values of indicators. A value counts from the day it was entered until a correction takes
//! its place, so that any past day shows what was known then.

use std::collections::HashMap;

use chrono::NaiveDate;
use sea_orm::{FromQueryResult, Value};

use crate::ground::error::{Error, FieldError, Result};
use crate::ground::ids::{CommitmentId, IndicatorId, MeasurementId};
use crate::ground::input::Checks;
use crate::ground::localised::Localised;
use crate::ground::sql;
use crate::programme::reports;
use crate::programme::statements::Binds;
use crate::tenancy::collectivities;
use crate::tenancy::permission::Action;
use crate::tenancy::scope::{PublicScope, Scope};
use crate::trust::audit;

/// A value of an indicator.
#[derive(Debug, Clone, PartialEq, FromQueryResult)]
pub struct Measurement {
    /// Its id.
    pub id: MeasurementId,
    /// The value.
    pub value: f64,
    /// The day it was measured.
    pub measured_on: NaiveDate,
    /// What readers should know about it.
    pub notes: Localised,
    /// Where it was published.
    pub source_url: Option<String>,
    /// The value that it corrects.
    pub corrects: Option<MeasurementId>,
    /// The day it was entered.
    pub published_on: NaiveDate,
    /// Made up for demonstration.
    pub is_sample: bool,
}

/// What the staff enters as a value.
#[derive(Debug, Clone)]
pub struct MeasurementInput {
    /// The value.
    pub value: f64,
    /// The day it was measured, today at the latest.
    pub measured_on: NaiveDate,
    /// What readers should know about it.
    pub notes: Localised,
    /// Where it was published: an `http` or `https` address.
    pub source_url: Option<String>,
    /// The value of the same indicator that it corrects.
    pub corrects: Option<MeasurementId>,
}

#[derive(FromQueryResult)]
struct About {
    is_percentage: bool,
    is_sample: bool,
    member_live: bool,
}

/// Adds a value to an indicator.
///
/// # Errors
/// `NotFound`; `Invalid` for what is no number, a percentage beyond 0 to 100, a day ahead, or a
/// corrected value of another indicator; `Conflict` when that one was corrected already.
pub async fn measure(
    scope: &Scope,
    indicator: IndicatorId,
    input: MeasurementInput,
) -> Result<MeasurementId> {
    scope.require(Action::ReportProgress)?;
    let tx = scope.begin().await?;
    collectivities::raise_content_version(&tx, scope).await?;
    let about: Option<About> = sql::one(
        &tx,
        "SELECT is_percentage, is_sample, member_live FROM indicators WHERE tenant_id = $1 AND id = $2",
        [tx.tenant().into(), indicator.into()],
    )
    .await?;
    let about = about.ok_or(Error::NotFound("indicator"))?;
    let mut checks = Checks::default();
    super::value(&mut checks, "value", Some(input.value), about.is_percentage);
    if input.measured_on > scope.today() {
        checks.refuse(FieldError::new("measured_on", "field-invalid-date"));
    }
    let notes = checks.localised_block("notes", &input.notes, 5_000);
    let source_url = reports::link(&mut checks, "source_url", input.source_url.as_deref());
    checks.finish()?;
    if let Some(corrected) = input.corrects {
        let superseded = sql::run(
            &tx,
            "UPDATE measurements SET superseded_on = $4
             WHERE tenant_id = $1 AND id = $2 AND indicator_id = $3 AND superseded_on IS NULL",
            [tx.tenant().into(), corrected.into(), indicator.into(), scope.today().into()],
        )
        .await?;
        if superseded == 0 {
            return Err(Error::Conflict("report-corrected-meanwhile"));
        }
    }
    let id = MeasurementId(scope.new_id());
    let row: [(&str, Value); 13] = [
        ("tenant_id", tx.tenant().into()),
        ("id", id.into()),
        ("indicator_id", indicator.into()),
        ("value", input.value.into()),
        ("measured_on", input.measured_on.into()),
        ("notes", notes.into()),
        ("source_url", source_url.into()),
        ("corrects_id", input.corrects.into()),
        ("published_on", scope.today().into()),
        ("author_id", scope.person_id().into()),
        ("is_sample", about.is_sample.into()),
        ("member_live", about.member_live.into()),
        ("created_at", scope.now().into()),
    ];
    sql::insert(&tx, "measurements", row).await?;
    audit::record(&tx, scope, "measure", "indicator", indicator.0).await?;
    tx.commit().await?;
    collectivities::tell_changed(scope).await;
    Ok(id)
}

/// The values that count of all indicators of these commitments, the oldest first.
pub(super) async fn of_commitments(
    scope: &PublicScope,
    commitments: &[CommitmentId],
    as_of: Option<NaiveDate>,
) -> Result<HashMap<IndicatorId, Vec<Measurement>>> {
    #[derive(FromQueryResult)]
    struct Row {
        indicator: IndicatorId,
        #[sea_orm(nested)]
        measurement: Measurement,
    }
    let mut binds = Binds::default();
    let (ids, member) = (binds.list(commitments.iter().copied()), binds.member(scope, "c"));
    let counts = match as_of {
        None => "v.superseded_on IS NULL".to_owned(),
        Some(day) => {
            let day = binds.one(day);
            format!("v.published_on <= {day} AND (v.superseded_on IS NULL OR v.superseded_on > {day})")
        }
    };
    let text = format!(
        "SELECT v.indicator_id AS indicator, v.id, v.value, v.measured_on, v.notes, v.source_url,
           v.corrects_id AS corrects, v.published_on, v.is_sample
         FROM commitments c
         JOIN indicators i ON i.tenant_id = c.tenant_id AND i.commitment_id = c.id
         JOIN measurements v ON v.tenant_id = i.tenant_id AND v.indicator_id = i.id
         WHERE c.id IN ({ids}) AND c.is_published AND c.member_live{member} AND i.is_published AND i.member_live
           AND v.member_live AND {counts}
         ORDER BY v.measured_on, v.id"
    );
    let rows: Vec<Row> = sql::all(&scope.reads(), &text, binds.into_values()).await?;
    let mut found: HashMap<IndicatorId, Vec<Measurement>> = HashMap::new();
    for row in rows {
        found.entry(row.indicator).or_default().push(row.measurement);
    }
    Ok(found)
}
