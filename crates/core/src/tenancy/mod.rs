//! Who the tenant is, who acts, and what they may do.

pub mod accounts;
pub mod collectivities;
pub mod devices;
pub mod domains;
pub mod hosts;
pub mod hub;
pub mod invitations;
pub mod passkeys;
pub mod passwords;
pub mod permission;
pub mod providers;
pub mod regions;
pub mod resets;
pub mod scope;
pub mod second_factors;
pub mod second_steps;
pub mod settings;
pub mod sign_ins;
pub mod staff;
pub(crate) mod throttles;
