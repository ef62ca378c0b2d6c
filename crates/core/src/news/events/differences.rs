//! What a change of an event changed, for the audit.

use chrono::{DateTime, Utc};

use super::attendances::{Attendance, Counts};
use super::{Channel, Event};
use crate::ground::calendar;
use crate::trust::audit::Changes;

/// The fields of an event that differ.
pub(super) fn words(changes: Changes, before: &Event, after: &Event) -> Changes {
    changes
        .field("status", before.status.code(), after.status.code())
        .field("event_kind", before.kind.code(), after.kind.code())
        .field("channel", before.channel().map(Channel::code), after.channel().map(Channel::code))
        .texts("title", &before.titles, &after.titles)
        .field("starts_at", Some(hour(before.starts_at)), Some(hour(after.starts_at)))
        .field("ends_at", before.ends_at.map(hour), after.ends_at.map(hour))
        .texts("place", &before.places, &after.places)
        .texts("description", &before.detail.descriptions, &after.detail.descriptions)
        .texts("agenda", &before.detail.agendas, &after.detail.agendas)
        .texts("minutes", &before.detail.minutes, &after.detail.minutes)
        .texts("reason", &before.cancel_reasons, &after.cancel_reasons)
        .field("registration_url", before.registration_url.clone(), after.registration_url.clone())
        .field("source_url", before.detail.source_url.clone(), after.detail.source_url.clone())
        .field("cycle", before.cycle.clone(), after.cycle.clone())
        .field("step", before.step, after.step)
}

/// How many came, by each way of taking part: all, women, men, young people.
pub(super) fn counts(before: &[Attendance], after: &[Attendance]) -> Changes {
    let by = |counted: &[Attendance], channel| {
        counted.iter().find(|one| one.channel == channel).map(|one| line(one.counts))
    };
    Channel::ALL.into_iter().fold(Changes::new(), |changes, channel| {
        let name = format!("attendance_{}", channel.code());
        changes.field(&name, by(before, channel), by(after, channel))
    })
}

fn line(Counts { total, women, men, youth }: Counts) -> String {
    let said =
        [total, women, men, youth].map(|count| count.map_or("–".to_owned(), |count| count.to_string()));
    said.join(" · ")
}

/// A moment as the clock of Morocco shows it.
fn hour(at: DateTime<Utc>) -> String {
    calendar::local(at).format("%Y-%m-%d %H:%M").to_string()
}
