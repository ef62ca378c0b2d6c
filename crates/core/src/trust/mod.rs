//! What lets others check us: the audit, a chain of hashes for each tenant.

pub mod audit;
