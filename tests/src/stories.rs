//! Stories: what people do, through HTTP and mail, on whichever database the run is on.

mod bus;
mod commands;
mod cycle;
mod door;
mod feeds;
mod graphql;
mod metrics;
mod news;
mod pages;
mod programme;
mod publishing;
mod sign_in;
mod smtp;
mod subscriptions;
