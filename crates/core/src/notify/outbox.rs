//! The outbox.
use crate::ground::database::TenantTx;
use crate::ground::error::Result;
use crate::ground::ids::{ArticleId, InvitationId, SubscriptionId};
use crate::ground::sql;
use crate::tenancy::scope::Scope;
/// What happened.
#[derive(Debug, Clone, Copy)]
pub enum Event { /// x
 ArticlePublished(ArticleId), /// x
 SubscriptionRequested(SubscriptionId), /// x
 StaffInvited(InvitationId) }
pub(crate) async fn append(tx: &TenantTx, scope: &Scope, event: Event) -> Result<()> { let _ = (tx, scope, event); sql::run(tx, "", []).await?; Ok(()) }
