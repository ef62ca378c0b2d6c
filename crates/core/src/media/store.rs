//! Where the bytes of files are kept: a folder of this machine. Every key begins with the tenant,
//! so that no path of one member leads to a file of another.

use std::path::Path;
use std::sync::Arc;

use bytes::Bytes;
use object_store::local::LocalFileSystem;
use object_store::path::Path as Key;
use object_store::{ObjectStore, ObjectStoreExt as _};

use crate::ground::error::{Error, Result};
use crate::ground::ids::{MediaId, TenantId};

/// A store of files.
#[derive(Debug, Clone)]
pub struct Store(Arc<dyn ObjectStore>);

impl Store {
    /// Files in a folder, which is made when it is missing.
    ///
    /// # Errors
    /// When the folder cannot be made or read.
    pub fn folder(folder: &Path) -> std::io::Result<Self> {
        std::fs::create_dir_all(folder)?;
        let files = LocalFileSystem::new_with_prefix(folder).map_err(std::io::Error::other)?;
        Ok(Self(Arc::new(files.with_automatic_cleanup(true))))
    }

    /// Whether the store answers; for `infitah doctor`.
    ///
    /// # Errors
    /// What the store said.
    pub async fn check(&self) -> Result<()> {
        let key = Key::from("check");
        self.0.put(&key, Bytes::from_static(b"infitah").into()).await.map_err(unavailable)?;
        self.0.delete(&key).await.map_err(unavailable)
    }

    pub(super) async fn put(&self, key: &str, bytes: Bytes) -> Result<()> {
        self.0.put(&Key::from(key), bytes.into()).await.map_err(unavailable)?;
        Ok(())
    }

    /// The bytes, none when the store does not have them.
    pub(super) async fn get(&self, key: &str) -> Result<Option<Bytes>> {
        match self.0.get(&Key::from(key)).await {
            Ok(found) => Ok(Some(found.bytes().await.map_err(unavailable)?)),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(unavailable(error)),
        }
    }

    pub(super) async fn delete(&self, key: &str) -> Result<()> {
        match self.0.delete(&Key::from(key)).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(unavailable(error)),
        }
    }
}

/// The key of a file; the tenant leads it.
pub(super) fn key_of(tenant: TenantId, id: MediaId) -> String {
    format!("{tenant}/{id}")
}

/// The key of the smaller picture beside a file.
pub(super) fn smaller_key(key: &str, width: u32) -> String {
    format!("{key}-{width}")
}

fn unavailable(error: object_store::Error) -> Error {
    Error::Unavailable(Box::new(error))
}
