//! The messages that did not arrive, with what the mail servers said as a reason that can be put
//! into words. Nothing here names who was to read them.

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{FromQueryResult, Value};

use crate::ground::codes::coded;
use crate::ground::database::TenantTx;
use crate::ground::error::Result;
use crate::ground::few::{Few, few};
use crate::ground::ids::DeliveryId;
use crate::ground::localised::Localised;
use crate::ground::paging::{Page, PageRequest, Position};
use crate::ground::sql;
use crate::notify::outbox;
use crate::tenancy::collectivities::{key_time, time_key};
use crate::tenancy::permission::Action;
use crate::tenancy::scope::Scope;

/// Days that the list goes back, as long as the log of tries is kept.
pub(super) const LISTED_DAYS: i64 = 90;
/// Days in which a failure is news.
const NEWS_DAYS: i64 = 7;

/// What a message told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Telling {
    /// An article.
    Article,
    /// Progress of something that is followed.
    Progress,
    /// That an address is to be confirmed.
    Confirmation,
    /// An invitation to the staff.
    Invitation,
    /// Something about an account of the staff.
    Account,
    /// That reports are due.
    Reminder,
    /// Something else.
    Other,
}

/// Why a message did not arrive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// The server of the reader refused it.
    Refused,
    /// The server of the reader put it off until the last try.
    PutOff,
    /// The mail server of this installation did not take it.
    Sender,
    /// The mail server did not answer, or not in time.
    Unreachable,
    /// It cannot be written so that the server takes it.
    Unwritable,
    /// The last try never came to an end.
    Lost,
    /// Something else, which the log of the installation tells.
    Other,
}

coded! {
    Telling {
        Article = "article",
        Progress = "progress",
        Confirmation = "confirmation",
        Invitation = "invitation",
        Account = "account",
        Reminder = "reminder",
        Other = "other",
    }
    Reason {
        Refused = "refused",
        PutOff = "put_off",
        Sender = "sender",
        Unreachable = "unreachable",
        Unwritable = "unwritable",
        Lost = "lost",
        Other = "other",
    }
}

/// A message that did not arrive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failed {
    /// Its id, by which the log of the installation knows it.
    pub id: DeliveryId,
    /// What it told.
    pub telling: Telling,
    /// What that is called: the article, or the commitment.
    pub titles: Option<Localised>,
    /// Why it did not arrive.
    pub reason: Reason,
    /// The number by which the mail server said so.
    pub status: Option<u16>,
    /// How often it was tried.
    pub tries: i32,
    /// When it was given up.
    pub failed_at: DateTime<Utc>,
}

#[derive(FromQueryResult)]
struct Row {
    id: DeliveryId,
    kind: String,
    titles: Option<Localised>,
    detail: Option<String>,
    attempts: i32,
    finished_at: DateTime<Utc>,
}

const ROW: &str = "d.id, e.kind, COALESCE(a.titles, c.titles) AS titles, t.detail, d.attempts, d.finished_at";

/// `t` is the try with which it ended; there is none when its worker never came back.
const FROM: &str = "FROM deliveries d
  JOIN outbox_events e ON e.tenant_id = d.tenant_id AND e.id = d.event_id
  LEFT JOIN delivery_attempts t ON t.tenant_id = d.tenant_id AND t.delivery_id = d.id AND t.number = d.attempts
  LEFT JOIN articles a ON a.tenant_id = d.tenant_id AND a.id = e.subject_id AND e.kind = 'article_published'
  LEFT JOIN commitments c ON c.tenant_id = d.tenant_id AND c.id = e.subject_id AND e.kind = 'commitment_progressed'
WHERE d.tenant_id = $1 AND d.status = 'dead' AND d.finished_at >= $2";

/// A page of the messages that did not arrive in the last ninety days, the latest first.
///
/// # Errors
/// `Denied` without the right to manage settings; `Invalid` for a broken cursor.
pub async fn failed(scope: &Scope, page: &PageRequest) -> Result<Page<Failed>> {
    scope.require(Action::ManageSettings)?;
    let tx = scope.begin_read().await?;
    let since = scope.now() - TimeDelta::days(LISTED_DAYS);
    let mut values: Vec<Value> = vec![tx.tenant().into(), since.into()];
    let total: Option<sql::Count> = sql::one(
        &tx,
        "SELECT COUNT(*) AS count FROM deliveries d
         WHERE d.tenant_id = $1 AND d.status = 'dead' AND d.finished_at >= $2",
        values.clone(),
    )
    .await?;
    let (compare, direction) = if page.backwards { ('>', "ASC") } else { ('<', "DESC") };
    let mut after = "";
    let compared = format!(" AND (d.finished_at, d.id) {compare} ($3, $4)");
    if let Some(position) = &page.position {
        values.push(key_time(&position.key)?.into());
        values.push(position.id.into());
        after = &compared;
    }
    let text = format!(
        "SELECT {ROW} {FROM}{after} ORDER BY d.finished_at {direction}, d.id {direction} LIMIT {}",
        page.fetch()
    );
    let rows: Vec<Row> = sql::all(&tx, &text, values).await?;
    let position = |row: &Row| Position { key: time_key(row.finished_at), id: row.id.0 };
    Ok(page.page(rows, total.map_or(0, |total| total.count.unsigned_abs()), position).map(Row::failed))
}

/// The messages that did not arrive in the last seven days, the latest first.
pub(crate) async fn lately_failed(tx: &TenantTx, now: DateTime<Utc>) -> Result<Few<Failed>> {
    let text =
        format!("SELECT {ROW}, COUNT(*) OVER () AS total {FROM} ORDER BY d.finished_at DESC, d.id DESC");
    let since = now - TimeDelta::days(NEWS_DAYS);
    let found: Few<Row> = few(tx, &text, [tx.tenant().into(), since.into()]).await?;
    Ok(Few { total: found.total, first: found.first.into_iter().map(Row::failed).collect() })
}

impl Row {
    fn failed(self) -> Failed {
        let (reason, status) = self.detail.as_deref().map_or((Reason::Lost, None), judged);
        Failed {
            id: self.id,
            telling: told(&self.kind),
            titles: self.titles,
            reason,
            status,
            tries: self.attempts,
            failed_at: self.finished_at,
        }
    }
}

fn told(kind: &str) -> Telling {
    match kind {
        outbox::ARTICLE_PUBLISHED => Telling::Article,
        outbox::COMMITMENT_PROGRESSED => Telling::Progress,
        outbox::SUBSCRIPTION_REQUESTED => Telling::Confirmation,
        outbox::STAFF_INVITED => Telling::Invitation,
        _ if outbox::ABOUT_ACCOUNTS.contains(&kind) => Telling::Account,
        _ if kind.starts_with("report_") => Telling::Reminder,
        _ => Telling::Other,
    }
}

/// The reason in a line of the log of tries. Answers to the identity or the volume of the sender say
/// nothing of the reader (RFC 4954, RFC 7504).
fn judged(detail: &str) -> (Reason, Option<u16>) {
    let said = detail.strip_prefix("smtp: ").unwrap_or_default();
    if let Some(status) = said.strip_prefix("refused with ").and_then(|status| status.parse().ok()) {
        let reason = match status {
            421 | 454 | 521 | 530 | 534 | 535 | 538 => Reason::Sender,
            500..=599 => Reason::Refused,
            _ => Reason::PutOff,
        };
        return (reason, Some(status));
    }
    let reason = match said {
        "timeout" | "connection" | "TLS" | "unreadable answer" | "the server does not answer" => {
            Reason::Unreachable
        }
        "the server cannot take such a letter" => Reason::Unwritable,
        _ => Reason::Other,
    };
    (reason, None)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reasons_are_read_from_the_log() {
        for (detail, reason, status) in [
            ("smtp: refused with 550", Reason::Refused, Some(550)),
            ("smtp: refused with 552", Reason::Refused, Some(552)),
            ("smtp: refused with 450", Reason::PutOff, Some(450)),
            ("smtp: refused with 535", Reason::Sender, Some(535)),
            ("smtp: timeout", Reason::Unreachable, None),
            ("smtp: connection", Reason::Unreachable, None),
            ("smtp: the server cannot take such a letter", Reason::Unwritable, None),
            ("", Reason::Other, None),
            ("smtp: refused with nothing", Reason::Other, None),
        ] {
            assert_eq!(judged(detail), (reason, status), "{detail:?}");
        }
    }

    #[test]
    fn events_are_told_apart() {
        for (kind, telling) in [
            ("article_published", Telling::Article),
            ("report_late", Telling::Reminder),
            ("password_changed", Telling::Account),
            ("passkey_added", Telling::Account),
            ("provider_linked", Telling::Account),
            ("something_new", Telling::Other),
        ] {
            assert_eq!(told(kind), telling, "{kind}");
        }
    }
}
