//! Indicators and assessments by plain forms: who may write them, what is refused, and where the
//! public reads them.

use infitah_core::programme::{assessments, commitments, indicators};
use infitah_core::tenancy::permission::Role;

use super::desks::done;
use crate::harness::TestApp;

const HERE: &str = "/office/programme/2026-2027/commitments/1";

#[tokio::test]
async fn commitment_is_measured_and_judged() {
    let app = TestApp::new().await;
    let amina = app.staff("fes", Role::FocalPoint).await;
    let admin = app.staff("fes", Role::Admin).await;
    let add = format!("{HERE}/indicators");
    let typed =
        [("titles_fr", "Taux de réponse"), ("is_percentage", "yes"), ("target", "150"), ("number", "1")];
    let refused = amina.post_form(&add, &typed).await.must(422).text();
    assert!(refused.contains("href=\"#target\"") && refused.contains("value=\"150\""), "{refused}");
    let typed =
        [("titles_fr", "Taux de réponse"), ("is_percentage", "yes"), ("target", "80,5"), ("number", "1")];
    let page = done(&amina, &add, &typed, "indicator-saved").await;
    assert!(page.contains("Taux de réponse") && page.contains("80.5"), "{page}");
    let id = page.split("/indicators/").find(|rest| !rest.starts_with("new") && rest.contains("/measure"));
    let one = format!("{add}/{}", id.unwrap().split('/').next().unwrap().split('"').next().unwrap());
    let value = [("value", "٦٢٫٥"), ("measured_on", "2026-11-01")];
    done(&amina, &format!("{one}/measure"), &value, "value-saved").await;
    let refused = amina.post_form(&format!("{one}/measure"), &[("value", "x")]).await.must(422).text();
    assert!(refused.contains("href=\"#value\"") && refused.contains("href=\"#measured_on\""));
    amina.post_form(&one, &[("then", "remove")]).await.must(409);

    let assess = format!("{HERE}/assessments");
    let typed = [
        ("evaluator", "Université de Fès"),
        ("evaluator_kind", "university"),
        ("completion", "limited"),
        ("assessed_on", "2026-11-02"),
    ];
    amina.post_form(&assess, &typed).await.must(403);
    admin.post_form(&assess, &typed[..2]).await.must(422);
    let page = done(&admin, &assess, &typed, "assessment-saved").await;
    assert!(page.contains("Université de Fès"));

    let scope = app.hub.public_scope(app.fes.clone(), app.hub.new_request_id());
    let commitment = commitments::by_number(&scope, "2026-2027", 1, None).await.unwrap().id;
    let measured = indicators::by_commitments(&scope, &[commitment], None).await.unwrap();
    assert_eq!(measured[&commitment][0].measurements[0].value, 62.5);
    let judged = assessments::by_commitments(&scope, &[commitment], None).await.unwrap();
    assert_eq!(judged[&commitment][0].evaluator, "Université de Fès");
}
