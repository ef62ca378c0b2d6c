//! GraphQL over HTTP. A mutation comes by POST with a JSON content type or not at all, so a page of
//! another origin cannot send one without being asked for leave, and is given none.

use async_graphql::parser::types::OperationType;
use async_graphql::{Request, Response as Answer, ServerError, Value};
use axum::extract::rejection::QueryRejection;
use axum::extract::{Extension, Query, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use bytes::Bytes;
use infitah_core::tenancy::scope::Scope;
use infitah_i18n::Words;

use super::errors::{Code, code_of, refusal, settle};
use super::guard::{self, Caller};
use super::requests::{self, Fault, JSON, Parameters};
use super::{batches, loaders, sdl};
use crate::door::arrivals::Arrival;
use crate::door::{Door, SharedDoor};

/// `POST /graphql`
pub(crate) async fn post(
    State(door): State<SharedDoor>,
    Extension(scope): Extension<Scope>,
    Extension(arrival): Extension<Arrival>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let media_type = requests::media_type(&headers);
    match requests::of_body(&headers, &body) {
        Ok(request) => run(&door, scope, &arrival, request).await.into_http(media_type),
        Err(fault) => Outcome::of_fault(fault).into_http(media_type),
    }
}

/// `GET /graphql`
pub(crate) async fn get(
    State(door): State<SharedDoor>,
    Extension(scope): Extension<Scope>,
    Extension(arrival): Extension<Arrival>,
    headers: HeaderMap,
    parameters: Result<Query<Parameters>, QueryRejection>,
) -> Response {
    let media_type = requests::media_type(&headers);
    let request = parameters.map_err(|_| Fault::Form).and_then(|Query(found)| requests::of_parameters(found));
    let outcome = match request.map(reading) {
        Ok(Some(request)) => run(&door, scope, &arrival, request).await,
        Ok(None) => Outcome::wrong_method(),
        Err(fault) => Outcome::of_fault(fault),
    };
    outcome.into_http(media_type)
}

/// `OPTIONS /graphql`: other origins may ask, as anonymous.
pub(crate) async fn options() -> Response {
    let headers = [
        (header::ALLOW, "GET, POST, OPTIONS"),
        (header::ACCESS_CONTROL_ALLOW_METHODS, "GET, POST, OPTIONS"),
        (header::ACCESS_CONTROL_ALLOW_HEADERS, "content-type, accept, accept-language"),
        (header::ACCESS_CONTROL_MAX_AGE, "86400"),
    ];
    (StatusCode::NO_CONTENT, headers).into_response()
}

/// `GET /graphql/schema.graphql`
pub(crate) async fn schema() -> Response {
    ([(header::CONTENT_TYPE, "application/graphql; charset=utf-8")], sdl()).into_response()
}

/// What is answered, before it takes a media type.
struct Outcome {
    answer: Answer,
    /// The status when nothing was executed.
    status: StatusCode,
}

async fn run(door: &Door, scope: Scope, arrival: &Arrival, request: Request) -> Outcome {
    let public = scope.public().clone();
    let caller = Caller {
        address: arrival.address,
        tenant: public.tenant().id,
        is_signed_in: scope.person().is_some(),
        now: public.now(),
    };
    let words = Words::of(arrival.locale(Some(&public)));
    let (loaders, waiting) = loaders::of(public.clone());
    let request = request.data(caller).data(loaders).data(scope).data(public);
    let query = batches::run(door.api.schema.execute(request), waiting);
    let mut answer = match tokio::time::timeout(door.settings.limits.query, query).await {
        Ok(answer) => answer,
        Err(_) => Answer::from_errors(vec![refusal(Code::Deadline, words.plain("error-timeout-text", &[]))]),
    };
    settle(&mut answer, words, arrival.request_id);
    let status = answer.errors.first().map_or(StatusCode::OK, status_of);
    Outcome { answer, status }
}

/// The request, if it only reads. What cannot be parsed is left to the guard to refuse.
fn reading(mut request: Request) -> Option<Request> {
    let name = request.operation_name.clone();
    let document = guard::parse(&mut request).ok();
    let operation = document.and_then(|document| guard::operation(document, name.as_deref()));
    let reads = operation.is_none_or(|operation| operation.ty == OperationType::Query);
    reads.then_some(request)
}

fn is_unavailable(error: &ServerError) -> bool {
    code_of(error) == Some(Code::Unavailable.name())
}

fn status_of(error: &ServerError) -> StatusCode {
    match code_of(error) {
        Some("RATE_LIMITED") => StatusCode::TOO_MANY_REQUESTS,
        Some("DEADLINE") => StatusCode::SERVICE_UNAVAILABLE,
        Some("INTERNAL") => StatusCode::INTERNAL_SERVER_ERROR,
        _ => StatusCode::BAD_REQUEST,
    }
}

impl Outcome {
    fn of_fault(fault: Fault) -> Self {
        let status = match fault {
            Fault::MediaType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Fault::Batch | Fault::Form => StatusCode::BAD_REQUEST,
        };
        Self { answer: Answer::from_errors(vec![refusal(Code::BadUserInput, fault.message())]), status }
    }

    fn wrong_method() -> Self {
        let error = refusal(Code::BadUserInput, "a mutation comes by POST");
        Self { answer: Answer::from_errors(vec![error]), status: StatusCode::METHOD_NOT_ALLOWED }
    }

    fn into_http(self, media_type: &'static str) -> Response {
        // An error of a field names its path; without one nothing was executed and there is no data.
        let executed = self.answer.errors.iter().all(|error| !error.path.is_empty());
        let unavailable = self.answer.errors.iter().any(is_unavailable);
        let status = match (executed, media_type, self.status) {
            // What is missing is not known to be missing: the whole is to be asked for again.
            _ if unavailable => StatusCode::SERVICE_UNAVAILABLE,
            (true, _, _) => StatusCode::OK,
            // The older media type cannot tell an error of ours from one of a proxy.
            (false, JSON, StatusCode::BAD_REQUEST) if is_well_formed(&self.answer) => StatusCode::OK,
            (false, _, status) => status,
        };
        let mut body = serde_json::to_value(&self.answer).unwrap_or_default();
        if let Some(body) = body.as_object_mut().filter(|_| !executed) {
            body.remove("data");
        }
        let kind = if media_type == JSON { "application/json; charset=utf-8" } else { GRAPHQL_UTF8 };
        let mut response = (status, [(header::CONTENT_TYPE, kind)], body.to_string()).into_response();
        if status == StatusCode::METHOD_NOT_ALLOWED {
            response.headers_mut().insert(header::ALLOW, HeaderValue::from_static("POST"));
        }
        if unavailable {
            // As pages say it: a database that starts again takes about as long.
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("10"));
        }
        if let Some(seconds) = retry_after(&self.answer).filter(|_| status == StatusCode::TOO_MANY_REQUESTS) {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response.headers_mut().insert(header::VARY, HeaderValue::from_static("Accept, Accept-Language"));
        response
    }
}

const GRAPHQL_UTF8: &str = "application/graphql-response+json; charset=utf-8";

/// After how many seconds there is a quota again, when it is used up.
fn retry_after(answer: &Answer) -> Option<i64> {
    match answer.errors.first()?.extensions.as_ref()?.get("retryAfter")? {
        Value::Number(seconds) => seconds.as_i64(),
        _ => None,
    }
}

/// Whether the request could be read at all: then the schema answered, and gave its cost.
fn is_well_formed(answer: &Answer) -> bool {
    answer.extensions.contains_key("cost")
}

#[cfg(test)]
mod tests {
    use async_graphql::{PathSegment, Pos};
    use infitah_core::ground::error::Error;
    use infitah_i18n::Locale;

    use super::*;

    fn answered(error: Error) -> Response {
        let mut error = async_graphql::Error::from(error).into_server_error(Pos::default());
        error.path.push(PathSegment::Field("articles".into()));
        let mut answer = Answer::from_errors(vec![error]);
        settle(&mut answer, Words::of(Locale::En), uuid::Uuid::from_u128(7));
        Outcome { answer, status: StatusCode::OK }.into_http(JSON)
    }

    #[test]
    fn who_asks_without_a_database_is_told_to_come_back() {
        let response = answered(Error::Unavailable("away".into()));
        assert_eq!(response.status(), StatusCode::SERVICE_UNAVAILABLE);
        assert_eq!(response.headers()[header::RETRY_AFTER], "10");
        let response = answered(Error::NotFound("article"));
        assert_eq!(response.status(), StatusCode::OK);
        assert!(!response.headers().contains_key(header::RETRY_AFTER));
    }
}
