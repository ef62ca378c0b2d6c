//! A workshop from the focal point's desk to its readers: typed by the clock of Morocco, published,
//! changed by two at once, held and counted, another one cancelled with its reason; in the calendar, as
//! a file, on the network's host and in the graph.

use chrono::TimeDelta;
use infitah_core::tenancy::permission::Role;
use serde_json::{Value, json};

use super::publishing::version_of;
use crate::harness::{Caller, TestApp};

const FORM: [(&str, &str); 7] = [
    ("titles_ar", "ورشة الأحياء"),
    ("titles_fr", "Atelier des quartiers"),
    ("kind", "workshop"),
    ("day", "2026-12-01"),
    ("starts_at", "09:30"),
    ("ends_at", "12:00"),
    ("places_ar", "قاعة البلدية"),
];

/// The form with other values in place of some.
fn form<'a>(changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let kept = FORM.into_iter().filter(|(name, _)| changes.iter().all(|(one, _)| one != name));
    kept.chain(changes.iter().copied()).collect()
}

/// Writes an event and makes it public; the path of its desk.
async fn published(writer: &Caller, changes: &[(&str, &str)]) -> String {
    let fields = form(&[changes, &[("then", "publish")]].concat());
    let saved = writer.post_form("/office/events", &fields).await.must(303);
    assert!(saved.header("location").ends_with("?done=event-published"), "{}", saved.header("location"));
    saved.header("location").split('?').next().unwrap().to_owned()
}

async fn step(caller: &Caller, path: &str, verb: &str, more: &[(&str, &str)]) {
    let version = version_of(caller, path).await;
    let mut fields = vec![("version", version.as_str())];
    fields.extend_from_slice(more);
    caller.post_form(&format!("{path}/{verb}"), &fields).await.must(303);
}

fn public(path: &str, locale: &str) -> String {
    path.replace("/office/", &format!("/{locale}/"))
}

#[tokio::test]
async fn workshop_goes_from_the_desk_to_the_calendar_and_its_minutes_after_it() {
    let app = TestApp::new().await;
    let writer = app.staff("fes", Role::FocalPoint).await;
    let reader = app.anyone("fes");
    let linked = [
        ("programme", "2026-2027"),
        ("step", "8"),
        ("agendas_ar", "كلمة\nنقاش"),
        ("descriptions_ar", "<script>x</script>من أجل الأحياء"),
    ];
    let path = published(&writer, &linked).await;
    let page = reader.get(&public(&path, "ar")).await.must(200).text();
    for word in ["ورشة الأحياء", "09:30 – 12:00", "قاعة البلدية", "<li>نقاش</li>", "من أجل الأحياء"]
    {
        assert!(page.contains(word), "{word}: {page}");
    }
    assert!(!page.contains("<script>x") && !page.contains("id=\"attendance\""));
    let programme = reader.get("/fr/programme/2026-2027").await.must(200).text();
    assert!(programme.contains(&public(&path, "fr")), "the step leads to it");
    for (caller, calendar) in [(&reader, "/fr/events"), (&app.anyone(""), "/fr/events")] {
        let page = caller.get(calendar).await.must(200).text();
        assert!(page.contains("Atelier des quartiers") && page.contains(&public(&path, "fr")), "{page}");
    }
    let file = reader.get(&format!("{}/event.ics", public(&path, "fr"))).await.must(200).text();
    assert!(file.contains("DTSTART:20261201T083000Z") && file.contains("DTEND:20261201T110000Z"), "{file}");

    // Before it is held nobody says how it went; afterwards what was not counted is not zero.
    let desk = writer.get(&path).await.must(200).text();
    assert!(!desk.contains("/record\""));
    let version = version_of(&writer, &path).await;
    let early = [("version", version.as_str()), ("minutes_ar", "مبكر")];
    writer.post_form(&format!("{path}/record"), &early).await.must(422);
    app.pass(TimeDelta::days(9));
    let writer = app.staff("fes", Role::Editor).await;
    let wrong = [
        ("version", version.as_str()),
        ("minutes_ar", "اتفق الحاضرون"),
        ("hall_total", "40"),
        ("hall_women", "41"),
    ];
    let refused = writer.post_form(&format!("{path}/record"), &wrong).await.must(422).text();
    assert!(refused.contains("id=\"hall_women_error\"") && refused.contains("اتفق الحاضرون"), "{refused}");
    let counted = [
        ("minutes_ar", "اتفق الحاضرون على الأولويات"),
        ("hall_total", "٤٠"),
        ("hall_women", "22"),
        ("online_total", "0"),
    ];
    step(&writer, &path, "record", &counted).await;
    let page = reader.get(&public(&path, "fr")).await.must(200).text();
    assert!(page.contains("اتفق الحاضرون على الأولويات") && page.contains("<td>40</td><td>22</td>"), "{page}");
    assert_eq!(page.matches("Non compté").count(), 5, "{page}");
    assert!(page.contains("<td>0</td>"), "nobody came online, which is known");
    let past = writer.get("/office/events?shown=past").await.must(200).text();
    assert!(past.contains(&path) && !writer.get("/office/events").await.text().contains(&path));

    step(&writer, &path, "take-back", &[]).await;
    reader.get(&public(&path, "ar")).await.must(404);
    assert!(writer.get("/office/events?shown=drafts").await.text().contains(&path));
    step(&writer, &path, "archive", &[]).await;
    assert!(writer.get("/office/events?shown=archived").await.text().contains(&path));
}

#[tokio::test]
async fn cancelled_workshop_stays_and_says_why() {
    let app = TestApp::new().await;
    let writer = app.staff("fes", Role::FocalPoint).await;
    let path = published(&writer, &[("registration_url", "https://example.org/register")]).await;
    let open = app.anyone("fes").get(&public(&path, "fr")).await.must(200).text();
    assert!(open.contains("https://example.org/register"));
    let version = version_of(&writer, &path).await;
    let silent = [("version", version.as_str()), ("reasons_fr", "Intempéries")];
    let refused = writer.post_form(&format!("{path}/cancel"), &silent).await.must(422).text();
    assert!(refused.contains("id=\"reasons_ar_error\"") && refused.contains("Intempéries"), "{refused}");
    step(&writer, &path, "cancel", &[("reasons_ar", "سوء الأحوال الجوية"), ("reasons_fr", "Intempéries")])
        .await;
    let page = app.anyone("fes").get(&public(&path, "fr")).await.must(200).text();
    assert!(page.contains("Ce rendez-vous est annulé.") && page.contains("Intempéries"), "{page}");
    assert!(!page.contains("https://example.org/register"), "nobody registers for it");
    for (slug, calendar) in [("fes", "/fr/events"), ("", "/fr/events")] {
        let page = app.anyone(slug).get(calendar).await.must(200).text();
        assert!(page.contains("class=\"flag late\">Annulé"), "{page}");
        let file = app.anyone(slug).get(&format!("{calendar}.ics")).await.must(200).text();
        assert!(file.contains("STATUS:CANCELLED") && file.contains("UID:event-"), "{file}");
    }
    let version = version_of(&writer, &path).await;
    let late = [("version", version.as_str()), ("reasons_ar", "مرة أخرى")];
    writer.post_form(&format!("{path}/cancel"), &late).await.must(409);
    // Announced again, it has no reason any more.
    step(&writer, &path, "take-back", &[]).await;
    let version = version_of(&writer, &path).await;
    writer.post_form(&path, &form(&[("version", &version), ("then", "publish")])).await.must(303);
    let page = app.anyone("fes").get(&public(&path, "fr")).await.must(200).text();
    assert!(!page.contains("Intempéries"));
}

#[tokio::test]
async fn what_cannot_be_is_refused_at_its_field_and_nothing_typed_is_lost() {
    let app = TestApp::new().await;
    let writer = app.staff("fes", Role::FocalPoint).await;
    for (changes, control) in [
        (vec![("ends_at", "09:30")], "ends_at"),
        (vec![("ends_at", "")], ""),
        (vec![("ends_at", ""), ("last_day", "2026-12-02")], "ends_at"),
        (vec![("starts_at", "25:00")], "starts_at"),
        (vec![("starts_at", "")], "starts_at"),
        // The clock of Morocco goes on by an hour that night.
        (vec![("day", "2026-03-22"), ("starts_at", "02:30")], "starts_at"),
        (vec![("day", "31/02/2026")], "day"),
        (vec![("day", "9999-01-01")], "day"),
        (vec![("titles_ar", ""), ("titles_fr", "")], "titles_ar"),
        (vec![("titles_ar", ""), ("then", "publish")], "titles_ar"),
        (vec![("kind", "party")], "kind"),
        (vec![("step", "4")], "programme"),
        (vec![("registration_url", "javascript:x")], "registration_url"),
    ] {
        let answer = writer.post_form("/office/events", &form(&changes)).await;
        if control.is_empty() {
            answer.must(303);
            continue;
        }
        let page = answer.must(422).text();
        assert!(page.contains(&format!("id=\"{control}_error\"")), "{changes:?}: {page}");
        assert!(page.contains("value=\"قاعة البلدية\""), "{changes:?}");
    }
}

#[tokio::test]
async fn two_who_write_at_once_see_both_versions() {
    let app = TestApp::new().await;
    let (writer, editor) = (app.staff("fes", Role::FocalPoint).await, app.staff("fes", Role::Editor).await);
    let path = published(&writer, &[]).await;
    let version = version_of(&writer, &path).await;
    writer.post_form(&path, &form(&[("version", &version), ("places_ar", "دار الشباب")])).await.must(303);
    let mine = form(&[("version", &version), ("places_ar", "المكتبة"), ("kind", "meeting")]);
    let page = editor.post_form(&path, &mine).await.must(409).text();
    assert!(page.contains("الشباب</del>") && page.contains("value=\"المكتبة\""), "{page}");
    let stored = app.anyone("fes").get(&public(&path, "ar")).await.text();
    assert!(stored.contains("دار الشباب"), "nothing was replaced");
    let field = page.split("name=\"version\"").nth(1).unwrap();
    let now = field.split("value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    editor.post_form(&path, &form(&[("version", &now), ("places_ar", "المكتبة")])).await.must(303);
    assert!(app.anyone("fes").get(&public(&path, "ar")).await.text().contains("المكتبة"));
}

#[tokio::test]
async fn moderator_reads_the_list_and_the_neighbour_finds_nothing() {
    let app = TestApp::new().await;
    let path = published(&app.staff("fes", Role::FocalPoint).await, &[]).await;
    let moderator = app.staff("fes", Role::Moderator).await;
    assert!(moderator.get("/office/events").await.must(200).text().contains("ورشة الأحياء"));
    moderator.get(&path).await.must(403);
    moderator.post_form("/office/events", &form(&[])).await.must(403);
    let neighbour = app.staff("agadir", Role::Admin).await;
    neighbour.get(&path).await.must(404);
    for verb in ["", "/record", "/cancel", "/take-back", "/archive"] {
        neighbour
            .post_form(&format!("{path}{verb}"), &form(&[("version", "2"), ("reasons_ar", "x")]))
            .await
            .must(404);
    }
    app.anyone("agadir").get(&public(&path, "ar")).await.must(404);
    app.anyone("").get(&public(&path, "ar")).await.must(404);
}

#[tokio::test]
async fn events_are_read_in_pages_from_the_graph() {
    let app = TestApp::with_outcomes(1).await;
    let query = "query($after: String, $filter: EventFilter) { events(first: 1, after: $after, filter: $filter) {
        totalCount pageInfo { hasNextPage endCursor }
        nodes { id kind status title(locale: FR) descriptionHtml minutesHtml agenda cancelReason(locale: FR) startsAt url(locale: FR)
          attendances { channel total women men } programme { cycle } step collectivity { slug } } } }";
    let fes = app.anyone("fes");
    let first = fes.gql(query, json!({})).await["data"]["events"].clone();
    assert_eq!(
        (&first["totalCount"], &first["pageInfo"]["hasNextPage"]),
        (&json!(2), &json!(true)),
        "{first}"
    );
    assert_eq!(first["nodes"][0]["status"], "CANCELLED", "the latest first");
    assert_eq!(first["nodes"][0]["cancelReason"], "Motif canaryfes");
    let second =
        fes.gql(query, json!({ "after": first["pageInfo"]["endCursor"] })).await["data"]["events"].clone();
    let held = &second["nodes"][0];
    assert_eq!(held["attendances"], json!([{ "channel": "HALL", "total": 40, "women": 22, "men": null }]));
    assert_eq!((&held["programme"]["cycle"], &held["step"]), (&json!("2026-2027"), &json!(4)));
    assert!(held["minutesHtml"].as_str().unwrap().contains("canaryfes"), "{held}");
    let node = fes
        .gql(
            "query($id: ID!) { node(id: $id) { ... on Event { title } } event(id: $id) { title } }",
            json!({ "id": held["id"] }),
        )
        .await;
    assert_eq!(node["data"]["node"], node["data"]["event"], "{node}");
    let none = fes.gql(query, json!({ "filter": { "collectivity": "agadir" } })).await;
    assert!(!none.to_string().contains("canaryagadir"), "{none}");

    let network = app.anyone("");
    let coming = network.gql(query, json!({ "filter": { "from": "2026-11-23", "kind": "WORKSHOP" } })).await;
    assert_eq!(coming["data"]["events"]["totalCount"], 2, "one of each twin: {coming}");
    let of = "{ collectivities(first: 10) { nodes { slug events(first: 1) { totalCount nodes { title } } } }
        calendar(first: 100) { kind event { status title(locale: FR) } } }";
    let answer = network.gql(of, json!({})).await;
    let members = answer["data"]["collectivities"]["nodes"].as_array().unwrap().clone();
    assert!(members.iter().all(|member| member["events"]["totalCount"] == 2), "{answer}");
    let entries = answer["data"]["calendar"].as_array().unwrap();
    let events: Vec<&Value> = entries.iter().filter(|entry| entry["kind"] == "EVENT").collect();
    assert_eq!(events.len(), 2, "{answer}");
    assert!(events.iter().all(|entry| entry["event"]["status"] == "CANCELLED"), "{answer}");
}
