//! The ledger of progress: each report stays as it was written, a later one or a correction is a
//! new row. Readers see approved reports only.

use std::collections::HashMap;

use chrono::NaiveDate;
use sea_orm::{FromQueryResult, Value};

use super::statements::{Binds, MOST_IDS};
use super::states::State;
use super::summaries;
use crate::ground::error::{Error, FieldError, Result};
use crate::ground::ids::{CommitmentId, MilestoneId, ProgrammeId, ReportId};
use crate::ground::input::Checks;
use crate::ground::localised::Localised;
use crate::ground::sql;
use crate::tenancy::collectivities;
use crate::tenancy::permission::Action;
use crate::tenancy::scope::{PublicScope, Scope};
use crate::trust::audit;

/// What can stand in the way of a milestone, as codes.
pub const OBSTACLES: [&str; 6] = ["funding", "resources", "priorities", "approvals", "dependency", "other"];

/// Reports that one call gives at most.
pub const MOST_REPORTS: u32 = 200;

/// An approved entry of the ledger.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Report {
    /// Its id.
    pub id: ReportId,
    /// The milestone it is about.
    pub milestone: MilestoneId,
    /// The number of that milestone.
    pub milestone_number: i32,
    /// What it declares.
    pub state: State,
    /// What was done, in the words of the member.
    pub texts: Localised,
    /// Where the evidence is.
    pub evidence_url: Option<String>,
    /// What stands in the way, one of [`OBSTACLES`].
    pub obstacle: Option<String>,
    /// The day it speaks of.
    pub reported_on: NaiveDate,
    /// The report that it corrects.
    pub corrects: Option<ReportId>,
    /// Made up for demonstration.
    pub is_sample: bool,
}

/// What the staff of a member reports of a milestone.
#[derive(Debug, Clone)]
pub struct ReportInput {
    /// What it declares.
    pub state: State,
    /// What was done.
    pub texts: Localised,
    /// Where the evidence is: an `http` or `https` address.
    pub evidence_url: Option<String>,
    /// What stands in the way, one of [`OBSTACLES`]; needed when little or nothing was done.
    pub obstacle: Option<String>,
    /// The day it speaks of, today at the latest.
    pub reported_on: NaiveDate,
}

/// The approved reports on the milestones of a commitment, the latest first, [`MOST_REPORTS`] at
/// most. Published: all may call it.
///
/// # Errors
/// A database fault.
pub async fn by_commitment(scope: &PublicScope, commitment: CommitmentId, limit: u32) -> Result<Vec<Report>> {
    let mut binds = Binds::default();
    let (id, member) = (binds.one(commitment), binds.member(scope, "c"));
    let text = format!(
        "SELECT r.id, r.milestone_id AS milestone, m.number AS milestone_number, r.state, r.texts, r.evidence_url,
           r.obstacle, r.reported_on, r.corrects_id AS corrects, r.is_sample
         FROM commitments c
         JOIN milestones m ON m.tenant_id = c.tenant_id AND m.commitment_id = c.id
         JOIN progress_reports r ON r.tenant_id = m.tenant_id AND r.milestone_id = m.id
         WHERE c.id = {id} AND c.is_published AND c.member_live{member} AND m.is_published AND m.member_live
           AND r.status = 'approved' AND r.member_live
         ORDER BY r.reported_on DESC, r.id DESC LIMIT {}",
        limit.min(MOST_REPORTS)
    );
    Ok(sql::all(&scope.reads(), &text, binds.into_values()).await?)
}

/// The latest reports of each of these commitments, up to a day if one is given: so many of each,
/// by one statement for all. Published: all may call it.
///
/// # Errors
/// A database fault.
pub async fn by_commitments(
    scope: &PublicScope,
    commitments: &[CommitmentId],
    as_of: Option<NaiveDate>,
    limit: u32,
) -> Result<HashMap<CommitmentId, Vec<Report>>> {
    #[derive(FromQueryResult)]
    struct Row {
        commitment: CommitmentId,
        #[sea_orm(nested)]
        report: Report,
    }
    let mut found: HashMap<CommitmentId, Vec<Report>> = HashMap::new();
    for part in commitments.chunks(MOST_IDS) {
        let mut binds = Binds::default();
        let (ids, member) = (binds.list(part.iter().copied()), binds.member(scope, "c"));
        let until = as_of.map(|day| format!(" AND r.reported_on <= {}", binds.one(day))).unwrap_or_default();
        let text = format!(
            "SELECT x.* FROM (
               SELECT m.commitment_id AS commitment, r.id, r.milestone_id AS milestone, m.number AS milestone_number,
                 r.state, r.texts, r.evidence_url, r.obstacle, r.reported_on, r.corrects_id AS corrects, r.is_sample,
                 ROW_NUMBER() OVER (PARTITION BY m.commitment_id ORDER BY r.reported_on DESC, r.id DESC) AS place
               FROM commitments c
               JOIN milestones m ON m.tenant_id = c.tenant_id AND m.commitment_id = c.id
               JOIN progress_reports r ON r.tenant_id = m.tenant_id AND r.milestone_id = m.id
               WHERE c.id IN ({ids}) AND c.is_published AND c.member_live{member} AND m.is_published AND m.member_live
                 AND r.status = 'approved' AND r.member_live{until}) x
             WHERE x.place <= {} ORDER BY x.reported_on DESC, x.id DESC",
            limit.min(MOST_REPORTS)
        );
        let rows: Vec<Row> = sql::all(&scope.reads(), &text, binds.into_values()).await?;
        for row in rows {
            found.entry(row.commitment).or_default().push(row.report);
        }
    }
    Ok(found)
}

/// Adds a report to the ledger. It counts at once: who may report is trusted to approve, until
/// members ask for a second pair of eyes.
///
/// # Errors
/// `NotFound` for a milestone of another member; `Invalid` when the day lies ahead, the evidence
/// is no web address, or little was done and no obstacle is named.
pub async fn report(scope: &Scope, milestone: MilestoneId, input: ReportInput) -> Result<ReportId> {
    #[derive(FromQueryResult)]
    struct About {
        programme_id: ProgrammeId,
        is_sample: bool,
        member_live: bool,
    }
    scope.require(Action::ReportProgress)?;
    let mut checks = Checks::default();
    let (texts, evidence_url) = check(&mut checks, "", scope.today(), &input);
    if matches!(input.state, State::NotStarted | State::Limited) && input.obstacle.is_none() {
        checks.refuse(FieldError::new("obstacle", "field-required"));
    }
    checks.finish()?;
    let tx = scope.begin().await?;
    // This locks the tenant's own row, so that two reports at once are counted one after the other.
    collectivities::raise_content_version(&tx, scope).await?;
    let about: Option<About> = sql::one(
        &tx,
        "SELECT programme_id, is_sample, member_live FROM milestones WHERE tenant_id = $1 AND id = $2",
        [tx.tenant().into(), milestone.into()],
    )
    .await?;
    let about = about.ok_or(Error::NotFound("milestone"))?;
    let id = ReportId(scope.new_id());
    let row: [(&str, Value); 15] = [
        ("tenant_id", tx.tenant().into()),
        ("id", id.into()),
        ("programme_id", about.programme_id.into()),
        ("milestone_id", milestone.into()),
        ("state", input.state.code().into()),
        ("texts", texts.into()),
        ("evidence_url", evidence_url.into()),
        ("obstacle", input.obstacle.into()),
        ("status", "approved".into()),
        ("reported_on", input.reported_on.into()),
        ("author_id", scope.person_id().into()),
        ("approver_id", scope.person_id().into()),
        ("is_sample", about.is_sample.into()),
        ("member_live", about.member_live.into()),
        ("created_at", scope.now().into()),
    ];
    sql::insert(&tx, "progress_reports", row).await?;
    summaries::refresh(&tx, scope).await?;
    audit::record(&tx, scope, Action::ReportProgress.code(), "milestone", milestone.0).await?;
    tx.commit().await?;
    collectivities::tell_changed(scope).await;
    Ok(id)
}

/// The rules of all reports, typed or loaded; gives the cleaned texts and the cleaned address.
pub(super) fn check(
    checks: &mut Checks,
    prefix: &str,
    today: NaiveDate,
    input: &ReportInput,
) -> (Localised, Option<String>) {
    if input.reported_on > today {
        checks.refuse(FieldError::new(format!("{prefix}reported_on"), "field-invalid-date"));
    }
    if input.obstacle.as_deref().is_some_and(|code| !OBSTACLES.contains(&code)) {
        checks.refuse(FieldError::new(format!("{prefix}obstacle"), "field-unknown-value"));
    }
    let texts = checks.localised_block(&format!("{prefix}texts"), &input.texts, 5_000);
    (texts, link(checks, &format!("{prefix}evidence_url"), input.evidence_url.as_deref()))
}

/// A web address that may stand in an `href`.
pub(super) fn link(checks: &mut Checks, field: &str, url: Option<&str>) -> Option<String> {
    let url = checks.line(field, url?, 500);
    if url.is_empty() {
        return None;
    }
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    if !rest
        .is_some_and(|rest| !rest.is_empty() && !rest.starts_with('/') && !url.contains(char::is_whitespace))
    {
        checks.refuse(FieldError::new(field, "field-unknown-value"));
    }
    Some(url)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn evidence_is_a_web_address() {
        for (url, good) in [
            ("https://fes.ma/?p=8858", true),
            ("http://example.org", true),
            (" https://example.org/a ", true),
            ("", true),
            ("javascript:alert(1)", false),
            ("https://", false),
            ("https:///x", false),
            ("//example.org", false),
            ("https://exa mple.org", false),
            ("ftp://example.org", false),
        ] {
            let mut checks = Checks::default();
            link(&mut checks, "evidence_url", Some(url));
            assert_eq!(checks.finish().is_ok(), good, "{url:?}");
        }
    }
}
