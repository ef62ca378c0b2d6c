//! What stories of the ledger are told with: people at their desks, the milestones of a twin, and
//! what the public sees of one.

use chrono::{DateTime, NaiveDate, Utc};
use infitah_core::Locale;
use infitah_core::ground::calendar;
use infitah_core::ground::error::Error;
use infitah_core::ground::ids::SignInId;
use infitah_core::ground::localised::Localised;
use infitah_core::programme::milestones::Milestone;
use infitah_core::programme::reports::ReportInput;
use infitah_core::programme::states::State;
use infitah_core::programme::{axes, commitments, milestones, programmes};
use infitah_core::tenancy::permission::Role;
use infitah_core::tenancy::scope::{Actor, Person, PublicScope, Scope};
use infitah_core::tenancy::{invitations, staff};

use crate::harness::TestApp;
use crate::harness::app::PASSWORD;

/// Somebody on the staff of a member.
pub(super) struct Colleague<'a> {
    app: &'a TestApp,
    slug: &'static str,
    person: Person,
}

impl<'a> Colleague<'a> {
    /// Somebody new with one role, who reads Arabic.
    pub(super) async fn new(app: &'a TestApp, slug: &'static str, name: &str, role: Role) -> Self {
        Self::reading(app, slug, name, role, Locale::Ar).await
    }

    /// Somebody new with one role and a language.
    pub(super) async fn reading(
        app: &'a TestApp,
        slug: &'static str,
        name: &str,
        role: Role,
        locale: Locale,
    ) -> Self {
        let email = format!("{name}@{slug}.example.org");
        let system = app.hub.system_scope(app.tenant(slug).clone(), "test staff");
        let invitation =
            staff::NewInvitation { email: email.clone(), display_name: name.to_owned(), role, locale };
        let invited = staff::invite(&system, invitation).await.unwrap();
        let token = invited.link.rsplit('/').next().unwrap().to_owned();
        let anyone = public(app, slug).acted_by(Actor::Anonymous);
        invitations::accept(&anyone, &token, PASSWORD).await.unwrap();
        let all = staff::list(&system).await.unwrap();
        let id = all.iter().find(|one| one.email == email).expect("an account").id;
        let sign_in = SignInId(app.hub.new_request_id());
        let person = Person { id, sign_in, name: name.to_owned(), email, locale, roles: vec![role] };
        Self { app, slug, person }
    }

    /// A request of theirs, now.
    pub(super) fn scope(&self) -> Scope {
        public(self.app, self.slug).acted_by(Actor::Person(self.person.clone()))
    }

    /// Their address.
    pub(super) fn email(&self) -> &str {
        &self.person.email
    }
}

/// A request of a reader at a member, now.
pub(super) fn public(app: &TestApp, slug: &str) -> PublicScope {
    app.hub.public_scope(app.tenant(slug).clone(), app.hub.new_request_id())
}

/// The day in Morocco.
pub(super) fn today(app: &TestApp) -> NaiveDate {
    calendar::day(app.hub.clock().now())
}

/// Moves the clock on to an instant.
pub(super) fn until(app: &TestApp, instant: &str) {
    let instant: DateTime<Utc> = instant.parse().expect("an instant");
    app.pass(instant - app.hub.clock().now());
}

/// The milestones of the twin's current programme as the public sees them, by number, within the
/// commitments by number; as of a day or today.
pub(super) async fn tree(app: &TestApp, slug: &str, as_of: Option<NaiveDate>) -> Vec<Vec<Milestone>> {
    let scope = public(app, slug);
    let programme = programmes::current(&scope).await.unwrap().expect("a programme");
    let axes = axes::by_programmes(&scope, &[programme.id], as_of).await.unwrap();
    let axes: Vec<_> = axes.into_values().flatten().map(|axis| axis.id).collect();
    let mut all: Vec<_> =
        commitments::by_axes(&scope, &axes, as_of).await.unwrap().into_values().flatten().collect();
    all.sort_by_key(|commitment| commitment.number);
    let ids: Vec<_> = all.iter().map(|commitment| commitment.id).collect();
    let mut found = milestones::by_commitments(&scope, &ids, as_of).await.unwrap();
    ids.iter().map(|id| found.remove(id).unwrap_or_default()).collect()
}

/// A report of today that says little.
pub(super) fn report(app: &TestApp, state: State) -> ReportInput {
    let is_stuck = matches!(state, State::NotStarted | State::Limited);
    ReportInput {
        texts: Localised::new([(Locale::Fr, "Fait.".to_owned())]),
        obstacle: is_stuck.then(|| "funding".to_owned()),
        ..ReportInput::of(state, today(app))
    }
}

/// The fields and rules of refused input.
pub(super) fn refusals(error: &Error) -> Vec<(&str, &str)> {
    match error {
        Error::Invalid(fields) => fields.iter().map(|one| (one.field.as_str(), one.key)).collect(),
        other => panic!("not refused as input: {other}"),
    }
}
