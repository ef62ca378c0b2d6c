//! The audit as the office reads it: newest first, with the names of those who acted and of what
//! they acted on, as far as these are still there.

use std::net::IpAddr;

use chrono::{DateTime, Days, NaiveDate, Utc};
use sea_orm::{FromQueryResult, Value};
use uuid::Uuid;

use super::actions::Group;
use super::changes::{Change, told};
use crate::ground::calendar;
use crate::ground::database::TenantTx;
use crate::ground::error::{Error, Result};
use crate::ground::ids::PersonId;
use crate::ground::localised::Localised;
use crate::ground::paging::{Page, PageRequest, Position};
use crate::ground::sql;
use crate::tenancy::permission::Action;
use crate::tenancy::scope::Scope;

/// So many entries go into one file.
pub const EXPORT_MOST: usize = 10_000;
/// So many people stand in the list to choose from.
const MOST_PEOPLE: usize = 500;

/// Which entries are wanted; nothing set wants all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// What this person did, and what was done to their account.
    pub person: Option<PersonId>,
    /// Acts of this kind.
    pub group: Option<Group>,
    /// Acts on such things.
    pub subject_kind: Option<String>,
    /// From this day on, in Morocco.
    pub from: Option<NaiveDate>,
    /// Until the end of this day.
    pub to: Option<NaiveDate>,
}

/// Who acted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Who {
    /// Nobody that we know: a visitor, or somebody before they were signed in.
    Anonymous,
    /// The program: a command of the operator, or a timer.
    System,
    /// Somebody on the staff; without a name when the account is no more of this member.
    Person(PersonId, Option<String>),
}

/// One entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// Its number.
    pub sequence: i64,
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    pub who: Who,
    /// What, by its code.
    pub action: String,
    /// On what kind of thing.
    pub subject_kind: String,
    /// On which.
    pub subject_id: Uuid,
    /// What that is called.
    pub subject: Localised,
    /// The same where it has one name in all languages: an account, a file, or the cycle of a programme.
    pub subject_name: Option<String>,
    /// The network it came from, not the machine.
    pub network: Option<String>,
    /// What changed.
    pub changes: Vec<Change>,
    /// Its seal.
    pub hash: String,
}

/// Somebody to choose from.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Somebody {
    /// The account.
    pub id: PersonId,
    /// The name shown in the office.
    pub display_name: String,
}

#[derive(Debug, FromQueryResult)]
struct Row {
    sequence: i64,
    at: DateTime<Utc>,
    actor_kind: String,
    actor_id: Option<PersonId>,
    actor_name: Option<String>,
    action: String,
    subject_kind: String,
    subject_id: Uuid,
    subject_name: Option<String>,
    subject: Option<Localised>,
    address: Option<String>,
    changes: Option<String>,
    hash: String,
}

/// A page of the audit, the newest first. It does not count the whole.
///
/// # Errors
/// `Denied` without the right to read the audit; `Invalid` for a bad cursor.
pub async fn list(scope: &Scope, filter: &Filter, page: &PageRequest) -> Result<Page<Told>> {
    scope.require(Action::ReadAudit)?;
    let tx = scope.begin_read().await?;
    let place = page.position.as_ref().map(|position| position.key.parse::<i64>());
    let place = place.transpose().map_err(|_| Error::invalid("after", "field-bad-cursor"))?;
    let rows = rows(&tx, filter, page.backwards, place, page.fetch()).await?;
    let position = |row: &Row| Position { key: row.sequence.to_string(), id: Uuid::nil() };
    Ok(page.page(rows, 0, position).map(Row::told))
}

/// The newest entries that fit, [`EXPORT_MOST`] at most, for a file.
///
/// # Errors
/// `Denied` without the right to read the audit.
pub async fn export(scope: &Scope, filter: &Filter) -> Result<Vec<Told>> {
    scope.require(Action::ReadAudit)?;
    let tx = scope.begin_read().await?;
    let most = i64::try_from(EXPORT_MOST).unwrap_or(i64::MAX);
    Ok(rows(&tx, filter, false, None, most).await?.into_iter().map(Row::told).collect())
}

/// Everybody who serves here, to choose from.
///
/// # Errors
/// `Denied` without the right to read the audit.
pub async fn people(scope: &Scope) -> Result<Vec<Somebody>> {
    scope.require(Action::ReadAudit)?;
    let tx = scope.begin_read().await?;
    let text = format!(
        "SELECT p.id, p.display_name FROM people p WHERE {} ORDER BY p.display_name, p.id LIMIT {MOST_PEOPLE}",
        is_of_tenant("p")
    );
    Ok(sql::all(&tx, &text, [tx.tenant().into()]).await?)
}

/// Whether an account serves here. One that was only invited keeps its name to itself: it may be that
/// of somebody who serves elsewhere.
fn is_of_tenant(alias: &str) -> String {
    format!("EXISTS (SELECT 1 FROM grants x WHERE x.tenant_id = $1 AND x.person_id = {alias}.id)")
}

async fn rows(
    tx: &TenantTx,
    filter: &Filter,
    backwards: bool,
    place: Option<i64>,
    limit: i64,
) -> Result<Vec<Row>> {
    let mut values: Vec<Value> = vec![tx.tenant().into()];
    let mut wanted = vec!["e.tenant_id = $1".to_owned()];
    let mut add = |value: Value, condition: &dyn Fn(usize) -> String| {
        values.push(value);
        wanted.push(condition(values.len()));
    };
    if let Some(person) = filter.person {
        add(person.into(), &|n| {
            format!("(e.actor_id = ${n} OR (e.subject_kind = 'person' AND e.subject_id = ${n}))")
        });
    }
    if let Some(kind) = &filter.subject_kind {
        add(kind.clone().into(), &|n| format!("e.subject_kind = ${n}"));
    }
    if let Some(from) = filter.from {
        add(calendar::start(from).into(), &|n| format!("e.at >= ${n}"));
    }
    if let Some(end) = filter.to.and_then(|day| day.checked_add_days(Days::new(1))) {
        add(calendar::start(end).into(), &|n| format!("e.at < ${n}"));
    }
    if let Some(place) = place {
        let compare = if backwards { '>' } else { '<' };
        add(place.into(), &|n| format!("e.sequence {compare} ${n}"));
    }
    if let Some(group) = filter.group {
        let codes: Vec<&str> = group.actions().collect();
        wanted.push(format!("e.action IN ({})", sql::places(values.len() + 1, codes.len())));
        values.extend(codes.into_iter().map(Value::from));
    }
    let text = format!(
        "{SELECT} LEFT JOIN people actor ON actor.id = e.actor_id AND {}
         LEFT JOIN people subject ON e.subject_kind = 'person' AND subject.id = e.subject_id AND {}
         WHERE {} ORDER BY e.sequence {} LIMIT {limit}",
        is_of_tenant("actor"),
        is_of_tenant("subject"),
        wanted.join(" AND "),
        if backwards { "ASC" } else { "DESC" },
    );
    Ok(sql::all(tx, &text, values).await?)
}

const SELECT: &str = "
SELECT e.sequence, e.at, e.actor_kind, e.actor_id, actor.display_name AS actor_name, e.action, e.subject_kind,
       e.subject_id, COALESCE(subject.display_name, g.cycle, f.file_name) AS subject_name,
       COALESCE(a.titles, x.titles, c.titles, m.titles, n.titles, v.titles, w.titles, d.titles) AS subject,
       e.address, e.changes, e.hash
FROM audit_entries e
LEFT JOIN programmes g ON e.subject_kind = 'programme' AND g.tenant_id = e.tenant_id AND g.id = e.subject_id
LEFT JOIN articles a ON e.subject_kind = 'article' AND a.tenant_id = e.tenant_id AND a.id = e.subject_id
LEFT JOIN axes x ON e.subject_kind = 'axis' AND x.tenant_id = e.tenant_id AND x.id = e.subject_id
LEFT JOIN commitments c ON e.subject_kind = 'commitment' AND c.tenant_id = e.tenant_id AND c.id = e.subject_id
LEFT JOIN progress_reports r ON e.subject_kind = 'report' AND r.tenant_id = e.tenant_id AND r.id = e.subject_id
LEFT JOIN milestones m ON m.tenant_id = e.tenant_id
  AND m.id = CASE WHEN e.subject_kind = 'milestone' THEN e.subject_id ELSE r.milestone_id END
LEFT JOIN indicators n ON e.subject_kind = 'indicator' AND n.tenant_id = e.tenant_id AND n.id = e.subject_id
LEFT JOIN events v ON e.subject_kind = 'event' AND v.tenant_id = e.tenant_id AND v.id = e.subject_id
LEFT JOIN pages w ON e.subject_kind = 'page' AND w.tenant_id = e.tenant_id AND w.id = e.subject_id
LEFT JOIN documents d ON e.subject_kind = 'document' AND d.tenant_id = e.tenant_id AND d.id = e.subject_id
LEFT JOIN media f ON e.subject_kind = 'media' AND f.tenant_id = e.tenant_id AND f.id = e.subject_id";

impl Row {
    fn told(self) -> Told {
        let who = match (self.actor_kind.as_str(), self.actor_id) {
            ("person", Some(id)) => Who::Person(id, self.actor_name),
            ("system", _) => Who::System,
            _ => Who::Anonymous,
        };
        Told {
            sequence: self.sequence,
            at: self.at,
            who,
            action: self.action,
            subject_kind: self.subject_kind,
            subject_id: self.subject_id,
            subject: self.subject.unwrap_or_default(),
            subject_name: self.subject_name,
            network: self.address.as_deref().and_then(network),
            changes: self.changes.as_deref().map(told).unwrap_or_default(),
            hash: self.hash,
        }
    }
}

/// The network of an address: enough to tell places apart, too little to tell neighbours apart.
fn network(address: &str) -> Option<String> {
    match address.parse().ok()? {
        IpAddr::V4(address) => {
            let [a, b, c, _] = address.octets();
            Some(format!("{a}.{b}.{c}.0/24"))
        }
        IpAddr::V6(address) => {
            let [a, b, c, ..] = address.segments();
            Some(format!("{}/48", std::net::Ipv6Addr::new(a, b, c, 0, 0, 0, 0, 0)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_shown_by_their_networks() {
        for (address, shown) in [
            ("192.0.2.77", Some("192.0.2.0/24")),
            ("127.0.0.1", Some("127.0.0.0/24")),
            ("2001:db8:12:34::7", Some("2001:db8:12::/48")),
            ("nowhere", None),
        ] {
            assert_eq!(network(address).as_deref(), shown, "{address}");
        }
    }
}
