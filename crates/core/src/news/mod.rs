//! News of members and of the network.

pub mod articles;
pub mod autosaves;
pub mod categories;
pub mod documents;
pub mod html;
pub mod slugs;
