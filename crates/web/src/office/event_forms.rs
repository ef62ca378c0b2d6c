//! The forms of an event: what it says, with few fields in the open; once it was held what was said
//! and how many came; and why it was cancelled. Hours are typed by the clock of Morocco.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use infitah_core::ground::calendar;
use infitah_core::ground::error::{Error, FieldError, Result};
use infitah_core::ground::ids::ProgrammeId;
use infitah_core::news::events::{Attendance, Channel, Counts, Event, EventInput, EventKind, Record};
use infitah_core::programme::programmes::Programme;

use super::fields::{Choice, Control, FormView, choices};
use super::forms::{paragraphs, unwrapped};
use super::programmes::cycle_name;
use super::typed::{Reader, Typed};
use super::visits::Visit;

const KINDS: [(&str, &str); 6] = [
    ("workshop", "event-kind-workshop"),
    ("meeting", "event-kind-meeting"),
    ("consultation", "event-kind-consultation"),
    ("open_day", "event-kind-open-day"),
    ("training", "event-kind-training"),
    ("other", "event-kind-other"),
];

const CHANNELS: [(&str, &str); 5] = [
    ("", "office-event-channel-none"),
    ("hall", "event-channel-hall"),
    ("tent", "event-channel-tent"),
    ("online", "event-channel-online"),
    ("paper", "event-channel-paper"),
];

/// What is counted of those who came, with its label.
const COUNTS: [(&str, &str); 4] = [
    ("total", "event-count-total"),
    ("women", "event-count-women"),
    ("men", "event-count-men"),
    ("youth", "event-count-youth"),
];

/// The form of what an event says.
pub(crate) fn event_form(visit: &Visit, action: &str, about: &[Programme], typed: &Typed) -> FormView {
    let kinds = Control::Select(choices(visit, typed.get("kind"), &KINDS));
    let channels = Control::Select(choices(visit, typed.get("channel"), &CHANNELS));
    let (programmes, steps) = (Control::Select(programmes(visit, about, typed)), steps(visit, typed));
    FormView::to(visit, action, "common-button-save")
        .needed_text(typed, "titles", "office-event-title")
        .needed(typed, "kind", "office-event-kind", kinds)
        .needed(typed, "day", "event-day", Control::Day)
        .needed(typed, "starts_at", "office-event-starts", Control::Hour)
        .hint("office-event-hours-hint")
        .field(typed, "ends_at", "office-event-ends", Control::Hour)
        .own_text(typed, "places", "event-place", &Control::Line)
        .rarely("office-field-other-languages", |form| {
            form.other_texts(typed, "titles", "office-event-title", &Control::Line).other_texts(
                typed,
                "places",
                "event-place",
                &Control::Line,
            )
        })
        .rarely("office-event-fold-about", |form| {
            form.own_text(typed, "descriptions", "office-event-description", &Control::Block)
                .hint("office-event-description-hint")
                .own_text(typed, "agendas", "event-agenda", &Control::Block)
                .hint("office-event-agenda-hint")
                .other_texts(typed, "descriptions", "office-event-description", &Control::Block)
                .other_texts(typed, "agendas", "event-agenda", &Control::Block)
        })
        .rarely("office-event-fold-taking-part", |form| {
            form.field(typed, "channel", "event-channel", channels)
                .field(typed, "registration_url", "office-event-registration", Control::Address)
                .hint("office-session-document-hint")
                .field(typed, "last_day", "office-event-last-day", Control::Day)
                .hint("office-session-ends-hint")
        })
        .rarely("office-event-fold-programme", |form| {
            form.field(typed, "programme", "event-programme", programmes)
                .field(typed, "step", "office-event-step", steps)
                .field(typed, "source_url", "office-event-source", Control::Address)
                .hint("office-event-source-hint")
        })
}

/// The form of what was said at an event and how many came.
pub(crate) fn record_form(visit: &Visit, action: &str, typed: &Typed) -> FormView {
    let mut form = FormView::to(visit, action, "office-event-record-save")
        .titled("office-event-record")
        .own_text(typed, "minutes", "event-minutes", &Control::Block)
        .hint("office-event-minutes-hint")
        .rarely("office-field-other-languages", |form| {
            form.other_texts(typed, "minutes", "event-minutes", &Control::Block)
        });
    for (channel, key) in Channel::ALL.map(|one| one.code()).into_iter().zip([
        "office-event-count-hall",
        "office-event-count-tent",
        "office-event-count-online",
        "office-event-count-paper",
    ]) {
        form = form.rarely(key, |form| {
            COUNTS.iter().fold(form, |form, (name, label)| {
                form.field(typed, &format!("{channel}_{name}"), label, Control::Number)
            })
        });
    }
    form
}

/// The form of why an event is cancelled.
pub(crate) fn cancel_form(visit: &Visit, action: &str, typed: &Typed) -> FormView {
    FormView::to(visit, action, "office-event-cancel")
        .titled("office-event-cancel-title")
        .needed_text(typed, "reasons", "office-event-reason")
        .hint("office-event-reason-hint")
        .rarely("office-field-other-languages", |form| {
            form.other_texts(typed, "reasons", "office-event-reason", &Control::Line)
        })
        .grave()
}

/// What was typed of an event.
pub(crate) fn event_input(typed: &Typed, about: &[Programme]) -> Result<EventInput> {
    let mut reader = Reader::of(typed);
    let kind = reader.chosen("kind", EventKind::from_code);
    let day = reader.needed_day("day");
    let last_day = reader.day("last_day");
    let starts = reader.hour("starts_at");
    let ends = reader.hour("ends_at");
    if typed.some("starts_at").is_none() {
        reader.refuse(FieldError::new("starts_at", "field-required"));
    }
    if last_day.is_some() && typed.some("ends_at").is_none() {
        reader.refuse(FieldError::new("ends_at", "field-required"));
    }
    let starts_at = instant(&mut reader, "starts_at", day.zip(starts));
    let ends_at = instant(&mut reader, "ends_at", last_day.or(day).zip(ends));
    let channel = match typed.get("channel") {
        "" => None,
        _ => reader.chosen("channel", Channel::from_code),
    };
    let programme = match typed.get("programme") {
        "" => None,
        _ => reader.chosen("programme", |cycle| programme_id(about, cycle)),
    };
    let step = match typed.get("step") {
        "" => None,
        _ => reader.chosen("step", |code| code.parse().ok()),
    };
    reader.finish()?;
    let missing = |field: &str| Error::invalid(field, "field-required");
    Ok(EventInput {
        kind: kind.ok_or_else(|| missing("kind"))?,
        channel,
        titles: typed.texts("titles"),
        descriptions: typed.texts("descriptions").map(paragraphs),
        places: typed.texts("places"),
        agendas: typed.texts("agendas"),
        starts_at: starts_at.ok_or_else(|| missing("starts_at"))?,
        ends_at,
        programme,
        step,
        registration_url: typed.some("registration_url"),
        source_url: typed.some("source_url"),
    })
}

/// What was typed of how it went.
pub(crate) fn record_input(typed: &Typed) -> Result<Record> {
    let mut reader = Reader::of(typed);
    let attendances = Channel::ALL.map(|channel| {
        let mut count = |name: &str| reader.number(&format!("{}_{name}", channel.code()));
        let (total, women) = (count("total"), count("women"));
        (channel, Counts { total, women, men: count("men"), youth: count("youth") })
    });
    reader.finish()?;
    Ok(Record { minutes: typed.texts("minutes").map(paragraphs), attendances: attendances.into() })
}

/// A stored event as it is typed.
pub(crate) fn typed_of(event: &Event, about: &[Programme]) -> Typed {
    let cycle = about.iter().find(|one| Some(one.id) == event.programme).map(|one| one.cycle.as_str());
    let hour = |at: DateTime<Utc>| calendar::local(at).format("%H:%M").to_string();
    Typed::default()
        .with("version", event.version)
        .with("kind", event.kind.code())
        .with("day", event.starts_on)
        .with("starts_at", hour(event.starts_at))
        .with_some("ends_at", event.ends_at.map(hour))
        .with_some("last_day", event.ends_on.filter(|&day| day != event.starts_on))
        .with_some("channel", event.channel().map(Channel::code))
        .with_some("registration_url", event.registration_url.as_deref())
        .with_some("source_url", event.detail.source_url.as_deref())
        .with("programme", cycle.unwrap_or_default())
        .with_some("step", event.step)
        .with_texts("titles", &event.titles)
        .with_texts("places", &event.places)
        .with_texts("descriptions", &event.detail.descriptions.map(unwrapped))
        .with_texts("agendas", &event.detail.agendas)
}

/// How a stored event went, as it is typed.
pub(crate) fn typed_record(event: &Event, counted: &[Attendance]) -> Typed {
    let typed = Typed::default()
        .with("version", event.version)
        .with_texts("minutes", &event.detail.minutes.map(unwrapped));
    counted.iter().fold(typed, |typed, Attendance { channel, counts }| {
        let name = |name: &str| format!("{}_{name}", channel.code());
        typed
            .with_some(&name("total"), counts.total)
            .with_some(&name("women"), counts.women)
            .with_some(&name("men"), counts.men)
            .with_some(&name("youth"), counts.youth)
    })
}

/// The instant of an hour on a day; one that the clocks of Morocco skip is none.
fn instant(
    reader: &mut Reader<'_>,
    field: &str,
    at: Option<(NaiveDate, NaiveTime)>,
) -> Option<DateTime<Utc>> {
    let (day, hour) = at?;
    let instant = calendar::instant(day.and_time(hour));
    if instant.is_none() {
        reader.refuse(FieldError::new(field, "field-hour-skipped"));
    }
    instant
}

fn programme_id(about: &[Programme], cycle: &str) -> Option<ProgrammeId> {
    about.iter().find(|programme| programme.cycle == cycle).map(|programme| programme.id)
}

fn programmes(visit: &Visit, about: &[Programme], typed: &Typed) -> Vec<Choice> {
    let none = Choice {
        code: String::new(),
        name: visit.phrase("office-session-no-programme"),
        is_chosen: typed.get("programme").is_empty(),
    };
    let choice = |programme: &Programme| Choice {
        code: programme.cycle.clone(),
        name: cycle_name(visit, programme),
        is_chosen: typed.get("programme") == programme.cycle,
    };
    std::iter::once(none).chain(about.iter().map(choice)).collect()
}

fn steps(visit: &Visit, typed: &Typed) -> Control {
    let chosen = typed.get("step");
    let none = Choice {
        code: String::new(),
        name: visit.phrase("office-event-no-step"),
        is_chosen: chosen.is_empty(),
    };
    let step = |step: i32| Choice {
        code: step.to_string(),
        name: visit.phrase(&format!("step-{step}")),
        is_chosen: chosen == step.to_string(),
    };
    Control::Select(std::iter::once(none).chain((1..=11).map(step)).collect())
}
