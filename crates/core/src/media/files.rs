//! Files taken in, found again and taken away. Bytes reach the store before their row exists and
//! leave it after the row is gone: what goes wrong between leaves bytes that nobody can see, never
//! a row without bytes.

use bytes::Bytes;
use sea_orm::{FromQueryResult, SqlErr};
use sha2::{Digest as _, Sha256};

use super::content::{Kind, clean_name};
use super::judging::{self, Judged};
use super::rooms;
use super::store::{self, Store};
use super::uses::UNUSED;
use crate::ground::address;
use crate::ground::database::TenantTx;
use crate::ground::error::{Error, Result};
use crate::ground::ids::MediaId;
use crate::ground::localised::Localised;
use crate::ground::sql;
use crate::tenancy::permission::Action;
use crate::tenancy::scope::{PublicScope, Scope};
use crate::trust::audit;

/// A file without its bytes.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Medium {
    /// Its id.
    pub id: MediaId,
    /// Its name, cleaned, with the ending of its content.
    pub file_name: String,
    /// Its media type.
    pub media_type: String,
    /// Its length.
    pub bytes: i64,
    /// SHA-256 of its bytes, in hexadecimal digits.
    pub sha256: String,
    /// What it is called, where somebody said so.
    pub titles: Localised,
    /// What a picture shows, for those who do not see it.
    pub alternatives: Localised,
    /// Pixels of a picture.
    pub width: Option<i32>,
    /// Pixels of a picture.
    pub height: Option<i32>,
    /// The widths of its smaller pictures, the smallest first.
    sizes: String,
    /// Everybody may have it.
    pub is_published: bool,
}

/// A picture as pages show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Its id.
    pub id: MediaId,
    /// Its name, cleaned, with the ending of its content.
    pub file_name: String,
    /// What it shows, for those who do not see it.
    pub alternatives: Localised,
    /// Pixels.
    pub width: i32,
    /// Pixels.
    pub height: i32,
    /// The widths of its smaller pictures, the smallest first.
    pub(crate) sizes: String,
}

impl Picture {
    /// Where the public has it, once it is public.
    pub fn path(&self) -> String {
        path(self.id, &self.file_name)
    }

    /// The widths of its smaller pictures and where the public has them.
    pub fn smaller(&self) -> Vec<(u32, String)> {
        widths(&self.sizes).map(|width| (width, smaller_path(&self.id, width))).collect()
    }
}

/// Where the public has a file, once it is public.
pub(crate) fn path(id: MediaId, file_name: &str) -> String {
    format!("/media/{id}/{}", address::part(file_name))
}

/// Where the public has a smaller picture of one, once it is public.
pub(crate) fn smaller_path(id: &impl std::fmt::Display, width: u32) -> String {
    format!("/media/{id}/{width}/picture.webp")
}

/// The widths of smaller pictures, as they are stored.
fn widths(sizes: &str) -> impl Iterator<Item = u32> + '_ {
    sizes.split(' ').filter_map(|width| width.parse().ok())
}

impl Medium {
    /// The same as a picture, if it is one.
    pub fn picture(&self) -> Option<Picture> {
        let (width, height) = self.width.zip(self.height).filter(|_| self.is_picture())?;
        let Self { id, file_name, alternatives, sizes, .. } = self.clone();
        Some(Picture { id, file_name, alternatives, width, height, sizes })
    }

    /// Whether pages can show it.
    pub fn is_picture(&self) -> bool {
        self.media_type.starts_with("image/")
    }

    /// Where the public has it, once it is public.
    pub fn path(&self) -> String {
        path(self.id, &self.file_name)
    }

    fn widths(&self) -> impl Iterator<Item = u32> + '_ {
        widths(&self.sizes)
    }
}

/// The columns of a [`Medium`] over a row `m`.
pub(crate) const COLUMNS: &str =
    "m.id, m.file_name, m.media_type, m.bytes, m.sha256, m.titles, m.alternatives, m.width, m.height,
    m.sizes, m.is_published";

#[derive(Debug, FromQueryResult)]
struct Row {
    #[sea_orm(nested)]
    medium: Medium,
    store_key: String,
}

/// A file as somebody sends it.
#[derive(Debug, Clone)]
pub struct Upload {
    /// Its name at the sender.
    pub file_name: String,
    /// Its bytes.
    pub bytes: Bytes,
    /// A word of the sender for this one sending: a repeat of it keeps nothing twice.
    pub client_key: Option<String>,
}

impl Upload {
    /// A file that is sent once.
    pub fn of(file_name: impl Into<String>, bytes: impl Into<Bytes>) -> Self {
        Self { file_name: file_name.into(), bytes: bytes.into(), client_key: None }
    }

    /// The same with the sender's word for it; what is no such word is none.
    #[must_use]
    pub fn keyed(self, key: &str) -> Self {
        let is_key =
            (8..=64).contains(&key.len()) && key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        Self { client_key: is_key.then(|| key.to_owned()), ..self }
    }
}

/// Takes a file in. It is not public before what it belongs to is.
///
/// # Errors
/// `Denied`. `Invalid` for the field `file`: too large, of a kind that is not taken, a picture that
/// cannot be read, or the member's room is full. `Unavailable` when the store does not answer.
pub async fn put(scope: &Scope, upload: Upload) -> Result<Medium> {
    scope.require(Action::ManageMedia)?;
    if let Some(known) = sent_before(&scope.begin_read().await?, scope, &upload).await? {
        return Ok(known);
    }
    let judged = judging::judge(&upload.file_name, upload.bytes.clone()).await?;
    let id = MediaId(scope.new_id());
    let key = store::key_of(scope.tenant().id, id);
    let medium = medium_of(id, &upload.file_name, &judged)?;
    let files = store_of(scope.public())?;
    let kept = async {
        files.put(&key, judged.bytes.clone()).await?;
        for (width, bytes) in &judged.smaller {
            files.put(&store::smaller_key(&key, *width), bytes.clone()).await?;
        }
        record(scope, &medium, &key, &upload, weight(&judged)?).await
    };
    match kept.await {
        Ok(None) => Ok(medium),
        // Nobody knows of these bytes; if they cannot be taken away they are only in the way.
        Ok(Some(known)) => {
            clear(&files, &key, &medium).await;
            Ok(known)
        }
        // Whether the row was written is not known: better bytes in the way than a row without them.
        Err(error @ Error::Unavailable(_)) => Err(error),
        Err(error) => {
            clear(&files, &key, &medium).await;
            Err(error)
        }
    }
}

/// Takes a picture in, for a place that shows nothing else.
///
/// # Errors
/// As [`put`], and `Invalid` for the field `file` when it is another file.
pub async fn put_picture(scope: &Scope, upload: Upload) -> Result<Medium> {
    match Kind::of(&upload.bytes, &upload.file_name) {
        Ok(kind) if !kind.is_picture() => Err(Error::invalid("file", "file-not-a-picture")),
        _ => put(scope, upload).await,
    }
}

fn medium_of(id: MediaId, file_name: &str, judged: &Judged) -> Result<Medium> {
    let sizes: Vec<String> = judged.smaller.iter().map(|(width, _)| width.to_string()).collect();
    Ok(Medium {
        id,
        file_name: clean_name(file_name, judged.kind),
        media_type: judged.kind.media_type().to_owned(),
        bytes: i64::try_from(judged.bytes.len()).map_err(Error::internal)?,
        sha256: hex(&Sha256::digest(&judged.bytes)),
        titles: Localised::default(),
        alternatives: Localised::default(),
        width: judged.size.map(|(width, _)| width),
        height: judged.size.map(|(_, height)| height),
        sizes: sizes.join(" "),
        is_published: false,
    })
}

/// What it takes in the store.
fn weight(judged: &Judged) -> Result<i64> {
    let all = judged.bytes.len() + judged.smaller.iter().map(|(_, bytes)| bytes.len()).sum::<usize>();
    i64::try_from(all).map_err(Error::internal)
}

/// Writes the row; gives the file that the same sending made already, if it did.
async fn record(
    scope: &Scope,
    medium: &Medium,
    key: &str,
    upload: &Upload,
    weight: i64,
) -> Result<Option<Medium>> {
    let tx = scope.begin().await?;
    // From here on the member's own row is locked, so a repeat waits and then finds the first.
    let room = rooms::make(&tx, weight).await;
    if let Some(known) = sent_before(&tx, scope, upload).await? {
        return Ok(Some(known));
    }
    room?;
    sql::insert(
        &tx,
        "media",
        [
            ("tenant_id", tx.tenant().into()),
            ("id", medium.id.into()),
            ("file_name", medium.file_name.clone().into()),
            ("media_type", medium.media_type.clone().into()),
            ("bytes", medium.bytes.into()),
            ("stored_bytes", weight.into()),
            ("sha256", medium.sha256.clone().into()),
            ("store_key", key.into()),
            ("titles", medium.titles.clone().into()),
            ("alternatives", medium.alternatives.clone().into()),
            ("width", medium.width.into()),
            ("height", medium.height.into()),
            ("sizes", medium.sizes.clone().into()),
            ("client_key", upload.client_key.clone().into()),
            ("version", 1.into()),
            ("is_published", false.into()),
            ("member_live", true.into()),
            ("author_id", scope.person_id().into()),
            ("created_at", scope.now().into()),
        ],
    )
    .await?;
    audit::record(&tx, scope, "upload_file", "media", medium.id.0).await?;
    tx.commit().await?;
    Ok(None)
}

async fn sent_before(tx: &TenantTx, scope: &Scope, upload: &Upload) -> Result<Option<Medium>> {
    let (Some(key), Some(person)) = (&upload.client_key, scope.person_id()) else { return Ok(None) };
    let text = format!(
        "SELECT {COLUMNS} FROM media m WHERE m.tenant_id = $1 AND m.author_id = $2 AND m.client_key = $3"
    );
    Ok(sql::one(tx, &text, [tx.tenant().into(), person.into(), key.clone().into()]).await?)
}

/// A published file with its bytes. Published: all may call it.
///
/// # Errors
/// `NotFound`, also for the file of another member; `Unavailable` when the store does not answer.
pub async fn open(scope: &PublicScope, id: MediaId) -> Result<(Medium, Bytes)> {
    let row = published(scope, id).await?;
    let bytes = bytes_of(scope, &row, &row.store_key).await?;
    Ok((row.medium, bytes))
}

/// A smaller picture of a published one. Published: all may call it.
///
/// # Errors
/// `NotFound`, also where there is none of this width; `Unavailable`.
pub async fn open_smaller(scope: &PublicScope, id: MediaId, width: u32) -> Result<(Medium, Bytes)> {
    smaller(scope, published(scope, id).await?, width).await
}

/// A file of the member, published or not, for its office.
///
/// # Errors
/// `NotFound`; `Unavailable` when the store does not answer.
pub async fn open_in_office(scope: &Scope, id: MediaId) -> Result<(Medium, Bytes)> {
    scope.require(Action::EnterOffice)?;
    let row = find(&scope.begin_read().await?, id).await?;
    let bytes = bytes_of(scope.public(), &row, &row.store_key).await?;
    Ok((row.medium, bytes))
}

/// A smaller picture of the member's, published or not, for its office.
///
/// # Errors
/// `NotFound`, also where there is none of this width; `Unavailable`.
pub async fn open_smaller_in_office(scope: &Scope, id: MediaId, width: u32) -> Result<(Medium, Bytes)> {
    scope.require(Action::EnterOffice)?;
    let row = find(&scope.begin_read().await?, id).await?;
    smaller(scope.public(), row, width).await
}

/// Takes a file away that is used nowhere.
///
/// # Errors
/// `Denied`; `NotFound`; `Conflict` while something uses it.
pub async fn remove(scope: &Scope, id: MediaId) -> Result<()> {
    scope.require(Action::ManageMedia)?;
    let tx = scope.begin().await?;
    let row = find(&tx, id).await?;
    let text = format!("DELETE FROM media AS m WHERE m.tenant_id = $1 AND m.id = $2 AND {UNUSED}");
    let removed = sql::run(&tx, &text, [tx.tenant().into(), id.into()]).await;
    let is_used = match &removed {
        Ok(count) => *count == 0,
        // Somebody began to use it in this moment.
        Err(error) => matches!(error.sql_err(), Some(SqlErr::ForeignKeyConstraintViolation(_))),
    };
    if is_used {
        return Err(Error::Conflict("file-in-use"));
    }
    removed?;
    audit::record(&tx, scope, "remove_file", "media", id.0).await?;
    tx.commit().await?;
    clear(&store_of(scope.public())?, &row.store_key, &row.medium).await;
    Ok(())
}

async fn find(tx: &TenantTx, id: MediaId) -> Result<Row> {
    let text = format!("SELECT {COLUMNS}, m.store_key FROM media m WHERE m.tenant_id = $1 AND m.id = $2");
    sql::one(tx, &text, [tx.tenant().into(), id.into()]).await?.ok_or(Error::NotFound("file"))
}

async fn published(scope: &PublicScope, id: MediaId) -> Result<Row> {
    let text = format!(
        "SELECT {COLUMNS}, m.store_key FROM media m
         WHERE m.tenant_id = $1 AND m.id = $2 AND m.is_published AND m.member_live"
    );
    let row = sql::one(&scope.reads(), &text, [scope.tenant().id.into(), id.into()]).await?;
    row.ok_or(Error::NotFound("file"))
}

async fn smaller(scope: &PublicScope, row: Row, width: u32) -> Result<(Medium, Bytes)> {
    if !row.medium.widths().any(|one| one == width) {
        return Err(Error::NotFound("file"));
    }
    let bytes = bytes_of(scope, &row, &store::smaller_key(&row.store_key, width)).await?;
    Ok((row.medium, bytes))
}

async fn bytes_of(scope: &PublicScope, row: &Row, key: &str) -> Result<Bytes> {
    let bytes = store_of(scope)?.get(key).await?;
    bytes.ok_or_else(|| {
        tracing::error!(tenant = %scope.tenant().id, file = %row.medium.id, "the store has lost a file");
        Error::NotFound("file")
    })
}

/// Takes the bytes of a file away that has no row, its smaller pictures with it.
async fn clear(files: &Store, key: &str, medium: &Medium) {
    let smaller = medium.widths().map(|width| store::smaller_key(key, width));
    for key in smaller.chain([key.to_owned()]) {
        if let Err(error) = files.delete(&key).await {
            tracing::warn!(%error, key, "bytes without a row were left in the store");
        }
    }
}

fn store_of(scope: &PublicScope) -> Result<Store> {
    scope.hub().store().cloned().ok_or_else(|| Error::internal("no store of files is configured"))
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(64), |mut text, byte| {
        // Writing into a String cannot fail.
        write!(text, "{byte:02x}").expect("a string takes what is written");
        text
    })
}
