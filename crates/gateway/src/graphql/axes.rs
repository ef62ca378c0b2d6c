//! Priority axes of a programme. An axis is reached through its programme and carries its tenant
//! for the loaders.

use async_graphql::{Context, ID, Object, Result};
use chrono::NaiveDate;
use infitah_core::ground::ids::TenantId;
use infitah_core::programme::axes as core;

use super::commitments::Commitment;
use super::ids::{self, Noun};
use super::loaders::{CommitmentsOf, load};
use super::programmes::Progress;
use super::scalars::Language;
use super::texts::{language, text};

/// A priority axis.
#[derive(Debug, Clone)]
pub(crate) struct Axis {
    pub(crate) tenant: TenantId,
    pub(crate) axis: core::Axis,
    pub(crate) as_of: Option<NaiveDate>,
}

#[Object]
impl Axis {
    /// An opaque id.
    async fn id(&self) -> ID {
        ids::encode(Noun::Axis, self.axis.id.0)
    }

    /// Its number within the programme.
    async fn number(&self) -> i32 {
        self.axis.number
    }

    /// Its title in a language.
    async fn title(&self, ctx: &Context<'_>, locale: Option<Language>) -> String {
        text(ctx, &self.axis.titles, locale).unwrap_or_default()
    }

    /// The language that `title` is really in.
    async fn title_locale(&self, ctx: &Context<'_>, locale: Option<Language>) -> Option<Language> {
        language(ctx, &self.axis.titles, locale)
    }

    /// Its commitments (openness projects).
    async fn commitments(&self, ctx: &Context<'_>) -> Result<Vec<Commitment>> {
        let found =
            load(ctx, CommitmentsOf(self.tenant, self.axis.id, self.as_of)).await?.unwrap_or_default();
        Ok(found.into_iter().map(|found| Commitment::on(found, self.as_of)).collect())
    }

    /// Its progress, computed from its milestones.
    async fn progress(&self) -> Progress {
        self.axis.progress.into()
    }

    /// Made up for demonstration.
    async fn is_sample(&self) -> bool {
        self.axis.is_sample
    }
}
