//! Members in the graph: filters, orders, names in four languages, ids, samples.

use infitah_core::tenancy::collectivities::{Kind, NewCollectivity, create, suspend};
use serde_json::{Value, json};

use super::{code, column};
use crate::harness::TestApp;
use crate::harness::members::collectivity;

/// The twins and five more members of all kinds.
async fn seven() -> TestApp {
    let app = TestApp::new().await;
    let base = |slug, kind, region| collectivity(slug, kind, region, "اسم", "Nom");
    let day = |text: &str| Some(text.parse().unwrap());
    let all = [
        NewCollectivity { population: Some(4_000_000), ..base("fes-meknes", Kind::Region, Some("03")) },
        NewCollectivity {
            cohort: Some(2),
            joined_on: day("2024-03-01"),
            ..base("ifrane", Kind::Province, Some("03"))
        },
        NewCollectivity {
            cohort: None,
            joined_on: None,
            population: None,
            ..base("tata", Kind::Commune, Some("09"))
        },
        NewCollectivity {
            joined_on: day("2019-12-01"),
            is_sample: true,
            ..base("inezgane", Kind::Prefecture, Some("09"))
        },
        NewCollectivity { cohort: Some(2), population: Some(9), ..base("zagora", Kind::Commune, None) },
    ];
    for new in all {
        create(&app.hub, new).await.unwrap();
    }
    app
}

#[tokio::test]
async fn filters_leave_those_who_match() {
    let app = seven().await;
    for (filter, slugs) in [
        ("{}", &["agadir", "fes", "fes-meknes", "ifrane", "inezgane", "tata", "zagora"][..]),
        ("{ kind: COMMUNE }", &["agadir", "fes", "tata", "zagora"]),
        ("{ kind: REGION }", &["fes-meknes"]),
        ("{ kind: PROVINCE }", &["ifrane"]),
        ("{ kind: PREFECTURE }", &["inezgane"]),
        ("{ region: \"03\" }", &["fes", "fes-meknes", "ifrane"]),
        ("{ region: \"99\" }", &[]),
        ("{ cohort: 2 }", &["ifrane", "zagora"]),
        ("{ cohort: 0 }", &[]),
        ("{ kind: COMMUNE, region: \"09\", cohort: 1 }", &["agadir"]),
    ] {
        let query =
            format!("{{ collectivities(first: 50, filter: {filter}) {{ totalCount nodes {{ slug }} }} }}");
        let answer = app.anyone("").gql(&query, json!({})).await;
        let list = &answer["data"]["collectivities"];
        assert_eq!(column(list, "slug"), slugs, "{filter}: {answer}");
        assert_eq!(list["totalCount"], slugs.len(), "{filter}");
    }
}

#[tokio::test]
async fn member_host_shows_itself_only() {
    let app = seven().await;
    for (filter, slugs) in
        [("{}", &["fes"][..]), ("{ kind: REGION }", &[]), ("{ region: \"03\", cohort: 1 }", &["fes"])]
    {
        let query = format!("{{ collectivities(filter: {filter}) {{ totalCount nodes {{ slug }} }} }}");
        let answer = app.anyone("fes").gql(&query, json!({})).await;
        assert_eq!(column(&answer["data"]["collectivities"], "slug"), slugs, "{filter}: {answer}");
        assert_eq!(answer["data"]["collectivities"]["totalCount"], slugs.len());
    }
}

#[tokio::test]
async fn orders_hold_over_pages_in_both_directions() {
    let app = seven().await;
    let network = app.anyone("");
    for (order, keys) in [
        ("NAME", &["agadir", "fes", "fes-meknes", "ifrane", "inezgane", "tata", "zagora"][..]),
        ("POPULATION", &["4000000", "500000", "500000", "500000", "500000", "9", "null"]),
        (
            "JOINED_ON",
            &["2019-12-01", "2022-10-21", "2022-10-21", "2022-10-21", "2022-10-21", "2024-03-01", "null"],
        ),
    ] {
        let key = |node: &Value| {
            let field = match order {
                "NAME" => "slug",
                "POPULATION" => "population",
                _ => "joinedOn",
            };
            node[field].as_str().map_or_else(|| node[field].to_string(), str::to_owned)
        };
        for (count, at, end, more) in [
            ("first", "after", "endCursor", "hasNextPage"),
            ("last", "before", "startCursor", "hasPreviousPage"),
        ] {
            let query = format!(
                "query($at: String) {{ collectivities({count}: 2, {at}: $at, orderBy: {order}) {{
                    nodes {{ slug population joinedOn }} pageInfo {{ {end} {more} }} }} }}"
            );
            let (mut nodes, mut place): (Vec<Value>, Value) = (Vec::new(), Value::Null);
            for _ in 0..4 {
                let answer = network.gql(&query, json!({ "at": place })).await;
                let list = &answer["data"]["collectivities"];
                let page = list["nodes"].as_array().unwrap_or_else(|| panic!("{answer}")).clone();
                let position = if count == "first" { nodes.len() } else { 0 };
                nodes.splice(position..position, page);
                assert_eq!(list["pageInfo"][more], nodes.len() < 7, "{answer}");
                place = list["pageInfo"][end].clone();
            }
            assert_eq!(nodes.iter().map(key).collect::<Vec<_>>(), keys, "{order} {count}");
            let mut slugs: Vec<&str> = nodes.iter().map(|node| node["slug"].as_str().unwrap()).collect();
            slugs.sort_unstable();
            slugs.dedup();
            assert_eq!(slugs.len(), 7, "{order} {count}");
        }
    }
}

#[tokio::test]
async fn texts_come_in_the_language_asked_for_or_say_which_they_are_in() {
    let app = TestApp::new().await;
    let texts = |locale: &str| {
        format!(
            "{{ collectivity {{ name(locale: {locale}) nameLocale(locale: {locale}) names {{ ar fr zgh en }} }}
               articles(first: 1) {{ nodes {{ title(locale: {locale}) titleLocale(locale: {locale})
                 bodyText(locale: {locale}) bodyLocale(locale: {locale}) url(locale: {locale}) }} }} }}"
        )
    };
    for (locale, shown, name, title) in [
        ("AR", "AR", "فاس", "خبر 0 canaryfes"),
        ("FR", "FR", "Fès", "Nouvelle 0 canaryfes"),
        ("EN", "FR", "Fès", "Nouvelle 0 canaryfes"),
        ("ZGH", "AR", "فاس", "خبر 0 canaryfes"),
    ] {
        let answer = app.anyone("fes").gql(&texts(locale), json!({})).await;
        let (member, article) = (&answer["data"]["collectivity"], &answer["data"]["articles"]["nodes"][0]);
        assert_eq!(member["name"], name, "{locale}: {answer}");
        assert_eq!(member["nameLocale"], shown, "{locale}: {answer}");
        assert_eq!(member["names"], json!({ "ar": "فاس", "fr": "Fès", "zgh": null, "en": null }));
        assert_eq!(article["title"], title, "{locale}: {answer}");
        assert_eq!(article["titleLocale"], shown, "{locale}");
        assert_eq!(article["bodyLocale"], shown, "{locale}");
        let path = format!("/{}/news/", locale.to_lowercase());
        assert!(article["url"].as_str().unwrap().contains(&path), "{locale}: {answer}");
    }
    let plain = app.anyone("fes").gql("{ collectivity { name nameLocale } }", json!({})).await;
    assert_eq!(plain["data"]["collectivity"], json!({ "name": "فاس", "nameLocale": "AR" }));
    let unknown = app.anyone("fes").gql("{ collectivity { name(locale: DE) } }", json!({})).await;
    assert_eq!(code(&unknown), "BAD_USER_INPUT", "{unknown}");
}

#[tokio::test]
async fn ids_lead_back_to_their_things_in_the_order_asked() {
    let app = TestApp::new().await;
    let network = app.anyone("");
    let query =
        "{ collectivity(slug: \"agadir\") { id currentProgramme { id } articles(first: 1) { nodes { id } } }
        commitments(first: 1) { nodes { id } } }";
    let answer = network.gql(query, json!({})).await;
    let data = &answer["data"];
    let member = &data["collectivity"]["id"];
    let programme = &data["collectivity"]["currentProgramme"]["id"];
    let article = &data["collectivity"]["articles"]["nodes"][0]["id"];
    let commitment = &data["commitments"]["nodes"][0]["id"];
    let ids = json!([commitment, "nothing", member, article, programme, member, ""]);
    const NODES: &str = "query($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }";
    let answer = network.gql(NODES, json!({ "ids": ids })).await;
    let node = |name: &str, id: &Value| json!({ "__typename": name, "id": id });
    assert_eq!(
        answer["data"]["nodes"],
        json!([
            node("Commitment", commitment),
            null,
            node("Collectivity", member),
            node("Article", article),
            node("Programme", programme),
            node("Collectivity", member),
            null,
        ]),
        "{answer}"
    );
    let one = network
        .gql("query($id: ID!) { node(id: $id) { id ... on Article { version } } }", json!({ "id": article }));
    assert_eq!(one.await["data"]["node"], json!({ "id": article, "version": 1 }));
    // On the host of the other nothing of agadir is found.
    let foreign = app.anyone("fes").gql(NODES, json!({ "ids": ids })).await;
    assert_eq!(foreign["data"]["nodes"], json!(vec![Value::Null; 7]), "{foreign}");
    let many = network.gql(NODES, json!({ "ids": vec![member; 101] })).await;
    assert_eq!(code(&many), "BAD_USER_INPUT", "{many}");
    assert_eq!(many["errors"][0]["extensions"]["field"], "ids", "{many}");
}

#[tokio::test]
async fn slug_finds_a_member_and_nothing_else() {
    let app = seven().await;
    let network = app.anyone("");
    const FIND: &str = "query($slug: String) { collectivity(slug: $slug) { slug kind isSample region { code name(locale: FR) } } }";
    let found = network.gql(FIND, json!({ "slug": "fes" })).await;
    assert_eq!(
        found["data"]["collectivity"],
        json!({ "slug": "fes", "kind": "COMMUNE", "isSample": false, "region": { "code": "03", "name": "Fès-Meknès" } }),
        "{found}"
    );
    let sample = network.gql(FIND, json!({ "slug": "inezgane" })).await;
    assert_eq!(sample["data"]["collectivity"]["isSample"], true, "{sample}");
    suspend(&app.hub, "tata").await.unwrap();
    for slug in ["tata", "nowhere", "", "@", "network", "localhost", "FES", "fes'--", "فاس"] {
        let answer = network.gql(FIND, json!({ "slug": slug })).await;
        assert_eq!(answer["data"]["collectivity"], Value::Null, "{slug}: {answer}");
        assert_eq!(code(&answer), "NOT_FOUND", "{slug}: {answer}");
    }
    let nobody = network.gql(FIND, json!({})).await;
    assert_eq!(nobody, json!({ "data": { "collectivity": null }, "extensions": nobody["extensions"] }));
    let neighbour = app.anyone("fes").gql(FIND, json!({ "slug": "agadir" })).await;
    assert_eq!(code(&neighbour), "NOT_FOUND", "{neighbour}");
}
