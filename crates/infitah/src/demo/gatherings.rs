//! The events of the demonstration: real ones alone, as far as their sources tell of them. Nobody
//! counted who came, so no number stands there.

use std::collections::HashMap;

use anyhow::{Context as _, anyhow};
use infitah_core::ground::calendar;
use infitah_core::ground::ids::ProgrammeId;
use infitah_core::news::events::{Channel, EventInput, EventKind, Record, SeedEvent};

use super::samples::{Event, Samples};

/// The known events of a member, whose programmes are given by their years.
pub(crate) fn of_member(
    samples: &Samples,
    slug: &str,
    programmes: &HashMap<String, ProgrammeId>,
) -> anyhow::Result<Vec<SeedEvent>> {
    let own = samples.events.iter().filter(|event| event.member == slug);
    own.map(|event| known(event, programmes)).collect()
}

fn known(event: &Event, programmes: &HashMap<String, ProgrammeId>) -> anyhow::Result<SeedEvent> {
    let instant = |local| calendar::instant(local).with_context(|| format!("no clock shows {local}"));
    let programme = event.programme.as_ref().and_then(|cycle| programmes.get(cycle).copied());
    Ok(SeedEvent {
        input: EventInput {
            kind: EventKind::from_code(&event.kind).ok_or_else(|| anyhow!("no kind {}", event.kind))?,
            channel: event.channel.as_deref().and_then(Channel::from_code),
            titles: event.title.clone(),
            descriptions: event.description_html.clone(),
            places: event.place.clone(),
            agendas: event.agenda.clone(),
            starts_at: instant(event.starts_at)?,
            ends_at: event.ends_at.map(instant).transpose()?,
            step: event.step.filter(|_| programme.is_some()),
            programme,
            registration_url: None,
            source_url: event.source_url.clone(),
        },
        record: Record { minutes: event.minutes_html.clone(), attendances: Vec::new() },
        is_sample: false,
    })
}
