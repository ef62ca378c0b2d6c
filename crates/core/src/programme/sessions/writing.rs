//! How the office writes sessions. What a session decided about a programme that was adopted by it
//! stands; the rest of it can be corrected.

use chrono::NaiveDate;
use sea_orm::{FromQueryResult, Value};

use super::{COLUMNS, Outcome, Session, Votes};
use crate::ground::database::TenantTx;
use crate::ground::error::{Error, FieldError, Result};
use crate::ground::ids::{ProgrammeId, SessionId};
use crate::ground::input::Checks;
use crate::ground::localised::Localised;
use crate::ground::sql;
use crate::programme::programmes::SessionKind;
use crate::programme::reports::link;
use crate::tenancy::collectivities;
use crate::tenancy::permission::Action;
use crate::tenancy::scope::Scope;
use crate::trust::audit::{self, Changes};

/// Votes of one kind at most; no council has so many members.
const MOST_VOTES: i32 = 1_000;

/// What the office writes of a session.
#[derive(Debug, Clone)]
pub struct SessionInput {
    /// The programme it is about, if any.
    pub programme: Option<ProgrammeId>,
    /// Ordinary or extraordinary.
    pub kind: SessionKind,
    /// Its first day.
    pub starts_on: NaiveDate,
    /// Its last day, where it has several.
    pub ends_on: Option<NaiveDate>,
    /// Where it meets.
    pub places: Localised,
    /// What it is about.
    pub agendas: Localised,
    /// What became of it.
    pub outcome: Outcome,
    /// The number of its decision.
    pub decision_number: Option<String>,
    /// What it decided.
    pub decisions: Localised,
    /// The votes on the programme.
    pub votes: Votes,
    /// Where the decision or the minutes are published.
    pub document_url: Option<String>,
}

#[derive(FromQueryResult)]
struct About {
    adopted_on: Option<NaiveDate>,
    /// Sessions other than the one at hand that adopted it.
    adopting: i64,
}

/// Writes a session, a new one or one that is at the version seen.
///
/// # Errors
/// `Denied`; `NotFound`, also for a programme of another member; `Conflict` when somebody changed
/// it meanwhile; `Invalid` with every broken rule.
pub async fn put(
    scope: &Scope,
    existing: Option<(SessionId, i32)>,
    input: SessionInput,
) -> Result<SessionId> {
    scope.require(Action::RunProgramme)?;
    let input = check(scope.today(), input)?;
    let tx = scope.begin().await?;
    collectivities::raise_content_version(&tx, scope).await?;
    let before = match existing {
        Some((id, seen)) => Some(at_version(&tx, id, seen).await?),
        None => None,
    };
    if let Some(before) = &before {
        keep_what_was_adopted(&tx, before, &input).await?;
    }
    if let Some(programme) = input.programme {
        let other = before.as_ref().map(|session| session.id);
        let about = about(&tx, programme, other).await?;
        if input.outcome == Outcome::Adopted && about.adopting > 0 {
            return Err(Error::invalid("outcome", "session-already-adopted"));
        }
    }
    let id = existing.map_or_else(|| SessionId(scope.new_id()), |(id, _)| id);
    write(&tx, scope, id, existing.is_some(), input).await?;
    let changes = match &before {
        Some(before) => differences(before, &load(&tx, id).await?),
        None => Changes::new(),
    };
    audit::record_with(&tx, scope, "put_session", ("session", id.0), &changes).await?;
    tx.commit().await?;
    collectivities::tell_changed(scope).await;
    Ok(id)
}

/// Takes a session off the calendar that was never held.
///
/// # Errors
/// `Denied`; `NotFound`; `Conflict` when somebody changed it meanwhile; `Invalid` when it is no
/// longer only planned, for what was held stays.
pub async fn remove(scope: &Scope, id: SessionId, seen: i32) -> Result<()> {
    scope.require(Action::RunProgramme)?;
    let tx = scope.begin().await?;
    collectivities::raise_content_version(&tx, scope).await?;
    if at_version(&tx, id, seen).await?.outcome != Outcome::Planned {
        return Err(Error::invalid("outcome", "session-was-held"));
    }
    let key: [Value; 2] = [tx.tenant().into(), id.into()];
    sql::run(&tx, "DELETE FROM council_sessions WHERE tenant_id = $1 AND id = $2", key).await?;
    audit::record(&tx, scope, "remove_session", "session", id.0).await?;
    tx.commit().await?;
    collectivities::tell_changed(scope).await;
    Ok(())
}

/// The session whatever its visibility, for the transaction that is about it.
pub(in crate::programme) async fn load(tx: &TenantTx, id: SessionId) -> Result<Session> {
    let text = format!("SELECT {COLUMNS} FROM council_sessions s WHERE s.tenant_id = $1 AND s.id = $2");
    sql::one(tx, &text, [tx.tenant().into(), id.into()]).await?.ok_or(Error::NotFound("session"))
}

async fn at_version(tx: &TenantTx, id: SessionId, seen: i32) -> Result<Session> {
    let session = load(tx, id).await?;
    if session.version == seen { Ok(session) } else { Err(Error::Conflict("session-changed-meanwhile")) }
}

fn differences(before: &Session, after: &Session) -> Changes {
    Changes::new()
        .field("outcome", before.outcome.code(), after.outcome.code())
        .field("session_kind", before.kind.code(), after.kind.code())
        .day("starts_on", Some(before.starts_on), Some(after.starts_on))
        .day("ends_on", before.ends_on, after.ends_on)
        .texts("place", &before.places, &after.places)
        .texts("agenda", &before.agendas, &after.agendas)
        .field("decision_number", before.decision_number.clone(), after.decision_number.clone())
        .texts("decision", &before.decisions, &after.decisions)
        .field("votes_for", before.votes.in_favour, after.votes.in_favour)
        .field("votes_against", before.votes.against, after.votes.against)
        .field("votes_abstained", before.votes.abstained, after.votes.abstained)
        .field("source_url", before.document_url.clone(), after.document_url.clone())
}

async fn about(tx: &TenantTx, programme: ProgrammeId, besides: Option<SessionId>) -> Result<About> {
    let found: Option<About> = sql::one(
        tx,
        "SELECT p.adopted_on, (SELECT COUNT(*) FROM council_sessions s WHERE s.tenant_id = p.tenant_id
           AND s.programme_id = p.id AND s.outcome = 'adopted' AND s.id <> $3) AS adopting
         FROM programmes p WHERE p.tenant_id = $1 AND p.id = $2",
        [tx.tenant().into(), programme.into(), besides.map_or(programme.0, |session| session.0).into()],
    )
    .await?;
    found.ok_or(Error::NotFound("programme"))
}

/// Once a programme is adopted, the session that adopted it stays the one that did.
async fn keep_what_was_adopted(tx: &TenantTx, before: &Session, input: &SessionInput) -> Result<()> {
    let (Some(programme), Outcome::Adopted) = (before.programme, before.outcome) else { return Ok(()) };
    if about(tx, programme, Some(before.id)).await?.adopted_on.is_none() {
        return Ok(());
    }
    let same = input.programme == before.programme
        && input.outcome == before.outcome
        && input.kind == before.kind
        && input.starts_on == before.starts_on
        && input.ends_on == before.ends_on;
    let is_proven = input.decision_number.is_some() || input.document_url.is_some();
    if same && is_proven { Ok(()) } else { Err(Error::invalid("outcome", "session-adopted-programme")) }
}

fn check(today: NaiveDate, input: SessionInput) -> Result<SessionInput> {
    let mut checks = Checks::default();
    let places = checks.localised_line("places", &input.places, 200);
    let agendas = checks.localised_block("agendas", &input.agendas, 5_000);
    let decisions = checks.localised_block("decisions", &input.decisions, 5_000);
    let number = input.decision_number.as_deref().map(|text| checks.line("decision_number", text, 64));
    let document_url = link(&mut checks, "document_url", input.document_url.as_deref());
    if input.ends_on.is_some_and(|day| day < input.starts_on) {
        checks.refuse(FieldError::new("ends_on", "session-ends-before-start"));
    }
    let decided = matches!(input.outcome, Outcome::Adopted | Outcome::Rejected);
    if (decided || input.outcome == Outcome::Held) && input.starts_on > today {
        checks.refuse(FieldError::new("outcome", "session-not-held-yet"));
    }
    if decided && input.programme.is_none() {
        checks.refuse(FieldError::new("programme", "session-decides-on-nothing"));
    }
    let votes = input.votes;
    for (field, count) in [
        ("votes.in_favour", votes.in_favour),
        ("votes.against", votes.against),
        ("votes.abstained", votes.abstained),
    ] {
        if count.is_some_and(|count| !(0..=MOST_VOTES).contains(&count)) {
            checks
                .refuse(FieldError::new(field, "field-out-of-range").with("min", 0).with("max", MOST_VOTES));
        }
    }
    // A tie is decided by the vote of the chair, so only a minority refutes an adoption.
    let is_minority = votes.in_favour.zip(votes.against).is_some_and(|(yes, no)| yes < no);
    if input.outcome == Outcome::Adopted && is_minority {
        checks.refuse(FieldError::new("votes.in_favour", "session-adopted-by-minority"));
    }
    checks.finish()?;
    let decision_number = number.filter(|text| !text.is_empty());
    Ok(SessionInput { places, agendas, decisions, decision_number, document_url, ..input })
}

async fn write(tx: &TenantTx, scope: &Scope, id: SessionId, exists: bool, input: SessionInput) -> Result<()> {
    let row: [(&str, Value); 14] = [
        ("programme_id", input.programme.into()),
        ("kind", input.kind.code().into()),
        ("starts_on", input.starts_on.into()),
        ("ends_on", input.ends_on.into()),
        ("places", input.places.into()),
        ("agendas", input.agendas.into()),
        ("outcome", input.outcome.code().into()),
        ("decision_number", input.decision_number.into()),
        ("decisions", input.decisions.into()),
        ("votes_for", input.votes.in_favour.into()),
        ("votes_against", input.votes.against.into()),
        ("votes_abstained", input.votes.abstained.into()),
        ("document_url", input.document_url.into()),
        ("updated_at", scope.now().into()),
    ];
    let key: [(&str, Value); 2] = [("tenant_id", tx.tenant().into()), ("id", id.into())];
    if exists {
        let sets: Vec<String> =
            row.iter().zip(3..).map(|((column, _), place)| format!("{column} = ${place}")).collect();
        let text = format!(
            "UPDATE council_sessions SET {}, version = version + 1 WHERE tenant_id = $1 AND id = $2",
            sets.join(", ")
        );
        sql::run(tx, &text, key.into_iter().chain(row).map(|(_, value)| value)).await?;
        return Ok(());
    }
    let live = super::super::cycle::is_live(tx).await?;
    let made: [(&str, Value); 5] = [
        ("is_sample", scope.tenant().is_sample.into()),
        ("is_published", true.into()),
        ("member_live", live.into()),
        ("version", 1.into()),
        ("created_at", scope.now().into()),
    ];
    let (columns, values): (Vec<&str>, Vec<Value>) = key.into_iter().chain(row).chain(made).unzip();
    Ok(sql::insert_all(tx, "council_sessions", &columns, vec![values]).await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn input() -> SessionInput {
        SessionInput {
            programme: Some(ProgrammeId(uuid::Uuid::nil())),
            kind: SessionKind::Ordinary,
            starts_on: day(5),
            ends_on: None,
            places: Localised::default(),
            agendas: Localised::default(),
            outcome: Outcome::Adopted,
            decision_number: Some("  ".into()),
            decisions: Localised::default(),
            votes: Votes { in_favour: Some(7), against: Some(7), abstained: None },
            document_url: None,
        }
    }

    fn day(number: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 10, number).expect("a day")
    }

    fn refused(change: impl FnOnce(&mut SessionInput)) -> Vec<&'static str> {
        let mut input = input();
        change(&mut input);
        match check(day(20), input) {
            Err(Error::Invalid(errors)) => errors.iter().map(|error| error.key).collect(),
            _ => Vec::new(),
        }
    }

    #[test]
    fn what_a_session_cannot_be_is_refused() {
        let cleaned = check(day(20), input()).expect("a tie is decided by the chair");
        assert_eq!(cleaned.decision_number, None, "spaces are no number");
        assert_eq!(refused(|input| input.ends_on = Some(day(4))), ["session-ends-before-start"]);
        assert_eq!(refused(|input| input.starts_on = day(21)), ["session-not-held-yet"]);
        assert_eq!(refused(|input| input.programme = None), ["session-decides-on-nothing"]);
        assert_eq!(refused(|input| input.votes.against = Some(8)), ["session-adopted-by-minority"]);
        assert_eq!(refused(|input| input.votes.abstained = Some(-1)), ["field-out-of-range"]);
        assert_eq!(
            refused(|input| input.document_url = Some("javascript:x".into())),
            ["field-unknown-value"]
        );
        let planned = |input: &mut SessionInput| {
            (input.outcome, input.starts_on, input.programme) = (Outcome::Planned, day(30), None);
        };
        assert!(refused(planned).is_empty(), "a session to come needs no programme");
    }
}
