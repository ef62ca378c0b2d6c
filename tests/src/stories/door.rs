//! The HTTP door: methods, origins, bodies, cookies, deadlines and strange addresses, as a browser,
//! a script and an attacker meet them.

mod api;
mod bodies;
mod cookies;
mod errors;
mod origins;
mod paths;
mod patience;
mod stopping;
