//! The articles that wait for one person: to be looked at, to be mended, to be finished; and those
//! that become public next. One statement for all four.

use chrono::{DateTime, Utc};
use sea_orm::FromQueryResult;

use super::{STATUS, Status};
use crate::ground::database::TenantTx;
use crate::ground::error::Result;
use crate::ground::few::{Counted, FEW, Few};
use crate::ground::ids::ArticleId;
use crate::ground::localised::Localised;
use crate::ground::sql;
use crate::tenancy::permission::Action;
use crate::tenancy::scope::Scope;

/// An article by its title.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct ArticleLine {
    /// Its id.
    pub id: ArticleId,
    /// Its titles.
    pub titles: Localised,
    /// When it becomes public, was handed in, or was last changed.
    pub at: DateTime<Utc>,
    /// Why it was returned.
    pub return_note: Option<String>,
}

/// The articles that wait.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ArticleNeeds {
    /// Handed in, for who may publish; the oldest first.
    pub to_review: Few<ArticleLine>,
    /// One's own that came back, the latest first.
    pub returned: Few<ArticleLine>,
    /// One's own that are being written, the latest first.
    pub drafts: Few<ArticleLine>,
    /// Those that become public by themselves, the next one first.
    pub scheduled: Few<ArticleLine>,
}

#[derive(FromQueryResult)]
struct Row {
    need: String,
    #[sea_orm(nested)]
    line: Counted<ArticleLine>,
}

/// What waits for who asks; nothing for who does not write.
pub(crate) async fn needs(tx: &TenantTx, scope: &Scope) -> Result<ArticleNeeds> {
    let mut needs = ArticleNeeds::default();
    if !scope.permits(Action::WriteArticle) {
        return Ok(needs);
    }
    let to_review = if scope.permits(Action::PublishArticle) { " OR a.submitted_at IS NOT NULL" } else { "" };
    let text = format!(
        "SELECT x.need, x.id, x.titles, x.at, x.return_note, x.total FROM (
           SELECT w.*, COUNT(*) OVER (PARTITION BY w.need) AS total, ROW_NUMBER() OVER (PARTITION BY w.need
             ORDER BY CASE WHEN w.need IN ('in_review', 'scheduled') THEN w.at END, w.at DESC, w.id) AS number
           FROM (
             SELECT a.id, a.titles, a.return_note, COALESCE(a.publish_at, a.submitted_at, a.updated_at) AS at,
               CASE WHEN {STATUS} = 'draft' AND a.return_note IS NOT NULL THEN 'returned' ELSE {STATUS} END AS need
             FROM articles a
             WHERE a.tenant_id = $1 AND a.status = 'draft' AND (a.publish_at IS NOT NULL{to_review}
               OR (a.created_by = $2 AND a.submitted_at IS NULL))
           ) w
         ) x WHERE x.number <= {FEW} ORDER BY x.need, x.number"
    );
    let rows: Vec<Row> = sql::all(tx, &text, [tx.tenant().into(), scope.person_id().into()]).await?;
    for Row { need, line } in rows {
        let few = match Status::from_code(&need) {
            Some(Status::InReview) => &mut needs.to_review,
            Some(Status::Scheduled) => &mut needs.scheduled,
            Some(_) => &mut needs.drafts,
            None => &mut needs.returned,
        };
        few.total = line.total.unsigned_abs();
        few.first.push(line.row);
    }
    Ok(needs)
}
