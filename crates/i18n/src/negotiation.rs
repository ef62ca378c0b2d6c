//! Reads `Accept-Language` (RFC 9110, 12.5.4) and picks one of the languages allowed.
//!
//! Total on any input: what does not parse is skipped, and only the first ranges are read.

use crate::Locale;

/// Browsers send fewer than ten; the rest of a longer header is not read.
const MOST_RANGES: usize = 32;

struct Range<'a> {
    tag: &'a str,
    /// Thousandths, 0 to 1000.
    quality: u16,
}

pub(crate) fn negotiate(accept_language: &str, allowed: &[Locale]) -> Option<Locale> {
    let mut ranges: Vec<Range<'_>> =
        accept_language.split(',').take(MOST_RANGES).filter_map(parse_range).collect();
    let refused: Vec<Locale> =
        ranges.iter().filter(|range| range.quality == 0).filter_map(|range| locale_of(range.tag)).collect();
    ranges.retain(|range| range.quality > 0);
    // Stable: of equal qualities the one written first wins.
    ranges.sort_by_key(|range| std::cmp::Reverse(range.quality));
    ranges.iter().find_map(|range| match range.tag {
        "*" => allowed.iter().copied().find(|locale| !refused.contains(locale)),
        tag => locale_of(tag).filter(|locale| allowed.contains(locale)),
    })
}

fn parse_range(text: &str) -> Option<Range<'_>> {
    let mut parts = text.split(';');
    let tag = parts.next()?.trim();
    let mut quality = 1000;
    for parameter in parts {
        let (name, value) = parameter.split_once('=')?;
        if name.trim().eq_ignore_ascii_case("q") {
            quality = parse_quality(value.trim())?;
        }
    }
    (!tag.is_empty()).then_some(Range { tag, quality })
}

/// `0`, `1` or up to three decimals; nothing above one.
fn parse_quality(text: &str) -> Option<u16> {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    if decimals.len() > 3 || !decimals.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let thousandths: u16 = format!("{decimals:0<3}").parse().ok()?;
    match (whole, thousandths) {
        ("0", _) => Some(thousandths),
        ("1", 0) => Some(1000),
        _ => None,
    }
}

/// The language of a tag, judged by its first part. Browsers offer Amazigh under several codes.
fn locale_of(tag: &str) -> Option<Locale> {
    let primary = tag.split(['-', '_']).next()?;
    match primary.to_ascii_lowercase().as_str() {
        "ar" | "ary" | "arb" => Some(Locale::Ar),
        "fr" => Some(Locale::Fr),
        "zgh" | "tzm" | "ber" | "shi" | "rif" => Some(Locale::Zgh),
        "en" => Some(Locale::En),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Locale::{Ar, En, Fr, Zgh};

    #[test]
    fn the_best_allowed_language_is_chosen() {
        let all = &Locale::ALL[..];
        let table: &[(&str, &[Locale], Option<Locale>)] = &[
            ("fr", all, Some(Fr)),
            ("fr-MA,fr;q=0.9,ar;q=0.8", all, Some(Fr)),
            ("ar-MA;q=0.8, en;q=0.9", all, Some(En)),
            ("en;q=0.5,fr;q=0.5", all, Some(En)),
            ("de,es;q=0.9", all, None),
            ("de, *;q=0.1", &[Ar, Fr], Some(Ar)),
            ("ar;q=0, *", &[Ar, Fr], Some(Fr)),
            ("en, fr;q=0.2", &[Ar, Fr], Some(Fr)),
            ("tzm-Tfng-MA", all, Some(Zgh)),
            ("ber", all, Some(Zgh)),
            ("shi;q=0.4", all, Some(Zgh)),
            ("FR_fr", all, Some(Fr)),
            ("fr;Q=0.3,en;q=0.4", all, Some(En)),
            ("fr", &[], None),
            ("*", &[], None),
        ];
        for (header, allowed, expected) in table {
            assert_eq!(negotiate(header, allowed), *expected, "{header:?} of {allowed:?}");
        }
    }

    #[test]
    fn what_cannot_be_read_is_skipped() {
        let table = [
            ("", None),
            (",,,;;==", None),
            ("fr;q=7", None),
            ("fr;q=0.1234", None),
            ("fr;q=-1", None),
            ("fr;q=", None),
            ("fr;q=é.ü,ar", Some(Ar)),
            ("\0\u{202e},ar", Some(Ar)),
            ("fr;q,en", Some(En)),
            ("العربية,fr", Some(Fr)),
        ];
        for (header, expected) in table {
            assert_eq!(negotiate(header, &Locale::ALL), expected, "{header:?}");
        }
        assert_eq!(negotiate(&"xx,".repeat(100_000), &Locale::ALL), None);
        assert_eq!(negotiate(&format!("{}fr", "xx,".repeat(100_000)), &Locale::ALL), None);
    }
}
