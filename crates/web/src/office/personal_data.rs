//! What the member holds about a person, by their exact address. The address travels in forms only,
//! so that it stands in no address of a page, no log and no history of a browser.

use askama::Template;
use axum::extract::{Form, Path, Query};
use axum::http::StatusCode;
use infitah_core::ground::calendar;
use infitah_core::ground::error::{Error, Result};
use infitah_core::tenancy::permission::Action;
use infitah_core::trust::personal_data::{self, Erased, ErasedAccount, Held, Kind, Request};

use super::audit_files::file;
use super::audit_words::value;
use super::fields::{Control, FormView, Part, choices};
use super::form_page::FormPage;
use super::frames::Frame;
use super::programmes::Done;
use super::typed::{Reader, Typed};
use super::visits::{Visit, see_other};
use crate::answers::{Answer, page_with};
use crate::words::Phrase;

/// Where it is.
const PATH: &str = "/office/personal-data";
/// The room of the menu it belongs to.
const ROOM: &str = super::settings::ROOM;

/// The page.
#[derive(Debug, Template)]
#[template(path = "office/personal_data.html")]
pub(crate) struct PersonalDataPage {
    pub(crate) frame: Frame,
    pub(crate) room: &'static str,
    pub(crate) search: FormView,
    pub(crate) register: FormView,
    pub(crate) requests: Vec<Row>,
    pub(crate) held: Option<Vec<Shelf>>,
    pub(crate) email: String,
    pub(crate) erased: Vec<Phrase>,
}

/// A request in the register.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    pub(crate) id: String,
    pub(crate) kind: Phrase,
    pub(crate) received: String,
    pub(crate) done: Option<String>,
}

/// Things of one kind that are held.
#[derive(Debug, Clone)]
pub(crate) struct Shelf {
    pub(crate) title: Phrase,
    pub(crate) lines: Vec<String>,
}

/// `GET /office/personal-data`.
pub(crate) async fn show(visit: Visit, Query(after): Query<Done>) -> Answer {
    let mut page = PersonalDataPage::of(&visit, &Typed::default()).await?;
    page.frame = page.frame.after(&after.done);
    page_with(StatusCode::OK, &page)
}

/// `POST /office/personal-data`: what is held about an address.
pub(crate) async fn search(visit: Visit, Form(typed): Form<Typed>) -> Answer {
    match personal_data::look(&visit.scope, typed.get("email")).await {
        Ok(held) => {
            let mut page = PersonalDataPage::of(&visit, &typed).await?;
            page.email = held.email.clone();
            page.held = Some(shelves(&visit, &held));
            page_with(StatusCode::OK, &page)
        }
        Err(Error::Invalid(errors)) if !visit.wants_json => {
            let mut page = PersonalDataPage::of(&visit, &typed).await?;
            page.search = page.search.with_errors(&errors);
            page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
        Err(error) => Err(error.into()),
    }
}

/// `POST /office/personal-data/export`.
pub(crate) async fn export(visit: Visit, Form(typed): Form<Typed>) -> Answer {
    let held = personal_data::export(&visit.scope, typed.get("email")).await?;
    let body = serde_json::to_vec_pretty(&held).map_err(Error::internal)?;
    Ok(file("application/json; charset=utf-8", "personal-data.json", body))
}

/// `POST /office/personal-data/erase`: asks first, then erases.
pub(crate) async fn erase(visit: Visit, Form(typed): Form<Typed>) -> Answer {
    visit.scope.require(Action::ManageSettings)?;
    if typed.get("sure") != "yes" {
        let held = personal_data::look(&visit.scope, typed.get("email")).await?;
        return ask(&visit, &held).shown();
    }
    let erased = personal_data::erase(&visit.scope, typed.get("email")).await?;
    let mut page = PersonalDataPage::of(&visit, &Typed::default()).await?;
    page.erased = what_was_erased(&visit, erased);
    page_with(StatusCode::OK, &page)
}

/// `POST /office/personal-data/requests`.
pub(crate) async fn record(visit: Visit, Form(typed): Form<Typed>) -> Answer {
    let recorded = async {
        let mut reader = Reader::of(&typed);
        let kind = reader.chosen("kind", Kind::from_code);
        let day = reader.needed_day("received_on");
        reader.finish()?;
        let (kind, day) = kind.zip(day).ok_or_else(|| Error::invalid("kind", "field-required"))?;
        personal_data::record(&visit.scope, typed.get("email"), kind, day).await
    };
    visit.scope.require(Action::ManageSettings)?;
    match recorded.await {
        Ok(()) => Ok(see_other(&format!("{PATH}?done=request-recorded"))),
        Err(Error::Invalid(errors)) if !visit.wants_json => {
            let mut page = PersonalDataPage::of(&visit, &Typed::default()).await?;
            page.register = register(&visit, &typed).with_errors(&errors);
            page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
        Err(error) => Err(error.into()),
    }
}

/// `POST /office/personal-data/requests/{id}`: it was answered.
pub(crate) async fn finish(visit: Visit, Path(id): Path<String>) -> Answer {
    visit.scope.require(Action::ManageSettings)?;
    let id = id.parse().map_err(|_| Error::NotFound("request"))?;
    personal_data::finish(&visit.scope, id).await?;
    Ok(see_other(&format!("{PATH}?done=request-finished")))
}

fn ask(visit: &Visit, held: &Held) -> FormPage {
    let form = FormView::to(visit, format!("{PATH}/erase"), "personal-erase-now")
        .hidden("email", &held.email)
        .hidden("sure", "yes")
        .or_back_to(PATH)
        .grave();
    let frame = visit.frame("personal-erase-title");
    let text = frame.named("personal-erase-text", "email", &held.email);
    FormPage::of(frame, ROOM, form).back_to(PATH, visit.phrase("personal-title")).saying(text)
}

fn what_was_erased(visit: &Visit, erased: Erased) -> Vec<Phrase> {
    let frame = visit.frame("personal-title");
    let account = match erased.account {
        ErasedAccount::None => None,
        ErasedAccount::Serves => Some("personal-erased-serves"),
        ErasedAccount::Gone => Some("personal-erased-account"),
    };
    let count = frame.counted("personal-erased-subscriptions", "count", erased.subscriptions);
    std::iter::once(count).chain(account.map(|key| visit.phrase(key))).collect()
}

fn register(visit: &Visit, typed: &Typed) -> FormView {
    let kinds = Kind::ALL.map(|kind| (kind.code(), format!("personal-kind-{}", kind.code())));
    let kinds: Vec<(&str, &str)> = kinds.iter().map(|(code, key)| (*code, key.as_str())).collect();
    FormView::to(visit, format!("{PATH}/requests"), "personal-record")
        .prefixed("request_")
        .needed(typed, "email", "personal-email", Control::Latin)
        .hint("personal-record-hint")
        .needed(typed, "kind", "personal-kind", Control::Radio(choices(visit, typed.get("kind"), &kinds)))
        .needed(typed, "received_on", "personal-received", Control::Day)
}

impl PersonalDataPage {
    async fn of(visit: &Visit, typed: &Typed) -> Result<Self> {
        let requests = personal_data::list(&visit.scope).await?;
        let today = Typed::default().with("received_on", visit.scope.today());
        let search = FormView::to(visit, PATH, "personal-search").needed(
            typed,
            "email",
            "personal-email",
            Control::Latin,
        );
        Ok(Self {
            frame: visit.frame("personal-title"),
            room: ROOM,
            search: search.hint("personal-email-hint"),
            register: register(visit, &today),
            requests: requests.iter().map(|request| Row::of(visit, request)).collect(),
            held: None,
            email: String::new(),
            erased: Vec::new(),
        })
    }
}

impl Row {
    fn of(visit: &Visit, request: &Request) -> Self {
        Self {
            id: request.id.to_string(),
            kind: visit.phrase(&format!("personal-kind-{}", request.kind)),
            received: visit.words.date(request.received_on),
            done: request.done_on.map(|day| visit.words.date(day)),
        }
    }
}

/// What is held, as readable lines.
fn shelves(visit: &Visit, held: &Held) -> Vec<Shelf> {
    let words = visit.words;
    let time = |at| words.date_time(calendar::local(at));
    let said = |key: &str, text: String| format!("{} {text}", words.plain(key, &[]));
    let coded = |area: &str, code: &str| words.plain(&format!("{area}-{}", code.replace('_', "-")), &[]);
    let mut shelves = vec![
        Shelf {
            title: visit.phrase("personal-subscriptions"),
            lines: held
                .subscriptions
                .iter()
                .map(|one| {
                    let facts = [
                        Some(coded("personal-status", &one.status)),
                        Some(coded("language", &one.locale)),
                        Some(said("personal-requested", time(one.requested_at))),
                        one.confirmed_at.map(|at| said("personal-confirmed", time(at))),
                        one.ended_at.map(|at| said("personal-ended", time(at))),
                    ];
                    facts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
                })
                .collect(),
        },
        Shelf {
            title: visit.phrase("personal-deliveries"),
            lines: held
                .deliveries
                .iter()
                .map(|one| format!("{} · {}", time(one.created_at), coded("personal-delivery", &one.status)))
                .collect(),
        },
    ];
    if let Some(account) = &held.account {
        let roles = value(words, "roles", &account.roles.join(", ").into());
        let counts = [
            ("personal-articles", account.authored.articles),
            ("personal-reports", account.authored.reports),
            ("personal-entries", account.authored.audit_entries),
        ];
        let mut lines = vec![
            said("personal-name", account.display_name.clone()),
            said("personal-roles", roles.unwrap_or_else(|| words.plain("personal-no-roles", &[]))),
        ];
        lines.extend(account.invitations.iter().map(|one| said("personal-invited", time(one.created_at))));
        lines.extend(account.sign_ins.iter().map(|one| said("personal-signed-in", time(one.created_at))));
        lines.extend(account.passkeys.iter().map(|one| {
            let used = one.last_used_at.map(|at| format!(" · {}", time(at))).unwrap_or_default();
            said("personal-passkey", format!("{} · {}{used}", one.name, time(one.created_at)))
        }));
        lines.extend(
            account
                .provider_links
                .iter()
                .map(|one| said("personal-provider", format!("{} · {}", one.issuer, time(one.created_at)))),
        );
        lines.extend(counts.map(|(key, count)| said(key, words.number(count))));
        shelves.push(Shelf { title: visit.phrase("personal-account"), lines });
    }
    shelves
}
