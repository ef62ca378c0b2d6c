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
mod collectivities;
mod commitments;
mod connections;
mod costs;
mod errors;
mod guard;
mod http;
mod ids;
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
    Schema::build(Query, Mutation, EmptySubscription).disable_suggestions()
}

#[cfg(test)]
mod tests {
    use super::*;

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
