//! The plan of the demonstration: the counts that are known are kept, and every day on which it
//! may be made gives samples of every manner.

use std::collections::HashMap;

use super::*;
use crate::demo::news;
use crate::demo::seeding::{programmes_of, stands};

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

/// All programmes of the plan of a day, with the slugs of their members.
fn plan(samples: &Samples, today: NaiveDate) -> Vec<(&str, SeedProgramme)> {
    let stands = stands(samples);
    let of = |member| programmes_of(samples, member, stands.get(member.slug.as_str()).copied(), today);
    samples
        .members
        .iter()
        .flat_map(|member| of(member).into_iter().map(|seed| (member.slug.as_str(), seed)))
        .collect()
}

fn milestones(seed: &SeedProgramme) -> impl Iterator<Item = &SeedMilestone> {
    seed.axes.iter().flat_map(|axis| &axis.commitments).flat_map(|commitment| &commitment.milestones)
}

#[test]
fn network_has_its_founding_count() {
    let samples = Samples::read().expect("shipped files");
    assert_eq!(samples.regions.len(), 12);
    let mut kinds: HashMap<&str, usize> = HashMap::new();
    for member in &samples.members {
        *kinds.entry(&member.kind).or_default() += 1;
    }
    assert_eq!(kinds, HashMap::from([("region", 12), ("province", 4), ("commune", 50)]));
}

/// What is known of a real programme, and where it was read: member, cycle, day of adoption, kind of
/// its session, counts of real axes, of commitments and of milestones, real or samples that keep
/// a real count. `-` where the sources say nothing, and then the demonstration has nothing.
const KNOWN: &str = "\
fes 2024-2025 - - 4 - - fes.ma/?p=8858
region-oriental 2024-2025 2023-10-03 - 4 17 69 sahafati.com
settat 2024-2025 - - - - - sinpress.ma/50516
casablanca 2024-2025 - - - - - sinpress.ma/50516
region-casablanca-settat 2024-2025 - - - - - sinpress.ma/50516
province-larache 2026-2027 - - 5 - - ksar.es/21923
agadir 2024-2025 - - - - - azulpress.ma
temara 2025-2026 - - 3 - - opengovweek.org/?p=10873
ait-melloul 2024-2025 2023-10-01 - - - - aitmelloul.ma/?p=20440
province-sefrou 2024-2025 2023-11-13 extraordinary - - - sefroupress.com
ben-guerir 2024-2025 - - - - - communebenguerir.ma
";

#[test]
fn real_programmes_are_as_their_sources_say() {
    let samples = Samples::read().expect("shipped files");
    let plan = plan(&samples, day("2026-11-23"));
    let count = |count: usize| if count == 0 { "-".to_owned() } else { count.to_string() };
    for line in KNOWN.lines() {
        let fields: Vec<&str> = line.split(' ').collect();
        let (member, cycle, source) = (fields[0], fields[1], fields[7]);
        let (_, seed) = plan
            .iter()
            .find(|(slug, seed)| *slug == member && seed.cycle == cycle)
            .unwrap_or_else(|| panic!("no programme {cycle} of {member}"));
        assert!(!seed.is_sample, "{member}");
        // A sample below a real programme keeps a count that is known, or stands below one whose
        // adoption is known, and is marked.
        let keeps_count = member == "region-oriental";
        let counts = |axis: &&SeedAxis| !axis.is_sample;
        let axes: Vec<_> = seed.axes.iter().filter(counts).collect();
        let commitments: Vec<_> = axes.iter().flat_map(|axis| &axis.commitments).collect();
        let commitments: Vec<_> = commitments.iter().filter(|one| keeps_count || !one.is_sample).collect();
        let milestones: usize = commitments.iter().map(|one| one.milestones.len()).sum();
        let said = [
            member.to_owned(),
            cycle.to_owned(),
            seed.adopted_on.map_or("-".to_owned(), |day| day.to_string()),
            seed.session_kind.map_or("-", SessionKind::code).to_owned(),
            count(axes.len()),
            count(commitments.len()),
            count(milestones),
            source.to_owned(),
        ];
        assert_eq!(said.join(" "), line);
        if seed.adopted_on.is_none() {
            assert_eq!(self::milestones(seed).count(), 0, "{member}: nothing is invented");
        }
        let known = samples.programmes.iter().find(|one| one.member == member && one.cycle == cycle);
        let sources = &known.expect("it is planned from it").sources;
        let names = |one: &crate::demo::samples::Source| format!("{} {:?}", one.name, one.url);
        assert!(sources.iter().any(|one| names(one).contains(source)), "{member}: {source}");
        let is_told = |locale| {
            let unlinked = sources.iter().filter(|one| one.url.is_none());
            let notes = seed.notes.exact(locale).unwrap_or_default();
            unlinked.into_iter().all(|one| notes.contains(&one.name))
        };
        assert!([Locale::Ar, Locale::Fr, Locale::En].into_iter().all(is_told), "{member}");
    }
}

#[test]
fn samples_of_real_programmes_are_marked() {
    let samples = Samples::read().expect("shipped files");
    for (slug, seed) in plan(&samples, day("2026-11-23")) {
        for milestone in milestones(&seed) {
            assert!(milestone.is_sample, "{slug}: no source tells a milestone");
            assert!(milestone.reports.iter().all(|report| report.is_sample), "{slug}");
        }
        let session = known_session(&seed);
        assert_eq!(
            session.is_some(),
            slug == "province-sefrou",
            "{slug}: only one has both a day and a kind"
        );
    }
}

#[test]
fn days_known_by_their_month_say_so() {
    let samples = Samples::read().expect("shipped files");
    let plan = plan(&samples, day("2026-11-23"));
    let (_, seed) = plan.iter().find(|(slug, _)| *slug == "ait-melloul").expect("a programme");
    let note = |step| {
        let phase = seed.phases.iter().find(|phase| phase.step == step).expect("a step");
        phase.notes.exact(Locale::En).map(str::to_owned)
    };
    assert!(note(9).expect("a note").contains("Only the month is known"));
    assert_eq!(note(8), None, "11 July is a day");
}

#[test]
fn known_commitments_are_all_there() {
    let samples = Samples::read().expect("shipped files");
    let real = |seed: &SeedProgramme| {
        seed.axes.iter().flat_map(|axis| &axis.commitments).filter(|commitment| !commitment.is_sample).count()
    };
    let members: usize = plan(&samples, day("2026-11-23")).iter().map(|(_, seed)| real(seed)).sum();
    let network = samples.programmes.iter().filter(|known| known.member == "network");
    let network: usize = network.map(|one| real(&known(&samples, "network", one, day("2026-11-23")))).sum();
    assert_eq!((members, network), (11, 2));
}

#[test]
fn every_day_gives_members_of_every_manner() {
    let samples = Samples::read().expect("shipped files");
    for today in ["2026-01-01", "2026-05-31", "2026-11-23", "2027-12-31", "2028-02-29"].map(day) {
        let mut counts = HashMap::from([("on time", 0), ("late", 0), ("stale", 0), ("silent", 0)]);
        let mut steps = std::collections::BTreeSet::new();
        for (slug, seed) in plan(&samples, today) {
            assert!(
                milestones(&seed).flat_map(|one| &one.reports).all(|one| one.report.reported_on <= today),
                "{slug} reports tomorrow"
            );
            let begun = seed.phases.iter().filter(|phase| phase.started_on.is_some());
            steps.extend(seed.is_sample.then(|| begun.map(|phase| phase.step).max()).flatten());
            if seed.status != ProgrammeStatus::Implementing {
                continue;
            }
            let last = milestones(&seed).flat_map(|one| &one.reports).map(|one| one.report.reported_on).max();
            let late = milestones(&seed).any(|one| {
                let state =
                    one.reports.iter().max_by_key(|one| one.report.reported_on).map(|one| one.report.state);
                one.due_on < Some(today) && state != Some(infitah_core::programme::states::State::Complete)
            });
            let manner = match last {
                None => "silent",
                Some(last) if last + Days::new(120) < today => "stale",
                Some(_) if late => "late",
                Some(_) => "on time",
            };
            *counts.entry(manner).or_default() += 1;
        }
        assert!(counts.values().all(|&count| count >= 2), "{today}: {counts:?}");
        assert_eq!(steps.len(), 11, "{today}: {steps:?}");
    }
}

#[test]
fn news_fill_pages_and_lie_in_the_past() {
    let samples = Samples::read().expect("shipped files");
    let now = "2026-11-23T10:00:00Z".parse().expect("a time");
    for member in &samples.members {
        let articles = news::of_member(&samples, member, now);
        let least = if member.slug == "fes" { 15 } else { 6 };
        assert!((least..=25).contains(&articles.len()), "{}: {}", member.slug, articles.len());
        for article in articles {
            assert!(article.published_at < now);
            let text = format!("{:?}", article.input);
            assert!(!text.contains("{full_name}"), "{}", member.slug);
        }
    }
}
