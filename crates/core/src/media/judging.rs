//! What is done with bytes before they are kept: they are weighed, told by their content, and
//! pictures are written anew. Decoding takes memory, so few pictures are decoded at once.

use std::sync::LazyLock;

use bytes::Bytes;
use tokio::sync::Semaphore;

use super::content::Kind;
use super::pictures::{self, Picture, Refusal};
use crate::ground::error::{Error, FieldError, Result};

/// Bytes of one file at most.
pub const MOST_BYTES: usize = 20 * 1024 * 1024;

/// Pictures decoded at once: each may take a quarter of a gigabyte.
const AT_ONCE: usize = 2;

static TURNS: LazyLock<Semaphore> = LazyLock::new(|| Semaphore::new(AT_ONCE));

/// Bytes that may be kept.
#[derive(Debug)]
pub(super) struct Judged {
    pub(super) bytes: Bytes,
    pub(super) kind: Kind,
    /// Pixels of a picture.
    pub(super) size: Option<(i32, i32)>,
    /// Smaller pictures by their width.
    pub(super) smaller: Vec<(u32, Bytes)>,
}

/// What the bytes are, and the bytes to keep.
///
/// # Errors
/// `Invalid` for the field `file`.
pub(super) async fn judge(file_name: &str, bytes: Bytes) -> Result<Judged> {
    if bytes.len() > MOST_BYTES {
        let megabytes = MOST_BYTES / 1024 / 1024;
        return Err(Error::Invalid(vec![FieldError::new("file", "file-too-large").with("max", megabytes)]));
    }
    let kind = Kind::of(&bytes, file_name).map_err(|unfit| Error::invalid("file", unfit.key()))?;
    if !kind.is_picture() {
        return Ok(Judged { bytes, kind, size: None, smaller: Vec::new() });
    }
    let turn = TURNS.acquire().await.map_err(Error::internal)?;
    let rewritten = tokio::task::spawn_blocking(move || pictures::rewrite(&bytes, kind)).await;
    drop(turn);
    match rewritten.map_err(Error::internal)? {
        Ok(Picture { bytes, kind, width, height, smaller }) => Ok(Judged {
            bytes: bytes.into(),
            kind,
            size: i32::try_from(width).ok().zip(i32::try_from(height).ok()),
            smaller: smaller.into_iter().map(|(width, bytes)| (width, bytes.into())).collect(),
        }),
        Err(Refusal::Broken) => Err(Error::invalid("file", "file-picture-broken")),
        Err(Refusal::TooLarge) => Err(Error::invalid("file", "file-picture-too-large")),
        Err(Refusal::Animated) => Err(Error::invalid("file", "file-animated")),
    }
}
