//! What surrounds every page of the office: its language, the bar with the person, the menu. Plain
//! values only, so that a template can be rendered in a test without a database.

use infitah_core::ground::localised::Localised;
use infitah_i18n::{Arg, Locale, Words};

use super::menus::{self, MenuGroup, MenuItem};
use super::visits::Visit;
use crate::assets;
use crate::words::Phrase;

/// The surroundings of a page.
#[derive(Debug, Clone)]
pub(crate) struct Frame {
    /// The words of the page.
    pub(crate) words: Words,
    /// What the page is called.
    pub(crate) title: Phrase,
    /// The collectivity, as it is called in the language of the page.
    pub(crate) site: Phrase,
    /// The address of its public site.
    pub(crate) site_url: String,
    /// The stylesheet of the collectivity's colour.
    pub(crate) theme: Option<String>,
    /// It was made up for demonstration.
    pub(crate) is_sample: bool,
    /// Who is signed in.
    pub(crate) person: Option<String>,
    /// The rooms this person may enter.
    pub(crate) menu: Vec<MenuGroup>,
    /// A message key about what was just done.
    pub(crate) done: Option<&'static str>,
}

impl Frame {
    /// The surroundings of a page for this visit.
    pub(crate) fn of(visit: &Visit, title: Phrase) -> Self {
        let tenant = visit.scope.tenant();
        Self {
            words: visit.words,
            title,
            site: site_name(visit.words, tenant.kind.code(), &tenant.names),
            site_url: format!("{}/{}/", tenant.url, visit.locale().code()),
            theme: assets::theme_url(tenant.accent.as_deref()),
            is_sample: tenant.is_sample && !tenant.is_network(),
            person: visit.scope.person().map(|person| person.name.clone()),
            menu: menus::of(visit),
            done: None,
        }
    }

    /// The same surroundings with a word about what was just done, by the code in the address.
    pub(crate) fn after(mut self, done: &str) -> Self {
        self.done = DONE.iter().find(|(code, _)| *code == done).map(|(_, key)| *key);
        self
    }

    /// The language of the page.
    pub(crate) fn locale(&self) -> Locale {
        self.words.locale()
    }

    /// A message.
    pub(crate) fn t(&self, key: impl AsRef<str>) -> Phrase {
        Phrase::of(self.words.get(key.as_ref()), self.locale())
    }

    /// A message with one text in it.
    pub(crate) fn named(&self, key: &str, name: &str, value: &str) -> Phrase {
        Phrase::of(self.words.with(key, &[(name, Arg::Text(value))]), self.locale())
    }

    /// A message with one count in it.
    pub(crate) fn counted(&self, key: &str, name: &str, value: impl Count) -> Phrase {
        Phrase::of(self.words.with(key, &[(name, Arg::Number(value.count()))]), self.locale())
    }

    /// The name of a control before what is said of it.
    pub(crate) fn colon(&self, label: &str) -> Phrase {
        Phrase::own(label, self.locale()).colon()
    }

    /// A number as the language writes it.
    pub(crate) fn number(&self, value: impl Count) -> String {
        self.words.number(value.count())
    }

    /// The address of an asset.
    pub(crate) fn asset(&self, name: &str) -> &'static str {
        assets::url(name)
    }

    /// The title of the window.
    pub(crate) fn window_title(&self) -> String {
        let args = [("title", Arg::Text(self.title.plain())), ("site", Arg::Text(self.site.plain()))];
        self.words.plain("common-page-title", &args)
    }

    /// What a control of the editor is called in the summary of what is to be corrected.
    pub(crate) fn control_name(&self, control: &str) -> Phrase {
        match control.rsplit_once('_').filter(|(_, end)| Locale::from_code(end).is_some()) {
            Some((name, locale)) => {
                let label = self.t(format!("office-editor-field-{name}"));
                let language = self.t(format!("language-{locale}"));
                Phrase::new(
                    format!("{} ({})", label.plain(), language.plain()),
                    label.locale(),
                    self.locale(),
                )
            }
            None => self.t(format!("office-editor-field-{control}")),
        }
    }

    /// Whether there is more than one room to choose from.
    pub(crate) fn has_choice(&self) -> bool {
        self.menu.iter().map(|group| group.items.len()).sum::<usize>() > 1
    }

    /// The entry of the menu for a room, when it has one.
    pub(crate) fn entry(&self, room: &str) -> Option<&MenuItem> {
        self.menu.iter().flat_map(|group| &group.items).find(|item| item.path == room)
    }
}

/// A number that a page counts with.
pub(crate) trait Count {
    /// The number; one beyond the largest is shown as the largest.
    fn count(&self) -> i64;
}

impl<T: Count> Count for &T {
    fn count(&self) -> i64 {
        (**self).count()
    }
}

macro_rules! counts {
    ($($number:ty),+) => {$(
        impl Count for $number {
            fn count(&self) -> i64 {
                i64::try_from(*self).unwrap_or(i64::MAX)
            }
        }
    )+};
}
counts!(i32, u32, i64, u64, usize);

/// Codes in the address after a redirect, and what the next page says.
const DONE: &[(&str, &str)] = &[
    ("saved", "office-editor-saved"),
    ("published", "office-publish-done"),
    ("unpublished", "office-unpublish-done"),
    ("article-submitted", "office-article-submitted"),
    ("article-returned", "office-article-returned"),
    ("article-scheduled", "office-article-scheduled"),
    ("article-unscheduled", "office-article-unscheduled"),
    ("article-archived", "office-article-archived"),
    ("article-unarchived", "office-article-unarchived"),
    ("article-restored", "office-article-restored"),
    ("article-discarded", "office-article-discarded"),
    ("signed-out", "office-signed-out"),
    ("programme-created", "office-programme-created"),
    ("programme-saved", "office-programme-saved"),
    ("publish_draft", "office-verb-publish-draft-done"),
    ("validate_draft", "office-verb-validate-draft-done"),
    ("adopt", "office-verb-adopt-done"),
    ("begin_implementation", "office-verb-begin-implementation-done"),
    ("begin_evaluation", "office-verb-begin-evaluation-done"),
    ("close", "office-verb-close-done"),
    ("programme-copied", "office-copy-done"),
    ("step-saved", "office-step-saved"),
    ("axis-saved", "office-tree-saved"),
    ("axis-removed", "office-tree-removed"),
    ("commitment-saved", "office-tree-saved"),
    ("commitment-removed", "office-tree-removed"),
    ("milestone-saved", "office-tree-saved"),
    ("milestone-removed", "office-tree-removed"),
    ("programme-imported", "office-import-done"),
    ("seat-saved", "office-committee-saved"),
    ("seat-removed", "office-committee-removed"),
    ("session-saved", "office-session-saved"),
    ("session-removed", "office-session-removed"),
    ("event-saved", "office-event-saved"),
    ("event-published", "office-event-published"),
    ("event-recorded", "office-event-recorded"),
    ("event-cancelled", "office-event-cancelled"),
    ("event-taken-back", "office-event-taken-back"),
    ("event-archived", "office-event-archived"),
    ("page-saved", "office-page-saved"),
    ("page-published", "office-page-published"),
    ("page-taken-back", "office-page-taken-back"),
    ("page-moved", "office-page-moved"),
    ("reports-sent", "office-sheet-sent"),
    ("reports-waiting", "office-sheet-sent-waiting"),
    ("report-approved", "office-queue-approved"),
    ("report-returned", "office-queue-returned"),
    ("eyes-saved", "office-eyes-saved"),
    ("indicator-saved", "office-indicator-saved"),
    ("indicator-removed", "office-indicator-removed"),
    ("value-saved", "office-indicator-value-saved"),
    ("assessment-saved", "office-assessment-saved"),
    ("document-saved", "documents-saved"),
    ("document-version", "documents-version-added"),
    ("document-publish", "documents-was-published"),
    ("document-withdraw", "documents-was-withdrawn"),
    ("media-kept", "library-kept"),
    ("medium-saved", "library-saved"),
    ("medium-removed", "library-removed"),
    ("invited", "people-invited"),
    ("invited-again", "people-invited-again"),
    ("invitation-withdrawn", "people-invitation-withdrawn"),
    ("role-given", "people-role-given"),
    ("role-taken", "people-role-taken"),
    ("person-removed", "people-removed"),
    ("demand-saved", "people-demand-saved"),
    ("role-accepted", "account-role-accepted"),
    ("password-changed", "account-password-changed"),
    ("password-set", "account-password-set"),
    ("sign-in-ended", "account-sign-in-ended"),
    ("sign-ins-ended", "account-sign-ins-ended"),
    ("provider-unlinked", "account-provider-was-unlinked"),
    ("passkey-added", "account-passkey-was-added"),
    ("passkey-removed", "account-passkey-was-removed"),
    ("account-described", "account-described"),
    ("second-factor-off", "account-factor-turned-off"),
    ("second-factor-needed", "account-factor-needed"),
    ("settings-saved", "settings-saved"),
    ("settings-restored", "settings-restored"),
    ("domain-asked", "settings-domain-asked"),
    ("domain-added", "settings-domain-added"),
    ("domain-removed", "settings-domain-removed"),
    ("request-recorded", "personal-recorded"),
    ("request-finished", "personal-finished"),
];

/// A collectivity with what it is, "Commune of Fès"; the network by its name alone.
pub(crate) fn site_name(words: Words, kind: &str, names: &Localised) -> Phrase {
    if kind == "network" {
        return Phrase::written(names, words.locale()).unwrap_or_else(|| Phrase::own("", words.locale()));
    }
    let key = format!("kind-{kind}-named");
    // The name in the language that the message is really in.
    let name = names.text(words.get(&key).locale());
    Phrase::of(words.with(&key, &[("name", Arg::Text(name))]), words.locale())
}
