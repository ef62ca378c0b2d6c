//! What settings must keep: a name in Arabic, languages that the law asks for, a colour that people
//! can read, addresses that mail reaches.

use infitah_i18n::Locale;

use super::Settings;
use crate::ground::colour::{Colour, READABLE};
use crate::ground::error::{Error, FieldError, Result};
use crate::ground::input::{self, Checks};

/// Retention in months: a shorter one would not be kept by the timer, a longer one needs a reason.
const MONTHS: std::ops::RangeInclusive<i32> = 1..=60;

/// Checks settings and puts them in order.
///
/// # Errors
/// `Invalid` with every broken rule.
pub fn check(settings: Settings) -> Result<Settings> {
    let mut checks = Checks::default();
    let names = checks.localised_line("names", &settings.names, 200);
    if names.exact(Locale::Ar).is_none() {
        checks.refuse(FieldError::new("names.ar", "field-required"));
    }
    let postal_addresses = checks.localised_block("postal_addresses", &settings.postal_addresses, 300);
    let privacy_notices = checks.localised_block("privacy_notices", &settings.privacy_notices, 10_000);
    let moderation_policies =
        checks.localised_block("moderation_policies", &settings.moderation_policies, 10_000);
    let mut line = |field: &str, text: Option<String>, max: usize| {
        text.map(|text| checks.line(field, &text, max)).filter(|text| !text.is_empty())
    };
    let sender_name = line("sender_name", settings.sender_name, 120);
    let privacy_contact = line("privacy_contact", settings.privacy_contact, 200);
    let cndp_number = line("cndp_number", settings.cndp_number, 60);
    let telephone = line("telephone", settings.telephone, 40);
    if telephone.as_deref().is_some_and(|text| !is_telephone(text)) {
        checks.refuse(FieldError::new("telephone", "settings-telephone"));
    }
    let mailbox = address(&mut checks, "mailbox", settings.mailbox);
    let reply_to = address(&mut checks, "reply_to", settings.reply_to);
    let accent = accent(&mut checks, settings.accent);
    let offered = |locale: &Locale| *locale == Locale::Ar || settings.locales.contains(locale);
    let locales: Vec<Locale> = Locale::ALL.into_iter().filter(offered).collect();
    if !locales.contains(&settings.default_locale) {
        checks.refuse(FieldError::new("default_locale", "settings-default-not-offered"));
    }
    for (field, months) in [
        ("keep_subscriptions_months", settings.keep_subscriptions_months),
        ("keep_addresses_months", settings.keep_addresses_months),
    ] {
        if !MONTHS.contains(&months) {
            let breach = FieldError::new(field, "field-out-of-range");
            checks.refuse(breach.with("min", MONTHS.start()).with("max", MONTHS.end()));
        }
    }
    checks.finish()?;
    Ok(Settings {
        names,
        postal_addresses,
        telephone,
        mailbox,
        accent,
        locales,
        sender_name,
        reply_to,
        privacy_contact,
        cndp_number,
        privacy_notices,
        moderation_policies,
        ..settings
    })
}

/// A number as people write it, for example `+212 5 35 62 00 00`.
fn is_telephone(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    (6..=20).contains(&digits) && text.chars().all(|c| c.is_ascii_digit() || "+-/(). ".contains(c))
}

fn address(checks: &mut Checks, field: &str, text: Option<String>) -> Option<String> {
    let text = text.filter(|text| !text.trim().is_empty())?;
    match input::email(&text) {
        Ok(address) => Some(address),
        Err(Error::Invalid(errors)) => {
            errors
                .into_iter()
                .for_each(|error| checks.refuse(FieldError { field: field.to_owned(), ..error }));
            None
        }
        Err(_) => None,
    }
}

fn accent(checks: &mut Checks, text: Option<String>) -> Option<String> {
    let text = text.map(|text| text.trim().to_ascii_lowercase()).filter(|text| !text.is_empty())?;
    let Some(colour) = Colour::parse(&text) else {
        checks.refuse(FieldError::new("accent", "settings-accent-form"));
        return None;
    };
    let found = colour.contrast();
    for (ratio, key) in [(found.light, "settings-accent-light"), (found.dark, "settings-accent-dark")] {
        if ratio < READABLE {
            // Rounded down, so that 4.49 is not said to be the 4.5 that is asked for.
            let shown = format!("{:.2}", (ratio * 100.0).floor() / 100.0);
            checks.refuse(FieldError::new("accent", key).with("ratio", shown));
        }
    }
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ground::localised::Localised;

    fn settings() -> Settings {
        Settings {
            names: Localised::new([(Locale::Ar, " فاس ".to_owned())]),
            postal_addresses: Localised::default(),
            telephone: Some("+212 5 35 62 00 00".into()),
            mailbox: Some("Contact@Fes.example.org".into()),
            accent: Some("#0B5A4E".into()),
            logo: None,
            locales: vec![Locale::Fr],
            default_locale: Locale::Ar,
            sender_name: Some("  ".into()),
            reply_to: None,
            privacy_contact: None,
            cndp_number: None,
            privacy_notices: Localised::default(),
            moderation_policies: Localised::default(),
            keep_subscriptions_months: 12,
            keep_addresses_months: 12,
        }
    }

    #[test]
    fn settings_are_put_in_order() {
        let good = check(settings()).expect("good settings");
        assert_eq!(good.names.text(Locale::Ar), "فاس");
        assert_eq!(good.mailbox.as_deref(), Some("contact@fes.example.org"));
        assert_eq!(good.accent.as_deref(), Some("#0b5a4e"));
        assert_eq!(good.locales, [Locale::Ar, Locale::Fr]);
        assert_eq!(good.sender_name, None);
    }

    /// The field, the rule, and how to break it.
    type Case = (&'static str, &'static str, fn(&mut Settings));

    #[test]
    fn every_broken_rule_names_its_field() {
        let cases: [Case; 10] = [
            ("names.ar", "field-required", |s| s.names = Localised::new([(Locale::Fr, "Fès".into())])),
            ("telephone", "settings-telephone", |s| s.telephone = Some("appelez-nous".into())),
            ("mailbox", "field-invalid-email", |s| s.mailbox = Some("fes".into())),
            ("reply_to", "field-invalid-email", |s| s.reply_to = Some("a\r\nBcc: x@example.org".into())),
            ("accent", "settings-accent-form", |s| s.accent = Some("green".into())),
            ("accent", "settings-accent-light", |s| s.accent = Some("#ffcc00".into())),
            ("accent", "settings-accent-dark", |s| s.accent = Some("#000000".into())),
            ("default_locale", "settings-default-not-offered", |s| s.default_locale = Locale::En),
            ("keep_addresses_months", "field-out-of-range", |s| s.keep_addresses_months = 0),
            ("sender_name", "field-forbidden-characters", |s| s.sender_name = Some("Fès\r\nBcc".into())),
        ];
        for (field, key, spoil) in cases {
            let mut spoilt = settings();
            spoil(&mut spoilt);
            let Err(Error::Invalid(errors)) = check(spoilt) else { panic!("{field} {key} was accepted") };
            assert!(
                errors.iter().any(|error| error.field == field && error.key == key),
                "{field}: {errors:?}"
            );
        }
    }
}
