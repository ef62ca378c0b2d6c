//! Stories: what people do, through HTTP and mail, on whichever database the run is on.

mod accounts;
mod away;
mod bus;
mod commands;
mod copying;
mod cycle;
mod door;
mod feeds;
mod fleet;
mod graphql;
mod graphql_cycle;
mod ledger;
mod metrics;
mod news;
mod newsroom;
mod office_cycle;
mod pages;
mod programme;
mod publishing;
mod replica;
mod sign_in;
mod smtp;
mod spreadsheets;
mod subscriptions;
mod tree;
