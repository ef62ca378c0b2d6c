//! Letters as files, for a hub without a mail server: the demonstration and first steps.

use std::path::{Path, PathBuf};

use super::{Failure, Letter, Mailer};

/// Writes each letter to `mail/<time>-<delivery>.eml` in the data folder.
#[derive(Debug, Clone)]
pub struct FileMailer(PathBuf);

impl FileMailer {
    /// A mailer that writes below this data folder.
    pub fn new(data_folder: impl AsRef<Path>) -> Self {
        Self(data_folder.as_ref().join("mail"))
    }

    /// The folder of the letters.
    pub fn folder(&self) -> &Path {
        &self.0
    }

    async fn write(&self, letter: &Letter) -> std::io::Result<()> {
        let mut builder = tokio::fs::DirBuilder::new();
        builder.recursive(true);
        // Letters hold addresses and links that open doors.
        #[cfg(unix)]
        builder.mode(0o700);
        builder.create(&self.0).await?;
        let name = format!("{}-{}.eml", letter.at.format("%Y%m%d-%H%M%S"), letter.id);
        let unfinished = self.0.join(format!(".{}.tmp", letter.id));
        tokio::fs::write(&unfinished, letter.message.formatted()).await?;
        // A reader of the folder never sees half a letter.
        tokio::fs::rename(&unfinished, self.0.join(name)).await
    }
}

#[async_trait::async_trait]
impl Mailer for FileMailer {
    async fn send(&self, letter: &Letter) -> Result<(), Failure> {
        self.write(letter).await.map_err(|error| Failure::passing(format!("file: {}", error.kind())))
    }
}
