//! The public pages of a programme: what a correction changed, and how it all stood on a past day.

use infitah_core::Locale;
use infitah_core::ground::localised::Localised;
use infitah_core::programme::assessments::{self, AssessmentInput, Completion, EvaluatorKind};
use infitah_core::programme::reports::{self, ReportInput};
use infitah_core::programme::states::State;
use infitah_core::tenancy::permission::Role;

use super::desk::{Colleague, report, today, tree, until};
use crate::harness::TestApp;

const PAGE: &str = "/fr/programme/2026-2027/commitments/1";

fn said(words: &str) -> Localised {
    Localised::new([(Locale::Fr, words.to_owned())])
}

#[tokio::test]
async fn corrections_and_past_days_are_on_the_page() {
    let app = TestApp::new().await;
    let amina = Colleague::new(&app, "fes", "amina", Role::FocalPoint).await;
    let driss = Colleague::new(&app, "fes", "driss", Role::Admin).await;
    let milestone = tree(&app, "fes", None).await[0][0].clone();
    let first_day = today(&app);
    let slip = ReportInput { texts: said("Douze ateliers tenus."), ..report(&app, State::Substantial) };
    let slip = reports::submit(&amina.scope(), milestone.id, slip).await.unwrap().id;

    until(&app, "2026-11-26T09:00:00Z");
    let right = ReportInput {
        texts: said("Deux ateliers tenus."),
        corrects: Some(slip),
        ..report(&app, State::Limited)
    };
    reports::submit(&amina.scope(), milestone.id, right).await.unwrap();
    let judged = AssessmentInput {
        evaluator: "Observatoire <régional>".into(),
        evaluator_kind: EvaluatorKind::CivilSociety,
        completion: Completion::Substantial,
        early_results: None,
        texts: Localised::default(),
        source_url: None,
        assessed_on: today(&app),
    };
    assessments::record(&driss.scope(), milestone.commitment, judged).await.unwrap();

    let reader = app.anyone("fes");
    let now = reader.get(PAGE).await.must(200).text();
    for part in [
        "<del>Douze </del>",
        "<ins>Deux </ins>",
        "Remplacé par une correction",
        "Observatoire &lt;régional&gt;",
        "Évaluations indépendantes",
    ] {
        assert!(
            now.contains(part) || now.contains(&part.replace("&lt;", "&#60;").replace("&gt;", "&#62;")),
            "{part}"
        );
    }
    let then = reader.get(&format!("{PAGE}?on={first_day}")).await.must(200).text();
    assert!(
        then.contains("Douze ateliers tenus.") && !then.contains("Deux ateliers"),
        "as it was published then"
    );
    assert!(!then.contains("Remplacé par") && !then.contains("Observatoire"));
    assert!(then.contains("telle qu’elle était publiée") && then.contains(&format!("href=\"{PAGE}\"")));
    let before = reader.get(&format!("{PAGE}?on={}", first_day.pred_opt().unwrap())).await.must(200).text();
    assert!(!before.contains("ateliers tenus"));

    let programme = reader.get(&format!("/fr/programme/2026-2027?on={first_day}")).await.must(200).text();
    assert!(programme.contains(&format!("{PAGE}?on={first_day}")), "the day goes along");
    for wrong in ["2026-11-27", "2026-02-30", "hier", "2026"] {
        for path in [PAGE, "/fr/programme/2026-2027", "/fr/programme"] {
            let page = reader.get(&format!("{path}?on={wrong}")).await.must(400).text();
            assert!(page.contains("aria-invalid=\"true\"") && page.contains(&format!("value=\"{wrong}\"")));
        }
    }
    reader.get("/fr/programme/2026-2027/changes").await.must(200);
    reader.get("/fr/programme/2030-2031/changes").await.must(404);
}

#[tokio::test]
async fn calendar_is_a_page_and_a_file() {
    let app = TestApp::new().await;
    let reader = app.anyone("fes");
    let page = reader.get("/fr/events").await.must(200).text();
    assert!(page.contains("Rapports attendus pour la période close le"), "deadlines are to come");
    let past = reader.get("/fr/events?year=2026").await.must(200).text();
    assert!(past.contains("<bdi>2026</bdi>") && past.contains("Co-mise en œuvre"));
    reader.get("/fr/events?year=soon").await.must(200);

    let answer = reader.get("/ar/events.ics").await.must(200);
    assert_eq!(answer.header("content-type"), "text/calendar; charset=utf-8");
    let file = answer.text();
    assert!(file.starts_with("BEGIN:VCALENDAR\r\n") && file.ends_with("END:VCALENDAR\r\n"));
    assert!(file.lines().all(|line| line.len() <= 75), "lines are folded");
    assert_eq!(file.matches('\n').count(), file.matches("\r\n").count());
    let count = |part: &str| file.matches(part).count();
    assert!(count("BEGIN:VEVENT") > 0);
    for part in ["UID:", "DTSTAMP:", "SUMMARY:", "DTSTART;VALUE=DATE:", "DTEND;VALUE=DATE:"] {
        assert_eq!(count(part), count("BEGIN:VEVENT"), "{part} in {file}");
    }
    assert_eq!(file, reader.get("/ar/events.ics").await.must(200).text(), "the same data, the same file");
    assert!(!file.contains(['\u{2068}', '\u{2069}']), "plain words");
    assert!(!file.contains("canaryagadir"), "nothing of the neighbour");
}
