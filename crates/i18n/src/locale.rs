//! The four languages of the hub: their codes, directions, own names and order of fallback.
//!
//! Arabic and Amazigh are official (Constitution, article 5), French is the working language of
//! much of the administration, English is for readers abroad.

use serde::{Deserialize, Serialize};

/// A language the hub speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Locale {
    /// Arabic, with the month names and digits of Morocco.
    Ar,
    /// French.
    Fr,
    /// Standard Moroccan Amazigh in Tifinagh, written left to right.
    Zgh,
    /// English.
    En,
}

impl Locale {
    /// Every language, in the order in which people see them.
    pub const ALL: [Locale; 4] = [Locale::Ar, Locale::Fr, Locale::Zgh, Locale::En];

    /// The code in addresses, in `lang` and in the database.
    pub fn code(self) -> &'static str {
        match self {
            Locale::Ar => "ar",
            Locale::Fr => "fr",
            Locale::Zgh => "zgh",
            Locale::En => "en",
        }
    }

    /// The language of a code as [`Locale::code`] writes it; nothing else is accepted.
    pub fn from_code(code: &str) -> Option<Locale> {
        Locale::ALL.into_iter().find(|locale| locale.code() == code)
    }

    /// The value of the `dir` attribute.
    pub fn direction(self) -> &'static str {
        match self {
            Locale::Ar => "rtl",
            Locale::Fr | Locale::Zgh | Locale::En => "ltr",
        }
    }

    /// What the language calls itself.
    pub fn own_name(self) -> &'static str {
        match self {
            Locale::Ar => "العربية",
            Locale::Fr => "Français",
            Locale::Zgh => "ⵜⴰⵎⴰⵣⵉⵖⵜ",
            Locale::En => "English",
        }
    }

    /// The order in which a missing text is looked for, itself first.
    pub fn fallbacks(self) -> &'static [Locale] {
        use Locale::{Ar, En, Fr, Zgh};
        match self {
            Ar => &[Ar, Fr, En, Zgh],
            Fr => &[Fr, Ar, En, Zgh],
            Zgh => &[Zgh, Ar, Fr, En],
            En => &[En, Fr, Ar, Zgh],
        }
    }

    /// The best of `allowed` for an `Accept-Language` header; none when the header names none
    /// of them. Any text is accepted, what cannot be read is skipped.
    pub fn negotiate(accept_language: &str, allowed: &[Locale]) -> Option<Locale> {
        crate::negotiation::negotiate(accept_language, allowed)
    }
}

impl std::fmt::Display for Locale {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_come_back_as_the_language_they_name() {
        for locale in Locale::ALL {
            assert_eq!(Locale::from_code(locale.code()), Some(locale));
        }
        for other in ["", "AR", "ar-MA", "tzm", "de", "fr "] {
            assert_eq!(Locale::from_code(other), None, "{other:?}");
        }
    }

    #[test]
    fn every_fallback_names_all_languages_once_and_starts_with_itself() {
        for locale in Locale::ALL {
            let mut order = locale.fallbacks().to_vec();
            assert_eq!(order[0], locale);
            order.sort();
            assert_eq!(order, Locale::ALL, "{locale}");
        }
    }

    #[test]
    fn only_arabic_is_right_to_left() {
        let rtl: Vec<_> = Locale::ALL.into_iter().filter(|locale| locale.direction() == "rtl").collect();
        assert_eq!(rtl, [Locale::Ar]);
    }
}
