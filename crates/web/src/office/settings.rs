//! The settings of a site: one form, looked at before it is saved, and taken back when it was wrong.
//! When two people save at once, the second sees both.

use askama::Template;
use axum::extract::{Form, Query};
use axum::http::StatusCode;
use infitah_core::ground::colour::Colour;
use infitah_core::ground::error::{Error, Result};
use infitah_core::ground::ids::MediaId;
use infitah_core::media::Upload;
use infitah_core::tenancy::permission::Action;
use infitah_core::tenancy::settings::{self, Logo, Settings, Stored};
use infitah_i18n::Locale;

use super::audit_words::{What, change};
use super::fields::{Control, Field, FormView, Part, choices};
use super::frames::Frame;
use super::programmes::Done;
use super::sent::{Sent, SentFile};
use super::typed::{Reader, Typed};
use super::visits::{Visit, see_other};
use crate::answers::{Answer, page_with};
use crate::layout::{Mark, Page, Room, Site};
use crate::words::Phrase;

/// Where they are.
pub(crate) const ROOM: &str = "/office/settings";

/// The form.
#[derive(Debug, Template)]
#[template(path = "office/settings.html")]
pub(crate) struct SettingsPage {
    pub(crate) frame: Frame,
    pub(crate) room: &'static str,
    pub(crate) form: FormView,
    pub(crate) version: i32,
    pub(crate) can_be_restored: bool,
    /// The file of the mark that the form names, and how it looks.
    pub(crate) logo: Option<(String, Mark)>,
    /// Where what was typed differs from what somebody else saved meanwhile.
    pub(crate) theirs: Vec<What>,
}

/// The head of the public site as it would be.
#[derive(Debug, Template)]
#[template(path = "office/settings_preview.html")]
pub(crate) struct SettingsPreview {
    pub(crate) frame: Frame,
    pub(crate) page: Page,
    pub(crate) typed: Vec<(String, String)>,
    pub(crate) ratio: Option<String>,
    pub(crate) name: Phrase,
}

/// `GET /office/settings`.
pub(crate) async fn show(visit: Visit, Query(after): Query<Done>) -> Answer {
    let stored = settings::read(&visit.scope).await?;
    let mut page = SettingsPage::of(&visit, &stored, &typed_of(&stored)).await?;
    page.frame = page.frame.after(&after.done);
    page_with(StatusCode::OK, &page)
}

/// `POST /office/settings`: saved, or shown again to go on typing.
pub(crate) async fn save(visit: Visit, sent: Sent) -> Answer {
    visit.scope.require(Action::ManageSettings)?;
    let mut typed = sent.typed;
    if typed.get("then") == "edit" {
        let stored = settings::read(&visit.scope).await?;
        return page_with(StatusCode::OK, &SettingsPage::of(&visit, &stored, &typed).await?);
    }
    let saved = async {
        take_logo(&visit, sent.files, &mut typed).await?;
        settings::save(&visit.scope, typed.seen(), read(&visit, &typed).await?).await
    };
    match saved.await {
        Ok(()) => Ok(see_other(&format!("{ROOM}?done=settings-saved"))),
        Err(error) => refused(&visit, &typed, error).await,
    }
}

/// `POST /office/settings/preview`: no setting is stored. A picture that came along is in the library
/// from then on, so that the form behind the preview can name it.
pub(crate) async fn preview(visit: Visit, sent: Sent) -> Answer {
    visit.scope.require(Action::ManageSettings)?;
    let mut typed = sent.typed;
    let looked_at = async {
        take_logo(&visit, sent.files, &mut typed).await?;
        settings::check(read(&visit, &typed).await?)
    };
    match looked_at.await {
        Ok(settings) => page_with(StatusCode::OK, &SettingsPreview::of(&visit, &settings, &typed)),
        Err(error) => refused(&visit, &typed, error).await,
    }
}

/// `POST /office/settings/restore`.
pub(crate) async fn restore(visit: Visit, Form(typed): Form<Typed>) -> Answer {
    match settings::restore(&visit.scope, typed.seen()).await {
        Ok(()) => Ok(see_other(&format!("{ROOM}?done=settings-restored"))),
        Err(Error::Conflict(key)) if !visit.wants_json => {
            let stored = settings::read(&visit.scope).await?;
            let mut page = SettingsPage::of(&visit, &stored, &typed_of(&stored)).await?;
            page.form = page.form.with_problem(key);
            page_with(StatusCode::CONFLICT, &page)
        }
        Err(error) => Err(error.into()),
    }
}

/// The form again after core said no, with everything that was typed.
async fn refused(visit: &Visit, typed: &Typed, error: Error) -> Answer {
    if visit.wants_json {
        return Err(error.into());
    }
    let stored = settings::read(&visit.scope).await?;
    let mut page = SettingsPage::of(visit, &stored, typed).await?;
    match error {
        Error::Invalid(errors) => {
            page.version = typed.seen();
            page.form = page.form.with_errors(&errors);
            page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
        // Who saves now has seen both, so the form carries the version that was met.
        Error::Conflict(key) => {
            let settings = settings::check(read(visit, typed).await?)?;
            let differences = settings::compare(&stored.settings, &settings);
            page.theirs = differences.iter().map(|one| change(visit.words, one)).collect();
            page.form = page.form.with_problem(key);
            page_with(StatusCode::CONFLICT, &page)
        }
        error => Err(error.into()),
    }
}

/// Takes the picture that came along into the library; the form names it from then on, whatever else
/// is wrong with it. A box says that the mark is to be taken away.
async fn take_logo(visit: &Visit, files: Vec<SentFile>, typed: &mut Typed) -> Result<()> {
    if let Some(file) = files.into_iter().find(|file| file.field == "logo_file") {
        let logo = settings::take_logo(&visit.scope, Upload::of(file.file_name, file.bytes)).await?;
        *typed = std::mem::take(typed).instead("remove_logo", "").instead("logo", &logo.id.to_string());
    } else if typed.get("remove_logo") == "yes" {
        *typed = std::mem::take(typed).instead("remove_logo", "").instead("logo", "");
    }
    Ok(())
}

/// The picture that a form names.
async fn logo_of(visit: &Visit, typed: &Typed) -> Result<Option<Logo>> {
    let Some(id) = typed.some("logo") else { return Ok(None) };
    let id = id.parse().map_err(|_| Error::invalid("logo_file", "settings-logo-gone"))?;
    settings::logo(&visit.scope, MediaId(id)).await.map(Some)
}

/// A picture as the office shows it, public or not.
fn mark_of(logo: &Logo) -> Mark {
    let src = format!("/office/media/{}/picture/{}", logo.id, logo.shown);
    Mark { src, width: logo.width, height: logo.height }
}

async fn read(visit: &Visit, typed: &Typed) -> Result<Settings> {
    let logo = logo_of(visit, typed).await?;
    let mut reader = Reader::of(typed);
    let default_locale = reader.chosen("default_locale", Locale::from_code);
    let mut months = |name: &str| reader.number(name).unwrap_or_default();
    let (keep_subscriptions_months, keep_addresses_months) =
        (months("keep_subscriptions_months"), months("keep_addresses_months"));
    reader.finish()?;
    let offers =
        |locale: &Locale| *locale == Locale::Ar || typed.get(&format!("offers_{}", locale.code())) == "yes";
    Ok(Settings {
        names: typed.texts("names"),
        postal_addresses: typed.texts("postal_addresses"),
        telephone: typed.some("telephone"),
        mailbox: typed.some("mailbox"),
        accent: typed.some("accent"),
        logo,
        locales: Locale::ALL.into_iter().filter(offers).collect(),
        default_locale: default_locale.unwrap_or(Locale::Ar),
        sender_name: typed.some("sender_name"),
        reply_to: typed.some("reply_to"),
        privacy_contact: typed.some("privacy_contact"),
        cndp_number: typed.some("cndp_number"),
        privacy_notices: typed.texts("privacy_notices"),
        moderation_policies: typed.texts("moderation_policies"),
        keep_subscriptions_months,
        keep_addresses_months,
    })
}

fn typed_of(Stored { settings, .. }: &Stored) -> Typed {
    let typed = Typed::default()
        .with_texts("names", &settings.names)
        .with_texts("postal_addresses", &settings.postal_addresses)
        .with_some("telephone", settings.telephone.as_deref())
        .with_some("mailbox", settings.mailbox.as_deref())
        .with_some("accent", settings.accent.as_deref())
        .with_some("logo", settings.logo.as_ref().map(|logo| logo.id))
        .with("default_locale", settings.default_locale.code())
        .with_some("sender_name", settings.sender_name.as_deref())
        .with_some("reply_to", settings.reply_to.as_deref())
        .with_some("privacy_contact", settings.privacy_contact.as_deref())
        .with_some("cndp_number", settings.cndp_number.as_deref())
        .with_texts("privacy_notices", &settings.privacy_notices)
        .with_texts("moderation_policies", &settings.moderation_policies)
        .with("keep_subscriptions_months", settings.keep_subscriptions_months)
        .with("keep_addresses_months", settings.keep_addresses_months);
    let offered = settings.locales.iter();
    offered.fold(typed, |typed, locale| typed.with(&format!("offers_{}", locale.code()), "yes"))
}

fn form(visit: &Visit, typed: &Typed) -> FormView {
    let languages = choices(visit, typed.get("default_locale"), &LANGUAGES);
    let form = FormView::to(visit, ROOM, "common-button-save")
        .texts(typed, "names", "settings-names", &Control::Line)
        .texts(typed, "postal_addresses", "settings-postal-addresses", &Control::Block)
        .field(typed, "telephone", "settings-telephone-label", Control::Latin)
        .field(typed, "mailbox", "settings-mailbox", Control::Latin)
        .hint("settings-mailbox-hint")
        .field(typed, "accent", "settings-accent", Control::Latin)
        .hint("settings-accent-hint")
        .field(typed, "logo_file", "settings-logo", Control::Picture)
        .hint("settings-logo-hint");
    let form = match typed.some("logo") {
        Some(_) => form.field(typed, "remove_logo", "settings-logo-remove", Control::Check),
        None => form,
    };
    form.field(typed, "offers_fr", "language-fr", Control::Check)
        .field(typed, "offers_zgh", "language-zgh", Control::Check)
        .field(typed, "offers_en", "language-en", Control::Check)
        .needed(typed, "default_locale", "settings-default-locale", Control::Select(languages))
        .field(typed, "sender_name", "settings-sender-name", Control::Line)
        .hint("settings-sender-name-hint")
        .field(typed, "reply_to", "settings-reply-to", Control::Latin)
        .hint("settings-reply-to-hint")
        .field(typed, "privacy_contact", "settings-privacy-contact", Control::Line)
        .hint("settings-privacy-contact-hint")
        .field(typed, "cndp_number", "settings-cndp-number", Control::Latin)
        .texts(typed, "privacy_notices", "settings-privacy-notices", &Control::Block)
        .needed(typed, "keep_subscriptions_months", "settings-keep-subscriptions", Control::Number)
        .hint("settings-keep-subscriptions-hint")
        .needed(typed, "keep_addresses_months", "settings-keep-addresses", Control::Number)
        .hint("settings-keep-addresses-hint")
        .texts(typed, "moderation_policies", "settings-moderation-policies", &Control::Block)
}

const LANGUAGES: [(&str, &str); 4] =
    [("ar", "language-ar"), ("fr", "language-fr"), ("zgh", "language-zgh"), ("en", "language-en")];

/// The first control of each part of the form, and the words over it.
const HEADS: [(&str, &str, Option<&str>); 7] = [
    ("names", "settings-head-names", None),
    ("postal_addresses", "settings-head-contacts", Some("settings-head-contacts-text")),
    ("accent", "settings-head-look", None),
    ("offers_fr", "settings-head-languages", Some("settings-head-languages-text")),
    ("sender_name", "settings-head-mails", Some("settings-head-mails-text")),
    ("privacy_contact", "settings-head-privacy", Some("settings-head-privacy-text")),
    ("moderation_policies", "settings-head-moderation", Some("settings-head-moderation-text")),
];

impl SettingsPage {
    async fn of(visit: &Visit, stored: &Stored, typed: &Typed) -> Result<Self> {
        let logo = match logo_of(visit, typed).await {
            // A file that is gone is said beside its control once the form is sent.
            Err(Error::Invalid(_)) => None,
            found => found?,
        };
        let mut form = form(visit, typed);
        for part in &mut form.parts {
            // All other languages fall back to the Arabic name.
            if let Part::One(field) = part {
                field.is_optional &= field.name != "names_ar";
            }
        }
        Ok(Self {
            frame: visit.frame("settings-title"),
            room: ROOM,
            form,
            version: stored.version,
            can_be_restored: stored.can_be_restored,
            logo: logo.map(|logo| (logo.id.to_string(), mark_of(&logo))),
            theirs: Vec::new(),
        })
    }

    /// The mark as it is, where the control stands that takes another one.
    pub(crate) fn shown_with(&self, part: &Part) -> Option<&Mark> {
        let is_here = matches!(part, Part::One(Field { name, .. }) if name == "logo_file");
        self.logo.as_ref().map(|(_, mark)| mark).filter(|_| is_here)
    }

    /// The words over a control, where a part of the form begins with it.
    pub(crate) fn head(&self, part: &Part) -> Option<(Phrase, Option<Phrase>)> {
        let Part::One(Field { name, locale, .. }) = part else { return None };
        let stem = match locale {
            // A text begins with the language of the site.
            Some(locale) if *locale == self.form.main() => {
                name.strip_suffix(&format!("_{}", locale.code()))?
            }
            Some(_) => return None,
            None => name,
        };
        let (_, title, text) = HEADS.iter().find(|(first, ..)| *first == stem)?;
        Some((self.frame.t(title), text.map(|key| self.frame.t(key))))
    }
}

impl SettingsPreview {
    fn of(visit: &Visit, settings: &Settings, typed: &Typed) -> Self {
        let tenant = visit.scope.tenant();
        let site = Site {
            names: settings.names.clone(),
            accent: settings.accent.clone(),
            logo: settings.logo.as_ref().map(mark_of),
            locales: settings.locales.clone(),
            ..Site::of(visit.scope.public())
        };
        let frame = visit.frame("settings-preview-title");
        let title = frame.title.plain().to_owned();
        let address = format!("/{}/", visit.locale().code());
        let mut page = Page::new(visit.words, site, Room::Home, &address, title);
        page.is_private = true;
        let ratio = settings.accent.as_deref().or(tenant.accent.as_deref()).and_then(Colour::parse);
        Self {
            ratio: ratio.map(|colour| format!("{:.2}", colour.contrast().light)),
            name: page.site_name(),
            typed: typed
                .pairs()
                .filter(|(name, _)| *name != "then")
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .collect(),
            frame,
            page,
        }
    }
}
