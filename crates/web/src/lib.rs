//! The pages of Infitah, rendered on the server: the public site of each member, the portal of the
//! network, the office, and the files they need. They work without JavaScript.
//!
//! Invariants: no page holds SQL or a rule of its own, everything comes from core; no word for
//! people stands here or in a template, all come from the catalogues; every page says its language
//! and direction, and every text in another language says its own; no inline style or script.
//! Absent on purpose: middleware (the gateway's), and caching (also the gateway's).

mod answers;
mod assets;
mod calendars;
mod cards;
mod failures;
mod layout;
mod network;
mod office;
mod pictures;
mod public;
mod qr;
#[cfg(test)]
mod samples;
pub mod session;
mod states;
mod visits;
mod words;

use std::net::IpAddr;
use std::path::PathBuf;

pub use failures::{Notice, error_response, notice_response};

/// What pages need to know of the installation, given as an extension of each request.
#[derive(Debug, Clone)]
pub struct WebSettings {
    /// The folder of the demonstration's mails; the office shows it when there is one.
    pub demo_mail_dir: Option<PathBuf>,
    /// Names the build, for caches.
    pub build_id: String,
}

/// The network address of the client, as the gateway found it; an extension of each request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClientAddress(pub IpAddr);

/// The pages everyone may read, on members' hosts and on the network's, and the subscription.
pub fn public_routes() -> axum::Router {
    public::routes()
}

/// The rooms of the staff.
pub fn office_routes() -> axum::Router {
    office::routes()
}

/// Styles, fonts and signs.
pub fn assets_routes() -> axum::Router {
    assets::routes()
}
