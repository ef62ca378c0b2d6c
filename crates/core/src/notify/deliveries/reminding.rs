//! What reminders of reports say: read when they are sent, so that whoever left the staff, and
//! programmes that are no longer carried out, are left out.

use chrono::{DateTime, Days, NaiveDate, Utc};
use sea_orm::FromQueryResult;

use super::contents::{locale_of, site_of};
use super::{Job, Lease, Message, REPORT_GRACE_DAYS, Reminder, Urgency};
use crate::ground::ids::{DeliveryId, TenantId};
use crate::ground::localised::Localised;
use crate::ground::trace::Trace;
use crate::notify::outbox::{REPORT_DUE_SOON, REPORT_DUE_TOMORROW, REPORT_LATE, REPORT_WAITING};
use crate::tenancy::hub::Hub;

/// `t` is the member, `a` the person, `g` the programme.
pub(super) const REMINDERS: &str = "
SELECT d.id, d.tenant_id, d.attempts, a.email, a.display_name, a.locale, e.kind AS event_kind,
       e.created_at AS told_at, e.trace, r.period_ends_on, g.cycle, (t.is_sample OR g.is_sample) AS is_sample,
       t.kind, t.slug, t.names, t.sender_name, t.reply_to
FROM picked p
JOIN deliveries d ON d.tenant_id = p.tenant_id AND d.id = p.id
JOIN outbox_events e ON e.tenant_id = p.tenant_id AND e.id = p.event_id
JOIN report_reminders r ON r.tenant_id = e.tenant_id AND r.event_id = e.id
JOIN programmes g ON g.tenant_id = r.tenant_id AND g.id = r.programme_id
JOIN people a ON a.id = d.recipient_id
JOIN collectivities t ON t.id = d.tenant_id
WHERE t.status = 'active' AND g.status = 'implementing'
  AND EXISTS (SELECT 1 FROM grants x WHERE x.tenant_id = d.tenant_id AND x.person_id = a.id)";

#[derive(FromQueryResult)]
pub(super) struct ReminderRow {
    id: DeliveryId,
    tenant_id: TenantId,
    attempts: i32,
    email: String,
    display_name: String,
    locale: String,
    event_kind: String,
    told_at: DateTime<Utc>,
    trace: Option<String>,
    period_ends_on: NaiveDate,
    cycle: String,
    is_sample: bool,
    kind: String,
    slug: String,
    names: Localised,
    sender_name: Option<String>,
    reply_to: Option<String>,
}

impl ReminderRow {
    pub(super) fn job(self, hub: &Hub) -> Option<Job> {
        let site = site_of(hub, &self.kind, &self.slug, self.names, self.is_sample)
            .told_by(self.sender_name, self.reply_to);
        let urgency = match self.event_kind.as_str() {
            REPORT_DUE_SOON => Urgency::Soon,
            REPORT_DUE_TOMORROW => Urgency::Tomorrow,
            REPORT_LATE => Urgency::Late,
            REPORT_WAITING => Urgency::Waiting,
            _ => return None,
        };
        let reminder = Reminder {
            name: self.display_name,
            urgency,
            url: match urgency {
                Urgency::Waiting => format!("{}/office/reports/queue", site.url),
                _ => format!("{}/office/reports/{}?period={}", site.url, self.cycle, self.period_ends_on),
            },
            cycle: self.cycle,
            period_ends_on: self.period_ends_on,
            due_on: self.period_ends_on.checked_add_days(Days::new(REPORT_GRACE_DAYS))?,
        };
        Some(Job {
            lease: Lease { tenant: self.tenant_id, id: self.id, attempt: self.attempts },
            to: self.email,
            locale: locale_of(&self.locale),
            site,
            message: Message::Reminder(Box::new(reminder)),
            told_at: self.told_at,
            trace: Trace::stored(self.trace.as_deref()),
        })
    }
}
