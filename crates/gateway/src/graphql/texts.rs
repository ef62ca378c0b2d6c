//! Texts in several languages. A text field takes a language and falls back visibly: the field
//! beside it names the language of what was given.

use async_graphql::{Context, InputObject, SimpleObject};
use infitah_core::ground::localised::Localised;
use infitah_core::tenancy::scope::PublicScope;
use infitah_i18n::Locale;

use super::scalars::Language;

/// A text in every language it exists in.
#[derive(Debug, SimpleObject)]
pub(crate) struct LocalizedText {
    ar: Option<String>,
    fr: Option<String>,
    zgh: Option<String>,
    en: Option<String>,
}

impl From<&Localised> for LocalizedText {
    fn from(text: &Localised) -> Self {
        let exact = |locale| text.exact(locale).map(str::to_owned);
        Self { ar: exact(Locale::Ar), fr: exact(Locale::Fr), zgh: exact(Locale::Zgh), en: exact(Locale::En) }
    }
}

/// A text in the languages it is written in.
#[derive(Debug, Default, InputObject)]
pub(crate) struct LocalizedInput {
    ar: Option<String>,
    fr: Option<String>,
    zgh: Option<String>,
    en: Option<String>,
}

impl From<LocalizedInput> for Localised {
    fn from(input: LocalizedInput) -> Self {
        let texts = [
            (Locale::Ar, input.ar),
            (Locale::Fr, input.fr),
            (Locale::Zgh, input.zgh),
            (Locale::En, input.en),
        ];
        Self::new(texts.into_iter().filter_map(|(locale, text)| text.map(|text| (locale, text))))
    }
}

/// The scope of the request: every request has one.
pub(crate) fn scope<'a>(ctx: &Context<'a>) -> &'a PublicScope {
    ctx.data_unchecked::<PublicScope>()
}

/// The language asked for, or the tenant's own.
pub(crate) fn locale(ctx: &Context<'_>, asked: Option<Language>) -> Locale {
    asked.map_or(scope(ctx).tenant().default_locale, Locale::from)
}

/// The text in a language or its nearest fallback.
pub(crate) fn text(ctx: &Context<'_>, text: &Localised, asked: Option<Language>) -> Option<String> {
    text.shown(locale(ctx, asked)).map(|shown| shown.text.to_owned())
}

/// The language of [`text`].
pub(crate) fn language(ctx: &Context<'_>, text: &Localised, asked: Option<Language>) -> Option<Language> {
    text.shown(locale(ctx, asked)).map(|shown| shown.locale.into())
}
