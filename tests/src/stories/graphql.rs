//! The graph as third parties meet it: lists in pages, filters, languages, ids, what it costs, and
//! what it refuses.

mod inputs;
mod limits;
mod members;
mod paging;
mod statements;

use reqwest::Method;
use serde_json::{Value, json};

use crate::harness::{Answer, Caller};

/// The code of the first error, empty when there is none.
fn code(answer: &Value) -> &str {
    answer["errors"][0]["extensions"]["code"].as_str().unwrap_or("")
}

/// A query over HTTP, with its status.
async fn post(caller: &Caller, query: &str, variables: Value) -> Answer {
    let body = json!({ "query": query, "variables": variables }).to_string().into_bytes();
    caller.send(Method::POST, "/graphql", Some("application/json"), body).await
}

/// The JSON of an answer.
fn json_of(answer: &Answer) -> Value {
    serde_json::from_slice(&answer.body).unwrap_or_else(|_| panic!("no JSON: {answer:?}"))
}

/// The strings at a field of each node of a connection.
fn column<'a>(connection: &'a Value, field: &str) -> Vec<&'a str> {
    let nodes = connection["nodes"].as_array().unwrap_or_else(|| panic!("no nodes: {connection}"));
    nodes.iter().map(|node| node[field].as_str().unwrap_or_else(|| panic!("no {field}: {node}"))).collect()
}
