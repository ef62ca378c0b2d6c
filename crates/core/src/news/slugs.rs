//! The readable part of an address, in the letters of its language.

/// Longest slug in characters.
pub const MAX: usize = 80;

/// A slug of a title: letters and digits in lower case, all else a hyphen; Latin accents, Arabic
/// vowel signs and tatweel are left out. Empty when the title has no letter.
pub fn of_title(title: &str) -> String {
    let mut slug = String::new();
    for character in title.chars().flat_map(char::to_lowercase) {
        match character {
            '\u{064B}'..='\u{065F}' | '\u{0670}' | '\u{0640}' => {}
            _ if unaccented(character).is_some() => slug.push_str(unaccented(character).unwrap_or_default()),
            _ if character.is_alphanumeric() => slug.push(character),
            _ if !slug.ends_with('-') && !slug.is_empty() => slug.push('-'),
            _ => {}
        }
    }
    let cut: String = slug.chars().take(MAX).collect();
    cut.trim_end_matches('-').to_owned()
}

/// Whether a text is a slug as we write them.
pub fn is_slug(text: &str) -> bool {
    !text.is_empty()
        && text.chars().count() <= MAX + 10
        && !text.starts_with('-')
        && !text.ends_with('-')
        && text.chars().all(|c| c == '-' || (c.is_alphanumeric() && c.to_lowercase().eq([c])))
}

fn unaccented(character: char) -> Option<&'static str> {
    Some(match character {
        'à' | 'á' | 'â' | 'ä' | 'ã' | 'å' => "a",
        'ç' => "c",
        'è' | 'é' | 'ê' | 'ë' => "e",
        'ì' | 'í' | 'î' | 'ï' => "i",
        'ñ' => "n",
        'ò' | 'ó' | 'ô' | 'ö' | 'õ' => "o",
        'ù' | 'ú' | 'û' | 'ü' => "u",
        'ý' | 'ÿ' => "y",
        'œ' => "oe",
        'æ' => "ae",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_become_slugs() {
        for (title, slug) in [
            ("Coupure d'eau à Fès !", "coupure-d-eau-a-fes"),
            ("وَرْشَة الإعداد المشترك", "ورشة-الإعداد-المشترك"),
            ("ⴰⵙⴰⵔⴰⴳ 2026", "ⴰⵙⴰⵔⴰⴳ-2026"),
            ("--- !!", ""),
        ] {
            assert_eq!(of_title(title), slug);
            assert!(slug.is_empty() || is_slug(slug), "{slug}");
        }
    }

    #[test]
    fn other_texts_are_no_slugs() {
        for text in ["", "-a", "a-", "A", "a b", "a/b", "a\u{202E}b", "../etc"] {
            assert!(!is_slug(text), "{text:?}");
        }
    }
}
