//! What followers of a commitment or of a programme are told: that reports on it became public, and
//! where they stand. Read when it is sent, so that what was taken back is left out.

use chrono::{DateTime, Utc};
use sea_orm::FromQueryResult;
use uuid::Uuid;

use super::contents::{locale_of, site_of};
use super::{Followed, Job, Lease, Message, ProgressNews};
use crate::ground::ids::{DeliveryId, TenantId};
use crate::ground::localised::Localised;
use crate::ground::secret::Purpose;
use crate::ground::trace::Trace;
use crate::tenancy::hub::Hub;

/// `t` is the member, `c` the commitment, `g` its programme.
pub(super) const PROGRESS: &str = "
SELECT d.id, d.tenant_id, d.attempts, s.id AS subscription_id, s.email, s.locale, s.topic,
       e.created_at AS told_at, e.trace, t.kind, t.slug, t.names, t.sender_name, t.reply_to, (t.is_sample OR c.is_sample) AS is_sample,
       c.titles, c.number, g.cycle
FROM picked p
JOIN deliveries d ON d.tenant_id = p.tenant_id AND d.id = p.id
JOIN outbox_events e ON e.tenant_id = p.tenant_id AND e.id = p.event_id AND e.kind = 'commitment_progressed'
JOIN subscriptions s ON s.tenant_id = d.tenant_id AND s.id = d.recipient_id
JOIN collectivities t ON t.id = d.tenant_id
JOIN commitments c ON c.tenant_id = e.tenant_id AND c.id = e.subject_id
JOIN programmes g ON g.tenant_id = c.tenant_id AND g.id = c.programme_id
WHERE s.status = 'confirmed' AND s.email IS NOT NULL AND t.status = 'active'
  AND c.is_published AND c.member_live AND g.is_published AND g.member_live";

#[derive(FromQueryResult)]
pub(super) struct ProgressRow {
    id: DeliveryId,
    tenant_id: TenantId,
    attempts: i32,
    subscription_id: Uuid,
    email: String,
    locale: String,
    topic: String,
    told_at: DateTime<Utc>,
    trace: Option<String>,
    kind: String,
    slug: String,
    names: Localised,
    sender_name: Option<String>,
    reply_to: Option<String>,
    is_sample: bool,
    titles: Localised,
    number: i32,
    cycle: String,
}

impl ProgressRow {
    pub(super) fn job(self, hub: &Hub) -> Job {
        let locale = locale_of(&self.locale);
        let site = site_of(hub, &self.kind, &self.slug, self.names, self.is_sample)
            .told_by(self.sender_name, self.reply_to);
        let token = hub.secret().token(Purpose::Unsubscribe, self.tenant_id, self.subscription_id);
        let programme = format!("{}/{locale}/programme/{}", site.url, self.cycle);
        let (followed, url) = if self.topic == "programme" {
            (Followed::Programme(self.cycle), programme)
        } else {
            (Followed::Commitment(self.titles), format!("{programme}/commitments/{}", self.number))
        };
        let unsubscribe_url = format!("{}/{locale}/unsubscribe/{token}", site.url);
        Job {
            lease: Lease { tenant: self.tenant_id, id: self.id, attempt: self.attempts },
            to: self.email,
            locale,
            site,
            message: Message::Progress(Box::new(ProgressNews { followed, url, unsubscribe_url })),
            told_at: self.told_at,
            trace: Trace::stored(self.trace.as_deref()),
        }
    }
}
