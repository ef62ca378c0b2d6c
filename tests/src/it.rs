//! The one test binary that meets Infitah as its users do.
//!
//! `guards` hold what must be true everywhere, whatever a story does; `walls` try the tenants
//! against each other; `stories` are what people do. `tests/run` runs this binary once on SQLite
//! and once on PostgreSQL with Redis (`INFITAH_TEST_BACKEND`).
#![allow(
    clippy::unwrap_used,
    clippy::print_stderr,
    reason = "a test that panics says where, and prints what it found"
)]

mod guards;
mod harness;
mod stories;
mod walls;
