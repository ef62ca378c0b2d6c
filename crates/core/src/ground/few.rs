//! The first few rows of a list with how many there are in all, by one statement: what a page shows
//! that only says that something waits.

use sea_orm::{DbErr, FromQueryResult, QueryResult, Value};

use super::sql::{self, Source};

/// Rows that are shown at most.
pub const FEW: usize = 5;

/// A few rows, and how many there are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Few<T> {
    /// How many the whole list has.
    pub total: u64,
    /// The first of them, [`FEW`] at most.
    pub first: Vec<T>,
}

impl<T> Default for Few<T> {
    fn default() -> Self {
        Self { total: 0, first: Vec::new() }
    }
}

impl<T> Few<T> {
    /// Whether nothing is on the list.
    pub fn is_empty(&self) -> bool {
        self.total == 0
    }
}

/// A row with the length of its list, `COUNT(*) OVER () AS total`.
pub(crate) struct Counted<T> {
    pub(crate) total: i64,
    pub(crate) row: T,
}

impl<T: FromQueryResult> FromQueryResult for Counted<T> {
    fn from_query_result(row: &QueryResult, prefix: &str) -> Result<Self, DbErr> {
        Ok(Self { total: row.try_get(prefix, "total")?, row: T::from_query_result(row, prefix)? })
    }
}

/// The first few rows of a query that is in order and gives `COUNT(*) OVER () AS total`.
pub(crate) async fn few<T: FromQueryResult>(
    source: &impl Source,
    text: &str,
    values: impl IntoIterator<Item = Value> + Send,
) -> Result<Few<T>, DbErr> {
    let rows: Vec<Counted<T>> = sql::all(source, &format!("{text} LIMIT {FEW}"), values).await?;
    let total = rows.first().map_or(0, |row| row.total.unsigned_abs());
    Ok(Few { total, first: rows.into_iter().map(|row| row.row).collect() })
}
