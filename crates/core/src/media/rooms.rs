//! How much room a member's files have. What is taken in is weighed under the lock of the member's
//! own row, so that two files at once cannot both pass where one has room.

use sea_orm::FromQueryResult;

use crate::ground::database::TenantTx;
use crate::ground::error::{Error, FieldError, Result};
use crate::ground::sql;
use crate::tenancy::permission::Action;
use crate::tenancy::scope::Scope;
use crate::trust::audit;

/// Bytes that a member may have at most, whoever says so: a tebibyte.
const MOST: i64 = 1 << 40;

/// The room of a member.
#[derive(Debug, Clone, Copy, PartialEq, Eq, FromQueryResult)]
pub struct Room {
    /// Bytes taken, smaller pictures included.
    pub used: i64,
    /// Bytes at most.
    pub quota: i64,
}

impl Room {
    /// Bytes that are left; none when the room was made smaller than what it holds.
    pub fn left(self) -> i64 {
        (self.quota - self.used).max(0)
    }

    /// How full it is, in a hundred.
    pub fn percent(self) -> u8 {
        let percent = self.used.saturating_mul(100) / self.quota.max(1);
        u8::try_from(percent.clamp(0, 100)).unwrap_or(100)
    }
}

/// The room of the member and how much of it is taken.
///
/// # Errors
/// `Denied`.
pub async fn room(scope: &Scope) -> Result<Room> {
    scope.require(Action::ReadDraft)?;
    let tx = scope.begin_read().await?;
    measure(&tx, "").await
}

/// Gives a member another room; for the operator.
///
/// # Errors
/// `Denied`; `Invalid` for the field `quota`.
pub async fn set_quota(scope: &Scope, bytes: i64) -> Result<()> {
    scope.require(Action::ManageMembers)?;
    if !(0..=MOST).contains(&bytes) {
        let breach = FieldError::new("quota", "field-out-of-range").with("min", 0).with("max", MOST);
        return Err(Error::Invalid(vec![breach]));
    }
    let tx = scope.begin().await?;
    let text = "UPDATE collectivities SET media_quota = $2, updated_at = $3 WHERE id = $1";
    sql::run(&tx, text, [tx.tenant().into(), bytes.into(), scope.now().into()]).await?;
    audit::record(&tx, scope, "set_media_quota", "collectivity", tx.tenant().0).await?;
    Ok(tx.commit().await?)
}

/// Refuses what does not fit, in the transaction that takes it in.
pub(super) async fn make(tx: &TenantTx, bytes: i64) -> Result<()> {
    let room = measure(tx, tx.for_update()).await?;
    if bytes > room.left() { Err(Error::invalid("file", "file-no-room")) } else { Ok(()) }
}

async fn measure(tx: &TenantTx, lock: &str) -> Result<Room> {
    #[derive(FromQueryResult)]
    struct Quota {
        quota: i64,
    }
    #[derive(FromQueryResult)]
    struct Used {
        used: i64,
    }
    // Two statements: the second sees what was committed while the first waited for the lock.
    let text = format!("SELECT media_quota AS quota FROM collectivities WHERE id = $1{lock}");
    let quota: Option<Quota> = sql::one(tx, &text, [tx.tenant().into()]).await?;
    let text =
        "SELECT CAST(COALESCE(SUM(stored_bytes), 0) AS BIGINT) AS used FROM media WHERE tenant_id = $1";
    let used: Option<Used> = sql::one(tx, text, [tx.tenant().into()]).await?;
    Ok(Room { used: used.map_or(0, |row| row.used), quota: quota.map_or(0, |row| row.quota) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_room_is_never_more_than_full() {
        for (used, quota, left, percent) in [
            (0, 100, 100, 0),
            (50, 200, 150, 25),
            (200, 200, 0, 100),
            (300, 200, 0, 100),
            (0, 0, 0, 0),
            (1, 0, 0, 100),
        ] {
            let room = Room { used, quota };
            assert_eq!((room.left(), room.percent()), (left, percent), "{room:?}");
        }
    }
}
