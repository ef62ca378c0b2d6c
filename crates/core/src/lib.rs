//! The tenant-aware core of Infitah: every rule, every permission and every SQL statement.
//!
//! Invariants:
//! - every public function about a tenant takes [`tenancy::scope::Scope`] or
//!   [`tenancy::scope::PublicScope`] first; functions of the operator and of the worker take
//!   [`tenancy::hub::Hub`] and enter one tenant at a time;
//! - what is published is read by single statements of the public role, all else in a transaction
//!   bound to one tenant;
//! - what someone may not see does not exist for them.
//!
//! Deliberately absent: HTTP, mail, words of the interface but for those of spreadsheets, whose
//! headings are read as well as written. Rooms use those before them and never
//! those after: ground, tenancy, trust, notify, news, programme, network, desk.

pub mod desk;
pub mod ground;
pub mod media;
pub mod network;
pub mod news;
pub mod notify;
pub mod programme;
pub mod tenancy;
pub mod trust;

pub use infitah_i18n::Locale;
