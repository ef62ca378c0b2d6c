//! Letters as a mail program reads them: the formatted message is taken apart again.

use std::collections::BTreeMap;

use infitah_core::ground::ids::{DeliveryId, TenantId};
use infitah_core::ground::localised::Localised;
use infitah_core::notify::deliveries::{Announcement, Lease, Reminder, Site, Urgency};
use infitah_core::tenancy::collectivities::Kind;
use infitah_core::tenancy::permission::Role;
use infitah_i18n::Locale;
use uuid::Uuid;

use super::*;

const NOW: &str = "2026-11-23T10:00:00Z";

fn now() -> DateTime<Utc> {
    NOW.parse().expect("a time")
}

fn both(ar: &str, fr: &str) -> Localised {
    Localised::new([(Locale::Ar, ar.to_owned()), (Locale::Fr, fr.to_owned())])
}

fn job(locale: Locale, message: Message) -> Job {
    let lease =
        Lease { tenant: TenantId(Uuid::from_u128(1)), id: DeliveryId(Uuid::from_u128(0xabc)), attempt: 1 };
    let told_at = now();
    Job { lease, to: "amina@example.org".into(), locale, site: fes(), message, told_at, trace: None }
}

fn fes() -> Site {
    Site {
        kind: Kind::Commune,
        names: both("فاس", "Fès"),
        url: "https://fes.example.org".into(),
        is_sample: false,
        sender_name: None,
        reply_to: None,
    }
}

fn article(titles: Localised, summaries: Localised) -> Message {
    Message::Article(Box::new(Announcement {
        member: fes(),
        titles,
        summaries,
        category: Some("council".into()),
        published_at: now(),
        url: "https://fes.example.org/ar/news/ماء".into(),
        unsubscribe_url: format!("https://fes.example.org/ar/unsubscribe/{}", "t".repeat(43)),
    }))
}

fn confirmation() -> Message {
    Message::Confirmation {
        followed: None,
        url: "https://fes.example.org/ar/subscribe/confirm/token".into(),
        expires_at: now() + chrono::TimeDelta::hours(48) - chrono::TimeDelta::seconds(3),
    }
}

fn invitation(name: &str) -> Message {
    Message::Invitation {
        name: name.into(),
        role: Role::FocalPoint,
        url: "https://fes.example.org/office/invitation/token".into(),
        expires_at: now() + chrono::TimeDelta::hours(48),
    }
}

fn reminder(urgency: Urgency) -> Message {
    Message::Reminder(Box::new(Reminder {
        name: "Amina".into(),
        urgency,
        cycle: "2026-2027".into(),
        period_ends_on: "2026-09-30".parse().expect("a day"),
        due_on: "2026-10-14".parse().expect("a day"),
        url: "https://fes.example.org/office/reports/2026-2027?period=2026-09-30".into(),
    }))
}

/// A letter taken apart.
struct Read {
    raw: String,
    headers: BTreeMap<String, String>,
    text: String,
    html: String,
}

fn read(job: &Job) -> Read {
    let from = MailFrom::new("Infitah <news@example.org>").expect("an address");
    let letter = write(job, &from, "example.org", now()).unwrap_or_else(|failure| panic!("{failure}"));
    let raw = String::from_utf8(letter.message.formatted()).expect("ASCII is UTF-8");
    let (head, body) = raw.split_once("\r\n\r\n").expect("a body");
    let top = headers(head);
    let boundary = top["content-type"].split_once("boundary=\"").expect("a boundary").1.trim_end_matches('"');
    let parts: Vec<String> = body
        .split(&format!("--{boundary}"))
        .filter_map(|part| part.trim_start_matches("\r\n").split_once("\r\n\r\n"))
        .map(|(head, body)| decoded(&headers(head)["content-transfer-encoding"], body))
        .collect();
    assert_eq!(parts.len(), 2);
    Read { text: parts[0].clone(), html: parts[1].clone(), headers: top, raw: raw.clone() }
}

fn headers(head: &str) -> BTreeMap<String, String> {
    let unfolded = head.replace("\r\n ", " ").replace("\r\n\t", " ");
    unfolded
        .split("\r\n")
        .filter_map(|line| line.split_once(": "))
        .map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned()))
        .collect()
}

fn decoded(encoding: &str, body: &str) -> String {
    let bytes = match encoding {
        "base64" => base64(body),
        "quoted-printable" => quoted_printable(body),
        "7bit" => body.as_bytes().to_vec(),
        other => panic!("an encoding we did not expect: {other}"),
    };
    String::from_utf8(bytes).expect("parts are UTF-8").replace("\r\n", "\n")
}

fn base64(text: &str) -> Vec<u8> {
    const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let (mut bytes, mut bits, mut count) = (Vec::new(), 0_u32, 0);
    for letter in text.bytes().filter_map(|byte| LETTERS.iter().position(|one| *one == byte)) {
        bits = (bits << 6) | letter as u32;
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count) as u8);
        }
    }
    bytes
}

fn quoted_printable(text: &str) -> Vec<u8> {
    let joined = text.replace("=\r\n", "");
    let (mut bytes, mut rest) = (Vec::new(), joined.as_bytes());
    while let Some((&first, after)) = rest.split_first() {
        if first == b'=' && after.len() >= 2 {
            let code = std::str::from_utf8(&after[..2]).expect("two digits");
            bytes.push(u8::from_str_radix(code, 16).expect("a byte"));
            rest = &after[2..];
        } else {
            bytes.push(first);
            rest = after;
        }
    }
    bytes
}

/// A header value in words: encoded words are decoded (RFC 2047).
fn in_words(value: &str) -> String {
    let mut words = String::new();
    let mut rest = value;
    while let Some(at) = rest.find("=?utf-8?b?") {
        let before = &rest[..at];
        if !before.trim().is_empty() || words.is_empty() {
            words.push_str(before);
        }
        let (code, after) = rest[at + 10..].split_once("?=").expect("the end of an encoded word");
        words.push_str(std::str::from_utf8(&base64(code)).expect("words are UTF-8"));
        rest = after;
    }
    words + rest
}

#[test]
fn publication_bears_the_headers_of_a_list() {
    let read = read(&job(Locale::Ar, article(both("انقطاع الماء", "Coupure d'eau"), Localised::default())));
    assert_eq!(read.headers["message-id"], format!("<{}@example.org>", Uuid::from_u128(0xabc)));
    assert_eq!(read.headers["auto-submitted"], "auto-generated");
    assert_eq!(read.headers["date"], "Mon, 23 Nov 2026 10:00:00 +0000");
    assert_eq!(read.headers["to"], "amina@example.org");
    assert_eq!(read.headers["list-id"], "<news.fes.example.org>");
    let link = format!("https://fes.example.org/ar/unsubscribe/{}", "t".repeat(43));
    assert_eq!(read.headers["list-unsubscribe"], format!("<{link}>"));
    assert_eq!(read.headers["list-unsubscribe-post"], "List-Unsubscribe=One-Click");
    assert!(read.headers["content-type"].starts_with("multipart/alternative"));
    let from = in_words(&read.headers["from"]);
    assert_eq!(from.replace('"', ""), "جماعة فاس <news@example.org>");
    assert_eq!(in_words(&read.headers["subject"]), "جماعة فاس: انقطاع الماء");
    assert!(read.text.contains(&link) && read.html.contains(&link));
    let page = "https://fes.example.org/ar/news/%D9%85%D8%A7%D8%A1";
    assert!(read.text.contains(page) && read.html.contains(page));
    assert!(read.raw.is_ascii());
    assert!(read.raw.lines().all(|line| line.len() <= 998));
}

#[test]
fn arabic_mail_is_rtl() {
    for message in [article(both("انقطاع الماء", ""), both("ملخص", "")), confirmation(), invitation("أمينة")]
    {
        let read = read(&job(Locale::Ar, message));
        assert!(read.html.contains("<html lang=\"ar\" dir=\"rtl\">"), "{}", read.html);
        assert!(read.html.contains("<div lang=\"ar\" dir=\"rtl\""));
        assert!(!read.html.contains("lang=\"fr\""));
    }
}

#[test]
fn text_of_another_language_says_so() {
    let read = read(&job(Locale::En, article(both("انقطاع الماء", ""), both("ملخص", ""))));
    assert!(read.html.contains("<html lang=\"en\" dir=\"ltr\">"));
    assert!(read.html.contains("<h1 lang=\"ar\" dir=\"rtl\""));
    assert!(read.html.contains("<p lang=\"ar\" dir=\"rtl\""));
    assert!(read.text.contains("we send it in Arabic"), "{}", read.text);
}

#[test]
fn amazigh_mail_falls_back_whole() {
    let read = read(&job(Locale::Zgh, confirmation()));
    assert!(read.html.contains("<html lang=\"ar\" dir=\"rtl\">"));
}

#[test]
fn confirmation_names_its_hours_and_offers_no_list() {
    for (locale, hours) in [(Locale::Ar, "48 ساعة"), (Locale::Fr, "48 heures"), (Locale::En, "48 hours")]
    {
        let read = read(&job(locale, confirmation()));
        let plain: String = read.html.chars().filter(|c| !is_direction_control(*c)).collect();
        assert!(read.text.contains(hours) && plain.contains(hours), "{}", read.text);
        assert!(read.text.contains("/subscribe/confirm/token"));
        assert!(!read.headers.contains_key("list-unsubscribe") && !read.headers.contains_key("list-id"));
        assert!(!read.text.contains("amina@example.org"));
    }
}

#[test]
fn no_message_lacks_words() {
    for locale in Locale::ALL {
        for message in [
            article(both("عنوان", "Titre"), both("ملخص", "Chapô")),
            confirmation(),
            invitation("Amina"),
            reminder(Urgency::Soon),
            reminder(Urgency::Tomorrow),
            reminder(Urgency::Late),
            reminder(Urgency::Waiting),
        ] {
            let read = read(&job(locale, message));
            for part in [&read.text, &read.html, &in_words(&read.headers["subject"])] {
                for unknown in ["mail-", "kind-", "role-", "category-", "language-", "{$", "{ $"] {
                    let shown = part.replace("mail-to", "");
                    assert!(!shown.contains(unknown), "{locale}: {unknown} in {part}");
                }
            }
            assert!(!read.text.chars().any(is_direction_control));
        }
    }
}

#[test]
fn nothing_breaks_out_of_its_place() {
    let evil = "<script>alert(1)</script>\r\nBcc: eve@example.org\u{202E}x";
    let titles = Localised::new([(Locale::Fr, evil.to_owned())]);
    let mut job = job(Locale::Fr, article(titles, Localised::default()));
    job.site.names = Localised::new([(Locale::Fr, "Fès\r\nBcc: eve@example.org".to_owned())]);
    let read = read(&job);
    assert!(!read.headers.contains_key("bcc"));
    assert!(!read.html.contains("<script>"));
    let subject = in_words(&read.headers["subject"]);
    assert!(!subject.chars().any(|c| c.is_control() || is_direction_control(c)), "{subject:?}");
    assert_eq!(read.headers.keys().filter(|name| name.contains("bcc")).count(), 0);
}

#[test]
fn senders_are_judged() {
    for (text, good) in [
        ("news@example.org", true),
        ("Infitah <news@example.org>", true),
        ("", false),
        ("news", false),
        ("news@example.org\r\nBcc: x@example.org", false),
    ] {
        assert_eq!(MailFrom::new(text).is_ok(), good, "{text:?}");
    }
}

#[test]
fn member_says_who_writes_and_where_answers_go() {
    let site = Site {
        sender_name: Some("Cellule d’ouverture\r\nBcc: x@example.org".into()),
        reply_to: Some("ouverture@fes.example.org".into()),
        ..fes()
    };
    let letter = read(&Job { site, ..job(Locale::Fr, confirmation()) });
    assert!(letter.headers["from"].ends_with("<news@example.org>"), "{}", letter.headers["from"]);
    assert_eq!(letter.headers["reply-to"], "ouverture@fes.example.org");
    assert!(!letter.headers.contains_key("bcc"));
    assert!(!read(&job(Locale::Fr, confirmation())).headers.contains_key("reply-to"));
}
