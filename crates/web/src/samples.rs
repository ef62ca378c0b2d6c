//! Values for the tests of templates: a page of a member or of the network in a language, and what
//! every rendered page must keep.

use askama::Template;
use infitah_core::ground::localised::Localised;
use infitah_core::tenancy::collectivities::Kind;
use infitah_core::tenancy::settings::Settings;
use infitah_i18n::{Locale, Words};

use crate::layout::{Mark, Page, Room, Site};

/// A text in Arabic only, so that other pages show it as foreign.
pub(crate) fn arabic(text: &str) -> Localised {
    Localised::new([(Locale::Ar, text.to_owned())])
}

/// A page of the commune of Fès.
pub(crate) fn member_page(locale: Locale, room: Room) -> Page {
    let names = Localised::new([(Locale::Ar, "فاس".to_owned()), (Locale::Fr, "Fès".to_owned())]);
    page(locale, room, Kind::Commune, names, "https://fes.example.org")
}

/// A page of the network.
pub(crate) fn network_page(locale: Locale, room: Room) -> Page {
    page(locale, room, Kind::Network, arabic("الشبكة"), "https://example.org")
}

/// Settings that say everything.
pub(crate) fn settings() -> Settings {
    Settings {
        names: arabic("فاس"),
        postal_addresses: arabic("ساحة المقاومة\nفاس"),
        telephone: Some("+212 5 35 62 00 00".to_owned()),
        mailbox: Some("contact@fes.example.org".to_owned()),
        accent: None,
        logo: None,
        locales: Locale::ALL.to_vec(),
        default_locale: Locale::Ar,
        sender_name: None,
        reply_to: None,
        privacy_contact: None,
        cndp_number: Some("D-W-1/2026".to_owned()),
        privacy_notices: Localised::default(),
        moderation_policies: arabic("يقرأ فريق الجماعة كل تعليق.\n\nيمكن الاعتراض."),
        keep_subscriptions_months: 12,
        keep_addresses_months: 6,
    }
}

fn page(locale: Locale, room: Room, kind: Kind, names: Localised, url: &str) -> Page {
    let site = Site {
        kind,
        names,
        url: url.to_owned(),
        network_url: "https://example.org".to_owned(),
        accent: Some("#123456".to_owned()),
        logo: Some(Mark { src: "/media/0193/320/picture.webp".to_owned(), width: 400, height: 300 }),
        locales: Locale::ALL.to_vec(),
        privacy_contact: None,
        is_sample: true,
    };
    let address = format!("/{}/news?after=x", locale.code());
    Page::new(Words::of(locale), site, room, &address, "<فاس>".to_owned()).about("\"about\"")
}

/// Renders a page of each language and checks what all of them must keep.
pub(crate) fn check<T: Template>(name: &str, make: impl Fn(Locale) -> T) -> Vec<String> {
    let render = |locale: Locale| {
        let html = make(locale).render().expect("the template renders");
        let root = format!("<html lang=\"{}\" dir=\"{}\">", locale.code(), locale.direction());
        assert!(html.contains(&root), "{name} {locale}: {root}");
        for forbidden in [" style=", "<script", "onclick", "<فاس>", "{$", "{{"] {
            assert!(!html.contains(forbidden), "{name} {locale}: {forbidden}");
        }
        assert_eq!(html.matches("<h1").count(), 1, "{name} {locale}: one first heading");
        assert_eq!(html.matches("<main").count(), 1, "{name} {locale}: one main part");
        // The catalogue of Amazigh is small, so every page of it shows Arabic.
        if locale == Locale::Zgh {
            assert!(
                html.contains(" lang=\"ar\" dir=\"rtl\""),
                "{name} {locale}: foreign text says its language"
            );
        }
        html
    };
    Locale::ALL.map(render).into()
}
