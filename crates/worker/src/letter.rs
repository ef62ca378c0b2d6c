//! From a job to a finished message: headers by typed builders only, a text part and an HTML part
//! from the same content.

use std::time::SystemTime;

use askama::Template;
use chrono::{DateTime, Utc};
use infitah_core::ground::input::is_direction_control;
use infitah_core::notify::deliveries::{Job, Message};
use lettre::message::header::{ContentType, Header, HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart, SinglePart};

use crate::content::{Content, Speaker};
use crate::mailers::{Failure, Letter};

/// The address that mails come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailFrom(lettre::Address);

/// The sender's address cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the sender of mails must be an e-mail address")]
pub struct BadSender;

impl MailFrom {
    /// An address such as `news@example.org`; a name before it is left out, because each mail
    /// bears the name of the member that tells.
    ///
    /// # Errors
    /// When it is no e-mail address.
    pub fn new(text: &str) -> Result<Self, BadSender> {
        text.trim().parse::<Mailbox>().map(|mailbox| Self(mailbox.email)).map_err(|_| BadSender)
    }
}

/// Writes the letter of a job.
pub(crate) fn write(job: &Job, from: &MailFrom, domain: &str, now: DateTime<Utc>) -> Result<Letter, Failure> {
    let broken = |what: &str| Failure::permanent(format!("letter: {what}"));
    let plain = Content::of(job, Speaker::plain(job.locale), now);
    let html = Html { c: Content::of(job, Speaker::html(job.locale), now) };
    let to = job.to.parse().map_err(|_| broken("the address cannot be read"))?;
    // The address stays the installation's, for which SPF and DKIM speak.
    let sender = job.site.sender_name.as_deref().unwrap_or(&plain.site.label);
    let mut builder = lettre::Message::builder()
        .from(Mailbox::new(Some(one_line(sender)), from.0.clone()))
        .to(Mailbox::new(None, to))
        .subject(one_line(&plain.subject))
        .message_id(Some(format!("<{}@{domain}>", job.lease.id)))
        .date(SystemTime::from(now))
        .header(AutoSubmitted);
    // Checked when it was written; one that no longer passes must not keep the letter back.
    if let Some(reply_to) = job.site.reply_to.as_deref().and_then(|address| address.parse().ok()) {
        builder = builder.reply_to(Mailbox::new(None, reply_to));
    }
    if let Some(unsubscribe_url) = way_out(&job.message) {
        builder = builder
            .header(ListId(host(&job.site.url).to_owned()))
            .header(ListUnsubscribe(unsubscribe_url.to_owned()))
            .header(ListUnsubscribePost);
    }
    let html = html.render().map_err(|_| broken("the template failed"))?;
    let parts = MultiPart::alternative()
        // The same letter twice is the same letter.
        .boundary(format!("infitah-{}", job.lease.id.0.simple()))
        .singlepart(SinglePart::builder().header(ContentType::TEXT_PLAIN).body(text(&plain)))
        .singlepart(SinglePart::builder().header(ContentType::TEXT_HTML).body(html));
    let message = builder.multipart(parts).map_err(|_| broken("the headers cannot be written"))?;
    Ok(Letter { id: job.lease.id, at: now, message })
}

#[derive(Template)]
#[template(path = "mail.html")]
struct Html {
    c: Content,
}

/// Where the reader of a subscription leaves.
fn way_out(message: &Message) -> Option<&str> {
    match message {
        Message::Article(article) => Some(&article.unsubscribe_url),
        Message::Progress(news) => Some(&news.unsubscribe_url),
        Message::Confirmation { .. }
        | Message::Invitation { .. }
        | Message::Reminder(_)
        | Message::PasswordReset { .. }
        | Message::AccountChanged { .. } => None,
    }
}

/// The text part: one piece a paragraph, links on lines of their own.
fn text(content: &Content) -> String {
    let link = |words: &str, url: &str| format!("{words}\n{url}");
    let mut pieces = vec![link(&content.site.label, &content.site.url)];
    pieces.extend(content.sample.clone());
    pieces.extend([content.greeting.clone(), content.intro.clone()]);
    pieces.extend(content.title.iter().chain(&content.summary).map(|piece| piece.text.clone()));
    pieces.push(content.facts.join("\n"));
    pieces.push(link(&content.button.label, &content.button.url));
    pieces.extend(content.notes.iter().cloned());
    pieces.push("-- ".to_owned());
    pieces.push(content.why.clone());
    if let Some(unsubscribe) = &content.unsubscribe {
        pieces.push(link(&unsubscribe.text, &unsubscribe.link.url));
    }
    pieces.push(format!("{}\n{}", content.signature, content.automatic));
    pieces.push(link(&content.privacy.label, &content.privacy.url));
    pieces.retain(|piece| !piece.is_empty());
    pieces.join("\n\n").replace("-- \n\n", "-- \n") + "\n"
}

/// A text that is safe in a header: one line, nothing that hides or turns the direction. Names
/// and titles are checked when they are written; this is the last wall.
fn one_line(text: &str) -> String {
    let hidden = |c: char| {
        c.is_control()
            || is_direction_control(c)
            || matches!(c, '\u{061C}' | '\u{200B}'..='\u{200F}' | '\u{2028}' | '\u{2029}' | '\u{2060}')
    };
    let visible: String = text.chars().map(|c| if hidden(c) { ' ' } else { c }).collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.split(['/', ':']).next().unwrap_or(rest)
}

/// Says that no person wrote this, so that no machine answers (RFC 3834).
#[derive(Clone)]
struct AutoSubmitted;

/// The list that a publication belongs to (RFC 2919); mail programs sort by it.
#[derive(Clone)]
struct ListId(String);

/// Where a reader can leave (RFC 2369).
#[derive(Clone)]
struct ListUnsubscribe(String);

/// A POST to that address leaves at once (RFC 8058).
#[derive(Clone)]
struct ListUnsubscribePost;

/// A header that we write and never read.
macro_rules! written_header {
    ($($type:ty, $name:literal, |$this:ident| $value:expr;)*) => {$(
        impl Header for $type {
            fn name() -> HeaderName {
                HeaderName::new_from_ascii_str($name)
            }

            fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
                Err("this header is only written".into())
            }

            fn display(&self) -> HeaderValue {
                let $this = self;
                HeaderValue::new(Self::name(), $value)
            }
        }
    )*};
}

written_header! {
    AutoSubmitted, "Auto-Submitted", |_this| "auto-generated".to_owned();
    ListId, "List-Id", |this| format!("<news.{}>", this.0);
    ListUnsubscribe, "List-Unsubscribe", |this| format!("<{}>", this.0);
    ListUnsubscribePost, "List-Unsubscribe-Post", |_this| "List-Unsubscribe=One-Click".to_owned();
}

#[cfg(test)]
mod tests;
