//! The files of the library that the text of an article shows or leads to. They are public while the
//! article is, and cannot be taken away while it names them.

use std::collections::BTreeSet;

use sea_orm::{FromQueryResult, Value};

use crate::ground::database::TenantTx;
use crate::ground::error::Result;
use crate::ground::ids::{ArticleId, MediaId};
use crate::ground::localised::Localised;
use crate::ground::sql;
use crate::media;

/// Files that one article names at most; what is beyond is a link like any other.
const MOST: usize = 200;

/// Notes the files that the bodies of an article name, in the transaction that writes them.
pub(super) async fn note(tx: &TenantTx, id: ArticleId, bodies: &Localised) -> Result<()> {
    let key: [Value; 2] = [tx.tenant().into(), id.into()];
    let mut touched = of(tx, id).await?;
    sql::run(tx, "DELETE FROM article_files WHERE tenant_id = $1 AND article_id = $2", key.clone()).await?;
    let named = named_in(bodies);
    if !named.is_empty() {
        // What is no file of the member is a link to nowhere, and no fault.
        let text = format!(
            "INSERT INTO article_files (tenant_id, article_id, media_id)
             SELECT m.tenant_id, a.id, m.id FROM media m JOIN articles a ON a.tenant_id = m.tenant_id AND a.id = $2
             WHERE m.tenant_id = $1 AND m.id IN ({})",
            sql::places(3, named.len())
        );
        sql::run(tx, &text, key.into_iter().chain(named.iter().map(|&file| Value::from(file)))).await?;
        touched.extend(named);
    }
    media::settle(tx, &touched).await
}

/// Shows or hides the files of an article with it.
pub(super) async fn follow(tx: &TenantTx, id: ArticleId) -> Result<()> {
    media::settle(tx, &of(tx, id).await?).await
}

async fn of(tx: &TenantTx, id: ArticleId) -> Result<Vec<MediaId>> {
    #[derive(FromQueryResult)]
    struct Row {
        media_id: MediaId,
    }
    let text = "SELECT media_id FROM article_files WHERE tenant_id = $1 AND article_id = $2";
    let rows: Vec<Row> = sql::all(tx, text, [tx.tenant().into(), id.into()]).await?;
    Ok(rows.into_iter().map(|row| row.media_id).collect())
}

/// The ids behind `/media/` in the bodies, each once.
fn named_in(bodies: &Localised) -> Vec<MediaId> {
    let after = bodies.iter().flat_map(|(_, html)| html.split("/media/").skip(1));
    let ids: BTreeSet<MediaId> = after.filter_map(|rest| rest.get(..36)?.parse().ok()).map(MediaId).collect();
    ids.into_iter().take(MOST).collect()
}

#[cfg(test)]
mod tests {
    use infitah_i18n::Locale;

    use super::*;

    #[test]
    fn files_are_named_once_and_by_their_id() {
        let id = "0198c5f0-0000-7000-8000-000000000001";
        let body =
            format!("<p><a href=\"/media/{id}/a.pdf\">a</a> <a href=\"/media/{id}/b\">b</a> /media/x é</p>");
        let bodies = Localised::new([(Locale::Fr, body.clone()), (Locale::Ar, body)]);
        assert_eq!(named_in(&bodies), [MediaId(id.parse().expect("an id"))]);
    }
}
