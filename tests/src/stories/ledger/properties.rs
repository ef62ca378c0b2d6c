//! Random ledgers over random programmes: what a past day shows, and what the numbers of every
//! level are, equal what the slow reference finds. A failing seed is printed;
//! `INFITAH_TEST_SEED` plays it again.

use std::collections::BTreeSet;
use std::hash::{BuildHasher as _, RandomState};

use chrono::{Days, NaiveDate, TimeDelta};
use infitah_core::Locale;
use infitah_core::ground::error::Error;
use infitah_core::ground::ids::{ProgrammeId, ReportId};
use infitah_core::ground::localised::Localised;
use infitah_core::network::overview::overview;
use infitah_core::programme::commitments::Commitment;
use infitah_core::programme::programmes::{self, Origin, ProgrammeStatus};
use infitah_core::programme::progress::Progress;
use infitah_core::programme::reports::{self, Eyes, ReportInput};
use infitah_core::programme::seeding::{
    self, SeedAxis, SeedCommitment, SeedMilestone, SeedProgramme, SeedReport,
};
use infitah_core::programme::states::{State, Status};
use infitah_core::programme::{axes, commitments, milestones};
use infitah_core::tenancy::permission::Role;
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::{Config, RngSeed, TestRunner};

use super::desk::{Colleague, public, today};
use super::reference::{Entry, Place, Reference};
use crate::harness::TestApp;

/// Random ledgers a run.
const CASES: u32 = 24;

/// A milestone: its weight, its due day from the beginning, and a report it was loaded with, by the
/// days before the beginning.
type Planned = (u32, i64, Option<(usize, u64)>);

#[derive(Debug, Clone)]
enum Move {
    /// Somebody reports on a milestone: the state, and how many days back it speaks of.
    Report(Index, usize, u64),
    /// The same, approved at once by the other.
    Settled(Index, usize, u64),
    /// Somebody corrects what was approved.
    Correct(Index, usize, u64),
    Approve(Index),
    GiveBack(Index),
}

#[derive(Debug, Clone)]
struct Case {
    axes: Vec<Vec<Vec<Planned>>>,
    /// What happens, with the days that pass before it.
    moves: Vec<(i64, Move)>,
}

fn cases() -> impl Strategy<Value = Case> {
    let weight = prop_oneof![3 => Just(1_u32), 2 => 1..=5_u32, 1 => Just(100_u32)];
    let loaded = prop::option::weighted(0.3, (0..5_usize, 0..40_u64));
    let milestone = (weight, -10..20_i64, loaded);
    let commitment = prop::collection::vec(milestone, 0..4);
    let axes = prop::collection::vec(prop::collection::vec(commitment, 1..3), 1..3);
    let step = || (any::<Index>(), 0..5_usize, 0..15_u64);
    let one = prop_oneof![
        2 => step().prop_map(|(which, state, back)| Move::Report(which, state, back)),
        4 => step().prop_map(|(which, state, back)| Move::Settled(which, state, back)),
        3 => step().prop_map(|(which, state, back)| Move::Correct(which, state, back)),
        3 => any::<Index>().prop_map(Move::Approve),
        1 => any::<Index>().prop_map(Move::GiveBack),
    ];
    let moves = prop::collection::vec((0..3_i64, one), 0..16);
    (axes, moves).prop_map(|(axes, moves)| Case { axes, moves })
}

#[test]
fn ledger_replays_to_any_day_and_numbers_add_up() {
    let given = std::env::var("INFITAH_TEST_SEED").ok().and_then(|seed| seed.parse().ok());
    let seed = given.unwrap_or_else(|| RandomState::new().hash_one("ledger"));
    let config = Config {
        cases: CASES,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(seed),
        max_shrink_iters: 48,
        ..Config::default()
    };
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let app = runtime.block_on(TestApp::new());
    let staff = runtime.block_on(async {
        let amina = Colleague::new(&app, "fes", "amina", Role::FocalPoint).await;
        let driss = Colleague::new(&app, "fes", "driss", Role::Admin).await;
        reports::set_eyes(&driss.scope(), Eyes::Two).await.unwrap();
        [amina, driss]
    });
    let number = std::cell::Cell::new(0);
    let played = TestRunner::new(config).run(&cases(), |case| {
        number.set(number.get() + 1);
        runtime.block_on(Play::begin(&app, &staff, &case, number.get())).finish(&runtime, &case);
        Ok(())
    });
    if let Err(failure) = played {
        panic!("INFITAH_TEST_SEED={seed}: {failure}");
    }
}

/// One case under way.
struct Play<'a> {
    app: &'a TestApp,
    staff: &'a [Colleague<'a>; 2],
    programme: ProgrammeId,
    begun_on: NaiveDate,
    reference: Reference,
    /// The ids of the reference's entries, by their places.
    ids: Vec<ReportId>,
    milestones: Vec<(Place, infitah_core::ground::ids::MilestoneId)>,
    days: BTreeSet<NaiveDate>,
}

impl<'a> Play<'a> {
    /// Loads the programme on a day of its own; it is the member's current one from then on.
    async fn begin(app: &'a TestApp, staff: &'a [Colleague<'a>; 2], case: &Case, number: u32) -> Self {
        app.pass(TimeDelta::days(1));
        let begun_on = today(app);
        let programme = {
            let scope = app.hub.system_scope(app.fes.clone(), "test seed");
            seeding::plant(&scope, seed(case, begun_on, number)).await.unwrap()
        };
        let reader = public(app, "fes");
        let mut play = Self {
            app,
            staff,
            programme,
            begun_on,
            reference: Reference::default(),
            ids: Vec::new(),
            milestones: Vec::new(),
            days: BTreeSet::from([begun_on, begun_on - Days::new(1)]),
        };
        let all = play.commitments(None).await;
        for (axis, planned) in case.axes.iter().enumerate() {
            let of_axis = planned.iter().map(|planned| {
                planned.iter().map(|&(weight, due, _)| (weight, begun_on + TimeDelta::days(due))).collect()
            });
            play.reference.axes.push(of_axis.collect());
            for (commitment, planned) in planned.iter().enumerate() {
                let id = all[axis][commitment].id;
                let found = milestones::by_commitments(&reader, &[id], None).await.unwrap();
                let found = found.get(&id).cloned().unwrap_or_default();
                assert_eq!(found.len(), planned.len());
                for (milestone, (shown, (_, _, loaded))) in found.iter().zip(planned).enumerate() {
                    let place = (axis, commitment, milestone);
                    play.milestones.push((place, shown.id));
                    if let Some((state, back)) = loaded {
                        let day = begun_on - Days::new(*back);
                        let entry =
                            Entry { place, state: State::ALL[*state], reported_on: day, corrects: None };
                        let number = play.reference.write(entry);
                        play.reference.approve(number, day);
                        play.ids.push(shown.last_report.expect("it was loaded"));
                        play.days.extend([day, day - Days::new(1)]);
                    }
                }
            }
        }
        play
    }

    fn finish(mut self, runtime: &tokio::runtime::Runtime, case: &Case) {
        runtime.block_on(async {
            for (days, step) in &case.moves {
                self.app.pass(TimeDelta::days(*days));
                let now = today(self.app);
                self.days.extend([now, now - Days::new(1)]);
                self.play(step).await;
            }
            for day in self.days.iter().copied().map(Some).chain([None]) {
                self.compare(day).await;
            }
            self.compare_network().await;
        });
    }

    async fn play(&mut self, step: &Move) {
        match step {
            Move::Report(which, state, back) => {
                self.submit(which, *state, *back, None).await;
            }
            Move::Settled(which, state, back) => {
                if let Some(number) = self.submit(which, *state, *back, None).await {
                    self.approve(number).await;
                }
            }
            Move::Correct(which, state, back) => {
                let approved = self.reference.approved();
                if !approved.is_empty() {
                    let corrected = approved[which.index(approved.len())];
                    self.submit(which, *state, *back, Some(corrected)).await;
                }
            }
            Move::Approve(which) => {
                let waiting = self.reference.waiting();
                if !waiting.is_empty() {
                    self.approve(waiting[which.index(waiting.len())]).await;
                }
            }
            Move::GiveBack(which) => {
                let waiting = self.reference.waiting();
                if !waiting.is_empty() {
                    let number = waiting[which.index(waiting.len())];
                    reports::return_with(&self.staff[1].scope(), self.ids[number], "Non.").await.unwrap();
                    self.reference.give_back(number);
                }
            }
        }
    }

    /// The first person writes; a correction of what was corrected is refused.
    async fn submit(
        &mut self,
        which: &Index,
        state: usize,
        back: u64,
        corrects: Option<usize>,
    ) -> Option<usize> {
        if self.milestones.is_empty() {
            return None;
        }
        let (place, milestone) = match corrects {
            Some(number) => {
                let place = self.reference.entry(number).place;
                *self.milestones.iter().find(|(one, _)| *one == place).expect("a milestone")
            }
            None => self.milestones[which.index(self.milestones.len())],
        };
        let reported_on = today(self.app) - Days::new(back);
        let input = ReportInput {
            obstacle: Some("other".into()),
            corrects: corrects.map(|number| self.ids[number]),
            ..ReportInput::of(State::ALL[state], reported_on)
        };
        let sent = reports::submit(&self.staff[0].scope(), milestone, input).await;
        if corrects.is_some_and(|number| self.reference.is_corrected(number)) {
            assert!(matches!(sent, Err(Error::Conflict("report-corrected-meanwhile"))), "{sent:?}");
            return None;
        }
        self.ids.push(sent.unwrap().id);
        Some(self.reference.write(Entry { place, state: State::ALL[state], reported_on, corrects }))
    }

    /// The second person approves, unless another correction was faster.
    async fn approve(&mut self, number: usize) {
        let approved = reports::approve(&self.staff[1].scope(), self.ids[number]).await;
        let corrects = self.reference.entry(number).corrects;
        if corrects.is_some_and(|corrected| self.reference.is_corrected(corrected)) {
            assert!(matches!(approved, Err(Error::Conflict("report-corrected-meanwhile"))), "{approved:?}");
            return;
        }
        approved.unwrap();
        self.reference.approve(number, today(self.app));
    }

    /// The commitments of each axis by number.
    async fn commitments(&self, as_of: Option<NaiveDate>) -> Vec<Vec<Commitment>> {
        let reader = public(self.app, "fes");
        let axes = axes::by_programmes(&reader, &[self.programme], as_of).await.unwrap();
        let axes: Vec<_> = axes[&self.programme].iter().map(|axis| axis.id).collect();
        let mut found = commitments::by_axes(&reader, &axes, as_of).await.unwrap();
        axes.iter().map(|axis| found.remove(axis).unwrap_or_default()).collect()
    }

    /// Milestones, commitments, axes and the programme, as of a day or today.
    async fn compare(&self, as_of: Option<NaiveDate>) {
        let (reader, reference) = (public(self.app, "fes"), &self.reference);
        let day = as_of.unwrap_or_else(|| today(self.app));
        let axes = axes::by_programmes(&reader, &[self.programme], as_of).await.unwrap();
        let mut all_places = Vec::new();
        let mut sum = Progress::default();
        for (axis, (shown, of_axis)) in
            axes[&self.programme].iter().zip(self.commitments(as_of).await).enumerate()
        {
            let ids: Vec<_> = of_axis.iter().map(|commitment| commitment.id).collect();
            let found = milestones::by_commitments(&reader, &ids, as_of).await.unwrap();
            let mut places_of_axis = Vec::new();
            for (commitment, shown) in of_axis.iter().enumerate() {
                let what = format!("commitment {axis}.{commitment} as of {as_of:?} on {day}");
                let places = reference.milestones(axis, commitment);
                reference.tally(&places, day).must_be(shown.progress, &what);
                assert_eq!(shown.status, reference.status(axis, commitment, day), "{what}");
                let late = places.iter().any(|&place| reference.is_overdue(place, day));
                assert_eq!(shown.is_late, late, "{what}");
                let shown = found.get(&shown.id).cloned().unwrap_or_default();
                assert_eq!(shown.len(), places.len(), "{what}");
                for (milestone, &place) in shown.iter().zip(&places) {
                    let standing = reference.standing(place, day);
                    let what = format!("milestone {place:?} as of {as_of:?} on {day}");
                    assert_eq!(milestone.state, standing.map(|entry| entry.state), "{what}");
                    let reported_on = standing.map(|entry| entry.reported_on);
                    assert_eq!(milestone.last_reported_on, reported_on, "{what}");
                    assert_eq!(milestone.is_overdue, reference.is_overdue(place, day), "{what}");
                }
                places_of_axis.extend(places);
            }
            let what = format!("axis {axis} as of {as_of:?} on {day}");
            reference.tally(&places_of_axis, day).must_be(shown.progress, &what);
            sum += shown.progress;
            all_places.extend(places_of_axis);
        }
        reference.tally(&all_places, day).must_be(sum, "the axes together");
        let programme = programmes::find(&reader, self.programme, as_of).await.unwrap();
        reference.tally(&all_places, day).must_be(programme.progress, "the programme");
    }

    /// The network is this programme and that of the other twin, which nobody touches: complete,
    /// limited, none and complete, dropped, none.
    async fn compare_network(&self) {
        let now = today(self.app);
        let shown = overview(&public(self.app, "")).await.unwrap();
        let places: Vec<Place> = self.milestones.iter().map(|(place, _)| *place).collect();
        self.reference.tally(&places, now).with(2, 3, 5, 1).must_be(shown.progress, "the network");
        let mut statuses = vec![Status::Limited, Status::Substantial];
        for (axis, of_axis) in self.reference.axes.iter().enumerate() {
            statuses.extend((0..of_axis.len()).map(|one| self.reference.status(axis, one, now)));
        }
        for (status, count) in shown.commitments_by_status {
            let expected = statuses.iter().filter(|one| **one == status).count();
            assert_eq!(count as usize, expected, "{status:?} since {}", self.begun_on);
        }
    }
}

/// A programme as it was drawn.
fn seed(case: &Case, begun_on: NaiveDate, number: u32) -> SeedProgramme {
    let titles = || Localised::new([(Locale::Fr, "Titre".to_owned())]);
    let milestone = |(&(weight, due, loaded), number): (&Planned, i32)| SeedMilestone {
        number,
        titles: titles(),
        due_on: Some(begun_on + TimeDelta::days(due)),
        weight: i32::try_from(weight).ok(),
        reports: loaded
            .iter()
            .map(|&(state, back)| SeedReport {
                report: ReportInput::of(State::ALL[state], begun_on - Days::new(back)),
                is_sample: false,
            })
            .collect(),
        ..SeedMilestone::default()
    };
    let mut last = 0;
    let axes = case.axes.iter().zip(1..).map(|(planned, number)| SeedAxis {
        number,
        titles: titles(),
        is_sample: false,
        commitments: planned
            .iter()
            .map(|planned| {
                last += 1;
                let milestones = planned.iter().zip(1..).map(milestone).collect();
                SeedCommitment { number: last, titles: titles(), milestones, ..SeedCommitment::default() }
            })
            .collect(),
        ..SeedAxis::default()
    });
    SeedProgramme {
        axes: axes.collect(),
        cycle: format!("{}-{}", 3000 + number, 3001 + number),
        origin: Origin::Council,
        status: ProgrammeStatus::Implementing,
        notes: Localised::default(),
        source_url: None,
        starts_on: Some(begun_on),
        ends_on: None,
        adopted_on: None,
        session_kind: None,
        is_sample: false,
        is_draft_hidden: false,
        phases: Vec::new(),
    }
}
