//! Publication by itself: an editor names the time, the worker's timer keeps it. Whoever changes an
//! article that has a time needs the right to publish, since nobody looks at it again.

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::FromQueryResult;

use super::reviewing::set;
use super::writing::{at_version, finish, make_public};
use super::{Article, Status};
use crate::ground::bus::Notice;
use crate::ground::error::{Error, Result};
use crate::ground::ids::ArticleId;
use crate::ground::sql;
use crate::news::addresses;
use crate::tenancy::collectivities::Kind;
use crate::tenancy::hosts::Site;
use crate::tenancy::hub::Hub;
use crate::tenancy::permission::Action;
use crate::tenancy::scope::Scope;

/// The furthest time, in days.
const FURTHEST: i64 = 366;
/// Articles that one look publishes at most; the next look takes the next ones.
const BATCH: usize = 100;

/// Has an article become public at a time to come.
///
/// # Errors
/// `Denied`; `NotFound`; `Conflict` when it changed meanwhile or is public or put away; `Invalid`
/// for a time that has passed or lies more than a year ahead, or when the language of the site has
/// no title or no body.
pub async fn schedule(scope: &Scope, id: ArticleId, seen: i32, at: DateTime<Utc>) -> Result<Article> {
    scope.require(Action::PublishArticle)?;
    if at <= scope.now() {
        return Err(Error::invalid("publish_at", "article-time-passed"));
    }
    if at > scope.now() + TimeDelta::days(FURTHEST) {
        return Err(Error::invalid("publish_at", "article-time-too-far"));
    }
    let tx = scope.begin().await?;
    let before = at_version(&tx, id, seen).await?;
    match before.status {
        Status::Published => return Err(Error::Conflict("article-already-published")),
        Status::Archived => return Err(Error::Conflict("article-not-a-draft")),
        Status::Draft | Status::InReview | Status::Scheduled => {}
    }
    addresses::require_complete(scope, &before.titles, &before.bodies)?;
    let columns = "publish_at = $5, submitted_at = NULL, return_note = NULL";
    set(&tx, scope, id, columns, Some(at.into())).await?;
    finish(tx, scope, "schedule_article", &before).await
}

/// Takes the time back; the article is a draft again.
///
/// # Errors
/// `Denied`; `NotFound`; `Conflict` when it changed meanwhile or has no time.
pub async fn unschedule(scope: &Scope, id: ArticleId, seen: i32) -> Result<Article> {
    scope.require(Action::PublishArticle)?;
    let tx = scope.begin().await?;
    let before = at_version(&tx, id, seen).await?;
    if before.status != Status::Scheduled {
        return Err(Error::Conflict("article-not-scheduled"));
    }
    set(&tx, scope, id, "publish_at = NULL", None).await?;
    finish(tx, scope, "unschedule_article", &before).await
}

/// Publishes what is due and says how many. The worker calls it by its timer; two of them at once
/// publish each article once, because each looks again under the lock of its row.
///
/// # Errors
/// A database fault; what was published before it stays.
pub async fn publish_due(hub: &Hub) -> Result<usize> {
    #[derive(FromQueryResult)]
    struct Due {
        id: ArticleId,
        slug: String,
        kind: String,
    }
    let tx = hub.database().begin_worker().await?;
    let text = format!(
        "SELECT a.id, c.slug, c.kind FROM articles a JOIN collectivities c ON c.id = a.tenant_id
         WHERE a.status = 'draft' AND a.publish_at <= $1 AND a.member_live AND c.status = 'active'
         ORDER BY a.publish_at, a.id LIMIT {BATCH}"
    );
    let due: Vec<Due> = sql::all(&tx, &text, [hub.clock().now().into()]).await?;
    tx.commit().await?;
    let mut published = 0;
    for Due { id, slug, kind } in due {
        let tenant = if kind == Kind::Network.code() {
            match hub.network().await? {
                Some(Site::Active(tenant)) => Some(tenant),
                _ => None,
            }
        } else {
            hub.member(&slug).await?
        };
        // Suspended since the look; it stays due.
        let Some(tenant) = tenant else { continue };
        if publish(&hub.system_scope(tenant, "schedule"), id).await? {
            published += 1;
        }
    }
    Ok(published)
}

/// Publishes one article whose time has come; not if somebody changed that meanwhile.
async fn publish(scope: &Scope, id: ArticleId) -> Result<bool> {
    let tx = scope.begin().await?;
    let text = "SELECT COUNT(*) AS count FROM articles WHERE tenant_id = $1 AND id = $2 AND status = 'draft' AND publish_at <= $3";
    // The lock first: on PostgreSQL an aggregate cannot take one.
    let before = super::office::load(&tx, id, tx.for_update()).await?;
    let is_due: Option<sql::Count> =
        sql::one(&tx, text, [tx.tenant().into(), id.into(), scope.now().into()]).await?;
    if is_due.is_none_or(|is_due| is_due.count == 0) {
        return Ok(false);
    }
    make_public(&tx, scope, id).await?;
    finish(tx, scope, "publish_article", &before).await?;
    scope.hub().tell(Notice::Outbox(scope.tenant().id)).await;
    Ok(true)
}
