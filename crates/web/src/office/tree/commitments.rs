//! The form of a commitment, with the fields of the Open Government Partnership's template. Only
//! its title is asked for; all else can wait.

use axum::extract::{Form, Path, Query};
use infitah_core::ground::error::{Error, Result};
use infitah_core::ground::ids::{AxisId, CommitmentId};
use infitah_core::programme::commitments::POLICY_AREAS;
use infitah_core::programme::editing::{self, CommitmentInput, Opened};
use infitah_core::programme::programmes::Programme;
use infitah_core::tenancy::permission::Action;

use super::home;
use crate::answers::Answer;
use crate::office::fields::{Choice, Control, Folds, FormView};
use crate::office::form_page::FormPage;
use crate::office::programmes::{ROOM, of_cycle};
use crate::office::typed::{Reader, Typed};
use crate::office::visits::{Visit, see_other};
use crate::words::Phrase;

/// The values of the Open Government Partnership: codes and message keys.
const VALUES: [(&str, &str); 4] = [
    ("access_to_information", "value-access-to-information"),
    ("civic_participation", "value-civic-participation"),
    ("public_accountability", "value-public-accountability"),
    ("technology_innovation", "value-technology-innovation"),
];

/// `GET /office/programme/{cycle}/tree/commitments/new?axis=`.
pub(crate) async fn new(visit: Visit, Path(cycle): Path<String>, Query(typed): Query<Typed>) -> Answer {
    visit.scope.require(Action::RunProgramme)?;
    let programme = of_cycle(&visit, &cycle).await?;
    page(&visit, &programme, None, &typed).await?.shown()
}

/// `POST /office/programme/{cycle}/tree/commitments`.
pub(crate) async fn add(visit: Visit, Path(cycle): Path<String>, Form(typed): Form<Typed>) -> Answer {
    visit.scope.require(Action::RunProgramme)?;
    let programme = of_cycle(&visit, &cycle).await?;
    let saved = async {
        let input = input(None, &typed)?;
        editing::put_commitment(&visit.scope, programme.id, None, input).await
    };
    match saved.await {
        Ok(_) => Ok(see_other(&format!("{}?done=commitment-saved", home(&programme.cycle)))),
        Err(error) => page(&visit, &programme, None, &typed).await?.refused(&visit, error),
    }
}

/// `GET /office/programme/{cycle}/tree/commitments/{id}`.
pub(crate) async fn edit(visit: Visit, Path((cycle, id)): Path<(String, String)>) -> Answer {
    visit.scope.require(Action::RunProgramme)?;
    let programme = of_cycle(&visit, &cycle).await?;
    let id = commitment_id(&id)?;
    let opened = editing::open_commitment(&visit.scope, programme.id, id).await?;
    page(&visit, &programme, Some((id, opened.version)), &as_typed(&opened)).await?.shown()
}

/// `POST /office/programme/{cycle}/tree/commitments/{id}`.
pub(crate) async fn change(
    visit: Visit,
    Path((cycle, id)): Path<(String, String)>,
    Form(typed): Form<Typed>,
) -> Answer {
    visit.scope.require(Action::RunProgramme)?;
    let programme = of_cycle(&visit, &cycle).await?;
    let id = commitment_id(&id)?;
    let removes = typed.get("then") == "remove";
    let done = async {
        if removes {
            if typed.get("sure") != "yes" {
                return Err(Error::invalid("sure", "field-required"));
            }
            return editing::remove_commitment(&visit.scope, programme.id, id).await;
        }
        let before = editing::open_commitment(&visit.scope, programme.id, id).await?.input;
        let input = input(Some(before), &typed)?;
        editing::put_commitment(&visit.scope, programme.id, Some((id, typed.seen())), input).await.map(|_| ())
    };
    match done.await {
        Ok(()) => {
            let word = if removes { "commitment-removed" } else { "commitment-saved" };
            Ok(see_other(&format!("{}?done={word}", home(&programme.cycle))))
        }
        Err(error) => {
            // What is shown again names the version that stands now, so that saving once more is a
            // decision of somebody who was told.
            let now = editing::open_commitment(&visit.scope, programme.id, id).await?;
            // The button that removes sends nothing of the form.
            let stored = as_typed(&now);
            let shown = if removes { stored.clone() } else { typed };
            let page = page(&visit, &programme, Some((id, now.version)), &shown).await?;
            if matches!(error, Error::Conflict("tree-changed-meanwhile")) {
                return page.beside(&stored).refused(&visit, error);
            }
            page.refused(&visit, error)
        }
    }
}

/// A commitment as its form shows it.
fn as_typed(opened: &Opened) -> Typed {
    let input = &opened.input;
    let mut typed = Typed::default()
        .with("axis", input.axis)
        .with_some("number", input.number)
        .with_some("budget", input.budget)
        .with_some("starts_on", input.starts_on)
        .with_some("ends_on", input.ends_on)
        .with_some("ogp_code", input.ogp_code.as_ref())
        .with_some("source_url", input.source_url.as_ref());
    for (name, texts) in [
        ("titles", &input.titles),
        ("descriptions", &input.descriptions),
        ("problems", &input.problems),
        ("status_quos", &input.status_quos),
        ("actions", &input.actions),
        ("contributions", &input.contributions),
        ("long_term_goals", &input.long_term_goals),
        ("expected_results", &input.expected_results),
        ("leads", &input.leads),
        ("partners", &input.partners),
        ("funding_sources", &input.funding_sources),
    ] {
        typed = typed.with_texts(name, texts);
    }
    for value in &input.values {
        typed = typed.with(&format!("value_{value}"), "yes");
    }
    for area in &input.policy_areas {
        typed = typed.with(&format!("policy_{area}"), "yes");
    }
    typed
}

/// What was typed, over what the form does not show.
fn input(before: Option<CommitmentInput>, typed: &Typed) -> Result<CommitmentInput> {
    let mut reader = Reader::of(typed);
    let axis = reader.chosen("axis", |text| text.parse().ok().map(AxisId));
    let (number, budget) = (reader.number("number"), reader.number("budget"));
    let (starts_on, ends_on) = (reader.day("starts_on"), reader.day("ends_on"));
    reader.finish()?;
    let (values, policy_areas) =
        before.map(|before| (before.values, before.policy_areas)).unwrap_or_default();
    let others = values.into_iter().filter(|code| VALUES.iter().all(|(known, _)| known != code));
    let chosen = VALUES.iter().filter(|(code, _)| typed.get(&format!("value_{code}")) == "yes");
    Ok(CommitmentInput {
        axis: axis.ok_or_else(|| Error::invalid("axis", "field-required"))?,
        number,
        titles: typed.texts("titles"),
        descriptions: typed.texts("descriptions"),
        problems: typed.texts("problems"),
        status_quos: typed.texts("status_quos"),
        actions: typed.texts("actions"),
        contributions: typed.texts("contributions"),
        long_term_goals: typed.texts("long_term_goals"),
        expected_results: typed.texts("expected_results"),
        leads: typed.texts("leads"),
        partners: typed.texts("partners"),
        funding_sources: typed.texts("funding_sources"),
        values: others.chain(chosen.map(|(code, _)| (*code).to_owned())).collect(),
        policy_areas: ticked_areas(policy_areas, typed),
        budget,
        ogp_code: typed.some("ogp_code"),
        source_url: typed.some("source_url"),
        starts_on,
        ends_on,
    })
}

/// What is rarely filled in.
fn rare_fields(form: FormView, typed: &Typed) -> FormView {
    form.texts(typed, "contributions", "change-contribution", &Control::Block)
        .texts(typed, "long_term_goals", "change-long-term-goal", &Control::Block)
        .field(typed, "budget", "change-budget", Control::Number)
        .texts(typed, "funding_sources", "change-funding-source", &Control::Line)
        .field(typed, "source_url", "office-tree-source", Control::Address)
        .field(typed, "ogp_code", "office-tree-ogp-code", Control::Line)
        .field(typed, "number", "change-number", Control::Number)
        .hint("office-tree-number-hint")
}

/// The boxes of the policy areas: all that are known, and those that the commitment holds besides.
fn areas(visit: &Visit, typed: &Typed) -> Vec<(String, Phrase)> {
    let held = typed.pairs().filter_map(|(name, _)| name.strip_prefix("policy_"));
    let others = held.filter(|code| !POLICY_AREAS.contains(code));
    let known = POLICY_AREAS.iter().map(|&code| (code, visit.phrase(&policy_key(code))));
    let all = known.chain(others.map(|code| (code, Phrase::own(code.replace('_', " "), visit.locale()))));
    all.map(|(code, name)| (format!("policy_{code}"), name)).collect()
}

fn policy_key(code: &str) -> String {
    format!("policy-{}", code.replace('_', "-"))
}

/// The policy areas that were ticked: known ones, and those that the commitment held before. A form
/// that did not show them says nothing about them.
fn ticked_areas(before: Vec<String>, typed: &Typed) -> Vec<String> {
    if typed.get("areas").is_empty() {
        return before;
    }
    let ticked = typed.pairs().filter(|(_, value)| *value == "yes");
    let codes = ticked.filter_map(|(name, _)| name.strip_prefix("policy_"));
    let held = |code: &&str| POLICY_AREAS.contains(code) || before.iter().any(|one| one == code);
    codes.filter(held).map(str::to_owned).collect()
}

pub(super) fn commitment_id(text: &str) -> Result<CommitmentId> {
    text.parse().map(CommitmentId).map_err(|_| Error::NotFound("commitment"))
}

async fn page(
    visit: &Visit,
    programme: &Programme,
    existing: Option<(CommitmentId, i32)>,
    typed: &Typed,
) -> Result<FormPage> {
    let tree = editing::tree(&visit.scope, programme.id).await?;
    let axes = tree
        .axes
        .iter()
        .map(|axis| Choice {
            code: axis.id.to_string(),
            name: Phrase::written(&axis.titles, visit.locale())
                .unwrap_or_else(|| Phrase::own(axis.number.to_string(), visit.locale())),
            is_chosen: axis.id.to_string() == typed.get("axis"),
        })
        .collect();
    let home = home(&programme.cycle);
    let list = format!("{home}/commitments");
    let action = existing.map_or_else(|| list.clone(), |(id, _)| format!("{list}/{id}"));
    let mut form = FormView::to(visit, &action, "common-button-save")
        .or_back_to(&home)
        .needed(typed, "axis", "change-axis", Control::Select(axes))
        .texts(typed, "titles", "change-title", &Control::Line)
        .hidden("areas", "shown");
    if let Some((_, version)) = existing {
        form = form.hidden("version", version);
    }
    for (name, label) in [
        ("problems", "change-problem"),
        ("status_quos", "change-status-quo"),
        ("actions", "change-action"),
        ("expected_results", "change-expected-results"),
        ("descriptions", "change-description"),
        ("leads", "change-lead"),
        ("partners", "change-partners"),
    ] {
        form = form.texts(typed, name, label, &Control::Block);
    }
    let values = VALUES.map(|(code, label)| (format!("value_{code}"), visit.phrase(label)));
    form = form
        .field(typed, "starts_on", "change-starts-on", Control::Day)
        .field(typed, "ends_on", "change-ends-on", Control::Day)
        .boxes(typed, "public-commitment-values", Folds::Never, values)
        .boxes(typed, "public-commitment-policy-areas", Folds::WhileEmpty, areas(visit, typed))
        .rarely("office-tree-more-fields", |form| rare_fields(form, typed));
    let title = if existing.is_some() { "office-tree-commitment-edit" } else { "office-tree-commitment-new" };
    let page = FormPage::of(visit.frame(title), ROOM, form).back_to(home, visit.phrase("office-tree-title"));
    if existing.is_none() {
        return Ok(page);
    }
    let remove =
        FormView::to(visit, action, "office-tree-remove").prefixed("remove_").hidden("then", "remove");
    Ok(page.and(remove.needed(typed, "sure", "office-tree-remove-sure", Control::Check).grave()))
}
