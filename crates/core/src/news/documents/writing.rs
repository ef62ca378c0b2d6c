//! The office's verbs. Each is one transaction: the row, its versions, the files with it, the member's
//! content version and the audit.

use chrono::NaiveDate;
use sea_orm::{SqlErr, Value};

use super::office::load;
use super::{Document, MOST_VERSIONS, files, items};
use crate::ground::database::TenantTx;
use crate::ground::error::{Error, FieldError, Result};
use crate::ground::ids::{DocumentId, MediaId};
use crate::ground::input::Checks;
use crate::ground::localised::Localised;
use crate::ground::sql;
use crate::media;
use crate::tenancy::collectivities;
use crate::tenancy::permission::Action;
use crate::tenancy::scope::Scope;
use crate::trust::audit::{self, Changes};

/// Longest title in characters.
const TITLE_MAX: usize = 200;
/// Longest description in characters.
const DESCRIPTION_MAX: usize = 2_000;

/// What the office writes of a document.
#[derive(Debug, Clone)]
pub struct DocumentInput {
    /// One of [`items::ALL`].
    pub item: String,
    /// Titles; at least one.
    pub titles: Localised,
    /// What it holds.
    pub descriptions: Localised,
    /// The day that stands on it.
    pub dated_on: NaiveDate,
}

/// Writes a new document with its first file. It is not public yet.
///
/// # Errors
/// `Denied`, or `Invalid` with every broken rule.
pub async fn create(scope: &Scope, input: DocumentInput, file: MediaId) -> Result<DocumentId> {
    scope.require(Action::ManageDocuments)?;
    let input = check(scope.today(), input)?;
    let id = DocumentId(scope.new_id());
    let tx = scope.begin().await?;
    sql::insert(
        &tx,
        "documents",
        [
            ("tenant_id", tx.tenant().into()),
            ("id", id.into()),
            ("item", input.item.into()),
            ("titles", input.titles.into()),
            ("descriptions", input.descriptions.into()),
            ("dated_on", input.dated_on.into()),
            ("is_sample", scope.tenant().is_sample.into()),
            ("is_published", false.into()),
            ("member_live", true.into()),
            ("version", 1.into()),
            ("created_at", scope.now().into()),
            ("updated_at", scope.now().into()),
        ],
    )
    .await?;
    insert_version(&tx, scope, id, 1, file, false).await?;
    audit::record(&tx, scope, "create_document", "document", id.0).await?;
    tx.commit().await?;
    Ok(id)
}

/// Changes what is written of a document, at the version seen.
///
/// # Errors
/// `Denied`; `NotFound`; `Conflict` when somebody changed it meanwhile; `Invalid`.
pub async fn update(scope: &Scope, id: DocumentId, seen: i32, input: DocumentInput) -> Result<()> {
    scope.require(Action::ManageDocuments)?;
    let input = check(scope.today(), input)?;
    let tx = scope.begin().await?;
    let before = at_version(&tx, id, seen).await?;
    if before.is_published {
        require_title(scope, &input.titles)?;
    }
    let values: [Value; 7] = [
        tx.tenant().into(),
        id.into(),
        input.item.into(),
        input.titles.into(),
        input.descriptions.into(),
        input.dated_on.into(),
        scope.now().into(),
    ];
    sql::run(
        &tx,
        "UPDATE documents SET item = $3, titles = $4, descriptions = $5, dated_on = $6, updated_at = $7,
           version = version + 1 WHERE tenant_id = $1 AND id = $2",
        values,
    )
    .await?;
    finish(tx, scope, "update_document", &before, before.is_published).await
}

/// Gives a document a new file as its next version, at the version seen. Those before stay.
///
/// # Errors
/// `Denied`; `NotFound`; `Conflict` when somebody changed it meanwhile; `Invalid` for the field
/// `file`: no file of the member, the one it has, or one version too many.
pub async fn add_version(scope: &Scope, id: DocumentId, seen: i32, file: MediaId) -> Result<()> {
    scope.require(Action::ManageDocuments)?;
    let tx = scope.begin().await?;
    let before = at_version(&tx, id, seen).await?;
    if before.versions.iter().any(|version| version.medium.id == file) {
        return Err(Error::invalid("file", "document-same-file"));
    }
    if before.versions.len() >= MOST_VERSIONS {
        return Err(Error::Invalid(vec![
            FieldError::new("file", "field-out-of-range").with("min", 1).with("max", MOST_VERSIONS),
        ]));
    }
    let number = before.versions.first().map_or(1, |latest| latest.number + 1);
    insert_version(&tx, scope, id, number, file, before.is_published).await?;
    touch(&tx, scope, id).await?;
    media::settle(&tx, &[file]).await?;
    finish(tx, scope, "add_document_version", &before, before.is_published).await
}

/// Makes a document public with all its versions.
///
/// # Errors
/// `Denied`; `NotFound`; `Conflict` when it changed meanwhile or is public already; `Invalid` when
/// the language of the site has no title.
pub async fn publish(scope: &Scope, id: DocumentId, seen: i32) -> Result<()> {
    scope.require(Action::ManageDocuments)?;
    let tx = scope.begin().await?;
    let before = at_version(&tx, id, seen).await?;
    if before.is_published {
        return Err(Error::Conflict("document-is-public"));
    }
    require_title(scope, &before.titles)?;
    show(&tx, scope, &before, true).await?;
    finish(tx, scope, "publish_document", &before, true).await
}

/// Takes a public document back with all its versions.
///
/// # Errors
/// `Denied`; `NotFound`; `Conflict` when it changed meanwhile or is not public.
pub async fn withdraw(scope: &Scope, id: DocumentId, seen: i32) -> Result<()> {
    scope.require(Action::ManageDocuments)?;
    let tx = scope.begin().await?;
    let before = at_version(&tx, id, seen).await?;
    if !before.is_published {
        return Err(Error::Conflict("document-is-not-public"));
    }
    show(&tx, scope, &before, false).await?;
    finish(tx, scope, "withdraw_document", &before, true).await
}

async fn show(tx: &TenantTx, scope: &Scope, document: &Document, shown: bool) -> Result<()> {
    let key: [Value; 3] = [tx.tenant().into(), document.id.into(), shown.into()];
    let text = "UPDATE document_versions SET is_published = $3 WHERE tenant_id = $1 AND document_id = $2";
    sql::run(tx, text, key.clone()).await?;
    let text =
        "UPDATE documents SET is_published = $3, published_at = COALESCE(published_at, $4), updated_at = $4,
        version = version + 1 WHERE tenant_id = $1 AND id = $2";
    sql::run(tx, text, key.into_iter().chain([scope.now().into()])).await?;
    media::settle(tx, &files(&document.versions)).await
}

async fn insert_version(
    tx: &TenantTx,
    scope: &Scope,
    id: DocumentId,
    number: i32,
    file: MediaId,
    shown: bool,
) -> Result<()> {
    let row = [
        ("tenant_id", tx.tenant().into()),
        ("document_id", id.into()),
        ("number", number.into()),
        ("media_id", file.into()),
        ("is_published", shown.into()),
        ("member_live", true.into()),
        ("created_at", scope.now().into()),
    ];
    // The database judges whether the file is the member's own.
    sql::insert(tx, "document_versions", row).await.map_err(|error| match error.sql_err() {
        Some(SqlErr::ForeignKeyConstraintViolation(_)) => Error::invalid("file", "field-unknown-value"),
        _ => error.into(),
    })
}

async fn touch(tx: &TenantTx, scope: &Scope, id: DocumentId) -> Result<()> {
    let text = "UPDATE documents SET updated_at = $3, version = version + 1 WHERE tenant_id = $1 AND id = $2";
    sql::run(tx, text, [tx.tenant().into(), id.into(), scope.now().into()]).await?;
    Ok(())
}

async fn at_version(tx: &TenantTx, id: DocumentId, seen: i32) -> Result<Document> {
    let document = load(tx, id, tx.for_update()).await?;
    if document.version == seen { Ok(document) } else { Err(Error::Conflict("document-changed-meanwhile")) }
}

async fn finish(tx: TenantTx, scope: &Scope, action: &str, before: &Document, shows: bool) -> Result<()> {
    if shows {
        collectivities::raise_content_version(&tx, scope).await?;
    }
    let changes = differences(before, &load(&tx, before.id, "").await?);
    audit::record_with(&tx, scope, action, ("document", before.id.0), &changes).await?;
    tx.commit().await?;
    collectivities::tell_changed(scope).await;
    Ok(())
}

fn differences(before: &Document, after: &Document) -> Changes {
    let file = |document: &Document| document.versions.first().map(|latest| latest.medium.file_name.clone());
    Changes::new()
        .field("published", before.is_published, after.is_published)
        .field("item", before.item.as_str(), after.item.as_str())
        .texts("title", &before.titles, &after.titles)
        .texts("description", &before.descriptions, &after.descriptions)
        .day("dated_on", Some(before.dated_on), Some(after.dated_on))
        .field("file", file(before), file(after))
}

/// The language of the site is the fallback of all others.
fn require_title(scope: &Scope, titles: &Localised) -> Result<()> {
    let locale = scope.tenant().default_locale;
    if titles.exact(locale).is_some() {
        return Ok(());
    }
    let breach = FieldError::new(format!("titles.{}", locale.code()), "field-language-missing");
    Err(Error::Invalid(vec![breach.with("language", locale.own_name())]))
}

fn check(today: NaiveDate, input: DocumentInput) -> Result<DocumentInput> {
    let mut checks = Checks::default();
    let titles = checks.localised_line("titles", &input.titles, TITLE_MAX);
    let descriptions = checks.localised_block("descriptions", &input.descriptions, DESCRIPTION_MAX);
    checks.required("titles", &titles);
    if items::find(&input.item).is_none() {
        checks.refuse(FieldError::new("item", "field-unknown-value"));
    }
    // Long before any commune kept papers, or a slip of the finger.
    let oldest = NaiveDate::from_ymd_opt(1900, 1, 1).expect("a day of the calendar");
    if input.dated_on < oldest || input.dated_on > today {
        checks
            .refuse(FieldError::new("dated_on", "field-out-of-range").with("min", oldest).with("max", today));
    }
    checks.finish()?;
    Ok(DocumentInput { titles, descriptions, ..input })
}

#[cfg(test)]
mod tests {
    use infitah_i18n::Locale;

    use super::*;

    #[test]
    fn what_is_written_is_checked() {
        let day = |year| NaiveDate::from_ymd_opt(year, 5, 1).expect("a day");
        let titles = Localised::new([(Locale::Fr, " Budget ".to_owned())]);
        let good = DocumentInput {
            item: "budget".into(),
            titles,
            descriptions: Localised::default(),
            dated_on: day(2026),
        };
        let kept = check(day(2026), good.clone()).expect("good");
        assert_eq!(kept.titles.exact(Locale::Fr), Some("Budget"));
        let refused = |change: fn(&mut DocumentInput)| {
            let mut input = good.clone();
            change(&mut input);
            let Err(Error::Invalid(errors)) = check(day(2026), input) else { panic!("not refused") };
            errors[0].field.clone()
        };
        assert_eq!(refused(|input| input.item = "gossip".into()), "item");
        assert_eq!(refused(|input| input.titles = Localised::default()), "titles");
        assert_eq!(refused(|input| input.dated_on += chrono::TimeDelta::days(1)), "dated_on");
        assert_eq!(refused(|input| input.dated_on = NaiveDate::MIN), "dated_on");
    }
}
