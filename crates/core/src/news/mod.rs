//! News of members and of the network, the events that they invite to, and pages
//! that stay.

mod addresses;
pub mod articles;
pub mod autosaves;
pub mod categories;
pub mod documents;
pub mod events;
mod files;
pub mod html;
pub mod pages;
pub mod slugs;
