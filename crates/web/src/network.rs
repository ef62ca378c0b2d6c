//! The pages that only the network's host has.
