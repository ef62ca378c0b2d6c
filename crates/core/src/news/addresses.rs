//! The readable addresses of what has a page of its own: one slug a language, old ones kept so that
//! they redirect. Articles and pages keep them alike, each in a table of its own.

use std::collections::BTreeMap;

use infitah_i18n::Locale;
use sea_orm::Value;
use uuid::Uuid;

use super::{html, slugs};
use crate::ground::database::TenantTx;
use crate::ground::error::{Error, FieldError, Result};
use crate::ground::input::Checks;
use crate::ground::localised::Localised;
use crate::ground::sql;
use crate::tenancy::scope::Scope;

/// Where the slugs of a noun are kept.
#[derive(Debug, Clone, Copy)]
pub(super) struct Addresses {
    /// The table.
    pub(super) table: &'static str,
    /// The column that names the noun.
    pub(super) key: &'static str,
}

/// The addresses that something had.
#[derive(Debug, Clone, Copy)]
pub(super) struct Before<'a> {
    /// The current one of each language.
    pub(super) slugs: &'a BTreeMap<Locale, String>,
    /// Somebody may have noted them down.
    pub(super) was_public: bool,
}

impl Default for Before<'_> {
    fn default() -> Self {
        static NONE: BTreeMap<Locale, String> = BTreeMap::new();
        Self { slugs: &NONE, was_public: false }
    }
}

/// The path of a page in a room of the site; a language without a text of its own leads to the page of
/// that language with the text of a fallback.
pub(super) fn path(room: &str, slugs: &BTreeMap<Locale, String>, locale: Locale) -> String {
    let slug = locale.fallbacks().iter().find_map(|locale| slugs.get(locale));
    format!("/{}/{room}/{}", locale.code(), slug.map_or("", String::as_str))
}

/// Writes the slugs of the languages that have a title, from titles and chosen slugs. What was public
/// once keeps its addresses; others follow their titles. At most four languages, so at most a dozen
/// statements.
pub(super) async fn put(
    tx: &TenantTx,
    addresses: Addresses,
    id: Uuid,
    (titles, slugs): (&Localised, &Localised),
    before: Before<'_>,
) -> Result<Localised> {
    let mut current = Vec::new();
    for (locale, title) in titles.iter() {
        let kept = before.slugs.get(&locale).filter(|_| before.was_public).cloned();
        let chosen = slugs.exact(locale).map(str::to_owned);
        let is_chosen = chosen.is_some();
        let wanted = chosen.or(kept).unwrap_or_else(|| slugs::of_title(title));
        let short = &id.simple().to_string()[26..];
        let wanted = if wanted.is_empty() { short.to_owned() } else { wanted };
        let claim = Claim { addresses, id, locale, is_chosen, was_public: before.was_public };
        current.push((locale, claim.of(tx, &wanted, short).await?));
    }
    Ok(Localised::new(current))
}

/// Lets the addresses of something lead to it, or hides them.
pub(super) async fn show(tx: &TenantTx, addresses: Addresses, id: Uuid, shown: bool) -> Result<()> {
    let Addresses { table, key } = addresses;
    let text = format!("UPDATE {table} SET is_published = $3 WHERE tenant_id = $1 AND {key} = $2");
    sql::run(tx, &text, [tx.tenant().into(), id.into(), shown.into()]).await?;
    Ok(())
}

/// A slug that is to belong to something in a language.
#[derive(Debug)]
struct Claim {
    addresses: Addresses,
    id: Uuid,
    locale: Locale,
    is_chosen: bool,
    was_public: bool,
}

impl Claim {
    async fn of(&self, tx: &TenantTx, wanted: &str, short: &str) -> Result<String> {
        let Addresses { table, key } = self.addresses;
        let (id, locale) = (self.id, self.locale.code());
        let old = match self.was_public {
            true => format!("UPDATE {table} SET is_current = FALSE"),
            false => format!("DELETE FROM {table}"),
        };
        let text = format!("{old} WHERE tenant_id = $1 AND {key} = $2 AND locale = $3 AND slug <> $4");
        let values: [Value; 4] = [tx.tenant().into(), id.into(), locale.into(), wanted.into()];
        sql::run(tx, &text, values).await?;
        let text = format!(
            "INSERT INTO {table} (tenant_id, locale, slug, {key}, is_current, is_published, member_live)
             VALUES ($1, $2, $3, $4, TRUE, FALSE, TRUE)
             ON CONFLICT (tenant_id, locale, slug) DO UPDATE SET is_current = TRUE WHERE {table}.{key} = $4"
        );
        for slug in [wanted.to_owned(), format!("{wanted}-{short}")] {
            let values: [Value; 4] = [tx.tenant().into(), locale.into(), slug.clone().into(), id.into()];
            if sql::run(tx, &text, values).await? > 0 {
                return Ok(slug);
            }
            if self.is_chosen {
                break;
            }
        }
        Err(Error::invalid(format!("slug.{locale}"), "field-not-unique"))
    }
}

/// Notes slugs that were chosen and are none.
pub(super) fn check(checks: &mut Checks, chosen: &Localised) {
    for (locale, _) in chosen.iter().filter(|(_, slug)| !slugs::is_slug(slug)) {
        checks.refuse(FieldError::new(format!("slug.{}", locale.code()), "field-forbidden-characters"));
    }
}

/// What is public has a title and a body in the language of the site, the fallback of all others.
pub(super) fn require_complete(scope: &Scope, titles: &Localised, bodies: &Localised) -> Result<()> {
    let locale = scope.tenant().default_locale;
    let mut checks = Checks::default();
    for (field, text) in [("title", titles), ("bodyHtml", bodies)] {
        if text.exact(locale).is_none_or(|text| html::text(text).is_empty()) {
            let breach = FieldError::new(format!("{field}.{}", locale.code()), "field-language-missing");
            checks.refuse(breach.with("language", locale.own_name()));
        }
    }
    checks.finish()
}
