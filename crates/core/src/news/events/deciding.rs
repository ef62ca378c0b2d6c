//! The way of an event to the public and back: shown, cancelled with a reason that stays, taken back,
//! put away.

use super::attendances;
use super::checking::REASON_MAX;
use super::writing::{at_version, finish_from, require_title, set};
use super::{Event, EventStatus};
use crate::ground::error::{Error, FieldError, Result};
use crate::ground::ids::EventId;
use crate::ground::input::Checks;
use crate::ground::localised::Localised;
use crate::tenancy::collectivities;
use crate::tenancy::permission::Action;
use crate::tenancy::scope::Scope;

/// Makes an event public.
///
/// # Errors
/// `Denied`; `NotFound`; `Conflict` when it changed meanwhile or is no draft; `Invalid` when the
/// language of the site has no title.
pub async fn publish(scope: &Scope, id: EventId, seen: i32) -> Result<Event> {
    scope.require(Action::PublishEvent)?;
    let tx = scope.begin().await?;
    let before = at_version(&tx, id, seen).await?;
    if before.status != EventStatus::Draft {
        return Err(Error::Conflict("event-not-a-draft"));
    }
    require_title(scope, &before.titles)?;
    let columns = "status = 'published', cancel_reasons = $5, published_at = COALESCE(published_at, $3)";
    set(&tx, scope, id, columns, [Localised::default().into()]).await?;
    attendances::show(&tx, id, true).await?;
    collectivities::raise_content_version(&tx, scope).await?;
    finish_from(tx, scope, "publish_event", &before).await
}

/// Says of a public event that it does not take place; it stays public with the reason.
///
/// # Errors
/// `Denied`; `NotFound`; `Conflict` when it changed meanwhile or is not public; `Invalid` without a
/// reason in the language of the site.
pub async fn cancel(scope: &Scope, id: EventId, seen: i32, reasons: Localised) -> Result<Event> {
    scope.require(Action::PublishEvent)?;
    let locale = scope.tenant().default_locale;
    let mut checks = Checks::default();
    let reasons = checks.localised_block("reasons", &reasons, REASON_MAX);
    if reasons.exact(locale).is_none() {
        checks.refuse(FieldError::new(format!("reasons.{}", locale.code()), "field-required"));
    }
    checks.finish()?;
    let tx = scope.begin().await?;
    let before = at_version(&tx, id, seen).await?;
    if before.status != EventStatus::Published {
        return Err(Error::Conflict("event-not-public"));
    }
    set(&tx, scope, id, "status = 'cancelled', cancel_reasons = $5", [reasons.into()]).await?;
    collectivities::raise_content_version(&tx, scope).await?;
    finish_from(tx, scope, "cancel_event", &before).await
}

/// Takes an event back, or out of where it was put away; it is a draft again.
///
/// # Errors
/// `Denied`; `NotFound`; `Conflict` when it changed meanwhile or is a draft.
pub async fn take_back(scope: &Scope, id: EventId, seen: i32) -> Result<Event> {
    hide(scope, id, seen, EventStatus::Draft, "event-already-a-draft").await
}

/// Puts an event away: nobody but the office sees it.
///
/// # Errors
/// `Denied`; `NotFound`; `Conflict` when it changed meanwhile or is put away already.
pub async fn archive(scope: &Scope, id: EventId, seen: i32) -> Result<Event> {
    hide(scope, id, seen, EventStatus::Archived, "event-is-archived").await
}

async fn hide(
    scope: &Scope,
    id: EventId,
    seen: i32,
    to: EventStatus,
    already: &'static str,
) -> Result<Event> {
    scope.require(Action::PublishEvent)?;
    let tx = scope.begin().await?;
    let before = at_version(&tx, id, seen).await?;
    if before.status == to {
        return Err(Error::Conflict(already));
    }
    set(&tx, scope, id, "status = $5", [to.code().into()]).await?;
    if before.status.is_public() {
        attendances::show(&tx, id, false).await?;
        collectivities::raise_content_version(&tx, scope).await?;
    }
    let action = if to == EventStatus::Draft { "take_back_event" } else { "archive_event" };
    finish_from(tx, scope, action, &before).await
}
