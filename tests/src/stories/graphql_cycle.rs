//! The cycle as third parties and the staff meet it in the graph: a programme led from its first day
//! to its reports, read as it stood on several days, by filters, and refused to who may not.

use chrono::TimeDelta;
use infitah_core::media;
use infitah_core::tenancy::permission::Role;
use serde_json::{Value, json};

use crate::harness::{Caller, TestApp};

/// What a mutation gave; its name is its only field.
async fn done(caller: &Caller, mutation: &str, variables: Value) -> Value {
    let answer = caller.gql(mutation, variables).await;
    assert_eq!(answer["errors"], Value::Null, "{mutation}\n{answer}");
    let data = answer["data"].as_object().unwrap_or_else(|| panic!("no data: {answer}"));
    data.values().next().cloned().unwrap_or_else(|| panic!("nothing: {answer}"))
}

/// The code and the field of a refusal.
async fn refused(caller: &Caller, mutation: &str, variables: Value) -> (String, String) {
    let answer = caller.gql(mutation, variables).await;
    let extensions = &answer["errors"][0]["extensions"];
    let text = |name: &str| extensions[name].as_str().unwrap_or("").to_owned();
    (text("code"), text("field"))
}

/// The data of a query by anybody at a host.
async fn read(app: &TestApp, slug: &str, query: &str, variables: Value) -> Value {
    let answer = app.anyone(slug).gql(query, variables).await;
    assert_eq!(answer["errors"], Value::Null, "{query}\n{answer}");
    answer["data"].clone()
}

fn today(app: &TestApp) -> chrono::NaiveDate {
    app.hub.public_scope(app.fes.clone(), app.hub.new_request_id()).today()
}

const COMMITMENT: &str =
    "query($axis: ID) { commitments(first: 1, orderBy: NUMBER, filter: { axis: $axis }) {
    totalCount nodes { id milestones { id status } reports { id } } } }";
const REPORT: &str = "mutation($id: ID!, $input: ReportInput!) {
    submitReport(milestoneId: $id, input: $input) { id status } }";
const AS_OF: &str = "query($id: ID!, $day: Date) { commitment(id: $id, asOf: $day) {
    progress { done reported isWeighted } milestones { status weight } freshness { isStale }
    reports { status publishedOn supersededOn correctsId files { name } } } }";

#[tokio::test]
async fn reports_count_from_their_day_and_corrections_from_theirs() {
    let app = TestApp::new().await;
    let found = read(&app, "fes", COMMITMENT, json!({})).await;
    let node = &found["commitments"]["nodes"][0];
    let (id, milestone) = (node["id"].clone(), node["milestones"][0]["id"].clone());
    let before = today(&app);
    let at = async |day: Value| {
        read(&app, "fes", AS_OF, json!({ "id": id, "day": day })).await["commitment"].clone()
    };
    let done_before = at(Value::Null).await["milestones"][0]["status"].clone();

    app.pass(TimeDelta::days(3));
    let first = today(&app);
    let focal = app.staff("fes", Role::FocalPoint).await;
    let input =
        json!({ "state": "LIMITED", "obstacle": "funding", "reportedOn": first, "clientKey": "graph-1" });
    let report = done(&focal, REPORT, json!({ "id": milestone, "input": input })).await;
    assert_eq!(report["status"], "APPROVED", "{report}");
    let again = done(&focal, REPORT, json!({ "id": milestone, "input": input })).await;
    assert_eq!(again["id"], report["id"], "sent twice, handed in once");

    app.pass(TimeDelta::days(3));
    let second = today(&app);
    // Who signed in three days ago has to do so again.
    let focal = app.staff("fes", Role::FocalPoint).await;
    let input = json!({ "state": "COMPLETE", "reportedOn": second, "correctsId": report["id"] });
    done(&focal, REPORT, json!({ "id": milestone, "input": input })).await;

    assert_eq!(at(json!(before)).await["milestones"][0]["status"], done_before);
    assert_eq!(at(json!(first)).await["milestones"][0]["status"], "LIMITED");
    let now = at(json!(second)).await;
    assert_eq!(now["milestones"][0]["status"], "COMPLETE");
    assert_eq!(now["reports"][1]["supersededOn"], json!(second), "{now}");
    assert_eq!(now["reports"][0]["correctsId"], report["id"]);
}

#[tokio::test]
async fn files_sent_ahead_are_named_by_the_report_that_they_prove() {
    let app = TestApp::new().await;
    let found = read(&app, "fes", COMMITMENT, json!({})).await;
    let node = &found["commitments"]["nodes"][0];
    let (id, milestone) = (&node["id"], &node["milestones"][2]["id"]);
    let mut files = Vec::new();
    for slug in ["fes", "agadir"] {
        let scope = app.hub.system_scope(app.tenant(slug).clone(), "test file");
        let medium = media::put(&scope, media::Upload::of("preuve.txt", "Douze ateliers.")).await.unwrap();
        files.push(medium.id.to_string());
    }
    let focal = app.staff("fes", Role::FocalPoint).await;
    let with = |files: &[&str]| {
        let input = json!({ "state": "COMPLETE", "reportedOn": today(&app), "files": files });
        json!({ "id": milestone, "input": input })
    };
    // Another member's, nobody's, and no id at all are not told apart.
    for wrong in [files[1].as_str(), "00000000-0000-7000-8000-000000000000", "preuve.txt", ""] {
        let refusal = refused(&focal, REPORT, with(&[wrong])).await;
        assert_eq!(refusal, ("BAD_USER_INPUT".into(), "files".into()), "{wrong}");
    }
    let twice = refused(&focal, REPORT, with(&[&files[0], &files[0]])).await;
    assert_eq!(twice, ("BAD_USER_INPUT".into(), "files".into()));
    done(&focal, REPORT, with(&[&files[0]])).await;
    let now = read(&app, "fes", AS_OF, json!({ "id": id, "day": today(&app) })).await;
    let reports = now["commitment"]["reports"].as_array().unwrap_or_else(|| panic!("{now}"));
    let named: Vec<_> = reports.iter().filter(|report| report["files"][0]["name"] == "preuve.txt").collect();
    assert_eq!(named.len(), 1, "{now}");
}

const CREATE: &str = "mutation($input: NewProgrammeInput!) { createProgramme(input: $input) }";

#[tokio::test]
async fn focal_point_runs_the_cycle_and_others_do_not() {
    let app = TestApp::new().await;
    let focal = app.staff("fes", Role::FocalPoint).await;
    let input =
        json!({ "input": { "cycle": "2028-2029", "startsOn": "2028-01-01", "endsOn": "2029-12-31" } });
    let (code, _) = refused(&app.anyone("fes"), CREATE, input.clone()).await;
    assert_eq!(code, "UNAUTHENTICATED");
    let (code, _) = refused(&app.staff("fes", Role::Editor).await, CREATE, input.clone()).await;
    assert_eq!(code, "FORBIDDEN");
    let wrong = json!({ "input": { "cycle": "next year" } });
    assert_eq!(refused(&focal, CREATE, wrong).await, ("BAD_USER_INPUT".into(), "cycle".into()));
    let id = done(&focal, CREATE, input).await;

    // Somebody of another member meets nothing here.
    let plan = "mutation($id: ID!, $on: Date) { planPhase(programmeId: $id, step: 4, on: $on) }";
    let planned = json!({ "id": id, "on": today(&app) });
    let outsider = app.staff("agadir", Role::FocalPoint).await;
    assert_eq!(refused(&outsider, plan, planned.clone()).await.0, "NOT_FOUND");
    done(&focal, plan, planned).await;
    let note = "mutation($id: ID!, $step: Int!, $notes: LocalizedInput) { notePhase(programmeId: $id, step: $step, notes: $notes) }";
    let noted = json!({ "id": id, "step": 4, "notes": { "fr": "Salle à confirmer" } });
    assert_eq!(refused(&outsider, note, noted.clone()).await.0, "NOT_FOUND");
    assert_eq!(refused(&app.anyone("fes"), note, noted.clone()).await.0, "UNAUTHENTICATED");
    let wrong = json!({ "id": id, "step": 12 });
    assert_eq!(refused(&focal, note, wrong).await, ("BAD_USER_INPUT".into(), "step".into()));
    done(&focal, note, noted).await;

    let seat = "mutation($id: ID!, $input: CommitteeMemberInput!) { putCommitteeMember(programmeId: $id, input: $input) }";
    for (name, is_named) in [("أمينة", true), ("عمر", false)] {
        let input = json!({ "name": name, "body": "CIVIL_SOCIETY", "gender": "WOMAN", "isNamed": is_named });
        done(&focal, seat, json!({ "id": id, "input": input })).await;
    }
    let session = "mutation($input: SessionInput!) { putSession(input: $input) }";
    let mut input =
        json!({ "programmeId": id, "kind": "ORDINARY", "startsOn": today(&app), "outcome": "PLANNED" });
    let session_id = done(&focal, session, json!({ "input": input })).await;
    input["endsOn"] = json!("2001-01-01");
    let late = refused(&focal, session, json!({ "input": input })).await;
    assert_eq!(late, ("BAD_USER_INPUT".into(), "endsOn".into()), "named as the input names it");

    let verb = "mutation($id: ID!, $on: Date!) { beginImplementation(programmeId: $id, on: $on) }";
    let (code, _) = refused(&focal, verb, json!({ "id": id, "on": today(&app) })).await;
    assert_eq!(code, "BAD_USER_INPUT", "nothing is carried out before its adoption");

    let query = "query($id: ID!) { programme(id: $id) { version reportEveryMonths phases { step plannedOn notes(locale: FR) }
        committee { total women civilSociety members { name } } sessions { id outcome }
        comparison { draftOn } } calendar(first: 50) { kind step session { id } } sessions { totalCount } }";
    let read = read(&app, "fes", query, json!({ "id": id })).await;
    let programme = &read["programme"];
    let noted = json!({ "step": 4, "plannedOn": today(&app), "notes": "Salle à confirmer" });
    assert!(programme["phases"].as_array().is_some_and(|all| all.contains(&noted)), "{read}");
    assert_eq!(programme["committee"]["total"], 2, "{read}");
    assert_eq!(programme["committee"]["members"], json!([{ "name": "أمينة" }]));
    assert_eq!(programme["sessions"], json!([{ "id": session_id, "outcome": "PLANNED" }]));
    assert_eq!(programme["comparison"], Value::Null);
    let entries = read["calendar"].as_array().unwrap_or_else(|| panic!("{read}"));
    assert!(entries.iter().any(|entry| entry["session"]["id"] == session_id), "{read}");
    assert!(entries.iter().any(|entry| entry["kind"] == "WORKSHOP" && entry["step"] == 4), "{read}");
}

#[tokio::test]
async fn commitments_are_found_by_their_axis_and_cohort() {
    let app = TestApp::new().await;
    let axes = "{ collectivity { currentProgramme { axes { id commitments { id } } } } }";
    let axes = read(&app, "fes", axes, json!({})).await["collectivity"]["currentProgramme"]["axes"].clone();
    let axes = axes.as_array().unwrap_or_else(|| panic!("no axes: {axes}"));
    for axis in axes {
        let found = read(&app, "fes", COMMITMENT, json!({ "axis": axis["id"] })).await;
        assert_eq!(found["commitments"]["totalCount"], axis["commitments"].as_array().unwrap().len());
        assert_eq!(found["commitments"]["nodes"][0]["id"], axis["commitments"][0]["id"]);
        let elsewhere = read(&app, "agadir", COMMITMENT, json!({ "axis": axis["id"] })).await;
        assert_eq!(elsewhere["commitments"]["totalCount"], 0);
    }
    let by_cohort = "query($cohort: Int) { commitments(filter: { cohort: $cohort }) {
        totalCount nodes { collectivity { cohort } } } }";
    assert_eq!(read(&app, "", by_cohort, json!({ "cohort": 77 })).await["commitments"]["totalCount"], 0);
}

#[tokio::test]
async fn tree_is_written_and_pruned_through_the_graph() {
    let app = TestApp::new().await;
    let focal = app.staff("fes", Role::FocalPoint).await;
    let input =
        json!({ "input": { "cycle": "2028-2029", "startsOn": "2028-01-01", "endsOn": "2029-12-31" } });
    let id = done(&focal, CREATE, input).await;
    let title = json!({ "ar": "شفافية", "fr": "Transparence" });

    let axis = "mutation($id: ID!, $input: AxisInput!) { putAxis(programmeId: $id, input: $input) }";
    let axis = done(&focal, axis, json!({ "id": id, "input": { "titles": title } })).await;
    let put =
        "mutation($id: ID!, $input: CommitmentInput!) { putCommitment(programmeId: $id, input: $input) }";
    let input =
        json!({ "axisId": axis, "titles": title, "values": ["civic_participation"], "budget": 250_000 });
    let commitment = done(&focal, put, json!({ "id": id, "input": input })).await;
    let put =
        "mutation($id: ID!, $input: MilestoneInput!) { putMilestone(commitmentId: $id, input: $input) }";
    let late = json!({ "id": commitment, "input": { "titles": title, "dueOn": "2031-01-01" } });
    assert_eq!(refused(&focal, put, late).await, ("BAD_USER_INPUT".into(), "dueOn".into()));
    let input = json!({ "titles": title, "dueOn": "2028-06-30", "weight": 3 });
    let milestone = done(&focal, put, json!({ "id": commitment, "input": input })).await;

    // Nobody sees it before the draft is published; then everybody does.
    let query =
        "query($id: ID!) { commitment(id: $id) { milestones { id weight dueOn } changes { changedOn } } }";
    assert_eq!(refused(&app.anyone("fes"), query, json!({ "id": commitment })).await.0, "NOT_FOUND");
    let publish = "mutation($id: ID!, $on: Date!) { publishDraft(programmeId: $id, on: $on) }";
    done(&focal, publish, json!({ "id": id, "on": today(&app) })).await;
    let seen = read(&app, "fes", query, json!({ "id": commitment })).await;
    let expected = json!([{ "id": milestone, "weight": 3, "dueOn": "2028-06-30" }]);
    assert_eq!(seen["commitment"], json!({ "milestones": expected, "changes": [] }));

    let remove = "mutation($of: ID!, $id: ID!) { removeMilestone(commitmentId: $of, id: $id) }";
    done(&focal, remove, json!({ "of": commitment, "id": milestone })).await;
    let remove = "mutation($of: ID!, $id: ID!) { removeAxis(programmeId: $of, id: $id) }";
    assert_eq!(refused(&focal, remove, json!({ "of": id, "id": axis })).await.0, "CONFLICT");
    let remove = "mutation($of: ID!, $id: ID!) { removeCommitment(programmeId: $of, id: $id) }";
    done(&focal, remove, json!({ "of": id, "id": commitment })).await;
    let outsider = app.staff("agadir", Role::FocalPoint).await;
    let remove = "mutation($of: ID!, $id: ID!) { removeAxis(programmeId: $of, id: $id) }";
    assert_eq!(refused(&outsider, remove, json!({ "of": id, "id": axis })).await.0, "NOT_FOUND");
    done(&focal, remove, json!({ "of": id, "id": axis })).await;
}
