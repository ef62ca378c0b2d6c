//! A GraphQL request as it comes over HTTP: what is accepted, and the media type of the answer.
//! Apart from the handlers, because each rule here is a table of cases.

use async_graphql::{Request, Variables};
use axum::http::{HeaderMap, header};
use serde::Deserialize;

/// The media type of the specification.
pub(crate) const GRAPHQL: &str = "application/graphql-response+json";
/// The media type from before it.
pub(crate) const JSON: &str = "application/json";

/// Why something is not a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    /// The body is not JSON by its header.
    MediaType,
    /// Several requests at once.
    Batch,
    /// Not a request at all.
    Form,
}

impl Fault {
    pub(crate) fn message(self) -> &'static str {
        match self {
            Self::MediaType => "the content type must be application/json",
            Self::Batch => "a body holds one request, not a list of them",
            Self::Form => "a request is an object with a query, and may have operationName and variables",
        }
    }
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Body {
    query: String,
    operation_name: Option<String>,
    variables: Option<serde_json::Map<String, serde_json::Value>>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Parameters {
    query: String,
    operation_name: Option<String>,
    variables: Option<String>,
}

/// The request in a body.
pub(crate) fn of_body(headers: &HeaderMap, body: &[u8]) -> Result<Request, Fault> {
    if !is_json(headers) {
        return Err(Fault::MediaType);
    }
    if body.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'[') {
        return Err(Fault::Batch);
    }
    let body: Body = serde_json::from_slice(body).map_err(|_| Fault::Form)?;
    Ok(request(body))
}

/// The request in the parameters of an address.
pub(crate) fn of_parameters(parameters: Parameters) -> Result<Request, Fault> {
    let variables = parameters.variables.filter(|variables| !variables.is_empty());
    let variables = variables.map(|variables| serde_json::from_str(&variables)).transpose();
    let variables = variables.map_err(|_| Fault::Form)?;
    let operation_name = parameters.operation_name.filter(|name| !name.is_empty());
    Ok(request(Body { query: parameters.query, operation_name, variables }))
}

fn request(body: Body) -> Request {
    let mut request = Request::new(body.query);
    request.operation_name = body.operation_name;
    if let Some(variables) = body.variables {
        request.variables = Variables::from_json(serde_json::Value::Object(variables));
    }
    request
}

/// A page of another origin cannot send this content type without asking first.
fn is_json(headers: &HeaderMap) -> bool {
    let mut kinds = headers.get_all(header::CONTENT_TYPE).iter();
    let (Some(kind), None) = (kinds.next(), kinds.next()) else {
        return false;
    };
    let Some((kind, parameters)) = kind.to_str().ok().map(|kind| kind.split_once(';').unwrap_or((kind, "")))
    else {
        return false;
    };
    let charset = parameters.split(';').filter_map(|pair| pair.trim().split_once('='));
    let mut charset = charset.filter(|(name, _)| name.eq_ignore_ascii_case("charset"));
    kind.trim().eq_ignore_ascii_case(JSON)
        && charset.all(|(_, value)| value.trim_matches('"').eq_ignore_ascii_case("utf-8"))
}

/// The media type of the answer: the specification's own unless the older one is asked for.
pub(crate) fn media_type(headers: &HeaderMap) -> &'static str {
    let accept = headers.get(header::ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let weight = |wanted: &str| {
        accept.split(',').find_map(|range| {
            let mut parts = range.split(';').map(str::trim);
            let same = parts.next().is_some_and(|kind| kind.eq_ignore_ascii_case(wanted));
            let weight =
                parts.find_map(|part| part.strip_prefix("q=")).map_or(Some(1.0), |q| q.parse::<f32>().ok());
            weight.filter(|_| same)
        })
    };
    match (weight(JSON), weight(GRAPHQL)) {
        (Some(json), None) if json > 0.0 => JSON,
        (Some(json), Some(graphql)) if json > graphql => JSON,
        _ => GRAPHQL,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(name: header::HeaderName, value: &str) -> HeaderMap {
        HeaderMap::from_iter([(name, value.parse().expect("a header"))])
    }

    #[test]
    fn only_json_is_read() {
        for (kind, good) in [
            ("application/json", true),
            ("application/json; charset=utf-8", true),
            ("Application/JSON;charset=\"UTF-8\"", true),
            ("application/json; charset=utf-16", false),
            ("text/plain", false),
            ("application/x-www-form-urlencoded", false),
            ("multipart/form-data; boundary=x", false),
            ("application/jsonx", false),
            ("", false),
        ] {
            let body = of_body(&headers(header::CONTENT_TYPE, kind), br#"{"query":"{a}"}"#);
            assert_eq!(body.is_ok(), good, "{kind}");
        }
        assert_eq!(of_body(&HeaderMap::new(), b"{}").err(), Some(Fault::MediaType));
    }

    #[test]
    fn bodies_are_read_strictly() {
        let json = headers(header::CONTENT_TYPE, JSON);
        for (body, fault) in [
            (&br#"{"query":"{a}","variables":null,"operationName":null,"extensions":{}}"#[..], None),
            (br#" [{"query":"{a}"}]"#, Some(Fault::Batch)),
            (br#"{"query":1}"#, Some(Fault::Form)),
            (br#"{}"#, Some(Fault::Form)),
            (br#""{a}""#, Some(Fault::Form)),
            (br#"{"query":"{a}","variables":[1]}"#, Some(Fault::Form)),
            (b"{\"query\":\"\xff\"}", Some(Fault::Form)),
            (b"", Some(Fault::Form)),
        ] {
            assert_eq!(of_body(&json, body).err(), fault, "{}", String::from_utf8_lossy(body));
        }
    }

    #[test]
    fn media_types_are_negotiated() {
        for (accept, expected) in [
            ("", GRAPHQL),
            ("*/*", GRAPHQL),
            ("application/json", JSON),
            ("application/json;q=0", GRAPHQL),
            ("application/graphql-response+json, application/json;q=0.9", GRAPHQL),
            ("application/json, application/graphql-response+json;q=0.5", JSON),
            ("application/json, application/graphql-response+json", GRAPHQL),
            ("text/html, */*", GRAPHQL),
        ] {
            assert_eq!(media_type(&headers(header::ACCEPT, accept)), expected, "{accept}");
        }
    }
}
