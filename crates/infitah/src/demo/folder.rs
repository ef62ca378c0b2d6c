//! The folder of a demonstration: what lies in it, that one program at a time works in it, and
//! that nothing but our own files is ever deleted.

use std::fs::{File, OpenOptions};
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, anyhow, bail};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use infitah_core::ground::secret::SecretKey;

const DATABASE: &str = "infitah.db";
const SECRET: &str = "secret.key";
const SIGN_INS: &str = "sign-ins.json";
const LOCK: &str = "infitah.lock";
/// What is being made, until it is whole and moves to its place.
const STAGING: &str = "seeding";
const MAIL: &str = "mail";
const MEDIA: &str = "media";

/// A folder that this program alone works in.
#[derive(Debug)]
pub(crate) struct Folder {
    path: PathBuf,
    /// Held until the end of the program.
    _lock: File,
}

impl Folder {
    /// Opens the folder, making it if need be; with `reset`, deletes the demonstration in it.
    pub(crate) fn open(path: &Path, reset: bool) -> anyhow::Result<Self> {
        let shown = path.display();
        make_private(path).with_context(|| format!("cannot make the folder {shown}"))?;
        if reset && !is_ours(path).with_context(|| format!("cannot read the folder {shown}"))? {
            bail!("{shown} does not look like the folder of a demonstration; nothing was deleted");
        }
        let lock = OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .open(path.join(LOCK))
            .with_context(|| format!("cannot write in the folder {shown}"))?;
        if lock.try_lock().is_err() {
            bail!("another infitah works in the folder {shown}");
        }
        let folder = Self { path: path.to_owned(), _lock: lock };
        crate::commands::doctor::writable(path)
            .with_context(|| format!("cannot write in the folder {shown}"))?;
        if reset {
            folder.empty().with_context(|| format!("cannot delete the demonstration in {shown}"))?;
        }
        make_private(&folder.mail()).with_context(|| format!("cannot write in the folder {shown}"))?;
        Ok(folder)
    }

    /// The folder itself.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// The database, which is there only when it is whole.
    pub(crate) fn database(&self) -> PathBuf {
        self.path.join(DATABASE)
    }

    /// The sign-ins of the demonstration.
    pub(crate) fn sign_ins(&self) -> PathBuf {
        self.path.join(SIGN_INS)
    }

    /// The files of the members.
    pub(crate) fn media(&self) -> PathBuf {
        self.path.join(MEDIA)
    }

    /// The mails.
    pub(crate) fn mail(&self) -> PathBuf {
        self.path.join(MAIL)
    }

    /// The key of all tokens, made once.
    pub(crate) fn secret_key(&self) -> anyhow::Result<SecretKey> {
        let path = self.path.join(SECRET);
        if !path.exists() {
            let mut bytes = [0_u8; 48];
            getrandom::fill(&mut bytes)
                .map_err(|error| anyhow!("the system gives no random bytes: {error}"))?;
            write_private(&path, STANDARD.encode(bytes).as_bytes())?;
        }
        let text =
            std::fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        SecretKey::new(text.trim().as_bytes()).with_context(|| format!("{} is too short", path.display()))
    }

    /// An empty place for a database in the making; what a start cut short left there is deleted.
    pub(crate) fn stage(&self) -> anyhow::Result<PathBuf> {
        let staging = self.path.join(STAGING);
        remove_folder(&staging).with_context(|| format!("cannot delete {}", staging.display()))?;
        std::fs::create_dir(&staging).with_context(|| format!("cannot make {}", staging.display()))?;
        Ok(staging.join(DATABASE))
    }

    /// Moves the finished database to its place; from here on the demonstration exists.
    pub(crate) fn finish(&self, staged: &Path) -> anyhow::Result<()> {
        // Closing the last connection moves the log into the file; without it, rows would be lost.
        let log = staged.with_extension("db-wal");
        if log.metadata().is_ok_and(|log| log.len() > 0) {
            bail!("the database in the making was not closed");
        }
        std::fs::rename(staged, self.database()).context("cannot move the finished database to its place")?;
        remove_folder(&self.path.join(STAGING)).context("cannot delete the folder of the making")
    }

    fn empty(&self) -> std::io::Result<()> {
        // The database goes first: without it, the rest is made anew.
        for name in [DATABASE, "infitah.db-wal", "infitah.db-shm", SIGN_INS, SECRET] {
            remove_file(&self.path.join(name))?;
        }
        remove_folder(&self.path.join(STAGING))?;
        remove_folder(&self.media())?;
        let Ok(mails) = std::fs::read_dir(self.mail()) else { return Ok(()) };
        for mail in mails {
            let path = mail?.path();
            if path.extension().is_some_and(|ending| ending == "eml") {
                remove_file(&path)?;
            }
        }
        Ok(())
    }
}

/// Makes a folder, if there is none, that only its owner may read: addresses and hashes lie in it.
fn make_private(path: &Path) -> std::io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

/// Writes a file that only its owner may read, in one step.
pub(crate) fn write_private(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    let part = path.with_extension("part");
    let write = || -> std::io::Result<()> {
        remove_file(&part)?;
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = options.open(&part)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        std::fs::rename(&part, path)
    };
    write().with_context(|| format!("cannot write {}", path.display()))
}

/// An empty folder, or one in which a demonstration was made.
fn is_ours(path: &Path) -> std::io::Result<bool> {
    let mut names = std::fs::read_dir(path)?.peekable();
    let is_empty = names.peek().is_none();
    Ok(is_empty || [DATABASE, STAGING, LOCK].iter().any(|name| path.join(name).exists()))
}

fn remove_file(path: &Path) -> std::io::Result<()> {
    match std::fs::remove_file(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// Removes a folder of ours with the files in it; it holds no folders.
fn remove_folder(path: &Path) -> std::io::Result<()> {
    let entries = match std::fs::read_dir(path) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error),
    };
    for entry in entries {
        remove_file(&entry?.path())?;
    }
    std::fs::remove_dir(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scratch(name: &str) -> PathBuf {
        let path = std::env::temp_dir().join(format!("infitah-folder-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&path).expect("a folder");
        path
    }

    #[test]
    fn reset_deletes_our_files_only() {
        let path = scratch("reset");
        for name in [DATABASE, SIGN_INS, SECRET, "notes.txt"] {
            std::fs::write(path.join(name), "x").expect("a file");
        }
        drop(Folder::open(&path, true).expect("a folder of ours"));
        assert!(path.join("notes.txt").exists());
        assert!(
            !path.join(DATABASE).exists() && !path.join(SIGN_INS).exists() && !path.join(SECRET).exists()
        );
        std::fs::remove_dir_all(path).expect("the folder can go");
    }

    #[test]
    fn foreign_folder_is_not_reset() {
        let path = scratch("foreign");
        std::fs::write(path.join("thesis.txt"), "x").expect("a file");
        let refused = Folder::open(&path, true).expect_err("refused");
        assert!(refused.to_string().contains("nothing was deleted"));
        assert!(!path.join(LOCK).exists());
        std::fs::remove_dir_all(path).expect("the folder can go");
    }

    #[test]
    fn one_program_at_a_time() {
        let path = scratch("lock");
        let first = Folder::open(&path, false).expect("free");
        assert!(Folder::open(&path, false).is_err());
        drop(first);
        assert!(Folder::open(&path, false).is_ok());
        std::fs::remove_dir_all(path).expect("the folder can go");
    }
}
