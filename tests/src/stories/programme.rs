//! The programme as the public reads it, and the same numbers wherever they stand.

use infitah_core::tenancy::permission::Role;
use serde_json::json;

use crate::harness::TestApp;

#[tokio::test]
async fn programme_says_how_much_was_reported() {
    let app = TestApp::new().await;
    let page = app.anyone("fes").get("/fr/programme/2026-2027").await.must(200).text();
    assert!(page.contains("Axe 1") && page.contains("Projet 2") && !page.contains("canaryagadir"));
    app.anyone("fes").get("/ar/programme").await.must(200);
    app.anyone("fes").get("/fr/programme/1990-1991").await.must(404);
    app.anyone("fes").get("/fr/programme/2026-2027/commitments/1").await.must(200);
    app.anyone("fes").get("/fr/programme/2026-2027/commitments/99").await.must(404);
}

#[tokio::test]
async fn numbers_follow_the_formula_and_no_data_is_null() {
    let app = TestApp::new().await;
    let query = "{ collectivity { currentProgramme { progress { done reported total percent }
        axes { number progress { done reported total percent }
          commitments { number status progress { done reported total percent }
            milestones { number status isOverdue } } } } } }";
    let answer = app.anyone("fes").gql(query, json!({})).await;
    let programme = &answer["data"]["collectivity"]["currentProgramme"];
    // complete, limited, none | complete, dropped, none
    assert_eq!(
        programme["progress"],
        json!({ "done": 2, "reported": 3, "total": 5, "percent": 66 }),
        "{answer}"
    );
    let first = &programme["axes"][0]["commitments"][0];
    assert_eq!(first["progress"], json!({ "done": 1, "reported": 2, "total": 3, "percent": 50 }));
    assert_eq!(first["status"], "LIMITED");
    assert_eq!(first["milestones"][2]["status"], json!(null), "never reported on");
    assert_eq!(first["milestones"][1]["isOverdue"], true);
    assert_eq!(first["milestones"][0]["isOverdue"], false);
}

#[tokio::test]
async fn past_day_is_shown_as_it_was() {
    let app = TestApp::new().await;
    let list = app.anyone("fes").gql("{ commitments(first: 1) { nodes { id } } }", json!({})).await;
    let id = list["data"]["commitments"]["nodes"][0]["id"].clone();
    let query = "query($id: ID!, $day: Date) { commitment(id: $id, asOf: $day) { status progress { reported percent } } }";
    let past = app.anyone("fes").gql(query, json!({ "id": id, "day": "2026-01-01" })).await;
    assert_eq!(
        past["data"]["commitment"],
        json!({ "status": "NO_DATA", "progress": { "reported": 0, "percent": null } }),
        "{past}"
    );
}

#[tokio::test]
async fn dashboard_and_graphql_show_the_same_numbers() {
    let app = TestApp::new().await;
    let query = "{ network { members { total } lateCommitments(first: 10) { totalCount } staleMembers(first: 10) { totalCount }
        commitmentsByStatus { status count } progress { done reported total percent } } }";
    let answer = app.anyone("").gql(query, json!({})).await;
    let network = &answer["data"]["network"];
    assert_eq!(
        network["progress"],
        json!({ "done": 4, "reported": 6, "total": 10, "percent": 66 }),
        "{answer}"
    );
    assert_eq!(network["members"]["total"], 2, "{answer}");
    assert_eq!(network["lateCommitments"]["totalCount"], 4, "{answer}");

    let coordinator = app.staff("", Role::Coordinator).await;
    let page = coordinator.get("/office/dashboard").await.must(200).text();
    for number in ["66", "10"] {
        assert!(page.contains(number), "{number}");
    }
    for place in ["Projet 1 canaryfes", "مشروع 1 canaryfes"] {
        assert!(page.contains(place) || page.contains("canaryagadir"), "{place}");
    }
    let progress = app.anyone("").get("/fr/progress").await.must(200).text();
    assert!(progress.contains("66"));
    app.anyone("").get("/office/dashboard").await.must(303);
    let editor = app.staff("fes", Role::Editor).await;
    assert!(matches!(editor.get("/office/dashboard").await.status, 403 | 404));
}
