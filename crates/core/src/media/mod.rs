//! Files of a member: evidence of progress, pictures of its news, its documents. The rows are in the
//! database, the bytes in a [`store::Store`]; content decides what a file is.

mod archives;
mod content;
mod files;
mod judging;
mod library;
mod pictures;
mod rooms;
pub mod store;
mod uses;

pub use content::{Kind, Unfit, clean_name};
pub(crate) use files::{COLUMNS, path, smaller_path};
pub use files::{
    Medium, Picture, Upload, open, open_in_office, open_smaller, open_smaller_in_office, put, put_picture,
    remove,
};
pub use judging::MOST_BYTES;
pub use library::{Filter, Group, Held, MediumInput, describe, find, list};
pub(crate) use pictures::WIDTHS;
pub use rooms::{Room, room, set_quota};
pub(crate) use uses::settle;
pub use uses::{Use, UseKind};
