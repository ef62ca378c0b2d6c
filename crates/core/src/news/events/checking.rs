//! What an event may say: lengths, safe HTML, times that exist in their order.

use chrono::Datelike as _;

use super::writing::{EventInput, Record};
use crate::ground::calendar;
use crate::ground::error::{FieldError, Result};
use crate::ground::input::{Checks, link};
use crate::ground::localised::Localised;
use crate::news::html;

/// Longest title in characters.
pub const TITLE_MAX: usize = 200;
/// Longest description in characters of HTML.
pub const DESCRIPTION_MAX: usize = 20_000;
/// Longest agenda in characters.
pub const AGENDA_MAX: usize = 5_000;
/// Longest minutes in characters of HTML.
pub const MINUTES_MAX: usize = 100_000;
/// Longest reason of a cancellation in characters.
pub const REASON_MAX: usize = 600;

/// The years in which an event may lie: no typing mistake becomes a page of its own.
const YEARS: std::ops::RangeInclusive<i32> = 2000..=2100;

/// Checks what an event says and cleans its HTML.
pub(super) fn check(input: EventInput) -> Result<EventInput> {
    let mut checks = Checks::default();
    let titles = checks.localised_line("titles", &input.titles, TITLE_MAX);
    checks.required("titles", &titles);
    let places = checks.localised_line("places", &input.places, 200);
    let descriptions = body(&mut checks, "descriptions", &input.descriptions, DESCRIPTION_MAX);
    let agendas = checks.localised_block("agendas", &input.agendas, AGENDA_MAX);
    let registration_url = link(&mut checks, "registration_url", input.registration_url.as_deref());
    let source_url = link(&mut checks, "source_url", input.source_url.as_deref());
    if !YEARS.contains(&calendar::day(input.starts_at).year()) {
        checks.refuse(FieldError::new("day", "field-invalid-date"));
    }
    if input.ends_at.is_some_and(|end| !YEARS.contains(&calendar::day(end).year())) {
        checks.refuse(FieldError::new("last_day", "field-invalid-date"));
    }
    if input.ends_at.is_some_and(|end| end <= input.starts_at) {
        checks.refuse(FieldError::new("ends_at", "event-ends-before-start"));
    }
    if input.step.is_some_and(|step| !(1..=11).contains(&step)) {
        checks.refuse(FieldError::new("step", "field-unknown-value"));
    }
    if input.step.is_some() && input.programme.is_none() {
        checks.refuse(FieldError::new("programme", "event-step-of-nothing"));
    }
    checks.finish()?;
    Ok(EventInput { titles, places, descriptions, agendas, registration_url, source_url, ..input })
}

/// Checks what is known of an event once it was held and cleans its HTML.
pub(super) fn check_record(record: Record) -> Result<Record> {
    let mut checks = Checks::default();
    let minutes = body(&mut checks, "minutes", &record.minutes, MINUTES_MAX);
    for (channel, counts) in &record.attendances {
        counts.check(&mut checks, *channel);
    }
    checks.finish()?;
    Ok(Record { minutes, ..record })
}

/// A long text: cleaned, its pictures described.
fn body(checks: &mut Checks, field: &str, texts: &Localised, max: usize) -> Localised {
    let cleaned = checks.localised_block(field, texts, max).map(html::clean);
    for (locale, _) in cleaned.iter().filter(|(_, text)| !html::pictures_are_described(text)) {
        let at = format!("{field}.{}", locale.code());
        checks.refuse(FieldError::new(at, "article-picture-without-words"));
    }
    cleaned
}

#[cfg(test)]
mod tests {
    use infitah_i18n::Locale;

    use super::*;
    use crate::ground::error::Error;
    use crate::news::events::{Channel, Counts, EventKind};

    fn input() -> EventInput {
        EventInput {
            kind: EventKind::Workshop,
            channel: None,
            titles: Localised::new([(Locale::Ar, " ورشة ".to_owned())]),
            descriptions: Localised::new([(Locale::Ar, "<p onclick=\"x\">نص</p>".to_owned())]),
            places: Localised::default(),
            agendas: Localised::default(),
            starts_at: "2026-12-01T08:00:00Z".parse().expect("a time"),
            ends_at: None,
            programme: None,
            step: None,
            registration_url: None,
            source_url: None,
        }
    }

    fn keys<T>(result: Result<T>) -> Vec<(String, &'static str)> {
        match result {
            Err(Error::Invalid(errors)) => errors.into_iter().map(|error| (error.field, error.key)).collect(),
            _ => Vec::new(),
        }
    }

    fn refused(change: impl FnOnce(&mut EventInput)) -> Vec<(String, &'static str)> {
        let mut input = input();
        change(&mut input);
        keys(check(input))
    }

    #[test]
    fn what_an_event_cannot_be_is_refused_at_its_field() {
        let cleaned = check(input()).expect("a good event");
        assert_eq!(cleaned.titles.text(Locale::Ar), "ورشة");
        assert_eq!(cleaned.descriptions.text(Locale::Ar), "<p>نص</p>");
        let one = |field: &str, key| vec![(field.to_owned(), key)];
        assert_eq!(
            refused(|input| input.ends_at = Some(input.starts_at)),
            one("ends_at", "event-ends-before-start")
        );
        let far = "9999-12-01T08:00:00Z".parse().expect("a time");
        assert_eq!(refused(|input| input.starts_at = far), one("day", "field-invalid-date"));
        assert_eq!(refused(|input| input.ends_at = Some(far)), one("last_day", "field-invalid-date"));
        assert_eq!(refused(|input| input.step = Some(4)), one("programme", "event-step-of-nothing"));
        assert_eq!(refused(|input| input.titles = Localised::default()), one("titles", "field-required"));
        assert_eq!(
            refused(|input| input.registration_url = Some("javascript:x".into())),
            one("registration_url", "field-unknown-value")
        );
        let silent = Localised::new([(Locale::Fr, "<img src=\"/media/1/a.webp\">".to_owned())]);
        assert_eq!(
            refused(|input| input.descriptions = silent),
            one("descriptions.fr", "article-picture-without-words")
        );
    }

    #[test]
    fn the_parts_of_those_who_came_are_no_more_than_all() {
        let counts = |total, women, men, youth| Counts { total, women, men, youth };
        for (counts, field) in [
            (counts(Some(40), Some(15), Some(25), Some(40)), None),
            (counts(Some(0), None, None, None), None),
            (counts(None, Some(15), Some(25), None), None),
            (counts(Some(40), Some(41), None, None), Some("hall.women")),
            (counts(Some(40), Some(20), Some(21), None), Some("hall.men")),
            (counts(Some(40), None, None, Some(41)), Some("hall.youth")),
            (counts(Some(-1), None, None, None), Some("hall.total")),
            (counts(None, Some(i32::MAX), None, None), Some("hall.women")),
        ] {
            let record = Record { minutes: Localised::default(), attendances: vec![(Channel::Hall, counts)] };
            let fields: Vec<String> =
                keys(check_record(record)).into_iter().map(|(field, _)| field).collect();
            assert_eq!(fields.first().map(String::as_str), field, "{counts:?}");
            assert!(fields.len() < 2, "one word is enough: {fields:?}");
        }
    }
}
