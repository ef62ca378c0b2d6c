//! The follow-up committee of a programme (لجنة تتبع إعداد وتنفيذ وتقييم برنامج الانفتاح): elected
//! members and civil society together. Everybody sees how many sit on it and how balanced it is;
//! names are public only by consent.

use std::collections::HashMap;

use sea_orm::{DbErr, FromQueryResult, QueryResult, Value};

use super::statements::{Binds, MOST_IDS};
use super::states::coded;
use crate::ground::database::TenantTx;
use crate::ground::error::{Error, Result};
use crate::ground::ids::{CommitteeMemberId, ProgrammeId};
use crate::ground::input::Checks;
use crate::ground::localised::Localised;
use crate::ground::sql;
use crate::tenancy::collectivities;
use crate::tenancy::permission::Action;
use crate::tenancy::scope::{PublicScope, Scope};
use crate::trust::audit;

/// Seats of a committee at most.
pub const MOST_SEATS: i64 = 60;

/// How many sit on a committee. Those whose gender is not told are in the total only.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Parity {
    /// All.
    pub total: u32,
    /// Women among them.
    pub women: u32,
    /// Men among them.
    pub men: u32,
    /// Those of civil society.
    pub civil_society: u32,
}

impl FromQueryResult for Parity {
    fn from_query_result(row: &QueryResult, prefix: &str) -> Result<Self, DbErr> {
        let count = |column| -> Result<u32, DbErr> {
            let count: i32 = row.try_get(prefix, column)?;
            u32::try_from(count).map_err(|error| DbErr::Type(error.to_string()))
        };
        Ok(Self {
            total: count("committee_total")?,
            women: count("committee_women")?,
            men: count("committee_men")?,
            civil_society: count("committee_civil_society")?,
        })
    }
}

/// Whom somebody on the committee comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Body {
    /// The council.
    Council,
    /// The staff of the collectivity.
    Administration,
    /// Associations and other actors of civil society.
    CivilSociety,
    /// Somebody else.
    Other,
}

/// A gender, for parity; telling it is optional.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Gender {
    /// A woman.
    Woman,
    /// A man.
    Man,
}

coded! {
    Body {
        Council = "council",
        Administration = "administration",
        CivilSociety = "civil_society",
        Other = "other",
    }
    Gender {
        Woman = "woman",
        Man = "man",
    }
}

/// Somebody on the committee.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct CommitteeMember {
    /// Its id.
    pub id: CommitteeMemberId,
    /// The place in the list.
    pub number: i32,
    /// The name.
    pub name: String,
    /// In what capacity: chair, association, office.
    pub capacities: Localised,
    /// Whom it comes from.
    pub body: Body,
    /// For parity; told to the office only.
    pub gender: Option<Gender>,
    /// Consented to be named in public.
    pub is_named: bool,
}

/// What the office writes of somebody on the committee.
#[derive(Debug, Clone)]
pub struct MemberInput {
    /// The name.
    pub name: String,
    /// In what capacity.
    pub capacities: Localised,
    /// Whom it comes from.
    pub body: Body,
    /// For parity, where told.
    pub gender: Option<Gender>,
    /// Consented to be named in public.
    pub is_named: bool,
}

/// Writes a seat of the committee, a new one or one that exists; the counts follow at once.
///
/// # Errors
/// `Denied`; `NotFound` for a programme or seat of another member; `Invalid` for a missing name or
/// a committee that is full.
pub async fn put(
    scope: &Scope,
    programme: ProgrammeId,
    existing: Option<CommitteeMemberId>,
    input: MemberInput,
) -> Result<CommitteeMemberId> {
    scope.require(Action::RunProgramme)?;
    let mut checks = Checks::default();
    let name = checks.line("name", &input.name, 120);
    if name.is_empty() {
        checks.refuse(crate::ground::error::FieldError::new("name", "field-required"));
    }
    let capacities = checks.localised_line("capacities", &input.capacities, 200);
    checks.finish()?;
    let tx = scope.begin().await?;
    collectivities::raise_content_version(&tx, scope).await?;
    let seats = seats(&tx, programme).await?;
    let id = existing.unwrap_or_else(|| CommitteeMemberId(scope.new_id()));
    let words: [Value; 7] = [
        tx.tenant().into(),
        id.into(),
        name.into(),
        capacities.into(),
        input.body.code().into(),
        input.gender.map(Gender::code).into(),
        input.is_named.into(),
    ];
    let text = if existing.is_some() {
        "UPDATE committee_members SET name = $3, capacities = $4, body = $5, gender = $6, is_published = $7
         WHERE tenant_id = $1 AND id = $2 AND programme_id = $8"
    } else {
        if seats.count >= MOST_SEATS {
            return Err(Error::invalid("programme", "committee-full"));
        }
        "INSERT INTO committee_members (tenant_id, id, name, capacities, body, gender, is_published, programme_id,
           number, member_live, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"
    };
    let mut values: Vec<Value> = words.into_iter().chain([programme.into()]).collect();
    if existing.is_none() {
        values.extend([(seats.last + 1).into(), seats.member_live.into(), scope.now().into()]);
    }
    if sql::run(&tx, text, values).await? == 0 {
        return Err(Error::NotFound("committee member"));
    }
    count(&tx, programme).await?;
    audit::record(&tx, scope, "put_committee_member", "programme", programme.0).await?;
    tx.commit().await?;
    collectivities::tell_changed(scope).await;
    Ok(id)
}

/// Takes somebody off the committee, with all that is kept of them here.
///
/// # Errors
/// `Denied`; `NotFound`.
pub async fn remove(scope: &Scope, id: CommitteeMemberId) -> Result<()> {
    #[derive(FromQueryResult)]
    struct Seat {
        programme_id: ProgrammeId,
    }
    scope.require(Action::RunProgramme)?;
    let tx = scope.begin().await?;
    collectivities::raise_content_version(&tx, scope).await?;
    let key: [Value; 2] = [tx.tenant().into(), id.into()];
    let seat: Option<Seat> = sql::one(
        &tx,
        "SELECT programme_id FROM committee_members WHERE tenant_id = $1 AND id = $2",
        key.clone(),
    )
    .await?;
    let programme = seat.ok_or(Error::NotFound("committee member"))?.programme_id;
    sql::run(&tx, "DELETE FROM committee_members WHERE tenant_id = $1 AND id = $2", key).await?;
    count(&tx, programme).await?;
    audit::record(&tx, scope, "remove_committee_member", "programme", programme.0).await?;
    tx.commit().await?;
    collectivities::tell_changed(scope).await;
    Ok(())
}

/// Everybody on the committee, for the office.
///
/// # Errors
/// `Denied`.
pub async fn list(scope: &Scope, programme: ProgrammeId) -> Result<Vec<CommitteeMember>> {
    scope.require(Action::ReadDraft)?;
    let tx = scope.begin_read().await?;
    let found = sql::all(
        &tx,
        "SELECT id, number, name, capacities, body, gender, is_published AS is_named FROM committee_members
         WHERE tenant_id = $1 AND programme_id = $2 ORDER BY number",
        [tx.tenant().into(), programme.into()],
    )
    .await?;
    tx.commit().await?;
    Ok(found)
}

/// Those on the committees of these programmes who consented to be named. Published: all may call
/// it.
///
/// # Errors
/// A database fault.
pub async fn by_programmes(
    scope: &PublicScope,
    programmes: &[ProgrammeId],
) -> Result<HashMap<ProgrammeId, Vec<CommitteeMember>>> {
    #[derive(FromQueryResult)]
    struct Row {
        programme: ProgrammeId,
        #[sea_orm(nested)]
        member: CommitteeMember,
    }
    let mut found: HashMap<ProgrammeId, Vec<CommitteeMember>> = HashMap::new();
    for part in programmes.chunks(MOST_IDS) {
        let mut binds = Binds::default();
        let (ids, member) = (binds.list(part.iter().copied()), binds.member(scope, "p"));
        let text = format!(
            "SELECT s.programme_id AS programme, s.id, s.number, s.name, s.capacities, s.body,
               CAST(NULL AS VARCHAR(8)) AS gender, s.is_published AS is_named
             FROM programmes p
             JOIN committee_members s ON s.tenant_id = p.tenant_id AND s.programme_id = p.id
             WHERE p.id IN ({ids}) AND p.is_published AND p.member_live{member}
               AND s.is_published AND s.member_live
             ORDER BY s.number"
        );
        let rows: Vec<Row> = sql::all(&scope.reads(), &text, binds.into_values()).await?;
        for row in rows {
            found.entry(row.programme).or_default().push(row.member);
        }
    }
    Ok(found)
}

#[derive(FromQueryResult)]
struct Seats {
    count: i64,
    last: i32,
    member_live: bool,
}

async fn seats(tx: &TenantTx, programme: ProgrammeId) -> Result<Seats> {
    let found: Option<Seats> = sql::one(
        tx,
        "SELECT COUNT(s.id) AS count, COALESCE(MAX(s.number), 0) AS last, p.member_live
         FROM programmes p
         LEFT JOIN committee_members s ON s.tenant_id = p.tenant_id AND s.programme_id = p.id
         WHERE p.tenant_id = $1 AND p.id = $2 GROUP BY p.id, p.member_live",
        [tx.tenant().into(), programme.into()],
    )
    .await?;
    found.ok_or(Error::NotFound("programme"))
}

/// Brings the public counts up to the rows they count.
async fn count(tx: &TenantTx, programme: ProgrammeId) -> Result<()> {
    let seats = |of: &str| {
        format!(
            "(SELECT COUNT(*) FROM committee_members s WHERE s.tenant_id = $1 AND s.programme_id = $2{of})"
        )
    };
    let text = format!(
        "UPDATE programmes SET committee_total = {}, committee_women = {}, committee_men = {},
           committee_civil_society = {} WHERE tenant_id = $1 AND id = $2",
        seats(""),
        seats(" AND s.gender = 'woman'"),
        seats(" AND s.gender = 'man'"),
        seats(" AND s.body = 'civil_society'"),
    );
    sql::run(tx, &text, [tx.tenant().into(), programme.into()]).await?;
    Ok(())
}
