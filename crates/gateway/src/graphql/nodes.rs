//! Things by their id alone. Each is read through its noun's own public function, so an id gives
//! nothing that the noun's own field would not. What may not be seen is null.

use std::collections::HashMap;

use async_graphql::{Context, ID, Interface, Result};
use infitah_core::ground::error::Error;
use infitah_core::ground::ids::{ArticleId, CommitmentId, DocumentId, EventId, ProgrammeId, TenantId};
use infitah_core::news::{articles, documents, events};
use infitah_core::programme::{commitments, programmes};
use infitah_core::tenancy::collectivities::{self, Kind};
use infitah_core::tenancy::scope::PublicScope;
use uuid::Uuid;

use super::articles::Article;
use super::collectivities::Collectivity;
use super::commitments::Commitment;
use super::documents::Document;
use super::events::Event;
use super::ids::{self, Noun};
use super::programmes::Programme;
use super::texts::scope;

/// How many ids may be asked for at once.
pub(crate) const MOST: usize = 100;

/// A thing with an id of its own.
#[derive(Debug, Clone, Interface)]
#[graphql(field(name = "id", ty = "ID", desc = "An opaque id."))]
pub(crate) enum Node {
    /// A member.
    Collectivity(Collectivity),
    /// A news article.
    Article(Article),
    /// A programme.
    Programme(Programme),
    /// A commitment.
    Commitment(Commitment),
    /// An event.
    Event(Event),
    /// A document.
    Document(Document),
}

/// The things of these ids, in their order; one statement for each noun that is named.
pub(crate) async fn find(ctx: &Context<'_>, ids: &[ID]) -> Result<Vec<Option<Node>>> {
    if ids.len() > MOST {
        return Err(Error::invalid("ids", "paging-count").into());
    }
    let asked: Vec<Option<(Noun, Uuid)>> = ids.iter().map(|id| ids::decode(id)).collect();
    let of = |noun: Noun| asked.iter().flatten().filter(move |asked| asked.0 == noun).map(|asked| asked.1);
    let scope = scope(ctx);
    let mut found: HashMap<Uuid, Node> = HashMap::new();
    found.extend(members(scope, of(Noun::Collectivity).map(TenantId).collect()).await?);
    found.extend(news(scope, of(Noun::Article).map(ArticleId).collect()).await?);
    found.extend(plans(scope, of(Noun::Programme).map(ProgrammeId).collect()).await?);
    found.extend(promises(scope, of(Noun::Commitment).map(CommitmentId).collect()).await?);
    found.extend(gatherings(scope, of(Noun::Event).map(EventId).collect()).await?);
    found.extend(papers(scope, of(Noun::Document).map(DocumentId).collect()).await?);
    Ok(asked.into_iter().map(|asked| asked.and_then(|(_, id)| found.get(&id).cloned())).collect())
}

type Named = Vec<(Uuid, Node)>;

async fn members(scope: &PublicScope, mut ids: Vec<TenantId>) -> Result<Named> {
    let own = scope.tenant();
    ids.retain(|id| own.is_network() || *id == own.id);
    let found = collectivities::by_ids(scope, &ids).await?.into_iter();
    let found = found.filter(|member| member.kind != Kind::Network);
    Ok(found.map(|member| (member.id.0, Node::Collectivity(Collectivity(member)))).collect())
}

async fn news(scope: &PublicScope, ids: Vec<ArticleId>) -> Result<Named> {
    let found = articles::by_ids(scope, &ids).await?.into_iter();
    Ok(found.map(|card| (card.id.0, Node::Article(card.into()))).collect())
}

async fn plans(scope: &PublicScope, ids: Vec<ProgrammeId>) -> Result<Named> {
    let found = programmes::by_ids(scope, &ids).await?.into_iter();
    Ok(found.map(|programme| (programme.id.0, Node::Programme(Programme::today(programme)))).collect())
}

async fn promises(scope: &PublicScope, ids: Vec<CommitmentId>) -> Result<Named> {
    let found = commitments::by_ids(scope, &ids, None).await?.into_iter();
    Ok(found.map(|commitment| (commitment.id.0, Node::Commitment(Commitment::today(commitment)))).collect())
}

async fn gatherings(scope: &PublicScope, ids: Vec<EventId>) -> Result<Named> {
    let found = events::by_ids(scope, &ids).await?.into_iter();
    Ok(found.map(|event| (event.id.0, Node::Event(Event(event)))).collect())
}

async fn papers(scope: &PublicScope, ids: Vec<DocumentId>) -> Result<Named> {
    let found = documents::by_ids(scope, &ids).await?.into_iter();
    Ok(found.map(|document| (document.id.0, Node::Document(Document(document)))).collect())
}
