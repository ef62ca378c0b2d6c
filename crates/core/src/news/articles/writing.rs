//! The office's verbs. Each is one transaction: the row, its slugs, the member's content version,
//! the audit and, when the public must be told, the event.

use chrono::{DateTime, SecondsFormat, Utc};
use sea_orm::{FromQueryResult, Value};

use super::office::load;
use super::reviewing::set;
use super::{ADDRESSES, Article, Cover, FILES, Status, covers, revisions};
use crate::ground::bus::Notice;
use crate::ground::database::TenantTx;
use crate::ground::error::{Error, FieldError, Result};
use crate::ground::ids::ArticleId;
use crate::ground::input::Checks;
use crate::ground::localised::Localised;
use crate::ground::sql;
use crate::news::addresses::{self, Before};
use crate::news::{categories, files, html};
use crate::notify::outbox;
use crate::tenancy::collectivities;
use crate::tenancy::permission::Action;
use crate::tenancy::scope::Scope;
use crate::trust::audit::{self, Changes};

/// Longest title in characters.
pub const TITLE_MAX: usize = 200;
/// Longest summary in characters.
pub const SUMMARY_MAX: usize = 600;
/// Longest body in characters of HTML.
pub const BODY_MAX: usize = 100_000;

/// What an editor writes.
#[derive(Debug, Clone, Default)]
pub struct ArticleInput {
    /// Titles; at least one.
    pub titles: Localised,
    /// Summaries.
    pub summaries: Localised,
    /// Bodies as HTML; what may not be shown is taken out.
    pub bodies: Localised,
    /// One of [`categories::ALL`].
    pub category: Option<String>,
    /// Slugs, where the editor chose them; else they follow the titles.
    pub slugs: Localised,
    /// The picture at its head.
    pub cover: Cover,
}

/// Writes a new draft.
///
/// # Errors
/// `Denied`, or `Invalid` with every broken rule.
pub async fn create(scope: &Scope, input: ArticleInput) -> Result<Article> {
    scope.require(Action::WriteArticle)?;
    let input = check(input)?;
    let id = ArticleId(scope.new_id());
    let tx = scope.begin().await?;
    let cover = input.cover.after(None);
    covers::require(&tx, cover).await?;
    let bodies = files::measure(&tx, input.bodies.clone()).await?;
    sql::insert(
        &tx,
        "articles",
        [
            ("tenant_id", tx.tenant().into()),
            ("id", id.into()),
            ("status", Status::Draft.code().into()),
            ("category", input.category.clone().into()),
            ("titles", input.titles.clone().into()),
            ("summaries", input.summaries.clone().into()),
            ("bodies", bodies.clone().into()),
            ("cover_id", cover.into()),
            ("slugs", Localised::default().into()),
            ("version", 1.into()),
            ("written_at", written(scope, None, &input).into()),
            ("is_sample", false.into()),
            ("member_live", true.into()),
            ("created_at", scope.now().into()),
            ("updated_at", scope.now().into()),
            ("created_by", scope.person_id().into()),
            ("updated_by", scope.person_id().into()),
        ],
    )
    .await?;
    let slugs =
        addresses::put(&tx, ADDRESSES, id.0, (&input.titles, &input.slugs), Before::default()).await?;
    sql::run(
        &tx,
        "UPDATE articles SET slugs = $3 WHERE tenant_id = $1 AND id = $2",
        [tx.tenant().into(), id.into(), slugs.into()],
    )
    .await?;
    files::note(&tx, FILES, id.0, &[&bodies], cover).await?;
    audit::record(&tx, scope, "create_article", "article", id.0).await?;
    let article = load(&tx, id, "").await?;
    revisions::keep(&tx, scope, &article).await?;
    tx.commit().await?;
    Ok(article)
}

/// Changes an article that is at version `seen`.
///
/// # Errors
/// `Denied`; `NotFound`; `Conflict` when somebody changed it meanwhile; `Invalid`.
pub async fn update(scope: &Scope, id: ArticleId, seen: i32, input: ArticleInput) -> Result<Article> {
    scope.require(Action::WriteArticle)?;
    let input = check(input)?;
    let tx = scope.begin().await?;
    let before = at_version(&tx, id, seen).await?;
    let is_public = before.status == Status::Published;
    if is_public || before.status == Status::Scheduled {
        // What is public, or will be by itself, changes with this, so it takes the right to publish
        // and stays complete.
        scope.require(Action::PublishArticle)?;
        addresses::require_complete(scope, &input.titles, &input.bodies)?;
    }
    let cover = input.cover.after(before.cover.as_ref());
    covers::require(&tx, cover).await?;
    let bodies = files::measure(&tx, input.bodies.clone()).await?;
    revisions::keep_first(&tx, &before).await?;
    let kept = Before { slugs: &before.slugs, was_public: before.published_at.is_some() };
    let slugs = addresses::put(&tx, ADDRESSES, id.0, (&input.titles, &input.slugs), kept).await?;
    let written = written(scope, Some((&before, &written_before(&tx, id).await?)), &input);
    let values: [Value; 11] = [
        tx.tenant().into(),
        id.into(),
        input.category.into(),
        input.titles.into(),
        input.summaries.into(),
        bodies.clone().into(),
        slugs.into(),
        scope.now().into(),
        scope.person_id().into(),
        written.into(),
        cover.into(),
    ];
    sql::run(
        &tx,
        "UPDATE articles SET category = $3, titles = $4, summaries = $5, bodies = $6, slugs = $7, updated_at = $8,
           updated_by = $9, written_at = $10, cover_id = $11, version = version + 1 WHERE tenant_id = $1 AND id = $2",
        values,
    )
    .await?;
    let after = load(&tx, id, "").await?;
    if words(&after) != words(&before) {
        revisions::keep(&tx, scope, &after).await?;
    }
    files::note(&tx, FILES, id.0, &[&bodies], cover).await?;
    if is_public {
        addresses::show(&tx, ADDRESSES, id.0, true).await?;
        collectivities::raise_content_version(&tx, scope).await?;
    }
    finish(tx, scope, "update_article", &before).await
}

/// Makes an article public and tells everyone who asked to be told, once in its life.
///
/// # Errors
/// `Denied`; `NotFound`; `Conflict` when it changed meanwhile or is public already; `Invalid` when
/// the language of the site has no title or no body.
pub async fn publish(scope: &Scope, id: ArticleId, seen: i32) -> Result<Article> {
    scope.require(Action::PublishArticle)?;
    let tx = scope.begin().await?;
    let before = at_version(&tx, id, seen).await?;
    if before.status == Status::Published {
        return Err(Error::Conflict("article-already-published"));
    }
    // The default language is the fallback of all others, so it must be complete.
    addresses::require_complete(scope, &before.titles, &before.bodies)?;
    make_public(&tx, scope, id).await?;
    let article = finish(tx, scope, "publish_article", &before).await?;
    scope.hub().tell(Notice::Outbox(scope.tenant().id)).await;
    Ok(article)
}

/// Takes a public article back; it becomes a draft again.
///
/// # Errors
/// `Denied`; `NotFound`; `Conflict` when it changed meanwhile or is not public.
pub async fn unpublish(scope: &Scope, id: ArticleId, seen: i32) -> Result<Article> {
    scope.require(Action::UnpublishArticle)?;
    let tx = scope.begin().await?;
    let before = at_version(&tx, id, seen).await?;
    if before.status != Status::Published {
        return Err(Error::Conflict("article-not-published"));
    }
    set(&tx, scope, id, "status = 'draft'", None).await?;
    addresses::show(&tx, ADDRESSES, id.0, false).await?;
    files::follow(&tx, FILES, id.0).await?;
    collectivities::raise_content_version(&tx, scope).await?;
    finish(tx, scope, "unpublish_article", &before).await
}

/// Shows an article and appends the event that tells of it.
pub(super) async fn make_public(tx: &TenantTx, scope: &Scope, id: ArticleId) -> Result<()> {
    let columns = "status = 'published', published_at = COALESCE(published_at, $3), submitted_at = NULL,
      publish_at = NULL, return_note = NULL";
    set(tx, scope, id, columns, None).await?;
    addresses::show(tx, ADDRESSES, id.0, true).await?;
    files::follow(tx, FILES, id.0).await?;
    note_publication(tx, scope).await?;
    collectivities::raise_content_version(tx, scope).await?;
    outbox::append(tx, scope, outbox::Event::ArticlePublished(id)).await?;
    Ok(())
}

pub(super) async fn at_version(tx: &TenantTx, id: ArticleId, seen: i32) -> Result<Article> {
    let article = load(tx, id, tx.for_update()).await?;
    if article.version != seen {
        return Err(Error::Conflict("article-changed-meanwhile"));
    }
    Ok(article)
}

/// Ends a transaction that changed an article: what differs goes into the audit.
pub(super) async fn finish(tx: TenantTx, scope: &Scope, action: &str, before: &Article) -> Result<Article> {
    let article = load(&tx, before.id, "").await?;
    let changes = differences(before, &article);
    audit::record_with(&tx, scope, action, ("article", before.id.0), &changes).await?;
    tx.commit().await?;
    collectivities::tell_changed(scope).await;
    Ok(article)
}

fn differences(before: &Article, after: &Article) -> Changes {
    Changes::new()
        .field("status", before.status.code(), after.status.code())
        .field("category", before.category.clone(), after.category.clone())
        .field("cover", named(before), named(after))
        .texts("title", &before.titles, &after.titles)
        .texts("summary", &before.summaries, &after.summaries)
        .texts("body", &before.bodies, &after.bodies)
}

/// What the audit calls a cover.
fn named(article: &Article) -> Option<String> {
    article.cover.as_ref().map(|cover| cover.file_name.clone())
}

async fn note_publication(tx: &TenantTx, scope: &Scope) -> Result<()> {
    sql::run(
        tx,
        "UPDATE member_summaries SET last_published_at = $2 WHERE tenant_id = $1",
        [tx.tenant().into(), scope.now().into()],
    )
    .await?;
    Ok(())
}

/// What a version says.
fn words(article: &Article) -> (&Localised, &Localised, &Localised, &Option<String>) {
    (&article.titles, &article.summaries, &article.bodies, &article.category)
}

/// When the text of each language was written, as it is stored: now where it differs from before.
fn written(scope: &Scope, before: Option<(&Article, &Localised)>, input: &ArticleInput) -> Localised {
    let stamp = |at: DateTime<Utc>| at.to_rfc3339_opts(SecondsFormat::Micros, true);
    let at = |locale| {
        let typed = [&input.titles, &input.summaries, &input.bodies].map(|texts| texts.exact(locale));
        let Some((article, stored)) = before else { return stamp(scope.now()) };
        if [&article.titles, &article.summaries, &article.bodies].map(|texts| texts.exact(locale)) != typed {
            return stamp(scope.now());
        }
        stored.exact(locale).map_or_else(|| stamp(article.updated_at), str::to_owned)
    };
    Localised::new(input.titles.locales().map(|locale| (locale, at(locale))))
}

async fn written_before(tx: &TenantTx, id: ArticleId) -> Result<Localised> {
    #[derive(FromQueryResult)]
    struct Row {
        written_at: Localised,
    }
    let row: Option<Row> = sql::one(
        tx,
        "SELECT written_at FROM articles WHERE tenant_id = $1 AND id = $2",
        [tx.tenant().into(), id.into()],
    )
    .await?;
    Ok(row.map(|row| row.written_at).unwrap_or_default())
}

/// Checks an input and cleans its HTML.
pub(super) fn check(input: ArticleInput) -> Result<ArticleInput> {
    let mut checks = Checks::default();
    let titles = checks.localised_line("title", &input.titles, TITLE_MAX);
    let summaries = checks.localised_block("summary", &input.summaries, SUMMARY_MAX);
    let bodies = checks.localised_block("bodyHtml", &input.bodies, BODY_MAX);
    checks.required("title", &titles);
    for (locale, _) in summaries.iter().chain(bodies.iter()) {
        if titles.exact(locale).is_none() {
            checks.refuse(FieldError::new(format!("title.{}", locale.code()), "field-required"));
        }
    }
    if input.category.as_deref().is_some_and(|code| categories::find(code).is_none()) {
        checks.refuse(FieldError::new("category", "field-unknown-value"));
    }
    addresses::check(&mut checks, &input.slugs);
    let bodies = bodies.map(html::clean);
    for (locale, body) in bodies.iter() {
        if !html::pictures_are_described(body) {
            checks.refuse(FieldError::new(
                format!("bodyHtml.{}", locale.code()),
                "article-picture-without-words",
            ));
        }
    }
    checks.finish()?;
    Ok(ArticleInput { titles, summaries, bodies, ..input })
}
