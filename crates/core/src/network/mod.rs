//! All members at once.
