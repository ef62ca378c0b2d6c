//! The ledger of progress: who may say what counts, what a past day showed, when reports are due,
//! and numbers that a slow reference finds as well.

mod attention;
mod calendar;
mod desk;
mod network_calendar;
mod outcomes;
mod pages;
mod properties;
mod reference;
mod silence;
mod workflow;
