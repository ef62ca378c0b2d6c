//! The files of the library that the texts of an article, an event or a page show or lead to. They are
//! public while it is, and cannot be taken away while it names them.

use std::collections::{BTreeSet, HashMap};

use sea_orm::{FromQueryResult, Value};
use uuid::Uuid;

use crate::ground::database::TenantTx;
use crate::ground::error::Result;
use crate::ground::ids::MediaId;
use crate::ground::localised::Localised;
use crate::ground::sql;
use crate::media;
use crate::news::html;

/// Files that one of them names at most; what is beyond is a link like any other.
const MOST: usize = 200;

/// Where the files of a noun are kept.
#[derive(Debug, Clone, Copy)]
pub(super) struct Files {
    /// The table.
    pub(super) table: &'static str,
    /// The column that names the noun.
    pub(super) key: &'static str,
}

/// Notes the files that the texts of `id` name and its cover, in the transaction that writes them, and shows or hides
/// each as what names it is shown.
pub(super) async fn note(
    tx: &TenantTx,
    Files { table, key }: Files,
    id: Uuid,
    texts: &[&Localised],
    cover: Option<MediaId>,
) -> Result<()> {
    let known = of(tx, Files { table, key }, id).await?;
    let mut named = named_in(texts);
    named.extend(cover.filter(|cover| !named.contains(cover)));
    let row: [Value; 2] = [tx.tenant().into(), id.into()];
    let gone: Vec<MediaId> = known.iter().copied().filter(|file| !named.contains(file)).collect();
    if !gone.is_empty() {
        let places = sql::places(3, gone.len());
        let text =
            format!("DELETE FROM {table} WHERE tenant_id = $1 AND {key} = $2 AND media_id IN ({places})");
        sql::run(tx, &text, row.clone().into_iter().chain(gone.iter().map(|&file| file.into()))).await?;
    }
    let new: Vec<MediaId> = named.iter().copied().filter(|file| !known.contains(file)).collect();
    if !new.is_empty() {
        // What is no file of the member is a link to nowhere, and no fault.
        let text = format!(
            "INSERT INTO {table} (tenant_id, {key}, media_id)
             SELECT m.tenant_id, $2, m.id FROM media m WHERE m.tenant_id = $1 AND m.id IN ({})",
            sql::places(3, new.len())
        );
        sql::run(tx, &text, row.into_iter().chain(new.iter().map(|&file| file.into()))).await?;
    }
    let touched: BTreeSet<MediaId> = known.into_iter().chain(named).collect();
    media::settle(tx, &touched.into_iter().collect::<Vec<_>>()).await
}

/// Says at each picture of the member's library how large it is, so that a page keeps its place free and
/// knows of its smaller ones.
pub(super) async fn measure(tx: &TenantTx, bodies: Localised) -> Result<Localised> {
    #[derive(FromQueryResult)]
    struct Row {
        id: MediaId,
        width: i32,
        height: i32,
    }
    let named = named_in(&[&bodies]);
    if named.is_empty() {
        return Ok(bodies);
    }
    // One that has no smaller ones and should, from before they were made, is left as it is.
    let text = format!(
        "SELECT id, width, height FROM media WHERE tenant_id = $1 AND id IN ({})
           AND width IS NOT NULL AND (sizes <> '' OR width <= {})",
        sql::places(2, named.len()),
        media::WIDTHS[0]
    );
    let values = [tx.tenant().into()].into_iter().chain(named.into_iter().map(Value::from));
    let rows: Vec<Row> = sql::all(tx, &text, values).await?;
    let sizes: HashMap<MediaId, (i32, i32)> =
        rows.into_iter().map(|row| (row.id, (row.width, row.height))).collect();
    Ok(bodies.map(|body| {
        html::each_picture(body, |tag| {
            let size = tag.file().and_then(|file| sizes.get(&file));
            Some(tag.sized(size.copied()))
        })
    }))
}

/// Shows or hides the files of `id` with it.
pub(super) async fn follow(tx: &TenantTx, files: Files, id: Uuid) -> Result<()> {
    media::settle(tx, &of(tx, files, id).await?).await
}

async fn of(tx: &TenantTx, Files { table, key }: Files, id: Uuid) -> Result<Vec<MediaId>> {
    #[derive(FromQueryResult)]
    struct Row {
        media_id: MediaId,
    }
    let text = format!("SELECT media_id FROM {table} WHERE tenant_id = $1 AND {key} = $2");
    let rows: Vec<Row> = sql::all(tx, &text, [tx.tenant().into(), id.into()]).await?;
    Ok(rows.into_iter().map(|row| row.media_id).collect())
}

/// The ids behind `/media/` in the texts, each once.
fn named_in(texts: &[&Localised]) -> Vec<MediaId> {
    let pages = texts.iter().flat_map(|texts| texts.iter());
    let after = pages.flat_map(|(_, html)| html.split("/media/").skip(1));
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
        assert_eq!(named_in(&[&bodies, &bodies]), [MediaId(id.parse().expect("an id"))]);
    }
}
