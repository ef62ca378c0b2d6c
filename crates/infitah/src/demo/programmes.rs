//! The programmes of the demonstration: the real ones as far as they are known, with samples where
//! the files allow it, and whole samples for members of which nothing is known.

use chrono::{Datelike as _, Days, NaiveDate};
use infitah_core::Locale;
use infitah_core::ground::localised::Localised;
use infitah_core::programme::programmes::{Origin, Phase, ProgrammeStatus, SessionKind};
use infitah_core::programme::seeding::{SeedAxis, SeedCommitment, SeedMilestone, SeedProgramme};
use infitah_core::programme::sessions::{Outcome, SessionInput, Votes};

use super::chance::Chance;
use super::filling::{Filler, joined};
use super::reporting::{Manner, Reporter};
use super::samples::{self, Fill, Samples};

/// Where the samples stand: a step of the cycle, and how reports are kept from the tenth on.
pub(crate) const STANDS: [(i32, Manner); 20] = [
    (10, Manner::OnTime),
    (10, Manner::Late),
    (10, Manner::Stale),
    (3, Manner::Silent),
    (10, Manner::Silent),
    (11, Manner::Over),
    (10, Manner::OnTime),
    (1, Manner::Silent),
    (8, Manner::Silent),
    (10, Manner::Late),
    (2, Manner::Silent),
    (10, Manner::OnTime),
    (4, Manner::Silent),
    (10, Manner::Stale),
    (9, Manner::Silent),
    (5, Manner::Silent),
    (10, Manner::OnTime),
    (6, Manner::Silent),
    (10, Manner::Late),
    (7, Manner::Silent),
];

/// The steps of the cycle as the files name them, the first one first.
const STEPS: [&str; 11] = [
    "joined",
    "information",
    "axes",
    "workshop_1",
    "online_ideas",
    "triage",
    "draft",
    "workshop_2",
    "adoption",
    "implementation",
    "evaluation",
];

/// Days before the first day of the cycle on which each step is usually taken.
const LEAD_DAYS: [i64; 11] = [420, 390, 360, 320, 300, 270, 230, 180, 70, 0, -640];

/// A known programme, with samples below it where its file allows them.
pub(crate) fn known(
    samples: &Samples,
    kind: &str,
    known: &samples::Programme,
    today: NaiveDate,
) -> SeedProgramme {
    let chance = Chance::of(&format!("{} {}", known.member, known.cycle));
    let mut axes: Vec<SeedAxis> = known.axes.iter().map(axis).collect();
    // Where the sources stop before adoption, nothing is invented: such a programme shows its known
    // facts and "no data". Samples stand only below programmes that are known to be adopted.
    let is_adopted = known.adoption.is_some();
    if let Some(starts_on) = known.starts_on.filter(|_| is_adopted) {
        let mut filler = Filler {
            templates: &samples.sample_programme,
            kind,
            starts_on,
            chance: chance.clone(),
            last_number: 0,
        };
        match known.fill {
            Fill::None => {}
            Fill::Commitments => filler.fill(&mut axes),
            Fill::Axes => axes = filler.axes(true),
        }
    }
    // A cycle to come, or one begun lately, has no reports; of one that is over most is done.
    let begun_long_ago = known.starts_on.is_some_and(|day| day + Days::new(270) < today);
    if begun_long_ago && is_adopted {
        let is_over = known.ends_on.is_none_or(|day| day < today);
        let manner = if is_over { Manner::Over } else { Manner::Late };
        report(samples, &mut axes, manner, chance, today);
    }
    SeedProgramme {
        cycle: known.cycle.clone(),
        origin: origin(&known.source),
        status: status(known, today),
        notes: notes(known),
        source_url: known.sources.iter().find_map(|source| source.url.clone()),
        starts_on: known.starts_on,
        ends_on: known.ends_on,
        adopted_on: known.adoption.as_ref().and_then(|adoption| adoption.on),
        session_kind: known.adoption.as_ref().and_then(|adoption| session(adoption.session.as_deref()?)),
        is_draft_hidden: false,
        is_sample: false,
        phases: known.phases.iter().filter_map(|phase| known_phase(phase, today)).collect(),
        axes,
    }
}

/// The remarks on a programme, and the names of the sources that have no address of their own.
fn notes(known: &samples::Programme) -> Localised {
    let unlinked: Vec<&str> = known
        .sources
        .iter()
        .filter(|source| source.url.is_none())
        .map(|source| source.name.as_str())
        .collect();
    let mut notes = known.notes.clone();
    if !unlinked.is_empty() {
        let names = unlinked.join(", ");
        notes.push(said(
            &format!("المصدر: {names}."),
            &format!("Source : {names}."),
            &format!("Source: {names}."),
        ));
    }
    // Whole sentences, one a line.
    Localised::new(Locale::ALL.into_iter().map(|locale| {
        let lines: Vec<&str> = notes.iter().filter_map(|note| note.exact(locale)).collect();
        (locale, lines.join("\n"))
    }))
}

fn said(ar: &str, fr: &str, en: &str) -> Localised {
    Localised::new([(Locale::Ar, ar.to_owned()), (Locale::Fr, fr.to_owned()), (Locale::En, en.to_owned())])
}

/// The session that adopted a known programme, where both its day and its kind are known; what
/// the sources do not say of it stays unsaid.
pub(crate) fn known_session(seed: &SeedProgramme) -> Option<SessionInput> {
    let (starts_on, kind) = seed.adopted_on.zip(seed.session_kind)?;
    (!seed.is_sample).then(|| SessionInput {
        programme: None,
        kind,
        starts_on,
        ends_on: None,
        places: Localised::default(),
        agendas: Localised::default(),
        outcome: Outcome::Adopted,
        decision_number: None,
        decisions: Localised::default(),
        votes: Votes::default(),
        document_url: None,
    })
}

/// A programme that is a sample from end to end, at one of the [`STANDS`].
pub(crate) fn sample(
    samples: &Samples,
    member: &samples::Member,
    stand: (i32, Manner),
    today: NaiveDate,
) -> SeedProgramme {
    let (step, manner) = stand;
    let mut chance = Chance::of(&member.slug);
    let starts_on = first_day(today, stand);
    let year = starts_on.year();
    let kind = member.kind.as_str();
    let templates = &samples.sample_programme;
    let mut filler = Filler { templates, kind, starts_on, chance: chance.clone(), last_number: 0 };
    let mut axes = if step >= 3 { filler.axes(step >= 7) } else { Vec::new() };
    if step >= 10 {
        report(samples, &mut axes, manner, chance.clone(), today);
    }
    let mut phases = sample_phases(step, starts_on, today, &mut chance);
    if let (Some(day), Some(joined)) = (member.joined_on, phases.first_mut()) {
        (joined.planned_on, joined.started_on, joined.finished_on) = (None, Some(day), Some(day));
    }
    let adopted_on = phases.iter().find(|phase| phase.step == 9).and_then(|phase| phase.finished_on);
    SeedProgramme {
        cycle: format!("{year}-{}", year + 1),
        origin: Origin::Council,
        status: match step {
            11 => ProgrammeStatus::Evaluating,
            10 => ProgrammeStatus::Implementing,
            9 if adopted_on.is_some() => ProgrammeStatus::Adopted,
            _ => ProgrammeStatus::Preparing,
        },
        notes: Localised::default(),
        source_url: None,
        starts_on: Some(starts_on),
        ends_on: NaiveDate::from_ymd_opt(year + 1, 12, 31),
        session_kind: adopted_on.map(|_| SessionKind::Ordinary),
        adopted_on,
        is_sample: true,
        is_draft_hidden: false,
        phases,
        axes,
    }
}

/// The first of January of the cycle in which a member stands there.
fn first_day(today: NaiveDate, (step, manner): (i32, Manner)) -> NaiveDate {
    let back = match (step, manner) {
        (11, _) => 24 * 30,
        // Silence counts after four months, and staleness needs a report before them.
        (10, Manner::Stale) => 9 * 30,
        (10, _) => 5 * 30,
        _ => 0,
    };
    let begun = today.checked_sub_days(Days::new(back)).unwrap_or(today);
    let year = match step {
        10 | 11 => begun.year(),
        // The steps still to be taken need a month each.
        _ => (today + Days::new(30 * u64::try_from(10 - step).unwrap_or(1))).year() + 1,
    };
    NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or(today)
}

fn sample_phases(reached: i32, starts_on: NaiveDate, today: NaiveDate, chance: &mut Chance) -> Vec<Phase> {
    let mut phases = Vec::new();
    for (step, lead) in (1..=11).zip(LEAD_DAYS) {
        let usual = moved(starts_on, -lead);
        // While preparing, the step at hand began some weeks ago and the others follow monthly.
        let planned_on =
            if reached < 10 && step < 10 { moved(today, i64::from(step - reached) * 30 - 15) } else { usual };
        let is_taken = step <= reached;
        let started_on = is_taken.then(|| moved(planned_on, chance.between(0, 9)).min(today));
        let is_finished = step < reached || (step == 9 && reached == 9);
        let finished_on =
            started_on.filter(|_| is_finished && step != 10).map(|day| moved(day, 4).min(today));
        phases.push(Phase {
            step,
            planned_on: Some(planned_on),
            started_on,
            finished_on,
            ..Phase::default()
        });
    }
    phases
}

fn report(samples: &Samples, axes: &mut [SeedAxis], manner: Manner, chance: Chance, today: NaiveDate) {
    let mut reporter = Reporter { today, manner, chance, texts: &samples.report_texts };
    for commitment in axes.iter_mut().flat_map(|axis| &mut axis.commitments) {
        reporter.report(&mut commitment.milestones);
    }
}

fn axis(known: &samples::Axis) -> SeedAxis {
    let commitments = known.commitments.iter().map(commitment).collect();
    SeedAxis {
        number: known.number,
        titles: known.title.clone(),
        is_sample: known.is_sample,
        commitments,
        ..SeedAxis::default()
    }
}

fn commitment(known: &samples::Commitment) -> SeedCommitment {
    let text = |text: &Option<Localised>| text.clone().unwrap_or_default();
    SeedCommitment {
        number: known.number,
        titles: known.title.clone(),
        problems: text(&known.problem),
        status_quos: text(&known.status_quo),
        actions: text(&known.action),
        leads: text(&known.lead),
        partners: joined(&known.partners),
        values: known.values.clone(),
        policy_areas: known.policy_areas.clone(),
        ogp_code: known.ogp_id.clone(),
        source_url: known.url.clone(),
        starts_on: known.starts_on,
        ends_on: known.ends_on,
        is_sample: known.is_sample,
        milestones: known.milestones.iter().map(|milestone| self::milestone(known, milestone)).collect(),
        ..SeedCommitment::default()
    }
}

fn milestone(commitment: &samples::Commitment, known: &samples::Milestone) -> SeedMilestone {
    SeedMilestone {
        number: known.number,
        titles: known.title.clone(),
        starts_on: commitment.starts_on.filter(|&day| known.due_on.is_none_or(|due| day <= due)),
        due_on: known.due_on,
        is_sample: known.is_sample,
        ..SeedMilestone::default()
    }
}

/// A step with its dates; one that was to begin by now has a day of beginning only if it is known.
fn known_phase(known: &samples::Phase, today: NaiveDate) -> Option<Phase> {
    let step = STEPS.iter().position(|&name| name == known.step)?;
    let past = |day: &NaiveDate| *day <= today;
    Some(Phase {
        step: i32::try_from(step + 1).ok()?,
        planned_on: known.planned_on,
        started_on: known.actual_on.filter(past),
        finished_on: known.actual_until.or(known.actual_on).filter(past),
        notes: roughly(known.actual_precision.as_deref().or(known.planned_precision.as_deref())),
    })
}

/// What readers of a day must know of which only the month or the year was found.
fn roughly(precision: Option<&str>) -> Localised {
    match precision {
        Some("month") => said(
            "لا يعرف إلا الشهر؛ وينوب عنه أوله.",
            "Seul le mois est connu ; son premier jour en tient lieu.",
            "Only the month is known; its first day stands for it.",
        ),
        Some("year") => said(
            "لا تعرف إلا السنة؛ وينوب عنها أولها.",
            "Seule l’année est connue ; son premier jour en tient lieu.",
            "Only the year is known; its first day stands for it.",
        ),
        _ => Localised::default(),
    }
}

fn origin(source: &str) -> Origin {
    match source {
        "ogp-local" => Origin::OgpLocal,
        "ogp-national" => Origin::OgpNational,
        _ => Origin::Council,
    }
}

/// What is known and no more: a published plan is over when its last day has passed.
fn status(known: &samples::Programme, today: NaiveDate) -> ProgrammeStatus {
    match known.status.as_str() {
        "published" if known.ends_on.is_some_and(|day| day < today) => ProgrammeStatus::Closed,
        "published" | "adopted" => ProgrammeStatus::Adopted,
        _ => ProgrammeStatus::Preparing,
    }
}

fn session(code: &str) -> Option<SessionKind> {
    match code {
        "ordinary" => Some(SessionKind::Ordinary),
        "extraordinary" => Some(SessionKind::Extraordinary),
        _ => None,
    }
}

fn moved(day: NaiveDate, days: i64) -> NaiveDate {
    let span = Days::new(days.unsigned_abs());
    let moved = if days < 0 { day.checked_sub_days(span) } else { day.checked_add_days(span) };
    moved.unwrap_or(day)
}

#[cfg(test)]
mod tests;
