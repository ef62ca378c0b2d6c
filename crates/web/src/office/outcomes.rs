//! What is measured and judged of one commitment: its indicators with their values, and what
//! evaluators said. Values stay; a wrong one is followed by a right one.

use askama::Template;
use axum::extract::{Form, Path, Query};
use axum::http::StatusCode;
use infitah_core::ground::error::{Error, Result};
use infitah_core::ground::ids::IndicatorId;
use infitah_core::programme::assessments::{
    self, Assessment, AssessmentInput, Completion, EarlyResults, EvaluatorKind,
};
use infitah_core::programme::commitments::{self, Commitment};
use infitah_core::programme::indicators::{self, Indicator, IndicatorInput, MeasurementInput};
use infitah_core::tenancy::permission::Action;

use super::fields::{Control, FormView, choices};
use super::form_page::FormPage;
use super::frames::Frame;
use super::programmes::{Done, ROOM};
use super::typed::{Reader, Typed};
use super::visits::{Visit, see_other};
use crate::answers::{Answer, page_with};
use crate::words::Phrase;

type Place = (String, String);

/// The page.
#[derive(Debug, Template)]
#[template(path = "office/outcomes.html")]
pub(crate) struct OutcomesPage {
    pub(crate) frame: Frame,
    pub(crate) room: &'static str,
    pub(crate) cycle: String,
    pub(crate) here: String,
    pub(crate) indicators: Vec<IndicatorView>,
    pub(crate) assessments: Vec<AssessmentView>,
    pub(crate) may_run: bool,
    pub(crate) may_measure: bool,
    pub(crate) may_record: bool,
}

/// One indicator.
#[derive(Debug, Clone)]
pub(crate) struct IndicatorView {
    pub(crate) id: String,
    pub(crate) number: i32,
    pub(crate) title: Option<Phrase>,
    pub(crate) unit: Option<Phrase>,
    pub(crate) baseline: Option<String>,
    pub(crate) target: Option<String>,
    pub(crate) values: Vec<(String, String)>,
}

/// One assessment.
#[derive(Debug, Clone)]
pub(crate) struct AssessmentView {
    pub(crate) evaluator: String,
    pub(crate) kind: String,
    pub(crate) completion: String,
    pub(crate) early: Option<String>,
    pub(crate) day: String,
}

/// `GET /office/programme/{cycle}/commitments/{number}/outcomes`.
pub(crate) async fn show(visit: Visit, Path(place): Path<Place>, Query(after): Query<Done>) -> Answer {
    visit.scope.require(Action::ReadDraft)?;
    let commitment = commitment_of(&visit, &place).await?;
    let (scope, ids) = (visit.scope.public(), [commitment.id]);
    let indicators = indicators::by_commitments(scope, &ids, None).await?.remove(&commitment.id);
    let assessments = assessments::by_commitments(scope, &ids, None).await?.remove(&commitment.id);
    let mut frame = visit.frame("office-outcomes-title").after(&after.done);
    if let Some(title) = Phrase::written(&commitment.titles, visit.locale()) {
        frame.title = title;
    }
    let page = OutcomesPage {
        frame,
        room: ROOM,
        here: path_of(&commitment),
        cycle: commitment.programme_cycle,
        indicators: indicators.iter().flatten().map(|one| IndicatorView::of(&visit, one)).collect(),
        assessments: assessments.iter().flatten().map(|one| AssessmentView::of(&visit, one)).collect(),
        may_run: visit.permits(Action::RunProgramme),
        may_measure: visit.permits(Action::ReportProgress),
        may_record: visit.permits(Action::RecordAssessment),
    };
    page_with(StatusCode::OK, &page)
}

/// `GET .../indicators/new`.
pub(crate) async fn new_indicator(visit: Visit, Path(place): Path<Place>) -> Answer {
    visit.scope.require(Action::RunProgramme)?;
    let commitment = commitment_of(&visit, &place).await?;
    let all = indicators_of(&visit, &commitment).await?;
    let number = all.iter().map(|one| one.number).max().unwrap_or(0) + 1;
    indicator_page(&visit, &commitment, None, &Typed::default().with("number", number)).shown()
}

/// `POST .../indicators`.
pub(crate) async fn add_indicator(
    visit: Visit,
    Path(place): Path<Place>,
    Form(typed): Form<Typed>,
) -> Answer {
    visit.scope.require(Action::RunProgramme)?;
    let commitment = commitment_of(&visit, &place).await?;
    save_indicator(&visit, &commitment, None, &typed).await
}

/// `GET .../indicators/{id}`.
pub(crate) async fn edit_indicator(
    visit: Visit,
    Path((cycle, number, id)): Path<(String, String, String)>,
) -> Answer {
    visit.scope.require(Action::RunProgramme)?;
    let commitment = commitment_of(&visit, &(cycle, number)).await?;
    let one = indicator_of(&visit, &commitment, &id).await?;
    let typed = Typed::default()
        .with("number", one.number)
        .with_texts("titles", &one.titles)
        .with_texts("units", &one.units)
        .with("is_percentage", if one.is_percentage { "yes" } else { "" })
        .with_some("baseline", one.baseline)
        .with_some("baseline_on", one.baseline_on)
        .with_some("target", one.target)
        .with_some("target_on", one.target_on);
    indicator_page(&visit, &commitment, Some(one.id), &typed).shown()
}

/// `POST .../indicators/{id}`.
pub(crate) async fn change_indicator(
    visit: Visit,
    Path((cycle, number, id)): Path<(String, String, String)>,
    Form(typed): Form<Typed>,
) -> Answer {
    visit.scope.require(Action::RunProgramme)?;
    let commitment = commitment_of(&visit, &(cycle, number)).await?;
    let one = indicator_of(&visit, &commitment, &id).await?;
    if typed.get("then") != "remove" {
        return save_indicator(&visit, &commitment, Some(one.id), &typed).await;
    }
    match indicators::remove(&visit.scope, one.id).await {
        Ok(()) => Ok(see_other(&format!("{}?done=indicator-removed", path_of(&commitment)))),
        Err(error) => {
            let typed = Typed::default().with("number", one.number).with_texts("titles", &one.titles);
            indicator_page(&visit, &commitment, Some(one.id), &typed).refused(&visit, error)
        }
    }
}

/// `GET .../indicators/{id}/measure`.
pub(crate) async fn ask_value(
    visit: Visit,
    Path((cycle, number, id)): Path<(String, String, String)>,
) -> Answer {
    visit.scope.require(Action::ReportProgress)?;
    let commitment = commitment_of(&visit, &(cycle, number)).await?;
    let one = indicator_of(&visit, &commitment, &id).await?;
    value_page(&visit, &commitment, &one, &Typed::default().with("measured_on", visit.scope.today())).shown()
}

/// `POST .../indicators/{id}/measure`.
pub(crate) async fn measure(
    visit: Visit,
    Path((cycle, number, id)): Path<(String, String, String)>,
    Form(typed): Form<Typed>,
) -> Answer {
    visit.scope.require(Action::ReportProgress)?;
    let commitment = commitment_of(&visit, &(cycle, number)).await?;
    let one = indicator_of(&visit, &commitment, &id).await?;
    let done = async {
        let mut reader = Reader::of(&typed);
        let (value, measured_on) = (reader.number("value"), reader.needed_day("measured_on"));
        reader.finish()?;
        let input = MeasurementInput {
            value: value.ok_or_else(|| Error::invalid("value", "field-required"))?,
            measured_on: measured_on.ok_or_else(|| Error::invalid("measured_on", "field-required"))?,
            notes: typed.texts("notes"),
            source_url: typed.some("source_url"),
            corrects: None,
        };
        indicators::measure(&visit.scope, one.id, input).await
    };
    match done.await {
        Ok(_) => Ok(see_other(&format!("{}?done=value-saved", path_of(&commitment)))),
        Err(error) => value_page(&visit, &commitment, &one, &typed).refused(&visit, error),
    }
}

/// `GET .../assessments/new`.
pub(crate) async fn new_assessment(visit: Visit, Path(place): Path<Place>) -> Answer {
    visit.scope.require(Action::RecordAssessment)?;
    let commitment = commitment_of(&visit, &place).await?;
    let typed = Typed::default().with("assessed_on", visit.scope.today());
    assessment_page(&visit, &commitment, &typed).shown()
}

/// `POST .../assessments`.
pub(crate) async fn record(visit: Visit, Path(place): Path<Place>, Form(typed): Form<Typed>) -> Answer {
    visit.scope.require(Action::RecordAssessment)?;
    let commitment = commitment_of(&visit, &place).await?;
    let done = async {
        let input = assessment(&typed)?;
        assessments::record(&visit.scope, commitment.id, input).await
    };
    match done.await {
        Ok(_) => Ok(see_other(&format!("{}?done=assessment-saved", path_of(&commitment)))),
        Err(error) => assessment_page(&visit, &commitment, &typed).refused(&visit, error),
    }
}

async fn commitment_of(visit: &Visit, (cycle, number): &Place) -> Result<Commitment> {
    let number = number.parse().map_err(|_| Error::NotFound("commitment"))?;
    commitments::by_number(visit.scope.public(), cycle, number, None).await
}

async fn indicators_of(visit: &Visit, commitment: &Commitment) -> Result<Vec<Indicator>> {
    let mut all = indicators::by_commitments(visit.scope.public(), &[commitment.id], None).await?;
    Ok(all.remove(&commitment.id).unwrap_or_default())
}

async fn indicator_of(visit: &Visit, commitment: &Commitment, id: &str) -> Result<Indicator> {
    let all = indicators_of(visit, commitment).await?;
    all.into_iter().find(|one| one.id.to_string() == id).ok_or(Error::NotFound("indicator"))
}

fn path_of(commitment: &Commitment) -> String {
    format!("{ROOM}/{}/commitments/{}/outcomes", commitment.programme_cycle, commitment.number)
}

async fn save_indicator(
    visit: &Visit,
    commitment: &Commitment,
    existing: Option<IndicatorId>,
    typed: &Typed,
) -> Answer {
    let done = async {
        let mut reader = Reader::of(typed);
        let number = reader.number("number");
        let (baseline, target) = (reader.number("baseline"), reader.number("target"));
        let (baseline_on, target_on) = (reader.day("baseline_on"), reader.day("target_on"));
        reader.finish()?;
        let input = IndicatorInput {
            commitment: commitment.id,
            number: number.ok_or_else(|| Error::invalid("number", "field-required"))?,
            titles: typed.texts("titles"),
            units: typed.texts("units"),
            is_percentage: typed.get("is_percentage") == "yes",
            baseline,
            baseline_on,
            target,
            target_on,
        };
        indicators::put(&visit.scope, existing, input).await
    };
    match done.await {
        Ok(_) => Ok(see_other(&format!("{}?done=indicator-saved", path_of(commitment)))),
        Err(error) => indicator_page(visit, commitment, existing, typed).refused(visit, error),
    }
}

fn indicator_page(
    visit: &Visit,
    commitment: &Commitment,
    existing: Option<IndicatorId>,
    typed: &Typed,
) -> FormPage {
    let here = path_of(commitment);
    let list = here.replace("/outcomes", "/indicators");
    let action = existing.map_or_else(|| list.clone(), |id| format!("{list}/{id}"));
    let form = FormView::to(visit, &action, "common-button-save")
        .or_back_to(&here)
        .texts(typed, "titles", "office-indicator-title", &Control::Line)
        .texts(typed, "units", "office-indicator-unit", &Control::Line)
        .field(typed, "is_percentage", "office-indicator-percentage", Control::Check)
        .field(typed, "baseline", "office-indicator-baseline", Control::Number)
        .field(typed, "baseline_on", "office-indicator-baseline-on", Control::Day)
        .field(typed, "target", "office-indicator-target", Control::Number)
        .field(typed, "target_on", "office-indicator-target-on", Control::Day)
        .needed(typed, "number", "office-indicator-number", Control::Number);
    let title = if existing.is_some() { "office-indicator-edit" } else { "office-indicator-new" };
    let page = FormPage::of(visit.frame(title), ROOM, form).back_to(here, commitment_name(visit, commitment));
    if existing.is_none() {
        return page;
    }
    page.and(
        FormView::to(visit, action, "office-indicator-remove")
            .prefixed("remove_")
            .hidden("then", "remove")
            .grave(),
    )
}

fn value_page(visit: &Visit, commitment: &Commitment, one: &Indicator, typed: &Typed) -> FormPage {
    let here = path_of(commitment);
    let action = format!("{}/{}/measure", here.replace("/outcomes", "/indicators"), one.id);
    let form = FormView::to(visit, action, "common-button-save")
        .or_back_to(&here)
        .needed(typed, "value", "office-indicator-value", Control::Number)
        .needed(typed, "measured_on", "office-indicator-measured-on", Control::Day)
        .field(typed, "source_url", "office-indicator-source", Control::Address)
        .texts(typed, "notes", "office-indicator-notes", &Control::Block);
    let page = FormPage::of(visit.frame("office-indicator-measure"), ROOM, form)
        .back_to(here, commitment_name(visit, commitment));
    match Phrase::written(&one.titles, visit.locale()) {
        Some(title) => page.saying(title),
        None => page,
    }
}

const EVALUATORS: [(&str, &str); 5] = [
    ("irm", "evaluator-irm"),
    ("civil_society", "evaluator-civil-society"),
    ("university", "evaluator-university"),
    ("administration", "evaluator-administration"),
    ("other", "evaluator-other"),
];

const COMPLETIONS: [(&str, &str); 5] = [
    ("no_evidence", "completion-no-evidence"),
    ("not_started", "completion-not-started"),
    ("limited", "completion-limited"),
    ("substantial", "completion-substantial"),
    ("complete", "completion-complete"),
];

const EARLY: [(&str, &str); 4] = [
    ("", "early-untold"),
    ("no_notable", "early-no-notable"),
    ("moderate", "early-moderate"),
    ("significant", "early-significant"),
];

fn assessment(typed: &Typed) -> Result<AssessmentInput> {
    let mut reader = Reader::of(typed);
    let kind = reader.chosen("evaluator_kind", EvaluatorKind::from_code);
    let completion = reader.chosen("completion", Completion::from_code);
    let early_results = match typed.get("early_results") {
        "" => None,
        _ => reader.chosen("early_results", EarlyResults::from_code),
    };
    let assessed_on = reader.needed_day("assessed_on");
    reader.finish()?;
    let missing = |field: &str| Error::invalid(field, "field-required");
    Ok(AssessmentInput {
        evaluator: typed.get("evaluator").to_owned(),
        evaluator_kind: kind.ok_or_else(|| missing("evaluator_kind"))?,
        completion: completion.ok_or_else(|| missing("completion"))?,
        early_results,
        texts: typed.texts("texts"),
        source_url: typed.some("source_url"),
        assessed_on: assessed_on.ok_or_else(|| missing("assessed_on"))?,
    })
}

fn assessment_page(visit: &Visit, commitment: &Commitment, typed: &Typed) -> FormPage {
    let here = path_of(commitment);
    let radio = |name: &str, all: &[(&str, &str)]| Control::Radio(choices(visit, typed.get(name), all));
    let form = FormView::to(visit, here.replace("/outcomes", "/assessments"), "common-button-save")
        .or_back_to(&here)
        .needed(typed, "evaluator", "office-assessment-evaluator", Control::Line)
        .needed(typed, "evaluator_kind", "office-assessment-kind", radio("evaluator_kind", &EVALUATORS))
        .needed(typed, "completion", "office-assessment-completion", radio("completion", &COMPLETIONS))
        .field(typed, "early_results", "office-assessment-early", radio("early_results", &EARLY))
        .needed(typed, "assessed_on", "office-assessment-day", Control::Day)
        .field(typed, "source_url", "office-assessment-source", Control::Address)
        .texts(typed, "texts", "office-assessment-text", &Control::Block);
    FormPage::of(visit.frame("office-assessment-new"), ROOM, form)
        .back_to(here, commitment_name(visit, commitment))
        .saying(visit.phrase("office-assessment-hint"))
}

fn commitment_name(visit: &Visit, commitment: &Commitment) -> Phrase {
    Phrase::written(&commitment.titles, visit.locale())
        .unwrap_or_else(|| visit.phrase("office-articles-untitled"))
}

impl IndicatorView {
    fn of(visit: &Visit, one: &Indicator) -> Self {
        let value = |value: f64| value.to_string();
        Self {
            id: one.id.to_string(),
            number: one.number,
            title: Phrase::written(&one.titles, visit.locale()),
            unit: Phrase::written(&one.units, visit.locale()),
            baseline: one.baseline.map(value),
            target: one.target.map(value),
            values: one
                .measurements
                .iter()
                .rev()
                .map(|one| (visit.words.date(one.measured_on), value(one.value)))
                .collect(),
        }
    }
}

impl AssessmentView {
    fn of(visit: &Visit, one: &Assessment) -> Self {
        let key = |stem: &str, code: &str| format!("{stem}-{}", code.replace('_', "-"));
        Self {
            evaluator: one.evaluator.clone(),
            kind: key("evaluator", one.evaluator_kind.code()),
            completion: key("completion", one.completion.code()),
            early: one.early_results.map(|early| key("early", early.code())),
            day: visit.words.date(one.assessed_on),
        }
    }
}
