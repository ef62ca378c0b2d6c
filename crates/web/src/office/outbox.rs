//! The demonstration's mailbox: letters that were written to files instead of being sent. Exists
//! only where the program was started as a demonstration, and only for people who are signed in,
//! each with the letters of their own site.

use std::path::{Path as FilePath, PathBuf};

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use chrono::DateTime;
use infitah_core::ground::calendar;
use infitah_core::ground::error::{Error, Result};
use infitah_core::tenancy::permission::Action;
use infitah_i18n::Words;
use mail_parser::{Address, Message, MessageParser};

use super::frames::Frame;
use super::visits::Visit;
use crate::answers::{Answer, page_with};
use crate::words::Phrase;

/// How many letters the list shows.
const NEWEST: usize = 50;
/// Among how many files of all sites the list looks for them.
const LOOKED_AT: usize = 500;
/// Larger files are no letters of ours.
const LARGEST: u64 = 2_000_000;

/// The list.
#[derive(Debug, Template)]
#[template(path = "office/outbox.html")]
pub(crate) struct OutboxPage {
    pub(crate) frame: Frame,
    pub(crate) room: &'static str,
    pub(crate) letters: Vec<Letter>,
}

/// One letter with its text.
#[derive(Debug, Template)]
#[template(path = "office/letter.html")]
pub(crate) struct LetterPage {
    pub(crate) frame: Frame,
    pub(crate) room: &'static str,
    pub(crate) letter: Letter,
}

/// A letter as people read it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Letter {
    pub(crate) name: String,
    pub(crate) date: String,
    pub(crate) to: String,
    pub(crate) subject: String,
    pub(crate) text: Vec<Piece>,
}

/// A stretch of a letter's text: words, or an address to follow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Piece {
    /// Words.
    Words(String),
    /// An address.
    Link(String),
}

/// `GET /office/outbox`.
pub(crate) async fn list(visit: Visit) -> Answer {
    let folder = folder(&visit)?;
    let (words, site) = (visit.words, visit.scope.tenant().url.clone());
    let letters =
        tokio::task::spawn_blocking(move || newest(&folder, &site, words)).await.map_err(Error::internal)?;
    let frame = visit.frame("office-outbox-title");
    page_with(StatusCode::OK, &OutboxPage { frame, room: "/office/outbox", letters })
}

/// `GET /office/outbox/{name}`.
pub(crate) async fn show(visit: Visit, Path(name): Path<String>) -> Answer {
    let folder = folder(&visit)?;
    let (words, site) = (visit.words, visit.scope.tenant().url.clone());
    let read = move || read(&folder, &name, words).filter(|letter| letter.is_of(&site));
    let letter = tokio::task::spawn_blocking(read).await.map_err(Error::internal)?;
    let letter = letter.ok_or(Error::NotFound("letter"))?;
    let frame = Frame::of(&visit, Phrase::own(&letter.subject, visit.locale()));
    page_with(StatusCode::OK, &LetterPage { frame, room: "/office/outbox", letter })
}

fn folder(visit: &Visit) -> Result<PathBuf> {
    visit.scope.require(Action::EnterOffice)?;
    visit.settings.demo_mail_dir.clone().ok_or(Error::NotFound("page"))
}

impl Letter {
    /// Whether this site wrote it: the last address of a letter is that of its sender's site.
    fn is_of(&self, site: &str) -> bool {
        let last = self.text.iter().rev().find_map(|piece| match piece {
            Piece::Link(link) => Some(link),
            Piece::Words(_) => None,
        });
        last.and_then(|link| link.strip_prefix(site)).is_some_and(|path| path.starts_with('/'))
    }
}

/// The last letters of a site, newest first: their names begin with the time. A folder that does
/// not exist yet has none.
fn newest(folder: &FilePath, site: &str, words: Words) -> Vec<Letter> {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut names: Vec<String> = entries
        .flatten()
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|name| is_name(name))
        .collect();
    names.sort_unstable_by(|a, b| b.cmp(a));
    let letters = names.iter().take(LOOKED_AT).filter_map(|name| read(folder, name, words));
    letters.filter(|letter| letter.is_of(site)).take(NEWEST).collect()
}

fn read(folder: &FilePath, name: &str, words: Words) -> Option<Letter> {
    if !is_name(name) {
        return None;
    }
    let path = folder.join(name);
    let about = std::fs::symlink_metadata(&path).ok()?;
    if !about.is_file() || about.len() > LARGEST {
        return None;
    }
    letter(name, &std::fs::read(&path).ok()?, words)
}

/// Names as our letters have them: one segment of letters, digits and hyphens, then `.eml`.
fn is_name(name: &str) -> bool {
    name.strip_suffix(".eml").is_some_and(|stem| {
        !stem.is_empty()
            && stem.len() <= 100
            && stem.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
    })
}

fn letter(name: &str, bytes: &[u8], words: Words) -> Option<Letter> {
    let message = MessageParser::default().parse(bytes)?;
    let time = message.date().and_then(|date| DateTime::from_timestamp(date.to_timestamp(), 0));
    Some(Letter {
        name: name.to_owned(),
        date: time.map(|time| words.date_time(calendar::local(time))).unwrap_or_default(),
        to: recipients(&message),
        subject: message.subject().unwrap_or(name).to_owned(),
        text: pieces(&message.body_text(0).unwrap_or_default()),
    })
}

fn recipients(message: &Message<'_>) -> String {
    let addresses: Vec<&str> =
        message.to().into_iter().flat_map(Address::iter).filter_map(|one| one.address()).collect();
    addresses.join(", ")
}

fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(start) = [rest.find("http://"), rest.find("https://")].into_iter().flatten().min() {
        let (words, link) = rest.split_at(start);
        let end =
            link.find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"')).unwrap_or(link.len());
        let (link, after) = link.split_at(end);
        pieces.push(Piece::Words(words.to_owned()));
        pieces.push(Piece::Link(link.to_owned()));
        rest = after;
    }
    pieces.push(Piece::Words(rest.to_owned()));
    pieces
}

#[cfg(test)]
mod tests {
    use infitah_i18n::Locale;

    use super::*;

    #[test]
    fn only_letters_have_names() {
        for (name, good) in [
            ("20261123-101500-0193.eml", true),
            ("../secret.eml", false),
            ("..%2fsecret.eml", false),
            (".eml", false),
            (".hidden.eml", false),
            ("a/b.eml", false),
            ("a\\b.eml", false),
            ("a\0.eml", false),
            ("sign-ins.json", false),
        ] {
            assert_eq!(is_name(name), good, "{name:?}");
        }
    }

    #[test]
    fn an_arabic_letter_is_read() {
        let bytes = "Date: Mon, 23 Nov 2026 10:15:00 +0000\r\nTo: Amina <amina@example.org>\r\n\
            Subject: =?utf-8?b?2KPYrtio2KfYsQ==?=\r\nMIME-Version: 1.0\r\n\
            Content-Type: multipart/alternative; boundary=x\r\n\r\n\
            --x\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n\
            2LPZhNin2YUgaHR0cDovL2Zlcy5sb2NhbGhvc3QvYXIvIQ==\r\n\
            --x\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>x</p>\r\n--x--\r\n";
        let letter = letter("a.eml", bytes.as_bytes(), Words::of(Locale::Fr)).expect("a letter");
        assert_eq!((letter.to.as_str(), letter.subject.as_str()), ("amina@example.org", "أخبار"));
        assert!(letter.date.starts_with("23 novembre 2026"), "{}", letter.date);
        assert_eq!(letter.text[0], Piece::Words("سلام ".into()));
        assert_eq!(letter.text[1], Piece::Link("http://fes.localhost/ar/!".into()));
    }

    #[test]
    fn a_folder_that_does_not_exist_is_empty() {
        assert_eq!(newest(FilePath::new("no-such-folder"), "http://x", Words::of(Locale::Ar)), []);
    }
}
