//! Those who answer for a site: what was done there, its settings, and what it knows about people.

mod audit;
mod domains;
mod personal_data;
mod settings;
