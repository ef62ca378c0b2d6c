//! The calendar of Morocco. Times are kept in UTC and shown in Africa/Casablanca, whose offset
//! changes in Ramadan, so only tz data converts them.

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use chrono_tz::Africa::Casablanca;

/// The day in Morocco at this instant.
pub fn day(time: DateTime<Utc>) -> NaiveDate {
    time.with_timezone(&Casablanca).date_naive()
}

/// Date and time in Morocco at this instant.
pub fn local(time: DateTime<Utc>) -> NaiveDateTime {
    time.with_timezone(&Casablanca).naive_local()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ramadan_moves_the_offset() {
        let before = "2026-02-10T23:30:00Z".parse().expect("a date");
        let within = "2026-03-01T23:30:00Z".parse().expect("a date");
        assert_eq!(day(before).to_string(), "2026-02-11");
        assert_eq!(day(within).to_string(), "2026-03-01");
    }
}
