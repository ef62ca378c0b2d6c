//! A programme prepared, adopted and carried out, form by form. What the method does not allow yet
//! is said on the page, with the way to what is missing.

use chrono::TimeDelta;
use infitah_core::ground::calendar;
use infitah_core::tenancy::permission::Role;

use super::desks::{done, signed_in, value};
use crate::harness::TestApp;
use crate::stories::cycle::hidden_draft;

const HERE: &str = "/office/programme/2028-2029";

fn today(app: &TestApp) -> String {
    calendar::day(app.hub.clock().now()).to_string()
}

#[tokio::test]
async fn focal_point_runs_a_programme_by_forms() {
    let app = TestApp::new().await;
    hidden_draft(&app).await;
    let email = app.account("fes", Role::FocalPoint).await;
    let amina = signed_in(&app, &email).await;

    // The one next step: publishing cannot be undone and asks on a page of its own.
    let page = amina.get(HERE).await.must(200).text();
    assert!(page.contains(&format!("href=\"{HERE}/next/publish_draft\"")), "{page}");
    let path = format!("{HERE}/next/publish_draft");
    amina.get(&path).await.must(200);
    let ahead = calendar::day(app.hub.clock().now()) + TimeDelta::days(2);
    let refused = amina.post_form(&path, &[("on", &ahead.to_string())]).await.must(422).text();
    assert!(
        refused.contains(&format!("value=\"{ahead}\"")) && refused.contains("id=\"on_error\""),
        "{refused}"
    );
    let refused = amina.post_form(&path, &[("on", "")]).await.must(422).text();
    assert!(refused.contains("href=\"#on\""));
    app.anyone("fes").get("/fr/programme/2028-2029/commitments/1").await.must(404);
    let page = done(&amina, &path, &[("on", &today(&app))], "publish_draft").await;
    app.anyone("fes").get("/fr/programme/2028-2029/commitments/1").await.must(200);

    // Validation needs a committee, and the page leads there.
    assert!(page.contains(&format!("class=\"button\" href=\"{HERE}/committee\"")), "{page}");
    let validate = format!("{HERE}/next/validate_draft");
    amina.post_form(&validate, &[("on", &today(&app))]).await.must(422);
    let seat = [("name", ""), ("body", "council")];
    let refused = amina.post_form(&format!("{HERE}/committee"), &seat).await.must(422).text();
    assert!(refused.contains("href=\"#name\""));
    let seat =
        [("name", "سعاد"), ("body", "civil_society"), ("gender", "woman"), ("capacities_ar", "رئيسة جمعية")];
    let page = done(&amina, &format!("{HERE}/committee"), &seat, "seat-saved").await;
    assert!(page.contains("سعاد") && page.contains("رئيسة جمعية"));
    let public = app.anyone("fes").get("/ar/programme/2028-2029").await.must(200).text();
    assert!(!public.contains("سعاد"), "nobody consented");
    done(&amina, &validate, &[("on", &today(&app))], "validate_draft").await;

    // The council: planned, taken back, planned again, held.
    let page = amina.get(HERE).await.must(200).text();
    assert!(page.contains("href=\"/office/sessions/new?programme=2028-2029\""), "{page}");
    let planned = [
        ("kind", "ordinary"),
        ("starts_on", "2026-12-02"),
        ("outcome", "planned"),
        ("programme", "2028-2029"),
        ("agendas_ar", "برنامج الانفتاح"),
    ];
    let list = done(&amina, "/office/sessions", &planned, "session-saved").await;
    let session = list
        .split("href=\"/office/sessions/")
        .find(|rest| !rest.starts_with("new") && rest.contains("</a></h2>"));
    let session = format!("/office/sessions/{}", session.unwrap().split('"').next().unwrap());
    let page = amina.get(&session).await.must(200).text();
    assert!(page.contains("office-extra"), "what is planned can be taken back");
    let unusual = "ليس هذا الشهر من أشهر الدورات العادية";
    assert!(
        page.contains(unusual) && list.contains(unusual),
        "December is no month of a commune's ordinary sessions"
    );
    let remove = [("then", "remove"), ("version", "1")];
    done(&amina, &session, &remove, "session-removed").await;
    amina.get(&session).await.must(404);
    app.pass(TimeDelta::days(9));
    let amina = signed_in(&app, &email).await;
    let mut held = planned.map(|(name, value)| (name, value.to_owned())).to_vec();
    held[1].1 = today(&app);
    held[2].1 = "adopted".to_owned();
    let typed: Vec<_> = held.iter().map(|(name, value)| (*name, value.as_str())).collect();
    done(&amina, "/office/sessions", &typed, "session-saved").await;
    let adopt = format!("{HERE}/next/adopt");
    let page = amina.get(&adopt).await;
    assert_eq!(page.status, 409, "the decision has neither number nor document");
    let id = value(&page.text(), "session");
    let session = format!("/office/sessions/{id}");
    held.extend([("version", "1".to_owned()), ("decision_number", "12/2026".to_owned())]);
    let typed: Vec<_> = held.iter().map(|(name, value)| (*name, value.as_str())).collect();
    done(&amina, &session, &typed, "session-saved").await;
    let stale = amina.post_form(&session, &typed).await.must(409).text();
    assert!(stale.contains("value=\"12/2026\""), "what was typed is kept: {stale}");
    amina.post_form(&adopt, &[]).await.must(422);
    done(&amina, &adopt, &[("session", &id)], "adopt").await;

    for verb in ["begin_implementation", "begin_evaluation", "close"] {
        app.pass(TimeDelta::days(1));
        let amina = signed_in(&app, &email).await;
        done(&amina, &format!("{HERE}/next/{verb}"), &[("on", &today(&app))], verb).await;
    }
    let public = app.anyone("fes").get("/fr/programme/2028-2029").await.must(200).text();
    assert!(public.contains("12/2026") || public.contains("Clos"), "{public}");
}

#[tokio::test]
async fn steps_and_settings_are_written_down() {
    let app = TestApp::new().await;
    let amina = app.staff("fes", Role::FocalPoint).await;
    let new = [("cycle", "2030-2032"), ("report_every_months", "3")];
    let refused = amina.post_form("/office/programme", &new).await.must(422).text();
    assert!(refused.contains("value=\"2030-2032\"") && refused.contains("href=\"#cycle\""));
    let new = [("cycle", "2030/2031"), ("report_every_months", "6"), ("starts_on", "01/01/2030")];
    done(&amina, "/office/programme", &new, "programme-created").await;

    let step = "/office/programme/2030-2031/steps/4";
    let page = amina.get(step).await.must(200).text();
    assert!(!page.contains("name=\"then\""), "there is nothing to undo");
    let on = today(&app);
    let typed = [("planned_on", "2026-10-01"), ("started_on", on.as_str()), ("notes_fr", "Reporté")];
    let page = done(&amina, step, &typed, "step-saved").await;
    assert!(page.contains("Reporté"));
    let typed = [("planned_on", "2026-10-01"), ("started_on", on.as_str()), ("finished_on", "2026-10-02")];
    let refused = amina.post_form(step, &typed).await.must(422).text();
    assert!(refused.contains("id=\"finished_on_error\""), "{refused}");
    done(&amina, step, &[("then", "undo")], "step-saved").await;
    let page = amina.get(step).await.must(200).text();
    assert!(page.contains("value=\"2026-10-01\"") && !page.contains(&format!("value=\"{on}\"")));
    amina.get("/office/programme/2030-2031/steps/12").await.must(404);

    let settings = "/office/programme/2030-2031/settings";
    let seen = value(&amina.get(settings).await.must(200).text(), "version");
    let typed = [("version", seen.as_str()), ("report_every_months", "3"), ("ends_on", "2031-12-31")];
    done(&amina, settings, &typed, "programme-saved").await;
    amina.post_form(settings, &typed).await.must(409);

    // Who may only read sees the programme and changes nothing.
    let reader = app.staff("fes", Role::Moderator).await;
    let page = reader.get("/office/programme/2030-2031").await.must(200).text();
    assert!(!page.contains("/next/") && !page.contains("/steps/"), "{page}");
    for path in ["/office/programme/new", settings, step, "/office/sessions/new"] {
        reader.get(path).await.must(403);
    }
    reader.post_form(step, &[("then", "undo")]).await.must(403);
    let neighbour = app.staff("agadir", Role::Admin).await;
    neighbour.get("/office/programme/2030-2031").await.must(404);
    neighbour.post_form(step, &[("then", "undo")]).await.must(404);
}
