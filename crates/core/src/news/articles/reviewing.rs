//! The way of a draft through the newsroom: handed in by who writes, returned with a note by who may
//! publish, put away and taken out again. Making it public is in `writing` and `scheduling`.

use sea_orm::Value;

use super::writing::{at_version, finish};
use super::{ADDRESSES, Article, FILES, Status};
use crate::ground::database::TenantTx;
use crate::ground::error::{Error, Result};
use crate::ground::ids::ArticleId;
use crate::ground::input::Checks;
use crate::ground::sql;
use crate::news::{addresses, files};
use crate::tenancy::collectivities;
use crate::tenancy::permission::Action;
use crate::tenancy::scope::Scope;

/// Longest note to a writer in characters.
pub const NOTE_MAX: usize = 1_000;

/// Hands a draft in, so that somebody who may publish looks at it.
///
/// # Errors
/// `Denied`; `NotFound`; `Conflict` when it changed meanwhile or is no draft; `Invalid` when the
/// language of the site has no title or no body.
pub async fn submit(scope: &Scope, id: ArticleId, seen: i32) -> Result<Article> {
    scope.require(Action::WriteArticle)?;
    let tx = scope.begin().await?;
    let before = at_version(&tx, id, seen).await?;
    if before.status != Status::Draft {
        return Err(Error::Conflict("article-not-a-draft"));
    }
    addresses::require_complete(scope, &before.titles, &before.bodies)?;
    set(&tx, scope, id, "submitted_at = $3, return_note = NULL", None).await?;
    finish(tx, scope, "submit_article", &before).await
}

/// Gives an article that was handed in back to its writer, with a word on what to change.
///
/// # Errors
/// `Denied`; `NotFound`; `Conflict` when it changed meanwhile or was not handed in; `Invalid`
/// without a note.
pub async fn return_to_writer(scope: &Scope, id: ArticleId, seen: i32, note: &str) -> Result<Article> {
    scope.require(Action::PublishArticle)?;
    let mut checks = Checks::default();
    let note = checks.block("note", note.trim(), NOTE_MAX);
    checks.finish()?;
    if note.is_empty() {
        return Err(Error::invalid("note", "field-required"));
    }
    let tx = scope.begin().await?;
    let before = at_version(&tx, id, seen).await?;
    if before.status != Status::InReview {
        return Err(Error::Conflict("article-not-in-review"));
    }
    set(&tx, scope, id, "submitted_at = NULL, return_note = $5", Some(note.into())).await?;
    finish(tx, scope, "return_article", &before).await
}

/// Puts an article away: nobody but the office sees it, and lists of the office keep it apart.
///
/// # Errors
/// `Denied` (what is public takes the right to take it back); `NotFound`; `Conflict` when it
/// changed meanwhile or is put away already.
pub async fn archive(scope: &Scope, id: ArticleId, seen: i32) -> Result<Article> {
    scope.require(Action::UnpublishArticle)?;
    let tx = scope.begin().await?;
    let before = at_version(&tx, id, seen).await?;
    if before.status == Status::Archived {
        return Err(Error::Conflict("article-already-archived"));
    }
    set(&tx, scope, id, "status = 'archived', submitted_at = NULL, publish_at = NULL", None).await?;
    if before.status == Status::Published {
        addresses::show(&tx, ADDRESSES, id.0, false).await?;
        files::follow(&tx, FILES, id.0).await?;
        collectivities::raise_content_version(&tx, scope).await?;
    }
    finish(tx, scope, "archive_article", &before).await
}

/// Takes an article out again, as a draft.
///
/// # Errors
/// `Denied`; `NotFound`; `Conflict` when it changed meanwhile or is not put away.
pub async fn unarchive(scope: &Scope, id: ArticleId, seen: i32) -> Result<Article> {
    scope.require(Action::UnpublishArticle)?;
    let tx = scope.begin().await?;
    let before = at_version(&tx, id, seen).await?;
    if before.status != Status::Archived {
        return Err(Error::Conflict("article-not-archived"));
    }
    set(&tx, scope, id, "status = 'draft'", None).await?;
    finish(tx, scope, "unarchive_article", &before).await
}

/// Sets columns of an article: `$3` is now, `$4` the person, `$5` the value given.
pub(super) async fn set(
    tx: &TenantTx,
    scope: &Scope,
    id: ArticleId,
    columns: &str,
    value: Option<Value>,
) -> Result<()> {
    let text = format!(
        "UPDATE articles SET {columns}, updated_at = $3, updated_by = $4, version = version + 1
         WHERE tenant_id = $1 AND id = $2"
    );
    let fixed = [tx.tenant().into(), id.into(), scope.now().into(), scope.person_id().into()];
    sql::run(tx, &text, fixed.into_iter().chain(value)).await?;
    Ok(())
}
