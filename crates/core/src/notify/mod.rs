//! Telling people.
pub mod outbox;
