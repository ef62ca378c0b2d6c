//! Loading articles that are public already, with their own dates: the demonstration and imports.
//! Nobody is told of them, so no event is written.

use chrono::{DateTime, Utc};
use sea_orm::Value;

use super::writing::{ArticleInput, check};
use crate::ground::error::Result;
use crate::ground::ids::ArticleId;
use crate::ground::localised::Localised;
use crate::ground::sql;
use crate::news::slugs;
use crate::tenancy::collectivities;
use crate::tenancy::permission::Action;
use crate::tenancy::scope::Scope;
use crate::trust::audit;

/// An article with its date.
#[derive(Debug, Clone)]
pub struct SeedArticle {
    /// What it says.
    pub input: ArticleInput,
    /// When it became public.
    pub published_at: DateTime<Utc>,
    /// Made up for demonstration.
    pub is_sample: bool,
}

/// Writes published articles in two statements, whatever their number.
///
/// # Errors
/// `Denied`; `Invalid` for the first article that breaks a rule.
pub async fn seed(scope: &Scope, articles: Vec<SeedArticle>) -> Result<Vec<ArticleId>> {
    scope.require(Action::PublishArticle)?;
    let tx = scope.begin().await?;
    let (mut rows, mut slug_rows, mut ids) = (Vec::new(), Vec::new(), Vec::new());
    for article in articles {
        let input = check(article.input)?;
        let id = ArticleId(scope.new_id());
        let chosen = |locale, title: &str| {
            input.slugs.exact(locale).map_or_else(|| slugs::of_title(title), str::to_owned)
        };
        let slugs =
            Localised::new(input.titles.iter().map(|(locale, title)| (locale, chosen(locale, title))));
        for (locale, slug) in slugs.iter() {
            let row: Vec<Value> = vec![
                tx.tenant().into(),
                locale.code().into(),
                slug.into(),
                id.into(),
                true.into(),
                true.into(),
                true.into(),
            ];
            slug_rows.push(row);
        }
        let row: Vec<Value> = vec![
            tx.tenant().into(),
            id.into(),
            "published".into(),
            input.category.into(),
            input.titles.into(),
            input.summaries.into(),
            input.bodies.into(),
            slugs.into(),
            1.into(),
            article.is_sample.into(),
            true.into(),
            article.published_at.into(),
            article.published_at.into(),
            article.published_at.into(),
        ];
        rows.push(row);
        ids.push(id);
    }
    let columns = [
        "tenant_id",
        "id",
        "status",
        "category",
        "titles",
        "summaries",
        "bodies",
        "slugs",
        "version",
        "is_sample",
        "member_live",
        "published_at",
        "created_at",
        "updated_at",
    ];
    sql::insert_all(&tx, "articles", &columns, rows).await?;
    let columns = ["tenant_id", "locale", "slug", "article_id", "is_current", "is_published", "member_live"];
    sql::insert_all(&tx, "article_slugs", &columns, slug_rows).await?;
    collectivities::raise_content_version(&tx, scope).await?;
    audit::record(&tx, scope, "seed_articles", "collectivity", tx.tenant().0).await?;
    tx.commit().await?;
    collectivities::tell_changed(scope).await;
    Ok(ids)
}
