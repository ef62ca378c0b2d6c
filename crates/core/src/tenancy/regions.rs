//! The twelve regions: a reference list that belongs to no tenant.

use infitah_i18n::Locale;
use sea_orm::FromQueryResult;

use super::hub::Hub;
use super::scope::PublicScope;
use crate::ground::error::Result;
use crate::ground::localised::Localised;
use crate::ground::sql;

/// One of the twelve regions.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Region {
    /// HCP code, `01` to `12`.
    pub code: String,
    /// ISO 3166-2 code, `MA-01` to `MA-12`.
    pub iso: String,
    /// Its names.
    pub names: Localised,
    /// Inhabitants (HCP, RGPH 2024).
    pub population: Option<i64>,
}

impl Region {
    /// The name in a language.
    pub fn name(&self, locale: Locale) -> &str {
        self.names.text(locale)
    }
}

/// All regions in the order of their codes. Public facts: all may read them.
///
/// # Errors
/// A database fault.
pub async fn list(scope: &PublicScope) -> Result<Vec<Region>> {
    Ok(sql::all(&scope.reads(), "SELECT code, iso, names, population FROM regions ORDER BY code", []).await?)
}

/// Writes the reference list anew; an operator's command.
///
/// # Errors
/// A database fault.
pub async fn put_all(hub: &Hub, regions: Vec<Region>) -> Result<()> {
    let tx = hub.database().begin(crate::ground::ids::TenantId(uuid::Uuid::nil())).await?;
    for region in regions {
        // Twelve rows, once in the life of an installation.
        sql::run(
            &tx,
            "INSERT INTO regions (code, iso, names, population) VALUES ($1, $2, $3, $4)
             ON CONFLICT (code) DO UPDATE SET iso = excluded.iso, names = excluded.names, population = excluded.population",
            [region.code.into(), region.iso.into(), region.names.into(), region.population.into()],
        )
        .await?;
    }
    Ok(tx.commit().await?)
}
