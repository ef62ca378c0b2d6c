//! The guard in front of validation: it bounds a document before the library looks at it, computes
//! its cost and charges it. It stands in `prepare_request`, because the library's own checks in
//! `parse_query` and later spread fragments without a memory and can be made to hang.

use std::any::TypeId;
use std::net::IpAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use async_graphql::extensions::{
    Extension, ExtensionContext, ExtensionFactory, NextPrepareRequest, NextRequest,
};
use async_graphql::parser::types::{DocumentOperations, ExecutableDocument, OperationDefinition};
use async_graphql::{Request, Response, ServerError, ServerResult, Value};
use chrono::{DateTime, Utc};
use infitah_core::ground::ids::TenantId;

use super::costs::Catalogue;
use super::errors::{Code, refusal};
use super::quotas::{Client, Quotas};
use super::selections::{Count, Counter, nesting};

/// Bytes of a document.
const BYTES: usize = 16 * 1024;
/// Brackets within brackets, before the parser is called.
const BRACKETS: usize = 60;
/// Selections with all fragments spread.
const SELECTIONS: u64 = 1_000;
/// Fields within fields; the standard introspection query has fifteen.
const DEPTH: u64 = 15;
/// Fields given another name.
const ALIASES: u64 = 30;
/// Fields of a root.
const ROOT_FIELDS: u64 = 10;
/// Directives.
const DIRECTIVES: u64 = 5;

/// Whom a request is charged to.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Caller {
    pub(crate) address: IpAddr,
    pub(crate) tenant: TenantId,
    pub(crate) is_signed_in: bool,
    pub(crate) now: DateTime<Utc>,
}

/// Makes a guard for each request.
pub(crate) struct Guard {
    pub(crate) catalogue: Arc<Catalogue>,
    pub(crate) quotas: Arc<Quotas>,
    pub(crate) query_cost: u64,
}

impl ExtensionFactory for Guard {
    fn create(&self) -> Arc<dyn Extension> {
        Arc::new(Watch {
            catalogue: self.catalogue.clone(),
            quotas: self.quotas.clone(),
            query_cost: self.query_cost,
            cost: AtomicU64::new(0),
        })
    }
}

/// The guard of one request.
struct Watch {
    catalogue: Arc<Catalogue>,
    quotas: Arc<Quotas>,
    query_cost: u64,
    cost: AtomicU64,
}

#[async_graphql::async_trait::async_trait]
impl Extension for Watch {
    async fn request(&self, ctx: &ExtensionContext<'_>, next: NextRequest<'_>) -> Response {
        let response = next.run(ctx).await;
        response.extension("cost", Value::from(self.cost.load(Ordering::Relaxed)))
    }

    async fn prepare_request(
        &self,
        ctx: &ExtensionContext<'_>,
        mut request: Request,
        next: NextPrepareRequest<'_>,
    ) -> ServerResult<Request> {
        let document = parse(&mut request)?.clone();
        bound(&document)?;
        self.charge(&mut request, &document).await?;
        next.run(ctx, request).await
    }
}

impl Watch {
    async fn charge(&self, request: &mut Request, document: &ExecutableDocument) -> ServerResult<()> {
        let caller = request.data.get(&TypeId::of::<Caller>()).and_then(|data| data.downcast_ref::<Caller>());
        let caller = *caller.ok_or_else(|| refusal(Code::Internal, "the request has no caller"))?;
        let Some(operation) = operation(document, request.operation_name.as_deref()) else {
            return Ok(());
        };
        let cost = self.catalogue.cost(document, operation, &request.variables);
        self.cost.store(cost.points, Ordering::Relaxed);
        metrics::histogram!("infitah_graphql_cost").record(cost.points as f64);
        let limit = self.query_cost.saturating_mul(if caller.is_signed_in { 5 } else { 1 });
        if cost.points > limit {
            let mut error = refusal(
                Code::QueryTooCostly,
                format!("the query costs {}, {limit} is the most", cost.points),
            );
            error.extensions.get_or_insert_default().set("cost", cost.points);
            error.extensions.get_or_insert_default().set("limit", limit);
            error.extensions.get_or_insert_default().set("path", cost.path.join("."));
            return Err(error);
        }
        let client = Client::new(caller.address, caller.tenant);
        let spent = self.quotas.spend(client, cost.points, caller.now).await.map_err(|reset_at| {
            let mut error = refusal(Code::RateLimited, "the quota of this address is used up");
            let extensions = error.extensions.get_or_insert_default();
            extensions.set("resetAt", reset_at.to_rfc3339());
            extensions.set("retryAfter", (reset_at - caller.now).num_seconds().max(0) + 1);
            error
        })?;
        request.data.insert(spent);
        Ok(())
    }
}

/// Parses a document that is small and flat enough for the parser.
pub(crate) fn parse(request: &mut Request) -> ServerResult<&ExecutableDocument> {
    if request.query.len() > BYTES {
        return Err(too_much("bytes", BYTES as u64));
    }
    if nesting(&request.query) > BRACKETS {
        return Err(too_much("nested brackets", BRACKETS as u64));
    }
    request.parsed_query()
}

/// The operation that would be run.
pub(crate) fn operation<'a>(
    document: &'a ExecutableDocument,
    name: Option<&str>,
) -> Option<&'a OperationDefinition> {
    match (&document.operations, name) {
        (DocumentOperations::Single(operation), None) => Some(&operation.node),
        (DocumentOperations::Multiple(operations), Some(name)) => {
            operations.get(name).map(|operation| &operation.node)
        }
        (DocumentOperations::Multiple(operations), None) if operations.len() == 1 => {
            operations.values().next().map(|operation| &operation.node)
        }
        _ => None,
    }
}

/// Refuses a document that selects too much, in any of its operations and fragments, used or not.
fn bound(document: &ExecutableDocument) -> ServerResult<()> {
    let mut counter = Counter::new(document);
    let cycle = |_| refusal(Code::BadUserInput, "a fragment leads to itself");
    let mut whole = Count::default();
    for (_, operation) in document.operations.iter() {
        let operation = &operation.node;
        let set = &operation.selection_set.node;
        whole = whole.and(counter.count(set).map_err(cycle)?);
        whole.directives = whole.directives.saturating_add(operation.directives.len() as u64);
        let roots = roots(document, set, &mut Vec::new());
        within(roots, ROOT_FIELDS, "root fields")?;
    }
    for name in document.fragments.keys() {
        let count = counter.fragment(name.as_str()).map_err(cycle)?;
        within(count.selections, SELECTIONS, "selections")?;
    }
    within(whole.selections, SELECTIONS, "selections")?;
    within(whole.depth, DEPTH, "levels of fields")?;
    within(whole.aliases, ALIASES, "aliases")?;
    within(whole.directives, DIRECTIVES, "directives")?;
    within(whole.type_lists, 1, "type lists within each other")
}

/// The fields of a root; each fragment is spread once, which is as far as validation lets it come.
fn roots<'a>(
    document: &'a ExecutableDocument,
    set: &'a async_graphql::parser::types::SelectionSet,
    seen: &mut Vec<&'a str>,
) -> u64 {
    use async_graphql::parser::types::Selection;
    let mut sum = 0;
    for item in &set.items {
        sum += match &item.node {
            Selection::Field(_) => 1,
            Selection::InlineFragment(fragment) => roots(document, &fragment.node.selection_set.node, seen),
            Selection::FragmentSpread(spread) => {
                let name = spread.node.fragment_name.node.as_str();
                match document.fragments.get(name) {
                    Some(fragment) if !seen.contains(&name) => {
                        seen.push(name);
                        roots(document, &fragment.node.selection_set.node, seen)
                    }
                    _ => 0,
                }
            }
        };
    }
    sum
}

fn within(count: u64, limit: u64, what: &str) -> ServerResult<()> {
    if count > limit { Err(too_much(what, limit)) } else { Ok(()) }
}

fn too_much(what: &str, limit: u64) -> ServerError {
    refusal(Code::BadUserInput, format!("a document may have at most {limit} {what}"))
}

#[cfg(test)]
mod tests;

#[cfg(test)]
pub(crate) use tests::{bomb, introspection};
