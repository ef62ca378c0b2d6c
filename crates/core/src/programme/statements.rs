//! The parts that statements about programmes share: the latest approved report of a milestone,
//! the tallies made of it, bound values, and pages whose statement counts the whole list too.

use sea_orm::{DbErr, FromQueryResult, QueryResult, Value};

use crate::ground::error::{Error, Result};
use crate::ground::paging::{Page, PageRequest, Position};
use crate::ground::sql;
use crate::tenancy::scope::PublicScope;

/// Ids that one statement names at most; longer lists are asked for in parts.
pub(crate) const MOST_IDS: usize = 500;

/// The counts of milestones over rows `r` of [`stated`].
pub(crate) const COUNTS: &str = "
    SUM(CASE WHEN r.state = 'complete' THEN 1 ELSE 0 END) AS done,
    SUM(CASE WHEN r.state = 'substantial' THEN 1 ELSE 0 END) AS substantial,
    SUM(CASE WHEN r.state = 'not_started' THEN 1 ELSE 0 END) AS not_started,
    SUM(CASE WHEN r.state <> 'dropped' THEN 1 ELSE 0 END) AS reported,
    SUM(CASE WHEN r.state = 'dropped' THEN 1 ELSE 0 END) AS dropped,
    SUM(CASE WHEN COALESCE(r.state, '') <> 'dropped' THEN 1 ELSE 0 END) AS total,
    SUM(CASE WHEN r.state = 'complete' THEN r.weight - 1 ELSE 0 END) AS extra_done,
    SUM(CASE WHEN r.state <> 'dropped' THEN r.weight - 1 ELSE 0 END) AS extra_reported,
    MAX(r.reported_on) AS last_reported_on";

/// The columns of a [`super::progress::Progress`] over a tally `t` that may be missing.
pub(crate) const PROGRESS: &str = "COALESCE(t.done, 0) AS done, COALESCE(t.reported, 0) AS reported,
    COALESCE(t.total, 0) AS total, COALESCE(t.dropped, 0) AS dropped,
    COALESCE(t.extra_done, 0) AS extra_done, COALESCE(t.extra_reported, 0) AS extra_reported";

/// The condition that an entry `l` of the ledger counts: today, or at the end of a day given by its
/// placeholder. It counts from the day it was approved until a correction took its place.
pub(crate) fn counts(as_of: Option<&str>) -> String {
    match as_of {
        None => "l.status = 'approved' AND l.superseded_on IS NULL".to_owned(),
        // Rows written by a program from before approvals have no day of their own.
        Some(day) => format!(
            "l.status = 'approved' AND COALESCE(l.published_on, l.reported_on) <= {day}
             AND (l.superseded_on IS NULL OR l.superseded_on > {day})"
        ),
    }
}

/// A column of the entry that says how a milestone `m` stands, as of a day given by its placeholder
/// or today. Found by its index (`progress_reports_of_milestone`), so the cost is one look a
/// milestone, however long its ledger; a join with all latest reports was measured twenty times
/// slower on PostgreSQL, which then read the whole ledger.
pub(crate) fn latest(column: &str, as_of: Option<&str>) -> String {
    format!(
        "(SELECT l.{column} FROM progress_reports l
          WHERE l.tenant_id = m.tenant_id AND l.milestone_id = m.id AND {} AND l.member_live
          ORDER BY l.reported_on DESC, l.id DESC LIMIT 1)",
        counts(as_of)
    )
}

/// The condition that a milestone `m` was in the programme already; nothing for today.
pub(crate) fn was_there(as_of: Option<&str>) -> String {
    as_of.map(|day| format!(" AND (m.added_on IS NULL OR m.added_on <= {day})")).unwrap_or_default()
}

/// The common table expression `stated`: the milestones of what is `wanted`, joined by a condition
/// besides the tenant, each with its weight and the state and day of its latest report. It is
/// materialised so that each report is looked up once, not once for every count.
pub(crate) fn stated(condition: &str, as_of: Option<&str>) -> String {
    format!(
        "stated AS MATERIALIZED (
           SELECT m.tenant_id, m.programme_id, m.commitment_id, m.due_on, m.weight,
             {} AS state, {} AS reported_on
           FROM wanted w
           JOIN milestones m ON m.tenant_id = w.tenant_id AND {condition}
           WHERE m.is_published AND m.member_live{}
         )",
        latest("state", as_of),
        latest("reported_on", as_of),
        was_there(as_of)
    )
}

/// Whether a milestone `r` with its latest state is overdue at a day, given by its placeholder:
/// due before it, and neither complete nor dropped.
pub(crate) fn overdue(day: &str) -> String {
    format!("(COALESCE(r.due_on < {day}, FALSE) AND COALESCE(r.state, '') NOT IN ('complete', 'dropped'))")
}

/// Values of one statement and the placeholders that stand for them.
#[derive(Debug, Clone, Default)]
pub(crate) struct Binds(Vec<Value>);

impl Binds {
    /// The placeholder of one more value.
    pub(crate) fn one(&mut self, value: impl Into<Value>) -> String {
        self.0.push(value.into());
        format!("${}", self.0.len())
    }

    /// The placeholders of a list of values, for `IN (..)`.
    pub(crate) fn list<T: Into<Value>>(&mut self, values: impl IntoIterator<Item = T>) -> String {
        let places: Vec<String> = values.into_iter().map(|value| self.one(value)).collect();
        places.join(", ")
    }

    /// The condition that binds the table `alias` to the member; none on the network's host, where
    /// the same statement runs over all members.
    pub(crate) fn member(&mut self, scope: &PublicScope, alias: &str) -> String {
        match scope.member() {
            Some(member) => format!(" AND {alias}.tenant_id = {}", self.one(member)),
            None => String::new(),
        }
    }

    pub(crate) fn into_values(self) -> Vec<Value> {
        self.0
    }
}

/// A list that can be read in pages.
pub(crate) struct List {
    /// Common table expressions, `WITH ..`, or nothing.
    pub(crate) with: String,
    /// All rows of the list, `SELECT .. FROM (..) x`, with `list_total`, the length of the list.
    pub(crate) rows: String,
    /// What is read for the rows of the page only: columns, and the joins with the page `x`.
    pub(crate) joined: Option<(&'static str, &'static str)>,
    /// Its values.
    pub(crate) binds: Binds,
    /// The columns of `x` it is sorted by, `x.due_on, x.id`; all in the same direction.
    pub(crate) sort: &'static str,
    /// Its usual order is from the greatest to the least.
    pub(crate) falling: bool,
}

#[derive(Debug)]
struct Counted<T> {
    total: i64,
    row: T,
}

impl<T: FromQueryResult> FromQueryResult for Counted<T> {
    fn from_query_result(row: &QueryResult, prefix: &str) -> Result<Self, DbErr> {
        Ok(Self { total: row.try_get(prefix, "list_total")?, row: T::from_query_result(row, prefix)? })
    }
}

impl List {
    /// One page. `values` turns a position into the values of the sort columns.
    pub(crate) async fn page<T: FromQueryResult>(
        self,
        scope: &PublicScope,
        page: &PageRequest,
        values: impl Fn(&Position) -> Option<Vec<Value>>,
        position: impl Fn(&T) -> Position,
    ) -> Result<Page<T>> {
        let after = page
            .position
            .as_ref()
            .map(|position| values(position).ok_or_else(|| refused(page)))
            .transpose()?;
        let beyond_the_end = after.is_some();
        let (text, binds) = self.statement(after, page.backwards, page.fetch());
        let rows: Vec<Counted<T>> = sql::all(&scope.reads(), &text, binds).await?;
        let mut total = rows.first().map_or(0, |row| row.total);
        if rows.is_empty() && beyond_the_end {
            // Nothing follows the cursor, so no row told the length of the list.
            let (text, binds) = self.statement(None, false, 1);
            let first: Option<Counted<T>> = sql::one(&scope.reads(), &text, binds).await?;
            total = first.map_or(0, |row| row.total);
        }
        Ok(page.page(rows.into_iter().map(|row| row.row).collect(), total.unsigned_abs(), position))
    }

    fn statement(&self, after: Option<Vec<Value>>, backwards: bool, limit: i64) -> (String, Vec<Value>) {
        let mut binds = self.binds.clone();
        let descends = self.falling != backwards;
        let (compare, direction) = if descends { ("<", "DESC") } else { (">", "ASC") };
        let mut page = self.rows.clone();
        if let Some(values) = after {
            page.push_str(&format!(" WHERE ({}) {compare} ({})", self.sort, binds.list(values)));
        }
        let order: Vec<String> =
            self.sort.split(", ").map(|column| format!("{column} {direction}")).collect();
        let order = order.join(", ");
        page.push_str(&format!(" ORDER BY {order} LIMIT {limit}"));
        let with = &self.with;
        let text = match self.joined {
            None => format!("{with} {page}"),
            Some((columns, joins)) => {
                format!("{with} SELECT {columns} FROM ({page}) x {joins} ORDER BY {order}")
            }
        };
        (text, binds.into_values())
    }
}

fn refused(page: &PageRequest) -> Error {
    Error::invalid(if page.backwards { "before" } else { "after" }, "field-bad-cursor")
}
