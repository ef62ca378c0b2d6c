//! Reads the facts that the method asks about a programme: two statements, in the transaction of
//! the verb that asks or for the office.

use chrono::NaiveDate;
use sea_orm::FromQueryResult;

use super::rules::{Facts, Standing, Vote};
use crate::ground::database::TenantTx;
use crate::ground::error::{Error, Result};
use crate::ground::ids::{ProgrammeId, SessionId};
use crate::ground::sql;
use crate::programme::sessions::Outcome;
use crate::tenancy::permission::Action;
use crate::tenancy::scope::Scope;

/// All that the method asks about a programme of the tenant, for the office.
///
/// # Errors
/// `Denied`; `NotFound`.
pub async fn facts(scope: &Scope, programme: ProgrammeId) -> Result<Facts> {
    scope.require(Action::ReadDraft)?;
    let tx = scope.begin_read().await?;
    let facts = load(&tx, programme).await?;
    tx.commit().await?;
    Ok(facts)
}

/// The same within a transaction.
pub(super) async fn load(tx: &TenantTx, programme: ProgrammeId) -> Result<Facts> {
    #[derive(FromQueryResult)]
    struct Row {
        session: SessionId,
        day: NaiveDate,
        outcome: Outcome,
        has_decision: bool,
    }
    let count = |what: &str| {
        format!("(SELECT COUNT(*) FROM {what} x WHERE x.tenant_id = $1 AND x.programme_id = $2)")
    };
    let began = |step: i32| {
        format!(
            "(SELECT x.started_on FROM phases x WHERE x.tenant_id = $1 AND x.programme_id = $2 AND x.step = {step})"
        )
    };
    let text = format!(
        "SELECT p.status, p.draft_published_on, p.draft_validated_on, p.adopted_on, {} AS implementation_on,
           {} AS evaluation_on, {} AS axes, {} AS commitments, {} AS milestones,
           (SELECT COUNT(DISTINCT x.commitment_id) FROM milestones x
            WHERE x.tenant_id = $1 AND x.programme_id = $2) AS ready_commitments,
           p.committee_total AS committee, p.version, p.member_live
         FROM programmes p WHERE p.tenant_id = $1 AND p.id = $2",
        began(10),
        began(11),
        count("axes"),
        count("commitments"),
        count("milestones"),
    );
    let key = || [tx.tenant().into(), programme.into()];
    let standing: Option<Standing> = sql::one(tx, &text, key()).await?;
    let standing = standing.ok_or(Error::NotFound("programme"))?;
    let votes: Vec<Row> = sql::all(
        tx,
        "SELECT s.id AS session, COALESCE(s.ends_on, s.starts_on) AS day, s.outcome,
           (s.decision_number IS NOT NULL OR s.document_url IS NOT NULL) AS has_decision
         FROM council_sessions s WHERE s.tenant_id = $1 AND s.programme_id = $2
         ORDER BY s.starts_on, s.id LIMIT 100",
        key(),
    )
    .await?;
    let votes = votes
        .into_iter()
        .map(|Row { session, day, outcome, has_decision }| Vote { session, day, outcome, has_decision })
        .collect();
    Ok(Facts { programme, standing, votes })
}
