//! Files taken in, found again and taken away. Bytes reach the store before their row exists and
//! leave it after the row is gone: what goes wrong between leaves bytes that nobody can see, never
//! a row without bytes.

use bytes::Bytes;
use sea_orm::FromQueryResult;
use sha2::{Digest as _, Sha256};

use super::content::{Kind, clean_name};
use super::pictures::{self, Picture, Refusal};
use super::store::{self, Store};
use crate::ground::database::TenantTx;
use crate::ground::error::{Error, FieldError, Result};
use crate::ground::ids::MediaId;
use crate::ground::localised::Localised;
use crate::ground::sql;
use crate::tenancy::permission::Action;
use crate::tenancy::scope::{PublicScope, Scope};
use crate::trust::audit;

/// Bytes of one file at most.
pub const MOST_BYTES: usize = 20 * 1024 * 1024;

/// Bytes of all files of a member at most.
pub const QUOTA: i64 = 5 * 1024 * 1024 * 1024;

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
    /// What a picture shows, for those who do not see it.
    pub alternatives: Localised,
    /// Pixels of a picture.
    pub width: Option<i32>,
    /// Pixels of a picture.
    pub height: Option<i32>,
    /// Everybody may have it.
    pub is_published: bool,
}

const COLUMNS: &str =
    "id, file_name, media_type, bytes, sha256, alternatives, width, height, is_published, store_key";

#[derive(Debug, FromQueryResult)]
struct Row {
    #[sea_orm(nested)]
    medium: Medium,
    store_key: String,
}

/// Takes a file in. It is not public before what it belongs to is.
///
/// # Errors
/// `Invalid` for the field `file`: too large, of a kind that is not taken, a picture that cannot
/// be read, or the member's room is full. `Unavailable` when the store does not answer.
pub async fn put(scope: &Scope, file_name: &str, bytes: Bytes) -> Result<Medium> {
    if !scope.permits(Action::ReportProgress) {
        scope.require(Action::WriteArticle)?;
    }
    let (bytes, kind, size) = judge(file_name, bytes).await?;
    let id = MediaId(scope.new_id());
    let key = store::key_of(scope.tenant().id, id);
    let medium = Medium {
        id,
        file_name: clean_name(file_name, kind),
        media_type: kind.media_type().to_owned(),
        bytes: i64::try_from(bytes.len()).map_err(Error::internal)?,
        sha256: hex(&Sha256::digest(&bytes)),
        alternatives: Localised::default(),
        width: size.map(|(width, _)| width),
        height: size.map(|(_, height)| height),
        is_published: false,
    };
    let files = store_of(scope.public())?;
    files.put(&key, bytes).await?;
    let recorded = record(scope, &medium, &key).await;
    if recorded.is_err() {
        // Nobody knows of these bytes; if they cannot be taken away now they are only in the way.
        if let Err(error) = files.delete(&key).await {
            tracing::warn!(%error, tenant = %scope.tenant().id, "bytes without a row were left in the store");
        }
    }
    recorded.map(|()| medium)
}

async fn record(scope: &Scope, medium: &Medium, key: &str) -> Result<()> {
    #[derive(FromQueryResult)]
    struct Used {
        bytes: i64,
    }
    let tx = scope.begin().await?;
    let used: Option<Used> = sql::one(
        &tx,
        "SELECT CAST(COALESCE(SUM(bytes), 0) AS BIGINT) AS bytes FROM media WHERE tenant_id = $1",
        [tx.tenant().into()],
    )
    .await?;
    if used.map_or(0, |used| used.bytes) + medium.bytes > QUOTA {
        return Err(Error::invalid("file", "file-no-room"));
    }
    sql::insert(
        &tx,
        "media",
        [
            ("tenant_id", tx.tenant().into()),
            ("id", medium.id.into()),
            ("file_name", medium.file_name.clone().into()),
            ("media_type", medium.media_type.clone().into()),
            ("bytes", medium.bytes.into()),
            ("sha256", medium.sha256.clone().into()),
            ("store_key", key.into()),
            ("alternatives", medium.alternatives.clone().into()),
            ("width", medium.width.into()),
            ("height", medium.height.into()),
            ("is_published", false.into()),
            ("member_live", true.into()),
            ("author_id", scope.person_id().into()),
            ("created_at", scope.now().into()),
        ],
    )
    .await?;
    audit::record(&tx, scope, "upload_file", "media", medium.id.0).await?;
    tx.commit().await?;
    Ok(())
}

/// A published file with its bytes. Published: all may call it.
///
/// # Errors
/// `NotFound`, also for the file of another member; `Unavailable` when the store does not answer.
pub async fn open(scope: &PublicScope, id: MediaId) -> Result<(Medium, Bytes)> {
    let row: Option<Row> = sql::one(
        &scope.reads(),
        &format!(
            "SELECT {COLUMNS} FROM media WHERE tenant_id = $1 AND id = $2 AND is_published AND member_live"
        ),
        [scope.tenant().id.into(), id.into()],
    )
    .await?;
    bytes_of(scope, row).await
}

/// A file of the member, published or not, for its office.
///
/// # Errors
/// `NotFound`; `Unavailable` when the store does not answer.
pub async fn open_in_office(scope: &Scope, id: MediaId) -> Result<(Medium, Bytes)> {
    scope.require(Action::EnterOffice)?;
    let tx = scope.begin_read().await?;
    let row = find(&tx, id).await?;
    bytes_of(scope.public(), row).await
}

/// Takes a file away that nothing public belongs to.
///
/// # Errors
/// `NotFound`; `Conflict` when it is public or is evidence of a report.
pub async fn remove(scope: &Scope, id: MediaId) -> Result<()> {
    if !scope.permits(Action::ReportProgress) {
        scope.require(Action::WriteArticle)?;
    }
    let tx = scope.begin().await?;
    let row = find(&tx, id).await?.ok_or(Error::NotFound("file"))?;
    let removed = sql::run(
        &tx,
        "DELETE FROM media WHERE tenant_id = $1 AND id = $2 AND NOT is_published
         AND NOT EXISTS (SELECT 1 FROM report_files f WHERE f.tenant_id = $1 AND f.media_id = $2)",
        [tx.tenant().into(), id.into()],
    )
    .await?;
    if removed == 0 {
        return Err(Error::Conflict("file-in-use"));
    }
    audit::record(&tx, scope, "remove_file", "media", id.0).await?;
    tx.commit().await?;
    store_of(scope.public())?.delete(&row.store_key).await
}

async fn find(tx: &TenantTx, id: MediaId) -> Result<Option<Row>> {
    let text = format!("SELECT {COLUMNS} FROM media WHERE tenant_id = $1 AND id = $2");
    Ok(sql::one(tx, &text, [tx.tenant().into(), id.into()]).await?)
}

async fn bytes_of(scope: &PublicScope, row: Option<Row>) -> Result<(Medium, Bytes)> {
    let row = row.ok_or(Error::NotFound("file"))?;
    match store_of(scope)?.get(&row.store_key).await? {
        Some(bytes) => Ok((row.medium, bytes)),
        None => {
            tracing::error!(tenant = %scope.tenant().id, file = %row.medium.id, "the store has lost a file");
            Err(Error::NotFound("file"))
        }
    }
}

fn store_of(scope: &PublicScope) -> Result<Store> {
    scope.hub().store().cloned().ok_or_else(|| Error::internal("no store of files is configured"))
}

/// What the bytes are, and the bytes to keep: pictures are written anew.
async fn judge(file_name: &str, bytes: Bytes) -> Result<(Bytes, Kind, Option<(i32, i32)>)> {
    if bytes.len() > MOST_BYTES {
        let megabytes = MOST_BYTES / 1024 / 1024;
        return Err(Error::Invalid(vec![FieldError::new("file", "file-too-large").with("max", megabytes)]));
    }
    let kind = Kind::of(&bytes, file_name).ok_or_else(|| Error::invalid("file", "file-kind-not-taken"))?;
    if !kind.is_picture() {
        return Ok((bytes, kind, None));
    }
    let rewritten = tokio::task::spawn_blocking(move || pictures::rewrite(&bytes, kind)).await;
    match rewritten.map_err(Error::internal)? {
        Ok(Picture { bytes, kind, width, height }) => {
            let size = i32::try_from(width).ok().zip(i32::try_from(height).ok());
            Ok((bytes.into(), kind, size))
        }
        Err(Refusal::Broken) => Err(Error::invalid("file", "file-picture-broken")),
        Err(Refusal::TooLarge) => Err(Error::invalid("file", "file-picture-too-large")),
    }
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(64), |mut text, byte| {
        // Writing into a String cannot fail.
        write!(text, "{byte:02x}").expect("a string takes what is written");
        text
    })
}
