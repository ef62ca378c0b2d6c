//! The owner of an address answers by the links in the mails: yes, or no more. A link proves the
//! answer by its token; looking at one changes nothing, because mail programs open links by
//! themselves.

use chrono::{DateTime, TimeDelta, Utc};
use infitah_i18n::Locale;
use sea_orm::FromQueryResult;
use uuid::Uuid;

use super::{CONFIRM_HOURS, Purpose, Status, Subscription, Topic};
use crate::ground::database::TenantTx;
use crate::ground::error::{Error, Result};
use crate::ground::ids::SubscriptionId;
use crate::ground::sql;
use crate::tenancy::scope::Scope;
use crate::trust::audit;

#[derive(Debug, FromQueryResult)]
struct Row {
    id: SubscriptionId,
    topic: String,
    topic_id: Uuid,
    locale: String,
    status: String,
    requested_at: DateTime<Utc>,
}

impl Row {
    fn subscription(&self, scope: &Scope) -> Subscription {
        Subscription {
            id: self.id,
            topic: Topic::stored(&self.topic, self.topic_id),
            locale: Locale::from_code(&self.locale).unwrap_or(scope.tenant().default_locale),
            status: Status::from_code(&self.status),
        }
    }

    /// An ended subscription needs a new request; a request is good for 48 hours.
    fn can_be_confirmed(&self, now: DateTime<Utc>) -> bool {
        match Status::from_code(&self.status) {
            Status::Confirmed => true,
            Status::Pending => now < self.requested_at + TimeDelta::hours(CONFIRM_HOURS),
            Status::Ended => false,
        }
    }
}

/// What a link is about. All may call it: the token is the permission.
///
/// # Errors
/// `NotFound` for a token that is not ours, or a confirmation that came too late.
pub async fn look(scope: &Scope, purpose: Purpose, token: &str) -> Result<Subscription> {
    let tx = scope.begin_read().await?;
    let row = open(&tx, scope, purpose, token, "").await?;
    if purpose == Purpose::Confirm && !row.can_be_confirmed(scope.now()) {
        return Err(Error::NotFound("subscription"));
    }
    Ok(row.subscription(scope))
}

/// Confirms a subscription; a second time changes nothing. All may call it: the token is the
/// permission.
///
/// # Errors
/// `NotFound` as for [`look`].
pub async fn confirm(scope: &Scope, token: &str) -> Result<Subscription> {
    let tx = scope.begin().await?;
    let row = open(&tx, scope, Purpose::Confirm, token, tx.for_update()).await?;
    let before = row.subscription(scope);
    if !row.can_be_confirmed(scope.now()) {
        return Err(Error::NotFound("subscription"));
    }
    if before.status == Status::Confirmed {
        return Ok(before);
    }
    sql::run(
        &tx,
        "UPDATE subscriptions SET status = 'confirmed', confirmed_at = $3, ended_at = NULL
         WHERE tenant_id = $1 AND id = $2",
        [tx.tenant().into(), row.id.into(), scope.now().into()],
    )
    .await?;
    audit::record(&tx, scope, "confirm_subscription", "subscription", row.id.0).await?;
    tx.commit().await?;
    Ok(Subscription { status: Status::Confirmed, ..before })
}

/// Ends a subscription and erases its address; a second time changes nothing. All may call it:
/// the token is the permission.
///
/// # Errors
/// `NotFound` for a token that is not ours.
pub async fn end(scope: &Scope, token: &str) -> Result<Subscription> {
    let tx = scope.begin().await?;
    let row = open(&tx, scope, Purpose::Unsubscribe, token, tx.for_update()).await?;
    let before = row.subscription(scope);
    if before.status == Status::Ended {
        return Ok(before);
    }
    sql::run(
        &tx,
        "UPDATE subscriptions SET status = 'ended', email = NULL, ended_at = $3 WHERE tenant_id = $1 AND id = $2",
        [tx.tenant().into(), row.id.into(), scope.now().into()],
    )
    .await?;
    audit::record(&tx, scope, "end_subscription", "subscription", row.id.0).await?;
    tx.commit().await?;
    Ok(Subscription { status: Status::Ended, ..before })
}

async fn open(tx: &TenantTx, scope: &Scope, purpose: Purpose, token: &str, lock: &str) -> Result<Row> {
    let missing = || Error::NotFound("subscription");
    let id = scope.hub().secret().open(purpose, tx.tenant(), token).ok_or_else(missing)?;
    let text = format!(
        "SELECT id, topic, topic_id, locale, status, requested_at FROM subscriptions WHERE tenant_id = $1 AND id = $2{lock}"
    );
    sql::one(tx, &text, [tx.tenant().into(), id.into()]).await?.ok_or_else(missing)
}
