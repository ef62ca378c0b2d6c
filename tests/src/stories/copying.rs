//! The skeleton of a programme taken over from a neighbour or from an earlier cycle: what comes along
//! and what does not, who may, and that nobody reads of a neighbour what it has not published.

use chrono::NaiveDate;
use infitah_core::ground::error::{Error, Result};
use infitah_core::ground::ids::ProgrammeId;
use infitah_core::ground::localised::Localised;
use infitah_core::ground::paging::PageRequest;
use infitah_core::programme::copying::{self, Copied, CopyInput, SourceFilter};
use infitah_core::programme::cycle::{self, NewProgramme};
use infitah_core::programme::editing::{self, AxisInput};
use infitah_core::programme::indicators;
use infitah_core::programme::{axes, commitments, programmes};
use infitah_core::tenancy::collectivities;
use infitah_core::tenancy::permission::Role;
use infitah_core::tenancy::scope::Scope;
use serde_json::json;

use crate::harness::TestApp;
use crate::harness::members::texts;

const CYCLE: &str = "2030-2031";
const COPY: &str = "/office/programme/2030-2031/copy";

fn scope(app: &TestApp, slug: &str) -> Scope {
    app.hub.system_scope(app.tenant(slug).clone(), "test")
}

fn day(text: &str) -> Option<NaiveDate> {
    text.parse().ok()
}

/// A programme that is being prepared and holds nothing, four years after that of the twins.
async fn empty(app: &TestApp, slug: &str) -> ProgrammeId {
    let new = NewProgramme {
        cycle: CYCLE.into(),
        notes: Localised::default(),
        starts_on: day("2030-01-27"),
        ends_on: day("2031-06-30"),
        report_every_months: 3,
    };
    cycle::create(&scope(app, slug), new).await.unwrap()
}

fn from(member: Option<&str>, cycle: &str) -> CopyInput {
    CopyInput { member: member.map(str::to_owned), cycle: cycle.to_owned(), axes: Vec::new() }
}

fn refusal<T: std::fmt::Debug>(result: Result<T>) -> &'static str {
    match result {
        Err(Error::Invalid(errors)) => errors[0].key,
        Err(Error::Conflict(key) | Error::Denied(key)) => key,
        Err(Error::NotFound(_)) => "not-found",
        other => panic!("not refused: {other:?}"),
    }
}

#[tokio::test]
async fn skeleton_of_a_neighbour_comes_without_its_people_and_reports() {
    let app = TestApp::with_outcomes(1).await;
    let (scope, id) = (scope(&app, "fes"), empty(&app, "fes").await);
    let copied = copying::copy(&scope, id, from(Some("agadir"), "2026-2027")).await.unwrap();
    assert_eq!(copied, Copied { axes: 2, commitments: 2, milestones: 6 });

    let tree = editing::tree(&scope, id).await.unwrap();
    let commitment = &tree.commitments[0];
    assert_eq!(commitment.titles, texts("مشروع 1", "Projet 1", "canaryagadir"));
    assert_eq!(commitment.problems, texts("مشكل", "Problème", "canaryagadir"));
    assert!(commitment.leads.is_empty() && commitment.partners.is_empty());
    // Four years later; what would end after the programme has no day.
    assert_eq!((commitment.starts_on, commitment.ends_on), (day("2030-01-27"), None));
    let milestone = &commitment.milestones[0];
    assert_eq!((milestone.starts_on, milestone.due_on), (day("2030-05-07"), day("2030-11-03")));
    let opened = editing::open_commitment(&scope, id, commitment.id).await.unwrap().input;
    assert_eq!(opened.values, ["access_to_information"]);

    // Nobody reads it before the draft is published; then the indicator is there, without a value.
    let page = format!("/fr/programme/{CYCLE}/commitments/1");
    app.anyone("fes").get(&page).await.must(404);
    cycle::publish_draft(&scope, id, scope.today()).await.unwrap();
    let page = app.anyone("fes").get(&page).await.must(200).text();
    assert!(page.contains("Projet 1 canaryagadir"));
    for left_out in ["Pilote", "Partenaires canary", "Rapport canary", "https://example.org/canary"] {
        assert!(!page.contains(left_out), "{left_out} in {page}");
    }
    let copies = indicators::by_commitments(scope.public(), &[commitment.id], None).await.unwrap();
    let indicator = &copies[&commitment.id][0];
    assert_eq!(indicator.titles, texts("مؤشر", "Indicateur", "canaryagadir"));
    assert_eq!((indicator.baseline, indicator.target, indicator.measurements.len()), (None, None, 0));
}

#[tokio::test]
async fn earlier_cycle_is_copied_axis_by_axis_and_once() {
    let app = TestApp::new().await;
    let (scope, id) = (scope(&app, "fes"), empty(&app, "fes").await);
    let own = copying::own_sources(&scope, CYCLE).await.unwrap();
    assert_eq!(own.iter().map(|one| (one.cycle.as_str(), one.axes)).collect::<Vec<_>>(), [("2026-2027", 2)]);
    let original = copying::original(&scope, None, "2026-2027").await.unwrap();
    let second = CopyInput { axes: vec![original.axes[1].id], ..from(None, "2026-2027") };
    let foreign = copying::original(&scope, Some("agadir"), "2026-2027").await.unwrap();
    let stray = CopyInput { axes: vec![foreign.axes[0].id], ..second.clone() };
    assert_eq!(refusal(copying::copy(&scope, id, stray).await), "field-unknown-value");

    copying::copy(&scope, id, second.clone()).await.unwrap();
    let tree = editing::tree(&scope, id).await.unwrap();
    assert_eq!(tree.axes.iter().map(|axis| axis.number).collect::<Vec<_>>(), [1]);
    assert_eq!(tree.axes[0].titles, original.axes[1].titles);
    assert_eq!(tree.commitments.iter().map(|one| one.number).collect::<Vec<_>>(), [1]);
    assert_eq!(tree.commitments[0].milestones.len(), 3);

    // What holds something, and what is adopted, takes nothing in.
    assert_eq!(refusal(copying::copy(&scope, id, second.clone()).await), "copy-into-a-tree");
    let adopted = original.programme;
    assert_eq!(refusal(copying::copy(&scope, adopted, from(None, CYCLE)).await), "tree-is-adopted");
    assert_eq!(refusal(copying::copy(&scope, adopted, second).await), "copy-of-itself");
    assert_eq!(editing::tree(&scope, id).await.unwrap().axes.len(), 1);
}

#[tokio::test]
async fn what_was_made_up_stays_marked() {
    let app = TestApp::new().await;
    let (agadir, fes) = (scope(&app, "agadir"), scope(&app, "fes"));
    let mut seed = crate::harness::members::programme(&app.hub, "canaryagadir");
    seed.cycle = "2024-2025".into();
    seed.axes[0].is_sample = true;
    seed.axes[0].commitments[0].is_sample = true;
    infitah_core::programme::seeding::plant(&agadir, seed).await.unwrap();
    let id = empty(&app, "fes").await;
    copying::copy(&fes, id, from(Some("agadir"), "2024-2025")).await.unwrap();
    cycle::publish_draft(&fes, id, fes.today()).await.unwrap();
    let axes = axes::by_programmes(fes.public(), &[id], None).await.unwrap().remove(&id).unwrap();
    assert_eq!(axes.iter().map(|axis| axis.is_sample).collect::<Vec<_>>(), [true, false]);
    let held = commitments::by_axes(fes.public(), &[axes[0].id, axes[1].id], None).await.unwrap();
    assert!(held[&axes[0].id][0].is_sample && !held[&axes[1].id][0].is_sample);
    assert!(programmes::find(fes.public(), id, None).await.unwrap().is_sample);
}

#[tokio::test]
async fn drafts_and_suspended_members_are_no_sources() {
    let app = TestApp::new().await;
    let (fes, agadir, id) = (scope(&app, "fes"), scope(&app, "agadir"), empty(&app, "fes").await);
    let draft = empty(&app, "agadir").await;
    let titles = texts("سر", "Secret", "canarydraft");
    let axis = AxisInput { titles, ..AxisInput::default() };
    editing::put_axis(&agadir, draft, None, axis).await.unwrap();

    // The neighbour's draft is not there, neither to be read nor to be copied; one's own is.
    let theirs = || from(Some("agadir"), CYCLE);
    assert_eq!(refusal(copying::original(&fes, Some("agadir"), CYCLE).await), "not-found");
    assert_eq!(refusal(copying::copy(&fes, id, theirs()).await), "not-found");
    assert_eq!(copying::original(&agadir, Some("agadir"), CYCLE).await.unwrap().axes.len(), 1);
    let found = async |name: &str| {
        let filter = SourceFilter { name: name.to_owned(), ..SourceFilter::default() };
        let page = copying::sources(&fes, &filter, &PageRequest::first(10)).await.unwrap();
        page.items.into_iter().map(|one| (one.slug, one.programmes.len())).collect::<Vec<_>>()
    };
    let agadir = || vec![("agadir".to_owned(), 1)];
    for name in ["", "أكادير", "اكادير", "AGADIR", "gad"] {
        assert_eq!(found(name).await, agadir(), "{name}");
    }
    for name in ["فاس", "fes", "zagora"] {
        assert!(found(name).await.is_empty(), "one's own is no other member: {name}");
    }
    let admin = app.staff("fes", Role::Admin).await;
    for path in [COPY.to_owned(), format!("{COPY}?name=اكادير"), format!("{COPY}?from=agadir&of=2026-2027")]
    {
        let page = admin.get(&path).await.must(200).text();
        assert!(!page.contains("canarydraft") && !page.contains("agadir&#38;of=2030"), "{path}: {page}");
    }
    admin.get(&format!("{COPY}?from=agadir&of={CYCLE}")).await.must(404);
    let form = [("from", "agadir"), ("of", CYCLE), ("axis", "01900000-0000-7000-8000-000000000000")];
    admin.post_form(COPY, &form).await.must(404);

    collectivities::suspend(&app.hub, "agadir").await.unwrap();
    assert!(found("").await.is_empty());
    assert_eq!(refusal(copying::copy(&fes, id, from(Some("agadir"), "2026-2027")).await), "not-found");
    admin.get(&format!("{COPY}?from=agadir&of=2026-2027")).await.must(404);
    assert!(editing::tree(&fes, id).await.unwrap().axes.is_empty());
}

#[tokio::test]
async fn programme_is_copied_by_forms() {
    let app = TestApp::new().await;
    empty(&app, "fes").await;
    let editor = app.staff("fes", Role::Editor).await;
    editor.get(COPY).await.must(403);
    editor.post_form(COPY, &[("of", "2026-2027"), ("from", "agadir")]).await.must(403);
    let amina = app.staff("fes", Role::FocalPoint).await;
    let tree = amina.get("/office/programme/2030-2031/tree").await.must(200).text();
    assert!(tree.contains(&format!("href=\"{COPY}\"")), "{tree}");
    let sources = amina.get(COPY).await.must(200).text();
    assert!(sources.contains("?of=2026-2027\"") && sources.contains("?from=agadir"), "{sources}");

    let chosen = format!("{COPY}?from=agadir&of=2026-2027");
    let preview = amina.get(&chosen).await.must(200).text();
    let ids: Vec<&str> =
        preview.split("name=\"axis\" value=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert_eq!((ids.len(), preview.matches(" checked>").count()), (2, 2), "{preview}");
    assert!(preview.contains("مشروع 2 canaryagadir") && !preview.contains("المسؤول canary"));

    // Nothing chosen: said so, and nothing is chosen on the page that comes back either.
    let none = [("from", "agadir"), ("of", "2026-2027"), ("chosen", "yes")];
    let refused = amina.post_form(COPY, &none).await.must(422).text();
    assert!(refused.contains("error-summary") && !refused.contains(" checked>"), "{refused}");
    let form = [none[0], none[1], none[2], ("axis", ids[1])];
    let sent = amina.post_form(COPY, &form).await.must(303);
    let next = sent.header("location").to_owned();
    assert!(next.ends_with("/tree?done=programme-copied"), "{next}");
    let tree = amina.get(&next).await.must(200).text();
    assert!(tree.contains("محور 2 canaryagadir") && !tree.contains("محور 1 canaryagadir"), "{tree}");
    assert!(!tree.contains(&format!("href=\"{COPY}\"")), "a tree that holds something takes nothing in");

    // Pressed twice: refused with a sentence, and the page of the sources says the same.
    amina.post_form(COPY, &form).await.must(409);
    assert!(!amina.get(COPY).await.must(200).text().contains("?from=agadir"));
    amina.post_form("/office/programme/2026-2027/copy", &form).await.must(409);
}

#[tokio::test]
async fn graph_copies_for_staff_alone() {
    let app = TestApp::new().await;
    empty(&app, "fes").await;
    let copy = "mutation($input: CopyProgrammeInput!) { copyProgramme(input: $input) { axes commitments milestones } }";
    let admin = app.staff("fes", Role::Admin).await;
    let query = "{ collectivity(slug: \"fes\") { programmes { id cycle } } }";
    let all = app.anyone("fes").gql(query, json!({})).await["data"]["collectivity"]["programmes"].clone();
    let draft = all.as_array().unwrap().iter().find(|one| one["cycle"] == CYCLE).unwrap();
    let input = json!({ "input": { "programmeId": draft["id"], "member": "agadir", "cycle": "2026-2027" } });
    for caller in [app.anyone("fes"), app.staff("fes", Role::Editor).await] {
        let answer = caller.gql(copy, input.clone()).await;
        let code = answer["errors"][0]["extensions"]["code"].as_str().unwrap_or_default();
        assert!(matches!(code, "UNAUTHENTICATED" | "FORBIDDEN"), "{answer}");
    }
    let answer = admin.gql(copy, input.clone()).await;
    assert_eq!(
        answer["data"]["copyProgramme"],
        json!({ "axes": 2, "commitments": 2, "milestones": 6 }),
        "{answer}"
    );
    let answer = admin.gql(copy, input).await;
    assert_eq!(answer["errors"][0]["extensions"]["code"], "CONFLICT", "it holds a tree already: {answer}");
}
