//! The picture at the head of an article and beside it in lists: a file of the member's library that
//! says in words what it shows.

use sea_orm::FromQueryResult;

use crate::ground::database::TenantTx;
use crate::ground::error::{Error, Result};
use crate::ground::ids::MediaId;
use crate::ground::localised::Localised;
use crate::ground::sql;
use crate::media::Picture;

/// What becomes of the cover of an article.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Cover {
    /// It stays as it is; a new article has none.
    #[default]
    AsIs,
    /// There is none.
    Without,
    /// It is this picture of the library.
    Picture(MediaId),
}

impl Cover {
    /// The picture, given what it was before.
    pub(super) fn after(self, before: Option<&Picture>) -> Option<MediaId> {
        match self {
            Self::AsIs => before.map(|picture| picture.id),
            Self::Without => None,
            Self::Picture(id) => Some(id),
        }
    }
}

/// The columns of a [`CoverRow`] over an article's cover `v`.
macro_rules! cover_sql {
    () => {
        "v.id AS cover_id, v.file_name AS cover_name, v.alternatives AS cover_alternatives,
  v.width AS cover_width, v.height AS cover_height, v.sizes AS cover_sizes"
    };
}
pub(super) use cover_sql;

#[derive(Debug, FromQueryResult)]
pub(super) struct CoverRow {
    cover_id: Option<MediaId>,
    cover_name: Option<String>,
    cover_alternatives: Option<Localised>,
    cover_width: Option<i32>,
    cover_height: Option<i32>,
    cover_sizes: Option<String>,
}

impl CoverRow {
    pub(super) fn picture(self) -> Option<Picture> {
        Some(Picture {
            id: self.cover_id?,
            file_name: self.cover_name?,
            alternatives: self.cover_alternatives?,
            width: self.cover_width?,
            height: self.cover_height?,
            sizes: self.cover_sizes?,
        })
    }
}

/// A cover is a picture of the member's library, with words for those who do not see it.
pub(super) async fn require(tx: &TenantTx, cover: Option<MediaId>) -> Result<()> {
    #[derive(FromQueryResult)]
    struct Row {
        alternatives: Localised,
    }
    let Some(cover) = cover else { return Ok(()) };
    let text = "SELECT alternatives FROM media WHERE tenant_id = $1 AND id = $2 AND width IS NOT NULL";
    let row: Option<Row> = sql::one(tx, text, [tx.tenant().into(), cover.into()]).await?;
    match row {
        None => Err(Error::invalid("cover", "article-cover-unknown")),
        Some(row) if row.alternatives.is_empty() => {
            Err(Error::invalid("cover", "article-cover-without-words"))
        }
        Some(_) => Ok(()),
    }
}
