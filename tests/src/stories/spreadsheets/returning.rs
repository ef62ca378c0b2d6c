//! Random programmes written out, read into another member and written out again: the second file is
//! the first. A failing seed is printed; `INFITAH_TEST_SEED` plays it again.

use std::hash::{BuildHasher as _, RandomState};

use chrono::{Days, NaiveDate};
use infitah_core::Locale;
use infitah_core::ground::ids::{AxisId, ProgrammeId};
use infitah_core::ground::localised::Localised;
use infitah_core::programme::editing;
use infitah_core::programme::programmes::{Origin, ProgrammeStatus};
use infitah_core::programme::seeding::{self, SeedAxis, SeedCommitment, SeedMilestone, SeedProgramme};
use infitah_core::programme::spreadsheets::{self, Format, Outcome};
use infitah_core::tenancy::scope::Scope;
use proptest::prelude::*;
use proptest::sample::subsequence;
use proptest::test_runner::{Config, RngSeed, TestRunner};

use super::scope;
use crate::harness::TestApp;

/// Random programmes a run.
const CASES: u32 = 24;
const VALUES: [&str; 3] = ["access_to_information", "civic_participation", "public_accountability"];
const AREAS: [&str; 4] = ["inclusion", "open_data", "other", "youth"];

/// A text as people may write it, and as some hope that a spreadsheet takes it for a formula.
fn block() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => "[a-zéèç'\";,|#=+@\\- ]{0,12}",
        3 => "[ء-ي،؛ ]{0,12}",
        2 => "['=+@\\-\t\n\r]{1,3}[a-z0-9(),]{1,6}",
        1 => "[\u{ff1d}\u{ff0b}_x0-9A-D]{1,12}",
        1 => "[ⴰⵣⵓⵍ😀\u{a0}\n]{0,8}",
        1 => Just("_x000D_ &amp; <b>".to_owned()),
    ]
}

fn texts(text: impl Strategy<Value = String>) -> impl Strategy<Value = Localised> {
    prop::collection::vec(text, 4).prop_map(|texts| Localised::new(Locale::ALL.into_iter().zip(texts)))
}

/// A title: one line, in Arabic at least.
fn titles() -> impl Strategy<Value = Localised> {
    texts(block().prop_map(|text| text.replace(['\n', '\r', '\t'], "").trim().to_owned())).prop_map(|texts| {
        let arabic = format!("محور {}", texts.text(Locale::Ar));
        let others = texts.iter().filter(|(locale, _)| *locale != Locale::Ar);
        let others: Vec<_> = others.map(|(locale, text)| (locale, text.to_owned())).collect();
        Localised::new(others.into_iter().chain([(Locale::Ar, arabic.trim().to_owned())]))
    })
}

fn day() -> impl Strategy<Value = Option<NaiveDate>> {
    let first = NaiveDate::from_ymd_opt(2028, 1, 1).unwrap();
    prop::option::of((0..700_u64).prop_map(move |days| first + Days::new(days)))
}

fn in_order(days: (Option<NaiveDate>, Option<NaiveDate>)) -> (Option<NaiveDate>, Option<NaiveDate>) {
    match days {
        (Some(first), Some(last)) if last < first => (Some(last), Some(first)),
        days => days,
    }
}

fn milestone() -> impl Strategy<Value = SeedMilestone> {
    (titles(), (day(), day()).prop_map(in_order), 1..=100_i32).prop_map(
        |(titles, (starts_on, due_on), weight)| SeedMilestone {
            titles,
            starts_on,
            due_on,
            weight: Some(weight),
            ..SeedMilestone::default()
        },
    )
}

fn commitment() -> impl Strategy<Value = SeedCommitment> {
    let codes = |all: &[&'static str]| {
        let all: Vec<String> = all.iter().map(|code| (*code).to_owned()).collect();
        let count = all.len();
        subsequence(all, 0..=count)
    };
    let said = prop::collection::vec(texts(block()), 10);
    let facts = (
        codes(&VALUES),
        codes(&AREAS),
        prop::option::of(0..=1_000_000_000_000_i64),
        (day(), day()).prop_map(in_order),
    );
    let words =
        (prop::option::of("[A-Z0-9]{2,8}"), prop::option::of("https://[a-z]{3,9}\\.ma/[a-z?=&;,]{0,9}"));
    let milestones = prop::collection::vec(milestone(), 0..4);
    (titles(), said, facts, words, milestones).prop_map(|(titles, said, facts, words, milestones)| {
        let (values, policy_areas, budget, (starts_on, ends_on)) = facts;
        let mut said = said.into_iter();
        let mut text = || said.next().unwrap_or_default();
        SeedCommitment {
            titles,
            descriptions: text(),
            problems: text(),
            status_quos: text(),
            actions: text(),
            contributions: text(),
            long_term_goals: text(),
            expected_results: text(),
            leads: text(),
            partners: text(),
            funding_sources: text(),
            budget,
            values,
            policy_areas,
            ogp_code: words.0,
            source_url: words.1,
            starts_on,
            ends_on,
            milestones,
            ..SeedCommitment::default()
        }
    })
}

fn axes() -> impl Strategy<Value = Vec<SeedAxis>> {
    let axis = (titles(), texts(block()), prop::collection::vec(commitment(), 0..3));
    prop::collection::vec(axis, 1..4).prop_map(|axes| {
        let mut last = 0;
        let axes = axes.into_iter().zip(1..).map(|((titles, descriptions, mut commitments), number)| {
            for commitment in &mut commitments {
                last += 2;
                commitment.number = last;
                commitment
                    .milestones
                    .iter_mut()
                    .zip(3..)
                    .for_each(|(milestone, number)| milestone.number = number);
            }
            SeedAxis { number, titles, descriptions, is_sample: false, commitments }
        });
        axes.collect()
    })
}

fn planned(cycle: &str, axes: Vec<SeedAxis>) -> SeedProgramme {
    SeedProgramme {
        cycle: cycle.to_owned(),
        origin: Origin::Council,
        status: ProgrammeStatus::Preparing,
        notes: Localised::default(),
        source_url: None,
        starts_on: None,
        ends_on: None,
        adopted_on: None,
        session_kind: None,
        is_draft_hidden: true,
        is_sample: false,
        phases: Vec::new(),
        axes,
    }
}

#[test]
fn what_is_written_out_is_what_is_read_in() {
    let given = std::env::var("INFITAH_TEST_SEED").ok().and_then(|seed| seed.parse().ok());
    let seed = given.unwrap_or_else(|| RandomState::new().hash_one("sheets"));
    let config = Config {
        cases: CASES,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(seed),
        max_shrink_iters: 48,
        ..Config::default()
    };
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let app = runtime.block_on(TestApp::new());
    let number = std::cell::Cell::new(3000);
    let played = TestRunner::new(config).run(&axes(), |axes| {
        runtime.block_on(there_and_back(&app, &number, axes));
        Ok(())
    });
    if let Err(failure) = played {
        panic!("INFITAH_TEST_SEED={seed}: {failure}");
    }
}

async fn there_and_back(app: &TestApp, number: &std::cell::Cell<i32>, axes: Vec<SeedAxis>) {
    let (here, there) = (scope(app, "fes"), scope(app, "agadir"));
    let next = || {
        number.set(number.get() + 2);
        format!("{}-{}", number.get(), number.get() + 1)
    };
    let first = seeding::plant(&here, planned(&next(), axes)).await.unwrap();
    for (format, locale) in [
        (Format::Csv, Locale::Fr),
        (Format::Xlsx, Locale::Ar),
        (Format::Xlsx, Locale::En),
        (Format::Csv, Locale::Zgh),
    ] {
        let written = spreadsheets::export(&here, first, format, locale).await.unwrap();
        if format == Format::Csv {
            let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(&written[..]);
            for record in reader.records() {
                let record = record.unwrap();
                let formula =
                    record.iter().find(|cell| cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']));
                assert_eq!(formula, None, "no cell is a formula");
            }
        }
        let second = seeding::plant(&there, planned(&next(), Vec::new())).await.unwrap();
        let outcome = spreadsheets::import(&there, second, written.clone().into()).await.unwrap();
        if let Outcome::Refused(problems) = &outcome {
            panic!("refused: {:#?}", problems.sentences(Locale::En));
        }
        assert_eq!(said(&there, second).await, said(&here, first).await, "{format:?}");
        let again = spreadsheets::export(&there, second, format, locale).await.unwrap();
        assert!(again == written, "{format:?} {locale:?}");
    }
}

/// All that a programme says, without the ids of its rows; line ends are one character in files.
async fn said(scope: &Scope, programme: ProgrammeId) -> Vec<String> {
    let plain = |texts: &Localised| texts.map(|text| text.replace("\r\n", "\n").replace('\r', "\n"));
    let tree = editing::tree(scope, programme).await.unwrap();
    let mut said = Vec::new();
    for axis in &tree.axes {
        said.push(format!("{} {:?} {:?}", axis.number, axis.titles, plain(&axis.descriptions)));
    }
    for commitment in tree.commitments {
        let mut input = editing::open_commitment(scope, programme, commitment.id).await.unwrap().input;
        input.axis = AxisId(programme.0);
        for texts in [
            &mut input.descriptions,
            &mut input.problems,
            &mut input.status_quos,
            &mut input.actions,
            &mut input.contributions,
            &mut input.long_term_goals,
            &mut input.expected_results,
            &mut input.leads,
            &mut input.partners,
            &mut input.funding_sources,
        ] {
            *texts = plain(texts);
        }
        said.push(format!("{} {input:?}", commitment.axis).replace(&programme.0.to_string(), "axis"));
        for milestone in commitment.milestones {
            let days = (milestone.starts_on, milestone.due_on);
            said.push(format!("{} {:?} {days:?} {}", milestone.number, milestone.titles, milestone.weight));
        }
    }
    said
}
