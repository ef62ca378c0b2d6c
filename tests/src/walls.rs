//! The walls between tenants, tried from outside on both databases.

mod catalogue;
mod hosts;
mod office_rooms;
mod public_role;
mod twins;
