//! What waits for somebody who sits down to work: read from all rooms, decided in none.

pub mod needs;
