//! What a mail says, in words, before it becomes text or HTML. The same pieces fill both parts;
//! in HTML the arguments of a sentence stand between isolates, in text and headers they do not,
//! because poor programs show isolates as boxes.

use chrono::{DateTime, Utc};
use infitah_core::ground::address::ascii;
use infitah_core::ground::calendar;
use infitah_core::ground::localised::{Localised, Shown};
use infitah_core::notify::deliveries::{
    AccountChange, Announcement, Followed, Job, Message, ProgressNews, Reminder, Site, Urgency,
};
use infitah_core::tenancy::collectivities::Kind;
use infitah_i18n::{Arg, Locale, Words};

/// A text of the outside, which may be in another language than the mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Piece {
    pub(crate) text: String,
    pub(crate) locale: Locale,
}

/// A link and the words on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Link {
    pub(crate) label: String,
    pub(crate) url: String,
}

/// The pieces of a mail in the order in which they are read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Content {
    /// The language of the words, which decides the direction of the mail.
    pub(crate) locale: Locale,
    pub(crate) subject: String,
    pub(crate) preview: String,
    pub(crate) site: Link,
    pub(crate) greeting: String,
    pub(crate) intro: String,
    pub(crate) title: Option<Piece>,
    pub(crate) summary: Option<Piece>,
    pub(crate) facts: Vec<String>,
    pub(crate) button: Link,
    pub(crate) link_fallback: String,
    pub(crate) notes: Vec<String>,
    pub(crate) why: String,
    pub(crate) unsubscribe: Option<Unsubscribe>,
    pub(crate) privacy: Link,
    pub(crate) signature: String,
    pub(crate) automatic: String,
    pub(crate) sample: Option<String>,
}

/// The way out, as a sentence and a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Unsubscribe {
    pub(crate) text: String,
    pub(crate) link: Link,
}

/// Looks words up for one of the two parts.
#[derive(Clone, Copy)]
pub(crate) struct Speaker {
    words: Words,
    isolates: bool,
}

impl Speaker {
    /// Words for headers and the text part.
    pub(crate) fn plain(locale: Locale) -> Self {
        Self { words: Words::of(language(locale)), isolates: false }
    }

    /// Words for the HTML part.
    pub(crate) fn html(locale: Locale) -> Self {
        Self { words: Words::of(language(locale)), isolates: true }
    }

    fn say(self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        if self.isolates { self.words.with(key, args).into() } else { self.words.plain(key, args) }
    }

    /// A site by its name in full: "Commune de Fès", or the name of the network.
    pub(crate) fn name(self, site: &Site) -> String {
        let name = site.names.text(self.words.locale());
        match site.kind {
            Kind::Network if name.is_empty() => self.words.plain("common-network-name", &[]),
            Kind::Network => name.to_owned(),
            kind => self.words.plain(&format!("kind-{}-named", kind.code()), &[("name", name.into())]),
        }
    }
}

/// The language in which mails to this reader are written: the reader's, or the fallback that has
/// the words. A mail in two languages at once would have no direction.
fn language(locale: Locale) -> Locale {
    Words::of(locale).get("mail-greeting").locale()
}

impl Content {
    /// What the mail of a job says.
    pub(crate) fn of(job: &Job, speaker: Speaker, now: DateTime<Utc>) -> Self {
        match &job.message {
            Message::Article(article) => announcement(job, article, speaker),
            Message::Progress(news) => progressed(job, news, speaker),
            Message::Confirmation { url, expires_at, followed } => {
                let name = speaker.name(&job.site);
                let name = [("collectivity", Arg::Text(&name))];
                let (intro, title) = match followed {
                    None => ("mail-confirm-text", None),
                    Some(followed) => ("mail-confirm-follow-text", Some(subject_of(followed, job, speaker))),
                };
                Self {
                    subject: speaker.say("mail-confirm-subject", &name),
                    preview: speaker.say("mail-confirm-preview", &[]),
                    intro: speaker.say(intro, &name),
                    title,
                    button: Link { label: speaker.say("mail-confirm-button", &[]), url: url.clone() },
                    notes: vec![
                        speaker.say("mail-confirm-expiry", &[("hours", hours(*expires_at, now).into())]),
                        speaker.say("mail-confirm-ignore", &[]),
                    ],
                    why: speaker.say("mail-confirm-why", &name),
                    ..frame(job, speaker)
                }
            }
            Message::Invitation { name: person, role, url, expires_at } => {
                let name = speaker.name(&job.site);
                let role = speaker.words.plain(&format!("role-{}", role.code().replace('_', "-")), &[]);
                let name_and_role = [("collectivity", Arg::Text(&name)), ("role", Arg::Text(&role))];
                Self {
                    subject: speaker.say("mail-invitation-subject", &name_and_role[..1]),
                    greeting: speaker.say("mail-greeting-named", &[("name", person.into())]),
                    intro: speaker.say("mail-invitation-text", &name_and_role),
                    button: Link { label: speaker.say("mail-invitation-button", &[]), url: url.clone() },
                    notes: vec![
                        speaker.say("mail-invitation-expiry", &[("hours", hours(*expires_at, now).into())]),
                        speaker.say("mail-invitation-ignore", &[]),
                    ],
                    why: speaker.say("mail-invitation-why", &[]),
                    ..frame(job, speaker)
                }
            }
            Message::Reminder(reminder) => reminded(job, reminder, speaker),
            Message::PasswordReset { name: person, url, expires_at } => {
                let name = speaker.name(&job.site);
                let minutes = (*expires_at - now).num_minutes().max(0);
                Self {
                    subject: speaker.say("mail-reset-subject", &[("collectivity", (&name).into())]),
                    greeting: speaker.say("mail-greeting-named", &[("name", person.into())]),
                    intro: speaker.say("mail-reset-text", &[("collectivity", (&name).into())]),
                    button: Link { label: speaker.say("mail-reset-button", &[]), url: url.clone() },
                    notes: vec![
                        speaker.say("mail-reset-expiry", &[("minutes", minutes.into())]),
                        speaker.say("mail-reset-ignore", &[]),
                    ],
                    why: speaker.say("mail-reset-why", &[("collectivity", (&name).into())]),
                    ..frame(job, speaker)
                }
            }
            Message::AccountChanged { name: person, change, url } => {
                account_changed(job, (person, *change, url), speaker)
            }
        }
    }
}

/// What somebody follows, in words.
fn subject_of(followed: &Followed, job: &Job, speaker: Speaker) -> Piece {
    match followed {
        Followed::Commitment(titles) => {
            piece(titles, job.locale).unwrap_or(Piece { text: String::new(), locale: job.locale })
        }
        Followed::Programme(cycle) => Piece {
            text: speaker.say("programme-cycle", &[("cycle", cycle.into())]),
            locale: speaker.words.locale(),
        },
    }
}

fn progressed(job: &Job, news: &ProgressNews, speaker: Speaker) -> Content {
    let name = speaker.name(&job.site);
    let title = subject_of(&news.followed, job, speaker);
    let args: [(&str, Arg<'_>); 2] = [("collectivity", (&name).into()), ("title", (&title.text).into())];
    let (intro, why) = match &news.followed {
        Followed::Commitment(_) => ("mail-progress-commitment", "mail-progress-commitment-why"),
        Followed::Programme(_) => ("mail-progress-programme", "mail-progress-programme-why"),
    };
    Content {
        subject: speaker.say("mail-progress-subject", &args),
        intro: speaker.say(intro, &args[..1]),
        button: Link { label: speaker.say("mail-progress-button", &[]), url: ascii(&news.url) },
        why: speaker.say(why, &args[..1]),
        unsubscribe: Some(way_out(&news.unsubscribe_url, speaker)),
        title: Some(title),
        ..frame(job, speaker)
    }
}

/// The way out of a subscription.
fn way_out(url: &str, speaker: Speaker) -> Unsubscribe {
    Unsubscribe {
        text: speaker.say("mail-unsubscribe-text", &[]),
        link: Link { label: speaker.say("mail-unsubscribe", &[]), url: url.to_owned() },
    }
}

fn reminded(job: &Job, reminder: &Reminder, speaker: Speaker) -> Content {
    let name = speaker.name(&job.site);
    let (due, period) = (speaker.words.date(reminder.due_on), speaker.words.date(reminder.period_ends_on));
    let args: [(&str, Arg<'_>); 3] =
        [("collectivity", (&name).into()), ("date", (&due).into()), ("cycle", (&reminder.cycle).into())];
    let (subject, intro) = match reminder.urgency {
        Urgency::Soon => ("mail-reminder-soon-subject", "mail-reminder-soon-text"),
        Urgency::Tomorrow => ("mail-reminder-tomorrow-subject", "mail-reminder-tomorrow-text"),
        Urgency::Late => ("mail-reminder-late-subject", "mail-reminder-late-text"),
        Urgency::Waiting => ("mail-reminder-waiting-subject", "mail-reminder-waiting-text"),
    };
    let button = match reminder.urgency {
        Urgency::Waiting => "mail-reminder-waiting-button",
        Urgency::Soon | Urgency::Tomorrow | Urgency::Late => "mail-reminder-button",
    };
    Content {
        subject: speaker.say(subject, &args[..2]),
        greeting: speaker.say("mail-greeting-named", &[("name", (&reminder.name).into())]),
        intro: speaker.say(intro, &args[1..]),
        facts: vec![speaker.say("mail-reminder-period", &[("date", (&period).into())])],
        button: Link { label: speaker.say(button, &[]), url: reminder.url.clone() },
        why: speaker.say("mail-reminder-why", &args[..1]),
        ..frame(job, speaker)
    }
}

fn account_changed(
    job: &Job,
    (person, change, url): (&String, AccountChange, &str),
    speaker: Speaker,
) -> Content {
    let name = speaker.name(&job.site);
    let (subject, intro) = match change {
        AccountChange::Password => ("mail-password-changed-subject", "mail-password-changed-text"),
        AccountChange::SecondFactorOff => ("mail-second-factor-off-subject", "mail-second-factor-off-text"),
        AccountChange::SecondFactorReset => {
            ("mail-second-factor-reset-subject", "mail-second-factor-reset-text")
        }
        AccountChange::PasskeyAdded => ("mail-passkey-added-subject", "mail-passkey-added-text"),
        AccountChange::ProviderLinked => ("mail-provider-linked-subject", "mail-provider-linked-text"),
    };
    let button = match change {
        AccountChange::PasskeyAdded => "mail-passkey-added-button",
        AccountChange::ProviderLinked => "mail-provider-linked-button",
        _ => "mail-account-not-me",
    };
    let at = speaker.words.date_time(calendar::local(job.told_at));
    Content {
        subject: speaker.say(subject, &[("collectivity", (&name).into())]),
        greeting: speaker.say("mail-greeting-named", &[("name", person.into())]),
        intro: speaker.say(intro, &[("time", (&at).into())]),
        button: Link { label: speaker.say(button, &[]), url: url.to_owned() },
        notes: vec![speaker.say("mail-account-was-me", &[])],
        why: speaker.say("mail-account-why", &[("collectivity", (&name).into())]),
        ..frame(job, speaker)
    }
}

fn announcement(job: &Job, article: &Announcement, speaker: Speaker) -> Content {
    let title =
        piece(&article.titles, job.locale).unwrap_or(Piece { text: String::new(), locale: job.locale });
    let member = speaker.name(&article.member);
    let site = speaker.name(&job.site);
    let date = speaker.words.date(calendar::day(article.published_at));
    let mut facts = vec![speaker.say("mail-published-date", &[("date", (&date).into())])];
    if let Some(category) = &article.category {
        let category = speaker.words.plain(&format!("category-{category}"), &[]);
        facts.push(speaker.say("mail-published-category", &[("category", (&category).into())]));
    }
    if title.locale != job.locale {
        let language = speaker.words.plain(&format!("language-{}", title.locale.code()), &[]);
        facts.push(speaker.say("mail-published-language", &[("language", (&language).into())]));
    }
    let summary = piece(&article.summaries, job.locale);
    Content {
        subject: speaker.say(
            "mail-published-subject",
            &[("collectivity", (&member).into()), ("title", (&title.text).into())],
        ),
        preview: summary.as_ref().map(|summary| summary.text.clone()).unwrap_or_default(),
        intro: speaker.say("mail-published-intro", &[("collectivity", (&member).into())]),
        title: Some(title),
        summary,
        facts,
        button: Link { label: speaker.say("mail-published-button", &[]), url: ascii(&article.url) },
        why: speaker.say("mail-published-why", &[("collectivity", (&site).into())]),
        unsubscribe: Some(way_out(&article.unsubscribe_url, speaker)),
        ..frame(job, speaker)
    }
}

/// What stands around every mail.
fn frame(job: &Job, speaker: Speaker) -> Content {
    let name = speaker.name(&job.site);
    let locale = speaker.words.locale();
    let url = &job.site.url;
    Content {
        locale,
        subject: String::new(),
        preview: String::new(),
        greeting: speaker.say("mail-greeting", &[]),
        intro: String::new(),
        title: None,
        summary: None,
        facts: Vec::new(),
        button: Link { label: String::new(), url: String::new() },
        link_fallback: speaker.say("mail-link-fallback", &[]),
        notes: Vec::new(),
        why: String::new(),
        unsubscribe: None,
        privacy: Link {
            label: speaker.say("mail-privacy", &[]),
            url: format!("{url}/{}/privacy", job.locale),
        },
        signature: match job.site.kind {
            Kind::Network => name.clone(),
            _ => speaker.say("mail-signature", &[("collectivity", (&name).into())]),
        },
        automatic: speaker.say("mail-automatic", &[]),
        sample: job.site.is_sample.then(|| speaker.say("mail-sample", &[])),
        site: Link { label: name, url: format!("{url}/{}/", job.locale) },
    }
}

fn piece(texts: &Localised, locale: Locale) -> Option<Piece> {
    texts.shown(locale).map(|Shown { text, locale }| Piece { text: text.to_owned(), locale })
}

/// Whole hours that are left, a begun one counted: a fresh link says 48.
fn hours(until: DateTime<Utc>, now: DateTime<Utc>) -> i64 {
    let minutes = (until - now).num_minutes().max(0);
    (minutes + 59) / 60
}
