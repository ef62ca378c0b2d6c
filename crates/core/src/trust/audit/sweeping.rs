//! Addresses in the audit have their time. What erases them may erase nothing else: the entry, its
//! hash and the seal of its address stay, so the chain stays whole.

use chrono::{DateTime, Utc};

use crate::ground::database::WorkerTx;
use crate::ground::error::Result;
use crate::ground::ids::TenantId;
use crate::ground::sql;

/// Erases up to `most` addresses of a tenant that are older than `before`, and says how many. The
/// worker has entered the tenant.
pub(crate) async fn forget_addresses(
    tx: &WorkerTx,
    tenant: TenantId,
    before: DateTime<Utc>,
    most: u32,
) -> Result<u64> {
    let text = format!(
        "UPDATE audit_entries SET address = NULL, address_salt = NULL
         WHERE tenant_id = $1 AND sequence IN (
           SELECT sequence FROM audit_entries WHERE tenant_id = $1 AND at < $2 AND address IS NOT NULL
           ORDER BY at LIMIT {most})"
    );
    Ok(sql::run(tx, &text, [tenant.into(), before.into()]).await?)
}
