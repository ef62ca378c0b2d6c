//! Telling people: who asked to be told, what happened, and the messages that follow from both.
//! Everything lies in the database before anything is sent; the worker carries it out.

pub mod deliveries;
mod lag;
pub(crate) mod outbox;
pub mod subscriptions;

pub use lag::{Lag, lag};
