//! News of members and of the network, and the events that they invite to.

pub mod articles;
pub mod autosaves;
pub mod categories;
pub mod documents;
pub mod events;
pub mod html;
pub mod slugs;
