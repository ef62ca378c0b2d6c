//! A provider of OpenID Connect in the test's own process, which says whatever it is told to: the stories
//! need honest providers and others. The browser suite meets a real one.

use std::collections::HashMap;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use bytes::Bytes;
use http_body_util::{BodyExt as _, Full};
use hyper::body::Incoming;
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use infitah_core::tenancy::providers::{Provider, ProviderConfig};
use p256::ecdsa::signature::Signer as _;
use p256::ecdsa::{Signature, SigningKey};
use serde_json::{Value, json};
use tokio::net::TcpListener;

/// As what the installation is known there.
const CLIENT: &str = "infitah-tests";

/// The provider.
#[derive(Clone)]
pub(crate) struct Issuer(Arc<Mutex<State>>);

struct State {
    address: SocketAddr,
    /// Another number is another key.
    key: u8,
    tokens: HashMap<String, Value>,
    /// How often it was asked what it is.
    asked: usize,
}

impl Issuer {
    /// Starts one.
    pub(crate) async fn start() -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
        let address = listener.local_addr().unwrap();
        let issuer = Self(Arc::new(Mutex::new(State { address, key: 1, tokens: HashMap::new(), asked: 0 })));
        let serving = issuer.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let issuer = serving.clone();
                let answer = service_fn(move |request| {
                    let issuer = issuer.clone();
                    async move { Ok::<_, hyper::Error>(issuer.answer(request).await) }
                });
                let connection =
                    hyper::server::conn::http1::Builder::new().serve_connection(TokioIo::new(stream), answer);
                tokio::spawn(connection);
            }
        });
        issuer
    }

    /// How an installation knows it.
    pub(crate) fn provider(&self) -> Provider {
        let config = ProviderConfig {
            issuer: self.url(),
            client_id: CLIENT.into(),
            client_secret: "a secret of the tests".into(),
            name: Some("Portail".into()),
        };
        Provider::new(config).expect("a provider")
    }

    /// Its address.
    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.0.lock().unwrap().address)
    }

    /// A code for whoever these claims are about; those that are usual are added. With `unsigned` the
    /// provider leaves its signature out.
    pub(crate) fn code(&self, claims: Value) -> String {
        let mut told = json!({
            "iss": self.url(), "aud": CLIENT, "exp": 4_000_000_000_u64, "iat": 1_700_000_000,
        });
        for (name, value) in claims.as_object().expect("claims") {
            told[name.as_str()] = value.clone();
        }
        let mut state = self.0.lock().unwrap();
        let code = format!("code-{}", state.tokens.len());
        state.tokens.insert(code.clone(), told);
        code
    }

    /// Changes its key, as providers do.
    pub(crate) fn change_key(&self) {
        self.0.lock().unwrap().key += 1;
    }

    /// How often it was asked what it is.
    pub(crate) fn asked(&self) -> usize {
        self.0.lock().unwrap().asked
    }

    async fn answer(&self, request: Request<Incoming>) -> Response<Full<Bytes>> {
        let path = request.uri().path().to_owned();
        let body = request.into_body().collect().await.unwrap().to_bytes();
        let url = self.url();
        let mut state = self.0.lock().unwrap();
        let said = match path.as_str() {
            "/.well-known/openid-configuration" => {
                state.asked += 1;
                Some(json!({
                    "issuer": url, "authorization_endpoint": format!("{url}/auth"),
                    "token_endpoint": format!("{url}/token"), "jwks_uri": format!("{url}/keys"),
                    "response_types_supported": ["code"], "subject_types_supported": ["public"],
                    "id_token_signing_alg_values_supported": ["ES256", "HS256", "none"],
                }))
            }
            "/keys" => Some(json!({ "keys": [state.public_key()] })),
            "/token" => {
                let body = String::from_utf8_lossy(&body).into_owned();
                let code = body.split('&').find_map(|pair| pair.strip_prefix("code=")).unwrap_or_default();
                let has_verifier = body.contains("code_verifier=");
                let claims = state.tokens.remove(code).filter(|_| has_verifier);
                claims.map(|claims| {
                    json!({ "access_token": "x", "token_type": "Bearer", "id_token": state.signed(&claims) })
                })
            }
            _ => None,
        };
        let (status, said) = match said {
            Some(said) => (200, said),
            None => (400, json!({ "error": "invalid_grant" })),
        };
        let answer = Response::builder().status(status).header("content-type", "application/json");
        answer.body(Full::new(Bytes::from(said.to_string()))).unwrap()
    }
}

impl State {
    fn signing_key(&self) -> SigningKey {
        SigningKey::from_slice(&[self.key; 32]).expect("a number above zero is a key")
    }

    fn public_key(&self) -> Value {
        let point = self.signing_key().verifying_key().to_sec1_point(false);
        let part = |bytes: &[u8]| URL_SAFE_NO_PAD.encode(bytes);
        json!({
            "kty": "EC", "crv": "P-256", "use": "sig", "alg": "ES256", "kid": self.key.to_string(),
            "x": part(point.x().expect("a point")), "y": part(point.y().expect("a point")),
        })
    }

    fn signed(&self, claims: &Value) -> String {
        let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
        if claims["unsigned"] == true {
            return format!("{}.{}.", part(&json!({ "alg": "none" })), part(claims));
        }
        let head = json!({ "alg": "ES256", "typ": "JWT", "kid": self.key.to_string() });
        let text = format!("{}.{}", part(&head), part(claims));
        let signature: Signature = self.signing_key().sign(text.as_bytes());
        format!("{text}.{}", URL_SAFE_NO_PAD.encode(signature.to_bytes()))
    }
}
