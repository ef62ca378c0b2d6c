//! What a member with two pairs of eyes has on its desk: a report that was given back and one that
//! waits, written by the accounts of the demonstration themselves.

use std::collections::HashMap;
use std::sync::Arc;

use anyhow::{Context as _, anyhow};
use infitah_core::ground::ids::SignInId;
use infitah_core::programme::milestones::Milestone;
use infitah_core::programme::reports::{self, Eyes, ReportInput};
use infitah_core::programme::states::State;
use infitah_core::programme::{axes, commitments, milestones, programmes};
use infitah_core::tenancy::hub::Hub;
use infitah_core::tenancy::permission::Role;
use infitah_core::tenancy::scope::{Actor, Person, Scope, Tenant};
use infitah_core::tenancy::staff;

use super::samples::{Account, Samples};

/// The member whose office is shown.
const MEMBER: &str = "el-marsa";

/// Hands in two reports, and gives one back.
pub(crate) async fn fill(
    hub: &Hub,
    samples: &Samples,
    tenants: &HashMap<String, Arc<Tenant>>,
) -> anyhow::Result<()> {
    let tenant = tenants.get(MEMBER).ok_or_else(|| anyhow!("there is no member {MEMBER}"))?;
    let author = somebody(hub, samples, tenant, Role::FocalPoint).await?;
    let reader = somebody(hub, samples, tenant, Role::Admin).await?;
    reports::set_eyes(&reader, Eyes::Two).await?;
    let open: Vec<Milestone> = open(&author).await?;
    let mut said = Vec::new();
    for milestone in open.iter().take(2) {
        let report = ReportInput {
            texts: samples.sample_cycle.waiting.clone(),
            ..ReportInput::of(State::Substantial, author.today())
        };
        // Two reports, each as the focal point hands it in.
        said.push(reports::submit(&author, milestone.id, report).await?.id);
    }
    let first = said.first().context("something is still open")?;
    Ok(reports::return_with(&reader, *first, &samples.sample_cycle.return_reason).await?)
}

/// The milestones of the current programme that are not complete.
async fn open(scope: &Scope) -> anyhow::Result<Vec<Milestone>> {
    let public = scope.public();
    let programme = programmes::current(public).await?.context("a programme")?.id;
    let axes = axes::by_programmes(public, &[programme], None).await?;
    let axes: Vec<_> = axes.into_values().flatten().map(|axis| axis.id).collect();
    let mut all: Vec<_> = commitments::by_axes(public, &axes, None).await?.into_values().flatten().collect();
    all.sort_by_key(|commitment| commitment.number);
    let ids: Vec<_> = all.iter().map(|commitment| commitment.id).collect();
    let mut found = milestones::by_commitments(public, &ids, None).await?;
    let all = ids.iter().filter_map(|id| found.remove(id)).flatten();
    Ok(all.filter(|one| !matches!(one.state, Some(State::Complete | State::Dropped))).collect())
}

/// A request of somebody on the staff, now.
async fn somebody(hub: &Hub, samples: &Samples, tenant: &Arc<Tenant>, role: Role) -> anyhow::Result<Scope> {
    let is_theirs =
        |account: &&Account| account.collectivity.as_deref() == Some(MEMBER) && account.role == role.code();
    let account = samples.staff.iter().find(is_theirs).context("an account")?;
    let all = staff::list(&hub.system_scope(tenant.clone(), "demo staff")).await?;
    let id = all.iter().find(|one| one.email == account.email).context("an account")?.id;
    let person = Person {
        id,
        sign_in: SignInId(hub.new_request_id()),
        name: account.name.clone(),
        email: account.email.clone(),
        locale: account.locale,
        roles: vec![role],
    };
    Ok(hub.public_scope(tenant.clone(), hub.new_request_id()).acted_by(Actor::Person(person)))
}
