//! When a failed message is tried again: ten tries over thirty-seven hours. The jitter follows
//! from the id of the delivery, so that many failures at once do not return at once, and a test
//! can foretell it.

use chrono::TimeDelta;

use crate::ground::ids::DeliveryId;

/// Seconds from each failure to the next try.
const DELAYS: [i64; 9] = [5, 60, 300, 1_800, 7_200, 18_000, 36_000, 36_000, 36_000];

/// How often a message is tried; after the last failure it is dead, and kept.
pub const TRIES: i32 = DELAYS.len() as i32 + 1;

/// How long to wait after this failed try, counted from 1; nothing after the last one.
pub(super) fn delay(attempt: i32, id: DeliveryId) -> Option<TimeDelta> {
    let index = usize::try_from(attempt.max(1) - 1).ok()?;
    let millis = DELAYS.get(index)? * 1000;
    // The last bytes of an id are chance: 80 to 120 per cent.
    let bytes = id.0.as_bytes();
    let chance = i64::from(u16::from_be_bytes([bytes[14], bytes[15]])) % 401;
    Some(TimeDelta::milliseconds(millis * (800 + chance) / 1000))
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn waits_grow_and_end() {
        // Chance 200 of 0 to 400 is the middle: no jitter.
        let middle = DeliveryId(Uuid::from_u128(200));
        for (attempt, seconds) in [
            (0, Some(5)),
            (1, Some(5)),
            (2, Some(60)),
            (3, Some(300)),
            (4, Some(1_800)),
            (5, Some(7_200)),
            (6, Some(18_000)),
            (7, Some(36_000)),
            (8, Some(36_000)),
            (9, Some(36_000)),
            (10, None),
            (11, None),
        ] {
            assert_eq!(
                delay(attempt, middle).map(|delay| delay.num_seconds()),
                seconds,
                "after try {attempt}"
            );
        }
        assert_eq!(TRIES, 10);
    }

    #[test]
    fn jitter_stays_within_a_fifth() {
        for chance in 0..2_000_u128 {
            let millis =
                delay(2, DeliveryId(Uuid::from_u128(chance))).expect("a second try").num_milliseconds();
            assert!((48_000..=72_000).contains(&millis), "{millis} for {chance}");
        }
        let spread: std::collections::BTreeSet<_> =
            (0..401).map(|chance| delay(2, DeliveryId(Uuid::from_u128(chance)))).collect();
        assert_eq!(spread.len(), 401);
    }
}
