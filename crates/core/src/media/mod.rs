//! Files of a member: evidence of progress now, pictures and documents of its news beside it. The
//! rows are in the database, the bytes in a [`store::Store`]; content decides what a file is.

mod content;
mod files;
mod pictures;
pub mod store;

pub use content::{Kind, clean_name};
pub use files::{MOST_BYTES, Medium, QUOTA, open, open_in_office, put, remove};
