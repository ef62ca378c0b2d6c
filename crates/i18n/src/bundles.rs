//! The catalogues, parsed once: two bundles a language, with and without Fluent's isolates
//! around arguments (U+2068, U+2069). Isolates keep a French name whole inside an Arabic
//! sentence; mail subjects, feeds and attributes must not carry them.

use std::sync::{Arc, LazyLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentResource, FluentValue};
use unic_langid::langid;

use crate::{Locale, catalogue, numbers, plurals};

pub(crate) type Bundle = FluentBundle<Arc<FluentResource>>;

struct Pair {
    isolating: Bundle,
    plain: Bundle,
}

static BUNDLES: LazyLock<[Pair; 4]> = LazyLock::new(|| Locale::ALL.map(build));

pub(crate) fn isolating(locale: Locale) -> &'static Bundle {
    &BUNDLES[locale as usize].isolating
}

pub(crate) fn plain(locale: Locale) -> &'static Bundle {
    &BUNDLES[locale as usize].plain
}

fn build(locale: Locale) -> Pair {
    let mut pair = Pair { isolating: empty(locale), plain: empty(locale) };
    pair.plain.set_use_isolating(false);
    for area in catalogue::AREAS {
        // The tests refuse a file with a mistake in it; a reader still gets all other messages.
        let resource = match FluentResource::try_new(plurals::select_by_form(area.source(locale))) {
            Ok(resource) | Err((resource, _)) => Arc::new(resource),
        };
        pair.isolating.add_resource_overriding(Arc::clone(&resource));
        pair.plain.add_resource_overriding(resource);
    }
    pair
}

fn empty(locale: Locale) -> Bundle {
    // Fluent takes nothing from the language but plural rules, and those are ours.
    let mut bundle = FluentBundle::new_concurrent(vec![langid!("en")]);
    bundle.set_formatter(Some(match locale {
        Locale::Ar => write_ar,
        Locale::Fr => write_fr,
        Locale::Zgh => write_zgh,
        Locale::En => write_en,
    }));
    bundle
}

// Fluent takes plain function pointers, which cannot carry the language: one a language.
fn write_ar<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    write(Locale::Ar, value)
}

fn write_fr<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    write(Locale::Fr, value)
}

fn write_zgh<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    write(Locale::Zgh, value)
}

fn write_en<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    write(Locale::En, value)
}

/// Shows a number with the groups of the language.
fn write(locale: Locale, value: &FluentValue<'_>) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(numbers::number(locale, number.value as i64)),
        _ => None,
    }
}
