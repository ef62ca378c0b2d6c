//! Documents that a member publishes: what each is called, the publication item it answers, and the
//! versions of its file. A new file is a new version; those before stay as they were shown.

pub mod items;
mod office;
mod reading;
mod writing;

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{FromQueryResult, Value};

use crate::ground::error::Result;
use crate::ground::ids::{DocumentId, MediaId, TenantId};
use crate::ground::localised::Localised;
use crate::ground::paging::Position;
use crate::ground::sql::{self, Source};
use crate::media::Medium;

pub use office::{draft, office_list};
pub use reading::{by_ids, find, list, years};
pub use writing::{DocumentInput, add_version, create, publish, update, withdraw};

/// Versions of one document at most.
pub const MOST_VERSIONS: usize = 100;

/// A document.
#[derive(Debug, Clone)]
pub struct Document {
    /// What is written of it.
    pub sheet: Sheet,
    /// Its versions, the latest first; at least one once it is public.
    pub versions: Vec<Version>,
}

impl std::ops::Deref for Document {
    type Target = Sheet;
    fn deref(&self) -> &Sheet {
        &self.sheet
    }
}

/// A document without its files.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Sheet {
    /// Its id.
    pub id: DocumentId,
    /// Whose it is.
    pub tenant: TenantId,
    /// One of [`items::ALL`].
    pub item: String,
    /// Titles.
    pub titles: Localised,
    /// What it holds.
    pub descriptions: Localised,
    /// The day that stands on it.
    pub dated_on: NaiveDate,
    /// Everybody may read it.
    pub is_published: bool,
    /// Made up for demonstration.
    pub is_sample: bool,
    /// Rises with every change; a change must name the version it saw.
    pub version: i32,
    /// When it first became public.
    pub published_at: Option<DateTime<Utc>>,
    /// The last change.
    pub updated_at: DateTime<Utc>,
}

/// A file that a document had or has.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Version {
    /// Counted from one.
    pub number: i32,
    /// When it was added.
    pub added_at: DateTime<Utc>,
    /// The file.
    #[sea_orm(nested)]
    pub medium: Medium,
}

/// Which documents a list shows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Of this publication item.
    pub item: Option<String>,
    /// Dated in this year.
    pub year: Option<i32>,
    /// Of this member; on a member's host there is no other.
    pub collectivity: Option<TenantId>,
}

/// The columns of a [`Sheet`] over a row `d`.
const SHEET: &str =
    "d.id, d.tenant_id AS tenant, d.item, d.titles, d.descriptions, d.dated_on, d.is_published, d.is_sample,
    d.version, d.published_at, d.updated_at";

impl Filter {
    /// The conditions on a row `d`, with their values behind those there are.
    fn conditions(&self, values: &mut Vec<Value>) -> String {
        let mut text = String::new();
        let mut add = |column: &str, value: Value| {
            values.push(value);
            text.push_str(&format!(" AND d.{column} ${}", values.len()));
        };
        if let Some(item) = &self.item {
            add("item =", item.clone().into());
        }
        if let Some(year) = self.year {
            let first = |year| NaiveDate::from_ymd_opt(year, 1, 1);
            add("dated_on >=", first(year).into());
            add("dated_on <", first(year.saturating_add(1)).into());
        }
        if let Some(collectivity) = self.collectivity {
            add("tenant_id =", collectivity.into());
        }
        text
    }
}

impl Sheet {
    fn key(&self) -> (TenantId, DocumentId) {
        (self.tenant, self.id)
    }

    fn position(&self) -> Position {
        Position { key: self.dated_on.to_string(), id: self.id.0 }
    }
}

/// The values of a position in a list by day.
fn place(position: &Position) -> Result<[Value; 2]> {
    let day: NaiveDate = position
        .key
        .parse()
        .map_err(|_| crate::ground::error::Error::invalid("after", "field-bad-cursor"))?;
    Ok([day.into(), position.id.into()])
}

/// The versions of these documents, of each the latest first. `visible` is a condition on a version
/// `v`; without one all are given.
async fn versions_of(
    source: &impl Source,
    documents: &[(TenantId, DocumentId)],
    visible: &str,
) -> Result<HashMap<DocumentId, Vec<Version>>> {
    #[derive(FromQueryResult)]
    struct Row {
        document: DocumentId,
        #[sea_orm(nested)]
        version: Version,
    }
    let mut found: HashMap<DocumentId, Vec<Version>> = HashMap::new();
    if documents.is_empty() {
        return Ok(found);
    }
    let pairs: Vec<String> =
        (0..documents.len()).map(|pair| format!("(${}, ${})", 2 * pair + 1, 2 * pair + 2)).collect();
    let text = format!(
        "SELECT v.document_id AS document, v.number, v.created_at AS added_at, {}
         FROM document_versions v JOIN media m ON m.tenant_id = v.tenant_id AND m.id = v.media_id
         WHERE (v.tenant_id, v.document_id) IN (VALUES {}){visible} ORDER BY v.document_id, v.number DESC",
        crate::media::COLUMNS,
        pairs.join(", ")
    );
    let values = documents.iter().flat_map(|&(tenant, id)| [Value::from(tenant), Value::from(id)]);
    let rows: Vec<Row> = sql::all(source, &text, values).await?;
    for row in rows {
        found.entry(row.document).or_default().push(row.version);
    }
    Ok(found)
}

/// The documents of these sheets, with the versions that were found.
fn joined(sheets: Vec<Sheet>, mut versions: HashMap<DocumentId, Vec<Version>>) -> Vec<Document> {
    let join = |sheet: Sheet| Document { versions: versions.remove(&sheet.id).unwrap_or_default(), sheet };
    sheets.into_iter().map(join).collect()
}

/// The files of a document.
fn files(versions: &[Version]) -> Vec<MediaId> {
    versions.iter().map(|version| version.medium.id).collect()
}
