//! What people are told about their own account: the link that sets a new password, and changes that
//! they may not have made. Read when it is sent: a link that was used, or is over, is not sent.

use chrono::{DateTime, Utc};
use sea_orm::FromQueryResult;
use uuid::Uuid;

use super::contents::{locale_of, site_of};
use super::{AccountChange, Job, Lease, Message};
use crate::ground::ids::{DeliveryId, TenantId};
use crate::ground::localised::Localised;
use crate::ground::secret::Purpose;
use crate::ground::trace::Trace;
use crate::notify::outbox::{
    PASSKEY_ADDED, PASSWORD_CHANGED, PASSWORD_RESET_ASKED, PROVIDER_LINKED, SECOND_FACTOR_OFF,
    SECOND_FACTOR_RESET,
};
use crate::tenancy::hub::Hub;

/// `t` is the member, `a` the person.
pub(super) const ACCOUNTS: &str = "
SELECT d.id, d.tenant_id, d.attempts, a.email, a.display_name, a.locale, e.kind AS event_kind,
       e.created_at AS told_at, e.trace, r.id AS reset_id, r.expires_at, t.kind, t.slug, t.names, t.sender_name,
       t.reply_to, t.is_sample
FROM picked p
JOIN deliveries d ON d.tenant_id = p.tenant_id AND d.id = p.id
JOIN outbox_events e ON e.tenant_id = p.tenant_id AND e.id = p.event_id
LEFT JOIN password_resets r ON r.tenant_id = e.tenant_id AND r.id = e.subject_id
JOIN people a ON a.id = d.recipient_id
JOIN collectivities t ON t.id = d.tenant_id
WHERE t.status = 'active'
  AND e.kind IN ('password_reset_asked', 'password_changed', 'second_factor_off', 'second_factor_reset',
    'passkey_added', 'provider_linked')
  AND (e.kind <> 'password_reset_asked' OR (r.used_at IS NULL AND r.expires_at > $1))
  AND EXISTS (SELECT 1 FROM grants x WHERE x.tenant_id = d.tenant_id AND x.person_id = a.id)";

#[derive(FromQueryResult)]
pub(super) struct AccountRow {
    id: DeliveryId,
    tenant_id: TenantId,
    attempts: i32,
    email: String,
    display_name: String,
    locale: String,
    event_kind: String,
    told_at: DateTime<Utc>,
    trace: Option<String>,
    reset_id: Option<Uuid>,
    expires_at: Option<DateTime<Utc>>,
    kind: String,
    slug: String,
    names: Localised,
    sender_name: Option<String>,
    reply_to: Option<String>,
    is_sample: bool,
}

impl AccountRow {
    pub(super) fn job(self, hub: &Hub) -> Option<Job> {
        let site = site_of(hub, &self.kind, &self.slug, self.names, self.is_sample)
            .told_by(self.sender_name, self.reply_to);
        let (name, forgot) = (self.display_name, format!("{}/office/forgot", site.url));
        let message = match self.event_kind.as_str() {
            PASSWORD_RESET_ASKED => {
                let token = hub.secret().token(Purpose::PasswordReset, self.tenant_id, self.reset_id?);
                let url = format!("{}/office/reset/{token}", site.url);
                Message::PasswordReset { name, url, expires_at: self.expires_at? }
            }
            PASSWORD_CHANGED => {
                Message::AccountChanged { name, change: AccountChange::Password, url: forgot }
            }
            SECOND_FACTOR_OFF => {
                Message::AccountChanged { name, change: AccountChange::SecondFactorOff, url: forgot }
            }
            SECOND_FACTOR_RESET => {
                Message::AccountChanged { name, change: AccountChange::SecondFactorReset, url: forgot }
            }
            // Whoever has planted one keeps it when the password is another: it has to be removed.
            PASSKEY_ADDED => {
                let url = format!("{}/office/account", site.url);
                Message::AccountChanged { name, change: AccountChange::PasskeyAdded, url }
            }
            PROVIDER_LINKED => {
                let url = format!("{}/office/account", site.url);
                Message::AccountChanged { name, change: AccountChange::ProviderLinked, url }
            }
            _ => return None,
        };
        Some(Job {
            lease: Lease { tenant: self.tenant_id, id: self.id, attempt: self.attempts },
            to: self.email,
            locale: locale_of(&self.locale),
            site,
            message,
            told_at: self.told_at,
            trace: Trace::stored(self.trace.as_deref()),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notify::outbox::ABOUT_ACCOUNTS;

    #[test]
    fn every_kind_about_an_account_is_read() {
        for kind in ABOUT_ACCOUNTS {
            assert!(ACCOUNTS.contains(&format!("'{kind}'")), "{kind}");
        }
    }
}
