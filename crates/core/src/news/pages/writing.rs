//! The office's verbs of pages. Each is one transaction: the row, its slugs, the member's content
//! version and the audit.

use sea_orm::{FromQueryResult, Value};

use super::{ADDRESSES, CARD, FILES, MOST_PAGES, Page, PageCard, PageStatus};
use crate::ground::database::TenantTx;
use crate::ground::error::{Error, FieldError, Result};
use crate::ground::ids::PageId;
use crate::ground::input::Checks;
use crate::ground::localised::Localised;
use crate::ground::sql;
use crate::news::addresses::{self, Before};
use crate::news::articles::{BODY_MAX, TITLE_MAX};
use crate::news::{files, html};
use crate::tenancy::collectivities;
use crate::tenancy::permission::Action;
use crate::tenancy::scope::Scope;
use crate::trust::audit::{self, Changes};

/// What the office writes of a page.
#[derive(Debug, Clone, Default)]
pub struct PageInput {
    /// Titles; at least one.
    pub titles: Localised,
    /// Bodies as HTML; what may not be shown is taken out.
    pub bodies: Localised,
    /// Slugs, where the office chose them; else they follow the titles.
    pub slugs: Localised,
    /// It stands in the menu of the site.
    pub in_menu: bool,
}

/// All pages of the member in their order.
///
/// # Errors
/// `Denied`.
pub async fn office_list(scope: &Scope) -> Result<Vec<PageCard>> {
    scope.require(Action::ManagePages)?;
    let tx = scope.begin_read().await?;
    let text = format!(
        "SELECT {CARD} FROM pages g WHERE g.tenant_id = $1 ORDER BY g.position, g.id LIMIT {MOST_PAGES}"
    );
    Ok(sql::all(&tx, &text, [tx.tenant().into()]).await?)
}

/// One page of the member, public or not.
///
/// # Errors
/// `Denied`, or `NotFound`.
pub async fn draft(scope: &Scope, id: PageId) -> Result<Page> {
    scope.require(Action::ManagePages)?;
    let tx = scope.begin_read().await?;
    load(&tx, id, "").await
}

/// Writes a new draft, the last of the pages.
///
/// # Errors
/// `Denied`; `Conflict` when there are too many; `Invalid` with every broken rule.
pub async fn create(scope: &Scope, input: PageInput) -> Result<Page> {
    #[derive(FromQueryResult)]
    struct Last {
        count: i64,
        last: i32,
    }
    scope.require(Action::ManagePages)?;
    let input = check(input)?;
    let id = PageId(scope.new_id());
    let tx = scope.begin().await?;
    collectivities::raise_content_version(&tx, scope).await?;
    let text = "SELECT COUNT(*) AS count, COALESCE(MAX(position), 0) AS last FROM pages WHERE tenant_id = $1";
    let last: Option<Last> = sql::one(&tx, text, [tx.tenant().into()]).await?;
    let last = last.ok_or_else(|| Error::internal("a count without a row"))?;
    if last.count >= MOST_PAGES {
        return Err(Error::Conflict("page-too-many"));
    }
    sql::insert(
        &tx,
        "pages",
        [
            ("tenant_id", tx.tenant().into()),
            ("id", id.into()),
            ("status", PageStatus::Draft.code().into()),
            ("position", (last.last + 1).into()),
            ("in_menu", input.in_menu.into()),
            ("titles", input.titles.clone().into()),
            ("bodies", files::measure(&tx, input.bodies).await?.into()),
            ("slugs", Localised::default().into()),
            ("version", 1.into()),
            ("is_sample", scope.tenant().is_sample.into()),
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
    let text = "UPDATE pages SET slugs = $3 WHERE tenant_id = $1 AND id = $2";
    sql::run(&tx, text, [tx.tenant().into(), id.into(), slugs.into()]).await?;
    finish(tx, scope, "create_page", id, None).await
}

/// Changes a page that is at version `seen`.
///
/// # Errors
/// `Denied`; `NotFound`; `Conflict` when somebody changed it meanwhile; `Invalid`.
pub async fn update(scope: &Scope, id: PageId, seen: i32, input: PageInput) -> Result<Page> {
    scope.require(Action::ManagePages)?;
    let input = check(input)?;
    let tx = scope.begin().await?;
    collectivities::raise_content_version(&tx, scope).await?;
    let before = at_version(&tx, id, seen).await?;
    let is_public = before.status == PageStatus::Published;
    if is_public {
        addresses::require_complete(scope, &input.titles, &input.bodies)?;
    }
    let kept = Before { slugs: &before.slugs(), was_public: before.published_at.is_some() };
    let slugs = addresses::put(&tx, ADDRESSES, id.0, (&input.titles, &input.slugs), kept).await?;
    let bodies = files::measure(&tx, input.bodies).await?;
    let values = [input.titles.into(), bodies.into(), input.in_menu.into(), slugs.into()];
    set(&tx, scope, id, "titles = $5, bodies = $6, in_menu = $7, slugs = $8", values).await?;
    if is_public {
        addresses::show(&tx, ADDRESSES, id.0, true).await?;
    }
    finish(tx, scope, "update_page", id, Some(&before)).await
}

/// Makes a page public.
///
/// # Errors
/// `Denied`; `NotFound`; `Conflict` when it changed meanwhile or is public already; `Invalid` when
/// the language of the site has no title or no body.
pub async fn publish(scope: &Scope, id: PageId, seen: i32) -> Result<Page> {
    scope.require(Action::ManagePages)?;
    let tx = scope.begin().await?;
    collectivities::raise_content_version(&tx, scope).await?;
    let before = at_version(&tx, id, seen).await?;
    if before.status == PageStatus::Published {
        return Err(Error::Conflict("page-already-public"));
    }
    addresses::require_complete(scope, &before.titles, &before.bodies)?;
    let columns = "status = 'published', published_at = COALESCE(published_at, $3)";
    set(&tx, scope, id, columns, []).await?;
    addresses::show(&tx, ADDRESSES, id.0, true).await?;
    finish(tx, scope, "publish_page", id, Some(&before)).await
}

/// Takes a public page back; it is a draft again.
///
/// # Errors
/// `Denied`; `NotFound`; `Conflict` when it changed meanwhile or is not public.
pub async fn take_back(scope: &Scope, id: PageId, seen: i32) -> Result<Page> {
    scope.require(Action::ManagePages)?;
    let tx = scope.begin().await?;
    collectivities::raise_content_version(&tx, scope).await?;
    let before = at_version(&tx, id, seen).await?;
    if before.status != PageStatus::Published {
        return Err(Error::Conflict("page-not-public"));
    }
    set(&tx, scope, id, "status = 'draft'", []).await?;
    addresses::show(&tx, ADDRESSES, id.0, false).await?;
    finish(tx, scope, "take_back_page", id, Some(&before)).await
}

async fn load(tx: &TenantTx, id: PageId, lock: &str) -> Result<Page> {
    let text = format!("SELECT {CARD}, g.bodies FROM pages g WHERE g.tenant_id = $1 AND g.id = $2{lock}");
    let page: Option<Page> = sql::one(tx, &text, [tx.tenant().into(), id.into()]).await?;
    page.ok_or(Error::NotFound("page"))
}

async fn at_version(tx: &TenantTx, id: PageId, seen: i32) -> Result<Page> {
    let page = load(tx, id, tx.for_update()).await?;
    if page.version == seen { Ok(page) } else { Err(Error::Conflict("page-changed-meanwhile")) }
}

/// Sets columns of a page: `$3` is now, `$4` the person, the values follow.
async fn set<const N: usize>(
    tx: &TenantTx,
    scope: &Scope,
    id: PageId,
    columns: &str,
    values: [Value; N],
) -> Result<()> {
    let text = format!(
        "UPDATE pages SET {columns}, updated_at = $3, updated_by = $4, version = version + 1
         WHERE tenant_id = $1 AND id = $2"
    );
    let fixed: [Value; 4] = [tx.tenant().into(), id.into(), scope.now().into(), scope.person_id().into()];
    sql::run(tx, &text, fixed.into_iter().chain(values)).await?;
    Ok(())
}

async fn finish(
    tx: TenantTx,
    scope: &Scope,
    action: &str,
    id: PageId,
    before: Option<&Page>,
) -> Result<Page> {
    let page = load(&tx, id, "").await?;
    let changes = before.map(|before| differences(before, &page)).unwrap_or_default();
    audit::record_with(&tx, scope, action, ("page", id.0), &changes).await?;
    files::note(&tx, FILES, id.0, &[&page.bodies], None).await?;
    tx.commit().await?;
    collectivities::tell_changed(scope).await;
    Ok(page)
}

fn differences(before: &Page, after: &Page) -> Changes {
    Changes::new()
        .field("status", before.status.code(), after.status.code())
        .field("in_menu", before.in_menu, after.in_menu)
        .texts("title", &before.titles, &after.titles)
        .texts("body", &before.bodies, &after.bodies)
}

fn check(input: PageInput) -> Result<PageInput> {
    let mut checks = Checks::default();
    let titles = checks.localised_line("title", &input.titles, TITLE_MAX);
    let bodies = checks.localised_block("bodyHtml", &input.bodies, BODY_MAX).map(html::clean);
    checks.required("title", &titles);
    for (locale, body) in bodies.iter() {
        if titles.exact(locale).is_none() {
            checks.refuse(FieldError::new(format!("title.{}", locale.code()), "field-required"));
        }
        if !html::pictures_are_described(body) {
            let field = format!("bodyHtml.{}", locale.code());
            checks.refuse(FieldError::new(field, "article-picture-without-words"));
        }
    }
    addresses::check(&mut checks, &input.slugs);
    checks.finish()?;
    Ok(PageInput { titles, bodies, ..input })
}
