//! The message files, built into the program. To add an area, add its name to the one list
//! below and a file of that name for each language.

use crate::Locale;

/// One area in every language.
pub(crate) struct Area {
    ar: &'static str,
    fr: &'static str,
    zgh: &'static str,
    en: &'static str,
}

impl Area {
    pub(crate) fn source(&self, locale: Locale) -> &'static str {
        match locale {
            Locale::Ar => self.ar,
            Locale::Fr => self.fr,
            Locale::Zgh => self.zgh,
            Locale::En => self.en,
        }
    }
}

macro_rules! areas {
    ($($name:literal),+ $(,)?) => {
        &[$(Area {
            ar: include_str!(concat!("../messages/ar/", $name, ".ftl")),
            fr: include_str!(concat!("../messages/fr/", $name, ".ftl")),
            zgh: include_str!(concat!("../messages/zgh/", $name, ".ftl")),
            en: include_str!(concat!("../messages/en/", $name, ".ftl")),
        }),+]
    };
}

pub(crate) const AREAS: &[Area] = areas![
    "common",
    "domain",
    "errors",
    "mail",
    "public",
    "network",
    "office",
    "newsroom",
    "dashboard",
    "sheets",
    "copying",
    "summary",
    "library",
    "pictures",
    "accounts",
    "passkeys",
    "providers",
    "trust",
    "settings",
    "events",
    "pages",
    "today",
];
