//! The demonstration from an empty folder: one story, because its first start makes a network.

use serde_json::{Value, json};

use super::{Running, program};
use crate::harness::Caller;
use crate::harness::mails;

fn caller(port: u16, label: &str) -> Caller {
    let host =
        if label.is_empty() { format!("localhost:{port}") } else { format!("{label}.localhost:{port}") };
    Caller::new(([127, 0, 0, 1], port).into(), &host)
}

/// Signs in as the first of a role in the file that the demonstration wrote.
async fn sign_in(port: u16, sign_ins: &Value, role: &str, collectivity: &str) -> Caller {
    let all = sign_ins.as_array().expect("a list");
    let one = all.iter().find(|one| one["role"] == role && one["collectivity"] == collectivity);
    let one = one.unwrap_or_else(|| panic!("no {role} of {collectivity}: {sign_ins}"));
    let label = if collectivity == "fes" { "fes" } else { "" };
    let caller = caller(port, label);
    assert_eq!(one["url"], format!("http://{}/office", caller.host), "{one}");
    let form = [("email", one["email"].as_str().unwrap()), ("password", one["password"].as_str().unwrap())];
    let answer = caller.post_form("/office/sign-in", &form).await.must(303);
    caller.with("cookie", &answer.cookie().expect("a cookie"))
}

/// Real members, the axes, commitments and milestones that their programme shows, and the source.
/// Of those without milestones nothing was reported: "no data", never 0 %.
const KNOWN: [(&str, [usize; 3], &str); 8] = [
    ("fes", [4, 0, 0], "fes.ma/?p=8858"),
    ("region-oriental", [4, 17, 69], "sahafati.com"),
    ("settat", [0, 0, 0], "sinpress.ma/50516"),
    ("casablanca", [0, 0, 0], "sinpress.ma/50516"),
    ("region-casablanca-settat", [0, 0, 0], "sinpress.ma/50516"),
    ("province-larache", [5, 0, 0], "ksar.es/21923"),
    ("temara", [3, 0, 0], "opengovweek.org/?p=10873"),
    ("ben-guerir", [0, 0, 0], "communebenguerir.ma"),
];

/// What stands where the rate of the programme would.
const NO_RATE: &str = "Avancement du programme Pas de données";

/// The words of a page without its tags, one space between them.
fn words(page: &str) -> String {
    let texts = page.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text));
    texts.flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ")
}

async fn real_programmes_say_what_is_known(port: u16) {
    let query = "{ collectivity { currentProgramme { isSample progress { reported percent }
        axes { commitments { milestones { number } } } } } }";
    for (slug, counts, source) in KNOWN {
        let member = caller(port, slug);
        let answer = member.gql(query, json!({})).await;
        let programme = &answer["data"]["collectivity"]["currentProgramme"];
        let axes = programme["axes"].as_array().unwrap_or_else(|| panic!("{slug} ({source}): {answer}"));
        let commitments: Vec<_> =
            axes.iter().flat_map(|axis| axis["commitments"].as_array().expect("a list")).collect();
        let milestones: usize =
            commitments.iter().map(|one| one["milestones"].as_array().expect("a list").len()).sum();
        assert_eq!([axes.len(), commitments.len(), milestones], counts, "{slug} ({source})");
        let page = member.get("/fr/programme").await;
        let page = if page.status == 200 { page } else { member.get(page.header("location")).await };
        let page = page.must(200).text();
        if milestones == 0 {
            let nothing = json!({ "reported": 0, "percent": null });
            assert_eq!(programme["progress"], nothing, "{slug} ({source})");
        }
        // The rate itself, not the legend of colours, which names it on every page.
        assert_eq!(words(&page).contains(NO_RATE), milestones == 0, "{slug} ({source})");
    }
    // Samples in every state of the cycle.
    for (slug, status) in [
        ("guercif", "PREPARING"),
        ("midelt", "ADOPTED"),
        ("el-marsa", "IMPLEMENTING"),
        ("biougra", "EVALUATING"),
    ] {
        let query = "{ collectivity { currentProgramme { status isSample } } }";
        let answer = caller(port, slug).gql(query, json!({})).await;
        let expected = json!({ "status": status, "isSample": true });
        assert_eq!(answer["data"]["collectivity"]["currentProgramme"], expected, "{slug}: {answer}");
    }
}

#[tokio::test]
async fn demonstration_serves_and_keeps_what_was_written() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let arguments = ["demo", "--listen", "127.0.0.1:0", "--data-dir", data.to_str().unwrap()];
    let Some(mut command) = program(&[]) else { return };
    let (running, port) = Running::start(&mut command, &arguments);

    let (network, fes) = (caller(port, ""), caller(port, "fes"));
    network.get("/healthz").await.must(200);
    network.get("/readyz").await.must(200);
    for path in ["/ar/", "/fr/members", "/ar/news", "/fr/progress"] {
        network.get(path).await.must(200);
    }
    for path in ["/ar/", "/ar/news", "/fr/programme", "/ar/feed.atom"] {
        fes.get(path).await.must(200);
    }
    let query = "{ collectivities(first: 100) { totalCount nodes { slug name currentProgramme { progress { percent } } } } }";
    let members = network.gql(query, json!({})).await;
    assert_eq!(members["data"]["collectivities"]["totalCount"], 66, "{members}");

    real_programmes_say_what_is_known(port).await;

    let text = std::fs::read_to_string(data.join("sign-ins.json")).unwrap();
    let sign_ins: Value = serde_json::from_str(&text).unwrap();
    let coordinator = sign_in(port, &sign_ins, "coordinator", "network").await;
    coordinator.get("/office/dashboard").await.must(200);
    let editor = sign_in(port, &sign_ins, "editor", "fes").await;
    let create = "mutation { createArticle(input: { title: { ar: \"خبر التجربة\" }, bodyHtml: { ar: \"<p>نص</p>\" } }) { id } }";
    let created = editor.gql(create, json!({})).await;
    let id = &created["data"]["createArticle"]["id"];
    let publish = "mutation($id: ID!) { publishArticle(id: $id, version: 1) { status } }";
    let published = editor.gql(publish, json!({ "id": id })).await;
    assert_eq!(published["data"]["publishArticle"]["status"], "PUBLISHED", "{published} {created}");
    assert!(fes.get("/ar/news").await.must(200).text().contains("خبر التجربة"));
    assert_eq!(running.stop(), Some(0), "asked to stop, it ends well");

    // Another port, the same data, the same passwords.
    let (running, port) = Running::start(&mut program(&[]).unwrap(), &arguments);
    assert!(caller(port, "fes").get("/ar/news").await.must(200).text().contains("خبر التجربة"));
    let text = std::fs::read_to_string(data.join("sign-ins.json")).unwrap();
    sign_in(port, &serde_json::from_str(&text).unwrap(), "editor", "fes").await;
    let again = super::run(&mut program(&[]).unwrap(), &arguments).failed();
    assert!(again.contains("data"), "two programs in one folder: {again}");
    assert_eq!(running.stop(), Some(0));
    assert_eq!(mails::read(&data.join("mail")).len(), 0, "making the demonstration mails nobody");

    let notes = data.join("notes.txt");
    std::fs::write(&notes, "mine").unwrap();
    let (running, port) =
        Running::start(&mut program(&[]).unwrap(), &[&arguments[..], &["--reset"]].concat());
    assert!(!caller(port, "fes").get("/ar/news").await.must(200).text().contains("خبر التجربة"));
    assert_eq!(running.stop(), Some(0));
    assert!(notes.exists(), "what is not ours is kept");
}
