//! The shipped facts and sample texts, as their files hold them. Where they come from stands in
//! `data/LICENSES.md`.

use std::collections::BTreeMap;

use anyhow::Context as _;
use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use infitah_core::Locale;
use infitah_core::ground::localised::Localised;
use infitah_core::tenancy::regions::Region;
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// Everything that is shipped.
#[derive(Debug)]
pub(crate) struct Samples {
    pub(crate) regions: Vec<Region>,
    pub(crate) members: Vec<Member>,
    pub(crate) articles: Vec<Article>,
    pub(crate) events: Vec<Event>,
    pub(crate) sample_articles: SampleArticles,
    pub(crate) programmes: Vec<Programme>,
    pub(crate) sample_programme: SampleProgramme,
    pub(crate) report_texts: BTreeMap<String, Vec<Localised>>,
    pub(crate) sample_cycle: SampleCycle,
    pub(crate) staff: Vec<Account>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Member {
    pub(crate) slug: String,
    pub(crate) kind: String,
    pub(crate) hcp_code: Option<String>,
    pub(crate) region_code: Option<String>,
    pub(crate) names: Localised,
    pub(crate) full_names: Localised,
    pub(crate) cohort: Option<i32>,
    pub(crate) cohort_note: Option<String>,
    pub(crate) joined_on: Option<NaiveDate>,
    pub(crate) population_2024: Option<i64>,
    pub(crate) is_sample: bool,
    pub(crate) source: Option<String>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Article {
    pub(crate) member: String,
    pub(crate) slug: Localised,
    pub(crate) category: String,
    pub(crate) published_at: DateTime<Utc>,
    pub(crate) title: Localised,
    pub(crate) summary: Localised,
    pub(crate) body_html: Localised,
}

/// An event that is known to have taken place; hours are those of the clock of Morocco.
#[derive(Debug, Deserialize)]
pub(crate) struct Event {
    pub(crate) member: String,
    pub(crate) kind: String,
    pub(crate) channel: Option<String>,
    pub(crate) programme: Option<String>,
    pub(crate) step: Option<i32>,
    pub(crate) starts_at: NaiveDateTime,
    pub(crate) ends_at: Option<NaiveDateTime>,
    pub(crate) title: Localised,
    pub(crate) place: Localised,
    pub(crate) description_html: Localised,
    pub(crate) agenda: Localised,
    pub(crate) minutes_html: Localised,
    pub(crate) source_url: Option<String>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct SampleArticles {
    pub(crate) closing_html: Localised,
    pub(crate) articles: Vec<SampleArticle>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct SampleArticle {
    pub(crate) key: String,
    pub(crate) kinds: Vec<String>,
    pub(crate) category: String,
    pub(crate) title: Localised,
    pub(crate) summary: Localised,
    pub(crate) body_html: Localised,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Programme {
    pub(crate) member: String,
    pub(crate) cycle: String,
    pub(crate) source: String,
    pub(crate) status: String,
    pub(crate) starts_on: Option<NaiveDate>,
    pub(crate) ends_on: Option<NaiveDate>,
    pub(crate) adoption: Option<Adoption>,
    pub(crate) fill: Fill,
    pub(crate) phases: Vec<Phase>,
    pub(crate) axes: Vec<Axis>,
    pub(crate) notes: Vec<Localised>,
    pub(crate) sources: Vec<Source>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Fill {
    /// Only what is known.
    None,
    /// Sample commitments under the real axes.
    Commitments,
    /// Sample axes and all below.
    Axes,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Adoption {
    pub(crate) on: Option<NaiveDate>,
    pub(crate) session: Option<String>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Source {
    pub(crate) name: String,
    pub(crate) url: Option<String>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Phase {
    pub(crate) step: String,
    pub(crate) planned_on: Option<NaiveDate>,
    pub(crate) planned_precision: Option<String>,
    pub(crate) actual_precision: Option<String>,
    pub(crate) actual_on: Option<NaiveDate>,
    pub(crate) actual_until: Option<NaiveDate>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Axis {
    pub(crate) number: i32,
    pub(crate) is_sample: bool,
    pub(crate) title: Localised,
    pub(crate) commitments: Vec<Commitment>,
}

/// A commitment; those of the Open Government Partnership have all fields, samples few.
#[derive(Debug, Deserialize)]
pub(crate) struct Commitment {
    pub(crate) number: i32,
    pub(crate) is_sample: bool,
    pub(crate) ogp_id: Option<String>,
    pub(crate) url: Option<String>,
    pub(crate) title: Localised,
    pub(crate) problem: Option<Localised>,
    pub(crate) status_quo: Option<Localised>,
    pub(crate) action: Option<Localised>,
    #[serde(default)]
    pub(crate) values: Vec<String>,
    #[serde(default)]
    pub(crate) policy_areas: Vec<String>,
    pub(crate) lead: Option<Localised>,
    #[serde(default)]
    pub(crate) partners: Vec<Localised>,
    pub(crate) starts_on: Option<NaiveDate>,
    pub(crate) ends_on: Option<NaiveDate>,
    pub(crate) milestones: Vec<Milestone>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Milestone {
    pub(crate) number: i32,
    pub(crate) is_sample: bool,
    pub(crate) title: Localised,
    pub(crate) due_on: Option<NaiveDate>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct SampleProgramme {
    pub(crate) axes: Vec<SampleAxis>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct SampleAxis {
    pub(crate) kinds: Vec<String>,
    pub(crate) title: Localised,
    pub(crate) commitments: Vec<SampleCommitment>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct SampleCommitment {
    pub(crate) title: Localised,
    pub(crate) problem: Localised,
    pub(crate) status_quo: Localised,
    pub(crate) action: Localised,
    pub(crate) expected_results: Localised,
    pub(crate) lead: Localised,
    pub(crate) partners: Vec<Localised>,
    pub(crate) values: Vec<String>,
    pub(crate) policy_areas: Vec<String>,
    pub(crate) milestones: Vec<SampleMilestone>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct SampleMilestone {
    pub(crate) title: Localised,
    pub(crate) due_month: u32,
}

/// What a sample programme that is walked through its cycle holds besides its tree.
#[derive(Debug, Deserialize)]
pub(crate) struct SampleCycle {
    pub(crate) committee: Vec<SampleSeat>,
    pub(crate) place: Localised,
    pub(crate) agenda: Localised,
    pub(crate) postponed: Localised,
    pub(crate) adopted: Localised,
    pub(crate) indicator: SampleIndicator,
    pub(crate) correction: Localised,
    pub(crate) waiting: Localised,
    pub(crate) return_reason: String,
    pub(crate) assessments: Vec<SampleAssessment>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct SampleSeat {
    pub(crate) body: String,
    pub(crate) gender: Option<String>,
    pub(crate) capacity: Localised,
}

#[derive(Debug, Deserialize)]
pub(crate) struct SampleIndicator {
    pub(crate) title: Localised,
    pub(crate) unit: Localised,
    pub(crate) baseline: f64,
    pub(crate) target: f64,
    pub(crate) values: Vec<f64>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct SampleAssessment {
    pub(crate) kind: String,
    pub(crate) evaluator: String,
    pub(crate) completion: String,
    pub(crate) early_results: Option<String>,
    pub(crate) text: Localised,
}

/// Somebody on the staff of the demonstration.
#[derive(Debug, Deserialize)]
pub(crate) struct Account {
    /// Nothing for the network.
    pub(crate) collectivity: Option<String>,
    pub(crate) role: String,
    pub(crate) email: String,
    pub(crate) name: String,
    pub(crate) locale: Locale,
}

#[derive(Debug, Deserialize)]
struct RegionLine {
    code: String,
    iso: String,
    name_ar: String,
    name_fr: String,
    name_zgh: String,
    name_en: String,
    population_2024: Option<i64>,
}

impl Samples {
    /// Reads the shipped files.
    pub(crate) fn read() -> anyhow::Result<Self> {
        Ok(Self {
            regions: regions()?,
            members: json("members", include_str!("../../data/members.json"))?,
            articles: json("articles", include_str!("../../data/articles.json"))?,
            events: json("events", include_str!("../../data/events.json"))?,
            sample_articles: json("sample articles", include_str!("../../data/sample_articles.json"))?,
            programmes: json("programmes", include_str!("../../data/programmes.json"))?,
            sample_programme: json("sample programme", include_str!("../../data/sample_programme.json"))?,
            report_texts: json("sample reports", include_str!("../../data/sample_reports.json"))?,
            sample_cycle: json("sample cycle", include_str!("../../data/sample_cycle.json"))?,
            staff: json("staff", include_str!("../../data/staff.json"))?,
        })
    }
}

fn json<T: DeserializeOwned>(what: &str, text: &str) -> anyhow::Result<T> {
    serde_json::from_str(text).with_context(|| format!("the shipped {what} cannot be read"))
}

/// The twelve regions.
pub(crate) fn regions() -> anyhow::Result<Vec<Region>> {
    let mut reader = csv::Reader::from_reader(include_str!("../../data/regions.csv").as_bytes());
    let mut regions = Vec::new();
    for line in reader.deserialize() {
        let line: RegionLine = line.context("the shipped regions cannot be read")?;
        let names = [
            (Locale::Ar, line.name_ar),
            (Locale::Fr, line.name_fr),
            (Locale::Zgh, line.name_zgh),
            (Locale::En, line.name_en),
        ];
        let (code, iso, population) = (line.code, line.iso, line.population_2024);
        regions.push(Region { code, iso, names: Localised::new(names), population });
    }
    Ok(regions)
}
