//! Where letters go: a mail server, or files in the data folder. The worker asks one of them and
//! learns only whether a failure may pass.

mod file;
mod smtp;

use chrono::{DateTime, Utc};
use infitah_core::ground::ids::DeliveryId;

pub use file::FileMailer;
pub use smtp::{BadMailServer, SmtpMailer};

/// A finished message.
#[derive(Clone)]
pub struct Letter {
    pub(crate) id: DeliveryId,
    pub(crate) at: DateTime<Utc>,
    pub(crate) message: lettre::Message,
}

/// Why a letter did not go out.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{detail}")]
pub struct Failure {
    /// Trying again is of no use.
    pub is_permanent: bool,
    /// Why, in a few words without addresses.
    pub detail: String,
}

/// Something that sends letters.
#[async_trait::async_trait]
pub trait Mailer: Send + Sync {
    /// Sends one letter.
    ///
    /// # Errors
    /// A failure that says whether it may pass.
    async fn send(&self, letter: &Letter) -> Result<(), Failure>;
}

impl Failure {
    pub(crate) fn passing(detail: impl Into<String>) -> Self {
        Self { is_permanent: false, detail: detail.into() }
    }

    pub(crate) fn permanent(detail: impl Into<String>) -> Self {
        Self { is_permanent: true, detail: detail.into() }
    }
}
