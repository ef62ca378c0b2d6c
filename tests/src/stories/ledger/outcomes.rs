//! What came of a commitment: values of indicators, and the judgement of somebody else beside what
//! the member declares.

use chrono::NaiveDate;
use infitah_core::Locale;
use infitah_core::ground::error::Error;
use infitah_core::ground::ids::CommitmentId;
use infitah_core::ground::localised::Localised;
use infitah_core::programme::assessments::{self, AssessmentInput, Completion, EarlyResults, EvaluatorKind};
use infitah_core::programme::indicators::{self, IndicatorInput, MeasurementInput};
use infitah_core::programme::programmes;
use infitah_core::tenancy::permission::Role;

use super::desk::{Colleague, public, refusals, today, tree, until};
use crate::harness::TestApp;

fn indicator(commitment: CommitmentId) -> IndicatorInput {
    IndicatorInput {
        commitment,
        number: 1,
        titles: Localised::new([(Locale::Fr, "Dossiers en ligne".to_owned())]),
        units: Localised::new([(Locale::Fr, "%".to_owned())]),
        is_percentage: true,
        baseline: Some(10.0),
        baseline_on: None,
        target: Some(80.0),
        target_on: None,
    }
}

fn value(value: f64, measured_on: NaiveDate) -> MeasurementInput {
    MeasurementInput { value, measured_on, notes: Localised::default(), source_url: None, corrects: None }
}

#[tokio::test]
async fn values_stay_and_corrections_take_their_place() {
    let app = TestApp::new().await;
    let amina = Colleague::new(&app, "fes", "amina", Role::FocalPoint).await;
    let commitment = tree(&app, "fes", None).await[0][0].commitment;
    let id = indicators::put(&amina.scope(), None, indicator(commitment)).await.unwrap();
    let taken = indicators::put(&amina.scope(), None, indicator(commitment)).await;
    assert!(matches!(taken, Err(Error::Conflict("field-not-unique"))));
    let first_day = today(&app);
    for wrong in [-1.0, 100.5, f64::NAN] {
        let error = indicators::measure(&amina.scope(), id, value(wrong, first_day)).await.unwrap_err();
        assert_eq!(refusals(&error)[0].0, "value", "{wrong}");
    }
    let slip = indicators::measure(&amina.scope(), id, value(90.0, first_day)).await.unwrap();
    until(&app, "2026-11-25T09:00:00Z");
    let right = || MeasurementInput { corrects: Some(slip), ..value(19.0, first_day) };
    indicators::measure(&amina.scope(), id, right()).await.unwrap();
    assert!(matches!(
        indicators::measure(&amina.scope(), id, right()).await,
        Err(Error::Conflict("report-corrected-meanwhile"))
    ));
    let shown = async |day| {
        let found = indicators::by_commitments(&public(&app, "fes"), &[commitment], day).await.unwrap();
        found[&commitment][0].measurements.iter().map(|one| one.value).collect::<Vec<_>>()
    };
    assert_eq!(shown(None).await, [19.0]);
    assert_eq!(shown(Some(first_day)).await, [90.0], "as it was shown then");
    assert_eq!(shown(first_day.pred_opt()).await, Vec::<f64>::new());

    let renamed = IndicatorInput { number: 2, ..indicator(commitment) };
    indicators::put(&amina.scope(), Some(id), renamed).await.unwrap();
    let other = IndicatorInput { is_percentage: false, ..indicator(commitment) };
    let turned = indicators::put(&amina.scope(), Some(id), other).await;
    assert!(matches!(turned, Err(Error::Conflict("indicator-measured"))));
    let removed = indicators::remove(&amina.scope(), id).await;
    assert!(matches!(removed, Err(Error::Conflict("indicator-measured"))));
    let spare = indicators::put(&amina.scope(), None, indicator(commitment)).await.unwrap();
    indicators::remove(&amina.scope(), spare).await.unwrap();
    assert!(matches!(indicators::remove(&amina.scope(), spare).await, Err(Error::NotFound(_))));
}

#[tokio::test]
async fn judgement_of_others_changes_no_number() {
    let app = TestApp::new().await;
    let amina = Colleague::new(&app, "fes", "amina", Role::FocalPoint).await;
    let driss = Colleague::new(&app, "fes", "driss", Role::Admin).await;
    let commitment = tree(&app, "fes", None).await[0][0].commitment;
    let reader = public(&app, "fes");
    let before = programmes::current(&reader).await.unwrap();
    let judged = || AssessmentInput {
        evaluator: "Université Sidi Mohamed Ben Abdellah".into(),
        evaluator_kind: EvaluatorKind::University,
        completion: Completion::NoEvidence,
        early_results: Some(EarlyResults::Moderate),
        texts: Localised::default(),
        source_url: Some("https://example.org/rapport".into()),
        assessed_on: today(&app),
    };
    let denied = assessments::record(&amina.scope(), commitment, judged()).await;
    assert!(matches!(denied, Err(Error::Denied(_))), "who reports does not judge");
    let nameless = AssessmentInput { evaluator: " ".into(), ..judged() };
    let error = assessments::record(&driss.scope(), commitment, nameless).await.unwrap_err();
    assert_eq!(refusals(&error), [("evaluator", "field-required")]);
    assessments::record(&driss.scope(), commitment, judged()).await.unwrap();
    let found = assessments::by_commitments(&reader, &[commitment], None).await.unwrap();
    let one = &found[&commitment][0];
    assert_eq!((one.completion, one.early_results), (Completion::NoEvidence, Some(EarlyResults::Moderate)));
    let past = assessments::by_commitments(&reader, &[commitment], today(&app).pred_opt()).await.unwrap();
    assert!(past.is_empty());
    assert_eq!(programmes::current(&reader).await.unwrap(), before);
}
