//! The members of the network, and the way from a member's name to its site.

use askama::Template;
use axum::extract::{Path, Query};
use axum::response::{IntoResponse as _, Redirect};
use infitah_core::ground::error::{Error, Result};
use infitah_core::ground::paging;
use infitah_core::programme::programmes::{self, Programme};
use infitah_core::programme::progress::Progress;
use infitah_core::tenancy::collectivities::{self, Collectivity, Filter, Kind, Order};
use infitah_core::tenancy::regions::{self, Region};
use serde::Deserialize;

use crate::answers::{Answer, page};
use crate::cards::Turns;
use crate::layout::{Page, Room};
use crate::visits::{Paging, Visit};
use crate::words::Phrase;

/// Members on one page of the list.
const ITEMS: i64 = 24;
/// The cohorts (أفواج) that have joined so far.
const COHORTS: [i32; 5] = [1, 2, 3, 4, 5];

/// What the list's address may carry.
#[derive(Debug, Deserialize)]
pub(crate) struct Choice {
    #[serde(default)]
    kind: String,
    #[serde(default)]
    region: String,
    #[serde(default)]
    cohort: String,
    #[serde(flatten)]
    paging: Paging,
}

#[derive(Debug, Template)]
#[template(path = "network/members.html")]
pub(super) struct MembersPage {
    pub(super) page: Page,
    pub(super) kinds: Vec<Choosable>,
    pub(super) regions: Vec<Choosable>,
    pub(super) cohorts: Vec<Choosable>,
    pub(super) rows: Vec<MemberRow>,
    pub(super) total: u64,
    pub(super) turns: Turns,
}

/// One entry of a filter.
#[derive(Debug)]
pub(super) struct Choosable {
    pub(super) value: String,
    pub(super) label: Phrase,
    pub(super) is_chosen: bool,
}

#[derive(Debug)]
pub(super) struct MemberRow {
    pub(super) href: String,
    pub(super) name: Phrase,
    pub(super) kind: Kind,
    pub(super) region: Option<Phrase>,
    pub(super) cohort: Option<String>,
    pub(super) step_key: Option<String>,
    pub(super) progress: Option<Progress>,
    pub(super) is_sample: bool,
    /// The member is real, its programme holds samples.
    pub(super) has_sample_programme: bool,
}

/// `GET /L/members`.
pub(crate) async fn list(visit: Visit, Query(choice): Query<Choice>) -> Answer {
    only_network(&visit)?;
    let filter = choice.filter()?;
    let found =
        collectivities::list(&visit.scope, &filter, Order::Name, &choice.paging.request(ITEMS)?).await?;
    let ids: Vec<_> = found.items.iter().map(|member| member.id).collect();
    let programmes = programmes::current_by_members(&visit.scope, &ids).await?;
    let regions = regions::list(&visit.scope).await?;
    let surroundings = visit.page(Room::Members, "network-members-title");
    page(&MembersPage::of(surroundings, &choice, &found, &programmes, &regions))
}

/// `GET /L/members/{slug}`: to the member's own site.
pub(crate) async fn show(visit: Visit, Path((_, slug)): Path<(String, String)>) -> Answer {
    only_network(&visit)?;
    let member = collectivities::find(&visit.scope, &slug).await?;
    if member.kind == Kind::Network {
        return Err(Error::NotFound("collectivity").into());
    }
    Ok(Redirect::to(&home_of(&member, visit.locale().code())).into_response())
}

fn only_network(visit: &Visit) -> Result<()> {
    if visit.is_network() { Ok(()) } else { Err(Error::NotFound("page")) }
}

fn home_of(member: &Collectivity, locale: &str) -> String {
    format!("{}/{locale}/", member.url)
}

impl Choice {
    fn filter(&self) -> Result<Filter> {
        filter_of(&self.kind, &self.region, &self.cohort)
    }
}

/// What does not exist is said to be wrong, rather than taken for no choice.
pub(super) fn filter_of(kind: &str, region: &str, cohort: &str) -> Result<Filter> {
    let set = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    let wrong = |field| Error::invalid(field, "field-unknown-value");
    let kind = set(kind)
        .map(|code| {
            Kind::from_code(&code).filter(|kind| Kind::MEMBERS.contains(kind)).ok_or_else(|| wrong("kind"))
        })
        .transpose()?;
    let cohort = set(cohort).map(|text| text.parse().map_err(|_| wrong("cohort"))).transpose()?;
    let region = set(region);
    if region.as_ref().is_some_and(|code| code.len() > 2 || !code.bytes().all(|byte| byte.is_ascii_digit())) {
        return Err(wrong("region"));
    }
    Ok(Filter { kind, region, cohort })
}

impl MembersPage {
    pub(super) fn of(
        page: Page,
        choice: &Choice,
        found: &paging::Page<Collectivity>,
        programmes: &[Programme],
        regions: &[Region],
    ) -> Self {
        let filters = [
            ("kind", choice.kind.as_str()),
            ("region", choice.region.as_str()),
            ("cohort", choice.cohort.as_str()),
        ];
        let kinds = Kind::MEMBERS.map(|kind| (kind.code().to_owned(), page.coded("kind", kind.code())));
        let areas = regions.iter().map(|region| (region.code.clone(), page.titled(&region.names)));
        let cohorts = COHORTS
            .map(|cohort| (cohort.to_string(), page.named("cohort-named", "number", &cohort.to_string())));
        Self {
            kinds: choosable(kinds, &choice.kind),
            regions: choosable(areas, &choice.region),
            cohorts: choosable(cohorts, &choice.cohort),
            rows: found
                .items
                .iter()
                .map(|member| MemberRow::of(&page, member, programmes, regions))
                .collect(),
            total: found.total,
            turns: Turns::of(&page.href("/members"), &filters, found),
            page,
        }
    }
}

pub(super) fn choosable(all: impl IntoIterator<Item = (String, Phrase)>, chosen: &str) -> Vec<Choosable> {
    all.into_iter().map(|(value, label)| Choosable { is_chosen: value == chosen, value, label }).collect()
}

impl MemberRow {
    fn of(page: &Page, member: &Collectivity, programmes: &[Programme], regions: &[Region]) -> Self {
        let programme = programmes.iter().find(|programme| programme.tenant == member.id);
        let region = regions.iter().find(|region| Some(&region.code) == member.region_code.as_ref());
        Self {
            href: home_of(member, page.locale().code()),
            name: page.titled(&member.names),
            kind: member.kind,
            region: region.map(|region| page.titled(&region.names)),
            cohort: member.cohort.map(|cohort| cohort.to_string()),
            step_key: programme.and_then(|programme| programme.step).map(|step| format!("step-{step}")),
            progress: programme.map(|programme| programme.progress),
            is_sample: member.is_sample,
            has_sample_programme: !member.is_sample && programme.is_some_and(|programme| programme.is_sample),
        }
    }
}
