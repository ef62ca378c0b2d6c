//! Who asks, and how much they may still ask for. Both belong to the request and not to the site.

use async_graphql::{Context, Enum, Object, SimpleObject};
use chrono::{DateTime, Utc};
use infitah_core::tenancy::permission::Role;
use infitah_core::tenancy::scope::{Person, Scope};

use super::quotas::Spent;
use super::scalars::Language;

/// Somebody signed in at this host.
#[derive(Debug)]
pub(crate) struct Viewer(Person);

#[Object]
impl Viewer {
    /// The name shown in the office.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// The e-mail address of the account.
    async fn email(&self) -> &str {
        &self.0.email
    }

    /// The language of the office.
    async fn locale(&self) -> Language {
        self.0.locale.into()
    }

    /// The roles at this host.
    async fn roles(&self) -> Vec<StaffRole> {
        self.0.roles.iter().map(|&role| role.into()).collect()
    }
}

/// What a person is at one member, or at the network.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(name = "Role", remote = "Role")]
pub(crate) enum StaffRole {
    /// Runs the site and its staff.
    Admin,
    /// Writes and publishes.
    Editor,
    /// Runs the openness programme and reports its progress.
    FocalPoint,
    /// Judges comments.
    Moderator,
    /// Coordinates the network.
    Coordinator,
    /// Sees the network's dashboard.
    Observer,
}

/// What this query costs, and what is left.
#[derive(Debug, SimpleObject)]
pub(crate) struct RateLimit {
    /// The cost of this query.
    cost: u64,
    /// What may be spent within the window.
    limit: u64,
    /// What is left of it.
    remaining: u64,
    /// When the next window begins.
    reset_at: DateTime<Utc>,
}

/// Who asks.
pub(crate) fn viewer(ctx: &Context<'_>) -> Option<Viewer> {
    ctx.data_unchecked::<Scope>().person().cloned().map(Viewer)
}

/// The account of this query.
pub(crate) fn rate_limit(ctx: &Context<'_>) -> RateLimit {
    let spent = ctx.data_unchecked::<Spent>();
    RateLimit { cost: spent.cost, limit: spent.limit, remaining: spent.remaining, reset_at: spent.reset_at }
}
