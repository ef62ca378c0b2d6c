//! The GraphQL door: one file for each noun, thin resolvers over core, and in front of the library
//! what it lacks: a guard, a cost known before execution, and a quota.

use std::sync::Arc;

use async_graphql::{EmptySubscription, Schema};
use axum::Router;
use axum::routing::{get, post};

use self::costs::Catalogue;
use self::guard::Guard;
use self::roots::{Mutation, Query};
use crate::door::SharedDoor;

mod articles;
mod axes;
mod batches;
mod collectivities;
mod commitments;
mod connections;
mod costs;
mod councils;
mod cycle_verbs;
mod documents;
mod errors;
mod events;
mod guard;
mod http;
mod ids;
mod judgements;
mod ledger_verbs;
mod ledgers;
mod loaders;
mod milestones;
mod network;
mod nodes;
mod programmes;
mod quotas;
mod requests;
mod roots;
mod scalars;
mod selections;
mod texts;
mod tree_verbs;
mod viewers;

pub(crate) use self::quotas::Quotas;

type ApiSchema = Schema<Query, Mutation, EmptySubscription>;

/// The schema behind its guard.
pub(crate) struct Api {
    schema: ApiSchema,
}

impl Api {
    /// The API with the limits of an installation.
    pub(crate) fn new(quotas: Arc<Quotas>, query_cost: u64) -> Self {
        let catalogue = Arc::new(Catalogue::of(&sdl()));
        let schema = build().extension(Guard { catalogue, quotas, query_cost }).finish();
        Self { schema }
    }
}

/// The routes.
pub(crate) fn routes() -> Router<SharedDoor> {
    Router::new()
        .route("/graphql", post(http::post).get(http::get).options(http::options))
        .route("/graphql/schema.graphql", get(http::schema))
}

/// The schema in GraphQL's own language, as `infitah schema` prints it.
pub fn sdl() -> String {
    let sdl = build().finish().sdl();
    let lines: Vec<&str> = sdl.trim().lines().map(str::trim_end).collect();
    lines.join("\n") + "\n"
}

fn build() -> async_graphql::SchemaBuilder<Query, Mutation, EmptySubscription> {
    // Suggestions in error messages walk the whole schema and say what was not asked.
    Schema::build(Query, Mutation::default(), EmptySubscription).disable_suggestions()
}

#[cfg(test)]
mod tests {
    use std::net::{IpAddr, Ipv4Addr};
    use std::time::{Duration, Instant};

    use async_graphql::{Request, Response};
    use infitah_core::ground::bus::Bus;
    use infitah_core::ground::ids::TenantId;

    use super::*;
    use crate::graphql::guard::Caller;

    async fn ask(query: &str) -> Response {
        let quotas = Quotas::new(Bus::in_process(), Duration::from_secs(600), 1_000);
        let caller = Caller {
            address: IpAddr::V4(Ipv4Addr::LOCALHOST),
            tenant: TenantId(uuid::Uuid::nil()),
            is_signed_in: false,
            now: chrono::DateTime::UNIX_EPOCH,
        };
        Api::new(Arc::new(quotas), 20_000).schema.execute(Request::new(query).data(caller)).await
    }

    #[tokio::test]
    async fn introspection_of_tools_is_answered_with_its_cost() {
        let answer = ask(&guard::introspection()).await;
        assert_eq!(answer.errors, []);
        assert_eq!(answer.extensions["cost"], async_graphql::Value::from(500));
    }

    #[tokio::test]
    async fn bombs_end_before_the_library_looks_at_them() {
        let wide = format!("{{ __schema {{ types {{ {} }} }} }}", "name ".repeat(900));
        for query in [guard::bomb(30, 2), guard::bomb(40, 2), guard::bomb(3, 20), wide] {
            let began = Instant::now();
            ask(&query).await;
            assert!(began.elapsed() < Duration::from_secs(1), "{:?} for {query:.60}", began.elapsed());
        }
    }

    #[tokio::test]
    async fn costly_queries_say_what_they_cost_and_where() {
        let query = "{ collectivities(first: 100) { nodes { articles(first: 100) { nodes { collectivity { slug } } } } } }";
        let answer = ask(query).await;
        let extensions = answer.errors[0].extensions.clone().expect("extensions");
        assert_eq!(extensions.get("code"), Some(&"QUERY_TOO_COSTLY".into()));
        assert_eq!(extensions.get("limit"), Some(&20_000.into()));
        assert_eq!(extensions.get("path"), Some(&"collectivities.nodes.articles.nodes.collectivity".into()));
    }

    #[tokio::test]
    async fn names_that_do_not_exist_are_not_guessed() {
        let answer = ask("{ articlez { totalCount } }").await;
        assert!(!answer.errors[0].message.contains("Did you mean"), "{}", answer.errors[0].message);
    }

    /// `INFITAH_UPDATE_SDL=1 cargo test -p infitah-gateway` writes the file anew.
    #[test]
    fn schema_is_the_one_that_was_agreed() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/schema.graphql");
        if std::env::var_os("INFITAH_UPDATE_SDL").is_some() {
            std::fs::write(path, sdl()).expect("the file can be written");
        }
        let agreed = std::fs::read_to_string(path).expect("the file is committed");
        assert!(agreed == sdl(), "the schema differs from {path}; see the comment of this test");
    }
}
