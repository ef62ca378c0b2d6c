//! Sample reports on milestones: members that are on time, late, stale or silent, as real ones
//! would be, with days before the one on which the demonstration is made.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use infitah_core::ground::localised::Localised;
use infitah_core::programme::reports::ReportInput;
use infitah_core::programme::seeding::{SeedMilestone, SeedReport};
use infitah_core::programme::states::State;

use super::chance::Chance;

/// How a member keeps its milestones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Manner {
    /// What is due is complete, what comes next is reported on.
    OnTime,
    /// Reports come, but some of what is due is not complete.
    Late,
    /// It reported once, and not since four months.
    Stale,
    /// It never reported.
    Silent,
    /// The cycle is over: most is complete, a little was dropped or left.
    Over,
}

/// Writes the reports of milestones.
#[derive(Debug)]
pub(crate) struct Reporter<'a> {
    pub(crate) today: NaiveDate,
    pub(crate) manner: Manner,
    pub(crate) chance: Chance,
    pub(crate) texts: &'a BTreeMap<String, Vec<Localised>>,
}

impl Reporter<'_> {
    /// Gives a commitment's milestones their reports.
    pub(crate) fn report(&mut self, milestones: &mut [SeedMilestone]) {
        for milestone in milestones {
            let (Some(due), Some(starts)) = (milestone.due_on, milestone.starts_on) else { continue };
            milestone.reports = match self.manner {
                Manner::Silent => Vec::new(),
                Manner::OnTime => self.on_time(starts, due),
                Manner::Late => self.late(starts, due),
                Manner::Stale => self.stale(starts, due),
                Manner::Over => self.over(due),
            };
        }
    }

    fn on_time(&mut self, starts: NaiveDate, due: NaiveDate) -> Vec<SeedReport> {
        if due < self.today {
            let done = before(due, self.chance.between(2, 20));
            return self.steps(&[(State::Substantial, before(done, 45)), (State::Complete, done)], starts);
        }
        if starts <= self.today {
            let state = if self.chance.percent(60) { State::Substantial } else { State::Limited };
            let day = before(self.today, self.chance.between(5, 50)).max(starts);
            return self.steps(&[(state, day)], starts);
        }
        Vec::new()
    }

    fn late(&mut self, starts: NaiveDate, due: NaiveDate) -> Vec<SeedReport> {
        if due < self.today && self.chance.percent(55) {
            let day = before(self.today, self.chance.between(10, 80)).max(due);
            return self.steps(&[(State::NotStarted, before(due, 10)), (State::Limited, day)], starts);
        }
        if due < self.today {
            let day = after(due, self.chance.between(0, 40)).min(self.today);
            return self.steps(&[(State::Limited, before(due, 30)), (State::Complete, day)], starts);
        }
        if starts <= self.today && self.chance.percent(40) {
            return self.steps(
                &[(State::NotStarted, before(self.today, self.chance.clone().between(8, 60)))],
                starts,
            );
        }
        Vec::new()
    }

    fn stale(&mut self, starts: NaiveDate, due: NaiveDate) -> Vec<SeedReport> {
        let last = before(self.today, self.chance.between(135, 200));
        if starts > last {
            return Vec::new();
        }
        let state = if due <= last { State::Complete } else { State::Limited };
        self.steps(&[(state, last.min(after(due, 10)))], starts)
    }

    fn over(&mut self, due: NaiveDate) -> Vec<SeedReport> {
        let first = before(due, 60);
        match self.chance.between(0, 99) {
            0..=64 => {
                let done = after(due, self.chance.between(-20, 30));
                self.steps(&[(State::Limited, first), (State::Complete, done)], first)
            }
            65..=79 => self.steps(&[(State::Limited, first), (State::Substantial, after(due, 30))], first),
            80..=87 => self.steps(&[(State::Limited, after(due, 5))], first),
            88..=92 => self.steps(&[(State::Dropped, before(due, 5))], first),
            _ => Vec::new(),
        }
    }

    /// Reports of these states, none before work began and none in the future.
    fn steps(&mut self, steps: &[(State, NaiveDate)], starts: NaiveDate) -> Vec<SeedReport> {
        let mut reports: Vec<SeedReport> = Vec::new();
        for &(state, day) in steps {
            if day > self.today {
                break;
            }
            reports.push(self.one(state, day.max(starts).min(self.today)));
        }
        reports
    }

    fn one(&mut self, state: State, reported_on: NaiveDate) -> SeedReport {
        let is_stuck = matches!(state, State::NotStarted | State::Limited);
        let obstacles = ["funding", "resources", "approvals", "dependency"];
        let texts = self.texts.get(state.code()).map_or(&[][..], Vec::as_slice);
        let report = ReportInput {
            texts: self.chance.one_of(texts).cloned().unwrap_or_default(),
            obstacle: self.chance.one_of(&obstacles).filter(|_| is_stuck).map(|&code| code.to_owned()),
            ..ReportInput::of(state, reported_on)
        };
        SeedReport { report, is_sample: true }
    }
}

fn before(day: NaiveDate, days: i64) -> NaiveDate {
    after(day, -days)
}

fn after(day: NaiveDate, days: i64) -> NaiveDate {
    let span = Days::new(days.unsigned_abs());
    let moved = if days < 0 { day.checked_sub_days(span) } else { day.checked_add_days(span) };
    moved.unwrap_or(day)
}
