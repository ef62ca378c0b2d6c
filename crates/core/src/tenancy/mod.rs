//! Who the tenant is, who acts, and what they may do.

pub mod collectivities;
pub mod hosts;
pub mod hub;
pub mod invitations;
pub mod permission;
pub mod regions;
pub mod scope;
pub mod sign_ins;
pub mod staff;
pub(crate) mod throttles;
