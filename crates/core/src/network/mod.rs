//! All members at once: numbers over the network, and the lists of what needs attention. They are
//! the same on every host, because they are about the network and not about the host's member.

mod attention;
pub mod events;
pub mod overview;
mod silence;
