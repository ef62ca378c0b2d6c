//! Pictures as pages show them: in the width that the screen needs, with their place kept free while
//! they load, and with words for those who do not see them. And sizes of files in words.

use infitah_core::media::{self, Medium};
use infitah_i18n::{Arg, Locale, Words};

use crate::words::Phrase;

/// An `<img>`; `parts/picture.html` draws it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Picture {
    /// The largest one.
    pub(crate) src: String,
    /// The smaller ones with their widths; empty when there are none.
    pub(crate) srcset: String,
    /// Pixels.
    pub(crate) width: i32,
    /// Pixels.
    pub(crate) height: i32,
    /// What it shows; nothing for one that only adorns.
    pub(crate) alternative: Option<Phrase>,
}

impl Picture {
    /// A picture of the office, published or not.
    pub(crate) fn in_office(medium: &Medium, locale: Locale) -> Option<Self> {
        Some(Self::at_desk(&medium.picture()?, locale))
    }

    /// The same of what an article names.
    pub(crate) fn at_desk(picture: &media::Picture, locale: Locale) -> Self {
        let at = |width: u32| format!("/office/media/{}/picture/{width}", picture.id);
        let smaller = picture.smaller().into_iter().map(|(width, _)| (width, at(width))).collect();
        Self::at(picture, locale, at(0), smaller)
    }

    /// A picture that is public.
    pub(crate) fn in_public(picture: &media::Picture, locale: Locale) -> Self {
        Self::at(picture, locale, picture.path(), picture.smaller())
    }

    /// The same beside words that say as much.
    pub(crate) fn adorning(self) -> Self {
        Self { alternative: None, ..self }
    }

    fn at(picture: &media::Picture, locale: Locale, src: String, smaller: Vec<(u32, String)>) -> Self {
        let (width, height) = (picture.width, picture.height);
        let mut sources: Vec<String> =
            smaller.iter().map(|(width, path)| format!("{path} {width}w")).collect();
        if !sources.is_empty() {
            sources.push(format!("{src} {width}w"));
        }
        let alternative = Phrase::written(&picture.alternatives, locale);
        Self { src, srcset: sources.join(", "), width, height, alternative }
    }
}

/// A number of bytes in the unit that people would take.
pub(crate) fn size(words: Words, bytes: i64) -> Phrase {
    const KEYS: [&str; 4] = ["size-bytes", "size-kilobytes", "size-megabytes", "size-gigabytes"];
    #[expect(clippy::cast_precision_loss, reason = "shown with one decimal")]
    let (mut value, mut unit) = (bytes.max(0) as f64, 0);
    while value >= 1_000.0 && unit + 1 < KEYS.len() {
        value /= 1_024.0;
        unit += 1;
    }
    let value = if value < 10.0 { (value * 10.0).round() / 10.0 } else { value.round() };
    let text = words.decimal(value);
    Phrase::of(words.with(KEYS[unit], &[("size", Arg::Text(&text))]), words.locale())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_said_as_people_do() {
        for (bytes, text) in [
            (0, "0 B"),
            (999, "999 B"),
            (1_000, "1 kB"),
            (1_536, "1.5 kB"),
            (20 * 1_024 * 1_024, "20 MB"),
            (2 * 1_024 * 1_024 * 1_024, "2 GB"),
            (5_000_000_000_000, "4,657 GB"),
        ] {
            let said = size(Words::of(Locale::En), bytes);
            let said: String =
                said.plain().chars().filter(|c| !matches!(c, '\u{2068}' | '\u{2069}')).collect();
            assert_eq!(said, text);
        }
    }
}
