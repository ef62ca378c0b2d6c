//! What the messages of a batch say, read in one statement for each kind of message. The joins
//! are the last look before sending: what is not found any more is not sent.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use infitah_i18n::Locale;
use sea_orm::{FromQueryResult, Value};
use uuid::Uuid;

use super::accounts::{ACCOUNTS, AccountRow};
use super::claiming::Leased;
use super::following::{PROGRESS, ProgressRow};
use super::reminding::{REMINDERS, ReminderRow};
use super::{Announcement, Followed, Job, Lease, Message, Site};
use crate::ground::database::{Engine, WorkerTx};
use crate::ground::error::Result;
use crate::ground::ids::{DeliveryId, TenantId};
use crate::ground::localised::Localised;
use crate::ground::secret::Purpose;
use crate::ground::sql;
use crate::ground::trace::Trace;
use crate::notify::subscriptions::CONFIRM_HOURS;
use crate::tenancy::collectivities::Kind;
use crate::tenancy::hub::Hub;
use crate::tenancy::permission::Role;

/// The jobs of the leased deliveries that are still to be sent.
pub(super) async fn load(hub: &Hub, leased: &[Leased]) -> Result<Vec<Job>> {
    let tx = hub.database().begin_worker().await?;
    if hub.database().engine() == Engine::Postgres {
        // Every table here is joined by its tenant too, which on tables without statistics leads the
        // planner to join all rows of a tenant with each other first. The joins are written in the
        // order in which they are cheap: from the few picked rows on by whole keys.
        sql::run(&tx, "SELECT set_config('join_collapse_limit', '1', true)", []).await?;
    }
    let (subscribed, staff): (Vec<&Leased>, Vec<&Leased>) =
        leased.iter().partition(|row| row.recipient_kind == "subscription");
    let mut jobs = Vec::with_capacity(leased.len());
    if !subscribed.is_empty() {
        let rows: Vec<ArticleRow> = of_batch(&tx, ARTICLES, Vec::new(), &subscribed).await?;
        jobs.extend(rows.into_iter().map(|row| row.job(hub)));
        let rows: Vec<ProgressRow> = of_batch(&tx, PROGRESS, Vec::new(), &subscribed).await?;
        jobs.extend(rows.into_iter().map(|row| row.job(hub)));
        let since = hub.clock().now() - TimeDelta::hours(CONFIRM_HOURS);
        let rows: Vec<RequestRow> = of_batch(&tx, REQUESTS, vec![since.into()], &subscribed).await?;
        jobs.extend(rows.into_iter().map(|row| row.job(hub)));
    }
    let mut by_tenant: BTreeMap<TenantId, Vec<&Leased>> = BTreeMap::new();
    for row in staff {
        by_tenant.entry(row.tenant_id).or_default().push(row);
    }
    // Invitations and accounts are closed to the worker until it enters their tenant, so these few
    // are read tenant by tenant; the batch bounds how many.
    for (tenant, rows) in by_tenant {
        tx.enter(tenant).await?;
        let (staff, invited): (Vec<&Leased>, Vec<&Leased>) =
            rows.into_iter().partition(|row| row.recipient_kind == "person");
        if !invited.is_empty() {
            let rows: Vec<InvitationRow> =
                of_batch(&tx, INVITATIONS, vec![hub.clock().now().into()], &invited).await?;
            jobs.extend(rows.into_iter().filter_map(|row| row.job(hub)));
        }
        if !staff.is_empty() {
            let rows: Vec<ReminderRow> = of_batch(&tx, REMINDERS, Vec::new(), &staff).await?;
            jobs.extend(rows.into_iter().filter_map(|row| row.job(hub)));
            let rows: Vec<AccountRow> =
                of_batch(&tx, ACCOUNTS, vec![hub.clock().now().into()], &staff).await?;
            jobs.extend(rows.into_iter().filter_map(|row| row.job(hub)));
        }
    }
    tx.commit().await?;
    Ok(jobs)
}

async fn of_batch<T: FromQueryResult>(
    tx: &WorkerTx,
    text: &str,
    fixed: Vec<Value>,
    leased: &[&Leased],
) -> Result<Vec<T>> {
    let triples: Vec<String> =
        (0..leased.len()).map(|index| format!("({})", sql::places(fixed.len() + 3 * index + 1, 3))).collect();
    let text = format!("WITH picked (tenant_id, id, event_id) AS (VALUES {}){text}", triples.join(", "));
    let keys = leased.iter().flat_map(|row| [row.tenant_id.into(), row.id.into(), row.event_id.into()]);
    Ok(sql::all(tx, &text, fixed.into_iter().chain(keys)).await?)
}

/// `t` is who tells, `m` whose article it is.
const ARTICLES: &str = "
SELECT d.id, d.tenant_id, d.attempts, s.id AS subscription_id, s.email, s.locale,
       e.created_at AS told_at, e.trace, t.kind, t.slug, t.names, t.sender_name, t.reply_to, t.is_sample,
       m.kind AS member_kind, m.slug AS member_slug, m.names AS member_names, m.is_sample AS member_is_sample,
       a.titles, a.summaries, a.slugs, a.category, a.is_sample AS article_is_sample, a.published_at
FROM picked p
JOIN deliveries d ON d.tenant_id = p.tenant_id AND d.id = p.id
JOIN outbox_events e ON e.tenant_id = p.tenant_id AND e.id = p.event_id AND e.kind = 'article_published'
JOIN subscriptions s ON s.tenant_id = d.tenant_id AND s.id = d.recipient_id
JOIN collectivities t ON t.id = d.tenant_id
JOIN collectivities m ON m.id = e.origin_tenant_id
JOIN articles a ON a.tenant_id = e.origin_tenant_id AND a.id = e.subject_id
WHERE s.status = 'confirmed' AND s.email IS NOT NULL AND t.status = 'active' AND m.status = 'active'
  AND a.status = 'published' AND a.member_live";

const REQUESTS: &str = "
SELECT d.id, d.tenant_id, d.attempts, s.id AS subscription_id, s.email, s.locale, s.requested_at,
       e.created_at AS told_at, e.trace, t.kind, t.slug, t.names, t.sender_name, t.reply_to, t.is_sample, c.titles, g.cycle
FROM picked p
JOIN deliveries d ON d.tenant_id = p.tenant_id AND d.id = p.id
JOIN outbox_events e ON e.tenant_id = p.tenant_id AND e.id = p.event_id AND e.kind = 'subscription_requested'
JOIN subscriptions s ON s.tenant_id = d.tenant_id AND s.id = d.recipient_id
JOIN collectivities t ON t.id = d.tenant_id
LEFT JOIN commitments c ON s.topic = 'commitment' AND c.tenant_id = s.tenant_id AND c.id = s.topic_id
LEFT JOIN programmes g ON s.topic = 'programme' AND g.tenant_id = s.tenant_id AND g.id = s.topic_id
WHERE s.status = 'pending' AND s.email IS NOT NULL AND s.requested_at > $1 AND t.status = 'active'";

const INVITATIONS: &str = "
SELECT d.id, d.tenant_id, d.attempts, i.id AS invitation_id, i.role, i.expires_at, a.email, a.display_name, a.locale,
       e.created_at AS told_at, e.trace, t.kind, t.slug, t.names, t.sender_name, t.reply_to, t.is_sample
FROM picked p
JOIN deliveries d ON d.tenant_id = p.tenant_id AND d.id = p.id
JOIN outbox_events e ON e.tenant_id = p.tenant_id AND e.id = p.event_id
JOIN invitations i ON i.tenant_id = d.tenant_id AND i.id = d.recipient_id
JOIN people a ON a.id = i.person_id
JOIN collectivities t ON t.id = d.tenant_id
WHERE i.accepted_at IS NULL AND i.expires_at > $1 AND t.status = 'active'";

#[derive(FromQueryResult)]
struct ArticleRow {
    id: DeliveryId,
    tenant_id: TenantId,
    attempts: i32,
    subscription_id: Uuid,
    email: String,
    locale: String,
    told_at: DateTime<Utc>,
    trace: Option<String>,
    kind: String,
    slug: String,
    names: Localised,
    sender_name: Option<String>,
    reply_to: Option<String>,
    is_sample: bool,
    member_kind: String,
    member_slug: String,
    member_names: Localised,
    member_is_sample: bool,
    titles: Localised,
    summaries: Localised,
    slugs: Localised,
    category: Option<String>,
    article_is_sample: bool,
    published_at: DateTime<Utc>,
}

impl ArticleRow {
    fn job(self, hub: &Hub) -> Job {
        let locale = locale_of(&self.locale);
        let mut site = site_of(hub, &self.kind, &self.slug, self.names, self.is_sample)
            .told_by(self.sender_name, self.reply_to);
        let member =
            site_of(hub, &self.member_kind, &self.member_slug, self.member_names, self.member_is_sample);
        site.is_sample |= member.is_sample || self.article_is_sample;
        let token = hub.secret().token(Purpose::Unsubscribe, self.tenant_id, self.subscription_id);
        let announcement = Announcement {
            url: format!("{}/{locale}/news/{}", member.url, self.slugs.text(locale)),
            unsubscribe_url: format!("{}/{locale}/unsubscribe/{token}", site.url),
            member,
            titles: self.titles,
            summaries: self.summaries,
            category: self.category,
            published_at: self.published_at,
        };
        Job {
            lease: Lease { tenant: self.tenant_id, id: self.id, attempt: self.attempts },
            to: self.email,
            locale,
            site,
            message: Message::Article(Box::new(announcement)),
            told_at: self.told_at,
            trace: Trace::stored(self.trace.as_deref()),
        }
    }
}

#[derive(FromQueryResult)]
struct RequestRow {
    id: DeliveryId,
    tenant_id: TenantId,
    attempts: i32,
    subscription_id: Uuid,
    email: String,
    locale: String,
    requested_at: DateTime<Utc>,
    told_at: DateTime<Utc>,
    trace: Option<String>,
    kind: String,
    slug: String,
    names: Localised,
    sender_name: Option<String>,
    reply_to: Option<String>,
    is_sample: bool,
    titles: Option<Localised>,
    cycle: Option<String>,
}

impl RequestRow {
    fn job(self, hub: &Hub) -> Job {
        let locale = locale_of(&self.locale);
        let site = site_of(hub, &self.kind, &self.slug, self.names, self.is_sample)
            .told_by(self.sender_name, self.reply_to);
        let token = hub.secret().token(Purpose::Confirm, self.tenant_id, self.subscription_id);
        let message = Message::Confirmation {
            url: format!("{}/{locale}/subscribe/confirm/{token}", site.url),
            expires_at: self.requested_at + TimeDelta::hours(CONFIRM_HOURS),
            followed: match (self.titles, self.cycle) {
                (Some(titles), _) => Some(Followed::Commitment(titles)),
                (None, cycle) => cycle.map(Followed::Programme),
            },
        };
        let lease = Lease { tenant: self.tenant_id, id: self.id, attempt: self.attempts };
        let trace = Trace::stored(self.trace.as_deref());
        Job { lease, to: self.email, locale, site, message, told_at: self.told_at, trace }
    }
}

#[derive(FromQueryResult)]
struct InvitationRow {
    id: DeliveryId,
    tenant_id: TenantId,
    attempts: i32,
    invitation_id: Uuid,
    role: String,
    expires_at: DateTime<Utc>,
    email: String,
    display_name: String,
    locale: String,
    told_at: DateTime<Utc>,
    trace: Option<String>,
    kind: String,
    slug: String,
    names: Localised,
    sender_name: Option<String>,
    reply_to: Option<String>,
    is_sample: bool,
}

impl InvitationRow {
    fn job(self, hub: &Hub) -> Option<Job> {
        let site = site_of(hub, &self.kind, &self.slug, self.names, self.is_sample)
            .told_by(self.sender_name, self.reply_to);
        let token = hub.secret().token(Purpose::Invitation, self.tenant_id, self.invitation_id);
        let message = Message::Invitation {
            name: self.display_name,
            role: Role::from_code(&self.role)?,
            url: format!("{}/office/invitation/{token}", site.url),
            expires_at: self.expires_at,
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

pub(super) fn locale_of(code: &str) -> Locale {
    Locale::from_code(code).unwrap_or(Locale::Ar)
}

pub(super) fn site_of(hub: &Hub, kind: &str, slug: &str, names: Localised, is_sample: bool) -> Site {
    let kind = Kind::from_code(kind).unwrap_or(Kind::Commune);
    Site { kind, url: hub.url_of(kind, slug), names, is_sample, sender_name: None, reply_to: None }
}

impl Site {
    /// The same with what stands in the head of its mails.
    pub(super) fn told_by(self, sender_name: Option<String>, reply_to: Option<String>) -> Self {
        Self { sender_name, reply_to, ..self }
    }
}
