//! Where files are used. Each noun keeps its own reference to a file, under a key that the database
//! guards; this is the one place that knows them all.

use std::collections::HashMap;

use sea_orm::{FromQueryResult, Value};
use uuid::Uuid;

use crate::ground::database::TenantTx;
use crate::ground::error::Result;
use crate::ground::ids::MediaId;
use crate::ground::localised::Localised;
use crate::ground::sql;

/// What a file is used by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum UseKind {
    /// A report on a milestone, which it proves.
    Report,
    /// An article, whose text shows it or leads to it.
    Article,
    /// A document, of which it is a version.
    Document,
    /// An event, whose description or minutes show it or lead to it.
    Event,
    /// A page that stays, whose text shows it or leads to it.
    Page,
    /// The site, whose mark it is.
    Site,
}

impl UseKind {
    /// The name in statements and message keys.
    pub fn code(self) -> &'static str {
        match self {
            Self::Report => "report",
            Self::Article => "article",
            Self::Document => "document",
            Self::Event => "event",
            Self::Page => "page",
            Self::Site => "site",
        }
    }

    fn from_code(code: &str) -> Option<Self> {
        [Self::Report, Self::Article, Self::Document, Self::Event, Self::Page, Self::Site]
            .into_iter()
            .find(|kind| kind.code() == code)
    }
}

/// One place where a file is used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Use {
    /// What it is.
    pub kind: UseKind,
    /// Its id.
    pub subject: Uuid,
    /// What it is called: a report by its milestone.
    pub titles: Localised,
}

/// The condition that no noun uses the file `m`.
pub(super) const UNUSED: &str =
    "NOT EXISTS (SELECT 1 FROM report_files f WHERE f.tenant_id = m.tenant_id AND f.media_id = m.id)
    AND NOT EXISTS (SELECT 1 FROM article_files f WHERE f.tenant_id = m.tenant_id AND f.media_id = m.id)
    AND NOT EXISTS (SELECT 1 FROM document_versions f WHERE f.tenant_id = m.tenant_id AND f.media_id = m.id)
    AND NOT EXISTS (SELECT 1 FROM event_files f WHERE f.tenant_id = m.tenant_id AND f.media_id = m.id)
    AND NOT EXISTS (SELECT 1 FROM page_files f WHERE f.tenant_id = m.tenant_id AND f.media_id = m.id)
    AND NOT EXISTS (SELECT 1 FROM collectivities f WHERE f.id = m.tenant_id AND f.logo_id = m.id)";

/// The condition that something public uses the file `media`.
const SHOWN: &str = "EXISTS (SELECT 1 FROM report_files f
      WHERE f.tenant_id = media.tenant_id AND f.media_id = media.id AND f.is_published)
    OR EXISTS (SELECT 1 FROM article_files f JOIN articles a ON a.tenant_id = f.tenant_id AND a.id = f.article_id
      WHERE f.tenant_id = media.tenant_id AND f.media_id = media.id AND a.status = 'published')
    OR EXISTS (SELECT 1 FROM document_versions f
      WHERE f.tenant_id = media.tenant_id AND f.media_id = media.id AND f.is_published)
    OR EXISTS (SELECT 1 FROM event_files f JOIN events e ON e.tenant_id = f.tenant_id AND e.id = f.event_id
      WHERE f.tenant_id = media.tenant_id AND f.media_id = media.id AND e.status IN ('published', 'cancelled'))
    OR EXISTS (SELECT 1 FROM page_files f JOIN pages g ON g.tenant_id = f.tenant_id AND g.id = f.page_id
      WHERE f.tenant_id = media.tenant_id AND f.media_id = media.id AND g.status = 'published')
    OR EXISTS (SELECT 1 FROM collectivities f WHERE f.id = media.tenant_id AND f.logo_id = media.id)";

/// Where these files are used, [`MOST`] places in all.
pub(super) async fn of(tx: &TenantTx, files: &[MediaId]) -> Result<HashMap<MediaId, Vec<Use>>> {
    #[derive(FromQueryResult)]
    struct Row {
        media: MediaId,
        kind: String,
        subject: Uuid,
        titles: Localised,
    }
    let mut found: HashMap<MediaId, Vec<Use>> = HashMap::new();
    if files.is_empty() {
        return Ok(found);
    }
    let ids = sql::places(2, files.len());
    let text = format!(
        "SELECT f.media_id AS media, 'report' AS kind, f.report_id AS subject, m.titles
         FROM report_files f JOIN progress_reports r ON r.tenant_id = f.tenant_id AND r.id = f.report_id
         JOIN milestones m ON m.tenant_id = r.tenant_id AND m.id = r.milestone_id
         WHERE f.tenant_id = $1 AND f.media_id IN ({ids})
         UNION ALL
         SELECT f.media_id AS media, 'article' AS kind, f.article_id AS subject, a.titles
         FROM article_files f JOIN articles a ON a.tenant_id = f.tenant_id AND a.id = f.article_id
         WHERE f.tenant_id = $1 AND f.media_id IN ({ids})
         UNION ALL
         SELECT f.media_id AS media, 'document' AS kind, f.document_id AS subject, d.titles
         FROM document_versions f JOIN documents d ON d.tenant_id = f.tenant_id AND d.id = f.document_id
         WHERE f.tenant_id = $1 AND f.media_id IN ({ids})
         UNION ALL
         SELECT f.media_id AS media, 'event' AS kind, f.event_id AS subject, e.titles
         FROM event_files f JOIN events e ON e.tenant_id = f.tenant_id AND e.id = f.event_id
         WHERE f.tenant_id = $1 AND f.media_id IN ({ids})
         UNION ALL
         SELECT f.media_id AS media, 'page' AS kind, f.page_id AS subject, g.titles
         FROM page_files f JOIN pages g ON g.tenant_id = f.tenant_id AND g.id = f.page_id
         WHERE f.tenant_id = $1 AND f.media_id IN ({ids})
         UNION ALL
         SELECT f.logo_id AS media, 'site' AS kind, f.id AS subject, f.names AS titles
         FROM collectivities f WHERE f.id = $1 AND f.logo_id IN ({ids})
         ORDER BY kind, subject LIMIT {MOST}"
    );
    let values = [tx.tenant().into()].into_iter().chain(files.iter().map(|&id| Value::from(id)));
    let rows: Vec<Row> = sql::all(tx, &text, values).await?;
    for row in rows {
        let kind = UseKind::from_code(&row.kind).expect("the statement names the kinds");
        found.entry(row.media).or_default().push(Use { kind, subject: row.subject, titles: row.titles });
    }
    Ok(found)
}

/// Whether an article has this picture at its head, where it takes words for those who do not see it.
pub(super) async fn is_cover(tx: &TenantTx, id: MediaId) -> Result<bool> {
    let text = "SELECT COUNT(*) AS count FROM articles WHERE tenant_id = $1 AND cover_id = $2";
    let found: Option<sql::Count> = sql::one(tx, text, [tx.tenant().into(), id.into()]).await?;
    Ok(found.is_some_and(|found| found.count > 0))
}

/// Places that one look gives at most.
const MOST: u32 = 500;

/// Makes these files public while something public uses them, and no longer; in the transaction of
/// the noun that changed.
pub(crate) async fn settle(tx: &TenantTx, files: &[MediaId]) -> Result<()> {
    if files.is_empty() {
        return Ok(());
    }
    let text = format!(
        "UPDATE media SET is_published = ({SHOWN}) WHERE tenant_id = $1 AND id IN ({})",
        sql::places(2, files.len())
    );
    let values = [tx.tenant().into()].into_iter().chain(files.iter().map(|&id| Value::from(id)));
    sql::run(tx, &text, values).await?;
    Ok(())
}
