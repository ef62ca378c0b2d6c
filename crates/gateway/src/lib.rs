//! The HTTP door of Infitah: from a connection to a tenant, from a request to an answer.
//!
//! Invariants: nothing is read or written before the host has named the tenant; cached pages are
//! made from a `PublicScope`, which cannot hold an actor; a GraphQL document reaches the library's
//! validation only after the guard has bounded it; every answer carries a request id and the
//! security headers. Deliberately absent: SQL, rules and permission (they live in core), words
//! (they live in i18n), GraphQL batches and uploads.

mod connections;
mod door;
mod feeds;
mod gateway;
mod graphql;
mod ops;
mod settings;

pub use connections::Peer;
pub use gateway::Gateway;
pub use graphql::sdl;
pub use infitah_web::WebSettings;
pub use ops::{Exposition, Ops, OpsSettings, Unmeasured};
pub use settings::{GatewaySettings, Limits, TrustedProxies};
