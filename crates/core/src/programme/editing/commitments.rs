//! Edits the commitments of a programme with the fields of the Open Government Partnership's
//! template. Oddities of real plans are accepted: no lead, no policy area, no days.

use chrono::NaiveDate;
use sea_orm::{FromQueryResult, Value};

use super::{Ground, Room, before, begin, days_in_order, finish, keep, number, number_taken};
use crate::ground::database::TenantTx;
use crate::ground::error::{Error, FieldError, Result};
use crate::ground::ids::{AxisId, CommitmentId, ProgrammeId};
use crate::ground::input::Checks;
use crate::ground::localised::Localised;
use crate::ground::sql;
use crate::programme::reports::link;
use crate::programme::seeding::MOST_COMMITMENTS;
use crate::programme::seeding::checking::{MOST_DIRHAMS, is_code};
use crate::tenancy::permission::Action;
use crate::tenancy::scope::Scope;

/// What the staff says of a commitment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CommitmentInput {
    /// The one axis it stands in.
    pub axis: AxisId,
    /// Its number within the programme; the next one, or the same as before, when none is given.
    pub number: Option<i32>,
    /// Its titles.
    pub titles: Localised,
    /// What it is.
    pub descriptions: Localised,
    /// The problem it answers.
    pub problems: Localised,
    /// How things stood before.
    pub status_quos: Localised,
    /// What will be done.
    pub actions: Localised,
    /// How that answers the problem.
    pub contributions: Localised,
    /// The goal it serves in the long run.
    pub long_term_goals: Localised,
    /// What is to come of it.
    pub expected_results: Localised,
    /// Who is responsible; often not known yet.
    pub leads: Localised,
    /// Who takes part.
    pub partners: Localised,
    /// Where the money comes from.
    pub funding_sources: Localised,
    /// Values of open government it serves, as codes.
    pub values: Vec<String>,
    /// Policy areas, as codes.
    pub policy_areas: Vec<String>,
    /// Whole dirhams.
    pub budget: Option<i64>,
    /// Its code at the Open Government Partnership.
    pub ogp_code: Option<String>,
    /// Where it is published.
    pub source_url: Option<String>,
    /// Its first day.
    pub starts_on: Option<NaiveDate>,
    /// Its last day, within those of the programme.
    pub ends_on: Option<NaiveDate>,
}

impl CommitmentInput {
    /// A commitment with a title and nothing else yet.
    pub fn new(axis: AxisId, titles: Localised) -> Self {
        let none = Localised::default;
        Self {
            axis,
            number: None,
            titles,
            descriptions: none(),
            problems: none(),
            status_quos: none(),
            actions: none(),
            contributions: none(),
            long_term_goals: none(),
            expected_results: none(),
            leads: none(),
            partners: none(),
            funding_sources: none(),
            values: Vec::new(),
            policy_areas: Vec::new(),
            budget: None,
            ogp_code: None,
            source_url: None,
            starts_on: None,
            ends_on: None,
        }
    }
}

/// A commitment as an editor opens it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    /// What it says.
    pub input: CommitmentInput,
    /// The version that a change has to name.
    pub version: i32,
}

/// Opens a commitment of the tenant, public or not.
///
/// # Errors
/// `Denied`; `NotFound`.
pub async fn open_commitment(scope: &Scope, programme: ProgrammeId, id: CommitmentId) -> Result<Opened> {
    #[derive(FromQueryResult)]
    struct Tag {
        kind: String,
        code: String,
    }
    scope.require(Action::ReadDraft)?;
    let tx = scope.begin_read().await?;
    let row: Option<Row> = sql::one(
        &tx,
        "SELECT axis_id AS axis, number, titles, descriptions, problems, status_quos, actions, contributions,
           long_term_goals, expected_results, leads, partners, funding_sources, budget, ogp_code, source_url,
           starts_on, ends_on, version
         FROM commitments WHERE tenant_id = $1 AND programme_id = $2 AND id = $3",
        [tx.tenant().into(), programme.into(), id.into()],
    )
    .await?;
    let row = row.ok_or(Error::NotFound("commitment"))?;
    let tags: Vec<Tag> = sql::all(
        &tx,
        "SELECT kind, code FROM commitment_tags WHERE tenant_id = $1 AND commitment_id = $2 ORDER BY code",
        [tx.tenant().into(), id.into()],
    )
    .await?;
    tx.commit().await?;
    let version = row.version;
    let mut input = row.input();
    for Tag { kind, code } in tags {
        if kind == "value" { input.values.push(code) } else { input.policy_areas.push(code) }
    }
    Ok(Opened { input, version })
}

/// Adds a commitment to a programme, or changes the one with this id that is at the version seen.
///
/// # Errors
/// `Denied`; `NotFound`; `Conflict` when it changed meanwhile or the programme has ended; `Invalid`
/// with every broken rule.
pub async fn put_commitment(
    scope: &Scope,
    programme: ProgrammeId,
    seen: Option<(CommitmentId, i32)>,
    input: CommitmentInput,
) -> Result<CommitmentId> {
    scope.require(Action::RunProgramme)?;
    let tx = begin(scope).await?;
    let ground = Ground::of(&tx, programme).await?;
    let input = check(&ground, input)?;
    let stands: Option<sql::Count> = sql::one(
        &tx,
        "SELECT COUNT(*) AS count FROM axes WHERE tenant_id = $1 AND programme_id = $2 AND id = $3",
        [tx.tenant().into(), programme.into(), input.axis.into()],
    )
    .await?;
    if stands.is_none_or(|stands| stands.count == 0) {
        return Err(Error::invalid("axis", "field-unknown-value"));
    }
    let in_axis = Room::under(&tx, "commitments", "axis_id", input.axis.0).await?;
    let (tags, axis) = (tags(&input), input.axis);
    let (id, replaced) = if let Some((id, version)) = seen {
        let replaced = before(&tx, &ground, id).await?;
        if stands_in(&tx, programme, id, version).await? != axis {
            in_axis.holds_one_more(MOST_COMMITMENTS)?;
        }
        let changed = change(&tx, scope, id, input).await;
        sql::or_taken(changed, number_taken)?;
        let of = [tx.tenant().into(), id.into()];
        sql::run(&tx, "DELETE FROM commitment_tags WHERE tenant_id = $1 AND commitment_id = $2", of).await?;
        (id, replaced)
    } else {
        in_axis.holds_one_more(MOST_COMMITMENTS)?;
        let next = Room::under(&tx, "commitments", "programme_id", programme.0).await?.next;
        let id = CommitmentId(scope.new_id());
        sql::or_taken(add(&tx, scope, &ground, id, next, input).await, number_taken)?;
        (id, None)
    };
    let tags = tags
        .into_iter()
        .map(|(kind, code)| {
            let (shown, live) = (ground.is_shown.into(), ground.member_live.into());
            vec![tx.tenant().into(), id.into(), kind.into(), code.into(), shown, live]
        })
        .collect();
    let columns = ["tenant_id", "commitment_id", "kind", "code", "is_published", "member_live"];
    sql::insert_all(&tx, "commitment_tags", &columns, tags).await?;
    keep(&tx, scope, &ground, replaced).await?;
    finish(tx, scope, "put_commitment", "commitment", id.0).await?;
    Ok(id)
}

/// Removes a commitment with its milestones and indicators, while nothing was ever reported on,
/// measured or judged of it.
///
/// # Errors
/// `Denied`; `NotFound`; `Conflict` when the programme is adopted or the commitment has a history.
pub async fn remove_commitment(scope: &Scope, programme: ProgrammeId, id: CommitmentId) -> Result<()> {
    scope.require(Action::RunProgramme)?;
    let tx = begin(scope).await?;
    Ground::of(&tx, programme).await?.must_be_in_preparation()?;
    let key = || -> [Value; 2] { [tx.tenant().into(), id.into()] };
    let history: Option<sql::Count> = sql::one(
        &tx,
        "SELECT (SELECT COUNT(*) FROM milestones m
                 JOIN progress_reports r ON r.tenant_id = m.tenant_id AND r.milestone_id = m.id
                 WHERE m.tenant_id = $1 AND m.commitment_id = $2)
              + (SELECT COUNT(*) FROM indicators i
                 JOIN measurements v ON v.tenant_id = i.tenant_id AND v.indicator_id = i.id
                 WHERE i.tenant_id = $1 AND i.commitment_id = $2)
              + (SELECT COUNT(*) FROM assessments WHERE tenant_id = $1 AND commitment_id = $2)
              + (SELECT COUNT(*) FROM commitment_revisions WHERE tenant_id = $1 AND commitment_id = $2) AS count",
        key(),
    )
    .await?;
    if history.is_some_and(|history| history.count > 0) {
        return Err(Error::Conflict("tree-has-history"));
    }
    let milestones = "SELECT id FROM milestones WHERE tenant_id = $1 AND commitment_id = $2";
    let drafts = format!("DELETE FROM report_drafts WHERE tenant_id = $1 AND milestone_id IN ({milestones})");
    for text in [
        drafts.as_str(),
        "DELETE FROM milestones WHERE tenant_id = $1 AND commitment_id = $2",
        "DELETE FROM indicators WHERE tenant_id = $1 AND commitment_id = $2",
        "DELETE FROM commitment_tags WHERE tenant_id = $1 AND commitment_id = $2",
    ] {
        // Four tables, whatever the commitment holds.
        sql::run(&tx, text, key()).await?;
    }
    let removed = sql::run(
        &tx,
        "DELETE FROM commitments WHERE tenant_id = $1 AND id = $2 AND programme_id = $3",
        key().into_iter().chain([programme.into()]),
    )
    .await?;
    if removed == 0 {
        return Err(Error::NotFound("commitment"));
    }
    finish(tx, scope, "remove_commitment", "commitment", id.0).await
}

/// The axis that a commitment stands in, if it still is at the version seen.
async fn stands_in(tx: &TenantTx, programme: ProgrammeId, id: CommitmentId, seen: i32) -> Result<AxisId> {
    #[derive(FromQueryResult)]
    struct Here {
        axis: AxisId,
        version: i32,
    }
    let here: Option<Here> = sql::one(
        tx,
        "SELECT axis_id AS axis, version FROM commitments WHERE tenant_id = $1 AND programme_id = $2 AND id = $3",
        [tx.tenant().into(), programme.into(), id.into()],
    )
    .await?;
    let here = here.ok_or(Error::NotFound("commitment"))?;
    if here.version == seen { Ok(here.axis) } else { Err(Error::Conflict("tree-changed-meanwhile")) }
}

fn check(ground: &Ground, input: CommitmentInput) -> Result<CommitmentInput> {
    let mut checks = Checks::default();
    let mut input = input;
    number(&mut checks, input.number);
    checks.required("titles", &input.titles);
    input.titles = checks.localised_line("titles", &input.titles, 300);
    for (field, text) in [
        ("descriptions", &mut input.descriptions),
        ("problems", &mut input.problems),
        ("status_quos", &mut input.status_quos),
        ("actions", &mut input.actions),
        ("contributions", &mut input.contributions),
        ("long_term_goals", &mut input.long_term_goals),
        ("expected_results", &mut input.expected_results),
        ("leads", &mut input.leads),
        ("partners", &mut input.partners),
        ("funding_sources", &mut input.funding_sources),
    ] {
        *text = checks.localised_block(field, text, 10_000);
    }
    for (field, codes) in [("values", &mut input.values), ("policy_areas", &mut input.policy_areas)] {
        codes.sort();
        codes.dedup();
        if codes.len() > 20 || codes.iter().any(|code| !is_code(code)) {
            checks.refuse(FieldError::new(field, "field-unknown-value"));
        }
    }
    if input.budget.is_some_and(|budget| !(0..=MOST_DIRHAMS).contains(&budget)) {
        checks
            .refuse(FieldError::new("budget", "field-out-of-range").with("min", 0).with("max", MOST_DIRHAMS));
    }
    input.ogp_code =
        input.ogp_code.map(|code| checks.line("ogp_code", &code, 16)).filter(|code| !code.is_empty());
    input.source_url = link(&mut checks, "source_url", input.source_url.as_deref());
    ground.day(&mut checks, "starts_on", input.starts_on);
    ground.day(&mut checks, "ends_on", input.ends_on);
    days_in_order(&mut checks, "ends_on", input.starts_on, input.ends_on);
    checks.finish()?;
    Ok(input)
}

fn tags(input: &CommitmentInput) -> Vec<(&'static str, String)> {
    let values = input.values.iter().map(|code| ("value", code.clone()));
    values.chain(input.policy_areas.iter().map(|code| ("policy_area", code.clone()))).collect()
}

/// The columns of what the staff writes, but for the number.
const WRITTEN: [&str; 17] = [
    "axis_id",
    "titles",
    "descriptions",
    "problems",
    "status_quos",
    "actions",
    "contributions",
    "long_term_goals",
    "expected_results",
    "leads",
    "partners",
    "funding_sources",
    "budget",
    "ogp_code",
    "source_url",
    "starts_on",
    "ends_on",
];

fn written(input: CommitmentInput) -> [Value; 17] {
    [
        input.axis.into(),
        input.titles.into(),
        input.descriptions.into(),
        input.problems.into(),
        input.status_quos.into(),
        input.actions.into(),
        input.contributions.into(),
        input.long_term_goals.into(),
        input.expected_results.into(),
        input.leads.into(),
        input.partners.into(),
        input.funding_sources.into(),
        input.budget.into(),
        input.ogp_code.into(),
        input.source_url.into(),
        input.starts_on.into(),
        input.ends_on.into(),
    ]
}

async fn change(
    tx: &TenantTx,
    scope: &Scope,
    id: CommitmentId,
    input: CommitmentInput,
) -> std::result::Result<u64, sea_orm::DbErr> {
    let set: Vec<String> =
        WRITTEN.iter().enumerate().map(|(index, column)| format!("{column} = ${}", index + 5)).collect();
    let text = format!(
        "UPDATE commitments SET number = COALESCE($3, number), updated_at = $4, version = version + 1, {}
         WHERE tenant_id = $1 AND id = $2",
        set.join(", ")
    );
    let first: [Value; 4] = [tx.tenant().into(), id.into(), input.number.into(), scope.now().into()];
    sql::run(tx, &text, first.into_iter().chain(written(input))).await
}

async fn add(
    tx: &TenantTx,
    scope: &Scope,
    ground: &Ground,
    id: CommitmentId,
    next: i32,
    input: CommitmentInput,
) -> std::result::Result<(), sea_orm::DbErr> {
    let first: [(&str, Value); 10] = [
        ("tenant_id", tx.tenant().into()),
        ("id", id.into()),
        ("programme_id", ground.programme.into()),
        ("number", input.number.unwrap_or(next).into()),
        ("is_sample", ground.is_sample.into()),
        ("is_published", ground.is_shown.into()),
        ("member_live", ground.member_live.into()),
        ("version", 1.into()),
        ("created_at", scope.now().into()),
        ("updated_at", scope.now().into()),
    ];
    let columns: Vec<&str> = first.iter().map(|(column, _)| *column).chain(WRITTEN).collect();
    let row = first.into_iter().map(|(_, value)| value).chain(written(input)).collect();
    sql::insert_all(tx, "commitments", &columns, vec![row]).await
}

#[derive(FromQueryResult)]
struct Row {
    axis: AxisId,
    number: i32,
    titles: Localised,
    descriptions: Localised,
    problems: Localised,
    status_quos: Localised,
    actions: Localised,
    contributions: Localised,
    long_term_goals: Localised,
    expected_results: Localised,
    leads: Localised,
    partners: Localised,
    funding_sources: Localised,
    budget: Option<i64>,
    ogp_code: Option<String>,
    source_url: Option<String>,
    starts_on: Option<NaiveDate>,
    ends_on: Option<NaiveDate>,
    version: i32,
}

impl Row {
    fn input(self) -> CommitmentInput {
        CommitmentInput {
            axis: self.axis,
            number: Some(self.number),
            titles: self.titles,
            descriptions: self.descriptions,
            problems: self.problems,
            status_quos: self.status_quos,
            actions: self.actions,
            contributions: self.contributions,
            long_term_goals: self.long_term_goals,
            expected_results: self.expected_results,
            leads: self.leads,
            partners: self.partners,
            funding_sources: self.funding_sources,
            values: Vec::new(),
            policy_areas: Vec::new(),
            budget: self.budget,
            ogp_code: self.ogp_code,
            source_url: self.source_url,
            starts_on: self.starts_on,
            ends_on: self.ends_on,
        }
    }
}
