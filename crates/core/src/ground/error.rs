//! The one error type of core. Expected failures are variants that carry keys of the message
//! catalogues; what was not expected is `Internal` and keeps its source. Each door maps it once.

use chrono::{DateTime, Utc};

/// The result of every function of core.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why core did not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The noun does not exist, or the asker may not see it; the two are not told apart.
    #[error("{0} not found")]
    NotFound(&'static str),
    /// Nobody is signed in, or the password is wrong; the text is a message key.
    #[error("not signed in: {0}")]
    Unauthenticated(&'static str),
    /// The asker sees the thing but may not do this; the text is a message key.
    #[error("denied: {0}")]
    Denied(&'static str),
    /// The input breaks rules; each breach names its field.
    #[error("invalid input: {0:?}")]
    Invalid(Vec<FieldError>),
    /// The thing changed meanwhile or already exists; the text is a message key.
    #[error("conflict: {0}")]
    Conflict(&'static str),
    /// Too many tries; when the next one is allowed.
    #[error("too many requests until {0}")]
    TooMany(DateTime<Utc>),
    /// The database is away, full or too busy; the same may be asked again in a moment.
    #[error("the database is not available")]
    Unavailable(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// A fault of ours or of the machine.
    #[error("internal fault")]
    Internal(#[source] Box<dyn std::error::Error + Send + Sync>),
}

/// One rule broken by one field of the input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldError {
    /// The field as the caller named it, for example `title.ar`.
    pub field: String,
    /// The message key of the rule.
    pub key: &'static str,
    /// Arguments of the message.
    pub arguments: Vec<(&'static str, String)>,
}

impl FieldError {
    /// A breach without arguments.
    pub fn new(field: impl Into<String>, key: &'static str) -> Self {
        Self { field: field.into(), key, arguments: Vec::new() }
    }

    /// The same breach with one more argument for its message.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.arguments.push((name, value.to_string()));
        self
    }
}

impl Error {
    /// One broken rule.
    pub fn invalid(field: impl Into<String>, key: &'static str) -> Self {
        Self::Invalid(vec![FieldError::new(field, key)])
    }

    /// Wraps a fault that no caller can act on.
    pub fn internal(source: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        Self::Internal(source.into())
    }
}

impl From<sea_orm::DbErr> for Error {
    fn from(error: sea_orm::DbErr) -> Self {
        if super::database::is_unavailable(&error) {
            return Self::Unavailable(Box::new(error));
        }
        Self::internal(error)
    }
}
