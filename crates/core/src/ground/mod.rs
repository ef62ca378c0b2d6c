//! What everything else stands on: errors, ids, the clock, localised text, paging, the database.
//! Knows nothing of the nouns of the field.

pub mod address;
pub mod bus;
pub mod calendar;
pub mod clock;
pub(crate) mod codes;
pub mod colour;
pub mod database;
pub mod error;
pub mod few;
pub(crate) mod folding;
pub mod ids;
pub mod input;
pub mod localised;
pub mod paging;
pub mod resolver;
pub mod roles;
pub mod secret;
pub(crate) mod sql;
pub mod tls;
pub mod trace;
