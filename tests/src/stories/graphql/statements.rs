//! One question over all members costs as many statements as over two: what many things of a
//! query needs is read at once. Counted inside the gateway, so these tests are left out where the
//! gateway is another process.

use std::time::Duration;

use infitah_core::tenancy::collectivities::Kind;
use infitah_gateway::Limits;
use serde_json::{Value, json};

use super::limits::TOO_HEAVY;
use super::{code, column};
use crate::harness::TestApp;
use crate::harness::members::{plant_content, plant_tenant};

/// All that a page about the whole network would want.
const EVERYTHING: &str = "{ collectivities(first: 100) { totalCount nodes {
    slug region { code } lastUpdatedAt
    articles(first: 3) { totalCount nodes { title bodyText collectivity { slug region { code } } } }
    programmes { cycle }
    currentProgramme { cycle progress { done reported percent } phases { step finishedOn }
      axes { number progress { percent } commitments { number status progress { percent }
        programme { cycle } collectivity { slug }
        milestones { number status isOverdue } reports { status reportedOn } } } } } } }";

/// What a portal shows of each member.
const CURRENT: &str = "{ collectivities(first: 66) { totalCount nodes { slug name
    currentProgramme { cycle status step progress { done reported total percent } } articles(first: 1) { nodes { title } } } }
    commitments(first: 100) { totalCount nodes { number title collectivity { slug } milestones { number } } } }";

/// The cycle of each member, and all that stands beside its commitments.
const CYCLE: &str = "{ collectivities(first: 20) { totalCount nodes { slug currentProgramme {
    sessions { kind startsOn } committee { total members { name } } comparison { draftOn }
    axes { number commitments { indicators { number measurements { value } } assessments { completion }
      freshness { isStale } changes { changedOn fields { field } } reports { files { name } } } } } } }
    commitments(first: 20, filter: { stale: false }) { totalCount nodes { number freshness { isStale } } } }";

/// Room for questions that anonymous clients may not ask.
fn generous() -> Limits {
    Limits {
        query_cost: 100_000_000,
        window_cost: 1_000_000_000,
        query: Duration::from_secs(30),
        ..Limits::default()
    }
}

async fn more_members(app: &TestApp) {
    for slug in ["meknes", "taza", "ifrane", "tiznit"] {
        let region = if slug == "tiznit" { "09" } else { "03" };
        let tenant = plant_tenant(&app.hub, slug, Kind::Commune, Some(region), slug, slug).await;
        plant_content(&app.hub, &tenant, 3).await;
    }
}

/// The answer and the number of statements it took.
async fn count(app: &TestApp, slug: &str, query: &str) -> (Value, u64) {
    let caller = app.anyone(slug);
    // What the door remembers of the host must not count.
    caller.gql("{ __typename }", json!({})).await;
    let before = app.hub.database().statements();
    let answer = caller.gql(query, json!({})).await;
    assert_eq!(answer["errors"], Value::Null, "{answer}");
    (answer, app.hub.database().statements() - before)
}

/// The fewest statements of several tries: a host that was forgotten, or an answer of the database
/// that came late, costs one more now and then.
async fn fewest(app: &TestApp, query: &str) -> u64 {
    let mut fewest = u64::MAX;
    for _ in 0..4 {
        fewest = fewest.min(count(app, "", query).await.1);
    }
    fewest
}

#[tokio::test]
async fn six_members_cost_as_many_statements_as_two() {
    let app = TestApp::with_limits(generous()).await;
    for query in [EVERYTHING, CURRENT, CYCLE] {
        let (answer, two) = count(&app, "", query).await;
        assert_eq!(column(&answer["data"]["collectivities"], "slug"), ["agadir", "fes"]);
        assert!((3..=20).contains(&two), "{two} statements");
    }
    let two = [fewest(&app, EVERYTHING).await, fewest(&app, CURRENT).await, fewest(&app, CYCLE).await];
    more_members(&app).await;
    let (answer, _) = count(&app, "", EVERYTHING).await;
    assert_eq!(answer["data"]["collectivities"]["totalCount"], 6);
    let axes = &answer["data"]["collectivities"]["nodes"][5]["currentProgramme"]["axes"];
    assert_eq!(axes[1]["commitments"][0]["milestones"].as_array().unwrap().len(), 3, "{answer}");
    let (answer, _) = count(&app, "", CURRENT).await;
    assert_eq!(answer["data"]["commitments"]["totalCount"], 12, "{answer}");
    // A statement a member would add four; what arrives in two parts adds fewer.
    for (query, two) in [(EVERYTHING, two[0]), (CURRENT, two[1]), (CYCLE, two[2])] {
        let six = fewest(&app, query).await;
        assert!(six < two + 4, "{six} statements for six members, {two} for two");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn many_threads_do_not_tear_what_is_read_at_once_into_pieces() {
    let app = TestApp::with_limits(generous()).await;
    more_members(&app).await;
    for _ in 0..5 {
        let (_, statements) = count(&app, "", EVERYTHING).await;
        assert!(statements <= 30, "{statements} statements for six members");
    }
}

#[tokio::test]
async fn refused_query_reads_nothing() {
    let app = TestApp::new().await;
    let before = app.hub.database().statements();
    let answer = app.anyone("").gql(TOO_HEAVY, json!({})).await;
    assert_eq!(code(&answer), "QUERY_TOO_COSTLY", "{answer}");
    // The door may ask for the host; the query itself reads nothing.
    assert!(app.hub.database().statements() - before <= 1);
}

#[tokio::test]
async fn whole_programme_of_a_member_is_affordable() {
    let app = TestApp::new().await;
    let query = "{ collectivity { currentProgramme { cycle notes session { kind heldOn } phases { step name plannedOn }
        progress { done reported total dropped percent } axes { number title progress { percent }
          commitments { number title description problem expectedResults lead partners values status startsOn endsOn isLate
            progress { done reported total percent } milestones { number title dueOn status isOverdue evidence } } } } }
        rateLimit { cost limit remaining } }";
    let (answer, statements) = count(&app, "fes", query).await;
    let axes = answer["data"]["collectivity"]["currentProgramme"]["axes"].as_array().unwrap();
    assert_eq!(axes.len(), 2);
    assert!(answer["data"]["rateLimit"]["cost"].as_u64().unwrap() <= 20_000, "{answer}");
    assert!(statements <= 8, "{statements}");
}
