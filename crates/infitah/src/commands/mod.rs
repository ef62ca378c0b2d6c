//! The commands that do one thing and end.

pub(crate) mod audit;
pub(crate) mod collectivities;
pub(crate) mod doctor;
pub(crate) mod importing;
pub(crate) mod migrating;
pub(crate) mod staff;
