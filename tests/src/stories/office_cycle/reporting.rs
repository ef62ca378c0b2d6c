//! The sheet of reports by plain forms: one line or all that are filled in, nothing typed is lost,
//! nobody overtakes anybody unseen, and nobody approves their own.

use infitah_core::tenancy::permission::Role;
use serde_json::Value;

use super::desks::{done, fields, line, milestones, send, send_file, value};
use crate::harness::{Caller, TestApp};

const SHEET: &str = "/office/reports/2026-2027";

async fn sheet(caller: &Caller) -> String {
    caller.get(SHEET).await.must(200).text()
}

fn with_period(page: &str, mut fields: Vec<(String, String)>, only: &str) -> Vec<(String, String)> {
    let chosen = page.split("name=\"period\" value=\"").nth(1).expect("a period");
    fields.push(("period".into(), chosen.split('"').next().unwrap().into()));
    fields.push(("only".into(), only.into()));
    fields
}

#[tokio::test]
async fn all_that_is_filled_in_is_handed_in_at_once() {
    let app = TestApp::new().await;
    let amina = app.staff("fes", Role::FocalPoint).await;
    let page = sheet(&amina).await;
    let ids = milestones(&page);
    assert_eq!(ids.len(), 6);
    let on = ("reported_on", "2026-11-20");
    let good = [("state", "substantial"), ("texts_fr", "Deux ateliers"), on];
    let bad = [("state", "limited"), ("texts_ar", "تأخر الدعم"), on];
    let mut typed = fields(&page, &ids[2], &good);
    typed.extend(fields(&page, &ids[5], &bad));
    let typed = with_period(&page, typed, "");

    // One is handed in, the other one keeps what was typed and names its field.
    let refused = send(&amina, SHEET, &typed).await.must(422).text();
    assert!(refused.contains(&format!("href=\"#{}-obstacle\"", ids[5])), "{refused}");
    assert!(line(&refused, &ids[5]).contains("تأخر الدعم"));
    let public = app.anyone("fes").get("/fr/programme/2026-2027/commitments/1").await.must(200).text();
    assert!(public.contains("Deux ateliers"), "{public}");
    // It also waits as a draft, for whoever comes back tomorrow.
    assert!(line(&sheet(&amina).await, &ids[5]).contains("تأخر الدعم"));

    // The same form sent again is one report.
    send(&amina, SHEET, &typed).await.must(422);
    let public = app.anyone("fes").get("/fr/programme/2026-2027/commitments/1").await.must(200).text();
    let first = public.matches("Deux ateliers").count();
    let mended = [("state", "limited"), ("texts_ar", "تأخر الدعم"), ("obstacle", "funding"), on];
    let typed = with_period(&refused, fields(&refused, &ids[5], &mended), "");
    let sent = send(&amina, SHEET, &typed).await.must(303);
    assert!(sent.header("location").contains("done=reports-sent"));
    let public = app.anyone("fes").get("/fr/programme/2026-2027/commitments/1").await.must(200).text();
    assert_eq!(public.matches("Deux ateliers").count(), first);
    let after = sheet(&amina).await;
    assert!(!line(&after, &ids[5]).contains("تأخر الدعم</textarea>"), "the draft is gone");
}

#[tokio::test]
async fn line_sent_alone_keeps_the_others_as_drafts() {
    let app = TestApp::new().await;
    let amina = app.staff("fes", Role::FocalPoint).await;
    let page = sheet(&amina).await;
    let ids = milestones(&page);
    let on = ("reported_on", "2026-11-20");
    let mut typed = fields(&page, &ids[2], &[("state", "complete"), on]);
    typed.extend(fields(&page, &ids[5], &[("texts_fr", "À finir ce soir"), on]));
    send(&amina, SHEET, &with_period(&page, typed, &ids[2])).await.must(303);
    let after = sheet(&amina).await;
    assert!(line(&after, &ids[5]).contains("À finir ce soir"));
    assert!(line(&after, &ids[2]).contains("state-complete"));
    // An empty line that is sent alone says what it lacks.
    let refused = send(&amina, SHEET, &with_period(&after, Vec::new(), &ids[0])).await.must(422).text();
    assert!(refused.contains(&format!("href=\"#{}-state\"", ids[0])));

    // As one types: kept, restored, thrown away.
    let json = amina.clone().with("accept", "application/json");
    let drafts = format!("{SHEET}/drafts");
    let typed = [("milestone", ids[0].as_str()), ("texts_ar", "مسودة"), ("state", "")];
    let saved: Value = serde_json::from_slice(&json.post_form(&drafts, &typed).await.must(200).body).unwrap();
    assert!(saved["saved_at"].is_string());
    assert!(line(&sheet(&amina).await, &ids[0]).contains("مسودة"));
    let typed = [("milestone", ids[0].as_str()), ("texts_ar", " "), ("state", "")];
    json.post_form(&drafts, &typed).await.must(200);
    assert!(!line(&sheet(&amina).await, &ids[0]).contains("مسودة"));
    app.anyone("fes").with("accept", "application/json").post_form(&drafts, &typed).await.must(401);
}

#[tokio::test]
async fn newer_report_is_shown_beside_what_was_typed() {
    let app = TestApp::new().await;
    let amina = app.staff("fes", Role::FocalPoint).await;
    let admin = app.staff("fes", Role::Admin).await;
    let page = sheet(&amina).await;
    let id = milestones(&page)[2].clone();
    let on = ("reported_on", "2026-11-20");
    let theirs = sheet(&admin).await;
    let first = fields(&theirs, &id, &[("state", "substantial"), ("texts_fr", "Vu par l'admin"), on]);
    send(&admin, SHEET, &with_period(&theirs, first, &id)).await.must(303);
    let typed = fields(&page, &id, &[("state", "complete"), ("texts_fr", "Mon texte"), on]);
    let conflict = send(&amina, SHEET, &with_period(&page, typed, &id)).await.must(409).text();
    let shown = line(&conflict, &id);
    assert!(shown.contains("Vu par l&#39;admin") || shown.contains("Vu par l&#x27;admin"), "{shown}");
    assert!(shown.contains("Mon texte"));
    let again = fields(&conflict, &id, &[("state", "complete"), ("texts_fr", "Mon texte"), on]);
    send(&amina, SHEET, &with_period(&conflict, again, &id)).await.must(303);
}

#[tokio::test]
async fn second_person_approves_or_returns() {
    let app = TestApp::new().await;
    let amina = app.staff("fes", Role::FocalPoint).await;
    let admin = app.staff("fes", Role::Admin).await;
    amina.post_form("/office/reports/eyes", &[("eyes", "two")]).await.must(403);
    done(&admin, "/office/reports/eyes", &[("eyes", "two")], "eyes-saved").await;
    let page = sheet(&amina).await;
    let id = milestones(&page)[2].clone();
    let on = ("reported_on", "2026-11-20");
    let typed = fields(&page, &id, &[("state", "complete"), ("texts_fr", "Livré en juin"), on]);
    let sent = send(&amina, SHEET, &with_period(&page, typed, &id)).await.must(303);
    assert!(sent.header("location").contains("done=reports-waiting"));

    let own = amina.get("/office/reports/queue").await.must(200).text();
    assert!(own.contains("Livré en juin") && !own.contains("value=\"approve\""), "{own}");
    let queue = admin.get("/office/reports/queue").await.must(200).text();
    let place =
        queue.split("action=\"/office/reports/queue/").nth(1).expect("a form").split('"').next().unwrap();
    let place = format!("/office/reports/queue/{place}");
    amina.post_form(&place, &[("then", "approve")]).await.must(403);
    let refused = admin.post_form(&place, &[("then", "return"), ("reason", " ")]).await.must(422).text();
    assert!(refused.contains("aria-invalid=\"true\""), "{refused}");
    done(&admin, &place, &[("then", "return"), ("reason", "Où est le procès-verbal ?")], "report-returned")
        .await;
    admin.post_form(&place, &[("then", "approve")]).await.must(409);

    let mine = amina.get("/office/reports/mine").await.must(200).text();
    assert!(mine.contains("Où est le procès-verbal ?"), "{mine}");
    assert!(amina.get("/office/home").await.must(200).text().contains("Où est le procès-verbal ?"));
    let page = sheet(&amina).await;
    assert!(line(&page, &id).contains("Où est le procès-verbal ?"));
    let typed = fields(&page, &id, &[("state", "complete"), ("texts_fr", "Avec le PV"), on]);
    let typed = with_period(&page, typed, &id);
    let pdf = b"%PDF-1.7\nproof";
    send_file(&amina, SHEET, &typed, &format!("{id}-file"), "pv.pdf", pdf).await.must(303);
    let queue = admin.get("/office/reports/queue").await.must(200).text();
    let file = queue.split("href=\"/office/files/").nth(1).expect("the file").split('"').next().unwrap();
    let got = admin.get(&format!("/office/files/{file}")).await.must(200);
    assert_eq!(got.body, pdf);
    assert!(got.header("content-disposition").starts_with("attachment"));
    app.staff("agadir", Role::Admin).await.get(&format!("/office/files/{file}")).await.must(404);
    let place =
        queue.split("action=\"/office/reports/queue/").nth(1).expect("a form").split('"').next().unwrap();
    done(&admin, &format!("/office/reports/queue/{place}"), &[("then", "approve")], "report-approved").await;
    let public = app.anyone("fes").get("/fr/programme/2026-2027/commitments/1").await.must(200).text();
    assert!(public.contains("Avec le PV") && !public.contains("Livré en juin"));
}

#[tokio::test]
async fn files_are_judged_by_what_they_are() {
    let app = TestApp::new().await;
    let amina = app.staff("fes", Role::FocalPoint).await;
    let page = sheet(&amina).await;
    let id = milestones(&page)[2].clone();
    let on = ("reported_on", "2026-11-20");
    let typed = fields(&page, &id, &[("state", "complete"), ("texts_fr", "Gardé"), on]);
    let typed = with_period(&page, typed, &id);
    let field = format!("{id}-file");
    let refused =
        send_file(&amina, SHEET, &typed, &field, "virus.pdf", b"MZ\x90\x00\x03").await.must(422).text();
    assert!(
        refused.contains(&format!("href=\"#{id}-file\"")) && line(&refused, &id).contains("Gardé"),
        "{refused}"
    );
    assert_eq!(value(&refused, "period"), value(&page, "period"));

    let json = amina.clone().with("accept", "application/json");
    let files = format!("{SHEET}/files");
    let large = vec![b'a'; 1_500_000];
    let taken = send_file(&json, &files, &[], "file", "notes.txt", &large).await.must(201);
    let taken: Value = serde_json::from_slice(&taken.body).unwrap();
    assert_eq!(taken["name"], "notes.txt");
    send_file(&json, &files, &[], "file", "run.exe", b"MZ\x90\x00\x03").await.must(422);
    send_file(&app.anyone("fes").with("accept", "application/json"), &files, &[], "file", "a.txt", b"a")
        .await
        .must(401);
    let editor = app.staff("fes", Role::Editor).await.with("accept", "application/json");
    send_file(&editor, &files, &[], "file", "a.txt", b"a").await.must(403);
    let huge = vec![b'a'; 23 * 1024 * 1024];
    send_file(&json, &files, &[], "file", "a.txt", &huge).await.must(413);
}

#[tokio::test]
async fn approved_report_is_corrected_by_a_form() {
    let app = TestApp::new().await;
    let amina = app.staff("fes", Role::FocalPoint).await;
    let page = sheet(&amina).await;
    let first = &milestones(&page)[0];
    let link = line(&page, first).split("href=\"/office/reports/corrections/").nth(1).expect("a link");
    let path = format!("/office/reports/corrections/{}", link.split('"').next().unwrap());

    // Everything stands there as it was said.
    let form = amina.get(&path).await.must(200).text();
    assert!(form.contains("value=\"complete\" checked") && form.contains("تقرير canaryfes"), "{form}");
    let key = value(&form, "key");
    let typed = [
        ("state", "limited"),
        ("texts_ar", "لم يكتمل بعد"),
        ("reported_on", "2026-10-24"),
        ("key", key.as_str()),
    ];
    let refused = amina.post_form(&path, &typed).await.must(422).text();
    assert!(refused.contains("id=\"obstacle_error\"") && refused.contains("لم يكتمل بعد"), "{refused}");
    let editor = app.staff("fes", Role::Editor).await;
    editor.get(&path).await.must(403);
    editor.post_form(&path, &typed).await.must(403);
    let neighbour = app.staff("agadir", Role::Admin).await;
    neighbour.get(&path).await.must(404);
    neighbour.post_form(&path, &typed).await.must(404);

    let typed = [&typed[..], &[("obstacle", "funding")]].concat();
    let sent = amina.post_form(&path, &typed).await.must(303);
    assert!(sent.header("location").contains("done=reports-sent"), "{}", sent.header("location"));
    // Sent twice over a poor line, it is one correction.
    amina.post_form(&path, &typed).await.must(303);
    let public = app.anyone("fes").get("/ar/programme/2026-2027/commitments/1").await.must(200).text();
    assert!(public.contains("لم يكتمل بعد") || public.contains("<ins>لم يكتمل بعد"), "{public}");

    // Somebody else's correction of the same entry came too late.
    amina.get(&path).await.must(409);
    let late = [("state", "complete"), ("reported_on", "2026-10-24"), ("texts_ar", "اكتمل")];
    let refused = amina.post_form(&path, &late).await.must(409).text();
    assert!(refused.contains("اكتمل") && refused.contains("error-summary"), "{refused}");

    // Where two pairs of eyes are asked for it waits.
    let admin = app.staff("fes", Role::Admin).await;
    admin.post_form("/office/reports/eyes", &[("eyes", "two")]).await.must(303);
    let page = sheet(&amina).await;
    let link = line(&page, first).split("href=\"/office/reports/corrections/").nth(1).expect("a link");
    let path = format!("/office/reports/corrections/{}", link.split('"').next().unwrap());
    let sent = amina.post_form(&path, &late).await.must(303);
    assert!(sent.header("location").contains("done=reports-waiting"));
}
