//! Fills an empty database with the demonstration network, member by member. It is made aside and
//! moves to its place when it is whole, so that a start cut short leaves nothing half done.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use anyhow::{Context as _, anyhow};
use infitah_core::Locale;
use infitah_core::ground::localised::Localised;
use infitah_core::news::{articles, events};
use infitah_core::programme::seeding as planting;
use infitah_core::programme::seeding::SeedProgramme;
use infitah_core::programme::sessions::{self, SessionInput};
use infitah_core::tenancy::collectivities::{self, Kind, NewCollectivity};
use infitah_core::tenancy::hub::Hub;
use infitah_core::tenancy::regions;
use infitah_core::tenancy::scope::Tenant;
use infitah_i18n::Words;

use super::accounts::{self, SignIn};
use super::chance::Chance;
use super::samples::{Member, Samples};
use super::{gatherings, news, programmes, walking};

/// The slug of the network's own row.
const NETWORK: &str = "network";

/// Fills the installation and gives its tenants by their slugs.
pub(crate) async fn fill(hub: &Hub, samples: &Samples) -> anyhow::Result<HashMap<String, Arc<Tenant>>> {
    regions::put_all(hub, samples.regions.clone()).await?;
    let mut tenants = HashMap::new();
    let network = plant_network(hub, samples).await.context("cannot make the network")?;
    tenants.insert(NETWORK.to_owned(), network);
    let stands = stands(samples);
    for member in &samples.members {
        let tenant = plant_member(hub, samples, member, stands.get(member.slug.as_str()).copied())
            .await
            .with_context(|| format!("cannot make the member {}", member.slug))?;
        tenants.insert(member.slug.clone(), tenant);
    }
    Ok(tenants)
}

/// Makes the accounts and gives the sign-ins.
pub(crate) async fn employ(
    hub: &Hub,
    samples: &Samples,
    tenants: &HashMap<String, Arc<Tenant>>,
) -> anyhow::Result<Vec<SignIn>> {
    let mut sign_ins = Vec::new();
    for account in &samples.staff {
        let slug = account.collectivity.as_deref().unwrap_or(NETWORK);
        let tenant = tenants.get(slug).ok_or_else(|| anyhow!("there is no member {slug}"))?;
        let made = accounts::make(hub, tenant, account).await;
        sign_ins.push(made.with_context(|| format!("cannot make the account {}", account.email))?);
    }
    Ok(sign_ins)
}

async fn plant_network(hub: &Hub, samples: &Samples) -> anyhow::Result<Arc<Tenant>> {
    let languages = [Locale::Ar, Locale::Fr, Locale::En];
    let new = NewCollectivity {
        slug: NETWORK.to_owned(),
        kind: Kind::Network,
        names: Localised::new(
            languages.map(|locale| (locale, Words::of(locale).plain("common-network-name", &[]))),
        ),
        hcp_code: None,
        region_code: None,
        cohort: None,
        cohort_is_probable: false,
        joined_on: None,
        default_locale: Locale::Ar,
        population: None,
        source: None,
        is_sample: false,
    };
    let tenant = collectivities::create(hub, new).await?;
    let scope = hub.system_scope(tenant.clone(), "demo");
    articles::seed(&scope, news::real(samples, NETWORK)).await?;
    for known in samples.programmes.iter().filter(|known| known.member == NETWORK) {
        let seed = programmes::known(samples, NETWORK, known, scope.today());
        planting::plant(&scope, seed).await?;
    }
    Ok(tenant)
}

async fn plant_member(
    hub: &Hub,
    samples: &Samples,
    member: &Member,
    stand: Option<Stand>,
) -> anyhow::Result<Arc<Tenant>> {
    let new = NewCollectivity {
        slug: member.slug.clone(),
        kind: Kind::from_code(&member.kind).ok_or_else(|| anyhow!("unknown kind {}", member.kind))?,
        names: member.names.clone(),
        hcp_code: member.hcp_code.clone(),
        region_code: member.region_code.clone(),
        cohort: member.cohort,
        cohort_is_probable: member.cohort_note.is_some(),
        joined_on: member.joined_on,
        default_locale: Locale::Ar,
        population: member.population_2024,
        source: member.source.clone(),
        is_sample: member.is_sample,
    };
    let tenant = collectivities::create(hub, new).await?;
    let scope = hub.system_scope(tenant.clone(), "demo");
    articles::seed(&scope, news::of_member(samples, member, scope.now())).await?;
    let mut planted = HashMap::new();
    for seed in programmes_of(samples, member, stand, scope.today()) {
        let (session, cycle) = (programmes::known_session(&seed), seed.cycle.clone());
        let programme = planting::plant(&scope, seed).await?;
        planted.insert(cycle, programme);
        if let Some(held) = session {
            sessions::put(&scope, None, SessionInput { programme: Some(programme), ..held }).await?;
        }
    }
    let known = gatherings::of_member(samples, &member.slug, &planted)?;
    if !known.is_empty() {
        events::seed(&scope, known).await?;
    }
    Ok(tenant)
}

/// Where a sample programme stands.
type Stand = (i32, super::reporting::Manner);

/// The programmes of a member: those that are known, or a sample at its stand.
pub(crate) fn programmes_of(
    samples: &Samples,
    member: &Member,
    stand: Option<Stand>,
    today: chrono::NaiveDate,
) -> Vec<SeedProgramme> {
    match stand {
        Some(stand) => vec![programmes::sample(samples, member, stand, today)],
        None => samples
            .programmes
            .iter()
            .filter(|known| known.member == member.slug)
            .map(|known| programmes::known(samples, &member.kind, known, today))
            .collect(),
    }
}

/// Spreads the members of whose programmes nothing is known over the stands, in an order of chance.
pub(crate) fn stands(samples: &Samples) -> HashMap<&str, Stand> {
    let known: HashSet<&str> = samples.programmes.iter().map(|known| known.member.as_str()).collect();
    let mut slugs: Vec<&str> = samples
        .members
        .iter()
        .map(|member| member.slug.as_str())
        .filter(|slug| !known.contains(slug) && !walking::is_walked(slug))
        .collect();
    slugs.sort_by_key(|slug| Chance::of(slug).next());
    slugs.into_iter().zip(programmes::STANDS.into_iter().cycle()).collect()
}
