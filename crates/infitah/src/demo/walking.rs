//! Sample members that are walked through the cycle by the program's own verbs, on a clock of
//! their own: what was said on a past day is in the ledger under that day, so that the date
//! control, the history, the comparison, the calendar and the charts have something to show.

use std::collections::HashMap;
use std::sync::Arc;

use anyhow::{Context as _, anyhow};
use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, Utc};
use infitah_core::ground::clock::{Clock as _, ManualClock};
use infitah_core::ground::ids::{CommitmentId, ProgrammeId};
use infitah_core::ground::localised::Localised;
use infitah_core::programme::committee::{self, Body, Gender, MemberInput};
use infitah_core::programme::cycle;
use infitah_core::programme::programmes::{ProgrammeStatus, SessionKind};
use infitah_core::programme::seeding::{self, SeedProgramme};
use infitah_core::programme::sessions::{self, Outcome, SessionInput, Votes};
use infitah_core::programme::{axes, commitments};
use infitah_core::tenancy::hub::Hub;
use infitah_core::tenancy::scope::{Scope, Tenant};

use super::programmes;
use super::reporting::Manner;
use super::samples::{Member, SampleCycle, Samples};

mod ledger;

/// The members that are walked, and how far.
pub(crate) const WALKS: [(&str, End); 4] = [
    ("guercif", End::Drafted),
    ("midelt", End::Adopted),
    ("el-marsa", End::Implementing),
    ("biougra", End::Evaluating),
];

/// Where a walk ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum End {
    /// Its draft is public and the session is planned.
    Drafted,
    /// Adopted at the second attempt, not begun.
    Adopted,
    /// Carried out, reports come in time.
    Implementing,
    /// Over, and judged by others.
    Evaluating,
}

impl End {
    fn stand(self) -> (i32, Manner) {
        match self {
            Self::Drafted => (8, Manner::Silent),
            Self::Adopted => (9, Manner::Silent),
            Self::Implementing => (10, Manner::OnTime),
            Self::Evaluating => (11, Manner::Over),
        }
    }
}

/// Steps 1 to 6 and 8: days before the session, and how long they took.
const STEPS: [(i32, u64, u64); 7] =
    [(1, 350, 0), (2, 320, 1), (3, 290, 0), (4, 250, 1), (5, 230, 10), (6, 200, 15), (8, 50, 2)];
/// Days before the session on which the draft was published.
const DRAFT: u64 = 80;
/// Days before the session on which the committee validated it.
const VALIDATION: u64 = 20;

/// The member of a walk and its way.
pub(crate) struct Walk<'a> {
    pub(crate) hub: &'a Hub,
    pub(crate) clock: &'a ManualClock,
    pub(crate) samples: &'a Samples,
    pub(crate) tenant: &'a Arc<Tenant>,
    pub(crate) end: End,
    pub(crate) today: NaiveDate,
}

/// Whether a member is walked rather than loaded.
pub(crate) fn is_walked(slug: &str) -> bool {
    WALKS.iter().any(|(walked, _)| *walked == slug)
}

/// Walks all members, on a clock that is set back for each. Afterwards it stands at `now`.
pub(crate) async fn walk_all(
    hub: &Hub,
    clock: &ManualClock,
    samples: &Samples,
    tenants: &HashMap<String, Arc<Tenant>>,
    now: DateTime<Utc>,
) -> anyhow::Result<()> {
    let today = infitah_core::ground::calendar::day(now);
    for (slug, end) in WALKS {
        let tenant = tenants.get(slug).ok_or_else(|| anyhow!("there is no member {slug}"))?;
        let member = samples.members.iter().find(|member| member.slug == slug);
        let member = member.filter(|member| member.is_sample).context("only samples are walked")?;
        let walk = Walk { hub, clock, samples, tenant, end, today };
        walk.walk(member).await.with_context(|| format!("cannot walk {slug}"))?;
        clock.advance(now - clock.now());
    }
    Ok(())
}

impl Walk<'_> {
    async fn walk(&self, member: &Member) -> anyhow::Result<()> {
        let seed = programmes::sample(self.samples, member, self.end.stand(), self.today);
        let starts_on = seed.starts_on.context("samples have a first day")?;
        let session_on = match self.end {
            End::Drafted => self.today + Days::new(60),
            End::Adopted => self.today - Days::new(40),
            End::Implementing | End::Evaluating => starts_on - Days::new(70),
        };
        let planned = bare(seed, session_on);
        self.go(session_on - Days::new(360));
        let reports = planned.reports;
        let id = seeding::plant(&self.scope(), planned.programme).await?;
        self.prepare(id, session_on).await?;
        if self.end != End::Drafted {
            self.adopt(id, session_on).await?;
        }
        if matches!(self.end, End::Implementing | End::Evaluating) {
            self.go(starts_on);
            cycle::begin_implementation(&self.scope(), id, starts_on).await?;
            self.carry_out(id, starts_on, reports).await?;
        }
        if self.end == End::Evaluating {
            self.evaluate(id, starts_on).await?;
        }
        self.go(self.today);
        Ok(())
    }

    async fn prepare(&self, id: ProgrammeId, session_on: NaiveDate) -> anyhow::Result<()> {
        for (step, before, lasted) in STEPS.into_iter().take(6) {
            let began = session_on - Days::new(before);
            self.take(id, step, began, began + Days::new(lasted)).await?;
            if step == 3 {
                self.seat(id).await?;
            }
        }
        let day = session_on - Days::new(DRAFT);
        self.go(day);
        cycle::publish_draft(&self.scope(), id, day).await?;
        let (step, before, lasted) = STEPS[6];
        let began = session_on - Days::new(before);
        if began <= self.today {
            self.take(id, step, began, began + Days::new(lasted)).await?;
        }
        let day = session_on - Days::new(VALIDATION);
        if day <= self.today {
            self.go(day);
            cycle::validate_draft(&self.scope(), id, day).await?;
        } else {
            self.go(self.today);
            let planned = self.session(id, SessionKind::Ordinary, session_on, Outcome::Planned);
            sessions::put(&self.scope(), None, planned).await?;
        }
        Ok(())
    }

    async fn take(&self, id: ProgrammeId, step: i32, from: NaiveDate, to: NaiveDate) -> anyhow::Result<()> {
        self.go(from);
        cycle::start_phase(&self.scope(), id, step, from).await?;
        let to = to.min(self.today);
        self.go(to);
        Ok(cycle::finish_phase(&self.scope(), id, step, to).await?)
    }

    async fn seat(&self, id: ProgrammeId) -> anyhow::Result<()> {
        for (seat, number) in self.texts().committee.iter().zip(1..) {
            let input = MemberInput {
                name: format!("{number:02}"),
                capacities: seat.capacity.clone(),
                body: Body::from_code(&seat.body).context("an unknown body")?,
                gender: seat.gender.as_deref().and_then(Gender::from_code),
                is_named: false,
            };
            // A handful of seats, each as the office writes it.
            committee::put(&self.scope(), id, None, input).await?;
        }
        Ok(())
    }

    /// The first session of those still preparing put it off, the second adopted it.
    async fn adopt(&self, id: ProgrammeId, session_on: NaiveDate) -> anyhow::Result<()> {
        let mut kind = SessionKind::Ordinary;
        if self.end == End::Adopted {
            let first = session_on - Days::new(VALIDATION - 5);
            self.go(first);
            let mut put_off = self.session(id, kind, first, Outcome::Postponed);
            put_off.decisions = self.texts().postponed.clone();
            sessions::put(&self.scope(), None, put_off).await?;
            kind = SessionKind::Extraordinary;
        }
        self.go(session_on);
        let mut held = self.session(id, kind, session_on, Outcome::Adopted);
        held.decision_number = Some("0/0000".to_owned());
        held.decisions = self.texts().adopted.clone();
        held.votes = Votes { in_favour: Some(17), against: Some(2), abstained: Some(1) };
        let session = sessions::put(&self.scope(), None, held).await?;
        Ok(cycle::adopt(&self.scope(), id, session).await?)
    }

    fn session(&self, id: ProgrammeId, kind: SessionKind, on: NaiveDate, outcome: Outcome) -> SessionInput {
        SessionInput {
            programme: Some(id),
            kind,
            starts_on: on,
            ends_on: None,
            places: self.texts().place.clone(),
            agendas: self.texts().agenda.clone(),
            outcome,
            decision_number: None,
            decisions: Localised::default(),
            votes: Votes::default(),
            document_url: None,
        }
    }

    /// The commitments by their numbers.
    async fn commitments(&self, id: ProgrammeId) -> anyhow::Result<Vec<CommitmentId>> {
        let scope = self.scope();
        let axes = axes::by_programmes(scope.public(), &[id], None).await?;
        let axes: Vec<_> = axes.into_values().flatten().map(|axis| axis.id).collect();
        let found = commitments::by_axes(scope.public(), &axes, None).await?;
        let mut all: Vec<_> = found.into_values().flatten().collect();
        all.sort_by_key(|commitment| commitment.number);
        Ok(all.into_iter().map(|commitment| commitment.id).collect())
    }

    fn texts(&self) -> &SampleCycle {
        &self.samples.sample_cycle
    }

    /// A request of now: the clock of a scope stands.
    fn scope(&self) -> Scope {
        self.hub.system_scope(self.tenant.clone(), "demo")
    }

    /// Sets the clock to noon of a day, or a second later than it was on that day.
    fn go(&self, day: NaiveDate) {
        let noon = day.and_time(NaiveTime::MIN).and_utc() + TimeDelta::hours(12);
        let now = self.clock.now();
        let is_later_that_day = now >= noon && now < noon + TimeDelta::hours(11);
        let target = if is_later_that_day { now + TimeDelta::seconds(1) } else { noon };
        self.clock.advance(target - now);
    }
}

/// A programme as its preparation begins, and the reports that are to come.
struct Bare {
    programme: SeedProgramme,
    reports: ledger::Reports,
}

/// Takes away what the verbs will write.
fn bare(mut seed: SeedProgramme, session_on: NaiveDate) -> Bare {
    let reports = ledger::take(&mut seed.axes);
    for phase in &mut seed.phases {
        (phase.started_on, phase.finished_on) = (None, None);
        let before = STEPS.iter().find(|(step, ..)| *step == phase.step).map(|(_, before, _)| *before);
        let before = if phase.step == 7 { Some(DRAFT) } else { before };
        if let Some(before) = before.or((phase.step == 9).then_some(0)) {
            phase.planned_on = Some(session_on - Days::new(before));
        }
    }
    seed.status = ProgrammeStatus::Preparing;
    (seed.adopted_on, seed.session_kind) = (None, None);
    seed.is_draft_hidden = true;
    Bare { programme: seed, reports }
}

#[cfg(test)]
mod tests;
