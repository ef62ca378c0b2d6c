//! What stories are told with: an installation of its own for each test, people who speak HTTP to
//! it, the mails it wrote and the clock that can be moved.

pub(crate) mod app;
pub(crate) mod authenticator;
pub(crate) mod buckets;
pub(crate) mod caller;
pub(crate) mod databases;
pub(crate) mod fleet;
pub(crate) mod forwarder;
pub(crate) mod mails;
pub(crate) mod members;
pub(crate) mod outcomes;
pub(crate) mod provider;
pub(crate) mod wire;

pub(crate) use app::TestApp;
pub(crate) use caller::{Answer, Caller};
