//! Addresses as machines take them: what is not ASCII is percent-encoded. People see the letters.
//! Feeds, the site map and the API give addresses to programs that may know ASCII alone.

use std::fmt::Write as _;

/// The address with everything outside ASCII encoded; what is encoded already stays as it is.
pub fn ascii(address: &str) -> String {
    let mut encoded = String::with_capacity(address.len());
    for character in address.chars() {
        if character.is_ascii() {
            encoded.push(character);
            continue;
        }
        for byte in character.encode_utf8(&mut [0; 4]).bytes() {
            write!(encoded, "%{byte:02X}").expect("writing to a string cannot fail");
        }
    }
    encoded
}

/// A name as one part of an address: all but the letters, digits and signs that stand for
/// themselves is percent-encoded (RFC 3986, section 2.3; the same signs as in RFC 8187).
pub fn part(name: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    name.bytes()
        .map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{ascii, part};

    #[test]
    fn a_part_ends_no_path() {
        assert_eq!(part("a?b#c/ماء 1.pdf"), "a%3Fb%23c%2F%D9%85%D8%A7%D8%A1%201.pdf");
    }

    #[test]
    fn letters_outside_ascii_are_encoded() {
        assert_eq!(
            ascii("http://fes/ar/news/ماء-1?a=%20&b"),
            "http://fes/ar/news/%D9%85%D8%A7%D8%A1-1?a=%20&b"
        );
    }
}
