//! The library as the office reads it: all files of the member, what each is called and shows, and
//! where it is used.

use chrono::{DateTime, Utc};
use sea_orm::{FromQueryResult, Value};

use super::files::{COLUMNS, Medium};
use super::uses::{self, UNUSED, Use};
use crate::ground::database::TenantTx;
use crate::ground::error::{Error, Result};
use crate::ground::ids::MediaId;
use crate::ground::input::Checks;
use crate::ground::localised::Localised;
use crate::ground::paging::{Page, PageRequest, Position};
use crate::ground::sql;
use crate::tenancy::collectivities::{self, key_time, time_key};
use crate::tenancy::permission::Action;
use crate::tenancy::scope::Scope;
use crate::trust::audit::{self, Changes};

/// Longest title in characters.
const TITLE_MAX: usize = 200;
/// Longest alternative text in characters.
const ALTERNATIVE_MAX: usize = 500;

/// A file with what the office knows of it.
#[derive(Debug, Clone)]
pub struct Held {
    /// The file.
    pub medium: Medium,
    /// Who sent it, when that is known.
    pub author: Option<String>,
    /// When it was sent.
    pub created_at: DateTime<Utc>,
    /// Rises with every change.
    pub version: i32,
    /// Where it is used.
    pub uses: Vec<Use>,
}

/// The kinds of files as people sort them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// What is shown on pages.
    Picture,
    /// What is read and printed.
    Pdf,
    /// What office programs open.
    Office,
    /// Tables and texts without a form.
    Text,
}

impl Group {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Picture, Self::Pdf, Self::Office, Self::Text];

    /// The name in addresses and message keys.
    pub fn code(self) -> &'static str {
        match self {
            Self::Picture => "picture",
            Self::Pdf => "pdf",
            Self::Office => "office",
            Self::Text => "text",
        }
    }

    /// The group with this name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|group| group.code() == code)
    }

    /// What its media types begin with.
    fn start(self) -> &'static str {
        match self {
            Self::Picture => "image/",
            Self::Pdf => "application/pdf",
            Self::Office => "application/vnd.",
            Self::Text => "text/",
        }
    }
}

/// Which files a list shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Filter {
    /// Of this group.
    pub group: Option<Group>,
    /// Used nowhere.
    pub unused: bool,
}

/// What the office writes of a file.
#[derive(Debug, Clone, Default)]
pub struct MediumInput {
    /// What it is called.
    pub titles: Localised,
    /// What a picture shows, for those who do not see it.
    pub alternatives: Localised,
}

#[derive(Debug, FromQueryResult)]
struct Row {
    #[sea_orm(nested)]
    medium: Medium,
    author: Option<String>,
    created_at: DateTime<Utc>,
    version: i32,
}

impl Row {
    fn position(&self) -> Position {
        Position { key: time_key(self.created_at), id: self.medium.id.0 }
    }

    fn held(self, uses: Vec<Use>) -> Held {
        let Self { medium, author, created_at, version } = self;
        Held { medium, author, created_at, version, uses }
    }
}

/// A page of the member's files, the newest first.
///
/// # Errors
/// `Denied`, or `Invalid` for a broken cursor.
pub async fn list(scope: &Scope, filter: Filter, page: &PageRequest) -> Result<Page<Held>> {
    scope.require(Action::ReadDraft)?;
    let tx = scope.begin_read().await?;
    let mut condition = "m.tenant_id = $1".to_owned();
    let mut values: Vec<Value> = vec![tx.tenant().into()];
    if let Some(group) = filter.group {
        values.push(format!("{}%", group.start()).into());
        condition.push_str(" AND m.media_type LIKE $2");
    }
    if filter.unused {
        condition.push_str(&format!(" AND {UNUSED}"));
    }
    let count = format!("SELECT COUNT(*) AS count FROM media m WHERE {condition}");
    let total: Option<sql::Count> = sql::one(&tx, &count, values.clone()).await?;
    let (compare, direction) = if page.backwards { ('>', "ASC") } else { ('<', "DESC") };
    if let Some(position) = &page.position {
        let place = values.len() + 1;
        values.push(key_time(&position.key)?.into());
        values.push(position.id.into());
        condition.push_str(&format!(" AND (m.created_at, m.id) {compare} (${place}, ${})", place + 1));
    }
    let text = format!(
        "{} WHERE {condition} ORDER BY m.created_at {direction}, m.id {direction} LIMIT {}",
        select(),
        page.fetch()
    );
    let rows: Vec<Row> = sql::all(&tx, &text, values).await?;
    let page = page.page(rows, total.map_or(0, |total| total.count.unsigned_abs()), Row::position);
    let ids: Vec<MediaId> = page.items.iter().map(|row| row.medium.id).collect();
    let mut used = uses::of(&tx, &ids).await?;
    Ok(page.map(|row| {
        let uses = used.remove(&row.medium.id).unwrap_or_default();
        row.held(uses)
    }))
}

/// One file of the member.
///
/// # Errors
/// `Denied`, or `NotFound`.
pub async fn find(scope: &Scope, id: MediaId) -> Result<Held> {
    scope.require(Action::ReadDraft)?;
    let tx = scope.begin_read().await?;
    load(&tx, id).await
}

/// Says what a file is called and what it shows, at the version seen.
///
/// # Errors
/// `Denied`; `NotFound`; `Conflict` when somebody changed it meanwhile; `Invalid`.
pub async fn describe(scope: &Scope, id: MediaId, seen: i32, input: MediumInput) -> Result<()> {
    scope.require(Action::ManageMedia)?;
    let mut checks = Checks::default();
    let titles = checks.localised_line("titles", &input.titles, TITLE_MAX);
    let alternatives = checks.localised_line("alternatives", &input.alternatives, ALTERNATIVE_MAX);
    checks.finish()?;
    let tx = scope.begin().await?;
    let held = load(&tx, id).await?;
    if alternatives.is_empty() && uses::is_cover(&tx, id).await? {
        return Err(Error::invalid("alternatives", "library-alternative-needed"));
    }
    let changed = sql::run(
        &tx,
        "UPDATE media SET titles = $4, alternatives = $5, version = version + 1
         WHERE tenant_id = $1 AND id = $2 AND version = $3",
        [tx.tenant().into(), id.into(), seen.into(), titles.clone().into(), alternatives.clone().into()],
    )
    .await?;
    if changed == 0 {
        return Err(Error::Conflict("file-changed-meanwhile"));
    }
    if held.medium.is_published {
        collectivities::raise_content_version(&tx, scope).await?;
    }
    let changes = Changes::new().texts("title", &held.medium.titles, &titles).texts(
        "alternative",
        &held.medium.alternatives,
        &alternatives,
    );
    audit::record_with(&tx, scope, "describe_file", ("media", id.0), &changes).await?;
    tx.commit().await?;
    collectivities::tell_changed(scope).await;
    Ok(())
}

fn select() -> String {
    format!(
        "SELECT {COLUMNS}, p.display_name AS author, m.created_at, m.version
         FROM media m LEFT JOIN people p ON p.id = m.author_id"
    )
}

async fn load(tx: &TenantTx, id: MediaId) -> Result<Held> {
    let text = format!("{} WHERE m.tenant_id = $1 AND m.id = $2", select());
    let row: Option<Row> = sql::one(tx, &text, [tx.tenant().into(), id.into()]).await?;
    let row = row.ok_or(Error::NotFound("file"))?;
    let uses = uses::of(tx, &[id]).await?.remove(&id).unwrap_or_default();
    Ok(row.held(uses))
}
