//! From core's errors to GraphQL's. Resolvers give core's error as it is; here, once and with the
//! request at hand, it gets its code, a sentence in the reader's language, and the fields it names.
//! What was not expected is logged once and shown only as the id of the request.

use std::sync::Arc;

use async_graphql::{Response, ServerError, Value};
use infitah_core::ground::error::{Error, FieldError};
use infitah_i18n::{Arg, Words};
use uuid::Uuid;

/// The codes that clients can rely on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Code {
    BadUserInput,
    Unauthenticated,
    Forbidden,
    NotFound,
    Conflict,
    QueryTooCostly,
    RateLimited,
    Deadline,
    Unavailable,
    Internal,
}

impl Code {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::BadUserInput => "BAD_USER_INPUT",
            Self::Unauthenticated => "UNAUTHENTICATED",
            Self::Forbidden => "FORBIDDEN",
            Self::NotFound => "NOT_FOUND",
            Self::Conflict => "CONFLICT",
            Self::QueryTooCostly => "QUERY_TOO_COSTLY",
            Self::RateLimited => "RATE_LIMITED",
            Self::Deadline => "DEADLINE",
            Self::Unavailable => "UNAVAILABLE",
            Self::Internal => "INTERNAL",
        }
    }
}

/// An error of the door itself.
pub(crate) fn refusal(code: Code, message: impl Into<String>) -> ServerError {
    let mut error = ServerError::new(message, None);
    error.extensions.get_or_insert_default().set("code", code.name());
    error
}

/// The code of an error, once it has one.
pub(crate) fn code_of(error: &ServerError) -> Option<&str> {
    match error.extensions.as_ref()?.get("code")? {
        Value::String(code) => Some(code),
        _ => None,
    }
}

/// Gives every error of an answer its code and its words.
pub(crate) fn settle(response: &mut Response, words: Words, request_id: Uuid) {
    let mut logged = false;
    for error in response.errors.iter_mut().filter(|error| code_of(error).is_none()) {
        let source = error.source.take();
        let known = source.as_ref().and_then(|source| {
            let shared = source.downcast_ref::<Arc<Error>>().map(Arc::as_ref);
            source.downcast_ref::<Error>().or(shared)
        });
        let code = match known {
            Some(Error::Internal(fault)) => fail(error, &mut logged, fault.as_ref(), (words, request_id)),
            Some(Error::Unavailable(fault)) => {
                fail(error, &mut logged, fault.as_ref(), (words, request_id));
                error.message = words.plain("error-unavailable-text", &[]);
                Code::Unavailable
            }
            Some(known) => tell(error, known, words),
            None if source.is_some() => {
                let fault = std::io::Error::other(error.message.clone());
                fail(error, &mut logged, &fault, (words, request_id))
            }
            // The library's own: a document that is none, an argument of the wrong type.
            None => Code::BadUserInput,
        };
        error.extensions.get_or_insert_default().set("code", code.name());
    }
}

/// What was not expected: logged once a request, shown as its id.
fn fail(
    error: &mut ServerError,
    logged: &mut bool,
    fault: &(dyn std::error::Error + 'static),
    (words, request_id): (Words, Uuid),
) -> Code {
    if !std::mem::replace(logged, true) {
        log(fault);
    }
    let id = request_id.to_string();
    error.message = words.plain("error-internal-text", &[("request_id", (&id).into())]);
    error.extensions.get_or_insert_default().set("requestId", id);
    Code::Internal
}

/// What was expected, in the reader's words.
fn tell(error: &mut ServerError, known: &Error, words: Words) -> Code {
    let (code, message, fields) = describe(known, words);
    error.message = message;
    let extensions = error.extensions.get_or_insert_default();
    if let Some(first) = fields.first() {
        extensions.set("field", first.field.clone());
        extensions.set("fields", Value::List(fields.iter().map(|field| field_value(field, words)).collect()));
    }
    if let Error::TooMany(until) = known {
        extensions.set("resetAt", until.to_rfc3339());
    }
    code
}

fn describe(error: &Error, words: Words) -> (Code, String, Vec<FieldError>) {
    let said = |code, key: &str| (code, words.plain(key, &[]), Vec::new());
    match error {
        Error::NotFound(_) => said(Code::NotFound, "error-not-found-text"),
        Error::Unauthenticated(key) => said(Code::Unauthenticated, key),
        Error::Denied(key) => said(Code::Forbidden, key),
        Error::Conflict(key) => said(Code::Conflict, key),
        Error::TooMany(_) => said(Code::RateLimited, "error-too-many-requests-text"),
        Error::Unavailable(_) => said(Code::Unavailable, "error-unavailable-text"),
        Error::Internal(_) => said(Code::Internal, "error-internal-title"),
        Error::Invalid(fields) => {
            let fields: Vec<FieldError> = fields.iter().cloned().map(in_camel_case).collect();
            let sentence = |field: &FieldError| format!("{}: {}", field.field, rule(field, words));
            let message = fields.iter().map(sentence).collect::<Vec<_>>().join("; ");
            (Code::BadUserInput, message, fields)
        }
    }
}

/// The field under the name it has here: `votes.in_favour` is `votes.inFavour`.
fn in_camel_case(mut field: FieldError) -> FieldError {
    let mut parts = field.field.split('_');
    let mut name = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let mut letters = part.chars();
        name.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        name.push_str(letters.as_str());
    }
    field.field = name;
    field
}

fn rule(field: &FieldError, words: Words) -> String {
    let arguments: Vec<(&str, Arg<'_>)> = field
        .arguments
        .iter()
        .map(|(name, value)| (*name, value.parse::<i64>().map_or(Arg::Text(value), Arg::Number)))
        .collect();
    words.plain(field.key, &arguments)
}

fn field_value(field: &FieldError, words: Words) -> Value {
    async_graphql::value!({
        "field": field.field.clone(),
        "rule": field.key,
        "message": rule(field, words),
    })
}

fn log(fault: &(dyn std::error::Error + 'static)) {
    let mut chain = fault.to_string();
    let mut next = fault.source();
    while let Some(cause) = next {
        chain.push_str(": ");
        chain.push_str(&cause.to_string());
        next = cause.source();
    }
    tracing::error!(error = chain, "a query failed");
}

#[cfg(test)]
mod tests {
    use async_graphql::Pos;
    use infitah_i18n::Locale;

    use super::*;

    fn settled(error: async_graphql::Error) -> ServerError {
        let mut response = Response::from_errors(vec![error.into_server_error(Pos::default())]);
        settle(&mut response, Words::of(Locale::En), Uuid::from_u128(7));
        response.errors.remove(0)
    }

    #[test]
    fn errors_of_core_get_their_codes() {
        for (error, code) in [
            (Error::NotFound("article"), "NOT_FOUND"),
            (Error::Unauthenticated("sign-in-refused"), "UNAUTHENTICATED"),
            (Error::Denied("denied-role"), "FORBIDDEN"),
            (Error::Conflict("article-changed-meanwhile"), "CONFLICT"),
            (Error::invalid("title.ar", "field-required"), "BAD_USER_INPUT"),
            (Error::TooMany(chrono::DateTime::UNIX_EPOCH), "RATE_LIMITED"),
            (Error::Unavailable("the database is away".into()), "UNAVAILABLE"),
            (Error::internal("secret"), "INTERNAL"),
        ] {
            assert_eq!(code_of(&settled(error.into())), Some(code));
        }
        assert_eq!(code_of(&settled(Arc::new(Error::NotFound("axis")).into())), Some("NOT_FOUND"));
        assert_eq!(code_of(&settled(async_graphql::Error::new("bad argument"))), Some("BAD_USER_INPUT"));
    }

    #[test]
    fn broken_rules_name_their_field() {
        let error = settled(
            Error::Invalid(vec![FieldError::new("title.ar", "field-too-long").with("max", 200)]).into(),
        );
        assert_eq!(error.message, "title.ar: At most 200 characters.");
        let extensions = error.extensions.expect("extensions");
        assert_eq!(extensions.get("field"), Some(&Value::from("title.ar")));
    }

    #[test]
    fn faults_are_not_shown() {
        let error = settled(Error::internal("password of the database").into());
        assert!(!format!("{error:?}").contains("password"), "{error:?}");
        assert!(error.message.contains("00000000-0000-0000-0000-000000000007"), "{}", error.message);
        let foreign = settled(std::io::Error::other("a path of this machine").into());
        assert_eq!(code_of(&foreign), Some("INTERNAL"));
        assert!(!format!("{foreign:?}").contains("machine"));
    }
}
