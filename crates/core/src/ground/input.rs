//! Rules for what people type: lengths, forbidden characters, e-mail addresses. Breaches are
//! gathered, so that a form can show all of them at once.

use infitah_i18n::Locale;

use super::error::{Error, FieldError, Result};
use super::localised::Localised;

/// Gathers the breaches of one input.
#[derive(Debug, Default)]
pub struct Checks(Vec<FieldError>);

impl Checks {
    /// Notes a breach.
    pub fn refuse(&mut self, error: FieldError) {
        self.0.push(error);
    }

    /// A single line: trimmed, not longer than `max` characters, no control or direction marks.
    pub fn line(&mut self, field: &str, text: &str, max: usize) -> String {
        let text = text.trim();
        self.length(field, text, max);
        if text.chars().any(|character| character.is_control() || is_direction_control(character)) {
            self.refuse(FieldError::new(field, "field-forbidden-characters"));
        }
        text.to_owned()
    }

    /// A text of several lines or of HTML: NUL and unbalanced direction overrides are refused.
    pub fn block(&mut self, field: &str, text: &str, max: usize) -> String {
        self.length(field, text, max);
        let forbidden = |character: char| {
            (character.is_control() && !matches!(character, '\n' | '\r' | '\t'))
                || is_direction_control(character)
        };
        if text.chars().any(forbidden) {
            self.refuse(FieldError::new(field, "field-forbidden-characters"));
        }
        text.to_owned()
    }

    /// A localised line; each language is checked on its own as `field.ar`.
    pub fn localised_line(&mut self, field: &str, text: &Localised, max: usize) -> Localised {
        self.each(field, text, |checks, field, text| checks.line(field, text, max))
    }

    /// A localised block; each language is checked on its own as `field.ar`.
    pub fn localised_block(&mut self, field: &str, text: &Localised, max: usize) -> Localised {
        self.each(field, text, |checks, field, text| checks.block(field, text, max))
    }

    /// At least one language must have a text.
    pub fn required(&mut self, field: &str, text: &Localised) {
        if text.is_empty() {
            self.refuse(FieldError::new(field, "field-required"));
        }
    }

    /// The input is good, or all its breaches.
    ///
    /// # Errors
    /// `Invalid` with every breach noted.
    pub fn finish(self) -> Result<()> {
        if self.0.is_empty() { Ok(()) } else { Err(Error::Invalid(self.0)) }
    }

    fn each(
        &mut self,
        field: &str,
        text: &Localised,
        check: impl Fn(&mut Self, &str, &str) -> String,
    ) -> Localised {
        let checked: Vec<(Locale, String)> = text
            .iter()
            .map(|(locale, text)| (locale, check(self, &format!("{field}.{}", locale.code()), text)))
            .collect();
        Localised::new(checked)
    }

    fn length(&mut self, field: &str, text: &str, max: usize) {
        if text.chars().count() > max {
            self.refuse(FieldError::new(field, "field-too-long").with("max", max));
        }
    }
}

/// An e-mail address in lower case: one `@`, a plausible domain, no control or direction marks,
/// at most 254 bytes (RFC 5321).
///
/// # Errors
/// `Invalid` for the field `email`.
pub fn email(text: &str) -> Result<String> {
    let text = text.trim();
    let refused = || Error::invalid("email", "field-invalid-email");
    if text.is_empty() {
        return Err(Error::invalid("email", "field-required"));
    }
    let (local, domain) = text.rsplit_once('@').ok_or_else(refused)?;
    let local_is_good = !local.is_empty()
        && local.len() <= 64
        && local.chars().all(|c| c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(c))
        && !local.starts_with('.')
        && !local.ends_with('.')
        && !local.contains("..");
    let label_is_good = |label: &str| {
        !label.is_empty()
            && label.len() <= 63
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
    };
    let domain_is_good = domain.contains('.') && domain.split('.').all(label_is_good);
    if text.len() > 254 || !local_is_good || !domain_is_good {
        return Err(refused());
    }
    Ok(text.to_ascii_lowercase())
}

/// A web address that may stand in an `href`.
pub(crate) fn link(checks: &mut Checks, field: &str, url: Option<&str>) -> Option<String> {
    let url = checks.line(field, url?, 500);
    if url.is_empty() {
        return None;
    }
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    if !rest
        .is_some_and(|rest| !rest.is_empty() && !rest.starts_with('/') && !url.contains(char::is_whitespace))
    {
        checks.refuse(FieldError::new(field, "field-unknown-value"));
    }
    Some(url)
}

/// Characters that change the direction of what surrounds them, or hide: unwelcome in text whose
/// direction comes from its language (Unicode TR 36).
pub fn is_direction_control(character: char) -> bool {
    matches!(character, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}' | '\u{E0000}'..='\u{E007F}')
}

/// A text whose Arabic-Indic digits are those of the machine.
pub fn latin_digits(text: &str) -> String {
    let digit = |character: char| match character {
        '\u{660}'..='\u{669}' => char::from_digit(u32::from(character) - 0x660, 10),
        '\u{6F0}'..='\u{6F9}' => char::from_digit(u32::from(character) - 0x6F0, 10),
        _ => None,
    };
    text.chars().map(|character| digit(character).unwrap_or(character)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_judged() {
        for (text, good) in [
            ("amina@example.org", true),
            ("Amina@Example.ORG ", true),
            ("a.b+c@sub.example.ma", true),
            ("", false),
            ("amina", false),
            ("amina@localhost", false),
            ("amina@@example.org", false),
            ("ami na@example.org", false),
            ("amina@example..org", false),
            ("a\r\nBcc: x@example.org", false),
            ("amina@exa\u{202E}mple.org", false),
        ] {
            assert_eq!(email(text).is_ok(), good, "{text:?}");
        }
    }

    #[test]
    fn evidence_is_a_web_address() {
        for (url, good) in [
            ("https://fes.ma/?p=8858", true),
            ("http://example.org", true),
            (" https://example.org/a ", true),
            ("", true),
            ("javascript:alert(1)", false),
            ("https://", false),
            ("https:///x", false),
            ("//example.org", false),
            ("https://exa mple.org", false),
            ("ftp://example.org", false),
        ] {
            let mut checks = Checks::default();
            link(&mut checks, "evidence_url", Some(url));
            assert_eq!(checks.finish().is_ok(), good, "{url:?}");
        }
    }
}
