//! What lets others check us: the audit, a chain of hashes for each tenant, and what people may ask
//! about their own data.

pub mod audit;
pub mod personal_data;
