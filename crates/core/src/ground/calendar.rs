//! The calendar of Morocco. Times are kept in UTC and shown in Africa/Casablanca, whose offset
//! changes in Ramadan, so only tz data converts them.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeZone as _, Utc};
use chrono_tz::Africa::Casablanca;

/// The day in Morocco at this instant.
pub fn day(time: DateTime<Utc>) -> NaiveDate {
    time.with_timezone(&Casablanca).date_naive()
}

/// Date and time in Morocco at this instant.
pub fn local(time: DateTime<Utc>) -> NaiveDateTime {
    time.with_timezone(&Casablanca).naive_local()
}

/// The instant of a date and time as clocks in Morocco show it; nothing for one that they skip. The
/// hour that comes twice is taken the first time.
pub fn instant(local: NaiveDateTime) -> Option<DateTime<Utc>> {
    Casablanca.from_local_datetime(&local).earliest().map(|time| time.with_timezone(&Utc))
}

/// The instant at which a day begins in Morocco.
pub fn start(day: NaiveDate) -> DateTime<Utc> {
    let midnight = day.and_time(NaiveTime::MIN);
    // The clock is never put on at midnight there; UTC stands for a rule that would do so.
    instant(midnight).unwrap_or(midnight.and_utc())
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
        let starts = ["2026-02-11", "2026-03-01"].map(|day| start(day.parse().expect("a day")).to_rfc3339());
        assert_eq!(starts, ["2026-02-10T23:00:00+00:00", "2026-03-01T00:00:00+00:00"]);
    }

    #[test]
    fn what_the_clock_shows_leads_back_to_the_instant() {
        for text in ["2026-02-10T23:30:00Z", "2026-03-01T23:30:00Z", "2026-11-23T09:00:00Z"] {
            let time: DateTime<Utc> = text.parse().expect("a date");
            assert_eq!(instant(local(time)), Some(time), "{text}");
        }
        // The clock goes on by an hour when Ramadan of 2026 is over.
        let skipped = "2026-03-22T02:30:00".parse().expect("a time");
        assert_eq!(instant(skipped), None);
    }
}
