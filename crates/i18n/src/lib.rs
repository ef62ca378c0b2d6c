//! Languages, interface words, numbers and dates of Infitah.
//!
//! Words that people read live in `messages/<locale>/<area>.ftl` and nowhere else. They are
//! built into the program and looked up through [`Words`]. A text missing in one language is
//! looked for in the next one of [`Locale::fallbacks`] and says in which it was found, so that
//! a page can mark it with its own `lang` and `dir`. This crate does no input or output.

mod bundles;
mod catalogue;
mod dates;
mod locale;
mod negotiation;
mod numbers;
mod plurals;
mod words;

pub use locale::Locale;
pub use words::{Arg, Text, Words};
