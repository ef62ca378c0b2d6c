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

#[test]
fn oriental_has_its_real_counts() {
    let samples = Samples::read().expect("shipped files");
    let plan = plan(&samples, day("2026-11-23"));
    let (_, seed) = plan
        .iter()
        .find(|(slug, seed)| *slug == "region-oriental" && seed.cycle == "2024-2025")
        .expect("the programme of Oriental");
    let commitments: Vec<_> = seed.axes.iter().flat_map(|axis| &axis.commitments).collect();
    assert_eq!((seed.axes.len(), commitments.len(), milestones(seed).count()), (4, 17, 69));
    assert!(commitments.iter().all(|commitment| commitment.is_sample));
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
