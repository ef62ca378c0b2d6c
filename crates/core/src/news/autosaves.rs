//! What somebody has typed of an article or a page and not saved yet: kept as they go, seen by nobody
//! else, gone when it is saved. Nothing is refused for being unfinished.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use sea_orm::{FromJsonQueryResult, FromQueryResult, Value};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::articles::{BODY_MAX, SUMMARY_MAX, TITLE_MAX};
use crate::ground::codes::coded;
use crate::ground::error::{Error, FieldError, Result};
use crate::ground::ids::PersonId;
use crate::ground::sql;
use crate::tenancy::permission::Action;
use crate::tenancy::scope::Scope;

/// Autosaves of one person at one member at most; the oldest give way.
const MOST: i64 = 50;
/// Controls of a form at most.
const MOST_FIELDS: usize = 40;
/// Characters of all controls together at most: four languages and then some.
const MOST_CHARACTERS: usize = 5 * (BODY_MAX + SUMMARY_MAX + TITLE_MAX);

/// What is kept as it is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Noun {
    /// A news article.
    Article,
    /// A page that stays.
    Page,
}

coded! {
    Noun {
        Article = "article",
        Page = "page",
    }
}

impl Noun {
    /// The right to write one.
    fn action(self) -> Action {
        match self {
            Self::Article => Action::WriteArticle,
            Self::Page => Action::ManagePages,
        }
    }
}

/// The controls of a form by their names, as they were typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
#[serde(transparent)]
pub struct Typed(pub BTreeMap<String, String>);

/// What was typed of one thing.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Autosave {
    /// Its id, or for a new one the key of its form.
    pub key: Uuid,
    /// The version that was being changed; 0 for a new one.
    pub version: i32,
    /// What was typed.
    pub content: Typed,
    /// When it was kept last.
    pub saved_at: DateTime<Utc>,
}

/// Keeps what the person has typed, in place of what was kept before under this key, and says when.
///
/// # Errors
/// `Denied`; `Invalid` for more than any article holds.
pub async fn save(scope: &Scope, noun: Noun, key: Uuid, seen: i32, content: Typed) -> Result<DateTime<Utc>> {
    scope.require(noun.action())?;
    let person = person(scope)?;
    let length: usize = content.0.iter().map(|(name, text)| name.len() + text.chars().count()).sum();
    if content.0.len() > MOST_FIELDS || length > MOST_CHARACTERS {
        let breach = FieldError::new("content", "field-too-long").with("max", MOST_CHARACTERS);
        return Err(Error::Invalid(vec![breach]));
    }
    let tx = scope.begin().await?;
    let values: [Value; 7] = [
        tx.tenant().into(),
        person.into(),
        key.into(),
        seen.into(),
        content.into(),
        scope.now().into(),
        noun.code().into(),
    ];
    sql::run(
        &tx,
        "INSERT INTO article_autosaves (tenant_id, person_id, key, version, content, saved_at, noun)
         VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (tenant_id, person_id, key) DO UPDATE SET version = excluded.version,
           content = excluded.content, saved_at = excluded.saved_at, noun = excluded.noun",
        values,
    )
    .await?;
    let text = format!(
        "DELETE FROM article_autosaves WHERE tenant_id = $1 AND person_id = $2 AND key IN (
           SELECT o.key FROM article_autosaves o WHERE o.tenant_id = $1 AND o.person_id = $2
           ORDER BY o.saved_at DESC, o.key LIMIT 1000 OFFSET {MOST})"
    );
    sql::run(&tx, &text, [tx.tenant().into(), person.into()]).await?;
    tx.commit().await?;
    Ok(scope.now())
}

/// What the person has typed under a key, if anything.
///
/// # Errors
/// `Denied`.
pub async fn find(scope: &Scope, noun: Noun, key: Uuid) -> Result<Option<Autosave>> {
    scope.require(noun.action())?;
    let tx = scope.begin_read().await?;
    let text = "SELECT key, version, content, saved_at FROM article_autosaves
                WHERE tenant_id = $1 AND person_id = $2 AND key = $3 AND noun = $4";
    let values = [tx.tenant().into(), person(scope)?.into(), key.into(), noun.code().into()];
    Ok(sql::one(&tx, text, values).await?)
}

/// What the person has typed and not saved, the last first.
///
/// # Errors
/// `Denied`.
pub async fn list(scope: &Scope, noun: Noun) -> Result<Vec<Autosave>> {
    scope.require(noun.action())?;
    let tx = scope.begin_read().await?;
    let text = format!(
        "SELECT key, version, content, saved_at FROM article_autosaves
         WHERE tenant_id = $1 AND person_id = $2 AND noun = $3 ORDER BY saved_at DESC, key LIMIT {MOST}"
    );
    let values = [tx.tenant().into(), person(scope)?.into(), noun.code().into()];
    Ok(sql::all(&tx, &text, values).await?)
}

/// Throws away what the person has typed under a key.
///
/// # Errors
/// `Denied`.
pub async fn discard(scope: &Scope, noun: Noun, key: Uuid) -> Result<()> {
    scope.require(noun.action())?;
    let tx = scope.begin().await?;
    let text = "DELETE FROM article_autosaves WHERE tenant_id = $1 AND person_id = $2 AND key = $3
                AND noun = $4";
    let values = [tx.tenant().into(), person(scope)?.into(), key.into(), noun.code().into()];
    sql::run(&tx, text, values).await?;
    Ok(tx.commit().await?)
}

fn person(scope: &Scope) -> Result<PersonId> {
    scope.person().map(|person| person.id).ok_or(Error::Unauthenticated("sign-in-needed"))
}
