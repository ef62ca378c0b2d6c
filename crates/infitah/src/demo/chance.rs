//! Choices that look random and are the same at every run: the sample of a member follows from
//! its slug, so that two demonstrations made on one day are alike.

/// A stream of choices.
#[derive(Debug, Clone)]
pub(crate) struct Chance(u64);

impl Chance {
    /// The stream of a text (FNV-1a).
    pub(crate) fn of(text: &str) -> Self {
        let prime = 0x0100_0000_01b3_u64;
        Self(
            text.bytes()
                .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(prime)),
        )
    }

    /// The next number (SplitMix64).
    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from `low` to `high`, both included.
    pub(crate) fn between(&mut self, low: i64, high: i64) -> i64 {
        low + (self.next() % (high - low + 1).unsigned_abs()) as i64
    }

    /// True this many times in a hundred.
    pub(crate) fn percent(&mut self, chance: i64) -> bool {
        self.between(0, 99) < chance
    }

    /// `count` of these, in their order.
    pub(crate) fn some_of<'a, T>(&mut self, all: &[&'a T], count: usize) -> Vec<&'a T> {
        let mut drawn: Vec<(u64, usize)> = (0..all.len()).map(|place| (self.next(), place)).collect();
        drawn.sort_unstable();
        drawn.truncate(count);
        let mut places: Vec<usize> = drawn.into_iter().map(|(_, place)| place).collect();
        places.sort_unstable();
        places.into_iter().map(|place| all[place]).collect()
    }

    /// One of these; there is at least one.
    pub(crate) fn one_of<'a, T>(&mut self, all: &'a [T]) -> Option<&'a T> {
        let last = i64::try_from(all.len()).ok().filter(|&count| count > 0)? - 1;
        usize::try_from(self.between(0, last)).ok().and_then(|place| all.get(place))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn choices_repeat_and_stay_in_bounds() {
        let (mut one, mut two) = (Chance::of("fes"), Chance::of("fes"));
        for _ in 0..100 {
            let number = one.between(3, 7);
            assert_eq!(number, two.between(3, 7));
            assert!((3..=7).contains(&number));
        }
        let all = [1, 2, 3, 4, 5];
        let drawn = one.some_of(&all.iter().collect::<Vec<_>>(), 3);
        assert_eq!(drawn.len(), 3);
        assert!(drawn.is_sorted());
    }
}
