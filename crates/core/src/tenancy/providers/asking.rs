//! The conversation with the provider: what it says about itself, kept for an hour, and what it says
//! about whoever comes back. Every request has an end in time and in length.

use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use futures::future::BoxFuture;
use openidconnect::core::{
    CoreAuthenticationFlow, CoreClient, CoreJwsSigningAlgorithm, CoreProviderMetadata, CoreUserInfoClaims,
};
use openidconnect::{
    AsyncHttpClient, AuthorizationCode, ClaimsVerificationError, ClientId, ClientSecret, CsrfToken,
    EndpointMaybeSet, EndpointNotSet, EndpointSet, HttpRequest, HttpResponse, IssuerUrl, Nonce,
    OAuth2TokenResponse as _, PkceCodeChallenge, PkceCodeVerifier, RedirectUrl, Scope,
    SignatureVerificationError, TokenResponse as _,
};
use tokio::sync::Mutex;

use crate::ground::error::{Error, Result};

/// How long what it says about itself is believed.
const KNOWN_MINUTES: i64 = 60;
/// How soon it may be asked again, after a fault or for a key that is not known.
const AGAIN_SECONDS: i64 = 10;
/// How long an answer may take.
const PATIENCE: Duration = Duration::from_secs(8);
/// How long an answer may be.
const MOST_BYTES: usize = 512 * 1024;

/// With a key of its own and no less: what a provider says it can do as well, such as no signature at
/// all, is not taken.
const SIGNATURES: [CoreJwsSigningAlgorithm; 9] = [
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha384,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha512,
    CoreJwsSigningAlgorithm::RsaSsaPssSha256,
    CoreJwsSigningAlgorithm::RsaSsaPssSha384,
    CoreJwsSigningAlgorithm::RsaSsaPssSha512,
    CoreJwsSigningAlgorithm::EcdsaP256Sha256,
    CoreJwsSigningAlgorithm::EcdsaP384Sha384,
    CoreJwsSigningAlgorithm::EdDsa,
];

const AWAY: Error = Error::Conflict("provider-away");

type Client = CoreClient<
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

/// What the operator says about a provider.
pub struct ProviderConfig {
    /// Its address, which all that it says about itself begins with.
    pub issuer: String,
    /// As what we are known there.
    pub client_id: String,
    /// The secret that goes with it.
    pub client_secret: String,
    /// What people call it; the host of its address if nothing else is said.
    pub name: Option<String>,
}

/// A provider.
#[derive(Clone)]
pub struct Provider(Arc<Inner>);

struct Inner {
    issuer: IssuerUrl,
    client_id: ClientId,
    client_secret: ClientSecret,
    name: String,
    http: Line,
    known: Mutex<Known>,
}

#[derive(Default)]
struct Known {
    client: Option<(Client, DateTime<Utc>)>,
    asked_at: Option<DateTime<Utc>>,
}

/// Where to send somebody, and what proves later that it was us.
pub(super) struct Asked {
    pub(super) url: String,
    pub(super) verifier: String,
}

/// Who came back.
pub(super) struct Told {
    pub(super) subject: String,
    /// Only if the provider has made sure that the mailbox is theirs.
    pub(super) email: Option<String>,
}

/// Why a request of ours came to nothing.
#[derive(Debug, thiserror::Error)]
enum Trouble {
    #[error("the provider cannot be asked")]
    Line(#[from] reqwest::Error),
    #[error("the provider answers without end")]
    TooLong,
    #[error("the provider answers what is no HTTP")]
    Form(#[from] openidconnect::http::Error),
}

impl std::fmt::Debug for Provider {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "Provider({})", self.0.name)
    }
}

impl Provider {
    /// A provider, which is not asked anything yet. Nothing when the address of the issuer is none, or
    /// is not by TLS and not of this machine.
    pub fn new(config: ProviderConfig) -> Option<Self> {
        let issuer = IssuerUrl::new(config.issuer).ok()?;
        let host = issuer.url().host_str()?.to_owned();
        let is_here = matches!(host.as_str(), "localhost" | "127.0.0.1" | "[::1]");
        let is_plain = issuer.url().scheme() == "http" && is_here;
        if issuer.url().scheme() != "https" && !is_plain {
            return None;
        }
        crate::ground::tls::provide();
        // Whoever answers with a way elsewhere is not followed: it would be asked in the provider's name.
        let http = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .connect_timeout(PATIENCE / 2)
            .timeout(PATIENCE)
            .build()
            .ok()?;
        Some(Self(Arc::new(Inner {
            issuer,
            client_id: ClientId::new(config.client_id),
            client_secret: ClientSecret::new(config.client_secret),
            name: config.name.unwrap_or(host),
            http: Line(http),
            known: Mutex::default(),
        })))
    }

    /// What people call it.
    pub fn name(&self) -> &str {
        &self.0.name
    }

    /// The address that it speaks for.
    pub(super) fn issuer(&self) -> &str {
        self.0.issuer.as_str()
    }

    pub(super) async fn ask(
        &self,
        callback: &str,
        state: &str,
        nonce: &str,
        now: DateTime<Utc>,
    ) -> Result<Asked> {
        let client = self.client(now, false).await?;
        let redirect = RedirectUrl::new(callback.to_owned()).map_err(Error::internal)?;
        let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
        let (state, nonce) = (state.to_owned(), nonce.to_owned());
        let (url, _, _) = client
            .authorize_url(
                CoreAuthenticationFlow::AuthorizationCode,
                || CsrfToken::new(state),
                || Nonce::new(nonce),
            )
            .add_scope(Scope::new("email".to_owned()))
            .set_pkce_challenge(challenge)
            .set_redirect_uri(std::borrow::Cow::Owned(redirect))
            .url();
        Ok(Asked { url: url.into(), verifier: verifier.into_secret() })
    }

    /// Trades the code for who came back. What the provider refuses or cannot prove is nobody.
    pub(super) async fn redeem(
        &self,
        callback: &str,
        (code, verifier, nonce): (String, String, String),
        now: DateTime<Utc>,
    ) -> Result<Option<Told>> {
        let client = self.client(now, false).await?;
        let redirect = RedirectUrl::new(callback.to_owned()).map_err(Error::internal)?;
        let answered = client
            .exchange_code(AuthorizationCode::new(code))
            .map_err(Error::internal)?
            .set_pkce_verifier(PkceCodeVerifier::new(verifier))
            .set_redirect_uri(std::borrow::Cow::Owned(redirect))
            .request_async(&self.0.http)
            .await;
        let tokens = match answered {
            Ok(tokens) => tokens,
            Err(openidconnect::RequestTokenError::Request(trouble)) => return Err(away(&trouble)),
            Err(reason) => {
                tracing::info!(%reason, "a code was not redeemed");
                return Ok(None);
            }
        };
        let Some(token) = tokens.id_token() else { return Ok(None) };
        let nonce = Nonce::new(nonce);
        let judge = |client: &Client| {
            token
                .claims(
                    &client.id_token_verifier().set_allowed_algs(SIGNATURES).set_time_fn(move || now),
                    &nonce,
                )
                .cloned()
        };
        let mut judged = judge(&client);
        if matches!(
            judged,
            Err(ClaimsVerificationError::SignatureVerification(SignatureVerificationError::NoMatchingKey))
        ) {
            // Providers change their keys; a key that is new to us is asked for, and not all the time.
            judged = judge(&self.client(now, true).await?);
        }
        let claims = match judged {
            Ok(claims) => claims,
            Err(reason) => {
                tracing::info!(%reason, "a token was not believed");
                return Ok(None);
            }
        };
        let mut email = claims.email().filter(|_| claims.email_verified() == Some(true)).cloned();
        if claims.email().is_none() {
            let asked = client.user_info(tokens.access_token().clone(), Some(claims.subject().clone()));
            if let Ok(asked) = asked {
                let told: std::result::Result<CoreUserInfoClaims, _> =
                    asked.request_async(&self.0.http).await;
                let told = told.inspect_err(|reason| tracing::info!(%reason, "no word about a mailbox"));
                email = told
                    .ok()
                    .filter(|told| told.email_verified() == Some(true))
                    .and_then(|told| told.email().cloned());
            }
        }
        Ok(Some(Told { subject: claims.subject().to_string(), email: email.map(|email| email.to_string()) }))
    }

    /// What it says about itself, as of the last hour; or, `anew`, of the last seconds. Who comes at the
    /// same time waits for the one who asks.
    async fn client(&self, now: DateTime<Utc>, anew: bool) -> Result<Client> {
        let mut known = self.0.known.lock().await;
        let is_fresh = |at: DateTime<Utc>| now - at < TimeDelta::minutes(KNOWN_MINUTES);
        let was_asked = known.asked_at.is_some_and(|at| now - at < TimeDelta::seconds(AGAIN_SECONDS));
        match &known.client {
            Some((client, at)) if was_asked || (!anew && is_fresh(*at)) => return Ok(client.clone()),
            None if was_asked => return Err(AWAY),
            _ => {}
        }
        known.asked_at = Some(now);
        let metadata = CoreProviderMetadata::discover_async(self.0.issuer.clone(), &self.0.http)
            .await
            .map_err(|error| away(&error))?;
        let inner = &self.0;
        let client = CoreClient::from_provider_metadata(
            metadata,
            inner.client_id.clone(),
            Some(inner.client_secret.clone()),
        );
        known.client = Some((client.clone(), now));
        Ok(client)
    }
}

/// The line to the provider.
#[derive(Debug)]
struct Line(reqwest::Client);

impl<'line> AsyncHttpClient<'line> for Line {
    type Error = Trouble;
    type Future = BoxFuture<'line, std::result::Result<HttpResponse, Trouble>>;

    fn call(&'line self, request: HttpRequest) -> Self::Future {
        Box::pin(self.send(request))
    }
}

impl Line {
    async fn send(&self, request: HttpRequest) -> std::result::Result<HttpResponse, Trouble> {
        let mut response = self.0.execute(request.try_into()?).await?;
        let mut answer = openidconnect::http::Response::builder().status(response.status());
        for (name, value) in response.headers() {
            answer = answer.header(name, value);
        }
        let mut body = Vec::new();
        while let Some(piece) = response.chunk().await? {
            if body.len() + piece.len() > MOST_BYTES {
                return Err(Trouble::TooLong);
            }
            body.extend_from_slice(&piece);
        }
        Ok(answer.body(body)?)
    }
}

fn away(error: &(dyn std::error::Error + 'static)) -> Error {
    let chain: Vec<String> =
        std::iter::successors(Some(error), |error| error.source()).map(ToString::to_string).collect();
    tracing::warn!(reason = chain.join(": "), "the provider of sign-ins does not answer");
    AWAY
}
