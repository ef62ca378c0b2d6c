//! Broken rules of an article's form: one sentence each, and the control where it happened.

use infitah_core::ground::error::FieldError;
use infitah_i18n::{Locale, Words};

use crate::failures::breach;

/// One broken rule beside its field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Breach {
    /// The id of the control in the form.
    pub(crate) control: String,
    /// What to correct.
    pub(crate) sentence: String,
}

/// The breaches of an article, each at its control. A rule about all languages is shown at the
/// title of the site's own language.
pub(crate) fn of_article(words: Words, main: Locale, errors: &[FieldError]) -> Vec<Breach> {
    let place = |field: &str| match field.split_once('.') {
        Some(("bodyHtml", locale)) => format!("body_{locale}"),
        Some((name, locale)) => format!("{name}_{locale}"),
        None if ["category", "cover", "note", "publish_at"].contains(&field) => field.to_owned(),
        None => format!("title_{}", main.code()),
    };
    errors
        .iter()
        .map(|error| Breach { control: place(&error.field), sentence: breach(words, error) })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn breaches_lead_to_their_controls() {
        let fields = ["title", "title.ar", "bodyHtml.fr", "summary.zgh", "slug.en", "category"];
        let errors: Vec<FieldError> =
            fields.iter().map(|field| FieldError::new(*field, "field-required")).collect();
        let controls: Vec<String> = of_article(Words::of(Locale::Fr), Locale::Ar, &errors)
            .into_iter()
            .map(|breach| breach.control)
            .collect();
        assert_eq!(controls, ["title_ar", "title_ar", "body_fr", "summary_zgh", "slug_en", "category"]);
    }
}
