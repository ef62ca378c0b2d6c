//! The openness programme.
