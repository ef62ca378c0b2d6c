//! The environment, read once: every name that the program knows, and how a value is taken. A
//! wrong or missing value is an error that names its variable.

use std::collections::HashMap;

/// Every variable of the program, as in `deploy/env.example`.
pub(crate) const KNOWN: [&str; 28] = [
    "INFITAH_LISTEN",
    "INFITAH_DRAIN_SECONDS",
    "INFITAH_DOMAIN",
    "INFITAH_PUBLIC_URL",
    "INFITAH_PUBLIC_ADDRESSES",
    "INFITAH_DATABASE_URL",
    "INFITAH_DATABASE_READ_URL",
    "INFITAH_DATABASE_OWNER_URL",
    "INFITAH_REDIS_URL",
    "INFITAH_SMTP_URL",
    "INFITAH_MAIL_FROM",
    "INFITAH_MEDIA_URL",
    "INFITAH_S3_ENDPOINT",
    "INFITAH_S3_REGION",
    "INFITAH_S3_ACCESS_KEY",
    "INFITAH_S3_SECRET_KEY",
    "INFITAH_SECRET_KEY",
    "INFITAH_OIDC_ISSUER",
    "INFITAH_OIDC_CLIENT_ID",
    "INFITAH_OIDC_CLIENT_SECRET",
    "INFITAH_OIDC_NAME",
    "INFITAH_TRUSTED_PROXIES",
    "INFITAH_SECURITY_CONTACT",
    "INFITAH_OPS_LISTEN",
    "INFITAH_OTLP_ENDPOINT",
    "INFITAH_LOG",
    "INFITAH_LOG_FORMAT",
    "INFITAH_TEST_CLOCK",
];

/// Those whose value may stand in a file named by `NAME_FILE`.
pub(crate) const SECRETS: [&str; 9] = [
    "INFITAH_DATABASE_URL",
    "INFITAH_DATABASE_READ_URL",
    "INFITAH_DATABASE_OWNER_URL",
    "INFITAH_REDIS_URL",
    "INFITAH_SMTP_URL",
    "INFITAH_S3_ACCESS_KEY",
    "INFITAH_S3_SECRET_KEY",
    "INFITAH_SECRET_KEY",
    "INFITAH_OIDC_CLIENT_SECRET",
];

/// A variable and what is wrong with it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct VariableError {
    pub(crate) name: &'static str,
    pub(crate) problem: String,
}

impl VariableError {
    pub(crate) fn new(name: &'static str, problem: impl Into<String>) -> Self {
        Self { name, problem: problem.into() }
    }
}

impl std::fmt::Display for VariableError {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}: {}", self.name, self.problem)
    }
}

impl std::error::Error for VariableError {}

/// The variables of the environment that begin with `INFITAH_`.
#[derive(Debug, Clone)]
pub(crate) struct Variables(HashMap<String, String>);

impl Variables {
    /// Those of this process.
    pub(crate) fn of_process() -> Self {
        Self::new(std::env::vars_os().filter_map(|(name, value)| {
            // A value that is no text is kept with its broken signs, and is refused by its reader.
            Some((name.into_string().ok()?, value.to_string_lossy().into_owned()))
        }))
    }

    /// Those of a list.
    pub(crate) fn new(pairs: impl IntoIterator<Item = (String, String)>) -> Self {
        Self(pairs.into_iter().filter(|(name, _)| name.starts_with("INFITAH_")).collect())
    }

    /// The value of a variable; an empty one counts as not set.
    pub(crate) fn get(&self, name: &'static str) -> Result<Option<String>, VariableError> {
        debug_assert!(KNOWN.contains(&name), "{name} is listed");
        if SECRETS.contains(&name) {
            return self.secret(name);
        }
        Ok(self.set(name).map(str::to_owned))
    }

    /// The value of a variable that must be there.
    pub(crate) fn require(&self, name: &'static str) -> Result<String, VariableError> {
        self.get(name)?.ok_or_else(|| VariableError::new(name, "is missing"))
    }

    /// The value of a variable read by `parse`; the problem says what is expected.
    pub(crate) fn parse<T>(
        &self,
        name: &'static str,
        expected: &str,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Result<Option<T>, VariableError> {
        let Some(text) = self.get(name)? else { return Ok(None) };
        let wrong = || VariableError::new(name, format!("is not {expected}"));
        parse(&text).map(Some).ok_or_else(wrong)
    }

    fn secret(&self, name: &'static str) -> Result<Option<String>, VariableError> {
        let file = format!("{name}_FILE");
        match (self.set(name), self.set(&file)) {
            (Some(_), Some(_)) => {
                Err(VariableError::new(name, format!("is set, and so is {file}; keep one")))
            }
            (Some(value), None) => Ok(Some(value.to_owned())),
            (None, Some(path)) => {
                let unreadable = |error| VariableError::new(name, format!("{file} names {path}: {error}"));
                let value = std::fs::read_to_string(path).map_err(unreadable)?.trim().to_owned();
                if value.is_empty() {
                    return Err(VariableError::new(name, format!("{file} names {path}, which is empty")));
                }
                Ok(Some(value))
            }
            (None, None) => Ok(None),
        }
    }

    /// Whether a variable is set, here or in a file.
    pub(crate) fn is_set(&self, name: &str) -> bool {
        self.set(name).is_some() || self.set(&format!("{name}_FILE")).is_some()
    }

    fn set(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(|value| value.trim()).filter(|value| !value.is_empty())
    }
}
