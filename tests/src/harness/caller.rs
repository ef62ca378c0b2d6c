//! Somebody who speaks HTTP to a host of the installation, with or without a sign-in.

use std::net::SocketAddr;
use std::sync::Arc;

use reqwest::Method;
use reqwest::header::{HeaderMap, HeaderName, HeaderValue};
use serde_json::{Value, json};

use super::fleet::Fleet;

/// A client bound to one host.
#[derive(Clone)]
pub(crate) struct Caller {
    pub(crate) address: SocketAddr,
    pub(crate) host: String,
    pub(crate) client: reqwest::Client,
    pub(crate) headers: HeaderMap,
    pub(crate) fleet: Option<Arc<Fleet>>,
}

/// What came back.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
}

impl Caller {
    pub(crate) fn new(address: SocketAddr, host: &str) -> Self {
        Self { address, host: host.to_owned(), client: client(4), headers: HeaderMap::new(), fleet: None }
    }

    /// The same caller before several gateways: each request is a connection of its own, so that
    /// they meet all of them, and waits until all know what was told before.
    pub(crate) fn of(self, fleet: Arc<Fleet>) -> Self {
        Self { client: client(0), fleet: Some(fleet), ..self }
    }

    /// The same caller at one gateway, past what stands before it.
    pub(crate) fn at(self, address: SocketAddr) -> Self {
        Self { address, ..self }
    }

    /// The same caller with one more header on every request.
    pub(crate) fn with(mut self, name: &str, value: &str) -> Self {
        self.headers.insert(
            name.parse::<HeaderName>().expect("a header"),
            HeaderValue::from_str(value).expect("a value"),
        );
        self
    }

    /// The same caller with one more value of a header on every request.
    pub(crate) fn also(mut self, name: &str, value: &str) -> Self {
        self.headers.append(
            name.parse::<HeaderName>().expect("a header"),
            HeaderValue::from_str(value).expect("a value"),
        );
        self
    }

    pub(crate) async fn get(&self, path: &str) -> Answer {
        self.send(Method::GET, path, None, Vec::new()).await
    }

    pub(crate) async fn post_form(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let body: Vec<String> =
            fields.iter().map(|(name, value)| format!("{name}={}", encode(value))).collect();
        self.send(Method::POST, path, Some("application/x-www-form-urlencoded"), body.join("&").into_bytes())
            .await
    }

    pub(crate) async fn gql(&self, query: &str, variables: Value) -> Value {
        let body = json!({ "query": query, "variables": variables }).to_string().into_bytes();
        let answer = self.send(Method::POST, "/graphql", Some("application/json"), body).await;
        serde_json::from_slice(&answer.body).unwrap_or_else(|_| panic!("no JSON: {answer:?}"))
    }

    pub(crate) async fn send(
        &self,
        method: Method,
        path: &str,
        media: Option<&str>,
        body: Vec<u8>,
    ) -> Answer {
        if let Some(fleet) = &self.fleet {
            fleet.settle().await;
        }
        let mut request = self
            .client
            .request(method, format!("http://{}{path}", self.address))
            .headers(self.headers.clone())
            .header("host", &self.host)
            .body(body);
        if let Some(media) = media {
            request = request.header("content-type", media);
        }
        let response = request.send().await.expect("the gateway answers");
        Answer {
            status: response.status().as_u16(),
            headers: response.headers().clone(),
            body: response.bytes().await.expect("a whole body").to_vec(),
        }
    }
}

impl Answer {
    /// The body as text.
    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// A header, empty when it is missing.
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or("")
    }

    /// The cookie pair that a `Set-Cookie` sets, if any.
    pub(crate) fn cookie(&self) -> Option<String> {
        self.header("set-cookie").split(';').next().filter(|pair| pair.contains('=')).map(str::to_owned)
    }

    /// Fails with the whole answer when the status is another.
    pub(crate) fn must(self, status: u16) -> Self {
        assert_eq!(self.status, status, "{:.1500}", self.text());
        self
    }
}

/// A client that keeps so many connections.
fn client(kept: usize) -> reqwest::Client {
    infitah_core::ground::tls::provide();
    let plain = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).no_proxy();
    plain.pool_max_idle_per_host(kept).build().expect("a plain client can be built")
}

/// Percent-encodes all but unreserved bytes.
pub(crate) fn encode(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => {
                char::from(byte).to_string()
            }
            _ => format!("%{byte:02X}"),
        })
        .collect()
}
