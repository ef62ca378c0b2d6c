//! How much there is to guess in a password: the cheapest way to write it as known words, names of
//! the person and the member, runs of keys, years and repetitions; only what is left counts in full.

use std::collections::HashMap;
use std::sync::LazyLock;

/// Guessing has to find so many parts that follow from nothing known.
const ENOUGH: usize = 8;
/// A common word is one of some thousands: about as much as this many letters.
const WORD: usize = 3;

/// Rows of keys, on the keyboards of the country and slantwise.
const ROWS: [&str; 14] = [
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "azertyuiop",
    "qsdfghjklm",
    "wxcvbn",
    "1234567890",
    "&é\"'(-è_çà",
    "!@#$%^&*()",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
    "1aqw2zsx3edc4rfv5tgb6yhn7ujm",
    "1q2w3e4r5t6y7u8i9o0p",
    "ضصثقفغعهخحجد",
    "شسيبلاتنمكط",
];

/// What a part of a password is made of; the more telling first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Personal,
    Common,
    Pattern,
    Own,
}

/// The reason why a password is too easy to guess, as a message key.
pub(super) fn weakness<'a>(password: &str, known: impl Iterator<Item = &'a str>) -> Option<&'static str> {
    let signs: Vec<char> = password.chars().flat_map(char::to_lowercase).map(plain).collect();
    let names = names(known);
    let whole = cost(&signs, &names);
    // The same thing several times over is as good as once.
    let unit = (1..=signs.len() / 2).find(|&length| signs.chunks(length).all(|part| signs.starts_with(part)));
    let (guesses, kind) = match unit.map(|length| cost(&signs[..length], &names)) {
        Some((guesses, kind)) if guesses < whole.0 => (guesses + 1, kind.min(Kind::Pattern)),
        _ => whole,
    };
    if guesses >= ENOUGH {
        return None;
    }
    Some(match kind {
        Kind::Personal => "field-password-personal",
        Kind::Common => "field-password-common",
        Kind::Pattern | Kind::Own => "field-password-pattern",
    })
}

/// The least cost of writing these signs, and the most telling thing that went into it.
fn cost(signs: &[char], names: &[Vec<char>]) -> (usize, Kind) {
    let mut best = vec![(0, Kind::Own); signs.len() + 1];
    for start in (0..signs.len()).rev() {
        let rest = &signs[start..];
        let alone = usize::from(!matches!(rest[0], ' ' | '-' | '_' | '.' | ','));
        let mut least = (best[start + 1].0 + alone, best[start + 1].1);
        let mut offer = |length: usize, price: usize, kind: Kind| {
            let (after, told) = best[start + length];
            if length > 0 && after + price < least.0 {
                least = (after + price, told.min(kind));
            }
        };
        for length in 3..=run(rest).max(row(rest)) {
            offer(length, 1, Kind::Pattern);
        }
        if is_year(rest) {
            offer(4, 1, Kind::Pattern);
        }
        for word in words(rest) {
            offer(word.len(), WORD, Kind::Common);
        }
        for name in names.iter().filter(|name| begins(rest, name)) {
            offer(name.len(), 1, Kind::Personal);
        }
        best[start] = least;
    }
    best[0]
}

/// The names in what is known of the person and the member: words of three letters and more.
fn names<'a>(known: impl Iterator<Item = &'a str>) -> Vec<Vec<char>> {
    let mut names: Vec<Vec<char>> = known
        .flat_map(|text| text.split(|c: char| !c.is_alphanumeric()))
        .map(|word| word.chars().flat_map(char::to_lowercase).map(plain).collect::<Vec<char>>())
        .filter(|word| word.len() >= 3)
        .collect();
    names.sort();
    names.dedup();
    names
}

/// The common words that a text begins with.
fn words(rest: &[char]) -> impl Iterator<Item = &'static Vec<char>> {
    let letters = letters_of(rest[0]);
    letters
        .into_iter()
        .flatten()
        .filter_map(|letter| COMMON.get(&letter))
        .flatten()
        .filter(move |word| begins(rest, word))
}

/// Whether a text begins with a word, also where signs stand for its letters.
fn begins(rest: &[char], word: &[char]) -> bool {
    rest.len() >= word.len()
        && rest.iter().zip(word).all(|(sign, letter)| letters_of(*sign).contains(&Some(*letter)))
}

/// The letters that a sign is read as.
fn letters_of(sign: char) -> [Option<char>; 3] {
    let [one, other] = match sign {
        '0' => [Some('o'), None],
        '1' | '!' => [Some('i'), Some('l')],
        '3' => [Some('e'), None],
        '4' | '@' => [Some('a'), None],
        '5' | '$' => [Some('s'), None],
        '7' => [Some('t'), None],
        '8' => [Some('b'), None],
        _ => [None, None],
    };
    [Some(sign), one, other]
}

/// A letter without its accent; the forms of alif as one.
fn plain(letter: char) -> char {
    match letter {
        'à' | 'â' | 'ä' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'î' | 'ï' => 'i',
        'ô' | 'ö' => 'o',
        'ù' | 'û' | 'ü' => 'u',
        'ç' => 'c',
        'أ' | 'إ' | 'آ' => 'ا',
        other => other,
    }
}

/// How long the signs go on by the same step: `aaaa`, `1234`, `dcba`.
fn run(rest: &[char]) -> usize {
    let step = |pair: &[char]| i64::from(u32::from(pair[1])) - i64::from(u32::from(pair[0]));
    let Some(first) = rest.get(..2).map(step).filter(|step| step.abs() <= 1) else {
        return 0;
    };
    rest.windows(2).take_while(|pair| step(pair) == first).count() + 1
}

/// How long the signs follow a row of keys, in either direction.
fn row(rest: &[char]) -> usize {
    let along = |row: &[char]| {
        (0..row.len())
            .map(|start| row[start..].iter().zip(rest).take_while(|(key, sign)| key == sign).count())
            .max()
            .unwrap_or(0)
    };
    KEYS.iter().map(|row| along(row)).max().unwrap_or(0)
}

fn is_year(rest: &[char]) -> bool {
    rest.len() >= 4
        && rest[..4].iter().all(char::is_ascii_digit)
        && matches!((rest[0], rest[1]), ('1', '9') | ('2', '0'))
}

static KEYS: LazyLock<Vec<Vec<char>>> = LazyLock::new(|| {
    let rows = ROWS.iter().map(|row| row.chars().map(plain).collect::<Vec<char>>());
    rows.flat_map(|row| [row.iter().rev().copied().collect(), row]).collect()
});

/// The list by first letter.
static COMMON: LazyLock<HashMap<char, Vec<Vec<char>>>> = LazyLock::new(|| {
    let mut by_letter: HashMap<char, Vec<Vec<char>>> = HashMap::new();
    let lines = include_str!("common.txt").lines().filter(|line| !line.starts_with('#'));
    for word in lines.map(|line| line.chars().map(plain).collect::<Vec<char>>()) {
        if let Some(&first) = word.first() {
            by_letter.entry(first).or_default().push(word);
        }
    }
    by_letter
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_everybody_guesses_is_refused_and_says_why() {
        let known = ["amina.benali@fes.example.org", "Amina Benali", "fes", "فاس", "Fès"];
        for (password, reason) in [
            ("password1234", Some("field-password-common")),
            ("P@ssw0rd2026", Some("field-password-common")),
            ("MotDePasse123", Some("field-password-common")),
            ("marrakech2026!", Some("field-password-common")),
            ("iloveyouiloveyou", Some("field-password-common")),
            ("azertyuiop12", Some("field-password-pattern")),
            ("aaaaaaaaaaaa", Some("field-password-pattern")),
            ("123456789012", Some("field-password-pattern")),
            ("abcabcabcabc", Some("field-password-pattern")),
            ("xkqzxkqzxkqz", Some("field-password-pattern")),
            ("1q2w3e4r5t6y", Some("field-password-pattern")),
            ("2024202520262027", Some("field-password-pattern")),
            ("amina.benali.2026", Some("field-password-personal")),
            ("BenaliFes2026", Some("field-password-personal")),
            ("فاسفاسفاسفاس", Some("field-password-personal")),
            ("a long test password", None),
            ("correct horse battery staple", None),
            ("bodagu kilomo zuvira", None),
            ("شجرة الأركان قرب البحر", None),
            ("tR7#kw9Zp2!x", None),
        ] {
            assert_eq!(weakness(password, known.into_iter()), reason, "{password}");
        }
    }

    #[test]
    fn longest_password_is_judged_quickly_enough() {
        let long: String = "password1 ".repeat(26).chars().take(256).collect();
        assert_eq!(weakness(&long, std::iter::empty()), Some("field-password-common"));
        assert!(COMMON.values().flatten().count() > 4_000);
        assert!(COMMON.values().flatten().filter(|word| word.len() >= 12).count() > 200);
    }
}
