//! Sessions of a member's council: the ordinary ones of the law and extraordinary ones, what they
//! were about and what they decided. A programme is adopted by one of them; those that rejected or
//! postponed it before stay in the history.

mod needing;
mod writing;

use std::collections::HashMap;

use chrono::{Datelike as _, NaiveDate};
use sea_orm::{FromQueryResult, Value};

use super::programmes::SessionKind;
use super::statements::{Binds, List, MOST_IDS};
use super::states::coded;
use crate::ground::error::{Error, Result};
use crate::ground::ids::{ProgrammeId, SessionId, TenantId};
use crate::ground::localised::Localised;
use crate::ground::paging::{Page, PageRequest, Position};
use crate::ground::sql;
use crate::tenancy::collectivities::Kind;
use crate::tenancy::scope::PublicScope;

pub use needing::SessionLine;
pub(crate) use needing::without_outcome;
pub(super) use writing::load;
pub use writing::{SessionInput, put, remove};

/// Sessions that a list without pages gives at most.
pub const MOST_SESSIONS: u32 = 100;

/// What became of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Outcome {
    /// It is still to be held.
    Planned,
    /// It adopted the programme.
    Adopted,
    /// It rejected the programme.
    Rejected,
    /// It put the programme off.
    Postponed,
    /// It was held and decided nothing about a programme.
    Held,
}

coded! {
    Outcome {
        Planned = "planned",
        Adopted = "adopted",
        Rejected = "rejected",
        Postponed = "postponed",
        Held = "held",
    }
}

/// The votes on the programme, where they are known.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, FromQueryResult)]
pub struct Votes {
    /// For it.
    #[sea_orm(from_alias = "votes_for")]
    pub in_favour: Option<i32>,
    /// Against it.
    #[sea_orm(from_alias = "votes_against")]
    pub against: Option<i32>,
    /// Neither.
    #[sea_orm(from_alias = "votes_abstained")]
    pub abstained: Option<i32>,
}

/// A session of a council.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Session {
    /// Its id.
    pub id: SessionId,
    /// Whose council meets.
    pub tenant: TenantId,
    /// The programme it is about, if any.
    pub programme: Option<ProgrammeId>,
    /// Ordinary or extraordinary.
    pub kind: SessionKind,
    /// Its first day.
    pub starts_on: NaiveDate,
    /// Its last day, where it has several.
    pub ends_on: Option<NaiveDate>,
    /// Where it meets.
    pub places: Localised,
    /// What it is about.
    pub agendas: Localised,
    /// What became of it.
    pub outcome: Outcome,
    /// The number of its decision (مقرر).
    pub decision_number: Option<String>,
    /// What it decided.
    pub decisions: Localised,
    /// The votes on the programme.
    #[sea_orm(nested)]
    pub votes: Votes,
    /// Where the decision or the minutes are published.
    pub document_url: Option<String>,
    /// Made up for demonstration.
    pub is_sample: bool,
    /// Rises with every change.
    pub version: i32,
}

/// The columns of a [`Session`] over a row `s`.
pub(super) const COLUMNS: &str =
    "s.id, s.tenant_id AS tenant, s.programme_id AS programme, s.kind, s.starts_on,
    s.ends_on, s.places, s.agendas, s.outcome, s.decision_number, s.decisions, s.votes_for, s.votes_against,
    s.votes_abstained, s.document_url, s.is_sample, s.version";

/// The months of the ordinary sessions by law: communes by article 33 of organic law 113-14,
/// prefectures and provinces by organic law 112-14, regions by article 36 of organic law 111-14.
pub fn usual_months(kind: Kind) -> &'static [u32] {
    match kind {
        Kind::Commune => &[2, 5, 10],
        Kind::Prefecture | Kind::Province => &[1, 6, 9],
        Kind::Region => &[3, 7, 10],
        Kind::Network => &[],
    }
}

/// Whether an ordinary session falls in a month in which the law has none. Councils do so, and so
/// this is a notice and never a refusal.
pub fn is_unusual(kind: Kind, session: SessionKind, starts_on: NaiveDate) -> bool {
    let usual = usual_months(kind);
    session == SessionKind::Ordinary && !usual.is_empty() && !usual.contains(&starts_on.month())
}

/// A page of the sessions: from a day on in their order, or all of them, the latest first. On the
/// network's host, of all members. Published: all may call it.
///
/// # Errors
/// `Invalid` for a bad cursor.
pub async fn list(scope: &PublicScope, from: Option<NaiveDate>, page: &PageRequest) -> Result<Page<Session>> {
    let mut binds = Binds::default();
    let member = binds.member(scope, "s");
    let since = from
        .map(|day| format!(" AND COALESCE(s.ends_on, s.starts_on) >= {}", binds.one(day)))
        .unwrap_or_default();
    let rows = format!(
        "SELECT x.* FROM (
           SELECT {COLUMNS}, COUNT(*) OVER () AS list_total FROM council_sessions s
           WHERE s.is_published AND s.member_live{member}{since}
         ) x"
    );
    let list = List {
        with: String::new(),
        rows,
        joined: None,
        binds,
        sort: "x.starts_on, x.id",
        falling: from.is_none(),
    };
    let values = |position: &Position| -> Option<Vec<Value>> {
        Some(vec![position.key.parse::<NaiveDate>().ok()?.into(), position.id.into()])
    };
    let position = |row: &Session| Position { key: row.starts_on.to_string(), id: row.id.0 };
    list.page(scope, page, values, position).await
}

/// The sessions still to come or being held, the next first. On the network's host, of all
/// members. Published: all may call it.
///
/// # Errors
/// A database fault.
pub async fn upcoming(scope: &PublicScope, limit: u32) -> Result<Vec<Session>> {
    let mut binds = Binds::default();
    let (member, today) = (binds.member(scope, "s"), binds.one(scope.today()));
    let text = format!(
        "SELECT {COLUMNS} FROM council_sessions s
         WHERE s.is_published AND s.member_live{member} AND s.outcome = 'planned'
           AND COALESCE(s.ends_on, s.starts_on) >= {today}
         ORDER BY s.starts_on, s.id LIMIT {}",
        limit.min(MOST_SESSIONS)
    );
    Ok(sql::all(&scope.reads(), &text, binds.into_values()).await?)
}

/// The sessions about these programmes in their order, [`MOST_SESSIONS`] of each at most.
/// Published: all may call it.
///
/// # Errors
/// A database fault.
pub async fn by_programmes(
    scope: &PublicScope,
    programmes: &[ProgrammeId],
) -> Result<HashMap<ProgrammeId, Vec<Session>>> {
    let mut found: HashMap<ProgrammeId, Vec<Session>> = HashMap::new();
    for part in programmes.chunks(MOST_IDS) {
        let mut binds = Binds::default();
        let (ids, member) = (binds.list(part.iter().copied()), binds.member(scope, "p"));
        let text = format!(
            "SELECT x.* FROM (
               SELECT {COLUMNS}, ROW_NUMBER() OVER (PARTITION BY p.id ORDER BY s.starts_on DESC, s.id DESC) AS place
               FROM programmes p
               JOIN council_sessions s ON s.tenant_id = p.tenant_id AND s.programme_id = p.id
               WHERE p.id IN ({ids}) AND p.is_published AND p.member_live{member}
                 AND s.is_published AND s.member_live
             ) x WHERE x.place <= {MOST_SESSIONS} ORDER BY x.starts_on, x.id"
        );
        let rows: Vec<Session> = sql::all(&scope.reads(), &text, binds.into_values()).await?;
        for row in rows {
            let about = row.programme.expect("joined by its programme");
            found.entry(about).or_default().push(row);
        }
    }
    Ok(found)
}

/// One session. Published: all may call it.
///
/// # Errors
/// `NotFound`, also for the session of another member on a member's host.
pub async fn find(scope: &PublicScope, id: SessionId) -> Result<Session> {
    let mut binds = Binds::default();
    let (place, member) = (binds.one(id), binds.member(scope, "s"));
    let text = format!(
        "SELECT {COLUMNS} FROM council_sessions s WHERE s.id = {place} AND s.is_published AND s.member_live{member}"
    );
    let found = sql::one(&scope.reads(), &text, binds.into_values()).await?;
    found.ok_or(Error::NotFound("session"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_sessions_have_the_months_of_their_law() {
        let day = |month| NaiveDate::from_ymd_opt(2026, month, 5).expect("a day");
        for (kind, months) in [
            (Kind::Commune, vec![2, 5, 10]),
            (Kind::Province, vec![1, 6, 9]),
            (Kind::Prefecture, vec![1, 6, 9]),
            (Kind::Region, vec![3, 7, 10]),
            (Kind::Network, (1..=12).collect()),
        ] {
            for month in 1..=12 {
                let unusual = is_unusual(kind, SessionKind::Ordinary, day(month));
                assert_eq!(unusual, !months.contains(&month), "{kind:?} in month {month}");
                assert!(!is_unusual(kind, SessionKind::Extraordinary, day(month)), "they have no months");
            }
        }
    }
}
