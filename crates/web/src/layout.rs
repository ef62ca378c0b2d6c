//! What surrounds every public page: site, language, menu, addresses in the other languages. Plain
//! values only, so that a template can be rendered in a test without a database.

use chrono::NaiveDate;
use infitah_core::ground::localised::Localised;
use infitah_core::news::html;
use infitah_core::news::pages::PageCard;
use infitah_core::programme::progress::Progress;
use infitah_core::tenancy::collectivities::Kind;
use infitah_core::tenancy::scope::{PublicScope, Tenant};
use infitah_i18n::{Arg, Locale, Words};

use crate::assets;
use crate::visits::Visit;
use crate::words::{Attributes, CleanHtml, Dated, Number, Phrase};

/// The room of the menu that a page belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Room {
    Home,
    News,
    Programme,
    Events,
    Documents,
    Members,
    Progress,
    About,
    Other,
}

/// The surroundings of a page.
#[derive(Debug, Clone)]
pub(crate) struct Page {
    /// The words of the page.
    pub(crate) words: Words,
    /// What the page is called.
    pub(crate) title: String,
    /// What it is about, in a sentence.
    pub(crate) description: String,
    /// The address of the picture that stands for it where it is shared.
    pub(crate) face: Option<String>,
    /// Where the menu says we are.
    pub(crate) room: Room,
    /// The site.
    pub(crate) site: Site,
    /// The path of this page in each language.
    pub(crate) paths: Vec<(Locale, String)>,
    /// Something on it is made up for demonstration.
    pub(crate) is_sample: bool,
    /// Search engines should leave it out.
    pub(crate) is_private: bool,
    /// The network is a demonstration, in which samples stand among real members.
    pub(crate) is_demo: bool,
    /// What the site has in its menu besides its rooms: titles and addresses.
    pub(crate) standing: Vec<(Phrase, String)>,
}

/// The site that a page belongs to.
#[derive(Debug, Clone)]
pub(crate) struct Site {
    pub(crate) kind: Kind,
    pub(crate) names: Localised,
    /// Its base address.
    pub(crate) url: String,
    /// The base address of the network.
    pub(crate) network_url: String,
    pub(crate) accent: Option<String>,
    /// The mark beside the name, which adorns it.
    pub(crate) logo: Option<Mark>,
    /// The languages it offers.
    pub(crate) locales: Vec<Locale>,
    pub(crate) privacy_contact: Option<String>,
    pub(crate) is_sample: bool,
}

/// A member's own mark, as a page shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Mark {
    pub(crate) src: String,
    /// Its proportions.
    pub(crate) width: i32,
    pub(crate) height: i32,
}

impl Site {
    /// The site of a request.
    pub(crate) fn of(scope: &PublicScope) -> Self {
        let Tenant { kind, names, url, accent, logo, locales, privacy_contact, is_sample, .. } =
            scope.tenant().clone();
        let network_url = scope.hub().public_url().to_owned();
        Self {
            kind,
            names,
            url,
            network_url,
            accent,
            logo: logo.map(|logo| Mark { src: logo.path(), width: logo.width, height: logo.height }),
            locales,
            privacy_contact,
            is_sample: is_sample && kind != Kind::Network,
        }
    }

    /// Whether it is the network's own.
    pub(crate) fn is_network(&self) -> bool {
        self.kind == Kind::Network
    }
}

impl Page {
    /// The surroundings of the page that was asked for.
    pub(crate) fn of(visit: &Visit, room: Room, title: String) -> Self {
        let site = Site::of(&visit.scope);
        let rest = visit.uri.path_and_query().map_or("/", |rest| rest.as_str());
        let mut page = Self::new(visit.words, site, room, rest, title);
        page.is_demo = visit.is_demo;
        let entry = |one: &PageCard| (page.titled(&one.titles), one.path(page.locale()));
        page.standing = visit.menu.iter().map(entry).collect();
        page
    }

    /// The surroundings of a page at `address`, a path with its language.
    pub(crate) fn new(words: Words, site: Site, room: Room, address: &str, title: String) -> Self {
        let rest = address.get(1..).and_then(|rest| rest.find('/').map(|at| &rest[at..])).unwrap_or("/");
        let paths =
            site.locales.iter().map(|&locale| (locale, format!("/{}{rest}", locale.code()))).collect();
        let is_sample = site.is_sample;
        Self {
            words,
            title,
            description: String::new(),
            face: None,
            room,
            site,
            paths,
            is_sample,
            is_private: false,
            is_demo: false,
            standing: Vec::new(),
        }
    }

    /// The same page with a sentence about it.
    pub(crate) fn about(mut self, description: impl Into<String>) -> Self {
        self.description = description.into();
        self
    }

    /// The same page, marked as showing something made up.
    pub(crate) fn sample_if(mut self, is_sample: bool) -> Self {
        self.is_sample |= is_sample;
        self
    }

    /// The language of the page.
    pub(crate) fn locale(&self) -> Locale {
        self.words.locale()
    }

    /// A message.
    pub(crate) fn t(&self, key: &str) -> Phrase {
        Phrase::of(self.words.get(key), self.locale())
    }

    /// A message whose key is made of an area and a code: `state-` and `not_started`.
    pub(crate) fn coded(&self, area: &str, code: &str) -> Phrase {
        self.t(&format!("{area}-{}", code.replace('_', "-")))
    }

    /// The word of a code that members choose; one that the catalogues do not know is shown as it is.
    pub(crate) fn tag(&self, area: &str, code: &str) -> Phrase {
        let key = format!("{area}-{}", code.replace('_', "-"));
        let is_known = Locale::ALL.iter().any(|&locale| Words::of(locale).has(&key));
        if is_known { self.t(&key) } else { Phrase::own(code.replace('_', " "), self.locale()) }
    }

    /// A message with one text in it.
    pub(crate) fn named(&self, key: &str, name: &str, value: &str) -> Phrase {
        Phrase::of(self.words.with(key, &[(name, Arg::Text(value))]), self.locale())
    }

    /// A message with a count in it, called `count`.
    pub(crate) fn counted(&self, key: &str, count: impl Number) -> Phrase {
        Phrase::of(self.words.with(key, &[("count", Arg::Number(count.number()))]), self.locale())
    }

    /// How many of the milestones with data are complete.
    pub(crate) fn done(&self, progress: &Progress) -> Phrase {
        let args = [("done", progress.done.into()), ("reported", progress.reported.into())];
        Phrase::of(self.words.with("progress-done", &args), self.locale())
    }

    /// How many of the milestones have data.
    pub(crate) fn reported(&self, progress: &Progress) -> Phrase {
        let args = [("reported", progress.reported.into()), ("total", progress.total.into())];
        Phrase::of(self.words.with("progress-reported", &args), self.locale())
    }

    /// How many of the milestones have data, where a heading says so already.
    pub(crate) fn share(&self, progress: &Progress) -> Phrase {
        let args = [("done", progress.reported.into()), ("total", progress.total.into())];
        Phrase::of(self.words.with("common-x-of-y", &args), self.locale())
    }

    /// A long text as it was cleaned when it was written, with its language where that is another one.
    pub(crate) fn prose(&self, texts: &Localised) -> Option<(Attributes, CleanHtml)> {
        let text = texts.shown(self.locale())?;
        let foreign = (text.locale != self.locale()).then_some(text.locale);
        Some((Attributes(foreign), CleanHtml::trusted(html::shown(text.text))))
    }

    /// A number with its groups.
    pub(crate) fn number(&self, value: impl Number) -> String {
        self.words.number(value.number())
    }

    /// A percentage.
    pub(crate) fn percent(&self, value: impl Number) -> String {
        self.words.percent(u8::try_from(value.number()).unwrap_or(100))
    }

    /// A message with a day in it, called `date`, written in the language of the message.
    pub(crate) fn dated(&self, key: &str, day: &NaiveDate) -> Phrase {
        let words = Words::of(self.words.get(key).locale());
        Phrase::of(words.with(key, &[("date", Arg::Text(&words.date(*day)))]), self.locale())
    }

    /// A message with the name of the site in it, called `collectivity` or `controller`, written
    /// in the language of the message.
    pub(crate) fn sited(&self, key: &str) -> Phrase {
        let words = Words::of(self.words.get(key).locale());
        let name = full_name(words, self.site.kind, &self.site.names);
        let args = [("collectivity", Arg::Text(&name)), ("controller", Arg::Text(&name))];
        Phrase::of(words.with(key, &args), self.locale())
    }

    /// A day with the machine's form of it.
    pub(crate) fn day(&self, day: &NaiveDate) -> Dated {
        Dated { day: *day, text: self.words.date(*day) }
    }

    /// Something people wrote.
    pub(crate) fn written(&self, texts: &Localised) -> Option<Phrase> {
        Phrase::written(texts, self.locale())
    }

    /// A title, which every noun has.
    pub(crate) fn titled(&self, texts: &Localised) -> Phrase {
        self.written(texts).unwrap_or_else(|| Phrase::own("", self.locale()))
    }

    /// A member with what it is, "Commune of Fès"; the network by its name alone.
    pub(crate) fn member(&self, kind: Kind, names: &Localised) -> Phrase {
        let key = name_key(kind);
        let locale = if kind == Kind::Network { self.locale() } else { self.words.get(&key).locale() };
        let shown = names.shown(locale).map_or(locale, |shown| shown.locale);
        let shown = if kind == Kind::Network { shown } else { locale };
        Phrase::new(full_name(Words::of(locale), kind, names), shown, self.locale())
    }

    /// The site by its whole name.
    pub(crate) fn site_name(&self) -> Phrase {
        self.member(self.site.kind, &self.site.names)
    }

    /// The title of the window.
    pub(crate) fn window_title(&self) -> String {
        let site = self.site_name();
        if self.title == site.plain() {
            return self.title.clone();
        }
        let args = [("title", Arg::Text(&self.title)), ("site", Arg::Text(site.plain()))];
        self.words.plain("common-page-title", &args)
    }

    /// The path of a page of this site in the page's language.
    pub(crate) fn href(&self, path: &str) -> String {
        format!("/{}{path}", self.locale().code())
    }

    /// The address of a page of the network in the page's language.
    pub(crate) fn network_href(&self, path: &str) -> String {
        format!("{}/{}{path}", self.site.network_url, self.locale().code())
    }

    /// The one address of this page in its language.
    pub(crate) fn canonical(&self) -> String {
        let path =
            self.paths.iter().find(|(one, _)| *one == self.locale()).map_or("/", |(_, path)| path.as_str());
        format!("{}{path}", self.site.url)
    }

    /// The addresses of this page in all languages, by code.
    pub(crate) fn alternates(&self) -> Vec<(&'static str, String)> {
        self.paths.iter().map(|(locale, path)| (locale.code(), format!("{}{path}", self.site.url))).collect()
    }

    /// The menu: path, message key, and whether we are there.
    pub(crate) fn menu(&self) -> Vec<(&'static str, &'static str, bool)> {
        let member = [
            (Room::Home, "/", "common-menu-home"),
            (Room::News, "/news", "common-menu-news"),
            (Room::Programme, "/programme", "common-menu-programme"),
            (Room::Events, "/events", "common-menu-events"),
            (Room::Documents, "/documents", "documents-menu"),
            (Room::About, "/about", "common-menu-about"),
        ];
        let network = [
            (Room::Home, "/", "common-menu-home"),
            (Room::Members, "/members", "common-menu-members"),
            (Room::Progress, "/progress", "common-menu-progress"),
            (Room::Events, "/events", "common-menu-events"),
            (Room::News, "/news", "common-menu-news"),
            (Room::About, "/about", "common-menu-about"),
        ];
        let rooms = if self.site.is_network() { &network[..] } else { &member[..] };
        rooms.iter().map(|&(room, path, key)| (path, key, room == self.room)).collect()
    }

    /// Whether this page is the one at a path.
    pub(crate) fn is_at(&self, path: &str) -> bool {
        self.paths.iter().any(|(locale, one)| *locale == self.locale() && one == path)
    }

    /// The address of a style or sign.
    pub(crate) fn asset(&self, name: &str) -> &'static str {
        assets::url(name)
    }

    /// The stylesheet of the member's colour.
    pub(crate) fn theme(&self) -> Option<String> {
        assets::theme_url(self.site.accent.as_deref())
    }
}

fn name_key(kind: Kind) -> String {
    format!("kind-{}-named", kind.code())
}

fn full_name(words: Words, kind: Kind, names: &Localised) -> String {
    let name = names.text(words.locale());
    if kind == Kind::Network {
        return name.to_owned();
    }
    words.plain(&name_key(kind), &[("name", Arg::Text(name))])
}
