//! The register of what people asked about their data, and when they were answered. It knows them by
//! a keyed hash alone, of this member alone.

use chrono::NaiveDate;
use sea_orm::FromQueryResult;
use serde::Serialize;
use uuid::Uuid;

use crate::ground::database::TenantTx;
use crate::ground::error::{Error, FieldError, Result};
use crate::ground::few::{Few, few};
use crate::ground::{input, sql};
use crate::tenancy::permission::Action;
use crate::tenancy::scope::Scope;
use crate::trust::audit::{self, Changes};

/// What somebody asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// To know what is held (right of access).
    Export,
    /// To have it erased (right of opposition).
    Erasure,
    /// To have it corrected (right of rectification).
    Rectification,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Export, Self::Erasure, Self::Rectification];

    /// The name in the database and in message keys.
    pub fn code(self) -> &'static str {
        match self {
            Self::Export => "export",
            Self::Erasure => "erasure",
            Self::Rectification => "rectification",
        }
    }

    /// The kind with this name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// A request in the register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, FromQueryResult)]
pub struct Request {
    /// Its id.
    #[serde(skip)]
    pub id: Uuid,
    /// What was asked for.
    pub kind: String,
    /// The day it came in.
    pub received_on: NaiveDate,
    /// The day it was answered.
    pub done_on: Option<NaiveDate>,
}

/// The register, the newest first, two hundred at most.
///
/// # Errors
/// `Denied` without the right to manage settings.
pub async fn list(scope: &Scope) -> Result<Vec<Request>> {
    scope.require(Action::ManageSettings)?;
    let tx = scope.begin_read().await?;
    Ok(sql::all(
        &tx,
        "SELECT id, kind, received_on, done_on FROM personal_data_requests WHERE tenant_id = $1
         ORDER BY received_on DESC, id DESC LIMIT 200",
        [tx.tenant().into()],
    )
    .await?)
}

/// The requests that nobody has answered yet, the oldest first.
pub(crate) async fn open(tx: &TenantTx) -> Result<Few<Request>> {
    let text = "SELECT id, kind, received_on, done_on, COUNT(*) OVER () AS total
         FROM personal_data_requests WHERE tenant_id = $1 AND done_on IS NULL ORDER BY received_on, id";
    Ok(few(tx, text, [tx.tenant().into()]).await?)
}

/// Notes that somebody asked.
///
/// # Errors
/// `Denied`; `Invalid` for what is no address, or a day ahead.
pub async fn record(scope: &Scope, email: &str, kind: Kind, received_on: NaiveDate) -> Result<()> {
    scope.require(Action::ManageSettings)?;
    let email = input::email(email)?;
    if received_on > scope.today() {
        return Err(Error::Invalid(vec![FieldError::new("received_on", "personal-day-ahead")]));
    }
    let tx = scope.begin().await?;
    let id = insert(&tx, scope, &email, kind, (received_on, None)).await?;
    let changes = Changes::new().field("kind", serde_json::Value::Null, kind.code());
    audit::record_with(&tx, scope, "record_request", ("request", id), &changes).await?;
    Ok(tx.commit().await?)
}

/// Notes that a request was answered today.
///
/// # Errors
/// `Denied`; `NotFound`; `Conflict` when it was answered before.
pub async fn finish(scope: &Scope, id: Uuid) -> Result<()> {
    scope.require(Action::ManageSettings)?;
    let tx = scope.begin().await?;
    let touched = sql::run(
        &tx,
        "UPDATE personal_data_requests SET done_on = $3, done_by = $4
         WHERE tenant_id = $1 AND id = $2 AND done_on IS NULL",
        [tx.tenant().into(), id.into(), scope.today().into(), scope.person_id().into()],
    )
    .await?;
    if touched == 0 {
        return Err(Error::NotFound("request"));
    }
    audit::record(&tx, scope, "finish_request", "request", id).await?;
    Ok(tx.commit().await?)
}

/// Closes the open requests of this kind and person, or notes one that is answered at once, and gives
/// the id of the oldest.
pub(super) async fn answer(tx: &TenantTx, scope: &Scope, email: &str, kind: Kind) -> Result<Uuid> {
    let open: Vec<Request> = sql::all(
        tx,
        "UPDATE personal_data_requests SET done_on = $4, done_by = $5
         WHERE tenant_id = $1 AND email_key = $2 AND kind = $3 AND done_on IS NULL
         RETURNING id, kind, received_on, done_on",
        [
            tx.tenant().into(),
            key(scope, email).into(),
            kind.code().into(),
            scope.today().into(),
            scope.person_id().into(),
        ],
    )
    .await?;
    match open.iter().map(|request| request.id).min() {
        Some(id) => Ok(id),
        None => insert(tx, scope, email, kind, (scope.today(), Some(scope.today()))).await,
    }
}

/// The requests of one person.
pub(super) async fn of(tx: &TenantTx, scope: &Scope, email: &str) -> Result<Vec<Request>> {
    Ok(sql::all(
        tx,
        "SELECT id, kind, received_on, done_on FROM personal_data_requests
         WHERE tenant_id = $1 AND email_key = $2 ORDER BY received_on, id LIMIT 200",
        [tx.tenant().into(), key(scope, email).into()],
    )
    .await?)
}

async fn insert(
    tx: &TenantTx,
    scope: &Scope,
    email: &str,
    kind: Kind,
    (received_on, done_on): (NaiveDate, Option<NaiveDate>),
) -> Result<Uuid> {
    let id = scope.new_id();
    sql::insert(
        tx,
        "personal_data_requests",
        [
            ("tenant_id", tx.tenant().into()),
            ("id", id.into()),
            ("kind", kind.code().into()),
            ("email_key", key(scope, email).into()),
            ("received_on", received_on.into()),
            ("done_on", done_on.into()),
            ("recorded_by", scope.person_id().into()),
            ("done_by", done_on.and_then(|_| scope.person_id()).into()),
            ("created_at", scope.now().into()),
        ],
    )
    .await?;
    Ok(id)
}

/// The same person asking another member is another hash: registers cannot be laid side by side.
fn key(scope: &Scope, email: &str) -> String {
    let label = format!("personal data request {}", scope.tenant().id);
    scope.hub().secret().fingerprint(&label, email)
}
