//! News of members and of the network.

pub mod articles;
pub mod autosaves;
pub mod categories;
pub mod html;
pub mod slugs;
