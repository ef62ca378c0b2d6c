//! Loaders of what stands around a programme and its commitments; see `loaders` for how they read.

use std::collections::HashMap;

use async_graphql::dataloader::Loader;
use chrono::NaiveDate;
use infitah_core::ground::ids::{CommitmentId, ProgrammeId, ReportId, TenantId};
use infitah_core::programme::{
    assessments, committee, indicators, reporting, reports, revisions, sessions, versions,
};

use super::loaders::{Fault, Reader, by_day, matched};

/// The sessions about a programme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct SessionsOf(pub(crate) TenantId, pub(crate) ProgrammeId);

impl Loader<SessionsOf> for Reader {
    type Value = Vec<sessions::Session>;
    type Error = Fault;

    async fn load(&self, keys: &[SessionsOf]) -> Result<HashMap<SessionsOf, Self::Value>, Fault> {
        let ids: Vec<ProgrammeId> = keys.iter().map(|key| key.1).collect();
        Ok(matched(keys, |key| key.1, sessions::by_programmes(&self.0, &ids).await?))
    }
}

/// Those named on the committee of a programme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct CommitteeOf(pub(crate) TenantId, pub(crate) ProgrammeId);

impl Loader<CommitteeOf> for Reader {
    type Value = Vec<committee::CommitteeMember>;
    type Error = Fault;

    async fn load(&self, keys: &[CommitteeOf]) -> Result<HashMap<CommitteeOf, Self::Value>, Fault> {
        let ids: Vec<ProgrammeId> = keys.iter().map(|key| key.1).collect();
        Ok(matched(keys, |key| key.1, committee::by_programmes(&self.0, &ids).await?))
    }
}

/// The draft of a programme beside what was adopted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct ComparisonOf(pub(crate) TenantId, pub(crate) ProgrammeId);

impl Loader<ComparisonOf> for Reader {
    type Value = versions::Comparison;
    type Error = Fault;

    async fn load(&self, keys: &[ComparisonOf]) -> Result<HashMap<ComparisonOf, Self::Value>, Fault> {
        let ids: Vec<ProgrammeId> = keys.iter().map(|key| key.1).collect();
        Ok(matched(keys, |key| key.1, versions::compare_all(&self.0, &ids).await?))
    }
}

/// The indicators of a commitment with their values as of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct IndicatorsOf(pub(crate) TenantId, pub(crate) CommitmentId, pub(crate) Option<NaiveDate>);

impl Loader<IndicatorsOf> for Reader {
    type Value = Vec<indicators::Indicator>;
    type Error = Fault;

    async fn load(&self, keys: &[IndicatorsOf]) -> Result<HashMap<IndicatorsOf, Self::Value>, Fault> {
        let mut all = HashMap::new();
        for (day, keys) in by_day(keys, |key| key.2) {
            let ids: Vec<_> = keys.iter().map(|key| key.1).collect();
            let found = indicators::by_commitments(&self.0, &ids, day).await?;
            all.extend(matched(&keys, |key| key.1, found));
        }
        Ok(all)
    }
}

/// The assessments of a commitment up to a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct AssessmentsOf(pub(crate) TenantId, pub(crate) CommitmentId, pub(crate) Option<NaiveDate>);

impl Loader<AssessmentsOf> for Reader {
    type Value = Vec<assessments::Assessment>;
    type Error = Fault;

    async fn load(&self, keys: &[AssessmentsOf]) -> Result<HashMap<AssessmentsOf, Self::Value>, Fault> {
        let mut all = HashMap::new();
        for (day, keys) in by_day(keys, |key| key.2) {
            let ids: Vec<_> = keys.iter().map(|key| key.1).collect();
            let found = assessments::by_commitments(&self.0, &ids, day).await?;
            all.extend(matched(&keys, |key| key.1, found));
        }
        Ok(all)
    }
}

/// How fresh the ledger of a commitment is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct FreshnessOf(pub(crate) TenantId, pub(crate) CommitmentId);

impl Loader<FreshnessOf> for Reader {
    type Value = reporting::Freshness;
    type Error = Fault;

    async fn load(&self, keys: &[FreshnessOf]) -> Result<HashMap<FreshnessOf, Self::Value>, Fault> {
        let ids: Vec<CommitmentId> = keys.iter().map(|key| key.1).collect();
        Ok(matched(keys, |key| key.1, reporting::freshness(&self.0, &ids).await?))
    }
}

/// How the wording of a commitment changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct ChangesOf(pub(crate) TenantId, pub(crate) CommitmentId);

impl Loader<ChangesOf> for Reader {
    type Value = Vec<revisions::Revision>;
    type Error = Fault;

    async fn load(&self, keys: &[ChangesOf]) -> Result<HashMap<ChangesOf, Self::Value>, Fault> {
        let ids: Vec<CommitmentId> = keys.iter().map(|key| key.1).collect();
        Ok(matched(keys, |key| key.1, revisions::of_commitments(&self.0, &ids).await?))
    }
}

/// The files of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct FilesOf(pub(crate) TenantId, pub(crate) ReportId);

impl Loader<FilesOf> for Reader {
    type Value = Vec<reports::ReportFile>;
    type Error = Fault;

    async fn load(&self, keys: &[FilesOf]) -> Result<HashMap<FilesOf, Self::Value>, Fault> {
        let ids: Vec<ReportId> = keys.iter().map(|key| key.1).collect();
        Ok(matched(keys, |key| key.1, reports::files(&self.0, &ids).await?))
    }
}
