//! Which members have fallen silent: nothing was reported for a period that they agreed on and
//! whose due day is over. The rule is that of [`crate::programme::reporting`], for a whole current
//! programme.

use crate::ground::database::Engine;
use crate::programme::reporting::{is_silent, over};

/// The members `n` whose current programme `p` is being implemented, has something open, and no
/// report for the last period that is over, given the placeholder of
/// [`crate::programme::reporting::still_open_from`].
pub(super) fn stale_members(engine: Engine, day: &str) -> String {
    let current = over(
        engine,
        day,
        "member_summaries s
         JOIN programmes p ON p.tenant_id = s.tenant_id AND p.id = s.programme_id AND s.member_live",
        ", p.cycle, p.is_sample, s.last_reported_on",
    );
    format!(
        "FROM {current} p
         JOIN collectivities n ON n.id = p.tenant_id AND n.status = 'active' AND n.kind <> 'network'
         WHERE {}",
        is_silent("m.programme_id = p.id")
    )
}
