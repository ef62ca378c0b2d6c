//! Words as templates show them: escaped, and marked with their own language where the catalogue
//! had none in the language of the page. Attributes take the plain form.

use std::fmt;

use askama::filters::HtmlSafe;
use chrono::NaiveDate;
use infitah_core::ground::localised::Localised;
use infitah_i18n::{Arg, Locale, Text, Words};

/// A text and the language it is in, on a page that may be in another one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Phrase {
    text: String,
    locale: Locale,
    page: Locale,
}

impl Phrase {
    /// A word of the catalogues on a page in `page`.
    pub(crate) fn of(text: Text, page: Locale) -> Self {
        Self { locale: text.locale(), text: text.into(), page }
    }

    /// Something people wrote, in the best language for `page`; nothing when it is empty.
    pub(crate) fn written(texts: &Localised, page: Locale) -> Option<Self> {
        let shown = texts.shown(page)?;
        Some(Self { text: shown.text.to_owned(), locale: shown.locale, page })
    }

    /// A text in a known language.
    pub(crate) fn new(text: String, locale: Locale, page: Locale) -> Self {
        Self { text, locale, page }
    }

    /// A text of the page's own language.
    pub(crate) fn own(text: impl Into<String>, page: Locale) -> Self {
        Self { text: text.into(), locale: page, page }
    }

    /// The words as the name of what follows, with a colon as their language sets it.
    pub(crate) fn colon(&self) -> Self {
        let args = [("label", Arg::Text(&self.text))];
        Self { text: Words::of(self.locale).plain("common-label", &args), ..self.clone() }
    }

    /// The words alone, for an attribute.
    pub(crate) fn plain(&self) -> &str {
        &self.text
    }

    /// The language it is in.
    pub(crate) fn locale(&self) -> Locale {
        self.locale
    }

    /// Whether it is in another language than the page.
    pub(crate) fn is_foreign(&self) -> bool {
        self.locale != self.page
    }

    /// The attributes of an element that holds nothing but this text: empty, or ` lang dir`.
    pub(crate) fn attributes(&self) -> Attributes {
        Attributes(self.is_foreign().then_some(self.locale))
    }
}

impl fmt::Display for Phrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.is_foreign() {
            return write_escaped(f, &self.text);
        }
        write!(f, "<span{}>", self.attributes())?;
        write_escaped(f, &self.text)?;
        f.write_str("</span>")
    }
}

// It escapes the text itself.
impl HtmlSafe for Phrase {}

/// ` lang="ar" dir="rtl"`, or nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Attributes(pub(crate) Option<Locale>);

impl fmt::Display for Attributes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(locale) => write!(f, " lang=\"{}\" dir=\"{}\"", locale.code(), locale.direction()),
            None => Ok(()),
        }
    }
}

// Codes and directions are ours.
impl HtmlSafe for Attributes {}

/// A count of any width; templates give references.
pub(crate) trait Number {
    fn number(&self) -> i64;
}

macro_rules! numbers {
    ($($kind:ty),+) => {$(
        impl Number for $kind {
            fn number(&self) -> i64 {
                i64::try_from(*self).unwrap_or(i64::MAX)
            }
        }
    )+};
}
numbers!(u8, u32, i32, u64, i64, usize);

impl<T: Number + ?Sized> Number for &T {
    fn number(&self) -> i64 {
        (**self).number()
    }
}

/// A day for readers and for machines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Dated {
    pub(crate) day: NaiveDate,
    pub(crate) text: String,
}

impl fmt::Display for Dated {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "<time datetime=\"{}\">", self.day)?;
        write_escaped(f, &self.text)?;
        f.write_str("</time>")
    }
}

impl HtmlSafe for Dated {}

/// HTML that core has cleaned, with its language.
#[derive(Debug, Clone)]
pub(crate) struct CleanHtml(String);

impl CleanHtml {
    /// Bodies are cleaned by `news::html::clean` when they are written.
    pub(crate) fn trusted(html: String) -> Self {
        Self(html)
    }
}

impl fmt::Display for CleanHtml {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl HtmlSafe for CleanHtml {}

fn write_escaped(f: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
    let mut rest = text;
    while let Some(at) = rest.find(['&', '<', '>', '"', '\'']) {
        f.write_str(&rest[..at])?;
        f.write_str(match rest.as_bytes()[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            _ => "&#39;",
        })?;
        rest = &rest[at + 1..];
    }
    f.write_str(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn foreign_text_says_its_language_and_all_is_escaped() {
        let names = Localised::new([(Locale::Ar, "<فاس>".to_owned())]);
        for (page, shown) in
            [(Locale::Ar, "&lt;فاس&gt;"), (Locale::Fr, "<span lang=\"ar\" dir=\"rtl\">&lt;فاس&gt;</span>")]
        {
            let phrase = Phrase::written(&names, page).expect("a text");
            assert_eq!(phrase.to_string(), shown);
        }
        assert_eq!(Phrase::own("Contraintes", Locale::Fr).colon().plain(), "Contraintes\u{a0}:");
        assert_eq!(Phrase::own("إكراهات", Locale::Ar).colon().plain(), "إكراهات:");
        assert_eq!(Phrase::own("a'b\"&", Locale::En).to_string(), "a&#39;b&quot;&amp;");
        assert!(Phrase::written(&Localised::default(), Locale::Ar).is_none());
    }
}
