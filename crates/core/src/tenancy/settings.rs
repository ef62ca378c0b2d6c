//! What a member decides about its site: its names, contacts, colour and languages, the head of its
//! mails, and what it says about personal data. One version for all of it; the settings before the
//! last change are kept, so that it can be taken back.

mod checking;
mod logos;

use infitah_i18n::Locale;
use sea_orm::{FromJsonQueryResult, FromQueryResult, SqlErr, Value};
use serde::{Deserialize, Serialize};

use super::collectivities;
use super::permission::Action;
use super::scope::{PublicScope, Scope};
use crate::ground::bus::Notice;
use crate::ground::database::TenantTx;
use crate::ground::error::{Error, Result};
use crate::ground::ids::MediaId;
use crate::ground::localised::Localised;
use crate::ground::sql;
use crate::media;
use crate::trust::audit::{self, Change, Changes};

pub use checking::check;
pub use logos::{Logo, logo, take_logo};

/// The settings of a site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub struct Settings {
    /// What it is called.
    pub names: Localised,
    /// Where its seat is.
    pub postal_addresses: Localised,
    /// Its telephone.
    pub telephone: Option<String>,
    /// Its e-mail address for everybody.
    pub mailbox: Option<String>,
    /// Its colour, `#rrggbb`; the network's own without one.
    pub accent: Option<String>,
    /// The mark beside its name.
    #[serde(default)]
    pub logo: Option<Logo>,
    /// The languages that its site offers; Arabic is always one (law 26-16, article 26).
    pub locales: Vec<Locale>,
    /// The language of the site when nothing else decides.
    pub default_locale: Locale,
    /// The name its mails come from; its own name without one.
    pub sender_name: Option<String>,
    /// Where answers to its mails go.
    pub reply_to: Option<String>,
    /// Whom to write to about personal data.
    pub privacy_contact: Option<String>,
    /// The number of its declaration to the CNDP.
    pub cndp_number: Option<String>,
    /// What it adds to the notice on personal data.
    pub privacy_notices: Localised,
    /// Who judges what people send in, what is refused, and how to object.
    #[serde(default)]
    pub moderation_policies: Localised,
    /// Months for which an ended subscription is remembered.
    pub keep_subscriptions_months: i32,
    /// Months for which the audit keeps network addresses.
    pub keep_addresses_months: i32,
}

/// Settings as they are stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored {
    /// The settings.
    pub settings: Settings,
    /// Rises with every change.
    pub version: i32,
    /// The last change can be taken back.
    pub can_be_restored: bool,
}

#[derive(Debug, FromQueryResult)]
struct Row {
    names: Localised,
    postal_addresses: Option<Localised>,
    telephone: Option<String>,
    mailbox: Option<String>,
    accent: Option<String>,
    logo: Option<Logo>,
    locales: String,
    default_locale: String,
    sender_name: Option<String>,
    reply_to: Option<String>,
    privacy_contact: Option<String>,
    cndp_number: Option<String>,
    privacy_notices: Option<Localised>,
    moderation_policies: Option<Localised>,
    keep_subscriptions_months: i32,
    keep_addresses_months: i32,
    settings_version: i32,
    previous_settings: Option<Settings>,
}

const SELECT: &str = "
SELECT names, postal_addresses, telephone, mailbox, accent, logo, locales, default_locale, sender_name, reply_to,
       privacy_contact, cndp_number, privacy_notices, moderation_policies, keep_subscriptions_months, keep_addresses_months,
       settings_version, previous_settings
FROM collectivities WHERE id = $1";

impl Row {
    fn settings(self) -> Settings {
        Settings {
            names: self.names,
            postal_addresses: self.postal_addresses.unwrap_or_default(),
            telephone: self.telephone,
            mailbox: self.mailbox,
            accent: self.accent,
            logo: self.logo,
            locales: locales_of(&self.locales),
            default_locale: Locale::from_code(&self.default_locale).unwrap_or(Locale::Ar),
            sender_name: self.sender_name,
            reply_to: self.reply_to,
            privacy_contact: self.privacy_contact,
            cndp_number: self.cndp_number,
            privacy_notices: self.privacy_notices.unwrap_or_default(),
            moderation_policies: self.moderation_policies.unwrap_or_default(),
            keep_subscriptions_months: self.keep_subscriptions_months,
            keep_addresses_months: self.keep_addresses_months,
        }
    }

    fn stored(self) -> Stored {
        let (version, can_be_restored) = (self.settings_version, self.previous_settings.is_some());
        Stored { settings: self.settings(), version, can_be_restored }
    }
}

/// The languages of a list as it is stored; Arabic is always among them.
pub(crate) fn locales_of(codes: &str) -> Vec<Locale> {
    let offers =
        |locale: &Locale| *locale == Locale::Ar || codes.split(", ").any(|code| code == locale.code());
    Locale::ALL.into_iter().filter(offers).collect()
}

fn codes_of(locales: &[Locale]) -> String {
    locales.iter().map(|locale| locale.code()).collect::<Vec<_>>().join(", ")
}

/// The settings of the site, for its pages. Published: all may call it.
///
/// # Errors
/// A database fault.
pub async fn published(scope: &PublicScope) -> Result<Settings> {
    let row: Option<Row> = sql::one(&scope.reads(), SELECT, [scope.tenant().id.into()]).await?;
    row.map(Row::settings).ok_or(Error::NotFound("collectivity"))
}

/// The settings for those who change them.
///
/// # Errors
/// `Denied` without the right to manage settings.
pub async fn read(scope: &Scope) -> Result<Stored> {
    scope.require(Action::ManageSettings)?;
    Ok(load(&scope.begin_read().await?, "").await?.stored())
}

/// Changes the settings that are at version `seen`; in effect everywhere at once.
///
/// # Errors
/// `Denied`; `Invalid` with every broken rule; `Conflict` when somebody changed them meanwhile.
pub async fn save(scope: &Scope, seen: i32, settings: Settings) -> Result<()> {
    scope.require(Action::ManageSettings)?;
    let mut settings = check(settings)?;
    if let Some(chosen) = settings.logo {
        settings.logo = Some(logo(scope, chosen.id).await?);
    }
    let tx = scope.begin().await?;
    let row = load(&tx, tx.for_update()).await?;
    if row.settings_version != seen {
        return Err(Error::Conflict("settings-changed-meanwhile"));
    }
    write(tx, scope, row.settings(), settings, "change_settings").await
}

/// Takes the last change back. Doing so twice brings it again.
///
/// # Errors
/// `Denied`; `Conflict` when they are at another version, or nothing was changed yet.
pub async fn restore(scope: &Scope, seen: i32) -> Result<()> {
    scope.require(Action::ManageSettings)?;
    let tx = scope.begin().await?;
    let row = load(&tx, tx.for_update()).await?;
    let previous = row.previous_settings.clone().filter(|_| row.settings_version == seen);
    let mut previous = previous.ok_or(Error::Conflict("settings-changed-meanwhile"))?;
    if let Some(known) = &previous.logo
        && !logos::is_held(&tx, known.id).await?
    {
        previous.logo = None;
    }
    write(tx, scope, row.settings(), previous, "restore_settings").await
}

/// Where two settings differ, field by field.
pub fn compare(before: &Settings, after: &Settings) -> Vec<Change> {
    differences(before, after).told()
}

async fn load(tx: &TenantTx, lock: &str) -> Result<Row> {
    let row: Option<Row> = sql::one(tx, &format!("{SELECT}{lock}"), [tx.tenant().into()]).await?;
    row.ok_or(Error::NotFound("collectivity"))
}

async fn write(tx: TenantTx, scope: &Scope, before: Settings, after: Settings, action: &str) -> Result<()> {
    let changes = differences(&before, &after);
    let logo_id = after.logo.as_ref().map(|logo| logo.id);
    let logos: Vec<MediaId> = before.logo.iter().map(|logo| logo.id).chain(logo_id).collect();
    let values: [Value; 19] = [
        tx.tenant().into(),
        after.names.into(),
        after.postal_addresses.into(),
        after.telephone.into(),
        after.mailbox.into(),
        after.accent.into(),
        codes_of(&after.locales).into(),
        after.default_locale.code().into(),
        after.sender_name.into(),
        after.reply_to.into(),
        after.privacy_contact.into(),
        after.cndp_number.into(),
        after.privacy_notices.into(),
        after.keep_subscriptions_months.into(),
        after.keep_addresses_months.into(),
        before.into(),
        logo_id.into(),
        after.logo.into(),
        after.moderation_policies.into(),
    ];
    // SQLite has no key that would say so.
    if let Some(id) = logo_id
        && !logos::is_held(&tx, id).await?
    {
        return Err(Error::invalid("logo_file", "settings-logo-gone"));
    }
    let written = sql::run(
        &tx,
        "UPDATE collectivities SET names = $2, postal_addresses = $3, telephone = $4, mailbox = $5, accent = $6,
           locales = $7, default_locale = $8, sender_name = $9, reply_to = $10, privacy_contact = $11,
           cndp_number = $12, privacy_notices = $13, keep_subscriptions_months = $14, keep_addresses_months = $15,
           previous_settings = $16, logo_id = $17, logo = $18, moderation_policies = $19,
           settings_version = settings_version + 1 WHERE id = $1",
        values,
    )
    .await;
    if let Err(error) = written {
        return Err(match error.sql_err() {
            // Somebody took the picture out of the library in this moment.
            Some(SqlErr::ForeignKeyConstraintViolation(_)) => {
                Error::invalid("logo_file", "settings-logo-gone")
            }
            _ => error.into(),
        });
    }
    media::settle(&tx, &logos).await?;
    collectivities::raise_content_version(&tx, scope).await?;
    audit::record_with(&tx, scope, action, ("collectivity", scope.tenant().id.0), &changes).await?;
    tx.commit().await?;
    scope.hub().tell(Notice::Hosts(scope.tenant().id)).await;
    Ok(())
}

fn differences(before: &Settings, after: &Settings) -> Changes {
    Changes::new()
        .texts("names", &before.names, &after.names)
        .texts("postal_addresses", &before.postal_addresses, &after.postal_addresses)
        .field("telephone", before.telephone.clone(), after.telephone.clone())
        .field("mailbox", before.mailbox.clone(), after.mailbox.clone())
        .field("accent", before.accent.clone(), after.accent.clone())
        .field("logo", name_of(before, after), name_of(after, before))
        .field("locales", codes_of(&before.locales), codes_of(&after.locales))
        .field("default_locale", before.default_locale.code(), after.default_locale.code())
        .field("sender_name", before.sender_name.clone(), after.sender_name.clone())
        .field("reply_to", before.reply_to.clone(), after.reply_to.clone())
        .field("privacy_contact", before.privacy_contact.clone(), after.privacy_contact.clone())
        .field("cndp_number", before.cndp_number.clone(), after.cndp_number.clone())
        .texts("privacy_notices", &before.privacy_notices, &after.privacy_notices)
        .texts("moderation_policies", &before.moderation_policies, &after.moderation_policies)
        .field("keep_subscriptions_months", before.keep_subscriptions_months, after.keep_subscriptions_months)
        .field("keep_addresses_months", before.keep_addresses_months, after.keep_addresses_months)
}

/// The name of a mark, with its id where that of the other is called the same.
fn name_of(one: &Settings, other: &Settings) -> Option<String> {
    let (logo, other) = (one.logo.as_ref()?, other.logo.as_ref());
    let is_double = other.is_some_and(|other| other.file_name == logo.file_name && other.id != logo.id);
    Some(if is_double { format!("{} ({})", logo.file_name, logo.id) } else { logo.file_name.clone() })
}
