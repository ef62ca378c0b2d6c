//! The library of a member: files taken in by a form or by a script on a poor line, what is refused,
//! where files are used, how much room they have, and how the public gets them.

mod buckets;
mod covers;
pub(super) mod desk;
mod documents;
mod logos;
mod refused;
mod removing;
mod room;
mod sending;
mod serving;
