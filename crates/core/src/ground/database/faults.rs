//! What a fault of the database means: the connection is gone and the statement never had its
//! say, the database has no room or time for us now, or it is something else and ours.

use sea_orm::sqlx::Error as Fault;
use sea_orm::sqlx::error::DatabaseError;
use sea_orm::{DbErr, RuntimeErr};

/// The connection broke or could not be made; another try may find the server back.
pub(crate) fn is_lost(error: &DbErr) -> bool {
    match fault_of(error) {
        Some(Fault::Database(told)) => told.code().is_some_and(|code| is_parting(&code)),
        Some(Fault::PoolTimedOut) => true,
        Some(fault) => is_broken(fault),
        None => matches!(error, DbErr::ConnectionAcquire(_) | DbErr::Conn(_)),
    }
}

/// Whether a second try at once may succeed: the connection was an old one, and a new one is made.
pub(super) fn is_worth_a_retry(error: &DbErr) -> bool {
    let waited = matches!(error, DbErr::ConnectionAcquire(_))
        || matches!(fault_of(error), Some(Fault::PoolTimedOut | Fault::PoolClosed));
    is_lost(error) && !waited
}

/// The server gave up on the statement because of its limit of time.
pub(super) fn is_too_slow(error: &DbErr) -> bool {
    matches!(fault_of(error), Some(Fault::Database(told)) if told.code().is_some_and(|code| code == "57014"))
}

/// Nothing is wrong with what was asked: the database is away, full, or too busy.
pub(crate) fn is_unavailable(error: &DbErr) -> bool {
    if is_lost(error) {
        return true;
    }
    match fault_of(error) {
        Some(Fault::Database(told)) => told.code().is_some_and(|code| is_of_the_moment(&code, told.as_ref())),
        _ => false,
    }
}

fn fault_of(error: &DbErr) -> Option<&Fault> {
    match error {
        DbErr::Conn(RuntimeErr::SqlxError(fault))
        | DbErr::Exec(RuntimeErr::SqlxError(fault))
        | DbErr::Query(RuntimeErr::SqlxError(fault)) => Some(fault.as_ref()),
        _ => None,
    }
}

fn is_broken(fault: &Fault) -> bool {
    matches!(
        fault,
        Fault::Io(_) | Fault::Tls(_) | Fault::Protocol(_) | Fault::PoolClosed | Fault::WorkerCrashed
    )
}

/// PostgreSQL's class of connection exceptions, and its words when it stops or starts.
fn is_parting(code: &str) -> bool {
    code.starts_with("08") || matches!(code, "57P01" | "57P02" | "57P03" | "57P05")
}

/// PostgreSQL: no room (53), a limit of time, a lock not had, a dead lock, a server that reads
/// only. SQLite's primary codes: busy, locked, read only, input and output, full, cannot open.
fn is_of_the_moment(code: &str, told: &dyn DatabaseError) -> bool {
    if told.try_downcast_ref::<sea_orm::sqlx::sqlite::SqliteError>().is_some() {
        return code.parse::<u32>().is_ok_and(|code| matches!(code & 0xff, 5 | 6 | 8 | 10 | 13 | 14));
    }
    code.starts_with("53") || matches!(code, "57014" | "55P03" | "40001" | "40P01" | "25006")
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;

    #[test]
    fn what_broke_is_told_from_what_was_wrong() {
        let refused = || Fault::Io(std::io::ErrorKind::ConnectionRefused.into());
        let query = |fault| DbErr::Query(RuntimeErr::SqlxError(Arc::new(fault)));
        for (error, lost, again) in [
            (query(refused()), true, true),
            (query(Fault::PoolTimedOut), true, false),
            (query(Fault::WorkerCrashed), true, true),
            (query(Fault::RowNotFound), false, false),
            (DbErr::Custom("x".into()), false, false),
        ] {
            assert_eq!((is_lost(&error), is_worth_a_retry(&error)), (lost, again), "{error}");
            assert_eq!(is_unavailable(&error), lost, "{error}");
        }
        for (code, parting) in [("57P01", true), ("08006", true), ("57014", false), ("23505", false)] {
            assert_eq!(is_parting(code), parting, "{code}");
        }
    }
}
