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

#[cfg(test)]
mod tests {
    use infitah_core::ground::ids::DeliveryId;
    use uuid::Uuid;

    use super::*;

    fn letter() -> Letter {
        let message = lettre::Message::builder()
            .from("news@example.org".parse().expect("an address"))
            .to("amina@example.org".parse().expect("an address"))
            .body("text".to_owned())
            .expect("a message");
        let at = "2026-11-23T10:00:00Z".parse().expect("a time");
        Letter { id: DeliveryId(Uuid::from_u128(7)), at, message }
    }

    #[tokio::test]
    async fn letter_becomes_one_whole_file() {
        let folder = tempfile::tempdir().expect("a folder");
        let mailer = FileMailer::new(folder.path());
        mailer.send(&letter()).await.expect("written");
        let names: Vec<String> = std::fs::read_dir(mailer.folder())
            .expect("the folder was made")
            .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
            .collect();
        assert_eq!(names, [format!("20261123-100000-{}.eml", Uuid::from_u128(7))]);
        let text = std::fs::read_to_string(mailer.folder().join(&names[0])).expect("a file");
        assert!(text.contains("To: amina@example.org"));
    }

    #[tokio::test]
    async fn folder_that_cannot_be_made_is_a_passing_failure() {
        let file = tempfile::NamedTempFile::new().expect("a file");
        let failure = FileMailer::new(file.path()).send(&letter()).await.expect_err("no folder");
        assert!(!failure.is_permanent);
    }
}
