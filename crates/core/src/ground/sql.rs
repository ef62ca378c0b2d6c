//! The few functions through which every statement goes, so that statements can be counted and
//! no SQL text reaches a span. Placeholders are `$1`, `$2`, ... on both engines.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use sea_orm::{
    ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr, ExecResult, FromQueryResult,
    QueryResult, SqlErr, Statement, Value,
};

use super::error::Error;

/// Something statements can be sent through: a pool for single reads, or a transaction.
pub(crate) trait Source: Send + Sync {
    /// The pool or transaction.
    fn handle(&self) -> Handle<'_>;
    /// Counts the statements of this database.
    fn counter(&self) -> &AtomicU64;
    /// Hears of a statement that failed, and says where a read may be tried once more.
    fn after(&self, _tried: &Handle<'_>, _error: &DbErr) -> Option<Handle<'_>> {
        None
    }
}

/// How long a read of the replica may take before the primary is asked instead: a server that is
/// cut off says nothing at all.
const REPLICA_PATIENCE: Duration = Duration::from_secs(2);

/// A pool or a transaction of it.
pub(crate) enum Handle<'a> {
    /// Any connection of a pool.
    Pool(&'a DatabaseConnection),
    /// Any connection of the replica's pool, for as long as reads there may take.
    Replica(&'a DatabaseConnection),
    /// The connection of a transaction.
    Transaction(&'a DatabaseTransaction),
}

impl Handle<'_> {
    fn backend(&self) -> DbBackend {
        match self {
            Self::Pool(pool) | Self::Replica(pool) => ConnectionTrait::get_database_backend(*pool),
            Self::Transaction(transaction) => ConnectionTrait::get_database_backend(*transaction),
        }
    }

    async fn query(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        match self {
            Self::Pool(pool) => pool.query_all_raw(statement).await,
            Self::Replica(pool) => {
                let late = || DbErr::Custom("the replica took too long".to_owned());
                let read = tokio::time::timeout(REPLICA_PATIENCE, pool.query_all_raw(statement));
                read.await.unwrap_or_else(|_| Err(late()))
            }
            Self::Transaction(transaction) => transaction.query_all_raw(statement).await,
        }
    }

    async fn execute(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        match self {
            Self::Pool(pool) | Self::Replica(pool) => pool.execute_raw(statement).await,
            Self::Transaction(transaction) => transaction.execute_raw(statement).await,
        }
    }
}

/// The value with every NUL replaced: PostgreSQL knows no text that holds one, and what is asked
/// for by such a text must not be found rather than be a fault. Input rules refuse it on writing.
fn storable(value: Value) -> Value {
    match value {
        Value::String(Some(text)) if text.contains('\0') => text.replace('\0', "\u{fffd}").into(),
        value => value,
    }
}

/// All rows of a query.
pub(crate) async fn all<T: FromQueryResult>(
    source: &impl Source,
    sql: &str,
    values: impl IntoIterator<Item = Value> + Send,
) -> Result<Vec<T>, DbErr> {
    let handle = source.handle();
    source.counter().fetch_add(1, Ordering::Relaxed);
    let statement = Statement::from_sql_and_values(handle.backend(), sql, values.into_iter().map(storable));
    let rows = match handle.query(statement.clone()).await {
        Ok(rows) => rows,
        Err(error) => match source.after(&handle, &error) {
            Some(other) => other.query(statement).await.inspect_err(|error| hear(source, &other, error))?,
            None => return Err(error),
        },
    };
    rows.iter().map(|row| T::from_query_result(row, "")).collect()
}

/// Tells of a failure after which nothing is tried again.
fn hear(source: &impl Source, tried: &Handle<'_>, error: &DbErr) {
    source.after(tried, error);
}

/// The first row of a query, if any.
pub(crate) async fn one<T: FromQueryResult>(
    source: &impl Source,
    sql: &str,
    values: impl IntoIterator<Item = Value> + Send,
) -> Result<Option<T>, DbErr> {
    Ok(all(source, sql, values).await?.into_iter().next())
}

/// Runs a statement and says how many rows it touched.
pub(crate) async fn run(
    source: &impl Source,
    sql: &str,
    values: impl IntoIterator<Item = Value> + Send,
) -> Result<u64, DbErr> {
    let handle = source.handle();
    source.counter().fetch_add(1, Ordering::Relaxed);
    let statement = Statement::from_sql_and_values(handle.backend(), sql, values.into_iter().map(storable));
    let done = handle.execute(statement).await.inspect_err(|error| hear(source, &handle, error));
    Ok(done?.rows_affected())
}

/// Inserts one row.
pub(crate) async fn insert<const N: usize>(
    source: &impl Source,
    table: &str,
    row: [(&str, Value); N],
) -> Result<(), DbErr> {
    let columns: Vec<&str> = row.iter().map(|(column, _)| *column).collect();
    let values: Vec<Value> = row.into_iter().map(|(_, value)| value).collect();
    insert_all(source, table, &columns, vec![values]).await
}

/// Inserts many rows with as few statements as the engines' limits on parameters allow.
pub(crate) async fn insert_all(
    source: &impl Source,
    table: &str,
    columns: &[&str],
    rows: Vec<Vec<Value>>,
) -> Result<(), DbErr> {
    /// SQLite takes 32,766 parameters, PostgreSQL 65,535.
    const PARAMETERS: usize = 30_000;
    let mut rows = rows.into_iter().peekable();
    while rows.peek().is_some() {
        let chunk: Vec<Vec<Value>> = rows.by_ref().take(PARAMETERS / columns.len().max(1)).collect();
        let tuples: Vec<String> = (0..chunk.len())
            .map(|row| {
                let places: Vec<String> =
                    (1..=columns.len()).map(|column| format!("${}", row * columns.len() + column)).collect();
                format!("({})", places.join(", "))
            })
            .collect();
        let sql = format!("INSERT INTO {table} ({}) VALUES {}", columns.join(", "), tuples.join(", "));
        run(source, &sql, chunk.into_iter().flatten()).await?;
    }
    Ok(())
}

/// Turns the breach of a unique key into the error that people understand.
pub(crate) fn or_taken<T>(result: Result<T, DbErr>, taken: impl FnOnce() -> Error) -> Result<T, Error> {
    result.map_err(|error| match error.sql_err() {
        Some(SqlErr::UniqueConstraintViolation(_)) => taken(),
        _ => error.into(),
    })
}

/// A single number, for counts.
#[derive(Debug, FromQueryResult)]
pub(crate) struct Count {
    pub(crate) count: i64,
}

/// `$from, $from+1, ...`: the places of a list of values.
pub(crate) fn places(from: usize, count: usize) -> String {
    (from..from + count).map(|place| format!("${place}")).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nul_never_reaches_the_database() {
        for (sent, stored) in [("fes", "fes"), ("a\0b", "a\u{fffd}b"), ("\0", "\u{fffd}"), ("", "")] {
            assert_eq!(storable(sent.into()), stored.into());
        }
        assert_eq!(storable(Value::String(None)), Value::String(None));
        assert_eq!(storable(7.into()), 7.into());
    }
}
