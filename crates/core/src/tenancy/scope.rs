//! The first argument of every public function of core: tenant, actor, clock, request id and
//! database in one value. [`PublicScope`] serves what is published and cannot hold an actor;
//! [`Scope`] serves all else. Neither can be made without a tenant.

use std::net::IpAddr;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use infitah_i18n::Locale;
use uuid::Uuid;

use super::hub::Hub;
use super::permission::{Action, Role, permits};
use crate::ground::calendar;
use crate::ground::clock::new_id;
use crate::ground::database::{PublicReads, Server, TenantTx};
use crate::ground::error::{Error, Result};
use crate::ground::ids::{PersonId, SignInId, TenantId};
use crate::ground::localised::Localised;
use crate::ground::trace::Trace;

/// The collectivity that a request is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tenant {
    /// Its id.
    pub id: TenantId,
    /// Its subdomain.
    pub slug: String,
    /// What it is.
    pub kind: super::collectivities::Kind,
    /// Its names.
    pub names: Localised,
    /// The language of its site when nothing else decides.
    pub default_locale: Locale,
    /// The languages that its site offers.
    pub locales: Vec<Locale>,
    /// Base address of its site, without a slash at the end.
    pub url: String,
    /// Its colour, `#rrggbb`, when it has one of its own.
    pub accent: Option<String>,
    /// The mark beside its name.
    pub logo: Option<super::settings::Logo>,
    /// Whom to write to about personal data, as published.
    pub privacy_contact: Option<String>,
    /// Made up for demonstration; every page says so.
    pub is_sample: bool,
    /// Rises with every public change; pages and feeds are cached under it.
    pub content_version: String,
    /// Where the version was read; what is published under it is read there too, or it would be
    /// remembered under a version that it is not.
    pub server: Server,
}

impl Tenant {
    /// Whether this is the network itself.
    pub fn is_network(&self) -> bool {
        self.kind == super::collectivities::Kind::Network
    }
}

/// Who acts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Actor {
    /// Nobody that we know.
    Anonymous,
    /// Somebody signed in.
    Person(Person),
    /// The program itself: a command of the operator, or a timer. The text names it.
    System(&'static str),
}

/// Somebody signed in at one tenant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// The account.
    pub id: PersonId,
    /// The sign-in session.
    pub sign_in: SignInId,
    /// The name shown in the office.
    pub name: String,
    /// The e-mail address of the account.
    pub email: String,
    /// The language of the office.
    pub locale: Locale,
    /// Roles at this tenant; none as long as the tenant demands a second factor that is missing.
    pub roles: Vec<Role>,
}

impl Person {
    /// Whether the tenant demands a second factor that is missing: whoever is signed in has a role,
    /// but for this.
    pub fn lacks_second_factor(&self) -> bool {
        self.roles.is_empty()
    }
}

/// What a request about published things may use.
#[derive(Debug, Clone)]
pub struct PublicScope {
    hub: Hub,
    tenant: Arc<Tenant>,
    request_id: Uuid,
    trace: Trace,
    now: DateTime<Utc>,
}

/// What a request with an actor may use.
#[derive(Debug, Clone)]
pub struct Scope {
    public: PublicScope,
    actor: Actor,
    address: Option<IpAddr>,
}

impl PublicScope {
    pub(crate) fn new(hub: Hub, tenant: Arc<Tenant>, request_id: Uuid) -> Self {
        let now = hub.clock().now();
        Self { hub, tenant, request_id, trace: Trace::of_request(request_id), now }
    }

    /// The tenant.
    pub fn tenant(&self) -> &Tenant {
        &self.tenant
    }

    /// The id of the request, shown with errors and in the log.
    pub fn request_id(&self) -> Uuid {
        self.request_id
    }

    /// The place of the request in its trace; what it tells people is found under it.
    pub fn trace(&self) -> Trace {
        self.trace
    }

    /// The same request at another place of a trace.
    #[must_use]
    pub fn traced(self, trace: Trace) -> Self {
        Self { trace, ..self }
    }

    /// The time at which the request began.
    pub fn now(&self) -> DateTime<Utc> {
        self.now
    }

    /// The day in Morocco on which the request began.
    pub fn today(&self) -> NaiveDate {
        calendar::day(self.now)
    }

    /// The installation.
    pub fn hub(&self) -> &Hub {
        &self.hub
    }

    pub(crate) fn reads(&self) -> PublicReads {
        self.hub.database().public(self.tenant.server)
    }

    /// The tenant that lists are bound to: the member itself, or none on the network's host,
    /// where the same lists run over all members.
    pub(crate) fn member(&self) -> Option<TenantId> {
        (!self.tenant.is_network()).then_some(self.tenant.id)
    }

    /// The same request with an actor.
    #[must_use]
    pub fn acted_by(self, actor: Actor) -> Scope {
        Scope { public: self, actor, address: None }
    }
}

impl Scope {
    /// The same request with the network address it came from, for the audit.
    #[must_use]
    pub fn coming_from(self, address: IpAddr) -> Self {
        Self { address: Some(address), ..self }
    }

    /// Where the request came from, if it came over the network.
    pub(crate) fn address(&self) -> Option<IpAddr> {
        self.address
    }

    /// The part that serves what is published.
    pub fn public(&self) -> &PublicScope {
        &self.public
    }

    /// The tenant.
    pub fn tenant(&self) -> &Tenant {
        &self.public.tenant
    }

    /// The actor.
    pub fn actor(&self) -> &Actor {
        &self.actor
    }

    /// The person signed in, if any.
    pub fn person(&self) -> Option<&Person> {
        match &self.actor {
            Actor::Person(person) => Some(person),
            _ => None,
        }
    }

    /// The person signed in, for what everybody may do with the own account.
    ///
    /// # Errors
    /// `Unauthenticated` when nobody is signed in.
    pub fn me(&self) -> Result<&Person> {
        self.person().ok_or(Error::Unauthenticated("sign-in-needed"))
    }

    /// The time at which the request began.
    pub fn now(&self) -> DateTime<Utc> {
        self.public.now
    }

    /// The day in Morocco on which the request began.
    pub fn today(&self) -> NaiveDate {
        self.public.today()
    }

    /// The installation.
    pub fn hub(&self) -> &Hub {
        &self.public.hub
    }

    /// Whether the actor may do this here.
    pub fn permits(&self, action: Action) -> bool {
        match &self.actor {
            Actor::Anonymous => false,
            Actor::System(_) => true,
            Actor::Person(person) => person.roles.iter().any(|&role| permits(role, action)),
        }
    }

    /// Asks for a permission.
    ///
    /// # Errors
    /// `Unauthenticated` when nobody is signed in, `Denied` when the roles do not suffice.
    pub fn require(&self, action: Action) -> Result<()> {
        if self.permits(action) {
            return Ok(());
        }
        match self.actor {
            Actor::Anonymous => Err(Error::Unauthenticated("sign-in-needed")),
            _ => Err(Error::Denied("denied-role")),
        }
    }

    pub(crate) fn new_id(&self) -> Uuid {
        new_id(self.public.hub.clock().now())
    }

    /// A writing transaction of this tenant.
    pub(crate) async fn begin(&self) -> Result<TenantTx> {
        Ok(self.hub().database().begin(self.tenant().id).await?)
    }

    /// A reading transaction of this tenant.
    pub(crate) async fn begin_read(&self) -> Result<TenantTx> {
        Ok(self.hub().database().begin_read(self.tenant().id).await?)
    }

    pub(crate) fn person_id(&self) -> Option<Uuid> {
        self.person().map(|person| person.id.0)
    }
}
