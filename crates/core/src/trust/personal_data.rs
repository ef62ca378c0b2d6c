//! What a member holds about a person, by their exact e-mail address: shown to those who answer for
//! the site, given to the person as a file, erased when the person asks (law 09-08, articles 7 to 9).
//! Everything here is of one member; what others hold about the same address is theirs.

mod erasing;
mod held;
mod requests;
mod retention;

pub use erasing::{Account as ErasedAccount, Erased, erase};
pub use held::{Account, Authored, Delivery, Held, Invitation, SignIn, Subscription, export, look};
pub(crate) use requests::open;
pub use requests::{Kind, Request, finish, list, record};
pub use retention::{Kept, keep};
