//! Finds programmes that can be copied: those of one's own, and of other members those whose tree is
//! public. Names are compared as people type them, which no statement of both engines can, so the
//! list of members is folded here: some hundred short names, whatever their programmes hold.

use std::collections::HashMap;

use sea_orm::{FromQueryResult, Value};

use super::reading::What;
use crate::ground::error::{Error, Result};
use crate::ground::folding::fold;
use crate::ground::ids::TenantId;
use crate::ground::localised::Localised;
use crate::ground::paging::{Page, PageRequest, Position};
use crate::ground::sql::{self, Source};
use crate::programme::statements::Binds;
use crate::tenancy::collectivities::Kind;
use crate::tenancy::permission::Action;
use crate::tenancy::scope::Scope;

/// Which members are looked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SourceFilter {
    /// A part of one of its names, or of its subdomain.
    pub name: String,
    /// Of this kind.
    pub kind: Option<Kind>,
    /// In the region with this code.
    pub region: Option<String>,
}

/// A member with programmes that can be copied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceMember {
    /// Its subdomain.
    pub slug: String,
    /// What it is.
    pub kind: Kind,
    /// Its names.
    pub names: Localised,
    /// Its programmes, the latest first.
    pub programmes: Vec<SourceProgramme>,
}

/// A programme that can be copied.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct SourceProgramme {
    /// Whose it is.
    pub tenant: TenantId,
    /// Its years.
    pub cycle: String,
    /// How many axes it has.
    pub axes: i64,
    /// How many commitments.
    pub commitments: i64,
    /// Something of it was made up for demonstration.
    pub is_sample: bool,
}

/// The member's own programmes that hold something, the latest first, without the one of a cycle.
///
/// # Errors
/// `Denied`; a database fault.
pub async fn own_sources(scope: &Scope, but: &str) -> Result<Vec<SourceProgramme>> {
    scope.require(Action::RunProgramme)?;
    let tx = scope.begin_read().await?;
    let own = programmes(&tx, &[tx.tenant()], What::All).await?;
    tx.commit().await?;
    Ok(own.into_iter().filter(|programme| programme.cycle != but).collect())
}

/// A page of the other members that have a public tree, by their subdomain.
///
/// # Errors
/// `Denied`; `Invalid` for a cursor of another list.
pub async fn sources(scope: &Scope, filter: &SourceFilter, page: &PageRequest) -> Result<Page<SourceMember>> {
    #[derive(FromQueryResult)]
    struct Row {
        id: TenantId,
        slug: String,
        kind: String,
        names: Localised,
    }
    scope.require(Action::RunProgramme)?;
    let reads = scope.public().reads();
    let values: [Value; 3] = [
        scope.tenant().id.into(),
        filter.kind.map(|kind| kind.code().to_owned()).into(),
        filter.region.clone().into(),
    ];
    let mut found: Vec<Row> = sql::all(
        &reads,
        "SELECT c.id, c.slug, c.kind, c.names FROM collectivities c
         WHERE c.status = 'active' AND c.kind <> 'network' AND c.id <> $1
           AND ($2 IS NULL OR c.kind = $2) AND ($3 IS NULL OR c.region_code = $3)
           AND EXISTS (SELECT 1 FROM programmes p
             JOIN axes a ON a.tenant_id = p.tenant_id AND a.programme_id = p.id
             WHERE p.tenant_id = c.id AND p.is_published AND p.member_live AND a.is_published AND a.member_live)
         ORDER BY c.slug",
        values,
    )
    .await?;
    let wanted = fold(&filter.name);
    let is_called = |row: &Row| {
        fold(&row.slug).contains(&wanted) || row.names.iter().any(|(_, name)| fold(name).contains(&wanted))
    };
    found.retain(is_called);
    let total = found.len() as u64;
    if page.backwards {
        found.reverse();
    }
    if let Some(position) = &page.position {
        found.retain(|row| if page.backwards { row.slug < position.key } else { row.slug > position.key });
    }
    found.truncate(usize::try_from(page.fetch()).map_err(Error::internal)?);
    let found = page.page(found, total, |row| Position { key: row.slug.clone(), id: row.id.0 });
    let ids: Vec<TenantId> = found.items.iter().map(|row| row.id).collect();
    let mut held: HashMap<TenantId, Vec<SourceProgramme>> = HashMap::new();
    for programme in programmes(&reads, &ids, What::Published).await? {
        held.entry(programme.tenant).or_default().push(programme);
    }
    Ok(found.map(|row| SourceMember {
        programmes: held.remove(&row.id).unwrap_or_default(),
        kind: Kind::from_code(&row.kind).unwrap_or(Kind::Commune),
        slug: row.slug,
        names: row.names,
    }))
}

/// The programmes of these members that hold axes.
async fn programmes(source: &impl Source, members: &[TenantId], what: What) -> Result<Vec<SourceProgramme>> {
    if members.is_empty() {
        return Ok(Vec::new());
    }
    let mut binds = Binds::default();
    let of = |alias: &str| format!("{alias}.tenant_id = p.tenant_id AND {alias}.programme_id = p.id");
    let text = format!(
        "SELECT s.tenant, s.cycle, s.axes, s.commitments, s.is_sample FROM (
           SELECT p.tenant_id AS tenant, p.cycle, p.starts_on,
             (SELECT COUNT(*) FROM axes a WHERE {}{}) AS axes,
             (SELECT COUNT(*) FROM commitments k WHERE {}{}) AS commitments,
             (p.is_sample OR EXISTS (SELECT 1 FROM commitments k WHERE {}{} AND k.is_sample)) AS is_sample
           FROM programmes p WHERE p.tenant_id IN ({}){}
         ) s WHERE s.axes > 0 ORDER BY COALESCE(s.starts_on, '0001-01-01') DESC, s.cycle DESC",
        of("a"),
        what.of("a"),
        of("k"),
        what.of("k"),
        of("k"),
        what.of("k"),
        binds.list(members.iter().copied()),
        what.of("p")
    );
    Ok(sql::all(source, &text, binds.into_values()).await?)
}
