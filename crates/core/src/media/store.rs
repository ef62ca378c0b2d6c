//! Where the bytes of files are kept: a folder of this machine, or a bucket of an S3-compatible
//! server. Every key begins with the tenant, so that no path of one member leads to a file of another.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use object_store::aws::AmazonS3Builder;
use object_store::local::LocalFileSystem;
use object_store::path::Path as Key;
use object_store::prefix::PrefixStore;
use object_store::{ClientOptions, ObjectStore, ObjectStoreExt as _, RetryConfig};

use crate::ground::error::{Error, Result};
use crate::ground::ids::{MediaId, TenantId};
use crate::ground::tls;

/// A store of files.
#[derive(Debug, Clone)]
pub struct Store(Arc<dyn ObjectStore>);

/// A bucket of an S3-compatible server, and who may use it.
#[derive(Clone)]
pub struct Bucket {
    /// Its name.
    pub name: String,
    /// What all keys begin with, without slashes at its ends; empty for none.
    pub prefix: String,
    /// The address of the server; Amazon's own without it.
    pub endpoint: Option<String>,
    /// The region that requests are signed for.
    pub region: String,
    /// The name of the key.
    pub access_key: String,
    /// The key.
    pub secret_key: String,
}

impl std::fmt::Debug for Bucket {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { name, prefix, endpoint, region, .. } = self;
        formatter
            .debug_struct("Bucket")
            .field("name", name)
            .field("prefix", prefix)
            .field("endpoint", endpoint)
            .field("region", region)
            .finish_non_exhaustive()
    }
}

/// How long a server may take to take a connection.
const CONNECT: Duration = Duration::from_secs(5);
/// How long one request may take, which carries the largest file over a slow line.
const REQUEST: Duration = Duration::from_secs(60);
/// Until when what failed is tried again.
const RETRIES: Duration = Duration::from_secs(20);

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

    /// Files in a bucket. The server is not asked yet.
    ///
    /// # Errors
    /// When the description makes no client.
    pub fn bucket(bucket: Bucket) -> std::io::Result<Self> {
        tls::provide();
        let retry = RetryConfig { max_retries: 3, retry_timeout: RETRIES, ..RetryConfig::default() };
        let client = ClientOptions::new().with_connect_timeout(CONNECT).with_timeout(REQUEST);
        let mut builder = AmazonS3Builder::new()
            .with_client_options(client)
            .with_retry(retry)
            .with_bucket_name(bucket.name)
            .with_region(bucket.region)
            .with_access_key_id(bucket.access_key)
            .with_secret_access_key(bucket.secret_key);
        if let Some(endpoint) = bucket.endpoint {
            let is_plain = endpoint.starts_with("http://");
            builder = builder.with_endpoint(endpoint).with_allow_http(is_plain);
        }
        let files = builder.build().map_err(std::io::Error::other)?;
        Ok(match bucket.prefix.as_str() {
            "" => Self(Arc::new(files)),
            prefix => Self(Arc::new(PrefixStore::new(files, prefix))),
        })
    }

    /// Whether what is written can be read again and taken away; for `infitah doctor`.
    ///
    /// # Errors
    /// What the store said.
    pub async fn check(&self) -> Result<()> {
        // Two looks at once must not meet.
        let word = getrandom::u64().map_err(Error::internal)?.to_string();
        let key = format!("check-{word}");
        self.put(&key, word.clone().into()).await?;
        let read = self.get(&key).await;
        self.delete(&key).await?;
        match read? {
            Some(bytes) if bytes == word.as_bytes() => Ok(()),
            _ => Err(Error::internal("the store gives back other bytes than it was given")),
        }
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
