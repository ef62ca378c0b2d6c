//! Where the files of members are kept: a folder, or a bucket of an S3-compatible server.

use std::path::PathBuf;

use infitah_core::media::store::{Bucket, Store};

use super::{Result, Storage};
use crate::variables::{VariableError, Variables};

/// The region where nothing else is said; servers other than Amazon's take any.
const REGION: &str = "us-east-1";

/// Variables that say something of a bucket only.
const OF_BUCKET: [&str; 4] =
    ["INFITAH_S3_ENDPOINT", "INFITAH_S3_REGION", "INFITAH_S3_ACCESS_KEY", "INFITAH_S3_SECRET_KEY"];

/// Where the files are.
#[derive(Debug)]
pub(crate) enum Place {
    /// In a folder that every gateway sees.
    Folder(PathBuf),
    /// In a bucket.
    Bucket(Bucket),
}

impl Place {
    /// The place named, or a folder beside the embedded database.
    pub(crate) fn read(variables: &Variables, storage: &Storage) -> Result<Option<Self>> {
        const NAME: &str = "INFITAH_MEDIA_URL";
        let url = variables.get(NAME)?;
        if let Some(rest) = url.as_deref().and_then(|url| url.strip_prefix("s3://")) {
            return bucket(variables, rest).map(|bucket| Some(Self::Bucket(bucket)));
        }
        // A value that nobody reads would be a promise that is not kept.
        if let Some(name) = OF_BUCKET.into_iter().find(|name| variables.is_set(name)) {
            return Err(VariableError::new(
                name,
                format!("is set, and {NAME} names no bucket like s3://files"),
            ));
        }
        let folder = |text: &str| {
            let path = text.strip_prefix("file://")?;
            path.starts_with('/').then(|| PathBuf::from(path))
        };
        let expected = "a folder like file:///var/lib/infitah/media or a bucket like s3://files/media";
        let named = variables.parse(NAME, expected, folder)?;
        Ok(named.or_else(|| storage.file().map(|file| file.with_file_name("media"))).map(Self::Folder))
    }
}

impl std::fmt::Display for Place {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Folder(folder) => write!(formatter, "the folder {}", folder.display()),
            Self::Bucket(bucket) => {
                let server = bucket.endpoint.as_deref().unwrap_or("Amazon S3");
                write!(formatter, "the bucket {} at {server}", bucket.name)
            }
        }
    }
}

/// The store of files at this place, if there is one. A server is not asked yet.
pub(crate) fn store(place: Option<Place>) -> Result<Option<Store>> {
    let Some(place) = place else { return Ok(None) };
    let words = place.to_string();
    let made = match place {
        Place::Folder(folder) => Store::folder(&folder),
        Place::Bucket(bucket) => Store::bucket(bucket),
    };
    made.map(Some)
        .map_err(|error| VariableError::new("INFITAH_MEDIA_URL", format!("{words} cannot be used: {error}")))
}

fn bucket(variables: &Variables, rest: &str) -> Result<Bucket> {
    let (name, prefix) = rest.split_once('/').unwrap_or((rest, ""));
    let is_name = (3..=63).contains(&name.len())
        && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'.');
    let prefix = prefix.trim_matches('/');
    let is_prefix = prefix.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_./".contains(&b))
        && (prefix.is_empty() || prefix.split('/').all(|part| !matches!(part, "" | "." | "..")));
    if !is_name || !is_prefix {
        return Err(VariableError::new(
            "INFITAH_MEDIA_URL",
            "is not a bucket like s3://files or s3://files/media",
        ));
    }
    let endpoint = |text: &str| {
        let text = text.trim_end_matches('/');
        let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))?;
        let is_host =
            !host.is_empty() && host.bytes().all(|b| b.is_ascii_alphanumeric() || b".-:[]".contains(&b));
        is_host.then(|| text.to_owned())
    };
    let region =
        |text: &str| text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-').then(|| text.to_owned());
    Ok(Bucket {
        name: name.to_owned(),
        prefix: prefix.to_owned(),
        endpoint: variables.parse(
            "INFITAH_S3_ENDPOINT",
            "the address of a server like https://s3.example.ma",
            endpoint,
        )?,
        region: variables
            .parse("INFITAH_S3_REGION", "the name of a region like us-east-1", region)?
            .unwrap_or_else(|| REGION.to_owned()),
        access_key: variables.require("INFITAH_S3_ACCESS_KEY")?,
        secret_key: variables.require("INFITAH_S3_SECRET_KEY")?,
    })
}
